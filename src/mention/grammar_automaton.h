// What stands at the places of a sentence → which rules may match there, and up to where.
//
//   place      "about"        "1.2"          "million"          what stands there: classes and how long they
//   are,
//              hedge, 1       numeral, 1     multiplier, 1      a literal word, how it is written
//   states     {all rules} →  {…} →          {…} →  …           the ways of all rules at once
//
// The rules' programs are taken together as one non-deterministic automaton; its sets of ways are made
// states of a deterministic one when they are first met, and kept (Thompson 1968; Aho, Sethi and Ullman 1986,
// section 3.7). What comes twice costs one look-up a place. The answer may be yes where a rule does not
// match in the end (what stands before it is looked at in part only), never no where one does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "mention/grammar.h"

namespace tally::grammar {

// Numbers for whole keys: open addressing, grows by itself. No key is 0.
template <class Number>
class MemoOf {
 public:
  // 0 where the key is not known.
  [[nodiscard]] Number find(Number key) const {
    for (std::size_t slot = place_of(key);; slot = (slot + 1) & mask_) {
      if (slots_[slot].key == key) return slots_[slot].value;
      if (slots_[slot].key == 0) return 0;
    }
  }
  void add(Number key, Number value);
  void clear() { *this = {}; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    Number key = 0;
    Number value = 0;
  };
  static constexpr unsigned kFirstBits = 9;
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    return static_cast<std::size_t>(((key ^ key >> 29U) * 0x9E3779B97F4A7C15U) >> (64U - bits_));
  }

  unsigned bits_ = kFirstBits;
  std::size_t mask_ = (std::size_t{1} << kFirstBits) - 1;
  std::size_t size_ = 0;
  std::vector<Slot> slots_ = std::vector<Slot>(std::size_t{1} << kFirstBits);
};
extern template class MemoOf<std::uint32_t>;
extern template class MemoOf<std::uint64_t>;
using Memo = MemoOf<std::uint64_t>;

// Rows of numbers, each kept once, by number from 1 on; 0 is the empty row.
class Rows {
 public:
  [[nodiscard]] std::uint32_t of(std::span<const std::uint32_t> row);
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t row) const {
    return std::span(numbers_).subspan(begins_[row], begins_[row + 1] - begins_[row]);
  }
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
  void clear();

 private:
  Memo by_hash_;  // the last row of a hash
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint32_t> begins_ = {0, 0};
};

// What stands at a place, as a number: what is the same to all rules is the same.
using Standing = std::uint32_t;

class Automaton {
 public:
  explicit Automaton(const Grammar& grammar);

  // A token with what the vocabulary has of its word in whatever letter case (0: no word of the grammar).
  [[nodiscard]] Standing of_word(std::uint32_t word, std::uint32_t spelling) {
    return word == 0 ? plain_[spelling] : of_known_word(word, spelling);
  }
  [[nodiscard]] Standing past_end() const { return past_end_; }
  // The same and one item more, a number token, a mark of kOpens or kCovered.
  [[nodiscard]] Standing with_item(Standing standing, Symbol kind, std::uint32_t length);
  [[nodiscard]] Standing with_integer(Standing standing, const Meaning& read);
  [[nodiscard]] Standing with_mark(Standing standing, std::uint32_t mark);
  [[nodiscard]] Standing covered(Standing standing) {
    if (facts_[standing].covered == 0) {
      const Standing made = with_mark(standing, detail::kCovered);
      facts_[standing].covered = made;
    }
    return facts_[standing].covered;
  }
  // What a number token is read as.
  struct NumberSort {
    std::uint32_t integer = 0;  // of integer_sort
    bool is_numeral = false;
    bool is_passed_on = false;  // it is of itself what its chain makes of it
    Symbol groups = 0;          // the class of "10:30"
    Symbol full_groups = 0;     // and of "12.03.2016"
  };
  // The same and all that an item of a chain is passed on as.
  [[nodiscard]] Standing with_passes(Standing standing, std::uint8_t chain);
  [[nodiscard]] Standing with_number(Standing standing, const NumberSort& sort);
  // In which stretch between the grammar's cuts a whole number lies, and how many digits it has; 0: it is
  // none.
  [[nodiscard]] std::uint32_t integer_sort(Decimal number, std::uint16_t digits) const;
  // As before such an item was added.
  [[nodiscard]] Standing without_item(Standing standing, Symbol kind, std::uint32_t length);

  [[nodiscard]] const detail::Look& look(Standing standing) const { return facts_[standing].look; }
  // Whether any rule can begin with it.
  [[nodiscard]] bool begins(Standing standing) const { return facts_[standing].begins; }

