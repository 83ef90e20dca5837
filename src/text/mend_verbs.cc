// Tags of one sentence → with the finite verbs that the tagger took for nouns, adjectives or participles.
// What stands around such a word tells: a number that it counts, an object, a pronoun before it, and that no
// other verb is finite where one has to be.
#include <array>

#include "text/mend_tags.h"
#include "text/named_words.h"
#include "text/sentence_tags.h"

namespace tally {
namespace {

class VerbMender : private SentenceTags {
 public:
  VerbMender(Article& article, Range sentence)
      : SentenceTags(article, sentence), full_stop_(ends_as_sentence()) {}

  void mend() {
    mend_finite();
    if (full_stop_ && !has_finite_verb()) mend_likeliest();
  }

 private:
  void mend_finite() {
    constexpr TagSet kMended = {Tag::nn, Tag::nns, Tag::jj, Tag::vbn, Tag::vb};
    for (Index at = sentence_.begin + 1; at + 1 < sentence_.end; ++at) {
      if (!kMended.contains(tag(at))) continue;
      // Of words that the vocabulary knows as no verb, only a participle is looked at.
      const WordId word = article_.tokens[at].word;
      if (tag(at) != Tag::vbn && (word == 0 || !vocabulary().may_be(word, Pos::verb))) continue;
      if (is_denied_infinitive(at)) {
        set(at, Tag::vb, Pos::verb);
        continue;
      }
      if (is_past_only(at) || follows_pronoun(at) || acts_on_object(at) || is_unchanged_past(at) ||
          happens_by_itself(at) || rises_to_amount(at) ||
          (moves_by_amount(at) && is_nominal(tag(before_adverbs(at))) && !verb_in_stretch(at)))
        make_past(at);
      if (!may_be_finite(at) || date_starts(at + 1)) continue;
      const Tag before = tag(before_adverbs(at));
      const bool after_noun = is_nominal(before) && !verb_in_stretch(at);
      const bool after_relative = before == Tag::wdt || before == Tag::wp;  // "which [cost] $3 million"
      // "the toll reached 1,215": a participle of it takes no number.
      const bool reaches = is(article_.tokens[at], WordClass::reach_verb) && amount_at(at + 1) != nullptr;
      const bool counts = (after_noun || after_relative) && (reaches || counted_amount_at(at + 1));
      if (counts || closes_relative(at) || reports_clause(at) || is_joined_participle(at) ||
          is_hedged_multiple(at))
        make_finite(at);
    }
  }

  // A noun, adjective or participle whose form a finite verb may have: "hosts", "tripled", "cost".
  [[nodiscard]] bool may_be_finite(Index at) const {
    const Token& token = article_.tokens[at];
    if (token.word == 0 || !vocabulary().may_be(token.word, Pos::verb)) return false;
    const bool lemma = vocabulary().is_lemma(token.word, Pos::verb);
    switch (token.tag) {
      case Tag::nns:
        return !lemma;
      case Tag::jj:
        if (lemma) return is(token, WordClass::exceed_verb);  // "losses top 1 billion"
        [[fallthrough]];
      case Tag::vbn:
        return !lemma && !ends_with(at, "ing");
      case Tag::nn:
        return lemma;
      default:
        return false;
    }
  }

  // "The census does not [record] religion"
  [[nodiscard]] bool is_denied_infinitive(Index at) const {
    if (tag(at) != Tag::nn || at < sentence_.begin + 2 ||
        !vocabulary().is_lemma(article_.tokens[at].word, Pos::verb))
      return false;
    const bool denied = says(at - 1, "not") || says(at - 1, "n't") || says(at - 1, "n’t");
    return denied && (says(at - 2, "does") || says(at - 2, "do") || says(at - 2, "did"));
  }

  void make_past(Index at) { set(at, Tag::vbd, Pos::verb); }

  void make_finite(Index at) {
    Token& token = article_.tokens[at];
    token.pos = Pos::verb;
    if (token.tag == Tag::nns) {
      token.tag = Tag::vbz;
    } else if (token.tag == Tag::nn || vocabulary().is_lemma(token.word, Pos::verb)) {
      const Tag subject = tag(before_adverbs(at));
      token.tag = subject == Tag::nns || subject == Tag::nnps ? Tag::vbp : Tag::vbd;
    } else {
      token.tag = Tag::vbd;
    }
  }

