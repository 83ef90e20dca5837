// Nodes of one report → variables: a figure whose words only say that it counts ("the tally jumped
// to 397", "the number for 2022") goes on with the measure told right before it.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "claim/periods.h"
#include "record/alignment.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/told_corrections.h"

namespace tally {
namespace {

constexpr std::size_t kCrowd = 64;        // rows that end at one time: a table, no row in two places
constexpr std::uint32_t kNearby = 600;    // bytes between two quotes
constexpr std::uint32_t kSentence = 250;  // where the second has words that are not its own

// The figures of a report in the order of its text, each with its node.
std::vector<std::pair<Index, Index>> figures_in_order(const Alignment& table, const Sheet& sheet) {
  std::map<Index, Index> node_of;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Index i : table.nodes[n].claims) node_of[i] = n;
  }
  std::vector<std::pair<Index, Index>> figures;
  for (const Index i : sheet.by_place) {
    if (const auto at = node_of.find(i); at != node_of.end()) figures.emplace_back(i, at->second);
  }
  return figures;
}

bool may_go_on(const Slots& head, const Slots& next) {
  return unit_key(head.unit) == unit_key(next.unit) && head.aggregate == next.aggregate &&
         head.part == next.part && places_agree(head.place, next.place) &&
         places_agree(head.origin, next.origin);
}

// "and up 13 per cent on 2023, when there were 498": the words were taken from elsewhere.
bool is_elided(const Sheet& sheet, Index claim, const Slots& slots, Words& words) {
  const Span quote = sheet.claim(claim).quote;
  const std::string_view text = sheet.document_of(claim).text;
  return quote.end <= text.size() &&
         !share(slots.core(), words.roots(text.substr(quote.begin, quote.size())));
}

// Whether a figure without words of its own may count on what the one before it counts.
bool goes_on(const Sheet& sheet, Index before, Index claim, bool wordless) {
  const Value& a = *sheet.claim(before).value;
  const Value& b = *sheet.claim(claim).value;
  if (wordless) return comparable_in_size(a, b);
  return near_in_size(a, b) && sheet.claim(before).period != sheet.claim(claim).period;
}

// The sentences of two numbers that stand close together say that the one took the place of the other.
bool takes_place(const Sheet& sheet, Index before, Index claim) {
  constexpr std::uint32_t kClose = 120;  // bytes
  if (sets_right(sheet, before, claim)) return true;
  const std::string_view first = words_up_to(sheet, before);
  const std::string_view last = words_from(sheet, claim);
  if (first.empty() || last.empty() || number_end(sheet, claim) < number_end(sheet, before) ||
      number_end(sheet, claim) - number_end(sheet, before) > kClose)
    return false;
  const char* end = last.data() + last.size();
  return first.data() < end &&
         correction_told({first.data(), static_cast<std::size_t>(end - first.data())}) > 0;
}

// What a node tells year by year, or month by month.
struct Row {
  std::set<Period> periods;
  Decimal first = 0;  // the value of its first period
  Decimal last = 0;
  std::uint32_t begin = ~0U;  // in the text
  std::uint32_t end = 0;
};

std::optional<Row> row_of(const Sheet& sheet, const std::vector<Index>& claims) {
  Row row;
  const auto steps = steps_of(sheet, claims);
  if (!steps) return std::nullopt;
  for (const Index i : *steps) {
    const Claim& c = sheet.claim(i);
    if (row.periods.empty() || c.period->first_day() < row.periods.begin()->first_day())
      row.first = *c.value->best;
    if (row.periods.empty() || c.period->first_day() > row.periods.rbegin()->first_day())
      row.last = *c.value->best;
    row.periods.insert(*c.period);
    row.begin = std::min(row.begin, c.quote.begin);
    row.end = std::max(row.end, c.quote.end);
  }
  return row.periods.empty() ? std::nullopt : std::optional(std::move(row));
}

// One ends where the other begins, with numbers of one size.
bool goes_on(const Row& a, const Row& b) {
  constexpr double kTwice = 2;
  if (period_before(*b.periods.begin()) != *a.periods.rbegin()) return false;
  const double x = a.last.to_double();
  const double y = b.first.to_double();
  return x > 0 && y > 0 && x <= kTwice * y && y <= kTwice * x;
}

