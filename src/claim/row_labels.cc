// Sentences of a date and a number → their label and their heading.
#include "claim/row_labels.h"

#include "text/phrases.h"

namespace tally {
namespace {

constexpr Index kFarthestHeading = 40;  // sentences

bool is_mark(const Scene& scene, Index chunk) {
  const ChunkKind kind = scene.kind(chunk);
  return kind == ChunkKind::punctuation || kind == ChunkKind::other || scene.head(chunk).tag == Tag::ls ||
         scene.head(chunk).kind == TokenKind::symbol;
}

// The one time before a chunk, with nothing but marks beside it; kNone otherwise.
Index label_of(const Scene& scene, Range chunks, Index chunk) {
  Index time = kNone;
  for (Index i = chunks.begin; i < chunk; ++i) {
    if (scene.kind(i) == ChunkKind::time && time == kNone && scene.date_of(i) != nullptr) {
      time = i;
    } else if (!is_mark(scene, i)) {
      return kNone;
    }
  }
  return time;
}

bool starts_with_time(const Scene& scene, Range chunks) {
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) == ChunkKind::time) return true;
    if (!is_mark(scene, i)) return false;
  }
  return true;
}

bool ends_with_colon(const Scene& scene, Index sentence) {
  const Range chunks = scene.chunks_of(sentence);
  return !chunks.empty() && scene.is_word(chunks.end - 1, ":");
}

// Of "How we have grown (average attendance):" what the bracket says, else the first noun that no
// preposition governs.
Index heading_noun(const Scene& scene, Index sentence) {
  const Range chunks = scene.chunks_of(sentence);
  Index first = kNone;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::noun) continue;
    if (i > chunks.begin && scene.head(i - 1).tag == Tag::open_bracket) return i;
    if (first == kNone && scene.head(i).tag != Tag::prp && preposition_of(scene.article(), i).empty())
      first = i;
  }
  return first;
}

// The one name before a chunk that closes its line, with a mark between them; kNone otherwise.
Index name_of_row(const Scene& scene, Range chunks, Index chunk) {
  for (Index i = chunk + 1; i < chunks.end; ++i) {
    if (!is_mark(scene, i)) return kNone;
  }
  Index name = kNone;
  for (Index i = chunks.begin; i < chunk; ++i) {
    const bool number = scene.kind(i) == ChunkKind::noun && scene.head(i).kind == TokenKind::number;
    if (scene.kind(i) == ChunkKind::noun && !number && name == kNone) {
      name = i;
    } else if (!is_mark(scene, i) && !(number && name == kNone)) {
      return kNone;
    }
  }
  // "California $16.00" is no row without its mark.
  if (name == kNone || name + 1 >= chunk || !is_mark(scene, chunk - 1)) return kNone;
  const Mention* known = scene.name_in(scene.span(name));
  return known != nullptr && known->name_kind == NameKind::place ? name : kNone;
}

Index time_in(const Scene& scene, Index sentence) {
  const Range chunks = scene.chunks_of(sentence);
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) == ChunkKind::time && scene.date_of(i) != nullptr) return i;
  }
  return kNone;
}

bool has_verb(const Scene& scene, Range chunks) {
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) == ChunkKind::verb) return true;
  }
  return false;
}

}  // namespace

NamedRow named_row(const Scene& scene, Index chunk) {
  NamedRow row;
  const Index sentence = scene.article().chunks[chunk].sentence;
  const Index label = name_of_row(scene, scene.chunks_of(sentence), chunk);
  if (label == kNone) return row;
  for (Index back = 1; back <= sentence && back < kFarthestHeading; ++back) {
    const Index s = sentence - back;
    const Range chunks = scene.chunks_of(s);
    if (chunks.empty()) continue;
    const Range amounts = scene.article().sentences[s].tokens;
    const auto numbers = Scene::starting_in(scene.article().amounts, scene.article().span_of(amounts));
    const bool another =
        !numbers.empty() && !has_verb(scene, chunks) && !ends_with_colon(scene, s) &&
        name_of_row(scene, chunks, chunk_at(scene.article(), numbers.back().span.begin)) != kNone;
    if (another) continue;
    const BlockKind kind = scene.block_kind(s);
    const bool heads = ends_with_colon(scene, s) || kind == BlockKind::heading ||
                       kind == BlockKind::subtitle || kind == BlockKind::title;
    if (!heads) break;
    row.heading = heading_noun(scene, s);
    row.time = time_in(scene, s);
    row.label = label;
    break;
  }
  return row;
}

DatedRow dated_row(const Scene& scene, Index chunk) {
  DatedRow row;
  const Index sentence = scene.article().chunks[chunk].sentence;
  const Index time = label_of(scene, scene.chunks_of(sentence), chunk);
  if (time == kNone) return row;
  for (Index back = 1; back <= sentence && back < kFarthestHeading; ++back) {
    const Index s = sentence - back;
    const Range chunks = scene.chunks_of(s);
    if (chunks.empty() || (!ends_with_colon(scene, s) && starts_with_time(scene, chunks))) continue;
    const BlockKind kind = scene.block_kind(s);
    if (!ends_with_colon(scene, s) && kind != BlockKind::heading && kind != BlockKind::subtitle) break;
    row.heading = heading_noun(scene, s);
    row.time = time;
    break;
  }
  return row;
}

}  // namespace tally
