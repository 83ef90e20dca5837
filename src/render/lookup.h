// Finds the things of a record by their ids, and what hangs on what.
//
//   const Lookup lookup(record);
//   if (const RecordClaim* claim = lookup.claim(finding.claim)) …
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tally/record.h"

namespace tally {

// Holds views into the record, which must outlive it.
class Lookup {
 public:
  explicit Lookup(const Record& record);

  [[nodiscard]] const RecordClaim* claim(std::string_view id) const;
  [[nodiscard]] const Document* document(std::string_view id) const;
  [[nodiscard]] const Document& document_of(const RecordClaim& claim) const {
    return record_->documents[claim.document];
  }
  [[nodiscard]] const Variable* variable(std::string_view id) const;
  [[nodiscard]] const Event* event(std::string_view id) const;
  [[nodiscard]] const Origin* origin(std::string_view id) const;
  // The words of the claim's quote, on one line.
  [[nodiscard]] std::string quote(const RecordClaim& claim) const;
  // Everything that a finding says and quotes, to be searched for words.
  [[nodiscard]] std::string words_of(const Finding& finding) const;
  [[nodiscard]] std::string words_of(const Series& series) const;
  [[nodiscard]] std::string words_of(const Event& event) const;
  // Those with the most points first, each told by two reports counting twice; of equals in order of labels,
  // so that what is called alike stands together.
  [[nodiscard]] std::vector<const Series*> series_by_weight() const;

 private:
  using Places = std::unordered_map<std::string_view, std::size_t>;
  const Record* record_;
  Places claims_, documents_, variables_, events_, origins_;
};

}  // namespace tally
