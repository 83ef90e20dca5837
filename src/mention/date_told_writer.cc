// Dates that leave out what was said before → mentions.
//
//   "in the first quarter 40, in the second 50"   the second quarter of that year
//   "in that week … than in the previous one"     the week before
//   "last season"                                 2021/2022, where seasons are labelled so
#include "base/calendar.h"
#include "mention/date_functions.h"
#include "mention/date_shapes.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {

void Writer::write_part_again(const Found& one) {
  constexpr std::uint32_t kFar = 300;  // bytes: a sentence or two
  if (!part_ || is_chat() || one.whole.span.begin > part_->end + kFar) return;
  const int quarters = 4, halves = 2;
  const auto nth = whole(&one.whole.meaning, 1, part_->half ? halves : quarters);
  if (!nth || !part_->period.from.known() || part_->period.from.month == 0) return;
  const int months = part_->half ? 6 : 3;
  const Date from = add_months(part_->period.from, (*nth - part_->nth) * months);
  Mention mention = mention_of(MentionKind::date, one.whole.span, one.rule);
  mention.period = Period::between(from, add_months(from, months - 1));
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

// "2021/22" as the text's years run.
void Writer::place_label(const Found& one, std::size_t place) {
  const OwnYear* own = own_years_.of_label(article_, one.whole.span);
  if (own == nullptr || place >= article_.dates.size()) return;
  Mention& label = article_.dates[place];
  if (label.kind != MentionKind::range || !label.period || !label.period->from.known()) return;
  const bool told = view_.told == label.period;
  label.period = own_told_ = in_own_year(*own, label.period->from.year);
  if (told) view_.told = label.period;
  label.timex = Timex{"DATE", timex_of(*label.period), ""};
  view_.speak_of(label.period);
}

// "Fiscal 2023" is named by the year that it ends in; "this financial year" holds the report's day.
std::optional<Period> Writer::fiscal_year(const Found& one, const When& when) const {
  const OwnYear* own = own_years_.of_label(article_, one.whole.span);
  if (own == nullptr || when.season != 0 || when.month != 0 || is_chat()) return std::nullopt;
  std::optional<Period> year;
  if (when.year != 0) {
    const int named = when.year >= kShortYear ? full_year(when.year - kShortYear, view_) : when.year;
    year = in_own_year(*own, named - (own->month == 1 ? 0 : 1));
  } else if (view_.published.known() && !own->head.overlaps(one.whole.span)) {  // else its months follow
    const bool of_year = when.grain == static_cast<std::int8_t>(Grain::year);
    if (of_year || when.grain == 0) year = in_own_year(*own, begun_by(*own, view_.published) + when.offset);
  }
  if (!year) return std::nullopt;
  return part_told(*year, when, one.whole.meaning.flags);
}

// The half, quarter or months of a year that are told, or all of it.
std::optional<Period> Writer::part_told(const Period& year, const When& when, std::uint32_t flags) {
  constexpr int kQuarter = 3, kHalf = 6;
  if ((flags & kPartOf) != 0) return counted_within(when, kPartOf, year);
  if (when.quarter != 0) return part_of_own(year, when.quarter, kQuarter);
  return when.half != 0 ? part_of_own(year, when.half, kHalf) : year;
}

// "The second quarter", "the full year" of accounts that begin in a month of their own: of the year told
// last, else the latest that is over, and where what is to come is told the one that runs.
std::optional<Period> Writer::of_business_year(const Found& one, const When& when) const {
  const OwnYear* own = own_years_.business();
  const std::uint32_t flags = one.whole.meaning.flags;
  const bool open = when.year == 0 && when.month == 0 && when.season == 0 && when.offset == 0;
  const bool part = when.grain == 0 && (when.quarter != 0 || when.half != 0 || (flags & kPartOf) != 0);
  const bool full_year = when.grain == static_cast<std::int8_t>(Grain::year) && when.nth == 0 &&
                         article_.text(one.whole.span).find("full ") != std::string_view::npos;
  if (own == nullptr || !open || (!part && !full_year) || is_chat() || view_.published.day == 0)
    return std::nullopt;
  if (part && !own->by_parts) return std::nullopt;
  if (own_told_ && part && own_years_.like(*own_told_) == own) return part_told(*own_told_, when, flags);
  // "In the half-year to September … for the full year": the one of that half.
  const auto& told = view_.focus;
  const bool of_told = full_year && told && told->known() && told->interval && told->from.month != 0;
  const int running = begun_by(*own, of_told ? told->from : view_.published);
  const auto now = part_told(in_own_year(*own, running), when, flags);
  const bool over = now && now->last_day() <= view_.published.last_day();
  if (over || one.tense == Tense::future || (full_year && one.tense != Tense::past)) return now;
  return part_told(in_own_year(*own, running - 1), when, flags);
}

void Writer::write_said_before(std::uint32_t end) {
  for (; own_said_ < own_years_.said().size(); ++own_said_) {
    const OwnYearSaid& said = own_years_.said()[own_said_];
    if (said.span.begin >= end) return;
    const bool written = !article_.dates.empty() && article_.dates.back().span.overlaps(said.span);
    if (written || said.span.end > end) continue;
    const OwnYear& own = own_years_.at(said.year);
    std::optional<int> year;
    if (said.from_focus && own_told_) year = own_told_->from.year + said.offset;
    if (!year && view_.published.known())
      year = begun_by(own, view_.published) + (said.from_focus ? -1 : 0) + said.offset;
    if (!year) continue;
    Mention mention;
    mention.kind = MentionKind::date;
    mention.span = mention.extent = said.span;
    mention.rule = "own-year";
    mention.period = own_told_ = in_own_year(own, *year);
    mention.basis = Basis::implied;
    mention.timex = Timex{"DATE", timex_of(*mention.period), ""};
    view_.speak_of(mention.period);
    article_.dates.push_back(std::move(mention));
  }
}

std::optional<Period> Writer::season_of_play(const When& when) const {
  if (own_told_ && when.reach == static_cast<std::int8_t>(Reach::focus)) {
    if (const OwnYear* own = own_years_.like(*own_told_))
      return in_own_year(*own, own_told_->from.year + when.offset);
  }
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
