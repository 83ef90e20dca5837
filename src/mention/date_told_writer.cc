// Dates that leave out what was said before → mentions.
//
//   "in the first quarter 40, in the second 50"   the second quarter of that year
//   "in that week … than in the previous one"     the week before
//   "last season"                                 2021/2022, where seasons are labelled so
#include "base/calendar.h"
#include "mention/date_functions.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {

void Writer::write_part_again(const Found& one) {
  constexpr std::uint32_t kFar = 300;  // bytes: a sentence or two
  if (!part_ || is_chat() || one.whole.span.begin > part_->end + kFar) return;
  const int quarters = 4, halves = 2;
  const auto nth = whole(&one.whole.meaning, 1, part_->half ? halves : quarters);
  if (!nth || !part_->period.from.known()) return;
  const int months = part_->half ? 6 : 3;
  const int year = part_->period.from.year;
  Mention mention = mention_of(MentionKind::date, one.whole.span, one.rule);
  mention.period = Period::between(make_date(year, (*nth - 1) * months + 1), make_date(year, *nth * months));
  mention.basis = Basis::implied;
  mention.timex = Timex{"DATE", timex_of(*mention.period), ""};
  view_.speak_of(mention.period);
  part_->end = mention.span.end;
  article_.dates.push_back(std::move(mention));
}

void Writer::write_one_before(const Found& one) {
  if (!view_.focus || is_chat()) return;
  const Period& focus = *view_.focus;
  constexpr int kWeek = 7;
  std::optional<Period> before;
  if (focus.grain() == Grain::week) {
    before = Period::between(add_days(focus.from, -kWeek), add_days(focus.to, -kWeek));
  } else if (!focus.interval && focus.from.known()) {
    before = Period::of(beside(focus.from, -1));
  } else if (focus.grain() == Grain::quarter || focus.grain() == Grain::half) {
    const int months = focus.grain() == Grain::quarter ? -3 : -6;
    before = Period::between(add_months(focus.from, months), add_months(focus.to, months));
  }
  if (!before) return;
  Mention mention = mention_of(MentionKind::date, one.whole.span, one.rule);
  mention.period = before;
  mention.basis = Basis::implied;
  mention.timex = Timex{"DATE", timex_of(*before), ""};
  view_.speak_of(before);
  article_.dates.push_back(std::move(mention));
}

std::optional<Period> Writer::season_of_play(const When& when) const {
  if (!labels_seasons_ || is_chat()) return std::nullopt;
  constexpr int kJune = 6;  // the season is over
  const Date& today = view_.published;
  std::optional<int> year;
  if (when.reach == static_cast<std::int8_t>(Reach::focus)) {
    const auto& focus = view_.focus;
    const bool labelled = focus && focus->interval && focus->from.month == 0 && focus->from.known() &&
                          focus->to.year == focus->from.year + 1;
    if (labelled) year = focus->from.year;
  }
  if (!year && today.month != 0) year = today.year - (today.month >= kJune ? 0 : 1);
  if (!year) return std::nullopt;
  return Period::between(make_date(*year + when.offset), make_date(*year + 1 + when.offset));
}

bool Writer::is_of_last_year(const Found& one, const Resolved& resolved) const {
  const When when = when_of(one.whole.meaning);
  const bool of_the_year = (one.whole.meaning.flags & kLatent) != 0 && when.offset == 0 &&
                           when.grain == static_cast<std::int8_t>(Grain::year) &&
                           (when.half != 0 || when.quarter != 0);
  return of_the_year && one.tense == Tense::past && !is_chat() && resolved.period &&
         is_ahead(*resolved.period);
}

}  // namespace tally::dates
