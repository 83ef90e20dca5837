// Tags of one sentence → with nouns, adjectives, an infinitive and a preposition where the tagger saw
// something else:
//
//   "the Kesselrig gold [mine]"    no pronoun, behind a noun in a group that an article opens
//   "the number of [nesting] pairs"  an adjective that tells which
#include "text/mend_tags.h"
#include "text/sentence_tags.h"

namespace tally {
namespace {

class NounMender : private SentenceTags {
 public:
  NounMender(Article& article, Range sentence) : SentenceTags(article, sentence) {
    for (Index at = sentence_.begin; at < sentence_.end; ++at) tags_.add(tag(at));
  }

  // Each step asks first whether the sentence has a tag that it mends.
  void mend() {
    if (has({Tag::prp})) mend_pronouns();
    mend_opening();
    if (has({Tag::vbz})) mend_plural_subjects();
    if (has({Tag::vbd, Tag::vbg, Tag::rb})) mend_participles();
    if (has({Tag::dt, Tag::prps})) mend_counted();
    if (has({Tag::wp})) mend_acronyms();
    if (has({Tag::prp, Tag::rb, Tag::nn, Tag::vbz})) mend_nouns();
    if (has({Tag::rp})) mend_particles();
    mend_owners();
  }

 private:
  // Tags that the sentence had at first; no step looks at what one before it made.
  [[nodiscard]] bool has(TagSet tags) const { return tags_.meets(tags); }

  void mend_pronouns() {
    for (Index at = sentence_.begin; at + 1 < sentence_.end; ++at) {
      // "164 mine dams": what stands before a noun is no pronoun that stands for one.
      if (tag(at) == Tag::prp && is_nominal(tag(at + 1)) && article_.tokens[at].word != 0 &&
          !says(at, "it") && vocabulary().is_lemma(article_.tokens[at].word, Pos::noun)) {
        set(at, Tag::nn, Pos::noun);
      }
    }
  }

  void mend_opening() {
    // "[Operating] margin slipped": what opens a sentence before a noun and its verb tells of the noun.
    const bool opens = tag(sentence_.begin) == Tag::vbg || tag(sentence_.begin) == Tag::vb;
    Index verb = sentence_.begin + 1;
    if (tag(sentence_.begin) == Tag::dt) mend_after_article();
    while (is_nominal(tag(verb))) ++verb;  // "[Transport] minister Greta Holm resigned"
    if (opens && verb > sentence_.begin + 1 && (tag(verb) == Tag::vbd || tag(verb) == Tag::vbz))
      make_noun(sentence_.begin);
  }

  // "The [ferry] Silvana ran aground"
  void mend_after_article() {
    const Index at = sentence_.begin + 1;
    const bool base = tag(at) == Tag::vb || tag(at) == Tag::vbp;
    if (base && is_proper_noun(tag(at + 1)) && article_.tokens[at].word != 0 &&
        vocabulary().is_lemma(article_.tokens[at].word, Pos::noun))
      make_noun(at);
  }

  void mend_plural_subjects() {
    for (Index at = sentence_.begin; at + 2 < sentence_.end; ++at) {
      if (is_plural_subject(at)) set(at, Tag::nns, Pos::noun);
    }
  }

  // "Meanwhile, [exports] to China dropped": what opens a stretch is no verb where another one follows.
  [[nodiscard]] bool is_plural_subject(Index at) const {
    if (tag(at) != Tag::vbz || (at > sentence_.begin && tag(at - 1) != Tag::comma)) return false;
    const Token& token = article_.tokens[at];
    if (token.word == 0 || !vocabulary().may_be(token.word, Pos::noun)) return false;
    if (tag(at + 1) != Tag::in && tag(at + 1) != Tag::to) return false;
    if (tag(at + 1) == Tag::to && !is_nominal(tag(at + 2)) && tag(at + 2) != Tag::dt) return false;
    for (Index next = at + 2; next < sentence_.end; ++next) {
      if (tag(next) == Tag::comma || tag(next) == Tag::cc || tag(next) == Tag::colon) return false;
      if (is_finite(tag(next))) return true;
    }
    return false;
  }

