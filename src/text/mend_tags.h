// Tags that the words and the numbers beside them prove wrong:
//
//   "the Kesselrig gold [mine]"              no pronoun, but the noun that its group lacks
//   "The canton [houses] 3,600 refugees"     a plural noun between a noun and a count is a verb
//   "The number of thefts [tripled] to 369"  so is a participle before "to 369", where no verb is finite
//   "killed 14 people and [injured] 38"      and an adjective between a joint and a bare number
#pragma once

#include "tally/article.h"

namespace tally {

// What the tagger took for verbs, pronouns and adverbs and is a noun or an adjective.
void mend_nouns(Article& article, Range sentence);
// What the tagger took for a noun or a participle and is a finite verb.
void mend_verbs(Article& article, Range sentence);

// Mends the tags of one sentence, a range of tokens. Needs amounts.
inline void mend_tags(Article& article, Range sentence) {
  if (sentence.size() <= 2) return;
  mend_nouns(article, sentence);
  mend_verbs(article, sentence);
}

}  // namespace tally
