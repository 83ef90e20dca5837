// How alike two tellings of an event are.
#include "record/happenings.h"

#include <algorithm>
#include <chrono>

#include "record/nearby.h"
#include "record/rivalry.h"

namespace tally {
namespace {

constexpr int kRare = 4;  // a word in no more tellings than this singles a happening out

void add(Match& match, double score) {
  if (score <= 0) return;
  match.score += score;
  ++match.kinds;
}

constexpr auto kShort = std::chrono::days(3);

auto length_of(const Period& period) {
  return period.last_day() - period.first_day();
}

bool is_short(const Telling& t) {
  return t.when && t.when->first_day() <= t.when->last_day() && length_of(*t.when) <= kShort;
}

// "On 9 January" and "on Tuesday" of a report whose year nobody knows, against a day that is known.
void weigh_open_day(const RelativeDate& said, const Period& known, Match& match) {
  if (known.grain() != Grain::day && (known.grain() != Grain::month || said.month == 0)) return;
  const bool day_known = known.grain() == Grain::day && !known.interval;
  if (said.month != 0) {
    const bool same =
        said.month == known.from.month && (said.day == 0 || !day_known || said.day == known.from.day);
    match.apart = match.apart || !same;
    if (same) add(match, said.day != 0 && day_known ? 2.5 : 1);
    return;
  }
  if (said.weekday == 0 || said.weekday > 7 || !day_known) return;
  const std::chrono::weekday weekday{known.first_day()};
  const bool same = weekday.iso_encoding() == said.weekday;
  match.apart = match.apart || !same;
  if (same) add(match, 1);
}

void weigh_time(const Telling& a, const Telling& b, Match& match) {
  if (a.day && b.when && !a.when) weigh_open_day(*a.day, *b.when, match);
  if (b.day && a.when && !b.when) weigh_open_day(*b.day, *a.when, match);
  if (!a.when || !b.when) return;
  const auto slack =
      std::chrono::days(a.when->grain() == Grain::day && b.when->grain() == Grain::day ? 1 : 0);
  if (a.when->first_day() > b.when->last_day() + slack || b.when->first_day() > a.when->last_day() + slack) {
    match.apart = true;
    return;
  }
  // A count over years is no telling of what happened on a day.
  constexpr auto kYears = std::chrono::days(400);
  const bool years = length_of(*a.when) > kYears || length_of(*b.when) > kYears;
  const bool short_one =
      length_of(*a.when) < std::chrono::days(45) || length_of(*b.when) < std::chrono::days(45);
  if (years && short_one) {
    match.apart = true;
    return;
  }
  const Grain coarser = std::max(a.when->grain(), b.when->grain());
  if (coarser == Grain::day) return add(match, 3);
  if (coarser <= Grain::month && coarser != Grain::none) return add(match, 2);
  match.score += 0.5;
}

// "South" and "South Korea" are one place, "North Korea" and "South Korea" two.
bool one_place(const Roots& a, const Roots& b) {
  return includes(a, b) || includes(b, a);
}

bool anywhere(const Roots& place, const std::vector<Roots>& chain) {
  return std::ranges::any_of(chain, [&](const Roots& level) { return one_place(place, level); });
}

// "Thirteen employees fled together", "Thirteen staff leave for Seoul": whoever left arrived elsewhere. Many
// do; as many, or people called alike, are the same, and so are those of a title and of its report.
bool one_journey(const Telling& a, const Telling& b) {
  if ((a.deeds & journey()) == 0 || (b.deeds & journey()) == 0) return false;
  const bool as_many = a.count && b.count && *a.count == *b.count && surprise(Value::exact(*a.count)) >= 2;
  const bool headline = a.document == b.document && a.document != kNone && (a.in_title || b.in_title);
  return as_many || headline || share(a.who, b.who);
}

bool one_kind(const Telling& a, const Telling& b) {
  return (a.deeds & b.deeds) != 0 || one_journey(a, b);
}

// "In Lindhaven candles burn before the house in Mill Lane where …": what stands around the one names where
// the other was.
bool names_place_of(const Telling& a, const Telling& b, const Sheet& sheet) {
  constexpr std::uint32_t kAround = 300;  // bytes
  if (b.placed == kNone || a.document == b.document) return false;
  const std::string_view text = sheet.document_of(a.claim).text;
  const std::uint32_t begin = a.quote.begin > kAround ? a.quote.begin - kAround : 0;
  if (begin >= text.size()) return false;
  const std::string& place = sheet.claim(b.placed).event->where.front();
  return text.substr(begin, a.quote.end + kAround - begin).find(place) != std::string_view::npos;
}

void weigh_place(const Telling& a, const Telling& b, const Sheet& sheet, Match& match) {
  if (a.where.empty() || b.where.empty()) return;
  const bool wide = a.wide.front() || b.wide.front();
  // "The home", "a flooded pit", "the town": no name that singles out, or that another could gainsay.
  const bool named = a.named.front() && b.named.front();
  if (one_place(a.where.front(), b.where.front())) {
    // Much happens in one country; a town singles out.
    if (wide || (!named && a.document != b.document))
      match.score += 0.5;
    else
      match.anchored = match.anchored || named;
    if (!wide && (named || a.document == b.document)) add(match, 3);
    return;
  }
  const bool inside = anywhere(a.where.front(), b.where) || anywhere(b.where.front(), a.where);
  if (inside) {
    if (wide) match.score += 0.5;
    return wide ? void() : add(match, 1.5);
  }
  // Two towns, or two chains of places, are not one; a town and a place we cannot rank may be.
  // "A flooded pit", "the town": no name that another could gainsay.
  if (!a.named.front() || !b.named.front() || one_journey(a, b)) return;
  const bool lands = a.where.size() > 1 && b.where.size() > 1 && !one_place(a.where.back(), b.where.back());
  if (!wide && !lands && (names_place_of(a, b, sheet) || names_place_of(b, a, sheet))) return;
  match.apart =
      match.apart || (a.where.size() > 1 && b.where.size() > 1) || (a.wide.front() && b.wide.front());
  match.score -= 2;
}

void weigh_count(const Telling& a, const Telling& b, Match& match) {
  if (!a.count || !b.count) return;
  if (*a.count == *b.count) {
    const int digits = surprise(Value::exact(*a.count));
    match.anchored = match.anchored || (digits >= 2 && a.trigger == b.trigger) || digits >= 3;
    if (digits < 2) match.score += 0.5;
    return digits < 2 ? void() : add(match, digits >= 3 ? 3 : 1.5);
  }
  if (a.trigger != b.trigger) return;  // three gunmen, eight dead
  const Rivalry how = rivalry(Value::exact(*a.count), Value::exact(*b.count));
  match.score -= how == Rivalry::far ? 2 : 0.5;
}

bool tell_one_story(const Telling& a, const Telling& b, const Subjects& subjects) {
  constexpr std::size_t kFew = 4;  // reports that stand for all
  for (std::size_t x = 0; x < std::min(kFew, a.reports.size()); ++x) {
    for (std::size_t y = 0; y < std::min(kFew, b.reports.size()); ++y) {
      if (a.reports[x] == b.reports[y] || subjects.tell_one_story(a.reports[x], b.reports[y])) return true;
    }
  }
  return false;
}

// What a report tells without a time is of its own days: reports months apart seldom mean one thing.
void weigh_distance(const Telling& a, const Telling& b, const Subjects& subjects, Match& match) {
  constexpr auto kRecent = std::chrono::days(45);
  if ((a.document == b.document && a.document != kNone) || (a.when && b.when) || a.day || b.day) return;
  if (!tell_one_story(a, b, subjects)) match.score -= 1.5;
  const auto& x = a.when ? a.when : a.told;
  const auto& y = b.when ? b.when : b.told;
  if (!x || !y) return;
  if (x->first_day() > y->last_day() + kRecent || y->first_day() > x->last_day() + kRecent) match.score -= 3;
}

bool others(const Telling& a, const Telling& b) {
  return !a.who.empty() && !b.who.empty() && !share(a.who, b.who);
}

// Words for who it was, and names beside them: "a senior colonel … General Reconnaissance Bureau",
// "a colonel of the General Bureau of Reconnaissance". Names in one report say less: it repeats them.
void weigh_persons(const Telling& a, const Telling& b, const Frequency& frequency, Match& match) {
  const double beside = a.document == b.document ? 0.3 : 0.75;
  const Roots shared = without(both(a.identity, b.identity), together(a.places, b.places));
  double score = 0;
  for (const Root word : shared) {
    const auto at = frequency.find(word);
    const bool rare = at == frequency.end() || at->second <= kRare;
    const bool both_who = std::ranges::binary_search(a.who, word) && std::ranges::binary_search(b.who, word);
    score += !rare ? 0.1 : both_who ? 1.25 : beside;
  }
  match.anchored = match.anchored || score >= 2.5;
  add(match, std::min(score, 4.0));
  // One report that names two sets of persons means two; what befell them may be one.
  if (a.document == b.document && others(a, b) && (a.deeds & mishap()) == 0 && (b.deeds & mishap()) == 0)
    match.score -= 1.5;
}

// "The quake struck", "killed by the earthquake": the happening is named by a noun, and whatever the
// verbs, one report that names it twice means it once unless time or place say otherwise.
void weigh_nouns(const Telling& a, const Telling& b, const Company& company, Match& match) {
  if (a.nouns.empty() || b.nouns.empty() || !company.words->alike(a.nouns, b.nouns)) return;
  // Two of a kind ("defections") are told by the same verb of different people.
  if (a.trigger == b.trigger && others(a, b)) return;
  // Many shootings are called one.
  const bool one_story = tell_one_story(a, b, company.subjects);
  match.anchored = match.anchored || one_story;
  add(match, a.document == b.document ? 2.5 : one_story ? 2 : 1);
}

// "The collapse of a dam" and, in the same report, "the June 12 disaster": a word for any happening
// stands for the one that the report tells; in another, for that of the day.
void weigh_generic(const Telling& a, const Telling& b, Match& match) {
  if (a.generic == b.generic || a.nouns.empty() || b.nouns.empty()) return;
  const bool one_day = a.when && b.when && a.when->grain() == Grain::day && *a.when == *b.when;
  const bool one_report = a.document == b.document && (a.generic ? b.leads : a.leads);
  if (!one_report && !one_day) return;
  match.anchored = true;
  add(match, one_report ? 4 : 1.5);
  if (one_report) ++match.kinds;
}

// "At least 41 killed" in both: two digits or more of one fate are of one happening.
void weigh_parts(const Telling& a, const Telling& b, Match& match) {
  int digits = 0;
  for (const EventPart& x : a.parts) {
    for (const EventPart& y : b.parts) {
      if (x.role.empty() || x.role != y.role || !x.value.printed() || x.value.printed() != y.value.printed())
        continue;
      digits = std::max(digits, surprise(Value::exact(*x.value.printed())));
    }
  }
  if (digits < 2) return;
  // What a title says of one fate its report tells again.
  const bool one_report = a.document == b.document && (a.in_title || b.in_title);
  match.anchored = match.anchored || one_report || digits >= 3;
  add(match, one_report ? 4 : digits >= 3 ? 3 : 1.5);
  if (one_report) ++match.kinds;
}

// A name that both write, of a thing or a place, and one day: "Monday's incident with a lorry outside
// the Eastern Terminal".
void weigh_names_of_day(const Telling& a, const Telling& b, const Frequency& frequency, Match& match) {
  if (a.document == b.document || !a.when || !b.when || a.when->grain() != Grain::day || *a.when != *b.when)
    return;
  // Or a thing that both tell of: "the roof", "a lorry".
  for (const Root name : together(both(a.capitals, b.capitals), both(a.who, b.who))) {
    const auto at = frequency.find(name);
    if (at != frequency.end() && at->second > 2 * kRare) continue;
    match.anchored = true;
    return add(match, 1);
  }
}

// One names the place, the other's words do too without saying that it happened there.
void weigh_names(const Telling& a, const Telling& b, Match& match) {
  const auto named = [](const Telling& placed, const Telling& other) {
    if (placed.where.empty() || !other.where.empty() || placed.wide.front()) return false;
    return includes(other.capitals, placed.where.front());
  };
  if (!named(a, b) && !named(b, a)) return;
  match.anchored = true;
  add(match, 2);
}

// Two numbers of dead are two happenings, but for bounds ("at least 41") and running counts.
bool tell_other_tolls(const Telling& a, const Telling& b) {
  return std::ranges::any_of(a.parts, [&](const EventPart& x) {
    return std::ranges::any_of(b.parts, [&](const EventPart& y) {
      return !x.role.empty() && x.role == y.role && x.value.modifier == Modifier::exact &&
             y.value.modifier == Modifier::exact && x.value.best != y.value.best;
    });
  });
}

bool same_days(const Telling& a, const Telling& b, int slack = 0) {
  return is_short(a) && is_short(b) && a.when->first_day() <= b.when->last_day() + std::chrono::days(slack) &&
         b.when->first_day() <= a.when->last_day() + std::chrono::days(slack);
}

// So many here and there: of two digits, or in one named place.
bool same_toll(const Telling& a, const Telling& b) {
  if (!a.count || !b.count || *a.count != *b.count) return false;
  if (surprise(Value::exact(*a.count)) >= 2) return true;
  for (std::size_t level = 0; level < a.where.size(); ++level) {
    if (a.named[level] && !a.wide[level] && std::ranges::find(b.where, a.where[level]) != b.where.end())
      return true;
  }
  return false;
}

// One report tells what happened and, right beside it, what became of the people: "The roof came down on
// Thursday. Fifty-two men were on shift …; eight died".
void weigh_scene(const Telling& a, const Telling& b, const Sheet& sheet, Match& match) {
  constexpr int kBeside = 3;  // sentences
  if (a.document != b.document || a.document == kNone) return;
  constexpr std::uint32_t kFirstLines = 1500;  // bytes
  const int apart = sentences_between(sheet, a.claim, b.claim);
  const bool headline = (a.in_title || b.in_title) && std::max(a.quote.begin, b.quote.begin) < kFirstLines;
  // "Nine climbers caught by slab" above "Six climbers died when …": of the same people, whatever the verb.
  const bool same_people = headline && (a.deeds == 0 || b.deeds == 0) && share(a.who, b.who);
  if (!one_journey(a, b) && !may_be_one_deed(a.deeds, b.deeds) && !same_people) return;
  if ((apart > kBeside && !headline) || tell_other_tolls(a, b)) return;
  const bool one_mishap = (a.deeds & b.deeds & (mishap() | act())) != 0;
  const bool open = !a.when || !b.when;
  if (!same_days(a, b) && !(open && (one_mishap || apart == 0))) return;
  match.anchored = true;
  add(match, one_mishap ? 3 : apart == 0 ? 3.5 : 2);
  if (apart == 0) ++match.kinds;
}

// As many, within a month: "four newborn babies died in October", "four children died on the 12th".
bool same_month(const Telling& a, const Telling& b) {
  constexpr auto kMonth = std::chrono::days(31);
  return a.count && b.count && *a.count == *b.count && a.when && b.when && a.when->overlaps(*b.when) &&
         length_of(*a.when) <= kMonth && length_of(*b.when) <= kMonth;
}

// One of them tells no time, and both are of the same days.
bool are_news_of_one_week(const Telling& a, const Telling& b) {
  constexpr auto kWeek = std::chrono::days(7);
  if ((a.when && b.when) || a.day || b.day) return false;
  const auto& x = a.when ? a.when : a.told;
  const auto& y = b.when ? b.when : b.told;
  return x && y && x->first_day() <= y->last_day() + kWeek && y->first_day() <= x->last_day() + kWeek;
}

// Two reports on one subject that tell a happening of one kind on one day tell the same one.
void weigh_story(const Telling& a, const Telling& b, const Subjects& subjects, Match& match) {
  if (a.document == b.document && a.document != kNone) return;
  const bool same_kind = one_kind(a, b);
  if (!same_kind && !may_be_one_deed(a.deeds, b.deeds)) return;
  const bool open_day = (a.day && a.day->day != 0 && b.when) || (b.day && b.day->day != 0 && a.when);
  // "Wednesday" of the wire is the day on which it was told; the night before it happened.
  const bool one_day = same_days(a, b, same_kind && (a.deeds & (mishap() | harm())) != 0 ? 1 : 0) || open_day;
  const bool news = same_kind && (a.deeds & b.deeds & (mishap() | harm())) != 0 && are_news_of_one_week(a, b);
  if (!one_day && !news && !(same_kind && (same_toll(a, b) || same_month(a, b)))) return;
  if (!tell_one_story(a, b, subjects)) return;
  match.anchored = true;
  add(match, same_kind ? 1.5 : 1);
  if (news && !one_day) match.score += 1;
}

// A ballot is no blockade, a signing no closure.
void weigh_deeds(const Telling& a, const Telling& b, Match& match) {
  if ((a.deeds & act()) != 0 && (b.deeds & act()) != 0 && (a.deeds & b.deeds) == 0) match.score -= 2;
}

}  // namespace

Match match(const Telling& a, const Telling& b, const Company& company) {
  const Frequency& frequency = company.frequency;
  Match match;
  weigh_time(a, b, match);
  weigh_place(a, b, *company.sheet, match);
  weigh_count(a, b, match);
  const double before = match.score;
  weigh_persons(a, b, frequency, match);
  constexpr double kSamePersons = 2;
  if (match.score - before < kSamePersons) weigh_distance(a, b, company.subjects, match);
  weigh_nouns(a, b, company, match);
  weigh_deeds(a, b, match);
  weigh_names(a, b, match);
  weigh_generic(a, b, match);
  weigh_parts(a, b, match);
  weigh_names_of_day(a, b, frequency, match);
  weigh_scene(a, b, *company.sheet, match);
  weigh_story(a, b, company.subjects, match);
  if (a.trigger != 0 && a.trigger == b.trigger) {
    add(match, 1.5);
  } else if (one_kind(a, b)) {
    add(match, 1);
  } else if (a.deeds != 0 && b.deeds != 0 && !may_be_one_deed(a.deeds, b.deeds)) {
    match.score -= 2.5;  // an arrest and a find in one town on one day
  }
  // A title says little and what it says the body tells again.
  if (a.document == b.document && a.trigger == b.trigger && (a.in_title || b.in_title)) match.score += 1.5;
  return match;
}

}  // namespace tally
