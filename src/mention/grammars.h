// The grammars that texts are read by: which vocabularies and rules make up each.
#pragma once

#include <string>
#include <string_view>

#include "mention/grammar.h"

namespace tally::grammar {

// Null where the language has none, or a broken one (grammar::problems).
[[nodiscard]] const Grammar* amount_grammar(std::string_view language);
[[nodiscard]] const Grammar* date_grammar(std::string_view language);

// Those of every built-in language, as the program carries them (grammar_store.h).
[[nodiscard]] std::string packed_grammars();

}  // namespace tally::grammar
