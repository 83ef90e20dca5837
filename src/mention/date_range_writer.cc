// Ranges of dates and of times → a range and its two ends.
//
//   "March 3-5"           2016-03-03/2016-03-05, "March 3", "5"
//   "from 5 to 6 pm"      T17:00/T18:00
#include <algorithm>
#include <array>

#include "base/calendar.h"
#include "mention/date_functions.h"
#include "mention/date_merge.h"
#include "mention/date_words.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {

void Writer::write_range(const Found& one) {
  if ((one.whole.meaning.flags & kUntil) != 0) return write_counted_range(one);
  std::array<const Part*, 2> ends{};
  std::size_t count = 0;
  for (const Part& part : finder_.parts(one)) {
    if (kinds_.is_date(part.kind) && count < 2) ends[count++] = &part;
  }
  if (count < 2) return;
  const auto bare_year = [](const Part& part) {
    const When when = when_of(part.meaning);
    return when.year != 0 && when.month == 0 && when.quarter == 0 && when.half == 0 && when.season == 0;
  };
  if (is_chat() && bare_year(*ends[0]) && bare_year(*ends[1])) return;
  auto [first, second] = resolve_ends(one, *ends[0], *ends[1]);
  const std::size_t place = article_.dates.size();
  add_date(*ends[0], first, one.rule);
  add_date(*ends[1], second, one.rule);
  cut_edges(ends[0]->meaning, ends[1]->meaning, first, second);
  add_range(one, first, second, place);
}

namespace {

bool is_edge(const Meaning& meaning, Mod mod) {
  return (meaning.flags & kEdge) != 0 && when_of(meaning).mod == static_cast<std::int8_t>(mod);
}

// The second half of a month or year begins, its first ends with the middle of it.
Date middle(const Date& date, bool begins) {
  constexpr int kMonth = 15, kYear = 6;
  const int later = begins ? 1 : 0;
  return date.month != 0 ? make_date(date.year, date.month, kMonth + later)
                         : make_date(date.year, kYear + later);
}

}  // namespace

void Writer::cut_edges(const Meaning& a, const Meaning& b, Resolved& first, Resolved& second) {
  const auto is_plain = [](const Resolved& end) {
    return end.period && !end.period->interval && end.period->from.known() && end.period->from.day == 0;
  };
  if (is_plain(first) && is_edge(a, Mod::end)) first.period = Period::of(beside(first.period->from, 1));
  if (is_plain(first) && is_edge(a, Mod::mid)) first.period = Period::of(middle(first.period->from, true));
  if (is_plain(second) && is_edge(b, Mod::start)) second.period = Period::of(beside(second.period->from, -1));
  if (is_plain(second) && is_edge(b, Mod::mid))
    second.period = Period::of(middle(second.period->from, false));
}

void Writer::add_range(const Found& one, const Resolved& first, const Resolved& second, std::size_t place) {
  Mention mention = mention_of(MentionKind::range, one.whole.span, one.rule);
  if (!first.period || !second.period || first.period->from > second.period->to) return;
  mention.period =
      Period::between(first.period->from, second.period->interval ? second.period->to : second.period->from);
  mention.basis =
      first.basis == Basis::implied || second.basis == Basis::implied ? Basis::implied : Basis::printed;
  mention.timex = Timex{"DATE", timex_of(*mention.period), ""};
  // "from 10 pm on Friday to 2 am on Saturday"
  const bool of_clock = place + 2 == article_.dates.size() &&
                        article_.dates[place].kind == MentionKind::time &&
                        article_.dates[place + 1].kind == MentionKind::time;
  if (of_clock)
    mention.timex = Timex{"TIME", edtf(article_.dates[place]) + "/" + edtf(article_.dates[place + 1]), ""};
  view_.speak_of(mention.period);
  if (own_years_.like(*mention.period) != nullptr) own_told_ = mention.period;
  const bool of_years = first.period->from.month == 0;
  if (!of_years || !view_.told) view_.told = of_years ? first.period : second.period;
  come_to_part(one, *mention.period);
  article_.dates.insert(article_.dates.begin() + static_cast<std::ptrdiff_t>(place), std::move(mention));
}

