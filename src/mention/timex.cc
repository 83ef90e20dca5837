// TIMEX3 values, one form after the other.
#include "mention/timex.h"

#include <array>
#include <cstdio>

#include "base/calendar.h"

namespace tally::dates {
namespace {

template <class... Arguments>
std::string print(const char* format, Arguments... arguments) {
  std::array<char, 48> text{};
  const int size = std::snprintf(text.data(), text.size(), format, arguments...);
  return {text.data(), static_cast<std::size_t>(size)};
}

constexpr std::array<const char*, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};
constexpr std::array<const char*, 7> kDayParts = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::array<const char*, 5> kMods = {"", "START", "MID", "END", "APPROX"};

std::string date_text(const Date& date) {
  if (date.year > 0) {
    Date plain = date;
    plain.approximate = false;
    return plain.to_string();
  }
  std::string text = print("BC%04d", 1 - date.year);
  if (date.month != 0) text += print("-%02d", date.month);
  if (date.day != 0) text += print("-%02d", date.day);
  return text;
}

bool is_weekend(const Period& period) {
  return period.interval && period.from.day != 0 && weekday(period.from) == 6 &&
         add_days(period.from, 1) == period.to;
}

bool is_week(const Period& period) {
  return period.grain() == Grain::week && weekday(period.from) == 1;
}

std::string week_text(const Period& period) {
  const IsoWeek week = iso_week(period.from);
  return print("%04d-W%02d", week.year, week.week) + (is_weekend(period) ? "-WE" : "");
}

// "XXXX-04-07", "XXXX-WXX-4", "XXXX-SU": what is known of a date without its year.
std::string unknown_text(const When& when) {
  if (when.weekday == kWeekend) return "XXXX-WXX-WE";
  if (when.month != 0)
    return print("XXXX-%02d", when.month) + (when.day != 0 ? print("-%02d", when.day) : "");
  if (when.weekday != 0) return print("XXXX-WXX-%d", when.weekday);
  if (when.day != 0) return print("XXXX-XX-%02d", when.day);
  if (when.quarter != 0) return print("XXXX-Q%d", when.quarter);
  if (when.half != 0) return print("XXXX-H%d", when.half);
  if (when.season != 0) return std::string("XXXX-") + kSeasons[static_cast<std::uint8_t>(when.season)];
  switch (static_cast<Grain>(when.grain)) {
    case Grain::day:
      return "XXXX-XX-XX";
    case Grain::week:
      return "XXXX-WXX";
    case Grain::month:
      return "XXXX-XX";
    case Grain::quarter:
      return "XXXX-QX";
    case Grain::half:
      return "XXXX-HX";
    default:
      return "XXXX";
  }
}

std::string count_text(const Length& length, std::size_t from, std::size_t to) {
  constexpr std::string_view kLetters = "YMWDHMS";
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    if (length.counts[i] != 0) text += print("%d%c", length.counts[i], kLetters[i]);
  }
  return text;
}

struct UnitForm {
  const char* before;
  const char* letter;
};

UnitForm form_of(std::string_view unit) {
  if (unit == "second") return {"PT", "S"};
  if (unit == "minute") return {"PT", "M"};
  if (unit == "hour") return {"PT", "H"};
  if (unit == "day" || unit == "night" || unit == "workday") return {"P", "D"};
  if (unit == "week" || unit == "fortnight") return {"P", "W"};
  if (unit == "weekend") return {"P", "WE"};
  if (unit == "month") return {"P", "M"};
  if (unit == "quarter") return {"P", "Q"};
  if (unit == "decade") return {"P", "DE"};
  if (unit == "century") return {"P", "CE"};
  return {"P", "Y"};
}

}  // namespace

std::string clock_text(const When& when) {
  const int minutes = when.clock - 1;
  std::string text = print("T%02d", minutes / 60) + print(":%02d", minutes % 60);
  if (when.second > 0) text += print(":%02d", when.second - 1);
  if (when.zone == 0) return text;
  const int zone = when.zone - 2000;
  if (zone == 0) return text + "Z";
  return text + print("%c%02d:%02d", zone < 0 ? '-' : '+', std::abs(zone) / 60, std::abs(zone) % 60);
}

std::string timex_of(const Period& period) {
  if (!period.interval) return date_text(period.from);
  if (period.open_from) return "/" + date_text(period.to);
  if (period.open_to) return date_text(period.from) + "/";
  if (is_weekend(period) || is_week(period)) return week_text(period);
  const Date& from = period.from;
  switch (period.grain()) {
    case Grain::quarter:
      return print("%04d-Q%d", from.year, (from.month + 2) / 3);
    case Grain::half:
      return print("%04d-H%d", from.year, (from.month + 5) / 6);
    case Grain::decade:
      if (from.year % 10 == 0) return print("%03d", from.year / 10);
      break;
    default:
      break;
  }
  const bool season =
      from.day == 0 && from.month != 0 && from.month % 3 == 0 && add_months(from, 2) == period.to;
  if (season) return print("%04d-%s", from.year, kSeasons[static_cast<std::size_t>(from.month / 3)]);
  if (from.month == 0 && from.year % 100 == 0 && period.to.year == from.year + 99) {
    return print("%02d", from.year / 100);
  }
  return date_text(from) + "/" + date_text(period.to);
}

Timex timex_of(const When& when, std::uint32_t flags, const std::optional<Period>& period) {
  Timex timex{"DATE", {}, kMods[static_cast<std::uint8_t>(when.mod)]};
  if ((flags & (kPresentReference | kPastReference | kFutureReference)) != 0) {
    timex.value = (flags & kPresentReference) != 0 ? "PRESENT_REF"
                  : (flags & kPastReference) != 0  ? "PAST_REF"
                                                   : "FUTURE_REF";
    return timex;
  }
  std::string date;
  if ((flags & kFiscal) != 0 && when.year > 0) {
    constexpr int kThisCentury = 2000;
    date = print("FY%04d", when.year < kShortYear ? when.year : when.year - kShortYear + kThisCentury);
  } else if (period) {
    date = timex_of(*period);
  } else if (when.has_date()) {
    date = unknown_text(when);
  }
  if (when.clock != 0 || when.day_part != 0) {
    timex.type = "TIME";
    timex.value =
        date + (when.clock != 0 ? clock_text(when)
                                : std::string("T") + kDayParts[static_cast<std::uint8_t>(when.day_part)]);
    return timex;
  }
  timex.value = date;
  return timex;
}

std::string timex_of(const Length& length, std::uint32_t flags, const Decimal& number,
                     std::string_view unit) {
  const UnitForm form = form_of(unit);
  if ((flags & kVagueCount) != 0) return std::string(form.before) + "X" + form.letter;
  if (length.units > 1) {
    const std::string date = count_text(length, 0, 4), time = count_text(length, 4, 7);
    return "P" + date + (time.empty() ? "" : "T" + time);
  }
  Decimal count = number;
  std::string letter = form.letter;
  if (unit == "fortnight") count = number.times(2).value_or(number);
  if (unit == "decade" || unit == "century") {
    count = number.times(unit == "decade" ? 10 : 100).value_or(number);
    letter = "Y";
  }
  return form.before + count.to_string() + letter;
}

std::string recurring(const When& when) {
  std::string date = when.has_date() ? unknown_text(when) : "XXXX-XX-XX";
  if (when.clock != 0) return date + clock_text(when);
  if (when.day_part != 0) return date + "T" + kDayParts[static_cast<std::uint8_t>(when.day_part)];
  return date;
}

}  // namespace tally::dates
