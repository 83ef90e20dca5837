// Nodes of the alignment, and what their values say of each other.
#include "record/alignment.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <span>
#include <tuple>

#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/told_corrections.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_exact_pair(const Value& a, const Value& b) {
  return a.modifier == Modifier::exact && b.modifier == Modifier::exact;
}

// "Four states accounted for 7,897 applications", "2,611 of those were made here": some of what is counted.
bool counts_some(const Sheet& sheet, Index claim) {
  constexpr std::size_t kBefore = 32;  // bytes
  std::string_view before = words_up_to(sheet, claim);
  if (before.size() > kBefore) before.remove_prefix(before.size() - kBefore);
  const std::vector<std::string> words = plain_words(before);
  for (std::size_t w = 0; w + 1 < words.size(); ++w) {
    if (words[w].starts_with("account") && words[w + 1] == "for") return true;
  }
  const std::vector<std::string> behind = plain_words(words_from(sheet, claim).substr(0, kBefore / 2));
  const bool of_those = behind.size() >= 2 && behind[0] == "of" &&
                        (behind[1] == "those" || behind[1] == "them" || behind[1] == "these");
  // Of people told of, or of so many told right before.
  const auto number = sheet.claim(claim).value->printed();
  return of_those && number && std::ranges::any_of(figures_near(sheet, claim, 1), [&](Index i) {
           const Claim& c = sheet.claim(i);
           return c.period == sheet.claim(claim).period && c.quote.end < sheet.claim(claim).quote.end &&
                  c.value->printed() > number;
         });
}

// "57 people lost their lives", "the fire claimed 88 lives": they died.
bool ends_lives(const Sheet& sheet, Index claim) {
  const Vocabulary& known = vocabulary();
  constexpr std::size_t kReach = 32;  // bytes behind the number
  const Span quote = sheet.claim(claim).quote;
  const std::string_view text = sheet.document_of(claim).text;
  if (quote.end > text.size()) return false;
  bool verb = false;
  for (const std::string& word : plain_words(text.substr(quote.begin, quote.size() + kReach))) {
    const WordId id = known.find(word);
    if (verb && (word == "life" || word == "lives")) return true;
    verb = (verb && (word == "their" || word == "his" || word == "her" || word == "the")) ||
           (id != 0 && known.is(known.lemma_id(id, Pos::verb), WordClass::life_verb));
  }
  return false;
}

void tell_death(Slots& slots, Words& words) {
  slots.property = {words.death()};
  slots.population = without(slots.population, {words.life()});
}

// The claims of each report, those whose time is printed before those whose time was only concluded: of two
// numbers for one time the first is right.
std::vector<Index> printed_times_first(const Sheet& sheet) {
  std::vector<Index> order(sheet.claims.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](Index i) {
    return std::pair(sheet.claims[i].document, sheet.claim(i).period_basis != Basis::printed);
  });
  return order;
}

using NodeKey = std::tuple<std::string, int, Roots, Roots, Roots, Roots, Roots>;

NodeKey key_of(const Slots& s) {
  const int stretch =
      static_cast<int>(s.aggregate) * 8 + (s.stands ? 4 : 0) + (s.part ? 2 : 0) + (s.dated ? 1 : 0);
  return {s.unit, stretch, s.population, s.property, s.printed, s.place, s.origin};
}

}  // namespace

Alignment::Alignment(const Sheet& sheet, Words& words, const Subjects& about)
    : subjects(about), groups(0), core(0), sheet_(&sheet), doubtful_(sheet.claims.size()) {
  values_.reserve(sheet.claims.size());
  for (Index i = 0; i < sheet.claims.size(); ++i)
    values_.emplace_back(sheet.claim(i).value.value_or(Value{}));
  make_nodes(words);
  groups = Groups(nodes.size());
  core = Groups(nodes.size());
  std::map<Index, Index> node_of;
  for (Index n = 0; n < nodes.size(); ++n) {
    for (const Index i : nodes[n].claims) node_of[i] = n;
  }
  for (const Ruling& ruling : sheet.rulings) {
    if (!ruling.same && node_of.contains(ruling.a) && node_of.contains(ruling.b)) {
      apart_.emplace_back(node_of[ruling.a], node_of[ruling.b]);
    }
  }
}