std::pair<Resolved, Resolved> Writer::resolve_ends(const Found& one, const Part& a, const Part& b) const {
  When first = when_of(a.meaning);
  const When second = when_of(b.meaning);
  const bool first_open = first.year == 0 && first.reach == 0 && first.holiday == 0;
  constexpr std::uint32_t kReference = kPresentReference | kPastReference | kFutureReference;
  const bool second_open =
      second.year == 0 && second.reach == 0 && second.holiday == 0 && (b.meaning.flags & kReference) == 0;
  if (first_open && second.year != 0 &&
      (first.month != 0 || first.quarter != 0 || first.season != 0 || first.half != 0)) {
    const bool later = first.month > second.month && second.month != 0;
    first.year = static_cast<std::int16_t>(second.year - (later ? 1 : 0));
  }
  // "from January to June last year": both of them
  const bool of_year = second.reach != 0 && second.grain == static_cast<std::int8_t>(Grain::year) &&
                       second.month != 0 && first.month != 0 && first_open;
  if (of_year) {
    first.reach = second.reach;
    first.grain = second.grain;
    first.offset = static_cast<std::int16_t>(second.offset - (first.month > second.month ? 1 : 0));
  }
  // "between Monday and Sunday last week": both of that week
  const bool of_week = second.reach != 0 && second.grain == static_cast<std::int8_t>(Grain::week) &&
                       second.weekday != 0 && first.weekday != 0 && first_open && first.month == 0;
  if (of_week) {
    first.reach = second.reach;
    first.grain = second.grain;
    first.offset = second.offset;
    first.pick = second.pick;
  }
  const auto end_of = [&](const Resolved& from) {
    Viewpoint view = view_;
    Pick pick = pick_for(one, second);
    if (second_open && from.period && from.period->from.known()) {
      view.published = from.period->from;
      view.narrative = view.under_year = false;
      pick = Pick::future;
    }
    return resolve_when(second, b.meaning.flags, view, pick, grammar_);
  };
  Resolved from = resolve_when(first, a.meaning.flags, view_, pick_for(one, first), grammar_);
  Resolved to = end_of(from);
  // "It will be closed from May to September", said in June: it has begun.
  const bool turned = from.period && to.period && first_open && from.period->from > to.period->to;
  if (turned && is_chat()) from = resolve_when(first, a.meaning.flags, view_, Pick::past, grammar_);
  if (from.period && first_open && second_open && is_ahead(*from.period) && !is_chat()) {
    const Resolved begun = resolve_when(first, a.meaning.flags, view_, Pick::past, grammar_);
    const Resolved end = end_of(begun);
    if (begun.period && end.period && end.period->last_day() >= view_.published.last_day()) {
      from = begun;
      to = end;
    }
  }
  // "this Friday to this Monday": the Monday after
  const bool this_week = second.weekday != 0 && second.reach != 0 && second.offset == 0 && second.month == 0;
  if (this_week && from.period && to.period && !to.period->interval && to.period->from < from.period->from) {
    to.period = Period::of(add_days(to.period->from, 7));
    to.relative.reset();
  }
  return {from, to};
}

bool Writer::is_ahead(const Period& period) const {
  return view_.published.known() && period.first_day() > view_.published.last_day();
}

