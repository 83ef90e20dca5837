// The finished sheet → the record, everything named after its smallest member and in order of ids.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "mention/gazetteer.h"
#include "record/chart.h"
#include "record/ids.h"
#include "record/labels.h"
#include "record/slots.h"
#include "record/strata.h"
#include "record/words.h"

namespace tally {
namespace {

// The words of a measure name something that is counted, not only a place or that something is.
bool says_what(const Measure& measure) {
  Words words;
  const Roots roots =
      words.without_measures(together(words.roots(measure.population), words.roots(measure.property)));
  return std::ranges::any_of(roots, [&](Root root) { return gazetteer::find(words.text(root)).empty(); });
}

// The unit that half of the claims print or more: "defections" are persons where others count who defected,
// but thefts are none because one report speaks of so many cases. What says nothing itself takes any.
std::string usual_unit(const Sheet& sheet, const std::vector<Index>& claims, bool says_what) {
  std::map<std::string, std::size_t> units;
  for (const Index i : claims) ++units[sheet.claim(i).unit];
  for (const auto& [unit, times] : units) {
    if (!unit.empty() && (!says_what || 2 * times >= claims.size())) return unit;
  }
  return {};
}

// The wording that most claims share, of equals the fullest.
Variable variable_of(const Sheet& sheet, Index group, const std::vector<Index>& claims) {
  std::map<std::string, std::pair<int, Index>> wordings;
  Variable v;
  v.id = named_after('v', sheet.claims[claims.front()].id);
  for (const Index i : claims) {
    const Measure& m = sheet.claim(i).measure;
    auto& [times, example] = wordings[m.population + '|' + m.property + '|' + m.place + '|' + m.origin];
    if (times++ == 0) example = i;
    v.id = std::min(v.id, named_after('v', sheet.claims[i].id));
  }
  const auto best = std::ranges::max_element(
      wordings, {}, [](const auto& w) { return std::tuple(w.second.first, w.first.size(), w.first); });
  const Claim& typical = sheet.claim(best->second.second);
  v.unit = typical.unit.empty() ? usual_unit(sheet, claims, says_what(typical.measure)) : typical.unit;
  v.measure = typical.measure;
  for (const Index i : claims) {
    const Aggregate aggregate = aggregate_of(sheet.claim(i));
    if (v.measure.aggregate == Aggregate::unknown || aggregate != Aggregate::unknown) {
      v.measure.aggregate = aggregate;
      if (aggregate != Aggregate::unknown) break;
    }
  }
  v.label = label_of(sheet, best->second.second, v.measure);
  const auto why = sheet.joined_by.find(group);
  if (why != sheet.joined_by.end()) v.joined_by = why->second;
  return v;
}

std::string why_not(const Rival& rival) {
  switch (rival.cause) {
    case Cause::none:
      return "";
    case Cause::revision:
    case Cause::growing:
      return "an earlier count";
    case Cause::authority:
      return "counted by another source";
    case Cause::swapped:
      return "two digits changed places";
    case Cause::factor_ten:
      return "a digit too many or too few";
    case Cause::neighbour:
      return "the value of the period beside it";
    case Cause::contradiction:
      return "contradicts";
    case Cause::unclear:
      return "perhaps not the same measure";
  }
  return "";
}

std::vector<Id> ids_of(const Sheet& sheet, const Rival& rival) {
  std::vector<Id> ids;
  for (const auto* list : {&rival.claims, &rival.rounded}) {
    for (const Index i : *list) ids.push_back(sheet.claims[i].id);
  }
  std::ranges::sort(ids);
  return ids;
}

// What earlier versions of a page gave for this point, kept beside the value.
void add_earlier_versions(const Sheet& sheet, const Rival& chosen, Point& p) {
  for (const VersionChange& change : sheet.version_changes) {
    if (std::ranges::find(chosen.claims, change.now) == chosen.claims.end()) continue;
    const Document& document = sheet.document_of(change.before);
    p.candidates.push_back({*sheet.claim(change.before).value,
                            {sheet.claims[change.before].id},
                            document.published.date,
                            false,
                            "an earlier version of the page"});
    if (p.standing == Standing::single) p.standing = Standing::revised;
  }
}

Point point_of(const Sheet& sheet, const Period& period, const ChartPoint& drawn) {
  Point p;
  p.period = period;
  p.value = drawn.chosen().value;
  p.documents = static_cast<std::uint32_t>(drawn.chosen().documents.size());
  p.origins = static_cast<std::uint32_t>(drawn.chosen().origins.size());
  p.standing = drawn.standing;
  p.claims = ids_of(sheet, drawn.chosen());
  for (const Rival& rival : drawn.rivals) {
    p.candidates.push_back(
        {rival.value, ids_of(sheet, rival), rival.vintage, &rival == &drawn.chosen(), why_not(rival)});
  }
  add_earlier_versions(sheet, drawn.chosen(), p);
  return p;
}

// A number that no rule placed, and no other report either: nobody could say of what it is a row.
bool is_unplaced(const Sheet& sheet, Index i) {
  const Claim& claim = sheet.claim(i);
  return claim.rule == "figure.told" && claim.measure.population.empty() && claim.measure.property.empty();
}

void write_variables(const Sheet& sheet, Record& record) {
  std::map<Index, std::vector<Index>> members;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.variable[i] != kNone && sheet.counts(i)) members[sheet.variable[i]].push_back(i);
  }
  const Chart chart = draw_chart(sheet);
  Words words;
  std::map<Id, Series> series;
  for (const auto& [group, claims] : members) {
    if (std::ranges::all_of(claims, [&](Index i) { return is_unplaced(sheet, i); })) continue;
    record.variables.push_back(variable_of(sheet, group, claims));
    const Id& id = record.variables.back().id;
    for (const Index i : claims) {
      record.claims[i].variable = id;
      // The unit of a claim is that of its variable: "defections" counted in persons elsewhere, but no homes.
      Claim& claim = record.claims[i].claim;
      const bool open = claim.measure.population.empty() || words.is_deed(claim.measure.population);
      if (claim.unit.empty() && open) claim.unit = record.variables.back().unit;
    }
    const Line* line = chart.line(group);
    if (line == nullptr) continue;
    Series& s = series[id];
    s.variable = id;
    for (const auto& [period, point] : *line) s.points.push_back(point_of(sheet, period, point));
  }
  std::ranges::sort(record.variables, {}, &Variable::id);
  for (auto& [id, s] : series) record.series.push_back(std::move(s));
}

}  // namespace

Record write_out(Sheet sheet) {
  Record record;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.event[i] != kNone) sheet.claims[i].event = sheet.events[sheet.event_at[sheet.event[i]]].id;
    if (sheet.origin[i] != kNone) sheet.claims[i].origin = sheet.origins[sheet.origin[i]].id;
  }
  record.claims = sheet.claims;
  for (const auto& [i, label] : sheet.labelled) record.claims[i].claim.period = label;
  write_variables(sheet, record);
  record.documents = std::move(sheet.documents);
  record.events = std::move(sheet.events);
  std::ranges::sort(record.events, {}, &Event::id);
  record.findings = std::move(sheet.findings);
  record.origins = std::move(sheet.origins);
  std::ranges::sort(record.origins, {}, &Origin::id);
  record.entities = std::move(sheet.entities);
  record.decisions = std::move(sheet.decisions);
  return record;
}

}  // namespace tally
