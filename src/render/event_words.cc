// See event_words.h.
#include "render/event_words.h"

#include <algorithm>

#include "base/characters.h"
#include "render/words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool comes_before(const Event* a, const Event* b) {
  if (a->when.has_value() != b->when.has_value()) return a->when.has_value();
  if (a->when && a->when->known() && b->when->known() && a->when->first_day() != b->when->first_day()) {
    return a->when->first_day() < b->when->first_day();
  }
  return a->id < b->id;
}

// The words without the number that they begin with: it is told already.
std::string without_number(const std::string& what) {
  const std::string first = lower_case(what.substr(0, what.find(' ')));
  const WordId id = vocabulary().find(first.substr(0, first.find('-')));
  const bool digits = !first.empty() && first.find_first_not_of("0123456789,.") == std::string::npos;
  if (!digits && (id == 0 || !vocabulary().is(id, WordClass::cardinal))) return what;
  return first.size() == what.size() ? std::string() : what.substr(first.size() + 1);
}

// "12 women", "31 killed"
std::string head_of(const EventPart& part) {
  std::string what = without_number(one_line(part.what));
  const bool anybody = what.empty() || what == "person" || what == "people";
  if (anybody && !part.role.empty()) what = part.role;
  if (what == "person" || (anybody && what.empty())) return amount_in_words(part.value, "person");
  return value_in_words(part.value) + ' ' + what;
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
    parts += (parts.empty() ? "" : ", ") + head_of(part);
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
