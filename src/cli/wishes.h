// What several commands ask for in the same words: how to read, and which book.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "tally/book.h"
#include "tally/reading.h"

namespace tally::cli {

// --from, --prefer, --fields, --max-size, --threads, --lexicon.
[[nodiscard]] Result<ReadingOptions> reading_options(const Arguments& arguments);
// "16M" → 16777216; also k and G.
[[nodiscard]] Result<std::size_t> size_of(std::string_view words);
[[nodiscard]] Result<std::size_t> count_of(std::string_view words);

// --book, or $TALLY_BOOK, or tally.db.
[[nodiscard]] std::string book_path(const Arguments& arguments);
// The record of the book, as of --as-of where that is given.
[[nodiscard]] Result<Record> record_of(const Arguments& arguments);

// Words joined by spaces, as they were typed.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

// The exit code for something that stands in the way of the whole command, after saying so.
[[nodiscard]] int give_up(const Error& error);

}  // namespace tally::cli
