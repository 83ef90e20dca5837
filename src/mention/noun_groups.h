// Noun groups around an amount, found on tags alone: what is counted after a number, and the noun
// phrase that leads to an amount.
#pragma once

#include <string>

#include "tally/article.h"

namespace tally {

class NounGroups {
 public:
  explicit NounGroups(const Article& article) : article_(article) {}

  // Looks only inside these tokens from now on.
  void enter(Range sentence) { sentence_ = sentence; }

  [[nodiscard]] Range tokens_of(Span span) const;
  // The noun group that begins here, determiner left out; empty where none does.
  [[nodiscard]] Range group_at(Index at) const;
  // The group that an amount before it describes: "a 25% premium"; no names, nothing verbal.
  [[nodiscard]] Range described_at(Index at) const;
  // What a number that ends here counts: "workers", "of the workers"; empty where nothing is.
  [[nodiscard]] Range counted_after(Index at) const;
  [[nodiscard]] Range counted_of_number(Index at) const;
  // "five Northern [and four Southern senators]": the "senators" that the first number counts as well, where
  // a number ends here; empty where it has a noun of its own.
  [[nodiscard]] Range counted_with_next(Index at) const;
  // "25 "open outbreaks"": the group that stands in quotation marks.
  [[nodiscard]] Range counted_in_quotes(Index at) const;
  // Behind the measure that describes what is counted: "two [40-foot] boxes"; else this place.
  [[nodiscard]] Index behind_size(Index at) const;
  [[nodiscard]] bool is_sized(Index at) const { return at < sentence_.end && behind_size(at) != at; }
  // "of adults": the group after "of"; empty where no "of" stands here.
  [[nodiscard]] Range after_of(Index at) const;
  // Whether an amount that begins here goes on a list or stands in brackets after another.
  [[nodiscard]] bool continues(Index at) const;
  // The noun phrase before the preposition or verb that leads to an amount that begins here.
  [[nodiscard]] Range leading_to(Index at) const;
  // The first group at or after this place.
  [[nodiscard]] Range next_group(Index at) const;
  // "Keytruda 2018 sales": a year between a name and what it names.
  [[nodiscard]] bool is_year_of_name(Range number) const;
  // "the boy, 7, and his sister, 9, were": how old somebody is.
  [[nodiscard]] bool is_age(Range number) const;
  // "voters under 30 turned out": how old they are.
  [[nodiscard]] bool is_age_of_group(Range number) const;
  // "the median age of the dead was 38".
  [[nodiscard]] bool is_age_told(Range number) const;
  // "two points lower", "up two points", "rose two points": by so much, where others score so many.
  [[nodiscard]] bool is_step(Index begin, Index end, Direction change) const;
  // "a weaker one", "another one": no number.
  [[nodiscard]] bool is_pronoun(Range number) const;
  // "in 2019 workers struck": a year, which counts nothing.
  [[nodiscard]] bool is_year_of_clause(Range number) const;
  // "_per_day" of "people per day"; empty where nothing of the kind follows.
  [[nodiscard]] std::string per_after(Index at) const;
  // "9 billion shekels ($2.4 billion) a year": behind the brackets that tell an amount again; else this
  // place.
  [[nodiscard]] Index behind_aside(Index at) const;
  // "_per_year" of "a year", not of "a year earlier".
  [[nodiscard]] std::string per_time(Index at) const;
  // The "five" of "one hive in five", where this is the place behind the noun.
  [[nodiscard]] Range base_of_share(Index at) const;
  // "the 412 won prizes", "three won and two lost": a verb, and no money of Korea. `small`: no thousands.
  [[nodiscard]] bool is_won_by(Range number, Index won, bool small) const;
  [[nodiscard]] bool is_person(Index token) const;
  // "deaths per 100,000 people": what befell so many of a population; of things counted by it, none did.
  [[nodiscard]] bool befalls_people(Range counted) const;
  // "2026 Norham Swift", "the 14 Premium": what has a name of its own is not counted.
  [[nodiscard]] bool is_one_name(Range group) const {
    return tag(group.end - 1) == Tag::nnp && tag(group.begin) == Tag::nnp && !is_person(group.end - 1) &&
           !names_people(group);
  }
  // "29 New Yorkers": of those one counts many.
  [[nodiscard]] bool names_people(Range group) const;
  // A hyphen ties the number to the word before.
  [[nodiscard]] bool is_tied(Index at) const {
    return at > sentence_.begin && is(at - 1, "-") && (article_.tokens[at].flags & kSpaceBefore) == 0;
  }
  // "a 40 page report": one thing, so large.
  [[nodiscard]] bool is_size(Range number) const {
    if (number.begin == sentence_.begin || number.end + 1 >= sentence_.end || is(number.begin, "one"))
      return false;
    const bool article = is(number.begin - 1, "a") || is(number.begin - 1, "an");
    return article && tag(number.end) == Tag::nn && tag(number.end + 1) == Tag::nn;
  }
  // "passed the 50 mark": a line that is passed.
  [[nodiscard]] bool is_mark(Range number, Range counted) const {
    return number.begin > sentence_.begin && is(number.begin - 1, "the") && is(counted.begin, "mark");
  }
  [[nodiscard]] bool is_singular(Index token) const { return tag(token) == Tag::nn; }
  // "per [1,000] births": the number says of how many, and counts nothing by itself.
  [[nodiscard]] bool is_base_of_rate(Index at) const { return at > sentence_.begin && is(at - 1, "per"); }

 private:
  // Behind a hyphen and a number that belong to the noun before, where another noun follows; else this place.
  [[nodiscard]] bool is_apart(Index at) const;
  [[nodiscard]] bool joins_word(Index at) const;
  [[nodiscard]] bool has_article(Index noun) const;
  [[nodiscard]] bool ends_phrase(Index at) const;
  [[nodiscard]] Index behind_joined_number(Index at) const;
  [[nodiscard]] Index behind_kind(Index at) const;
  [[nodiscard]] Index behind_rank(Index at) const;
  [[nodiscard]] Index behind_hyphens(Index at) const;
  [[nodiscard]] Index behind_compound(Index at) const;
  [[nodiscard]] bool is_glued(Index at) const;
  [[nodiscard]] Tag tag(Index at) const { return article_.tokens[at].tag; }
  // The subject of the verb group that ends here, by way of infinitives: "plans to lay off".
  [[nodiscard]] Range subject_before(Index end) const;
  void add_lower(Index at, std::string& to) const;
  [[nodiscard]] bool is_verbal(Index at) const;
  // Whether the tokens overlap one of the mentions.
  [[nodiscard]] bool is_in(const std::vector<Mention>& mentions, Range tokens) const;
  [[nodiscard]] bool is_noun(Index at) const;
  [[nodiscard]] bool is_modifier(Index at) const;
  [[nodiscard]] bool is(Index at, std::string_view word) const;
  // The group that ends before `end`, with those it hangs on: "the price of crude oil".
  [[nodiscard]] Range phrase_before(Index end, Index depth = 0) const;

  const Article& article_;
  Range sentence_;
};

}  // namespace tally
