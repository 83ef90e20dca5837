// Percentages and fractions that nothing right beside them bears out, held against a part near them and a
// whole anywhere in their report, what the words speak for first.
//
//   "Growers sold 61,300 lambs. … Most of them, 52,880, went by rail, which is 86.3 per cent of everything
//   sold."
//   "9,400 crates came in. … The cellar took 2,140 crates, a little under a quarter of the harvest"
//
// The pairs are tried in the order in which a reader would: the more have to be tried before one fits, and
// the more room the words leave, the less it says. Nothing fails by it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/checks.h"
#include "record/fractions.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/report_numbers.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/words.h"
#include "tally/rounding.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr double kNoChance = 0.15;      // that a pair tried so late fits by chance
constexpr double kPartKnown = 0.35;     // the same where the part stands right before the share
constexpr Decimal kSmallestWhole = 20;  // of smaller ones any part is a round share
constexpr std::uint32_t kBeside = 60;   // bytes from the share to a part behind it
constexpr NamedWords kAll = {"total", "all", "everything", "overall", "whole", "entire", "national"};

constexpr NamedWords kBack = {"this", "that", "it", "these", "they", "which"};

// What the words of a share leave room for.
struct Share {
  Index claim = kNone;
  double low = 0;  // of one
  double high = 0;
  double openness = 1;
  std::string words;
};

struct Pair {
  const ReportNumber* part = nullptr;
  const ReportNumber* whole = nullptr;
  int rank = 0;        // 0: what a reader would try first
  bool known = false;  // the part stands right before the share
};

std::string_view quote_of(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  return quote.end <= text.size() ? text.substr(quote.begin, quote.size()) : std::string_view();
}

// "About one in six", "more than a fifth"
std::optional<Share> fraction_told(const Sheet& sheet, Index claim, double told) {
  constexpr double kDust = 0.001;
  const std::vector<std::string> tokens = fraction_tokens(quote_of(sheet, claim));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto fraction = fraction_at(tokens, at);
    if (!fraction || told < fraction->low * (1 - kDust) || told > fraction->high * (1 + kDust)) continue;
    return Share{claim, fraction->low, fraction->high, fraction->width(), fraction->words};
  }
  return std::nullopt;
}

std::optional<Share> share_of(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  if (!is_printed(sheet, claim)) return std::nullopt;
  const auto printed = c.value->printed();
  const bool percent = c.unit == "percent";
  if (!printed || *printed <= Decimal(0) || *printed >= Decimal(percent ? 100 : 1)) return std::nullopt;
  if (!percent && !c.unit.empty()) return std::nullopt;
  const double told = printed->to_double() / (percent ? 100 : 1);
  if (auto fraction = fraction_told(sheet, claim, told)) return fraction;
  if (!percent || !c.value->best) return std::nullopt;
  const Stretch s = percent_stretch(*c.value);
  if (!s.low || !s.high) return std::nullopt;
  const double low = s.low->to_double() / 100;
  const double high = s.high->to_double() / 100;
  return Share{claim, low, high, (high - low) / told, in_words(*c.value) + " %"};
}

class OpenShares {
 public:
  OpenShares(Checks& checks, Index document) : checks_(checks), sheet_(checks.sheet), document_(document) {
    for (const ReportNumber& n : numbers_of_report(sheet_, document)) {
      const std::string& unit = sheet_.claim(n.claim).unit;
      if (unit != "percent" && unit != "percentage_point" && n.value > Decimal(1)) counts_.push_back(n);
    }
    for (const Finding& f : checks_.findings) {
      if (f.kind == "share" && f.verdict != Verdict::cannot_tell) told_.insert(f.claim);
    }
  }

  void find() {
    const Index begin = sheet_.first_claim[document_];
    for (Index i = begin; i < begin + sheet_.documents[document_].claims.size(); ++i) {
      if (told_.contains(sheet_.claims[i].id)) continue;
      const auto share = share_of(sheet_, i);
      if (share && !is_of_change(sheet_, i)) bear_out(*share);
    }
  }

