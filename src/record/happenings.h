// Which event claims tell one happening: the work table of the stratum `merge_events`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/deeds.h"
#include "record/groups.h"
#include "record/sheet.h"
#include "record/subjects.h"
#include "record/words.h"

namespace tally {

// One event claim, ready to be compared.
struct Telling {
  Index claim = kNone;
  Index document = kNone;
  std::vector<Index> reports;  // the documents; one but for tellings taken together
  Root trigger = 0;
  Deeds deeds = 0;  // the kinds of happening that its words tell
  Span quote;
  std::vector<Roots> where;  // one a level, the most specific first
  Index placed = kNone;      // the claim that says so
  std::vector<bool> wide;    // parallel: the level is a country, by all that the reports say
  Roots places;              // all levels together
  std::vector<bool> named;   // parallel to where: "Dolin", not "the town"
  Roots who;
  Roots nouns;     // happenings that its words name: "earthquake", "march"
  Roots identity;  // who, and the families of the names that stand in its words
  Roots called;    // names by which it calls those who took part: "Darren Moss", not "a man"
  Roots capitals;  // names that stand in its words, weekdays and months aside
  std::vector<EventPart> parts;
  bool generic = false;  // named by a word for any: "the disaster"
  std::optional<Period> when;
  std::optional<RelativeDate> day;  // "on 9 January", "on Tuesday" of a report that has no date
  std::optional<Period> told;       // when its report was published
  std::optional<Decimal> count;
  bool in_title = false;
  bool leads = false;  // the first that its report names by a noun
};

// How far two tellings speak for one happening.
struct Match {
  double score = 0;
  int kinds = 0;          // of evidence: place, time, count, persons, trigger
  bool apart = false;     // they contradict each other
  bool anchored = false;  // by a place, a named happening, names or a number: not by its day alone
};

// How often a word stands in tellings: a rare one says more.
using Frequency = std::map<Root, int>;

// What two tellings are compared by beside themselves.
struct Company {
  Frequency frequency;
  const Subjects& subjects;
  const Words* words = nullptr;
  const Sheet* sheet = nullptr;
};

// Marks the levels that end a chain of places somewhere as countries.
void find_countries(const Sheet& sheet, std::vector<Telling>& tellings);
[[nodiscard]] Telling telling_of(const Sheet& sheet, Index claim, Words& words);
// Several tellings of one happening as one: the finest time, the longest chain of places, all the rest.
[[nodiscard]] Telling together(const std::vector<Telling>& all, const std::vector<Index>& members);
[[nodiscard]] Match match(const Telling& a, const Telling& b, const Company& company);

}  // namespace tally
