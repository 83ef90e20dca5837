// The search for the clauses of one sentence (clauses.cc): one pass over its chunks with a stack of open
// clauses. What punctuation and pronouns open and close stands in clauses.cc, what verbs do in
// clause_verbs.cc, which noun is whose subject in clause_subjects.cc, and what the tagger took for a
// participle or a past tense in clause_mends.cc.
#pragma once

#include <string_view>
#include <vector>

#include "text/phrases.h"

namespace tally {

class ClauseFinder {
 public:
  explicit ClauseFinder(Article& article) : article_(article) {}

  // All chunks of one sentence.
  void find(Range chunks);
  // How a verb group is built: read once, unless its tag is mended. Later stages find it with the article.
  const VerbGroup& group_of(Index verb);

 private:
  void read(Range chunks);

  void set_head_tag(Index verb, Tag tag);

  // A sentence without a finite verb whose tagger took a past tense for a participle: "The number
  // of defections [dropped] to 1514." Of several, a verb of change; otherwise the last.
  bool mend_past_tense();

  // The first token of a verb group that is no adverb.
  [[nodiscard]] Index first_word_after_adverbs(Index verb);

  [[nodiscard]] Chunk& chunk(Index at) { return article_.chunks[at]; }
  [[nodiscard]] bool is_kind(Index at, ChunkKind kind) const {
    return at >= chunks_.begin && at < chunks_.end && article_.chunks[at].kind == kind;
  }
  [[nodiscard]] Clause& top() { return article_.clauses[open_.back()]; }
  [[nodiscard]] Tag head_tag(Index at) const { return article_.tokens[article_.chunks[at].head].tag; }
  [[nodiscard]] bool is_text(Index at, std::string_view text) const;

  Index push(ClauseKind kind, Index at, Index marker);

  void pop(Index at) {
    top().chunks.end = at;
    open_.pop_back();
  }

  void close_all(Index at) {
    while (!open_.empty()) pop(at);
  }

  void take(Index at);

  void take_relative(Index at);

  // The noun group just before, over one comma.
  [[nodiscard]] Index antecedent(Index at);

  // "a manager of the agency [who …]": people are who, so the nearest noun for people is meant; where
  // none is near, the nearest noun.
  [[nodiscard]] Index person_before(Index noun);

  void take_subordinator(Index at);

  // "[Since] the closure of the clinic on 6 December patients drive 40 kilometres": a preposition, for what
  // stands right behind the day is the subject.
  [[nodiscard]] bool governs_noun_only(Index at);
  [[nodiscard]] bool governs_nouns(Index at) const;

  void take_punctuation(Index at);

  [[nodiscard]] bool is_dash(Index at) const {
    return is_text(at, "--") || is_text(at, "–") || is_text(at, "—") || is_text(at, "-");
  }

  // A pair of dashes before the verb brackets what stands between; a single one starts anew.
  void take_dash(Index at);

  [[nodiscard]] bool pair_of_dash(Index at) const;

  void close_bracket(Index at);

  // "…; 23 bodies have been recovered": behind a semicolon, a noun with a verb of its own.
  [[nodiscard]] bool clause_follows(Index at);

  // After a semicolon, colon or dash a new clause starts beside the main one.
  void start_anew(Index at);

  [[nodiscard]] bool in_bracket() const;

  // Verbs.

  void take_verb(Index at);

  // "…, the Ministry of Agriculture [announced] on Monday": a verb of saying behind a subject of its own
  // that a comma sets off is no participle.
  void mend_report(Index at);

  // "…, and last year [marked] the lowest rate": after a time that is its subject, a past tense with
  // an object is easily taken for a participle.
  void mend_verb_of_time(Index at);

  // "Analysts expect [sales] to grow"
  bool made_to_act(Index at);

  void open_with_verb(ClauseKind kind, Index at, Index subject);

  void set_verb(Index at);

  // "The agency, which lists what it knows, [counted] 959": behind the comma that ends an inner clause, a
  // past tense that the outer one waits for, with its number for object.
  bool mend_waiting(Index at);

