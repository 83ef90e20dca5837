// The use of a number, told by its noun group, its preposition and its clause.
#include "claim/amount_use.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::array<std::string_view, 9> kTimeUnits = {"second", "minute", "hour",   "day",    "week",
                                                        "month",  "year",   "decade", "century"};

bool is_time_unit(std::string_view unit) {
  return std::ranges::find(kTimeUnits, unit) != kTimeUnits.end();
}

bool is_ratio_unit(const Mention& amount) {
  return amount.unit == "percent" || amount.unit == "percentage_point";
}

Index verb_clause(const Scene& scene, Index chunk) {
  Index clause = scene.clause_of(chunk);
  while (clause != kNone && scene.clause(clause).verb == kNone) clause = scene.clause(clause).parent;
  return clause;
}

// The chunk before the preposition that governs `chunk`; kNone where no preposition does.
Index governor(const Scene& scene, Index chunk) {
  Index at = chunk;
  while (at > 0 && scene.same_sentence(chunk, at - 1) && scene.kind(at - 1) == ChunkKind::adverb) --at;
  if (at == 0 || !scene.same_sentence(chunk, at - 1) || scene.kind(at - 1) != ChunkKind::preposition)
    return kNone;
  at -= 1;
  return at > 0 && scene.same_sentence(chunk, at - 1) ? at - 1 : kNone;
}

// Steps back from a preposition over dates: "plunged in 2012 to 1,502", "a fall in May to 3%".
Index governor_over_times(const Scene& scene, Index chunk) {
  Index at = governor(scene, chunk);
  while (at != kNone && at > 1 && scene.kind(at) == ChunkKind::time) {
    const Index back = scene.kind(at - 1) == ChunkKind::preposition ? at - 2 : at - 1;
    if (!scene.same_sentence(chunk, back)) break;
    at = back;
  }
  return at;
}

bool is_reaching(const Scene& scene, Index verb) {
  const Token& head = scene.head(verb);
  return is(head, WordClass::reach_verb) || is(head, WordClass::exceed_verb) ||
         lemma(scene.article(), head) == "be";
}

bool is_moving(const Scene& scene, Index chunk) {
  return direction_of(scene, chunk) != Direction::unknown;
}

bool is_change_noun(const Scene& scene, Index chunk) {
  return chunk != kNone && scene.kind(chunk) == ChunkKind::noun &&
         (is(scene.head(chunk), WordClass::up_noun) || is(scene.head(chunk), WordClass::down_noun));
}

// A word right before the number that says by how much: "up 11%", "down 300".
Direction direction_before(const Scene& scene, Index chunk) {
  if (chunk == 0 || !scene.same_sentence(chunk, chunk - 1)) return Direction::unknown;
  if (scene.is_word(chunk - 1, "up")) return Direction::up;
  if (scene.is_word(chunk - 1, "down")) return Direction::down;
  return Direction::unknown;
}

// The noun chunk whose measure a verb's number gives: the subject of its clause.
Index subject_measure(const Scene& scene, Index clause) {
  const Index subject = scene.clause(clause).subject;
  if (subject == kNone || scene.kind(subject) != ChunkKind::noun) return kNone;
  return subject;
}

class UseFinder {
 public:
  UseFinder(const Scene& scene, const Mention& amount, Index previous)
      : scene_(scene), amount_(amount), previous_(previous) {}

  AmountUse find() {
    use_.chunk = chunk_at(scene_.article(), amount_.span.begin);
    if (use_.chunk == kNone || scene_.kind(use_.chunk) != ChunkKind::noun || is_attribute()) return use_;
    use_.clause = verb_clause(scene_, use_.chunk);
    use_.verb = use_.clause == kNone ? kNone : scene_.clause(use_.clause).verb;
    preposition_ = preposition_of(scene_.article(), use_.chunk);
    bare_ = is_bare(scene_, amount_, use_.chunk);
    if (is_change() || is_base()) return use_;
    if (bare_ && (is_subject() || is_casualty_object())) {
      use_.use = Use::counted;
      return use_;
    }
    if (is_listed() || is_value()) return use_;
    if (!is_compared()) find_counted();
    return use_;
  }

 private:
  bool set(Use use) {
    use_.use = use;
    return true;
  }

