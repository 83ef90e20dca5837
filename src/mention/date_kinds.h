// The classes of dates.rules by name, for what asks which of them something was found as.
#pragma once

#include <algorithm>
#include <array>

#include "mention/grammar_chart.h"

namespace tally::dates {

using grammar::Grammar;
using grammar::Symbol;

// The classes of dates.rules that end up as mentions, and the words that tell tense.
struct Kinds {
  Symbol date, time, duration, set, date_range, time_range, past_duration, in_duration, away, away_from,
      same_away, same_unit, short_day, slash_date, prime_duration, glued_duration, signed_away, for_duration,
      future_cue, past_cue, soon_cue, numeral, ordinal, from_bound, after_bound, until_bound, before_bound,
      hour_range, from_hours, number, within, in_time, more_away, less_away, length_from, length_to,
      unit_length, unit_until, day_part, spelled_clock, base_cue, number_base_cue, slash_start, date_list,
      day_list, time_since, time_until, composed, out_away, chat_clock, future_noun, points, part_again,
      one_before, play, accounts;
  std::uint64_t tense_cues;  // future_cue and past_cue, as bits of kind_bit

  explicit Kinds(const Grammar& grammar)
      : date(grammar.symbol("date")),
        time(grammar.symbol("time")),
        duration(grammar.symbol("duration")),
        set(grammar.symbol("set")),
        date_range(grammar.symbol("date_range")),
        time_range(grammar.symbol("time_range")),
        past_duration(grammar.symbol("past_duration")),
        in_duration(grammar.symbol("in_duration")),
        away(grammar.symbol("away")),
        away_from(grammar.symbol("away_from")),
        same_away(grammar.symbol("same_away")),
        same_unit(grammar.symbol("same_unit")),
        short_day(grammar.symbol("short_day")),
        slash_date(grammar.symbol("slash_date")),
        prime_duration(grammar.symbol("prime_duration")),
        glued_duration(grammar.symbol("glued_duration")),
        signed_away(grammar.symbol("signed")),
        for_duration(grammar.symbol("for_duration")),
        future_cue(grammar.symbol("future_cue")),
        past_cue(grammar.symbol("past_cue")),
        soon_cue(grammar.symbol("soon_cue")),
        numeral(grammar.symbol("numeral")),
        ordinal(grammar.symbol("ordinal")),
        from_bound(grammar.symbol("from_bound")),
        after_bound(grammar.symbol("after_bound")),
        until_bound(grammar.symbol("until_bound")),
        before_bound(grammar.symbol("before_bound")),
        hour_range(grammar.symbol("hour_range")),
        from_hours(grammar.symbol("from_hours")),
        number(grammar.symbol("number")),
        within(grammar.symbol("within")),
        in_time(grammar.symbol("in_time")),
        more_away(grammar.symbol("more_away")),
        less_away(grammar.symbol("less_away")),
        length_from(grammar.symbol("length_from")),
        length_to(grammar.symbol("length_to")),
        unit_length(grammar.symbol("unit_length")),
        unit_until(grammar.symbol("unit_until")),
        day_part(grammar.symbol("day_part")),
        spelled_clock(grammar.symbol("spelled_clock")),
        base_cue(grammar.symbol("base_cue")),
        number_base_cue(grammar.symbol("number_base_cue")),
        slash_start(grammar.symbol("slash_start")),
        date_list(grammar.symbol("date_list")),
        day_list(grammar.symbol("day_list")),
        time_since(grammar.symbol("time_since")),
        time_until(grammar.symbol("time_until")),
        composed(grammar.symbol("composed")),
        out_away(grammar.symbol("out_away")),
        chat_clock(grammar.symbol("chat_clock")),
        future_noun(grammar.symbol("future_noun")),
        points(grammar.symbol("points")),
        part_again(grammar.symbol("part_again")),
        one_before(grammar.symbol("one_before")),
        play(grammar.symbol("play")),
        accounts(grammar.symbol("accounts")),
        tense_cues(grammar::detail::kind_bit(future_cue) | grammar::detail::kind_bit(past_cue)) {}

  // An open stretch, or one of a length, around a date.
  [[nodiscard]] bool is_bound(Symbol kind) const {
    const std::array all = {from_bound, after_bound, until_bound, before_bound,
                            more_away,  less_away,   length_from, within};
    return kind != 0 && std::find(all.begin(), all.end(), kind) != all.end();
  }

  // A date, in full or short.
  [[nodiscard]] bool is_date(Symbol kind) const {
    const std::array all = {date, slash_date, slash_start, short_day};
    return kind != 0 && std::find(all.begin(), all.end(), kind) != all.end();
  }

  // Two clock times or hours within something larger.
  [[nodiscard]] bool is_hours(Symbol kind) const {
    return kind != 0 && (kind == time_range || kind == hour_range || kind == from_hours);
  }
  [[nodiscard]] bool is_time(Symbol kind) const {
    const std::array all = {
        date,           time,           duration,    set,          date_range, time_range, past_duration,
        in_duration,    away,           away_from,   same_away,    same_unit,  short_day,  slash_date,
        prime_duration, glued_duration, signed_away, for_duration, in_time,    length_to,  date_list,
        day_list,       time_since,     time_until,  out_away,     chat_clock, part_again, one_before};
    return kind != 0 && std::find(all.begin(), all.end(), kind) != all.end();
  }
};

}  // namespace tally::dates
