// SQLite with owners and without surprises. The first thing that goes wrong is kept; from then on
// nothing happens any more, and `status()` tells what it was. So a transaction is written down
// straight and asked once, before it is committed.
//
//   Statement insert(database, "INSERT INTO pages VALUES (?, ?)");
//   insert.bind(1, hash).bind_bytes(2, bytes).run();
//   if (auto ok = database.status(); !ok) return …
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tally/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tally {

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  enum class Mode : std::uint8_t { read, write, create };
  [[nodiscard]] Result<void> open(const std::string& path, Mode mode);
  void run(const std::string& sql);
  // The first column of the first row; 0 where there is none.
  [[nodiscard]] std::int64_t integer(const std::string& sql);
  [[nodiscard]] std::string text(const std::string& sql);
  [[nodiscard]] Result<void> status() const;
  [[nodiscard]] bool good() const { return failed_.what.empty(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  // Something that SQLite cannot know is wrong.
  void fail(Error error) {
    if (good()) failed_ = std::move(error);
  }
  // What went wrong is dealt with.
  void clear() { failed_ = {}; }

 private:
  friend class Statement;
  friend class Transaction;
  void note_failure();

  sqlite3* handle_ = nullptr;
  std::string path_;
  Error failed_;
};

class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Parameters are numbered from 1. What is bound must live until the next step is over.
  Statement& bind(int at, std::string_view text);
  Statement& bind_or_null(int at, std::string_view text);  // empty is NULL
  Statement& bind(int at, std::int64_t number);
  Statement& bind_bytes(int at, std::string_view bytes);
  // To the next row; false at the end or when something is wrong.
  bool step();
  // Runs it through and makes it ready for other parameters.
  void run();
  void reset();
  // Columns are numbered from 0; views last until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

// All or nothing: what is not committed is taken back.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  [[nodiscard]] Result<void> commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace tally
