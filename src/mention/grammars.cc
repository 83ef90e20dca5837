// See grammars.h.
#include "mention/grammars.h"

#include <array>

#include "mention/amount_functions.h"
#include "mention/grammar_store.h"
#include "mention/when.h"

namespace tally::grammar {
namespace {

constexpr std::array<std::string_view, 4> kAmounts = {"numbers", "units", "money", "amounts"};
constexpr std::array<std::string_view, 2> kDates = {"numbers", "dates"};

// The grammar that a thread asked for last: reports in one language come one after the other.
struct Last {
  std::string language;
  const Grammar* grammar = nullptr;

  template <class Find>
  const Grammar* of(std::string_view wanted, Find find) {
    if (grammar == nullptr || language != wanted) {
      grammar = find();
      language = wanted;
    }
    return grammar;
  }
};

}  // namespace

const Grammar* amount_grammar(std::string_view language) {
  static thread_local Last last;
  return last.of(language, [&] { return grammar_of(language, kAmounts, amount_functions()); });
}

const Grammar* date_grammar(std::string_view language) {
  static thread_local Last last;
  return last.of(language, [&] { return grammar_of(language, kDates, dates::functions()); });
}

std::string packed_grammars() {
  std::string out;
  for (const std::string_view language : lexicon::built_in_languages()) {
    if (const Grammar* amounts = amount_grammar(language)) pack(key_of(language, kAmounts), *amounts, out);
    if (const Grammar* dates = date_grammar(language)) pack(key_of(language, kDates), *dates, out);
  }
  return out;
}

}  // namespace tally::grammar
