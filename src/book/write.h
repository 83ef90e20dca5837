// The record of one component into the book: only rows that are new or other than before are written, and
// those that are no longer in it are taken out.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "book/reports.h"
#include "book/sqlite.h"
#include "tally/book.h"

namespace tally {

// Tables whose rows belong to components.
inline constexpr std::array<const char*, 6> kComponentTables = {"variables", "points",  "events",
                                                                "findings",  "origins", "entities"};

using ReportNumbers = std::unordered_map<Id, ReportNumber>;  // of articles, by their documents

class ComponentWriter {
 public:
  ComponentWriter(Database& database, RefreshCount& count);
  void write(std::int64_t component, const Record& record, const ReportNumbers& numbers);
  // All rows of a component that is no more; those of its reports and claims stay with them.
  void remove(std::int64_t component);

 private:
  struct Row {
    Id id;
    std::int64_t position = 0;
    std::string data;
  };
  struct Table {
    Table(Database& database, const std::string& name);
    Statement known, write, take_out, clear;
  };
  void write_rows(Table& table, std::int64_t component, const std::vector<Row>& rows);
  void write_documents(std::int64_t component, const Record& record);
  void write_claims(const Record& record, const ReportNumbers& numbers);
  void write_decisions(const Record& record);
  void count_changes();

  Database& database_;
  RefreshCount& count_;
  std::vector<std::unique_ptr<Table>> tables_;  // parallel to kComponentTables
  Statement document_, claim_, decision_, changes_;
};

}  // namespace tally
