// What a sentence tells beside its change → the end or the percentage that the change lacks:
//
//   "fetched 548 euros, down 6.8 % from 601"                                  from 601
//   "had 226,800 pupils, after 214,600 in 2022, an increase of 6.7 percent"   from 214,600
//   "95 fewer than the 407 of the year before, a drop of 19 percent"          both from 407
#include <algorithm>
#include <string_view>
#include <vector>

#include "claim/end_finder.h"
#include "claim/periods.h"

namespace tally {

void EndFinder::mend(Span sentence) {
  const std::vector<Index> claims = scene_.claims_around(sentence);
  for (const Index i : claims) {
    Claim& claim = article_.claims[i];
    if (claim.kind != ClaimKind::change || !claim.change || !sentence.contains(claim.quote)) continue;
    const bool ends = claim.change->from && claim.change->to;
    if (!claim.change->percent && !claim.change->by && !claim.change->factor && !ends) continue;
    take_percentage(claim);
    if (!claim.change->to) take_end_behind(claim);
    if (!claim.change->from) take_number_behind(claim);
    if (!claim.change->from) turn_round(claim, sentence);
    if (!claim.change->from) take_aside(claim, sentence);
    if (!claim.change->from) take_from_neighbour(i, claims);
  }
}

void EndFinder::take_percentage(Claim& change) {
  const Index comma = token_from(article_, change.quote.end);
  if (change.change->percent || change.change->factor || !is_word(comma, ",") || !is_word(comma + 1, "or"))
    return;
  if (comma + 2 >= sentence_.tokens.end) return;
  const Span behind = cover(article_.tokens[comma + 2].span,
                            article_.tokens[std::min(comma + 4, sentence_.tokens.end - 1)].span);
  for (const Mention& amount : Scene::starting_in(article_.amounts, behind)) {
    if (amount.unit != "percent" || !amount.value || !amount.value->printed()) continue;
    change.change->percent = amount.value->printed();
    change.change->modifier = amount.value->modifier;
    change.change->step = amount.value->step;
    change.quote = cover(change.quote, amount.span);
    return;
  }
}

void EndFinder::set_from(Claim& change, Index figure) {
  Claim& base = article_.claims[figure];
  change.change->from = base.value->printed();
  if (!change.change->base_period) change.change->base_period = base.period;
  change.evidence.push_back(base.quote);
  base.rule = "figure.base";
  base.whole = kNone;
}

bool EndFinder::may_be_base(Index figure, const Claim& change) const {
  if (figure == kNone || figure == change.about) return false;
  const Claim& base = article_.claims[figure];
  const std::string_view unit =
      change.about == kNone ? std::string_view() : std::string_view(article_.claims[change.about].unit);
  return base.value && base.value->printed() && base.unit != "percent" && is_alike(base.unit, unit);
}

void EndFinder::take_number_behind(Claim& change) {
  Index token = token_from(article_, change.quote.end);
  // "5 % down on the 10,450 of 2022"
  if (word(token) == "down" || word(token) == "up") ++token;
  const Spelling mark = word(token);
  if (mark != "from" && mark != "on" && mark != "over") return;
  const Index owned = behind_owner(token + 1);
  const Mention* number = number_at(owned);
  const Index figure = number == nullptr ? kNone : scene_.figure_of(*number);
  if (!may_be_base(figure, change)) return;
  if (mark == "from" && change.about != kNone)
    set_back(article_.claims[figure], article_.claims[change.about]);
  set_from(change, figure);
  if (mark == "from" && article_.claims[figure].measure == Measure{})
    article_.claims[figure].measure = change.measure;
  if (owned == token + 1) return;
  article_.claims[figure].period = change.change->base_period;
  article_.claims[figure].measure = change.measure;
}

void EndFinder::set_back(Claim& base, const Claim& held) {
  if ((!base.period && !base.relative) || base.period != held.period || base.relative != held.relative)
    return;
  base.relative.reset();
  if (base.period) base.period = year_before(*base.period);
  base.period_basis = Basis::implied;
}

Index EndFinder::behind_owner(Index token) const {
  constexpr Index kOwner = 5;  // words of "the same month last year's"
  for (Index i = token; i < token + kOwner && i + 1 < sentence_.tokens.end; ++i) {
    const Token& mark = article_.tokens[i];
    if (mark.tag == Tag::pos && scene_.date_in(article_.span_of({token, i})) != nullptr) return i + 1;
    if (mark.kind == TokenKind::punctuation && mark.tag != Tag::pos) break;
  }
  return token;
}

Index EndFinder::behind_amount(const Claim& change) const {
  const auto& wanted = change.change->percent ? change.change->percent : change.change->by;
  std::uint32_t end = 0;  // a number stands inside its percentage
  for (const Mention& amount : Scene::starting_in(article_.amounts, change.quote)) {
    if (amount.value && amount.value->printed() == wanted) end = std::max(end, amount.span.end);
  }
  return end == 0 ? sentence_.tokens.end : token_from(article_, end);
}

void EndFinder::take_end_behind(Claim& change) {
  const Index token = behind_amount(change);
  if (word(token) != "to" || (!change.change->percent && !change.change->by)) return;
  const Mention* number = number_at(token + 1);
  const Index figure = number == nullptr ? kNone : scene_.figure_of(*number);
  if (figure == kNone || article_.claims[figure].rule == "figure.base") return;
  Claim& to = article_.claims[figure];
  if ((to.unit == "percent") !=
      (change.unit == "percentage_point" || (change.change->by && change.unit == "percent")))
    return;
  change.change->to = to.value->printed();
  change.about = figure;
  change.quote = cover(change.quote, number->span);
  take_time(change, to);
}

void EndFinder::turn_round(Claim& change, Span sentence) {
  if (change.about == kNone || change.change->to || !is_told_as_base(change.about)) return;
  const Index base = change.about;
  Index to = kNone;
  for (const Index i : scene_.claims_around(sentence)) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || i == base || figure.rule == "figure.told" ||
        figure.unit != article_.claims[base].unit || !figure.value || !figure.value->printed() ||
        !sentence.contains(figure.quote))
      continue;
    if (figure.quote.end >= article_.claims[base].quote.end) continue;
    if (to == kNone || article_.claims[to].quote.end < figure.quote.end) to = i;
  }
  change.about = to;
  if (to != kNone) {
    take_time(change, article_.claims[to]);
  } else {
    change.period.reset();
    change.relative.reset();
  }
  change.change->base_period.reset();
  set_from(change, base);
}

