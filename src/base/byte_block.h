// Eight bytes of text at once: whether any of them is one of a few marks (Mycroft 1987: a byte that is zero
// lends from its neighbour's upper bit).
//
//   block_holds<0x20, '"', '\\'>(block_at("plain te"))   →   false
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tally {

inline constexpr std::size_t kByteBlock = 8;

// Whether one of eight bytes is below a limit, one of the marks, or beyond ASCII.
template <unsigned char limit, char... marks>
[[nodiscard]] inline bool block_holds(std::uint64_t block) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kUpper = 0x8080808080808080ULL;
  const std::uint64_t lent =
      (block - kOnes * limit) | (((block ^ kOnes * static_cast<unsigned char>(marks)) - kOnes) | ... | 0U);
  return ((block | lent) & kUpper) != 0;
}
// The upper bits of the bytes that are a mark, and perhaps of others behind one.
template <char mark>
[[nodiscard]] inline std::uint64_t bytes_like(std::uint64_t block) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  const std::uint64_t left = block ^ kOnes * static_cast<unsigned char>(mark);
  return (left - kOnes) & ~left & (kOnes << 7U);
}
[[nodiscard]] inline std::uint64_t block_at(const char* eight) {
  std::uint64_t block = 0;
  std::memcpy(&block, eight, sizeof block);
  return block;
}

// The upper bits of the bytes that are a digit: a sum carries into it from '0' on, and past '9'.
[[nodiscard]] inline std::uint64_t digits_in(std::uint64_t block) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kUpper = 0x8080808080808080ULL;
  const std::uint64_t low = block & ~kUpper;
  return (low + kOnes * (0x80 - '0')) & ~(low + kOnes * (0x7F - '9')) & ~block & kUpper;
}
// The first digit of a text from a place on; its size where there is none.
[[nodiscard]] inline std::size_t digit_from(std::string_view text, std::size_t at) {
  for (; at + kByteBlock <= text.size(); at += kByteBlock) {
    const std::uint64_t found = digits_in(block_at(text.data() + at));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / kByteBlock;
  }
  while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
  return at;
}

// The bytes of a text of fewer than eight, none left out, some twice, padded by letters.
[[nodiscard]] inline std::uint64_t short_block(std::string_view text) {
  constexpr std::uint32_t kLetters = 0x61616161;
  const char* const at = text.data();
  std::uint32_t head = kLetters;
  std::uint32_t tail = kLetters;
  if (text.size() >= sizeof head) {
    std::memcpy(&head, at, sizeof head);
    std::memcpy(&tail, at + text.size() - sizeof tail, sizeof tail);
  } else if (!text.empty()) {
    const std::array<char, sizeof head> all = {at[0], at[text.size() / 2], at[text.size() - 1], 'a'};
    std::memcpy(&head, all.data(), sizeof head);
  }
  return std::uint64_t{head} << 32U | tail;
}

}  // namespace tally