void Writer::write_counted_range(const Found& one) {
  const When whole_range = when_of(one.whole.meaning);
  if (is_chat() && whole_range.month == 0 && whole_range.day == 0) return;  // bare years are no dates there
  Part first = one.whole, second = one.whole;
  When from = when_of(one.whole.meaning), to = from;
  from.until = to.until = 0;
  const int until = when_of(one.whole.meaning).until;
  if (from.day != 0) {
    to.day = static_cast<std::int8_t>(until);
  } else if (from.month != 0) {
    to.month = static_cast<std::int8_t>(until);
    if (until < from.month && from.year != 0) --from.year;
  } else {
    to.year = static_cast<std::int16_t>(until);
  }
  put(from, first.meaning);
  put(to, second.meaning);
  first.meaning.flags = second.meaning.flags = one.whole.meaning.flags & ~static_cast<std::uint32_t>(kUntil);
  set_end_tokens(one, first, second);
  const bool of_months = from.day == 0 && from.month != 0 && from.year == 0;
  Resolved a = resolve_when(from, first.meaning.flags, view_, pick_for(one, from), grammar_);
  // "Sixty died between January and June", said in January: of the year that is over
  if (of_months && a.period && one.tense == Tense::past && !is_chat() && view_.published.day != 0) {
    const int last = a.period->from.year + (until < from.month ? 1 : 0);
    const Date end = make_date(last, until);
    if (end.valid() && end.first_day() > view_.published.first_day()) {
      Viewpoint before = view_;
      before.published = make_date(view_.published.year - 1, 12, 31);
      a = resolve_when(from, first.meaning.flags, before, Pick::past, grammar_);
    }
  }
  if (of_months && a.period && is_ahead(*a.period)) {
    const Resolved begun = resolve_when(from, first.meaning.flags, view_, Pick::past, grammar_);
    const bool next_year = until < from.month;
    const Date end = begun.period ? make_date(begun.period->from.year + (next_year ? 1 : 0), until) : Date{};
    if (end.valid() && end.last_day() >= view_.published.last_day()) a = begun;
  }
  if (of_months && a.period)
    to.year = static_cast<std::int16_t>(a.period->from.year + (until < from.month ? 1 : 0));
  Resolved b = resolve_when(to, second.meaning.flags, view_, pick_for(one, from), grammar_);
  if (of_months) b.basis = a.basis;
  const std::size_t place = article_.dates.size();
  add_date(first, a, one.rule);
  add_date(second, b, one.rule);
  add_range(one, a, b, place);
  if (from.month == 0 && from.day == 0 && until == from.year + 1) place_label(one, place);
}

void Writer::set_end_tokens(const Found& one, Part& first, Part& second) const {
  std::array<Span, 3> numbers{};
  std::size_t count = 0;
  const When when = when_of(one.whole.meaning);
  const bool of_years = when.month == 0 && when.day == 0;
  Span month{};
  for (const Part& part : finder_.parts(one)) {
    const bool is_number = part.kind == kinds_.numeral || part.kind == kinds_.ordinal;
    if (is_number && count < numbers.size()) numbers[count++] = part.span;
    if (is_number && of_years) numbers[1] = part.span;
    if (!is_number && month.empty() && part.kind != kinds_.date_range) month = part.span;
  }
  if (when_of(one.whole.meaning).day == 0 && !month.empty()) {
    const auto parts = finder_.parts(one);
    const auto months =
        std::count_if(parts.begin(), parts.end(), [&](const Part& p) { return p.kind != kinds_.numeral; });
    if (months < 2) return;
    first.span = month;
    for (const Part& part : parts) {
      if (part.kind != kinds_.numeral) second.span = {part.span.begin, one.whole.span.end};
    }
    return;
  }
  if (count < 2) return;
  first.span = numbers[0];
  second.span = numbers[1];
  if (!month.empty() && when_of(one.whole.meaning).day != 0) {
    if (month.begin < numbers[0].begin) first.span.begin = month.begin;
    if (month.begin > numbers[1].begin) second.span.end = one.whole.span.end;
  }
}

void Writer::write_time_range(const Found& one) {
  TimeRange range = collect_times(one);
  if (range.count < 2) return;
  const auto part = range.date ? static_cast<DayPart>(when_of(range.date->meaning).day_part) : range.part;
  share_half_day(range.ends, part);
  std::optional<Period> day;
  if (range.date) {
    const When when = when_of(range.date->meaning);
    day = resolve_when(when, range.date->meaning.flags, view_, pick_for(one, when), grammar_).period;
    if (day && (day->interval || day->from.day == 0)) day.reset();
  }
  const When first = when_of(range.ends[0]), second = when_of(range.ends[1]);
  if (!day && is_chat()) day = day_of_clock(first, one.tense);
  Mention mention = mention_of(MentionKind::range, one.whole.span, one.rule);
  // "from 10 pm to 2 am": into the next day
  const auto next = day && second.clock < first.clock ? Period::of(add_days(day->from, 1)) : day;
  const std::string on = day ? timex_of(*day) : std::string(), until = next ? timex_of(*next) : on;
  mention.timex = Timex{"TIME", on + clock_text(first) + "/" + until + clock_text(second), ""};
  mention.period = day;
  mention.basis = Basis::implied;
  if (day) view_.speak_of(day);
  article_.dates.push_back(std::move(mention));
}

