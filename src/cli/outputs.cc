// `tally export`, `report`, `verify`: the record for other programs and for readers, and the book's health.
#include "cli/console.h"
#include "cli/help.h"
#include "cli/wishes.h"
#include "tally/export.h"
#include "tally/render.h"

namespace tally::cli {
namespace {

int deliver(const Arguments& arguments, std::string_view bytes) {
  if (!arguments.has("output") || arguments.value("output") == "-") {
    print(bytes);
    return kDone;
  }
  const auto ok = write_file(arguments.value("output"), bytes);
  return ok ? kDone : give_up(ok.error());
}

Result<std::string> exported(const Arguments& arguments, const Record& record) {
  const std::string& format = arguments.words.front();
  if (format == "json") return export_json(record);
  if (format == "jsonl") return export_jsonl(record);
  const std::string table = arguments.value("table", "claims");
  auto csv = export_csv(record, table, {.safe = arguments.has("csv-safe")});
  if (!csv) {
    return fail(ErrorCode::usage, "--table is claims, points, events or findings, not \"" + table + "\"");
  }
  return std::move(*csv);
}

}  // namespace

int run_export(const Arguments& arguments) {
  const std::string& format = arguments.words.front();
  if (format != "json" && format != "jsonl" && format != "csv") {
    return give_up({ErrorCode::usage, "the formats are json, jsonl and csv, not \"" + format + "\"", {}});
  }
  const auto record = record_of(arguments);
  if (!record) return give_up(record.error());
  const auto bytes = exported(arguments, *record);
  return bytes ? deliver(arguments, *bytes) : give_up(bytes.error());
}

int run_report(const Arguments& arguments) {
  const auto record = record_of(arguments);
  if (!record) return give_up(record.error());
  return deliver(arguments, record_as_html(*record, {.title = arguments.value("title"),
                                                     .full_text = arguments.has("full-text")}));
}

int run_verify(const Arguments& arguments) {
  auto book = Book::open(book_path(arguments), Book::Access::read);
  if (!book) return give_up(book.error());
  const auto problems = book->verify();
  if (!problems) return give_up(problems.error());
  for (const std::string& problem : *problems) complain(book_path(arguments) + ": " + problem);
  if (problems->empty()) print("sound\n");
  return problems->empty() ? kDone : kFails;
}

int run_help(const Arguments& arguments) {
  const std::string form = arguments.words.empty() ? "" : arguments.words.front();
  if (form == "man") return print(manual()), kDone;
  if (form == "markdown") return print(markdown()), kDone;
  for (const Command& command : commands()) {
    if (command.name == form) return print(help(command)), kDone;
  }
  if (!form.empty()) return give_up({ErrorCode::usage, "there is no command \"" + form + "\"", {}});
  return print(overview()), kDone;
}

}  // namespace tally::cli
