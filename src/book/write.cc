// See write.h.
#include "book/write.h"

#include "book/codec.h"

namespace tally {

ComponentWriter::Table::Table(Database& database, const std::string& name)
    : known(database, "SELECT id, position, data FROM " + name + " WHERE component = ?"),
      write(database, "INSERT INTO " + name +
                          "(component, id, position, data) VALUES (?1, ?2, ?3, ?4) "
                          "ON CONFLICT(component, id) DO UPDATE SET position = ?3, data = ?4"),
      take_out(database, "DELETE FROM " + name + " WHERE component = ? AND id = ?"),
      clear(database, "DELETE FROM " + name + " WHERE component = ?") {}

ComponentWriter::ComponentWriter(Database& database, RefreshCount& count)
    : database_(database),
      count_(count),
      document_(database,
                "INSERT INTO document_facts(id, component, data) VALUES (?1, ?2, ?3) ON CONFLICT(id) DO "
                "UPDATE SET component = ?2, data = ?3 WHERE component != ?2 OR data != ?3"),
      claim_(database,
             "INSERT INTO claim_facts(report, position, id, data) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT(report, position) DO UPDATE SET data = ?4 WHERE data != ?4"),
      decision_(database,
                "INSERT INTO decision_facts(id, data) VALUES (?1, ?2) ON CONFLICT(id) DO UPDATE SET "
                "data = ?2 WHERE data != ?2"),
      changes_(database, "SELECT changes()") {
  for (const char* name : kComponentTables) tables_.push_back(std::make_unique<Table>(database, name));
}

void ComponentWriter::count_changes() {
  if (changes_.step()) count_.written += static_cast<std::size_t>(changes_.integer(0));
  changes_.reset();
}

void ComponentWriter::write_rows(Table& table, std::int64_t component, const std::vector<Row>& rows) {
  std::map<Id, std::pair<std::int64_t, std::string>> before;
  table.known.bind(1, component);
  while (table.known.step()) {
    before[std::string(table.known.text(0))] = {table.known.integer(1), std::string(table.known.text(2))};
  }
  table.known.reset();
  for (const Row& row : rows) {
    const auto old = before.find(row.id);
    const bool same =
        old != before.end() && old->second.first == row.position && old->second.second == row.data;
    if (old != before.end()) before.erase(old);
    if (same) continue;
    table.write.bind(1, component).bind(2, row.id).bind(3, row.position).bind(4, row.data).run();
    ++count_.written;
  }
  for (const auto& [id, old] : before) {
    table.take_out.bind(1, component).bind(2, id).run();
    ++count_.removed;
  }
}

void ComponentWriter::remove(std::int64_t component) {
  for (const auto& table : tables_) {
    table->clear.bind(1, component).run();
    count_.removed += static_cast<std::size_t>(database_.integer("SELECT changes()"));
  }
}

void ComponentWriter::write_documents(std::int64_t component, const Record& record) {
  for (const Document& document : record.documents) {
    const std::string data = encode(DocumentFacts{document.published, document.published_because,
                                                  document.copy_of, document.event, document.replaced_by});
    document_.bind(1, document.id).bind(2, component).bind(3, data).run();
    count_changes();
  }
}

void ComponentWriter::write_claims(const Record& record, const ReportNumbers& numbers) {
  Index document = kNone;
  ReportNumber report = 0;
  std::int64_t at = 0;
  for (const RecordClaim& claim : record.claims) {
    if (claim.document != document) {
      document = claim.document;
      report = numbers.at(record.documents[document].id);
      at = 0;
    }
    // Claims stand in the order of their report, so that what it says by itself is found beside it.
    const Claim& as_read = record.documents[document].claims[static_cast<std::size_t>(at)];
    ClaimFacts facts{claim.variable, claim.event, claim.origin, claim.source_entities, {}};
    if (as_read != claim.claim) facts.claim = claim.claim;
    const std::string data = encode(facts);
    claim_.bind(1, report).bind(2, at++).bind(3, claim.id).bind(4, data).run();
    count_changes();
  }
}

void ComponentWriter::write_decisions(const Record& record) {
  for (const Decision& decision : record.decisions) {
    const std::string data = encode(decision);
    decision_.bind(1, decision.id).bind(2, data).run();
    count_changes();
  }
}

void ComponentWriter::write(std::int64_t component, const Record& record, const ReportNumbers& numbers) {
  const auto rows_of = [](const auto& all) {
    std::vector<Row> rows;
    rows.reserve(all.size());
    for (const auto& one : all) rows.push_back({one.id, 0, encode(one)});
    return rows;
  };
  std::vector<Row> points;
  for (const Series& series : record.series) {
    std::map<std::string, int> seen;
    for (const Point& point : series.points) {
      Id id = series.variable + "/" + point.period.to_string();
      if (const int before = seen[id]++; before > 0) id += "#" + std::to_string(before + 1);
      points.push_back({std::move(id), static_cast<std::int64_t>(&point - series.points.data()),
                        encode(SeriesPoint{series.variable, point})});
    }
  }
  write_documents(component, record);
  write_claims(record, numbers);
  write_decisions(record);
  write_rows(*tables_[0], component, rows_of(record.variables));
  write_rows(*tables_[1], component, points);
  write_rows(*tables_[2], component, rows_of(record.events));
  write_rows(*tables_[3], component, rows_of(record.findings));
  write_rows(*tables_[4], component, rows_of(record.origins));
  write_rows(*tables_[5], component, rows_of(record.entities));
}

}  // namespace tally
