// The pieces of a line of `tally dump`: words in quotation marks, and bare ones, each with its label.
//
//   counted="dry wells"   2016-03   mod=END
#pragma once

#include <string>
#include <string_view>

namespace tally {

inline void add_words(std::string& line, std::string_view label, std::string_view words) {
  line += ' ';
  if (!label.empty()) (line += label) += '=';
  line += '"';
  for (const char c : words) line += c == '\n' ? ' ' : c;
  line += '"';
}

inline void add(std::string& line, std::string_view label, std::string_view word) {
  if (word.empty()) return;
  line += ' ';
  if (!label.empty()) (line += label) += '=';
  line += word;
}

}  // namespace tally
