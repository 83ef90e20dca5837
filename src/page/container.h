// What the readers of containers share: where the bytes come from, how pages and skips leave, and
// the limits they keep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "tally/reader.h"

namespace tally::page {

// Reads at most `size` bytes to `to` and says how many; 0 at the end.
using ByteSource = std::function<std::size_t(char* to, std::size_t size)>;

// Bytes in memory, which must outlive the source.
[[nodiscard]] ByteSource source_in(std::string_view bytes);

// A window over a stream of bytes: look ahead, take lines, skip.
class ByteReader {
 public:
  // `failed` says whether the source ended because something is wrong with it.
  explicit ByteReader(ByteSource source, std::function<bool()> failed = {})
      : source_(std::move(source)), failed_(std::move(failed)) {}

  // The next bytes, at least `size` of them unless the stream ends before.
  std::string_view peek(std::size_t size);
  void skip(std::size_t size) { at_ += size; }
  // The next line without its end. Lines longer than `limit` are cut there, the rest is dropped and
  // `cut` is set. False at the end.
  bool line(std::string& line, std::size_t limit, bool& cut);
  [[nodiscard]] std::uint64_t offset() const { return base_ + at_; }
  // Whether what was looked at is all that a damaged stream gives.
  [[nodiscard]] bool is_damaged() const { return ended_ && failed_ && failed_(); }

 private:
  ByteSource source_;
  std::function<bool()> failed_;
  std::string buffer_;
  std::size_t at_ = 0;      // next byte in buffer_
  std::uint64_t base_ = 0;  // offset of buffer_[0] in the stream
  bool ended_ = false;
};

// The way out for all readers: counts, and says whether to go on.
class Output {
 public:
  Output(const ReaderOptions& options, const PageSink& sink) : options_(options), sink_(sink) {}

  [[nodiscard]] const ReaderOptions& options() const { return options_; }
  [[nodiscard]] const ReaderCounts& counts() const { return counts_; }
  [[nodiscard]] bool stopped() const { return stopped_; }
  // What comes now comes out of this file.
  void begin_file(std::string path) { file_ = std::move(path); }
  void page(Page&& page);
  void skip(SkipReason reason, std::string what, std::string where, std::string id = {},
            bool json_id = false);

 private:
  const ReaderOptions& options_;
  const PageSink& sink_;
  ReaderCounts counts_;
  std::string file_;
  bool stopped_ = false;
};

// Everything that can be read out of a stream whose kind is told by its first bytes. `depth`
// counts containers within containers.
void read_stream(ByteReader& bytes, const std::string& name, Output& out, int depth = 0);
inline constexpr int kDeepestContainer = 4;

// Readers of one kind each.
void read_packed(ByteReader& bytes, const std::string& name, bool zstd, Output& out, int depth);
void read_zip(std::string_view archive, const std::string& name, Output& out, int depth);
void read_feed(const std::string& xml, const std::string& name, Output& out);
void read_mail(std::string_view message, const std::string& name, Output& out);
void read_mbox(ByteReader& bytes, const std::string& name, Output& out);
// Draws the text layer out of page.bytes and hands it on as plain text.
void read_pdf(Page& page, const std::string& where, Output& out);
void read_json(ByteReader& bytes, const std::string& name, Output& out);
// One page of text or HTML: all that is left in the stream.
void read_single(ByteReader& bytes, const std::string& name, std::string media_type, Output& out);
// All bytes left, at most `limit`; false and a skip where there are more, false where the stream is damaged
// (which its own reader tells).
bool read_all(ByteReader& bytes, const std::string& name, std::size_t limit, Output& out, std::string& all);

}  // namespace tally::page