  void mend_participles() {
    constexpr TagSet kMended = {Tag::vbd, Tag::vbg, Tag::rb};
    for (Index at = sentence_.begin + 2; at + 2 < sentence_.end; ++at) {
      if (!kMended.contains(tag(at))) continue;
      if (is_counted_participle(at)) article_.tokens[at].tag = Tag::vbn;
      if (tag(at) == Tag::vbd && (says(at, "charged") || says(at, "accused")) &&
          (says(at + 1, "with") || says(at + 1, "of")))
        article_.tokens[at].tag = Tag::vbn;  // somebody charged them with it
      if (tells_which_counted(at) || tells_only_one(at)) set(at, Tag::jj, Pos::adj);
      // "the court's [ruling] on smog"
      if (tag(at) == Tag::vbg && tag(at - 1) == Tag::pos && tag(at + 1) == Tag::in) make_noun(at);
    }
  }

  // "A charter with 38 [rejected] asylum seekers left": between a number and its noun.
  [[nodiscard]] bool is_counted_participle(Index at) const {
    return tag(at) == Tag::vbd && tag(at - 1) == Tag::cd && tag(at - 2) == Tag::in &&
           is_nominal(tag(at + 1)) && verb_to_come(at + 1);
  }

  // "the number of [nesting] pairs": tells which, and does nothing.
  [[nodiscard]] bool tells_which_counted(Index at) const {
    return tag(at) == Tag::vbg && tag(at + 1) == Tag::nns && says(at - 1, "of") &&
           is_any(article_.tokens[at - 2], {WordClass::count_noun, WordClass::share_noun});
  }

  // "the town's [only] hospital"
  [[nodiscard]] bool tells_only_one(Index at) const {
    if (tag(at) != Tag::rb || !says(at, "only")) return false;
    const Tag before = tag(at - 1);
    const Tag next = tag(at + 1);
    return (before == Tag::pos || before == Tag::prps || before == Tag::dt) &&
           (is_nominal(next) || is_adjective(next) || next == Tag::vbg);
  }

  // "Sold an [estimated] 800 cars", "its [remaining] 300 workers": a participle between an article and a
  // number tells of the number, and nobody does it.
  void mend_counted() {
    for (Index at = sentence_.begin + 1; at + 1 < sentence_.end; ++at) {
      const bool participle = tag(at) == Tag::vbn || tag(at) == Tag::vbd || tag(at) == Tag::vbg;
      const bool numbered = tag(at + 1) == Tag::cd || amount_at(at + 1) != nullptr ||
                            article_.tokens[at + 1].kind == TokenKind::symbol;  // "an estimated $4 million"
      if (participle && numbered && is_article(at - 1) && !date_starts(at + 1)) set(at, Tag::jj, Pos::adj);
    }
  }

  [[nodiscard]] bool is_article(Index at) const {
    if (tag(at) == Tag::prps) return true;
    return tag(at) == Tag::dt && (says(at, "a") || says(at, "an") || says(at, "the"));
  }

  // "[WHO] says": in capitals between small letters, an acronym.
  void mend_acronyms() {
    for (Index at = sentence_.begin; at < sentence_.end; ++at) {
      if (tag(at) == Tag::wp && is_capitals(at) && !is_capitals(at - 1) && !is_capitals(at + 1))
        set(at, Tag::nnp, Pos::propn);
    }
  }

  [[nodiscard]] bool is_capitals(Index at) const {
    return at >= sentence_.begin && at < sentence_.end && (article_.tokens[at].flags & kAllCapitals) != 0;
  }

  void mend_nouns() {
    constexpr TagSet kMended = {Tag::prp, Tag::rb, Tag::nn, Tag::vbz};
    for (Index at = sentence_.begin + 2; at < sentence_.end; ++at) {
      if (!kMended.contains(tag(at))) continue;
      if (closes_noun_group(at)) make_noun(at);
      if (is_infinitive_refused(at)) {
        set(at, Tag::vb, Pos::verb);
        set(at - 1, Tag::to, Pos::part);
      }
      if (is_noun_after_adjective(at)) set(at, Tag::nns, Pos::noun);
    }
  }

