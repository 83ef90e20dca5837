// One happening out of its tellings: the finest date, the longest place, the latest count, the
// best-founded status. And the figures that count it, as variables of their own.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/characters.h"
#include "mention/gazetteer.h"
#include "record/deeds.h"
#include "record/event_places.h"
#include "record/ids.h"
#include "record/rivalry.h"
#include "record/strata.h"
#include "tally/rounding.h"

namespace tally {
namespace {

// The best-founded first; a denial counts only where nobody confirms or states.
constexpr std::array kFoundation = {Status::confirmed, Status::stated,     Status::reported,
                                    Status::alleged,   Status::unverified, Status::undisclosed,
                                    Status::denied};

std::size_t foundation(Status status) {
  return static_cast<std::size_t>(std::ranges::find(kFoundation, status) - kFoundation.begin());
}

bool finer(const Period& a, const Period& b) {
  const auto length = [](const Period& p) { return p.last_day() - p.first_day(); };
  return length(a) < length(b);
}

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& item : more) {
    const auto same = [&](const std::string& old) { return lower_case(old) == lower_case(item); };
    if (!item.empty() && std::ranges::none_of(list, same)) list.push_back(item);
  }
}

// Later reports know more of a happening.
bool later(const Sheet& sheet, Index a, Index b) {
  const Date x = sheet.document_of(a).published.date;
  const Date y = sheet.document_of(b).published.date;
  return x != y ? x > y : a < b;
}

bool is_country(const std::string& place) {
  return std::ranges::any_of(gazetteer::find(lower_case(place)), [](const gazetteer::Entry& entry) {
    return entry.kind == gazetteer::Kind::country;
  });
}

// A town says more than a country, and a name more than "the town"; otherwise the longer chain.
bool says_more_of_place(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return !a.empty();
  const auto rank = [](const std::vector<std::string>& where) {
    const char first = where.front().front();
    const bool named = first < 'a' || first > 'z';
    return std::pair(named && !is_country(where.front()), where.size());
  };
  return rank(a) > rank(b);
}

// What other tellings name beside the best chain: "the St Anne home" here, "Dolin" there.
void add_places(const std::vector<std::string>& more, std::vector<std::string>& where) {
  constexpr std::size_t kMost = 5;
  for (const std::string& place : more) {
    const bool named = !place.empty() && (place.front() < 'a' || place.front() > 'z');
    const auto says = [&](const std::string& old) {
      return lower_case(old).find(lower_case(place)) != std::string::npos;
    };
    if (!named || where.size() >= kMost || is_country(place) || std::ranges::any_of(where, says)) continue;
    const bool countries = !where.empty() && is_country(where.back());
    where.insert(where.end() - (countries ? 1 : 0), place);
  }
}

void add_parts(const EventDetail& detail, Event& event) {
  // What one telling sets side by side is two: "three managers and two inspectors", both arrested.
  const std::vector<EventPart> told = event.parts;
  for (const EventPart& part : detail.parts) {
    const auto same = [&](const EventPart& old) {
      return part.role.empty() || old.role.empty()
                 ? lower_case(old.what) == lower_case(part.what) || old.value == part.value
                 : old.role == part.role;
    };
    const auto twice = [&](const EventPart& old) { return old.role == part.role && old.value == part.value; };
    if (std::ranges::none_of(told, same) && std::ranges::none_of(event.parts, twice))
      event.parts.push_back(part);
  }
}

// "12 June 2023", "June 2023", "2023".
std::string in_words(const Period& period) {
  constexpr std::array<std::string_view, 13> kMonths = {
      "",     "January", "February",  "March",   "April",    "May",     "June",
      "July", "August",  "September", "October", "November", "December"};
  const Grain grain = period.grain();
  if (grain != Grain::day && grain != Grain::month) return period.to_string();
  const auto month = static_cast<std::size_t>(period.from.month);
  if (month == 0 || month >= kMonths.size()) return period.to_string();
  return (grain == Grain::day ? std::to_string(period.from.day) + ' ' : "") + std::string(kMonths[month]) +
         ' ' + std::to_string(period.from.year);
}

