// Fractions in words: "nearly a third", "roughly a quarter", "three in four", "one in 45".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// What part of a whole the words leave room for.
struct Fraction {
  double low = 0;
  double high = 0;
  std::string words;
  std::size_t length = 0;  // tokens from the first hedge on
  bool beside = true;      // in the sentence of the number that it is said of

  [[nodiscard]] bool holds(double part) const { return low <= part && part <= high; }
  // How much of all fractions that numbers may come to it covers, by their logarithm.
  [[nodiscard]] double width() const;
};

// Words, numbers and marks of a text, in lower case: "1,290 of them, roughly" → 1,290 · of · them · , ·
// roughly
[[nodiscard]] std::vector<std::string> fraction_tokens(std::string_view text);
// The fraction that begins at the token, its hedges with it.
[[nodiscard]] std::optional<Fraction> fraction_at(const std::vector<std::string>& tokens, std::size_t at);

}  // namespace tally
