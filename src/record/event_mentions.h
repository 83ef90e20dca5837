// Sentences of other reports that speak of a happening without telling it anew: "the Clondalkin fire last
// May", "the 23 who left the range on 9 October".
#pragma once

#include <vector>

#include "record/merger.h"

namespace tally {

// Joins happenings where a sentence that tells the one speaks of the other, and returns the sentences that
// speak of a happening, the best of each report; `group` is its first telling.
struct MentionOfEvent {
  Index telling = kNone;
  Index document = kNone;
  Span span;
};
[[nodiscard]] std::vector<MentionOfEvent> find_mentions(Merger& merger, const std::vector<Telling>& tellings,
                                                        const Company& company, Words& words);

}  // namespace tally
