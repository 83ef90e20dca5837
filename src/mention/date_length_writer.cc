// Durations, the stretches that they reach over, and sets → mentions.
//
//   "two years and a month"     duration P2Y1M, 25 month
//   "the six months to June"    date, January to June
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "base/calendar.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {

void Writer::write_duration(const Part& part, std::uint16_t rule) {
  article_.dates.push_back(duration(part, rule));
}

Mention Writer::duration(const Part& part, std::uint16_t rule) const {
  const Meaning& meaning = part.meaning;
  const Length length = length_of(meaning);
  Mention mention = mention_of(MentionKind::duration, part.span, rule);
  mention.timex = Timex{"DURATION", timex_of(length, meaning.flags, meaning.number, unit_of(meaning)), ""};
  mention.unit = unit_of(meaning);
  if ((meaning.flags & kVagueCount) != 0) {
    mention.value = Value{.modifier = Modifier::vague};
  } else if (length.units == 1 &&
             (meaning.number.is_integer() || length.unit == static_cast<std::int8_t>(Grain::year) ||
              !is_counted(length) || !is_whole_text(part.span))) {
    // "two and a half hours" are 2.5 hours; 150 minutes where the text is nothing else.
    mention.value = Value::exact(meaning.number, meaning.step);
  } else if (constexpr int kMonths = 12; length.units == 1 &&
                                         length.unit > static_cast<std::int8_t>(Grain::year) &&
                                         length.counts[1] % kMonths == 0) {
    mention.value = Value::exact(Decimal(length.counts[0] + length.counts[1] / kMonths));  // "half a century"
    mention.unit = "year";
  } else {
    set_sum(length, mention);
  }
  return mention;
}

bool Writer::is_whole_text(Span span) const {
  return span.begin == 0 && span.end == article_.text().size();
}

void Writer::set_sum(const Length& length, Mention& mention) {
  constexpr std::array<std::int64_t, 7> kInto = {12, 30, 7, 24, 60, 60, 1};  // months are 30 days
  constexpr std::array<std::string_view, 7> kUnits = {"year", "month",  "week",  "day",
                                                      "hour", "minute", "second"};
  std::size_t last = 0;
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (length.counts[i] != 0) last = i;
  }
  if (length.counts[0] != 0 && length.counts[1] == 0 && last >= 2) return set_sum_of_days(length, mention);
  constexpr std::int64_t kWeek = 7;  // days
  const bool skips_weeks = length.counts[1] != 0 && last >= 3;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i <= last; ++i) {
    sum += length.counts[i] * (skips_weeks && i == 2 ? kWeek : 1);
    if (i == last) break;
    if (skips_weeks && i == 2) continue;
    if (i == 1 && last == 2) return;  // months and weeks make no sum
    sum *= kInto[i];
  }
  mention.value = Value::exact(Decimal(sum));
  mention.unit = kUnits[last];
}

void Writer::set_sum_of_days(const Length& length, Mention& mention) {
  const auto& counts = length.counts;
  const std::int64_t days = std::int64_t{counts[0]} * 365 + std::int64_t{counts[2]} * 7 + counts[3];
  if (counts[4] == 0 && counts[5] == 0 && counts[6] == 0) {
    mention.value = Value::exact(Decimal(days));
    mention.unit = "day";
  } else {
    mention.value = Value::exact(Decimal(((days * 24 + counts[4]) * 60 + counts[5]) * 60 + counts[6]));
    mention.unit = "second";
  }
}

bool Writer::is_counted(const Length& length) {
  return std::any_of(length.counts.begin(), length.counts.end(), [](auto count) { return count != 0; });
}

namespace {

// The clock time so many seconds after the day began, or before.
std::string moment(const Date& day, int second) {
  constexpr int kDay = 24 * 3600;
  int days = second / kDay;
  if (second % kDay < 0) --days;
  const int rest = second - days * kDay;
  When when;
  when.clock = static_cast<std::int16_t>(rest / 60 + 1);
  when.second = static_cast<std::int8_t>(rest % 60 != 0 ? rest % 60 + 1 : 0);
  return timex_of(when, 0, Period::of(add_days(day, days))).value;
}

}  // namespace

