// Open stretches, and stretches of a length, that words set around a date → the layer of bounds.
//
//   "since 2011"                      2011/..
//   "before the end of 2015"          ../2015
//   "two weeks starting on 20 May"    2016-05-20/2016-06-02
#include <algorithm>

#include "base/calendar.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {
Date beside(const Date& date, int by) {
  switch (date.grain()) {
    case Grain::year:
      return add_years(date, by);
    case Grain::month:
      return add_months(date, by);
    default:
      return add_days(date, by);
  }
}

namespace {

bool has_clock(const Length& length) {
  return length.counts[4] != 0 || length.counts[5] != 0 || length.counts[6] != 0;
}

}  // namespace

void Writer::add_bound(const Found& one) {
  const Mention& date = article_.dates.back();
  const auto period = is_chat() ? std::nullopt : bound_of(one, date);
  if (!period) return;
  Mention mention = mention_of(MentionKind::range, one.bound_span, one.bound_rule);
  mention.basis = date.basis;
  mention.period = period;
  mention.timex = bound_timex(one, date, *period);
  article_.bounds.push_back(std::move(mention));
}

std::optional<Period> Writer::bound_of(const Found& one, const Mention& date) const {
  if (one.bound == kinds_.within) {
    const bool vague = (one.whole.meaning.flags & kVagueCount) != 0;
    return one.tense == Tense::future && !vague ? within(length_of(one.whole.meaning)) : std::nullopt;
  }
  if (!date.period || !date.period->from.known() || !date.period->to.known()) return std::nullopt;
  const Period& period = *date.period;
  if (one.bound == kinds_.length_from) {
    const auto end = moved(Period::of(period.from), one.bound_length, 1);
    if (!end || end->from.day == 0 || has_clock(one.bound_length)) return std::nullopt;
    return Period::between(period.from, add_days(end->from, -1));
  }
  const Length away = length_of(one.whole.meaning);
  if (one.bound == kinds_.more_away)
    return away.sign < 0 ? Period::until(period.to) : Period::since(period.from);
  if (one.bound == kinds_.less_away) {
    const auto base = moved(period, away, -away.sign);
    if (!base) return std::nullopt;
    return away.sign < 0 ? Period::between(period.from, base->to) : Period::between(base->from, period.to);
  }
  if (one.bound == kinds_.from_bound) return Period::since(period.from);
  if (one.bound == kinds_.until_bound) {
    // "through the first half" lies in it
    const When when = when_of(one.whole.meaning);
    const bool begins =
        when.half == 1 || when.quarter == 1 || ((one.whole.meaning.flags & kPartOf) != 0 && when.nth == 1);
    return begins && period.interval ? std::nullopt : std::optional(Period::until(period.to));
  }
  if (date.kind == MentionKind::time)
    return one.bound == kinds_.after_bound ? Period::since(period.from) : Period::until(period.to);
  if (one.bound == kinds_.after_bound) return Period::since(beside(period.to, 1));
  // "before the end of 2015" is in 2015 still
  const bool of_end = date.timex && date.timex->mod == "END";
  return Period::until(of_end ? period.to : beside(period.from, -1));
}

Timex Writer::bound_timex(const Found& one, const Mention& date, const Period& period) const {
  if (one.bound == kinds_.within) {
    const std::string clock = within_clock(length_of(one.whole.meaning));
    if (!clock.empty()) return {"TIME", clock, ""};
  }
  if (date.kind != MentionKind::time) return {"DATE", period.to_string(), ""};
  const std::string at = edtf(date);
  if (one.bound == kinds_.length_from) {
    // so many days on, at the same clock time
    const std::size_t clock = at.find('T');
    if (clock == std::string::npos) return {"DATE", period.to_string(), ""};
    return {"TIME", at + "/" + add_days(period.to, 1).to_string() + at.substr(clock), ""};
  }
  return {"TIME", period.open_to ? at + "/.." : "../" + at, ""};
}

std::optional<Period> Writer::within(const Length& length) const {
  if (view_.published.day == 0) return std::nullopt;
  const auto end = moved(Period::of(view_.published), length, 1);
  if (!end || (has_clock(length) && within_clock(length).empty())) return std::nullopt;
  return Period::between(view_.published, end->to);
}

std::string Writer::within_clock(const Length& length) const {
  const int now = article_.info.published.second_of_day;
  const auto& counts = length.counts;
  const int later = now + counts[4] * 3600 + counts[5] * 60 + counts[6];
  constexpr int kDay = 24 * 3600;
  const bool of_clock_alone =
      std::all_of(counts.begin(), counts.begin() + 4, [](auto count) { return count == 0; });
  if (now < 0 || !has_clock(length) || !of_clock_alone || later >= kDay) return {};
  const std::string day = view_.published.to_string();
  const auto text = [&](int seconds) {
    When when;
    when.clock = static_cast<std::int16_t>(seconds / 60 + 1);
    when.second = static_cast<std::int8_t>(seconds % 60 != 0 ? seconds % 60 + 1 : 0);
    return day + clock_text(when);
  };
  return text(now) + "/" + text(later);
}

}  // namespace tally::dates