  // The ends of matches that the rules may have from a place on.
  struct Ending {
    std::uint32_t end = 0;
    std::uint32_t rules = 0;  // of rules()
  };
  struct Reading {
    std::uint32_t ranks = 0;      // in which a rule may match …
    std::uint32_t new_ranks = 0;  // … other than those that pass one thing on
    std::uint32_t reach = 0;      // the last place that was looked at
  };
  // Reads from a place on, with what stands before it (as Condition::told); `standings` goes on to the end of
  // the sentence and one more. Adds the endings, from left to right; they are good until room is made.
  Reading read(std::span<const Standing> standings, std::uint32_t at, std::uint64_t before,
               std::vector<Ending>& endings);
  // Whether what begins with the first of two places is known to end with the second, and come to nothing.
  [[nodiscard]] bool ends_at_once(Standing first, Standing second) const {
    const Facts& facts = facts_[first];
    const Facts& next = facts_[second];
    return (facts.ends_at >> plain_of(next.marks) & 1U) != 0 && !facts.second.sees(next.look);
  }
  // The words and classes of one token.
  [[nodiscard]] std::uint64_t told_by(Standing standing) const {
    const Facts& facts = facts_[standing];
    return (facts.look.items & ~detail::kBehindCapital) |
           ((facts.marks & detail::kIsCapital) != 0 ? detail::kBehindCapital : 0);
  }
  // In order of rank and number.
  [[nodiscard]] std::span<const std::uint32_t> rules(const Ending& ending) const {
    return list_rows_[ending.rules];
  }

  // Forgets all, or the endings only, where that is too much to keep; whether it forgot the standings, the
  // endings.
  bool make_room();
  bool make_room_for_endings();

 private:
  static constexpr std::uint32_t kDead = 0;
  // Where a state goes on to, how many places further on than the next, and the list of the rules that end.
  struct Step {
    std::uint64_t bits = 0;

    static constexpr unsigned kSkipAt = 24, kRulesAt = 36;
    static constexpr std::uint64_t kKnown = std::uint64_t{1} << 63U;
    Step() = default;
    explicit Step(std::uint64_t all) : bits(all) {}
    Step(std::uint32_t next, std::uint32_t skip, std::uint32_t rules)
        : bits(kKnown | next | std::uint64_t{skip} << kSkipAt | std::uint64_t{rules} << kRulesAt) {}
    [[nodiscard]] bool is_known() const { return bits != 0; }
    [[nodiscard]] std::uint32_t next() const { return static_cast<std::uint32_t>(bits) & 0xFFFFFFU; }
    [[nodiscard]] std::uint32_t skip() const { return static_cast<std::uint32_t>(bits >> kSkipAt) & 0xFFFU; }
    [[nodiscard]] std::uint32_t rules() const {
      return static_cast<std::uint32_t>(bits >> kRulesAt) & 0xFFFFFFU;
    }
  };
  struct Facts {  // of a standing
    detail::Look look;
    Step first;  // where rules begin with it
    std::uint32_t marks = 0;
    std::uint16_t ends_at = 0;  // the plain places (as bits) at which what begins with it ends in vain …
    bool begins = false;
    Standing covered = 0;  // the same, covered; 0: not asked for yet
    detail::Look second;   // … unless one of these stands there
  };
  static constexpr std::uint32_t kPlains = 9;  // by kIsWord, kIsCapital, kSpaced; and past the end
  static std::uint32_t plain_of(std::uint32_t marks) {
    return (marks & detail::kPastEnd) != 0 ? kPlains - 1 : marks & (kPlains - 2);
  }
  using State = detail::Asked;
  struct List {                   // of rules
    std::uint32_t ranks = 0;      // of those that go behind anything …
    std::uint32_t new_ranks = 0;  // … other than those that pass one thing on
    std::uint64_t wanted = 0;     // what others want one of before them (Condition::told)
  };
  // The row of a standing: word, marks, bounds (two numbers), then class and length of each item.
  static constexpr std::size_t kWordAt = 0, kMarksAt = 1, kIntegersAt = 2, kItemsAt = 4;
  // A way through a program: where it has come to, and how many places further on.
  static constexpr std::uint32_t kWayBits = 16;
  static constexpr std::uint32_t kBeginning = 0xFFFFFFFF;  // the state where rules begin
  static constexpr std::uint32_t kLongest = 4000;          // tokens of an item that rules can read
  static constexpr int kMostPlaces = 200;                  // of one reading

