// The printed names of word classes.
#include "text/word_class.h"

#include <array>
#include <cstddef>

namespace tally {
namespace {

constexpr std::array kNames = {
#define X(name) std::string_view(#name),
    TALLY_WORD_CLASSES(X)
#undef X
};
static_assert(kNames.size() == static_cast<std::size_t>(WordClass::count));

}  // namespace

std::string_view name(WordClass word_class) {
  const auto at = static_cast<std::size_t>(word_class);
  return at < kNames.size() ? kNames[at] : std::string_view();
}

std::optional<WordClass> word_class_named(std::string_view word) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == word) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

}  // namespace tally
