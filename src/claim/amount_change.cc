// Changes and bases: numbers that say by how much something changed, and what it is compared with.
#include <algorithm>
#include <array>
#include <string>

#include "base/characters.h"
#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// "was [off] 2.8% from its record", "[off] 12 percent on the year".
bool is_off(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Index after = chunk + 1;
  const bool inside = equals_lower(article.text(article.tokens[article.chunks[chunk].tokens.begin]), "off");
  return (inside || scene.is_word(chunk - 1, "off")) && scene.same_sentence(chunk, after) &&
         (scene.is_word(after, "from") || scene.is_word(after, "on"));
}

// A word right before the number that says by how much: "up 11%", "down 300".
Direction direction_before(const Scene& scene, Index chunk) {
  if (chunk == 0 || !scene.same_sentence(chunk, chunk - 1)) return Direction::unknown;
  const bool up = scene.is_word(chunk - 1, "up");
  if (is_off(scene, chunk)) return Direction::down;
  if (!up && !scene.is_word(chunk - 1, "down")) return Direction::unknown;
  // "made up 40 %": the particle of a verb that does not move.
  if (chunk >= 2 && scene.same_sentence(chunk, chunk - 2) && scene.kind(chunk - 2) == ChunkKind::verb) {
    const Token& verb = scene.head(chunk - 2);
    const bool moves = lemma(scene.article(), verb) == "be" || is(verb, WordClass::motion_verb) ||
                       is(verb, WordClass::up_verb) || is(verb, WordClass::down_verb);
    // "brought up 31 amphorae", "shot down 31 drones": things and people are no steps of a measure.
    const bool things = scene.head(chunk).tag == Tag::nns && lemma(scene.article(), verb) != "be" &&
                        is_any(scene.head(chunk), {WordClass::thing, WordClass::person, WordClass::animal}) &&
                        !is(scene.head(chunk), WordClass::unit);
    if (!moves || things) return Direction::unknown;
  }
  return up ? Direction::up : Direction::down;
}

// "shot up", "went down", "was up", "revised upwards": a verb of mere motion or being, or of correcting,
// takes its direction from the word after it.
Direction direction_of_particle(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Index after = scene.head(chunk).tag == Tag::none ? kNone : article.chunks[chunk].head + 1;
  if (after >= article.tokens.size()) return Direction::unknown;
  const Spelling word = lower(article, article.tokens[after]);
  if (word == "up" || word == "upward" || word == "upwards") return Direction::up;
  return word == "down" || word == "downward" || word == "downwards" ? Direction::down : Direction::unknown;
}

// "a 4 percent [price] rise": behind the number, where one stands in the group.
bool has_noun_before_head(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Index head = article.chunks[chunk].head;
  const auto amounts = Scene::starting_in(article.amounts, scene.span(chunk));
  const std::uint32_t after = amounts.empty() ? 0 : number_words(amounts.front()).end;
  return head > article.chunks[chunk].tokens.begin && article.tokens[head - 1].span.begin >= after &&
         article.tokens[head - 1].tag != Tag::cd && article.tokens[head - 1].pos == Pos::noun &&
         !is(article.tokens[head - 1], WordClass::unit) && !is(article.tokens[head - 1], WordClass::time);
}

// A person or a body of people, named or not: who does something, and is no measure.
bool is_doer(const Scene& scene, Index chunk) {
  const Token& head = scene.head(chunk);
  const Mention* name = scene.name_in(scene.span(chunk));
  const bool named = name != nullptr && name->span.end >= scene.span(chunk).end &&
                     (name->name_kind == NameKind::person || name->name_kind == NameKind::organisation);
  return named || is(head, WordClass::role) || is(head, WordClass::organisation) ||
         (head.tag == Tag::prp && !scene.is_word(chunk, "it") && !scene.is_word(chunk, "they"));
}

// "Sales [saw] a fall", where "the pandemic [brought] a fall" of something else.
bool undergoes(const Scene& scene, Index verb) {
  static constexpr std::array<std::string_view, 16> kUndergoing = {
      "be",     "see",     "show", "record",  "register", "post", "report", "experience",
      "suffer", "undergo", "have", "witness", "enjoy",    "mark", "face",   "take"};
  const Spelling word = lemma(scene.article(), scene.head(verb));
  return is_moving(scene, verb) || is(scene.head(verb), WordClass::reach_verb) ||
         std::ranges::find(kUndergoing, word) != kUndergoing.end();
}

}  // namespace

