// What title, head and first lines of a report say of its time: the stretch that its figures are of, the day
// of what happened.
//
//   "PRICES FALL IN Q3"                               stretch 2025-07/2025-09
//   "Ten days after: the arrests of 9 June"           main day 2024-06-09
//   "… said on Thursday. The quake struck on Tuesday" main day the Tuesday
#pragma once

#include <optional>

#include "claim/periods.h"
#include "claim/scene.h"
#include "text/vocabulary.h"

namespace tally {

struct ReportTimes {
  When title_date;
  When lead_date;              // the first time printed in the first lines
  Index lead_date_at = kNone;  // its sentence
  When lead_day;               // the first day there
  When main_day;               // of what the report tells of
  std::optional<Period> often_printed;
  std::optional<Period> stretch;  // that the report is about
  bool compares_by_year = false;  // "than a year earlier", and not "than in the previous quarter"
};

[[nodiscard]] ReportTimes report_times(const Scene& scene);

// A time that something may hold at: "since 2011" up to the report, "until 2009" not at all.
[[nodiscard]] When to_hold_at(const Scene& scene, When when);
// "killed in [Tuesday's explosion]": a happening says its day like a date by itself. None where it labels the
// number behind it: "6,210 tonnes ([2021]: 5,890)".
[[nodiscard]] When when_told_in(const Scene& scene, Index chunk);
// Whether a chunk may tell a time at all: asked for every chunk, for most of which that is all.
[[nodiscard]] inline bool may_tell_time(const Scene& scene, Index chunk) {
  const ChunkKind kind = scene.kind(chunk);
  return kind == ChunkKind::time || (kind == ChunkKind::noun && is(scene.head(chunk), WordClass::happening));
}
// "… killing 14, [police said on Thursday]": when it was said, not when it was.
[[nodiscard]] bool is_time_of_saying(const Scene& scene, Index chunk);
// Whether a date stands in a sentence; most have none.
[[nodiscard]] inline bool has_date(const Scene& scene, Index sentence) {
  const Article& article = scene.article();
  const Span span = article.sentences[sentence].span;
  const std::size_t first = article.dates.first_from(span.begin);
  return first < article.dates.size() && article.dates[first].span.begin < span.end;
}
// "[On 30 September] customers held 88.4 billion": a time in front holds on in its paragraph; what had been
// before does not.
[[nodiscard]] When time_that_opens(const Scene& scene, Index sentence);

}  // namespace tally
