// Joins of tellings, and what speaks against one.
#include "record/merger.h"

#include <algorithm>

namespace tally {
namespace {

using Day = std::chrono::sys_days;
constexpr auto kSlack = std::chrono::days(3);
constexpr Day kLate = Day(std::chrono::days(1'000'000));
constexpr Day kEarly = Day(std::chrono::days(-1'000'000));

}  // namespace

Merger::Merger(const std::vector<Telling>& tellings, const Company& company)
    : groups(tellings.size()), tellings_(tellings), company_(company) {
  for (Index t = 0; t < tellings.size(); ++t) {
    members_[t] = {t};
    const auto& when = tellings[t].when;
    const bool a_day = when && when->last_day() - when->first_day() <= kSlack;
    days_.emplace_back(a_day ? when->first_day() : kLate, a_day ? when->last_day() : kEarly);
  }
}

void Merger::join(Index a, Index b, bool ruled) {
  a = groups.find(a);
  b = groups.find(b);
  if (a == b) return;
  if (!ruled && (days_apart(a, b) || ruled_apart(a, b) || contradict(members_[a], members_[b]))) return;
  const auto [stays, went] = groups.join(a, b);
  days_[stays] = {std::min(days_[stays].first, days_[went].first),
                  std::max(days_[stays].second, days_[went].second)};
  auto& all = members_[stays];
  all.insert(all.end(), members_[went].begin(), members_[went].end());
  members_.erase(went);
}

bool Merger::ruled_apart(Index a, Index b) {
  return std::ranges::any_of(apart_, [&](const auto& pair) {
    const Index x = groups.find(pair.first);
    const Index y = groups.find(pair.second);
    return std::minmax(x, y) == std::minmax(a, b);
  });
}

// What happened on one day did not happen weeks later, whatever undated telling stands between them.
bool Merger::days_apart(Index a, Index b) const {
  const bool dated = days_[a].first <= days_[a].second && days_[b].first <= days_[b].second;
  return dated && (days_[a].first > days_[b].second + kSlack || days_[b].first > days_[a].second + kSlack);
}

bool Merger::contradict(const std::vector<Index>& a, const std::vector<Index>& b) const {
  const std::size_t few = 8;  // the first members stand for a happening told often
  for (std::size_t x = 0; x < a.size() && x < few; ++x) {
    for (std::size_t y = 0; y < b.size() && y < few; ++y) {
      if (match(tellings_[a[x]], tellings_[b[y]], company_).apart) return true;
    }
  }
  return false;
}

}  // namespace tally
