// What a number does in its clause: counts something, gives the value of a measure, says by how
// much one changed, is what it is compared with, or is no figure at all.
//
//   "1,417 [counted] defectors entered, a rise of 11% [change_by] on the 1,276 [counted] of 2015"
//   "The number dropped to 1,514 [value] in 2013, 1,397 [listed] in 2014"
//   "…, more than the 31,678 [elided] of 2006"
#pragma once

#include "claim/scene.h"
#include "tally/value.h"

namespace tally {

// `instead` is what another number took the place of; `listed` goes on a list; `elided` leaves its noun out
// and needs a date or place of its own.
enum class Use : std::uint8_t { none, counted, value, change_by, base, listed, elided, part, instead };

struct AmountUse {
  Use use = Use::none;
  Index chunk = kNone;    // the noun chunk with the number
  Index clause = kNone;   // the nearest clause around it that has a verb; kNone in a headline
  Index verb = kNone;     // its verb chunk
  Index measure = kNone;  // value, change_by: the noun chunk that names the measure; kNone: the one in focus
  Index change_noun = kNone;  // "a [rise] of 11%"
  Direction direction = Direction::unknown;
  Index gap = kNone;        // listed: the noun of its own before it ("[the organisers] at 120,000")
  Index time = kNone;       // value: the date that labels its row
  bool is_object = false;   // elided: of a verb ("they take 14.7 million"), or "a further 300"
  bool is_sum = false;      // "together 525,000": of what was listed
  bool is_exact = false;    // "went up to 53": the bound is none
  bool restates = false;    // "puts the figure at 640": another value of the measure in focus
  bool is_share = false;    // "40% of the workers"
  bool in_bracket = false;  // "the school (412 pupils, 29 teachers)": the next is no part of it
  bool is_other =
      false;  // none: describes a thing ("a five-storey house"), or says by how much ("30 more than")
};

// `previous` is the chunk of the figure just read in the same sentence, kNone where there is none.
[[nodiscard]] AmountUse use_of(const Scene& scene, const Mention& amount, Index previous);

// "minute", "year": what a duration is told in.
[[nodiscard]] bool is_length(std::string_view unit);
[[nodiscard]] bool is_time_unit(std::string_view unit);

// "about [nine hours]": a length of time with the hedge that stands before its number.
[[nodiscard]] const Value& hedged_value(const Article& article, const Mention& amount);

// Which way a verb or noun chunk says that something went.
[[nodiscard]] Direction direction_of(const Scene& scene, Index chunk);

// "dead", "injured", "missing", "homeless" …: what became of people.
[[nodiscard]] bool is_casualty(const Token& word);
// "kill", "injure", "arrest", "displace" …: verbs whose number counts people, said or not.
[[nodiscard]] bool is_casualty_verb(const Token& word);

// The words of the number itself, hedges and units included, what it counts left out.
[[nodiscard]] Span number_words(const Mention& amount);

// "a third", "two fifths": a part of one, without a unit.
[[nodiscard]] bool is_fraction(const Mention& amount);
// How finely a fraction told in words is meant, in percent: "a fifth" is 18 to 22 percent, not 20.0.
[[nodiscard]] Decimal fraction_step(Decimal fraction);

// "EUR", "USD_per_barrel": told in money.
[[nodiscard]] inline bool is_money_unit(std::string_view unit) {
  constexpr std::size_t kCode = 3;  // letters of a currency
  if (unit.size() < kCode) return false;
  for (const char letter : unit.substr(0, kCode)) {
    if (letter < 'A' || letter > 'Z') return false;
  }
  return true;
}

// "nine times": how often something was done.
[[nodiscard]] inline bool counts_times(const Article& article, const Mention& amount) {
  return amount.unit.empty() && article.text(amount.counted) == "times";
}

[[nodiscard]] Index counted_behind(const Scene& scene, const Mention& amount, Index chunk);

// The number is the whole of its noun group, or what is left is its unit.
[[nodiscard]] bool is_bare(const Scene& scene, const Mention& amount, Index chunk);

}  // namespace tally