// "ranging [from 0.7 percent]", "varies from 3"
bool is_size_verb(const Scene& scene, Index chunk) {
  return scene.kind(chunk) == ChunkKind::verb && is(scene.head(chunk), WordClass::size_verb) &&
         !is(scene.head(chunk), WordClass::reach_verb);
}

Direction direction_of(const Scene& scene, Index chunk) {
  const Token& head = scene.head(chunk);
  if (scene.kind(chunk) == ChunkKind::verb) {
    if (is(head, WordClass::motion_verb)) {
      if (const Direction way = direction_of_particle(scene, chunk); way != Direction::unknown) return way;
    }
    if (is(head, WordClass::up_verb)) return Direction::up;
    if (is(head, WordClass::down_verb)) return Direction::down;
  } else if (scene.kind(chunk) == ChunkKind::noun) {
    if (is(head, WordClass::up_noun)) return Direction::up;
    if (is(head, WordClass::down_noun)) return Direction::down;
  }
  return Direction::unknown;
}

bool is_moving(const Scene& scene, Index chunk) {
  return direction_of(scene, chunk) != Direction::unknown;
}

bool is_change_noun(const Scene& scene, Index chunk) {
  return chunk != kNone && scene.kind(chunk) == ChunkKind::noun &&
         (is(scene.head(chunk), WordClass::up_noun) || is(scene.head(chunk), WordClass::down_noun));
}

bool is_bound_word(std::string_view word) {
  static constexpr std::array<std::string_view, 7> bounds = {"below", "above",   "under", "over",
                                                             "past",  "beneath", "beyond"};
  return std::ranges::find(bounds, word) != bounds.end();
}

bool UseFinder::is_change() {
  const Index noun = governor(scene_, use_.chunk);
  // "the collapse of three buildings": what fell in, not by how much anything fell.
  const bool fell_in =
      noun != kNone && is(scene_.head(noun), WordClass::collapse_deed) && !amount_.counted.empty();
  if (preposition_ == "of" && is_change_noun(scene_, noun) && !is_balance(noun) && !fell_in)
    return set_change(noun, direction_of(scene_, noun));
  if (is_change_noun(scene_, use_.chunk) && !bare_ && !counts_things(use_.chunk))
    return set_change(use_.chunk, direction_of(scene_, use_.chunk));
  if (const Direction way = signed_aside(); way != Direction::unknown) return set_change(kNone, way);
  if (const Index told = change_ranging(); told != kNone) return set_change(told, direction_of(scene_, told));
  if (const Index told = told_in_bracket(); told != kNone)
    return set_change(is_change_noun(scene_, told) ? told : kNone, direction_of(scene_, told));
  if (const Index told = change_told_of(); told != kNone) return set_change(told, direction_of(scene_, told));
  // "rose by [an average of] 1.7 per cent", "fell by [a total of] 300"
  const bool by_average = preposition_ == "of" && noun != kNone && scene_.kind(noun) == ChunkKind::noun &&
                          (is(scene_.head(noun), WordClass::average_noun) || scene_.is_word(noun, "total")) &&
                          preposition_of(scene_.article(), noun) == "by";
  if (by_average && use_.verb != kNone && is_moving(scene_, use_.verb))
    return set_change(kNone, direction_of(scene_, use_.verb));
  if (preposition_ == "by") {
    // "down by about 8 % on 2019"
    if (noun != kNone && (scene_.is_word(noun, "up") || scene_.is_word(noun, "down")))
      return set_change(kNone, scene_.is_word(noun, "up") ? Direction::up : Direction::down);
    if (is_change_noun(scene_, noun)) return set_change(noun, direction_of(scene_, noun));
    // "was revised upwards by 350"
    if (use_.verb != kNone && is(scene_.head(use_.verb), WordClass::revise_verb)) {
      const Direction way = direction_of_particle(scene_, use_.verb);
      if (way != Direction::unknown) return set_change(kNone, way);
    }
    if (use_.verb != kNone && is_moving(scene_, use_.verb)) {
      set_change(kNone, direction_of(scene_, use_.verb));
      if (const Index item = item_moved(noun); item != kNone) use_.gap = use_.measure = item;
      return true;
    }
  }
  if (const Direction way = direction_before(scene_, use_.chunk); way != Direction::unknown)
    return set_change(kNone, way);
  if (const Direction way = direction_behind(); way != Direction::unknown) return set_change(kNone, way);
  // "is 40 % higher than": by how much, no value of what is told of.
  if (const Direction way = compared_direction(); way != Direction::unknown && use_.verb != kNone)
    return set_change(kNone, way);
  if (const Direction way = stands_over(); way != Direction::unknown) return set_change(kNone, way);
  // "there were 202 fewer floods", "97,000 more were sold than": so many are the difference.
  if (const Direction way = difference_inside(); way != Direction::unknown) {
    set_change(kNone, way);
    if (!amount_.counted.empty()) use_.measure = use_.chunk;
    return true;
  }
  const bool worth = is_object() && is_fraction(amount_) && is_moving(scene_, use_.verb) && is_of_worth();
  if (worth) return set_change(kNone, direction_of(scene_, use_.verb));
  if (is_object() && bare_ && is_moving(scene_, use_.verb) && !is_bound_reached() && !is_gain() && !is_as() &&
      !is(scene_.head(use_.verb), WordClass::reach_verb) &&
      !is(scene_.head(use_.verb), WordClass::exceed_verb)) {
    return set_change(kNone, direction_of(scene_, use_.verb));
  }
  return false;
}

