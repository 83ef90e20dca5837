// Nodes → variables: by wording, by shared values, by likeness.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "record/alignment.h"
#include "record/rivalry.h"
#include "record/strata.h"

namespace tally {
namespace {

// Two coinciding pairs or more, and not of small numbers: 2,706 and 1,502 are eight digits.
constexpr int kPairsThatJoin = 2;
constexpr int kDigitsThatJoin = 5;
// A bucket with more members than this says nothing by being shared.
constexpr std::size_t kCrowd = 64;

using Bucket = std::vector<Index>;

// Every slot that tells one measure from another is filled.
bool is_complete(const Slots& s) {
  return !s.population.empty() && !s.property.empty() && !(s.place.empty() && s.origin.empty());
}

void add(Bucket& bucket, Index i) {
  if (bucket.empty() || bucket.back() != i) bucket.push_back(i);
}

std::set<std::pair<Index, Index>> pairs_in(const std::map<std::string, Bucket>& buckets, Groups& groups) {
  std::set<std::pair<Index, Index>> pairs;
  for (const auto& [key, bucket] : buckets) {
    std::set<Index> roots;
    for (const Index i : bucket) roots.insert(groups.find(i));
    if (roots.size() > kCrowd) continue;
    for (auto a = roots.begin(); a != roots.end(); ++a) {
      for (auto b = std::next(a); b != roots.end(); ++b) pairs.emplace(*a, *b);
    }
  }
  return pairs;
}

std::string wording_key(const Slots& s) {
  std::string key = s.unit + '|' + std::to_string(static_cast<int>(s.aggregate)) + (s.dated ? "d" : "u") +
                    (s.part ? "p" : "") + (s.stands ? "s" : "");
  for (const Roots* roots : {&s.population, &s.property, &s.printed, &s.place, &s.origin}) {
    key += '|';
    for (const Root root : *roots) key += std::to_string(root) + ' ';
  }
  return key;
}

std::string reason(const Alignment& table, Index a, Index b, const Contact& contact) {
  if (contact.pairs >= kPairsThatJoin)
    return "the same values in " + std::to_string(contact.pairs) + " periods";
  if (contact.pairs == 1) return "like words and a value that both give";
  return table.nodes[a].document == table.nodes[b].document ? "like words in one report" : "like words";
}

}  // namespace

void join_by_ruling(Alignment& table, const Sheet& sheet) {
  std::map<Index, Index> node_of;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Index i : table.nodes[n].claims) node_of[i] = n;
  }
  for (const Ruling& ruling : sheet.rulings) {
    if (!ruling.same || !node_of.contains(ruling.a) || !node_of.contains(ruling.b)) continue;
    table.join(node_of[ruling.a], node_of[ruling.b], "a person's ruling", true);
  }
}

void join_by_wording(Alignment& table) {
  std::map<std::string, Bucket> wordings;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    if (!table.nodes[n].slots.core().empty()) wordings[wording_key(table.nodes[n].slots)].push_back(n);
  }
  for (const auto& [key, bucket] : wordings) {
    // Each node meets the groups that this wording has formed so far, seldom more than one.
    std::vector<Index> leaders;
    for (const Index n : bucket) {
      const auto fits = [&](Index leader) {
        if (table.nodes[n].document == table.nodes[leader].document) return false;  // of other sizes
        const Contact contact = table.contact(n, leader);
        if (contact.clashes > 0) return false;
        if (is_complete(table.nodes[n].slots)) return true;
        if (!table.sizes_meet(n, leader)) return false;
        return contact.far <= contact.pairs &&
               table.subjects.are_one(table.nodes[n].document, table.nodes[leader].document);
      };
      const auto leader = std::ranges::find_if(leaders, fits);
      if (leader != leaders.end()) {
        const Index x = table.nodes[n].document;
        const Index y = table.nodes[*leader].document;
        const bool firmly = is_complete(table.nodes[n].slots) || table.subjects.are_closely_one(x, y) ||
                            table.contact(n, *leader).pairs > 0;
        table.join(n, *leader, "", firmly);
      } else if (leaders.size() < kCrowd) {
        leaders.push_back(n);
      }
    }
  }
}

void join_by_values(Alignment& table, const Sheet& sheet) {
  std::map<std::string, Bucket> buckets;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Index i : table.nodes[n].claims) {
      const Claim& c = sheet.claim(i);
      if (!c.period || !c.period->known() || surprise(*c.value) < 2) continue;
      add(buckets[unit_key(c.unit) + '|' + c.period->to_string() + '|' + c.value->best->to_string()], n);
    }
  }
  std::vector<std::tuple<int, Index, Index>> edges;
  for (const auto& [a, b] : pairs_in(buckets, table.groups)) {
    const Contact contact = table.contact(a, b);
    if (contact.pairs < kPairsThatJoin || contact.digits < kDigitsThatJoin || contact.far >= contact.pairs)
      continue;
    if (!compatible(table.nodes[a].slots, table.nodes[b].slots)) continue;
    edges.emplace_back(-contact.digits, a, b);
  }
  std::ranges::sort(edges);
  for (const auto& [digits, a, b] : edges) {
    const Contact contact = table.contact(a, b);
    if (contact.far < std::max(contact.pairs, 1)) table.join(a, b, reason(table, a, b, contact), true);
  }
}

