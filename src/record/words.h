// Words of slots as small sets of numbers, one number a family of derived words, so that slots are
// compared fast: "North Korean defectors" and "defections" share the root of "defect".
//
//   Words words;
//   words.roots("the number of North Korean defectors") → {north, korean, defect}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tally {

using Root = std::uint32_t;
using Roots = std::vector<Root>;  // sorted, each once

class Words {
 public:
  // The families of the content words: no articles, prepositions, words for counting or time.
  [[nodiscard]] Roots roots(std::string_view words);
  // All words in lower case, for names: only articles and prepositions are left out.
  [[nodiscard]] Roots name_words(std::string_view words);
  // The family of the last content word, the head of an English noun group; 0 where there is none.
  [[nodiscard]] Root head(std::string_view words);
  // The families of nouns that tell a happening: "earthquake", "strike", "march".
  [[nodiscard]] Roots happenings(std::string_view words);
  // Words for a people, and the words of the names of their countries: "kazakh" → kazakhstan.
  void peoples(std::string_view words, Roots& peoples, Roots& homes);
  // Reports say "killed" of whom others call dead, and "the toll" for how many they are: one root.
  [[nodiscard]] Roots with_one_death(const Roots& roots);
  [[nodiscard]] Root death();
  [[nodiscard]] Root life();
  // The last content word names a doing, no person and no thing: "defection", "arrivals".
  [[nodiscard]] static bool is_doing(std::string_view words);
  // A doing told by a noun that is made of its verb: "defection", no "vote" and no "case".
  [[nodiscard]] static bool is_deed(std::string_view words);
  [[nodiscard]] std::string_view text(Root root) const { return text_[root]; }
  // Without nouns for measures: output, number, rate.
  [[nodiscard]] Roots without_measures(const Roots& roots) const;
  // One family, or families that share a meaning: "drop" and "fall", "worker" and "employee".
  [[nodiscard]] bool alike(Root a, Root b) const;
  [[nodiscard]] bool alike(const Roots& a, const Roots& b) const;

 private:
  [[nodiscard]] Root number(std::string_view family);
  std::unordered_map<std::string, Root> numbers_;
  std::vector<std::string> text_ = {""};
};

[[nodiscard]] bool share(const Roots& a, const Roots& b);
[[nodiscard]] bool includes(const Roots& large, const Roots& small);
[[nodiscard]] Roots both(const Roots& a, const Roots& b);     // in a and in b
[[nodiscard]] Roots without(const Roots& a, const Roots& b);  // in a, not in b
[[nodiscard]] Roots together(const Roots& a, const Roots& b);

}  // namespace tally