// How much a telling says in its own words; titles leave words out.
int fullness(const Claim& claim) {
  const EventDetail& event = *claim.event;
  return (claim.rule == "event.named" ? 3 : 0) + (event.count ? 1 : 0) + (event.where.empty() ? 0 : 1) +
         (claim.period ? 1 : 0) - (claim.in_title ? 2 : 0) - (event.who.empty() ? 2 : 0);
}

// What a verb is followed by, up to the next stop or preposition: "won [her case] against".
std::string object_after(std::string_view text, std::size_t at) {
  constexpr std::array kStops = {"in",      "on",    "at",   "by",    "from",  "after", "before",  "as",
                                 "that",    "when",  "who",  "which", "than",  "with",  "to",      "against",
                                 "where",   "since", "and",  "but",   "for",   "until", "during",  "while",
                                 "near",    "off",   "over", "of",    "about", "if",    "because", "into",
                                 "through", "along", "last", "next",  "out"};
  constexpr int kMostWords = 4;
  std::string object;
  for (int words = 0; words < kMostWords && at < text.size() && text[at] == ' '; ++words) {
    const std::size_t end = std::min(text.find_first_of(" ,.;:!?\n\"()", at + 1), text.size());
    const std::string_view word = text.substr(at + 1, end - at - 1);
    if (word.empty() || std::ranges::find(kStops, lower_case(word)) != kStops.end()) break;
    object += ' ' + std::string(word);
    at = end;
  }
  for (const std::string_view dangling : {" the", " a", " an", " its", " his", " her", " their"}) {
    if (object.ends_with(dangling)) object.resize(object.size() - dangling.size());
  }
  return object;
}

// Who and what happened as the text has them: "112 people were killed", "killed 17".
std::string told_in(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const EventDetail& event = *c.event;
  const std::string_view text = sheet.document_of(claim).text;
  std::string who = event.who.empty() ? "" : event.who.front();
  if (event.trigger_span.end > text.size() || event.trigger_span.empty()) {
    if (who.empty()) return event.count ? in_words(*event.count) + " (" + event.trigger + ")" : event.trigger;
    return event.trigger.empty() ? who : who + ": " + event.trigger;
  }
  std::string verb(text.substr(event.trigger_span.begin, event.trigger_span.size()));
  if (who.empty()) return verb;
  if (who.find(verb) != std::string::npos) return who;
  if (verb.find(who) != std::string::npos) return verb;
  const std::size_t at = text.find(who, std::min<std::size_t>(c.quote.begin, text.size()));
  if (at > event.trigger_span.begin) return verb + ' ' + who;
  return who + ' ' + verb + object_after(text.substr(0, c.quote.end), event.trigger_span.end);
}

std::string label_of(const Sheet& sheet, const Event& event, const std::vector<Index>& members) {
  const Index best = *std::ranges::max_element(members, [&](Index a, Index b) {
    const auto rank = [&](Index i) { return std::pair(fullness(sheet.claim(i)), sheet.claims[i].id); };
    return rank(a) < rank(b);
  });
  std::string label = told_in(sheet, best);
  const auto says = [&](const std::string& more) {
    return lower_case(label).find(lower_case(more)) != std::string::npos;
  };
  if (!event.where.empty() && !says(event.where.front())) label += ", " + event.where.front();
  if (event.when && !says(in_words(*event.when))) label += ", " + in_words(*event.when);
  return label;
}

// The finest time; of several days the one that most tellings give, printed ones first.
std::optional<Period> time_of(const Sheet& sheet, const std::vector<Index>& members) {
  std::optional<Period> best;
  int most = 0;
  for (const Index i : members) {
    const Claim& told = sheet.claim(i);
    if (!told.period || !told.period->known()) continue;
    int votes = 0;
    for (const Index j : members) {
      if (sheet.claim(j).period != told.period) continue;
      votes += sheet.claim(j).period_basis == Basis::printed ? 3 : 2;
    }
    const bool better = !best || finer(*told.period, *best) || (!finer(*best, *told.period) && votes > most);
    if (!better) continue;
    best = told.period;
    most = votes;
  }
  return best;
}

// So many as died, were hurt or held: the count is told of what became of them.
bool counts_a_fate(const EventDetail& detail) {
  return std::ranges::any_of(detail.parts, [&](const EventPart& part) {
    return !part.role.empty() && part.role != "arrived" && part.value == *detail.count;
  });
}

