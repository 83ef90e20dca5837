// What a report says of how a number was counted, in its sentence or right beside it.
//
//   "Its list has 47. It leaves out athletes with a medical exemption."     the second sentence, of 47
//   "The registrar entered 498, because stillborn children are apart."      the clause of "because"
#pragma once

#include <string>
#include <string_view>

#include "record/sheet.h"

namespace tally {

// The sentence that the number stands in; empty where the text is cut short.
[[nodiscard]] std::string_view sentence_of(const Sheet& sheet, Index figure);
// The clause beside the number, or the sentence behind, that tells what its count takes in; empty: none.
[[nodiscard]] std::string_view scope_of(const Sheet& sheet, Index figure);
// The same in whole sentences between two numbers, the second of which stands behind.
[[nodiscard]] std::string_view scope_between(const Sheet& sheet, Index a, Index b);
// "they do not take in the same: …" with the clause.
[[nodiscard]] std::string told_scope(std::string_view clause);
// "In York it has 498", "in the second half": somewhere else, or at another time.
[[nodiscard]] bool opens_elsewhere(std::string_view sentence);
// "The final figure is", "in the first days it had spoken of".
[[nodiscard]] bool tells_other_stage(std::string_view sentence);

}  // namespace tally
