// Keys in, components out; see components.h.
#include "book/components.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/groups.h"
#include "record/partition.h"

namespace tally {
namespace {

// In place of a component.
constexpr std::int64_t kNotPlaced = 0;
constexpr std::int64_t kNotEntered = -1;

void put(std::string& bytes, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((number >> shift) & 0xFFU);
}

std::uint64_t get(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t byte = 8; byte-- > 0;)
    number = (number << 8U) | static_cast<unsigned char>(bytes[at * 8 + byte]);
  return number;
}

}  // namespace

std::string pack(const ReportKeys& keys) {
  std::string bytes;
  bytes.reserve((1 + keys.links.size() + keys.traits.size()) * 8);
  put(bytes, keys.links.size());
  for (const auto* list : {&keys.links, &keys.traits}) {
    for (const ReportKey key : *list) put(bytes, static_cast<std::uint64_t>(key));
  }
  return bytes;
}

ReportKeys unpack_keys(std::string_view bytes) {
  ReportKeys keys;
  const std::size_t count = bytes.size() / 8;
  if (count == 0) return keys;
  const std::size_t links = std::min<std::size_t>(get(bytes, 0), count - 1);
  for (std::size_t at = 1; at < count; ++at)
    (at <= links ? keys.links : keys.traits).push_back(static_cast<ReportKey>(get(bytes, at)));
  return keys;
}

Components::Components(Database& database)
    : database_(database),
      reports_(database),
      last_(database, "SELECT coalesce(max(report), 0) FROM members"),
      add_link_(database, "INSERT OR IGNORE INTO links VALUES (?, ?)"),
      first_with_(database, "SELECT report FROM links WHERE key = ?"),
      add_member_(database, "INSERT INTO members VALUES (?1, ?2, ?3)"),
      holders_(database, "SELECT report FROM traits WHERE key = ?"),
      add_holder_(database, "INSERT INTO traits VALUES (?, ?)"),
      forget_holders_(database, "DELETE FROM traits WHERE key = ?"),
      reports_in_(database, "SELECT report, keys FROM members WHERE component = ? ORDER BY report LIMIT ?"),
      component_(database, "SELECT component FROM members WHERE report = ?"),
      take_out_(database, "UPDATE members SET component = 0 WHERE component = ?"),
      move_(database, "UPDATE members SET component = ?2 WHERE component = ?1"),
      put_(database, "UPDATE members SET component = ?2 WHERE report = ?1"),
      set_state_(database, "UPDATE components SET state = ?2 WHERE id = ?1"),
      add_component_(database, "INSERT INTO components(state) VALUES ('waiting') RETURNING id"),
      by_document_(database, "SELECT number FROM articles WHERE document = ?"),
      by_claim_(database,
                "SELECT a.number FROM claims c JOIN articles a ON a.document = c.document WHERE c.id = ?") {}

void Components::dissolve(std::int64_t component) {
  take_out_.bind(1, component).run();
  set_state_.bind(1, component).bind(2, "dissolved").run();
}

std::int64_t Components::component_of(ReportNumber report) {
  component_.bind(1, report);
  const std::int64_t component = component_.step() ? component_.integer(0) : 0;
  component_.reset();
  return component;
}

ReportNumber Components::number_of(const Id& target) {
  by_document_.bind(1, target);
  ReportNumber number = by_document_.step() ? by_document_.integer(0) : 0;
  by_document_.reset();
  for (const Id& claim : {target, claim_meant(target)}) {
    if (number != 0) break;
    by_claim_.bind(1, claim);
    number = by_claim_.step() ? by_claim_.integer(0) : 0;
    by_claim_.reset();
  }
  return number;
}

std::vector<ReportNumber> Components::holders_of(ReportKey trait) {
  std::vector<ReportNumber> holders;
  holders_.bind(1, trait);
  while (holders_.step()) holders.push_back(holders_.integer(0));
  holders_.reset();
  return holders;
}

