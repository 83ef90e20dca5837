// Dates told by how far away they are → mentions.
//
//   "three days later"        date, seen from the one before
//   "in two weeks"            date, seen from the report's
//   "a year earlier"          the same stretch the year before
#include <algorithm>
#include <cstdlib>

#include "base/calendar.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {

void Writer::write_ahead(const Part& part, const Meaning& meaning, std::uint16_t rule) {
  Length length = length_of(meaning);
  length.sign = 1;
  length.reach = static_cast<std::int8_t>(Reach::publication);
  add_away(part, length, meaning, rule, std::nullopt);
}

void Writer::write_away(const Found& one) {
  Length length = length_of(one.whole.meaning);
  if (one.whole.kind == kinds_.same_away) {
    length.reach = static_cast<std::int8_t>(Reach::focus);
    // "the same [day] last year"
    const std::string_view words = article_.text(one.whole.span);
    same_day_ = words.find(" day") != std::string_view::npos || words.find(" date") != std::string_view::npos;
  }
  if ((one.whole.meaning.flags & kSameInYear) != 0) {
    const int year = static_cast<int>(one.whole.meaning.number.to_double());
    const int years = view_.focus && view_.focus->from.known() ? view_.focus->from.year - year : 0;
    length.counts[0] = static_cast<std::int16_t>(std::abs(years));
    length.sign = static_cast<std::int8_t>(years < 0 ? 1 : -1);
  }
  std::optional<Period> from;
  if (one.whole.kind == kinds_.away_from) {
    for (const Part& part : finder_.parts(one)) {
      if (part.kind != kinds_.date) continue;
      from = resolve_when(when_of(part.meaning), part.meaning.flags, view_,
                          pick_for(one, when_of(part.meaning)), grammar_)
                 .period;
      if (!from) from = Period{};
    }
  }
  add_away(one.whole, length, one.whole.meaning, one.rule, from);
  if ((one.whole.meaning.flags & kSameInYear) != 0) article_.dates.back().basis = Basis::printed;
  same_day_ = false;
}

void Writer::add_away(const Part& part, const Length& length, const Meaning& meaning, std::uint16_t rule,
                      const std::optional<Period>& from) {
  Mention mention = mention_of(MentionKind::date, part.span, rule);
  mention.basis = Basis::implied;
  const bool counted =
      std::any_of(length.counts.begin(), length.counts.end(), [](auto count) { return count != 0; });
  const bool vague = (meaning.flags & kVagueCount) != 0 && !is_chat();
  if (vague || !counted) {
    mention.timex = Timex{"DATE", length.sign < 0 ? "PAST_REF" : "FUTURE_REF", ""};
    article_.dates.push_back(std::move(mention));
    return;
  }
  const bool of_clock = length.counts[4] != 0 || length.counts[5] != 0 || length.counts[6] != 0;
  if (of_clock) return add_clock_away(std::move(mention), length);
  const bool by_focus = view_.narrative || length.reach == static_cast<std::int8_t>(Reach::focus);
  if (from) {
    if (from->known()) mention.period = moved(*from, length, length.sign);
  } else {
    set_away(mention, length, by_focus);
  }
  const When when{.grain = static_cast<std::int8_t>(length.unit)};
  mention.timex = timex_of(when, 0, mention.period);
  if (mention.period) view_.speak_of(mention.period);
  article_.dates.push_back(std::move(mention));
}

void Writer::set_away(Mention& mention, const Length& length, bool by_focus) {
  const bool chat = is_chat();
  auto relative = relative_of(length);
  // "In June … figures released yesterday. Three months earlier …": than June.
  const bool by_months = length.counts[0] == 0 && length.counts[1] != 0;
  const std::optional<Period> base = !by_focus || !view_.focus ? published()
                                     : by_months               ? counted_from(length)
                                                               : view_.focus;
  if (!relative) {
    if (base) mention.period = moved(*base, length, length.sign);
    return;
  }
  const bool fine = relative->grain == Grain::day || relative->grain == Grain::week || chat || same_day_;
  if (!chat) count_in_unit(*relative, length);
  relative->keep = fine ? Grain::day : by_focus ? Grain::month : Grain::none;
  if (chat && relative->grain > Grain::week) relative->keep = Grain::day;
  relative->anchor = by_focus ? RelativeDate::Anchor::focus : RelativeDate::Anchor::publication;
  mention.relative = relative;
  if (!base) return;
  mention.period = resolve(*relative, base->from);
  if (by_focus && base->interval && base->to.known() && base->from.known()) {
    const auto to = resolve(*relative, base->to);
    if (mention.period && to) mention.period = Period::between(mention.period->from, to->to);
  }
}

void Writer::add_clock_away(Mention mention, const Length& length) {
  mention.kind = MentionKind::time;
  mention.timex = Timex{"TIME", "XXXX-XX-XXTXX", ""};
  const int clock = article_.info.published.second_of_day;
  if (clock >= 0 && view_.published.day != 0 && length.reach != static_cast<std::int8_t>(Reach::none)) {
    const std::int64_t moved_seconds =
        length.sign * (std::int64_t{length.counts[3]} * 86400 + std::int64_t{length.counts[4]} * 3600 +
                       std::int64_t{length.counts[5]} * 60 + length.counts[6]) +
        clock;
    const std::int64_t day = moved_seconds >= 0 ? moved_seconds / 86400 : -((86399 - moved_seconds) / 86400);
    const auto rest = static_cast<int>(moved_seconds - day * 86400);
    const Date base =
        length.counts[0] != 0 || length.counts[1] != 0
            ? add_months(view_.published, length.sign * (length.counts[0] * 12 + length.counts[1]))
            : view_.published;
    const Date at = add_days(base, static_cast<int>(day) + length.sign * length.counts[2] * 7);
    When when;
    when.clock = static_cast<std::int16_t>(rest / 60 + 1);
    when.second = static_cast<std::int8_t>(rest % 60 != 0 || length.counts[6] != 0 ? rest % 60 + 1 : 0);
    mention.period = Period::of(at);
    mention.timex = timex_of(when, 0, mention.period);
  }
  article_.dates.push_back(std::move(mention));
}

}  // namespace tally::dates
