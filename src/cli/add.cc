// `tally add`: reports into the book, one transaction a batch, and then the record drawn up anew.
#include <fmt/format.h>

#include "cli/console.h"
#include "cli/wishes.h"
#include "tally/json.h"

namespace tally::cli {
namespace {

constexpr std::size_t kBatchReports = 500;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;

// Gathers readings and puts them into the book batch by batch.
class Adder {
 public:
  Adder(Book& book, bool quiet) : book_(book), progress_(quiet) {}

  // False when the book takes no more.
  bool take(Reading&& reading) {
    if (reading.skip) {
      if (reading.skip->is_fault()) {
        complain(reading.skip->error);
        ++faults_;
      }
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
  [[nodiscard]] std::size_t faults() const { return faults_; }
  Progress& progress() { return progress_; }

 private:
  Book& book_;
  Progress progress_;
  std::vector<Reading> batch_;
  std::size_t bytes_ = 0;
  std::size_t faults_ = 0;
  AddCount total_;
  std::optional<Error> failed_;
};

void tell(const Arguments& arguments, const AddCount& total, std::size_t faults) {
  if (arguments.has("json")) {
    JsonWriter json;
    json.open('{').key("added").integer(static_cast<std::int64_t>(total.added));
    json.key("known").integer(static_cast<std::int64_t>(total.known));
    json.key("claims").integer(static_cast<std::int64_t>(total.claims));
    json.key("unread").integer(static_cast<std::int64_t>(faults)).close('}');
    print(json.take() + "\n");
  } else if (!arguments.has("quiet")) {
    remark(fmt::format("{} reports added with {} claims, {} known already, {} not read", total.added,
                       total.claims, total.known, faults));
  }
}

}  // namespace

int run_add(const Arguments& arguments) {
  const auto options = reading_options(arguments);
  if (!options) return give_up(options.error());
  auto book = Book::open(book_path(arguments), Book::Access::create);
  if (!book) return give_up(book.error());
  Adder adder(*book, arguments.has("quiet"));
  for_each_reading(arguments.words, *options,
                   [&](Reading&& reading) { return adder.take(std::move(reading)); });
  adder.flush();
  if (adder.failed()) return give_up(*adder.failed());
  adder.progress().show("drawing up the record");
  if (auto ok = book->refresh(); !ok) return give_up(ok.error());
  tell(arguments, adder.total(), adder.faults());
  return adder.faults() > 0 ? kNotAll : kDone;
}

}  // namespace tally::cli
