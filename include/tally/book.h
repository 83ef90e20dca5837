// The book: one SQLite file that holds the reports, their claims, what people decided, and the
// record drawn up from all of it. docs/data-model.md describes its tables.
//
//   auto book = Book::open("tally.db", Book::Access::create);
//   book->add(readings);         one transaction: all of them or none
//   book->refresh();             draws up anew the components that what came in touches
//   Record record = *book->record();
//
// What `add` and `decide` acknowledged survives a crash of the program and of the machine. The same
// reports give the same record, in whatever order they came in.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tally/edtf.h"
#include "tally/reading.h"
#include "tally/record.h"
#include "tally/result.h"
#include "tally/span.h"

namespace tally {

struct AddCount {
  std::size_t added = 0;
  std::size_t known = 0;  // in the book already: nothing changed
  std::size_t claims = 0;
};

struct RefreshCount {
  std::size_t written = 0;  // rows of the record that are new or other than before
  std::size_t removed = 0;
};

// Where a span of an article stands in the page that was received.
struct PagePlace {
  std::string page;  // sha256 of the page's bytes
  std::string media_type;
  Span span;          // bytes of the page
  std::string bytes;  // what stands there, at most 400 of them
};

class Book {
 public:
  enum class Access : std::uint8_t { read, write, create };
  [[nodiscard]] static Result<Book> open(const std::string& path, Access access);
  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;
  ~Book();

  // Adds what is not in the book yet. Readings that were skipped are passed over.
  [[nodiscard]] Result<AddCount> add(std::span<const Reading> readings);
  // Draws up anew what is touched by what came in since, step by step, a transaction each; what a crash
  // leaves undone is done the next time.
  [[nodiscard]] Result<RefreshCount> refresh();
  // The record as it stands.
  [[nodiscard]] Result<Record> record();
  // The record as it would stand with only the reports published up to that date.
  [[nodiscard]] Result<Record> record_as_of(const Period& date);

  // Keeps a ruling; its id and instant are set where they are empty. Returns the id.
  [[nodiscard]] Result<Id> decide(Decision decision);
  // Takes the ruling back that has this id (or the start of it); empty: the last one.
  [[nodiscard]] Result<Id> undo(const Id& id);

  // From a span of a report's text (bytes) back to its page.
  [[nodiscard]] Result<PagePlace> place_in_page(const Id& document, Span text);

  // Reads everything again and tells what does not fit: SQLite's own checks, hashes of pages and
  // texts, quotes that are not the words at their place.
  [[nodiscard]] Result<std::vector<std::string>> verify();

 private:
  class Store;
  explicit Book(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace tally
