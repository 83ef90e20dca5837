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

// "one in six", "two out of three", no "a third".
bool FigureFinder::is_ratio_in_words(const Mention& amount) const {
  const std::string_view words = article_.text(amount.span);
  return words.find(" in ") != std::string_view::npos || words.find(" out of ") != std::string_view::npos;
}

Value FigureFinder::share_value(const Value& part) {
  return {.best = in_percent(part.best),
          .low = in_percent(part.low),
          .high = in_percent(part.high),
          .modifier = part.modifier,
          .step = fraction_step(*part.printed())};
}

// "Of 1,130 workers 352 agreed, [fewer than one in three]": the share of what was told right before.
bool FigureFinder::read_ratio_aside(const Mention& amount, const AmountUse& use) {
  if (use.chunk == kNone || focus_.claim == kNone || !is_share_in_words(amount) || !is_ratio_in_words(amount))
    return false;
  const ChunkKind before = use.chunk == 0 ? ChunkKind::other : scene_.kind(use.chunk - 1);
  const bool aside = before == ChunkKind::punctuation || before == ChunkKind::conjunction;
  const Index after = use.chunk + 1;
  const bool ends = !scene_.same_sentence(use.chunk, after) || scene_.kind(after) == ChunkKind::punctuation;
  const Claim& last = article_.claims.back();
  if (!aside || !ends || last.kind != ClaimKind::figure || last.unit == "percent" ||
      !scene_.same_sentence(chunk_at(article_, last.quote.end - 1), use.chunk))
    return false;
  Claim share = last;
  share.evidence.push_back(last.quote);
  share.quote = cover(amount.span, scene_.span(use.chunk));
  share.value = amount.value;
  share.rule = "figure.share";
  take_ratio(share, amount);
  article_.claims.push_back(std::move(share));
  return true;
}

// "a third ([33.2%]) of all registrations", "down nearly half ([46.6 %])": what the words before tell
// roughly.
bool FigureFinder::read_share_restated(const Mention& amount, const AmountUse& use) {
  if (amount.unit != "percent" || use.chunk < 2 || use.chunk == kNone ||
      !scene_.same_sentence(use.chunk, use.chunk - 2) || scene_.head(use.chunk - 1).tag != Tag::open_bracket)
    return false;
  const auto before = Scene::starting_in(article_.amounts, scene_.span(use.chunk - 2));
  // "A third (" is read as the one after the second.
  const bool part =
      !before.empty() && (is_fraction(before.back()) || before.back().kind == MentionKind::ordinal);
  if (!part || !amount.value->printed()) return false;
  if (last_change_ != kNone && article_.claims[last_change_].quote.overlaps(before.back().span)) {
    ChangeDetail& change = *article_.claims[last_change_].change;
    change.percent = amount.value->printed();
    change.modifier = amount.value->modifier;
    change.step = amount.value->step;
    return true;
  }
  const Index whole = use.chunk + 3;
  const bool of = scene_.same_sentence(use.chunk, whole) &&
                  scene_.head(use.chunk + 1).tag == Tag::close_bracket && scene_.is_word(whole - 1, "of") &&
                  scene_.kind(whole) == ChunkKind::noun;
  if (!of) return false;
  Measured measured{.measure = {.population = population_of(scene_, whole, {})},
                    .unit = "percent",
                    .span = scene_.span(whole)};
  measured.measure.aggregate = Aggregate::share;
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  article_.claims[claim].measure.aggregate = Aggregate::share;
  article_.claims[claim].rule = "figure.share";
  return true;
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
  // "a third of the 36,000"
  const bool numbered = head.kind == TokenKind::number && scene_.words(whole).starts_with("the ");
  // "one farm in eight"
  const bool ratio = inside && is_ratio_in_words(amount);
  // "two-fifths of the wheat"
  const bool stuff =
      is_any(head, {WordClass::plant, WordClass::food, WordClass::substance, WordClass::outcome});
  const bool many = numbered || stuff || ratio || head.tag == Tag::nns || head.tag == Tag::nnps || those ||
                    is(head, WordClass::group);
  return many ? whole : kNone;
}

// "Some 4,300 kitchens were inspected; [one in nine] failed": of those told before.
bool FigureFinder::read_ratio_of_focus(const Mention& amount, const AmountUse& use) {
  const bool subject = use.verb != kNone && scene_.clause(use.clause).subject == use.chunk;
  if (!subject || !is_ratio_in_words(amount) || !amount.counted.empty() || focus_.claim == kNone ||
      focus_.measured.measure.population.empty() || !is_bare(scene_, amount, use.chunk) ||
      scene_.is_word(use.chunk + 1, "of"))
    return false;
  Measured measured{.measure = {.property = head_lemma(article_, use.verb).str(),
                                .population = focus_.measured.measure.population},
                    .unit = "percent"};
  measured.measure.aggregate = Aggregate::share;
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  article_.claims[claim].rule = "figure.share";
  article_.claims[claim].confidence = kInWords;
  return true;
}

void FigureFinder::read_share(const Mention& amount, const AmountUse& use) {
  const std::string_view words = article_.text(amount.span);
  if (words.find_first_of(".%") != std::string_view::npos) return;
  if (read_ratio_of_focus(amount, use)) return;
  const Index whole = whole_of_share(amount, use.chunk);
  if (whole == kNone || use.verb == kNone || !preposition_of(article_, use.chunk).empty()) return;
  // "That is less than half of the 43,700 boxes": held against a number, of other things.
  const Clause& clause = scene_.clause(use.clause);
  const bool held_against = clause.object == use.chunk && clause.subject != kNone &&
                            lemma(article_, scene_.head(use.verb)) == "be" &&
                            is_anaphoric(scene_, clause.subject);
  if (held_against) return;
  Measured measured = measure_of_counted(scene_, use.chunk, amount);
  if (whole != use.chunk && scene_.head(whole).kind == TokenKind::number) {
    measured.measure.population.clear();
    inherit_population(measured, amount, use);
    if (is_casualty(scene_.head(whole + 1))) measured.measure.population = "person";
  }
  if (measured.measure.population.empty() && !scene_.is_word(whole, "those")) return;
  measured.unit = "percent";
  measured.measure.aggregate = Aggregate::share;
  const When when = when_of_figure(use, measured);
  const Index claim = add_figure(amount, use, measured, when);
  Claim& figure = article_.claims[claim];
  figure.value = share_value(*amount.value);
  figure.unit = "percent";
  figure.measure.aggregate = Aggregate::share;
  figure.rule = "figure.share";
  figure.confidence = kInWords;
}

}  // namespace tally
