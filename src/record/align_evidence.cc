// Nodes → variables by all evidence together, where neither words nor values alone suffice: every
// coinciding (period, value) pair is weighed by how surprising it is, then what the words say of
// each other, then how much the reports have in common otherwise.
//
//   A: "the tally jumped to 397 in 2022"   B: "cases: 214 in 2019, 61 in 2021, 397 in 2022"
//   C: "61 confirmed cases in 2021"        one word in common, small values, one subject: one measure
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "record/alignment.h"
#include "record/rivalry.h"
#include "record/shared_words.h"

namespace tally {
namespace {

constexpr std::size_t kCrowd = 64;
constexpr int kEnough = 4;
constexpr int kFirm = 7;
constexpr int kEarly = 6;  // before anything is joined by standing nearby

// "151 people", "12 persons": whose number it is the words leave open.
bool counts_only_people(const Slots& slots, const Words& words) {
  return slots.unit == "person" && std::ranges::all_of(slots.core(), [&](Root root) {
           return words.text(root) == "people" || words.text(root) == "person";
         });
}

// What the wordings say: that they are one, nothing (one side has no words of its own), or that
// they are two.
int weigh_words(const Alignment& table, const Words& words, Index a, Index b) {
  const Node& x = table.nodes[a];
  const Node& y = table.nodes[b];
  const Roots names = together(table.subjects.names[x.document], table.subjects.names[y.document]);
  switch (likeness(x.slots, y.slots, names, words)) {
    case Likeness::same:
      return 3;
    case Likeness::related:
      return 2;
    case Likeness::hinted:
      return 1;
    case Likeness::apart:
      break;
  }
  if (is_wordless(x.slots, words) || is_wordless(y.slots, words) || counts_only_people(x.slots, words) ||
      counts_only_people(y.slots, words))
    return 0;
  return share(x.slots.core(), y.slots.core()) ? 0 : -1;
}

int weigh_subject(const Alignment& table, Index a, Index b) {
  const Index x = table.nodes[a].document;
  const Index y = table.nodes[b].document;
  if (table.subjects.are_closely_one(x, y)) return 2;
  return table.subjects.share_names(x, y) ? 1 : 0;
}

// How many different numbers each report gives of a unit and a time: where there are many, two of them meet
// by chance.
class Tries {
 public:
  Tries(const Alignment& table, const Sheet& sheet) : sheet_(&sheet) {
    std::map<std::pair<Index, std::string>, std::set<Decimal>> values;
    for (const Node& node : table.nodes) {
      for (const Index i : node.claims) {
        const Claim& c = sheet.claim(i);
        if (c.period && c.period->known() && c.value->best)
          values[{node.document, key_of(c)}].insert(*c.value->best);
      }
    }
    for (const auto& [place, numbers] : values) count_[place] = numbers.size();
  }

  // What a number of two or three digits that both give for one time says, in digits.
  [[nodiscard]] int weigh(const std::vector<Index>& a, const std::vector<Index>& b) const {
    int most = 0;
    for (const Index i : a) {
      for (const Index j : b) most = std::max(most, weigh(i, j));
    }
    return most;
  }

 private:
  static std::string key_of(const Claim& c) { return unit_key(c.unit) + '|' + c.period->to_string(); }

  [[nodiscard]] int weigh(Index i, Index j) const {
    const Claim& x = sheet_->claim(i);
    const Claim& y = sheet_->claim(j);
    if (!x.period || !x.period->known() || x.period != y.period || x.value->best != y.value->best ||
        !x.value->best || x.value->modifier != y.value->modifier)
      return 0;
    const int digits = surprise(Value::exact(*x.value->best));
    if (digits < 2 || digits > 3) return 0;
    const std::size_t tries = count_.at({sheet_->claims[i].document, key_of(x)}) *
                              count_.at({sheet_->claims[j].document, key_of(y)});
    constexpr std::size_t kFew = 9;
    constexpr std::size_t kMany = 90;
    const int crowd = tries <= kFew ? 0 : tries <= kMany ? 1 : 2;
    return std::max(0, digits == 2 ? 2 - crowd : 2 - crowd / 2);
  }