// The latest head-count; of "a bus with 41 pilgrims" and "nine pilgrims died" that of all who were there.
std::optional<Value> head_count_of(const Sheet& sheet, const std::vector<Index>& latest_first) {
  std::optional<Value> latest;
  std::optional<Value> all;
  bool fate = false;
  for (const Index i : latest_first) {
    const EventDetail& detail = *sheet.claim(i).event;
    if (!detail.count) continue;
    if (!latest || (!latest->best && detail.count->best)) {
      latest = detail.count;
      fate = counts_a_fate(detail);
    }
    if (!all && detail.count->best && !counts_a_fate(detail)) all = detail.count;
  }
  return fate && all && latest->best && *all->best > *latest->best ? all : latest;
}

// The reports that only speak of it, each with its sentence.
void add_mentions(const Sheet& sheet, const std::vector<std::pair<Index, Span>>& mentions,
                  std::set<Id>& documents, Event& event) {
  for (const auto& [document, span] : mentions) {
    const Id& id = sheet.documents[document].id;
    if (documents.insert(id).second) event.mentions.push_back({id, span});
  }
  std::ranges::sort(event.mentions);
}

Event event_of(const Sheet& sheet, std::vector<Index> members) {
  Event event;
  const Index first = members.front();
  event.id = named_after('e', sheet.claims[first].id);
  std::set<Id> documents;
  for (const Index i : members) {
    event.claims.push_back(sheet.claims[i].id);
    documents.insert(sheet.document_of(i).id);
    event.id = std::min(event.id, named_after('e', sheet.claims[i].id));
  }
  if (const auto at = sheet.mentions.find(sheet.event[first]); at != sheet.mentions.end())
    add_mentions(sheet, at->second, documents, event);
  event.documents.assign(documents.begin(), documents.end());
  std::ranges::sort(event.claims);
  std::ranges::stable_sort(members, [&](Index a, Index b) { return later(sheet, a, b); });
  event.status = Status::denied;
  event.when = time_of(sheet, members);
  event.count = head_count_of(sheet, members);
  for (const Index i : members) {
    const Claim& c = sheet.claim(i);
    if (says_more_of_place(c.event->where, event.where)) event.where = c.event->where;
    add_new(event.who, c.event->who);
    add_parts(*c.event, event);
    if (foundation(c.status) < foundation(event.status)) event.status = c.status;
  }
  for (const Index i : members) add_places(sheet.claim(i).event->where, event.where);
  for (const Index i : members) {
    if (sheet.claim(i).status == event.status) add_new(event.status_by, sheet.claim(i).status_by);
  }
  event.label = label_of(sheet, event, members);
  return event;
}

constexpr std::uint32_t kFirstLines = 600;  // bytes

// The event that a report is mainly about: that of its title and first lines, else the one it tells most of.
void find_main_events(Sheet& sheet) {
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    std::map<Index, int> weight;
    const Index begin = sheet.first_claim[d];
    for (Index i = begin; i < begin + sheet.documents[d].claims.size(); ++i) {
      if (sheet.event[i] == kNone || sheet.claim(i).kind != ClaimKind::event) continue;
      const Claim& c = sheet.claim(i);
      // What befell people is what a report is about, before what was done about it.
      const bool mischance = (deeds_of(c.event->trigger) & (harm() | mishap())) != 0;
      weight[sheet.event[i]] += (c.in_title ? 3 : c.quote.begin < kFirstLines ? 2 : 1) + (mischance ? 2 : 0);
    }
    Index best = kNone;
    for (const auto& [group, w] : weight) {
      if (best == kNone || w > weight[best]) best = group;
    }
    if (best != kNone) sheet.documents[d].event = sheet.events[sheet.event_at[best]].id;
  }
}

// The figures of a happening: the head-count itself, and each part that it names.
std::string part_key(const Sheet& sheet, Index i, Words& words) {
  const Claim& c = sheet.claim(i);
  const Claim& told = sheet.claim(sheet.tied(i, c.happening));
  std::string key = c.unit + '|';
  for (const EventPart& part : told.event ? told.event->parts : std::vector<EventPart>{}) {
    if (!part.role.empty() && part.span.overlaps(c.quote) && part.value == *c.value) return key + part.role;
  }
  const Event& event = sheet.events[sheet.event_at.at(sheet.event[i])];
  if (c.whole == kNone && event.count && number_of(*event.count) == number_of(*c.value)) return key + "count";
  if (c.whole == kNone) return key + "of" + std::to_string(words.head(c.measure.property));
  for (const Root root : words.roots(c.measure.population)) key += std::to_string(root) + ' ';
  return key;
}

