// What came in → the record brought up to date: keys, places, and the components that are touched drawn
// up anew, in steps that each fit one transaction. Dying between two steps loses nothing: what is left to
// do stands in the tables.
#include <set>
#include <unordered_map>
#include <utility>

#include "book/codec.h"
#include "book/components.h"
#include "book/store.h"
#include "book/write.h"
#include "record/assemble.h"
#include "record/partition.h"

namespace tally {
namespace {

constexpr std::size_t kStep = 500;         // reports
constexpr std::size_t kKeysStep = 10'000;  // reports of which only keys are held

struct ToDraw {
  std::int64_t component = 0;
  std::vector<ReportNumber> reports;
};

std::vector<std::int64_t> components_in(Database& database, std::string_view state, std::size_t most) {
  std::vector<std::int64_t> found;
  Statement rows(database, "SELECT id FROM components WHERE state = ? ORDER BY id LIMIT ?");
  rows.bind(1, state).bind(2, static_cast<std::int64_t>(most));
  while (rows.step()) found.push_back(rows.integer(0));
  return found;
}

// Components to draw, together about so many reports.
std::vector<ToDraw> next_to_draw(Database& database, std::size_t most) {
  std::vector<ToDraw> all;
  std::size_t reports = 0;
  Statement members(database, "SELECT report FROM members WHERE component = ? ORDER BY report");
  for (const std::int64_t component : components_in(database, "waiting", most)) {
    ToDraw& next = all.emplace_back();
    next.component = component;
    members.bind(1, component);
    while (members.step()) next.reports.push_back(members.integer(0));
    members.reset();
    reports += next.reports.size();
    if (reports >= most) break;
  }
  return all;
}

// Decisions by the reports that they name, or in which they name something.
class Rulings {
 public:
  Rulings(Components& components, std::vector<Decision> decisions) : decisions_(std::move(decisions)) {
    for (std::size_t at = 0; at < decisions_.size(); ++at) {
      for (const Id& target : decisions_[at].target) about_[components.number_of(target)].insert(at);
    }
  }
  [[nodiscard]] std::vector<Decision> about(const std::vector<ReportNumber>& reports) const {
    std::set<std::size_t> found;
    for (const ReportNumber report : reports) {
      if (const auto at = about_.find(report); at != about_.end())
        found.insert(at->second.begin(), at->second.end());
    }
    std::vector<Decision> decisions;
    decisions.reserve(found.size());
    for (const std::size_t at : found) decisions.push_back(decisions_[at]);
    return decisions;
  }

 private:
  std::vector<Decision> decisions_;
  std::unordered_map<ReportNumber, std::set<std::size_t>> about_;
};

}  // namespace

bool Book::Store::is_stale() {
  return database.integer("SELECT count(*) FROM meta WHERE key = 'stale'") > 0;
}

void Book::Store::start_anew() {
  for (const char* table :
       {"members", "links", "traits", "components", "document_facts", "claim_facts", "decision_facts"}) {
    database.run(std::string("DELETE FROM ") + table);
  }
  for (const char* table : kComponentTables) database.run(std::string("DELETE FROM ") + table);
  database.run("DELETE FROM meta WHERE key = 'together'");
  database.run("INSERT OR REPLACE INTO meta VALUES ('keys', '" + std::to_string(kKeysVersion) + "')");
  database.run("INSERT OR REPLACE INTO meta VALUES ('stale', 'some')");
}

void Book::Store::unsettle(const std::vector<Id>& targets) {
  Components components(database);
  for (const Id& target : targets) {
    const std::int64_t component = components.component_of(components.number_of(target));
    if (component > 0) components.dissolve(component);
  }
}

std::size_t Book::Store::draw_some(std::size_t most, RefreshCount& count) {
  ComponentWriter writer(database, count);
  Statement forget(database, "DELETE FROM components WHERE id = ?");
  Statement drawn(database, "UPDATE components SET state = 'drawn' WHERE id = ?");
  const auto dissolved = components_in(database, "dissolved", most);
  for (const std::int64_t component : dissolved) {
    writer.remove(component);
    forget.bind(1, component).run();
  }
  Components components(database);
  const Rulings rulings(components, load_decisions());
  Reports reports(database);
  std::size_t done = dissolved.size();
  for (const ToDraw& next : next_to_draw(database, most)) {
    std::vector<Document> documents;
    ReportNumbers numbers;
    for (const ReportNumber number : next.reports) {
      documents.push_back(reports.load(number));
      numbers[documents.back().id] = number;
    }
    if (!database.good()) break;
    writer.write(next.component, draw_component(std::move(documents), rulings.about(next.reports)), numbers);
    drawn.bind(1, next.component).run();
    done += next.reports.size();
  }
  return done;
}

// Decisions of which nothing is there wait for review; those taken back are gone.
void Book::Store::settle_decisions() {
  database.run("CREATE TEMP TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY) WITHOUT ROWID");
  database.run("DELETE FROM temp.kept");
  {
    Statement keep(database, "INSERT OR IGNORE INTO temp.kept VALUES (?)");
    Statement add(database, "INSERT OR IGNORE INTO decision_facts(id, data) VALUES (?, ?)");
    for (const Decision& decision : load_decisions()) {
      const std::string data = encode(decision);
      keep.bind(1, decision.id).run();
      add.bind(1, decision.id).bind(2, data).run();
    }
  }
  database.run("DELETE FROM decision_facts WHERE id NOT IN (SELECT id FROM temp.kept)");
}

bool Book::Store::work(RefreshCount& count) {
  const std::string stale = database.text("SELECT value FROM meta WHERE key = 'stale'");
  if (stale.empty()) return false;
  const bool other_keys =
      database.text("SELECT value FROM meta WHERE key = 'keys'") != std::to_string(kKeysVersion);
  if (stale != "some" || other_keys) start_anew();
  const std::vector<Decision> decisions = load_decisions();
  std::size_t done = 0;
  {
    Components components(database);
    for (std::size_t some = 1; some > 0 && done < kStep && database.good(); done += some)
      some = components.keep_missing(kStep);
    for (std::size_t some = 1; some > 0 && done < kStep && database.good(); done += some)
      some = components.enter(kKeysStep);
    for (std::size_t some = 1; some > 0 && done < kStep && database.good(); done += some)
      some = components.place(kStep, decisions);
  }
  for (std::size_t some = 1; some > 0 && done < kStep && database.good(); done += some)
    some = draw_some(kStep, count);
  if (done >= kStep || !database.good()) return true;
  settle_decisions();
  database.run("DELETE FROM meta WHERE key = 'stale'");
  return false;
}

}  // namespace tally
