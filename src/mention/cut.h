// Words of scripts that write numbers, counters and particles together, cut into words that the
// grammar knows. Part of Chart (grammar_cut.cc).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally::grammar {

// The letters of "RM42" and "USD115", where nothing but digits follows them; 0: no such word.
[[nodiscard]] inline std::size_t letters_before_digits(std::string_view text) {
  constexpr std::size_t kLongestCode = 4;
  const std::size_t letters = text.find_first_of("0123456789");
  const bool whole = letters != std::string_view::npos &&
                     text.find_first_not_of("0123456789", letters) == std::string_view::npos;
  return whole && letters <= kLongestCode ? letters : 0;
}

// The letters and digits of "RM45m" and "EUR5bn": how long they are before what may be a multiplier; 0: no
// such word.
[[nodiscard]] inline std::size_t size_before_multiplier(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  if (text.size() > kLongest || text.size() < 3 || (text.back() != 'm' && text.back() != 'n')) return 0;
  const std::size_t digits = text.find_last_of("0123456789") + 1;
  if (digits == 0 || letters_before_digits(text.substr(0, digits)) == 0) return 0;
  const std::string_view rest = text.substr(digits);
  return rest == "m" || rest == "mn" || rest == "bn" || rest == "tn" ? digits : 0;
}

// Token::flags of a piece that is a suffix ("이" of "명이"): it ends a word and is none by itself.
inline constexpr std::uint8_t kCutSuffix = 128;

}  // namespace tally::grammar
