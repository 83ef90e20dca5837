// Clauses and nouns that tell what happened → events, with who, where, when, how many and in which
// parts.
//
//   "In April last year, 13 workers (12 women and one man) collectively defected"
//     defect, 2016-04, 13 = 12 + 1
//   "a series of defections, including Thae Yong Ho and a colonel"
//     defect, Thae Yong Ho; defect, a colonel
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "claim/amount_use.h"
#include "claim/event_details.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestQuote = 380;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Verbs that tell of a state, a wish or a relation, not of something that happened.
constexpr std::array<std::string_view, 64> kStates = {
    "be",      "have",    "know",    "want",    "need",     "believe",    "think",    "feel",
    "seem",    "appear",  "remain",  "include", "live",     "work",       "like",     "hope",
    "expect",  "plan",    "mean",    "show",    "consider", "contain",    "belong",   "depend",
    "reflect", "concern", "involve", "require", "allow",    "become",     "continue", "try",
    "do",      "make",    "go",      "come",    "get",      "take",       "use",      "see",
    "hear",    "call",    "help",    "let",     "mark",     "represent",  "follow",   "lead",
    "cause",   "bring",   "keep",    "exist",   "compare",  "experience", "spend",    "track",
    "wait",    "stay",    "employ",  "house",   "number",   "own",        "suppose",  "rely"};

