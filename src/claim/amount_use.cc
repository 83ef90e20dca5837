// The use of a number, told by its noun group, its preposition and its clause.
#include "claim/amount_use.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/characters.h"
#include "claim/use_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// "17 minutes" is a time chunk where it is a duration.
bool is_duration_chunk(const Scene& scene, Index chunk) {
  const Mention* date = scene.date_of(chunk);
  return date != nullptr && date->kind == MentionKind::duration;
}

}  // namespace

bool is_ratio_unit(const Mention& amount) {
  static constexpr NamedWords units = {"percent", "percentage_point"};
  return units.contains(amount.unit);
}

bool is_length(std::string_view unit) {
  static constexpr NamedWords lengths = {"kilometre", "mile", "metre", "foot", "yard"};
  return lengths.contains(unit);
}

bool is_time_unit(std::string_view unit) {
  static constexpr NamedWords units = {"second", "minute", "hour", "day",    "night",
                                       "week",   "month",  "year", "decade", "century"};
  return units.contains(unit);
}

Index governor(const Scene& scene, Index chunk) {
  Index at = chunk;
  while (at > 0 && scene.same_sentence(chunk, at - 1) && scene.kind(at - 1) == ChunkKind::adverb) --at;
  if (at == 0 || !scene.same_sentence(chunk, at - 1) || scene.kind(at - 1) != ChunkKind::preposition)
    return kNone;
  at -= 1;
  return at > 0 && scene.same_sentence(chunk, at - 1) ? at - 1 : kNone;
}

Index governor_over_times(const Scene& scene, Index chunk) {
  Index at = governor(scene, chunk);
  while (at != kNone && at > 1 && scene.kind(at) == ChunkKind::time) {
    const Index back = scene.kind(at - 1) == ChunkKind::preposition ? at - 2 : at - 1;
    if (!scene.same_sentence(chunk, back)) break;
    at = back;
  }
  return at;
}

AmountUse UseFinder::find() {
  use_.chunk = chunk_at(scene_.article(), amount_.span.begin);
  if (use_.chunk == kNone) return use_;
  const bool duration = is_time_unit(amount_.unit);
  const bool noun =
      scene_.kind(use_.chunk) == ChunkKind::noun || (duration && is_duration_chunk(scene_, use_.chunk));
  use_.is_other = noun && is_attribute();
  if (!noun || use_.is_other) return use_;
  use_.clause = scene_.verb_clause_of(use_.chunk);
  use_.verb = use_.clause == kNone ? kNone : scene_.clause(use_.clause).verb;
  preposition_ = preposition_of(scene_.article(), use_.chunk);
  bare_ = is_bare(scene_, amount_, use_.chunk);
  if (counts_times(scene_.article(), amount_)) {
    use_.use = Use::counted;
    return use_;
  }
  if (duration) {
    find_duration();
    return use_;
  }
  if (is_risen_to() || is_change() || is_base()) return use_;
  use_.is_other = is_compared();
  if (use_.is_other) return use_;
  if (is_instead()) {
    // "instead of the planned 600" was never counted.
    const bool as_printed = bare_ && scene_.words(use_.chunk - 1) != "not" && !says_planned();
    if (as_printed) use_.use = Use::instead;
    return use_;
  }
  if (bare_ && (is_subject() || is_casualty_object() || counts_some())) {
    use_.use = Use::counted;
    return use_;
  }
  if (is_sum()) {
    use_.use = Use::value;
    use_.restates = use_.is_sum = true;
    return use_;
  }
  if (is_listed()) return use_;
  // "1994, Cerro Hondo: 121 dead"
  if (bare_ && use_.verb == kNone && names_casualties()) {
    use_.use = Use::counted;
    return use_;
  }
  if (is_value()) return use_;
  if (!is_compared()) find_counted();
  return use_;
}

