// Figures told side by side that add up to one told before → its parts, with its time.
//
//   "… recorded 240 deaths. … Among the dead were 138 women and 102 men."   138 and 102 are parts of 240
//
// That numbers of two digits or more add up to another is no chance where they stand in one sentence and
// count in one unit; a small whole must stand close by. DESIGN's "chance is not agreement".
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "claim/scene.h"
#include "claim/stages.h"

namespace tally {
namespace {

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kFarthest = 60;         // claims between a whole and its parts
constexpr std::int64_t kTelling = 100;        // a whole that far away proves something
constexpr std::int64_t kSmall = 10;           // smaller wholes prove nothing
constexpr std::uint32_t kNextSentence = 300;  // bytes

class PartsFinder {
 public:
  explicit PartsFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    std::vector<Index> figures;
    for (Index i = 0; i < article_.claims.size(); ++i) {
      if (is_countable(article_.claims[i])) figures.push_back(i);
    }
    std::ranges::stable_sort(figures, {}, [&](Index i) { return article_.claims[i].quote.end; });
    for (std::size_t begin = 0; begin < figures.size();) {
      std::size_t end = begin + 1;
      while (end < figures.size() && sentence_of(figures[end]) == sentence_of(figures[begin])) ++end;
      read(std::span(figures), begin, end);
      begin = end;
    }
  }

 private:
  [[nodiscard]] static bool is_countable(const Claim& claim) {
    return claim.kind == ClaimKind::figure && claim.modality == Modality::observed && claim.value &&
           claim.value->best && claim.value->modifier == Modifier::exact && claim.unit != "percent" &&
           claim.unit != "percentage_point" && *claim.value->best > Decimal(0);
  }

  [[nodiscard]] Index sentence_of(Index claim) const {
    const Index chunk = chunk_at(article_, article_.claims[claim].quote.end - 1);
    return chunk == kNone ? kNone : article_.chunks[chunk].sentence;
  }

  // The longest run first.
  void read(std::span<const Index> figures, std::size_t begin, std::size_t end) {
    const std::size_t most = std::min(end - begin, kMostParts);
    for (std::size_t size = most; size >= 2; --size) {
      for (std::size_t first = begin; first + size <= end; ++first) {
        if (tie(figures, first, first + size)) return;
      }
    }
    tie_near(figures, begin, end);
  }

  [[nodiscard]] std::optional<Decimal> total_of(std::span<const Index> parts) const {
    std::optional<Decimal> sum(0);
    const std::string& unit = article_.claims[parts.front()].unit;
    for (const Index i : parts) {
      const Claim& part = article_.claims[i];
      if (part.whole != kNone || part.rule == "figure.base" || part.rule == "figure.instead" ||
          part.unit != unit)
        return std::nullopt;
      sum = sum->plus(*part.value->best);
      if (!sum) break;
    }
    return sum;
  }

  bool tie(std::span<const Index> figures, std::size_t first, std::size_t last) {
    const auto parts = figures.subspan(first, last - first);
    const std::optional<Decimal> total = total_of(parts);
    if (!total) return false;
    const Decimal sum = *total;
    const std::size_t back = first - std::min(first, kFarthest);
    for (std::size_t i = first; i-- > back;) {
      if (!is_whole(article_.claims[figures[i]], article_.claims[figures[first]], sum)) continue;
      if (sum < Decimal(kTelling) &&
          (goes_on(parts) || is_item(figures, i, first) || is_of_another_time(figures, i, first)))
        continue;
      const bool at_once = tell_one_time(parts);
      for (const Index part : parts) belong(part, figures[i], at_once, true);
      if (at_once) tell_quarters(parts);
      return true;
    }
    return false;
  }

  // "Six were on hikers, four on foresters, three on hunters [and one] on a child": the run is no whole list.
  [[nodiscard]] bool goes_on(std::span<const Index> parts) const {
    constexpr std::uint32_t kNextItem = 60;  // bytes
    const std::uint32_t end = article_.claims[parts.back()].quote.end;
    const Span sentence = article_.sentences[sentence_of(parts.back())].span;
    return std::ranges::any_of(
        Scene::starting_in(article_.amounts, {end, std::min(end + kNextItem, sentence.end)}),
        [&](const Mention& amount) {
          const std::string_view before = article_.text(Span{end, amount.span.begin});
          return amount.kind == MentionKind::number && before.ends_with(" and ");
        });
  }

  // What stands among others of its kind in its sentence is one of them, and no whole of those behind it,
  // unless a colon parts it from them.
  [[nodiscard]] bool is_item(std::span<const Index> figures, std::size_t whole, std::size_t part) const {
    const auto sentence = [&](std::size_t i) { return sentence_of(figures[i]); };
    if (whole == 0 || sentence(whole - 1) != sentence(whole) || sentence(part) != sentence(whole))
      return false;
    const Claim& last = article_.claims[figures[whole]];
    const std::string_view between = article_.text(
        Span{last.quote.end, std::max(last.quote.end, article_.claims[figures[part]].quote.end)});
    return between.find(':') == std::string_view::npos;
  }

