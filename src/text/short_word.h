// A short word of ASCII letters and digits, read sixteen bytes at a time: where it ends, its lower-case form
// and its flags of letter case. No loop over characters, no branch on them.
//
//   "Korea paid 12 m"  →  size 5, "korea", kCapitalised
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "tally/syntax.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tally {

class ShortWord {
 public:
  static constexpr std::size_t kCapacity = 16;  // bytes that are read
  // The first letter is that of the lowest byte.
  static constexpr bool kIsPossible = std::endian::native == std::endian::little;
  using Letters = std::array<std::uint64_t, kCapacity / 8>;

  explicit ShortWord(const char* text) {
    const Bits found = look(text);
    // The bits of the bytes before the first that is no letter or digit.
    const std::uint32_t kept = (found.words ^ (found.words + 1)) >> 1U;
    size_ = static_cast<std::size_t>(std::countr_one(found.words));
    uppers_ = found.uppers & kept;
    letters_ = found.letters & kept;
    // What stands behind the word is no part of its form.
    static constexpr std::array<std::uint64_t, 9> kKept = {0,
                                                           0xFF,
                                                           0xFFFF,
                                                           0xFFFFFF,
                                                           0xFFFFFFFF,
                                                           0xFFFFFFFFFF,
                                                           0xFFFFFFFFFFFF,
                                                           0xFFFFFFFFFFFFFF,
                                                           ~std::uint64_t{0}};
    small_[0] &= kKept[size_ < 8 ? size_ : 8];
    small_[1] &= kKept[size_ < 8 ? 0 : size_ - 8];
  }

  // kCapacity: it may go on.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint8_t flags() const {
    const bool several = (uppers_ & (uppers_ - 1U)) != 0;
    return static_cast<std::uint8_t>(((uppers_ & 1U) != 0 ? kCapitalised : 0) |
                                     (several && uppers_ == letters_ ? kAllCapitals : 0));
  }
  // The lower-case form, eight letters in a number, zeros behind it.
  [[nodiscard]] const Letters& small() const { return small_; }
  // The same as text; kCapacity bytes.
  void copy_small(char* to) const { std::memcpy(to, small_.data(), kCapacity); }

 private:
  // Which bytes are letters and digits, letters, capitals: a bit each.
  struct Bits {
    std::uint32_t words = 0;
    std::uint32_t letters = 0;
    std::uint32_t uppers = 0;
  };

#if defined(__SSE2__)
  // Makes the capitals small in `small_` on the way.
  Bits look(const char* text) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
    const __m128i case_bit = _mm_set1_epi8(0x20);
    const __m128i letters = between(_mm_or_si128(bytes, case_bit), 'a', 26);
    const __m128i uppers = between(bytes, 'A', 26);
    const __m128i words = _mm_or_si128(letters, between(bytes, '0', 10));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(small_.data()),
                     _mm_or_si128(bytes, _mm_and_si128(uppers, case_bit)));
    return {bits(words), bits(letters), bits(uppers)};
  }
  // Which of the bytes are among so many from a character on.
  static __m128i between(__m128i bytes, char first, char count) {
    const __m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first - -128)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(count - 128)));
  }
  static std::uint32_t bits(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }
#else
  Bits look(const char* text) {
    Bits found;
    for (std::size_t i = 0; i < kCapacity; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      const bool upper = byte - unsigned{'A'} < 26, digit = byte - unsigned{'0'} < 10;
      const bool letter = (byte | 0x20U) - unsigned{'a'} < 26;
      found.words |= (letter || digit ? 1U : 0U) << i;
      found.letters |= (letter ? 1U : 0U) << i;
      found.uppers |= (upper ? 1U : 0U) << i;
      small_[i / 8] |= std::uint64_t{byte | (upper ? 0x20U : 0U)} << i % 8 * 8;
    }
    return found;
  }
#endif

  Letters small_{};
  std::uint32_t uppers_ = 0;  // of its bytes, a bit each
  std::uint32_t letters_ = 0;
  std::size_t size_ = 0;
};

}  // namespace tally
