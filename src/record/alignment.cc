// Nodes of the alignment, and what their values say of each other.
#include "record/alignment.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>

#include "base/characters.h"
#include "mention/gazetteer.h"
#include "record/rivalry.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kNamesKept = 24;
constexpr std::size_t kFewReports = 12;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_all_capitals(std::string_view line) {
  return std::ranges::any_of(line, is_upper) &&
         std::ranges::none_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_exact_pair(const Value& a, const Value& b) {
  return a.modifier == Modifier::exact && b.modifier == Modifier::exact;
}

// "ZAMBIA: CHOLERA" names Zambia.
void count_places(std::string_view line, std::map<std::string, int>& count) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" :,-()/.!?\"'", at);
    if (begin == std::string_view::npos) return;
    at = std::min(line.find_first_of(" :,-()/.!?\"'", begin), line.size());
    std::string word = lower_case(line.substr(begin, at - begin));
    const auto known = gazetteer::find(word);
    const bool telling = std::ranges::any_of(known, [](const gazetteer::Entry& entry) {
      return entry.kind == gazetteer::Kind::country || entry.kind == gazetteer::Kind::people;
    });
    if (!telling || word.front() < 'a' || word.front() > 'z') continue;
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    ++count[word];
  }
}

// "Friday" and "March" stand in every report.
bool is_of_calendar(std::string_view word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(lower_case(word));
  return id != 0 && (known.is(id, WordClass::month) || known.is(id, WordClass::weekday));
}

int digits_printed(const Value& value) {
  return value.best ? surprise(Value::exact(*value.best)) : 0;
}

using NodeKey = std::tuple<std::string, int, Roots, Roots, Roots, Roots, Roots>;

NodeKey key_of(const Slots& s) {
  const int stretch =
      static_cast<int>(s.aggregate) * 8 + (s.stands ? 4 : 0) + (s.part ? 2 : 0) + (s.dated ? 1 : 0);
  return {s.unit, stretch, s.population, s.property, s.printed, s.place, s.origin};
}

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
  std::map<std::string, int> count;
  bool opens = true;  // a sentence begins here
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    // Headlines in capitals name what the gazetteer knows, no more.
    if ((at == 0 || text[at - 1] == '\n') && is_all_capitals(text.substr(at, text.find('\n', at) - at))) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      count_places(text.substr(at, end - at), count);
      at = end;
      continue;
    }
    const bool letter = is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) {
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == '"' || c == ':') opens = true;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '.' && text[at] != ',' &&
           text[at] != '\'' && text[at] != '"' && text[at] != ')' && text[at] != ';' && text[at] != ':') {
      ++at;
    }
    if (is_upper(c) && !opens && at - begin > 1) ++count[std::string(text.substr(begin, at - begin))];
    opens = false;
  }
  std::vector<std::pair<int, std::string>> ranked;
  ranked.reserve(count.size());
  for (const auto& [word, times] : count) ranked.emplace_back(-times, word);
  std::ranges::sort(ranked);
  if (ranked.size() > kNamesKept) ranked.resize(kNamesKept);
  std::vector<std::string> words;
  words.reserve(ranked.size());
  for (auto& [times, word] : ranked) words.push_back(std::move(word));
  return words;
}

