// Events as a list by date: what, where, how many, whose word, which reports.
//
//   Apr 2016    North Korean workers leave a restaurant in Ningbo
//               Ningbo, China
//               13 people: 12 female employees, 1 male manager
//               confirmed by the Ministry of Unification · 2 reports: a.txt, b.txt
#include <algorithm>

#include "render/terminal.h"
#include "render/words.h"

namespace tally {
namespace {

constexpr std::size_t kDateWidth = 12;

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + one_line(word);
  return out;
}

std::string heads_of(const Event& event) {
  std::string words = event.count ? amount_in_words(*event.count, "person") : "";
  std::string parts;
  for (const EventPart& part : event.parts) {
    parts += (parts.empty() ? "" : ", ") + value_in_words(part.value) + ' ' + one_line(part.what);
  }
  if (!words.empty() && !parts.empty()) words += ": ";
  return words + parts;
}

std::string told_by(const Event& event, const Lookup& lookup) {
  std::string words = event.status == Status::stated ? "" : std::string(name(event.status));
  if (!event.status_by.empty()) words += " by " + join(event.status_by, ", ");
  if (!words.empty()) words += " · ";
  words +=
      std::to_string(event.documents.size()) + (event.documents.size() == 1 ? " report: " : " reports: ");
  std::string names;
  for (const Id& id : event.documents) {
    const Document* document = lookup.document(id);
    names += (names.empty() ? "" : ", ") + (document == nullptr ? id : document_name(*document));
  }
  return words + names;
}

void put_event(Screen& screen, const Lookup& lookup, const Event& event) {
  const std::string when = event.when ? period_in_words(*event.when) : "no date";
  const std::string gap(kDateWidth, ' ');
  screen.put(pad(cut(when, kDateWidth - 2), kDateWidth), one_line(event.label), Ink::bold);
  if (!event.where.empty()) screen.put(gap, join(event.where, ", "));
  if (const std::string heads = heads_of(event); !heads.empty()) screen.put(gap, heads);
  if (!event.who.empty()) screen.put(gap, join(event.who, "; "));
  screen.put(gap, told_by(event, lookup) + " · " + event.id, Ink::dim);
}

// By first day; events without a date last.
bool comes_before(const Event* a, const Event* b) {
  if (a->when.has_value() != b->when.has_value()) return a->when.has_value();
  if (a->when && a->when->known() && b->when->known() && a->when->first_day() != b->when->first_day()) {
    return a->when->first_day() < b->when->first_day();
  }
  return a->id < b->id;
}

}  // namespace

std::string events_as_text(const Record& record, const TextOptions& options) {
  const Lookup lookup(record);
  Screen screen(options);
  std::vector<const Event*> events;
  for (const Event& event : record.events) {
    if (speaks_of(lookup.words_of(event), options.words)) events.push_back(&event);
  }
  std::ranges::sort(events, comes_before);
  for (const Event* event : events) put_event(screen, lookup, *event);
  if (events.empty()) {
    screen.line(options.words.empty() ? "No events yet."
                                      : "No event speaks of “" + one_line(options.words) + "”.");
  }
  return screen.text();
}

}  // namespace tally
