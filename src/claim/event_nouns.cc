// Nouns → events: "the earthquake in West Sulawesi", "a series of defections, including A and B".
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "claim/event_details.h"
#include "claim/event_finder.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "mention/names.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {

void EventFinder::read_noun(Index chunk) {
  if (scene_.kind(chunk) != ChunkKind::noun) return;
  static constexpr NamedWords kInstances = {"case", "cases", "incident", "incidents"};
  if (is(scene_.head(chunk), WordClass::killed_noun)) read_fate(chunk);
  const bool instance = kInstances.contains_lower(scene_.head_text(chunk));
  // "a steady decrease to 2,706": a change of a measure is told as one, and is no happening.
  const bool happening = !instance && is_happening(chunk);
  if (!happening && !instance) return;
  if (happening) read_named(chunk);
  const std::string trigger = happening ? lemma(article_, scene_.head(chunk)).str() : last_trigger_;
  if (happening) last_trigger_ = trigger;
  if (trigger.empty()) return;
  const Index list = list_after(chunk);
  if (list == kNone) return;
  for (const Index item : items_of(list)) add_item(trigger, chunk, item);
}

std::string EventFinder::happening_named_by(Index chunk) const {
  const Spelling word = lemma(article_, scene_.head(chunk));
  if (!is_named_by_two(chunk)) return word.str();
  return joined(lower(article_, article_.tokens[article_.chunks[chunk].head - 1]), ' ', word);
}

bool EventFinder::is_named_by_two(Index chunk) const {
  const Index at = article_.chunks[chunk].head;
  if (at == article_.chunks[chunk].tokens.begin) return false;
  const Token& before = article_.tokens[at - 1];
  const Token& head = article_.tokens[at];
  // No name is in the vocabulary as it is written.
  if (head.pos == Pos::propn && (head.flags & kCapitalised) != 0) return false;
  const bool is_known =
      head.word != 0 && (head.pos == Pos::propn || vocabulary().may_be(head.word, head.pos));
  if (is_known && !vocabulary().may_end_happening(head.word)) return false;
  const WordId first = lower_word(before);
  const WordId second = lemma_word(head);
  const WordId phrase = first != 0 && second != 0
                            ? vocabulary().find_phrase(first, second)
                            : vocabulary().find(joined(lower(article_, before), '_', lemma(article_, head)));
  return phrase != 0 && vocabulary().is(phrase, WordClass::happening);
}

bool EventFinder::is_happening(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (is(head, WordClass::happening) && !is(head, WordClass::time)) {
    // "the collapse of a bridge", but "a collapse in prices"
    const bool of_thing = is(head, WordClass::collapse_deed) && scene_.is_word(chunk + 1, "of") &&
                          scene_.same_sentence(chunk, chunk + 2) &&
                          scene_.kind(chunk + 2) == ChunkKind::noun &&
                          is_any(scene_.head(chunk + 2), {WordClass::thing, WordClass::place}) &&
                          !is(scene_.head(chunk + 2), WordClass::measure);
    if (of_thing || !is_any(head, {WordClass::up_noun, WordClass::down_noun})) return true;
    // "the crash of 27 August in which three were killed"
    const bool mishap = is_any(head, {WordClass::crash_deed, WordClass::collapse_deed});
    if (mishap && is_of_day(chunk)) return true;
  }
  return is_named_by_two(chunk) || is_deed_of_day(chunk);
}

// "[The crash] of 27 August", "[the cut] on Monday"
bool EventFinder::is_of_day(Index chunk) const {
  return scene_.same_sentence(chunk, chunk + 2) && scene_.kind(chunk + 2) == ChunkKind::time &&
         (scene_.is_word(chunk + 1, "of") || scene_.is_word(chunk + 1, "on")) &&
         is_to_the_day(when_of(scene_, chunk + 2));
}

// "[The opening] of the bridge"
bool EventFinder::is_of_one(Index chunk) const {
  const Index first = article_.chunks[chunk].tokens.begin;
  return scene_.is_word(chunk + 1, "of") && equals_lower(article_.text(article_.tokens[first]), "the") &&
         scene_.same_sentence(chunk, chunk + 2) && scene_.kind(chunk + 2) == ChunkKind::noun;
}

