// Changes held against the values of the record: those of the periods that they may begin in, in this report
// or others. See change_judges.h.
#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include "record/change_bases.h"
#include "record/change_judges.h"
#include "record/nearby.h"
#include "record/rows.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

void cannot_tell(Checks& checks, Index claim, const ChangeSubject& subject,
                 const std::vector<Period>& bases) {
  std::string words = "no value on record for ";
  for (std::size_t b = 0; b < bases.size(); ++b) words += (b > 0 ? " or " : "") + said(bases[b]);
  if (bases.empty()) words = "no period on record to compare with";
  add(checks, {.verdict = Verdict::cannot_tell,
               .kind = "direction",
               .claim = claim,
               .against = {subject.figure},
               .explanation = words + " to hold " + said(subject.to.value, subject.to.period) + " against",
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = std::nullopt});
}

Ends ends_between(const Checks& checks, Index claim, const ChangeSubject& subject, const Stand& base) {
  const Sheet& sheet = checks.sheet;
  Ends ends{base, subject.to, false, false};
  ends.own = sheet.claims[base.claim].document == sheet.claims[claim].document;
  // "438 in 2018 and 359 in 2019, before the pandemic brought a fall of 14 % to 341": one row, told at once.
  const bool filled = sheet.filled[base.claim] || sheet.filled[subject.figure];
  const bool told_at_once = ends.own && !filled &&
                            sheet.variable[base.claim] == sheet.variable[subject.figure] &&
                            sentences_between(sheet, base.claim, subject.figure) == 0;
  ends.firm = told_at_once || sheet.core[base.claim] == sheet.core[subject.figure];
  return ends;
}

// Does the change hold on some other vintage or count of either end?
bool holds_elsewhere(const Checks& checks, const Ends& ends, Index variable, const ChangeDetail& change) {
  const ChartPoint* from = ends.from.period ? checks.chart.at(variable, *ends.from.period) : nullptr;
  if (from == nullptr) return false;
  return std::ranges::any_of(from->rivals, [&](const Rival& rival) {
    Ends other = ends;
    other.from.value = rival.value;
    return judge(other, change).fits;
  });
}

// "68 per cent more than in 2018", and the report gives 34 for 2018 in other words: what it comes out with.
bool bear_out_by_base(Checks& checks, Index claim, const ChangeSubject& subject,
                      const std::vector<Period>& bases) {
  const Sheet& sheet = checks.sheet;
  const ChangeDetail& change = *sheet.claim(claim).change;
  if (!change.base_period || (!change.percent && !change.by)) return false;
  const Index begin = sheet.first_claim[sheet.claims[claim].document];
  for (Index i = begin; i < begin + sheet.document_of(claim).claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    const bool at_base = c.period && std::ranges::find(bases, *c.period) != bases.end();
    if (!sheet.counts(i) || !at_base || i == subject.figure || c.unit == "percent" ||
        unit_key(c.unit) != unit_key(sheet.claim(subject.figure).unit))
      continue;
    const Ends ends{{*c.value, c.period, i}, subject.to, true, false};
    const Judgement j = judge(ends, change);
    if (!j.fits || j.rounded) continue;
    add(checks, {.verdict = Verdict::holds,
                 .kind = j.kind,
                 .claim = claim,
                 .against = {i, subject.figure},
                 .explanation = j.words,
                 .suspect = "",
                 .rank = Rank::plain,
                 .relative_size = std::nullopt});
    return true;
  }
  return false;
}

// "6,510 came in January. Arrivals went down to 5,420 in February, a decline of 12 per cent"
bool is_right_before(const Sheet& sheet, Index claim, const Ends& ends, const Period& base) {
  return ends.own && ends.from.period == base && sentences_between(sheet, claim, ends.from.claim) <= 1;
}

// What a change that does not fit is held against.
struct Against {
  const Ends& ends;
  Index variable = kNone;
  bool sure = true;  // nothing else that it could be held against
};

// False where the change says nothing after all.
bool settle_failing(const Checks& checks, Draft& draft, const Against& against) {
  const Ends& ends = against.ends;
  const ChangeDetail& change = *checks.sheet.claim(draft.claim).change;
  const auto from = ends.from.value.printed();
  const auto to = ends.to.value.printed();
  if (!from || !to || !tame(*from, *to) || !says_its_direction(checks.sheet, draft.claim)) return false;
  if (is_wild(change, *from, *to) || is_wild_amount(change, *from, *to)) return false;
  draft.verdict = Verdict::fails;
  draft.suspect = "report";
  draft.rank = ends.own ? Rank::own_figures : Rank::same_scope;
  if (!ends.own && holds_elsewhere(checks, ends, against.variable, change)) draft.verdict = Verdict::depends;
  // Another report's number may be of another scope: it takes two that print it.
  const ChartPoint* point = ends.from.period ? checks.chart.at(against.variable, *ends.from.period) : nullptr;
  const bool borne_out = ends.own || (point != nullptr && point->chosen().documents.size() >= 2);
  if (!ends.firm || !borne_out || !against.sure) draft.verdict = Verdict::cannot_tell;
  if (draft.verdict == Verdict::depends)
    draft.explanation += "; on another count of " + said(*ends.from.period) + " it holds";
  if (draft.verdict == Verdict::cannot_tell) draft.explanation += ", if that is what it is compared with";
  if (draft.verdict != Verdict::fails) draft.suspect = "";
  return true;
}

}  // namespace

