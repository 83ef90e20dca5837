// Events as a list by date: what, where, how many, whose word, which reports.
//
//   Apr 2016    North Korean workers leave a restaurant in Ningbo
//               Ningbo, China
//               13 people: 12 female employees, 1 male manager
//               confirmed by the Ministry of Unification · 2 reports: a.txt, b.txt
#include "render/event_words.h"
#include "render/terminal.h"
#include "render/words.h"

namespace tally {
namespace {

constexpr std::size_t kDateWidth = 12;

std::string told_by(const Event& event, const Lookup& lookup) {
  std::string words = event.status == Status::stated ? "" : std::string(name(event.status));
  if (!event.status_by.empty()) words += " by " + joined(event.status_by, ", ");
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
  if (!event.where.empty()) screen.put(gap, joined(event.where, ", "));
  if (const std::string heads = heads_of(event); !heads.empty()) screen.put(gap, heads);
  if (!event.who.empty()) screen.put(gap, joined(event.who, "; "));
  screen.put(gap, told_by(event, lookup) + " · " + event.id, Ink::dim);
}

}  // namespace

std::string events_as_text(const Record& record, const TextOptions& options) {
  const Lookup lookup(record);
  Screen screen(options);
  bool any = false;
  for (const Event* event : events_by_day(record)) {
    if (!speaks_of(lookup.words_of(*event), options.words)) continue;
    put_event(screen, lookup, *event);
    any = true;
  }
  if (!any) {
    screen.line(options.words.empty() ? "No events yet."
                                      : "No event speaks of “" + one_line(options.words) + "”.");
  }
  return screen.text();
}

}  // namespace tally