// A node without a date must not tie a flow to a total.
bool Alignment::clash(Index a, Index b) const {
  const Index x = dated_[a];
  const Index y = dated_[b];
  return x != kNone && y != kNone && !compatible(nodes[x].slots, nodes[y].slots);
}

bool Alignment::sizes_agree(Index a, Index b) const {
  const auto timeless = [](const Node& node) {
    return node.slots.aggregate == Aggregate::unknown && !node.slots.dated;
  };
  if (!timeless(nodes[a]) && !timeless(nodes[b])) return true;
  for (const Index i : nodes[a].claims) {
    for (const Index j : nodes[b].claims) {
      if (near_in_size(*sheet_->claim(i).value, *sheet_->claim(j).value)) return true;
    }
  }
  return false;
}

bool Alignment::sizes_meet(Index a, Index b) {
  constexpr double kMost = 8;
  const Reach& x = reach_[groups.find(a)];
  const Reach& y = reach_[groups.find(b)];
  if (x.most == 0 || y.most == 0) return true;
  return x.least <= kMost * y.most && y.least <= kMost * x.most;
}

bool Alignment::is_of_size(const Node& node, const Value& value) const {
  if (!value.printed()) return true;
  return std::ranges::any_of(node.claims, [&](Index i) {
    const Value& other = *sheet_->claim(i).value;
    return !other.printed() || comparable_in_size(other, value);
  });
}

bool Alignment::kept_apart(Index a, Index b) {
  return std::ranges::any_of(apart_, [&](const auto& pair) {
    const Index x = groups.find(pair.first);
    const Index y = groups.find(pair.second);
    return (x == a && y == b) || (x == b && y == a);
  });
}

void Alignment::make_nodes(Words& words) {
  Index document = kNone;
  std::map<NodeKey, std::vector<Index>> seen;
  std::map<Period, std::vector<Index>> timed;  // nodes of the report that give a number of a time
  // A figure that a person told apart from another is a node of its own.
  std::set<Index> alone;
  for (const Ruling& ruling : sheet_->rulings) {
    if (!ruling.same) alone.insert({ruling.a, ruling.b});
  }
  for (const Index i : printed_times_first(*sheet_)) {
    // Head-counts of happenings belong to their event, not to a wording.
    if (!sheet_->counts(i)) continue;
    if (sheet_->claim(i).happening != kNone && !sheet_->counts_a_stretch(i)) continue;
    if (sheet_->claims[i].document != document) {
      seen.clear();
      timed.clear();
    }
    document = sheet_->claims[i].document;
    Slots slots = slots_of(sheet_->claim(i), words);
    if (ends_lives(*sheet_, i)) tell_death(slots, words);
    slots.part = (slots.part && !is_of_its_time(*sheet_, i)) || counts_some(*sheet_, i);
    NodeKey key = key_of(slots);
    if (alone.contains(i)) std::get<0>(key) += '#' + std::to_string(i);
    // One wording, but 66,410 who wait and 2,890 who wait too long: sizes far apart are counts of two things.
    std::vector<Index>& alike = seen[std::move(key)];
    auto at = std::ranges::find_if(alike, [&](Index n) {
      return is_of_size(nodes[n], *sheet_->claim(i).value) && !gives_otherwise(n, i);
    });
    if (at == alike.end()) {
      at = alike.insert(alike.end(), static_cast<Index>(nodes.size()));
      dated_.push_back(slots.dated || slots.aggregate != Aggregate::unknown ? static_cast<Index>(nodes.size())
                                                                            : kNone);
      nodes.push_back({document, std::move(slots), {}});
      facts_.emplace_back();
      reach_.emplace_back();
    }
    nodes[*at].claims.push_back(i);
    if (const auto number = sheet_->claim(i).value->printed(); number && !number->is_zero()) {
      const double size = std::abs(number->to_double());
      reach_[*at] = {std::min(reach_[*at].least, size), std::max(reach_[*at].most, size)};
    }
    // What the report contradicts by a printed time is hardly of the time that was concluded for it.
    const Claim& c = sheet_->claim(i);
    if (!c.period || !c.period->known()) continue;
    std::vector<Index>& at_this_time = timed[*c.period];
    constexpr std::size_t kFew = 32;
    const bool doubtful = c.period_basis != Basis::printed && std::ranges::any_of(at_this_time, [&](Index n) {
                            return n != *at &&
                                   unit_key(nodes[n].slots.unit) == unit_key(nodes[*at].slots.unit) &&
                                   nodes[n].slots.population == nodes[*at].slots.population &&
                                   nodes[n].slots.property == nodes[*at].slots.property &&
                                   nodes[n].slots.place == nodes[*at].slots.place && gives_otherwise(n, i);
                          });
    doubtful_[i] = doubtful;
    facts_[*at][*c.period].push_back(i);
    if (c.period_basis == Basis::printed && at_this_time.size() < kFew) at_this_time.push_back(*at);
  }
}