// "Killing six, the group said on Thursday": counted on the day on which it was told, of what happened on
// Wednesday.
bool is_told_days_after(const Claim& c, const Period& when) {
  constexpr auto kFew = std::chrono::days(3);
  return c.period && c.period->known() && c.period_basis == Basis::implied &&
         c.period->grain() == Grain::day && when.grain() == Grain::day && !when.interval &&
         c.period->first_day() > when.last_day() && c.period->first_day() <= when.last_day() + kFew;
}

void group_head_counts(Sheet& sheet, Words& words) {
  std::map<std::pair<Index, std::string>, Index> variables;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Index told = sheet.tied(i, sheet.claim(i).happening);
    if (told == kNone || sheet.event[told] == kNone || sheet.claim(i).kind == ClaimKind::event) continue;
    sheet.event[i] = sheet.event[told];
    if (!sheet.counts(i) || sheet.counts_a_stretch(i)) continue;
    const auto key = std::pair(sheet.event[i], part_key(sheet, i, words));
    // Numbered above all groups of the alignment, by the first claim.
    const Index group = static_cast<Index>(sheet.claims.size()) + i;
    sheet.variable[i] = variables.try_emplace(key, group).first->second;
    sheet.core[i] = sheet.variable[i];
    Claim& c = sheet.claim(i);
    c.measure.aggregate = Aggregate::event;
    const Event& event = sheet.events[sheet.event_at[sheet.event[i]]];
    const bool told_later = event.when && is_told_days_after(c, *event.when);
    if (event.when && (!c.period || !c.period->known() || told_later || finer(*event.when, *c.period))) {
      if (c.period && c.period->known() && !told_later && !c.period->overlaps(*event.when)) continue;
      c.period_basis = Basis::implied;
      c.period = event.when;
    }
  }
}

// A head-count of three digits or more that another report gives for the same day is of the same
// happening, whatever its words: "118 people" who "came in" on 3 February.
void join_by_head_count(Sheet& sheet) {
  constexpr int kRare = 3;
  std::map<std::pair<Period, Decimal>, std::vector<Index>> events;
  for (const auto& [group, at] : sheet.event_at) {
    const Event& event = sheet.events[at];
    if (!event.when || event.when->grain() != Grain::day || !event.count || surprise(*event.count) < kRare)
      continue;
    events[{*event.when, *event.count->best}].push_back(group);
  }
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (sheet.event[i] != kNone || !sheet.counts(i) || c.unit != "person" || !c.period || !is_exact(*c.value))
      continue;
    const auto found = events.find({*c.period, *c.value->best});
    if (found == events.end() || found->second.size() != 1) continue;
    Event& event = sheet.events[sheet.event_at[found->second.front()]];
    sheet.event[i] = found->second.front();
    event.claims.insert(std::ranges::upper_bound(event.claims, sheet.claims[i].id), sheet.claims[i].id);
    const Id& document = sheet.document_of(i).id;
    const auto at = std::ranges::lower_bound(event.documents, document);
    if (at == event.documents.end() || *at != document) event.documents.insert(at, document);
  }
}

}  // namespace

void write_events(Sheet& sheet, Words& words) {
  std::map<Index, std::vector<Index>> members;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.event[i] != kNone && sheet.claim(i).kind == ClaimKind::event)
      members[sheet.event[i]].push_back(i);
    if (sheet.claim(i).kind != ClaimKind::event) sheet.event[i] = kNone;  // of an earlier round
  }
  sheet.events.clear();
  sheet.event_at.clear();
  for (auto& [group, list] : members) {
    sheet.event_at[group] = static_cast<Index>(sheet.events.size());
    sheet.events.push_back(event_of(sheet, list));
  }
  lend_places(sheet);
  join_by_head_count(sheet);
  find_main_events(sheet);
  group_head_counts(sheet, words);
}

}  // namespace tally