  // Numbers that describe a thing or a place and measure nothing: durations, multiples ("three times
  // as many"), "a five-storey house", "six kilometres north of the town".
  [[nodiscard]] bool is_attribute() const {
    if (is_time_unit(amount_.unit) || amount_.unit == "fold") return true;
    // "two years of decline": a stretch of time, read as a date or not at all.
    const Token& head = scene_.head(use_.chunk);
    if (!is_bare(scene_, amount_, use_.chunk) && is(head, WordClass::time) && !is_casualty(head)) return true;
    const Article& article = scene_.article();
    const Range tokens = article.chunks[use_.chunk].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = article.tokens[t];
      const std::string_view text = article.text(token);
      if (token.tag != Tag::hyph && text != "-" && text != "‑") continue;
      const Span number = number_words(amount_);
      if (token.span.begin == number.end || token.span.end == number.begin) return true;
    }
    return (is_length(amount_.unit) && points_somewhere()) || is_part_of_name();
  }

  // "Two Rivers United", "Three Crosses Square": a capitalised word for a number before a proper noun.
  [[nodiscard]] bool is_part_of_name() const {
    const Article& article = scene_.article();
    const Range tokens = article.chunks[use_.chunk].tokens;
    if (scene_.head(use_.chunk).pos != Pos::propn) return false;
    for (Index t = tokens.begin; t + 1 < tokens.end; ++t) {
      const Token& token = article.tokens[t];
      if (token.span.begin != amount_.span.begin) continue;
      return (token.flags & kCapitalised) != 0 && (article.tokens[t + 1].flags & kCapitalised) != 0;
    }
    return false;
  }

  static bool is_length(std::string_view unit) {
    static constexpr std::array<std::string_view, 5> lengths = {"kilometre", "mile", "metre", "foot", "yard"};
    return std::ranges::find(lengths, unit) != lengths.end();
  }

  // A word of direction right behind the number: "six kilometres [northeast] of", "200 metres [from]".
  [[nodiscard]] bool points_somewhere() const {
    static constexpr std::array<std::string_view, 16> directions = {
        "north", "south", "east", "west",    "northeast", "northwest",  "southeast", "southwest",
        "from",  "away",  "off",  "outside", "upstream",  "downstream", "offshore",  "inland"};
    const Article& article = scene_.article();
    for (Index t = article.chunks[use_.chunk].tokens.begin; t < article.tokens.size(); ++t) {
      if (article.tokens[t].span.begin < number_words(amount_).end) continue;
      return std::ranges::find(directions, lower(article, article.tokens[t])) != directions.end();
    }
    return false;
  }

  bool is_change() {
    const Index noun = governor(scene_, use_.chunk);
    if (preposition_ == "of" && is_change_noun(scene_, noun) && !is_balance(noun))
      return set_change(noun, direction_of(scene_, noun));
    if (is_change_noun(scene_, use_.chunk) && !bare_)
      return set_change(use_.chunk, direction_of(scene_, use_.chunk));
    if (preposition_ == "by") {
      if (is_change_noun(scene_, noun)) return set_change(noun, direction_of(scene_, noun));
      if (use_.verb != kNone && is_moving(scene_, use_.verb))
        return set_change(kNone, direction_of(scene_, use_.verb));
    }
    if (const Direction way = direction_before(scene_, use_.chunk); way != Direction::unknown)
      return set_change(kNone, way);
    const bool object =
        use_.verb != kNone && scene_.clause(use_.clause).object == use_.chunk && preposition_.empty();
    if (object && bare_ && is_moving(scene_, use_.verb) &&
        !is(scene_.head(use_.verb), WordClass::reach_verb) &&
        !is(scene_.head(use_.verb), WordClass::exceed_verb)) {
      return set_change(kNone, direction_of(scene_, use_.verb));
    }
    return false;
  }

  // "a loss of 436 million euros": what is lost in money is a value, not a change of one.
  [[nodiscard]] bool is_balance(Index noun) const {
    return amount_.kind == MentionKind::money &&
           (scene_.is_word(noun, "loss") || scene_.is_word(noun, "gain"));
  }

  // "54 percent more than", "673 fewer than": what a comparative measures is read by comparatives.cc.
  [[nodiscard]] bool is_compared() const {
    const Index after = use_.chunk + 1;
    if (!bare_ || !scene_.same_sentence(use_.chunk, after) || !scene_.same_sentence(use_.chunk, after + 1))
      return false;
    const Tag tag = scene_.head(after).tag;
    return (tag == Tag::jjr || tag == Tag::rbr) && scene_.is_word(after + 1, "than");
  }

  bool set_change(Index noun, Direction direction) {
    use_.change_noun = noun;
    use_.direction = direction;
    if (use_.clause != kNone) use_.measure = subject_measure(scene_, use_.clause);
    if (noun != kNone && scene_.kind(noun + 1) == ChunkKind::preposition && scene_.is_word(noun + 1, "in") &&
        scene_.kind(noun + 2) == ChunkKind::noun) {
      use_.measure = noun + 2;
    }
    return set(Use::change_by);
  }

  // "from 2,952", "compared with 1,276", "against 1,502 a year earlier".
  bool is_base() {
    const Index outer = governor_over_times(scene_, use_.chunk);
    const bool moved = outer != kNone && (is_moving(scene_, outer) || is_change_noun(scene_, outer) ||
                                          (use_.verb != kNone && is_moving(scene_, use_.verb)));
    const bool compared = outer != kNone && scene_.kind(outer) == ChunkKind::verb &&
                          lemma(scene_.article(), scene_.head(outer)) == "compare";
    const bool up_from = outer != kNone && (scene_.is_word(outer, "up") || scene_.is_word(outer, "down"));
    const Index setting = use_.verb != kNone && preposition_ == "from" ? setting_clause() : kNone;
    const bool restated = setting != kNone && bare_;
    const bool base = (preposition_ == "from" && (moved || up_from)) || restated || compared ||
                      preposition_ == "against" || preposition_ == "versus";
    if (!base) return false;
    if (up_from) use_.direction = scene_.is_word(outer, "up") ? Direction::up : Direction::down;
    if (use_.clause != kNone && !up_from) use_.measure = subject_measure(scene_, use_.clause);
    if (restated) use_.measure = scene_.clause(setting).object;
    return set(Use::base);
  }

  // "…, 1,397 in 2014, and 1,276 in 2015", "604 from the north, 597 from the centre": only commas,
  // joints, dates and places since the last figure.
  bool is_listed() {
    if (previous_ == kNone || !bare_ || !scene_.same_sentence(previous_, use_.chunk)) return false;
    bool joint = false;
    for (Index i = previous_ + 1; i < use_.chunk; ++i) {
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
          use_.gapped = use_.gapped || is_gap(i);
          if (!is_place_phrase(i) && !is_gap(i)) return false;
          break;
        default:
          return false;
      }
    }
    return joint && set(Use::listed);
  }

  // "[Turkey] 120,000", "the police at 31,000, [the organisers] at 120,000": the verb is left out
  // between a noun and its number.
  [[nodiscard]] bool is_gap(Index noun) const {
    if (!preposition_of(scene_.article(), noun).empty()) return false;
    if (noun + 1 == use_.chunk) {
      const Mention* name = scene_.name_in(scene_.span(noun));
      return name != nullptr &&
             (name->name_kind == NameKind::place || name->name_kind == NameKind::organisation);
    }
    return noun + 2 == use_.chunk && !preposition_.empty() &&
           preposition_ == preposition_of(scene_.article(), previous_);
  }

  [[nodiscard]] bool is_place_phrase(Index chunk) const {
    if (preposition_of(scene_.article(), chunk).empty()) return false;
    const Mention* name = scene_.name_in(scene_.span(chunk));
    return (name != nullptr && name->name_kind == NameKind::place) ||
           is(scene_.head(chunk), WordClass::place);
  }

  bool is_value() {
    if (!bare_ && !counts_the_measure()) return false;
    if (const Index noun = governor_over_times(scene_, use_.chunk);
        preposition_ == "to" && is_change_noun(scene_, noun)) {
      use_.change_noun = noun;
      use_.direction = direction_of(scene_, noun);
      return set_value();
    }
    if (is_of_measure()) return set(Use::value);
    if (use_.verb == kNone) return is_headed_by_colon() && set(Use::value);
    const Clause& clause = scene_.clause(use_.clause);
    if (bare_ && clause.object == use_.chunk && preposition_.empty() && counts_things(use_.verb)) {
      return set(Use::value);
    }
    const bool object = clause.object == use_.chunk && preposition_.empty();
    const bool target = preposition_ == "to" || preposition_ == "at";
    if (const Index setting = target ? setting_clause() : kNone; setting != kNone) {
      use_.clause = setting;
      use_.verb = scene_.clause(setting).verb;
      use_.measure = scene_.clause(setting).object;
      use_.direction = direction_of(scene_, use_.verb);
      return set(Use::value);
    }
    if (object && is_reaching(scene_, use_.verb)) return set_value();
    if (target && scene_.clause_of(use_.chunk) == use_.clause &&
        (is_reaching(scene_, use_.verb) || is_moving(scene_, use_.verb))) {
      use_.direction = direction_of(scene_, use_.verb);
      return set_value();
    }
    return false;
  }

  // "puts the figure at 640", "brought the total to 73", "corrected the number from 361 to 355":
  // the number is the value of the verb's object.
  // The clause around the number whose verb gives its object a value, whatever is said of that object
  // in between ("bringing the number [of people who died] to 73"); kNone where there is none.
  [[nodiscard]] Index setting_clause() const {
    for (Index i = use_.clause; i != kNone; i = scene_.clause(i).parent) {
      const Clause& clause = scene_.clause(i);
      if (clause.verb == kNone) continue;
      if (clause.object != kNone && clause.object < use_.chunk &&
          scene_.kind(clause.object) == ChunkKind::noun && sets_value(clause.verb))
        return i;
      if (clause.kind == ClauseKind::main || clause.kind == ClauseKind::complement) break;
    }
    return kNone;
  }

  [[nodiscard]] bool sets_value(Index verb) const {
    static constexpr std::array<std::string_view, 15> setting = {
        "put",     "estimate", "set",    "peg",    "value",   "bring", "take", "revise",
        "correct", "update",   "adjust", "change", "restate", "keep",  "push"};
    return is(scene_.head(verb), WordClass::cause_change_verb) ||
           std::ranges::find(setting, lemma(scene_.article(), scene_.head(verb))) != setting.end();
  }

  // "the ministry recorded 959": whoever counts gives the measure in focus a value.
  [[nodiscard]] bool counts_things(Index verb) const {
    static constexpr std::array<std::string_view, 12> counting = {"count",    "record",   "register", "log",
                                                                  "list",     "document", "report",   "tally",
                                                                  "estimate", "have",     "see",      "show"};
    return std::ranges::find(counting, lemma(scene_.article(), scene_.head(verb))) != counting.end();
  }

  // "a loss of 436 million euros", "an occupancy of 120 percent", "a total of 300".
  bool is_of_measure() {
    if (preposition_ != "of" || amount_.kind == MentionKind::range) return false;
    const Index noun = governor(scene_, use_.chunk);
    if (noun == kNone || scene_.kind(noun) != ChunkKind::noun || is_person_chunk(noun)) return false;
    const bool measured = !amount_.unit.empty() || is(scene_.head(noun), WordClass::measure);
    if (!bare_ || !measured) return false;
    use_.measure = noun;
    return true;
  }

  // "Passengers carried through the airports: 2.0 million in 2020, …"
  bool is_headed_by_colon() {
    if (!bare_ || use_.chunk < 2 || !scene_.same_sentence(use_.chunk, use_.chunk - 2)) return false;
    if (scene_.kind(use_.chunk - 1) != ChunkKind::punctuation || !scene_.is_word(use_.chunk - 1, ":"))
      return false;
    for (Index i = use_.chunk - 2; scene_.same_sentence(i, use_.chunk); --i) {
      if (scene_.kind(i) == ChunkKind::noun && preposition_of(scene_.article(), i).empty()) use_.measure = i;
    }
    return use_.measure != kNone;
  }

  // "arrivals rose to 1,417 people": the noun counted repeats what the subject measures.
  [[nodiscard]] bool counts_the_measure() const {
    if (use_.clause == kNone) return false;
    const Index subject = scene_.clause(use_.clause).subject;
    if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return false;
    const bool measure = is(scene_.head(subject), WordClass::measure) ||
                         is(scene_.head(subject), WordClass::happening) || !is_person_chunk(subject);
    const bool moved = use_.verb != kNone &&
                       (is_moving(scene_, use_.verb) || is(scene_.head(use_.verb), WordClass::reach_verb) ||
                        is(scene_.head(use_.verb), WordClass::exceed_verb));
    return measure && moved && subject != use_.chunk;
  }

  [[nodiscard]] bool is_person_chunk(Index chunk) const {
    return is(scene_.head(chunk), WordClass::person) || is(scene_.head(chunk), WordClass::organisation) ||
           is(scene_.head(chunk), WordClass::group) || scene_.head(chunk).pos == Pos::propn;
  }

  bool set_value() {
    if (use_.measure == kNone && use_.clause != kNone) use_.measure = subject_measure(scene_, use_.clause);
    return set(Use::value);
  }

  void find_counted() {
    if (is_ratio_unit(amount_)) {
      // "40% of the workers": a share; any other percentage without a predicate says nothing alone.
      use_.is_share =
          scene_.kind(use_.chunk + 1) == ChunkKind::preposition && scene_.is_word(use_.chunk + 1, "of");
      if (use_.is_share) use_.use = Use::counted;
      return;
    }
    const Clause* own =
        scene_.clause_of(use_.chunk) == kNone ? nullptr : &scene_.clause(scene_.clause_of(use_.chunk));
    const bool bracket = own != nullptr && own->kind == ClauseKind::fragment && own->parent != kNone;
    if (!bare_ || has_measure_unit() || names_casualties()) {
      use_.use = bracket ? Use::part : Use::counted;
      return;
    }
    // "12 of them": the noun is left out.
    const bool of = scene_.kind(use_.chunk + 1) == ChunkKind::preposition &&
                    scene_.is_word(use_.chunk + 1, "of") && scene_.kind(use_.chunk + 2) == ChunkKind::noun;
    use_.use = of ? Use::counted : Use::elided;
  }

  // "kills 361", "injuring more than 600": what is done to people leaves them unsaid.
  [[nodiscard]] bool is_casualty_object() const {
    if (use_.verb == kNone || scene_.clause(use_.clause).object != use_.chunk || !amount_.unit.empty())
      return false;
    return is_casualty_verb(scene_.head(use_.verb));
  }

  // Tonnes, hectares, euros: the unit says what is measured where no noun does.
  [[nodiscard]] bool has_measure_unit() const { return !amount_.unit.empty() && amount_.unit != "person"; }

  // "left [12] dead".
  [[nodiscard]] bool names_casualties() const {
    const Index after = use_.chunk + 1;
    return scene_.same_sentence(use_.chunk, after) && is_casualty(scene_.head(after));
  }

  // The subject of its own clause or of a reduced one: "[27,850] forced from their homes".
  bool is_subject() {
    const Range clauses = scene_.clauses_of(scene_.article().chunks[use_.chunk].sentence);
    for (Index i = clauses.begin; i < clauses.end; ++i) {
      if (scene_.clause(i).subject != use_.chunk || scene_.clause(i).verb == kNone) continue;
      use_.clause = i;
      use_.verb = scene_.clause(i).verb;
      return true;
    }
    return false;
  }

  const Scene& scene_;
  const Mention& amount_;
  Index previous_;
  AmountUse use_;
  std::string preposition_;
  bool bare_ = false;
};

