// One change → its finding, by where the ends stand that it is held against: in the change itself, beside it,
// or in the record (check_changes.cc decides which).
#pragma once

#include <optional>
#include <vector>

#include "record/reckoning.h"

namespace tally {

// What a change is told of, and what it came to.
struct ChangeSubject {
  Index figure = kNone;
  std::optional<Period> period;  // a change that prints its base needs none
  Stand to;
};

// Of the report's own values the one that stands nearest, else the chosen one.
[[nodiscard]] Stand stand_at(const Checks& checks, const ChartPoint& point, const Period& period,
                             Index claim);

// Time runs forward: "499 in 2023" beside "420 in 2024" is where a change began. Ends that run backward
// either way it is taken had one of their times misread: nullopt.
[[nodiscard]] std::optional<Judgement> judge_forward(Ends& ends, const ChangeDetail& change);

// "A 2 percent decline" beside 2,245 and 327, 85 percent less: nobody errs so far, it was said of others.
[[nodiscard]] bool is_wild(const ChangeDetail& change, Decimal from, Decimal to);

// "21,200 fewer than in 2015" beside numbers that lie 494,600 apart: more than a slip by a nought, so one of
// them is of another scope.
[[nodiscard]] bool is_wild_amount(const ChangeDetail& change, Decimal from, Decimal to);

// Ends that the report prints with the change or beside it (change_own_ends.cc).

// Both ends stand in the change.
void judge_within(Checks& checks, Index claim, const ChangeSubject* subject);
// The base is printed with the change, its end in the figure that the change speaks of.
void judge_from(Checks& checks, Index claim, const ChangeSubject& subject);
// "Since then, when it stood at 83, it has risen by 34, or 51 %": the amount against the percentage.
bool judge_by_itself(Checks& checks, Index claim);
// Both ends stand in its sentence, and the amount behind them.
bool judge_between(Checks& checks, Index claim);
// "Have fallen from 27.4 % to 23.1 %, or by 5.3 points": the change before it in its sentence prints both
// ends.
void judge_points(Checks& checks, Index claim);

// Ends that the record has (change_record.cc).

// The values of the periods that the change may begin in.
void judge_against_record(Checks& checks, Index claim, const ChangeSubject& subject);
// "Evictions have more than doubled in the five years since 2018" beside a row that begins there.
bool judge_row(Checks& checks, Index claim);
// "Has tripled since 2020, when it was 401": what it came to is the latest value of the base's own line.
[[nodiscard]] std::optional<ChangeSubject> latest_after_base(const Checks& checks, Index claim);

}  // namespace tally
