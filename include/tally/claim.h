// A claim: what an article asserts, with who says so. Six kinds; every claim carries the span
// that says it. docs/codebook.md tells what each kind means, with examples.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tally/edtf.h"
#include "tally/relative_date.h"
#include "tally/span.h"
#include "tally/syntax.h"
#include "tally/value.h"

namespace tally {

enum class ClaimKind : std::uint8_t { figure, change, comparison, event, statement, absence };
[[nodiscard]] std::string_view name(ClaimKind kind);

enum class Status : std::uint8_t { stated, confirmed, reported, alleged, unverified, denied, undisclosed };
[[nodiscard]] std::string_view name(Status status);

// Anything but `observed` is no observation and never enters a series.
enum class Modality : std::uint8_t { observed, planned, forecast, conditional, asked, negated };
[[nodiscard]] std::string_view name(Modality modality);

// What a value stands for in time: a flow in a period (year, month …), a running total as of a
// date, the head-count of one event, a share of a whole, a rate per something, a level (price,
// population) at a time.
enum class Aggregate : std::uint8_t {
  unknown,
  year,
  half,
  quarter,
  month,
  week,
  day,
  total,
  event,
  share,
  rate,
  level
};
[[nodiscard]] std::string_view name(Aggregate aggregate);

// The typed slots by which variables are aligned. Words are lemmas in lower case joined by
// spaces; empty where the text does not say.
struct Measure {
  std::string property;    // what happens or is measured: "enter", "defect", "unemployment rate"
  std::string population;  // whom or what it counts: "north korean defector"
  std::string place;       // where, or to where: "South Korea"
  std::string origin;      // from where: "North Korea"
  Aggregate aggregate = Aggregate::unknown;
  friend bool operator==(const Measure&, const Measure&) = default;
};

// One link of an attribution chain, outermost source first: who said it to whom.
struct Source {
  std::string name;        // "Ministry of Unification"; empty for an unnamed source
  std::string role;        // "spokesperson"
  std::string of;          // what the role belongs to, where that is not `name`
  std::string verb;        // lemma of the word that attributes: "tell", "according to"
  Span span;               // the words that name the source
  bool anonymous = false;  // "sources", "an official who asked not to be named"
  friend bool operator==(const Source&, const Source&) = default;
};

struct ChangeDetail {
  Direction direction = Direction::unknown;
  std::optional<Decimal> percent;  // always positive; the direction says which way
  std::optional<Decimal> by;
  std::optional<Decimal> from;
  std::optional<Decimal> to;
  std::optional<Decimal> factor;  // "doubled": 2
  std::optional<Period> base_period;
  Modifier modifier = Modifier::exact;  // of percent, by or factor ("more than doubled")
  Decimal step = 1;                     // printed precision of percent, by or factor
  friend bool operator==(const ChangeDetail&, const ChangeDetail&) = default;
};

struct ComparisonDetail {
  // "lowest", "highest", "first_increase", "first_decrease", "rising", "falling", "record",
  // "more_than", "less_than", "same".
  std::string sense;
  std::string span;                   // as printed: "more than a decade"; empty: none
  std::optional<Period> since;        // "since 2011", or what the span comes to
  std::optional<std::int32_t> steps;  // "for the third year running": 3
  std::optional<std::int32_t> rank;   // "the second-highest": 2; nothing for the extreme itself
  std::optional<Decimal> years;       // the span in years, where it has one
  bool each_step = false;             // "steadily", "every year": not only the two ends
  friend bool operator==(const ComparisonDetail&, const ComparisonDetail&) = default;
};

struct EventPart {
  std::string what;  // as printed
  std::string
      role;  // killed, injured, missing, arrested, displaced, rescued, infected, arrived …; empty: none
  Value value;
  Span span;
  friend bool operator==(const EventPart&, const EventPart&) = default;
};

struct EventDetail {
  std::string trigger;             // lemma of the word that tells it: "defect", "earthquake"
  std::vector<std::string> where;  // from the most specific to the country
  std::vector<std::string> who;    // as printed
  std::optional<Value> count;      // head-count
  std::vector<EventPart> parts;
  Span trigger_span;
  friend bool operator==(const EventDetail&, const EventDetail&) = default;
};

struct Speaker {
  std::string name;
  std::string role;
  std::string of;
  friend bool operator==(const Speaker&, const Speaker&) = default;
};

// The rule of a stretch of a statement that another claim holds whole.
inline constexpr std::string_view kStatementPart = "statement.part";

// "Monday, 8 October 2024", which was a Tuesday.
struct MisnamedDay {
  Span date;
  Date day;
  std::uint8_t weekday = 0;  // as printed, 1 Monday … 7 Sunday
  friend bool operator==(const MisnamedDay&, const MisnamedDay&) = default;
};

struct Claim {
  ClaimKind kind = ClaimKind::figure;
  Status status = Status::stated;
  Modality modality = Modality::observed;
  Basis period_basis = Basis::printed;
  bool in_title = false;

  Span quote;                  // the smallest span that holds the value and its predicate
  std::vector<Span> evidence;  // where else: the head of a list, the sentence before

  std::optional<Value> value;
  std::string unit;
  Measure measure;
  std::optional<Period> period;
  std::optional<RelativeDate> relative;  // set where the period was resolved from one
  std::optional<ChangeDetail> change;
  std::optional<ComparisonDetail> comparison;
  std::optional<EventDetail> event;
  std::optional<Speaker> speaker;  // statements, absences
  std::vector<Source> attribution;
  std::optional<MisnamedDay> misnamed_day;  // a date among its words that its calendar does not know
  std::vector<std::string> status_by;       // confirmed, denied … by whom

  // Statements: what is said, by which words it is attributed, to whom.
  std::vector<Span> content;
  std::vector<Span> source;
  std::vector<Span> cue;

  // Ties to other claims of the same article, by index; kNone where there is none.
  Index about = kNone;      // the figure that a change or comparison speaks of
  Index whole = kNone;      // the figure that this figure is a part of
  Index happening = kNone;  // the event that this figure counts
  // The parts with this whole are meant to make it up ("12 women and one man"), not only to name
  // some of it ("including 12 women").
  bool exhaustive = false;

  std::string_view rule;
  float confidence = 1.0F;
  friend bool operator==(const Claim&, const Claim&) = default;
};

}  // namespace tally