// "Rents rose by 5 percent, [wages] by 3 percent": what went the same way; kNone where none is told.
Index UseFinder::item_moved(Index noun) const {
  // "and [the budget] for them by two thirds"
  while (noun != kNone && noun > use_.verb + 2 && scene_.kind(noun) == ChunkKind::noun &&
         !preposition_of(scene_.article(), noun).empty())
    noun -= 2;
  if (noun == kNone || noun <= use_.verb + 1 || scene_.kind(noun) != ChunkKind::noun) return kNone;
  const ChunkKind before = scene_.kind(noun - 1);
  const bool opens = before == ChunkKind::punctuation || before == ChunkKind::conjunction;
  const Article& article = scene_.article();
  const Span since{scene_.span(use_.verb).end, scene_.span(noun).begin};
  const bool told = opens && !Scene::starting_in(article.amounts, since).empty();
  return told && Scene::starting_in(article.amounts, scene_.span(noun)).empty() &&
                 scene_.head(noun).pos == Pos::noun
             ? noun
             : kNone;
}

// "grew only half [as fast]"
bool UseFinder::is_as() const {
  const Article& article = scene_.article();
  const Index after = token_from(article, number_words(amount_).end);
  return after < article.tokens.size() && equals_lower(article.text(article.tokens[after]), "as");
}

// "is 40 % [up] from 21,300", "1.1 million passengers, 7 % [up] on May", "20 percent [ahead] of last year".
Direction UseFinder::direction_behind() const {
  if (!is_ratio_unit(amount_)) return Direction::unknown;
  const Article& article = scene_.article();
  const Index end = article.sentences[article.chunks[use_.chunk].sentence].tokens.end;
  const Index at = token_from(article, number_words(amount_).end);
  const auto word = [&](Index token) {
    return token < end ? lower(article, article.tokens[token]) : Spelling();
  };
  // "[Down] 43 per cent in five years."
  const Index first = token_from(article, number_words(amount_).begin);
  if (use_.verb == kNone && first > article.sentences[article.chunks[use_.chunk].sentence].tokens.begin) {
    const Spelling before = word(first - 1);
    if (before == "up") return Direction::up;
    if (before == "down") return Direction::down;
  }
  const Spelling next = word(at + 1);
  const bool ends = at + 1 >= end || article.tokens[at + 1].kind == TokenKind::punctuation;
  if (word(at) == "ahead" && next == "of" && is_told_base(at + 2)) return Direction::up;
  if (!ends && next != "on" && next != "from" && next != "over" && next != "year" && next != "compared")
    return Direction::unknown;
  return word(at) == "up" ? Direction::up : word(at) == "down" ? Direction::down : Direction::unknown;
}

// "139 crashes": things that are counted, where "a 139-point crash" is one by so much.
bool UseFinder::counts_things(Index chunk) const {
  const Tag tag = scene_.head(chunk).tag;
  const bool plural = tag == Tag::nns || tag == Tag::nnps;
  return plural && amount_.kind == MentionKind::quantity &&
         (amount_.unit.empty() || amount_.unit == "person");
}

Direction UseFinder::signed_aside() const {
  const std::string_view text = scene_.article().text();
  if (!is_ratio_unit(amount_) || amount_.span.begin < 2) return Direction::unknown;
  std::uint32_t at = amount_.span.begin;
  char sign = text[at];
  if (sign != '-' && sign != '+') sign = text[--at];
  if ((sign != '-' && sign != '+') || text[at - 1] != '(') return Direction::unknown;
  return sign == '-' ? Direction::down : Direction::up;
}