void Components::add_trait(ReportKey key, ReportNumber report) {
  const std::vector<ReportNumber> before = holders_of(key);
  if (!before.empty() && before.front() == 0) return;  // too many have it already
  const std::size_t holders = before.size() + 1;
  if (passes_bound(key, holders)) {
    std::map<std::int64_t, int> seen;
    for (const ReportNumber other : before) {
      // An edge needs two of them in one component.
      if (const auto component = component_of(other); component > 0 && ++seen[component] == 2)
        dissolve(component);
    }
  }
  if (weight_of(key, holders) == 0) {
    forget_holders_.bind(1, key).run();
    report = 0;
  }
  add_holder_.bind(1, key).bind(2, report).run();
}

void Components::add_link(ReportKey key, ReportNumber report) {
  add_link_.bind(1, key).bind(2, report).run();
}

bool Components::is_next(ReportNumber report) {
  const bool next = last_.step() && last_.integer(0) + 1 == report;
  last_.reset();
  return next;
}

void Components::keep(ReportNumber report, const ReportKeys& keys) {
  const std::string packed = pack(keys);
  add_member_.bind(1, report).bind(2, kNotEntered).bind_bytes(3, packed).run();
}

std::size_t Components::keep_missing(std::size_t most) {
  std::vector<ReportNumber> numbers;
  {
    Statement missing(
        database_,
        "SELECT number FROM articles WHERE number > (SELECT coalesce(max(report), 0) FROM members) "
        "ORDER BY number LIMIT ?");
    missing.bind(1, static_cast<std::int64_t>(most));
    while (missing.step()) numbers.push_back(missing.integer(0));
  }
  for (const ReportNumber number : numbers) {
    const Document document = reports_.load(number);
    keep(number, keys_of(document.info, document.text, document.claims));
  }
  return numbers.size();
}

std::size_t Components::enter(std::size_t most) {
  const std::vector<Waiting> fresh = reports_in(kNotEntered, most);
  std::vector<std::pair<ReportKey, ReportNumber>> links;
  std::vector<std::pair<ReportKey, ReportNumber>> traits;
  for (const Waiting& report : fresh) {
    for (const ReportKey key : report.keys.links) links.emplace_back(key, report.number);
    for (const ReportKey key : report.keys.traits) traits.emplace_back(key, report.number);
    put_.bind(1, report.number).bind(2, kNotPlaced).run();
  }
  std::ranges::sort(links);
  std::ranges::sort(traits);
  for (const auto& [key, report] : links) add_link(key, report);
  for (const auto& [key, report] : traits) add_trait(key, report);
  return fresh.size();
}

std::vector<Components::Waiting> Components::reports_in(std::int64_t component, std::size_t most) {
  std::vector<Waiting> all;
  reports_in_.bind(1, component).bind(2, static_cast<std::int64_t>(most));
  while (reports_in_.step()) all.push_back({reports_in_.integer(0), unpack_keys(reports_in_.text(1))});
  reports_in_.reset();
  return all;
}

// The reports that its keys join it to; of a link the first that has it stands for all.
void Components::touched_by(const Waiting& report, std::vector<ReportNumber>& others) {
  for (const ReportKey key : report.keys.links) {
    first_with_.bind(1, key);
    if (first_with_.step() && first_with_.integer(0) != report.number)
      others.push_back(first_with_.integer(0));
    first_with_.reset();
  }
  std::unordered_map<ReportNumber, int> shared;
  for (const ReportKey key : report.keys.traits) {
    const std::vector<ReportNumber> holders = holders_of(key);
    if (holders.empty() || holders.front() == 0) continue;
    for (const ReportNumber other : holders) shared[other] += weight_of(key, holders.size());
  }
  for (const auto& [other, weight] : shared) {
    if (weight >= kJoined && other != report.number) others.push_back(other);
  }
}

