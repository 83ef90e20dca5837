// What holds of every record, on reports made at random from fixed seeds: the order of reading
// changes nothing, every id that is named exists, and no claims however odd bring the program down.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "record/ids.h"
#include "record/rivalry.h"
#include "tally/record.h"

namespace tally {
namespace {

using Random = std::mt19937_64;

int upto(Random& random, int n) {
  return static_cast<int>(random() % static_cast<unsigned>(n));
}

const char* pick(Random& random, std::initializer_list<const char*> words) {
  return *(words.begin() + upto(random, static_cast<int>(words.size())));
}

Period random_period(Random& random) {
  const auto year = static_cast<std::int16_t>(2009 + upto(random, 6));
  const auto month = static_cast<std::uint8_t>(1 + upto(random, 12));
  switch (upto(random, 6)) {
    case 0:
      return Period::of({year, month, 0, false});
    case 1:
      return Period::quarter(year, 1 + upto(random, 4));
    case 2:
      return Period::since({year, 0, 0, false});
    case 3:
      return Period::until({year, month, 0, false});
    default:
      return Period::of({year, 0, 0, false});
  }
}

Value random_value(Random& random) {
  const Decimal number(upto(random, 2) == 0 ? upto(random, 30) : 1000 + upto(random, 40));
  Value v = Value::exact(number);
  v.modifier = static_cast<Modifier>(upto(random, 8));
  if (v.modifier == Modifier::about) v.low = v.high = std::nullopt;
  if (v.modifier == Modifier::more_than) v.best = v.high = std::nullopt;
  if (v.modifier == Modifier::vague) v.best = v.low = v.high = std::nullopt;
  if (upto(random, 9) == 0) v.best = -number;
  return v;
}

RelativeDate random_relative(Random& random) {
  RelativeDate r;
  r.grain = upto(random, 2) == 0 ? Grain::year : Grain::month;
  r.offset = static_cast<std::int16_t>(-upto(random, 3));
  if (upto(random, 4) == 0) r.weekday = static_cast<std::uint8_t>(1 + upto(random, 7));
  return r;
}

void add_details(Random& random, Claim& c) {
  if (c.kind == ClaimKind::change) {
    ChangeDetail change;
    change.direction = static_cast<Direction>(upto(random, 4));
    if (upto(random, 2) == 0) change.percent = Decimal(upto(random, 300));
    if (upto(random, 3) == 0) change.to = Decimal(upto(random, 1500));
    if (upto(random, 3) == 0) change.from = Decimal(upto(random, 3));
    if (upto(random, 3) == 0) change.factor = Decimal(upto(random, 4));
    if (upto(random, 2) == 0) change.base_period = random_period(random);
    c.change = change;
  }
  if (c.kind == ClaimKind::comparison) {
    ComparisonDetail detail;
    detail.sense = pick(random, {"lowest", "highest", "first_increase", "first_decrease", "rising", "falling",
                                 "record", "odd"});
    if (upto(random, 2) == 0) detail.since = random_period(random);
    if (upto(random, 3) == 0) detail.years = Decimal(upto(random, 40000));
    if (upto(random, 3) == 0) detail.steps = upto(random, 5) - 1;
    detail.each_step = upto(random, 2) == 0;
    c.comparison = detail;
  }
  if (c.kind == ClaimKind::event) {
    EventDetail event;
    event.trigger = pick(random, {"quit", "die", ""});
    if (upto(random, 2) == 0)
      event.where = {pick(random, {"Bergen", "Tartu"}), pick(random, {"Norway", "Estonia"})};
    event.who = {pick(random, {"a colonel of the coast guard", "Anna Berg", "workers"})};
    if (upto(random, 2) == 0) event.count = random_value(random);
    for (int p = upto(random, 3); p > 0; --p)
      event.parts.push_back({"part", pick(random, {"killed", ""}), random_value(random), {}});
    c.event = event;
  }
}

Claim random_claim(Random& random) {
  Claim c;
  c.kind = static_cast<ClaimKind>(upto(random, 6));
  c.modality = upto(random, 8) == 0 ? Modality::forecast : Modality::observed;
  c.status = static_cast<Status>(upto(random, 7));
  c.quote = {static_cast<std::uint32_t>(upto(random, 30)), static_cast<std::uint32_t>(30 + upto(random, 30))};
  c.unit = pick(random, {"person", "person", "tonne", ""});
  c.measure = {pick(random, {"arrive", "leave", ""}),
               pick(random, {"nurse", "female nurse", "foreign nurse", ""}),
               pick(random, {"Norway", "Estonia", ""}), "", static_cast<Aggregate>(upto(random, 12))};
  if (c.kind == ClaimKind::figure || upto(random, 4) == 0) c.value = random_value(random);
  if (upto(random, 4) != 0) c.period = random_period(random);
  if (upto(random, 4) == 0) c.relative = random_relative(random);
  add_details(random, c);
  const auto tie = [&](Index& index) {
    if (upto(random, 3) == 0) index = static_cast<Index>(upto(random, 14));
  };
  tie(c.about);
  tie(c.whole);
  tie(c.happening);
  if (upto(random, 3) == 0)
    c.attribution.push_back(
        {pick(random, {"Ministry of Health", "Health Ministry", "MH", ""}), "", "", "say", {}, false});
  return c;
}

std::vector<Document> random_documents(std::uint64_t seed) {
  Random random(seed);
  std::vector<Document> documents(static_cast<std::size_t>(2 + upto(random, 6)));
  for (std::size_t d = 0; d < documents.size(); ++d) {
    documents[d].id = hashed_id('d', std::to_string(seed) + "/" + std::to_string(d));
    documents[d].text =
        "The Coast Guard of Norway and Health Ministry in Bergen Norway told of it, said the Guard.";
    if (upto(random, 2) == 0) {
      documents[d].info.published.date = random_period(random).from;
      documents[d].info.published.basis = DateBasis::given;
    }
    for (int c = upto(random, 14); c > 0; --c) documents[d].claims.push_back(random_claim(random));
  }
  return documents;
}

// Everything that matters of a record, as one text.
std::string written(const Record& record) {
  std::string all;
  for (const Document& d : record.documents)
    all += d.id + d.published.date.to_string() + d.copy_of + d.event + "\n";
  for (const RecordClaim& c : record.claims) {
    all += c.id + ' ' + c.variable + ' ' + c.event + ' ' + c.origin + ' ' +
           c.claim.period.value_or(Period{}).to_string() + "\n";
  }
  for (const Variable& v : record.variables) all += v.id + v.label + v.joined_by + "\n";
  for (const Series& s : record.series) {
    all += s.variable;
    for (const Point& p : s.points) {
      all += ' ' + p.period.to_string() + '=' + in_words(p.value) + std::string(name(p.standing));
      for (const Candidate& c : p.candidates) all += '/' + in_words(c.value) + c.why;
    }
    all += "\n";
  }
  for (const Event& e : record.events)
    all += e.id + e.label + std::string(name(e.status)) + std::to_string(e.parts.size()) + "\n";
  for (const Finding& f : record.findings)
    all += f.id + std::string(name(f.verdict)) + f.kind + f.claim + f.explanation + "\n";
  for (const Origin& o : record.origins) all += o.id + o.label + "\n";
  for (const Entity& e : record.entities) all += e.id + e.label + e.kind + "\n";
  return all;
}

class RandomReports : public testing::TestWithParam<std::uint64_t> {};

TEST_P(RandomReports, GiveOneRecordInAnyOrder) {
  std::vector<Document> documents = random_documents(GetParam());
  const std::string first = written(draw_up(documents));
  Random random(GetParam());
  for (int turn = 0; turn < 3; ++turn) {
    std::shuffle(documents.begin(), documents.end(), random);
    ASSERT_EQ(written(draw_up(documents)), first);
  }
}

TEST_P(RandomReports, NameOnlyWhatExists) {
  const Record record = draw_up(random_documents(GetParam()));
  std::set<Id> claims;
  std::set<Id> variables;
  std::set<Id> events;
  std::set<Id> findings;
  for (const RecordClaim& c : record.claims) claims.insert(c.id);
  for (const Variable& v : record.variables) EXPECT_TRUE(variables.insert(v.id).second);
  for (const Event& e : record.events) EXPECT_TRUE(events.insert(e.id).second);
  for (const Finding& f : record.findings) EXPECT_TRUE(findings.insert(f.id).second);
  for (const Finding& f : record.findings) {
    EXPECT_TRUE(claims.contains(f.claim));
    for (const Id& id : f.against) EXPECT_TRUE(claims.contains(id));
    EXPECT_FALSE(f.explanation.empty());
  }
  for (const RecordClaim& c : record.claims) {
    EXPECT_TRUE(c.variable.empty() || variables.contains(c.variable));
    EXPECT_TRUE(c.event.empty() || events.contains(c.event));
  }
  for (const Series& s : record.series) {
    EXPECT_TRUE(variables.contains(s.variable));
    for (const Point& p : s.points) {
      for (const Id& id : p.claims) EXPECT_TRUE(claims.contains(id));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Record, RandomReports, testing::Range<std::uint64_t>(1, 200));

}  // namespace
}  // namespace tally
