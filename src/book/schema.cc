// The tables of a book and the steps that bring an older book up to date. docs/data-model.md says
// what stands in them; the comments below stay in the file itself, where any SQLite tool shows them.
//
// A new version adds a step at the end of kSteps; steps that have been released are never altered.
#include "book/schema.h"

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include "record/keys.h"

namespace tally {
namespace {

constexpr std::int64_t kApplication = 0x74616C79;  // "taly"

constexpr std::string_view kFirst = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE pages (
  sha256 TEXT PRIMARY KEY,          -- of the bytes as received
  size INTEGER NOT NULL,            -- of the bytes as received
  media_type TEXT, charset TEXT,    -- as declared; NULL: not declared
  bytes BLOB NOT NULL               -- compressed with zstd
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,              -- hash of bytes and address
  page TEXT NOT NULL REFERENCES pages(sha256),
  file TEXT NOT NULL,               -- name as added, without folder
  url TEXT, title TEXT, outlet TEXT, byline TEXT, section TEXT, credit TEXT,
  language TEXT,                    -- ISO 639-1
  published TEXT,                   -- EDTF, as given or found on the page; see document_facts
  published_basis TEXT NOT NULL,    -- unknown, given, found
  published_rule TEXT, modified TEXT,
  retrieved TEXT,                   -- when the page was fetched, if known
  added TEXT NOT NULL               -- when it came into this book
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE REFERENCES documents(id),
  sha256 TEXT NOT NULL,             -- of the text
  text TEXT NOT NULL,
  source_map BLOB NOT NULL          -- runs of text and page bytes; empty: the text is the bytes
) STRICT;

CREATE VIRTUAL TABLE articles_fts USING fts5(
  text, content='articles', content_rowid='number', tokenize='porter unicode61');
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, text) VALUES (new.number, new.text);
END;

CREATE TABLE claims (
  id TEXT PRIMARY KEY,              -- hash of document, kind, span and ordinal
  document TEXT NOT NULL REFERENCES documents(id),
  position INTEGER NOT NULL,        -- in the order of the text
  quote TEXT NOT NULL,              -- the words
  quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,  -- code points into the article's text
  data TEXT NOT NULL,               -- everything, as JSON; the columns below show parts of it
  kind TEXT AS (data->>'$.kind'), status TEXT AS (coalesce(data->>'$.status', 'stated')),
  modality TEXT AS (coalesce(data->>'$.modality', 'observed')),
  best TEXT AS (data->>'$.value.best'), low TEXT AS (data->>'$.value.low'),
  high TEXT AS (data->>'$.value.high'), modifier TEXT AS (data->>'$.value.modifier'),
  unit TEXT AS (data->>'$.unit'), period TEXT AS (data->>'$.period'),
  property TEXT AS (data->>'$.measure.property'), population TEXT AS (data->>'$.measure.population'),
  place TEXT AS (data->>'$.measure.place'), aggregate TEXT AS (data->>'$.measure.aggregate'),
  rule TEXT AS (data->>'$.rule')
) STRICT;
CREATE INDEX claims_of_document ON claims(document, position);

-- What people ruled: only ever added to. An 'undo' names the decision that it takes back.
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, op TEXT NOT NULL, at TEXT NOT NULL, by TEXT, why TEXT,
  data TEXT NOT NULL
) STRICT;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'decisions are only added to'); END;
CREATE TRIGGER decisions_stay_there BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions are only added to'); END;

-- The record, drawn up from the claims and the decisions; it can be drawn up anew at any time.
CREATE TABLE document_facts (
  id TEXT PRIMARY KEY REFERENCES documents(id), position INTEGER NOT NULL, data TEXT NOT NULL,
  published TEXT AS (data->>'$.published.date'), basis TEXT AS (data->>'$.published.basis'),
  copy_of TEXT AS (data->>'$.copy_of'), event TEXT AS (data->>'$.event')) STRICT, WITHOUT ROWID;
CREATE TABLE claim_facts (
  id TEXT PRIMARY KEY REFERENCES claims(id), position INTEGER NOT NULL, data TEXT NOT NULL,
  variable TEXT AS (data->>'$.variable'), event TEXT AS (data->>'$.event'),
  origin TEXT AS (data->>'$.origin'), period TEXT AS (data->>'$.claim.period')) STRICT, WITHOUT ROWID;
