// Which reports are looked at together. A record is drawn up component by component, so that a report
// added to a book of a million is held against those that it bears on and no others.
//
//   partition({cod 1, ferry 1, cod 2, …})   {{0, 2}, {1}, …}
//
// Components are the connected parts of a graph that is a function of the set of reports alone, whatever
// the order in which they came in:
//   - reports that share a link (keys.h) are joined, however many they are;
//   - reports are joined by traits that few have: by two that no more than four reports have, by three that
//     no more than twelve, by four that no more than twenty-four have, by one that is strong and that no more
//     than 256 have. A trait of more reports than that says nothing any more. What a trait says only ever
//     grows less as reports come in: an addition joins the new report to others, and parts others only where
//     one of its own traits passes a bound;
//   - reports that one decision of a person names are joined;
//   - up to five hundred reports are one component: what a person gathered by hand is compared all with all.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "record/keys.h"
#include "tally/record.h"

namespace tally {

inline constexpr std::size_t kGatheredByHand = 500;
inline constexpr int kJoined = 12;  // weight of shared traits from which two reports belong together

// How many reports may have a trait that still says something.
[[nodiscard]] constexpr std::size_t most_holders(ReportKey trait) {
  return is_strong(trait) ? 256 : 24;
}
// What a trait says that so many reports have.
[[nodiscard]] constexpr int weight_of(ReportKey trait, std::size_t holders) {
  if (holders > most_holders(trait)) return 0;
  return is_strong(trait) ? kJoined : holders <= 4 ? 6 : holders <= 12 ? 4 : 3;
}
// Whether a trait says less with this many holders than with one less.
[[nodiscard]] constexpr bool passes_bound(ReportKey trait, std::size_t holders) {
  return weight_of(trait, holders) < weight_of(trait, holders - 1);
}

// The claim that a target of a decision stands for: a variable, series or event is named after one.
[[nodiscard]] Id claim_meant(const Id& target);

// Each report once, components by their first report, reports in order. Documents have their claim ids.
[[nodiscard]] std::vector<std::vector<Index>> partition(std::span<const Document> documents,
                                                        std::span<const Decision> decisions);

}  // namespace tally