Alignment::Alignment(const Sheet& sheet, Words& words) : groups(0), core(0), sheet_(&sheet) {
  find_names(words);
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

void Alignment::find_names(Words& words) {
  for (const Document& document : sheet_->documents) {
    Roots roots;
    for (const std::string& word : names_in(document.text)) {
      if (is_of_calendar(word)) continue;
      for (const Root root : words.roots(word)) roots.push_back(root);
      // "Italian prisons" and "prisons in Italy" are of one country.
      Roots peoples;
      Roots homes;
      words.peoples(word, peoples, homes);
      roots.insert(roots.end(), homes.begin(), homes.end());
    }
    std::ranges::sort(roots);
    const auto twice = std::ranges::unique(roots);
    roots.erase(twice.begin(), twice.end());
    names.push_back(std::move(roots));
  }
  // What a great many reports write ("Corp", "March") says nothing of their subject.
  std::map<Root, std::size_t> reports;
  for (const Roots& roots : names) {
    for (const Root root : roots) ++reports[root];
  }
  const std::size_t most = std::max(kFewReports, names.size() / 10);
  for (const Roots& roots : names) {
    Roots kept;
    std::ranges::copy_if(roots, std::back_inserter(kept), [&](Root root) { return reports[root] <= most; });
    telling_.push_back(std::move(kept));
  }
}

void Alignment::make_nodes(Words& words) {
  Index document = kNone;
  std::map<NodeKey, std::vector<Index>> seen;
  // A figure that a person told apart from another is a node of its own.
  std::set<Index> alone;
  for (const Ruling& ruling : sheet_->rulings) {
    if (!ruling.same) alone.insert({ruling.a, ruling.b});
  }
  for (Index i = 0; i < sheet_->claims.size(); ++i) {
    // Head-counts of happenings belong to their event, not to a wording.
    if (!sheet_->counts(i)) continue;
    if (sheet_->claim(i).happening != kNone && !sheet_->counts_a_stretch(i)) continue;
    if (sheet_->claims[i].document != document) seen.clear();
    document = sheet_->claims[i].document;
    Slots slots = slots_of(sheet_->claim(i), words);
    NodeKey key = key_of(slots);
    if (alone.contains(i)) std::get<0>(key) += '#' + std::to_string(i);
    // One wording, but 66,410 who wait and 2,890 who wait too long: sizes far apart are counts of two things.
    std::vector<Index>& alike = seen[std::move(key)];
    auto at =
        std::ranges::find_if(alike, [&](Index n) { return is_of_size(nodes[n], *sheet_->claim(i).value); });
    if (at == alike.end()) {
      at = alike.insert(alike.end(), static_cast<Index>(nodes.size()));
      dated_.push_back(slots.dated || slots.aggregate != Aggregate::unknown ? static_cast<Index>(nodes.size())
                                                                            : kNone);
      nodes.push_back({document, std::move(slots), {}});
      facts_.emplace_back();
    }
    nodes[*at].claims.push_back(i);
    const auto& period = sheet_->claim(i).period;
    if (period && period->known()) facts_[*at][*period].push_back(i);
  }
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
      const Value& x = *sheet_->claim(i).value;
      const Value& y = *sheet_->claim(j).value;
      const Rivalry how = rivalry(x, y);
      if (how == Rivalry::agree && is_exact_pair(x, y)) best = std::max(best, surprise(x));
      if (how == Rivalry::agree || how == Rivalry::rounding) {
        best = std::max(best, 0);
        rounded = rounded || (digits_printed(x) >= 2 && digits_printed(y) >= 2);
        continue;
      }
      // The same digits but for two that changed places: the same row, retyped.
      if (how == Rivalry::swapped && surprise(x) >= 4) slipped = true;
      worst = std::max(worst, how);
      clash = clash || sheet_->claims[i].document == sheet_->claims[j].document;
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

bool Alignment::on_one_subject(Index document_a, Index document_b) const {
  const Roots& a = telling_[document_a];
  const Roots& b = telling_[document_b];
  const std::size_t least = std::min(a.size(), b.size());
  if (document_a == document_b || std::min(names[document_a].size(), names[document_b].size()) < 2)
    return true;
  const std::size_t shared = both(a, b).size();
  return shared >= 3 || (shared > 0 && shared * 4 >= least);
}

bool Alignment::closely_on_one_subject(Index document_a, Index document_b) const {
  if (document_a == document_b) return true;
  const std::size_t shared = both(telling_[document_a], telling_[document_b]).size();
  const std::size_t least = std::min(telling_[document_a].size(), telling_[document_b].size());
  return shared >= 4 && shared * 5 >= least * 2;
}

bool Alignment::share_names(Index document_a, Index document_b) const {
  return both(telling_[document_a], telling_[document_b]).size() >= 2;
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
  std::string& said = reasons[stays];
  const auto old = reasons.find(went);
  for (const std::string& more : {why, old == reasons.end() ? std::string() : old->second}) {
    if (more.empty() || said.find(more) != std::string::npos) continue;
    said += (said.empty() ? "" : "; ") + more;
  }
  if (old != reasons.end()) reasons.erase(old);
}

}  // namespace tally
