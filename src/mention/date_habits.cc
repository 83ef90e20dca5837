// What a text as a whole tells of its dates: the years it prints, whether it tells of the past in order,
// whether its dates in digits put the day first.
//
//   "13/4/2016 … 4/3/2016"   the day stands first
#include <algorithm>
#include <cstdlib>

#include "mention/date_writer.h"

namespace tally::dates {

void Writer::learn_habits() {
  int printed = 0, distant = 0, deictic = 0;
  for (const Found& one : finder_.found()) {
    if (one.whole.kind != kinds_.date && one.whole.kind != kinds_.date_range) continue;
    const When when = when_of(one.whole.meaning);
    const std::uint32_t flags = one.whole.meaning.flags;
    if (when.year > 0 && when.year < kShortYear && (flags & (kWeakYear | kDecade | kCentury)) == 0) {
      years_.push_back(when.year);
      ++printed;
      distant += view_.published.known() && std::abs(when.year - view_.published.year) <= 2 ? 0 : 1;
      if (when.day > 12 && when.month != 0 && one.slashed && puts_day_first(one.whole.span))
        view_.day_first = true;
    }
    const bool weekday_alone = when.weekday != 0 && when.month == 0 && when.year == 0;
    const bool said_from_now = when.reach == static_cast<std::int8_t>(Reach::publication);
    if ((flags & kDeictic) != 0 || weekday_alone || said_from_now) ++deictic;
  }
  std::sort(years_.begin(), years_.end());
  constexpr int kFew = 4;
  view_.narrative = distant >= kFew && distant * 4 >= printed * 3 && deictic * 4 <= printed;
  if (view_.narrative) view_.focus.reset();
}

bool Writer::puts_day_first(Span span) const {
  const auto first = Decimal::parse(article_.text(span).substr(0, article_.text(span).find('/')));
  return first && *first > Decimal(12) && *first <= Decimal(31);
}

bool Writer::borne_out(const Found& one, int year) const {
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