void Writer::write_past_duration(const Found& one) {
  if (is_chat() && (one.whole.meaning.flags & kVagueCount) == 0) {
    return add_away(one.whole, length_of(one.whole.meaning), one.whole.meaning, one.rule, std::nullopt);
  }
  Mention mention = duration(one.whole, one.rule);
  const Length length = length_of(one.whole.meaning);
  if (auto clocks = clock_stretch(length, one.whole.meaning); clocks) mention.timex = std::move(clocks);
  if (auto relative = relative_of(length); relative && (one.whole.meaning.flags & kVagueCount) == 0) {
    count_in_unit(*relative, length);
    relative->length = relative->offset;
    relative->offset = 0;
    mention.relative = relative;
    mention.basis = Basis::implied;
    const bool by_focus = length.reach == static_cast<std::int8_t>(Reach::focus);
    if (by_focus) mention.period = length.sign < 0 ? before_focus(length) : after_focus(*relative, length);
    if (!mention.period && !view_.narrative) mention.period = resolve(*relative, view_.published);
    if (grammar_.text(one.whole.meaning.symbol) == "workday") {
      mention.period = workdays(length);
      mention.relative.reset();
    }
    if (by_focus) mention.relative.reset();
  }
  article_.dates.push_back(std::move(mention));
}

// "The next five minutes", said at a known hour: from then on.
std::optional<Timex> Writer::clock_stretch(const Length& length, const Meaning& meaning) const {
  const auto& counts = length.counts;
  const int now = article_.info.published.second_of_day;
  const bool by_clock = counts[4] != 0 || counts[5] != 0 || counts[6] != 0;
  const bool by_more = counts[0] != 0 || counts[1] != 0 || counts[2] != 0 || counts[3] != 0;
  const bool told = length.reach == static_cast<std::int8_t>(Reach::publication) && length.sign != 0;
  if (now < 0 || view_.published.day == 0 || !by_clock || by_more || !told) return std::nullopt;
  if ((meaning.flags & kVagueCount) != 0) return std::nullopt;
  const int far = now + length.sign * (counts[4] * 3600 + counts[5] * 60 + counts[6]);
  const std::string first = moment(view_.published, std::min(now, far));
  return Timex{"TIME", first + "/" + moment(view_.published, std::max(now, far)), ""};
}

// "In the year to March … published yesterday … in the previous twelve months": what is counted in months
// goes back from the stretch told last, not from the day on which it was told.
std::optional<Period> Writer::counted_from(const Length& length) const {
  const bool by_days = length.counts[2] != 0 || length.counts[3] != 0;
  const bool at_report = view_.focus && view_.published.day != 0 && view_.focus->from.day != 0 &&
                         !view_.focus->interval && is_near_report(*view_.focus);
  if (by_days || !at_report) return view_.focus;
  constexpr std::size_t kBack = 8;
  const auto& dates = article_.dates;
  for (std::size_t i = dates.size(); i > 0 && i + kBack > dates.size(); --i) {
    const auto& period = dates[i - 1].period;
    const bool of_months = period && period->from.known() && period->to.known() && period->from.day == 0;
    if (of_months && dates[i - 1].kind != MentionKind::duration) return period;
  }
  return view_.focus;
}

bool Writer::is_near_report(const Period& period) const {
  constexpr std::chrono::days kNear{7};
  return std::chrono::abs(view_.published.first_day() - period.first_day()) <= kNear;
}

std::optional<Period> Writer::before_focus(const Length& length) const {
  const auto focus = counted_from(length);
  if (!focus || !focus->from.known()) return std::nullopt;
  const Date from = focus->from;
  const auto start = moved(Period::of(from), length, -1);
  if (!start) return std::nullopt;
  const Date last = from.day != 0     ? add_days(from, -1)
                    : from.month != 0 ? add_months(from, -1)
                                      : add_years(from, -1);
  return Period::between(start->from, last);
}

std::optional<Period> Writer::workdays(const Length& length) const {
  const Date today = view_.published;
  if (today.day == 0) return std::nullopt;
  const auto next = [&](Date day) {
    do day = add_days(day, length.sign);
    while (weekday(day) > 5);
    return day;
  };
  const Date near = next(today);
  Date far = near;
  for (int i = 1; i < length.counts[3]; ++i) far = next(far);
  return length.sign < 0 ? Period::between(far, near) : Period::between(near, far);
}

