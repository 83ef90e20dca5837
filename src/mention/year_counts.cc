// What stands before decides: an article, a possessive or an adjective stands before a year ("the 2015
// attacks", "deadly 2015 attacks"; who counts says "2015 deadly attacks"), and where the noun is the subject
// of what follows, a preposition before the number takes the number alone.
#include "mention/year_counts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestSubject = 5;  // tokens of a subject without those that hang on it

class Reading {
 public:
  Reading(const Article& article, Index number, Range sentence)
      : article_(article), number_(number), sentence_(sentence) {}

  [[nodiscard]] bool counts() const {
    if (number_ == sentence_.begin) return true;
    const Index before = number_ - 1;
    const Tag tag = this->tag(before);
    const bool round = article_.text(article_.tokens[number_]).ends_with("00");
    const bool person = is(article_.tokens[number_ + 1], WordClass::person);
    if (is_any_of(before, kWhole)) return false;
    if (is_any_of(before, kIn)) return round && !begins_clause(before);
    if (is_any_of(before, kBare)) return !begins_clause(before) || (round && !goes_on_firmly());
    if (is_any_of(before, kArticles) || tag == Tag::prps || tag == Tag::pos) return round && person;
    return (tag != Tag::jj && tag != Tag::vbn) || is_any(article_.tokens[before], {WordClass::hedge});
  }

 private:
  using Words = std::array<std::string_view, 6>;
  static constexpr Words kWhole = {"since", "until", "during", "throughout", "till", "circa"};
  static constexpr Words kIn = {"in"};
  static constexpr Words kBare = {"for", "by", "from", "after", "before", "with"};
  static constexpr Words kArticles = {"the", "this", "that", "a", "an"};

  [[nodiscard]] Tag tag(Index at) const { return article_.tokens[at].tag; }
  [[nodiscard]] bool is_any_of(Index at, const Words& words) const {
    const Spelling word = lower(article_, article_.tokens[at]);
    return !word.empty() && std::ranges::find(words, word) != words.end();
  }
  // The finite verb right behind the noun group after the number; the sentence's end where there is none.
  [[nodiscard]] Index verb_behind() const {
    Index at = number_ + 1;
    const Index last = std::min(sentence_.end, at + kLongestSubject);
    while (at < last && (is_nominal(tag(at)) || is_adjective(tag(at)))) ++at;
    while (at < sentence_.end && tag(at) == Tag::rb) ++at;
    return at < sentence_.end && is_finite(tag(at)) ? at : sentence_.end;
  }
  // "By 2030 engineers will": the phrase opens the clause, and the noun is the subject.
  [[nodiscard]] bool begins_clause(Index preposition) const {
    if (verb_behind() == sentence_.end) return false;
    if (preposition == sentence_.begin) return true;
    const Tag before = tag(preposition - 1);
    return before == Tag::comma || before == Tag::cc || before == Tag::in;
  }
  // A verb in the present or an auxiliary: no participle, which a past form may be.
  [[nodiscard]] bool goes_on_firmly() const {
    const Index verb = verb_behind();
    return verb < sentence_.end && tag(verb) != Tag::vbd;
  }

  const Article& article_;
  Index number_;
  Range sentence_;
};

}  // namespace

bool counts_what_follows(const Article& article, Index number, Range sentence) {
  return number + 1 >= sentence.end || Reading(article, number, sentence).counts();
}

}  // namespace tally
