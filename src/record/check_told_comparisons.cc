// A number held in so many words against another of its sentence.
//
//   "There were 1,162 cases, fewer than the 1,231 of 2023"                       holds
//   "$9.1 million last year, an eighth less than the $10.4 million of 2023"      12.5 % less: holds
//   "498 were infected, less than half the number of 2021, when there were 1,188"  41.9 %: holds
//   "$84 a tonne, $23 dearer than the $61 that was quoted in January"            84 - 61 = 23: holds
//
// Which two numbers are meant the words alone do not say for certain, so they bear the comparison out and
// never refute it.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/checks.h"
#include "record/fractions.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kFarthest = 140;  // bytes between the two numbers

// Which way the comparative before "than" points; 0 where it is none.
int direction_of(const std::string& word) {
  const WordId id = vocabulary().find(word);
  if (id == 0) return 0;
  if (vocabulary().is(id, WordClass::comparative_up)) return 1;
  return vocabulary().is(id, WordClass::comparative_down) ? -1 : 0;
}

bool is_number(const std::string& token) {
  return token.find_first_of("0123456789") != std::string::npos;
}

// What the words between two numbers say of the first, as a stretch of multiples of the second.
struct Told {
  double low = 0;
  double high = 0;
  std::string words;
};

// "…, fewer than the [1,231]", "an eighth less than the [$10.4 million]"
std::optional<Told> told_by_than(const std::vector<std::string>& tokens) {
  constexpr double kMuch = 1000;
  const auto than = std::ranges::find(tokens, "than");
  if (than == tokens.begin() || than == tokens.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(than - tokens.begin());
  const int way = direction_of(tokens[at - 1]);
  if (way == 0 || at + 1 >= tokens.size() || (tokens[at + 1] != "the" && tokens[at + 1] != "in"))
    return std::nullopt;
  for (std::size_t from = 0; from + 1 < at; ++from) {
    const auto fraction = fraction_at(tokens, from);
    if (!fraction || from + fraction->length != at - 1) continue;
    const double low = 1 + way * (way > 0 ? fraction->low : fraction->high);
    const double high = 1 + way * (way > 0 ? fraction->high : fraction->low);
    return Told{low, high, fraction->words + ' ' + tokens[at - 1]};
  }
  // "many more than", "23 dearer than": by how much is told otherwise.
  const bool plain = at == 1 || tokens[at - 2] == "," || tokens[at - 2] == "is" || tokens[at - 2] == "was" ||
                     tokens[at - 2] == "were" || tokens[at - 2] == "still" || tokens[at - 2] == "far";
  if (!plain) return std::nullopt;
  return way > 0 ? Told{1, kMuch, tokens[at - 1]} : Told{0, 1, tokens[at - 1]};
}

// "less than half the number of 2021, when there were [1,188]", "a third of the [640]"
std::optional<Told> told_by_number(const std::vector<std::string>& tokens) {
  for (std::size_t from = 0; from < tokens.size(); ++from) {
    const auto fraction = fraction_at(tokens, from);
    if (!fraction) continue;
    std::size_t next = from + fraction->length;
    if (next < tokens.size() && tokens[next] == "of") ++next;
    const bool number =
        next + 1 < tokens.size() && tokens[next] == "the" &&
        (tokens[next + 1] == "number" || tokens[next + 1] == "figure" || tokens[next + 1] == "total");
    if (!number) return std::nullopt;
    return Told{fraction->low, fraction->high, fraction->words};
  }
  return std::nullopt;
}

// "more than twice the [$62 million]", "three times the [140]"
std::optional<Told> told_by_multiple(const std::vector<std::string>& tokens) {
  static constexpr std::array<std::pair<std::string_view, double>, 9> kTimes = {{{"two", 2},
                                                                                 {"three", 3},
                                                                                 {"four", 4},
                                                                                 {"five", 5},
                                                                                 {"six", 6},
                                                                                 {"seven", 7},
                                                                                 {"eight", 8},
                                                                                 {"nine", 9},
                                                                                 {"ten", 10}}};
  const std::size_t n = tokens.size();
  if (n < 3 || tokens[n - 1] != "the") return std::nullopt;
  const bool times = tokens[n - 2] == "times";
  double multiple = tokens[n - 2] == "twice" || tokens[n - 2] == "double" ? 2 : 0;
  if (tokens[n - 2] == "triple") multiple = 3;
  for (const auto& [word, number] : kTimes) {
    if (times && tokens[n - 3] == word) multiple = number;
  }
  const std::size_t at = times ? n - 3 : n - 2;
  if (multiple == 0 || at == 0) return std::nullopt;
  constexpr double kHalfMore = 1.5;
  constexpr double kSlightly = 0.07;
  const std::string& hedge = tokens[at - 1];
  const std::string words = tokens[at] + (times ? " times" : "");
  if (hedge == "than" && at > 1 && tokens[at - 2] == "more")
    return Told{multiple, multiple * kHalfMore, words};
  if (hedge == "than") return std::nullopt;
  if (hedge == "almost" || hedge == "nearly") return Told{multiple * (1 - 2 * kSlightly), multiple, words};
  return Told{multiple * (1 - kSlightly), multiple * (1 + 2 * kSlightly), words};
}

// "$[23] dearer than the": by how much; nullopt where no plain number stands there.
std::optional<Decimal> told_amount(const std::vector<std::string>& tokens) {
  const auto than = std::ranges::find(tokens, "than");
  if (than == tokens.end() || than - tokens.begin() < 2 || *(than - 1) == "less" || !is_number(*(than - 2)))
    return std::nullopt;
  const bool comparative = (than - 1)->ends_with("er") || direction_of(*(than - 1)) != 0;
  const bool the = than + 1 != tokens.end() && (*(than + 1) == "the" || *(than + 1) == "in");
  std::string digits = *(than - 2);
  std::erase(digits, ',');
  return comparative && the ? Decimal::parse(digits) : std::nullopt;
}

class ToldComparisons {
 public:
  explicit ToldComparisons(Checks& checks) : checks_(checks), sheet_(checks.sheet) {}

  void find() {
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (!is_plain(i)) continue;
      if (const Index before = number_before(i); before != kNone) hold(before, i);
    }
  }

 private:
  [[nodiscard]] bool is_plain(Index i) const {
    const Claim& c = sheet_.claim(i);
    return is_printed(sheet_, i) && c.modality == Modality::observed && c.value->printed() &&
           *c.value->printed() > Decimal(1);
  }

  // "$84 a tonne, $23 dearer than the $61"
  [[nodiscard]] bool one_unit(Index a, Index b) const {
    const std::string x = unit_key(sheet_.claim(a).unit);
    const std::string y = unit_key(sheet_.claim(b).unit);
    return x == y || (!y.empty() && x.starts_with(y + "_per_"));
  }

  // The last number of the sentence before this one that counts the same kind of thing.
  [[nodiscard]] Index number_before(Index i) const {
    Index found = kNone;
    for (const Index j : printed_near(sheet_, i, 0)) {
      if (!is_plain(j) || number_end(sheet_, j) >= number_end(sheet_, i) || !one_unit(j, i)) continue;
      if (found == kNone || number_end(sheet_, j) > number_end(sheet_, found)) found = j;
    }
    return found;
  }

  // Nothing that both stand in says so already.
  [[nodiscard]] bool is_told(Index a, Index b) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.verdict != Verdict::cannot_tell && rests_on(sheet_, f, a, b);
    });
  }

  // Of two digits or more: small differences are met by chance.
  void hold_amount(Index x, Index y, Decimal by) {
    constexpr std::int64_t kLeast = 10;
    const auto apart = sheet_.claim(x).value->printed()->minus(*sheet_.claim(y).value->printed());
    if (!apart || by < Decimal(kLeast) || apart->abs() != by || is_told(x, y)) return;
    const bool more = !apart->is_negative();
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "difference_by",
                  .claim = y,
                  .against = {x},
                  .explanation = said(*sheet_.claim(x).value, sheet_.claim(x).period) + " is " +
                                 in_words(by) + (more ? " more than " : " less than ") +
                                 said(*sheet_.claim(y).value, sheet_.claim(y).period),
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = std::nullopt});
  }

  void hold(Index x, Index y) {
    const std::string_view between = text_between(sheet_, x, y);
    if (between.empty() || between.size() > kFarthest) return;
    std::vector<std::string> tokens = fraction_tokens(between);
    while (!tokens.empty() && is_number(tokens.back())) tokens.pop_back();  // the second number itself
    auto told = told_by_than(tokens);
    if (const auto by = told_amount(tokens)) return hold_amount(x, y, *by);
    if (!told) told = told_by_number(tokens);
    if (!told) told = told_by_multiple(tokens);
    const double ratio =
        sheet_.claim(x).value->printed()->to_double() / sheet_.claim(y).value->printed()->to_double();
    if (!told || ratio < told->low || ratio > told->high || ratio == 1 || is_told(x, y)) return;
    const auto percent = Decimal::round((ratio - 1) * 100, 1);
    if (!percent) return;
    add(checks_,
        {.verdict = Verdict::holds,
         .kind = "direction",
         .claim = y,
         .against = {x},
         .explanation = said(*sheet_.claim(x).value, sheet_.claim(x).period) + " is " +
                        in_words(percent->abs()) + " % " + (ratio < 1 ? "less" : "more") + " than " +
                        said(*sheet_.claim(y).value, sheet_.claim(y).period) + ": " + told->words + " fits",
         .suspect = "",
         .rank = Rank::plain,
         .relative_size = std::nullopt});
  }

  Checks& checks_;
  const Sheet& sheet_;
};

}  // namespace

void check_told_comparisons(Checks& checks) {
  ToldComparisons(checks).find();
}

}  // namespace tally
