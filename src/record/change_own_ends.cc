// Changes whose ends the report prints itself → findings: both in the change, one in its figure, or all in
// one sentence. See change_judges.h.
#include <optional>

#include "record/change_bases.h"
#include "record/change_judges.h"
#include "record/told_corrections.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// "Has lowered its count to 2.24 million from 2.3": another count, no change in what is counted.
void add_revision(Checks& checks, Index claim, const Ends& ends) {
  add(checks, {.verdict = Verdict::explained,
               .kind = "revision",
               .claim = claim,
               .against = {ends.to.claim},
               .explanation = difference_in_words(ends) + ": the report says that the count was revised",
               .suspect = "",
               .rank = Rank::revision,
               .relative_size = percent_apart(*ends.to.value.printed(), *ends.from.value.printed())});
}

}  // namespace

void judge_within(Checks& checks, Index claim, const ChangeSubject* subject) {
  const Claim& c = checks.sheet.claim(claim);
  Ends ends;
  ends.own = true;
  ends.firm = true;
  const auto from = rescaled(*c.change->from, *c.change->to, *c.change);
  if (!from) return;
  ends.from.value = as_told(checks.sheet, claim, *from);
  ends.from.period = c.change->base_period;
  ends.to.value = Value::exact(*c.change->to);
  if (subject != nullptr) ends.to = subject->to;
  if (tells_revision(checks.sheet, claim) && !c.change->percent) return add_revision(checks, claim, ends);
  const auto forward = judge_forward(ends, *c.change);
  if (!forward) return;
  const Judgement& j = *forward;
  if (!j.fits && is_wild(*c.change, *from, *c.change->to)) return;
  add(checks, {.verdict = j.fits ? (j.rounded ? Verdict::explained : Verdict::holds) : Verdict::fails,
               .kind = j.kind,
               .claim = claim,
               .against = {base_told(checks.sheet, claim), ends.to.claim},
               .explanation = j.words,
               .suspect = j.fits ? "" : "report",
               .rank = j.fits ? Rank::plain : Rank::own_figures,
               .relative_size = percent_apart(*c.change->to, *from)});
}

void judge_from(Checks& checks, Index claim, const ChangeSubject& subject) {
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  const auto to = subject.to.value.printed();
  const auto from = to ? rescaled(*change.from, *to, change) : std::nullopt;
  if (!from) return;
  Ends ends{{as_told(checks.sheet, claim, *from), change.base_period, kNone}, subject.to, true, true};
  const auto forward = judge_forward(ends, change);
  if (!forward) return;
  const Judgement& j = *forward;
  // A number that no rule placed may bear a change out, but not refute it.
  const bool unplaced = checks.sheet.claim(subject.figure).rule == "figure.told";
  if (!j.fits && (unplaced || is_wild(change, *from, *to) || is_wild_amount(change, *from, *to))) return;
  add(checks, {.verdict = j.fits ? (j.rounded ? Verdict::explained : Verdict::holds) : Verdict::fails,
               .kind = j.kind,
               .claim = claim,
               .against = {base_told(checks.sheet, claim), subject.figure},
               .explanation = j.words,
               .suspect = j.fits ? "" : "report",
               .rank = j.fits ? Rank::plain : Rank::own_figures,
               .relative_size = std::nullopt});
}

bool judge_by_itself(Checks& checks, Index claim) {
  const Claim& c = checks.sheet.claim(claim);
  const bool down = c.change->direction == Direction::down;
  const auto to = down ? c.change->from->minus(*c.change->by) : c.change->from->plus(*c.change->by);
  if (!to || *to <= Decimal(0)) return false;
  ChangeDetail percent = *c.change;
  percent.by.reset();
  const Index base = base_told(checks.sheet, claim);
  const Ends ends{{as_told(checks.sheet, claim, *c.change->from), c.change->base_period, base},
                  {Value::exact(*to), std::nullopt, kNone},
                  true,
                  true};
  const Judgement j = judge(ends, percent);
  add(checks, {.verdict = j.fits ? (j.rounded ? Verdict::explained : Verdict::holds) : Verdict::fails,
               .kind = "percent",
               .claim = claim,
               .against = {base, printed_as(checks.sheet, claim, base, *to)},
               .explanation = j.words,
               .suspect = j.fits ? "" : "report",
               .rank = j.fits ? Rank::plain : Rank::own_figures,
               .relative_size = percent_apart(*to, *c.change->from)});
  return true;
}

bool judge_between(Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  const ChangeDetail& change = *sheet.claim(claim).change;
  const Index to = end_between(sheet, claim);
  if (to == kNone || (!change.by && !change.percent)) return false;
  const Index base = base_told(sheet, claim);
  const Ends ends{{as_told(sheet, claim, *change.from), change.base_period, base},
                  {*sheet.claim(to).value, sheet.claim(to).period, to},
                  true,
                  true};
  const Judgement j = judge(ends, change);
  const auto number = number_of(*sheet.claim(to).value);
  if (!j.fits && is_wild(change, *change.from, *number)) return false;
  add(checks, {.verdict = j.fits ? (j.rounded ? Verdict::explained : Verdict::holds) : Verdict::fails,
               .kind = j.kind,
               .claim = claim,
               .against = {base, to},
               .explanation = j.words,
               .suspect = j.fits ? "" : "report",
               .rank = j.fits ? Rank::plain : Rank::own_figures,
               .relative_size = percent_apart(*number, *change.from)});
  return true;
}

void judge_points(Checks& checks, Index claim) {
  const Sheet& sheet = checks.sheet;
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  ChangeDetail points = *sheet.claim(claim).change;
  points.from.reset();
  points.to.reset();
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (i == claim || c.kind != ClaimKind::change || !c.change || c.unit != "percent" || !c.change->from ||
        !c.change->to || c.change->percent || c.change->direction != points.direction ||
        c.quote.begin != sheet.claim(claim).quote.begin)
      continue;
    const Ends ends{{Value::exact(*c.change->from), c.change->base_period, base_told(sheet, i)},
                    {Value::exact(*c.change->to), c.period, sheet.tied(i, c.about)},
                    true,
                    true};
    const Judgement j = judge(ends, points);
    return add(checks, {.verdict = j.fits ? Verdict::holds : Verdict::fails,
                        .kind = j.kind,
                        .claim = claim,
                        .against = {i, ends.from.claim, ends.to.claim},
                        .explanation = j.words,
                        .suspect = j.fits ? "" : "report",
                        .rank = j.fits ? Rank::plain : Rank::own_figures,
                        .relative_size = std::nullopt});
  }
}

}  // namespace tally
