// How alike two tellings of an event are.
#include "record/happenings.h"

#include <algorithm>
#include <chrono>

#include "record/rivalry.h"

namespace tally {
namespace {

constexpr int kRare = 4;  // a word in no more tellings than this singles a happening out

void add(Match& match, double score) {
  if (score <= 0) return;
  match.score += score;
  ++match.kinds;
}

void weigh_time(const Telling& a, const Telling& b, Match& match) {
  if (!a.when || !b.when) return;
  const auto slack =
      std::chrono::days(a.when->grain() == Grain::day && b.when->grain() == Grain::day ? 1 : 0);
  if (a.when->first_day() > b.when->last_day() + slack || b.when->first_day() > a.when->last_day() + slack) {
    match.apart = true;
    return;
  }
  const Grain coarser = std::max(a.when->grain(), b.when->grain());
  if (coarser == Grain::day) return add(match, 3);
  if (coarser <= Grain::month && coarser != Grain::none) return add(match, 2);
  match.score += 0.5;
}

void weigh_place(const Telling& a, const Telling& b, Match& match) {
  if (a.places.empty() || b.places.empty()) return;
  const Roots shared = both(a.places, b.places);
  if (shared.empty()) {
    // A town and a country may be one place; two towns, or two chains of places, are not.
    match.apart = match.apart || (a.where.size() > 1 && b.where.size() > 1);
    match.score -= 2;
    return;
  }
  if (share(a.where.front(), b.where.front()))
    return add(match, a.where.size() > 1 || b.where.size() > 1 ? 3 : 2);
  // They meet on a wider level only: the one is inside the other, or both lie side by side.
  const bool inside = share(a.places, b.where.front()) || share(b.places, a.where.front());
  if (!inside) match.apart = true;
  match.score += inside ? 1 : 0;
}

void weigh_count(const Telling& a, const Telling& b, Match& match) {
  if (!a.count || !b.count) return;
  if (*a.count == *b.count) {
    const int digits = surprise(Value::exact(*a.count));
    return add(match, digits >= 3 ? 3 : digits == 2 ? 1.5 : 0.5);
  }
  const Rivalry how = rivalry(Value::exact(*a.count), Value::exact(*b.count));
  match.score -= how == Rivalry::far ? 2 : 0.5;
}

void weigh_persons(const Telling& a, const Telling& b, const Frequency& frequency, Match& match) {
  double score = 0;
  for (const Root word : both(a.who, b.who)) {
    const auto at = frequency.find(word);
    score += at == frequency.end() || at->second <= kRare ? 1.25 : 0.25;
  }
  add(match, std::min(score, 4.0));
}

}  // namespace

Telling telling_of(const Sheet& sheet, Index claim, Words& words) {
  const Claim& c = sheet.claim(claim);
  const EventDetail& event = *c.event;
  Telling t;
  t.claim = claim;
  t.document = sheet.claims[claim].document;
  t.trigger = words.head(event.trigger);
  for (const std::string& level : event.where) {
    t.where.push_back(words.name_words(level));
    t.places = together(t.places, t.where.back());
  }
  for (const std::string& who : event.who) t.who = together(t.who, words.roots(who));
  if (c.period && c.period->known()) t.when = c.period;
  if (event.count) t.count = number_of(*event.count);
  t.in_title = c.in_title;
  return t;
}

Match match(const Telling& a, const Telling& b, const Frequency& frequency) {
  Match match;
  weigh_time(a, b, match);
  weigh_place(a, b, match);
  weigh_count(a, b, match);
  weigh_persons(a, b, frequency, match);
  if (a.trigger != 0 && a.trigger == b.trigger) add(match, 1.5);
  // A title says little and what it says the body tells again.
  if (a.document == b.document && a.trigger == b.trigger && (a.in_title || b.in_title)) match.score += 1.5;
  return match;
}

}  // namespace tally
