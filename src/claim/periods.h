// Which time a clause or a figure speaks of.
#pragma once

#include <optional>

#include "claim/scene.h"
#include "claim/when.h"
#include "tally/edtf.h"

namespace tally {

// What a date mention says by itself, printed in a chunk.
[[nodiscard]] When when_printed(const Mention& date, Index chunk);
// The time of one time chunk, with what its preposition makes of it.
[[nodiscard]] When when_of(const Scene& scene, Index time_chunk);

// The time that stands by a noun chunk: right after it, over "of" phrases, or between its verb and
// it. `limit` is the chunk at which the next figure starts.
[[nodiscard]] When when_beside(const Scene& scene, Index chunk, Index limit);

// The first time that stands in a clause itself and says when; unknown where none does.
[[nodiscard]] When own_time(const Scene& scene, Index clause);

// The time of a clause: its own, or that of the clause it hangs on where that one passes its time
// on (a participle does; a finite relative clause or what somebody said does not).
[[nodiscard]] When when_of_clause(const Scene& scene, Index clause);

// The time that opens the sentence, or the part of it behind a semicolon, that a chunk stands in; unknown
// where none does: "[In 2022], 46,750 had sat the papers and 29,919 had passed" (outer_times.cc).
[[nodiscard]] When fronted_time(const Scene& scene, Index chunk);
// The same where the part is a clause that is joined on: "40 in April, and [in May], when the rains came,
// 52".
[[nodiscard]] When time_joined_on(const Scene& scene, Index chunk);
// Whether a time opens such a part: "96,700, and [in 2019], before the lessons, 78,200".
[[nodiscard]] bool opens_joined_part(const Scene& scene, Index time);
// "[March] alone brought 182", "the worst case, at Hollen in [February], led to 46": the time that is the
// subject of a clause or stands between it and the verb.
[[nodiscard]] When time_of_subject(const Scene& scene, Index clause);
// "… from 3 July to 6 August. In [these five weeks] 240 died": the stretch told last before.
[[nodiscard]] When time_pointed_to(const Scene& scene, Index clause);
// "The first fell ill on 8 January. [Since then] 287 have": from the day told last before.
[[nodiscard]] When time_since_then(const Scene& scene, Index chunk);
// The time told last, where the sentence says "at that time" or "then".
[[nodiscard]] When time_then(const Scene& scene, Index chunk);
// "shut a furnace on 30 November, which cost 310 jobs": the time of what a clause with "which" adds to.
[[nodiscard]] When time_of_antecedent(const Scene& scene, Index clause);
// "[8 June.] Eighteen were killed", "[29 June:] the convoy took 58 out": the date that opens an entry of a
// chronicle.
[[nodiscard]] When time_of_entry(const Scene& scene, Index sentence);
// "were hurt in [Monday]'s crash": the date of the happening that a clause is tied to.
[[nodiscard]] When time_of_happening(const Scene& scene, Index clause);

// "Since 2011" seen from the report's day: from there to the day of publication, open while that
// is unknown.
[[nodiscard]] Period since_until_publication(const Article& article, const Period& from);

// Gives a claim the time of another, and how that is known.
void take_time(Claim& claim, const Claim& from);
// A figure for a year, a quarter, a day: what a period of that grain makes it.
[[nodiscard]] Aggregate aggregate_of(Grain grain);

// The same stretch of another year: 2024-01/2024-02 in 2023 is 2023-01/2023-02.
[[nodiscard]] Period in_year(Period period, std::int16_t year);

// "12 % less than a year earlier" of a quarter: the base is a quarter too, though only its first month was
// told.
[[nodiscard]] Period as_long_as(const Period& period, const Period& base);

// "402, [more than twice] the 171 of 2023": what follows is what the number before is held against.
[[nodiscard]] bool is_multiple(const Scene& scene, Index chunk);

// What is told from another time ("a year earlier", "that month", "the same quarter of 2022") seen from the
// time given, where it is known; as it was read otherwise (anchored_times.cc).
[[nodiscard]] When seen_from(const Scene& scene, When when, const When& reference);

// Days that cover whole months are told in months: 2025-01-01/2025-03-31 is 2025-01/2025-03, so that two
// reports that say it differently speak of the same.
[[nodiscard]] Period in_whole_months(Period period);

// "The 2016-17 season": 2016/2017.
[[nodiscard]] bool is_season(const Period& period);
// The period of the same length so many steps before, after where the steps are negative: 2012 for 2013,
// the third quarter for the fourth.
[[nodiscard]] std::optional<Period> period_before(const Period& period, int steps = 1);
// The same stretch a year before.
[[nodiscard]] std::optional<Period> year_before(const Period& period);

}  // namespace tally
