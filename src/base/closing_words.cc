// See closing_words.h.
#include "base/closing_words.h"

#include <array>

#include "base/characters.h"

namespace tally {

std::size_t closing_words(std::string_view before) {
  constexpr std::array<std::string_view, 5> kClosing = {" to", " ended", " ending", " to the", " ended on"};
  const std::size_t last = before.find_last_not_of(' ');
  const std::string_view words = before.substr(0, last == std::string_view::npos ? 0 : last + 1);
  for (const std::string_view closing : kClosing) {
    if (words.size() > closing.size() && equals_lower(words.substr(words.size() - closing.size()), closing))
      return before.size() - words.size() + closing.size();
  }
  return 0;
}

}  // namespace tally
