// What single words of a source tell, for source_words.cc and source_bodies.cc.
//
//   first_head("a lawyer for the company")   lawyer
#pragma once

#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

[[nodiscard]] bool is_person_word(const Token& token);
[[nodiscard]] bool is_capital(const Token& token);
// "National Oceanic [and] Atmospheric Administration": the "and" at a place joins a body's name.
[[nodiscard]] bool joins_body(const Article& article, Range tokens, Index at);
// The head of the first noun group: the last word before "of", "for", a comma or the end.
[[nodiscard]] Index first_head(const Article& article, Range tokens);

}  // namespace tally
