// Lengths of time as the value of a measure: "the average delay was 17 minutes", "waited 43 days on average".
#include <optional>

#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Only adverbs stand between the verb and the chunk.
bool stands_behind(const Scene& scene, Index verb, Index chunk) {
  Index at = verb + 1;
  while (at < chunk && scene.kind(at) == ChunkKind::adverb) ++at;
  return at == chunk;
}

}  // namespace

void UseFinder::find_duration() {
  // "exceeded on 62 days", "62 days above the limit": days that are counted, not how long it took.
  const Index next = use_.chunk + 1;
  const bool above = scene_.same_sentence(use_.chunk, next + 1) && scene_.kind(next + 1) == ChunkKind::noun &&
                     is_bound_word(scene_.words(next));
  // "88 days in 2018, then 71": of a period they are counted, too.
  const bool within = scene_.same_sentence(use_.chunk, next + 1) && scene_.is_word(next, "in") &&
                      scene_.kind(next + 1) == ChunkKind::time && preposition_.empty();
  // "spent 1.31 million nights": as many are a sum of what many people did.
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  constexpr std::int64_t kSummed = 10'000;
  const bool summed = (amount_.unit == "day" || amount_.unit == "night") && printed &&
                      *printed >= Decimal(kSummed) && use_.clause != kNone;
  // "158,900 hours of spilling": added up over many.
  const bool heap = (amount_.unit == "hour" || amount_.unit == "night") && printed &&
                    *printed >= Decimal(1000) && scene_.same_sentence(use_.chunk, next + 1) &&
                    scene_.is_word(next, "of") && scene_.kind(next + 1) == ChunkKind::noun;
  if (summed || heap || (amount_.unit == "day" && (preposition_ == "on" || above || within))) {
    use_.use = Use::counted;
    return;
  }
  if (use_.clause == kNone) return;
  // "delayed trains by 141,700 minutes": nobody tells a span of time that way; it was added up.
  if (amount_.value && amount_.value->printed() && *amount_.value->printed() >= Decimal(1000)) {
    use_.measure = subject_measure(scene_, use_.clause);
    if (use_.measure != kNone) set(Use::value);
    return;
  }
  const Index subject = subject_measure(scene_, use_.clause);
  if (subject == kNone) return;
  use_.measure = subject;
  // "a guest stayed for 5.1 nights": told to a part of a day it is a mean.
  const bool mean = printed && !printed->is_integer() && *printed > Decimal(1) && preposition_ == "for";
  if (mean) {
    set(Use::value);
  } else if (measures_time(subject)) {
    const bool target = preposition_ == "to" || preposition_ == "at" || preposition_.empty();
    if (is_base()) {
      use_.measure = subject;
    } else if (target && (is_reaching(scene_, use_.verb) || is_moving(scene_, use_.verb)) &&
               (!preposition_.empty() || stands_behind(scene_, use_.verb, use_.chunk))) {
      if (is_moving(scene_, use_.verb) && preposition_.empty() && !is_reaching(scene_, use_.verb)) return;
      use_.direction = direction_of(scene_, use_.verb);
      set(Use::value);
    }
  }
}

bool UseFinder::measures_time(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (is(head, WordClass::duration_noun)) return true;
  return says_average(scene_, chunk) || is(head, WordClass::average_noun);
}

}  // namespace tally
