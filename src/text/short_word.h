// A short word of ASCII letters and digits, read eight bytes at a time: where it ends, its lower-case form
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

namespace tally {

class ShortWord {
 public:
  static constexpr std::size_t kCapacity = 16;  // bytes that are read
  // The first letter is that of the lowest byte.
  static constexpr bool kIsPossible = std::endian::native == std::endian::little;

  explicit ShortWord(const char* text) {
    std::memcpy(small_.data(), text, kCapacity);
    for (std::size_t i = 0; i < small_.size(); ++i) {
      std::uint64_t& eight = small_[i];
      const std::uint64_t low = eight & ~kTops;
      const std::uint64_t ascii = ~eight & kTops;
      const std::uint64_t upper = between<'A', 'Z'>(low) & ascii;
      const std::uint64_t letter = between<'a', 'z'>(low | kTops >> 2U) & ascii;
      const std::uint64_t others = (letter | (between<'0', '9'>(low) & ascii)) ^ kTops;
      const auto size = static_cast<unsigned>(std::countr_zero(others)) / 8;
      const std::uint64_t kept = others == 0 ? kTops : ((others & -others) - 1U) & kTops;
      uppers_[i] = upper & kept;
      letters_[i] = letter & kept;
      eight |= (upper & kept) >> 2U;
      size_ += size;
      if (size < 8) break;
    }
  }

  // kCapacity: it may go on.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint8_t flags() const {
    const auto several = [](std::uint64_t bits) { return (bits & (bits - 1U)) != 0; };
    const bool two = several(uppers_[0]) || several(uppers_[1]) || (uppers_[0] != 0 && uppers_[1] != 0);
    const bool is_capitalised = (uppers_[0] & 0x80U) != 0;
    return static_cast<std::uint8_t>((is_capitalised ? kCapitalised : 0) |
                                     (two && uppers_ == letters_ ? kAllCapitals : 0));
  }
  // The lower-case form, and what stands behind it; kCapacity bytes.
  void copy_small(char* to) const { std::memcpy(to, small_.data(), kCapacity); }

 private:
  static constexpr std::uint64_t kTops = 0x8080808080808080U;

  // The top bits of the bytes between two characters; no byte has its own set.
  template <unsigned char kFirst, unsigned char kLast>
  static std::uint64_t between(std::uint64_t bytes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    return ((bytes + kOnes * (0x80U - kFirst)) ^ (bytes + kOnes * (0x7FU - kLast))) & kTops;
  }

  using Eights = std::array<std::uint64_t, kCapacity / 8>;

  Eights small_{};
  Eights uppers_{};  // the top bits of their bytes
  Eights letters_{};
  std::size_t size_ = 0;
};

}  // namespace tally
