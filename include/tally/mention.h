// A mention: a number, quantity, date, name or quotation in the text: a span and a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tally/edtf.h"
#include "tally/relative_date.h"
#include "tally/span.h"
#include "tally/value.h"

namespace tally {

enum class MentionKind : std::uint8_t {
  number,
  ordinal,
  percent,
  money,
  quantity,
  range,  // amounts
  date,
  time,
  duration,
  set,  // times
  name,
  quote
};
[[nodiscard]] std::string_view name(MentionKind kind);

// What a name names; `role` is a word for what somebody is ("spokesperson").
enum class NameKind : std::uint8_t { none, person, organisation, place, people, work, other };
[[nodiscard]] std::string_view name(NameKind kind);

// TIMEX3 (ISO-TimeML): type DATE, TIME, DURATION or SET, and its value string ("2016-W14",
// "P2Y", "XXXX-WXX-1", "2016-04-11TEV"). `mod` as in TIMEX3 (START, MID, END, APPROX …).
struct Timex {
  std::string_view type;
  std::string value;
  std::string mod;
  friend bool operator==(const Timex&, const Timex&) = default;
};

struct Mention {
  MentionKind kind = MentionKind::number;
  Basis basis = Basis::printed;
  Direction change = Direction::unknown;
  NameKind name_kind = NameKind::none;
  Span span;
  // With the words that belong to the value but stand outside the span by convention
  // ("more than" of "more than 30,000"); equal to `span` where there are none.
  Span extent;

  // Amounts.
  std::optional<Value> value;
  std::string unit;          // "person", "percent", "USD", "kilometre_per_hour"; empty: none
  Span counted;              // the noun phrase counted, number left out; empty: none
  Span about;                // what the number is about, as words of the text; empty: none
  std::string concept_word;  // set where the concept is no words of the text ("age")

  // Times.
  std::optional<Period> period;          // as resolved by this report alone
  std::optional<RelativeDate> relative;  // as said, where it is not printed whole
  std::optional<Timex> timex;
  std::uint8_t weekday = 0;  // printed beside a day of a month, 1 Monday … 7 Sunday; 0: none

  // Names: the canonical form of what is named, where a gazetteer knows it ("South Korea" for
  // "Seoul's" is not one: a name stands for itself), and for places the country.
  std::string canonical;
  std::string country;  // ISO 3166-1 alpha-2, places and peoples only

  std::string_view rule;  // the rule that read it; lives as long as the program's lexicon

  friend bool operator==(const Mention&, const Mention&) = default;
};

// The EDTF string of a mention of time: of a clock time on a known day with the clock
// ("2016-04-07T10:30"), otherwise of the period; empty where there is none.
[[nodiscard]] std::string edtf(const Mention& mention);

}  // namespace tally
