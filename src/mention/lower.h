// The lower-case form of a token, without allocation: ASCII letters only, as the grammar's words
// are compared.
#pragma once

#include <array>
#include <string_view>

namespace tally::grammar {

class LowerBuffer {
 public:
  // Good until the next call. Words longer than the buffer come back as they are: no grammar has them.
  std::string_view lower(std::string_view word) {
    if (word.size() > buffer_.size()) return word;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      buffer_[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return {buffer_.data(), word.size()};
  }

 private:
  std::array<char, 48> buffer_{};
};

}  // namespace tally::grammar
