// Compressed streams → bytes: gzip members one after the other, zlib, raw deflate, zstandard. Size and
// ratio are capped, a broken member ends the stream with its reason, and reading can go on at the next
// one (RFC 1950–1952, RFC 8878).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "page/container.h"

namespace tally::page {

enum class Packing : std::uint8_t { gzip, zlib, deflate, zstd };

// How far a packed file may expand.
struct Caps {
  std::size_t ratio = 1000;                   // bytes for each packed byte
  std::size_t bytes = std::size_t{64} << 30;  // in all
};
[[nodiscard]] inline Caps caps_of(const ReaderOptions& options) {
  return {options.largest_ratio, options.largest_unpacked};
}

class Inflater {
 public:
  enum class State : std::uint8_t { good, ended, broken, bomb };

  Inflater(ByteReader& in, Packing packing, Caps caps);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::size_t read(char* to, std::size_t size);
  [[nodiscard]] State state() const { return state_; }
  // What went wrong, with the place in the compressed stream.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  // Offset in the compressed stream of the member that holds byte `at` of what was read. Call with
  // growing offsets.
  [[nodiscard]] std::uint64_t member_at(std::uint64_t at);
  // After a broken member: finds the next one; false where there is none.
  bool resume();

 private:
  struct Stream;
  bool begin_member();
  std::size_t inflate_some(char* to, std::size_t size);
  std::size_t unzstd_some(char* to, std::size_t size);
  void fail(State state, std::string_view what);
  [[nodiscard]] bool is_bomb() const;

  ByteReader& in_;
  Packing packing_;
  Caps caps_;
  std::unique_ptr<Stream> stream_;
  State state_ = State::good;
  std::string problem_;
  std::uint64_t member_ = 0;  // where the member that is being read begins
  std::uint64_t total_ = 0;   // bytes that all members since the last break have given
  std::deque<std::pair<std::uint64_t, std::uint64_t>>
      members_;              // what was given before each, where it begins
  std::uint64_t out_ = 0;    // bytes that this member has given
  std::uint64_t given_ = 0;  // bytes that all of them have
  bool open_ = false, started_ = false;
};

// All of a compressed string, at most `limit` bytes; `state` says how it ended.
std::string inflate_all(std::string_view packed, Packing packing, std::size_t limit, Caps caps,
                        Inflater::State& state);

}  // namespace tally::page
