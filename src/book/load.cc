// Out of the book: documents with their claims, decisions, and the record as it was written last.
#include <algorithm>
#include <unordered_map>

#include "book/codec.h"
#include "book/store.h"

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

// One table of the record: a function for each row with its id and JSON.
template <class Function>
bool for_each_row(Database& database, const std::string& table, Function&& function) {
  Statement rows(database, "SELECT id, data FROM " + table + " ORDER BY position");
  bool sound = true;
  while (sound && rows.step()) sound = function(owned(rows, 0), rows.text(1));
  return sound;
}

template <class T>
bool load_rows(Database& database, const std::string& table, std::vector<T>& all) {
  return for_each_row(database, table, [&](Id id, std::string_view data) {
    T& row = all.emplace_back();
    row.id = std::move(id);
    return decode(data, row);
  });
}

bool load_series(Database& database, Record& record) {
  for (const Variable& variable : record.variables) record.series.push_back({variable.id, {}});
  std::size_t at = 0;
  const bool sound = for_each_row(database, "points", [&](const Id&, std::string_view data) {
    SeriesPoint row;
    if (!decode(data, row)) return false;
    while (at < record.series.size() && record.series[at].variable != row.variable) ++at;
    if (at == record.series.size()) return false;
    record.series[at].points.push_back(std::move(row.point));
    return true;
  });
  std::erase_if(record.series, [](const Series& series) { return series.points.empty(); });
  return sound;
}

// Moves the documents into the record in its order, with what it says of them.
bool place_documents(Database& database, std::vector<Document>& documents, Record& record) {
  std::unordered_map<Id, std::size_t> where;
  for (std::size_t i = 0; i < documents.size(); ++i) where[documents[i].id] = i;
  return for_each_row(database, "document_facts", [&](const Id& id, std::string_view data) {
    DocumentFacts facts;
    const auto found = where.find(id);
    if (found == where.end() || !decode(data, facts)) return false;
    Document& document = record.documents.emplace_back(std::move(documents[found->second]));
    document.published = std::move(facts.published);
    document.published_because = std::move(facts.because);
    document.copy_of = std::move(facts.copy_of);
    document.event = std::move(facts.event);
    document.replaced_by = std::move(facts.replaced_by);
    return true;
  });
}

bool place_claims(Database& database, Record& record) {
  std::unordered_map<Id, std::pair<Index, std::size_t>> where;
  for (std::size_t d = 0; d < record.documents.size(); ++d) {
    const auto& ids = record.documents[d].claim_ids;
    for (std::size_t i = 0; i < ids.size(); ++i) where[ids[i]] = {static_cast<Index>(d), i};
  }
  record.claims.reserve(where.size());
  return for_each_row(database, "claim_facts", [&](Id id, std::string_view data) {
    ClaimFacts facts;
    const auto found = where.find(id);
    if (found == where.end() || !decode(data, facts)) return false;
    const auto [document, position] = found->second;
    RecordClaim& claim = record.claims.emplace_back();
    claim.id = std::move(id);
    claim.document = document;
    claim.claim = facts.claim ? std::move(*facts.claim) : record.documents[document].claims[position];
    claim.variable = std::move(facts.variable);
    claim.event = std::move(facts.event);
    claim.origin = std::move(facts.origin);
    claim.source_entities = std::move(facts.source_entities);
    return true;
  });
}

}  // namespace

bool Book::Store::is_stale() {
  return database.integer("SELECT count(*) FROM meta WHERE key = 'stale'") > 0;
}

Result<std::vector<Document>> Book::Store::load_documents() {
  std::vector<Document> documents;
  Statement rows(database,
                 "SELECT d.id, file, url, title, outlet, byline, section, credit, language, published, "
                 "published_basis, published_rule, modified, a.sha256, a.text, retrieved "
                 "FROM documents d JOIN articles a ON a.document = d.id ORDER BY d.id");
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
  const bool sound =
      place_documents(database, *documents, record) && place_claims(database, record) &&
      load_rows(database, "variables", record.variables) && load_series(database, record) &&
      load_rows(database, "events", record.events) && load_rows(database, "findings", record.findings) &&
      load_rows(database, "origins", record.origins) && load_rows(database, "entities", record.entities) &&
      load_rows(database, "decision_facts", record.decisions);
  if (auto ok = database.status(); !ok) return std::unexpected(ok.error());
  if (!sound) {
    return fail(ErrorCode::corrupt, "the record does not fit the reports; `tally verify` tells more",
                database.path());
  }
  return record;
}

}  // namespace tally
