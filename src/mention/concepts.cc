// amounts, chunks, clauses → what each amount is about: the words of the noun phrases that it says
// something of (Mention::concept_word). Entry: find_concepts.
//
//   "Exports to China dropped 7% to $2.3 billion."     7%: "Exports China"    $2.3 billion: the same
//   "Dell is to lay off about 5% of its workforce."    5%: "workforce, Dell"
//
// The phrases, in this order: the noun that the amount describes ("a 25% premium") or that follows it
// ("of adults"); the noun that it gives the size of ("a fine of $3 billion"); the object that it is
// the new value of ("cut its forecast to 2%"); the subject of the clause, where what came before
// belongs to it and not to a phrase of its own ("below the guideline of 15 ppb"). Of a list under a
// heading the heading as well ("Sold: the mill, $3m"). An age is "age" and whose. The words of
// structure are left out: articles, pronouns, prepositions (Almasian et al. 2023, "CQE", whose
// concepts are such).
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "mention/concept_words.h"
#include "mention/stages.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kMostLinks = 4;          // of a chain of noun phrases
constexpr Index kFarthestHeading = 400;  // chunks

class Concepts {
 public:
  explicit Concepts(Article& article) : article_(article) {}

  void run() {
    for (Index at = 0; at < article_.amounts.size(); ++at) {
      Mention& amount = article_.amounts[at];
      if (amount.kind == MentionKind::ordinal) continue;
      if (outer_ != kNone && article_.amounts[outer_].span.contains(amount.span)) {
        if (!is_age(article_.amounts[outer_])) amount.concept_word = article_.amounts[outer_].concept_word;
        amount.about = {};
        continue;
      }
      const bool age = is_age(amount);
      const std::string found = concept_of(amount);
      amount.concept_word = age ? "age" + (found.empty() ? "" : ", " + found) : found;
      amount.about = {};
      outer_ = at;
    }
  }

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

  std::string concept_of(const Mention& amount) {
    words_.clear();
    settled_ = false;
    change_ = false;
    apart_ = false;
    pronoun_ = kNone;
    money_ = amount.kind == MentionKind::money;
    at_ = chunk_at(article_, amount.span.begin);
    if (at_ == kNone || chunk(at_).kind != ChunkKind::noun) return led_to(amount);
    if (chunk(at_).sentence != sentence_) forget();
    sentence_ = chunk(at_).sentence;
    if (goes_back() && amount.unit == last_unit_ && !last_.empty()) return last_;
    // "raised the wage by 5 percent [to] 8 pounds": where it went is told of the same.
    if (is_text(at_ - 1, "to") && at_ > 1 && is_noun(at_ - 2) && is_amount(at_ - 2) && !last_.empty())
      return last_;
    counted_ = !amount.counted.empty();
    const Span whole = counted_ ? cover(amount.span, amount.counted) : amount.span;
    end_ = std::max(at_, chunk_at(article_, whole.end - 1));
    if (end_ == kNone || chunk(end_).sentence != sentence_) end_ = at_;
    if (at_ > 1 && is_text(at_ - 1, "of") && is_noun(at_ - 2) && is_change(at_ - 2)) change_ = true;
    const bool described = add_described(whole);
    const bool followed = !described && add_following(amount);
    const bool share = amount.kind == MentionKind::percent && followed;
    const bool governed = add_governing(share);
    const std::size_t before = words_.text().size();
    if (!governed && !apart_ && !(counted_ && followed)) add_subject_of(chunk(at_).clause, !described);
    if (followed && before == words_.text().size() && is_text(at_ - 1, "and")) words_.add(last_subject_);
    if (before == 0) add_heading();
    std::string found = words_.text();
    last_subject_ = found.substr(std::min(found.size(), before == 0 ? 0 : before + 2));
    if (found.empty() && goes_on()) found = last_;
    if (found.empty() && is_subject(at_) && is_share(amount)) found = last_counted_;
    if (found.empty() && pronoun_ != kNone) found = antecedent(pronoun_);
    if (counted_) remember_counted(amount.counted);
    if (found.empty() && !settled_) found = led_to(amount);
    if (!found.empty()) {
      last_ = found;
      last_unit_ = amount.unit;
    }
    return found;
  }
  // "Of the 1,500 drivers asked, [62 percent] said no": of those that were counted before.
  [[nodiscard]] static bool is_share(const Mention& amount) {
    return amount.kind == MentionKind::percent && amount.change == Direction::unknown;
  }
  void remember_counted(Span counted) {
    ConceptWords words;
    words.add(article_, chunk(end_).tokens);
    if (article_.span_of(chunk(end_).tokens).overlaps(counted)) last_counted_ = words.text();
  }

