// Out of the book: documents with their claims, decisions, and the record as it was written last.
#include <algorithm>
#include <map>

#include "book/codec.h"
#include "book/reports.h"
#include "book/store.h"
#include "record/assemble.h"

namespace tally {
namespace {

Error broken(const Database& database, std::string_view what, std::string_view id) {
  return {ErrorCode::corrupt, "the entry of " + std::string(what) + " " + std::string(id) + " is broken",
          database.path()};
}

std::string owned(const Statement& statement, int column) {
  return std::string(statement.text(column));
}

DateBasis basis_named(std::string_view word) {
  for (const DateBasis basis : {DateBasis::given, DateBasis::found, DateBasis::inferred}) {
    if (name(basis) == word) return basis;
  }
  return DateBasis::unknown;
}

// One table of the record: a function for each row with its id and JSON.
template <class T>
bool load_rows(Database& database, const std::string& table, std::vector<T>& all) {
  Statement rows(database, "SELECT id, data FROM " + table);
  bool sound = true;
  while (sound && rows.step()) {
    T& row = all.emplace_back();
    row.id = owned(rows, 0);
    sound = decode(rows.text(1), row);
  }
  return sound;
}

bool load_series(Database& database, Record& record) {
  struct At {
    std::int64_t position = 0;
    Point point;
  };
  std::map<Id, std::vector<At>> all;
  Statement rows(database, "SELECT position, data FROM points");
  while (rows.step()) {
    SeriesPoint row;
    if (!decode(rows.text(1), row)) return false;
    all[row.variable].push_back({rows.integer(0), std::move(row.point)});
  }
  for (auto& [variable, points] : all) {
    std::ranges::sort(points, {}, &At::position);
    Series& series = record.series.emplace_back();
    series.variable = variable;
    for (At& at : points) series.points.push_back(std::move(at.point));
  }
  return true;
}

// What the record says of the documents, which are in order of their ids.
bool load_document_facts(Database& database, Record& record) {
  Statement rows(database, "SELECT id, data FROM document_facts ORDER BY id");
  for (Document& document : record.documents) {
    DocumentFacts facts;
    if (!rows.step() || rows.text(0) != document.id || !decode(rows.text(1), facts)) return false;
    document.published = std::move(facts.published);
    document.published_because = std::move(facts.because);
    document.copy_of = std::move(facts.copy_of);
    document.event = std::move(facts.event);
    document.replaced_by = std::move(facts.replaced_by);
  }
  return true;
}

bool load_claim_facts(Database& database, Record& record) {
  Statement row(database,
                "SELECT f.id, f.data FROM articles a JOIN claim_facts f ON f.report = a.number "
                "WHERE a.document = ? ORDER BY f.position");
  for (Index d = 0; d < record.documents.size(); ++d) {
    const Document& document = record.documents[d];
    row.reset();
    row.bind(1, document.id);
    for (std::size_t i = 0; i < document.claim_ids.size(); ++i) {
      ClaimFacts facts;
      if (!row.step() || row.text(0) != document.claim_ids[i] || !decode(row.text(1), facts)) return false;
      RecordClaim& claim = record.claims.emplace_back();
      claim.id = document.claim_ids[i];
      claim.document = d;
      claim.claim = document.claims[i];
      if (facts.claim) claim.claim = std::move(*facts.claim);
      claim.variable = std::move(facts.variable);
      claim.event = std::move(facts.event);
      claim.origin = std::move(facts.origin);
      claim.source_entities = std::move(facts.source_entities);
    }
  }
  return true;
}

}  // namespace

Document document_in(const Statement& row) {
  Document document;
  document.id = owned(row, 0);
  ArticleInfo& info = document.info;
  info.id = document.id;
  info.file = owned(row, 1);
  info.url = owned(row, 2);
  info.title = owned(row, 3);
  info.outlet = owned(row, 4);
  info.byline = owned(row, 5);
  info.section = owned(row, 6);
  info.credit = owned(row, 7);
  info.language = owned(row, 8);
  info.published = {date_of(row.text(9)), basis_named(row.text(10)), owned(row, 11), date_of(row.text(12))};
  document.published = info.published;
  document.sha256 = owned(row, 13);
  document.text = owned(row, 14);
  document.retrieved = owned(row, 15);
  return document;
}

Reports::Reports(Database& database)
    : database_(database),
      document_(database, std::string("SELECT ") + kDocumentColumns +
                              " FROM articles a JOIN documents d ON d.id = a.document WHERE a.number = ?"),
      claims_(database, "SELECT id, data FROM claims WHERE document = ? ORDER BY position") {}

Document Reports::load(ReportNumber number) {
  Document document;
  document_.bind(1, number);
  if (document_.step()) document = document_in(document_);
  document_.reset();
  claims_.bind(1, document.id);
  while (claims_.step()) {
    document.claim_ids.emplace_back(claims_.text(0));
    if (!decode(claims_.text(1), document.claims.emplace_back()))
      database_.fail(broken(database_, "claim", claims_.text(0)));
  }
  claims_.reset();
  return document;
}

Result<std::vector<Document>> Book::Store::load_documents() {
  std::vector<Document> documents;
  Statement rows(database, std::string("SELECT ") + kDocumentColumns +
                               " FROM documents d JOIN articles a ON a.document = d.id ORDER BY d.id");
  while (rows.step()) documents.push_back(document_in(rows));
  Statement claims(database, "SELECT document, id, data FROM claims ORDER BY document, position");
  std::size_t at = 0;
  while (claims.step()) {
    while (at < documents.size() && documents[at].id != claims.text(0)) ++at;
    if (at == documents.size()) return std::unexpected(broken(database, "claim", claims.text(1)));
    documents[at].claim_ids.emplace_back(claims.text(1));
    if (!decode(claims.text(2), documents[at].claims.emplace_back())) {
      return std::unexpected(broken(database, "claim", claims.text(1)));
    }
  }
  if (auto ok = database.status(); !ok) return std::unexpected(ok.error());
  return documents;
}

std::vector<Decision> Book::Store::load_decisions() {
  std::vector<Decision> decisions;
  std::vector<Id> undone;
  Statement rows(database, "SELECT id, op, data FROM decisions ORDER BY number");
  while (rows.step()) {
    Decision decision;
    if (!decode(rows.text(2), decision)) continue;
    decision.id = owned(rows, 0);
    if (rows.text(1) == "undo") {
      undone.insert(undone.end(), decision.target.begin(), decision.target.end());
    } else {
      decisions.push_back(std::move(decision));
    }
  }
  std::erase_if(decisions, [&](const Decision& decision) {
    return std::ranges::find(undone, decision.id) != undone.end();
  });
  return decisions;
}

Result<Record> Book::Store::load_record() {
  auto documents = load_documents();
  if (!documents) return std::unexpected(documents.error());
  Record record;
  record.documents = std::move(*documents);
  const bool sound =
      load_document_facts(database, record) && load_claim_facts(database, record) &&
      load_rows(database, "variables", record.variables) && load_series(database, record) &&
      load_rows(database, "events", record.events) && load_rows(database, "findings", record.findings) &&
      load_rows(database, "origins", record.origins) && load_rows(database, "entities", record.entities) &&
      load_rows(database, "decision_facts", record.decisions);
  put_in_order(record);
  if (auto ok = database.status(); !ok) return std::unexpected(ok.error());
  if (!sound) {
    return fail(ErrorCode::corrupt, "the record does not fit the reports; `tally verify` tells more",
                database.path());
  }
  return record;
}

}  // namespace tally
