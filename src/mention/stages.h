// The stages of this folder: each reads layers of the article and adds one layer of mentions.
#pragma once

#include "tally/article.h"
#include "tally/pipeline.h"

namespace tally {

// tokens → amounts: numbers, ordinals, percentages, money, quantities, ranges.
void find_amounts(Article& article, const ReadOptions& options);
// tokens, amounts → dates, times, durations, sets. Numbers that turn out to be part of a date stay
// in `amounts` only where the conventions list them.
void find_dates(Article& article, const ReadOptions& options);
// amounts, chunks → what each amount counts and is about (Mention::counted, ::about, ::unit person).
void find_counted(Article& article);
// amounts, chunks, clauses → the words of what each amount is about (Mention::concept_word).
void find_concepts(Article& article);
// amounts, names → sums in pesos, francs and the like in the currency of the country spoken of.
void find_currencies(Article& article);
// tagged tokens → names of persons, organisations, places, peoples.
void find_names(Article& article);
// tokens → quotations.
void find_quotes(Article& article);

}  // namespace tally
