// Lists of dates, and days with a clock time that bounds them → mentions.
//
//   "3, 5 and 7 May"          2016-05-03, 2016-05-05, 2016-05-07
//   "tomorrow before 5 pm"    2016-04-13; ../2016-04-13T17:00
#include <algorithm>

#include "mention/date_functions.h"
#include "mention/date_merge.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {

void Writer::write_date_list(const Found& one) {
  const auto parts = finder_.parts(one);
  const bool borne_out =
      is_chat() || std::ranges::any_of(parts, [&](const Part& part) { return part.kind == kinds_.date; });
  if (!borne_out) return;
  for (const Part& part : parts) {
    if (!kinds_.is_date(part.kind)) continue;
    Found own = one;
    own.whole = part;
    own.whole.kind = kinds_.date;
    write_date(own);
  }
}

void Writer::write_day_list(const Found& one) {
  const auto is_number = [&](const Part& part) {
    return part.kind == kinds_.numeral || part.kind == kinds_.ordinal || part.kind == kinds_.composed;
  };
  std::optional<Span> month;
  std::vector<Part> days;
  const auto parts = finder_.parts(one);
  const auto word = std::ranges::find_if_not(parts, is_number);
  if (word != parts.end()) month = word->span;
  for (const Part& part : parts) {
    const auto day = is_number(part) ? whole(&part.meaning, 1, 31) : std::nullopt;
    if (!day) continue;
    // Where no word names the month, the first number does: "6월 18일과 19일".
    if (!month) {
      month = part.span;
      continue;
    }
    days.push_back(part);
    When when = when_of(one.whole.meaning);
    when.day = static_cast<std::int8_t>(*day);
    if (when.month != 0 && !exists(when)) return;
    days.back().meaning = one.whole.meaning;
    put(when, days.back().meaning);
  }
  // "6월 18일과 19일": each day has its unit
  if (word == parts.end() && !days.empty()) {
    const std::string_view unit =
        article_.text(Span{days.back().span.end, std::max(days.back().span.end, one.whole.span.end)});
    for (Part& day : days) {
      if (article_.text().substr(day.span.end).starts_with(unit))
        day.span.end += static_cast<std::uint32_t>(unit.size());
    }
  }
  // "May 3 and 5 houses": the last number counts.
  if (one.plural_after && !days.empty()) days.pop_back();
  for (Part& day : days) {
    const bool opens = &day == &days.front() && month && month->begin < day.span.begin;
    const bool closes = &day == &days.back() && month && month->begin > day.span.begin;
    if (opens) day.span.begin = month->begin;
    if (closes) day.span.end = one.whole.span.end;
    Found own = one;
    own.whole = day;
    own.whole.kind = kinds_.date;
    write_date(own);
  }
}

void Writer::write_time_bound(const Found& one) {
  if (is_chat()) return write_date(one);
  const auto parts = finder_.parts(one);
  const auto date = std::ranges::find(parts, kinds_.date, &Part::kind);
  const auto time = std::ranges::find(parts, kinds_.time, &Part::kind);
  if (date == parts.end() || time == parts.end()) return;
  const When when = when_of(one.whole.meaning);
  const Resolved resolved = resolve_when(when, one.whole.meaning.flags, view_, pick_for(one, when), grammar_);
  if (!resolved.period || resolved.period->interval || resolved.period->from.day == 0) return;
  Found own = one;
  own.whole = *date;
  const std::size_t place = article_.dates.size();
  write_date(own);
  const std::string clock = timex_of(when, one.whole.meaning.flags, resolved.period).value;
  const bool until = one.whole.kind == kinds_.time_until;
  Mention mention = mention_of(MentionKind::range, one.whole.span, one.rule);
  mention.basis = Basis::implied;
  mention.period = until ? Period::until(resolved.period->to) : Period::since(resolved.period->from);
  mention.timex = Timex{"TIME", until ? "../" + clock : clock + "/..", ""};
  article_.bounds.push_back(std::move(mention));
  if (article_.dates.size() > place) view_.speak_of(article_.dates.back().period);
}

}  // namespace tally::dates
