// The work of find_absences, shared by its files: one sentence after the other.
//
//   has not disclosed the number of pupils     absences.cc       has yet to publish it     absence_forms.cc
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "claim/attribution.h"
#include "claim/scene.h"
#include "claim/sources.h"
#include "tally/claim.h"
#include "text/vocabulary.h"

namespace tally {

// "disclose", "say", "confirm".
[[nodiscard]] inline bool is_telling_verb(const Token& token) {
  return is_any(token, {WordClass::disclose_verb, WordClass::report_verb, WordClass::confirm_verb});
}

// "said [nothing]"
[[nodiscard]] inline bool says_nothing(std::string_view object) {
  return object == "nothing";
}

// Reads one sentence after the other; absences.cc and absence_forms.cc share the work.
class AbsenceFinder {
 public:
  AbsenceFinder(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims)
      : scene_(scene),
        article_(scene.article()),
        attributions_(attributions),
        claims_(claims),
        reader_(scene) {
    for (Index i = 0; i < attributions.sayings.size(); ++i) order_.push_back(i);
    std::ranges::stable_sort(order_, {}, [&](Index i) { return attributions.sayings[i].cue.begin; });
  }

  void read(Index sentence);

 private:
  void read_verb(Index chunk, Index sentence);
  void read_shapes(Index chunk, Index sentence, Index subject);
  // The subject of a clause, or of the one that it stands in ("…, but refused to say").
  [[nodiscard]] Index subject_around(Index clause) const;
  [[nodiscard]] bool keeps_no_figures(Index chunk, Index subject) const;
  [[nodiscard]] bool offers_no_answer(Index chunk, Index subject) const;
  [[nodiscard]] bool keeps_none(Index chunk, Index subject) const;
  [[nodiscard]] bool keeps_back(Index chunk, Index subject) const;
  [[nodiscard]] bool tells_of_things(Index chunk, Index subject) const;
  [[nodiscard]] bool claims_nothing(Index chunk, Index subject) const;
  [[nodiscard]] bool is_somebody(Index chunk) const;
  [[nodiscard]] bool is_place_name(Index chunk) const;
  [[nodiscard]] bool is_negated_by_subject(Index chunk, Index subject) const;
  [[nodiscard]] bool starts_with(Index chunk, std::string_view word) const;
  [[nodiscard]] bool is_same_clause(Index chunk, Index verb) const;
  bool read_unknown(Index chunk, Index sentence, Index subject);
  // What nobody knows, found out or could be asked about (absence_states.cc).
  [[nodiscard]] Index state_behind(Index verb) const;
  [[nodiscard]] bool is_negated_up_to(Index verb, Index state) const;
  // "Nor will the prosecutor [say] when", "neither the firm nor the union [would] comment"
  [[nodiscard]] bool is_negated_after_nor(Index verb, Index subject) const;
  [[nodiscard]] bool is_nobody(Index chunk) const;
  [[nodiscard]] bool is_what(Index chunk) const;
  bool read_state(Index chunk, Index sentence, Index subject);
  [[nodiscard]] bool talks_to_press(Index verb) const;
  [[nodiscard]] bool is_left_unsaid(Index verb, Index subject) const;
  bool read_lacking(Index chunk, Index sentence, Index subject, Index state);
  [[nodiscard]] bool is_for_talk(Index asked) const;
  [[nodiscard]] bool seeks_talk(Index group) const;
  bool read_unmentioned(Index chunk, Index sentence, Index subject);
  bool read_quiet(Index chunk, Index sentence, Index subject, Index state);
  bool read_not_found(Index chunk, Index sentence, Index subject);
  bool read_unreached(Index chunk, Index sentence, Index subject);
  bool read_not_done(Index chunk, Index sentence, Index subject);
  bool read_pending(Index chunk, Index sentence, Index subject);
  bool read_nothing_given(Index chunk, Index sentence, Index subject);
  bool read_secret(Index chunk, Index sentence, Index subject);
  bool read_question_before(Index chunk, Index sentence);
  bool read_refusal(Index chunk, Index sentence, Index subject);
  bool read_unwilling(Index chunk, Index sentence, Index subject);
  bool read_silence(Index chunk, Index sentence, Index subject);
  bool read_no_answer(Index chunk, Index sentence, Index subject);
  // What was not handed over or heard of, and what is not in what was (absence_withheld.cc).
  bool read_withheld(Index chunk, Index sentence, Index subject);
  bool read_neither(Index chunk, Index sentence, Index subject);
  [[nodiscard]] Index told_thing_after(Index from) const;
  bool read_not_provided(Index chunk, Index sentence, Index subject);
  bool read_not_received(Index chunk, Index sentence, Index subject);
  [[nodiscard]] bool is_keeper(Index chunk) const;
  [[nodiscard]] bool is_document(Index chunk) const;
  bool read_left_out(Index chunk, Index sentence, Index subject);
  bool read_undetermined(Index chunk, Index sentence, Index subject);
  bool read_unreported(Index chunk, Index sentence, Index subject);
  // How somebody gets round an answer (absence_evasions.cc).
  [[nodiscard]] Index noun_straight_before(Index verb) const;
  [[nodiscard]] bool puts_number(Index verb) const;
  bool read_evasion(Index chunk, Index sentence, Index subject);
  bool read_dodged(Index chunk, Index sentence, Index subject);
  bool read_without_answer(Index chunk, Index sentence, Index subject);
  bool read_stopped_short(Index chunk, Index sentence, Index subject);
  bool read_anyones_guess(Index chunk, Index sentence, Index subject);
  bool read_confidential(Index chunk, Index sentence, Index subject);
  bool read_undivided(Index chunk, Index sentence, Index subject);
  bool read_no_number_put(Index chunk, Index sentence, Index subject);
  bool read_not_there(Index chunk, Index sentence, Index subject);
  // What came to nothing or is kept close (absence_closed.cc).
  bool read_closed(Index chunk, Index sentence, Index subject);
  bool read_vain(Index chunk, Index sentence, Index subject);
  bool read_kept_close(Index chunk, Index sentence, Index subject);
  bool read_little_told(Index chunk, Index sentence, Index subject);
  bool read_uncounted(Index chunk, Index sentence, Index subject);
  bool read_under_inquiry(Index chunk, Index sentence);
  // What silence looks like whatever its verb (absence_untold.cc).
  [[nodiscard]] Index opening_question(Index verb) const;
  [[nodiscard]] bool is_no_longer(Index verb) const;
  [[nodiscard]] bool is_teller(Index chunk) const;
  [[nodiscard]] bool is_published_thing(Index chunk) const;
  bool read_untold(Index chunk, Index sentence, Index subject);
  bool read_not_shown(Index chunk, Index sentence, Index subject);
  bool read_nothing_told(Index chunk, Index sentence, Index subject);
  bool read_impossible(Index chunk, Index sentence, Index subject);
  bool read_not_out(Index chunk, Index sentence, Index subject);
  bool read_omitted(Index chunk, Index sentence, Index subject);
  bool read_none_there(Index chunk, Index sentence, Index subject);
  bool read_hidden(Index chunk, Index sentence, Index subject);
  bool read_never_counted(Index chunk, Index sentence, Index subject);
  bool read_only_sign(Index chunk, Index sentence, Index subject);
  // Answers that did not come, by what stands for the verb (absence_unanswered.cc).
  [[nodiscard]] bool closes_clause(Index chunk) const;
  bool read_unanswered(Index chunk, Index sentence, Index subject);
  bool read_did_not(Index chunk, Index sentence, Index subject);
  bool read_chose_not(Index chunk, Index sentence, Index subject);
  bool read_only_said(Index chunk, Index sentence, Index subject);
  bool read_left_unanswered(Index chunk, Index sentence, Index subject);
  bool read_request_refused(Index chunk, Index sentence, Index subject);
  bool read_no_idea(Index chunk, Index sentence, Index subject);
  bool read_unspoken(Index chunk, Index sentence, Index subject);
  bool read_awaited(Index chunk, Index sentence, Index subject);
  bool read_still_open(Index chunk, Index sentence, Index subject);
  bool read_never_told(Index chunk, Index sentence, Index subject);
  bool read_lack(Index chunk, Index sentence, Index subject);
  // What is kept back, by what kind of thing it is (absence_kept.cc).
  [[nodiscard]] Index keeper_before(Index verb, Index subject) const;
  bool read_kept_back(Index chunk, Index sentence, Index subject);
  [[nodiscard]] bool keeps_thing(Index verb, Index object) const;
  [[nodiscard]] bool tells_question(Index verb, Index object) const;
  [[nodiscard]] bool leaves_uncounted(Index verb, Index object, Index who) const;
  bool read_nor_another(Index chunk, Index sentence);
  void read_no_comment(Index sentence);
  void read_undisclosed_sum(Index chunk, Index sentence);
  [[nodiscard]] bool is_none_of(Index chunk) const {
    return scene_.is_word(chunk, "none") && scene_.same_sentence(chunk, chunk + 1) &&
           scene_.is_word(chunk + 1, "of");
  }
  [[nodiscard]] bool is_none_of_them(Index chunk) const;
  // Whose the words of a subject are: "[the agency]'s report"; empty where nobody's.
  [[nodiscard]] Span owner_of(Index subject) const;
  void add_source_words(Claim& claim, Index chunk, Index sentence, Span words);
  void emit(Index chunk, Index sentence, Index subject, Index from);
  // The absence is that of somebody told before.
  static void claim_for(Claim& claim, const Source& source);
  // "by the office" behind a verb in the passive; kNone where nobody is named.
  [[nodiscard]] Index agent_of(Index verb) const;
  [[nodiscard]] const Source* teller_before(Index chunk, Span subject) const;
  [[nodiscard]] Source source_read(Index chunk, const Saying& absence);
  void add_source(Claim& claim, Index chunk, Index sentence, Index subject);
  // Whom a pronoun may stand for: everybody who spoke before.
  void recall_until(std::uint32_t byte);
  [[nodiscard]] bool is_group_word(Index chunk, std::string_view word) const;
  [[nodiscard]] bool is_question(Index chunk) const;
  // "the number of …", "how many …", "whether …", "further details".
  [[nodiscard]] bool is_unknown(Index from) const;

  const Scene& scene_;
  const Article& article_;
  const Attributions& attributions_;
  std::vector<Claim>& claims_;
  SourceReader reader_;
  Range chunks_;
  std::vector<Index> order_;  // sayings as they stand in the text
  std::size_t next_ = 0;      // of them
};

}  // namespace tally
