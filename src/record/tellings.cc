// Event claims → tellings: their words as roots, their places by level, their days, ready to be compared.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/characters.h"
#include "mention/gazetteer.h"
#include "record/happenings.h"
#include "record/rivalry.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_of_calendar(std::string_view word) {
  const WordId id = vocabulary().find(word);
  return id != 0 && (vocabulary().is(id, WordClass::month) || vocabulary().is(id, WordClass::weekday));
}

// The words with a capital, but for a first one that is written so because it stands first: "[Darren Moss]",
// "A man from [Velm]".
std::string names_among(std::string_view who) {
  std::string names;
  for (std::size_t at = 0; at < who.size(); ++at) {
    if (!is_capital(who[at]) || (at > 0 && who[at - 1] != ' ')) continue;
    const std::string name = lower_case(who.substr(at, who.find(' ', at) - at));
    if (at > 0 || vocabulary().find(name) == 0) names += name + ' ';
  }
  return names;
}

void read_quote(std::string_view quote, Words& words, Telling& t) {
  for (const Root root : words.happenings(quote)) t.nouns.push_back(root);
  std::string names;
  for (std::size_t at = 0; at < quote.size(); ++at) {
    if (!is_capital(quote[at]) || (at > 0 && quote[at - 1] != ' ')) continue;
    const std::size_t end = std::min(quote.find_first_of(" ,.;:\n", at), quote.size());
    const std::string name = lower_case(quote.substr(at, end - at));
    if (!is_of_calendar(name)) names += name + ' ';
  }
  t.capitals = words.name_words(names);
  t.identity = together(t.who, words.roots(names));
}

}  // namespace

Telling telling_of(const Sheet& sheet, Index claim, Words& words) {
  const Claim& c = sheet.claim(claim);
  const EventDetail& event = *c.event;
  Telling t;
  t.claim = claim;
  t.document = sheet.claims[claim].document;
  t.reports = {t.document};
  t.trigger = words.head(event.trigger);
  t.deeds = deeds_of(event.trigger);
  for (const std::string& who : event.who) {
    for (const Root noun : words.happenings(who)) t.deeds |= deeds_of(words.text(noun)) & ~harm();
    t.deeds |= deeds_of(who) & mishap();
  }
  t.quote = c.quote;
  t.nouns = words.happenings(event.trigger);
  for (const std::string& level : event.where) {
    t.where.push_back(words.name_words(level));
    t.named.push_back(!level.empty() && !(level.front() >= 'a' && level.front() <= 'z'));
    t.places = together(t.places, t.where.back());
  }
  t.wide.assign(t.where.size(), false);
  if (!t.where.empty()) t.placed = claim;
  for (const std::string& who : event.who) {
    t.who = together(t.who, words.roots(who));
    t.called = together(t.called, words.name_words(names_among(who)));
  }
  if (c.period && c.period->known()) t.when = c.period;
  if (const Date told = sheet.document_of(claim).published.date; told.known()) t.told = Period::of(told);
  if (!t.when && c.relative && c.relative->anchor == RelativeDate::Anchor::publication) t.day = c.relative;
  if (event.count) t.count = number_of(*event.count);
  t.parts = event.parts;
  const WordId word = vocabulary().find(event.trigger);
  t.generic = word != 0 && vocabulary().is(word, WordClass::any_happening);
  t.in_title = c.in_title;
  t.identity = t.who;
  const std::string_view text = sheet.document_of(claim).text;
  if (c.quote.end <= text.size() && !c.quote.empty()) {
    read_quote(text.substr(c.quote.begin, c.quote.size()), words, t);
  }
  return t;
}

void find_countries(const Sheet& sheet, std::vector<Telling>& tellings) {
  constexpr std::size_t kSeveral = 3;  // places that lie in what no gazetteer knows: it is no town
  std::set<Roots> countries;
  std::map<Roots, std::set<Roots>> inside;
  for (const Telling& t : tellings) {
    const auto& where = sheet.claim(t.claim).event->where;
    if (t.where.size() < 2) continue;
    const auto known = gazetteer::find(gazetteer::key_of(where.back()));
    const auto is_kind = [](gazetteer::Kind kind) {
      return [kind](const gazetteer::Entry& entry) { return entry.kind == kind; };
    };
    if (std::ranges::any_of(known, is_kind(gazetteer::Kind::country))) countries.insert(t.where.back());
    if (!known.empty()) continue;
    auto& fronts = inside[t.where.back()];
    fronts.insert(t.where.front());
    if (fronts.size() >= kSeveral) countries.insert(t.where.back());
  }
  for (Telling& t : tellings) {
    for (std::size_t level = 0; level < t.where.size(); ++level)
      t.wide[level] = countries.contains(t.where[level]);
  }
}

Telling together(const std::vector<Telling>& all, const std::vector<Index>& members) {
  Telling one = all[members.front()];
  for (const Index i : members) {
    const Telling& t = all[i];
    if (t.document != one.document) one.document = kNone;
    if (std::ranges::find(one.reports, t.document) == one.reports.end()) one.reports.push_back(t.document);
    if (t.where.size() > one.where.size() ||
        (!t.wide.empty() && !one.wide.empty() && one.wide.front() && !t.wide.front())) {
      one.where = t.where;
      one.placed = t.placed;
      one.wide = t.wide;
      one.named = t.named;
    }
    if (t.when && (!one.when ||
                   t.when->last_day() - t.when->first_day() < one.when->last_day() - one.when->first_day()))
      one.when = t.when;
    if (!one.told) one.told = t.told;
    if (!one.day || (one.day->day == 0 && t.day)) one.day = t.day;
    if (!one.count) one.count = t.count;
    one.deeds |= t.deeds;
    one.in_title = false;
    for (Roots Telling::* words : {&Telling::places, &Telling::who, &Telling::nouns, &Telling::identity,
                                   &Telling::called, &Telling::capitals})
      one.*words = together(one.*words, t.*words);
    one.parts.insert(one.parts.end(), t.parts.begin(), t.parts.end());
    one.generic = one.generic && t.generic;
  }
  return one;
}

}  // namespace tally
