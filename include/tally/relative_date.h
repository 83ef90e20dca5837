// A date as the text says it when it does not print it all: "last year", "in April", "on
// Thursday", "the year before". Kept beside the resolved period, because a report whose
// own date is found only later, from other reports, is then resolved again.
//
//   "last year"        anchor publication, grain year, offset −1
//   "May of last year" anchor publication, grain year, offset −1, month 5
//   "in April"         anchor publication, month 4, pick nearest past
//   "on Thursday"      anchor publication, weekday 4, pick nearest past
//   "the year before"  anchor focus, grain year, offset −1
//   "three days later" anchor focus, grain day, offset +3
//   "a year earlier"   anchor focus, grain year, offset −1, keep month: 2016-04 becomes 2015-04
//   "the first nine months of last year"  anchor publication, grain year, offset −1, months 9
//   "last weekend"     anchor publication, grain week, offset −1, weekday kWeekend
#pragma once

#include <cstdint>
#include <optional>

#include "tally/edtf.h"

namespace tally {

inline constexpr std::uint8_t kWeekend = 8;

struct RelativeDate {
  enum class Anchor : std::uint8_t { publication, focus };
  // Which of the dates that fit: the last one not after the reference, the next, or the one in
  // the reference's own week, month or year.
  enum class Pick : std::uint8_t { past, future, same };

  Anchor anchor = Anchor::publication;
  Pick pick = Pick::past;
  Grain grain = Grain::none;  // in what the offset counts
  std::int16_t offset = 0;
  std::uint8_t month = 0;  // refinements within the stretch reached by the offset
  std::uint8_t day = 0;
  std::uint8_t weekday = 0;  // 1 Monday … 7 Sunday, kWeekend
  std::uint8_t quarter = 0;  // 1–4
  std::uint8_t half = 0;     // 1–2
  std::uint8_t season = 0;   // 1 spring … 4 winter
  // How much of the reference is kept when the offset is taken: none, the whole stretch (a year
  // earlier is 2015); month or day, the reference moved and no finer than that (2015-04).
  Grain keep = Grain::none;
  // The stretch from (length < 0) or to (length > 0) the date reached, in `grain`: "the past
  // three years" is length −3. 0 for a plain date.
  std::int16_t length = 0;
  // The first so many months of the year reached; negative: the last. 0 for all of it.
  std::int8_t months = 0;

  friend constexpr auto operator<=>(const RelativeDate&, const RelativeDate&) = default;
};

// The period meant, seen from `reference` (the report's date, or the date in focus), as exact as
// both allow: "last year" from 2016-04 is 2015; "on Thursday" from 2016-04 is 2016-04 only.
// nullopt where the reference is too coarse to tell ("last month" from 2016).
[[nodiscard]] std::optional<Period> resolve(const RelativeDate& relative, Date reference);

}  // namespace tally
