// Changes held against figures: direction, percentage, amount, factor.
//
//   "dropped to 1514 in 2013" beside "1502 in 2012": 12 more than the year before, not a drop.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include "record/change_bases.h"
#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/rows.h"
#include "record/slots.h"
#include "tally/rounding.h"

namespace tally {
namespace {

Stand stand_at(const Checks& checks, const ChartPoint& point, const Period& period, Index claim) {
  // The report's own value first, the one that stands nearest: a report is held against its own
  // figures, "as many as in 2023, when there were 2,178" against that of the same sentence.
  const Sheet& sheet = checks.sheet;
  std::optional<std::pair<int, Stand>> own;
  for (const Rival& rival : point.rivals) {
    for (const Index i : rival.claims) {
      if (sheet.claims[i].document != sheet.claims[claim].document) continue;
      const int far = sentences_between(sheet, claim, i);
      // "Corrected to 356 from 352": what it was corrected from is held against nothing any more.
      if (!is_replaced(sheet, i) && (!own || far < own->first)) own = {far, {rival.value, period, i}};
    }
  }
  return own ? own->second : Stand{point.chosen().value, period, point.chosen().claims.front()};
}

struct Subject {
  Index figure = kNone;
  std::optional<Period> period;  // a change that prints its base needs none
  Stand to;
};

std::optional<Subject> end_of(const Checks& checks, Index claim, Index subject) {
  const Claim& c = checks.sheet.claim(claim);
  Subject s;
  s.figure = subject;
  if (s.figure == kNone) return std::nullopt;
  const Claim& figure = checks.sheet.claim(s.figure);
  const auto& period = c.period && c.period->known() && !c.period->interval ? c.period : figure.period;
  const bool dated = period && period->known();
  if (!dated && !c.change->from) return std::nullopt;
  if (dated) s.period = *period;
  const ChartPoint* point = dated ? checks.chart.at(checks.sheet.variable[s.figure], *s.period) : nullptr;
  if (c.change->to) {
    s.to = {Value::exact(*c.change->to), s.period, s.figure};
    if (number_of(*figure.value) == c.change->to) s.to.value = *figure.value;
  } else if (!dated || figure.period == s.period) {
    s.to = {*figure.value, s.period, s.figure};
  } else if (point != nullptr) {
    s.to = stand_at(checks, *point, *s.period, claim);
  } else {
    return std::nullopt;
  }
  return s;
}

// Time runs forward: "499 in 2023" beside "420 in 2024" is where a change began. Ends that run backward
// either way it is taken had one of their times misread: nullopt.
std::optional<Judgement> judge_forward(Ends& ends, const ChangeDetail& change) {
  Judgement j = judge(ends, change);
  const auto& from = ends.from.period;
  const auto& to = ends.to.period;
  const bool backward = from && to && from->known() && to->known() && from->first_day() > to->last_day();
  if (j.fits || !backward) return j;
  std::swap(ends.from, ends.to);
  j = judge(ends, change);
  return j.fits ? std::optional(j) : std::nullopt;
}

// "A 2 percent decline" beside 2,245 and 327, 85 percent less: nobody errs so far, it was said of others.
bool is_wild(const ChangeDetail& change, Decimal from, Decimal to) {
  constexpr double kFarOff = 3.5;
  const auto apart = percent_apart(to, from);
  if (!change.percent || !apart || change.percent->is_zero() || apart->is_zero()) return false;
  const double ratio = apart->to_double() / change.percent->to_double();
  return ratio > kFarOff || ratio < 1 / kFarOff;
}

// "21,200 fewer than in 2015" beside numbers that lie 494,600 apart: more than a slip by a nought, so one of
// them is of another scope.
bool is_wild_amount(const ChangeDetail& change, Decimal from, Decimal to) {
  constexpr double kFarOff = 12;
  const auto apart = to.minus(from);
  if (!change.by || !apart || change.by->is_zero() || apart->is_zero()) return false;
  const double ratio = std::abs(apart->to_double() / change.by->to_double());
  return ratio > kFarOff || ratio < 1 / kFarOff;
}

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

void judge_within(Checks& checks, Index claim, const Subject* subject) {
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

// The base is printed with the change, its end in the figure that the change speaks of.
void judge_from(Checks& checks, Index claim, const Subject& subject) {
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

void cannot_tell(Checks& checks, Index claim, const Subject& subject, const std::vector<Period>& bases) {
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

Ends ends_between(const Checks& checks, Index claim, const Subject& subject, const Stand& base) {
  const Sheet& sheet = checks.sheet;
  Ends ends{base, subject.to, false, false};
  ends.own = sheet.claims[base.claim].document == sheet.claims[claim].document;
  // "438 in 2018 and 359 in 2019, before the pandemic brought a fall of 14 % to 341": one row, told at once.
  const bool told_at_once = ends.own && sheet.variable[base.claim] == sheet.variable[subject.figure] &&
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
bool bear_out_by_base(Checks& checks, Index claim, const Subject& subject, const std::vector<Period>& bases) {
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

void judge_against_record(Checks& checks, Index claim, const Subject& subject) {
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

// "Has tripled since 2020, when it was 401": what it came to is the latest value of the base's own line.
std::optional<Subject> latest_after_base(const Checks& checks, Index claim) {
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
    return Subject{to.claim, when, to};
  }
  return std::nullopt;
}

// "Since then, when it stood at 83, it has risen by 34, or 51 %": the amount against the percentage.
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

// Both ends stand in its sentence, and the amount behind them.
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

// "Evictions have more than doubled in the five years since 2018" beside a row that begins there.
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

// A change that names no figure: one of those nearby that it fits, if any.
void look_around(Checks& checks, Index claim) {
  const ChangeDetail& change = *checks.sheet.claim(claim).change;
  if (!change.percent && !change.by && !change.factor) return;
  if (change.factor && change.base_period && !change.from && judge_row(checks, claim)) return;
  // "More than doubled" fits too much of what stands around it.
  if (!change.percent && !change.by && !change.from) return;
  if (change.from) {
    if (const auto latest = latest_after_base(checks, claim)) return judge_from(checks, claim, *latest);
  }
  for (const Index i : likely_subjects(checks.sheet, claim)) {
    if (change.from && checks.sheet.claim(i).value->printed() == change.from) continue;
    const auto subject = end_of(checks, claim, i);
    if (!subject) continue;
    const std::size_t before = checks.findings.size();
    if (change.from) {
      judge_from(checks, claim, *subject);
    } else {
      judge_against_record(checks, claim, *subject);
    }
    if (checks.findings.size() > before && checks.findings.back().verdict == Verdict::holds) return;
    checks.findings.resize(before);
  }
}

// "1,377 students or 0.6 % fewer": told twice, and neither is what changed.
bool is_told_twice(const Sheet& sheet, Index claim, Index figure) {
  constexpr std::size_t kFew = 3;  // words
  const std::uint32_t begin = number_end(sheet, figure);
  const std::uint32_t end = sheet.claim(claim).quote.begin;
  const std::string_view text = sheet.document_of(claim).text;
  if (!sheet.claim(claim).change->percent || begin >= end || end > text.size()) return false;
  const std::vector<std::string> between =
      plain_words(text.substr(begin, std::min<std::size_t>(end - begin, 80)));
  return !between.empty() && between.size() <= kFew && between.back() == "or";
}

// "By 5.3 points, and the length of cable has doubled, from 1,260 km": what was read for its base is of
// another thing.
bool has_foreign_base(const Sheet& sheet, Index claim) {
  if (sheet.claim(claim).unit != "percentage_point" || !sheet.claim(claim).change->from) return false;
  const Index base = base_told(sheet, claim);
  return *sheet.claim(claim).change->from > Decimal(100) ||
         (base != kNone && sheet.claim(base).unit != "percent");
}

// "Is holding 440. Dorchester holds 100 more than its capacity of 152": a limit is no earlier value, and what
// it is held against stands beside it.
bool is_limit_of_another(const Sheet& sheet, Index claim, Index figure) {
  const Claim& c = sheet.claim(claim);
  const Index base = base_told(sheet, claim);
  if (!c.change->from || c.change->to || c.change->base_period || base == kNone) return false;
  const Measure& limit = sheet.claim(base).measure;
  if (limit.property.empty() || limit.property == c.measure.property ||
      limit.population == c.measure.population)
    return false;
  return figure == kNone || sentences_between(sheet, claim, figure) != 0;
}

// "Have fallen from 27.4 % to 23.1 %, or by 5.3 points": the change before it in its sentence prints both
// ends.
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

// "From 27.4 % to 23.1 %, or by 4.3 points, and the length of cable has doubled": points are of percentages.
bool is_of_shares_only(const Claim& change, const Claim& figure) {
  return change.unit == "percentage_point" && figure.unit != "percent";
}

}  // namespace

void check_changes(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::change || !c.change || sheet.out[i]) continue;
    const ChangeDetail& change = *c.change;
    // What a plan prints must add up too; only the record holds nothing to set it against.
    const bool planned = c.modality == Modality::planned || c.modality == Modality::forecast;
    if (c.modality != Modality::observed && !(planned && change.from)) continue;
    if (change.direction == Direction::unknown && !change.percent && !change.by && !change.factor) continue;
    if (has_foreign_base(sheet, i)) {
      if (change.by) judge_points(checks, i);
      continue;
    }
    if (change.from && !change.to && judge_between(checks, i)) continue;
    Index figure = subject_of(sheet, i);
    // "Has tripled since 2020, when it was 401": what it started from is not what it came to.
    if (figure != kNone && !change.to && change.from && sheet.claim(figure).value->printed() == change.from)
      figure = kNone;
    if (figure != kNone && (is_told_twice(sheet, i, figure) || is_of_shares_only(c, sheet.claim(figure))))
      continue;
    if (is_limit_of_another(sheet, i, figure)) continue;
    if (figure == kNone && !(change.from && change.to)) {
      look_around(checks, i);
      continue;
    }
    const auto subject = end_of(checks, i, figure);
    if (change.from && change.by && change.percent && !change.to && judge_by_itself(checks, i)) continue;
    if (change.from && change.to) {
      judge_within(checks, i, subject ? &*subject : nullptr);
    } else if (subject && change.from) {
      judge_from(checks, i, *subject);
    } else if (subject) {
      judge_against_record(checks, i, *subject);
    }
  }
}

}  // namespace tally
