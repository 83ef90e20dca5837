// Dates of reports that no other dates, by what they print themselves: a weekday beside a day of the month
// tells the year; figures for all of a year tell that it was over.
//
//   "On Tuesday, 14 November, the board met", 2022 the last year printed   → November 2023
//   "In 2023 we used 3,650 bags", and never "last year"                    → 2024
//
// Public entries: date_by_weekdays, date_by_printed_years, first_year_told_from.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/characters.h"
#include "record/strata.h"

namespace tally {
namespace {

constexpr int kYearsAhead =
    4;  // a weekday falls on the same day of the month after five years at the earliest

constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// The words and numbers of a text from a place on, one after the other; marks that join them are passed over.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::string_view next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',')) ++at_;
    const std::size_t begin = at_;
    const auto is_part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    while (at_ < text_.size() && is_part(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

int day_number(std::string_view word) {
  int day = 0;
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9')
    day = day * 10 + (word[digits++] - '0');
  const std::string_view rest = word.substr(std::min(digits, word.size()));
  const bool ends = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return digits >= 1 && digits <= 2 && ends && day <= 31 ? day : 0;
}

int month_number(std::string_view word) {
  const std::string lowered = lower_case(word);
  const auto at = std::ranges::find(kMonths, lowered);
  return at == kMonths.end() ? 0 : static_cast<int>(at - kMonths.begin()) + 1;
}

struct WeekdayDate {
  int weekday = 0;
  int month = 0;
  int day = 0;
};

// "Tuesday, 14 November", "Tuesday, November 14", "Tuesday the 14th of November", with no year behind.
std::optional<WeekdayDate> weekday_date_at(std::string_view text, std::size_t after, int weekday) {
  Reader reader(text, after);
  std::string_view word = reader.next();
  if (word == "the") word = reader.next();
  WeekdayDate found{.weekday = weekday};
  found.month = month_number(word);
  if (found.month != 0) {
    found.day = day_number(reader.next());
  } else {
    found.day = day_number(word);
    word = reader.next();
    if (word == "of") word = reader.next();
    found.month = month_number(word);
  }
  const std::string_view year = reader.next();
  const bool has_year = year.size() == 4 && year.front() >= '0' && year.front() <= '9';
  return found.day == 0 || found.month == 0 || has_year ? std::nullopt : std::optional(found);
}

std::vector<WeekdayDate> weekday_dates(std::string_view text) {
  constexpr std::size_t kMost = 20;
  std::vector<WeekdayDate> found;
  for (std::size_t at = text.find("day"); at != std::string_view::npos && found.size() < kMost;
       at = text.find("day", at + 3)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 7 && ((text[begin - 1] | 0x20) >= 'a') &&
           ((text[begin - 1] | 0x20) <= 'z'))
      --begin;
    const auto name = std::ranges::find(kWeekdays, lower_case(text.substr(begin, at + 3 - begin)));
    if (name == kWeekdays.end()) continue;
    const int weekday = static_cast<int>(name - kWeekdays.begin()) + 1;
    if (const auto date = weekday_date_at(text, at + 3, weekday)) found.push_back(*date);
  }
  return found;
}

// What a report prints of years.
struct PrintedYears {
  int last = 0;            // the last that it speaks of as past
  int earliest = 0;        // in which it can have been written: the year after one that was over
  int over = 0;            // claims for all of the year, or the year of a budget, before that one
  bool calendar = false;   // whether that is a plain year, not that of a budget
  bool says_last = false;  // "last year" stands in it, too
  Index claim = kNone;     // that tells `earliest`
};

// "2023-24": the two years of a budget or a season, told as one.
bool is_double_year(const Period& period) {
  return period.interval && period.from.month == 0 && period.to.month == 0 &&
         period.to.year == period.from.year + 1;
}

// The first year in which a claim can be made: "in 2023" is told in 2024, "in 2023-24" as well.
int told_from(const Claim& c) {
  const bool amount = c.kind == ClaimKind::figure || c.kind == ClaimKind::change;
  const bool flow = c.measure.aggregate != Aggregate::level && c.measure.aggregate != Aggregate::total;
  if (amount && flow && is_double_year(*c.period)) return c.period->to.year;
  if (!amount || !flow || c.period->grain() != Grain::year) return 0;
  if (!c.period->interval) return c.period->to.year + 1;
  return c.period->to.year == c.period->from.year + 1 ? c.period->to.year : 0;
}

PrintedYears printed_years(const Sheet& sheet, Index document) {
  PrintedYears years;
  const Index begin = sheet.first_claim[document];
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.relative) {
      years.says_last = years.says_last || (c.relative->anchor == RelativeDate::Anchor::publication &&
                                            c.relative->grain == Grain::year && c.relative->offset == -1);
      continue;
    }
    if (sheet.out[i] || c.modality != Modality::observed || !c.period || !c.period->known() ||
        c.period->open_to)
      continue;
    years.last = std::max<int>(years.last, c.period->to.year);
    const int told = told_from(c);
    if (told == 0 || told < years.earliest) continue;
    if (told > years.earliest) years.over = 0;
    years.calendar = !c.period->interval;
    years.earliest = told;
    years.claim = i;
    ++years.over;
  }
  return years;
}

// The first year of the reports that print their dates; 0 where none does.
int first_dated_year(const Sheet& sheet) {
  int first = 0;
  for (const Document& document : sheet.documents) {
    const bool printed =
        document.published.basis == DateBasis::given || document.published.basis == DateBasis::found;
    if (printed && (first == 0 || document.published.date.year < first)) first = document.published.date.year;
  }
  return first;
}

void set_alone(Sheet& sheet, Index document, Date date, Index because) {
  Document& d = sheet.documents[document];
  d.published.date = date;
  d.published.basis = DateBasis::inferred;
  if (because != kNone) d.published_because.push_back(sheet.claims[because].id);
}

// The one year near the last printed in which every day falls on its weekday; 0 where none or more do.
int year_of_weekdays(const std::vector<WeekdayDate>& dates, int from) {
  int found = 0;
  for (int year = from; year <= from + kYearsAhead; ++year) {
    const bool fits = std::ranges::all_of(dates, [&](const WeekdayDate& date) {
      const Date day = make_date(year, date.month, date.day);
      return day.known() && day.day != 0 && weekday(day) == date.weekday;
    });
    if (!fits) continue;
    if (found != 0) return 0;
    found = year;
  }
  return found;
}

}  // namespace