namespace {

// An hour without a half of the day: "3" of "between 3 and 5".
Meaning hour_of(int hour) {
  Meaning meaning;
  meaning.flags = hour <= 12 ? kHalfDayOpen : 0U;
  put(When{.clock = static_cast<std::int16_t>(hour * 60 + 1),
           .clock_grain = static_cast<std::int8_t>(Grain::hour)},
      meaning);
  return meaning;
}

// "9.30" of "9.30 to 4.30pm"; nullopt where the digits are no hour and minutes.
std::optional<Meaning> stopped_clock(const Meaning& groups) {
  constexpr int kLastHour = 24, kHour = 60;
  const bool fits = groups.digits == 2 && groups.part[4] <= 2 && groups.part[5] == 2 &&
                    groups.part[0] < kLastHour && groups.part[1] < kHour;
  if (!fits) return std::nullopt;
  Meaning meaning = hour_of(groups.part[0]);
  When when = when_of(meaning);
  when.clock = static_cast<std::int16_t>(when.clock + groups.part[1]);
  when.clock_grain = static_cast<std::int8_t>(Grain::minute);
  put(when, meaning);
  return meaning;
}

// The clock time a length of time later; false where it runs over the day.
bool add_length(Meaning& time, const Length& length) {
  When when = when_of(time);
  const auto& counts = length.counts;
  if (counts[0] != 0 || counts[1] != 0 || counts[2] != 0 || counts[3] != 0 || counts[6] != 0) return false;
  const int clock = when.clock + counts[4] * 60 + counts[5];
  constexpr int kDay = 24 * 60;
  if (clock > kDay + 1 || clock == when.clock) return false;
  when.clock = static_cast<std::int16_t>(clock);
  put(when, time);
  return true;
}

}  // namespace

Writer::TimeRange Writer::collect_times(const Found& one) const {
  TimeRange range;
  std::optional<Length> length;
  for (const Part& part : finder_.parts(one)) {
    if (part.kind == kinds_.date) range.date = part;
    if (part.kind == kinds_.day_part) range.part = day_part_named(grammar_.text(part.meaning.symbol));
    const When when = when_of(part.meaning);
    if (part.kind == kinds_.time && when.clock == 0) range.part = static_cast<DayPart>(when.day_part);
    if (range.count >= 2) continue;
    const bool is_number = part.kind == kinds_.numeral || part.kind == kinds_.number;
    const auto hour = is_number ? whole(&part.meaning, 0, 24) : std::nullopt;
    const auto stopped = part.kind == kinds_.points ? stopped_clock(part.meaning) : std::nullopt;
    if (hour || stopped) {
      range.ends[range.count++] = hour ? hour_of(*hour) : *stopped;
    } else if (when.clock != 0 && (part.kind == kinds_.time || part.kind == kinds_.spelled_clock)) {
      range.ends[range.count++] = part.meaning;
    } else if (part.kind == kinds_.duration || part.kind == kinds_.for_duration) {
      length = length_of(part.meaning);
    }
  }
  // "26 October, 10:00 to 11:00 2023": the year stands behind
  if (range.date && when_of(one.whole.meaning).year != 0) range.date->meaning = one.whole.meaning;
  if (range.count == 1 && length) {
    range.ends[1] = range.ends[0];
    if (add_length(range.ends[1], *length)) ++range.count;
  }
  return range;
}

void Writer::share_half_day(std::array<Meaning, 2>& ends, DayPart part) {
  constexpr int kHalf = 12 * 60;
  When first = when_of(ends[0]), second = when_of(ends[1]);
  settle_half_day(first, ends[0].flags, part);
  settle_half_day(second, ends[1].flags, part);
  const bool first_open = (ends[0].flags & kHalfDayOpen) != 0 && first.clock <= kHalf;
  const bool second_open = (ends[1].flags & kHalfDayOpen) != 0 && second.clock <= kHalf;
  if (first_open && !second_open && first.clock + kHalf < second.clock) {
    first.clock = static_cast<std::int16_t>(first.clock + kHalf);
  }
  if (second_open && second.clock <= first.clock && second.clock + kHalf > first.clock) {
    second.clock = static_cast<std::int16_t>(second.clock + kHalf);
  }
  put(first, ends[0]);
  put(second, ends[1]);
}

}  // namespace tally::dates