CREATE TABLE variables (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  label TEXT AS (data->>'$.label'), unit TEXT AS (data->>'$.unit'),
  property TEXT AS (data->>'$.measure.property'), population TEXT AS (data->>'$.measure.population'),
  place TEXT AS (data->>'$.measure.place'), aggregate TEXT AS (data->>'$.measure.aggregate')) STRICT, WITHOUT ROWID;
CREATE TABLE points (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  variable TEXT AS (data->>'$.variable'), period TEXT AS (data->>'$.period'),
  best TEXT AS (data->>'$.value.best'), low TEXT AS (data->>'$.value.low'),
  high TEXT AS (data->>'$.value.high'), modifier TEXT AS (data->>'$.value.modifier'),
  reports INTEGER AS (data->>'$.documents'), origins INTEGER AS (data->>'$.origins'),
  standing TEXT AS (data->>'$.standing')) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  label TEXT AS (data->>'$.label'), happened TEXT AS (data->>'$.when'),
  best TEXT AS (data->>'$.count.best'), status TEXT AS (data->>'$.status')) STRICT, WITHOUT ROWID;
CREATE TABLE findings (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  verdict TEXT AS (data->>'$.verdict'), kind TEXT AS (data->>'$.kind'), claim TEXT AS (data->>'$.claim'),
  explanation TEXT AS (data->>'$.explanation')) STRICT, WITHOUT ROWID;
CREATE TABLE origins (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  label TEXT AS (data->>'$.label')) STRICT, WITHOUT ROWID;
CREATE TABLE entities (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  kind TEXT AS (data->>'$.kind'), label TEXT AS (data->>'$.label')) STRICT, WITHOUT ROWID;
CREATE TABLE decision_facts (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL,
  applied INTEGER AS (data->>'$.applied')) STRICT, WITHOUT ROWID;

-- For people with a table viewer.
CREATE VIEW series_by_period AS
  SELECT v.label, v.unit, p.period, CAST(p.best AS REAL) AS best, CAST(p.low AS REAL) AS low,
         CAST(p.high AS REAL) AS high, p.modifier, p.reports, p.origins, p.standing, p.id AS point
  FROM points p JOIN variables v ON v.id = p.variable ORDER BY v.position, p.position;
CREATE VIEW events_by_date AS
  SELECT happened, label, CAST(best AS REAL) AS people, status, json_array_length(data, '$.documents') AS reports, id
  FROM events ORDER BY happened, position;
CREATE VIEW findings_by_rank AS
  SELECT f.verdict, f.kind, f.explanation, c.quote, d.file, d.url, f.id
  FROM findings f LEFT JOIN claims c ON c.id = f.claim LEFT JOIN documents d ON d.id = c.document
  ORDER BY f.position;
CREATE VIEW claims_by_report AS
  SELECT d.file, d.outlet, c.kind, c.quote, CAST(c.best AS REAL) AS best, c.modifier, c.unit,
         coalesce(f.period, c.period) AS period, c.status, c.modality, v.label AS variable, c.id
  FROM claims c JOIN documents d ON d.id = c.document
  LEFT JOIN claim_facts f ON f.id = c.id LEFT JOIN variables v ON v.id = f.variable
  ORDER BY d.file, c.position;
)sql";

// The record by components (record/partition.h): what one report changes is found by looking keys up,
// and only the components that it touches are drawn up anew.
constexpr std::string_view kSecond = R"sql(
DROP VIEW series_by_period; DROP VIEW events_by_date; DROP VIEW findings_by_rank; DROP VIEW claims_by_report;
DROP TABLE document_facts; DROP TABLE claim_facts; DROP TABLE variables; DROP TABLE points; DROP TABLE events;
DROP TABLE findings; DROP TABLE origins; DROP TABLE entities; DROP TABLE decision_facts;