bool UseFinder::is_attribute() const {
  if (amount_.unit == "fold") return true;
  if (counts_times(scene_.article(), amount_)) return !is_how_often();
  if (tells_age() || tells_age_bound() || is_own_age() || is_class_with()) return true;
  // "two years of decline": a stretch of time, read as a date or not at all.
  const Token& head = scene_.head(use_.chunk);
  const bool bare = is_bare(scene_, amount_, use_.chunk);
  if (!is_time_unit(amount_.unit) && !bare && is(head, WordClass::time) && !is_casualty(head) && !is_summed())
    return true;
  const Article& article = scene_.article();
  const Range tokens = article.chunks[use_.chunk].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = article.tokens[t];
    const std::string_view text = article.text(token);
    if (token.tag != Tag::hyph && text != "-" && text != "‑") continue;
    const Span number = number_words(amount_);
    const bool joined = token.span.begin == number.end || token.span.end == number.end;
    if (joined || token.span.end == number.begin) return true;
  }
  return (is_length(amount_.unit) && points_somewhere()) || is_part_of_name();
}

// "12.4 million skier days", "48,200 guest nights": as many are a sum of what many did, and no stretch of
// time.
bool UseFinder::is_summed() const {
  constexpr std::int64_t kSummed = 1000;
  const std::optional<Decimal> printed = amount_.value ? amount_.value->printed() : std::nullopt;
  return amount_.unit.empty() && !amount_.counted.empty() && printed && *printed >= Decimal(kSummed) &&
         scene_.article().text(amount_.counted).find(' ') != std::string_view::npos;
}

// "rang [11,870 times]", "inspected [nine times] in 2022": no multiple of anything.
bool UseFinder::is_how_often() const {
  const Article& article = scene_.article();
  if (!amount_.value || !amount_.value->printed()) return false;
  const Index after = use_.chunk + 1;
  const Index clause = scene_.verb_clause_of(use_.chunk);
  if (clause == kNone || scene_.span(use_.chunk).end != amount_.span.end ||
      scene_.clause(clause).verb == kNone)
    return false;
  const Index verb = scene_.clause(clause).verb;
  const bool does = verb < use_.chunk && !is_moving(scene_, verb) &&
                    !is(scene_.head(verb), WordClass::multiply_verb) &&
                    lemma(article, scene_.head(verb)) != "be" && lemma(article, scene_.head(verb)) != "have";
  const Spelling preposition = preposition_of(article, use_.chunk);
  if (!does || (!preposition.empty() && preposition != "against")) return false;
  if (!scene_.same_sentence(use_.chunk, after)) return true;
  const ChunkKind next = scene_.kind(after);
  return next == ChunkKind::punctuation || next == ChunkKind::time || next == ChunkKind::conjunction ||
         (next == ChunkKind::preposition && !scene_.is_word(after, "as") && !scene_.is_word(after, "than") &&
          !scene_.is_word(after, "over") && !scene_.is_word(after, "above") && !scene_.is_word(after, "of"));
}

bool UseFinder::is_part_of_name() const {
  const Article& article = scene_.article();
  const Range tokens = article.chunks[use_.chunk].tokens;
  const Token& head = scene_.head(use_.chunk);
  if (head.pos != Pos::propn) return false;
  // "The 200 Club", "No 9 Adeyinka": more than one of a name.
  const bool one_name = head.tag == Tag::nnp && head.span.begin > amount_.span.begin &&
                        (head.flags & kCapitalised) != 0 && !is(head, WordClass::demonym) &&
                        !is(head, WordClass::unit) && amount_.value->best &&
                        *amount_.value->best > Decimal(1);
  if (one_name && amount_.unit.empty()) return true;
  for (Index t = tokens.begin; t + 1 < tokens.end; ++t) {
    const Token& token = article.tokens[t];
    if (token.span.begin != amount_.span.begin) continue;
    return (token.flags & kCapitalised) != 0 && (article.tokens[t + 1].flags & kCapitalised) != 0;
  }
  return false;
}

bool UseFinder::points_somewhere() const {
  static constexpr std::array<std::string_view, 18> directions = {
      "north", "south", "east",    "west",     "northeast",  "northwest", "southeast", "southwest", "from",
      "away",  "off",   "outside", "upstream", "downstream", "offshore",  "inland",    "into",      "onto"};
  const Article& article = scene_.article();
  for (Index t = article.chunks[use_.chunk].tokens.begin; t < article.tokens.size(); ++t) {
    if (article.tokens[t].span.begin < number_words(amount_).end) continue;
    return std::ranges::find(directions, lower(article, article.tokens[t])) != directions.end();
  }
  return false;
}

