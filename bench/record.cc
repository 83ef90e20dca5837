// How fast the record is drawn up, on reports made by rule: every subject is told by some ten
// reports with a series, a few rivals, changes and one happening.
//
//   build/release/bench/record [CLAIMS…]      default 10000 100000
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "record/ids.h"
#include "tally/record.h"

namespace {

using namespace tally;

constexpr std::size_t kFigures = 12;
constexpr std::size_t kReports = 10;

const char* noun(std::size_t n) {
  constexpr const char* kNouns[] = {"nurse", "worker",  "visitor", "prisoner",
                                    "pupil", "refugee", "driver",  "farmer"};
  return kNouns[n % std::size(kNouns)];
}

const char* verb(std::size_t n) {
  constexpr const char* kVerbs[] = {"arrive", "leave", "register", "strike", "apply"};
  return kVerbs[n % std::size(kVerbs)];
}

Document report(std::size_t subject, std::size_t number) {
  Document d;
  d.id = hashed_id('d', fmt::format("{}/{}", subject, number));
  const std::string place = fmt::format("Place{}", subject);
  d.text = fmt::format(
      "The people of {0} said that {0} Council and Mayor{1} of {0} had counted. So {0} Council did.", place,
      subject);
  d.info.published = {{2020, static_cast<std::uint8_t>(1 + number % 12), 0, false}, DateBasis::given, "", {}};
  for (std::size_t f = 0; f < kFigures; ++f) {
    Claim c;
    c.quote = {static_cast<std::uint32_t>(f), static_cast<std::uint32_t>(f + 1)};
    c.unit = "person";
    c.measure = {verb(subject), noun(subject / 5), number % 2 == 0 ? place : "", "", Aggregate::year};
    const auto slip = static_cast<std::int64_t>(number == 3 && f == 4 ? 7 : 0);
    c.value =
        Value::exact(Decimal(static_cast<std::int64_t>(1000 + (subject * 7919 + f * 104729) % 9000) + slip));
    c.period = Period::of({static_cast<std::int16_t>(2000 + (number + f) % 20), 0, 0, false});
    d.claims.push_back(c);
  }
  for (std::size_t f = 1; f < 6; ++f) {
    Claim c;
    c.kind = ClaimKind::change;
    c.quote = {static_cast<std::uint32_t>(20 + f), static_cast<std::uint32_t>(30 + f)};
    c.change = ChangeDetail{};
    c.change->direction = f % 2 == 0 ? Direction::up : Direction::down;
    c.about = static_cast<Index>(f);
    d.claims.push_back(c);
  }
  Claim event;
  event.kind = ClaimKind::event;
  event.quote = {60, 70};
  event.event = EventDetail{};
  event.event->trigger = "protest";
  event.event->where = {place, "Country"};
  event.event->count = Value::exact(Decimal(static_cast<std::int64_t>(100 + subject)));
  event.period = Period::of({2020, 1, static_cast<std::uint8_t>(1 + subject % 28), false});
  d.claims.push_back(event);
  return d;
}

void measure(std::size_t claims) {
  std::vector<Document> documents;
  std::size_t made = 0;
  for (std::size_t n = 0; made < claims; ++n) {
    documents.push_back(report(n / kReports, n % kReports));
    made += documents.back().claims.size();
  }
  const std::size_t reports = documents.size();
  const auto start = std::chrono::steady_clock::now();
  const Record record = draw_up(std::move(documents));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  fmt::print(
      "{} claims of {} reports: {:.2f} s, {:.0f} claims a second; {} variables, {} events, {} findings\n",
      made, reports, taken.count(), static_cast<double>(made) / taken.count(), record.variables.size(),
      record.events.size(), record.findings.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    measure(10'000);
    measure(100'000);
  }
  for (int a = 1; a < argc; ++a) measure(std::strtoul(argv[a], nullptr, 10));
  return 0;
}