 private:
  void bear_out(const Share& share) {
    std::vector<Pair> pairs = pairs_for(share);
    std::ranges::stable_sort(pairs, {}, &Pair::rank);
    for (auto from = pairs.begin(); from != pairs.end();) {
      const auto to = std::find_if(from, pairs.end(), [&](const Pair& p) { return p.rank != from->rank; });
      const double by_chance = chance(static_cast<std::size_t>(to - pairs.begin()), share.openness);
      if (by_chance > kPartKnown) return;
      const auto fit = std::find_if(from, to, [&](const Pair& p) {
        return by_chance <= (p.known ? kPartKnown : kNoChance) && fits(share, p);
      });
      if (fit != to) return tell(share, *fit);
      from = to;
    }
  }

  [[nodiscard]] std::vector<Pair> pairs_for(const Share& share) {
    const Place here = place_of(share.claim);
    std::vector<std::string> of = words_behind_of(share.claim);
    for (const ReportNumber& n : counts_) {
      if (of.empty() && part_rank(here, n) == 0) of = words_behind_of(n.claim);
    }
    const Roots meant = words_.roots(joined(of));
    const bool all = std::ranges::any_of(of, [](const std::string& word) { return kAll.contains(word); });
    const bool back = refers_back(share.claim);
    std::vector<Pair> pairs;
    for (const ReportNumber& part : counts_) {
      const int p = part_rank(here, part);
      for (const ReportNumber& whole : counts_) {
        if (p > kLastRank || !may_be_whole(part, whole)) continue;
        const int w = whole_rank(part, whole, meant, all);
        if (part.sentence == here.sentence || back || w == 0) pairs.push_back({&part, &whole, p + w, p == 0});
      }
    }
    keep_one_of_each(pairs);
    return pairs;
  }

  struct Place {
    std::uint32_t end = 0;
    int sentence = 0;
  };

  [[nodiscard]] Place place_of(Index claim) const {
    const std::uint32_t end = number_end(sheet_, claim);
    const ReportNumber* nearest = nullptr;
    for (const ReportNumber& n : counts_) {
      if (nearest == nullptr || distance(n.end, end) < distance(nearest->end, end)) nearest = &n;
    }
    if (nearest == nullptr) return {end, 0};
    const int apart = sentences_between(sheet_, nearest->claim, claim);
    return {end, nearest->sentence + (nearest->end < end ? apart : -apart)};
  }

  static std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

  // Of the number right before it, or right behind it, in its sentence; of the last told before that where it
  // has none of its own; of the others.
  [[nodiscard]] int part_rank(const Place& here, const ReportNumber& part) const {
    const int apart = here.sentence - part.sentence;
    if (apart == 0) return !is_next(here, part) ? 4 : part.end < here.end ? 0 : 1;
    if (apart != 1) return kLastRank + 1;
    return is_next(here, part) ? 2 : kLastRank;
  }

  // "[That] is 12.4 percent": of what was told right before.
  [[nodiscard]] bool refers_back(Index claim) const {
    const std::vector<std::string> words = plain_words(words_up_to(sheet_, claim));
    return !words.empty() && kBack.contains(words.front());
  }

  [[nodiscard]] bool is_next(const Place& here, const ReportNumber& part) const {
    if (part.end > here.end + kBeside) return false;
    const std::uint32_t low = std::min(part.end, here.end);
    const std::uint32_t high = std::max(part.end, here.end);
    return std::ranges::none_of(counts_, [&](const ReportNumber& n) { return n.end > low && n.end < high; });
  }

  [[nodiscard]] bool may_be_whole(const ReportNumber& part, const ReportNumber& whole) const {
    const Claim& a = sheet_.claim(part.claim);
    const Claim& b = sheet_.claim(whole.claim);
    const bool implied = a.period_basis == Basis::implied || b.period_basis == Basis::implied;
    return whole.value > part.value && whole.value >= kSmallestWhole &&
           unit_key(a.unit) == unit_key(b.unit) && (implied || !at_other_times(a, b));
  }