int first_year_told_from(const Sheet& sheet, Index document) {
  constexpr int kClaims = 2;
  const PrintedYears years = printed_years(sheet, document);
  return years.over >= kClaims && years.calendar ? years.earliest : 0;
}

void date_by_weekdays(Sheet& sheet) {
  const int first = first_dated_year(sheet);
  for (Index document = 0; document < sheet.documents.size(); ++document) {
    Document& d = sheet.documents[document];
    if (d.published.date.known()) continue;
    const PrintedYears years = printed_years(sheet, document);
    const std::vector<WeekdayDate> dates = weekday_dates(d.text);
    // Reports on one subject: a year long before all others is that of a comparison.
    const int from = years.last == 0 || years.last + kYearsAhead < first ? first : years.last;
    if (from == 0 || dates.empty()) continue;
    const int year = year_of_weekdays(dates, from);
    if (year == 0) continue;
    const bool one_month = std::ranges::all_of(
        dates, [&](const WeekdayDate& date) { return date.month == dates.front().month; });
    Date date = make_date(year);
    if (one_month) date.month = static_cast<std::uint8_t>(dates.front().month);
    set_alone(sheet, document, date, years.claim);
  }
}

void date_by_printed_years(Sheet& sheet) {
  constexpr int kClaims = 2;
  const int first = first_dated_year(sheet);
  for (Index document = 0; document < sheet.documents.size(); ++document) {
    if (sheet.documents[document].published.date.known()) continue;
    const PrintedYears years = printed_years(sheet, document);
    // Reports on one subject: a year long before all others is that of a comparison.
    if (years.over < (first == 0 ? kClaims : 1) || (years.says_last && years.calendar) ||
        years.earliest < years.last || years.earliest < first)
      continue;
    set_alone(sheet, document, make_date(years.earliest), years.claim);
  }
}

}  // namespace tally
