// What falls to each, and what all come to: a number that two others of its report make by division or by
// multiplication.
//
//   "11 lawyers, who handled 3,905 cases, some 355 apiece"           3,905 / 11 = 355
//   "2,463,207 fans … 286 games … The average crowd was 8,613"       2,463,207 / 286 = 8,612.6
//   "7,940 a game … Over 22 home dates that makes 174,680 people"    22 times 7,940
//   "1.2 million for each family, and has paid 37.2 million in all"  31 deaths told before: 31 times 1.2
//   million
//
// The words say that it was reckoned ("apiece", "average", "a head", "that makes"), the digits with what: the
// more digits it has and the fewer numbers stand around it, the less chance can have a hand in it. Which two
// numbers are meant the words do not say for certain, so they bear it out and never refute it.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "tally/rounding.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr int kReach = 4;            // sentences
constexpr int kAnywhere = 40;        // at last anywhere in a report of some length
constexpr double kNoChance = 0.05;   // that some pair of the numbers around it fits by chance
constexpr double kBeside = 0.12;     // of its sentence and the one beside it
constexpr double kHardlyAny = 0.03;  // of all numbers of the report
constexpr int kLeast = 2;            // digits of a number that says anything
constexpr int kTelling = 4;          // digits that hardly any pair meets

enum class Cue { none, each, all };

// What so much is told of one of, beside times: "a head", "a tonne", "a game".
constexpr NamedWords kShared = {"head",   "person", "family",  "household", "child", "game",
                                "match",  "ticket", "tonne",   "ton",       "kilo",  "litre",
                                "barrel", "piece",  "share",   "voyage",    "trip",  "flight",
                                "vote",   "pupil",  "patient", "time"};
constexpr NamedWords kEach = {"apiece", "each", "per", "every"};
constexpr NamedWords kAverage = {"average", "averaged", "averages", "averaging", "mean"};
constexpr NamedWords kMakes = {"makes", "made", "making"};
constexpr NamedWords kComes = {"comes", "amounts"};

// "A month", "a head"
bool is_shared(const std::string& word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  const bool time = id != 0 && known.is(known.lemma_id(id, Pos::noun), WordClass::time);
  return time || kShared.contains(word);
}

// "355 [apiece]", "8,240 [a month]", "25 counterfeits [per million]", "£4,700 [for every man]"
bool tells_each(const std::vector<std::string>& behind) {
  constexpr std::size_t kFew = 4;  // words
  for (std::size_t w = 0; w < std::min(kFew, behind.size()); ++w) {
    const bool percent = w + 1 < behind.size() && behind[w + 1] == "cent";
    if (kEach.contains(behind[w]) && !percent) return true;
    if ((behind[w] == "a" || behind[w] == "an") && w <= 1 && w + 1 < behind.size() &&
        is_shared(behind[w + 1]))
      return true;
  }
  return false;
}

// "The [average] crowd was", "on [average]"
bool tells_average(const std::vector<std::string>& before) {
  return std::ranges::any_of(before, [](const std::string& word) { return kAverage.contains(word); });
}

// "That [makes] 174,680 people", "For the 38 hours that [comes to] 540 euros"
bool tells_all(const std::vector<std::string>& before) {
  const std::size_t n = before.size();
  if (n == 0) return false;
  if (kMakes.contains(before[n - 1])) return true;
  return n > 1 && before[n - 1] == "to" && kComes.contains(before[n - 2]);
}

// What the words around a number say of it.
struct Telling {
  bool each = false;     // "355 apiece"
  bool average = false;  // "the average crowd was 8,613"
  bool all = false;      // "that makes 174,680"
  bool of_each = false;  // "$64,700 for each year", "values each of the years at $64,700"
};

class Rates {
 public:
  explicit Rates(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    told_.resize(sheet_.claims.size());
    for (Index i = 0; i < told_.size(); ++i) {
      if (is_plain(i)) told_[i] = telling_of(i);
    }
  }

