// Lengths of time as the value of a measure: "the average delay was 17 minutes", "waited 43 days on average",
// "the strike lasted 11 days".
#include <optional>

#include "claim/use_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// Only adverbs stand between the verb and the chunk.
bool stands_behind(const Scene& scene, Index verb, Index chunk) {
  Index at = verb + 1;
  while (at < chunk && scene.kind(at) == ChunkKind::adverb) ++at;
  return at == chunk;
}

// "the strike [lasted] 11 days", "Firefighters [needed] six hours"
bool takes_time(std::string_view verb) {
  static constexpr NamedWords verbs = {"last", "need", "require", "spend", "take", "wait"};
  return verbs.contains(verb);
}

// "I", "we": how long it took them is told of one day.
bool is_speaker(const Scene& scene, Index subject) {
  return scene.is_word(subject, "i") || scene.is_word(subject, "we") || scene.is_word(subject, "you");
}

// "burned the town over [three days]": in the course of them.
bool is_spread_over(const Article& article, const Mention& amount) {
  const Index first = token_from(article, amount.span.begin);
  return first > 0 && lower(article, article.tokens[first - 1]) == "over";
}

}  // namespace

bool is_told_on_average(const Scene& scene, Index clause) {
  const Range chunks = scene.clause(clause).chunks;
  for (Index i = chunks.begin; i + 1 < chunks.end; ++i) {
    if (scene.is_word(i, "on") && scene.words(i + 1) == "average") return true;
  }
  return false;
}

bool is_told_of_many(const Scene& scene, const AmountUse& use) {
  if (use.clause != kNone && is_told_on_average(scene, use.clause)) return true;
  return use.measure != kNone && scene.kind(use.measure) == ChunkKind::noun &&
         (says_average(scene, use.measure) ||
          is_any(scene.head(use.measure), {WordClass::average_noun, WordClass::duration_noun}));
}

const Value& hedged_value(const Article& article, const Mention& amount) {
  if (amount.kind != MentionKind::duration) return *amount.value;
  for (const Mention& number : Scene::starting_in(article.amounts, amount.span)) {
    const bool same = number.span.begin == amount.span.begin && number.kind == MentionKind::number &&
                      !is_spread_over(article, amount);
    if (same && number.value && number.value->printed() == amount.value->printed()) return *number.value;
  }
  return *amount.value;
}

// Lengths of time that were counted or added up, not how long something took.
bool UseFinder::counts_time() const {
  // "exceeded on 62 days", "62 days above the limit"
  const Index next = use_.chunk + 1;
  const bool followed = scene_.same_sentence(use_.chunk, next + 1);
  const bool above =
      followed && scene_.kind(next + 1) == ChunkKind::noun && is_bound_word(scene_.words(next));
  // "88 days in 2018, then 71": of a period they are counted, too.
  const bool within = followed && scene_.is_word(next, "in") && scene_.kind(next + 1) == ChunkKind::time &&
                      preposition_.empty() && !is_spread_over(scene_.article(), amount_);
  if (amount_.unit == "day" && (preposition_ == "on" || above || within)) return true;
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  if (!printed) return false;
  // "spent 1.31 million nights": as many are a sum of what many people did.
  constexpr std::int64_t kSummed = 10'000;
  const bool nights = amount_.unit == "night";
  const bool summed =
      (amount_.unit == "day" || nights) && *printed >= Decimal(kSummed) && use_.clause != kNone;
  // "158,900 hours of spilling": added up over many.
  const bool heap = (amount_.unit == "hour" || nights) && *printed >= Decimal(1000) && followed &&
                    scene_.is_word(next, "of") && scene_.kind(next + 1) == ChunkKind::noun;
  return summed || heap;
}

