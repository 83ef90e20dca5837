// Two reports of one story, each with one happening of a kind → one happening; silence where rivals exist.
#include "record/sole_happenings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace tally {
namespace {

constexpr double kEnough = 3.5;      // score from which two happenings are one
constexpr double kHard = 1.4;        // of which time, place, names and numbers bring so much
constexpr double kOneSubject = 1.0;  // names that both reports write and few others: they are on one subject
constexpr double kSole = 1.5;        // for being the only ones
constexpr double kMain = 0.75;       // for being what a report begins with
constexpr double kSubject = 1.5;     // for the names that reports which begin with it both write, at most
constexpr double kLead = 0.75;       // by which a rival falls behind
constexpr std::size_t kCrowd = 64;

struct Happening {
  Index head = kNone;
  Telling all;                 // its tellings taken together
  std::vector<Index> members;  // into the tellings
  Roots main_of;               // reports that tell it in their title or first lines
};

std::vector<Happening> happenings_of(const Merger& merger, const std::vector<Telling>& tellings) {
  constexpr std::uint32_t kFirstLines = 600;  // bytes
  std::vector<Happening> all;
  for (const auto& [head, members] : merger.happenings()) {
    Happening h{.head = head, .all = together(tellings, members), .members = members};
    std::ranges::sort(h.all.reports);
    for (const Index t : members) {
      if (tellings[t].in_title || tellings[t].quote.begin < kFirstLines)
        h.main_of = together(h.main_of, Roots{tellings[t].document});
    }
    all.push_back(std::move(h));
  }
  return all;
}

bool is_day(const std::optional<Period>& when) {
  return when && when->grain() == Grain::day && !when->interval;
}

// "On 14 March" of a report whose year nobody knows, and 14 March 2024.
bool is_that_day(const std::optional<RelativeDate>& said, const std::optional<Period>& when) {
  return said && is_day(when) && said->day != 0 && said->day == when->from.day &&
         said->month == when->from.month;
}

bool tell_one_day(const Telling& a, const Telling& b) {
  if (is_day(a.when) && is_day(b.when)) return *a.when == *b.when;
  return (!a.when && is_that_day(a.day, b.when)) || (!b.when && is_that_day(b.day, a.when));
}

// What both may tell: words of one kind, one noun, what became of the people; or what no kind is known of,
// on one day.
double weigh_kind(const Happening& x, const Happening& y, const Company& company) {
  const Telling& a = x.all;
  const Telling& b = y.all;
  if (a.trigger != 0 && a.trigger == b.trigger) return 1.5;
  if ((a.deeds & b.deeds) != 0 || company.words->alike(a.nouns, b.nouns) ||
      (a.trigger != 0 && b.trigger != 0 && company.words->alike(a.trigger, b.trigger)))
    return 1;
  if (may_be_one_deed(a.deeds, b.deeds)) return 0.5;
  if (a.generic != b.generic && ((a.deeds | b.deeds) & mishap()) != 0) return 0.5;
  const bool main = !x.main_of.empty() || !y.main_of.empty();
  return main && (a.deeds == 0 || b.deeds == 0) && tell_one_day(a, b) ? 0.5 : 0;
}

// People called by name here and there, and nobody by both: "Luis Oyelaran", "Darnell Castle".
bool name_others(const Telling& a, const Telling& b) {
  const Roots places = together(a.places, b.places);
  return !without(a.called, places).empty() && !without(b.called, places).empty() &&
         !share(a.called, together(b.identity, b.capitals)) &&
         !share(b.called, together(a.identity, a.capitals));
}

// So many dead here, so many there: another happening, but where both tell of one day, whose tolls grow.
bool tell_other_tolls(const Telling& a, const Telling& b) {
  if (is_day(a.when) && is_day(b.when)) return false;
  return std::ranges::any_of(a.parts, [&](const EventPart& x) {
    return std::ranges::any_of(b.parts, [&](const EventPart& y) {
      return !x.role.empty() && x.role == y.role && x.value.printed() && y.value.printed() &&
             x.value.printed() != y.value.printed();
    });
  });
}

struct Weighed {
  double kind = 0;
  double score = 0;
  bool may_be = false;  // one happening, by kind and without a contradiction
  bool enough = false;
};

// The names that a report of the one and a report of the other both write and few others do, at most.
double names_in_common(const Roots& a, const Roots& b, const Subjects& subjects) {
  constexpr std::size_t kFew = 8;  // reports that stand for all
  double most = 0;
  for (std::size_t x = 0; x < std::min(kFew, a.size()); ++x) {
    for (std::size_t y = 0; y < std::min(kFew, b.size()); ++y)
      most = std::max(most, subjects.in_common(a[x], b[y]));
  }
  return most;
}

// Two reports that write the same rare names and each begin with a happening begin with the same one.
double weigh_subject(const Happening& a, const Happening& b, const Subjects& subjects) {
  constexpr double kChance = 1.5;  // so many names two reports may share that are not on one thing
  const double names = names_in_common(a.main_of, b.main_of, subjects);
  return std::clamp((names - kChance) / 2, 0.0, kSubject);
}

Weighed weigh(const Happening& a, const Happening& b, const Company& company) {
  const double kind = weigh_kind(a, b, company);
  if (kind == 0 || name_others(a.all, b.all) || tell_other_tolls(a.all, b.all)) return {};
  const Match found = match(a.all, b.all, company);
  if (found.apart) return {};
  const double by_words = a.all.trigger != 0 && a.all.trigger == b.all.trigger ? 1.5
                          : (a.all.deeds & b.all.deeds) != 0                   ? 1
                                                                               : 0;
  const double subject = weigh_subject(a, b, company.subjects);
  const double hard = found.score - by_words + subject;
  const double score =
      found.score + kSole + (a.main_of.empty() ? 0 : kMain) + (b.main_of.empty() ? 0 : kMain) + subject;
  return {kind, score, true, score >= kEnough && hard >= kHard};
}

// Happenings of one kind, month, place or name.
std::set<std::pair<Index, Index>> candidates(const std::vector<Happening>& all) {
  std::map<std::string, std::vector<Index>> buckets;
  for (Index h = 0; h < all.size(); ++h) {
    const Telling& t = all[h].all;
    for (Deeds deeds = t.deeds; deeds != 0; deeds &= deeds - 1)
      buckets["k" + std::to_string(deeds & (~deeds + 1))].push_back(h);
    for (const Root noun : t.nouns) buckets["n" + std::to_string(noun)].push_back(h);
    if (t.trigger != 0) buckets["t" + std::to_string(t.trigger)].push_back(h);
    if (t.when && t.when->known() && t.when->last_day() - t.when->first_day() < std::chrono::days(32)) {
      const Date first = Date::of(t.when->first_day());
      buckets["m" + std::to_string(first.year) + '-' + std::to_string(first.month)].push_back(h);
    }
    for (const Root place : t.places) buckets["p" + std::to_string(place)].push_back(h);
  }
  std::set<std::pair<Index, Index>> pairs;
  for (const auto& [key, bucket] : buckets) {
    for (std::size_t x = 0; x < bucket.size(); ++x) {
      for (std::size_t y = x + 1; y < bucket.size() && y < x + kCrowd; ++y)
        pairs.emplace(bucket[x], bucket[y]);
    }
  }
  return pairs;
}

// A happening that the reports of `b` tell and that `a` could be as well; what is known of its kind speaks as
// much for it.
bool has_rival(Index a, Index b, const Weighed& found, const std::vector<Happening>& all,
               const std::map<Index, std::vector<Index>>& told_in, const Company& company) {
  for (const Index report : all[b].all.reports) {
    for (const Index g : told_in.at(report)) {
      if (g == b || g == a) continue;
      const Weighed other = weigh(all[a], all[g], company);
      if (other.may_be && other.kind >= found.kind && other.score > found.score - kLead) return true;
    }
  }
  return false;
}

}  // namespace

void join_soles(Merger& merger, const std::vector<Telling>& tellings, const Company& company) {
  const std::vector<Happening> all = happenings_of(merger, tellings);
  std::map<Index, std::vector<Index>> told_in;
  for (Index h = 0; h < all.size(); ++h) {
    for (const Index report : all[h].all.reports) told_in[report].push_back(h);
  }
  std::vector<std::tuple<double, Index, Index>> edges;
  for (const auto& [a, b] : candidates(all)) {
    const Roots& here = all[a].all.reports;
    const Roots& there = all[b].all.reports;
    if (share(here, there) || names_in_common(here, there, company.subjects) < kOneSubject) continue;
    const Weighed found = weigh(all[a], all[b], company);
    if (found.enough && !has_rival(a, b, found, all, told_in, company) &&
        !has_rival(b, a, found, all, told_in, company))
      edges.emplace_back(-found.score, a, b);
  }
  std::ranges::sort(edges);
  for (const auto& [score, a, b] : edges) merger.join(all[a].head, all[b].head, false);
}

}  // namespace tally
