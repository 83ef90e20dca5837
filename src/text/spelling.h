// The letters of a word, as `lower` and `lemma` give them: where they stand already, in the text or in the
// vocabulary, or, where a rule has made them, here. Few words have to be made, so that few are copied.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace tally {

class Spelling {
 public:
  Spelling() = default;
  // Letters that stay where they are, of the text or of the vocabulary.
  explicit Spelling(std::string_view standing) : standing_(standing) {}
  explicit Spelling(std::string&& made) : made_(std::move(made)) {}

  // NOLINTNEXTLINE(google-explicit-constructor): it is letters
  operator std::string_view() const { return view(); }
  [[nodiscard]] std::string_view view() const { return made_.empty() ? standing_ : std::string_view(made_); }
  [[nodiscard]] std::string str() const { return std::string(view()); }

  [[nodiscard]] bool empty() const { return view().empty(); }
  [[nodiscard]] std::size_t size() const { return view().size(); }
  [[nodiscard]] bool starts_with(std::string_view front) const { return view().starts_with(front); }
  [[nodiscard]] bool ends_with(std::string_view end) const { return view().ends_with(end); }
  [[nodiscard]] bool contains(std::string_view part) const {
    return view().find(part) != std::string_view::npos;
  }

  // A word that the program names: its length is known when it is compiled, so that nothing is called.
  template <std::size_t size>
  [[nodiscard]] friend bool operator==(const Spelling& spelling, const char (&word)[size]) {
    const std::string_view letters = spelling.view();
    return letters.size() == size - 1 && std::memcmp(letters.data(), word, size - 1) == 0;
  }
  [[nodiscard]] friend bool operator==(const Spelling& spelling, std::string_view word) {
    return spelling.view() == word;
  }
  [[nodiscard]] friend bool operator==(const Spelling& a, const Spelling& b) { return a.view() == b.view(); }

 private:
  std::string_view standing_;
  std::string made_;  // empty: they stand elsewhere
};

// Two words as one, as in "set_fire".
[[nodiscard]] inline std::string joined(std::string_view first, char between, std::string_view second) {
  std::string both;
  both.reserve(first.size() + 1 + second.size());
  return both.append(first).append(1, between).append(second);
}

}  // namespace tally
