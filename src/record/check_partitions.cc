// Lists each item of which is told in the same way and leaves out the others: nobody is in two of them.
//
//   "13 attacks … Six were on hikers, four on foresters, three on dogs and one on a hunter"   14: fails
//   "31 people … The dead are 17 women, 11 men and five children"                              33: fails
//   "14 launches … Ten took place from Sutherland and four from the Azores"                    holds
//
// One preposition for all of them, each with another place or thing behind it, or the sexes and ages of
// people, make such a list. It bears out a whole told no more than two sentences before, small ones as well,
// and refutes it where it comes to more. Where it comes to less, the rest may not be worth telling.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/figure_runs.h"
#include "record/fractions.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr double kMeant = 0.15;   // how far off a whole it may be that the list was meant to make up
constexpr double kMissing = 0.2;  // the same where the list leaves out nobody
constexpr int kReach = 2;         // sentences

// Prepositions of place stand for one another: "seven in Bardou and four around the lake".
std::string_view joint_of(std::string_view word) {
  static constexpr NamedWords kThere = {"at", "around", "near", "off", "outside"};
  if (word == "in" || kThere.contains(word)) return "in";
  return word == "on" || word == "from" || word == "to" ? word : std::string_view();
}

bool tells_sex_or_age(std::string_view word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 && (known.is(id, WordClass::sex_or_age) ||
                     known.is(known.lemma_id(id, Pos::noun), WordClass::sex_or_age));
}

// What sets an item apart from the others: the preposition behind its number and what follows it, or the
// people it counts.
struct Item {
  std::string joint;
  std::string word;
};

bool is_copula(std::string_view word) {
  return word == "were" || word == "was" || word == "are" || word == "is";
}

// "… nine of them full-time and six part-time", "12 adult and three young wolves": one word told for each of
// what another word tells for all.
std::optional<Item> kind_of(const Sheet& sheet, Index i) {
  std::vector<std::string> tokens = fraction_tokens(words_from(sheet, i).substr(0, 60));
  if (tokens.size() > 2 && tokens[0] == "of" && (tokens[1] == "them" || tokens[1] == "these"))
    tokens.erase(tokens.begin(), tokens.begin() + 2);
  const auto is_word = [](const std::string& token) {
    return token.size() > 2 && std::ranges::all_of(token, [](char c) { return c >= 'a' && c <= 'z'; });
  };
  if (tokens.size() < 2 || !is_word(tokens[0]) || !is_word(tokens[1])) return std::nullopt;
  return Item{tokens[1], tokens[0]};
}

std::optional<Item> item_of(const Sheet& sheet, Index i, std::size_t most) {
  std::vector<std::string> tokens = fraction_tokens(words_from(sheet, i).substr(0, 90));
  // "Five were babies, and three were older children"
  const auto aside = std::ranges::find_if_not(tokens, [](const std::string& word) {
    return is_copula(word) || word == "older" || word == "younger" || word == "other";
  });
  if (aside != tokens.end() && tells_sex_or_age(*aside)) tokens.erase(tokens.begin(), aside);
  for (std::size_t at = 0; at < tokens.size() && at <= most; ++at) {
    const std::string& word = tokens[at];
    if (word.find_first_of(",;:().-0123456789") != std::string::npos) return std::nullopt;
    if (at <= 1 && tells_sex_or_age(word)) return Item{"people", word};
    if (joint_of(word).empty() || at + 1 >= tokens.size()) continue;
    const bool article = tokens[at + 1] == "the" || tokens[at + 1] == "a" || tokens[at + 1] == "an";
    const std::size_t behind = at + (article ? 2 : 1);
    return behind < tokens.size() ? std::optional(Item{std::string(joint_of(word)), tokens[behind]})
                                  : std::nullopt;
  }
  return std::nullopt;
}

// A time that only the tense gave may be that of the telling.
bool printed_apart(const Claim& a, const Claim& b) {
  return at_other_times(a, b) && a.period_basis == Basis::printed && b.period_basis == Basis::printed;
}

// A number behind the preposition is a time or an age.
bool is_plain(const Item& item) {
  return item.word.find_first_of("0123456789") == std::string::npos;
}

