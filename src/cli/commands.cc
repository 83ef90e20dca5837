// The table of commands: see command.h.
#include <array>

#include "cli/command.h"

namespace tally::cli {
namespace {

constexpr std::array kCommonFlags = std::to_array<Flag>({
    {"--book", "FILE", "the book to work on (default: $TALLY_BOOK, else tally.db)"},
    {"--lexicon", "DIR", "more words and patterns, in the format of lexicon/"},
    {"-q,--quiet", "", "no progress and no summary on standard error"},
    {"-h,--help", "", "what this command does, with examples"},
});

constexpr std::array kReadFlags = std::to_array<Flag>({
    {"--from", "KIND", "what the input is: text, html, jsonl; by content where not said"},
    {"--show", "LAYERS", "which of article, mentions, claims to write (default: all three)"},
    {"--prefer", "past|future",
     "which date an open one means: \"on Monday\" is the last (default) or the next"},
    {"--fields", "MAP", "names of the fields of JSON lines: text=body,published=date"},
    {"--max-size", "SIZE", "largest report that is read, as in 500k, 16M, 1G (default: 16M)"},
    {"-j,--threads", "N", "how many threads read (default: as many as the machine has)"},
});

constexpr std::array kReadExamples = std::to_array<Example>({
    {"tally read report.txt", "everything that one report says by itself"},
    {"tally read --show claims *.txt", "only the claims, one line a report"},
    {"zcat news.jsonl.gz | tally read --from jsonl --show article,mentions,claims -",
     "as a filter: JSON Lines in, JSON Lines out, in order"},
});

constexpr std::array kCommands = std::to_array<Command>({
    {"read", "FILE...", "write what each report says by itself, as JSON Lines",
     "Reads each report and writes one JSON object a line for it, in order. Touches no book and no network; "
     "the same input gives the same bytes. Files, folders and globs are read, \"-\" is standard input.",
     kReadFlags, kReadExamples, 1, kAny, run_read},
});

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

std::span<const Flag> common_flags() {
  return kCommonFlags;
}

}  // namespace tally::cli
