// Noun groups and clauses → the slots of a measure.
#include "claim/measures.h"

#include <algorithm>

#include "claim/amount_use.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// "expects 26,000 tonnes", "proposed 4 million": somebody speaks of it, and does it not.
bool tells_of_plans(const Token& verb) {
  if (is(verb, WordClass::ask_verb)) return false;  // "asked 271 euros for a night"
  return is_any(verb, {WordClass::forecast_verb, WordClass::urge_verb}) ||
         (is(verb, WordClass::plan_verb) && !is(verb, WordClass::put_verb));
}

// A verb that only says that there is something: the counted noun alone is the measure.
bool is_light(const Scene& scene, Index verb) {
  const Token& head = scene.head(verb);
  return is(head, WordClass::light_verb) || head_lemma(scene.article(), verb) == "account for" ||
         is(head, WordClass::report_verb) || is(head, WordClass::confirm_verb) ||
         is(head, WordClass::claim_verb) || is(head, WordClass::reach_verb) ||
         is(head, WordClass::exceed_verb) || is(head, WordClass::up_verb) || is(head, WordClass::down_verb) ||
         tells_of_plans(head);
}

// The first clause that hangs on a noun chunk: "defectors [who entered South Korea]".
Index clause_on(const Scene& scene, Index noun) {
  const Range clauses = scene.clauses_of(scene.article().chunks[noun].sentence);
  for (Index i = clauses.begin; i < clauses.end; ++i) {
    const Clause& clause = scene.clause(i);
    const bool hangs = clause.kind == ClauseKind::relative || clause.kind == ClauseKind::infinitive;
    if (hangs && clause.subject == noun && clause.verb != kNone && clause.verb > noun) return i;
  }
  return kNone;
}

// "used to work", "tried to cross", "are known to have died": the infinitive says what is done.
Index lexical_verb(const Scene& scene, Index clause) {
  const Index verb = scene.clause(clause).verb;
  const Index next = verb + 1;
  if (!scene.same_sentence(verb, next) || scene.kind(next) != ChunkKind::verb) return verb;
  return verb_group(scene.article(), next).infinitive ? next : verb;
}

// Adds what a clause says of the people or things counted.
void add_predicate(const Scene& scene, Index clause, Measure& measure, Index counted = kNone) {
  if (clause == kNone || scene.clause(clause).verb == kNone) return;
  const Index verb = lexical_verb(scene, clause);
  // "were injured", "are missing": the adjective says what became of them.
  const Index next = verb + 1;
  if (measure.property.empty() && scene.same_sentence(verb, next) &&
      scene.kind(next) == ChunkKind::adjective && is_casualty(scene.head(next))) {
    measure.property = lemma(scene.article(), scene.head(next));
  }
  if (!is_light(scene, verb) && measure.property.empty())
    measure.property = head_lemma(scene.article(), verb);
  add_places(scene, clause, measure, counted);
}

// "a crew of [22]": a group told by how many it is.
bool heads_a_count(const Scene& scene, Index chunk) {
  return is(scene.head(chunk), WordClass::group) && scene.kind(chunk + 1) == ChunkKind::preposition &&
         scene.is_word(chunk + 1, "of") && scene.kind(chunk + 2) == ChunkKind::noun &&
         scene.head(chunk + 2).kind == TokenKind::number;
}

// "made up 40 %", "accounted for 40 %", "took 40 %", "represent 40 %"
bool holds_share(const Scene& scene, Index clause, Index chunk) {
  const Index verb = scene.clause(clause).verb;
  if (verb == kNone || verb > chunk) return false;
  const Spelling word = lemma(scene.article(), scene.head(verb));
  static constexpr NamedWords kHolding = {"take",     "represent",  "account", "make",
                                          "comprise", "constitute", "hold",    "form"};
  return kHolding.contains(word);
}

// "a total of [23 people]"
bool is_totalled(const Scene& scene, Index chunk) {
  return chunk >= 2 && scene.same_sentence(chunk, chunk - 2) && scene.is_word(chunk - 1, "of") &&
         scene.kind(chunk - 2) == ChunkKind::noun &&
         is_any(scene.head(chunk - 2), {WordClass::count_noun, WordClass::average_noun});
}

}  // namespace