  // "The group, which reads the meters, [says] that 12 came": a verb of saying behind the relative clause
  // of its subject.
  [[nodiscard]] bool closes_relative(Index at) const {
    constexpr Index kLongest = 24;
    if (tag(at) != Tag::nns || at < sentence_.begin + 3 || tag(at - 1) != Tag::comma ||
        !is_any(article_.tokens[at],
                {WordClass::report_verb, WordClass::put_verb, WordClass::count_verb, WordClass::claim_verb,
                 WordClass::speak_verb, WordClass::forecast_verb}))
      return false;
    for (Index i = at - 2; i > sentence_.begin && at - i < kLongest; --i) {
      if (tag(i) != Tag::comma) continue;
      return (tag(i + 1) == Tag::wdt || tag(i + 1) == Tag::wp) && is_nominal(tag(i - 1)) &&
             !verb_in_stretch(i);
    }
    return false;
  }

  // "A landslide [buried] a row of houses", "three gunmen [opened] fire": what has an object is no participle
  // of the noun before it, but for verbs with two ("a man [given] a ticket").
  [[nodiscard]] bool acts_on_object(Index at) const {
    const bool particle = tag(at + 1) == Tag::rp;  // "called off"
    if (tag(at) != Tag::vbn || !full_stop_) return false;
    const Index subject = before_adverbs(at);
    // "Ms Bell [told] parliament", "a man given a ticket"
    const bool tells = is(article_.tokens[at], WordClass::report_verb) && is_proper_noun(tag(subject));
    if (!particle && !tells && is(article_.tokens[at], WordClass::two_object_verb)) return false;
    const bool numbered =
        tag(subject) == Tag::cd && subject > sentence_.begin && tag(subject - 1) == Tag::nnp;
    if ((!is_nominal(tag(subject)) && !numbered) || verb_since_opener(at)) return false;
    const Index next = particle ? at + 2 : at + 1;
    if (date_starts(next)) return false;
    if (tag(next) == Tag::dt || tag(next) == Tag::prps)
      return !is(article_.tokens[next + 1], WordClass::time) && !verb_to_come(next);
    const bool several = numbered || tag(subject) == Tag::nns || is_proper_noun(tag(subject));
    return several && is_nominal(tag(next)) && !verb_to_come(next);
  }

  // "After a dam above the town, in the north, [burst]", "the firm [shut] its furnace": a past tense that is
  // spelled as its stem, which the tagger takes for a noun, where its stretch has no other verb.
  [[nodiscard]] bool is_unchanged_past(Index at) const {
    static constexpr NamedWords kSame = {"burst", "shut",   "hit",  "split", "quit", "hurt",
                                         "cut",   "spread", "shed", "cost",  "set",  "put"};
    // "On Monday a judge [put] the deal on hold": no stem, where nothing asks for one.
    constexpr TagSet kTaken = {Tag::nn, Tag::jj, Tag::vbn, Tag::vb};
    const std::uint32_t size = article_.tokens[at].span.size();
    if (size < 3 || size > 6 || !full_stop_ || !kTaken.contains(tag(at))) return false;
    if (!kSame.contains_lower(article_.text(article_.tokens[at])) || date_starts(at)) return false;
    if (tag(at) == Tag::vb && asks_for_stem(at)) return false;
    const Tag before = tag(before_adverbs(at));
    const bool set_off = before == Tag::comma && opens_clause_over_phrase(at);
    if (!set_off && (!is_nominal(before) || tag(at) == Tag::nn || verb_in_stretch(at))) return false;
    const Tag next = tag(at + 1);
    const bool goes_on = next == Tag::in || next == Tag::rp || next == Tag::dt || next == Tag::prps ||
                         next == Tag::cd || is_proper_noun(next) || next == Tag::rb;
    return goes_on && !verb_to_come(at + 1);
  }

  // "ten days after the roof [caved] in", "when the bus [crashed] into a wall": nobody does it to it.
  [[nodiscard]] bool happens_by_itself(Index at) const {
    if (tag(at) != Tag::vbn || !is_nominal(tag(before_adverbs(at))) || says(at + 1, "by")) return false;
    const Token& token = article_.tokens[at];
    const auto is_phrase = [&] {
      const WordId first = lemma_word(token);
      const WordId second = lower_word(article_.tokens[at + 1]);
      const WordId phrase = first != 0 && second != 0
                                ? vocabulary().find_phrase(first, second)
                                : vocabulary().find(joined(lemma(article_, token), '_',
                                                           lower(article_, article_.tokens[at + 1])));
      return phrase != 0 && vocabulary().is(phrase, WordClass::happen_verb);
    };
    const bool alone = is_any(token, {WordClass::collapse_deed, WordClass::sinking_deed,
                                      WordClass::crash_deed, WordClass::die_verb}) ||
                       is_phrase();
    return alone && !verb_since_opener(at) && !verb_to_come(at + 1);
  }

  // "to", "will", "let": a verb or a particle before in the stretch.
  [[nodiscard]] bool asks_for_stem(Index at) const {
    for (Index i = at; i-- > sentence_.begin;) {
      const Tag t = tag(i);
      if (t == Tag::to || t == Tag::md || is_verb(t) || article_.tokens[i].pos == Pos::aux) return true;
      if (article_.tokens[i].kind == TokenKind::punctuation && t != Tag::hyph) return false;
    }
    return false;
  }