  void find() {
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (!is_plain(i) || digits_of(i) < kLeast || sheet_.claim(i).unit == "percent") continue;
      if (const Cue cue = cue_of(i); cue != Cue::none && !is_told(i)) hold(i, cue);
    }
  }

 private:
  // Two numbers, and what they make.
  struct Pair {
    Index a = kNone;
    Index b = kNone;
  };

  [[nodiscard]] bool is_plain(Index i) const {
    const Claim& c = sheet_.claim(i);
    return is_printed(sheet_, i) && c.value->best && *c.value->best > Decimal(0) &&
           (c.value->modifier == Modifier::exact || c.value->modifier == Modifier::about);
  }

  [[nodiscard]] int digits_of(Index i) const { return surprise(Value::exact(*sheet_.claim(i).value->best)); }

  [[nodiscard]] Telling telling_of(Index i) const {
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, i));
    const std::vector<std::string> behind = plain_words(words_from(sheet_, i));
    const bool priced = is_money(sheet_.claim(i).unit) && is_price(i, before);
    const bool each = tells_each(behind) || (is_money(sheet_.claim(i).unit) && is_of_one(i, behind));
    return {.each = each,
            .average = tells_average(before),
            .all = tells_all(before) || is_total_behind(i),
            .of_each = each || priced || std::ranges::find(before, "each") != before.end() ||
                       sheet_.claim(i).unit.find("_per_") != std::string::npos};
  }

  // "Seven bottles [at] $600", and the bottles are counted.
  [[nodiscard]] bool is_price(Index i, const std::vector<std::string>& before) const {
    if (before.size() < 3 || before.back() != "at") return false;
    return std::ranges::any_of(printed_near(sheet_, i, 0), [&](Index j) {
      const std::vector<std::string> counted = plain_words(text_between(sheet_, j, i));
      return is_count(j) && counted.size() == 2;
    });
  }

  // "Seven bottles at $600[: another] $4,200": what it comes to stands right behind a price.
  [[nodiscard]] bool is_total_behind(Index i) const {
    constexpr std::size_t kClose = 24;  // bytes
    return std::ranges::any_of(printed_near(sheet_, i, 0), [&](Index j) {
      const std::string_view between = text_between(sheet_, j, i);
      return is_money(sheet_.claim(j).unit) && sheet_.claim(j).unit == sheet_.claim(i).unit &&
             between.size() <= kClose && between.starts_with(':') &&
             is_price(j, plain_words(words_up_to(sheet_, j)));
    });
  }

  // "A course of five talks costs 5,750 kroner, or 1,150 kroner [a talk]": of what is counted beside it.
  [[nodiscard]] bool is_of_one(Index i, const std::vector<std::string>& behind) const {
    constexpr std::size_t kUnit = 2;  // words of the currency
    for (std::size_t w = 0; w + 1 < behind.size() && w <= kUnit; ++w) {
      if (behind[w] != "a" && behind[w] != "an") continue;
      return std::ranges::any_of(printed_near(sheet_, i, 0), [&](Index j) {
        const std::vector<std::string> counted = plain_words(words_from(sheet_, j));
        return !counted.empty() && counted.front() == behind[w + 1] + "s";
      });
    }
    return false;
  }

  [[nodiscard]] Cue cue_of(Index i) const {
    const std::string& unit = sheet_.claim(i).unit;
    if (told_[i].each || told_[i].average || unit.find("_per_") != std::string::npos ||
        unit.starts_with("per_"))
      return Cue::each;
    return digits_of(i) > kLeast || told_[i].all ? Cue::all : Cue::none;
  }

  [[nodiscard]] bool is_told(Index i) const {
    const Id& id = sheet_.claims[i].id;
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      const bool reckoned = f.kind == "rate" && std::ranges::find(f.against, id) != f.against.end();
      return reckoned || (f.claim == id && f.kind == "sum" && f.verdict != Verdict::cannot_tell);
    });
  }

  // The nearest that fit, as long as few enough were tried.
  void hold(Index i, Cue cue) {
    for (int reach = 0; reach <= kReach; ++reach) {
      std::size_t tries = 0;
      const bool anywhere = reach == kReach;
      if (anywhere && digits_of(i) < kTelling && !is_money(sheet_.claim(i).unit)) return;
      const auto fit = pair_within(i, cue, anywhere ? kAnywhere : reach, tries);
      const double by_chance = static_cast<double>(tries) * std::pow(10, -digits_of(i));
      const double most = anywhere ? kHardlyAny : reach <= 1 ? kBeside : kNoChance;
      if (by_chance > most) return;
      if (fit) return tell(i, *fit, cue);
    }
  }

  [[nodiscard]] std::optional<Pair> pair_within(Index i, Cue cue, int reach, std::size_t& tries) const {
    std::vector<Index> near = printed_near(sheet_, i, reach);
    std::erase_if(near, [&](Index j) { return j == i || !is_factor(j, i); });
    std::optional<Pair> found;
    for (const Index a : near) {
      if (!may_be_shared(a, i, cue)) continue;
      for (const Index b : near) {
        if (a == b || !is_count(b)) continue;
        ++tries;
        if (!found && makes(a, b, i, cue)) found = Pair{a, b};
      }
    }
    return found;
  }

  [[nodiscard]] bool is_factor(Index j, Index i) const {
    const Claim& c = sheet_.claim(j);
    return is_plain(j) && c.unit != "percent" && c.unit != "percentage_point" &&
           *c.value->best > Decimal(1) && c.value->best != sheet_.claim(i).value->best;
  }

  // What is divided or multiplied is of the kind that comes of it.
  [[nodiscard]] bool may_be_shared(Index a, Index i, Cue cue) const {
    const std::string whole = unit_key(sheet_.claim(a).unit);
    const std::string part = unit_key(sheet_.claim(i).unit);
    const bool kind = whole == part || part.starts_with(whole + "_per_") || part.starts_with("per_") ||
                      whole.starts_with(part + "_per_");
    if (!kind || cue == Cue::each) return kind;
    // So much for each, so many times.
    return told_[a].of_each || (told_[i].all && sentences_between(sheet_, a, i) <= 1);
  }

  // By which something can be divided.
  [[nodiscard]] bool is_count(Index b) const {
    const Claim& c = sheet_.claim(b);
    return !is_money(c.unit) && c.value->best->scale() <= 0;
  }

  static bool is_money(std::string_view unit) {
    return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  [[nodiscard]] bool makes(Index a, Index b, Index i, Cue cue) const {
    const double x = sheet_.claim(a).value->best->to_double();
    const double y = sheet_.claim(b).value->best->to_double();
    const Value& told = *sheet_.claim(i).value;
    const double scale = per_scale(sheet_.claim(i).unit);
    return comes_to(cue == Cue::each ? x / y * scale : x * y, told, cue == Cue::each);
  }

  // "25 per million"
  static double per_scale(std::string_view unit) {
    const auto at = unit.find("per_1");
    if (at == std::string_view::npos) return 1;
    return std::pow(10, static_cast<double>(unit.size() - at - 5));
  }

  // Rounded to its digits, or, of a quotient, cut off.
  static bool comes_to(double made, const Value& told, bool may_be_cut) {
    const double number = told.best->to_double();
    const double unit = last_unit(*told.best, told.step).to_double();
    constexpr double kSlack = 1e-9;
    return std::abs(made - number) <= unit / 2 * (1 + kSlack) ||
           (may_be_cut && made >= number && made < number + unit * (1 - kSlack));
  }

  void tell(Index i, const Pair& pair, Cue cue) {
    const std::string x = in_words(*sheet_.claim(pair.a).value->best);
    const std::string y = in_words(*sheet_.claim(pair.b).value->best);
    const std::string made = in_words(*sheet_.claim(i).value);
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "rate",
                  .claim = i,
                  .against = {pair.a, pair.b},
                  .explanation = cue == Cue::each ? x + " divided by " + y + " is " + made
                                                  : y + " times " + x + " is " + made,
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = std::nullopt});
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<Telling> told_;  // per claim
};

}  // namespace

void check_rates(Checks& checks) {
  Rates(checks).find();
}

}  // namespace tally