// "saw increases, ranging from [0.1 %] in Kent to [0.9 %] in Essex": the noun of change; kNone where
// something else lies between the two.
Index UseFinder::change_ranging() const {
  constexpr Index kFarthest = 8;  // chunks
  if (!is_ratio_unit(amount_) || (preposition_ != "from" && preposition_ != "to")) return kNone;
  for (Index i = use_.chunk;
       i > 1 && i + kFarthest > use_.chunk && scene_.same_sentence(i - 1, use_.chunk);) {
    --i;
    const ChunkKind kind = scene_.kind(i);
    if (kind != ChunkKind::verb) {
      if (kind != ChunkKind::noun && kind != ChunkKind::preposition) return kNone;
      continue;
    }
    if (!is_size_verb(scene_, i)) return kNone;
    Index noun = scene_.kind(i - 1) == ChunkKind::punctuation ? i - 2 : i - 1;
    // "increases in rents, ranging"
    if (noun >= 2 && scene_.is_word(noun - 1, "in") && is_change_noun(scene_, noun - 2)) noun -= 2;
    return is_change_noun(scene_, noun) ? noun : kNone;
  }
  return kNone;
}

// "The biggest rises were in Lunn [(8 %)]", "Rents rose fastest in Lunn [(8 %)] and Torv [(5 %)]": by how
// much it went there; the noun or the verb that says which way. "Turnout fell in Lunn (34 %)" tells how far.
Index UseFinder::told_in_bracket() const {
  const Index owner = use_.chunk - 2;
  const Index close = use_.chunk + 1;
  if (!is_ratio_unit(amount_) || !bare_ || use_.chunk < 2 || !scene_.same_sentence(use_.chunk, owner) ||
      scene_.head(use_.chunk - 1).tag != Tag::open_bracket || scene_.head(close).tag != Tag::close_bracket ||
      scene_.kind(owner) != ChunkKind::noun || scene_.head(owner).pos != Pos::propn)
    return kNone;
  const Index begin = scene_.chunks_of(scene_.article().chunks[owner].sentence).begin;
  bool most = false;
  for (Index i = owner; i-- > begin;) {
    if (is_change_noun(scene_, i)) return i;
    const Token& head = scene_.head(i);
    most = most || head.tag == Tag::jjs || head.tag == Tag::rbs;
    if (scene_.kind(i) == ChunkKind::verb && is_moving(scene_, i)) return most ? i : kNone;
  }
  return kNone;
}

Index UseFinder::change_told_of() const {
  if (!is_ratio_unit(amount_) || !bare_ || use_.verb == kNone) return kNone;
  const Index subject = scene_.clause(use_.clause).subject;
  if (subject == kNone || subject > use_.chunk || !is_change_noun(scene_, subject) ||
      is(scene_.head(subject), WordClass::measure) || is_moving(scene_, use_.verb))
    return kNone;
  // "Growth was 3 percent" gives the value of a measure; "the rise in prices" is that of prices.
  const Spelling words = scene_.words(subject);
  const bool definite = words.starts_with("the ") || words.starts_with("this ") || words.starts_with("that ");
  static constexpr std::array<std::string_view, 7> kAside = {"in",    "for",  "over",  "on",
                                                             "since", "from", "during"};
  const bool aside = scene_.kind(subject + 1) == ChunkKind::preposition &&
                     std::ranges::find(kAside, scene_.words(subject + 1)) != kAside.end();
  const bool alone = scene_.kind(subject + 1) == ChunkKind::verb || aside;
  const Token& verb = scene_.head(use_.verb);
  const bool tells = lemma(scene_.article(), verb) == "be" || lemma(scene_.article(), verb) == "come" ||
                     lemma(scene_.article(), verb) == "amount";
  return definite && alone && tells ? subject : kNone;
}

bool UseFinder::is_bound_reached() const {
  const Article& article = scene_.article();
  if (amount_.extent.empty() || amount_.extent.begin >= amount_.span.begin) return false;
  const Index token = article.chunks[use_.chunk].tokens.begin;
  return is_bound_word(lower(article, article.tokens[token]));
}