class PartitionFinder {
 public:
  PartitionFinder(Checks& checks, const FigureRuns& runs)
      : checks_(checks), sheet_(checks.sheet), runs_(runs), figures_(runs.figures()) {}

  void find() {
    for (std::size_t f = 0; f < figures_.size();) {
      const Run parts = partition_from(f);
      if (parts.size() >= 2) hold(parts, f);
      f += std::max<std::size_t>(parts.size(), 1);
    }
  }

 private:
  [[nodiscard]] Run partition_from(std::size_t f) const {
    constexpr std::size_t kOpening = 6;  // words: "of the launches took place from"
    constexpr std::size_t kElided = 3;
    const auto first = item_of(sheet_, figures_[f], kOpening);
    if (!first || !is_plain(*first)) return kinds_from(f);
    std::vector<std::string> words = {first->word};
    Run parts = {figures_[f]};
    for (std::size_t g = f + 1; g < figures_.size(); ++g) {
      const Index next = figures_[g];
      const bool listed =
          sentences_between(sheet_, parts.front(), next) == 0 && runs_.follows(parts.back(), next, true);
      const auto item = listed ? item_of(sheet_, next, kElided) : std::nullopt;
      if (!item || item->joint != first->joint || !is_plain(*item)) break;
      // "12 in Oslo … 14 in Oslo": told apart by something else.
      if (std::ranges::find(words, item->word) != words.end() && item->joint == "people") return {};
      words.push_back(item->word);
      parts.push_back(next);
    }
    std::ranges::sort(words);
    const bool distinct = std::ranges::adjacent_find(words) == words.end();
    return distinct && all_exact(parts) ? parts : Run{};
  }

  [[nodiscard]] Run kinds_from(std::size_t f) const {
    const auto first = kind_of(sheet_, figures_[f]);
    if (!first) return {};
    std::vector<std::string> words = {first->word};
    Run parts = {figures_[f]};
    for (std::size_t g = f + 1; g < figures_.size(); ++g) {
      const Index next = figures_[g];
      if (sentences_between(sheet_, parts.front(), next) > 0 || !runs_.follows(parts.back(), next, true))
        break;
      const auto item = kind_of(sheet_, next);
      if (!item || item->joint != first->joint) break;
      words.push_back(item->word);
      parts.push_back(next);
    }
    std::ranges::sort(words);
    const bool distinct = std::ranges::adjacent_find(words) == words.end();
    return parts.size() >= 2 && distinct && all_exact(parts) ? parts : Run{};
  }

  [[nodiscard]] bool all_exact(const Run& parts) const {
    return std::ranges::all_of(parts, [&](Index i) {
      const Claim& c = sheet_.claim(i);
      return c.value->best && is_exact(*c.value) && c.modality == Modality::observed;
    });
  }

