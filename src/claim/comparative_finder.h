// The search for figures that a comparative measures against another, sentence by sentence: which words
// compare and with what stands in comparative_words.cc, which figure is compared and the change in
// comparatives.cc.
#pragma once

#include <optional>
#include <string_view>

#include "claim/measures.h"
#include "claim/scene.h"
#include "text/vocabulary.h"

namespace tally {

class ComparativeFinder {
 public:
  explicit ComparativeFinder(Article& article) : article_(article), scene_(article) {}

  void find();

 private:
  struct Comparative {
    Direction direction = Direction::unknown;
    bool factor = false;
    Index end = 0;            // first token of the base
    bool before = false;      // the base stands before
    bool of_number = false;   // the base is a number: "twice the 300", not "twice the amount"
    bool needs_base = false;  // "6 % above the 300", not "6 % above average"
  };
  struct Base {
    std::optional<Period> period;
    const Mention* number = nullptr;
    std::optional<Value> value;  // of the number: "20 % more than the 851" is no bound on 851
    Span span;
  };

  [[nodiscard]] bool here(Index token) const { return token < sentence_.tokens.end; }
  [[nodiscard]] Spelling word(Index token) const {
    return here(token) ? lower(article_, article_.tokens[token]) : Spelling();
  }
  // The word, whatever it is taken for, is one of its class.
  [[nodiscard]] bool is_word(Index token, WordClass wanted) const {
    return here(token) && is(article_.tokens[token], wanted);
  }
  [[nodiscard]] static bool is_ratio(const Mention& amount) {
    return amount.unit == "percent" || amount.unit == "percentage_point";
  }

  // The change (comparatives.cc).

  void read(const Mention& amount);
  // A multiple without a number: only with what it is held against.
  void read_unnumbered(const Mention& amount, const Comparative& comparative);
  // "The club drew twice as many visitors as in 2019": what is measured, where no number tells it.
  [[nodiscard]] std::optional<Measured> measured_here(const Mention& amount) const;
  [[nodiscard]] std::optional<Measured> measured_done(const Mention& amount) const;
  // The last figure of `sentence` before `byte` that is no base of another change.
  [[nodiscard]] Index figure_before(std::uint32_t byte, Span sentence) const;
  // "That is 6 % more than in 2022": the figure that the sentence before ended with, if it had but one.
  [[nodiscard]] Index figure_meant(Index sentence) const;
  // Whether the figure's number stands before `byte`; its quote may run on beyond.
  [[nodiscard]] bool stands_before(const Claim& figure, std::uint32_t byte) const;
  // A change that was read from these words already; it may lack its base.
  [[nodiscard]] Index told(const Mention& amount) const;
  void complete(Index change, const Base& base);
  void add_change(const Mention& amount, const Comparative& comparative, Index about, const Base& base);
  // The number that it is measured against is a figure of the same measure.
  void add_base(Index about, const Base& base);

  // The words that compare, the same difference told otherwise, and the base (comparative_words.cc).

  // The word `wanted` within a noun group's length, with no punctuation between; kNone where it is not.
  [[nodiscard]] Index soon(Index token, std::string_view wanted) const;
  // "twice [as] many boats were lost as in 2019": the second "as", farther off where a time stands behind it.
  [[nodiscard]] Index as_behind(Index token) const;
  [[nodiscard]] bool stops(Index token) const;
  // "more than", "fewer people than", "as many migrants as"; unknown direction where there is none.
  [[nodiscard]] Comparative comparative_at(Index token, const Mention& amount) const;
  [[nodiscard]] bool is_as_many(const Mention& amount) const;
  // "…, five times the 300", "…, less than a third of the 472", "that is twice the 300": said of a number
  // that was told before; "a third of the 472" alone is a share of them. The first token of the base.
  [[nodiscard]] Index base_of_multiple(Index token, const Mention& amount) const;
  // "5,875 more, or [9.5 percent]"
  [[nodiscard]] const Mention* percent_after(Index token) const;
  // "6.2 per cent, or [472,000 people], more than": the same difference as a count; null where none is told.
  [[nodiscard]] const Mention* twin_behind(const Mention& amount) const;
  // "[1,377] students or 0.6 % fewer": the same difference as a count; null where none is told.
  [[nodiscard]] const Mention* count_beside(const Mention& amount) const;
  // "The number was [63,880], or 8.1 % less": a figure by itself, no difference.
  [[nodiscard]] bool is_told(const Mention& count) const;
  [[nodiscard]] Base base_at(Index token, const Claim& figure) const;
  [[nodiscard]] bool is_multiple_soon(Index token) const;
  [[nodiscard]] std::optional<Period> period_of(const Mention& date, const Claim& figure) const;
  // The value of a number, without the "more than" that belongs to the comparative before it.
  [[nodiscard]] static std::optional<Value> compared_value(const Mention& number, Span base);

  Article& article_;
  Scene scene_;
  Sentence sentence_;
  Index index_ = 0;
  bool of_shares_ = false;  // the amount is told in percentage points
};

}  // namespace tally
