// Is the book sound? SQLite's own checks, then what SQLite cannot know: every page and text against
// its hash, every quote against its place.
#include <fmt/format.h>

#include "base/sha256.h"
#include "book/codec.h"
#include "book/pack.h"
#include "book/store.h"
#include "record/ids.h"
#include "tally/utf8.h"

namespace tally {
namespace {

using Problems = std::vector<std::string>;

void check_database(Database& database, Problems& problems) {
  Statement integrity(database, "PRAGMA integrity_check");
  while (integrity.step()) {
    if (integrity.text(0) != "ok") problems.emplace_back(integrity.text(0));
  }
  Statement keys(database, "PRAGMA foreign_key_check");
  while (keys.step()) problems.push_back(fmt::format("a row of {} points nowhere", keys.text(0)));
}

void check_pages(Database& database, Problems& problems) {
  Statement pages(database, "SELECT sha256, size, bytes FROM pages");
  while (pages.step()) {
    const auto bytes = decompress(pages.text(2), static_cast<std::size_t>(pages.integer(1)));
    if (!bytes || sha256_hex(*bytes) != pages.text(0)) {
      problems.push_back(fmt::format("page {}: the bytes are not those that were received", pages.text(0)));
    }
  }
}

void check_quotes(Database& database, std::string_view document, std::string_view text, Problems& problems) {
  const CodePoints points(text);
  Statement claims(database, "SELECT id, quote, quote_start, quote_end, data FROM claims WHERE document = ?");
  claims.bind(1, document);
  while (claims.step()) {
    Claim claim;
    const bool readable = decode(claims.text(4), claim);
    const std::uint32_t from = points.to_byte(static_cast<std::uint32_t>(claims.integer(2)));
    const std::uint32_t to = points.to_byte(static_cast<std::uint32_t>(claims.integer(3)));
    const bool fits = readable && claim.quote == Span{from, to} && to <= text.size() && from <= to &&
                      text.substr(from, to - from) == claims.text(1);
    if (!fits) {
      problems.push_back(fmt::format("claim {}: its quote is not what stands at its place", claims.text(0)));
    }
  }
}

void check_articles(Database& database, Problems& problems) {
  Statement articles(database, "SELECT document, sha256, text FROM articles");
  while (articles.step()) {
    if (sha256_hex(articles.text(2)) != articles.text(1)) {
      problems.push_back(fmt::format("report {}: the text is not the one that was read", articles.text(0)));
    }
    check_quotes(database, articles.text(0), articles.text(2), problems);
  }
}

// Of a record that is up to date every report is in a component, and what is said of it stands there.
void check_components(Database& database, Problems& problems) {
  if (database.integer("SELECT count(*) FROM meta WHERE key = 'stale'") > 0) return;
  Statement lost(database,
                 "SELECT a.document FROM articles a LEFT JOIN members m ON m.report = a.number "
                 "LEFT JOIN document_facts f ON f.id = a.document WHERE coalesce(m.component, 0) = 0 "
                 "OR f.component IS NOT m.component");
  while (lost.step())
    problems.push_back(fmt::format("report {}: it has no place in the record", lost.text(0)));
}

}  // namespace

Result<std::vector<std::string>> Book::verify() {
  Problems problems;
  Database& database = store_->database;
  check_database(database, problems);
  check_pages(database, problems);
  check_articles(database, problems);
  check_components(database, problems);
  if (auto ok = database.status(); !ok) {
    if (ok.error().code != ErrorCode::corrupt) return std::unexpected(ok.error());
    problems.push_back(ok.error().what);
  }
  return problems;
}

}  // namespace tally
