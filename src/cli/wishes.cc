// What several commands ask for in the same words.
#include "cli/wishes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>

#include "cli/console.h"
#include "tally/lexicon.h"

namespace tally::cli {

Result<std::size_t> count_of(std::string_view words) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), count);
  if (error != std::errc{} || end != words.data() + words.size()) {
    return fail(ErrorCode::usage, "\"" + std::string(words) + "\" is no whole number");
  }
  return count;
}

Result<std::size_t> size_of(std::string_view words) {
  constexpr std::string_view kUnits = "kMGT";
  std::size_t factor = 1;
  std::string_view digits = words;
  if (!words.empty()) {
    const char unit = words.back() == 'K'   ? 'k'
                      : words.back() == 'm' ? 'M'
                      : words.back() == 'g' ? 'G'
                                            : words.back();
    if (const auto power = kUnits.find(unit); power != std::string_view::npos) {
      factor = std::size_t{1} << (10 * (power + 1));
      digits.remove_suffix(1);
    }
  }
  const auto count = count_of(digits);
  if (!count || *count > (std::size_t{1} << 32U)) {
    return fail(ErrorCode::usage, "\"" + std::string(words) + "\" is no size like 500k, 16M or 1G");
  }
  return *count > SIZE_MAX / factor ? SIZE_MAX : *count * factor;
}

namespace {

Result<void> take_limits(const Arguments& arguments, ReadingOptions& options) {
  const auto largest = size_of(arguments.value("max-size", "16M"));
  if (!largest) return std::unexpected(largest.error());
  // Spans are 32 bits wide.
  options.reader.largest_page = options.read.largest_page = std::min(*largest, std::size_t{0xFFFF0000});
  const auto unpacked = size_of(arguments.value("max-unpacked", "64G"));
  if (!unpacked) return std::unexpected(unpacked.error());
  options.reader.largest_unpacked = *unpacked;
  const auto ratio = count_of(arguments.value("max-ratio", "1000"));
  if (!ratio) return std::unexpected(ratio.error());
  options.reader.largest_ratio = *ratio;
  return {};
}

// The day by the computer's clock, in UTC.
Date today() {
  return Date::of(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

}  // namespace

Result<ReadingOptions> reading_options(const Arguments& arguments) {
  constexpr std::array<std::string_view, 8> kKinds = {"",     "text", "html", "jsonl",
                                                      "feed", "warc", "mail", "pdf"};
  if (arguments.has("lexicon")) {
    if (auto ok = add_lexicon(arguments.value("lexicon")); !ok) return std::unexpected(ok.error());
  }
  ReadingOptions options;
  options.reader.from = arguments.value("from");
  if (std::ranges::find(kKinds, options.reader.from) == kKinds.end()) {
    return fail(ErrorCode::usage,
                "--from is text, html, jsonl, feed, warc, mail or pdf, not \"" + options.reader.from + "\"");
  }
  const std::string prefer = arguments.value("prefer", "past");
  if (prefer != "past" && prefer != "future") {
    return fail(ErrorCode::usage, "--prefer is past or future, not \"" + prefer + "\"");
  }
  options.read.prefer = prefer == "future" ? RelativeDate::Pick::future : RelativeDate::Pick::past;
  if (prefer == "future") options.read.today = today();
  if (arguments.has("fields")) {
    auto fields = json_fields(arguments.value("fields"));
    if (!fields) return std::unexpected(fields.error());
    options.reader.fields = std::move(*fields);
  }
  if (auto ok = take_limits(arguments, options); !ok) return std::unexpected(ok.error());
  const auto threads = count_of(arguments.value("threads", "0"));
  if (!threads) return std::unexpected(threads.error());
  options.threads = *threads;
  return options;
}

std::string book_path(const Arguments& arguments) {
  if (arguments.has("book")) return arguments.value("book");
  const char* variable = std::getenv("TALLY_BOOK");
  return variable != nullptr && *variable != '\0' ? variable : "tally.db";
}

// A book whose record is drawn up can be looked at where it cannot be written.
static Result<Book> book_to_list(const std::string& path) {
  auto book = Book::open(path, Book::Access::write);
  if (book || book.error().code != ErrorCode::unreadable) return book;
  auto as_it_is = Book::open(path, Book::Access::read);
  return as_it_is ? std::move(as_it_is) : std::move(book);
}

Result<Record> record_of(const Arguments& arguments) {
  auto book = book_to_list(book_path(arguments));
  if (!book) return std::unexpected(book.error());
  if (!arguments.has("as-of")) {
    if (auto ok = book->refresh(); !ok) return std::unexpected(ok.error());
    return book->record();
  }
  const auto date = Period::parse(arguments.value("as-of"));
  if (!date || !date->known()) {
    return fail(ErrorCode::usage,
                "--as-of takes a date like 2016-04-12, not \"" + arguments.value("as-of") + "\"");
  }
  return book->record_as_of(*date);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) (out += out.empty() ? "" : " ") += word;
  return out;
}

int give_up(const Error& error) {
  complain(error);
  return kUsage;
}

}  // namespace tally::cli
