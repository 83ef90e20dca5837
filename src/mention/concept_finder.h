// The search for what one amount after the other is about: over its noun group, over the nouns that it
// hangs on, over the clause. The parts stand in concepts.cc (the order), concept_nouns.cc (nouns beside the
// amount), concept_subjects.cc (the clause) and concept_phrases.cc (noun phrases as words).
#pragma once

#include <string>
#include <string_view>

#include "mention/concept_words.h"
#include "tally/article.h"

namespace tally {

class ConceptFinder {
 public:
  explicit ConceptFinder(Article& article) : article_(article) {}
  void run();

 private:
  [[nodiscard]] const Chunk& chunk(Index at) const { return article_.chunks[at]; }
  [[nodiscard]] bool is_kind(Index at, ChunkKind kind) const {
    return at < article_.chunks.size() && at != kNone && chunk(at).kind == kind &&
           chunk(at).sentence == sentence_;
  }
  [[nodiscard]] bool is_noun(Index at) const { return is_kind(at, ChunkKind::noun); }
  [[nodiscard]] bool is_text(Index at, std::string_view text) const {
    return at < article_.chunks.size() && chunk(at).sentence == sentence_ &&
           article_.text(article_.tokens[chunk(at).head]) == text;
  }
  [[nodiscard]] Tag head_tag(Index at) const { return article_.tokens[chunk(at).head].tag; }
  [[nodiscard]] bool is_pronoun(Index at) const {
    const Tag tag = head_tag(at);
    return tag == Tag::prp || tag == Tag::ex || tag == Tag::dt || tag == Tag::wp || tag == Tag::wdt;
  }
  std::string concept_of(const Mention& amount);
  void start(const Mention& amount);
  void enter(const Mention& amount);
  // "down from 5 percent"; "raised the wage by 5 percent [to] 8 pounds": where it went is told of the same.
  [[nodiscard]] bool is_told_before(const Mention& amount) const;
  // Of the nouns beside it and of its clause.
  std::string from_sentence(const Mention& amount);
  // "Of the 1,500 drivers asked, [62 percent] said no": of those that were counted before.
  [[nodiscard]] static bool is_share(const Mention& amount) {
    return amount.kind == MentionKind::percent && amount.change == Direction::unknown;
  }
  void remember_counted(Span counted);
  // "It", "they": the subject of the sentence before, where it is of their kind.
  std::string antecedent(Index pronoun);
  [[nodiscard]] bool stands_for(Index pronoun, Index noun) const;
  [[nodiscard]] bool is_person_name(Index noun) const;
  void forget();
  [[nodiscard]] static bool is_age(const Mention& amount) {
    return amount.concept_word == "age" || amount.concept_word.starts_with("age, ");
  }
  // The noun phrase before the amount, where no clause tells more.
  std::string led_to(const Mention& amount);
  // "a 25% premium", "the 278kg bluefin tuna"; what stands before it in the group ("Dow 0.2%") or before
  // its sign ("Dow +0.2%"). A noun of change ("a 5% rise in exports") says only what the amount is.
  bool add_described(Span amount);
  // "a 5% stake [in the mill]", "a 10W laser [for heating]".
  void extend_described();
  [[nodiscard]] bool is_change(Index noun) const;
  // "24 per cent [of adults]", "$5 million [in damages]", "$200 [for flights]", over a bracket.
  bool add_following(const Mention& amount);
  // "40 kg of [cocaine] worth $3 million".
  bool add_before_amount(Index noun);
  // The things of a count: "a pair of [shoes]".
  bool add_counted(Index noun);
  [[nodiscard]] bool is_bare_noun(Index at) const;
  [[nodiscard]] bool is_amount(Index at) const { return ConceptWords::is_amount(article_, chunk(at).head); }
  // "a fine [of] $3 billion", "price cuts [on] 50 products", "customers [with] more than a million".
  // True where the clause's subject has nothing to do with it.
  bool add_governing(bool share);
  // "a total of", "an average of".
  [[nodiscard]] bool is_vacuous(Index noun) const;
  // "cut the risk [of death] by 5 percent": the object that the noun belongs to.
  [[nodiscard]] Index object_over(Index noun) const;
  [[nodiscard]] bool is_object(Index noun) const;
  [[nodiscard]] bool is_subject(Index noun) const;
  // A noun and those that it hangs on: "brains" and "activity" of "activity in the brains".
  // Gives the last of them.
  Index add_chain(Index noun);
  // "Anna [and Berta Holm]": a name alone before a longer one belongs to it.
  [[nodiscard]] Index first_of_names(Index noun) const;
  [[nodiscard]] bool is_name(Index noun) const {
    return head_tag(noun) == Tag::nnp || head_tag(noun) == Tag::nnps;
  }
  // The subject of the clause; of a pronoun in a complement that of the clause above; and the object
  // of a verb of which the amount is the new value.
  void add_subject_of(Index at, bool bare);
  // A pronoun in a complement is most often the subject above; a free relative ("which goes a long way")
  // has none to give.
  [[nodiscard]] bool climbs_on(const Clause& clause, Index subject) const;
  // "could cause [sea levels] to rise": of an infinitive behind the object of such a verb, that object.
  [[nodiscard]] Index subject_of(const Clause& clause) const;
  // "claims, [totalling] $3 million", "savings [ranging] from": what such a participle stands behind.
  [[nodiscard]] Index measured_by(const Clause& clause) const;
  // "cut its forecast for the year to 2%", "bring [down] the rate to 2%": the object of which the amount
  // is the new value.
  void add_object(const Clause& clause);
  [[nodiscard]] Index object_of(const Clause& clause) const;
  // "bring [down] the rate".
  [[nodiscard]] bool is_particle(Index at) const;
  void add_subject(Index subject);
  // Whether the amount stands in this noun phrase itself.
  [[nodiscard]] bool holds(Index noun) const;
  // A noun group with the prepositional phrases behind it, and what it is said to have undergone
  // ("the charge [stored in the capacitor]").
  void add_phrase(Index noun, bool only_of = false);
  void extend_with_links(Index noun, bool only_of);
  // A bare participle that describes the noun before it.
  [[nodiscard]] bool is_undergone(Index verb) const;
  // "Sold: the mill, $3 million", "Works including …": what stands at the head of a list without a verb.
  void add_heading();
  // The nearest noun group before the amount.
  [[nodiscard]] Index item_before(Index from) const;
  // "$9 billion ($2.4 billion)", "7 or 8 percent".
  [[nodiscard]] bool goes_on() const;
  // "to $84 billion, [down from] $89 billion", "compared with 5 percent": the same measure before.
  [[nodiscard]] bool goes_back() const;

  static constexpr Index kMostLinks = 4;  // of a chain of noun phrases

  Article& article_;
  ConceptWords words_;
  Index outer_ = kNone;
  Index at_ = kNone;
  Index sentence_ = kNone;
  Span whole_;         // the amount with what it counts
  Index end_ = kNone;  // the last chunk of the amount with what it counts
  bool counted_ = false;
  bool money_ = false;
  bool change_ = false;    // "a 5% rise in exports"
  bool settled_ = false;   // the clause has been asked
  bool apart_ = false;     // what it is the size of has nothing to do with the subject
  Index pronoun_ = kNone;  // that stands as the subject
  // Of the amount before it, in the same sentence.
  std::string last_;
  std::string last_unit_;
  std::string last_subject_;
  std::string last_counted_;
};

}  // namespace tally
