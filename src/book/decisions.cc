// Decisions: added, never altered; taking one back adds another.
#include <algorithm>

#include "book/codec.h"
#include "book/store.h"
#include "record/ids.h"

namespace tally {
namespace {

void insert(Database& database, const Decision& decision, std::string_view op) {
  const std::string data = encode(decision);
  {
    Statement row(database, "INSERT INTO decisions(id, op, at, by, why, data) VALUES (?, ?, ?, ?, ?, ?)");
    row.bind(1, decision.id).bind(2, op).bind(3, decision.at).bind_or_null(4, decision.by);
    row.bind_or_null(5, decision.why).bind(6, data).run();
  }
  database.run("INSERT OR IGNORE INTO meta VALUES ('stale', 'some')");
}

// The same words may be ruled twice: the number of rulings so far tells them apart.
Id new_id(Database& database, const Decision& decision, std::string_view op) {
  return hashed_id(
      'r', std::string(op) + " " + encode(decision) + " " + database.text("SELECT count(*) FROM decisions"));
}

}  // namespace

Result<Id> Book::decide(Decision decision) {
  if (decision.at.empty()) decision.at = now_as_text();
  decision.applied = false;
  if (decision.id.empty()) decision.id = new_id(store_->database, decision, name(decision.op));
  Transaction transaction(store_->database);
  insert(store_->database, decision, name(decision.op));
  store_->unsettle(decision.target);
  if (auto ok = transaction.commit(); !ok) return std::unexpected(ok.error());
  return decision.id;
}

Result<Id> Book::undo(const Id& id) {
  const std::vector<Decision> standing = store_->load_decisions();
  std::vector<Id> found;
  for (const Decision& decision : standing) {
    if (decision.id.starts_with(id)) found.push_back(decision.id);
  }
  if (found.empty()) {
    return fail(ErrorCode::not_found,
                id.empty() ? "there is no decision to take back" : "no decision has this id", id);
  }
  if (found.size() > 1 && !id.empty()) {
    return fail(ErrorCode::usage, "several decisions begin like this; give more of the id", id);
  }
  Decision undo;
  undo.target = {found.back()};
  undo.at = now_as_text();
  undo.id = new_id(store_->database, undo, "undo");
  const auto undone = std::ranges::find(standing, found.back(), &Decision::id);
  Transaction transaction(store_->database);
  insert(store_->database, undo, "undo");
  store_->unsettle(undone->target);
  if (auto ok = transaction.commit(); !ok) return std::unexpected(ok.error());
  return found.back();
}

}  // namespace tally
