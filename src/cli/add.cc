// `tally add`: reports into the book, one transaction a batch, and then what they touch drawn up anew. With
// `--watch` this goes on with what comes into a folder, until a signal says stop.
#include <fmt/format.h>

#include "cli/console.h"
#include "cli/error_log.h"
#include "cli/watch.h"
#include "cli/wishes.h"
#include "tally/json.h"

namespace tally::cli {
namespace {

constexpr std::size_t kBatchReports = 500;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;

// Gathers readings and puts them into the book batch by batch.
class Adder {
 public:
  Adder(Book& book, ErrorLog& errors, bool quiet) : book_(book), errors_(errors), progress_(quiet) {}

  // False when the book takes no more.
  bool take(Reading&& reading) {
    if (reading.skip) {
      errors_.add(*reading.skip);
      if (reading.skip->is_fault()) complain(reading.skip->error);
      return true;
    }
    bytes_ += reading.page.bytes.size() + reading.article.text().size();
    batch_.push_back(std::move(reading));
    return batch_.size() < kBatchReports && bytes_ < kBatchBytes ? true : flush();
  }

  bool flush() {
    if (batch_.empty() || failed_) return !failed_;
    const auto count = book_.add(batch_);
    batch_.clear();
    bytes_ = 0;
    if (!count) {
      failed_ = count.error();
      return false;
    }
    total_.added += count->added;
    total_.known += count->known;
    total_.claims += count->claims;
    progress_.show(fmt::format("{} reports added, {} claims", total_.added, total_.claims));
    return true;
  }

  [[nodiscard]] const std::optional<Error>& failed() const { return failed_; }
  [[nodiscard]] const AddCount& total() const { return total_; }
  [[nodiscard]] ErrorLog& errors() { return errors_; }
  Progress& progress() { return progress_; }

 private:
  Book& book_;
  ErrorLog& errors_;
  Progress progress_;
  std::vector<Reading> batch_;
  std::size_t bytes_ = 0;
  AddCount total_;
  std::optional<Error> failed_;
};

void tell(const Arguments& arguments, const AddCount& total, const ErrorLog& errors) {
  if (arguments.has("json")) {
    JsonWriter json;
    json.open('{').key("added").integer(static_cast<std::int64_t>(total.added));
    json.key("known").integer(static_cast<std::int64_t>(total.known));
    json.key("claims").integer(static_cast<std::int64_t>(total.claims));
    json.key("unread").integer(static_cast<std::int64_t>(errors.faults()));
    errors.write_counts(json.key("skipped"));
    print(json.close('}').take() + "\n");
  } else if (!arguments.has("quiet")) {
    remark(fmt::format("{} reports added with {} claims, {} known already, {} not read", total.added,
                       total.claims, total.known, errors.faults()));
  }
}

// Reads some paths into the book and draws the record up; nothing where the book takes no more.
Result<void> add_paths(Book& book, Adder& adder, const std::vector<std::string>& paths,
                       const ReadingOptions& options, const StopSignals* stop) {
  for_each_reading(paths, options, [&](Reading&& reading) {
    return adder.take(std::move(reading)) && (stop == nullptr || !stop->asked());
  });
  adder.flush();
  if (adder.failed()) return std::unexpected(*adder.failed());
  adder.progress().show("drawing up the record");
  if (auto ok = book.refresh(); !ok) return std::unexpected(ok.error());
  return {};
}

Result<void> add_and_watch(Book& book, Adder& adder, const Arguments& arguments,
                           const ReadingOptions& options) {
  const StopSignals stop;
  auto watch = FolderWatch::open(arguments.value("watch"), stop);
  if (!watch) return std::unexpected(watch.error());
  if (!arguments.words.empty()) {
    if (auto ok = add_paths(book, adder, arguments.words, options, &stop); !ok) return ok;
  }
  while (const auto files = watch->next()) {
    if (auto ok = add_paths(book, adder, *files, options, &stop); !ok) return ok;
    if (!adder.errors().flush())
      return fail(ErrorCode::unreadable, "cannot be written", arguments.value("errors"));
    tell(arguments, adder.total(), adder.errors());
  }
  return {};
}

}  // namespace

int run_add(const Arguments& arguments) {
  const bool watches = arguments.has("watch");
  if (arguments.words.empty() && !watches) {
    complain("nothing to add: name files, folders or \"-\", or a folder to --watch");
    complain("`tally --help` tells the commands");
    return kUsage;
  }
  const auto options = reading_options(arguments);
  if (!options) return give_up(options.error());
  auto errors = ErrorLog::open(arguments.value("errors"));
  if (!errors) return give_up(errors.error());
  auto book = Book::open(book_path(arguments), Book::Access::create);
  if (!book) return give_up(book.error());
  Adder adder(*book, *errors, arguments.has("quiet"));
  const auto done = watches ? add_and_watch(*book, adder, arguments, *options)
                            : add_paths(*book, adder, arguments.words, *options, nullptr);
  if (!done) return give_up(done.error());
  if (!errors->flush()) {
    return give_up({ErrorCode::unreadable, "cannot be written", arguments.value("errors")});
  }
  if (!watches) tell(arguments, adder.total(), *errors);
  return errors->faults() > 0 ? kNotAll : kDone;
}

}  // namespace tally::cli
