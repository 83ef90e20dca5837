// Compiled grammars ↔ bytes, so that the program carries them as they are and need not read its own
// vocabularies and rules whenever it starts. The bytes are for the program they were made with: they hold
// its structs as they lie in memory, and are read where they are, and functions by their place in the list of
// functions.
//
//   tools/grammars/pack_grammars → generated/grammars.bin → compiled into tally (CMakeLists.txt)
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mention/grammar.h"

namespace tally::embedded {

// The packed grammars: only the program itself carries them (CMakeLists.txt).
[[gnu::weak]] std::string_view grammars();

}  // namespace tally::embedded

namespace tally::grammar {

// "en numbers dates"
[[nodiscard]] std::string key_of(std::string_view language, std::span<const std::string_view> names);

// A grammar by its key (language and names), as one piece of a pack.
void pack(std::string_view key, const Grammar& grammar, std::string& out);
// The grammar of that key, where the pack has it. It reads the pack where it lies: the pack has to stay, and
// to begin at a multiple of sixteen bytes.
[[nodiscard]] std::optional<Grammar> unpack(std::string_view pack, std::string_view key,
                                            std::span<const Function> functions);

}  // namespace tally::grammar