  // "It", "they": the subject of the sentence before, where it is of their kind.
  std::string antecedent(Index pronoun) {
    if (sentence_ == 0 || article_.sentences[sentence_].block != article_.sentences[sentence_ - 1].block)
      return {};
    const auto clause =
        std::lower_bound(article_.clauses.begin(), article_.clauses.end(), sentence_ - 1,
                         [](const Clause& one, Index sentence) { return one.sentence < sentence; });
    if (clause == article_.clauses.end() || clause->sentence + 1 != sentence_) return {};
    const Index subject = clause->subject;
    if (clause->kind != ClauseKind::main || subject == kNone || !stands_for(pronoun, subject)) return {};
    const Index here = sentence_;
    sentence_ = here - 1;
    words_.clear();
    add_phrase(subject);
    sentence_ = here;
    return words_.text();
  }
  [[nodiscard]] bool stands_for(Index pronoun, Index noun) const {
    const std::string word = lower(article_, article_.tokens[chunk(pronoun).head]);
    const Token& head = article_.tokens[chunk(noun).head];
    const bool plural = head.tag == Tag::nns || head.tag == Tag::nnps;
    if (word == "they") return plural;
    if (!is_nominal(head.tag) || plural || is_any(head, {WordClass::time, WordClass::group})) return false;
    const bool person = is_any(head, {WordClass::person, WordClass::role}) || is_person_name(noun);
    return word == "it" ? !person : person && (word == "he" || word == "she");
  }
  [[nodiscard]] bool is_person_name(Index noun) const {
    const Span span = article_.span_of(chunk(noun).tokens);
    auto name = std::lower_bound(article_.names.begin(), article_.names.end(), span.begin,
                                 [](const Mention& one, std::uint32_t at) { return one.span.begin < at; });
    for (; name != article_.names.end() && name->span.begin < span.end; ++name) {
      if (name->name_kind == NameKind::person) return true;
    }
    return false;
  }

  void forget() {
    last_counted_.clear();
    last_.clear();
    last_unit_.clear();
    last_subject_.clear();
  }
  [[nodiscard]] static bool is_age(const Mention& amount) {
    return amount.concept_word == "age" || amount.concept_word.starts_with("age, ");
  }