// One report gives one number for one time of one measure: where a node has another already, and neither took
// the place of the other nor has a source of its own, what the second counts is something else.
bool Alignment::gives_otherwise(Index node, Index claim) const {
  const Claim& c = sheet_->claim(claim);
  if (!c.period || !c.period->known() || c.in_title) return false;
  const auto known = facts_[node].find(*c.period);
  if (known == facts_[node].end()) return false;
  return std::ranges::any_of(known->second, [&](Index other) {
    const Claim& o = sheet_->claim(other);
    if (o.in_title || !is_exact_pair(*c.value, *o.value)) return false;
    const Rivalry how = rivalry(values_[claim], values_[other]);
    if (how == Rivalry::agree || how == Rivalry::rounding) return false;
    if (!c.attribution.empty() && !o.attribution.empty() && c.attribution.front() != o.attribution.front())
      return false;
    return !took_place(claim, other, how);
  });
}

// "Corrected to 356 from 352": one took the place of the other.
bool Alignment::took_place(Index a, Index b, Rivalry how) const {
  if (sets_right(*sheet_, a, b)) return true;
  if (how != Rivalry::near || sheet_->claims[a].document != sheet_->claims[b].document) return false;
  constexpr std::uint32_t kClose = 120;  // bytes
  const auto [first, second] = std::minmax({number_end(*sheet_, a), number_end(*sheet_, b)});
  return (second - first <= kClose && tells_correction(*sheet_, a, b)) ||
         (sentences_between(*sheet_, a, b) == 0 &&
          (tells_revision(*sheet_, a) || tells_revision(*sheet_, b)));
}

void Alignment::meet(const std::vector<Index>& a, const std::vector<Index>& b, Contact& contact) const {
  int best = -1;
  Rivalry worst = Rivalry::agree;
  bool clash = false;
  bool slipped = false;
  bool rounded = false;
  // The first of many stand for all: a crowd in one period takes no longer than a few.
  constexpr std::size_t kMost = 32;
  for (const Index i : std::span(a).first(std::min(a.size(), kMost))) {
    for (const Index j : std::span(b).first(std::min(b.size(), kMost))) {
      const Contender& x = values_[i];
      const Contender& y = values_[j];
      const bool one_report = sheet_->claims[i].document == sheet_->claims[j].document;
      const Rivalry how = rivalry(x, y);
      if (!one_report && how != Rivalry::agree && (doubtful_[i] || doubtful_[j])) continue;
      // A borrowed time says less: the number was what it was borrowed for.
      constexpr int kBorrowed = 3;  // digits
      const int surprise = x.is_exact ? x.telling_digits : 0;
      const int weight =
          sheet_->borrowed[i] || sheet_->borrowed[j] ? std::min(surprise, kBorrowed) : surprise;
      if (how == Rivalry::agree && is_exact_pair(x.value, y.value)) best = std::max(best, weight);
      if (how == Rivalry::agree || how == Rivalry::rounding) {
        best = std::max(best, 0);
        rounded = rounded || (x.telling_digits >= 2 && y.telling_digits >= 2);
        continue;
      }
      // The same digits but for two that changed places: the same row, retyped.
      if (how == Rivalry::swapped && surprise >= 4) slipped = true;
      worst = std::max(worst, how);
      clash = clash || (one_report && !took_place(i, j, how));
    }
  }
  // Two digits coincide by chance now and then, three seldom, four hardly ever.
  if (best >= 2) {
    ++contact.pairs;
    contact.digits += best == 2 ? 0 : best == 3 ? 2 : best;
  }
  contact.weight += best >= 4 ? best : best >= 2 ? best - 1 : rounded ? 1 : 0;
  if (best < 0 && slipped) {
    ++contact.pairs;
    contact.digits += 2;
    contact.weight += 2;
  }
  if (best < 0 && worst == Rivalry::far) ++contact.far;
  if (best < 0 && worst != Rivalry::far && worst != Rivalry::agree) ++contact.near;
  if (best < 0 && clash) ++contact.clashes;
}