-- Which reports are looked at together. A report is known here by the number of its article.
CREATE TABLE components (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL               -- waiting (to be drawn up), drawn, dissolved (its rows are to go)
) STRICT;
CREATE INDEX components_to_do ON components(state) WHERE state != 'drawn';
CREATE TABLE members (
  report INTEGER PRIMARY KEY REFERENCES articles(number),
  component INTEGER NOT NULL,       -- 0: not placed yet; -1: its keys are not entered yet
  keys BLOB NOT NULL                -- what it can be found by: a count of links, links, traits; 64 bits each
) STRICT;
CREATE INDEX members_of_component ON members(component, report);
CREATE TABLE links (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL           -- the first that has it: all others are in its component
) STRICT;
CREATE TABLE traits (
  key INTEGER NOT NULL,
  report INTEGER NOT NULL,          -- 0 alone: more reports have it than it says anything of
  PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;

-- The record, drawn up from the claims and the decisions; it can be drawn up anew at any time.
CREATE TABLE document_facts (
  id TEXT PRIMARY KEY REFERENCES documents(id), component INTEGER NOT NULL, data TEXT NOT NULL,
  published TEXT AS (data->>'$.published.date'), basis TEXT AS (data->>'$.published.basis'),
  copy_of TEXT AS (data->>'$.copy_of'), event TEXT AS (data->>'$.event')) STRICT, WITHOUT ROWID;
CREATE TABLE claim_facts (
  report INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL,
  variable TEXT AS (data->>'$.variable'), event TEXT AS (data->>'$.event'),
  origin TEXT AS (data->>'$.origin'), period TEXT AS (data->>'$.claim.period'),
  PRIMARY KEY (report, position)) STRICT, WITHOUT ROWID;
CREATE TABLE variables (
  component INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
  label TEXT AS (data->>'$.label'), unit TEXT AS (data->>'$.unit'),
  property TEXT AS (data->>'$.measure.property'), population TEXT AS (data->>'$.measure.population'),
  place TEXT AS (data->>'$.measure.place'), aggregate TEXT AS (data->>'$.measure.aggregate'),
  PRIMARY KEY (component, id)) STRICT, WITHOUT ROWID;
CREATE TABLE points (
  component INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
  variable TEXT AS (data->>'$.variable'), period TEXT AS (data->>'$.period'),
  best TEXT AS (data->>'$.value.best'), low TEXT AS (data->>'$.value.low'),
  high TEXT AS (data->>'$.value.high'), modifier TEXT AS (data->>'$.value.modifier'),
  reports INTEGER AS (data->>'$.documents'), origins INTEGER AS (data->>'$.origins'),
  standing TEXT AS (data->>'$.standing'), PRIMARY KEY (component, id)) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  component INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
  label TEXT AS (data->>'$.label'), happened TEXT AS (data->>'$.when'),
  best TEXT AS (data->>'$.count.best'), status TEXT AS (data->>'$.status'),
  PRIMARY KEY (component, id)) STRICT, WITHOUT ROWID;
CREATE TABLE findings (
  component INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
  verdict TEXT AS (data->>'$.verdict'), kind TEXT AS (data->>'$.kind'), claim TEXT AS (data->>'$.claim'),
  explanation TEXT AS (data->>'$.explanation'), PRIMARY KEY (component, id)) STRICT, WITHOUT ROWID;
CREATE TABLE origins (
  component INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
  label TEXT AS (data->>'$.label'), PRIMARY KEY (component, id)) STRICT, WITHOUT ROWID;
CREATE TABLE entities (
  component INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
  kind TEXT AS (data->>'$.kind'), label TEXT AS (data->>'$.label'),
  PRIMARY KEY (component, id)) STRICT, WITHOUT ROWID;
CREATE TABLE decision_facts (
  id TEXT PRIMARY KEY, data TEXT NOT NULL, applied INTEGER AS (data->>'$.applied')) STRICT, WITHOUT ROWID;

-- For people with a table viewer.
CREATE VIEW series_by_period AS
  SELECT v.label, v.unit, p.period, CAST(p.best AS REAL) AS best, CAST(p.low AS REAL) AS low,
         CAST(p.high AS REAL) AS high, p.modifier, p.reports, p.origins, p.standing, p.id AS point
  FROM variables v JOIN points p ON p.component = v.component AND p.variable = v.id
  ORDER BY v.id, p.position;
