// The record while it is being drawn up: all claims of all documents in one list, and beside each
// claim what the strata found so far (its variable, its event, its origin), by index.
//
// Documents are in order of their ids and claims in order of the text, so that nothing below
// depends on the order of reading.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tally/record.h"

namespace tally {

// Two claims that a person called one thing, or two.
struct Ruling {
  Index a = kNone;
  Index b = kNone;
  bool same = true;
};

// A figure that another took the place of in a later version of its page.
struct VersionChange {
  Index before = kNone;
  Index after = kNone;
  Index now = kNone;        // what stands in the newest version
  bool told = false;        // the later version says that something was changed
  bool order_known = true;  // which version is the later
};

struct Sheet {
  std::vector<Document> documents;
  std::vector<RecordClaim> claims;
  std::vector<Index> first_claim;  // per document: where its claims begin in `claims`
  std::vector<Decision> decisions;
  std::vector<Ruling> rulings;

  // All claims, those of each document in the order in which their quotes begin.
  std::vector<Index> by_place;

  // Per claim.
  std::vector<bool> out;        // excluded by a person or a later version: kept, never used
  std::vector<bool> preferred;  // a person chose its value
  std::vector<bool> borrowed;   // its time is another report's
  std::vector<bool> filled;     // in its variable for filling a gap of a row only: nothing fails by it
  std::vector<Index> variable;  // group of claims, kNone for none
  std::vector<Index> core;      // the same, without what only likeness across reports joined
  std::vector<Index> family;    // variables that differ in their stretch of time only
  std::vector<Index> event;     // group of claims
  std::vector<Index> origin;    // into `origins`

  // Per event group: sentences of other reports that speak of it.
  std::map<Index, std::vector<std::pair<Index, Span>>> mentions;

  std::map<Index, Period>
      labelled;  // per claim: the year as its report labels it, where others tell its months
  std::map<Index, std::string> joined_by;  // per variable
  std::vector<Event> events;
  std::map<Index, Index> event_at;  // event group → into `events`
  std::vector<Origin> origins;
  std::vector<Entity> entities;
  std::vector<Finding> findings;
  std::vector<VersionChange> version_changes;

  [[nodiscard]] const Claim& claim(Index i) const { return claims[i].claim; }
  [[nodiscard]] Claim& claim(Index i) { return claims[i].claim; }
  [[nodiscard]] const Document& document_of(Index i) const { return documents[claims[i].document]; }
  // A tie of claim i to another claim of its document, as an index into `claims`.
  [[nodiscard]] Index tied(Index i, Index local) const;
  // A head-count told as a happening over a year, half or quarter ("1,417 arrived last year") is a
  // flow like others, unless the happening turns out to have a day or month of its own.
  [[nodiscard]] bool counts_a_stretch(Index i) const;
  // A figure that observes something and that no person ruled out.
  [[nodiscard]] bool counts(Index i) const;
};

[[nodiscard]] Sheet lay_out(std::vector<Document> documents, std::vector<Decision> decisions);

}  // namespace tally