  // "Profits at the bank [slumped] by a fifth": what rises and falls without anybody doing it.
  [[nodiscard]] bool moves_by_amount(Index at) const {
    const Token& token = article_.tokens[at];
    return tag(at) == Tag::vbn && says(at + 1, "by") && amount_at(at + 2) != nullptr &&
           is_any(token, {WordClass::up_verb, WordClass::down_verb}) &&
           !is(token, WordClass::cause_change_verb);
  }

  // "The number of injured [rose] to 3,690": a past tense that is spelled as another noun.
  [[nodiscard]] bool rises_to_amount(Index at) const {
    const Token& token = article_.tokens[at];
    if (tag(at) != Tag::nn || token.word == 0 || !is_any(token, {WordClass::up_verb, WordClass::down_verb}))
      return false;
    const bool directed = says(at + 1, "to") || says(at + 1, "from") || says(at + 1, "by");
    const Tag before = tag(before_adverbs(at));
    return directed && amount_at(at + 2) != nullptr && !vocabulary().is_lemma(token.word, Pos::verb) &&
           vocabulary().may_be(token.word, Pos::verb) && (is_nominal(before) || is_adjective(before)) &&
           !verb_in_stretch(at);
  }

  // "when the roof [came] down": a form that is no participle, whatever stands before.
  [[nodiscard]] bool is_past_only(Index at) const {
    // "Exports of cars [fell] last year": no skin.
    if (tag(at) == Tag::jj && says(at, "fell") && is_nominal(tag(before_adverbs(at)))) return true;
    return tag(at) == Tag::vbn && tally::is_past_only(article_, at) && tag(before_adverbs(at)) != Tag::cc;
  }

  // "We [counted] every boat": a past tense, where nothing before the pronoun waits for a participle.
  [[nodiscard]] bool follows_pronoun(Index at) const {
    if (tag(at) != Tag::vbn || at <= sentence_.begin) return false;
    const Index pronoun = before_adverbs(at);
    constexpr std::array<std::string_view, 5> kWho = {"we", "i", "he", "she", "they"};
    if (tag(pronoun) != Tag::prp || !says_any(pronoun, kWho)) return false;
    return pronoun == sentence_.begin || article_.tokens[pronoun - 1].pos != Pos::aux;
  }

  // "Data from the labour office [show] that 4,100 left": a verb of telling that the tagger takes for a noun.
  [[nodiscard]] bool reports_clause(Index at) const {
    const Token& token = article_.tokens[at];
    // "The bank [forecasts] that prices will rise"
    const bool singular =
        tag(at) == Tag::nns && tag(at - 1) == Tag::nn && at >= sentence_.begin + 2 &&
        tag(at - 2) == Tag::dt && says(at + 1, "that") && tag(at + 2) != Tag::vbd && token.word != 0 &&
        vocabulary().may_be(token.word, Pos::verb) &&
        is_any(token, {WordClass::report_verb, WordClass::forecast_verb, WordClass::claim_verb});
    if (singular) return true;
    return tag(at) == Tag::nn && says(at + 1, "that") && tag(at + 2) != Tag::vbz && tag(at + 2) != Tag::vbd &&
           token.word != 0 && vocabulary().is_lemma(token.word, Pos::verb) &&
           is_any(token, {WordClass::show_verb, WordClass::report_verb, WordClass::claim_verb}) &&
           is_nominal(tag(before_adverbs(at))) && plural_opens(at);
  }

  // The stretch before begins with a noun in the plural, or one that stands for many.
  [[nodiscard]] bool plural_opens(Index at) const {
    for (Index i = sentence_.begin; i < at; ++i) {
      if (is_verb(tag(i)) || article_.tokens[i].kind == TokenKind::punctuation) return false;
      if (tag(i) == Tag::nns) return true;
      // "Police [data] show": the last of its group.
      if (tag(i) == Tag::nn && (i + 1 == at || !is_nominal(tag(i + 1)))) return says(i, "data");
    }
    return false;
  }

  // Since the last comma, joint or word that may open a clause.
  [[nodiscard]] bool verb_since_opener(Index at) const {
    for (Index i = at; i-- > sentence_.begin;) {
      const Tag t = tag(i);
      if (is_finite(t)) return true;
      const bool border = article_.tokens[i].kind == TokenKind::punctuation && t != Tag::hyph;
      constexpr std::array<std::string_view, 5> kOpeners = {"after", "before", "because", "while", "as"};
      if (border || t == Tag::cc || t == Tag::wdt || t == Tag::wp || t == Tag::wrb ||
          (t == Tag::in && says_any(i, kOpeners)))
        return false;
    }
    return false;
  }