void UseFinder::find_counted() {
  if (is_ratio_unit(amount_)) {
    // "40% of the workers": a share; any other percentage without a predicate says nothing alone.
    use_.is_share =
        scene_.kind(use_.chunk + 1) == ChunkKind::preposition && scene_.is_word(use_.chunk + 1, "of");
    if (use_.is_share) use_.use = Use::counted;
    // "a 40 per cent duty": the value of what stands in the same group.
    const Token& head = scene_.head(use_.chunk);
    const bool names = !bare_ && !use_.is_share && !is_change_noun(scene_, use_.chunk) &&
                       is_any(head, {WordClass::money, WordClass::measure, WordClass::rate_noun});
    if (names) {
      use_.measure = use_.chunk;
      use_.use = Use::value;
    }
    return;
  }
  const Clause* own =
      scene_.clause_of(use_.chunk) == kNone ? nullptr : &scene_.clause(scene_.clause_of(use_.chunk));
  const bool bracket = own != nullptr && own->kind == ClauseKind::fragment && own->parent != kNone;
  if (!bare_ || has_measure_unit() || names_casualties()) {
    use_.in_bracket = bracket && counts_some_thing() && !has_amount_before(own->chunks.begin);
    use_.use = bracket && !use_.in_bracket ? Use::part : Use::counted;
    return;
  }
  // "12 of them": the noun is left out.
  const Index next = use_.chunk + 1;
  const bool of = scene_.kind(next) == ChunkKind::preposition && scene_.kind(next + 1) == ChunkKind::noun &&
                  (scene_.is_word(next, "of") || scene_.words(next) == "out of");
  use_.use = of ? Use::counted : Use::elided;
  use_.is_object = is_further() || (is_object() && (is_gain() || !is_moving(scene_, use_.verb)));
}

bool UseFinder::counts_some_thing() const {
  const Token& head = scene_.head(use_.chunk);
  return !amount_.counted.empty() && (head.tag == Tag::nns || amount_.unit == "person") &&
         is_any(head, {WordClass::person, WordClass::role, WordClass::thing, WordClass::animal});
}

// "The school (412 pupils, 29 teachers) closed": in brackets behind what is not counted they are no parts.
bool UseFinder::has_amount_before(Index bracket) const {
  const Range chunks = scene_.chunks_of(scene_.article().chunks[use_.chunk].sentence);
  for (Index i = chunks.begin; i < bracket && i < chunks.end; ++i) {
    if (!Scene::starting_in(scene_.article().amounts, scene_.span(i)).empty()) return true;
  }
  return false;
}

bool UseFinder::counts_some() const {
  const Index of = use_.chunk + 1;
  if (!scene_.same_sentence(use_.chunk, of + 1) || !scene_.is_word(of, "of")) return false;
  const Tag tag = scene_.head(of + 1).tag;
  return amount_.unit.empty() && (tag == Tag::prp || (tag == Tag::dt && scene_.words(of + 1).size() <= 5));
}

bool UseFinder::is_instead() const {
  const Index before = use_.chunk - 1;
  if (use_.chunk == 0 || !scene_.same_sentence(use_.chunk, before)) return false;
  const Spelling words = scene_.words(before);
  return words == "instead of" || words == "rather than" || words == "not";
}

bool UseFinder::says_planned() const {
  const Article& article = scene_.article();
  const Range tokens = article.chunks[use_.chunk].tokens;
  return std::any_of(article.tokens.begin() + tokens.begin, article.tokens.begin() + tokens.end,
                     [](const Token& token) { return token.tag == Tag::vbn || token.tag == Tag::jj; });
}

bool UseFinder::is_further() const {
  const Range tokens = scene_.article().chunks[use_.chunk].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Spelling word = lower(scene_.article(), scene_.article().tokens[t]);
    if (word == "further" || word == "another" || word == "additional") return true;
  }
  return false;
}

bool UseFinder::is_casualty_object() const {
  if (use_.verb == kNone || scene_.clause(use_.clause).object != use_.chunk || !amount_.unit.empty())
    return false;
  return is_casualty_verb(scene_.head(use_.verb));
}

bool UseFinder::names_casualties() const {
  const Index after = use_.chunk + 1;
  return scene_.same_sentence(use_.chunk, after) && is_casualty(scene_.head(after));
}