std::unordered_map<ReportNumber, std::vector<ReportNumber>> Components::ruled_together(
    std::span<const Decision> decisions) {
  std::unordered_map<ReportNumber, std::vector<ReportNumber>> together;
  for (const Decision& decision : decisions) {
    std::vector<ReportNumber> reports;
    for (const Id& target : decision.target) {
      if (const ReportNumber number = number_of(target); number != 0) reports.push_back(number);
    }
    for (const ReportNumber report : reports) {
      auto& others = together[report];
      others.insert(others.end(), reports.begin(), reports.end());
    }
  }
  return together;
}

std::int64_t Components::new_component() {
  const std::int64_t component = add_component_.step() ? add_component_.integer(0) : 0;
  add_component_.reset();
  return component;
}

// A book gathered by hand is one component.
std::size_t Components::place_together() {
  std::set<std::int64_t> old;
  {
    Statement all(database_, "SELECT DISTINCT component FROM members WHERE component > 0");
    while (all.step()) old.insert(all.integer(0));
  }
  const std::int64_t stays = old.empty() ? new_component() : *old.begin();
  for (const std::int64_t component : old) {
    if (component != stays) dissolve(component);
  }
  set_state_.bind(1, stays).bind(2, "waiting").run();
  move_.bind(1, kNotPlaced).bind(2, stays).run();
  database_.run("INSERT OR REPLACE INTO meta VALUES ('together', '1')");
  return kGatheredByHand;
}

// A book that has outgrown being one component is parted as a whole.
void Components::part() {
  if (database_.integer("SELECT count(*) FROM meta WHERE key = 'together'") == 0) return;
  const auto whole = database_.integer("SELECT max(component) FROM members");
  if (whole > 0) dissolve(whole);
  database_.run("DELETE FROM meta WHERE key = 'together'");
}

Components::Neighbourhood Components::neighbourhood_of(const std::vector<Waiting>& fresh,
                                                       std::span<const Decision> decisions) {
  const auto ruled = ruled_together(decisions);
  std::unordered_map<ReportNumber, Index> index;
  for (Index i = 0; i < fresh.size(); ++i) index[fresh[i].number] = i;
  Neighbourhood around;
  auto next = static_cast<Index>(fresh.size());
  for (Index i = 0; i < fresh.size(); ++i) {
    std::vector<ReportNumber> others;
    touched_by(fresh[i], others);
    if (const auto at = ruled.find(fresh[i].number); at != ruled.end())
      others.insert(others.end(), at->second.begin(), at->second.end());
    for (const ReportNumber other : others) {
      if (const auto at = index.find(other); at != index.end()) {
        around.edges.emplace_back(i, at->second);
        continue;
      }
      const std::int64_t component = component_of(other);
      if (component <= 0) continue;  // it will look for this one when its turn comes
      const auto [at, is_new] = around.components.try_emplace(component, next);
      if (is_new) ++next;
      around.edges.emplace_back(i, at->second);
    }
  }
  return around;
}

std::size_t Components::place(std::size_t most, std::span<const Decision> decisions) {
  if (database_.integer("SELECT EXISTS (SELECT 1 FROM members WHERE component = 0)") == 0) return 0;
  const auto reports = database_.integer("SELECT max(report) FROM members");
  if (reports <= static_cast<std::int64_t>(kGatheredByHand)) return place_together();
  part();
  const std::vector<Waiting> fresh = reports_in(kNotPlaced, most);
  const Neighbourhood around = neighbourhood_of(fresh, decisions);
  Groups groups(fresh.size() + around.components.size());
  for (const auto& [a, b] : around.edges) groups.join(a, b);
  // Of components that become one the first stays.
  std::map<Index, std::int64_t> component_of_group;
  for (const auto& [component, node] : around.components) {
    const auto [at, stays] = component_of_group.try_emplace(groups.find(node), component);
    if (!stays) move_.bind(1, component).bind(2, at->second).run();
    set_state_.bind(1, component).bind(2, stays ? "waiting" : "dissolved").run();
  }
  for (Index i = 0; i < fresh.size(); ++i) {
    auto& component = component_of_group[groups.find(i)];
    if (component == 0) component = new_component();
    put_.bind(1, fresh[i].number).bind(2, component).run();
  }
  return fresh.size();
}

}  // namespace tally