Contact Alignment::contact(Index a, Index b) {
  const auto* small = &facts_[groups.find(a)];
  const auto* large = &facts_[groups.find(b)];
  if (small->size() > large->size()) std::swap(small, large);
  Contact contact;
  for (const auto& [period, claims] : *small) {
    const auto other = large->find(period);
    if (other != large->end()) meet(claims, other->second, contact);
  }
  return contact;
}

std::vector<ToldMeasure> measures_told(Alignment& table) {
  std::map<std::pair<Index, Index>, ToldMeasure> told;  // by report and group
  for (Index n = 0; n < table.nodes.size(); ++n) {
    const Node& node = table.nodes[n];
    if (node.slots.part || node.slots.stands || node.slots.unit == "percent") continue;
    const std::pair place(node.document, table.groups.find(n));
    ToldMeasure& one = told.try_emplace(place, ToldMeasure{node.document, n, {}}).first->second;
    one.claims.insert(one.claims.end(), node.claims.begin(), node.claims.end());
  }
  std::vector<ToldMeasure> all;
  all.reserve(told.size());
  for (auto& [place, one] : told) all.push_back(std::move(one));
  return all;
}

std::optional<std::vector<Index>> steps_of(const Sheet& sheet, const std::vector<Index>& claims) {
  std::vector<Index> steps;
  Grain grain = Grain::none;
  for (const Index i : claims) {
    const Claim& c = sheet.claim(i);
    if (!c.period || !c.period->known() || c.period->open_from || c.period->open_to || !c.value->best)
      continue;
    const Grain own = c.period->grain();
    if (!is_step(own) || (grain != Grain::none && own != grain)) return std::nullopt;
    grain = own;
    steps.push_back(i);
  }
  return steps;
}

void Alignment::join(Index a, Index b, const std::string& why, bool firmly) {
  const Index x = groups.find(a);
  const Index y = groups.find(b);
  if (x != y && (kept_apart(x, y) || clash(x, y))) return;
  if (firmly) core.join(a, b);
  if (x == y) return;
  a = x;
  b = y;
  const auto [stays, went] = groups.join(a, b);
  if (dated_[stays] == kNone) dated_[stays] = dated_[went];
  for (auto& [period, claims] : facts_[went]) {
    auto& all = facts_[stays][period];
    all.insert(all.end(), claims.begin(), claims.end());
  }
  facts_[went].clear();
  reach_[stays].least = std::min(reach_[stays].least, reach_[went].least);
  reach_[stays].most = std::max(reach_[stays].most, reach_[went].most);
  auto& said = reasons[stays];
  const auto add = [&](const std::string& more) {
    if (!more.empty() && std::ranges::find(said, more) == said.end()) said.push_back(more);
  };
  add(why);
  if (const auto old = reasons.find(went); old != reasons.end()) {
    for (const std::string& more : old->second) add(more);
    reasons.erase(old);
  }
}

}  // namespace tally
