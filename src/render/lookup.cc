#include "render/lookup.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "render/words.h"

namespace tally {
namespace {

template <class T>
std::unordered_map<std::string_view, std::size_t> places_of(const std::vector<T>& things) {
  std::unordered_map<std::string_view, std::size_t> places;
  places.reserve(things.size());
  for (std::size_t i = 0; i < things.size(); ++i) places.emplace(things[i].id, i);
  return places;
}

template <class T>
const T* find_in(const std::vector<T>& things,
                 const std::unordered_map<std::string_view, std::size_t>& places, std::string_view id) {
  const auto found = places.find(id);
  return found == places.end() ? nullptr : &things[found->second];
}

}  // namespace

Lookup::Lookup(const Record& record)
    : record_(&record),
      claims_(places_of(record.claims)),
      documents_(places_of(record.documents)),
      variables_(places_of(record.variables)),
      events_(places_of(record.events)),
      origins_(places_of(record.origins)) {}

const RecordClaim* Lookup::claim(std::string_view id) const {
  return find_in(record_->claims, claims_, id);
}
const Document* Lookup::document(std::string_view id) const {
  return find_in(record_->documents, documents_, id);
}
const Variable* Lookup::variable(std::string_view id) const {
  return find_in(record_->variables, variables_, id);
}
const Event* Lookup::event(std::string_view id) const {
  return find_in(record_->events, events_, id);
}
const Origin* Lookup::origin(std::string_view id) const {
  return find_in(record_->origins, origins_, id);
}

std::string Lookup::quote(const RecordClaim& claim) const {
  const Span span = claim.claim.quote;
  return one_line(std::string_view(document_of(claim).text).substr(span.begin, span.size()));
}

std::string Lookup::words_of(const Finding& finding) const {
  std::string words = finding.explanation + ' ' + finding.kind + ' ' + finding.id;
  const auto add = [&](const Id& id) {
    const RecordClaim* of = claim(id);
    if (of == nullptr) return;
    words += ' ' + quote(*of);
    if (const Variable* measured = variable(of->variable)) words += ' ' + measured->label;
  };
  add(finding.claim);
  for (const Id& id : finding.against) add(id);
  return words;
}

std::string Lookup::words_of(const Series& series) const {
  std::string words = series.variable;
  const Variable* measured = variable(series.variable);
  if (measured != nullptr) words += ' ' + measured->label + ' ' + measured->unit;
  for (const Point& point : series.points) words += ' ' + point.period.to_string();
  return words;
}

std::vector<const Series*> Lookup::series_by_weight() const {
  std::vector<std::tuple<std::ptrdiff_t, std::string_view, const Series*>> ranked;
  for (const Series& series : record_->series) {
    const auto borne_out =
        std::ranges::count_if(series.points, [](const Point& p) { return p.documents > 1; });
    const Variable* measured = variable(series.variable);
    ranked.emplace_back(-std::ssize(series.points) - borne_out,
                        measured == nullptr ? std::string_view(series.variable) : measured->label, &series);
  }
  std::ranges::stable_sort(ranked, {},
                           [](const auto& r) { return std::pair(std::get<0>(r), std::get<1>(r)); });
  std::vector<const Series*> all;
  all.reserve(ranked.size());
  for (const auto& entry : ranked) all.push_back(std::get<2>(entry));
  return all;
}

std::string Lookup::words_of(const Event& event) const {
  std::string words = event.id + ' ' + event.label;
  for (const std::string& place : event.where) words += ' ' + place;
  for (const std::string& who : event.who) words += ' ' + who;
  if (event.when) words += ' ' + event.when->to_string() + ' ' + period_in_words(*event.when);
  return words;
}

}  // namespace tally