  // "the Kesselrig gold [mine]", "the St Anne nursing [home]": after a noun in a group that an article opens,
  // the noun that it would lack.
  [[nodiscard]] bool closes_noun_group(Index at) const {
    const bool pronoun = tag(at) == Tag::prp && says(at, "mine");
    const bool adverb = tag(at) == Tag::rb && says(at, "home");
    if ((!pronoun && !adverb) || !is_nominal(tag(at - 1))) return false;
    Index begin = at - 1;
    while (begin > sentence_.begin && (is_nominal(tag(begin - 1)) || is_adjective(tag(begin - 1)))) --begin;
    const bool opened = begin > sentence_.begin && (tag(begin - 1) == Tag::dt || tag(begin - 1) == Tag::prps);
    // "sent the children home": there it says where to.
    return opened && tag(at - 1) == Tag::nn && (pronoun || begin + 1 < at);
  }

  // "declined to [comment]": a verb, though it may be a noun.
  [[nodiscard]] bool is_infinitive_refused(Index at) const {
    const Token& token = article_.tokens[at];
    return tag(at) == Tag::nn && says(at - 1, "to") && token.word != 0 &&
           vocabulary().is_lemma(token.word, Pos::verb) &&
           is_any(token, {WordClass::report_verb, WordClass::disclose_verb}) &&
           is(article_.tokens[at - 2], WordClass::negation);
  }

  // "according to public [works] records": after an adjective that a preposition governs, a noun.
  [[nodiscard]] bool is_noun_after_adjective(Index at) const {
    return tag(at) == Tag::vbz && tag(at - 1) == Tag::jj &&
           (tag(at - 2) == Tag::to || tag(at - 2) == Tag::in) && is_nominal(tag(at + 1)) &&
           article_.tokens[at].word != 0 && vocabulary().may_be(article_.tokens[at].word, Pos::noun);
  }

  // "A boat capsized [off] Cape Lorn": what only happens has no object, so a name behind it is where.
  void mend_particles() {
    for (Index at = sentence_.begin + 1; at + 1 < sentence_.end; ++at) {
      if (tag(at) == Tag::rp && says(at, "off") && is_proper_noun(tag(at + 1)) &&
          (is_any(article_.tokens[at - 1], {WordClass::sinking_deed, WordClass::crash_deed,
                                            WordClass::fire_deed, WordClass::die_verb}) ||
           says(at - 1, "vanished") || says(at - 1, "disappeared")))
        set(at, Tag::in, Pos::adp);
    }
  }

  // "the Gem Exporters['] Chamber": right behind a plural and before its noun no quotation ends.
  void mend_owners() {
    bool open = false;  // a quotation in single marks
    for (Index at = sentence_.begin + 1; at + 1 < sentence_.end; ++at) {
      const std::string_view mark = article_.text(article_.tokens[at]);
      if (mark != "'" && mark != "’") {
        open = open || mark == "‘";
        continue;
      }
      const Token& before = article_.tokens[at - 1];
      const bool joined = before.span.end == article_.tokens[at].span.begin;
      const bool apart = article_.tokens[at].span.end < article_.tokens[at + 1].span.begin;
      open = open || (!joined && !apart);
      const bool plural = is_nominal(before.tag) && ends_with(at - 1, "s");
      if (joined && apart && plural && !open && (is_nominal(tag(at + 1)) || is_adjective(tag(at + 1))))
        set(at, Tag::pos, Pos::part);
    }
  }

  void make_noun(Index at) { set(at, Tag::nn, Pos::noun); }

  TagSet tags_;
};

}  // namespace

void mend_nouns(Article& article, Range sentence) {
  NounMender(article, sentence).mend();
}

}  // namespace tally