void UseFinder::find_duration() {
  const bool counted = counts_time();
  if (!counted && is_compared()) return;
  if (counted) {
    use_.use = Use::counted;
    return;
  }
  if (use_.clause == kNone) return;
  // "Take [the two years] together": a stretch that is known, no length of anything.
  const Token& first = scene_.article().tokens[scene_.article().chunks[use_.chunk].tokens.begin];
  const bool known = first.tag == Tag::dt && scene_.words(use_.chunk).starts_with("the ") &&
                     scene_.clause(use_.clause).object == use_.chunk;
  if (known) return;
  // "spend [an average of] 54 minutes on the train"
  const Index noun = preposition_ == "of" ? governor(scene_, use_.chunk) : kNone;
  if (noun != kNone && scene_.kind(noun) == ChunkKind::noun &&
      (is(scene_.head(noun), WordClass::average_noun) || scene_.head_text(noun) == "total")) {
    const Index whose =
        scene_.clause(use_.clause).object == noun ? subject_measure(scene_, use_.clause) : noun;
    use_.measure = whose == kNone ? noun : whose;
    set(Use::value);
    return;
  }
  // "delayed trains by 141,700 minutes": nobody tells a span of time that way; it was added up.
  if (amount_.value && amount_.value->printed() && *amount_.value->printed() >= Decimal(1000)) {
    use_.measure = subject_measure(scene_, use_.clause);
    if (use_.measure != kNone) set(Use::value);
    return;
  }
  const Index subject = subject_measure(scene_, use_.clause);
  if (subject == kNone) return;
  use_.measure = subject;
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  // "a guest stayed for 5.1 nights": told to a part of a day it is a mean.
  const bool mean = printed && !printed->is_integer() && *printed > Decimal(1) && preposition_ == "for";
  if (mean || is_time_taken()) {
    set(Use::value);
  } else if (is_level_in_time()) {
    use_.direction = direction_of(scene_, use_.verb);
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

// "Stocks stand at [5.2 days]", "fell to [1.6 days'] supply", "Its own figure is [31 days]": told in days
// what else is told in things.
bool UseFinder::is_level_in_time() const {
  const Token& verb = scene_.head(use_.verb);
  const Token& subject = scene_.head(use_.measure);
  if (subject.tag == Tag::prp || is_any(subject, {WordClass::person, WordClass::role})) return false;
  const bool stands = preposition_ == "at" && is(verb, WordClass::level_verb);
  const bool moved = preposition_ == "to" && is_moving(scene_, use_.verb);
  const bool number = preposition_.empty() && lemma(scene_.article(), verb) == "be" &&
                      subject.tag == Tag::nn && is(subject, WordClass::measure) &&
                      stands_behind(scene_, use_.verb, use_.chunk);
  return stands || moved || number;
}

// How long something took, of many on average or as its clause's own statement. "In 2019 it was eight months"
// goes on with what was measured before.
bool UseFinder::is_time_taken() const {
  const Index subject = use_.measure;
  const bool mean = is_told_on_average(scene_, use_.clause);
  const bool placed = preposition_.empty() || preposition_ == "for" || (mean && preposition_ == "after");
  // "do not spend a night": no length of its own.
  const bool length = amount_.value && amount_.value->printed() && amount_.rule != "an-unit";
  if (!placed || !length || is_speaker(scene_, subject)) return false;
  if (says_average(scene_, subject) || mean) return true;
  const Spelling verb = lemma(scene_.article(), scene_.head(use_.verb));
  if (scene_.is_word(subject, "it")) return verb == "be" && stands_behind(scene_, use_.verb, use_.chunk);
  // "had waited more than 52 weeks": a class of those who wait.
  const Modifier modifier = hedged_value(scene_.article(), amount_).modifier;
  const bool bound = modifier == Modifier::more_than || modifier == Modifier::less_than;
  return !bound && takes_time(verb) && scene_.clause(use_.clause).finite;
}

bool UseFinder::measures_time(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (is(head, WordClass::duration_noun)) return true;
  return says_average(scene_, chunk) || is(head, WordClass::average_noun);
}

}  // namespace tally
