// What the sentences of two claims have in common: numbers, telling words, names.
#pragma once

#include <vector>

#include "record/sheet.h"

namespace tally {

// The sentences of two claims print another number in common, of two digits or more: "23.5 per cent" beside
// "2,130 people" here and "2,310 patients" there.
[[nodiscard]] bool share_numbers(const Sheet& sheet, Index a, Index b);
// How many telling words the sentences of two claims have in common: "the programme Lanes for All was to lay
// 1,850 kilometres" beside "Lanes for All … 1,580 kilometres of lanes".
[[nodiscard]] int shared_words(const Sheet& sheet, Index a, Index b);
// The words right before the claim name the year of a period: "The 2009 figure was the lowest …".
[[nodiscard]] bool names_year(const Sheet& sheet, Index claim, const Period& period);
// The words right before the claim name somebody whom no sentence of the figures names: "…, and little
// Zandhaven has had its eighth year of growth".
[[nodiscard]] bool names_another(const Sheet& sheet, Index claim, const std::vector<Index>& figures);
// They name one place or person by two words: "Upper Danver".
[[nodiscard]] bool share_names(const Sheet& sheet, Index a, Index b);

}  // namespace tally
