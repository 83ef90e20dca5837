// The record into the book: only rows that are new or other than before are written, and those that
// are no longer in the record are taken out.
#include <map>

#include "book/codec.h"
#include "book/store.h"

namespace tally {
namespace {

// Brings one table to what the rows given to it say.
class Table {
 public:
  Table(Database& database, std::string name)
      : database_(database),
        name_(std::move(name)),
        keep_((database.run("DELETE FROM temp.kept"), database),
              "INSERT OR IGNORE INTO temp.kept VALUES (?)"),
        write_(database, "INSERT INTO " + name_ +
                             "(id, position, data) VALUES (?1, ?2, ?3) ON CONFLICT(id) DO UPDATE SET "
                             "position = ?2, data = ?3 WHERE position IS NOT ?2 OR data IS NOT ?3") {}

  void put(const Id& id, const std::string& data) {
    keep_.bind(1, id).run();
    write_.bind(1, id).bind(2, position_++).bind(3, data).run();
    written_ += database_.integer("SELECT changes()");
  }

  void finish(RefreshCount& count) {
    database_.run("DELETE FROM " + name_ + " WHERE id NOT IN (SELECT id FROM temp.kept)");
    count.removed += static_cast<std::size_t>(database_.integer("SELECT changes()"));
    count.written += static_cast<std::size_t>(written_);
  }

 private:
  Database& database_;
  std::string name_;
  Statement keep_;
  Statement write_;
  std::int64_t position_ = 0;
  std::int64_t written_ = 0;
};

template <class T>
void write_rows(Database& database, const char* name, const std::vector<T>& rows, RefreshCount& count) {
  Table table(database, name);
  for (const T& row : rows) table.put(row.id, encode(row));
  table.finish(count);
}

void write_documents(Database& database, const Record& record, RefreshCount& count) {
  Table table(database, "document_facts");
  for (const Document& document : record.documents) {
    table.put(document.id, encode(DocumentFacts{document.published, document.published_because,
                                                document.copy_of, document.event, document.replaced_by}));
  }
  table.finish(count);
}

// What a report says by itself, by the id of the claim.
std::map<Id, const Claim*> claims_as_read(const Record& record) {
  std::map<Id, const Claim*> claims;
  for (const Document& document : record.documents) {
    for (std::size_t i = 0; i < document.claim_ids.size() && i < document.claims.size(); ++i) {
      claims[document.claim_ids[i]] = &document.claims[i];
    }
  }
  return claims;
}

void write_claims(Database& database, const Record& record, RefreshCount& count) {
  const auto as_read = claims_as_read(record);
  Table table(database, "claim_facts");
  for (const RecordClaim& claim : record.claims) {
    ClaimFacts facts{claim.variable, claim.event, claim.origin, claim.source_entities, {}};
    const auto found = as_read.find(claim.id);
    if (found == as_read.end() || *found->second != claim.claim) facts.claim = claim.claim;
    table.put(claim.id, encode(facts));
  }
  table.finish(count);
}

void write_points(Database& database, const Record& record, RefreshCount& count) {
  Table table(database, "points");
  for (const Series& series : record.series) {
    std::map<std::string, int> seen;
    for (const Point& point : series.points) {
      Id id = series.variable + "/" + point.period.to_string();
      if (const int before = seen[id]++; before > 0) id += "#" + std::to_string(before + 1);
      table.put(id, encode(SeriesPoint{series.variable, point}));
    }
  }
  table.finish(count);
}

}  // namespace

RefreshCount Book::Store::write_record(const Record& record) {
  RefreshCount count;
  database.run("CREATE TEMP TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY) WITHOUT ROWID");
  write_documents(database, record, count);
  write_claims(database, record, count);
  write_rows(database, "variables", record.variables, count);
  write_points(database, record, count);
  write_rows(database, "events", record.events, count);
  write_rows(database, "findings", record.findings, count);
  write_rows(database, "origins", record.origins, count);
  write_rows(database, "entities", record.entities, count);
  write_rows(database, "decision_facts", record.decisions, count);
  database.run("DELETE FROM meta WHERE key = 'stale'");
  return count;
}

}  // namespace tally
