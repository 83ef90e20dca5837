// A number that its words give as what those before it come to.
//
//   "88 … 37 for the week before and 14 for the week before that. It brings the toll to 139"
//   "1,146 were confirmed. A further 287 … so that the total amounts to 1,433"
//   "a hole of £27.6 million. Interest takes up £11.3 million, homeless families £8.2 million … The other
//   £4.2 million"                                                                     what is left of the
//   whole
//
// The words say that it closes a sum, so the numbers right before it are tried, the nearest first; one that
// they do not make up may rest on numbers that the report leaves out, and nothing is said of it.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/figure_runs.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kReach = 3;            // sentences
constexpr std::size_t kMost = 5;     // parts
constexpr std::int64_t kLeast = 20;  // what two numbers come to by chance

constexpr NamedWords kHedges = {"some", "about", "almost", "nearly"};
constexpr NamedWords kMakes = {"makes", "making", "made"};
constexpr NamedWords kComesTo = {"bring",  "brings", "brought", "bringing", "take",  "takes", "took",
                                 "taking", "amount", "amounts", "amounted", "comes", "came"};
constexpr NamedWords kRest = {"other", "others", "remaining", "rest", "remainder"};

bool is_count_noun(std::string_view word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 && known.is(known.lemma_id(id, Pos::noun), WordClass::count_noun);
}

// "Brings the toll since July 3 to", "the total … amounts to", "making", "that makes"
bool closes_sum(const Sheet& sheet, Index i) {
  constexpr std::size_t kFew = 10;  // words
  std::vector<std::string> words = plain_words(words_up_to(sheet, i));
  while (!words.empty() && kHedges.contains(words.back())) words.pop_back();
  if (words.empty()) return false;
  if (kMakes.contains(words.back())) return true;
  if (words.back() != "to") return false;
  const auto close = last_of(words, kFew);
  const auto verb =
      std::ranges::find_if(close, [](const std::string& word) { return kComesTo.contains(word); });
  if (verb == close.end()) return false;
  const bool amounts = verb->starts_with("amount") && verb + 2 == close.end();
  return amounts || std::ranges::any_of(close, is_count_noun);
}

// "[The other] £4.2 million", "The [remaining] 13 states together have 43", "the other four countries share
// 24".
bool tells_rest(const Sheet& sheet, Index i) {
  constexpr std::size_t kFew = 5;  // words between
  const std::vector<std::string> words = plain_words(words_up_to(sheet, i));
  for (std::size_t back = 1; back <= std::min(kFew, words.size()); ++back) {
    const std::string& word = words[words.size() - back];
    if (kRest.contains(word)) return back == words.size() || words[words.size() - back - 1] == "the";
  }
  return false;
}

class ClosingSums {
 public:
  ClosingSums(Checks& checks, const FigureRuns& runs)
      : checks_(checks), sheet_(checks.sheet), figures_(runs.figures()) {}

  void find() {
    for (std::size_t f = 2; f < figures_.size(); ++f) {
      const Claim& c = sheet_.claim(figures_[f]);
      if (c.value->best && is_exact(*c.value) && *c.value->best >= Decimal(kLeast) &&
          closes_sum(sheet_, figures_[f]))
        hold(f);
      if (c.value->best && is_exact(*c.value) && tells_rest(sheet_, figures_[f])) hold_rest(f);
    }
  }

 private:
  void hold(std::size_t f) {
    const Index whole = figures_[f];
    Run parts;
    for (std::size_t back = f; back-- > 0 && parts.size() < kMost;) {
      const Index i = figures_[back];
      if (sentences_between(sheet_, i, whole) > kReach) break;
      const Claim& c = sheet_.claim(i);
      if (unit_key(c.unit) != unit_key(sheet_.claim(whole).unit) || !c.value->best || !is_exact(*c.value))
        continue;
      parts.insert(parts.begin(), i);
      if (parts.size() >= 2 && makes_up(parts, whole)) return tell_sum(checks_, whole, parts, true);
    }
  }

  // The parts stand without a gap before what is left; a whole of three digits or more may be told further
  // up.
  void hold_rest(std::size_t f) {
    const Index rest = figures_[f];
    Run parts = {rest};
    for (std::size_t back = f; back-- > 0 && parts.size() <= kMost;) {
      const Index i = figures_[back];
      if (sentences_between(sheet_, i, rest) > kReach) return;
      if (!is_part(i, rest) || (parts.size() == 1 && sentences_between(sheet_, i, rest) == 0)) continue;
      parts.insert(parts.begin(), i);
      if (const Index whole = whole_of(parts, back); whole != kNone) return tell(whole, parts);
    }
  }

  [[nodiscard]] bool is_part(Index i, Index rest) const {
    const Claim& c = sheet_.claim(i);
    return unit_key(c.unit) == unit_key(sheet_.claim(rest).unit) && c.value->best && is_exact(*c.value) &&
           c.modality == Modality::observed;
  }

  [[nodiscard]] Index whole_of(const Run& parts, std::size_t first) const {
    constexpr std::int64_t kLarge = 100;
    constexpr int kFar = 8;           // sentences
    constexpr std::size_t kMany = 4;  // parts whose whole may stand anywhere before
    for (std::size_t back = first; back-- > 0;) {
      const Index i = figures_[back];
      if (parts.size() < kMany && sentences_between(sheet_, i, parts.back()) > kFar) break;
      if (!is_part(i, parts.back()) || *sheet_.claim(i).value->best < Decimal(kLeast)) continue;
      if (makes_up(parts, i)) return i;
      // Few parts make up the number right before them, or none.
      if (parts.size() < 3 || (parts.size() < kMany && *sheet_.claim(i).value->best < Decimal(kLarge))) break;
    }
    return kNone;
  }

  void tell(Index whole, const Run& parts) {
    const bool told = std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.kind == "sum" && f.verdict != Verdict::cannot_tell && rests_on(sheet_, f, whole, parts.back());
    });
    if (!told) tell_sum(checks_, whole, parts, true);
  }

  [[nodiscard]] bool makes_up(const Run& parts, Index whole) const {
    const auto sum = sum_of(values_of(sheet_, parts));
    return sum && sum->total == *sheet_.claim(whole).value->best;
  }

  Checks& checks_;
  const Sheet& sheet_;
  const Run& figures_;
};

}  // namespace

void check_closing_sums(Checks& checks, const FigureRuns& runs) {
  ClosingSums(checks, runs).find();
}

}  // namespace tally
