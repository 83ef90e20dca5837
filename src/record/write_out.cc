// The finished sheet → the record.
#include <algorithm>
#include <map>
#include <utility>

#include "record/ids.h"
#include "record/strata.h"

namespace tally {
namespace {

Variable variable_of(const Claim& claim) {
  Variable v;
  v.unit = claim.unit;
  v.measure = claim.measure;
  v.label = claim.measure.population.empty() ? claim.measure.property : claim.measure.population;
  return v;
}

void write_series(const Sheet& sheet, Record& record) {
  std::map<Index, Index> seen;
  std::map<std::string, Series> series;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.variable[i] == kNone) continue;
    const auto [at, fresh] = seen.try_emplace(sheet.variable[i], static_cast<Index>(record.variables.size()));
    if (fresh) {
      record.variables.push_back(variable_of(sheet.claim(i)));
      record.variables.back().id = named_after('v', sheet.claims[i].id);
    }
    Variable& v = record.variables[at->second];
    record.claims[i].variable = v.id;
    if (!sheet.claim(i).period) continue;
    Series& s = series[v.id];
    s.variable = v.id;
    Point point;
    point.period = *sheet.claim(i).period;
    point.value = *sheet.claim(i).value;
    point.claims = {sheet.claims[i].id};
    point.documents = 1;
    point.origins = 1;
    s.points.push_back(std::move(point));
  }
  for (auto& [id, s] : series) record.series.push_back(std::move(s));
}

}  // namespace

Record write_out(Sheet sheet) {
  Record record;
  record.claims = sheet.claims;
  write_series(sheet, record);
  record.documents = std::move(sheet.documents);
  record.decisions = std::move(sheet.decisions);
  return record;
}

}  // namespace tally
