// The typed slots of a figure, ready to be compared: what is counted, doing what, where, from
// where, over which kind of time, in which unit.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "record/sheet.h"
#include "record/words.h"

namespace tally {

struct Slots {
  std::string unit;
  Aggregate aggregate = Aggregate::unknown;
  Roots population;
  Roots property;
  Roots printed;  // both, before words of one meaning were made one
  Roots place;
  Roots origin;
  Roots peoples;        // words of both that name a people: "Kazakh" of "Kazakh wheat"
  Roots homes;          // the countries of those peoples
  Root head = 0;        // of the population
  bool deed = false;    // what is counted is a doing ("defections"), nobody and nothing
  bool part = false;    // it counts some of what another figure counts
  bool dated = false;   // the aggregate is known from a period, printed or relative
  bool stands = false;  // how it stood on the day of the report, which prints no time for it
  friend bool operator==(const Slots&, const Slots&) = default;

  [[nodiscard]] Roots core() const { return together(population, property); }
};

// "Defections" may count the persons who defected: nothing but a name of a doing has no unit.
[[nodiscard]] bool units_agree(const Slots& a, const Slots& b);
// The same word for units that may agree.
[[nodiscard]] std::string unit_key(const std::string& unit);
// The same for one printed number of one unit, whatever it measures.
[[nodiscard]] std::string value_key(const Claim& claim);
[[nodiscard]] Slots slots_of(const Claim& claim, Words& words);
// What stretch of time a figure stands for: flows by the grain of their period.
[[nodiscard]] Aggregate aggregate_of(const Claim& claim);
[[nodiscard]] bool is_flow(Aggregate aggregate);
// What rows of numbers go by: years, halves, quarters, months.
[[nodiscard]] bool is_step(Grain grain);
// Could both be the same kind of figure? A flow is no total, a quarter no year; a flow without a
// date may be either.
[[nodiscard]] bool compatible(const Slots& a, const Slots& b);

// Names of places agree where one says no more than part of the other: "South", "South Korea".
[[nodiscard]] bool places_agree(const Roots& a, const Roots& b);

// How far the wording of two measures speaks for one variable.
enum class Likeness : std::uint8_t {
  apart,    // the slots contradict each other, or nothing links them
  hinted,   // they may be about one thing; it takes a value that both give
  related,  // they share what they are about; nothing contradicts
  same      // every slot that both fill is the same
};
// `names` are words that the reports write as names: "North Korean" narrows nothing down in a
// report on North Koreans, "female" does.
[[nodiscard]] Likeness likeness(const Slots& a, const Slots& b, const Roots& names, const Words& words);

// Its words only say that something is counted: "the number", "the tally".
[[nodiscard]] bool is_wordless(const Slots& slots, const Words& words);

// The words of what a measure counts and of what it measures.
[[nodiscard]] std::set<std::string> words_of(const Measure& measure);

}  // namespace tally
