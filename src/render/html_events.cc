// The events of the page on a time line, by first day; those without a date last.
#include <fmt/format.h>

#include "render/event_words.h"
#include "render/html.h"
#include "render/words.h"

namespace tally {
namespace {

std::string reports_on(const Event& event, const Lookup& lookup) {
  std::string out;
  for (const Id& id : event.claims) {
    const RecordClaim* claim = lookup.claim(id);
    if (claim == nullptr) continue;
    const Document& document = lookup.document_of(*claim);
    const std::string link =
        fmt::format("<a href=\"{}\">{}</a>", link_to_claim(id), escape(document_name(document)));
    if (out.find(">" + escape(document_name(document)) + "<") == std::string::npos)
      out += (out.empty() ? "" : ", ") + link;
  }
  return out;
}

std::string item_of(const Event& event, const Lookup& lookup) {
  std::string out = fmt::format(
      "<li id=\"event-{}\"><p class=\"when\">{}</p><div class=\"what\"><h3>{}</h3>", escape(event.id),
      escape(event.when ? period_in_words(*event.when) : "no date"), escape(one_line(event.label)));
  if (!event.where.empty()) out += "<p>" + escape(joined(event.where, ", ")) + "</p>";
  if (const std::string heads = heads_of(event); !heads.empty()) out += "<p>" + escape(heads) + "</p>";
  std::string status(event.status == Status::stated ? "" : name(event.status));
  if (!event.status_by.empty()) status += (status.empty() ? "by " : " by ") + joined(event.status_by, ", ");
  out += "<p class=\"aside\">" + escape(status) + (status.empty() ? "" : " · ") + "told by " +
         reports_on(event, lookup) + "</p>";
  return out + "</div></li>";
}

}  // namespace

std::string events_section(const Record& record, const Lookup& lookup) {
  const std::vector<const Event*> events = events_by_day(record);
  std::string out = "<section id=\"events\"><h2>Events</h2>";
  if (events.empty()) return out + "<p>No events were read.</p></section>";
  out += "<ol class=\"line\">";
  for (const Event* event : events) out += item_of(*event, lookup);
  return out + "</ol></section>";
}

}  // namespace tally
