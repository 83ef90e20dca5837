// Words → the stretch of parts that they leave room for.
#include "record/fractions.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace tally {
namespace {

struct Named {
  std::string_view word;
  int number;
};

constexpr std::array<Named, 21> kCounts = {
    {{"a", 1},       {"an", 1},      {"one", 1},      {"two", 2},     {"three", 3},   {"four", 4},
     {"five", 5},    {"six", 6},     {"seven", 7},    {"eight", 8},   {"nine", 9},    {"ten", 10},
     {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30}, {"forty", 40},
     {"fifty", 50},  {"sixty", 60},  {"hundred", 100}}};

constexpr std::array<Named, 10> kParts = {{{"half", 2},
                                           {"third", 3},
                                           {"quarter", 4},
                                           {"fifth", 5},
                                           {"sixth", 6},
                                           {"seventh", 7},
                                           {"eighth", 8},
                                           {"ninth", 9},
                                           {"tenth", 10},
                                           {"twentieth", 20}}};

// How far the words before a fraction stretch it, as multiples of it.
struct Hedge {
  std::string_view words;
  double low;
  double high;
};

constexpr std::array<Hedge, 24> kHedges = {{{"well over", 1.02, 1.4},
                                            {"just over", 1, 1.1},
                                            {"slightly over", 1, 1.1},
                                            {"slightly more than", 1, 1.1},
                                            {"just under", 0.88, 1},
                                            {"just below", 0.88, 1},
                                            {"slightly less than", 0.88, 1},
                                            {"slightly under", 0.88, 1},
                                            {"not quite", 0.85, 1},
                                            {"more than", 1, 1.25},
                                            {"at least", 1, 1.25},
                                            {"less than", 0.75, 1},
                                            {"fewer than", 0.75, 1},
                                            {"well under", 0.6, 0.98},
                                            {"close to", 0.88, 1.08},
                                            {"over", 1, 1.25},
                                            {"under", 0.75, 1},
                                            {"nearly", 0.86, 1},
                                            {"almost", 0.86, 1},
                                            {"about", 0.9, 1.1},
                                            {"around", 0.9, 1.1},
                                            {"roughly", 0.88, 1.12},
                                            {"some", 0.9, 1.1},
                                            {"exactly", 0.99, 1.01}}};

constexpr int kMostOfFew = 4;  // "three children in five", no "12 people in 30"

constexpr Hedge kPlain = {"", 0.92, 1.08};

template <typename Table>
int number_in(const Table& table, std::string_view word) {
  const auto found = std::ranges::find(table, word, &Named::word);
  return found == table.end() ? 0 : found->number;
}

int count_of(std::string_view word) {
  if (word.empty() || word.size() > 4) return word.size() > 4 ? number_in(kCounts, word) : 0;
  int number = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return number_in(kCounts, word);
    number = number * 10 + (c - '0');
  }
  return number;
}

// "third", "thirds", "halves"
int part_of(std::string_view word) {
  if (word == "halves") return 2;
  if (word.size() > 4 && word.ends_with('s')) word.remove_suffix(1);
  return number_in(kParts, word);
}

// The hedge whose words begin at the token; how many there are.
std::pair<Hedge, std::size_t> hedge_at(const std::vector<std::string>& tokens, std::size_t at) {
  for (const Hedge& hedge : kHedges) {
    std::size_t next = at;
    std::string_view rest = hedge.words;
    while (!rest.empty() && next < tokens.size() && rest.starts_with(tokens[next]) &&
           (rest.size() == tokens[next].size() || rest[tokens[next].size()] == ' ')) {
      rest.remove_prefix(std::min(rest.size(), tokens[next].size() + 1));
      ++next;
    }
    if (rest.empty()) return {hedge, next - at};
  }
  return {kPlain, 0};
}

// How many tokens tell the part, and the part.
struct Told {
  double part = 0;
  std::size_t length = 0;
};

Told told_at(const std::vector<std::string>& tokens, std::size_t at) {
  const auto word = [&](std::size_t i) { return i < tokens.size() ? std::string_view(tokens[i]) : ""; };
  if (word(at) == "half") return {0.5, 1};
  if (word(at) == "every" && part_of(word(at + 1)) > 2) return {1.0 / part_of(word(at + 1)), 2};
  const int some = count_of(word(at));
  if (some == 0) return {};
  if (const int parts = part_of(word(at + 1)); parts > some) return {static_cast<double>(some) / parts, 2};
  std::size_t next = at + 1;
  // "One family out of four", "one job in four"
  const bool noun = word(next + 1) == "in" || (word(next + 1) == "out" && word(next + 2) == "of");
  const bool counted =
      noun && some <= kMostOfFew && count_of(word(next)) == 0 && word(next).size() > 2 && word(next) != "out";
  if (counted) ++next;
  const std::size_t joint = next;
  if (word(next) == "in" || (!counted && word(next) == "of")) {
    ++next;
  } else if (word(next) == "out" && word(next + 1) == "of") {
    next += 2;
  } else {
    return {};
  }
  const bool every = word(next) == "every";
  const bool ratio = word(joint) == "in" || word(joint) == "out";
  if (every) ++next;
  const int all = count_of(word(next));
  if (!ratio || all <= some || word(at) == "a" || word(at) == "an") return {};
  return {static_cast<double>(some) / all, next + 1 - at};
}

}  // namespace

double Fraction::width() const {
  constexpr double kSpread = 3;  // of the logarithm of a part that a report would name
  return std::log(high / low) / kSpread;
}

std::vector<std::string> fraction_tokens(std::string_view text) {
  std::vector<std::string> tokens;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) tokens.push_back(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    const bool inside = (c == ',' || c == '.') && !word.empty() && std::isdigit(word.back()) != 0 &&
                        at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
    if (std::isalnum(c) != 0 || inside) {
      word += static_cast<char>(std::tolower(c));
      continue;
    }
    end();
    if (c == ',' || c == '(' || c == ')' || c == ';' || c == ':' || c == '.')
      tokens.emplace_back(1, text[at]);
    if (text.substr(at).starts_with("–") || text.substr(at).starts_with("—")) tokens.emplace_back("-");
    if (c == '-' && at > 0 && text[at - 1] == ' ') tokens.emplace_back("-");
  }
  end();
  return tokens;
}

std::optional<Fraction> fraction_at(const std::vector<std::string>& tokens, std::size_t at) {
  const auto [hedge, words] = hedge_at(tokens, at);
  const Told told = told_at(tokens, at + words);
  if (told.length == 0 || told.part <= 0 || told.part >= 1) return std::nullopt;
  Fraction fraction{.low = told.part * hedge.low,
                    .high = std::min(told.part * hedge.high, 1.0),
                    .words = {},
                    .length = words + told.length};
  for (std::size_t i = at; i < at + fraction.length; ++i)
    fraction.words += (fraction.words.empty() ? "" : " ") + tokens[i];
  return fraction;
}

}  // namespace tally