// "Hybrids took 11.9 percent of the market": a share of it, told of the hybrids.
static void tell_holder(const Scene& scene, Index clause, Index chunk, Measure& measure) {
  const Index holder = scene.clause(clause).subject;
  if (holder == kNone || holder >= chunk || scene.kind(holder) != ChunkKind::noun ||
      is_anaphoric(scene, holder) || !holds_share(scene, clause, chunk))
    return;
  measure.property = "share of " + measure.population;
  measure.population = population_of(scene, holder, {});
}

// "the deaths of 48 migrants": the noun says what became of them.
static void tell_doing(const Scene& scene, Index chunk, Measure& measure) {
  if (chunk < 2 || !scene.same_sentence(chunk, chunk - 2) || !scene.is_word(chunk - 1, "of")) return;
  const Token& doing = scene.head(chunk - 2);
  const bool tells = is(doing, WordClass::happening) || is(doing, WordClass::killed_noun) ||
                     is(doing, WordClass::injured_noun) || is(doing, WordClass::arrest_noun);
  if (scene.kind(chunk - 2) == ChunkKind::noun && tells) measure.property = lemma(scene.article(), doing);
}

// "1,400 police", "300 staff": many of a body that is told in the singular are those who make it up.
static bool counts_members(const Scene& scene, Index chunk, const Mention& amount) {
  const Token& head = scene.head(chunk);
  const bool body = is(head, WordClass::organisation) || is(head, WordClass::group);
  const Token& first = scene.article().tokens[scene.article().chunks[chunk].tokens.begin];
  const bool plural = head.tag == Tag::nns && scene.article().text(head).ends_with('s');
  return body && !plural && first.tag != Tag::dt && amount.unit.empty() && !amount.counted.empty() &&
         amount.value && amount.value->best && *amount.value->best > Decimal(1);
}

// "A ticket cost 39 euros": what is measured is the subject's; what somebody expects is not his own. Empty
// where the clause names none.
static std::string subject_measured(const Scene& scene, Index clause, Index chunk) {
  if (clause == kNone) return {};
  const Clause& told = scene.clause(clause);
  const bool spoken_of = told.verb != kNone && tells_of_plans(scene.head(told.verb));
  if (spoken_of || told.subject == kNone || told.subject == chunk ||
      scene.kind(told.subject) != ChunkKind::noun)
    return {};
  // "rises by 2.9 per cent, which adds £48": no number has a price.
  const auto numbers = Scene::starting_in(scene.article().amounts, scene.span(told.subject));
  if (!numbers.empty() && is_bare(scene, numbers.front(), told.subject)) return {};
  return population_of(scene, told.subject, {});
}

// "hundreds of firefighters [and emergency officials]", "400 doctors [and nurses]": all of whom are counted.
static Index counted_with(const Scene& scene, Index noun) {
  const Index other = noun + 2;
  if (!scene.same_sentence(noun, other) || !scene.is_word(noun + 1, "and") ||
      scene.kind(other) != ChunkKind::noun)
    return kNone;
  const Article& article = scene.article();
  const Token& first = article.tokens[article.chunks[other].tokens.begin];
  const Tag tag = scene.head(other).tag;
  const bool bare = first.tag == Tag::nns || first.tag == Tag::nn || first.tag == Tag::jj;
  if (tag != Tag::nns || scene.head(noun).tag != Tag::nns || !bare ||
      !Scene::starting_in(article.amounts, scene.span(other)).empty())
    return kNone;
  // "killed 12 soldiers and officers said": another clause begins.
  const Index clause = scene.clause_of(other);
  const bool other_subject = clause != kNone && scene.clause(clause).subject == other;
  return other_subject ? kNone : other;
}

// "1.4 million [head] of livestock": as many animals.
static void drop_heads(const Scene& scene, Index chunk, Measured& counted) {
  if (counted.measure.population != "head" || !scene.is_word(chunk + 1, "of")) return;
  counted.measure.population.clear();
  counted.unit.clear();
}

// "left 12 [dead]"
static void take_casualty(const Scene& scene, Index chunk, Measured& counted) {
  // "[were lost]": what they are is told by the clause.
  const bool verb =
      scene.kind(chunk + 1) == ChunkKind::verb && scene.article().chunks[chunk + 1].tokens.size() > 1;
  if (!scene.same_sentence(chunk, chunk + 1) || verb || !is_casualty(scene.head(chunk + 1)) ||
      !counted.measure.population.empty())
    return;
  counted.measure.property = lemma(scene.article(), scene.head(chunk + 1));
  counted.measure.population = "person";
  counted.unit = "person";
}