  // "after a dam, in the north of the country, …": from the comma back, no verb up to the word that opens the
  // clause.
  [[nodiscard]] bool opens_clause_over_phrase(Index at) const {
    constexpr Index kLongest = 24;
    for (Index i = at; i > sentence_.begin && at - i < kLongest; --i) {
      if (is_verb(tag(i - 1)) || tag(i - 1) == Tag::md) return false;
      constexpr std::array<std::string_view, 3> kOpeners = {"after", "because", "that"};
      if (tag(i - 1) == Tag::wrb || says_any(i - 1, kOpeners)) return true;
    }
    return false;
  }

  // A number with what it counts or is measured in: never the label of the noun before ("articles 3 and 4").
  [[nodiscard]] bool counted_amount_at(Index at) const {
    const Mention* amount = amount_at(at);
    return amount != nullptr && (!amount->unit.empty() || !amount->counted.empty());
  }

  // "The thefts more than doubled": behind a noun, with a hedge, no participle of it.
  [[nodiscard]] bool is_hedged_multiple(Index at) const {
    return at >= sentence_.begin + 3 && is(article_.tokens[at], WordClass::multiply_verb) &&
           says(at - 1, "than") && (is_nominal(tag(at - 3)) || tag(at - 3) == Tag::prp);
  }

  // "killed 14 people and injured 38": behind a joint of two verbs, before a number without a noun.
  [[nodiscard]] bool is_joined_participle(Index at) const {
    if (tag(at) != Tag::jj && tag(at) != Tag::vbn) return false;
    if (tag(at - 1) != Tag::cc && !says(at - 1, ",")) return false;
    if (amount_at(at + 1) == nullptr || !ends_with(at, "ed")) return false;
    for (Index i = at; i-- > sentence_.begin;) {
      if (tag(i) == Tag::vbd) return true;
      if (is_verb(tag(i)) || article_.tokens[i].pos == Pos::aux) return false;
    }
    return false;
  }

  [[nodiscard]] bool ends_as_sentence() const { return sentence_.size() > 3 && says(sentence_.end - 1, "."); }

  [[nodiscard]] bool has_finite_verb() const {
    for (Index i = sentence_.begin; i < sentence_.end; ++i) {
      if (is_finite(tag(i))) return true;
    }
    return false;
  }

  // Of a sentence without any finite verb, the word that is most like one by what follows it.
  void mend_likeliest() {
    Index best = kNone;
    int best_weight = 0;
    for (Index at = sentence_.begin + 1; at + 1 < sentence_.end; ++at) {
      const bool after_noun = is_nominal(tag(before_adverbs(at))) || tag(before_adverbs(at)) == Tag::prp;
      if (!after_noun || (!may_be_finite(at) && !may_be_past(at))) continue;
      const int weight = weight_of(at);
      if (weight > best_weight) {
        best_weight = weight;
        best = at;
      }
    }
    if (best != kNone && may_be_past(best)) return make_past(best);
    if (best != kNone) make_finite(best);
  }

  // "A landslide [buried] Kemmel", "a dog [bit] a girl": the past of a verb, whatever noun is spelled like
  // it.
  [[nodiscard]] bool may_be_past(Index at) const {
    const Token& token = article_.tokens[at];
    const bool small = (token.flags & kCapitalised) == 0;
    return small && token.word != 0 && vocabulary().may_be(token.word, Pos::verb) &&
           !vocabulary().is_lemma(token.word, Pos::verb) && !ends_with(at, "s") && !ends_with(at, "ing");
  }

  [[nodiscard]] int weight_of(Index at) const {
    const Tag next = tag(at + 1);
    if (may_be_past(at) && is_proper_noun(next) && tag(at) != Tag::jj) return 4;
    static constexpr NamedWords kSudden = {"burst", "quit", "shut"};  // "The dam burst on Sunday"
    if (next == Tag::in && tag(at) == Tag::nn && kSudden.contains_lower(article_.text(article_.tokens[at])))
      return 3;
    if (tag(at) == Tag::vbn && says(at + 1, "by")) return moves_by_amount(at) ? 5 : 0;
    const bool directed = next == Tag::to || next == Tag::in;
    if (directed && amount_at(at + 2) != nullptr) return 5;
    if (next == Tag::to && tag(at + 2) == Tag::vb) return 5;
    if (amount_at(at + 1) != nullptr && !date_starts(at + 1)) return tag(at) == Tag::nn ? 3 : 4;
    if (next == Tag::dt || next == Tag::prps) return tag(at) == Tag::nn ? 2 : 3;
    return 0;
  }

  bool full_stop_;
};

}  // namespace

void mend_verbs(Article& article, Range sentence) {
  VerbMender(article, sentence).mend();
}

}  // namespace tally