class EventFinder {
 public:
  explicit EventFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    events_ = static_cast<Index>(article_.claims.size());
    figures_ = in_order();
    for (Index s = 0; s < article_.sentences.size(); ++s) {
      if (!scene_.is_news(s)) continue;
      const Range clauses = scene_.clauses_of(s);
      const Range chunks = scene_.chunks_of(s);
      for (Index i = chunks.begin; i < chunks.end; ++i) read_noun(i);
      for (Index c = clauses.begin; c < clauses.end; ++c) read_clause(c);
    }
    tie_figures();
  }

 private:
  // Clauses.

  void read_clause(Index index) {
    const Clause& clause = scene_.clause(index);
    if (clause.verb == kNone || read_there_was(index)) return;
    const Index harm = harm_of(clause);
    if (harm == kNone && !tells_event(clause)) return;
    const VerbGroup verb = verb_group(article_, clause.verb);
    const bool told = verb.past || verb.perfect || (verb.passive && !verb.finite && !verb.infinitive) ||
                      is_headline(clause);
    if (!told || modality_of(scene_, index) != Modality::observed) return;
    std::vector<Index> who = participants(clause);
    if (who.empty() && is_dated_and_placed(clause, index)) who = {clause.subject};
    if (who.empty()) return;
    if (clause.kind == ClauseKind::relative && clause.subject != kNone && is_generic(clause.subject)) return;
    const When when = when_of_event(index, who);
    EventDetail detail;
    const Index told_by = harm == kNone ? clause.verb : harm;
    detail.trigger = head_lemma(article_, told_by);
    detail.trigger_span = scene_.span(told_by);
    fill(detail, who, clause.chunks);
    if (is(scene_.head(clause.verb), WordClass::reach_verb)) add_reached(detail, clause.object);
    if (!detail.count) detail.count = count_aboard(clause.subject);
    if (!happened(detail, when, who)) return;
    add_casualties(scene_, figures_of(clause.sentence), clause.sentence, detail);
    add(detail, quote_of(clause, who), when, index);
  }

  // A day, a place or a name say that it happened once; a year's flow or a habit does not.
  [[nodiscard]] bool happened(const EventDetail& detail, const When& when,
                              const std::vector<Index>& who) const {
    const bool named = std::ranges::any_of(who, [&](Index i) { return is_named_person(i); });
    const bool long_time =
        when.period && when.period->last_day() - when.period->first_day() > std::chrono::days(45);
    if (long_time && detail.where.empty() && !named) return false;
    // "27,377 people were treated": a count alone tells of no one happening.
    return when.known() || !detail.where.empty() || named;
  }

  // "There was a fire on 4 November", "the march took place on Sunday".
  bool read_there_was(Index index) {
    const Clause& clause = scene_.clause(index);
    constexpr std::array<std::string_view, 6> kHappen = {"be", "occur", "happen", "erupt", "break", "begin"};
    if (!is_one_of(kHappen, lemma(article_, scene_.head(clause.verb)))) return false;
    if (!verb_group(article_, clause.verb).past || modality_of(scene_, index) != Modality::observed)
      return false;
    for (const Index noun : {clause.subject, clause.object}) {
      if (noun == kNone || scene_.kind(noun) != ChunkKind::noun || is_anaphoric(scene_, noun) ||
          !is(scene_.head(noun), WordClass::happening))
        continue;
      const When when = own_time(scene_, index);
      if (!is_to_the_day(when)) return false;
      EventDetail detail;
      detail.trigger = lemma(article_, scene_.head(noun));
      detail.trigger_span = scene_.head(noun).span;
      fill(detail, {noun}, clause.chunks);
      add(detail, quote_of(clause, {noun}), when, index).rule = "event.named";
      return true;
    }
    return false;
  }

  [[nodiscard]] static bool is_to_the_day(const When& when) {
    const bool day = (when.period && when.period->grain() == Grain::day) ||
                     (when.relative && (when.relative->day != 0 || when.relative->weekday != 0));
    return day && when.role == TimeRole::at;
  }

  // The figures of a sentence.
  [[nodiscard]] std::span<const Claim> figures_of(Index sentence) const {
    const Span whole = article_.sentences[sentence].span;
    const Index first = first_claim_near(whole);
    Index last = first;
    while (last < figures_ && article_.claims[last].quote.begin < whole.end) ++last;
    return std::span<const Claim>(article_.claims).subspan(first, last - first);
  }

  // A subject that something may happen to or that makes it happen; no figure and no words.
  [[nodiscard]] bool is_thing_told_of(Index subject) const {
    const Token& head = scene_.head(subject);
    return is_nominal(head.tag) &&
           !is_any(head, {WordClass::measure, WordClass::count_noun, WordClass::rate_noun,
                          WordClass::total_noun, WordClass::share_noun, WordClass::average_noun,
                          WordClass::money, WordClass::time, WordClass::report_noun, WordClass::killed_noun,
                          WordClass::change_noun, WordClass::statement_noun});
  }

  // "Hail destroyed the crop near Kostanay on 3 August": whatever takes part, a day and a place make
  // it a happening.
  [[nodiscard]] bool is_dated_and_placed(const Clause& clause, Index index) const {
    if (clause.subject == kNone || scene_.kind(clause.subject) != ChunkKind::noun) return false;
    if (is_anaphoric(scene_, clause.subject) || is(scene_.head(clause.subject), WordClass::measure))
      return false;
    const When when = own_time(scene_, index);
    if (!is_to_the_day(when)) return false;
    if (is_thing_told_of(clause.subject)) return true;
    for (Index i = clause.chunks.begin; i < clause.chunks.end; ++i) {
      if (scene_.kind(i) != ChunkKind::noun || i == clause.subject) continue;
      const Mention* name = scene_.name_in(scene_.span(i));
      if (name != nullptr && name->name_kind == NameKind::place) return true;
      if (is(scene_.head(i), WordClass::place)) return true;
    }
    return false;
  }

  // "Four guards were injured": the word after the copula tells what happened.
  [[nodiscard]] Index harm_of(const Clause& clause) const {
    if (lemma(article_, scene_.head(clause.verb)) != "be") return kNone;
    const Index next = clause.verb + 1;
    if (!scene_.same_sentence(clause.verb, next) || scene_.kind(next) != ChunkKind::adjective) return kNone;
    for (const WordClass c : {WordClass::killed_adjective, WordClass::injured_adjective,
                              WordClass::arrested_adjective, WordClass::displaced_adjective}) {
      if (is(scene_.head(next), c)) return next;
    }
    return kNone;
  }

  [[nodiscard]] bool tells_event(const Clause& clause) const {
    const Token& head = scene_.head(clause.verb);
    if (is(head, WordClass::reach_verb) && clause.object != kNone && reaches_place(clause.object))
      return true;
    for (const WordClass c :
         {WordClass::report_verb, WordClass::claim_verb, WordClass::confirm_verb, WordClass::deny_verb,
          WordClass::up_verb, WordClass::down_verb, WordClass::reach_verb, WordClass::exceed_verb,
          WordClass::plan_verb, WordClass::forecast_verb, WordClass::disclose_verb}) {
      if (is(head, c)) return false;
    }
    // "The prisons held 62,153 people": so many were there; but "held a rally".
    if (lemma(article_, head) == "hold" && clause.object != kNone && counts_anything(clause.object))
      return false;
    return !is_one_of(kStates, lemma(article_, head));
  }

  // "Reached the island of El Hierro", not "reached 30,000".
  [[nodiscard]] bool reaches_place(Index object) const {
    const Mention* name = scene_.name_in(span_of_chunks(article_, noun_phrase(article_, object)));
    const bool place = name != nullptr && name->name_kind == NameKind::place;
    return (place || is(scene_.head(object), WordClass::place)) && !counts_anything(object);
  }

  // Where they arrive comes before all else that the clause names.
  void add_reached(EventDetail& detail, Index object) const {
    if (object == kNone) return;
    for (const Mention* name : scene_.names_in(span_of_chunks(article_, noun_phrase(article_, object)))) {
      std::vector<std::string> before = where_of(article_, *name);
      if (before.empty()) before = {std::string(article_.text(name->span))};
      std::erase_if(detail.where, [&](const std::string& place) {
        return std::ranges::find(before, place) != before.end();
      });
      detail.where.insert(detail.where.begin(), before.begin(), before.end());
      return;
    }
  }

  // "A canoe with 118 people on board": the head-count of what carries them.
  [[nodiscard]] std::optional<Value> count_aboard(Index subject) const {
    if (subject == kNone || scene_.kind(subject) != ChunkKind::noun) return std::nullopt;
    const Range range = description(subject);
    for (Index i = subject + 1; i < range.end; ++i) {
      if (scene_.kind(i) != ChunkKind::noun || preposition_of(article_, i) != "with") continue;
      if (auto count = count_of(i)) return count;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool counts_anything(Index chunk) const {
    return !Scene::starting_in(article_.amounts, scene_.span(chunk)).empty();
  }

  // "defectors [who entered the South]": says which people are meant, not that something happened.
  [[nodiscard]] bool is_generic(Index noun) const {
    if (noun == kNone) return false;
    const Token& head = scene_.head(noun);
    return (head.tag == Tag::nns || head.tag == Tag::nnps || head.tag == Tag::prp || head.tag == Tag::dt) &&
           !count_of(noun);
  }

  // Headlines tell of the past in the present tense.
  [[nodiscard]] bool is_headline(const Clause& clause) const {
    return scene_.block_kind(clause.sentence) == BlockKind::title;
  }

  // Who takes part: people, organisations or happenings, as subject or object.
  [[nodiscard]] std::vector<Index> participants(const Clause& clause) const {
    std::vector<Index> who;
    for (const Index chunk : {clause.subject, clause.object}) {
      if (chunk != kNone && scene_.kind(chunk) == ChunkKind::noun && takes_part(chunk)) who.push_back(chunk);
    }
    // A counted group comes before whoever acted on it ("the firm laid off 300 workers").
    std::ranges::stable_sort(who, [&](Index a, Index b) { return counts_people(a) && !counts_people(b); });
    return who;
  }

  [[nodiscard]] bool counts_people(Index chunk) const { return count_of(chunk).has_value(); }

  [[nodiscard]] bool takes_part(Index chunk) const {
    if (is_anaphoric(scene_, chunk) || is(scene_.head(chunk), WordClass::negation)) return false;
    if (scene_.is_word(chunk, "nobody") || scene_.is_word(chunk, "none")) return false;
    const Token& head = scene_.head(chunk);
    return is_person_noun(scene_, chunk) || is(head, WordClass::happening) || is(head, WordClass::group) ||
           is(head, WordClass::organisation) || is_named_person(chunk) || count_of(chunk).has_value();
  }

  [[nodiscard]] bool is_named_person(Index chunk) const {
    const Mention* name = scene_.name_in(scene_.span(chunk));
    return name != nullptr && name->name_kind == NameKind::person;
  }

  // The head-count in a noun group: the figure that was read there.
  [[nodiscard]] std::optional<Value> count_of(Index chunk) const {
    const Index figure = figure_at(chunk);
    if (figure == kNone) return std::nullopt;
    const Claim& claim = article_.claims[figure];
    if (claim.unit != "person") return std::nullopt;  // a head-count counts heads
    return claim.value;
  }

  // The counted figure whose number stands in this chunk; kNone where none does.
  [[nodiscard]] Index figure_at(Index chunk) const {
    for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(chunk))) {
      for (Index i = first_claim_near(amount.span);
           i < figures_ && article_.claims[i].quote.begin <= amount.span.begin; ++i) {
        const Claim& claim = article_.claims[i];
        if (claim.kind == ClaimKind::figure && claim.rule == "figure.counted" &&
            claim.quote.contains(amount.span) && claim.value == amount.value) {
          return i;
        }
      }
    }
    return kNone;
  }

  // Figures are read in the order of the text; what later stages add to them is not.
  [[nodiscard]] Index in_order() const {
    Index sentence = 0;
    for (Index i = 0; i < article_.claims.size(); ++i) {
      const Index at = sentence_at(article_, article_.claims[i].quote.end - 1);
      if (at == kNone || at < sentence) return i;
      sentence = at;
    }
    return static_cast<Index>(article_.claims.size());
  }

  // Claims are in the order of their sentences; quotes start at most a sentence before.
  [[nodiscard]] Index first_claim_near(Span span) const {
    const Index sentence = sentence_at(article_, span.begin);
    const std::uint32_t begin = sentence == kNone ? 0 : article_.sentences[sentence].span.begin;
    Index low = 0;
    Index high = figures_;
    while (low < high) {
      const Index middle = (low + high) / 2;
      if (article_.claims[middle].quote.end <= begin)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  When when_of_event(Index clause, const std::vector<Index>& who) {
    if (When when = when_of_clause(scene_, clause); when.known()) return when;
    for (const Index chunk : who) {
      const Index figure = figure_at(chunk);
      if (figure == kNone) continue;
      const Claim& claim = article_.claims[figure];
      if (claim.period || claim.relative)
        return {.period = claim.period, .relative = claim.relative, .basis = claim.period_basis};
    }
    return {};
  }

  // Nouns.

  // "a series of defections by ranking officials, including A and B"; "a similar case in August".
  void read_noun(Index chunk) {
    if (scene_.kind(chunk) != ChunkKind::noun) return;
    const bool instance = scene_.is_word(chunk, "case") || scene_.is_word(chunk, "cases") ||
                          scene_.is_word(chunk, "incident") || scene_.is_word(chunk, "incidents");
    const bool happening = !instance && is(scene_.head(chunk), WordClass::happening);
    if (!happening && !instance) return;
    if (happening) read_named(chunk);
    const std::string trigger = happening ? lemma(article_, scene_.head(chunk)) : last_trigger_;
    if (happening) last_trigger_ = trigger;
    if (trigger.empty()) return;
    const Index list = list_after(chunk);
    if (list == kNone) return;
    for (const Index item : items_of(list)) add_item(trigger, chunk, item);
  }

  // "the earthquake in West Sulawesi", "the march of 9 June": named with its place or its day, a
  // happening is told again, whatever the clause says of it.
  void read_named(Index chunk) {
    const Token& head = scene_.head(chunk);
    if (head.tag != Tag::nn && head.tag != Tag::nnp) return;
    // "the 12 June disaster": the number is that of its day.
    const bool dated = scene_.date_in(scene_.span(chunk)) != nullptr;
    if (is_anaphoric(scene_, chunk) || (counts_anything(chunk) && !dated)) return;
    const Range phrase = noun_phrase(article_, chunk);
    const Index clause = scene_.clause_of(chunk);
    if (clause != kNone && modality_of(scene_, clause) != Modality::observed) return;
    // The clause of which it is the subject or object tells it anyway.
    if (clause != kNone && (scene_.clause(clause).subject == chunk || scene_.clause(clause).object == chunk))
      return;
    EventDetail detail;
    detail.trigger = lemma(article_, head);
    detail.trigger_span = scene_.span(chunk);
    detail.who.emplace_back(article_.text(scene_.span(chunk)));
    add_places_of(scene_, phrase, detail);
    const When when = when_within(phrase);
    if (detail.where.empty() && !when.known()) return;
    Claim& claim = add(detail, span_of_chunks(article_, phrase), when, kNone);
    claim.rule = "event.named";
    claim.in_title = scene_.block_kind(article_.chunks[chunk].sentence) == BlockKind::title;
  }

  [[nodiscard]] When when_within(Range phrase) const {
    if (const Mention* date = scene_.date_in(scene_.span(phrase.begin)); date != nullptr && date->period)
      return {.period = date->period, .relative = date->relative, .basis = date->basis, .span = date->span};
    for (Index i = phrase.begin; i < phrase.end; ++i) {
      if (scene_.kind(i) != ChunkKind::time) continue;
      if (When when = when_of(scene_, i); when.known() && when.role == TimeRole::at) return when;
    }
    return {};
  }

  // The chunk after "including" or "such as" that follows a noun over its own phrases.
  [[nodiscard]] Index list_after(Index chunk) const {
    for (Index i = chunk + 1; i < chunk + 8 && scene_.same_sentence(chunk, i); ++i) {
      const std::string word = lower(article_, scene_.head(i));
      if (word == "including" || word == "include" || word == "like") return i + 1;
      if (word == "such" || (word == "as" && i > 0 && scene_.is_word(i - 1, "such")))
        return scene_.is_word(i, "such") ? i + 2 : i + 1;
      if (scene_.kind(i) == ChunkKind::verb && verb_group(article_, i).finite) break;
    }
    return kNone;
  }

  // The people of a list: free noun chunks up to the next finite verb of the outer clause.
  [[nodiscard]] std::vector<Index> items_of(Index begin) const {
    std::vector<Index> items;
    for (Index i = begin; i < begin + 40 && scene_.same_sentence(begin, i); ++i) {
      if (scene_.kind(i) == ChunkKind::verb && scene_.clause(scene_.clause_of(i)).kind == ClauseKind::main)
        break;
      if (scene_.kind(i) != ChunkKind::noun || !is_item(begin, i)) continue;
      items.push_back(i);
    }
    return items;
  }

  // First of the list, or after "and"; an apposition after a comma is no item of its own.
  [[nodiscard]] bool is_item(Index begin, Index chunk) const {
    if (!is_person_noun(scene_, chunk) && !is_named_person(chunk)) return false;
    if (chunk == begin) return true;
    const Index before = chunk - 1;
    if (scene_.kind(before) == ChunkKind::conjunction) return true;
    if (scene_.kind(before) != ChunkKind::punctuation || !scene_.is_word(before, ",")) return false;
    // "Thae Yong Ho, North Korea's former ambassador": a role right after a name describes it.
    const bool name_before =
        before > 0 && scene_.kind(before - 1) == ChunkKind::noun && is_named_person(before - 1);
    return !name_before || is_named_person(chunk);
  }

  void add_item(const std::string& trigger, Index noun, Index item) {
    EventDetail detail;
    detail.trigger = trigger;
    detail.trigger_span = scene_.span(noun);
    const Range phrase = item_phrase(item);
    fill(detail, {item}, phrase);
    Claim& claim = add(detail, span_of_chunks(article_, phrase), {}, scene_.clause_of(noun));
    claim.evidence.push_back(scene_.span(noun));
    claim.rule = "event.item";
  }

  // An item with what describes it, up to the conjunction before the next.
  [[nodiscard]] Range item_phrase(Index item) const {
    Index end = item + 1;
    while (scene_.same_sentence(item, end) && scene_.kind(end) != ChunkKind::conjunction && end < item + 20) {
      const bool outer_verb = scene_.kind(end) == ChunkKind::verb &&
                              scene_.clause(scene_.clause_of(end)).kind == ClauseKind::main;
      if (outer_verb) break;
      ++end;
    }
    while (end > item + 1 && scene_.kind(end - 1) == ChunkKind::punctuation) --end;
    return {item, end};
  }

  // What they share.

  void fill(EventDetail& detail, const std::vector<Index>& who, Range chunks) {
    for (const Index chunk : who) {
      detail.who.emplace_back(article_.text(person_span(chunk)));
      if (!detail.count) detail.count = count_of(chunk);
      add_parts(detail, chunk);
      add_places_of(scene_, description(chunk), detail);
    }
    add_places_of(scene_, chunks, detail);
  }

  // A name with the role that stands by it, otherwise the noun group.
  [[nodiscard]] Span person_span(Index chunk) const {
    Span span = scene_.span(chunk);
    if (scene_.is_word(chunk + 1, "of") && scene_.same_sentence(chunk, chunk + 1))
      span = span_of_chunks(article_, {chunk, chunk + 3});
    return span;
  }

  // The chunks that describe a noun: its phrases and the reduced clauses that hang on it.
  [[nodiscard]] Range description(Index chunk) const {
    Range range = noun_phrase(article_, chunk);
    const Range clauses = scene_.clauses_of(article_.chunks[chunk].sentence);
    for (Index i = clauses.begin; i < clauses.end; ++i) {
      const Clause& clause = scene_.clause(i);
      if (clause.kind == ClauseKind::relative && clause.subject == chunk && clause.chunks.end > range.end)
        range.end = clause.chunks.end;
    }
    return range;
  }

  void add_parts(EventDetail& detail, Index chunk) {
    const Index whole = figure_at(chunk);
    if (whole == kNone) return;
    for (Index i = whole + 1; i < figures_ && i < whole + 12; ++i) {
      const Claim& part = article_.claims[i];
      if (part.kind != ClaimKind::figure || part.whole != whole || !part.value) continue;
      detail.parts.push_back(
          {.what = part.measure.population, .role = {}, .value = *part.value, .span = part.quote});
    }
  }

  [[nodiscard]] Span quote_of(const Clause& clause, const std::vector<Index>& who) const {
    Span quote = scene_.span(clause.verb);
    const auto take = [&](Span more) {
      const Span wide = cover(quote, more);
      if (wide.size() <= kLongestQuote) quote = wide;
    };
    for (const Index chunk : who) take(scene_.span(chunk));
    take(span_of_chunks(article_, clause.chunks));
    return quote;
  }

  Claim& add(EventDetail& detail, Span quote, const When& when, Index clause) {
    // What a description tells on the way ("who was sent to Russia") is not what comes next "a case".
    const bool told = clause != kNone && scene_.clause(clause).kind != ClauseKind::relative;
    if (!detail.trigger.empty() && told) last_trigger_ = detail.trigger;
    Claim claim;
    claim.kind = ClaimKind::event;
    claim.rule = "event.clause";
    claim.quote = quote;
    claim.period = when.period;
    claim.relative = when.relative;
    claim.period_basis = when.basis;
    if (when.role == TimeRole::since && when.period)
      claim.period = since_until_publication(article_, *when.period);
    claim.event = std::move(detail);
    claim.in_title = clause != kNone && scene_.block_kind(scene_.clause(clause).sentence) == BlockKind::title;
    article_.claims.push_back(std::move(claim));
    return article_.claims.back();
  }

  // A figure whose number stands in an event's words counts that event.
  void tie_figures() {
    for (Index e = events_; e < article_.claims.size(); ++e) {
      const Claim& event = article_.claims[e];
      if (event.kind != ClaimKind::event || !event.event->count) continue;
      for (Index i = first_claim_near(event.quote);
           i < figures_ && article_.claims[i].quote.begin < event.quote.end; ++i) {
        Claim& figure = article_.claims[i];
        if (figure.kind == ClaimKind::figure && figure.happening == kNone &&
            figure.value == event.event->count && figure.quote.overlaps(event.quote)) {
          figure.happening = e;
        }
      }
    }
  }

  Article& article_;
  Scene scene_;
  Index events_ = 0;          // claims from this one on are events
  Index figures_ = 0;         // claims before this one are figures in the order of their sentences
  std::string last_trigger_;  // what "a similar case" points back to
};

}  // namespace

void find_events(Article& article) {
  EventFinder(article).find();
}

}  // namespace tally
