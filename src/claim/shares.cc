// Counts told with their share, and counts told with their whole → figures tied to one another:
//
//   "1,900 of its 23,000 employees, or about 8 percent"   1,900 and 8 % are parts of 23,000
//   "among them are 2,682 women (4.4 percent)"            4.4 % is the share of 2,682 in the whole told
//   before
//
// A whole that the words name is taken as it is. One that merely stands before is taken only where the
// share fits it: the reader cannot know that it was meant.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/characters.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "tally/rounding.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kFarthestWhole = 700;  // bytes between a whole and its share

class ShareFinder {
 public:
  explicit ShareFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    for (Index s = 0; s < article_.sentences.size(); ++s) {
      if (!scene_.is_news(s)) continue;
      const std::span<const Mention> amounts =
          Scene::starting_in(article_.amounts, article_.sentences[s].span);
      for (std::size_t i = 0; i < amounts.size(); ++i) read(amounts, i, false);
      for (std::size_t i = 0; i < amounts.size(); ++i) read(amounts, i, true);
    }
  }

 private:
  // Wholes first, then shares, which need them.
  void read(std::span<const Mention> amounts, std::size_t at, bool shares) {
    const Mention& part = amounts[at];
    if (!part.value || !part.value->best || part.kind == MentionKind::percent) return;
    for (std::size_t i = at + 1; i < amounts.size() && i < at + 7; ++i) {
      const Mention& next = amounts[i];
      if (next.span.begin < part.span.end || !next.value || !next.value->best) continue;
      if (shares != (next.kind == MentionKind::percent)) continue;
      const std::string_view between = words_between(part, next);
      if (shares) {
        if (is_apposition(between) && !is_compared(next)) add_share(part, next);
      } else if (is_out_of(between)) {
        tie(part, next);
      }
    }
  }

  // The words between two numbers, without the spaces around them.
  [[nodiscard]] std::string_view words_between(const Mention& one, const Mention& next) const {
    std::string_view words = article_.text(Span{one.span.end, next.span.begin});
    while (words.ends_with(' ')) words.remove_suffix(1);
    while (words.starts_with(' ')) words.remove_prefix(1);
    return words;
  }

  [[nodiscard]] static bool is_out_of(std::string_view between) {
    static constexpr NamedWords kForms = {"of its",        "of the", "of their",
                                          "of a total of", "out of", "out of the"};
    return kForms.contains_lower(between);
  }

  // ", or about", "(", "(some": what stands between a count and its share.
  [[nodiscard]] static bool is_apposition(std::string_view between) {
    if (between.starts_with(", ")) between.remove_prefix(2);
    const bool opens = between.starts_with("(") || equals_lower(between.substr(0, between.find(' ')), "or");
    if (!opens || between.substr(1).find_first_of(",;.()") != std::string_view::npos) return false;
    return std::ranges::count(between, ' ') <= 3;
  }

  // "4,120 tonnes, or 12 % [more] than in 2022": how it changed, no part of it.
  [[nodiscard]] bool is_compared(const Mention& share) const {
    const Index behind = token_from(article_, share.span.end);
    return behind < article_.tokens.size() && (is(article_.tokens[behind], WordClass::comparative_up) ||
                                               is(article_.tokens[behind], WordClass::comparative_down));
  }

  [[nodiscard]] Claim like(Index model, const Mention& amount, std::string_view rule) const {
    Claim claim = article_.claims[model];
    claim.rule = rule;
    claim.value = amount.value;
    claim.whole = kNone;
    claim.happening = kNone;
    claim.quote = amount.span;
    claim.evidence.push_back(article_.claims[model].quote);
    return claim;
  }

  Index add_like(Index model, const Mention& amount, std::string_view rule) {
    article_.claims.push_back(like(model, amount, rule));
    return static_cast<Index>(article_.claims.size() - 1);
  }

  // "388 films, 41 of them new. Eleven of [the 41]": the number that was told, named once more.
  [[nodiscard]] Index told_before(const Mention& whole) const {
    const std::uint32_t byte = whole.span.begin;
    Index found = kNone;
    for (const Index i : scene_.claims_around({byte > kFarthestWhole ? byte - kFarthestWhole : 0, byte})) {
      const Claim& claim = article_.claims[i];
      const bool same = claim.kind == ClaimKind::figure && claim.quote.end <= byte && claim.value &&
                        claim.value->printed() && claim.value->printed() == whole.value->printed();
      if (same && (found == kNone || article_.claims[found].quote.begin < claim.quote.begin)) found = i;
    }
    return found;
  }

  void tie(const Mention& part, const Mention& whole) {
    const Index of_part = scene_.figure_of(part);
    if (of_part == kNone || *whole.value->best <= *part.value->best) return;
    Index of_whole = scene_.figure_of(whole);
    if (of_whole == kNone && whole.counted.empty()) of_whole = told_before(whole);
    if (of_whole == kNone) {
      of_whole = add_like(of_part, whole, "figure.whole");
      article_.claims[of_whole].measure.property.clear();
      article_.claims[of_whole].measure.aggregate = Aggregate::level;
      article_.claims[of_whole].modality = Modality::observed;
      if (!whole.unit.empty()) article_.claims[of_whole].unit = whole.unit;
    }
    if (article_.claims[of_part].whole == kNone) article_.claims[of_part].whole = of_whole;
  }

  // "190 of its 2,300 workers, or 8 percent": the share stands beside the whole but is that of the part.
  [[nodiscard]] Index part_of(Index whole) const {
    for (const Index i : scene_.claims_around(article_.claims[whole].quote)) {
      if (article_.claims[i].kind == ClaimKind::figure && article_.claims[i].whole == whole) return i;
    }
    return kNone;
  }

  // "6,120 (up 4 %)", "6,120 (-4 %)": how much it changed.
  [[nodiscard]] bool is_change(const Mention& percent) const {
    const std::optional<Decimal> printed = percent.value->printed();
    return std::ranges::any_of(scene_.claims_around(percent.span), [&](Index i) {
      const Claim& claim = article_.claims[i];
      return claim.kind == ClaimKind::change && claim.change && printed &&
             claim.change->percent == printed->abs() && claim.quote.overlaps(percent.span);
    });
  }

  void add_share(const Mention& part, const Mention& percent) {
    if (is_change(percent)) return;
    Index of_part = scene_.figure_of(part);
    if (of_part == kNone) return;
    if (const Index tied = part_of(of_part); tied != kNone) of_part = tied;
    Index share = scene_.figure_of(percent);
    const bool unplaced = share != kNone && article_.claims[share].rule == "figure.told";
    if (share == kNone || unplaced) {
      Claim claim = like(of_part, percent, "figure.share");
      claim.unit = "percent";
      claim.measure.aggregate = Aggregate::share;
      if (share == kNone) {
        share = static_cast<Index>(article_.claims.size());
        article_.claims.emplace_back();
      }
      article_.claims[share] = std::move(claim);
    } else {
      article_.claims[share].measure.population = article_.claims[of_part].measure.population;
    }
    Index whole = article_.claims[of_part].whole;
    if (whole == kNone) whole = whole_before(of_part, part.span.begin, percent);
    if (whole == kNone) return;
    article_.claims[of_part].whole = whole;
    article_.claims[share].whole = whole;
    // "From January to June 64,797 fell ill. … Upper Marsh (9,426 or 15 percent)": parts of that time.
    for (const Index part_of_whole : {of_part, share}) {
      Claim& claim = article_.claims[part_of_whole];
      if (claim.rule != "figure.listed" || (claim.period && claim.period_basis == Basis::printed)) continue;
      claim.period = article_.claims[whole].period;
      claim.relative = article_.claims[whole].relative;
      claim.period_basis = Basis::implied;
      if (claim.unit != "percent") claim.measure.aggregate = article_.claims[whole].measure.aggregate;
    }
  }

  // The nearest figure before of which the part is that share.
  [[nodiscard]] Index whole_before(Index of_part, std::uint32_t byte, const Mention& percent) const {
    const Decimal part = *article_.claims[of_part].value->best;
    Index found = kNone;
    for (const Index i : scene_.claims_around({byte > kFarthestWhole ? byte - kFarthestWhole : 0, byte})) {
      const Claim& claim = article_.claims[i];
      const bool near = claim.quote.begin < byte && byte - claim.quote.begin < kFarthestWhole;
      if (claim.kind != ClaimKind::figure || !near || i == of_part || !claim.value || !claim.value->best)
        continue;
      if (claim.unit != article_.claims[of_part].unit || *claim.value->best <= part) continue;
      const auto actual = Decimal::round(part.to_double() / claim.value->best->to_double() * 100, 2);
      if (!actual || !percent_stretch(*percent.value).holds(*actual)) continue;
      if (found == kNone || article_.claims[found].quote.begin < claim.quote.begin) found = i;
    }
    return found;
  }

  Article& article_;
  Scene scene_;
};

}  // namespace

void find_shares(Article& article) {
  ShareFinder(article).find();
}

}  // namespace tally
