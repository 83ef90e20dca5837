// Parts and wholes, told by the words between them.
#include "claim/parts.h"

#include <string>

#include "text/vocabulary.h"

namespace tally {
namespace {

bool in_bracket(const Scene& scene, Index chunk) {
  const Index clause = scene.clause_of(chunk);
  if (clause == kNone) return false;
  const Clause& own = scene.clause(clause);
  return own.kind == ClauseKind::fragment && own.parent != kNone;
}

// "including [12 women]", "among them [three children]".
bool follows_including(const Scene& scene, Index chunk) {
  if (chunk == 0 || !scene.same_sentence(chunk, chunk - 1)) return false;
  const Spelling before = lower(scene.article(), scene.head(chunk - 1));
  if (before == "including" || before == "include") return true;
  // "Of these, [228] died": over the comma.
  const Index pronoun = scene.is_word(chunk - 1, ",") ? chunk - 2 : chunk - 1;
  if (pronoun + 2 < chunk || pronoun == 0 || !scene.same_sentence(pronoun, chunk)) return false;
  const Tag tag = scene.head(pronoun).tag;
  const bool them = scene.kind(pronoun) == ChunkKind::noun && (tag == Tag::prp || tag == Tag::dt);
  return them && (scene.is_word(pronoun - 1, "among") || scene.is_word(pronoun - 1, "of"));
}

// "[30] of them", "[12] of those", "of whom [30] were women".
bool is_of_them(const Scene& scene, const AmountUse& use) {
  const Index after = use.chunk + 1;
  if (scene.same_sentence(use.chunk, after) && scene.is_word(after, "of") &&
      scene.same_sentence(use.chunk, after + 1)) {
    const Token& head = scene.head(after + 1);
    if (head.tag == Tag::prp || head.tag == Tag::wp || head.tag == Tag::wdt || head.tag == Tag::dt)
      return true;
  }
  if (use.clause == kNone) return false;
  const Index marker = scene.clause(use.clause).marker;
  return marker != kNone && marker > 0 && scene.kind(marker) == ChunkKind::relative &&
         scene.is_word(marker - 1, "of");
}

// "The total was made up of [33,290 men], …", "comprised", "consisted of": the parts are all there is.
bool makes_up(const Scene& scene, const AmountUse& use) {
  if (use.verb == kNone || scene.clause_of(use.chunk) != use.clause) return false;
  const Spelling verb = head_lemma(scene.article(), use.verb);
  const Spelling bare = lemma(scene.article(), scene.head(use.verb));
  return bare == "comprise" || bare == "consist" || verb == "make up" ||
         (bare == "make" && scene.is_word(use.verb + 1, "up"));
}

// "1,047 people: 202 men and 845 women".
bool follows_colon(const Scene& scene, Index chunk, Index whole) {
  return chunk > 0 && whole + 2 == chunk && scene.kind(chunk - 1) == ChunkKind::punctuation &&
         scene.is_word(chunk - 1, ":");
}

// "Of the 31 bodies found, [17] were women": the whole opens the sentence.
bool is_out_of(const Scene& scene, const AmountUse& use, Index whole) {
  if (whole == 0 || use.clause == kNone || scene.clause(use.clause).subject != use.chunk) return false;
  const Index of = whole - 1;
  return (scene.is_word(of, "of") || scene.words(of) == "out of") &&
         scene.chunks_of(scene.article().chunks[whole].sentence).begin == of;
}

// Men, women, children; tankers and carriers: none is counted twice, as tourists and children may be.
bool is_of_one_kind(const Scene& scene, const AmountUse& use) {
  const Index noun = scene.clause(use.clause).object;
  if (noun == kNone || scene.kind(noun) != ChunkKind::noun || scene.head(noun).tag != Tag::nns) return false;
  return is(scene.head(noun), WordClass::sex_or_age) || !is(scene.head(noun), WordClass::person);
}

bool includes(const Scene& scene, const AmountUse& use) {
  return use.verb != kNone && scene.clause_of(use.chunk) == use.clause &&
         scene.clause(use.clause).object == use.chunk &&
         lemma(scene.article(), scene.head(use.verb)) == "include";
}

}  // namespace

PartOf part_of(const Scene& scene, const AmountUse& use, Index whole) {
  if (whole == kNone) return PartOf::none;
  if (!use.is_share && makes_up(scene, use)) return PartOf::all;
  const bool here = scene.same_sentence(whole, use.chunk);
  // "Of these, 228 died" reaches back over its sentence.
  if (!here && use.chunk > 0 && scene.is_word(use.chunk - 1, ",") && follows_including(scene, use.chunk))
    return PartOf::some;
  if (here && (in_bracket(scene, use.chunk) || follows_colon(scene, use.chunk, whole))) return PartOf::all;
  if (here && is_out_of(scene, use, whole)) return is_of_one_kind(scene, use) ? PartOf::all : PartOf::some;
  if (is_of_them(scene, use) || includes(scene, use)) return PartOf::some;
  return here && follows_including(scene, use.chunk) ? PartOf::some : PartOf::none;
}

bool goes_on_list(const Scene& scene, Index part, Index chunk) {
  if (part == kNone || !scene.same_sentence(part, chunk)) return false;
  bool joint = false;
  for (Index i = part + 1; i < chunk; ++i) {
    const ChunkKind kind = scene.kind(i);
    if (kind == ChunkKind::verb) return false;
    if (kind == ChunkKind::punctuation && !scene.is_word(i, ",")) return false;
    joint = joint || kind == ChunkKind::punctuation || kind == ChunkKind::conjunction;
  }
  return joint;
}

}  // namespace tally