bool UseFinder::is_subject() {
  const Range clauses = scene_.clauses_of(scene_.article().chunks[use_.chunk].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene_.clause(i);
    if (clause.subject != use_.chunk || clause.verb == kNone) continue;
    // "13 million hectares, which works out at …": the clause adds something to a number told before.
    const bool adds = clause.marker != kNone && scene_.is_word(clause.marker, "which") && clause.marker > 0 &&
                      scene_.is_word(clause.marker - 1, ",");
    if (clause.kind == ClauseKind::relative && clause.finite && (has_measure_unit() || adds)) continue;
    use_.clause = i;
    use_.verb = scene_.clause(i).verb;
    return true;
  }
  return false;
}

Span number_words(const Mention& amount) {
  Span words = amount.extent.empty() ? amount.span : cover(amount.extent, amount.span);
  if (!amount.counted.empty() && words.contains(amount.counted))
    words.end = std::max(words.begin, amount.counted.begin);
  return words;
}

bool is_casualty_verb(const Token& word) {
  for (const WordClass c : {WordClass::kill_verb, WordClass::die_verb, WordClass::injure_verb,
                            WordClass::arrest_verb, WordClass::displace_verb, WordClass::infect_verb,
                            WordClass::rescue_verb, WordClass::free_verb, WordClass::dismiss_verb}) {
    if (is(word, c)) return true;
  }
  return false;
}

bool is_casualty(const Token& word) {
  for (const WordClass c :
       {WordClass::killed_adjective, WordClass::injured_adjective, WordClass::missing_adjective,
        WordClass::arrested_adjective, WordClass::displaced_adjective, WordClass::infected_adjective}) {
    if (is(word, c)) return true;
  }
  return false;
}

bool is_fraction(const Mention& amount) {
  if (!amount.value || !amount.unit.empty()) return false;
  const std::optional<Decimal> printed = amount.value->printed();
  return printed && !printed->is_integer() && *printed < Decimal(1);
}

Decimal fraction_step(Decimal fraction) {
  return fraction.times(Decimal(20)).value_or(Decimal(1));
}

// "6.1 percent [year] on year": how often it is told, and nothing that is counted.
static bool is_pace_behind(const Scene& scene, const Mention& amount, Index chunk) {
  const Index on = chunk + 1;
  const Token& head = scene.head(chunk);
  if (!is_ratio_unit(amount) || !is(head, WordClass::time) || !scene.same_sentence(chunk, on + 1))
    return false;
  return (scene.is_word(on, "on") || scene.is_word(on, "over")) &&
         equals_lower(scene.head_text(on + 1), scene.head_text(chunk));
}

// "164 [one-room apartments]": what is counted is a group of its own right behind the number.
Index counted_behind(const Scene& scene, const Mention& amount, Index chunk) {
  const Index next = chunk + 1;
  // "900 60-kg [sacks]": the size stands between.
  const bool sized = amount.kind == MentionKind::quantity &&
                     amount.counted.begin > number_words(amount).end && scene.same_sentence(chunk, next) &&
                     scene.span(next).contains(amount.counted);
  const bool parted = amount.unit.empty() && (amount.kind == MentionKind::number || sized) &&
                      scene.same_sentence(chunk, next) && scene.kind(next) == ChunkKind::noun &&
                      scene.span(next).begin == number_words(amount).end + 1;
  if (!parted) return kNone;
  const Token& first = scene.article().tokens[scene.article().chunks[next].tokens.begin];
  const bool other = first.tag == Tag::dt || first.tag == Tag::prps || first.tag == Tag::jjr;
  const bool things = scene.head(next).tag == Tag::nns && !other && !is(scene.head(next), WordClass::time);
  return things ? next : kNone;
}

bool is_bare(const Scene& scene, const Mention& amount, Index chunk) {
  if (counted_behind(scene, amount, chunk) != kNone) return false;
  const Span head = scene.head(chunk).span;
  if (amount.kind == MentionKind::quantity && amount.unit.empty()) return false;
  const bool counts = amount.kind == MentionKind::quantity || amount.kind == MentionKind::range;
  if (counts && !amount.counted.empty()) return false;
  const Span number = amount.extent.empty() ? amount.span : cover(amount.extent, amount.span);
  return number.contains(head) || is_pace_behind(scene, amount, chunk);
}

AmountUse use_of(const Scene& scene, const Mention& amount, Index previous) {
  return UseFinder(scene, amount, previous).find();
}

}  // namespace tally