  // "for the year [ended] March".
  void mend_end_of_period(Index at);
  void mend_plural(Index at);

  // "that a boat [carrying 118 people] came in": a finite verb follows in the same stretch.
  [[nodiscard]] bool verb_follows(Index at);

  void take_participle(Index at);

  // "Does the plan exist?", "Only then was the number published": the auxiliary stands before its
  // subject, the verb behind it.
  bool answers_auxiliary(Index at);

  void take_finite(Index at);

  [[nodiscard]] bool is_reporting(Index verb) const;

  // "…, said the minister": a verb of saying after a comma or quotation mark, its subject behind it.
  [[nodiscard]] bool is_inverted_report(Index at);

  void start_report(Index at);

  // "the threats [the country faces]": a noun right after a noun begins a relative clause.
  [[nodiscard]] Index contact_subject(Index at);

  void start_contact_clause(Index at, Index subject);

  // The clause on top gets its verb.
  void fill(Index at);

  // A noun group since the clause began that no preposition governs: the first one, so that an
  // apposition ("Lee, a researcher, said") does not take its place.
  [[nodiscard]] Index subject_before(Index at) {
    const Index begin = top().chunks.begin;
    return first_free_noun(begin, at);
  }

  [[nodiscard]] Index subject_between(Index verb, Index at);

  [[nodiscard]] bool is_boundary(Index at);

  // A time ("every morning") is taken only where nothing else is there.
  [[nodiscard]] Index first_free_noun(Index from, Index to);

  // The first free noun after the last boundary before a verb; of several stretches ("A, B and
  // C fell") the first that only nouns and commas separate.
  [[nodiscard]] Index last_stretch_noun(Index from, Index to);

  [[nodiscard]] bool is_subject_noun(Index at);

  [[nodiscard]] Index conjunction_before(Index at);
  // "Six were fined and [one], a woman of 71, was arrested": what the joint adds, over its apposition.
  [[nodiscard]] Index subject_over_apposition(Index at);

  // "… and reached 2706": a clause beside the open one that shares its subject.
  void coordinate(Index at, Index joint);

  // A finite verb joins the innermost finite clause.
  [[nodiscard]] Index coordinate_partner(Index at);

  [[nodiscard]] bool starts_clause(Index subject);

  // A finite verb with a subject of its own: what is said (after a verb of saying), or a clause
  // beside the main one.
  void start_clause(Index at, Index subject);

  // "said [on Thursday] a theft had cost it": nothing but times between.
  [[nodiscard]] bool follows(Index verb, Index subject) const;

  // "Hail [destroyed] the crop, insurers say": what is said had its verb, taken for a participle.
  void mend_reported_verb(Index at);

  // The innermost open clause without a verb.
  [[nodiscard]] Index waiting() const;

  // "The number of people [who fled] rose": the inner clause has its verb, so this one belongs to
  // the clause that waits. Where none waits, a participle taken for a finite verb is mended, or a
  // clause of its own begins.
  void return_to_waiting(Index at);

  // "If the talks fail, [cells] may grow": what stands after the last boundary belongs to the
  // clause that waits, unless that one has a noun of its own.
  void give_to_waiting(Index depth, Index at);

  // "Since he came to power, [around 20 officials], who …, have fled": the subject stands behind the
  // comma that ends the first clause, with a clause of its own behind it.
  void take_noun_after_comma(Index at);

  // "The workers [dispatched to Russia] fled": tagged as a past tense, the first verb stands right
  // after the subject and nothing joins it to the second.
  bool mend_participle(Index at);

  [[nodiscard]] Index subject_of(Index clause) const {
    return clause == kNone ? kNone : article_.clauses[clause].subject;
  }

  // What can only be told when all verbs are in place.
  void finish(Clause& clause);

  [[nodiscard]] Index find_object(const Clause& clause);

  Article& article_;
  Range chunks_;
  bool again_ = false;       // a tag was mended in a way that changes what was read before
  Index first_ = 0;          // first clause of the sentence
  std::vector<Index> open_;  // clauses, outermost first
};

}  // namespace tally