  const Sheet* sheet_;
  std::map<std::pair<Index, std::string>, std::size_t> count_;
};

// The sentences of two numbers that are one have words in common.
int weigh_sentences(const Alignment& table, const Sheet& sheet, Index a, Index b) {
  constexpr int kSome = 2;
  for (const Index i : table.nodes[a].claims) {
    for (const Index j : table.nodes[b].claims) {
      if (sheet.claim(i).value->best && sheet.claim(i).period == sheet.claim(j).period &&
          sheet.claim(i).value->best == sheet.claim(j).value->best && shared_words(sheet, i, j) >= kSome)
        return 1;
    }
  }
  return 0;
}

// Of persons and percentages every report is full; of hectares, litres and euros few are.
int weigh_unit(const Slots& slots) {
  return slots.unit.empty() || slots.unit == "person" || slots.unit == "percent" ? 0 : 1;
}

bool may_be_one(const Slots& a, const Slots& b) {
  return unit_key(a.unit) == unit_key(b.unit) && compatible(a, b) && places_agree(a.place, b.place) &&
         places_agree(a.origin, b.origin) && a.part == b.part;
}

// Nodes of different reports that give one value for one period.
std::set<std::pair<Index, Index>> meeting(const Alignment& table, const Sheet& sheet) {
  constexpr int kSomething = 2;  // digits
  std::map<std::string, std::vector<Index>> buckets;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Index i : table.nodes[n].claims) {
      const Claim& c = sheet.claim(i);
      if (!c.period || !c.period->known() || !c.value->best) continue;
      if (surprise(Value::exact(*c.value->best)) < kSomething) continue;
      auto& bucket =
          buckets[unit_key(c.unit) + '|' + c.period->to_string() + '|' + c.value->best->to_string()];
      if (bucket.empty() || bucket.back() != n) bucket.push_back(n);
    }
  }
  std::set<std::pair<Index, Index>> pairs;
  for (const auto& [key, bucket] : buckets) {
    if (bucket.size() > kCrowd) continue;
    for (std::size_t x = 0; x < bucket.size(); ++x) {
      for (std::size_t y = x + 1; y < bucket.size(); ++y) {
        if (table.nodes[bucket[x]].document != table.nodes[bucket[y]].document)
          pairs.emplace(bucket[x], bucket[y]);
      }
    }
  }
  return pairs;
}

}  // namespace

void join_by_evidence(Alignment& table, const Sheet& sheet, const Words& words, bool early) {
  const int enough = early ? kEarly : kEnough;
  const Tries tries(table, sheet);
  const auto score = [&](Index a, Index b) {
    const Contact contact = table.contact(a, b);
    if (contact.far > 0 || contact.clashes > 0 || contact.near > contact.pairs || contact.weight == 0)
      return 0;
    return contact.weight + tries.weigh(table.nodes[a].claims, table.nodes[b].claims) +
           (contact.pairs >= 2 ? 1 : 0) + weigh_unit(table.nodes[a].slots) + weigh_words(table, words, a, b) +
           weigh_subject(table, a, b) + weigh_sentences(table, sheet, a, b);
  };
  std::vector<std::tuple<int, Index, Index>> edges;
  for (const auto& [a, b] : meeting(table, sheet)) {
    if (table.groups.find(a) == table.groups.find(b) ||
        !may_be_one(table.nodes[a].slots, table.nodes[b].slots))
      continue;
    if (const int found = score(a, b); found >= enough) edges.emplace_back(-found, a, b);
  }
  std::ranges::sort(edges);
  for (const auto& [negative, a, b] : edges) {
    if (table.groups.find(a) == table.groups.find(b)) continue;
    const int found = score(a, b);
    if (found >= enough)
      table.join(a, b, "values that both give, and words or names in common", found >= kFirm);
  }
}

}  // namespace tally
