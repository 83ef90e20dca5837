// The stages of this folder: clauses, mentions → claims.
#pragma once

#include "tally/article.h"

namespace tally {

// What says what: attribution of each clause and quotation, statements and absences.
void find_statements(Article& article);
// Figures, changes and comparisons.
void find_figures(Article& article);
// Figures out of the cells of tables.
void find_table_figures(Article& article);
// Changes told by comparatives: "54 percent more than last year's 12.1 million".
void find_comparatives(Article& article);
// The numbers that changes start from: "a rise of 3 % on 2018, when 146 died".
void find_bases(Article& article);
// Counts told with their share or their whole: "1,900 of its 23,000 employees, or about 8 percent".
void find_shares(Article& article);
// Superlatives, first rises and falls, trends: what is said of a series without a number.
void find_comparisons(Article& article);
// Events, with place, date, head-count and parts.
void find_events(Article& article);

// The time that its tense gives a figure without one: "41 have been killed" as of the report.
void find_default_times(Article& article);
// The times of both ends of a change: its figure's and its base's.
void find_change_times(Article& article);
// Numbers of one sentence that add up to one told before are its parts: "138 women and 102 men" of 240.
void find_summed_parts(Article& article);

// Days whose printed weekday is not theirs: "Monday, 8 October 2024", which was a Tuesday.
void find_misnamed_days(Article& article);

}  // namespace tally
