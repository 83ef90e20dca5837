// Numbers that a change starts from or is held against ("from 2,952", "compared with 1,276"), and balances.
#include <algorithm>

#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool sets_value(const Scene& scene, Index verb) {
  return is(scene.head(verb), WordClass::cause_change_verb) || is(scene.head(verb), WordClass::set_verb);
}

}  // namespace

bool UseFinder::is_base() {
  Index outer = governor_over_times(scene_, use_.chunk);
  // "has dwindled to 900 from [a peak of] 4,000", "fell to 345 after [a peak of] 710 in May"
  const auto opens_base = [&](const Spelling& word) { return word == "from" || word == "after"; };
  const bool of_peak = preposition_ == "of" && outer != kNone && scene_.kind(outer) == ChunkKind::noun &&
                       is(scene_.head(outer), WordClass::peak_noun) &&
                       opens_base(preposition_of(scene_.article(), outer));
  if (of_peak) {
    outer = governor_over_times(scene_, outer);
    preposition_ = "from";
  }
  // "was 7.3 tonnes, compared with [an average of] 8.1 tonnes"
  const bool of_average = preposition_ == "of" && outer != kNone && scene_.kind(outer) == ChunkKind::noun &&
                          is_any(scene_.head(outer), {WordClass::average_noun, WordClass::peak_noun});
  if (of_average) {
    const Spelling mark = preposition_of(scene_.article(), outer);
    const Index held = governor_over_times(scene_, outer);
    const bool compares = held != kNone && scene_.kind(held) == ChunkKind::verb &&
                          lemma(scene_.article(), scene_.head(held)) == "compare";
    if (compares || mark == "against" || mark == "versus") {
      outer = held;
      preposition_ = mark;
    }
  }
  // "with variations ranging from 0.7 percent": the lower end of what others have.
  if (outer != kNone && is_size_verb(scene_, outer)) return false;
  const bool moved = outer != kNone && (is_moving(scene_, outer) || is_change_noun(scene_, outer) ||
                                        (use_.verb != kNone && is_moving(scene_, use_.verb)));
  const bool compared = outer != kNone && scene_.kind(outer) == ChunkKind::verb &&
                        lemma(scene_.article(), scene_.head(outer)) == "compare";
  const bool up_from = outer != kNone && (scene_.is_word(outer, "up") || scene_.is_word(outer, "down"));
  const Index setting = use_.verb != kNone && preposition_ == "from" ? setting_clause() : kNone;
  const bool restated = setting != kNone && bare_;
  const bool after_percentage = stands_behind_percentage(outer);
  const bool base = after_percentage || (preposition_ == "from" && (moved || up_from || goes_on_to())) ||
                    restated || compared || preposition_ == "against" || preposition_ == "versus";
  if (!base) return false;
  if (up_from) use_.direction = scene_.is_word(outer, "up") ? Direction::up : Direction::down;
  if (use_.clause != kNone && !up_from)
    use_.measure =
        is_change_noun(scene_, outer) ? measure_of_change(outer) : subject_measure(scene_, use_.clause);
  if (restated) use_.measure = scene_.clause(setting).object;
  if (after_percentage) use_.measure = kNone;  // of what rose
  return set(Use::base);
}

// "a rise of 2 percent on [the 146]", "a jump of 45 percent from [42]"
bool UseFinder::stands_behind_percentage(Index outer) const {
  if (outer == kNone || scene_.kind(outer) != ChunkKind::noun || is_ratio_unit(amount_)) return false;
  const bool the = scene_.words(use_.chunk).starts_with("the ");
  if (preposition_ != "from" && !(the && (preposition_ == "on" || preposition_ == "over"))) return false;
  const auto amounts = Scene::starting_in(scene_.article().amounts, scene_.span(outer));
  const Index noun = governor(scene_, outer);
  return !amounts.empty() && amounts.front().unit == "percent" && is_change_noun(scene_, noun) &&
         preposition_of(scene_.article(), outer) == "of";
}

// "went from 12 [to 31]"
bool UseFinder::goes_on_to() const {
  if (use_.verb == kNone || !bare_ || !is(scene_.head(use_.verb), WordClass::motion_verb) ||
      lemma(scene_.article(), scene_.head(use_.verb)) == "be")
    return false;
  const Index to = use_.chunk + 1;
  return scene_.same_sentence(use_.chunk, to + 1) && scene_.is_word(to, "to") &&
         !Scene::starting_in(scene_.article().amounts, scene_.span(to + 1)).empty();
}

Index UseFinder::setting_clause() const {
  for (Index i = use_.clause; i != kNone; i = scene_.clause(i).parent) {
    const Clause& clause = scene_.clause(i);
    if (clause.verb == kNone) continue;
    if (clause.object != kNone && clause.object < use_.chunk &&
        scene_.kind(clause.object) == ChunkKind::noun && sets_value(scene_, clause.verb) &&
        Scene::starting_in(scene_.article().amounts, scene_.span(clause.object)).empty())
      return i;
    if (clause.kind == ClauseKind::main || clause.kind == ClauseKind::complement) break;
  }
  return kNone;
}

// "raised [it] to 40", "brought the rate [down] to 3 percent", "brings [the number of beds] to 88": a count
// that somebody brings to a number grows, unless a word says otherwise.
Direction UseFinder::direction_set() const {
  const Direction way = direction_of(scene_, use_.verb);
  if (way != Direction::unknown || preposition_ != "to") return way;
  for (Index i = use_.measure + 1; i < use_.chunk; ++i) {
    const Spelling word = scene_.words(i);
    if (word == "up" || word == "up to") return Direction::up;
    if (word == "down" || word == "down to") return Direction::down;
    if (word.starts_with("back")) return Direction::unknown;
  }
  const Spelling verb = lemma(scene_.article(), scene_.head(use_.verb));
  const bool brings = verb == "bring" || verb == "take" || verb == "push";
  return brings && is(scene_.head(use_.measure), WordClass::count_noun) ? Direction::up : Direction::unknown;
}

// "has lost a fifth [of its value]": by so much it is less.
bool UseFinder::is_of_worth() const {
  const Index of = use_.chunk + 1;
  if (!scene_.same_sentence(use_.chunk, of + 1) || !scene_.is_word(of, "of")) return false;
  const Article& article = scene_.article();
  return (is_ratio_unit(amount_) || is_fraction(amount_)) && is(scene_.head(of + 1), WordClass::measure) &&
         article.tokens[article.chunks[of + 1].tokens.begin].tag == Tag::prps;
}

bool UseFinder::is_balance(Index noun) const {
  if (!scene_.is_word(noun, "loss") && !scene_.is_word(noun, "gain")) return false;
  // "with the loss of 136 jobs": so many are lost.
  const bool things = scene_.words(noun) == "the loss" && !amount_.counted.empty();
  if (amount_.kind == MentionKind::money || things) return true;
  // "a profit of 118 million crowns after a loss of [36 million]"
  const Article& article = scene_.article();
  const Span sentence = article.sentences[article.chunks[use_.chunk].sentence].span;
  return amount_.unit.empty() && amount_.counted.empty() &&
         std::ranges::any_of(Scene::starting_in(article.amounts, sentence),
                             [](const Mention& other) { return other.kind == MentionKind::money; });
}

}  // namespace tally
