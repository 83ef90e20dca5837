// The table of commands: see command.h.
#include <array>

#include "cli/command.h"

namespace tally::cli {
namespace {

constexpr std::array kCommonFlags = std::to_array<Flag>({
    {"--book", "FILE", "the book to work on (default: $TALLY_BOOK, else tally.db)"},
    {"-q,--quiet", "", "no progress and no summary on standard error"},
    {"-h,--help", "", "what this command does, with examples"},
});

#define TALLY_READING_FLAGS                                                                      \
  {"--from", "KIND",                                                                             \
   "what the input is: text, html, jsonl, feed, warc, mail, pdf; by content where not said"},    \
      {"--prefer", "past|future",                                                                \
       "which date an open one means: \"on Monday\" is the last one (default) or the next"},     \
      {"--fields", "MAP", "names of the fields of JSON lines: text=body,published=date"},        \
      {"--max-size", "SIZE", "largest report that is read, as in 500k, 16M, 1G (default: 16M)"}, \
      {"--max-ratio", "N", "bytes that a packed byte may expand to (default: 1000)"},            \
      {"--max-unpacked", "SIZE", "bytes that one packed file may expand to (default: 64G)"},     \
      {"--errors", "FILE", "list everything that was not read there, as JSON Lines"},            \
      {"--lexicon", "DIR", "more words and patterns, in the format of lexicon/"},                \
      {"-j,--threads", "N", "how many threads read (default: as many as the machine has)"}
#define TALLY_LISTING_FLAGS                     \
  {"--json", "", "as JSON instead of a table"}, \
      {"--as-of", "DATE", "the record as it stood with only the reports published up to DATE"}

constexpr std::array kReadFlags = std::to_array<Flag>({
    {"--show", "LAYERS", "which of article, mentions, claims to write (default: all three)"},
    {"--convention", "NAME",
     "how mentions are written: news, newsquant, quantulum3 (default: $TALLY_CONVENTION, else news)"},
    TALLY_READING_FLAGS,
});
constexpr std::array kReadExamples = std::to_array<Example>({
    {"tally read report.txt", "everything that one report says by itself"},
    {"tally read --show claims *.txt", "only the claims, one line a report"},
    {"zcat news.jsonl.gz | tally read --from jsonl --show article,mentions,claims -",
     "as a filter: JSON Lines in, JSON Lines out, in order"},
});

constexpr std::array kDumpFlags = std::to_array<Flag>({
    {"--show", "LAYERS", "which of mentions, chunks, clauses, claims to show (default: mentions,claims)"},
    TALLY_READING_FLAGS,
});
constexpr std::array kDumpExamples = std::to_array<Example>({
    {"tally dump report.txt", "each sentence with its mentions and claims"},
    {"echo 'Some 40 were hurt.' | tally dump --show chunks,clauses -", "how a sentence is taken apart"},
});

constexpr std::array kAddFlags = std::to_array<Flag>({
    {"--watch", "DIR", "also add what comes into this folder, until SIGINT or SIGTERM"},
    {"--json", "", "say as JSON how much was added"},
    TALLY_READING_FLAGS,
});
constexpr std::array kAddExamples = std::to_array<Example>({
    {"tally add clips/", "every report in a folder"},
    {"tally --book arrests.db add *.html notes.txt", "into a book of its own"},
    {"tally add --from jsonl -", "JSON Lines from standard input"},
    {"tally add --watch inbox/ --errors unread.jsonl", "what is in a folder and whatever comes into it"},
});

constexpr std::array kListingFlags = std::to_array<Flag>({
    TALLY_LISTING_FLAGS,
});
constexpr std::array kSeriesExamples = std::to_array<Example>({
    {"tally series", "all series, a line a period"},
    {"tally series Koreans year", "only those that speak of both words"},
    {"tally series --as-of 2016-12-31", "as the reports up to then told it"},
});
constexpr std::array kEventsExamples = std::to_array<Example>({
    {"tally events", "all events by date"},
    {"tally events --json Ningbo", "those that speak of Ningbo, as JSON"},
});
constexpr std::array kWhoExamples = std::to_array<Example>({
    {"tally who", "everybody who is quoted"},
    {"tally who ministry", "the ministries, and what they said"},
});

constexpr std::array kCheckFlags = std::to_array<Flag>({
    TALLY_LISTING_FLAGS,
    {"--all", "", "every finding by itself, also those that share a cause and those that hold"},
});
constexpr std::array kCheckExamples = std::to_array<Example>({
    {"tally check", "what does not add up first; exit code 1 if there is any of it"},
    {"tally check --all Kim", "every finding that speaks of Kim"},
});

constexpr std::array kExplainExamples = std::to_array<Example>({
    {"tally explain c41f", "a claim by the start of its id"},
    {"tally explain v0265/2013", "one point of a series: the claims behind it and its rivals"},
    {"tally explain --json f09ab3", "a finding, as JSON"},
});

constexpr std::array kDecideFlags = std::to_array<Flag>({
    {"--value", "JSON", "the right value, for correct"},
    {"--why", "TEXT", "the reason, for those who read it later"},
    {"--by", "NAME", "who decides (default: $USER)"},
});
constexpr std::array kDecideExamples = std::to_array<Example>({
    {"tally decide reject c41f --why 'a page number'", "a claim that is none"},
    {"tally decide same v12 v9e", "two series that measure one thing"},
    {"tally decide correct c41f --value '{\"best\": 1417}'", "what the report really says"},
});
constexpr std::array kUndoExamples = std::to_array<Example>({
    {"tally undo", "take the last decision back"},
    {"tally undo r77", "take that one back"},
});

constexpr std::array kExportFlags = std::to_array<Flag>({
    {"-o,--output", "FILE", "write to FILE instead of standard output"},
    {"--table", "NAME", "for csv: claims (default), points, events or findings"},
    {"--csv-safe", "", "for csv: keep spreadsheets from taking cells for formulas"},
    {"--as-of", "DATE", "the record as it stood with only the reports published up to DATE"},
});
constexpr std::array kExportExamples = std::to_array<Example>({
    {"tally export json -o record.json", "the whole record, as other programs read it"},
    {"tally export jsonl | jq .quote.exact", "one claim a line"},
    {"tally export csv --table points", "the series as one table"},
});

constexpr std::array kReportFlags = std::to_array<Flag>({
    {"-o,--output", "FILE", "write to FILE instead of standard output"},
    {"--title", "TEXT", "what the page is called"},
    {"--full-text", "", "whole articles instead of the sentences around claims"},
    {"--as-of", "DATE", "the record as it stood with only the reports published up to DATE"},
});
constexpr std::array kReportExamples = std::to_array<Example>({
    {"tally report -o record.html", "one page to open in a browser or to send"},
});
constexpr std::array kVerifyExamples = std::to_array<Example>({
    {"tally verify", "exit code 1, and what is wrong, if the book is not sound"},
});
constexpr std::array kHelpExamples = std::to_array<Example>({
    {"tally help add", "help for one command"},
    {"tally help man > tally.1", "all of it as a man page"},
});

constexpr std::array kCommands = std::to_array<Command>({
    {"read", "FILE...", "write what each report says by itself, as JSON Lines",
     "Reads each report and writes one JSON object a line for it, in order. Touches no book and no network; "
     "the same input gives the same bytes. Files, folders and globs are read, \"-\" is standard input.",
     kReadFlags, kReadExamples, 1, kAny, run_read},
    {"dump", "FILE...", "show the layers of a report in the notation of the corpora",
     "Prints each sentence after \"==\" and under it, a line each, what was found in it: the form in which "
     "the "
     "corpora beside the rules are written.",
     kDumpFlags, kDumpExamples, 1, kAny, run_dump},
    {"add", "[PATH...]", "read reports into the book",
     "Reads files, folders, globs or standard input (\"-\") into the book, which is made where there is "
     "none, and "
     "draws the record up anew. A report that is in the book already changes nothing. With --watch it goes "
     "on "
     "with every file that is written or moved into a folder, until it is told to stop.",
     kAddFlags, kAddExamples, 0, kAny, run_add},
    {"series", "[WORDS...]", "list the series, one point a row",
     "Lists each measure with its periods: best value, range, how many reports and independent origins give "
     "it, "
     "and where it stands. Words select the series that speak of all of them.",
     kListingFlags, kSeriesExamples, 0, kAny, run_series},
    {"events", "[WORDS...]", "list the events",
     "Lists the events that the reports tell, each once, with date, place, head-count, parts and reports.",
     kListingFlags, kEventsExamples, 0, kAny, run_events},
    {"check", "[WORDS...]", "list the findings, what does not add up first",
     "Lists what agrees, what contradicts, what is a revision and what nobody can tell yet, each with the "
     "words "
     "it rests on and the reckoning. The exit code is 1 if something does not add up.",
     kCheckFlags, kCheckExamples, 0, kAny, run_check},
    {"who", "[NAME...]", "list people and organisations with what they said",
     "Lists who is quoted, what each said, and what became of it.", kListingFlags, kWhoExamples, 0, kAny,
     run_who},
    {"explain", "ID", "show the words, the source, the chain and the rule behind anything",
     "Tells where a claim, series, event, finding, report or origin comes from. An id may be cut short as "
     "long as "
     "no other begins like it.",
     kListingFlags, kExplainExamples, 1, 1, run_explain},
    {"decide", "OP ID...", "record a person's ruling",
     "OP is accept, correct, reject, same, different, prefer or exclude. Decisions are kept as data, "
     "replayed "
     "whenever the record is drawn up, and survive new rules.",
     kDecideFlags, kDecideExamples, 2, kAny, run_decide},
    {"undo",
     "[ID]",
     "take a decision back",
     "Takes back the decision with this id, or the last one. Both stay in the book's history.",
     {},
     kUndoExamples,
     0,
     1,
     run_undo},
    {"export", "FORMAT", "write the record for other programs: json, jsonl, csv",
     "json is the whole record (tally-record/1), jsonl its claims a line each, csv one of its tables. The "
     "same "
     "book gives the same bytes.",
     kExportFlags, kExportExamples, 1, 1, run_export},
    {"report", "", "write the record as one self-contained page",
     "Writes one HTML page without scripts: every series as a chart and a table, the events on a time line, "
     "the "
     "findings with their reckoning, and each report's claims in their sentences.",
     kReportFlags, kReportExamples, 0, 0, run_report},
    {"verify",
     "",
     "check that the book is sound",
     "Reads the whole book again: SQLite's own checks, every page and text against its hash, every quote "
     "against "
     "its place.",
     {},
     kVerifyExamples,
     0,
     0,
     run_verify},
    {"help",
     "[COMMAND|man|markdown]",
     "show help for a command, or all of it as a man page",
     "Help for one command, or everything as a man page or as Markdown.",
     {},
     kHelpExamples,
     0,
     1,
     run_help},
});

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

std::span<const Flag> common_flags() {
  return kCommonFlags;
}

}  // namespace tally::cli
