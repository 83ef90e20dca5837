// Chunks and quotations → sayings, sentence by sentence: a verb of saying, its source on one side, its
// content on the other or before both.
//
//   S said (that) C      C, S said.      C, said S.      C, S said, C.      “C,” S said. “C.”
#include "claim/sayings.h"

#include <algorithm>
#include <array>

#include "claim/saying_finder.h"
#include "text/vocabulary.h"

namespace tally {

std::vector<Saying> find_sayings(const Scene& scene) {
  std::vector<Saying> sayings;
  SayingFinder finder(scene, sayings);
  for (Index sentence = 0; sentence < scene.article().sentences.size(); ++sentence) {
    if (scene.is_news(sentence)) finder.read(sentence);
  }
  finder.finish();
  std::ranges::stable_sort(sayings, {}, [](const Saying& saying) { return saying.content.front().begin; });
  return sayings;
}

}  // namespace tally