// "shot up", "went down", "was up": a verb of mere motion or being takes its direction from the word
// after it.
Direction direction_of_particle(const Scene& scene, Index chunk) {
  static constexpr std::array<std::string_view, 14> motion = {"go",   "come",  "shoot", "be",    "move",
                                                              "edge", "inch",  "tick",  "creep", "push",
                                                              "head", "drive", "bring", "send"};
  const Article& article = scene.article();
  if (std::ranges::find(motion, lemma(article, scene.head(chunk))) == motion.end()) return Direction::unknown;
  const Index after = scene.head(chunk).tag == Tag::none ? kNone : article.chunks[chunk].head + 1;
  if (after >= article.tokens.size()) return Direction::unknown;
  const std::string word = lower(article, article.tokens[after]);
  return word == "up" ? Direction::up : word == "down" ? Direction::down : Direction::unknown;
}

}  // namespace

Direction direction_of(const Scene& scene, Index chunk) {
  const Token& head = scene.head(chunk);
  if (scene.kind(chunk) == ChunkKind::verb) {
    if (const Direction way = direction_of_particle(scene, chunk); way != Direction::unknown) return way;
    if (is(head, WordClass::up_verb)) return Direction::up;
    if (is(head, WordClass::down_verb)) return Direction::down;
  } else if (scene.kind(chunk) == ChunkKind::noun) {
    if (is(head, WordClass::up_noun)) return Direction::up;
    if (is(head, WordClass::down_noun)) return Direction::down;
  }
  return Direction::unknown;
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

bool is_bare(const Scene& scene, const Mention& amount, Index chunk) {
  const Span head = scene.head(chunk).span;
  if (amount.kind == MentionKind::quantity && amount.unit.empty()) return false;
  if (amount.kind == MentionKind::quantity && !amount.counted.empty()) return false;
  const Span number = amount.extent.empty() ? amount.span : cover(amount.extent, amount.span);
  return number.contains(head);
}

AmountUse use_of(const Scene& scene, const Mention& amount, Index previous) {
  return UseFinder(scene, amount, previous).find();
}

}  // namespace tally
