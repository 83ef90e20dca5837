// See event_words.h.
#include "render/event_words.h"

#include <algorithm>

#include "render/words.h"

namespace tally {
namespace {

bool comes_before(const Event* a, const Event* b) {
  if (a->when.has_value() != b->when.has_value()) return a->when.has_value();
  if (a->when && a->when->known() && b->when->known() && a->when->first_day() != b->when->first_day()) {
    return a->when->first_day() < b->when->first_day();
  }
  return a->id < b->id;
}

}  // namespace

std::vector<const Event*> events_by_day(const Record& record) {
  std::vector<const Event*> events;
  events.reserve(record.events.size());
  for (const Event& event : record.events) events.push_back(&event);
  std::ranges::sort(events, comes_before);
  return events;
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

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + one_line(word);
  return out;
}

}  // namespace tally