// "[Ann Berg's return]"
bool EventFinder::is_owned_by_name(Index chunk) const {
  const Index at = article_.chunks[chunk].head;
  if (at <= article_.chunks[chunk].tokens.begin || article_.tokens[at - 1].tag != Tag::pos) return false;
  const Mention* owner = scene_.name_in(scene_.span(chunk));
  return owner != nullptr && owner->span.begin == scene_.span(chunk).begin;
}

// "The [opening] of the bridge on 7 December", "Ann Berg's [return] on 4 May": a noun of doing, of one day.
bool EventFinder::is_deed_of_day(Index chunk) const {
  const Token& head = scene_.head(chunk);
  if (head.tag != Tag::nn || head.word == 0 || !(is_of_one(chunk) || is_owned_by_name(chunk))) return false;
  if (counts_anything(chunk) ||
      is_any(head, {WordClass::measure, WordClass::count_noun, WordClass::rate_noun, WordClass::total_noun,
                    WordClass::share_noun, WordClass::average_noun, WordClass::money, WordClass::time,
                    WordClass::report_noun, WordClass::statement_noun, WordClass::change_noun}))
    return false;
  const bool doing = scene_.head_text(chunk).ends_with("ing") && vocabulary().may_be(head.word, Pos::verb);
  const bool moving = is_any(head, {WordClass::travel_verb, WordClass::arrive_verb, WordClass::leave_verb,
                                    WordClass::free_verb, WordClass::attack_verb});
  return (doing || moving || vocabulary().is_kind_of(head.word, "act")) &&
         is_to_the_day(when_within(noun_phrase(article_, chunk)));
}

void EventFinder::add_fronted_place(Index sentence, EventDetail& detail) const {
  const Range chunks = scene_.chunks_of(sentence);
  if (chunks.size() < 3 || scene_.kind(chunks.begin) != ChunkKind::preposition) return;
  Index end = chunks.begin + 1;
  while (end < chunks.end && scene_.kind(end) != ChunkKind::punctuation &&
         scene_.kind(end) != ChunkKind::verb)
    ++end;
  if (end < chunks.end && scene_.is_word(end, ",")) add_places_of(scene_, {chunks.begin, end}, detail);
}

void EventFinder::read_named(Index chunk) {
  const Token& head = scene_.head(chunk);
  // "Scuffles outside the centre on Monday": of many, where and when are told.
  const bool several = head.tag == Tag::nns && is_any(head, {WordClass::riot_deed, WordClass::shooting_deed,
                                                             WordClass::blast_deed, WordClass::crash_deed});
  // "the arrests of 9 June": all of one day.
  const bool of_one_day =
      head.tag == Tag::nns && scene_.is_word(chunk + 1, "of") && scene_.same_sentence(chunk, chunk + 2) &&
      scene_.kind(chunk + 2) == ChunkKind::time && is_to_the_day(when_of(scene_, chunk + 2));
  if (head.tag != Tag::nn && head.tag != Tag::nnp && !several && !of_one_day) return;
  // "the 12 June disaster": the number is that of its day.
  const bool dated = scene_.date_in(scene_.span(chunk)) != nullptr;
  if (is_anaphoric(scene_, chunk) || (counts_anything(chunk) && !dated)) return;
  const Range phrase = noun_phrase(article_, chunk);
  const Index clause = scene_.clause_of(chunk);
  if (clause != kNone && modality_of(scene_, clause) != Modality::observed && !is_over(chunk, phrase)) return;
  // The clause of which it is the subject or object tells it anyway.
  if (clause != kNone && scene_.clause(clause).verb != kNone &&
      (scene_.clause(clause).subject == chunk || scene_.clause(clause).object == chunk) &&
      tells_event(clause) && modality_of(scene_, clause) == Modality::observed)
    return;
  EventDetail detail;
  detail.trigger = happening_named_by(chunk);
  detail.trigger_span = scene_.span(chunk);
  detail.who.emplace_back(article_.text(scene_.span(chunk)));
  add_places_of(scene_, phrase, detail);
  When when = when_within(phrase);
  if (!when.known()) when = when_it_was(phrase.end);
  if (!when.known()) when = when_over_apposition(phrase.end);
  if (!when.known()) when = add_aside(phrase.end, detail);
  if (!is_to_the_day(when)) {
    if (const When that = add_that_of(chunk, detail); that.known()) when = that;
  }
  if (detail.where.empty() && !when.known()) return;
  // "Deaths in the previous year", "bear damage in 2019": no one happening; "the riot of 2019" is one.
  const Spelling first = lower(article_, article_.tokens[article_.chunks[chunk].tokens.begin]);
  const bool one = first == "the" && when.period && when.period->grain() == Grain::year;
  if (detail.where.empty() && is_long(when) && !one) return;
  add_whom(chunk, detail);
  if (several && (detail.where.empty() || !is_to_the_day(when))) return;
  Claim& claim = add(detail, span_of_chunks(article_, phrase), when, kNone);
  claim.rule = "event.named";
  claim.in_title = scene_.block_kind(article_.chunks[chunk].sentence) == BlockKind::title;
}

