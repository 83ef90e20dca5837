// The work of find_sayings, shared by its files: one sentence after the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/sayings.h"
#include "claim/scene.h"
#include "mention/quotes.h"

namespace tally {

class SayingFinder {
 public:
  SayingFinder(const Scene& scene, std::vector<Saying>& out)
      : scene_(scene), article_(scene.article()), out_(out) {}

  void read(Index sentence);
  // What can only be told when all is read: quotations that nobody was found for.
  void finish();

 private:
  // Where the source of a verb stands. Token ranges.
  struct SourceAt {
    Range tokens;
    Index head = kNone;  // chunk
    bool after = false;  // "…, said the minister"
  };

  void read_verb(Index chunk);
  void read_manner(Index chunk);
  // Whether a verb, by its form, tells what somebody said; passives with "by" are read apart.
  [[nodiscard]] bool is_telling(Index chunk, const VerbGroup& verb) const;
  [[nodiscard]] Saying saying_of_verb(Index chunk, const SourceAt& source) const;
  [[nodiscard]] bool is_measured_by(Index chunk) const;
  [[nodiscard]] bool says_that(Index from) const;
  [[nodiscard]] bool is_amount_told(Index noun) const;
  [[nodiscard]] bool is_attribute(Index chunk) const;
  [[nodiscard]] bool is_means(Index noun) const;
  [[nodiscard]] bool closes_document(Index verb) const;
  [[nodiscard]] bool is_circumstance(Index first) const;
  [[nodiscard]] bool is_describing(Index chunk, const SourceAt& source) const;
  [[nodiscard]] Index past_circumstances(Index past) const;
  void read_told(Index chunk, const SourceAt& source, std::uint32_t left, Saying saying);
  void read_content_before(Index chunk, const SourceAt& source, std::uint32_t left, Saying saying);
  void read_parenthesis(Index chunk, std::uint32_t left, Saying saying);
  void read_content_after(Span after, Saying saying);
  // These give whether there is such a content, then added to the saying.
  [[nodiscard]] bool take_quote_before(Index chunk, const SourceAt& source, std::uint32_t left,
                                       Saying& saying);
  [[nodiscard]] bool is_part_of_clause(const Mention& quote, Span told) const;
  [[nodiscard]] bool take_next_paragraph(Index chunk, Saying& saying) const;
  void read_passive(Index chunk);
  void read_according(Index chunk);
  void read_noun(Index chunk);
  [[nodiscard]] Index past_description(Index after) const;
  [[nodiscard]] bool compares_on(Index at) const;
  [[nodiscard]] bool is_told_in(Index chunk) const;
  bool read_verb_taken_for_noun(Index chunk);
  bool read_verb_at_end(Index chunk);
  bool read_fear(Index chunk);
  bool read_verb_behind_apposition(Index chunk);
  void read_manner_before(Index chunk);
  void read_signed(std::size_t quote);
  void read_continued();
  [[nodiscard]] Range owner_of_words(const Mention& quote) const;
  bool read_owned_words(std::size_t at, Index sentence);
  [[nodiscard]] Range owner_before_words(Index mark) const;
  [[nodiscard]] Range owner_behind(const Mention& quote) const;
  void take_owned(std::size_t at, Index sentence, Range owner);
  [[nodiscard]] bool speaks_of_himself(const Mention& quote) const;
  [[nodiscard]] Index person_shown() const;
  [[nodiscard]] Index person_before_quote() const;
  [[nodiscard]] bool makes_sign() const;
  void read_acted(std::size_t at, Index sentence);
  [[nodiscard]] Span signature_after(const Mention& quote) const;
  [[nodiscard]] Index first_report_noun(Index begin, Index end) const;
  // Past all that is said of a source after its verb, up to the next quotation or the end.
  [[nodiscard]] Index described_end(Index chunk) const;
  [[nodiscard]] bool may_follow_inverted(Index chunk) const;
  [[nodiscard]] Index subject_of_participle(Index chunk, Index clause) const;
  [[nodiscard]] bool is_within_relative(Index noun, Index clause) const;
  [[nodiscard]] bool only_relative_verbs(Index begin, Index end) const;
  [[nodiscard]] const Mention* person_in_capitals(Span name) const;
  void read_colon();

