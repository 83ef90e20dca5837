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

// "171 in 2020, 455 in 2021 and 163 [last year]": the next of a row of years, each after the one before.
std::optional<OwnDay> by_row_of_years(const Article& article, std::size_t last) {
  constexpr std::size_t kYears = 2;
  constexpr std::uint32_t kFarthest = 40;  // bytes between two of them
  const auto& dates = article.dates;
  const Mention& said = dates[last];
  const bool last_year =
      counts_from_report(said) && said.relative->grain == Grain::year && said.relative->offset == -1;
  if (!last_year || last < kYears || is_quoted(article, said.span)) return std::nullopt;
  for (std::size_t i = last - kYears; i < last; ++i) {
    const Span between{dates[i].span.end, dates[i + 1].span.begin};
    if (!is_printed(dates[i]) || dates[i].period->grain() != Grain::year || between.begin >= between.end ||
        between.size() > kFarthest ||
        article.text(between).find_first_of(".;:?!\n(") != std::string_view::npos)
      return std::nullopt;
  }
  const int year = dates[last - 1].period->from.year;
  if (dates[last - 2].period->from.year + 1 != year) return std::nullopt;
  const Span whole{dates[last - 2].span.begin, said.span.end};
  return OwnDay{make_date(year + 2), std::string(article.text(whole))};
}

// "Today, 28 February 2023", "in 2014, ten years ago": one day in two words.
std::optional<OwnDay> by_apposition(const Article& article, std::size_t second_at) {
  const Mention& first = article.dates[second_at - 1];
  const Mention& second = article.dates[second_at];
  const bool turned = counts_from_report(second) && is_printed(first);
  if (!turned && !(counts_from_report(first) && is_printed(second))) return std::nullopt;
  if (first.span.end > second.span.begin) return std::nullopt;
  const Span whole{first.span.begin, second.span.end};
  if (!joins(article.text(Span{first.span.end, second.span.begin})) || is_quoted(article, whole))
    return std::nullopt;
  const auto date =
      turned ? seen_from(*second.relative, *first.period) : seen_from(*first.relative, *second.period);
  return date ? std::optional(OwnDay{*date, std::string(article.text(whole))}) : std::nullopt;
}

}  // namespace

std::optional<OwnDay> own_day(const Article& article) {
  std::optional<OwnDay> own;
  for (std::size_t i = 1; i < article.dates.size(); ++i) {
    for (const auto& found : {by_apposition(article, i), by_row_of_years(article, i)}) {
      if (!found) continue;
      if (own && !agree(own->date, found->date)) return std::nullopt;
      if (!own || own->date.grain() > found->date.grain()) own = found;
    }
  }
  return own;
}

}  // namespace tally::dates
