// A place in an article: a half-open range of bytes into its UTF-8 text.
//
//   text   a b c é d            "é" is two bytes
//   byte   0 1 2 3 5 6          Span{3, 5} is "é"
//
// Spans always fall on code-point borders. Other programs see code points (see
// tally/utf8.h for the conversion); inside the program everything is bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace tally {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

// The smallest span that holds both; an empty span counts for nothing.
[[nodiscard]] constexpr Span cover(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace tally