  // Figures given without a sentence.
  void read_given(Index chunk);
  [[nodiscard]] Saying given_saying(Index token, Span source) const;
  void read_given_by(Index chunk);
  void read_owned(Index chunk);
  void read_figures_behind_colon(Index colon);
  [[nodiscard]] Index source_of_list(Index colon) const;
  void read_speaker_before_colon(Index chunk);
  void read_owned_number(Index chunk);
  // Numbers told back with whose they are (saying_owned.cc).
  void read_told_back(Index chunk);
  bool read_number_of(Index chunk);
  bool read_number_given(Index chunk);
  bool read_number_quoted(Index chunk);
  bool read_number_from(Index chunk);
  bool read_passive_told(Index chunk);
  // Where figures come from, told beside them (saying_sourced.cc).
  void read_sourced();
  void emit_sourced(Index cue, Range source, std::vector<Span> content);
  void read_figures_from();
  [[nodiscard]] Range source_of_figures() const;
  [[nodiscard]] bool is_source(Index noun) const;
  void read_kept_list();
  void read_sourced_opening();
  [[nodiscard]] Index polled_opening(Index& source) const;
  [[nodiscard]] Index trusted_opening(Index& source) const;
  [[nodiscard]] Index viewed_opening(Index& source) const;
  void read_cited(Index chunk);
  void read_trailing(Index verb);
  void read_bracket(Index open);
  void emit_number(Index number, Index cue, Range owner);
  [[nodiscard]] bool is_number_told(Index chunk) const;
  [[nodiscard]] bool gives_number(Index verb) const;
  void emit_gapped(Saying saying, Index from, std::uint32_t end);
  [[nodiscard]] Index own_count(Index verb) const;
  [[nodiscard]] bool changes_count(Index verb) const;
  [[nodiscard]] bool is_changed_count(Index noun) const;
  [[nodiscard]] Index given_figure(Index verb) const;
  [[nodiscard]] Index figure_beside_object(Index verb) const;
  [[nodiscard]] Index figure_had(Index verb) const;
  [[nodiscard]] Index figure_had_in(Index verb, Index noun) const;
  [[nodiscard]] bool is_counter(Index verb, Index noun) const;
  [[nodiscard]] bool is_house(Index noun) const;
  [[nodiscard]] bool is_centre(Index noun) const;
  [[nodiscard]] bool is_list_of(Index noun) const;
  [[nodiscard]] Range owner_tokens(Index noun) const;
  [[nodiscard]] Index whose_survey(Index noun) const;
  [[nodiscard]] bool is_named_body(Index noun) const;
  [[nodiscard]] bool may_give(Index verb, Index noun) const;
  [[nodiscard]] Index figure_given_by(Index verb, Index noun) const;
  [[nodiscard]] bool stands_for_government(Index verb, Index noun) const;
  [[nodiscard]] bool finds_figure(Index verb, Index noun) const;
  [[nodiscard]] Index figure_got(Index verb) const;
  [[nodiscard]] bool is_heard(Index verb, Index noun) const;
  void read_heard(Index chunk, const SourceAt& source);
  [[nodiscard]] bool opens_in_document() const;
  [[nodiscard]] bool tells_in_document(Index verb) const;
  [[nodiscard]] bool tells_count(Index noun) const;
  [[nodiscard]] std::uint32_t end_before_semicolon(Index from, std::uint32_t end) const;
  [[nodiscard]] Index figure_within(Index from) const;
  [[nodiscard]] std::uint32_t list_end(Index after, std::uint32_t end) const;
  void read_counted_by(Index chunk);
  void read_put_by(Index chunk);
  [[nodiscard]] bool is_amount_alone(Index at) const;
  [[nodiscard]] Index count_that_is(Index verb) const;
  [[nodiscard]] bool is_capitalised(Index noun) const;
  [[nodiscard]] bool names_place(Index noun) const;
  [[nodiscard]] Index noun_clause(Index noun) const;
  [[nodiscard]] bool is_named_apposition(Index noun, Index name) const;
  [[nodiscard]] Index gapped_source(Index at) const;
  [[nodiscard]] bool leaves_verb_out(Index from, std::uint32_t end) const;
  [[nodiscard]] Span owner_of(Index noun) const;
  [[nodiscard]] bool is_body(Index noun) const;
  [[nodiscard]] Index owner_before_colon(Index document) const;
  [[nodiscard]] Index figure_behind_count(Index document, Index after) const;
  [[nodiscard]] bool stands_by(Index document) const;
  [[nodiscard]] Index counted_from(Index document, Index after) const;
  [[nodiscard]] bool may_speak(Index noun) const;
  [[nodiscard]] bool is_document(Index noun) const;
  [[nodiscard]] bool has_amount(Index chunk) const;

