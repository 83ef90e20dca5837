// Reads the notation of tests/record/README.md: reports given by their claims, and what the record
// must make of them. Used by tests and the benchmark only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tally/record.h"

namespace tally {

struct StoryLine {
  int number = 0;
  std::vector<std::string> words;
  std::multimap<std::string, std::string> keys;
  [[nodiscard]] std::string key(const std::string& name) const;
};

struct Story {
  std::vector<Document> documents;
  std::vector<Decision> decisions;
  std::vector<StoryLine> expected;
  std::map<std::string, Id> claims;   // label → id
  std::map<std::string, Id> reports;  // name → id
  std::vector<std::string> mistakes;  // of the notation, with line numbers
};

[[nodiscard]] Story read_story(std::string_view text);

}  // namespace tally
