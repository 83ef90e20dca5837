// From whatever a newsroom has to pages: files, folders, globs, standard input; and inside them
// web archives, mail, feeds, JSON Lines, PDF and office documents, told by content.
//
//   for_each_page({"clips/", "feed.xml", "crawl.warc.gz"}, options,
//                 {.page = [&](Page&& page) { …; return true; }, .skip = [&](const Skip& skip) { … }});
//
// One broken member never ends the archive: it is told to `skip` with its reason and place, and
// reading goes on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tally/page.h"
#include "tally/result.h"

namespace tally {

enum class SkipReason : std::uint8_t {
  missing,     // no such file, a glob or folder without a file in it
  unreadable,  // permission, I/O
  empty,
  too_large,   // over ReaderOptions::largest_page
  bomb,        // expands beyond ReaderOptions::largest_ratio or largest_unpacked, or nests too deep
  broken,      // truncated, malformed, a wrong length
  encrypted,   // protected by a password
  not_text,    // an image, a program, a PDF without a text layer
  no_article,  // a request, a redirect, a style sheet: nothing that could be a report
  count
};
[[nodiscard]] std::string_view name(SkipReason reason);

struct Skip {
  SkipReason reason = SkipReason::broken;
  Error error;           // `where` names the file and the member or line in it
  std::string id;        // the given id of a JSON line, where it could be read
  std::string file;      // the path that was read, as given or found in a folder
  bool json_id = false;  // `id` is JSON as it stands: a number
  // Things that an archive holds beside its reports (images, requests) are no fault of the input.
  [[nodiscard]] bool is_fault() const { return reason != SkipReason::no_article; }
  // What of `error.where` lies within the file: "@48213", "message 7", "12"; empty: the whole file.
  [[nodiscard]] std::string_view place() const;
};

// What the fields of a JSON line are called.
struct JsonFields {
  std::string id = "id";
  std::string text = "text";
  std::string html = "html";
  std::string url = "url";
  std::string title = "title";
  std::string outlet = "outlet";
  std::string published = "published";
  std::string retrieved = "retrieved";
};
// "text=body,published=pub_date" → the fields of that name; the rest as they are by default.
[[nodiscard]] Result<JsonFields> json_fields(std::string_view map);

struct ReaderOptions {
  // What the bytes are: "" by content, or "text", "html", "jsonl", "feed", "warc", "mail", "pdf".
  std::string from;
  JsonFields fields;
  std::size_t largest_page = std::size_t{16} << 20;      // bytes of one report, decompressed
  std::size_t largest_ratio = 1000;                      // decompressed : compressed
  std::size_t largest_unpacked = std::size_t{64} << 30;  // bytes that one packed file may expand to
  // Folders are read through; files whose names begin with a full stop are left out.
  bool hidden = false;
};

struct PageSink {
  // Takes the next page; false ends the reading.
  std::function<bool(Page&&)> page;
  std::function<void(const Skip&)> skip;
};

struct ReaderCounts {
  std::size_t pages = 0;
  std::array<std::size_t, static_cast<std::size_t>(SkipReason::count)> skipped{};
  [[nodiscard]] std::size_t faults() const;
};

// Every page of every path, in the order given; folders and globs in the order of their names.
// "-" is standard input.
ReaderCounts for_each_page(const std::vector<std::string>& paths, const ReaderOptions& options,
                           const PageSink& sink);
// The same for bytes already in memory.
ReaderCounts for_each_page_in(std::string bytes, std::string_view name, const ReaderOptions& options,
                              const PageSink& sink);

}  // namespace tally
