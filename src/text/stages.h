// The stages of this folder: each reads layers of the article and adds one.
#pragma once

#include <span>

#include "tally/article.h"

namespace tally {

// blocks → sentences. ICU sentence breaks, mended by lists of abbreviations and initials.
void find_sentences(Article& article);
// sentences → tokens, with their vocabulary ids.
void find_tokens(Article& article);
// tokens → part of speech and tag, in place.
void tag_tokens(Article& article);
// The same for chosen sentences only.
void tag_tokens(Article& article, std::span<const Index> sentences);
// tagged tokens → chunks.
void find_chunks(Article& article);
// chunks → clauses.
void find_clauses(Article& article);

}  // namespace tally
