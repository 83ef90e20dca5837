// The search for the two ends of changes, sentence by sentence: pairs that the words "from" and "to" make
// stand in ends.cc, what a change that was read before takes from the numbers and changes around it in
// lent_ends.cc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "claim/scene.h"
#include "text/vocabulary.h"

namespace tally {

class EndFinder {
 public:
  explicit EndFinder(Article& article) : article_(article), scene_(article) {}

  void find();

 private:
  struct Pair {
    const Mention* from = nullptr;
    const Mention* to = nullptr;
    Index at = 0;  // the word "from"
    Decimal base = 0;
  };

  [[nodiscard]] Spelling word(Index token) const {
    return token < sentence_.tokens.end ? lower(article_, article_.tokens[token]) : Spelling();
  }
  [[nodiscard]] bool is_word(Index token, std::string_view lower_case) const {
    return token < sentence_.tokens.end && equals_lower(article_.text(article_.tokens[token]), lower_case);
  }

  // The sentences and their numbers (ends.cc).

  // Whether a change was read in the sentences so far, or added here.
  [[nodiscard]] bool has_changes();
  // "with variations ranging [from] 0.7 percent in Lunn to 1.9 in Torv"
  [[nodiscard]] bool tells_range(Index from) const;
  // "from the collapse [of] three houses": no "low of three", but of what something else is told.
  [[nodiscard]] bool is_of_thing(Index of, Index first) const;
  // The number that begins within a few words of the token; null where another thing stands there.
  [[nodiscard]] const Mention* number_at(Index token) const;
  static bool is_alike(std::string_view unit, std::string_view of);

  // Pairs of ends, and the change between them (ends.cc).

  // "From 8.2 to 12.6 million": the second number lends its scale.
  [[nodiscard]] static std::optional<Decimal> scaled(Decimal from, Decimal to);
  // A pair whose ends are of one unit and one size, and not the same.
  [[nodiscard]] static std::optional<Pair> settled(Pair pair);
  [[nodiscard]] std::optional<Pair> pair_at(Index from) const;
  // "corrected it to 1,079 a month, from the 1,084 it gave in January"
  [[nodiscard]] std::optional<Pair> pair_behind(Index to) const;
  // The word that says that something changes, within a few words before "from".
  [[nodiscard]] Direction told_before(Index from, bool& changes) const;
  void read_pair(Index from, const std::optional<Pair>& pair);
  // "from 14.2 to 12.9 million tonnes": what is told once behind the second holds for the first.
  void lend_unit(const Pair& pair);
  // The change that was read from these very words; kNone where none was.
  [[nodiscard]] Index told_by(const Pair& pair) const;
  // "…, a fall of 1.8 %": the change right behind the pair, without ends of its own.
  [[nodiscard]] Index apposed_to(const Pair& pair, Direction way) const;
  void complete(Index change, const Pair& pair);
  [[nodiscard]] std::optional<Period> base_time(const Pair& pair) const;
  void add(const Pair& pair, Direction way);

  // What the sentence lends a change that lacks an end (lent_ends.cc).

  // What the other changes and figures of the sentence lend those that lack their base.
  void mend(Span sentence);
  // "has risen by 34, or 51 %", "slumped from 268,100 to 229,400, or 14 per cent"
  void take_percentage(Claim& change);
  void set_from(Claim& change, Index figure);
  [[nodiscard]] bool may_be_base(Index figure, const Claim& change) const;
  // "down 6.8 % [from 601 euros]", "a rise of 13 % [from the 489 of the year before]"
  void take_number_behind(Claim& change);
  // "brought in 2.41 million in 2019, up 10 % from [2.19 million]": not of the time that it is held against.
  static void set_back(Claim& base, const Claim& held);
  // "on [last year's] 128,700": behind the time whose number it is.
  [[nodiscard]] Index behind_owner(Index token) const;
  // The token behind the number that says by how much.
  [[nodiscard]] Index behind_amount(const Claim& change) const;
  // "a fall of 14 % [to 341] in 2020"
  void take_end_behind(Claim& change);
  // "had 226,800 pupils last year, after 214,600 in 2022, an increase …": the number nearest to the change
  // is what it starts from, the one before it what it came to.
  void turn_round(Claim& change, Span sentence);
  // "The number, which stood at 826 two days after, has tripled to 3,369"
  void take_aside(Claim& change, Span sentence);
  // The token that the figure's number begins with; kNone where it is not found.
  [[nodiscard]] Index token_of(const Claim& figure) const;
  // "…, when the count stood at 83, …": in a clause of its own, where something stood or was.
  [[nodiscard]] bool stands_in_aside(Index token) const;
  // Right behind "after", "against" or "compared with", or in a clause of its own.
  [[nodiscard]] bool is_told_as_base(Index figure) const;
  // Two changes of one figure in one sentence start from one number.
  void take_from_neighbour(Index change, const std::vector<Index>& claims);

  Article& article_;
  Scene scene_;
  Sentence sentence_;
  Index seen_ = 0;  // claims looked at for changes
  bool has_changes_ = false;
};

}  // namespace tally
