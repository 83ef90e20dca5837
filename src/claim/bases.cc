// The number that a change starts from, where it is told behind its date → the change's `from`:
//
//   "an increase of 3.4 per cent on 2018, when 146 died"        from 146, base 2018
//   "have more than tripled since 2020, when they were 401.8 million"
//   "was 6.3 % more than in 2022 (18,940 tonnes)"
//   "has fallen compared with last year: 689,000 acres, against 431,000 acres"
//
// What stands there is a figure of the same measure, at the time that the change starts from.
#include <algorithm>
#include <string>
#include <string_view>

#include "claim/ends.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kDateWords = 9;    // words of the base's date between the change and its number
constexpr Index kClauseWords = 9;  // words of the clause that holds the number

class BaseFinder {
 public:
  explicit BaseFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    for (Index i = 0; i < article_.claims.size(); ++i) {
      const Claim& claim = article_.claims[i];
      if (claim.kind != ClaimKind::change || claim.change->from || claim.quote.empty()) continue;
      end_ = sentence_end(claim.quote.end);
      if (claim.rule == "change.trend") {
        read_pair(i);
      } else {
        read_base(i);
      }
    }
  }

 private:
  [[nodiscard]] Index sentence_end(std::uint32_t byte) const {
    const Index chunk = chunk_at(article_, byte - 1);
    return chunk == kNone ? 0 : article_.sentences[article_.chunks[chunk].sentence].tokens.end;
  }

  [[nodiscard]] std::string_view text(Index token) const {
    return token < end_ ? article_.text(article_.tokens[token]) : std::string_view();
  }

  // The first number in the words from `begin` to the next comma that may be of this unit; null where
  // there is none.
  [[nodiscard]] const Mention* number_in(Index begin, std::string_view unit) const {
    Index end = begin;
    while (end < end_ && end < begin + kClauseWords && text(end) != "," && text(end) != ";") ++end;
    if (end == begin) return nullptr;
    for (const Mention& amount : Scene::starting_in(article_.amounts, article_.span_of({begin, end}))) {
      const bool dated = scene_.date_over(amount.span) != nullptr || scene_.date_in(amount.span) != nullptr;
      if (!dated && amount.value && is_alike(amount.unit, unit)) return &amount;
    }
    return nullptr;
  }

  // The figure that was read out of such a number; kNone where none was.
  [[nodiscard]] Index figure_in(Index begin, std::string_view unit) const {
    const Mention* number = number_in(begin, unit);
    return number == nullptr ? kNone : scene_.figure_of(*number);
  }

  // "…, when it was 4,310": a bare number that nothing but the change gives a measure.
  Index add_figure(Index change, const Mention& number) {
    const Claim& claim = article_.claims[change];
    Claim figure;
    figure.kind = ClaimKind::figure;
    figure.rule = "figure.base";
    figure.measure = claim.measure;
    figure.value = number.value;
    figure.unit = number.unit;
    figure.quote = number.span;
    figure.evidence.push_back(claim.quote);
    article_.claims.push_back(std::move(figure));
    return static_cast<Index>(article_.claims.size() - 1);
  }

  // "2.48 pounds" beside "3.10 pounds a kilo": the "a kilo" is left out.
  static bool is_alike(std::string_view unit, std::string_view of) {
    return unit.empty() || of.empty() || unit == of || of.starts_with(std::string(unit) + "_per_");
  }

  [[nodiscard]] std::string_view unit_of(const Claim& change) const {
    if (change.about != kNone) return article_.claims[change.about].unit;
    return change.unit == "percent" || change.change->factor ? std::string_view() : change.unit;
  }

  void read_base(Index change) {
    const Index begin = token_from(article_, article_.claims[change].quote.end);
    for (Index i = begin; i < begin + kDateWords && i < end_; ++i) {
      const bool clause = text(i) == "," && text(i + 1) == "when";
      if (!clause && text(i) != "(") {
        if (article_.tokens[i].kind == TokenKind::punctuation) return;
        continue;
      }
      const Mention* number = number_in(i + (clause ? 2 : 1), unit_of(article_.claims[change]));
      if (number == nullptr) return;
      Index figure = scene_.figure_of(*number);
      if (figure == kNone && clause) figure = add_figure(change, *number);
      if (figure != kNone && figure != article_.claims[change].about) set_base(change, figure);
      return;
    }
  }

  void set_base(Index change, Index figure) {
    Claim& base = article_.claims[figure];
    Claim& claim = article_.claims[change];
    if (!base.value || !base.value->printed() || base.unit == "percent") return;
    claim.change->from = base.value->printed();
    if (!claim.change->base_period) claim.change->base_period = base.period;
    claim.evidence.push_back(base.quote);
    const bool unplaced = base.rule == "figure.told";
    base.rule = "figure.base";
    base.whole = kNone;
    // "than in the same three months of 2023, when it was …": the finer time is meant.
    const auto& named = claim.change->base_period;
    if (!base.period || unplaced ||
        (named && base.period->grain() == Grain::year && base.period->contains(*named)))
      base.period = named;
    base.measure = claim.measure;
    if (claim.about != kNone) base.unit = article_.claims[claim.about].unit;
  }

  static bool marks_base(std::string_view word) {
    const WordId id = vocabulary().find(word);
    return word == "from" || word == "compared" || (id != 0 && vocabulary().is(id, WordClass::base_mark));
  }

  // "…: 689,000 acres to date, against 431,000 acres"
  void read_pair(Index change) {
    const Index colon = token_from(article_, article_.claims[change].quote.end);
    if (text(colon) != ":") return;
    const Index to = figure_in(colon + 1, {});
    Index comma = colon + 1;
    while (comma < end_ && comma < colon + kClauseWords && text(comma) != ",") ++comma;
    if (to == kNone || !marks_base(text(comma + 1))) return;
    const Index from = figure_in(comma + 2, article_.claims[to].unit);
    if (from == kNone || from == to) return;
    Claim& claim = article_.claims[change];
    claim.about = to;
    claim.unit = article_.claims[to].unit;
    claim.change->to = article_.claims[to].value->printed();
    set_base(change, from);
  }

  Article& article_;
  Scene scene_;
  Index end_ = 0;  // of the tokens of the change's sentence
};

}  // namespace

void find_bases(Article& article) {
  BaseFinder(article).find();
  find_ends(article);
  find_held_against(article);
}

}  // namespace tally
