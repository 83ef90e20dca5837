// Decisions of persons, replayed on every drawing up: a claim taken out or corrected, a value
// preferred, two claims joined or told apart. A decision whose target is gone waits for review.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "record/partition.h"
#include "record/strata.h"

namespace tally {
namespace {

using Json = nlohmann::json;

struct Targets {
  std::vector<Index> claims;
  std::vector<Index> documents;
  bool complete = true;
};

// A variable, series or event is named after its smallest claim and stands for it.
Targets find(const Sheet& sheet, const Decision& decision, const std::map<Id, Index>& claims,
             const std::map<Id, Index>& documents) {
  Targets found;
  for (const Id& target : decision.target) {
    if (const auto d = documents.find(target); d != documents.end()) {
      found.documents.push_back(d->second);
      continue;
    }
    const auto c = claims.find(claim_meant(target));
    if (c != claims.end()) {
      found.claims.push_back(c->second);
    } else {
      found.complete = false;
    }
  }
  found.complete = found.complete && !(found.claims.empty() && found.documents.empty());
  (void)sheet;
  return found;
}

std::optional<Decimal> decimal(const Json& json) {
  if (json.is_number()) return Decimal::parse(json.dump());
  return json.is_string() ? Decimal::parse(json.get<std::string>()) : std::nullopt;
}

// {"best": 1417} · {"low": 1400, "modifier": "more_than"} · {"period": "2015"} · {"unit": "person"} · 1417
bool correct(Claim& claim, const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return false;
  if (!json.is_object()) {
    const auto number = decimal(json);
    if (number) claim.value = Value::exact(*number);
    return number.has_value();
  }
  if (json.contains("best") || json.contains("low") || json.contains("high")) {
    const auto part = [&](const char* key) { return json.contains(key) ? decimal(json[key]) : std::nullopt; };
    Value value;
    value.best = part("best");
    value.low = part("low");
    value.high = part("high");
    if (json.contains("modifier") && json["modifier"].is_string()) {
      value.modifier = modifier_named(json["modifier"].get<std::string>()).value_or(Modifier::exact);
    }
    if (value.modifier == Modifier::exact && value.best) value.low = value.high = value.best;
    claim.value = value;
  }
  if (json.contains("unit") && json["unit"].is_string()) claim.unit = json["unit"].get<std::string>();
  if (json.contains("period") && json["period"].is_string()) {
    const auto period = Period::parse(json["period"].get<std::string>());
    if (!period) return false;
    claim.period = period;
    claim.relative.reset();
  }
  return true;
}

void take_out(Sheet& sheet, const Targets& targets) {
  for (const Index i : targets.claims) sheet.out[i] = true;
  for (const Index d : targets.documents) {
    const Index begin = sheet.first_claim[d];
    for (Index i = begin; i < begin + sheet.documents[d].claims.size(); ++i) sheet.out[i] = true;
  }
}

bool apply(Sheet& sheet, const Decision& decision, const Targets& targets) {
  switch (decision.op) {
    case DecisionOp::accept:
      return true;
    case DecisionOp::reject:
    case DecisionOp::exclude:
      take_out(sheet, targets);
      return true;
    case DecisionOp::correct:
      return std::ranges::all_of(targets.claims,
                                 [&](Index i) { return correct(sheet.claim(i), decision.value); });
    case DecisionOp::prefer:
      for (const Index i : targets.claims) sheet.preferred[i] = true;
      return !targets.claims.empty();
    case DecisionOp::same:
    case DecisionOp::different:
      for (std::size_t t = 1; t < targets.claims.size(); ++t) {
        sheet.rulings.push_back({targets.claims[0], targets.claims[t], decision.op == DecisionOp::same});
      }
      return targets.claims.size() >= 2;
  }
  return false;
}

}  // namespace

void replay(Sheet& sheet) {
  if (sheet.decisions.empty()) return;
  std::map<Id, Index> claims;
  std::map<Id, Index> documents;
  for (Index i = 0; i < sheet.claims.size(); ++i) claims[sheet.claims[i].id] = i;
  for (Index d = 0; d < sheet.documents.size(); ++d) documents[sheet.documents[d].id] = d;
  for (Decision& decision : sheet.decisions) {
    const Targets targets = find(sheet, decision, claims, documents);
    decision.applied = targets.complete && apply(sheet, decision, targets);
  }
}

}  // namespace tally
