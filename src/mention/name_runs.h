// The work of find_in_sentence, shared by its files: runs of capitalised words (name_runs.cc) → names
// (name_cuts.cc).
#pragma once

#include <string_view>
#include <vector>

#include "mention/name_words.h"
#include "text/vocabulary.h"

namespace tally::names {

constexpr Index kLongestEntry = 6;  // tokens of a gazetteer entry
constexpr Index kLongestName = 14;  // tokens of any name

class Runs {
 public:
  Runs(const Article& article, Index sentence, std::vector<Draft>& out)
      : article_(article), sentence_(sentence), range_(article.sentences[sentence].tokens), out_(out) {}

  void find() {
    for (Index at = range_.begin; at < range_.end;) {
      const Token& token = article_.tokens[at];
      const bool may_open = is_capitalised(token) || (token.span.size() == 2 && is_text(article_, at, "al"));
      at = may_open ? take(at) : at + 1;
    }
  }

 private:
  Index take(Index at);
  [[nodiscard]] bool may_start(Index at) const;
  [[nodiscard]] bool is_worded_name(Index at) const;
  [[nodiscard]] bool is_told_as_body(Index comma) const;
  [[nodiscard]] Index extend(Index at) const;
  [[nodiscard]] bool is_owned(Index at) const;
  [[nodiscard]] Index past_fields(Index begin, Index end) const;
  [[nodiscard]] Index past_list(Index end) const;
  [[nodiscard]] Index past_field(Index at) const;
  [[nodiscard]] Index past_shared_tail(Index begin, Index end) const;
  [[nodiscard]] Index past_office(Index begin, Index end) const;
  [[nodiscard]] Index step(Index begin, Index end, bool has_head) const;
  [[nodiscard]] Index hyphenated(Index begin, Index end) const;
  [[nodiscard]] Index longest_entry(Index at, Index limit, std::uint32_t wanted) const;
  [[nodiscard]] Index longest_entry_inside(Index at, Index end, std::uint32_t wanted) const;
  [[nodiscard]] bool is_head_run(Index begin, Index end) const;
  [[nodiscard]] bool word(Index at) const {
    return at < range_.end && article_.tokens[at].kind == TokenKind::word;
  }
  [[nodiscard]] bool capital(Index at) const {
    return at < range_.end && is_capitalised(article_.tokens[at]);
  }
  [[nodiscard]] bool joined(Index at) const { return at < range_.end && !spaced(article_.tokens[at]); }
  [[nodiscard]] bool text(Index at, std::string_view what) const {
    return at < range_.end && is_text(article_, at, what);
  }
  [[nodiscard]] std::uint32_t kinds(Index at) const { return at < range_.end ? kinds_of(article_, at) : 0; }

  // "the North", "the South’s": short for a country, which is resolved later.
  [[nodiscard]] bool is_compass(Index at) const {
    const bool the =
        at > range_.begin && (is_text(article_, at - 1, "the") || is_text(article_, at - 1, "The"));
    return the && (text(at, "North") || text(at, "South") || text(at, "East") || text(at, "West"));
  }
  // "the WHO": all in capitals among words that are not.
  [[nodiscard]] bool is_acronym(Index at) const {
    const auto capitals = [&](Index i) {
      return i >= range_.begin && i < range_.end && (article_.tokens[i].flags & kAllCapitals) != 0;
    };
    return capitals(at) && article_.tokens[at].span.size() >= 3 && !capitals(at - 1) && !capitals(at + 1) &&
           (text(at - 1, "the") || (kinds(at) & kOrganisationKinds) != 0);
  }
  // "Clinics [Without Walls]": a small word with a capital, inside a sentence that has few.
  [[nodiscard]] bool is_inner_word(Index at) const {
    const Token& token = article_.tokens[at];
    if (!is_any(token, {WordClass::preposition, WordClass::determiner}) || !capital(at + 1) ||
        (kinds(at + 1) & (bit(Kind::common) | bit(Kind::calendar))) != 0)
      return false;
    return few_capitals();
  }
  // No headline: less than half of the words have a capital.
  [[nodiscard]] bool few_capitals() const {
    Index capitals = 0;
    Index words = 0;
    for (Index i = range_.begin; i < range_.end && words < 60; ++i) {
      if (!word(i)) continue;
      ++words;
      if (capital(i)) ++capitals;
    }
    return capitals * 2 < words;
  }
  // No headline: some longer word has no capital.
  [[nodiscard]] bool has_small_words() const {
    constexpr std::size_t kLong = 5;
    for (Index i = range_.begin; i < std::min(range_.end, range_.begin + 60); ++i) {
      if (word(i) && !capital(i) && article_.tokens[i].span.size() >= kLong) return true;
    }
    return false;
  }
  // A capital here says nothing: the first word of a sentence or of a quotation.
  [[nodiscard]] bool is_first(Index at) const {
    if ((article_.tokens[at].flags & kSentenceStart) != 0 || at == range_.begin) return true;
    const std::string_view before = article_.text(article_.tokens[at - 1]);
    if (before == "“" || before == ":" || before == "‘") return true;
    return before == "\"" && !spaced(article_.tokens[at]);
  }
  [[nodiscard]] bool is_speaking_paper(Index begin, Index end) const;
  [[nodiscard]] bool is_office(Index begin, Index end) const;
  [[nodiscard]] bool is_short_form(Index at) const;
  [[nodiscard]] bool is_body_word(Index at) const {
    return (kinds(at) & (bit(Kind::tail) | kPlaceKinds | kOrganisationKinds)) != 0;
  }
  [[nodiscard]] bool is_person_run(Index begin, Index end) const;
  template <class Test>
  bool cut_at_title(Index begin, Index end, Test passes);
  void cut(Index begin, Index end);
  bool cut_front(Index& begin, Index end, bool& titled);
  [[nodiscard]] bool is_ordinal_number(Index at) const;
  [[nodiscard]] bool is_known_surname(Index at) const;
  void emit(Index begin, Index end, bool titled);

  const Article& article_;
  Index sentence_;
  Range range_;
  std::vector<Draft>& out_;
};

}  // namespace tally::names
