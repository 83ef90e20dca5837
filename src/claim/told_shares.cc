// Shares told in words → a percentage of those they are told of.
//
//   "Two-thirds of those evicted were families"    66.7 percent, those evicted
//   "One in five tenants pays more"                20 percent, tenants
//   "more than half of the 407 patients"           more than 50 percent, patients
//
// What is told so is as fine as a fraction is: "a third" is a third give or take a tenth of it. A fraction of
// a thing ("half a victory", "a third of the way", "half of what it was") is no share.
#include <algorithm>

#include "claim/figure_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr float kInWords = 0.6F;  // confidence

std::optional<Decimal> in_percent(const std::optional<Decimal>& part) {
  return part ? part->shifted(2) : std::nullopt;
}

}  // namespace

bool FigureFinder::is_share_in_words(const Mention& amount) const {
  if (!amount.unit.empty() && amount.unit != "person") return false;
  const Value& value = *amount.value;
  const std::optional<Decimal> part = value.best ? value.best : value.low ? value.low : value.high;
  return part && *part < Decimal(1) && !part->is_zero() && value.printed() && !(*part < Decimal(0));
}

// "half of [the pupils]", "a fifth of [them]", "[one in five tenants]": many of whom a share is told; kNone
// where it is told of something else.
Index FigureFinder::whole_of_share(const Mention& amount, Index chunk) const {
  const bool inside = !amount.counted.empty() && scene_.span(chunk).contains(amount.counted);
  Index whole = chunk;
  if (!inside) {
    const bool of = scene_.same_sentence(chunk, chunk + 2) && scene_.is_word(chunk + 1, "of") &&
                    scene_.kind(chunk + 2) == ChunkKind::noun;
    if (!of) return kNone;
    whole = chunk + 2;
  }
  const Token& head = scene_.head(whole);
  if (is_any(head, {WordClass::time, WordClass::unit, WordClass::money, WordClass::currency})) return kNone;
  const bool those = scene_.is_word(whole, "those");
  const bool many = head.tag == Tag::nns || head.tag == Tag::nnps || those || is(head, WordClass::group);
  return many ? whole : kNone;
}

void FigureFinder::read_share(const Mention& amount, const AmountUse& use) {
  const std::string_view words = article_.text(amount.span);
  if (words.find_first_of(".%") != std::string_view::npos) return;
  const Index whole = whole_of_share(amount, use.chunk);
  if (whole == kNone || use.verb == kNone || !preposition_of(article_, use.chunk).empty()) return;
  // "That is less than half of the 43,700 boxes": held against a number, of other things.
  const Clause& clause = scene_.clause(use.clause);
  const bool held_against = clause.object == use.chunk && clause.subject != kNone &&
                            lemma(article_, scene_.head(use.verb)) == "be" &&
                            is_anaphoric(scene_, clause.subject);
  if (held_against) return;
  Measured measured = measure_of_counted(scene_, use.chunk, amount);
  if (measured.measure.population.empty() && !scene_.is_word(whole, "those")) return;
  measured.unit = "percent";
  measured.measure.aggregate = Aggregate::share;
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  Claim& figure = article_.claims[claim];
  const Value& part = *amount.value;
  const std::optional<Decimal> printed = part.printed();
  figure.value = Value{.best = in_percent(part.best),
                       .low = in_percent(part.low),
                       .high = in_percent(part.high),
                       .modifier = part.modifier,
                       .step = fraction_step(*printed)};
  figure.unit = "percent";
  figure.measure.aggregate = Aggregate::share;
  figure.rule = "figure.share";
  figure.confidence = kInWords;
}

}  // namespace tally
