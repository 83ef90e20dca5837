// The record while it is being drawn up: all claims of all documents in one list, and beside each
// claim what the strata found so far (its variable, its event, its origin), by index.
//
// Documents are in order of their ids and claims in order of the text, so that nothing below
// depends on the order of reading.
#pragma once

#include <optional>
#include <vector>

#include "tally/record.h"

namespace tally {

struct Sheet {
  std::vector<Document> documents;
  std::vector<RecordClaim> claims;
  std::vector<Index> first_claim;  // per document: where its claims begin in `claims`
  std::vector<Decision> decisions;

  // Per claim.
  std::vector<bool> out;        // rejected or excluded by a person: kept, never used
  std::vector<bool> preferred;  // a person chose its value
  std::vector<Index> variable;  // group of claims, kNone for none
  std::vector<Index> event;
  std::vector<Index> origin;

  // Per group; the groups are numbered by their smallest claim.
  std::vector<std::string> joined_by;

  [[nodiscard]] const Claim& claim(Index i) const { return claims[i].claim; }
  [[nodiscard]] Claim& claim(Index i) { return claims[i].claim; }
  [[nodiscard]] const Document& document_of(Index i) const { return documents[claims[i].document]; }
  // A tie of claim i to another claim of its document, as an index into `claims`.
  [[nodiscard]] Index tied(Index i, Index local) const;
  // A figure that observes something and that no person ruled out.
  [[nodiscard]] bool counts(Index i) const;
};

[[nodiscard]] Sheet lay_out(std::vector<Document> documents, std::vector<Decision> decisions);

}  // namespace tally
