// The strata of the record: each reads what those before it found and adds one thing.
#pragma once

#include "record/sheet.h"
#include "record/subjects.h"
#include "record/words.h"

namespace tally {

// Decisions → claims taken out, corrected, preferred, joined or told apart.
void replay(Sheet& sheet);
// Texts and addresses → which report is a copy of which, which a later version of which.
void find_copies(Sheet& sheet);
// Attribution → entities, and the origin of each claim.
void find_origins(Sheet& sheet, Words& words);
// Years that a report only labels ("2021/22") → the months that other reports tell for them.
void lend_years(Sheet& sheet, const Subjects& subjects);
// Figures → variables: which figures measure one thing.
void align(Sheet& sheet, Words& words, const Subjects& subjects);
// Shared facts → dates of reports without one; the year first.
void date_by_figures(Sheet& sheet);
// Weekdays beside days of the month, and years that are over → dates of reports that no other dates.
void date_by_weekdays(Sheet& sheet);
void date_by_printed_years(Sheet& sheet);
// The year after the last that a report gives numbers for all of; 0 where it does not.
[[nodiscard]] int first_year_told_from(const Sheet& sheet, Index document);
// Reports that others date → what of their periods hangs on that date, read again.
void read_dated_again(Sheet& sheet);
// Events of several reports → happenings, each once.
void merge_events(Sheet& sheet, Words& words, const Subjects& subjects);
// Shared happenings → dates to the month or the day.
void date_by_events(Sheet& sheet);
// Days told without their year → dates, in reports of which only the year is known.
void date_open_days(Sheet& sheet);
// Numbers without a time → the time that other reports give the same rare number.
void borrow_times(Sheet& sheet, Words& words, const Subjects& subjects);
// Dated reports → periods that the text implies.
void resolve_periods(Sheet& sheet);
// Events and the head-counts that belong to them.
void write_events(Sheet& sheet, Words& words);
// The checks of checks.h → findings, ranked.
void check(Sheet& sheet, const Subjects& subjects);
// Everything found → the record, in its fixed order.
[[nodiscard]] Record write_out(Sheet sheet);

}  // namespace tally
