// What the parts of the book share: the open database and the steps in and out of it.
#pragma once

#include <cstdint>
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

  // All below within a transaction of the caller's.
  // Everything is to be drawn up anew.
  void start_anew();
  // The components of these reports or claims are placed and drawn up anew.
  void unsettle(const std::vector<Id>& targets);
  // Does some of what is to do, at most so much that one transaction holds it; false when all is done.
  [[nodiscard]] bool work(RefreshCount& count);

 private:
  [[nodiscard]] std::size_t draw_some(std::size_t most, RefreshCount& count);
  void settle_decisions();
};

// 2016-04-07T12:30:00Z
[[nodiscard]] std::string now_as_text();

}  // namespace tally