  // What the words name, or the most there is, or the first told, where they say all; else what stands near.
  [[nodiscard]] int whole_rank(const ReportNumber& part, const ReportNumber& whole, const Roots& meant,
                               bool all) {
    if (all && (is_most(whole) || is_first(whole))) return 0;
    if (!meant.empty() && words_.alike(meant, slots_of(sheet_.claim(whole.claim), words_).core())) return 0;
    const Roots counted = slots_of(sheet_.claim(part.claim), words_).core();
    if (share(counted, slots_of(sheet_.claim(whole.claim), words_).core())) return 1;
    const int apart = std::abs(part.sentence - whole.sentence);
    if (apart <= 2) return apart + 1;
    return whole.end < part.end ? 4 : 5;
  }

  [[nodiscard]] bool is_most(const ReportNumber& whole) const {
    const std::string unit = unit_key(sheet_.claim(whole.claim).unit);
    return std::ranges::none_of(counts_, [&](const ReportNumber& n) {
      return n.value > whole.value && unit_key(sheet_.claim(n.claim).unit) == unit;
    });
  }

  // What a report begins with is the total that it speaks of.
  [[nodiscard]] bool is_first(const ReportNumber& whole) const {
    const std::string unit = unit_key(sheet_.claim(whole.claim).unit);
    const auto first = std::ranges::find_if(
        counts_, [&](const ReportNumber& n) { return unit_key(sheet_.claim(n.claim).unit) == unit; });
    return first->value == whole.value;
  }

  // A number that is told twice is one to try, where it is most likely meant.
  static void keep_one_of_each(std::vector<Pair>& pairs) {
    std::ranges::stable_sort(pairs, {}, &Pair::rank);
    std::set<std::pair<Decimal, Decimal>> seen;
    std::erase_if(pairs, [&](const Pair& p) { return !seen.emplace(p.part->value, p.whole->value).second; });
  }

  // "… per cent of [all guests]"
  [[nodiscard]] std::vector<std::string> words_behind_of(Index claim) const {
    constexpr std::size_t kFew = 5;
    std::string_view behind = words_from(sheet_, claim);
    behind = behind.substr(0, behind.find_first_of(",;:("));
    std::vector<std::string> words = plain_words(behind);
    const auto of = std::ranges::find(words, "of");
    if (of == words.end() || of - words.begin() > 2) return {};
    words.erase(words.begin(), of + 1);
    if (words.size() > kFew) words.resize(kFew);
    return words;
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += word + ' ';
    return all;
  }

  static bool fits(const Share& share, const Pair& pair) {
    const double ratio = pair.part->value.to_double() / pair.whole->value.to_double();
    return share.low <= ratio && ratio < share.high;
  }

  void tell(const Share& share, const Pair& pair) {
    const double ratio = pair.part->value.to_double() / pair.whole->value.to_double();
    const auto percent = Decimal::round(ratio * 100, 2);
    if (!percent) return;
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "share",
                  .claim = share.claim,
                  .against = {pair.part->claim, pair.whole->claim},
                  .explanation = in_words(pair.part->value) + " of " + in_words(pair.whole->value) + " is " +
                                 in_words(*percent) + " %: " + share.words + " fits",
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = std::nullopt});
  }

  static constexpr int kLastRank = 5;

  Checks& checks_;
  const Sheet& sheet_;
  Index document_;
  Words words_;
  std::vector<ReportNumber> counts_;
  std::set<Id> told_;
};

}  // namespace

void check_open_shares(Checks& checks) {
  for (Index document = 0; document < checks.sheet.documents.size(); ++document) {
    if (!checks.sheet.documents[document].text.empty()) OpenShares(checks, document).find();
  }
}

}  // namespace tally