  void learn_end(Standing first, Standing second);
  void forget();
  void forget_states();
  [[nodiscard]] Standing of_known_word(std::uint32_t word, std::uint32_t spelling);
  [[nodiscard]] Standing with_integer_sort(Standing standing, std::uint32_t sort);
  [[nodiscard]] std::uint64_t find_made(std::uint64_t key);
  [[nodiscard]] Standing keep(std::span<const std::uint32_t> row);
  [[nodiscard]] std::uint32_t keep_state(std::span<const std::uint32_t> ways);
  [[nodiscard]] Step step_of(std::uint32_t state, Standing standing);
  [[nodiscard]] Step read_step(std::uint32_t from, Standing standing);
  [[nodiscard]] Step first_step(Standing standing);
  [[nodiscard]] Step plain_step(std::uint32_t state, std::uint32_t plain);
  [[nodiscard]] Step make_step_of_part(std::uint32_t state, Standing standing);
  // The steps that come again and again, where they are near at hand.
  struct Recent {
    std::uint32_t key = 0;  // state and standing
    std::uint32_t step = 0;
  };
  static constexpr unsigned kNextBits = 14, kSkipBits = 4;  // of a step in 32 bits
  static bool is_small(Step step) {
    return step.next() >> kNextBits == 0 && step.skip() >> kSkipBits == 0 && step.rules() >> kNextBits == 0;
  }
  static std::uint32_t packed(Step step) {
    return step.next() | step.skip() << kNextBits | step.rules() << (kNextBits + kSkipBits);
  }
  static Step unpacked(std::uint32_t step) {
    return {step & ((1U << kNextBits) - 1), step >> kNextBits & ((1U << kSkipBits) - 1),
            step >> (kNextBits + kSkipBits)};
  }
  static constexpr unsigned kRecentBits = 13;
  [[nodiscard]] Recent& recent(std::uint32_t key) {
    return recent_[key * 0x9E3779B97F4A7C15U >> (64U - kRecentBits)];
  }
  [[nodiscard]] Step known_step(std::uint32_t state, Standing standing) const {
    return (state | standing) >> kKeyBits == 0 ? made_steps_[steps_.find(state << kKeyBits | standing)]
                                               : Step();
  }
  // Numbers that are too large for a key are not kept: only one sentence of thousands has such.
  void keep_step(std::uint32_t state, Standing standing, std::uint32_t step) {
    if ((state | standing) >> kKeyBits == 0) steps_.add(state << kKeyBits | standing, step);
  }
  [[nodiscard]] Step make_step(std::uint32_t state, Standing standing);
  void begin_rules(std::span<const std::uint32_t> here);
  void begin_rules(const detail::Beginnings& beginnings, std::span<const std::uint32_t> here);
  [[nodiscard]] std::uint32_t keep_rules();
  [[nodiscard]] std::uint64_t wanted_before(const detail::Rule& rule) const;
  [[nodiscard]] std::uint32_t ranks_behind(std::uint32_t list, std::uint64_t before) const;
  [[nodiscard]] Standing part_of(Standing standing, const detail::Asked& asked);
  // What an instruction leads to before anything is read or looked at: of leads_, first what reads the
  // classes and words of `reads`, then the rest; and what is asked for there.
  struct Way {
    std::uint32_t first = 0;
    std::uint32_t readings = 0;
    std::uint32_t count = 0;
    detail::Look reads;
    detail::Asked asked;
  };
  [[nodiscard]] const Way& way_from(std::uint16_t at);
  void learn_way(std::uint16_t from);
  [[nodiscard]] std::vector<std::uint16_t> leads_from(std::uint16_t from);
  void follow(std::uint16_t from, std::span<const std::uint32_t> here, bool opening);
  void follow_step(std::uint16_t at, std::span<const std::uint32_t> here, bool opening);
  void follow_reading(const detail::Instruction& step, std::span<const std::uint32_t> here);
  [[nodiscard]] bool any_fits(std::uint16_t choice, std::span<const std::uint32_t> here) const;
  [[nodiscard]] bool fits(const detail::Instruction& choice, std::span<const std::uint32_t> here) const;
  [[nodiscard]] bool item_fits(const detail::Instruction& step, Symbol kind,
                               std::span<const std::uint32_t> here) const;

  const Grammar* grammar_;
  std::array<Standing, detail::kSpelling + 1> plain_{};
  Standing past_end_ = 0;
  Rows standings_;
  std::vector<Facts> facts_;
  std::uint32_t beginning_ = 0;  // the state
  Memo made_;                    // standings by what they were made of
  static constexpr unsigned kRecentlyMadeBits = 9;
  struct Made {
    std::uint64_t key = 0;
    std::uint64_t standing = 0;
  };
  std::array<Made, std::size_t{1} << kRecentlyMadeBits> recently_made_{};
  Rows state_rows_;
  std::vector<State> states_;
  std::vector<std::array<Step, kPlains>> plains_;  // by state: where nothing is there that it asks for
  Rows list_rows_;
  std::vector<List> lists_;
  static constexpr unsigned kKeyBits = 16;
  MemoOf<std::uint32_t> steps_;  // by state and standing: of made_steps_
  std::vector<Step> made_steps_ = {Step()};
  std::vector<Recent> recent_ = std::vector<Recent>(std::size_t{1} << kRecentBits);
  // By instruction, where states have come to it: of known_ways_.
  std::vector<std::uint16_t> way_numbers_;
  std::vector<Way> known_ways_ = std::vector<Way>(1);
  std::vector<std::uint16_t> leads_;
  // While a step is made.
  detail::Look here_;  // what stands there
  std::vector<std::uint32_t> ways_;
  std::vector<std::uint32_t> ended_;
  std::vector<std::uint16_t> open_;
  std::vector<std::uint64_t> seen_, seen_by_way_;
  std::vector<std::uint32_t> row_;
};

}  // namespace tally::grammar
