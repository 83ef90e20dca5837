// A record made by hand, small but with one of everything that can be shown: the tests of this
// folder render it. Not part of the program.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tally/record.h"

namespace tally {

class SampleRecord {
 public:
  Record record;

  Index add_document(std::string file, std::string text, Date published, DateBasis basis) {
    Document document;
    document.id = "d" + std::to_string(record.documents.size() + 1);
    document.info.file = std::move(file);
    document.info.title = std::string(text.substr(0, text.find('\n')));
    document.text = std::move(text);
    document.published = {published, basis, "", {}};
    record.documents.push_back(std::move(document));
    return static_cast<Index>(record.documents.size() - 1);
  }

  RecordClaim& add_claim(ClaimKind kind, Index document, std::string_view words) {
    RecordClaim claim;
    claim.id = "c" + std::to_string(record.claims.size() + 1);
    claim.document = document;
    claim.claim.kind = kind;
    claim.claim.rule = "sample";
    const auto at = static_cast<std::uint32_t>(record.documents[document].text.find(words));
    claim.claim.quote = {at, at + static_cast<std::uint32_t>(words.size())};
    return record.claims.emplace_back(std::move(claim));
  }

  Id add_figure(Index document, std::string_view words, const Value& value, int year) {
    RecordClaim& claim = add_claim(ClaimKind::figure, document, words);
    claim.claim.value = value;
    claim.claim.unit = "person";
    claim.claim.period = Period::of({static_cast<std::int16_t>(year)});
    claim.variable = "v1";
    return claim.id;
  }

  void add_finding(Verdict verdict, std::string kind, Id claim, std::vector<Id> against,
                   std::string explanation) {
    Finding finding;
    finding.id = "f" + std::to_string(record.findings.size() + 1);
    finding.verdict = verdict;
    finding.kind = std::move(kind);
    finding.claim = std::move(claim);
    finding.against = std::move(against);
    finding.explanation = std::move(explanation);
    record.findings.push_back(std::move(finding));
  }
};

inline Value more_than(Decimal low) {
  return {std::nullopt, low, std::nullopt, Modifier::more_than, 1};
}

inline Point point_of(int year, const Value& value, std::vector<Id> claims, Standing standing) {
  Point point;
  point.period = Period::of({static_cast<std::int16_t>(year)});
  point.value = value;
  point.documents = static_cast<std::uint32_t>(claims.size());
  point.origins = standing == Standing::agreed ? 2 : 1;
  point.claims = std::move(claims);
  point.standing = standing;
  return point;
}

inline void add_sample_series(SampleRecord& sample) {
  Variable variable;
  variable.id = "v1";
  variable.label = "walkers who crossed the pass, per year";
  variable.unit = "person";
  variable.joined_by = "shared values: 2,706 in 2011 and 1,502 in 2012";
  sample.record.variables.push_back(variable);
  const Id a2011 = sample.add_figure(0, "2,706 in 2011", Value::exact(2706), 2011);
  const Id b2011 = sample.add_figure(1, "2706 walkers in 2011", Value::exact(2706), 2011);
  const Id a2012 = sample.add_figure(0, "1,502 in 2012", Value::exact(1502), 2012);
  const Id b2013 = sample.add_figure(1, "dropped to 1514 in 2013", Value::exact(1514), 2013);
  const Id a2013 = sample.add_figure(0, "1,541 in 2013", Value::exact(1541), 2013);
  const Id b2014 = sample.add_figure(1, "more than 1,300 in 2014", more_than(1300), 2014);
  Series series{"v1",
                {point_of(2011, Value::exact(2706), {a2011, b2011}, Standing::agreed),
                 point_of(2012, Value::exact(1502), {a2012}, Standing::single),
                 point_of(2013, Value::exact(1514), {b2013, a2013}, Standing::disputed),
                 point_of(2014, more_than(1300), {b2014}, Standing::single)}};
  series.points[2].candidates = {{Value::exact(1514), {b2013}, {}, true, ""},
                                 {Value::exact(1541), {a2013}, {}, false, "two digits swapped"}};
  sample.record.series.push_back(series);
  sample.add_finding(Verdict::fails, "direction", b2013, {a2012},
                     "1,514 in 2013 is 12 more than 1,502 in 2012: a rise, not a drop");
  sample.record.findings[0].suspect = "report";
  sample.record.findings[0].relative_size = Decimal(8, 1);
  sample.add_finding(Verdict::fails, "contradiction", a2013, {b2013},
                     "1,541 against 1,514 in 2013: two digits swapped");
  sample.add_finding(Verdict::holds, "agreement", a2011, {b2011}, "2,706 in 2011 in both reports");
}

inline void add_sample_event(SampleRecord& sample) {
  RecordClaim& claim =
      sample.add_claim(ClaimKind::event, 1, "13 walkers (12 women and a guide) were rescued");
  claim.event = "e1";
  Event event;
  event.id = "e1";
  event.label = "13 walkers rescued";
  event.when = Period::of({2016, 4});
  event.where = {"Stelvio", "Italy"};
  event.count = Value::exact(13);
  event.parts = {{"women", "rescued", Value::exact(12), {}}, {"a guide", "rescued", Value::exact(1), {}}};
  event.status = Status::confirmed;
  event.status_by = {"Mountain Rescue"};
  event.claims = {claim.id};
  event.documents = {"d2"};
  sample.record.events.push_back(event);
}

inline Record sample_record() {
  SampleRecord sample;
  sample.add_document("weekly.txt",
                      "Fewer cross the pass\n\nThe pass saw 2,706 in 2011, 1,502 in 2012 and 1,541 in 2013. "
                      "It was the lowest "
                      "number in a decade.\n",
                      {2016}, DateBasis::inferred);
  sample.add_document(
      "review.txt",
      "A year at the pass\n\nThere were 2706 walkers in 2011. The number dropped to 1514 in 2013 and to more "
      "than "
      "1,300 in 2014.\nIn April 2016 13 walkers (12 women and a guide) were rescued.\n\"We do not count "
      "goats,\" said Lia Moser, a warden. <script>alert('no')</script> & <b>so on</b>\n",
      {2017, 1, 9}, DateBasis::found);
  add_sample_series(sample);
  add_sample_event(sample);
  RecordClaim& lowest = sample.add_claim(ClaimKind::comparison, 0, "lowest number in a decade");
  lowest.claim.comparison = ComparisonDetail{.sense = "lowest", .span = "a decade", .years = Decimal(10)};
  const Id lowest_id = lowest.id;
  sample.add_finding(Verdict::cannot_tell, "superlative", lowest_id, {},
                     "lowest of the 4 years on record, but a decade needs values from 2006 on");
  RecordClaim& said =
      sample.add_claim(ClaimKind::statement, 1, "\"We do not count goats,\" said Lia Moser, a warden");
  said.claim.speaker = Speaker{"Lia Moser", "warden", ""};
  sample.add_claim(ClaimKind::statement, 1, "<script>alert('no')</script> & <b>so on</b>");
  return sample.record;
}

}  // namespace tally