  // "45 raids in 2023. … Four ships were taken in 2024, 31 boarded and 14 shot at": their sentence tells of
  // another time, and that they add up is chance.
  [[nodiscard]] bool is_of_another_time(std::span<const Index> figures, std::size_t whole,
                                        std::size_t part) const {
    if (whole + 1 >= part || sentence_of(figures[part - 1]) != sentence_of(figures[part])) return false;
    const Claim& before = article_.claims[figures[part - 1]];
    return before.period_basis == Basis::printed && before.period &&
           before.period != article_.claims[figures[whole]].period;
  }

  // "… on its books 13 attacks. Six were on hikers, four on foresters, three on hunters and one on a child":
  // a sentence of nothing but counts that come to a little more or less than the number told right before
  // divides it, if not to the digit.
  void tie_near(std::span<const Index> figures, std::size_t begin, std::size_t end) {
    constexpr std::size_t kLeast = 3;
    constexpr double kLittle = 0.05;
    const auto parts = figures.subspan(begin, end - begin);
    const std::optional<Decimal> sum = total_of(parts);
    if (!sum || parts.size() < kLeast || !tell_one_time(parts)) return;
    // "57 deaths", wherever it stands, is what 31, 14 and 12 make up.
    const auto is_sum = [&](Index i) { return *article_.claims[i].value->best == *sum; };
    if (*sum >= Decimal(2 * kSmall) && std::ranges::any_of(figures, is_sum)) return;
    const auto is_meant = [&](Index i) {
      const Claim& whole = article_.claims[i];
      const double wanted = whole.value->best->to_double();
      return whole.rule != "figure.base" && is_next(whole, article_.claims[parts.front()]) &&
             wanted >= kSmall && std::fabs(sum->to_double() - wanted) <= std::max(1.0, kLittle * wanted) &&
             std::ranges::all_of(parts, [&](Index part) { return is_larger(whole, article_.claims[part]); });
    };
    constexpr std::size_t kBefore = 3;
    const auto before = figures.subspan(begin - std::min(begin, kBefore), std::min(begin, kBefore));
    const auto whole = std::ranges::find_if(before, is_meant);
    if (whole == before.end()) return;
    for (const Index part : parts) belong(part, *whole, true, false);
  }

  [[nodiscard]] static bool is_larger(const Claim& whole, const Claim& part) {
    return *whole.value->best > *part.value->best && whole.unit == part.unit;
  }

  // "131,200 in the first quarter, 396,700 in the second": parts in time have their own.
  [[nodiscard]] bool tell_one_time(std::span<const Index> parts) const {
    return std::ranges::all_of(parts, [&](Index i) {
      const Claim& part = article_.claims[i];
      const bool own = !Scene::starting_in(article_.dates, part.quote).empty();
      return !own && (!part.period || part.period == article_.claims[parts.front()].period);
    });
  }

  [[nodiscard]] static bool is_whole(const Claim& whole, const Claim& part, const Decimal& sum) {
    if (*whole.value->best != sum || whole.rule == "figure.base") return false;
    const bool unit = whole.unit == part.unit || whole.unit.empty() || part.unit.empty();
    return unit && sum >= Decimal(is_next(whole, part) ? kSmall : kTelling);
  }

  [[nodiscard]] static bool is_next(const Claim& whole, const Claim& part) {
    return part.quote.begin >= whole.quote.end && part.quote.begin - whole.quote.end < kNextSentence;
  }

  void belong(Index part, Index whole, bool at_once, bool exhaustive) {
    Claim& claim = article_.claims[part];
    const Claim& of = article_.claims[whole];
    claim.whole = whole;
    claim.exhaustive = exhaustive;
    if (at_once && of.period) {
      claim.period = of.period;
      claim.relative = of.relative;
      claim.period_basis = Basis::implied;
    }
    if (claim.measure.place.empty()) claim.measure.place = of.measure.place;
    if (claim.unit.empty()) claim.unit = of.unit;
    if (claim.rule == "figure.told") claim.measure = of.measure;
    claim.evidence.push_back(of.quote);
  }

  // "Arrivals by quarter, 2017: 131,200 in the first, 396,700 in the second, …": four that make up a year.
  void tell_quarters(std::span<const Index> parts) {
    const std::optional<Period>& year = article_.claims[parts.front()].period;
    if (parts.size() != 4 || !year || year->grain() != Grain::year) return;
    for (int quarter = 1; quarter <= 4; ++quarter) {
      if (ordinal_behind(article_.claims[parts[static_cast<std::size_t>(quarter - 1)]]) != quarter) return;
    }
    for (int quarter = 1; quarter <= 4; ++quarter) {
      Claim& part = article_.claims[parts[static_cast<std::size_t>(quarter - 1)]];
      part.period = Period::quarter(part.period->from.year, quarter);
      part.relative.reset();
      part.measure.aggregate = Aggregate::quarter;
    }
  }

  [[nodiscard]] int ordinal_behind(const Claim& claim) const {
    constexpr std::uint32_t kNear = 12;  // bytes: " in the "
    for (const Mention& amount :
         Scene::starting_in(article_.amounts, {claim.quote.end, claim.quote.end + kNear})) {
      if (amount.kind == MentionKind::ordinal && amount.value && amount.value->best)
        return static_cast<int>(amount.value->best->to_double());
    }
    return 0;
  }

  Article& article_;
  Scene scene_;
};

}  // namespace

void find_summed_parts(Article& article) {
  PartsFinder(article).find();
}

}  // namespace tally