CREATE VIEW events_by_date AS
  SELECT happened, label, CAST(best AS REAL) AS people, status, json_array_length(data, '$.documents') AS reports, id
  FROM events ORDER BY happened, id;
CREATE VIEW findings_by_rank AS
  SELECT f.verdict, f.kind, f.explanation, c.quote, d.file, d.url, f.id
  FROM findings f LEFT JOIN claims c ON c.id = f.claim LEFT JOIN documents d ON d.id = c.document
  ORDER BY CASE f.verdict WHEN 'fails' THEN 0 WHEN 'depends' THEN 1 WHEN 'cannot_tell' THEN 2
                          WHEN 'explained' THEN 3 ELSE 4 END,
           coalesce(f.data->>'$.rank', 0), coalesce(CAST(f.data->>'$.relative_size' AS REAL), 0) DESC, f.id;
CREATE VIEW claims_by_report AS
  SELECT d.file, d.outlet, c.kind, c.quote, CAST(c.best AS REAL) AS best, c.modifier, c.unit,
         coalesce(f.period, c.period) AS period, c.status, c.modality, v.label AS variable, c.id
  FROM claims c JOIN documents d ON d.id = c.document JOIN articles a ON a.document = d.id
  LEFT JOIN document_facts df ON df.id = d.id
  LEFT JOIN claim_facts f ON f.report = a.number AND f.position = c.position
  LEFT JOIN variables v ON v.component = df.component AND v.id = f.variable
  ORDER BY d.file, c.position;

INSERT OR REPLACE INTO meta SELECT 'stale', 'all' WHERE EXISTS (SELECT 1 FROM articles);
)sql";

constexpr std::array<std::string_view, 2> kSteps = {kFirst, kSecond};

Result<void> migrate(Database& database) {
  Transaction transaction(database);
  // Somebody else may have been quicker.
  const auto version = static_cast<std::size_t>(database.integer("PRAGMA user_version"));
  const bool is_new = version == 0;
  for (std::size_t step = version; step < kSteps.size(); ++step) database.run(std::string(kSteps[step]));
  // Reports that are there already have no keys yet.
  if (is_new) database.run("INSERT INTO meta VALUES ('keys', '" + std::to_string(kKeysVersion) + "')");
  database.run("PRAGMA application_id = " + std::to_string(kApplication));
  database.run("PRAGMA user_version = " + std::to_string(kSteps.size()));
  return transaction.commit();
}

// Two programs that make one book at the same moment get in each other's way here, whatever the
// timeout: the change of the journal does not wait.
void use_write_ahead_log(Database& database) {
  using namespace std::chrono_literals;
  for (int tries = 0; tries < 200; ++tries) {
    database.run("PRAGMA journal_mode = WAL");
    const auto status = database.status();
    if (status || status.error().code != ErrorCode::busy) return;
    database.clear();
    std::this_thread::sleep_for(25ms);
  }
  database.run("PRAGMA journal_mode = WAL");
}

}  // namespace

Result<void> bring_up_to_date(Database& database, Database::Mode mode) {
  const auto version = static_cast<std::size_t>(database.integer("PRAGMA user_version"));
  const std::int64_t application = database.integer("PRAGMA application_id");
  const bool is_new = database.integer("SELECT count(*) FROM sqlite_master") == 0;
  if (auto ok = database.status(); !ok) {
    return ok.error().code == ErrorCode::corrupt
               ? fail(ErrorCode::corrupt, "this file is no book of tally", database.path())
               : ok;
  }
  if (application != kApplication && !is_new) {
    return fail(ErrorCode::corrupt, "this database is no book of tally", database.path());
  }
  if (version > kSteps.size()) {
    return fail(ErrorCode::not_built, "this book was made by a later version of tally", database.path());
  }
  if (mode == Database::Mode::read) {
    return version == kSteps.size()
               ? Result<void>{}
               : fail(ErrorCode::not_built, "this book is of an older version and opened only for reading",
                      database.path());
  }
  use_write_ahead_log(database);
  database.run("PRAGMA synchronous = FULL");
  database.run("PRAGMA foreign_keys = ON");
  database.run("PRAGMA wal_autocheckpoint = 32768");  // pages: what is written often is moved seldom
  if (version < kSteps.size()) return migrate(database);
  return database.status();
}

}  // namespace tally