// "The firm lost 4 million pounds", "the party gained 12": somebody had so much less or more, and is not
// what changed.
bool UseFinder::is_gain() const {
  // "raised 412,000 tonnes of ore", "gained 546 votes": what was got, of a thing of its own.
  const Index of = use_.chunk + 1;
  const bool thing = is(scene_.head(use_.verb), WordClass::cause_change_verb) && has_measure_unit() &&
                     !is_ratio_unit(amount_) && amount_.unit != "fold" &&
                     scene_.same_sentence(use_.chunk, of + 1) && scene_.is_word(of, "of") &&
                     scene_.kind(of + 1) == ChunkKind::noun;
  // "the valley grew 100,000 tonnes of rice": what was harvested.
  const bool grown = lemma(scene_.article(), scene_.head(use_.verb)) == "grow" && has_measure_unit() &&
                     amount_.unit != "fold" && !is_ratio_unit(amount_) && !is_length(amount_.unit) &&
                     amount_.kind != MentionKind::money;
  if (thing || grown) return true;
  // "lost 40 [of its own]": so many were.
  const Tag of_whom = scene_.same_sentence(use_.chunk, of + 1) && scene_.is_word(of, "of")
                          ? scene_.article().tokens[scene_.article().chunks[of + 1].tokens.begin].tag
                          : Tag::none;
  if (!is_of_worth() && (of_whom == Tag::prps || of_whom == Tag::prp)) return true;
  if (!amount_.unit.empty() && amount_.kind != MentionKind::money) return false;
  const Token& verb = scene_.head(use_.verb);
  const Index subject = scene_.clause(use_.clause).subject;
  const bool transitive = is(verb, WordClass::cause_change_verb) && !is(verb, WordClass::multiply_verb);
  if (!transitive || subject == kNone || scene_.kind(subject) != ChunkKind::noun) return false;
  // "The town of Selm lost nine", "Kent gained 14": things of theirs, where a share or a price would say so.
  const Mention* name = scene_.name_in(scene_.span(subject));
  const bool place = is(scene_.head(subject), WordClass::settlement) ||
                     (name != nullptr && name->name_kind == NameKind::place);
  const bool count = place && bare_ && amount_.kind == MentionKind::number && amount_.unit.empty();
  return count || scene_.head(subject).tag == Tag::prp || is_person_chunk(subject);
}

bool UseFinder::set_change(Index noun, Direction direction) {
  use_.change_noun = noun;
  use_.direction = direction;
  use_.measure = noun == kNone ? measure_moved() : measure_of_change(noun);
  return set(Use::change_by);
}

// "[Prices] rose", "the council cut [its budget] by 6 percent": what somebody moves, else what moves.
Index UseFinder::measure_moved() const {
  if (use_.clause == kNone) return kNone;
  const Clause& clause = scene_.clause(use_.clause);
  const Index object = clause.object;
  const bool moved = object != kNone && object < use_.chunk && !clause.passive && preposition_ == "by" &&
                     scene_.kind(object) == ChunkKind::noun &&
                     is(scene_.head(use_.verb), WordClass::cause_change_verb) &&
                     Scene::starting_in(scene_.article().amounts, scene_.span(object)).empty();
  return moved ? object : subject_measure(scene_, use_.clause);
}

// "a drop of 40 % in [licence sales]", "a 9 % decline in quarterly [revenue]", "a 4 % [price rise]"; else the
// subject, where it does no more than tell of the change: "[Sales] saw a rise", no "the company posted a
// rise".
Index UseFinder::measure_of_change(Index noun) const {
  Index at = noun + 1;
  const bool by = scene_.kind(at) == ChunkKind::preposition && at + 1 == use_.chunk;
  if (by) at = use_.chunk + 1;
  if (scene_.same_sentence(noun, at + 1) && scene_.kind(at) == ChunkKind::preposition &&
      scene_.is_word(at, "in")) {
    Index in = at + 1;
    if (scene_.kind(in) == ChunkKind::time && scene_.same_sentence(in, in + 1) &&
        scene_.head(in).tag == Tag::jj)
      ++in;
    const Mention* name = scene_.name_in(scene_.span(in));
    const bool place =
        name != nullptr && name->name_kind == NameKind::place && name->span.end >= scene_.span(in).end;
    if (scene_.kind(in) == ChunkKind::noun && !place) return in;
  }
  if (has_noun_before_head(scene_, noun)) return noun;
  if (use_.clause == kNone) return kNone;
  const Index subject = subject_measure(scene_, use_.clause);
  // "An increase of 11 percent was registered in arrivals"
  const Index told_in = use_.verb + 1;
  if (subject == noun && scene_.clause(use_.clause).passive && scene_.same_sentence(use_.verb, told_in + 1) &&
      scene_.is_word(told_in, "in") && scene_.kind(told_in + 1) == ChunkKind::noun)
    return told_in + 1;
  const bool told = subject != kNone && subject != noun && use_.verb != kNone && subject < use_.verb;
  return told && (is_doer(scene_, subject) || !undergoes(scene_, use_.verb)) ? kNone : subject;
}

}  // namespace tally