  // The noun phrase before the amount, where no clause tells more.
  std::string led_to(const Mention& amount) {
    if (amount.about.empty()) return {};
    const auto first =
        std::lower_bound(article_.tokens.begin(), article_.tokens.end(), amount.about.begin,
                         [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    const auto begin = static_cast<Index>(first - article_.tokens.begin());
    Index end = begin;
    while (end < article_.tokens.size() && article_.tokens[end].span.end <= amount.about.end) ++end;
    words_.add(article_, {begin, end});
    return words_.text();
  }

  // "a 25% premium", "the 278kg bluefin tuna"; what stands before it in the group ("Dow 0.2%") or before
  // its sign ("Dow +0.2%"). A noun of change ("a 5% rise in exports") says only what the amount is.
  bool add_described(Span amount) {
    const Range tokens = chunk(at_).tokens;
    Index from = tokens.begin;
    while (from < tokens.end && article_.tokens[from].span.begin < amount.end) ++from;
    Index to = tokens.begin;
    while (to < tokens.end && article_.tokens[to].span.end <= amount.begin) ++to;
    if (!counted_ && is_text(at_ - 1, "+") && is_noun(at_ - 2))
      return words_.add(article_, chunk(at_ - 2).tokens);
    // "76 percent year on year", "the film cost $5 million".
    const bool time = from < tokens.end && is(article_.tokens[from], WordClass::time);
    const bool noun = from < tokens.end && article_.tokens[from].tag != Tag::vbg && !time;
    if (to > tokens.begin && is(article_.tokens[to - 1], WordClass::size_verb)) return false;
    if (noun && is_change(at_)) {
      change_ = true;
      return false;
    }
    if (noun && words_.add(article_, {from, tokens.end})) {
      extend_described();
      return true;
    }
    return !counted_ && words_.add_names(article_, {tokens.begin, to});
  }
  // "a 5% stake [in the mill]", "a 10W laser [for heating]".
  void extend_described() {
    const Index next = at_ + 1;
    if (!is_text(next, "of") && !is_text(next, "in") && !is_text(next, "for")) return;
    if (!is_noun(next + 1) || is_pronoun(next + 1) || is_amount(next + 1)) return;
    words_.extend(article_, chunk(next + 1).tokens);
    extend_with_links(next + 1, true);
  }
  [[nodiscard]] bool is_change(Index noun) const {
    const Token& head = article_.tokens[chunk(noun).head];
    return is(head, WordClass::up_noun) || is(head, WordClass::down_noun) || is(head, WordClass::change_noun);
  }

  // "24 per cent [of adults]", "$5 million [in damages]", "$200 [for flights]", over a bracket.
  bool add_following(const Mention& amount) {
    Index next = end_ + 1;
    if (is_text(next, "(")) {
      while (next < end_ + 5 && !is_text(next, ")")) ++next;
      ++next;
    }
    if (!is_kind(next, ChunkKind::preposition) || !is_noun(next + 1) || is_pronoun(next + 1)) return false;
    const bool bought = money_ && is_text(next, "for");  // "$20 for a pair of shoes"
    if (is_amount(next + 1)) return add_before_amount(next + 1) || (bought && add_counted(next + 1));
    const bool share = amount.kind == MentionKind::percent && amount.change == Direction::unknown;
    const bool fits = is_text(next, "of") || (is_text(next, "for") && money_) ||
                      (is_text(next, "on") && money_ && is_kind(at_ - 1, ChunkKind::verb)) ||
                      (is_text(next, "from") && share) || (is_text(next, "off") && !counted_) ||
                      (is_text(next, "in") && (change_ || (money_ && is_bare_noun(next + 1))));
    if (!fits) return false;
    add_phrase(next + 1, true);
    return true;
  }
  // "40 kg of [cocaine] worth $3 million".
  bool add_before_amount(Index noun) {
    const Range tokens = chunk(noun).tokens;
    Index to = tokens.begin;
    while (to < tokens.end && !ConceptWords::is_amount(article_, to)) ++to;
    return words_.add_names(article_, {tokens.begin, to});
  }
  // The things of a count: "a pair of [shoes]".
  bool add_counted(Index noun) {
    if (words_.add(article_, chunk(noun).tokens)) return true;
    return is_text(noun + 1, "of") && is_noun(noun + 2) && words_.add(article_, chunk(noun + 2).tokens);
  }
  [[nodiscard]] bool is_bare_noun(Index at) const {
    return chunk(at).tokens.size() == 1 && (head_tag(at) == Tag::nns || head_tag(at) == Tag::nn);
  }
  [[nodiscard]] bool is_amount(Index at) const { return ConceptWords::is_amount(article_, chunk(at).head); }

  // "a fine [of] $3 billion", "price cuts [on] 50 products", "customers [with] more than a million".
  // True where the clause's subject has nothing to do with it.
  bool add_governing(bool share) {
    if (at_ < 2 || !is_kind(at_ - 1, ChunkKind::preposition) || !is_noun(at_ - 2)) return false;
    const Index noun = at_ - 2;
    if (is_pronoun(noun) || is_amount(noun)) return false;
    const bool of = is_text(at_ - 1, "of");
    const bool to = is_text(at_ - 1, "to") || is_text(at_ - 1, "at") || is_text(at_ - 1, "by") ||
                    is_text(at_ - 1, "from") || (money_ && is_text(at_ - 1, "for"));
    const bool on = !share && counted_ && !to && !is_text(at_ - 1, "for");
    if (is_text(at_ - 1, "with") && !share) {
      add_phrase(noun);
      return true;
    }
    if (to && is_text(noun - 1, "with") && !is_text(at_ - 1, "to")) {  // "with fees at 5 percent"
      add_phrase(noun);
      return true;
    }
    if (const Index object = to ? object_over(noun) : kNone; object != kNone && object != noun) {
      add_phrase(object);
      return false;
    }
    if ((of && !is_vacuous(noun)) || on || (to && is_object(noun))) {
      const Index top = add_chain(noun);
      // "below the guideline of 15 ppb", "the brains of 13 people": the clause says nothing of it.
      const bool possessed = is_text(noun - 1, "with") && top != noun;
      const bool value = is_text(top - 1, "to") || is_text(top - 1, "at") || is_text(top - 1, "from");
      const bool adjunct =
          !value && is_kind(top - 1, ChunkKind::preposition) && !is_kind(top - 2, ChunkKind::verb);
      apart_ = of && !value && (counted_ || adjunct || possessed) && !is_subject(top);
    }
    return false;
  }
  // "a total of", "an average of".
  [[nodiscard]] bool is_vacuous(Index noun) const {
    const Token& head = article_.tokens[chunk(noun).head];
    if (is_change(noun)) return !money_;  // "a loss of $3 million" is a thing of its own
    if (chunk(noun).tokens.size() > 2) return false;
    return is(head, WordClass::total_noun) || is(head, WordClass::average_noun) ||
           is(head, WordClass::count_noun);
  }
  // "cut the risk [of death] by 5 percent": the object that the noun belongs to.
  [[nodiscard]] Index object_over(Index noun) const {
    for (Index links = 0; links < kMostLinks; ++links) {
      if (is_object(noun)) return noun;
      if (noun < 2 || !is_text(noun - 1, "of") || !is_noun(noun - 2)) return kNone;
      noun -= 2;
    }
    return kNone;
  }
  [[nodiscard]] bool is_object(Index noun) const {
    const Index clause = chunk(at_).clause;
    const bool joins = is_kind(noun - 1, ChunkKind::adverb) || is_particle(noun - 1);
    const bool after_verb =
        is_kind(noun - 1, ChunkKind::verb) || (joins && is_kind(noun - 2, ChunkKind::verb));
    return after_verb || (clause != kNone && article_.clauses[clause].object == noun);
  }
  [[nodiscard]] bool is_subject(Index noun) const {
    const Index clause = chunk(at_).clause;
    return clause != kNone && article_.clauses[clause].subject == noun;
  }
  // A noun and those that it hangs on: "brains" and "activity" of "activity in the brains".
  // Gives the last of them.
  Index add_chain(Index noun) {
    for (Index links = 0; links < kMostLinks; ++links) {
      const Index first = first_of_names(noun);
      for (Index i = first; i <= noun; i += 2)
        i == first ? words_.add(article_, chunk(i).tokens) : words_.extend(article_, chunk(i).tokens);
      if (first != noun) return first;
      if (noun < 2 || !is_kind(noun - 1, ChunkKind::preposition) || !is_noun(noun - 2)) break;
      if (is_subject(noun - 2) || is_pronoun(noun - 2) || is_amount(noun - 2)) break;
      noun -= 2;
    }
    return noun;
  }
  // "Anna [and Berta Holm]": a name alone before a longer one belongs to it.
  [[nodiscard]] Index first_of_names(Index noun) const {
    const bool two = noun > 1 && is_text(noun - 1, "and") && is_noun(noun - 2);
    return two && is_name(noun) && is_name(noun - 2) && !is_amount(noun - 2) ? noun - 2 : noun;
  }
  [[nodiscard]] bool is_name(Index noun) const {
    return head_tag(noun) == Tag::nnp || head_tag(noun) == Tag::nnps;
  }

  // The subject of the clause; of a pronoun in a complement that of the clause above; and the object
  // of a verb of which the amount is the new value.
  void add_subject_of(Index at, bool bare) {
    for (Index climbs = 0; at != kNone && climbs < kMostLinks; ++climbs) {
      const Clause& clause = article_.clauses[at];
      // "cut its forecast for the year [ended] March to 2 percent"
      if (!clause.finite && clause.verb != kNone && clause.parent != kNone &&
          is_kind(clause.verb - 1, ChunkKind::time)) {
        at = clause.parent;
        continue;
      }
      const Index subject = subject_of(clause);
      if (subject != kNone && !is_pronoun(subject)) {
        if (bare) add_object(clause);
        add_subject(subject);
        return;
      }
      settled_ = settled_ || subject != kNone;
      if (subject != kNone && clause.kind == ClauseKind::main && head_tag(subject) == Tag::prp)
        pronoun_ = subject;
      if (clause.kind == ClauseKind::fragment || clause.kind == ClauseKind::main) return;
      if (!climbs_on(clause, subject)) return;
      at = clause.parent;
    }
  }
  // A pronoun in a complement is most often the subject above; a free relative ("which goes a long way")
  // has none to give.
  [[nodiscard]] bool climbs_on(const Clause& clause, Index subject) const {
    if (clause.marker != kNone && chunk(clause.marker).kind == ChunkKind::relative) return false;
    if (clause.kind == ClauseKind::relative) return subject == kNone || clause.marker == kNone;
    return clause.kind == ClauseKind::complement || clause.kind == ClauseKind::participle ||
           clause.kind == ClauseKind::infinitive || subject == kNone;
  }
  // "could cause [sea levels] to rise": of an infinitive behind the object of such a verb, that object.
  [[nodiscard]] Index subject_of(const Clause& clause) const {
    if (const Index measured = measured_by(clause); measured != kNone) return measured;
    if (clause.kind != ClauseKind::infinitive || clause.parent == kNone) return clause.subject;
    const Clause& above = article_.clauses[clause.parent];
    if (above.object == kNone || above.verb == kNone || clause.verb < above.object) return clause.subject;
    const bool direct = is(article_.tokens[chunk(above.verb).head], WordClass::direct_verb);
    return direct ? above.object : clause.subject;
  }
  // "claims, [totalling] $3 million", "savings [ranging] from": what such a participle stands behind.
  [[nodiscard]] Index measured_by(const Clause& clause) const {
    const bool participle = clause.kind == ClauseKind::participle || clause.kind == ClauseKind::relative;
    if (!participle || clause.finite || clause.passive || clause.verb == kNone) return kNone;
    if (!is(article_.tokens[chunk(clause.verb).head], WordClass::size_verb)) return kNone;
    Index before = clause.verb - 1;
    if (is_text(before, ",")) --before;
    return is_noun(before) && !is_pronoun(before) && !is_amount(before) ? before : kNone;
  }
  // "cut its forecast for the year to 2%", "bring [down] the rate to 2%": the object of which the amount
  // is the new value.
  void add_object(const Clause& clause) {
    const Index object = object_of(clause);
    if (object == kNone || object >= at_ || !is_kind(at_ - 1, ChunkKind::preposition)) return;
    const bool value = is_text(at_ - 1, "to") || is_text(at_ - 1, "at") || is_text(at_ - 1, "by") ||
                       is_text(at_ - 1, "from") || is_text(at_ - 1, "for");
    if (!value || is_pronoun(object) || is_amount(object) || holds(object)) return;
    words_.add(article_, chunk(object).tokens);
  }
  [[nodiscard]] Index object_of(const Clause& clause) const {
    if (clause.object != kNone || clause.verb == kNone) return clause.object;
    const Index next = clause.verb + 1;
    const bool own = is_particle(next) && is_noun(next + 1);
    return own && chunk(next + 1).clause == chunk(clause.verb).clause ? next + 1 : kNone;
  }
  // "bring [down] the rate".
  [[nodiscard]] bool is_particle(Index at) const {
    return is_text(at, "down") || is_text(at, "up") || is_text(at, "off") || is_text(at, "out") ||
           is_text(at, "back");
  }
  void add_subject(Index subject) {
    settled_ = true;
    if (chunk(subject).sentence != sentence_ || holds(subject)) return;
    // "the rate between the dollar and [the yen] is": the phrase that the last noun belongs to.
    const bool joined = subject > 3 && is_text(subject - 1, "and") && is_noun(subject - 2);
    const bool between = joined && !is_amount(subject - 2) && !is_amount(subject - 4) &&
                         is_kind(subject - 3, ChunkKind::preposition) && is_noun(subject - 4);
    add_phrase(between ? subject - 4 : subject);
  }
  // Whether the amount stands in this noun phrase itself.
  [[nodiscard]] bool holds(Index noun) const {
    if (noun == at_) return true;
    Index end = noun + 1;
    while (end + 1 < article_.chunks.size() && is_kind(end, ChunkKind::preposition) && is_noun(end + 1))
      end += 2;
    return noun < at_ && at_ < end;
  }

  // A noun group with the prepositional phrases behind it, and what it is said to have undergone
  // ("the charge [stored in the capacitor]").
  void add_phrase(Index noun, bool only_of = false) {
    const Index first = first_of_names(noun);
    words_.add(article_, chunk(first).tokens);
    if (first != noun) words_.extend(article_, chunk(noun).tokens);
    // "West Texas Intermediate (WTI)".
    if (is_text(noun + 1, "(") && is_noun(noun + 2) && is_text(noun + 3, ")")) {
      if (noun + 2 != at_ && !is_amount(noun + 2)) words_.extend(article_, chunk(noun + 2).tokens);
      noun += 3;
    }
    extend_with_links(noun, only_of);
  }
  void extend_with_links(Index noun, bool only_of) {
    for (Index links = 0; links < kMostLinks; ++links) {
      Index next = noun + 1;
      if (only_of && !is_text(next, "of")) return;
      if (!only_of && is_text(next, "and") && is_noun(next + 1) && next + 1 != at_ &&
          (is_kind(next + 2, ChunkKind::verb) || links > 0) && !is_amount(next + 1)) {
        noun = next + 1;
        words_.extend(article_, chunk(noun).tokens);
        continue;
      }
      const bool undergone = !only_of && is_undergone(next);
      if (undergone) ++next;
      if (!is_kind(next, ChunkKind::preposition) || !is_noun(next + 1)) return;
      if (next + 1 == at_ || is_pronoun(next + 1) || is_amount(next + 1)) return;
      if (undergone) words_.extend(article_, chunk(next - 1).tokens);
      noun = next + 1;
      words_.extend(article_, chunk(noun).tokens);
    }
  }
  // A bare participle that describes the noun before it.
  [[nodiscard]] bool is_undergone(Index verb) const {
    if (!is_kind(verb, ChunkKind::verb) || chunk(verb).tokens.size() != 1) return false;
    return head_tag(verb) == Tag::vbn && !is_text(verb + 1, "by") && !is_text(verb + 1, "to") && verb < at_;
  }

  // "Sold: the mill, $3 million", "Works including …": what stands at the head of a list without a verb.
  void add_heading() {
    const Index clause = chunk(at_).clause;
    if (clause == kNone || article_.clauses[clause].verb != kNone || settled_) return;
    const Index last_colon = at_ > kFarthestHeading ? at_ - kFarthestHeading : 0;
    Index first = at_;
    while (first > last_colon && chunk(first - 1).sentence == sentence_) --first;
    if (first == at_ || !is_noun(first) || is_pronoun(first) || is_amount(first)) return;
    const bool heads = is_text(first + 1, ":") || is_text(first + 1, "including");
    if (!heads || first + 1 >= at_) return;
    const Index item = item_before(first + 2);
    if (item != kNone) words_.add(article_, chunk(item).tokens);
    words_.add(article_, chunk(first).tokens);
  }
  // The nearest noun group before the amount.
  [[nodiscard]] Index item_before(Index from) const {
    for (Index item = at_; item > from; --item) {
      if (is_noun(item - 1)) return is_amount(item - 1) || is_pronoun(item - 1) ? kNone : item - 1;
    }
    return kNone;
  }

  // "$9 billion ($2.4 billion)", "7 or 8 percent".
  [[nodiscard]] bool goes_on() const {
    const Index joint = is_text(at_ - 1, "from") ? at_ - 2 : at_ - 1;
    const bool list = is_text(joint, "(") || is_text(joint, ",") || is_text(joint, "or") ||
                      is_text(joint, "and") || is_text(joint, "versus") || is_text(joint, "/");
    return list || is_text(joint, "-") || is_text(joint, "–") || is_text(joint, "—");
  }
  // "to $84 billion, [down from] $89 billion", "compared with 5 percent": the same measure before.
  [[nodiscard]] bool goes_back() const {
    if (at_ < 2 || !is_kind(at_ - 1, ChunkKind::preposition)) return false;
    if (!is_text(at_ - 1, "from") && !is_text(at_ - 1, "with") && !is_text(at_ - 1, "to")) return false;
    return is_text(at_ - 2, "down") || is_text(at_ - 2, "up") || is_text(at_ - 2, "compared") ||
           is_text(at_ - 2, "unchanged");
  }

  Article& article_;
  ConceptWords words_;
  Index outer_ = kNone;
  Index at_ = kNone;
  Index sentence_ = kNone;
  Index end_ = kNone;  // the last chunk of the amount with what it counts
  bool counted_ = false;
  bool money_ = false;
  bool change_ = false;   // "a 5% rise in exports"
  bool settled_ = false;  // the clause has been asked
  bool apart_ = false;    // what it is the size of has nothing to do with the subject
  // Of the amount before it, in the same sentence.
  std::string last_;
  std::string last_unit_;
  std::string last_subject_;
  std::string last_counted_;
  Index pronoun_ = kNone;  // that stands as the subject
};

}  // namespace

void find_concepts(Article& article) {
  if (!article.amounts.empty()) Concepts(article).run();
}

}  // namespace tally
