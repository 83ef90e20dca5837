// Figures told side by side that add up to one told before → its parts, with its time.
//
//   "… recorded 240 deaths. … Among the dead were 138 women and 102 men."   138 and 102 are parts of 240
//
// That numbers of two digits or more add up to another is no chance where they stand in one sentence and
// count in one unit; a small whole must stand close by. DESIGN's "chance is not agreement".
#include <algorithm>
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
  }

  bool tie(std::span<const Index> figures, std::size_t first, std::size_t last) {
    Decimal sum(0);
    const std::string& unit = article_.claims[figures[first]].unit;
    for (std::size_t i = first; i < last; ++i) {
      const Claim& part = article_.claims[figures[i]];
      if (part.whole != kNone || part.rule == "figure.base" || part.rule == "figure.instead" ||
          part.unit != unit)
        return false;
      const auto more = sum.plus(*part.value->best);
      if (!more) return false;
      sum = *more;
    }
    const std::size_t back = first - std::min(first, kFarthest);
    for (std::size_t i = first; i-- > back;) {
      if (!is_whole(article_.claims[figures[i]], article_.claims[figures[first]], sum)) continue;
      const auto parts = figures.subspan(first, last - first);
      const bool at_once = tell_one_time(parts);
      for (const Index part : parts) belong(part, figures[i], at_once);
      if (at_once) tell_quarters(parts);
      return true;
    }
    return false;
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
    const bool near =
        part.quote.begin >= whole.quote.end && part.quote.begin - whole.quote.end < kNextSentence;
    return unit && sum >= Decimal(near ? kSmall : kTelling);
  }

  void belong(Index part, Index whole, bool at_once) {
    Claim& claim = article_.claims[part];
    const Claim& of = article_.claims[whole];
    claim.whole = whole;
    claim.exhaustive = true;
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