// "It came in January with 6,150. … 1,240 in October, 2,310 in November and 4,870 in December": two long rows
// in one breath, without a gap between them.
bool stand_together(const Row& a, const Row& b) {
  constexpr std::size_t kLong = 3;
  const std::uint32_t gap = a.end < b.begin ? b.begin - a.end : b.end < a.begin ? a.begin - b.end : 0;
  return a.periods.size() >= kLong && b.periods.size() >= kLong && gap <= kNearby;
}

// "861,000 in the first quarter, 902,000 in the second and 948,000 in the third. The fourth brought 931,000":
// a row goes on in the next breath, with a number near its last.
bool goes_on_at_once(const Row& a, const Row& b) {
  constexpr std::size_t kLong = 3;
  constexpr std::uint32_t kBreath = 120;  // bytes
  constexpr double kThird = 3;
  const double x = a.last.to_double();
  const double y = b.first.to_double();
  return a.periods.size() >= kLong && b.begin >= a.end && b.begin - a.end <= kBreath &&
         std::abs(x - y) * kThird <= std::max(x, y);
}

// The words of one are those of the other, or some of them.
bool words_go_together(const Slots& a, const Slots& b, const Words& words) {
  if (!a.core().empty() && a.core() == b.core()) return true;
  if (is_wordless(a, words) || is_wordless(b, words)) return false;
  return includes(a.core(), b.core()) || includes(b.core(), a.core());
}

}  // namespace

// "27,144 applications were lodged in 2023, 11.6 % more than in 2022 (24,318). … There were 11,260
// applications in 2020 and 13,905 in 2021": a row told in two places.
void join_rows(Alignment& table, const Sheet& sheet, Words& words) {
  constexpr std::size_t kLeast = 3;  // periods of both together
  std::map<Index, std::vector<std::pair<Index, Row>>> rows;
  for (const ToldMeasure& told : measures_told(table)) {
    if (auto row = row_of(sheet, told.claims)) rows[told.document].emplace_back(told.node, std::move(*row));
  }
  for (const auto& [document, members] : rows) {
    std::map<Period, std::vector<std::size_t>> ending;  // rows by their last period
    for (std::size_t m = 0; m < members.size(); ++m) ending[*members[m].second.periods.rbegin()].push_back(m);
    for (const auto& [b, second] : members) {
      const auto before = period_before(*second.periods.begin());
      const auto ends = before ? ending.find(*before) : ending.end();
      if (ends == ending.end() || ends->second.size() > kCrowd) continue;
      for (const std::size_t m : ends->second) {
        const auto& [a, first] = members[m];
        if (a == b || first.periods.size() + second.periods.size() < kLeast || !goes_on(first, second))
          continue;
        const Slots& x = table.nodes[a].slots;
        const Slots& y = table.nodes[b].slots;
        if (!may_go_on(x, y) || !(words_go_together(x, y, words) || stand_together(first, second) ||
                                  goes_on_at_once(first, second)))
          continue;
        const Contact contact = table.contact(a, b);
        if (contact.far == 0 && contact.clashes == 0)
          table.join(a, b, "a row told in two places of one report", true);
      }
    }
  }
}

// "The number of students from abroad rose to 36,905", and in the table below it 36,905 under "of whom
// foreign": one report means one thing by a number that it gives twice for one time.
void join_repeated(Alignment& table, const Sheet& sheet) {
  constexpr int kTelling = 3;  // digits
  std::map<std::string, std::vector<Index>> buckets;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    for (const Index i : table.nodes[n].claims) {
      const Claim& c = sheet.claim(i);
      if (!c.period || !c.period->known() || !c.value->best || surprise(*c.value) < kTelling) continue;
      auto& bucket = buckets[std::to_string(table.nodes[n].document) + '|' + unit_key(c.unit) + '|' +
                             c.period->to_string() + '|' + c.value->best->to_string()];
      if (bucket.empty() || bucket.back() != n) bucket.push_back(n);
    }
  }
  for (const auto& [key, bucket] : buckets) {
    for (std::size_t at = 1; at < std::min(bucket.size(), kCrowd); ++at) {
      const Slots& a = table.nodes[bucket[0]].slots;
      const Slots& b = table.nodes[bucket[at]].slots;
      if (!compatible(a, b) || !places_agree(a.place, b.place) || !places_agree(a.origin, b.origin)) continue;
      const Contact contact = table.contact(bucket[0], bucket[at]);
      if (contact.far == 0 && contact.clashes == 0)
        table.join(bucket[0], bucket[at], "a number given twice in one report", true);
    }
  }
}