void EndFinder::take_aside(Claim& change, Span sentence) {
  for (const Index i : scene_.claims_around(sentence)) {
    const Claim& figure = article_.claims[i];
    if (figure.kind != ClaimKind::figure || !sentence.contains(figure.quote) || !may_be_base(i, change) ||
        figure.quote.end > change.quote.end || figure.value->printed() == change.change->to)
      continue;
    const Index token = token_of(figure);
    if (token != kNone && stands_in_aside(token)) return set_from(change, i);
  }
}

Index EndFinder::token_of(const Claim& figure) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, figure.quote)) {
    if (amount.value && figure.value && amount.value->printed() == figure.value->printed())
      return token_from(article_, amount.span.begin);
  }
  return kNone;
}

bool EndFinder::stands_in_aside(Index token) const {
  constexpr Index kClauseWords = 6;
  bool stood = false;
  const Index least =
      token > sentence_.tokens.begin + kClauseWords ? token - kClauseWords : sentence_.tokens.begin;
  for (Index back = token; back > least; --back) {
    const Index i = back - 1;
    const Spelling text = word(i);
    if (article_.tokens[i].tag == Tag::cc || article_.tokens[i].kind == TokenKind::number) return false;
    stood = stood || is(article_.tokens[i], WordClass::level_verb) ||
            is(article_.tokens[i], WordClass::reach_verb) || lemma(article_, article_.tokens[i]) == "be";
    if (text == "when" || text == "which") return stood && i > sentence_.tokens.begin && is_word(i - 1, ",");
    if (article_.tokens[i].kind == TokenKind::punctuation) return false;
  }
  return false;
}

bool EndFinder::is_told_as_base(Index figure) const {
  const Claim& claim = article_.claims[figure];
  for (const Mention& amount : Scene::starting_in(article_.amounts, claim.quote)) {
    if (!amount.value || amount.value->printed() != claim.value->printed()) continue;
    const Index token = token_from(article_, amount.span.begin);
    if (token <= sentence_.tokens.begin + 1) return false;
    if (stands_in_aside(token)) return true;
    Index mark = token - 1;
    if (article_.tokens[mark].tag == Tag::dt && mark > sentence_.tokens.begin + 1) --mark;
    const Spelling before = word(mark);
    const WordId id = vocabulary().find(before);
    // "More than 1,200 died last year, 8 % fewer than in 2016": a bound, and no base.
    const bool bound = !amount.extent.empty() && amount.extent.begin < amount.span.begin;
    return (before == "than" && !bound) || (id != 0 && vocabulary().is(id, WordClass::base_mark)) ||
           ((before == "with" || before == "to") && is_word(mark - 1, "compared"));
  }
  return false;
}

void EndFinder::take_from_neighbour(Index change, const std::vector<Index>& claims) {
  Claim& claim = article_.claims[change];
  if (claim.about == kNone || claim.change->to) return;
  for (const Index i : claims) {
    const Claim& other = article_.claims[i];
    const bool twin = i != change && other.kind == ClaimKind::change && other.change &&
                      other.about == claim.about && other.change->from &&
                      other.change->direction == claim.change->direction && other.unit != claim.unit;
    if (!twin || (claim.change->base_period && claim.change->base_period != other.change->base_period))
      continue;
    claim.change->from = other.change->from;
    claim.change->base_period = other.change->base_period;
    return;
  }
}

}  // namespace tally