void judge_against_record(Checks& checks, Index claim, const ChangeSubject& subject) {
  const Claim& c = checks.sheet.claim(claim);
  const Index variable = checks.sheet.variable[subject.figure];
  if (variable == kNone || !subject.period) return;
  const Aggregate aggregate = checks.sheet.claim(subject.figure).measure.aggregate;
  // "The toll rose to 187 on Monday": what is told of a day is how it stood.
  const bool told_of_day = subject.period->grain() == Grain::day && c.change->to && !c.change->base_period;
  const bool stands = aggregate == Aggregate::level || aggregate == Aggregate::total || told_of_day;
  const std::vector<Period> bases = bases_of(c, *subject.period, checks.chart.line(variable), stands);
  std::vector<std::pair<Ends, Judgement>> judged;
  for (const Period& base : bases) {
    const ChartPoint* point = checks.chart.at(variable, base);
    if (point == nullptr) continue;
    const Stand from = stand_at(checks, *point, base, claim);
    // A number is never its own base: then one of the two times was misread.
    if (from.claim == subject.figure || base == subject.period) return;
    Ends ends = ends_between(checks, claim, subject, from);
    const auto j = judge_forward(ends, *c.change);
    if (!j) return;
    judged.emplace_back(ends, *j);
  }
  if (judged.empty()) {
    if (!bear_out_by_base(checks, claim, subject, bases)) cannot_tell(checks, claim, subject, bases);
    return;
  }
  const auto good = std::ranges::find_if(judged, [](const auto& one) { return one.second.fits; });
  const auto& [ends, j] = good != judged.end() ? *good : judged.front();
  Draft draft{.verdict = j.rounded ? Verdict::explained : Verdict::holds,
              .kind = j.kind,
              .claim = claim,
              .against = {ends.from.claim, ends.to.claim},
              .explanation = j.words,
              .suspect = "",
              .rank = Rank::plain,
              .relative_size = std::nullopt};
  if (const auto from = ends.from.value.printed(), to = ends.to.value.printed(); from && to) {
    draft.relative_size = percent_apart(*to, *from);
  }
  // What a level stood at before may not be what the text compares it with.
  const bool told_apart = !stands || c.change->base_period;
  const bool whole =
      judged.size() == bases.size() || is_right_before(checks.sheet, claim, ends, bases.front());
  if (!j.fits && !settle_failing(checks, draft, {ends, variable, told_apart && whole})) return;
  add(checks, std::move(draft));
}

bool judge_row(Checks& checks, Index claim) {
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  const std::optional<Line> row = row_beside(checks.sheet, claim);
  if (!row || !change.base_period->known()) return false;
  const auto base = row->find(*change.base_period);
  const auto last = std::prev(row->end());
  if (base == row->end() || base == last) return false;
  const auto stand = [](const auto& point) {
    return Stand{point.second.chosen().value, point.first, point.second.chosen().claims.front()};
  };
  const Ends ends{stand(*base), stand(*last), true, true};
  const Judgement j = judge(ends, change);
  add(checks, {.verdict = j.fits ? (j.rounded ? Verdict::explained : Verdict::holds) : Verdict::cannot_tell,
               .kind = j.kind,
               .claim = claim,
               .against = {ends.from.claim, ends.to.claim},
               .explanation = j.words + (j.fits ? "" : ", if that is what it is compared with"),
               .suspect = "",
               .rank = Rank::plain,
               .relative_size = std::nullopt});
  return true;
}

std::optional<ChangeSubject> latest_after_base(const Checks& checks, Index claim) {
  const Index base = base_told(checks.sheet, claim);
  if (base == kNone || checks.sheet.variable[base] == kNone) return std::nullopt;
  const auto& period = checks.sheet.claim(base).period;
  const Line* line = checks.chart.line(checks.sheet.variable[base]);
  if (line == nullptr || !period || !period->known()) return std::nullopt;
  const Date told = checks.sheet.document_of(claim).published.date;
  for (const auto& [when, point] : std::views::reverse(*line)) {
    if (when.grain() != period->grain() || when.first_day() <= period->last_day()) continue;
    if (told.known() && when.first_day() > told.last_day()) continue;
    // Another report's number takes two that print it.
    const Stand to = stand_at(checks, point, when, claim);
    const bool own = checks.sheet.claims[to.claim].document == checks.sheet.claims[claim].document;
    if (!own && point.chosen().documents.size() < 2) return std::nullopt;
    return ChangeSubject{to.claim, when, to};
  }
  return std::nullopt;
}

}  // namespace tally