// "September, announced as 914, now reads 941": one measure, whatever words each number has.
void join_corrected(Alignment& table, const Sheet& sheet) {
  constexpr std::size_t kLookBack = 3;
  const auto figures = figures_in_order(table, sheet);
  for (std::size_t at = 1; at < figures.size(); ++at) {
    const auto [claim, node] = figures[at];
    const Claim& c = sheet.claim(claim);
    for (std::size_t back = 1; back <= std::min(kLookBack, at); ++back) {
      const auto [before, head] = figures[at - back];
      const Claim& b = sheet.claim(before);
      const bool one_time = c.period && c.period->known() && c.period == b.period;
      if (table.nodes[head].document != table.nodes[node].document ||
          sentences_between(sheet, before, claim) > 1)
        break;
      if (!one_time || unit_key(c.unit) != unit_key(b.unit) || rivalry(*b.value, *c.value) != Rivalry::near ||
          !takes_place(sheet, before, claim))
        continue;
      table.join(head, node, "a number that took the place of another", true);
      break;
    }
  }
}

// "14,210 outages in the first quarter, 7,340 in the second": numbers side by side in one sentence, of times
// that differ and are as long, the second with no words of its own.
void join_listed(Alignment& table, const Sheet& sheet, Words& words) {
  constexpr std::size_t kBeside = 60;  // bytes from one number to the end of the next
  const auto figures = figures_in_order(table, sheet);
  for (std::size_t at = 1; at < figures.size(); ++at) {
    const auto [before, head] = figures[at - 1];
    const auto [claim, node] = figures[at];
    const Claim& a = sheet.claim(before);
    const Claim& b = sheet.claim(claim);
    if (sheet.claims[before].document != sheet.claims[claim].document || !a.period || !b.period ||
        a.period == b.period || a.period->grain() != b.period->grain() || a.unit == "percent")
      continue;
    const std::string_view between = text_between(sheet, before, claim);
    if (between.empty() || between.size() > kBeside || correction_told(between) > 0 ||
        sentences_between(sheet, before, claim) != 0)
      continue;
    const Slots& slots = table.nodes[node].slots;
    if (!may_go_on(table.nodes[head].slots, slots) || !comparable_in_size(*a.value, *b.value) ||
        !is_elided(sheet, claim, slots, words))
      continue;
    const Contact contact = table.contact(head, node);
    if (contact.far == 0 && contact.clashes == 0)
      table.join(head, node, "told side by side in one report", false);
  }
}

void join_wordless(Alignment& table, const Sheet& sheet, Words& words) {
  constexpr std::size_t kLookBack = 4;
  // Groups that tell what they count: a number that others give too needs no neighbour.
  std::set<Index> worded;
  for (Index n = 0; n < table.nodes.size(); ++n) {
    if (!is_wordless(table.nodes[n].slots, words)) worded.insert(table.groups.find(n));
  }
  const auto has_words = [&](Index node) {
    return is_wordless(table.nodes[node].slots, words) && worded.contains(table.groups.find(node));
  };
  const auto figures = figures_in_order(table, sheet);
  for (std::size_t at = 1; at < figures.size(); ++at) {
    const auto [claim, node] = figures[at];
    const Slots& slots = table.nodes[node].slots;
    const bool wordless = is_wordless(slots, words);
    const bool elided =
        !wordless && table.nodes[node].claims.size() == 1 && is_elided(sheet, claim, slots, words);
    if ((!wordless && !elided) || sheet.claim(claim).in_title || has_words(node)) continue;
    for (std::size_t back = 1; back <= std::min(kLookBack, at); ++back) {
      const auto [before, head] = figures[at - back];
      const Slots& told = table.nodes[head].slots;
      if (table.nodes[head].document != table.nodes[node].document ||
          sheet.claim(claim).quote.begin > sheet.claim(before).quote.end + (wordless ? kNearby : kSentence))
        break;
      if (is_wordless(told, words) || !may_go_on(told, slots) || !goes_on(sheet, before, claim, wordless))
        continue;
      const Contact contact = table.contact(head, node);
      if (contact.far == 0 && contact.clashes == 0)
        table.join(head, node, "told right after it in one report", false);
      break;
    }
  }
}

}  // namespace tally
