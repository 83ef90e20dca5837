// Dates of the article → the claims whose words print a weekday that the day is not.
//
//   "On Sunday 17 June 2023, in the tunnel behind this wall, …"     17 June 2023 was a Saturday
//
// A day without a printed year is held to its weekday only where the report's own date leaves no doubt which
// year is meant.
#include <algorithm>
#include <chrono>

#include "base/calendar.h"
#include "claim/scene.h"
#include "claim/stages.h"

namespace tally {
namespace {

constexpr std::chrono::days kNoDoubt{100};  // between a day without a year and the report's own

// The day that the date tells beyond doubt.
std::optional<Date> sure_day(const Mention& date, const Date& published) {
  if (date.weekday == 0 || !date.period || date.period->interval || date.period->from.day == 0)
    return std::nullopt;
  const Date day = date.period->from;
  if (!date.relative) return day;
  if (published.month == 0) return std::nullopt;
  const auto apart = std::chrono::abs(day.first_day() - published.first_day());
  return apart <= kNoDoubt ? std::optional(day) : std::nullopt;
}

// The claim whose words hold the date, else one of its sentence.
Claim* claim_of(Article& article, const Mention& date) {
  Claim* nearest = nullptr;
  const Index chunk = chunk_at(article, date.span.begin);
  if (chunk == kNone) return nullptr;
  const Span sentence = article.sentences[article.chunks[chunk].sentence].span;
  for (Claim& claim : article.claims) {
    if (claim.quote.begin <= date.span.begin && date.span.end <= claim.quote.end) return &claim;
    if (nearest == nullptr && claim.quote.begin >= sentence.begin && claim.quote.end <= sentence.end)
      nearest = &claim;
  }
  return nearest;
}

}  // namespace

void find_misnamed_days(Article& article) {
  for (const Mention& date : article.dates) {
    const auto day = sure_day(date, article.info.published.date);
    if (!day || weekday(*day) == date.weekday) continue;
    Claim* claim = claim_of(article, date);
    if (claim != nullptr && !claim->misnamed_day)
      claim->misnamed_day = MisnamedDay{.date = date.span, .day = *day, .weekday = date.weekday};
  }
}

}  // namespace tally
