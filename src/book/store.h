// What the parts of the book share: the open database and the steps in and out of it.
#pragma once

#include <string>
#include <vector>

#include "book/sqlite.h"
#include "tally/book.h"

namespace tally {

class Book::Store {
 public:
  Database database;

  [[nodiscard]] bool is_stale();
  // Everything that the record is drawn up from.
  [[nodiscard]] Result<std::vector<Document>> load_documents();
  [[nodiscard]] std::vector<Decision> load_decisions();
  // The record as it was written down last.
  [[nodiscard]] Result<Record> load_record();
  // Within a transaction of the caller's.
  [[nodiscard]] RefreshCount write_record(const Record& record);
};

// 2016-04-07T12:30:00Z
[[nodiscard]] std::string now_as_text();

}  // namespace tally