  [[nodiscard]] bool is_told(const Run& parts) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.kind == "sum" && f.verdict != Verdict::cannot_tell &&
             (rests_on(sheet_, f, parts.front(), parts.back()));
    });
  }

  [[nodiscard]] bool may_be_whole(Index i, const Run& parts) const {
    const Claim& c = sheet_.claim(i);
    const Claim& part = sheet_.claim(parts.front());
    const bool one_kind = unit_key(c.unit) == unit_key(part.unit);
    return c.value->best && is_exact(*c.value) && one_kind && c.modality == Modality::observed &&
           c.rule != "figure.base" && std::ranges::all_of(parts, [&](Index p) {
             return *sheet_.claim(p).value->best < *c.value->best && !printed_apart(sheet_.claim(p), c);
           });
  }

  // The numbers told before the list that it may make up, the nearest first.
  [[nodiscard]] Run wholes_before(const Run& parts, std::size_t f) const {
    Run wholes;
    for (std::size_t back = f; back-- > 0;) {
      const Index i = figures_[back];
      if (sentences_between(sheet_, i, parts.front()) > kReach) break;
      if (may_be_whole(i, parts)) wholes.push_back(i);
    }
    return wholes;
  }

  void hold(const Run& parts, std::size_t f) {
    if (is_told(parts)) return;
    const auto sum = sum_of(values_of(sheet_, parts));
    if (!sum || !sum->exact) return;
    const Run wholes = wholes_before(parts, f);
    for (const Index whole : wholes) {
      if (*sheet_.claim(whole).value->best == sum->total) return tell_sum(checks_, whole, parts, true);
    }
    if (const Index far = whole_named(parts, f, sum->total); far != kNone)
      return tell_sum(checks_, far, parts, true);
    const bool all = are_both_sexes(parts);
    const auto meant = std::ranges::find_if(wholes, [&](Index whole) {
      return comes_near_above(whole, *sum) || (all && comes_near_below(whole, *sum));
    });
    // The number told right before the list, and no other.
    if (meant != wholes.begin() || wholes.empty() || !speaks_of(*meant, parts.front()) ||
        is_printed_here(sum->total))
      return;
    tell_sum(checks_, *meant, parts, true);
  }

  // "Ten of the launches took place from …": of those told before, however far back, where the list makes up
  // their number.
  [[nodiscard]] Index whole_named(const Run& parts, std::size_t f, Decimal total) const {
    const std::vector<std::string> behind = fraction_tokens(words_from(sheet_, parts.front()).substr(0, 60));
    if (behind.size() < 3 || behind[0] != "of" || behind[1] != "the") return kNone;
    const std::string_view noun = vocabulary().root(vocabulary().find(behind[2]));
    for (std::size_t back = f; back-- > 0 && !noun.empty();) {
      const Index i = figures_[back];
      if (sheet_.claim(i).value->best != total || !may_be_whole(i, parts)) continue;
      const std::set<std::string> counted = words_of(sheet_.claim(i).measure);
      if (std::ranges::any_of(counted, [&](const std::string& word) {
            return vocabulary().root(vocabulary().find(word)) == noun;
          }))
        return i;
    }
    return kNone;
  }

  [[nodiscard]] bool comes_near_above(Index whole, const Sum& sum) const {
    const double told = sheet_.claim(whole).value->best->to_double();
    const double reached = sum.total.to_double();
    return reached > told && reached <= told * (1 + kMeant);
  }

  // "31 females and 23 males": there is nobody else.
  [[nodiscard]] bool are_both_sexes(const Run& parts) const {
    const auto first = item_of(sheet_, parts.front(), 1);
    const auto last = item_of(sheet_, parts.back(), 1);
    if (parts.size() != 2 || !first || !last) return false;
    const auto is = [&](std::string_view a, std::string_view b) {
      return (first->word.starts_with(a) && last->word.starts_with(b)) ||
             (first->word.starts_with(b) && last->word.starts_with(a));
    };
    return is("female", "male") || is("girl", "boy");
  }

  [[nodiscard]] bool comes_near_below(Index whole, const Sum& sum) const {
    const double told = sheet_.claim(whole).value->best->to_double();
    const double reached = sum.total.to_double();
    return reached < told && reached >= told * (1 - kMissing);
  }

  // "Six of them", "Six were on", "Of those affected, 7.4 lakh were", "The dead were 17 women": of those told
  // before, and of nobody else.
  [[nodiscard]] bool speaks_of(Index whole, Index part) const {
    constexpr std::size_t kFew = 5;
    if (sentences_between(sheet_, whole, part) == 0) return true;
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, part));
    const std::vector<std::string> behind = fraction_tokens(words_from(sheet_, part).substr(0, 24));
    const bool of_them = !behind.empty() && (behind.front() == "of" || is_copula(behind.front()));
    const bool of_these = !before.empty() && before.front() == "of";
    return of_them || of_these || (!before.empty() && before.size() <= kFew && is_copula(before.back()));
  }

  // The report gives the sum itself: then the whole is another's.
  [[nodiscard]] bool is_printed_here(Decimal total) const {
    return std::ranges::any_of(figures_, [&](Index i) { return sheet_.claim(i).value->best == total; });
  }

  Checks& checks_;
  const Sheet& sheet_;
  const FigureRuns& runs_;
  const Run& figures_;
};

}  // namespace

void check_partitions(Checks& checks, const FigureRuns& runs) {
  PartitionFinder(checks, runs).find();
}

}  // namespace tally