void join_by_likeness(Alignment& table, const Words& words) {
  std::map<std::string, Bucket> buckets;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Root root : table.nodes[n].slots.core()) {
      add(buckets[unit_key(table.nodes[n].slots.unit) + '|' + std::to_string(root)], n);
    }
    // Words of one meaning share no family: those that count at one place meet too.
    for (const Root root : table.nodes[n].slots.place) {
      add(buckets[unit_key(table.nodes[n].slots.unit) + "|at " + std::to_string(root)], n);
    }
  }
  // Node pairs, not group pairs: likeness is between wordings.
  std::set<std::pair<Index, Index>> pairs;
  for (const auto& [key, bucket] : buckets) {
    if (bucket.size() > kCrowd * 4) continue;
    for (std::size_t x = 0; x < bucket.size(); ++x) {
      for (std::size_t y = x + 1; y < bucket.size() && y < x + kCrowd; ++y)
        pairs.emplace(bucket[x], bucket[y]);
    }
  }
  std::vector<std::tuple<int, Index, Index>> edges;
  for (const auto& [a, b] : pairs) {
    const Node& x = table.nodes[a];
    const Node& y = table.nodes[b];
    const Likeness how =
        likeness(x.slots, y.slots,
                 together(table.subjects.names[x.document], table.subjects.names[y.document]), words);
    if (how == Likeness::apart || !table.subjects.are_one(x.document, y.document)) continue;
    const Contact contact = table.contact(a, b);
    if (how == Likeness::hinted && contact.digits == 0) continue;
    if (!table.sizes_agree(a, b)) continue;
    const int score = contact.digits + (how == Likeness::same ? 4 : 0) + (x.document == y.document ? 2 : 0);
    edges.emplace_back(-score, a, b);
  }
  std::ranges::sort(edges);
  for (const auto& [score, a, b] : edges) {
    if (table.groups.find(a) == table.groups.find(b)) continue;
    const Contact contact = table.contact(a, b);
    const bool one_report = table.nodes[a].document == table.nodes[b].document;
    if (contact.far > 0 || contact.clashes > 0) continue;
    if (contact.pairs == 0 && !one_report && !table.sizes_meet(a, b)) continue;
    table.join(a, b, reason(table, a, b, contact), contact.pairs > 0 || one_report);
  }
}

namespace {

// Variables that differ in their stretch of time only: quarters, years, totals of one thing.
Groups families(Alignment& table) {
  Groups families(table.nodes.size());
  std::map<std::string, Bucket> buckets;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    families.join(n, table.groups.find(n));
    Slots slots = table.nodes[n].slots;
    if (slots.core().empty()) continue;
    slots.aggregate = Aggregate::unknown;
    slots.dated = false;
    buckets[wording_key(slots)].push_back(n);
  }
  for (const auto& [key, bucket] : buckets) {
    const Index first = bucket.front();
    for (const Index n : bucket) {
      if (table.subjects.are_one(table.nodes[first].document, table.nodes[n].document))
        families.join(first, n);
    }
  }
  return families;
}

// A figure without a time of its own stands for what its variable stands for.
void take_aggregates(Sheet& sheet) {
  std::map<Index, Aggregate> standing;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Aggregate aggregate = sheet.claim(i).measure.aggregate;
    if (sheet.variable[i] != kNone && !is_flow(aggregate)) standing.try_emplace(sheet.variable[i], aggregate);
  }
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    Claim& c = sheet.claim(i);
    const auto at = sheet.variable[i] == kNone ? standing.end() : standing.find(sheet.variable[i]);
    if (at == standing.end() || c.measure.aggregate != Aggregate::unknown || c.period || c.relative) continue;
    if (at->second == Aggregate::total || at->second == Aggregate::level) c.measure.aggregate = at->second;
  }
}

}  // namespace

void align(Sheet& sheet, Words& words, const Subjects& subjects) {
  Alignment table(sheet, words, subjects);
  join_by_ruling(table, sheet);
  join_by_wording(table);
  join_repeated(table, sheet);
  join_corrected(table, sheet);
  join_by_evidence(table, sheet, words, true);  // before what only stands nearby takes its place
  join_listed(table, sheet, words);
  join_wordless(table, sheet, words);
  join_rows(table, sheet, words);
  join_by_values(table, sheet);
  join_by_story(table, sheet);
  join_by_evidence(table, sheet, words, false);
  join_by_likeness(table, words);
  join_rows(table, sheet, words);  // what was joined by now may be the rest of a row
  join_gaps(table, sheet);
  sheet.variable.assign(sheet.claims.size(), kNone);
  sheet.core.assign(sheet.claims.size(), kNone);
  sheet.family.assign(sheet.claims.size(), kNone);
  sheet.joined_by.clear();
  sheet.filled.assign(sheet.claims.size(), false);
  for (const Index i : table.filled) sheet.filled[i] = true;
  Groups family = families(table);
  for (Index n = 0; n < table.nodes.size(); ++n) {
    const Index group = table.groups.find(n);
    for (const Index i : table.nodes[n].claims) {
      sheet.family[i] = family.find(n);
      sheet.variable[i] = group;
      sheet.core[i] = table.core.find(n);
    }
  }
  for (const auto& [group, reasons] : table.reasons) {
    std::string& why = sheet.joined_by[group];
    for (const std::string& one : reasons) why += (why.empty() ? "" : "; ") + one;
  }
  take_aggregates(sheet);
}

}  // namespace tally
