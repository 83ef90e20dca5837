// How far the words go that tell who a source is: appositions and relative clauses behind it.
//
//   said |Ann Berg, a nurse at the ward, who was there all night|
#include "claim/saying_finder.h"

namespace tally {

// "One engineer who inspected [the hospital] told us": the noun before the verb is another's object.
bool SayingFinder::is_within_relative(Index noun, Index clause) const {
  const Index inner = scene_.clause_of(noun);
  if (inner == clause || inner == kNone || clause == kNone) return false;
  const Index subject = scene_.subject_of(clause);
  return scene_.clause(inner).kind == ClauseKind::relative && scene_.clause(inner).subject == subject &&
         subject != kNone && subject < noun && scene_.kind(subject) == ChunkKind::noun;
}

bool SayingFinder::only_relative_verbs(Index begin, Index end) const {
  for (Index i = begin; i < end; ++i) {
    if (is_quote_mark(i)) return false;
    if (!is_kind(i, ChunkKind::verb)) continue;
    const Index clause = scene_.clause_of(i);
    const bool hangs = clause != kNone && (scene_.clause(clause).kind == ClauseKind::relative ||
                                           scene_.clause(clause).kind == ClauseKind::infinitive);
    if (!hangs) return false;
  }
  return true;
}

Index SayingFinder::described_end(Index chunk) const {
  Index last = appositive_end(chunk);
  while (last + 1 < chunks_.end) {
    Index next = last + 1;
    const std::string_view text =
        is_kind(next, ChunkKind::punctuation) ? scene_.head_text(next) : std::string_view();
    if (text == "(") {
      while (next < chunks_.end && !(is_kind(next, ChunkKind::punctuation) && scene_.head_text(next) == ")"))
        ++next;
      if (next >= chunks_.end) break;
      last = next;
      continue;
    }
    if (text != "," || next + 1 >= chunks_.end) break;
    Index inner = next + 1;
    while (is_kind(inner, ChunkKind::adverb)) ++inner;
    if (is_time(inner) || (!is_kind(inner, ChunkKind::noun) && !is_kind(inner, ChunkKind::relative))) break;
    const bool relative = is_kind(inner, ChunkKind::relative);
    // To the next comma, quotation or the end; a relative clause may hold verbs, an apposition none.
    Index stop = inner;
    while (stop < chunks_.end && !is_comma(stop) && !is_quote_mark(stop) &&
           !(is_kind(stop, ChunkKind::punctuation) && scene_.head_text(stop) != "(" &&
             scene_.head_text(stop) != ")" && scene_.head_text(stop) != "-"))
      ++stop;
    if (!relative && !only_relative_verbs(inner, stop)) break;
    last = stop - 1;
  }
  return last;
}

}  // namespace tally
