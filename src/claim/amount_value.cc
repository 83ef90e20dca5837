// Values and lists: numbers that give a measure its value, and those that go on where the last stopped.
#include <algorithm>

#include "claim/row_labels.h"
#include "claim/use_finder.h"
#include "text/vocabulary.h"

namespace tally {
bool is_reaching(const Scene& scene, Index verb) {
  const Token& head = scene.head(verb);
  return is(head, WordClass::reach_verb) || is(head, WordClass::exceed_verb) ||
         lemma(scene.article(), head) == "be";
}

// "an [average] gate"
bool says_average(const Scene& scene, Index chunk) {
  const Range words = scene.article().chunks[chunk].tokens;
  for (Index t = words.begin; t < words.end; ++t) {
    if (is(scene.article().tokens[t], WordClass::average_adjective)) return true;
  }
  return false;
}

Index subject_measure(const Scene& scene, Index clause) {
  const Index subject = scene.clause(clause).subject;
  if (subject == kNone || scene.kind(subject) != ChunkKind::noun) return kNone;
  return subject;
}

bool UseFinder::is_listed() {
  if (previous_ == kNone || !scene_.same_sentence(previous_, use_.chunk)) return false;
  const bool labelled = is_label_inside();
  if (!bare_ && !labelled) return false;
  bool joint = false;
  Index aside = kNone;
  for (Index i = previous_ + 1; i < use_.chunk; ++i) {
    // "166 million, [or 40 per cent of all spending], schools 94 million"
    if (is_share_aside(i)) aside = i;
    if (i == aside || (aside != kNone && i == aside + 2 && scene_.is_word(i - 1, "of"))) continue;
    switch (scene_.kind(i)) {
      case ChunkKind::punctuation:
      case ChunkKind::conjunction:
        joint = true;
        break;
      case ChunkKind::time:
      case ChunkKind::preposition:
      case ChunkKind::adverb:
        break;
      case ChunkKind::noun:
        if (is_gap(i))
          use_.gap = i;
        else if (!is_place_phrase(i) && !tells_whole(i) && !(closes_item(i) && !joint))
          return false;
        break;
      case ChunkKind::verb:
        // "6,214 appointments [being postponed], 4,030 during …", "61 per cent …, [followed] by Pesaline with
        // 24"
        if (!hangs_on(i, previous_) && !repeats_place(i) &&
            lemma(scene_.article(), scene_.head(i)) != "follow")
          return false;
        break;
      default:
        return false;
    }
  }
  if (labelled) use_.gap = use_.chunk;
  return joint && set(Use::listed);
}

bool UseFinder::is_share_aside(Index chunk) const {
  if (scene_.kind(chunk) != ChunkKind::noun ||
      (!scene_.is_word(chunk - 1, "or") && !scene_.is_word(chunk - 1, "(")))
    return false;
  const auto amounts = Scene::starting_in(scene_.article().amounts, scene_.span(chunk));
  return !amounts.empty() && amounts.front().unit == "percent" && amount_.unit != "percent" &&
         is_bare(scene_, amounts.front(), chunk);
}

// "Law admitted 512 students, [medicine 330]": the noun of its own and the number in one group.
bool UseFinder::is_label_inside() const {
  const Article& article = scene_.article();
  const Range tokens = article.chunks[use_.chunk].tokens;
  const Token& first = article.tokens[tokens.begin];
  const ChunkKind before = use_.chunk == 0 ? ChunkKind::other : scene_.kind(use_.chunk - 1);
  const bool opens = before == ChunkKind::punctuation || before == ChunkKind::conjunction;
  const bool kind = amount_.kind == MentionKind::number || amount_.kind == MentionKind::money;
  return opens && kind && first.span.end < amount_.span.begin &&
         amount_.span.end == article.tokens[tokens.end - 1].span.end && first.pos == Pos::noun;
}

// "61 per cent [of the days lost], health for 17": what the number before is a part of.
bool UseFinder::tells_whole(Index noun) const {
  return noun == previous_ + 2 && scene_.is_word(noun - 1, "of");
}

// "19.40 crowns a kilo [at auction], herring 3.10": a phrase of the item before.
bool UseFinder::closes_item(Index noun) const {
  return !preposition_of(scene_.article(), noun).empty() &&
         Scene::starting_in(scene_.article().amounts, scene_.span(noun)).empty();
}

// "[In Orlo] 311 were notified, [in Brevik] 190": the verb is left out where place and number come again.
bool UseFinder::repeats_place(Index verb) const {
  const Index place = use_.chunk - 1;
  const Index before = previous_ < 2 ? kNone : previous_ - 1;
  const bool subject = verb == previous_ + 1 && scene_.clause_of(verb) != kNone &&
                       scene_.clause(scene_.clause_of(verb)).subject == previous_;
  return subject && before != kNone && is_place_phrase(place) && is_place_phrase(before) &&
         preposition_of(scene_.article(), place) == preposition_of(scene_.article(), before);
}

bool UseFinder::hangs_on(Index verb, Index noun) const {
  const Index clause = scene_.clause_of(verb);
  if (clause == kNone || scene_.clause(clause).kind != ClauseKind::relative || scene_.clause(clause).finite)
    return false;
  const Index subject = scene_.clause(clause).subject;
  return subject == noun || (subject > noun && subject != kNone && tells_whole(subject));
}

bool UseFinder::is_gap(Index noun) const {
  // "and plans 3 [more]", "double [the] 400"
  const Article& article = scene_.article();
  const Index after = token_from(article, amount_.span.end);
  const Spelling next = after < article.tokens.size() ? lower(article, article.tokens[after]) : Spelling();
  const bool compared = next == "more" || next == "fewer" || next == "less";
  const Token& first = article.tokens[article.chunks[use_.chunk].tokens.begin];
  // "and pastry [the remaining] 11 per cent"
  const bool rest = scene_.words(use_.chunk).starts_with("the remaining ") ||
                    scene_.words(use_.chunk).starts_with("the other ");
  if (compared || (article.text(first) == "the" && !rest)) return false;
  const Spelling governed = preposition_of(scene_.article(), noun);
  const bool followed = governed == "by" && noun >= 2 && scene_.kind(noun - 2) == ChunkKind::verb &&
                        lemma(scene_.article(), scene_.head(noun - 2)) == "follow";
  if (!governed.empty() && !followed) return false;
  const ChunkKind before = scene_.kind(noun - 1);
  const bool opens = followed || before == ChunkKind::punctuation || before == ChunkKind::conjunction;
  if (noun + 1 == use_.chunk) return opens;
  const bool parallel = !preposition_.empty() && preposition_ == preposition_of(scene_.article(), previous_);
  return noun + 2 == use_.chunk && (parallel || (opens && preposition_ == "with"));
}

bool UseFinder::is_place_phrase(Index chunk) const {
  if (preposition_of(scene_.article(), chunk).empty()) return false;
  const Mention* name = scene_.name_in(scene_.span(chunk));
  return (name != nullptr && name->name_kind == NameKind::place) ||
         is(scene_.head(chunk), WordClass::place) || scene_.head(chunk).tag == Tag::jj;
}

bool UseFinder::is_apposition() {
  if (!bare_ || use_.chunk < 2 || !scene_.same_sentence(use_.chunk, use_.chunk - 2)) return false;
  const Index noun = use_.chunk - 2;
  const Index after = use_.chunk + 1;
  if (scene_.kind(noun) != ChunkKind::noun || !scene_.same_sentence(use_.chunk, after)) return false;
  const bool bracket =
      scene_.head(use_.chunk - 1).tag == Tag::open_bracket && scene_.head(after).tag == Tag::close_bracket;
  const bool commas = scene_.is_word(use_.chunk - 1, ",") && scene_.is_word(after, ",");
  if (!bracket && !commas) return false;
  // "Harlow Vale (17,450) and Stourbank City (16,020)"
  const Mention* name = scene_.name_in(scene_.span(noun));
  const bool owner =
      name != nullptr && (name->name_kind == NameKind::place || name->name_kind == NameKind::organisation);
  if (bracket && owner && previous_ != kNone && scene_.same_sentence(previous_, use_.chunk)) {
    use_.gap = noun;
    return set(Use::listed);
  }
  const Range tokens = scene_.article().chunks[noun].tokens;
  const bool extreme = std::any_of(
      scene_.article().tokens.begin() + tokens.begin, scene_.article().tokens.begin() + tokens.end,
      [](const Token& token) { return token.tag == Tag::jjs || is(token, WordClass::superlative); });
  const bool measure =
      is(scene_.head(noun), WordClass::measure) || is(scene_.head(noun), WordClass::average_noun);
  // "Fewer than one in three of the cases, 212, could be solved": no age of somebody.
  const Index subject = use_.clause == kNone ? kNone : scene_.clause(use_.clause).subject;
  const bool of_subject = subject != kNone && subject + 2 == noun && scene_.is_word(noun - 1, "of");
  const bool many = commas && subject != kNone && (subject == noun || of_subject) &&
                    scene_.head(noun).tag == Tag::nns && amount_.kind == MentionKind::number;
  if (many) {
    use_.measure = noun;
    return set(Use::value);
  }
  if (!extreme && !(measure && bracket)) return false;
  use_.measure = noun;
  return set(Use::value);
}

bool UseFinder::is_risen_to() {
  if (!bare_ || !is_object() || amount_.value->modifier != Modifier::at_most || use_.verb == kNone)
    return false;
  const bool up_to = scene_.words(use_.chunk).starts_with("up to");
  // "pushed [the cost] up to 4.1 million": what somebody moves stands in one group with it.
  const bool moved = !up_to && scene_.words(use_.chunk).contains(" up to ") &&
                     is(scene_.head(use_.verb), WordClass::motion_verb) && !is_length(amount_.unit);
  if (moved) {
    use_.measure = use_.chunk;
    use_.direction = Direction::up;
    use_.is_exact = true;
    return set(Use::value);
  }
  const bool moves =
      is(scene_.head(use_.verb), WordClass::motion_verb) || is(scene_.head(use_.verb), WordClass::up_verb);
  // "added up to 1.14 billion"
  const Spelling verb = lemma(scene_.article(), scene_.head(use_.verb));
  const bool sums = verb == "add" || verb == "sum";
  if (!up_to || (!moves && !sums)) return false;
  if (!sums) use_.direction = Direction::up;
  use_.is_exact = true;
  return set_value();
}

// "a rise to 40", "a 9.6 % increase in the minimum wage to 25.42": the noun of change that the number ends.
Index UseFinder::change_reaching() const {
  constexpr int kPhrases = 3;
  if (preposition_ != "to") return kNone;
  Index noun = governor_over_times(scene_, use_.chunk);
  for (int i = 0; i < kPhrases && noun != kNone && scene_.kind(noun) == ChunkKind::noun; ++i) {
    if (is_change_noun(scene_, noun)) return noun;
    const Spelling joint = preposition_of(scene_.article(), noun);
    if (joint != "in" && joint != "of") return kNone;
    noun = governor_over_times(scene_, noun);
  }
  return kNone;
}

bool UseFinder::is_row() {
  if (const DatedRow row = dated_row(scene_, use_.chunk); row.known()) {
    use_.measure = row.heading;
    use_.time = row.time;
    return set(Use::value);
  }
  const NamedRow row = named_row(scene_, use_.chunk);
  if (!row.known()) return false;
  use_.measure = row.heading;
  use_.time = row.time;
  use_.gap = row.label;
  return set(Use::value);
}

bool UseFinder::is_value() {
  if (!bare_ && !counts_the_measure()) return false;
  if (is_row() || is_apposition()) return true;
  if (const Index noun = change_reaching(); noun != kNone) {
    use_.change_noun = noun;
    use_.direction = direction_of(scene_, noun);
    use_.measure = measure_of_change(noun);
    return set(Use::value);
  }
  if (is_of_measure()) return set(Use::value);
  if (use_.verb == kNone) return is_headed_by_colon() && set(Use::value);
  const Token& verb = scene_.head(use_.verb);
  const bool counts =
      is(verb, WordClass::count_verb) ||
      (is(verb, WordClass::light_verb) && lemma(scene_.article(), verb) != "be" && amount_.unit.empty());
  if (bare_ && is_object() && counts) return set(Use::value);
  const bool target =
      preposition_ == "to" || preposition_ == "at" || preposition_ == "as" || is_bound_word(preposition_);
  if (const Index setting = target ? setting_clause() : kNone; setting != kNone) {
    use_.clause = setting;
    use_.verb = scene_.clause(setting).verb;
    use_.measure = scene_.clause(setting).object;
    use_.direction = direction_set();
    use_.restates = is(scene_.head(use_.verb), WordClass::set_verb);
    return set(Use::value);
  }
  // "sells for 4.20 euros", "goes for 3.40": a price is written with its cents.
  const bool price =
      amount_.kind == MentionKind::money || (amount_.value && amount_.value->step == Decimal(1, 2));
  const bool sells = is(verb, WordClass::two_object_verb) || is(verb, WordClass::motion_verb);
  if (preposition_ == "for" && price && sells && use_.verb + 2 == use_.chunk) return set_value();
  if (restates_focus()) {
    use_.restates = true;
    return set(Use::value);
  }
  if (is_object() && is_reaching(scene_, use_.verb)) return set_value();
  // "The number of dead was put at 41 by the police"
  if (preposition_ == "at" && scene_.clause(use_.clause).passive &&
      is(scene_.head(use_.verb), WordClass::put_verb) && use_.verb + 2 == use_.chunk)
    return set_value();
  // "posted a 9 % decline in revenue, to 3.1 billion"
  const Index fall = scene_.clause(use_.clause).object;
  if (preposition_ == "to" && is_change_noun(scene_, fall) && fall < use_.chunk &&
      is_reaching(scene_, use_.verb)) {
    use_.direction = direction_of(scene_, fall);
    use_.measure = measure_of_change(fall);
    return set(Use::value);
  }
  // "went from 12 to 31"
  const bool gone = preposition_ == "to" && previous_ != kNone && previous_ + 2 == use_.chunk &&
                    is(scene_.head(use_.verb), WordClass::motion_verb);
  if (gone) return set_value();
  const bool reached = target || (is_object() && is_bound_reached());
  if (reached && scene_.clause_of(use_.chunk) == use_.clause &&
      (is_reaching(scene_, use_.verb) || is_moving(scene_, use_.verb))) {
    use_.direction = direction_of(scene_, use_.verb);
    return set_value();
  }
  return false;
}

bool UseFinder::is_sum() const {
  if (!bare_ || use_.chunk == 0 || previous_ == kNone || !scene_.same_sentence(previous_, use_.chunk))
    return false;
  const Spelling before = scene_.words(use_.chunk - 1);
  if (before == "together" || before == "altogether") return true;
  // "…, or 141 million in all"
  if (before != "or" || !scene_.same_sentence(use_.chunk, use_.chunk + 2)) return false;
  const std::string after = joined(scene_.words(use_.chunk + 1), ' ', scene_.words(use_.chunk + 2));
  return after == "in all" || after == "in total" || after == "all told" || after == "all together";
}

bool UseFinder::restates_focus() const {
  if (!bare_ || is_object() || use_.verb + 2 != use_.chunk || amount_.unit == "percent") return false;
  const Token& head = scene_.head(use_.verb);
  const bool says = is(head, WordClass::report_verb) || is(head, WordClass::confirm_verb) ||
                    is(head, WordClass::claim_verb) || is(head, WordClass::opinion_verb) ||
                    is(head, WordClass::set_verb) || is(head, WordClass::disclose_verb) ||
                    is(head, WordClass::speak_verb);
  if (says)
    return preposition_ == "of" || preposition_ == "to" || preposition_ == "with" || preposition_ == "as";
  const bool stands = preposition_ == "by" && lemma(scene_.article(), head) == "stand";
  return stands || (preposition_ == "at" && is(head, WordClass::arrive_verb));
}

bool UseFinder::is_of_measure() {
  if (preposition_ != "of" || amount_.kind == MentionKind::range) return false;
  const Index noun = governor(scene_, use_.chunk);
  if (noun == kNone || scene_.kind(noun) != ChunkKind::noun) return false;
  // "a third of the 36,000 displaced"
  const auto parts = Scene::starting_in(scene_.article().amounts, scene_.span(noun));
  if (!parts.empty() && is_fraction(parts.front())) return false;
  const bool crew =
      amount_.unit.empty() && is(scene_.head(noun), WordClass::group) && scene_.head(noun).pos != Pos::propn;
  if (is_person_chunk(noun) && !crew) return false;
  // "an average gate of 14,682"
  const bool measured = !amount_.unit.empty() || is(scene_.head(noun), WordClass::measure) || crew ||
                        says_average(scene_, noun);
  if (!bare_ || !measured) return false;
  use_.measure = noun;
  // "Inflation reached a 40-year high of 9.1 percent", "an all-time high of 2,245": the value of what reached
  // it.
  const Index object = use_.clause == kNone ? kNone : scene_.clause(use_.clause).object;
  if (is(scene_.head(noun), WordClass::peak_noun) && object != kNone &&
      (object == noun || (object + 1 == noun && scene_.head(object).tag == Tag::dt))) {
    if (const Index subject = subject_measure(scene_, use_.clause); subject != kNone) use_.measure = subject;
  }
  return true;
}

bool UseFinder::is_headed_by_colon() {
  // "Cases by month: January 61, February 94"
  const bool dated = use_.chunk > 2 && scene_.kind(use_.chunk - 1) == ChunkKind::time;
  const Index colon = dated ? use_.chunk - 2 : use_.chunk - 1;
  if (!bare_ || use_.chunk < 2 || !scene_.same_sentence(use_.chunk, colon - 1)) return false;
  if (scene_.kind(colon) != ChunkKind::punctuation || !scene_.is_word(colon, ":")) return false;
  if (dated) use_.time = use_.chunk - 1;
  for (Index i = colon - 1; scene_.same_sentence(i, use_.chunk); --i) {
    if (scene_.kind(i) == ChunkKind::noun && preposition_of(scene_.article(), i).empty()) use_.measure = i;
  }
  return use_.measure != kNone;
}

bool UseFinder::counts_the_measure() const {
  if (use_.clause == kNone) return false;
  const Index subject = scene_.clause(use_.clause).subject;
  if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return false;
  // "The city logged 435 killings": it is where, not what.
  if (is(scene_.head(subject), WordClass::place)) return false;
  const bool measure = is(scene_.head(subject), WordClass::measure) ||
                       is(scene_.head(subject), WordClass::happening) || !is_person_chunk(subject);
  const bool moved = use_.verb != kNone &&
                     (is_moving(scene_, use_.verb) || is(scene_.head(use_.verb), WordClass::reach_verb) ||
                      is(scene_.head(use_.verb), WordClass::exceed_verb));
  return measure && moved && subject != use_.chunk;
}

bool UseFinder::is_person_chunk(Index chunk) const {
  return is(scene_.head(chunk), WordClass::person) || is(scene_.head(chunk), WordClass::organisation) ||
         is(scene_.head(chunk), WordClass::group) || scene_.head(chunk).pos == Pos::propn;
}

bool UseFinder::set_value() {
  if (use_.measure == kNone && use_.clause != kNone) use_.measure = subject_measure(scene_, use_.clause);
  return set(Use::value);
}

}  // namespace tally
