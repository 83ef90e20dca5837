// The record of many reports: component by component (partition.h), each through the strata in order.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "record/assemble.h"
#include "record/ids.h"
#include "record/partition.h"
#include "record/sheet.h"
#include "record/strata.h"
#include "record/subjects.h"
#include "record/words.h"
#include "tally/record.h"

namespace tally {
namespace {

// The decisions that name a report of the component or something in it.
std::vector<Decision> about(const std::vector<Document>& documents, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return {};
  std::set<Id> here;
  for (const Document& document : documents) {
    here.insert(document.id);
    here.insert(document.claim_ids.begin(), document.claim_ids.end());
  }
  std::vector<Decision> found;
  std::ranges::copy_if(decisions, std::back_inserter(found), [&](const Decision& decision) {
    return std::ranges::any_of(decision.target, [&](const Id& target) {
      return here.contains(target) || here.contains(claim_meant(target));
    });
  });
  return found;
}

template <class T>
void move_to(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Documents and claims of all components, in order of the documents' ids.
void gather(std::vector<Record>& parts, Record& record) {
  struct Place {
    Record* part;
    Index document;
  };
  std::map<Id, Place> places;
  for (Record& part : parts) {
    for (Index d = 0; d < part.documents.size(); ++d) places[part.documents[d].id] = {&part, d};
  }
  for (const auto& [id, place] : places) {
    auto claim = std::ranges::lower_bound(place.part->claims, place.document, {}, &RecordClaim::document);
    for (; claim != place.part->claims.end() && claim->document == place.document; ++claim) {
      RecordClaim& moved = record.claims.emplace_back(std::move(*claim));
      claim->document = place.document;  // still sought by it
      moved.document = static_cast<Index>(record.documents.size());
    }
    record.documents.push_back(std::move(place.part->documents[place.document]));
  }
}

}  // namespace

Record draw_component(std::vector<Document> documents, std::vector<Decision> decisions) {
  Sheet sheet = lay_out(std::move(documents), std::move(decisions));
  Words words;
  replay(sheet);
  find_copies(sheet);
  find_origins(sheet, words);
  const Subjects subjects(sheet.documents, words);
  lend_years(sheet, subjects);
  align(sheet, words, subjects);  // printed periods align variables
  date_by_figures(sheet);         // aligned variables date reports, dated reports resolve periods
  date_by_printed_years(sheet);
  read_dated_again(sheet);
  merge_events(sheet, words, subjects);
  write_events(sheet, words);
  date_by_events(sheet);  // happenings refine dates to the month or the day
  date_open_days(sheet);
  borrow_times(sheet, words, subjects);
  align(sheet, words, subjects);  // and now the implied periods too
  write_events(sheet, words);
  check(sheet, subjects);
  return write_out(std::move(sheet));
}

Record draw_up(std::vector<Document> documents, std::vector<Decision> decisions) {
  std::ranges::stable_sort(documents, {}, &Document::id);
  const auto twice = std::ranges::unique(documents, {}, &Document::id);
  documents.erase(twice.begin(), twice.end());
  for (Document& document : documents) {
    if (document.claim_ids.size() != document.claims.size())
      document.claim_ids = claim_ids(document.id, document.claims);
  }
  const auto components = partition(documents, decisions);
  if (components.size() <= 1) return draw_component(std::move(documents), std::move(decisions));
  std::vector<Record> parts;
  std::map<Id, bool> applied;
  for (const std::vector<Index>& component : components) {
    std::vector<Document> members;
    members.reserve(component.size());
    for (const Index d : component) members.push_back(std::move(documents[d]));
    std::vector<Decision> ruled = about(members, decisions);
    parts.push_back(draw_component(std::move(members), std::move(ruled)));
    for (const Decision& decision : parts.back().decisions) applied[decision.id] = decision.applied;
  }
  Record record;
  gather(parts, record);
  for (Record& part : parts) {
    move_to(record.variables, part.variables);
    move_to(record.series, part.series);
    move_to(record.events, part.events);
    move_to(record.findings, part.findings);
    move_to(record.origins, part.origins);
    move_to(record.entities, part.entities);
  }
  record.decisions = std::move(decisions);
  for (Decision& decision : record.decisions) decision.applied = applied[decision.id];
  put_in_order(record);
  return record;
}

}  // namespace tally
