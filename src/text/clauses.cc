// Chunks → clauses: which noun group does what a verb group says, and in which clause.
//
//   [The number of sailors [who reached the island] was 820 in 2011.]
//    main: subject "The number", verb "was"     relative: subject "sailors", verb "reached"
//
// One pass with a stack of open clauses. A verb group goes to the innermost clause that waits for
// one; a clause that has its verb already is coordinated, complemented or closed by what stands
// between its verb and the next.
#include <algorithm>

#include "text/clause_finder.h"
#include "text/phrases.h"
#include "text/stages.h"

namespace tally {
void ClauseFinder::find(Range chunks) {
  again_ = false;
  read(chunks);
  if (!again_ && !mend_past_tense()) return;
  article_.clauses.resize(first_);
  for (Index i = chunks.begin; i < chunks.end; ++i) chunk(i).clause = kNone;
  read(chunks);
}

void ClauseFinder::read(Range chunks) {
  chunks_ = chunks;
  open_.clear();
  first_ = static_cast<Index>(article_.clauses.size());
  push(ClauseKind::main, chunks.begin, kNone);
  for (Index at = chunks.begin; at < chunks.end; ++at) take(at);
  close_all(chunks.end);
  for (Index i = first_; i < article_.clauses.size(); ++i) finish(article_.clauses[i]);
}

bool ClauseFinder::is_text(Index at, std::string_view text) const {
  return at >= chunks_.begin && at < chunks_.end &&
         article_.text(article_.tokens[article_.chunks[at].head]) == text;
}

// Nobody follows so many clauses in one another: deeper ones stand side by side, so that what they span
// together stays in proportion to the text.
constexpr std::size_t kDeepest = 24;

Index ClauseFinder::push(ClauseKind kind, Index at, Index marker) {
  while (open_.size() >= kDeepest) pop(at);
  const Index parent = open_.empty() ? kNone : open_.back();
  article_.clauses.push_back({.kind = kind,
                              .chunks = {at, at},
                              .sentence = article_.chunks[chunks_.begin].sentence,
                              .parent = parent,
                              .marker = marker});
  open_.push_back(static_cast<Index>(article_.clauses.size() - 1));
  return open_.back();
}

void ClauseFinder::take(Index at) {
  switch (chunk(at).kind) {
    case ChunkKind::relative:
      take_relative(at);
      break;
    case ChunkKind::subordinator:
      take_subordinator(at);
      break;
    case ChunkKind::verb:
      take_verb(at);
      break;
    case ChunkKind::punctuation:
      take_punctuation(at);
      return;
    default:
      break;
  }
  chunk(at).clause = open_.back();
}

void ClauseFinder::take_relative(Index at) {
  // "of whom", "in which": the preposition belongs to the clause too.
  const Index before = is_kind(at - 1, ChunkKind::preposition) ? at - 1 : at;
  const Index noun = antecedent(before);
  // "in August, when ten fled": the clause hangs on the time.
  const Index last = is_text(before - 1, ",") ? before - 2 : before - 1;
  const bool on_time = before > chunks_.begin + 1 && is_kind(last, ChunkKind::time) && is_text(at, "when");
  // "what", "how many", "when": a question or free relative where no noun stands before.
  push(noun == kNone && !on_time && top().verb != kNone ? ClauseKind::complement : ClauseKind::relative, at,
       at);
  top().subject = noun;
}

void ClauseFinder::take_subordinator(Index at) {
  if (governs_noun_only(at)) {
    chunk(at).kind = ChunkKind::preposition;
    return;
  }
  const bool says_what = is_text(at, "that") || is_text(at, "whether");
  push(says_what && top().verb != kNone ? ClauseKind::complement : ClauseKind::adverbial, at, at);
}

void ClauseFinder::take_punctuation(Index at) {
  const Tag tag = head_tag(at);
  if (tag == Tag::open_bracket) {
    push(ClauseKind::fragment, at, kNone);
  } else if (tag == Tag::close_bracket) {
    close_bracket(at);
    return;
  } else if (is_dash(at)) {
    take_dash(at);
    return;
  } else if (tag == Tag::colon || (is_text(at, ";") && clause_follows(at))) {
    start_anew(at);
  }
  chunk(at).clause = open_.back();
}

bool ClauseFinder::clause_follows(Index at) {
  Index noun = kNone;
  for (Index i = at + 1; i < chunks_.end && !is_text(i, ";"); ++i) {
    if (is_kind(i, ChunkKind::relative) || is_kind(i, ChunkKind::subordinator)) return false;
    if (is_kind(i, ChunkKind::noun) && !is_kind(i - 1, ChunkKind::preposition)) noun = i;
    if (is_kind(i, ChunkKind::verb)) return noun != kNone && group_of(i).finite;
  }
  return false;
}

void ClauseFinder::take_dash(Index at) {
  if (in_bracket()) {
    close_bracket(at);
    return;
  }
  if (top().verb == kNone && pair_of_dash(at))
    push(ClauseKind::fragment, at, kNone);
  else if (!is_text(at, "-"))
    start_anew(at);
  chunk(at).clause = open_.back();
}

bool ClauseFinder::pair_of_dash(Index at) const {
  for (Index i = at + 1; i < chunks_.end; ++i) {
    if (is_dash(i)) return true;
  }
  return false;
}

void ClauseFinder::close_bracket(Index at) {
  std::size_t depth = open_.size();
  while (depth > 0 && article_.clauses[open_[depth - 1]].kind != ClauseKind::fragment) --depth;
  chunk(at).clause = open_.back();
  if (depth < 2) return;
  while (open_.size() >= depth) pop(at + 1);
}

void ClauseFinder::start_anew(Index at) {
  if (in_bracket()) return;
  close_all(at);
  push(ClauseKind::main, at, kNone);
}

bool ClauseFinder::in_bracket() const {
  return std::ranges::any_of(open_,
                             [&](Index i) { return article_.clauses[i].kind == ClauseKind::fragment; });
}

const VerbGroup& ClauseFinder::group_of(Index verb) {
  VerbGroup& group = article_.verb_groups[verb];
  if (group.main == kNone) group = detail::read_verb_group(article_, verb);
  return group;
}

void ClauseFinder::set_head_tag(Index verb, Tag tag) {
  article_.tokens[chunk(verb).head].tag = tag;
  article_.verb_groups[verb] = {};
}

void find_clauses(Article& article) {
  article.verb_groups.assign(article.chunks.size(), {});
  ClauseFinder finder(article);
  for (Index begin = 0; begin < article.chunks.size();) {
    Index end = begin + 1;
    while (end < article.chunks.size() && article.chunks[end].sentence == article.chunks[begin].sentence)
      ++end;
    const auto first = static_cast<Index>(article.clauses.size());
    finder.find({begin, end});
    article.sentences[article.chunks[begin].sentence].clauses = {first,
                                                                 static_cast<Index>(article.clauses.size())};
    begin = end;
  }
  for (Index i = 0; i < article.chunks.size(); ++i) {
    if (article.chunks[i].kind == ChunkKind::verb) (void)finder.group_of(i);
  }
}

}  // namespace tally