  [[nodiscard]] std::optional<SourceAt> source_of(Index chunk) const;
  [[nodiscard]] std::optional<SourceAt> source_before(Index chunk) const;
  [[nodiscard]] std::optional<SourceAt> source_after(Index chunk) const;
  // What source_before finds, by what stands straight before `at`.
  [[nodiscard]] SourceAt relative_before(Index at) const;
  [[nodiscard]] Index described_by_clause(Index at) const;
  [[nodiscard]] bool is_bare_participle(Index chunk) const;
  [[nodiscard]] std::optional<SourceAt> bracketed_before(Index at) const;
  [[nodiscard]] std::optional<SourceAt> described_before(Index at) const;
  [[nodiscard]] std::optional<SourceAt> noun_before(Index at) const;
  [[nodiscard]] Index opening_bracket(Index close) const;
  [[nodiscard]] Index named_before(Index noun) const;
  [[nodiscard]] bool names_person(Index chunk) const;
  [[nodiscard]] bool is_joined(Index noun) const;
  [[nodiscard]] bool joins_field(Index noun) const;
  [[nodiscard]] Range widened(Index first, Index last) const;
  [[nodiscard]] Index appositive_end(Index chunk) const;

  // The content after the verb; empty where none stands there.
  [[nodiscard]] Span content_after(Index chunk, const Saying& saying) const;
  [[nodiscard]] bool is_subject(Index time) const;
  [[nodiscard]] Index content_start(Index chunk, const Saying& saying) const;
  [[nodiscard]] Index that_clause(Index at, const Saying& saying) const;
  [[nodiscard]] Index past_phrases(Index at, const Saying& saying) const;
  [[nodiscard]] bool is_led_by_subordinator(Index at) const;
  [[nodiscard]] std::uint32_t content_end(Index from) const;
  // The content before the source and the verb.
  [[nodiscard]] Span content_before(std::uint32_t until) const;
  [[nodiscard]] const Mention* quote_ending_before(std::uint32_t at) const;
  [[nodiscard]] std::size_t speaker_of_quote(const Mention& quote, Index sentence, std::size_t latest) const;
  [[nodiscard]] const Mention* quote_starting_after(std::uint32_t at) const;
  void add_following_quotes(Saying& saying, std::uint32_t at);
  void emit(Saying saying);

  [[nodiscard]] bool is_kind(Index chunk, ChunkKind kind) const {
    return chunk >= chunks_.begin && chunk < chunks_.end && article_.chunks[chunk].kind == kind;
  }
  [[nodiscard]] bool is_text(Index chunk, std::string_view text) const {
    return chunk >= chunks_.begin && chunk < chunks_.end && scene_.is_word(chunk, text);
  }
  [[nodiscard]] bool is_comma(Index chunk) const {
    return is_kind(chunk, ChunkKind::punctuation) && scene_.head_text(chunk) == ",";
  }
  [[nodiscard]] bool is_mark(Index chunk, std::string_view text) const {
    return is_kind(chunk, ChunkKind::punctuation) && scene_.head_text(chunk) == text;
  }
  [[nodiscard]] bool is_somebody(Index noun) const;
  [[nodiscard]] bool is_after_comma(std::uint32_t at) const;
  [[nodiscard]] bool is_quote_mark(Index chunk) const;
  [[nodiscard]] bool has_finite_verb(Index begin, Index end) const;
  [[nodiscard]] bool is_content(Index chunk, Span after) const;
  [[nodiscard]] bool is_denied_charge(Index chunk, Index start) const;
  [[nodiscard]] bool opens_clause(Index start) const;
  [[nodiscard]] bool is_clause_content(Span after) const;
  [[nodiscard]] bool may_say(Index noun) const;
  [[nodiscard]] bool takes_listener_at(Index verb) const;
  [[nodiscard]] bool closes_into(const Mention& quote) const;
  [[nodiscard]] bool has_clause(Index start) const;
  [[nodiscard]] bool has_infinitive(Index start) const;
  [[nodiscard]] bool is_told_as(Index chunk, const SourceAt& source) const;
  void read_as(Index chunk, const SourceAt& source, Saying saying);
  // "Tuesday", "this month": a time that the dates did not take for one.
  [[nodiscard]] bool is_time(Index chunk) const;
  [[nodiscard]] bool is_cue_verb(Index chunk) const;
  [[nodiscard]] std::uint32_t begin_of(Index chunk) const { return scene_.span(chunk).begin; }
  [[nodiscard]] std::uint32_t end_of(Index chunk) const { return scene_.span(chunk).end; }
  [[nodiscard]] Span trimmed(Span span) const;
  [[nodiscard]] bool inside_quote(std::uint32_t at) const;

  const Scene& scene_;
  const Article& article_;
  std::vector<Saying>& out_;
  Index sentence_ = 0;
  Range chunks_;
  std::size_t first_of_sentence_ = 0;  // in out_
  bool has_amounts_ = false;           // the sentence
  std::vector<char> quote_taken_;
};

// What a verb of saying is like.
[[nodiscard]] bool is_saying_verb(const Article& article, const Token& token);
[[nodiscard]] bool is_stance_verb(const Token& token);
// Verbs of saying proper, apart from those of opinion, asking, planning and the like.
[[nodiscard]] bool is_reporting(const Token& token);

}  // namespace tally