// "The departure of [63 conscripts]", "the arrest of [Ann Berg]": whom it is told of, and how many.
void EventFinder::add_whom(Index chunk, EventDetail& detail) {
  const Index whom = chunk + 2;
  if (!scene_.same_sentence(chunk, whom) || !scene_.is_word(chunk + 1, "of") ||
      scene_.kind(whom) != ChunkKind::noun || (!count_of(whom) && !is_named_person(whom)))
    return;
  detail.who.emplace_back(article_.text(person_span(whom)));
  detail.count = count_of(whom);
  add_parts(detail, whom);
}

// "The blaze on the ship on 2 March could have ended worse": over, whatever is said of it.
bool EventFinder::is_over(Index chunk, Range phrase) const {
  const Date published = article_.info.published.date;
  const Token& first = article_.tokens[article_.chunks[chunk].tokens.begin];
  const When when = when_within(phrase);
  return published.day != 0 && is(first, WordClass::determiner) && is_to_the_day(when) && when.period &&
         when.period->last_day() < Period::of(published).first_day();
}

void EventFinder::read_fate(Index chunk) {
  const Token& head = scene_.head(chunk);
  if (is(head, WordClass::person) || is(head, WordClass::measure) || counts_anything(chunk) ||
      is_anaphoric(scene_, chunk) || !scene_.same_sentence(chunk, chunk + 2) ||
      !scene_.is_word(chunk + 1, "of"))
    return;
  const Index victim = chunk + 2;
  const bool one = is_person_noun(scene_, victim) && scene_.head(victim).tag == Tag::nn;
  if (!count_of(victim) && !is_named_person(victim) && !one) return;
  const Index clause = scene_.clause_of(chunk);
  if (clause != kNone && modality_of(scene_, clause) != Modality::observed) return;
  const Range phrase = noun_phrase(article_, chunk);
  EventDetail detail;
  detail.trigger = "die";
  detail.trigger_span = scene_.span(chunk);
  fill(detail, {victim}, phrase);
  add_fronted_place(article_.chunks[chunk].sentence, detail);
  const When when = when_within(phrase);
  if (!happened(detail, when, {victim}) || is_long(when)) return;
  add_counted(detail, "killed");
  Claim& claim = add(detail, span_of_chunks(article_, phrase), when, kNone);
  claim.rule = "event.named";
  claim.in_title = scene_.block_kind(article_.chunks[chunk].sentence) == BlockKind::title;
}

