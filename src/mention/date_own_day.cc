// See date_own_day.h.
#include "mention/date_own_day.h"

#include <algorithm>
#include <array>

#include "base/calendar.h"
#include "base/characters.h"

namespace tally::dates {
namespace {

// "Today", "last month", "ten years ago": so many whole days, months or years from the report's own.
bool counts_from_report(const Mention& date) {
  if (date.kind != MentionKind::date || !date.relative || date.period) return false;
  const RelativeDate& said = *date.relative;
  const bool plain = said.month == 0 && said.day == 0 && said.weekday == 0 && said.quarter == 0 &&
                     said.half == 0 && said.season == 0 && said.length == 0 && said.months == 0;
  return plain && said.anchor == RelativeDate::Anchor::publication && said.keep == Grain::none &&
         (said.grain == Grain::day || said.grain == Grain::month || said.grain == Grain::year);
}

bool is_printed(const Mention& date) {
  return date.kind == MentionKind::date && date.basis == Basis::printed && date.period &&
         date.period->known() && !date.period->interval;
}

// What stands between a date and the same one in other words: nothing, a comma, a bracket, a preposition.
bool joins(std::string_view between) {
  constexpr std::array<std::string_view, 9> kJoints{", ",   " (",  ", in ", " in ", ", on ",
                                                    " on ", " – ", " - ",   " — "};
  return std::ranges::find(kJoints, between) != kJoints.end();
}

bool is_quoted(const Article& article, Span span) {
  return std::ranges::any_of(article.quotes, [&](const Mention& quote) { return quote.span.contains(span); });
}

// From which day the printed one is the one that is said.
std::optional<Date> seen_from(const RelativeDate& said, const Period& printed) {
  if (printed.grain() != said.grain) return std::nullopt;
  const int back = -said.offset;
  const Date date = said.grain == Grain::day     ? add_days(printed.from, back)
                    : said.grain == Grain::month ? add_months(printed.from, back)
                                                 : add_years(printed.from, back);
  return date.valid() ? std::optional(date) : std::nullopt;
}

// One that is as exact, or more, and says nothing else.
bool agree(Date one, Date other) {
  return one.year == other.year && (one.month == 0 || other.month == 0 || one.month == other.month) &&
         (one.day == 0 || other.day == 0 || one.day == other.day);
}

}  // namespace

std::optional<OwnDay> own_day(const Article& article) {
  std::optional<OwnDay> own;
  for (std::size_t i = 0; i + 1 < article.dates.size(); ++i) {
    const Mention& first = article.dates[i];
    const Mention& second = article.dates[i + 1];
    const bool turned = counts_from_report(second) && is_printed(first);
    if (!turned && !(counts_from_report(first) && is_printed(second))) continue;
    if (first.span.end > second.span.begin) continue;
    const Span whole{first.span.begin, second.span.end};
    if (!joins(article.text(Span{first.span.end, second.span.begin})) || is_quoted(article, whole)) continue;
    const auto date =
        turned ? seen_from(*second.relative, *first.period) : seen_from(*first.relative, *second.period);
    if (!date) continue;
    if (own && !agree(own->date, *date)) return std::nullopt;
    if (!own || own->date.grain() > date->grain()) own = OwnDay{*date, std::string(article.text(whole))};
  }
  return own;
}

}  // namespace tally::dates
