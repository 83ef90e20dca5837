// Nodes → variables by what whole reports share. Two reports that print several rare values in
// common tell one story; then one value of one period is enough to say that two wordings measure
// one thing, and two values that are each other with two digits swapped are one value, retyped.
//
//   A: "61,480 people lived in them" on 31 October      B: "64,180 inmates" on 31 October
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "record/alignment.h"
#include "record/rivalry.h"

namespace tally {
namespace {

constexpr std::size_t kCrowd = 64;
constexpr int kOneStory = 8;         // digits that two reports share, in two values or more
constexpr int kOneStoryByNames = 6;  // where they also write the same names
constexpr int kRareValue = 4;        // digits of a value that says something by itself

struct Shared {
  int values = 0;
  int digits = 0;
};
using Stories = std::map<std::pair<Index, Index>, Shared>;

// Two digits coincide by chance now and then, three seldom, four hardly ever.
int says(const Value& value) {
  const int digits = surprise(value);
  return digits < 3 ? 0 : digits == 3 ? 2 : digits;
}

std::string digits_sorted(const Value& value) {
  std::string digits = value.best->to_string();
  std::ranges::sort(digits);
  return digits;
}

// What every pair of reports has in common.
Stories stories_of(const Alignment& table, const Sheet& sheet) {
  std::map<std::string, std::set<Index>> holders;
  std::map<std::string, int> digits;
  for (const Node& node : table.nodes) {
    for (const Index i : node.claims) {
      const Claim& c = sheet.claim(i);
      if (says(*c.value) == 0) continue;
      const std::string key = unit_key(c.unit) + '|' + c.value->best->to_string();
      holders[key].insert(node.document);
      digits[key] = says(*c.value);
    }
  }
  Stories stories;
  for (const auto& [key, documents] : holders) {
    if (documents.size() > kCrowd) continue;
    for (auto a = documents.begin(); a != documents.end(); ++a) {
      for (auto b = std::next(a); b != documents.end(); ++b) {
        Shared& shared = stories[{*a, *b}];
        ++shared.values;
        shared.digits += digits[key];
      }
    }
  }
  return stories;
}

bool one_story(const Alignment& table, const Stories& stories, Index a, Index b) {
  const auto at = stories.find({std::min(a, b), std::max(a, b)});
  if (at == stories.end() || at->second.values < 2) return false;
  return at->second.digits >= kOneStory ||
         (at->second.digits >= kOneStoryByNames && table.subjects.are_one(a, b));
}

using Buckets = std::map<std::string, std::vector<Index>>;

// Nodes by a period and a value of it, or by a period and the digits of a value.
Buckets buckets_of(const Alignment& table, const Sheet& sheet, bool by_digits) {
  Buckets buckets;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Index i : table.nodes[n].claims) {
      const Claim& c = sheet.claim(i);
      if (!c.period || !c.period->known() || says(*c.value) < (by_digits ? kRareValue : 1)) continue;
      auto& bucket = buckets[unit_key(c.unit) + '|' + c.period->to_string() + '|' +
                             (by_digits ? digits_sorted(*c.value) : c.value->best->to_string())];
      if (bucket.empty() || bucket.back() != n) bucket.push_back(n);
    }
  }
  return buckets;
}

template <class Use>
void each_pair(Alignment& table, const Buckets& buckets, Use use) {
  std::set<std::pair<Index, Index>> seen;
  for (const auto& [key, bucket] : buckets) {
    if (bucket.size() > kCrowd) continue;
    for (std::size_t x = 0; x < bucket.size(); ++x) {
      for (std::size_t y = x + 1; y < bucket.size(); ++y) {
        // What words joined already is not looked at again: large groups take long to hold together.
        const bool apart = table.nodes[bucket[x]].document != table.nodes[bucket[y]].document &&
                           table.groups.find(bucket[x]) != table.groups.find(bucket[y]);
        if (apart && seen.emplace(bucket[x], bucket[y]).second) use(bucket[x], bucket[y]);
      }
    }
  }
}

bool may_be_one(const Slots& a, const Slots& b) {
  return compatible(a, b) && places_agree(a.place, b.place) && places_agree(a.origin, b.origin);
}

bool hold_swapped(const Alignment& table, const Sheet& sheet, Index a, Index b) {
  return std::ranges::any_of(table.nodes[a].claims, [&](Index i) {
    return std::ranges::any_of(table.nodes[b].claims, [&](Index j) {
      return says(*sheet.claim(i).value) >= kRareValue && sheet.claim(i).period == sheet.claim(j).period &&
             rivalry(*sheet.claim(i).value, *sheet.claim(j).value) == Rivalry::swapped;
    });
  });
}

// Five digits or more of one day, in a book with few such figures, are no chance.
bool seldom(const Alignment& table, const Sheet& sheet, const std::map<std::string, std::size_t>& crowd,
            Index a) {
  constexpr std::size_t kFew = 20;
  constexpr int kDigits = 4;
  return std::ranges::any_of(table.nodes[a].claims, [&](Index i) {
    const Claim& c = sheet.claim(i);
    return c.period && c.period->known() && c.period->grain() == Grain::day &&
           surprise(*c.value) >= kDigits && crowd.at(unit_key(c.unit) + c.period->to_string()) <= kFew;
  });
}

// How many figures there are of a unit and a period.
std::map<std::string, std::size_t> crowds(const Alignment& table, const Sheet& sheet) {
  std::map<std::string, std::size_t> crowd;
  for (const Node& node : table.nodes) {
    for (const Index i : node.claims) {
      const Claim& c = sheet.claim(i);
      if (c.period && c.period->known()) ++crowd[unit_key(c.unit) + c.period->to_string()];
    }
  }
  return crowd;
}

}  // namespace

void join_by_story(Alignment& table, const Sheet& sheet) {
  const Stories stories = stories_of(table, sheet);
  std::vector<std::tuple<int, Index, Index>> edges;
  each_pair(table, buckets_of(table, sheet, false), [&](Index a, Index b) {
    const Index x = table.nodes[a].document;
    const Index y = table.nodes[b].document;
    const bool story = one_story(table, stories, x, y);
    if (!story && !table.subjects.are_closely_one(x, y)) return;
    if (!may_be_one(table.nodes[a].slots, table.nodes[b].slots)) return;
    const Contact contact = table.contact(a, b);
    if (story || contact.digits >= kRareValue) edges.emplace_back(-contact.digits, a, b);
  });
  std::ranges::sort(edges);
  for (const auto& [digits, a, b] : edges) {
    if (table.groups.find(a) == table.groups.find(b)) continue;
    const Contact contact = table.contact(a, b);
    if (contact.far > 0 || contact.clashes > 0) continue;
    table.join(a, b, "a value that both give, in reports on one story", contact.digits >= kRareValue);
  }
  const auto crowd = crowds(table, sheet);
  each_pair(table, buckets_of(table, sheet, true), [&](Index a, Index b) {
    const Index x = table.nodes[a].document;
    const Index y = table.nodes[b].document;
    const bool alone = seldom(table, sheet, crowd, a) && seldom(table, sheet, crowd, b);
    if (!alone && !one_story(table, stories, x, y) && !table.subjects.are_closely_one(x, y)) return;
    if (!may_be_one(table.nodes[a].slots, table.nodes[b].slots) || !hold_swapped(table, sheet, a, b)) return;
    const Contact contact = table.contact(a, b);
    if (contact.far == 0 && contact.clashes == 0) table.join(a, b, "one value with two digits swapped", true);
  });
}

}  // namespace tally