// "1,340 back-up [generators]", "118 of last year's [spills]": the chunk of what is counted, where its words
// fell apart; kNone where they did not.
static Index counted_apart(const Scene& scene, const Mention& amount, Index chunk) {
  if (amount.kind != MentionKind::quantity || amount.counted.begin < number_words(amount).end ||
      amount.counted.end <= scene.span(chunk).end)
    return kNone;
  const Index noun = chunk_at(scene.article(), amount.counted.end - 1);
  const bool things = noun != kNone && scene.same_sentence(chunk, noun) &&
                      scene.kind(noun) == ChunkKind::noun && scene.span(noun).end == amount.counted.end &&
                      Scene::starting_in(scene.article().amounts, scene.span(noun)).empty();
  return things ? noun : kNone;
}

// "900 60-kg [sacks]": counts what stands in the chunk behind; the chunk that says what is counted.
static Index take_behind(const Scene& scene, const Mention& amount, Index chunk, Measured& out) {
  Index behind = counted_behind(scene, amount, chunk);
  if (behind == kNone) behind = counted_apart(scene, amount, chunk);
  if (behind == kNone || !out.measure.population.empty()) return kNone;
  const std::uint32_t begin = scene.span(behind).begin;
  const Span size = amount.counted.begin > begin ? Span{begin, amount.counted.begin} : Span{};
  out.measure.population = population_of(scene, behind, size);
  if (counts_people(scene, behind)) out.unit = "person";
  out.span = cover(out.span, scene.span(behind));
  return behind;
}

Measured measure_of_counted(const Scene& scene, Index chunk, const Mention& amount) {
  const Article& article = scene.article();
  Measured out;
  out.head = chunk;
  out.span = scene.span(chunk);
  out.unit = counts_people(scene, chunk) || counts_members(scene, chunk, amount) ? "person" : amount.unit;
  Index noun = chunk;
  // "a further 1,500", "the remaining 228": no word of these says what they count.
  if (!number_words(amount).contains(scene.head(chunk).span))
    out.measure.population = population_of(scene, chunk, number_words(amount));
  drop_heads(scene, chunk, out);
  // "30 of the workers", "a group of 20 people", "thousands of people".
  if (out.measure.population.empty() && scene.kind(chunk + 1) == ChunkKind::preposition &&
      (scene.is_word(chunk + 1, "of") || scene.words(chunk + 1) == "out of") &&
      scene.kind(chunk + 2) == ChunkKind::noun) {
    noun = chunk + 2;
    // "18 out of the 64 districts"
    const auto whole = Scene::starting_in(article.amounts, scene.span(noun));
    out.measure.population = population_of(scene, noun, whole.empty() ? Span{} : number_words(whole.front()));
    if (is_person_noun(scene, noun)) out.unit = "person";
    out.span = cover(out.span, scene.span(noun));
  }
  if (const Index behind = take_behind(scene, amount, chunk, out); behind != kNone) noun = behind;
  if (const Index other = out.measure.population.empty() ? kNone : counted_with(scene, noun); other != kNone)
    out.measure.population += " and " + population_of(scene, other, {});
  take_casualty(scene, chunk, out);
  tell_doing(scene, chunk, out.measure);
  // "1,575 others injured"
  if (out.measure.population == "other") {
    out.measure.population = "person";
    out.unit = "person";
  }
  const Index hanging = clause_on(scene, noun);
  const Index clause = scene.clause_of(chunk);
  // "a total of [23 people] died"
  const Index stated = is_totalled(scene, chunk) ? chunk - 2 : chunk;
  const bool in_clause =
      clause != kNone && scene.clause(clause).verb != kNone && preposition_of(article, stated).empty();
  const bool argument =
      in_clause && (scene.clause(clause).subject == stated || scene.clause(clause).object == stated);
  const Index behind = in_clause ? scene.clause(clause).verb + 1 : kNone;
  const bool told = in_clause && scene.same_sentence(chunk, behind) &&
                    scene.kind(behind) == ChunkKind::adjective && is_casualty(scene.head(behind));
  if (argument && (told || !is_light(scene, lexical_verb(scene, clause)))) {
    add_predicate(scene, clause, out.measure, chunk);
  } else {
    add_predicate(scene, hanging, out.measure);
    if (argument) add_places(scene, clause, out.measure, chunk);
  }
  if (amount.unit == "percent" && noun != chunk && clause != kNone)
    tell_holder(scene, clause, chunk, out.measure);
  if (out.measure.population.empty() && !amount.unit.empty() && amount.unit != "person")
    out.measure.population = subject_measured(scene, clause, chunk);
  return out;
}

