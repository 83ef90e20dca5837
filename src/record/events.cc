// Events of several reports → happenings, each once. Two tellings are one happening where place,
// time, head-count, persons and trigger together say so and none of them says no.
#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "record/event_mentions.h"
#include "record/happenings.h"
#include "record/merger.h"
#include "record/rivalry.h"
#include "record/sole_happenings.h"
#include "record/strata.h"

namespace tally {
namespace {

constexpr double kSame = 4.0;  // score from which two tellings are one happening
constexpr int kKinds = 2;      // of evidence at least
constexpr std::size_t kCrowd = 64;

bool tells(const Sheet& sheet, Index i) {
  const Claim& c = sheet.claim(i);
  return c.kind == ClaimKind::event && c.event && c.modality == Modality::observed && !sheet.out[i];
}

std::vector<Telling> tellings_in(const Sheet& sheet, Words& words) {
  std::vector<Telling> all;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (tells(sheet, i)) all.push_back(telling_of(sheet, i, words));
  }
  find_countries(sheet, all);
  // What a report names first by a noun is what "the disaster" in it stands for.
  std::map<Index, Index> first;
  for (Index t = 0; t < all.size(); ++t) {
    if (all[t].nouns.empty() || all[t].generic) continue;
    const auto [at, fresh] = first.try_emplace(all[t].document, t);
    const auto begin = [&](Index i) { return sheet.claim(all[i].claim).quote.begin; };
    if (!fresh && begin(t) < begin(at->second)) at->second = t;
  }
  for (const auto& [document, t] : first) all[t].leads = true;
  return all;
}

Frequency frequencies(const std::vector<Telling>& tellings) {
  Frequency frequency;
  for (const Telling& t : tellings) {
    for (const Root word : t.identity) ++frequency[word];
  }
  return frequency;
}

// The days of a year on which it may have happened: the few of a short period, or the one that a report
// without a date names.
std::vector<std::string> days_of(const Telling& telling) {
  constexpr auto kFew = std::chrono::days(3);
  std::vector<std::string> days;
  const auto add = [&](unsigned month, unsigned day) {
    days.push_back(std::to_string(month) + '-' + std::to_string(day));
  };
  if (telling.day && telling.day->day != 0) add(telling.day->month, telling.day->day);
  if (!telling.when || telling.when->last_day() - telling.when->first_day() > kFew) return days;
  for (auto day = telling.when->first_day(); day <= telling.when->last_day(); day += std::chrono::days(1)) {
    const Date date = Date::of(day);
    add(date.month, date.day);
  }
  return days;
}

// Tellings that share a place, a rare word for whom, or a trigger with the same count.
std::set<std::pair<Index, Index>> candidates(const std::vector<Telling>& tellings, const Company& company) {
  std::map<std::string, std::vector<Index>> buckets;
  for (Index t = 0; t < tellings.size(); ++t) {
    const Telling& telling = tellings[t];
    const std::string trigger = std::to_string(telling.trigger);
    for (const Root place : telling.places) buckets["p" + std::to_string(place) + "/" + trigger].push_back(t);
    for (std::size_t level = 0; level < telling.where.size(); ++level) {
      if (level > 0 && telling.wide[level]) continue;
      for (const Root place : telling.where[level]) buckets["q" + std::to_string(place)].push_back(t);
    }
    for (const Root word : telling.who) {
      if (company.frequency.at(word) <= static_cast<int>(kCrowd))
        buckets["w" + std::to_string(word)].push_back(t);
    }
    if (telling.count && surprise(Value::exact(*telling.count)) >= 2)
      buckets["k" + telling.count->to_string()].push_back(t);
    if (telling.count) buckets["n" + trigger + "/" + telling.count->to_string()].push_back(t);
    // In one report, and in others that name the happening and a place of it.
    buckets["d" + std::to_string(telling.document)].push_back(t);
    for (const std::string& day : days_of(telling)) buckets["y" + day].push_back(t);
    if (!telling.nouns.empty()) {
      for (const Root name : together(telling.capitals, telling.places))
        buckets["c" + std::to_string(name)].push_back(t);
    }
    if (telling.when && telling.when->grain() == Grain::day) {
      for (const Root noun : telling.nouns)
        buckets["m" + std::to_string(noun) + "/" + telling.when->to_string()].push_back(t);
    }
    if (telling.when) buckets["t" + trigger + "/" + telling.when->to_string()].push_back(t);
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

// What was joined speaks together: one telling has the day, another the place.
void join_groups(Merger& merger, const std::vector<Telling>& tellings, const Company& company) {
  std::map<Index, std::vector<Index>> members;
  for (Index t = 0; t < tellings.size(); ++t) members[merger.groups.find(t)].push_back(t);
  std::vector<Telling> groups;
  std::vector<Index> heads;
  std::vector<Roots> documents;  // of each group, as a set of numbers
  for (const auto& [head, list] : members) {
    Roots told_by;
    for (const Index t : list) told_by = together(told_by, Roots{tellings[t].document});
    documents.push_back(std::move(told_by));
    groups.push_back(together(tellings, list));
    heads.push_back(head);
  }
  std::vector<std::tuple<double, Index, Index>> edges;
  for (const auto& [a, b] : candidates(groups, company)) {
    // Of one report all has been said by the tellings themselves.
    if (members[heads[a]].size() + members[heads[b]].size() <= 2 || share(documents[a], documents[b]))
      continue;
    const Match found = match(groups[a], groups[b], company);
    if (!found.apart && found.anchored && found.score >= kSame && found.kinds >= kKinds)
      edges.emplace_back(-found.score, heads[a], heads[b]);
  }
  std::ranges::sort(edges);
  for (const auto& [score, a, b] : edges) merger.join(a, b, false);
}

}  // namespace

void merge_events(Sheet& sheet, Words& words, const Subjects& subjects) {
  const std::vector<Telling> tellings = tellings_in(sheet, words);
  const Company company{
      .frequency = frequencies(tellings), .subjects = subjects, .words = &words, .sheet = &sheet};
  std::vector<std::tuple<double, Index, Index>> edges;
  for (const auto& [a, b] : candidates(tellings, company)) {
    const Match found = match(tellings[a], tellings[b], company);
    if (!found.apart && found.anchored && found.score >= kSame && found.kinds >= kKinds)
      edges.emplace_back(-found.score, a, b);
  }
  std::ranges::sort(edges);
  Merger merger(tellings, company);
  std::map<Index, Index> telling_at;
  for (Index t = 0; t < tellings.size(); ++t) telling_at[tellings[t].claim] = t;
  for (const Ruling& ruling : sheet.rulings) {
    if (!telling_at.contains(ruling.a) || !telling_at.contains(ruling.b)) continue;
    const Index a = telling_at[ruling.a];
    const Index b = telling_at[ruling.b];
    if (ruling.same) merger.join(a, b, true);
    if (!ruling.same) merger.keep_apart(a, b);
  }
  for (const auto& [score, a, b] : edges) merger.join(a, b, false);
  join_groups(merger, tellings, company);
  join_soles(merger, tellings, company);
  const std::vector<MentionOfEvent> mentions = find_mentions(merger, tellings, company, words);
  sheet.mentions.clear();
  for (const MentionOfEvent& mention : mentions) {
    const Index group = tellings[merger.groups.find(mention.telling)].claim;
    sheet.mentions[group].emplace_back(mention.document, mention.span);
  }
  sheet.event.assign(sheet.claims.size(), kNone);
  for (Index t = 0; t < tellings.size(); ++t) {
    sheet.event[tellings[t].claim] = tellings[merger.groups.find(t)].claim;
  }
}

}  // namespace tally
