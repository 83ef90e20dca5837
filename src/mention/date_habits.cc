// What a text as a whole tells of its dates: the years it prints, whether it tells of the past in order,
// whether its dates in digits put the day first.
//
//   "13/4/2016 … 4/3/2016"   the day stands first
#include <algorithm>
#include <cstdlib>

#include "base/calendar.h"
#include "mention/date_writer.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally::dates {

void Writer::learn_habits() {
  Habits habits;
  auto quote = article_.quotes.begin();
  for (const Found& one : finder_.found()) {
    while (quote != article_.quotes.end() && quote->span.end <= one.whole.span.begin) ++quote;
    const bool quoted = quote != article_.quotes.end() && quote->span.begin <= one.whole.span.begin;
    if (one.whole.kind != kinds_.date && one.whole.kind != kinds_.date_range) continue;
    const When when = when_of(one.whole.meaning);
    const std::uint32_t flags = one.whole.meaning.flags;
    const bool heading = (flags & kWeakYear) != 0 && one.alone;
    const bool weak = (flags & (kWeakYear | kDecade | kCentury)) != 0 && !heading;
    const bool of_years = (flags & kUntil) != 0 && when.year != 0 && when.month == 0 && when.day == 0;
    if (of_years && when.until == when.year + 1) labels_seasons_ = true;
    if (when.year > 0 && when.year < kShortYear && !weak) {
      years_.push_back(when.year);
      count_year(when, habits);
      if (when.day > 12 && when.month != 0 && one.slashed && puts_day_first(one.whole.span))
        view_.day_first = true;
    }
    if (!quoted && speaks_from_now(one)) ++habits.deictic;
    const bool seen = when.year != 0 || when.reach != 0;
    if (seen && (when.quarter != 0 || when.half != 0 || (flags & kPartOf) != 0)) tells_of_halves_ = true;
  }
  std::sort(years_.begin(), years_.end());
  if (!is_chat()) own_years_.learn(article_, finder_, view_.published);
  view_.narrative = is_narrative(habits);
  if (view_.narrative) view_.focus.reset();
  if (view_.published.known() || view_.narrative) return;
  view_.lead = year_of_lead();
  view_.focus = view_.lead;
}

// "Not so dear since the war of 1997", "the town's paper, est. 1968": as far back as something reaches.
bool Writer::reaches_back(const Found& one) const {
  constexpr Index kWords = 6;
  const Index token = token_from(article_, one.whole.span.begin);
  for (Index back = 1; back <= kWords && back <= token; ++back) {
    const Token& before = article_.tokens[token - back];
    if (back == 1 && article_.text(before) == ".") continue;
    if (before.kind == TokenKind::punctuation) return false;
    const Spelling word = lower(article_, before);
    if (word == "since" || word == "est" || word == "est." || word == "established" || word == "founded")
      return true;
  }
  return false;
}

// "148 people died on the roads in 2019" in the first lines: a bare year, not one compared with.
std::optional<Period> Writer::year_of_lead() const {
  constexpr Index kLeadBlocks = 4;
  for (const Found& one : finder_.found()) {
    if (one.block > kLeadBlocks) break;
    const When when = when_of(one.whole.meaning);
    const bool bare = one.whole.kind == kinds_.date && when.year > 0 && when.year < kShortYear &&
                      when.month == 0 && (one.whole.meaning.flags & (kDecade | kCentury | kFiscal)) == 0;
    if (!bare || one.compared || reaches_back(one)) continue;
    if ((one.whole.meaning.flags & kWeakYear) != 0 && !borne_out(one, when.year)) continue;
    return Period::of(make_date(when.year));
  }
  return std::nullopt;
}

void Writer::count_year(const When& when, Habits& habits) const {
  ++habits.printed;
  const bool full = when.month != 0;
  if (full) ++habits.full;
  if (!view_.published.known()) return;
  constexpr int kNear = 2;
  const int away = std::abs(when.year - view_.published.year);
  if (away > kNear) ++habits.distant;
  if (full && away > kNear) ++habits.full_distant;
  if (full && when.year < view_.published.year) ++habits.full_past;
}

// "today", "on Thursday", "last year": not "now", which stories of the past say as well.
bool Writer::speaks_from_now(const Found& one) {
  const When when = when_of(one.whole.meaning);
  const std::uint32_t flags = one.whole.meaning.flags;
  if ((flags & kPresentReference) != 0) return false;
  const bool weekday_alone = when.weekday != 0 && when.month == 0 && when.year == 0;
  const bool said_from_now = when.reach == static_cast<std::int8_t>(Reach::publication);
  return (flags & kDeictic) != 0 || weekday_alone || said_from_now;
}

// "fewer than in 1997", "the 472 who died in 1997": the story goes on where it was. So it does after a year
// far from the one it is in.
bool Writer::leads_on(const Found& one, const Period& period) const {
  if (one.compared || one.tense == Tense::future) return false;
  if (!view_.told || period.from.month != 0) return true;
  constexpr int kFar = 8;
  return std::abs(period.from.year - view_.told->from.year) <= kFar;
}

// Bare years far off are what a report compares with; a story of the past prints days and months of them.
bool Writer::is_narrative(const Habits& habits) {
  constexpr int kFew = 4, kSome = 2, kMany = 12;
  if (habits.deictic * 4 > habits.printed) return false;
  const bool long_ago =
      habits.distant >= kFew && habits.full_distant >= kSome && habits.distant * 4 >= habits.printed * 3;
  return long_ago || (habits.full_past >= kMany && habits.full_past * 4 >= habits.full * 3);
}

bool Writer::puts_day_first(Span span) const {
  const auto first = Decimal::parse(article_.text(span).substr(0, article_.text(span).find('/')));
  return first && *first > Decimal(12) && *first <= Decimal(31);
}

bool Writer::borne_out(const Found& one, int year) const {
  if (year == 0) return tells_of_halves_ || !finder_.plays();
  if (one.plural_after || one.in_name) return false;
  constexpr int kOldest = 1900, kNear = 30;
  const int latest = (view_.published.known() ? view_.published.year : 2030) + kNear;
  const auto near = std::lower_bound(years_.begin(), years_.end(), year - kNear);
  const bool has_company = near != years_.end() && *near <= year + kNear;
  if (!has_company && (year < kOldest || year > latest)) return false;
  if (one.whole.span.size() == article_.text().size()) return false;
  return has_company || view_.published.known() || year >= kOldest + 50;
}

}  // namespace tally::dates