// "a 4 % [price] rise": what rises. "Growth" and "inflation" are measures themselves.
static void drop_change(const Scene& scene, Index chunk, std::string& property) {
  const Token& head = scene.head(chunk);
  const Spelling word = lemma(scene.article(), head);
  const WordId id = vocabulary().find(word);
  const auto moves = [&](WordClass noun, WordClass verb) {
    return is(head, noun) && vocabulary().is(id, verb);
  };
  const bool change =
      id != 0 && vocabulary().may_be(id, Pos::verb) && !is(head, WordClass::happening) &&
      (moves(WordClass::up_noun, WordClass::up_verb) || moves(WordClass::down_noun, WordClass::down_verb));
  if (!change || property.size() <= word.size() + 1 || !property.ends_with(word) ||
      property[property.size() - word.size() - 1] != ' ')
    return;
  property.resize(property.size() - word.size() - 1);
}

// "a population of 5.6 million", "the prison population", "the workforce", but no "bear population".
static bool is_population(const Scene& scene, Index chunk, Index of) {
  static constexpr NamedWords kAll = {"population", "workforce", "headcount"};
  const Article& article = scene.article();
  if (!kAll.contains(lemma(article, scene.head(chunk)))) return false;
  const auto is_beast = [&](Index noun) {
    return std::ranges::any_of(tokens_within(article, scene.span(noun)), [](const Token& token) {
      return is_any(token, {WordClass::animal, WordClass::plant}) && !is(token, WordClass::person);
    });
  };
  return !is_beast(chunk) && !is_beast(of);
}

Measured measure_of_noun(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  Measured out;
  out.head = chunk;
  out.span = scene.span(chunk);
  const bool of = scene.kind(chunk + 1) == ChunkKind::preposition && scene.is_word(chunk + 1, "of") &&
                  scene.kind(chunk + 2) == ChunkKind::noun;
  const Spelling head = lemma(article, scene.head(chunk));
  Index noun = chunk;
  if (is(scene.head(chunk), WordClass::measure) && of) {
    noun = chunk + 2;
    out.span = cover(out.span, scene.span(noun));
    if (!is_bare_count(head)) out.measure.property = population_of(scene, chunk, {});
    // "a budget of 41 million euros" counts no euros.
    const auto amounts = Scene::starting_in(article.amounts, scene.span(noun));
    const bool unit = !amounts.empty() && !amounts.front().unit.empty() && amounts.front().unit != "person" &&
                      (amounts.front().unit == "percent" || amounts.front().kind == MentionKind::money ||
                       is_any(scene.head(noun), {WordClass::unit, WordClass::currency, WordClass::money}));
    if (!unit) out.measure.population = population_of(scene, noun, {});
  } else if (is_person_noun(scene, chunk) || heads_a_count(scene, chunk)) {
    out.measure.population = population_of(scene, chunk, {});
  } else {
    // "a 4 percent price rise"
    const auto own = Scene::starting_in(article.amounts, scene.span(chunk));
    const bool ratio = !own.empty() && own.front().unit == "percent";
    out.measure.property = population_of(scene, chunk, ratio ? number_words(own.front()) : Span{});
    drop_change(scene, chunk, out.measure.property);
    const bool number = of && !Scene::starting_in(article.amounts, scene.span(chunk + 2)).empty();
    if (of && !number) out.measure.population = population_of(scene, chunk + 2, {});
  }
  // "the number of injured"
  const Index casualties = chunk + 2;
  if (scene.same_sentence(chunk, casualties) && scene.is_word(chunk + 1, "of") &&
      scene.kind(casualties) == ChunkKind::adjective && is_casualty(scene.head(casualties))) {
    out.measure = {.property = lemma(article, scene.head(casualties)).str(), .population = "person"};
    out.unit = "person";
  }
  if (counts_people(scene, noun) || counts_people(scene, chunk) || is_population(scene, chunk, noun))
    out.unit = "person";
  const Index hanging = clause_on(scene, noun);
  if (hanging != kNone) {
    add_predicate(scene, hanging, out.measure);
    out.span = cover(out.span, span_of_chunks(article, {chunk, scene.clause(hanging).chunks.end}));
  }
  add_noun_places(scene, noun, out.measure);
  return out;
}

}  // namespace tally
