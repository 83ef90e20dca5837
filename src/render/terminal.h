// What the terminal listings share: columns, wrapping and colours.
//
// Emphasis inside a text is marked by kStrong and kPlain, which take no column and which no article
// can smuggle in (one_line drops control characters); they become bold, or nothing.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/lookup.h"
#include "tally/render.h"

namespace tally {

inline constexpr char kStrong = '\x01';
inline constexpr char kPlain = '\x02';

enum class Ink : std::uint8_t { plain, bold, dim, red, green, yellow, blue, heading };

// How many columns a text takes: two for wide East Asian characters, none for combining marks.
[[nodiscard]] std::size_t columns(std::string_view text);
// Lines of at most `width` columns, broken at spaces; a longer word is cut.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);
// Padded with spaces to `width` columns, at its end or (right-aligned) before it.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width, bool right = false);
// Cut to `width` columns with "…" at its end.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

// Collects lines for one terminal.
class Screen {
 public:
  explicit Screen(const TextOptions& options);

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] std::string paint(std::string_view text, Ink ink) const;
  // Wrapped text, the first line after `lead`, the others under where it began.
  void put(std::string_view lead, std::string_view text, Ink ink = Ink::plain);
  // A line as it is; may hold painted parts.
  void line(std::string_view text = {});
  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  std::string out_;
  std::size_t width_;
  bool colour_;
};

// A claim's sentence with its words marked (bold, or «so» without colours) and, under it, where it
// stands.
void put_words(Screen& screen, const Lookup& lookup, const RecordClaim& claim, std::string_view lead);

}  // namespace tally