When EventFinder::when_it_was(Index comma) const {
  constexpr std::array<std::string_view, 6> kBeing = {"begin", "start", "end", "happen", "occur", "erupt"};
  if (!scene_.is_word(comma, ",") || !scene_.same_sentence(comma, comma + 1) ||
      !scene_.is_word(comma + 1, "which"))
    return {};
  const Index clause = scene_.clause_of(comma + 1);
  if (clause == kNone || scene_.clause(clause).verb == kNone || scene_.clause(clause).marker != comma + 1)
    return {};
  const Spelling verb = lemma(article_, scene_.head(scene_.clause(clause).verb));
  if (std::ranges::find(kBeing, verb) == kBeing.end()) return {};
  When when = own_time(scene_, clause);
  return is_to_the_day(when) ? when : When{};
}

When EventFinder::when_over_apposition(Index comma) const {
  const Index again = comma + 2;
  if (!scene_.is_word(comma, ",") || !scene_.same_sentence(comma, again + 2) ||
      scene_.kind(comma + 1) != ChunkKind::noun || !scene_.is_word(again, ",") ||
      scene_.kind(again + 1) != ChunkKind::preposition || scene_.kind(again + 2) != ChunkKind::time)
    return {};
  const When when = when_of(scene_, again + 2);
  return is_to_the_month(when) ? when : When{};
}

// "The flood[, on 3 April,] took 11 lives", "the gravest case[, at Marrow Junction in February,]": where and
// when between commas.
When EventFinder::add_aside(Index comma, EventDetail& detail) const {
  if (!scene_.is_word(comma, ",") || !scene_.same_sentence(comma, comma + 1)) return {};
  When when;
  Index i = comma + 1;
  while (scene_.same_sentence(comma, i + 1) && scene_.kind(i) == ChunkKind::preposition &&
         (scene_.kind(i + 1) == ChunkKind::noun || scene_.kind(i + 1) == ChunkKind::time)) {
    if (scene_.kind(i + 1) == ChunkKind::time && !when.known()) when = when_of(scene_, i + 1);
    i += 2;
  }
  if (i == comma + 1 || !scene_.is_word(i, ",") || !is_to_the_month(when)) return {};
  if (detail.where.empty()) add_places_of(scene_, {comma + 1, i}, detail);
  return when;
}

// "The worst accident of the year was [that of 12 August on the ring road near Mosta]".
When EventFinder::add_that_of(Index chunk, EventDetail& detail) const {
  const Index clause = scene_.clause_of(chunk);
  if (clause == kNone || scene_.clause(clause).subject != chunk || scene_.clause(clause).verb == kNone)
    return {};
  const Index that = scene_.clause(clause).verb + 1;
  if (lemma(article_, scene_.head(that - 1)) != "be" || !scene_.same_sentence(chunk, that + 2) ||
      !scene_.is_word(that, "that") || !scene_.is_word(that + 1, "of") ||
      scene_.kind(that + 2) != ChunkKind::time)
    return {};
  const When when = when_of(scene_, that + 2);
  if (!is_to_the_day(when)) return {};
  const Range phrase = noun_phrase(article_, that + 2);
  if (detail.where.empty()) add_places_of(scene_, {that + 3, std::max(phrase.end, that + 3)}, detail);
  return when;
}

When EventFinder::when_within(Range phrase) const {
  if (const Mention* date = scene_.date_in(scene_.span(phrase.begin)); date != nullptr && date->period)
    return {.period = date->period, .relative = date->relative, .basis = date->basis, .span = date->span};
  // "[yesterday]'s ruling": the day is a chunk of its own.
  if (phrase.begin >= 2 && scene_.same_sentence(phrase.begin, phrase.begin - 2) &&
      scene_.head(phrase.begin - 1).tag == Tag::pos && scene_.kind(phrase.begin - 2) == ChunkKind::time)
    return when_of(scene_, phrase.begin - 2);
  for (Index i = phrase.begin; i < phrase.end; ++i) {
    if (scene_.kind(i) != ChunkKind::time) continue;
    // "Since the closure of the clinic [on 6 December]", "the ambush [in May 2023]": of it, whatever has been
    // since.
    if (const Mention* day = scene_.date_of(i);
        day != nullptr && i > phrase.begin && (scene_.is_word(i - 1, "on") || scene_.is_word(i - 1, "in")))
      return {.period = day->period, .relative = day->relative, .basis = day->basis, .span = day->span};
    if (When when = when_of(scene_, i); when.known() && when.role == TimeRole::at) return when;
  }
  // "Two days [after the court's ruling], City Hall points to …"
  if (phrase.begin >= 2 && scene_.same_sentence(phrase.begin, phrase.begin - 2) &&
      scene_.is_word(phrase.begin - 1, "after"))
    return so_long_ago(phrase.begin - 1, scene_.verb_clause_of(phrase.begin));
  return {};
}

