// The regular inflected forms of an English lemma, and the way back from a form that the vocabulary
// does not know. Irregular forms come from lists.
//
//   verb_forms("carry") → carries, carried, carrying
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tally/syntax.h"

namespace tally {

struct VerbForms {
  std::string third, past, participle;
};

[[nodiscard]] std::string plural(std::string_view noun);
[[nodiscard]] VerbForms verb_forms(std::string_view verb);
// Comparative and superlative in -er and -est.
[[nodiscard]] std::vector<std::string> compared_forms(std::string_view adjective);
// The likely lemma of an unknown lower-case word with this tag.
[[nodiscard]] std::string guess_lemma(std::string_view lower_case, Tag tag);

}  // namespace tally
