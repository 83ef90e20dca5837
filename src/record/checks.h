// The checks: each takes the finished sheet and its chart and adds findings, one for each claim
// checked, with the reckoning in one plain sentence.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "record/chart.h"
#include "record/sheet.h"
#include "record/subjects.h"

namespace tally {

// What comes first within a verdict.
enum class Rank : std::uint8_t {
  own_figures,  // a report against its own figures
  same_scope,   // same source, date and scope, other digits
  wrong_period,
  wide_claim,  // superlatives and trends
  authority,
  revision,
  rounding,
  plain
};

struct Checks {
  const Sheet& sheet;
  const Chart& chart;
  const Subjects& subjects;
  std::vector<Finding>& findings;
};

// What it says is of how far or which way a number changed.
[[nodiscard]] bool is_of_change(const Finding& finding);

// A finding before it has its id: claims by index.
struct Draft {
  Verdict verdict = Verdict::holds;
  std::string_view kind;
  Index claim = kNone;
  std::vector<Index> against;
  std::string explanation;
  std::string_view suspect;
  Rank rank = Rank::plain;
  std::optional<Decimal> relative_size;
};
void add(Checks& checks, Draft draft);
// The finding holds the two claims against each other, or both against something.
[[nodiscard]] bool rests_on(const Sheet& sheet, const Finding& finding, Index a, Index b);

// A sum, share or percentage of its report comes out with this very number: then it is no slip.
[[nodiscard]] bool is_borne_out(const Checks& checks, Index claim);
// Both print when they hold, and the times have nothing in common.
[[nodiscard]] bool at_other_times(const Claim& a, const Claim& b);

// The figure that a change or comparison speaks of: tied to it, or by the same words beside it.
[[nodiscard]] Index subject_of(const Sheet& sheet, Index claim);
// The figures of its report for its period, the nearest first: for a change that names none. What
// is reckoned with one of them can speak for the change, never against it.
[[nodiscard]] std::vector<Index> likely_subjects(const Sheet& sheet, Index claim);
// "2,706 in 2011"
[[nodiscard]] std::string said(const Value& value, const std::optional<Period>& period);
[[nodiscard]] std::string said(const Period& period);

void check_changes(Checks& checks);
void check_stray_changes(Checks& checks);
// Changes one end of which stands nearby in other words.
void check_printed_bases(Checks& checks);
// Changes and the two numbers that the same breath gives for their times.
void check_beside_changes(Checks& checks);
void check_comparisons(Checks& checks);
// Superlatives and the rows of the record.
void check_extreme_rows(Checks& checks);
// Changes that another report tells with its numbers.
void check_echoes(Checks& checks);
void check_sums(Checks& checks);
void check_shares(Checks& checks);
// A share that its words tie to one whole is that of another number of its report: "64 of them, or one in
// six", of the 387 told before, not of the 239 between.
[[nodiscard]] bool fits_another_whole(const Sheet& sheet, Index share, Index part, Index whole);
// Fractions in words: "1,290 of them, roughly a quarter".
void check_fractions(Checks& checks);
// "1,377 students or 0.6 % [fewer]": by how much, no share of anything.
[[nodiscard]] bool is_of_change(const Sheet& sheet, Index share);
// Shares whose whole stands anywhere in their report.
void check_open_shares(Checks& checks);
// Numbers held against each other in words: "fewer than the 1,231 of 2023".
void check_told_comparisons(Checks& checks);
void check_periods(Checks& checks);
void check_rivals(Checks& checks);
void check_accounts(Checks& checks);
void check_corrections(Checks& checks);
// What falls to each, and what all come to: "3,905 cases, some 355 apiece" of 11 lawyers.
void check_rates(Checks& checks);
// Numbers of one report that make one another where chance hardly would.
void check_coincidences(Checks& checks);
// Numbers that many others of their report make up, or two far from it, to the digit.
void check_far_sums(Checks& checks);
// Lists that leave nothing out, and averages.
void check_closed_lists(Checks& checks);
// Numbers that sum up a row of the record.
void check_row_totals(Checks& checks);
// Tolls of one happening that differ from report to report.
void check_tolls(Checks& checks);
// One count of two reports, made anew between them.
void check_recounts(Checks& checks);
// Two counts of nearly one thing, and what the report says of why they differ.
void check_counterparts(Checks& checks);
// Two counts and the number by which the report says that they differ.
void check_told_gaps(Checks& checks);
void check_slips(Checks& checks);
// Lists that come to a little more than the number told right before them.
void check_overfull_lists(Checks& checks);
// Slips within one report: its text against its title or a table.
void check_own_slips(Checks& checks);
// Slips that a change which fails gives away.
void check_reckoned_slips(Checks& checks);
void check_titles(Checks& checks);
// Dates whose printed weekday is not theirs.
void check_calendar(Checks& checks);
// Findings of one cause under the first of them; they are in order already.
void fold(const Sheet& sheet, std::vector<Finding>& findings);
void check_versions(Checks& checks);

}  // namespace tally
