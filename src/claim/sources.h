// The words that name a source → who it is: name, role, body, as fully as the article tells.
//
//   "A spokesperson for the Ministry of Unification"  →  name "Ministry of Unification", role "spokesperson"
//   "Lee", later                                      →  name "Lee Soo-seok", role "chief researcher", of
//   "Institute …" "she"                                             →  the last fitting person "sources close
//   to the talks"                      →  anonymous, role "sources"
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "claim/sayings.h"
#include "claim/scene.h"
#include "tally/claim.h"

namespace tally {

class SourceReader {
 public:
  explicit SourceReader(const Scene& scene) : scene_(scene), article_(scene.article()) {}

  // Reads the sources in order of the text: a pronoun goes by those before it. `source` empty gives
  // the last speaker.
  [[nodiscard]] Source read(const Saying& saying);

  // A source read elsewhere: pronouns that follow may stand for it.
  void recall(const Source& source) { remember(source); }
  // The body that the sentence, or the one before in its paragraph, tells to have been asked.
  [[nodiscard]] Source body_asked_before(Index sentence) const {
    if (Source here = body_asked(sentence); !here.name.empty() || !here.role.empty()) return here;
    return sentence > 0 && scene_.same_block(sentence, sentence - 1) ? body_asked(sentence - 1) : Source{};
  }
  [[nodiscard]] Source somebody_bound_before(Index sentence) const;

 private:
  [[nodiscard]] Source read_words(Span words) const;
  // Of the tokens of a source and the head of its first noun group.
  [[nodiscard]] Source read_named(const Mention& name, Range tokens, Index head) const;
  [[nodiscard]] Source read_unnamed(Span words, Range tokens, Index head) const;
  // "the ministry's table", "figures released by the bank": a document, with whose it is.
  [[nodiscard]] Source read_document(Span words, Range tokens, Index head) const;
  [[nodiscard]] Source owner_before(Range tokens, Index head) const;
  [[nodiscard]] Source owner_after(Range tokens, Index head) const;
  [[nodiscard]] Source owner_told(Index pronoun) const;
  [[nodiscard]] Source publisher_before(Index sentence) const;
  [[nodiscard]] std::string body_spoken_for(const Source& source, Index sentence) const;
  [[nodiscard]] std::string role_in(Range tokens, Index head) const;
  [[nodiscard]] Index past_office(Range tokens, Index at) const;
  [[nodiscard]] std::string body_in(Span words, Range tokens, Index head) const;
  [[nodiscard]] const Mention* person_since(const Saying& saying) const;
  [[nodiscard]] const Mention* person_before_verb(Index sentence) const;
  [[nodiscard]] bool owns_head(const Mention& name, Range tokens, Index head) const;
  [[nodiscard]] bool closes_words(const Mention& name, Range tokens) const;
  [[nodiscard]] bool is_apposed(const Mention& name, Range tokens, Index head) const;
  [[nodiscard]] bool is_officer_of(const Mention& name, const Mention& before) const;
  [[nodiscard]] bool is_titled_body(const Mention& name) const;
  [[nodiscard]] Source read_person(const Mention& person) const;
  [[nodiscard]] std::string body_behind(const Mention& person) const;
  void name_given(Range tokens, Source& source) const;
  [[nodiscard]] std::string body_joined_by_and(Range tokens, Index head) const;
  [[nodiscard]] std::string body_joined(Range tokens, Index head) const;
  [[nodiscard]] std::string body_owning(Range tokens, Index head) const;
  [[nodiscard]] std::string printed_name(Range tokens, Index head) const;
  // `qualifier`: another word that its name has; empty where none is asked for.
  [[nodiscard]] std::string body_called(const std::string& head, std::uint32_t before,
                                        const std::string& qualifier = {}) const;
  [[nodiscard]] std::string body_named(Range tokens, std::uint32_t before) const;
  [[nodiscard]] std::string with_people(const Mention& body, Range tokens, std::string name) const;
  [[nodiscard]] const Mention* person_in_role(const Source& source, Range tokens, Index head) const;
  [[nodiscard]] std::string named(const Mention& name) const;
  void remember(const Source& source);
  [[nodiscard]] static bool is_body_role(const std::string& role);
  static bool is_one_person(const std::string& role);
  static bool may_be_body(const std::string& role);
  // The body that the sentence before is about; nobody where it is about something else.
  [[nodiscard]] Index told_before(Index sentence) const;
  [[nodiscard]] bool is_aged(Span words) const;
  // Whom a paragraph has turned to since somebody spoke last (source_people.cc).
  [[nodiscard]] Source somebody_turned_to(const Saying& saying) const;
  [[nodiscard]] const Mention* person_told_in(Index sentence) const;
  [[nodiscard]] const Mention* person_opening(Index sentence) const;
  [[nodiscard]] const Mention* person_acting(Index sentence) const;
  [[nodiscard]] bool acts(Index chunk, Index end) const;
  [[nodiscard]] std::string body_where_introduced(const std::string& name) const;
  [[nodiscard]] static bool speaks_for_body(const Source& source);
  [[nodiscard]] bool names_place(std::string_view words) const;
  [[nodiscard]] Source speaker_called(std::string_view wanted) const;
  [[nodiscard]] const Mention* person_named_by(Index chunk) const;
  [[nodiscard]] std::string_view pronoun_wanted(const Saying& saying) const;
  [[nodiscard]] std::string_view pronoun_of(const std::string& name) const;
  [[nodiscard]] bool is_called_otherwise(const std::string& name, std::string_view wanted) const;
  [[nodiscard]] Source somebody_met(const Saying& saying) const;
  [[nodiscard]] bool brings_in(Index chunk, bool she) const;
  [[nodiscard]] Source people_before(Index sentence) const;
  [[nodiscard]] Source somebody_before(Index sentence) const;
  [[nodiscard]] Source body_asked(Index sentence) const;
  [[nodiscard]] Index asked_of(const Clause& clause) const;
  [[nodiscard]] bool is_house(Index chunk) const;
  [[nodiscard]] const Mention* only_person(Index sentence) const;
  [[nodiscard]] bool may_speak(Index subject) const;
  [[nodiscard]] std::string_view whose_in(Index sentence, std::uint32_t from) const;
  [[nodiscard]] Source body_before(Index sentence) const;

  const Scene& scene_;
  const Article& article_;
  Source last_;
  Source last_person_;
  Source last_body_;
  bool last_is_document_ = false;                          // what spoke last is a document
  mutable bool is_document_ = false;                       // the source read last
  mutable std::unordered_map<std::string, bool> spelled_;  // full names that the text prints
  std::vector<Source> spoken_;                             // persons, the last at the end
  mutable bool titles_read_ = false;
  mutable std::unordered_map<std::string, std::string_view> pronouns_;  // "her", "his", by full name
  mutable std::unordered_map<std::string, Source> persons_;  // by full name, with the role once told
};

// The speaker of a statement, as exports print it.
[[nodiscard]] Speaker speaker_of(const Source& source);
// The name by which status_by lists it: name, else role.
[[nodiscard]] std::string called(const Source& source);

}  // namespace tally
