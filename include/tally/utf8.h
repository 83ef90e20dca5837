// UTF-8: validation and the way between bytes (inside the program) and code points (outside).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// Byte position of the first invalid sequence; nullopt for valid UTF-8 (no surrogates, no
// overlong forms, nothing past U+10FFFF).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);
// Length of the valid sequence that starts at `at`; 0 where there is none.
[[nodiscard]] std::size_t valid_utf8_length(std::string_view text, std::size_t at);

// The code point that starts at `at` (which must be a border) and its length in bytes.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

// Byte positions → code point positions of one text. Costs one pass to build, then constant
// time a look-up.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  [[nodiscard]] std::uint32_t of_byte(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  // Code points before byte 256·i; empty where the text is all ASCII.
  std::vector<std::uint32_t> before_;
};

}  // namespace tally