Index EventFinder::list_after(Index chunk) const {
  for (Index i = chunk + 1; i < chunk + 8 && scene_.same_sentence(chunk, i); ++i) {
    const Spelling word = lower(article_, scene_.head(i));
    if (word == "including" || word == "include" || word == "like") return i + 1;
    if (word == "such" || (word == "as" && i > 0 && scene_.is_word(i - 1, "such")))
      return scene_.is_word(i, "such") ? i + 2 : i + 1;
    if (scene_.kind(i) == ChunkKind::verb && verb_group(article_, i).finite) break;
  }
  return kNone;
}

void EventFinder::read_row(Index sentence) {
  const Span whole = article_.sentences[sentence].span;
  const Mention* date = scene_.date_in(whole);
  if (date == nullptr || !date->period) return;
  const auto names = scene_.names_in(whole);
  if (names.empty() || names.front()->span.begin < date->span.begin) return;
  EventDetail detail;
  add_casualties(scene_, figures_of(sentence), sentence, detail);
  if (detail.parts.empty() || names.front()->span.end > detail.parts.front().span.end) return;
  const EventPart& first = detail.parts.front();
  const Range chunks = scene_.chunks_of(sentence);
  for (Index i = chunks.begin; i < chunks.end && scene_.span(i).begin < first.span.end; ++i) {
    if (scene_.kind(i) == ChunkKind::verb) return;  // a sentence, no row
  }
  detail.trigger = first.role == "killed" ? "die" : first.role;
  detail.trigger_span = first.span;
  detail.count = first.value;
  detail.where = where_of(article_, *names.front());
  if (detail.where.empty()) detail.where.emplace_back(article_.text(names.front()->span));
  const When when{
      .period = date->period, .relative = date->relative, .basis = date->basis, .span = date->span};
  add(detail, whole, when, kNone).rule = "event.row";
}

std::vector<Index> EventFinder::items_of(Index begin) const {
  std::vector<Index> items;
  for (Index i = begin; i < begin + 40 && scene_.same_sentence(begin, i); ++i) {
    if (scene_.kind(i) == ChunkKind::verb && scene_.clause(scene_.clause_of(i)).kind == ClauseKind::main)
      break;
    if (scene_.kind(i) != ChunkKind::noun || !is_item(begin, i)) continue;
    items.push_back(i);
  }
  return items;
}

bool EventFinder::is_item(Index begin, Index chunk) const {
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

void EventFinder::add_item(const std::string& trigger, Index noun, Index item) {
  EventDetail detail;
  detail.trigger = trigger;
  detail.trigger_span = scene_.span(noun);
  const Range phrase = item_phrase(item);
  fill(detail, {item}, phrase);
  Claim& claim = add(detail, span_of_chunks(article_, phrase), {}, scene_.clause_of(noun));
  claim.evidence.push_back(scene_.span(noun));
  claim.rule = "event.item";
}

Range EventFinder::item_phrase(Index item) const {
  Index end = item + 1;
  while (scene_.same_sentence(item, end) && scene_.kind(end) != ChunkKind::conjunction && end < item + 20) {
    const bool outer_verb =
        scene_.kind(end) == ChunkKind::verb && scene_.clause(scene_.clause_of(end)).kind == ClauseKind::main;
    if (outer_verb) break;
    ++end;
  }
  while (end > item + 1 && scene_.kind(end - 1) == ChunkKind::punctuation) --end;
  return {item, end};
}

}  // namespace tally
