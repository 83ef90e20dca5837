// What stages after find_names ask of names: whose role is told beside a name, the key under which
// two forms of a name are one, where a place lies.
//
//   "Ana Pereira, a senior analyst at Institute for Coastal Studies"
//     role_of → role "senior analyst", of "Institute for Coastal Studies"
//   "Ministry of Unification", "Unification Ministry"   →   one name_key
//   "Ningbo, a city in China’s Zhejiang Province"       →   where_of: Ningbo, Zhejiang, China
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tally/article.h"
#include "tally/mention.h"

namespace tally {

// What somebody is said to be, beside his name.
struct Role {
  std::string role;  // "senior analyst"; empty where none is told
  std::string of;    // the name that the role belongs to, as fully as the article has it
  Span span;         // the words of both
};
[[nodiscard]] Role role_of(const Article& article, const Mention& person);

// The content words of a name in order of the alphabet, in lower case, without "the", "of", "for":
// equal for "Ministry of Unification" and "Unification Ministry".
[[nodiscard]] std::string name_key(std::string_view name);

// The name under which a mention is known in its article: the canonical form where there is one, else
// the words themselves.
[[nodiscard]] std::string full_name(const Article& article, const Mention& name);

// From the place itself to its country, each once: what stands beside it in the text first, what the
// gazetteer knows after. Empty where the mention is no place.
[[nodiscard]] std::vector<std::string> where_of(const Article& article, const Mention& place);

// The name that covers this byte, the longest first; kNone where none does. Logarithmic.
[[nodiscard]] Index name_at(const Article& article, std::uint32_t byte);

}  // namespace tally
