// The kinds of happening that words tell: "caved in" and "collapse" are of one kind, "died" and "dead" too,
// and whoever died in a collapse died of what caved in.
//
//   deeds_of("cave in") & deeds_of("collapse")     one kind
#pragma once

#include <cstdint>
#include <string_view>

namespace tally {

using Deeds = std::uint64_t;  // a bit a kind

// Of a verb with its particle, a noun or a noun group (that of its last word).
[[nodiscard]] Deeds deeds_of(std::string_view words);

// What befalls people: they die, are hurt, go missing, lose their homes, are saved.
[[nodiscard]] Deeds harm();
// What does it to them: fire, crash, collapse, shooting.
[[nodiscard]] Deeds mishap();
// What people do once in a report: strike, march, vote, rule, rob.
[[nodiscard]] Deeds act();

// Both ends of a way: they flee, leave, land.
[[nodiscard]] Deeds journey();

// Both may tell one happening: they share a kind, or one tells what the other did to people.
[[nodiscard]] bool may_be_one_deed(Deeds a, Deeds b);

}  // namespace tally
