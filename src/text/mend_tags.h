// Verbs that the tagger took for nouns or participles, told by the numbers beside them:
//
//   "The canton [houses] 3,600 refugees"     a plural noun between a noun and a count is a verb
//   "The number of thefts [tripled] to 369"  so is a participle before "to 369", where no verb is finite
//   "killed 14 people and [injured] 38"      and an adjective between a joint and a bare number
#pragma once

#include "tally/article.h"

namespace tally {

// Mends the tags of one sentence, a range of tokens. Needs amounts.
void mend_tags(Article& article, Range sentence);

}  // namespace tally
