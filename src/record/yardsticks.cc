// Words for ways of counting one thing: "net", "on paper", "seasonally adjusted", "in the calendar year".
//
// Kinds of things ("permanent" and "temporary" posts) are none: who counts both has two numbers, and no two
// counts of one.
#include "record/yardsticks.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "record/nearby.h"

namespace tally {
namespace {

// Ways that are told against each other: of one group only one can hold for a number.
struct Way {
  int group;
  std::string_view words;  // in lower case, one space between
};

constexpr std::array<Way, 46> kWays = {{{1, "net"},
                                        {1, "gross"},
                                        {1, "before tax"},
                                        {1, "after tax"},
                                        {1, "pre tax"},
                                        {1, "before deductions"},
                                        {1, "after deductions"},
                                        {2, "nominal"},
                                        {2, "in real terms"},
                                        {2, "adjusted for inflation"},
                                        {2, "inflation adjusted"},
                                        {2, "at constant prices"},
                                        {3, "seasonally adjusted"},
                                        {3, "adjusted for seasonal"},
                                        {3, "without seasonal adjustment"},
                                        {3, "unadjusted"},
                                        {4, "provisional"},
                                        {4, "provisionally"},
                                        {4, "preliminary"},
                                        {4, "final"},
                                        {4, "flash estimate"},
                                        {4, "first estimate"},
                                        {4, "initial estimate"},
                                        {4, "initially"},
                                        {4, "originally"},
                                        {5, "official"},
                                        {5, "officially"},
                                        {5, "unofficial"},
                                        {5, "unofficially"},
                                        {5, "registered"},
                                        {5, "documented"},
                                        {5, "on paper"},
                                        {5, "in reality"},
                                        {5, "estimated"},
                                        {6, "calendar year"},
                                        {6, "fiscal year"},
                                        {6, "financial year"},
                                        {6, "school year"},
                                        {7, "median"},
                                        {7, "on average"},
                                        {8, "at its peak"},
                                        {8, "at the peak"},
                                        {8, "at one time"},
                                        {9, "underlying"},
                                        {9, "like for like"},
                                        {9, "full time equivalent"}}};

// The words with one space between and around them.
std::string spaced(std::string_view text) {
  std::string line = " ";
  for (const std::string& word : plain_words(text)) line += word + ' ';
  return line;
}

bool names(const std::string& line, std::string_view words) {
  return line.find(' ' + std::string(words) + ' ') != std::string::npos;
}

}  // namespace

std::string ways_apart(std::string_view a, std::string_view b) {
  const std::string first = spaced(a);
  const std::string second = spaced(b);
  std::string one;
  for (const Way& way : kWays) {
    const bool here = names(first, way.words);
    if (here == names(second, way.words)) continue;
    for (const Way& other : kWays) {
      const bool facing = other.group == way.group && other.words != way.words;
      if (facing && names(here ? second : first, other.words) && !names(here ? first : second, other.words))
        return here ? std::string(way.words) + " against " + std::string(other.words)
                    : std::string(other.words) + " against " + std::string(way.words);
    }
    if (one.empty()) one = way.words;
  }
  return one;
}

}  // namespace tally
