// Of two units that are written alike the one that the sentence speaks of: pounds of weight or of money,
// "2.5 F" of a capacitor or of the weather, "573.15K" of heat or of thousands, degrees of an angle or of
// heat.
#pragma once

#include <array>
#include <cstdint>

#include "mention/grammar_chart.h"
#include "tally/article.h"

namespace tally {

class AmountSenses {
 public:
  static constexpr std::size_t kCount = 22;
  // The classes of the words that speak for a sense, of a grammar.
  struct Words {
    explicit Words(const grammar::Grammar& grammar);
    std::array<grammar::Symbol, kCount> of_sense{};
  };

  AmountSenses(const Article& article, const grammar::Chart& chart);

  // What was found out of the sentence before is forgotten.
  void enter() { spoken_.fill(Spoken::unknown); }
  // Changes the unit where the sentence asks for another; false where it is no amount in any sense.
  [[nodiscard]] bool choose(Mention& mention);

 private:
  enum class Spoken : std::uint8_t { unknown, no, yes };

  [[nodiscard]] bool fits(char letter, Span span) const;
  [[nodiscard]] bool speaks_of(std::size_t sense);
  [[nodiscard]] bool has_word(grammar::Symbol words) const;

  const Article& article_;
  const grammar::Chart& chart_;
  const Words& words_;
  std::array<Spoken, kCount> spoken_{};  // of the sentence
};

}  // namespace tally
