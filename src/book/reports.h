// Reports out of the book, one at a time, by the numbers of their articles.
#pragma once

#include <cstdint>

#include "book/sqlite.h"
#include "tally/record.h"

namespace tally {

using ReportNumber = std::int64_t;

// The columns of a document in the order in which it is read, `d` being documents and `a` articles.
inline constexpr const char* kDocumentColumns =
    "d.id, d.file, d.url, d.title, d.outlet, d.byline, d.section, d.credit, d.language, d.published, "
    "d.published_basis, d.published_rule, d.modified, a.sha256, a.text, d.retrieved";
[[nodiscard]] Document document_in(const Statement& row);

class Reports {
 public:
  explicit Reports(Database& database);
  // With its claims. What is broken is noted in the database's status.
  [[nodiscard]] Document load(ReportNumber number);

 private:
  Database& database_;
  Statement document_;
  Statement claims_;
};

}  // namespace tally