std::optional<Period> Writer::after_focus(RelativeDate relative, const Length& length) const {
  if (!view_.focus || !view_.focus->to.known()) return std::nullopt;
  const bool whole = relative.grain == Grain::quarter || relative.grain == Grain::half;
  const auto end = moved(Period::of(view_.focus->to), length, 1);
  if (!whole) return end ? std::optional(Period::between(beside(view_.focus->to, 1), end->to)) : std::nullopt;
  relative.anchor = RelativeDate::Anchor::focus;
  return resolve(relative, view_.focus->to);
}

namespace {

// The stretch of a length that ends with a date: the six months to June are January to June.
std::optional<Period> ending_in(const Period& date, const Length& length) {
  if (date.interval || !date.from.known()) return std::nullopt;
  const auto before = moved(date, length, -1);
  if (!before) return std::nullopt;
  Date from = before->from;
  const bool by_months = length.counts[2] == 0 && length.counts[3] == 0;
  const bool ends_month = date.from.day != 0 && add_days(date.from, 1).day == 1;
  if (from.day != 0 && by_months && ends_month) {
    // "The six months to 30 June" begin on 1 January, not on the last of December.
    const Date month = add_months(make_date(from.year, from.month), 1);
    from = make_date(month.year, month.month, 1);
  } else if (from.day != 0) {
    from = add_days(from, 1);
  } else if (from.month != 0) {
    from = add_months(from, 1);
  } else {
    from = add_years(from, 1);
  }
  return from <= date.from ? std::optional(Period::between(from, date.from)) : std::nullopt;
}

}  // namespace

void Writer::write_within(const Found& one) {
  if (!is_chat()) return write_duration(one.whole, one.rule);
  Part whole = one.whole;
  whole.span = one.bound_span;
  write_ahead(whole, one.whole.meaning, one.bound_rule);
}

void Writer::write_in_duration(const Found& one) {
  const auto parts = finder_.parts(one);
  const auto inner =
      std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.kind == kinds_.duration; });
  if (inner == parts.end()) return;
  const bool vague = (inner->meaning.flags & kVagueCount) != 0;
  const bool ahead = is_chat() || (one.whole.kind == kinds_.in_duration && !vague &&
                                   (one.tense == Tense::future || one.alone));
  if (!ahead) return write_duration(*inner, one.rule);
  write_ahead(one.whole, inner->meaning, one.rule);
}

void Writer::write_length_to(const Found& one) {
  const Part* length = nullptr;
  const Part* date = nullptr;
  for (const Part& part : finder_.parts(one)) {
    if (part.kind == kinds_.date) {
      date = &part;
    } else if (part.kind == kinds_.duration || part.kind == kinds_.unit_length ||
               part.kind == kinds_.unit_until || part.kind == kinds_.past_duration) {
      length = &part;
    }
  }
  if (length == nullptr || date == nullptr) return;
  if (is_chat()) {
    Found end = one;
    end.whole = *date;
    return write_date(end);
  }
  const When when = when_of(date->meaning);
  const Resolved end = resolve_when(when, date->meaning.flags, view_, pick_for(one, when), grammar_);
  const auto stretch = end.period ? ending_in(*end.period, length_of(length->meaning)) : std::nullopt;
  // "The week ending March 19" of a year that nothing tells is one date all the same.
  if (!end.period && !view_.published.known()) {
    return add_date({.kind = date->kind, .span = one.whole.span, .meaning = date->meaning}, end, one.rule);
  }
  if (!stretch || (length->meaning.flags & kVagueCount) != 0) {
    write_duration(*length, one.rule);
    return add_date(*date, end, one.rule);
  }
  Mention mention = mention_of(MentionKind::date, one.whole.span, one.rule);
  mention.period = stretch;
  mention.basis = end.basis;
  mention.timex = timex_of(When{}, 0, stretch);
  view_.speak_of(stretch);
  article_.dates.push_back(std::move(mention));
}

void Writer::write_set(const Found& one) {
  const Meaning& meaning = one.whole.meaning;
  Mention mention = mention_of(MentionKind::set, one.whole.span, one.rule);
  if (meaning.symbol != 0) {
    mention.timex =
        Timex{"SET", timex_of(length_of(meaning), meaning.flags, meaning.number, unit_of(meaning)), ""};
  } else {
    mention.timex = Timex{"SET", recurring(when_of(meaning)), ""};
  }
  article_.dates.push_back(std::move(mention));
}

}  // namespace tally::dates
