// A place and what stands beside it → the places it lies in, the country last.
//
//   "Ningbo, a city in China’s Zhejiang Province"  →  Ningbo, Zhejiang, China
//   "Russia’s Saint Petersburg"                    →  Saint Petersburg, Russia
#include <algorithm>

#include "mention/gazetteer.h"
#include "mention/names.h"

namespace tally {
namespace {

using gazetteer::Entry;
using gazetteer::Kind;

constexpr std::uint32_t kNear = 48;  // bytes between a place and the one that says where it lies

void add(std::vector<std::string>& where, std::string_view name) {
  if (name.empty() || std::ranges::find(where, name) != where.end()) return;
  where.emplace_back(name);
}

bool is_country(const Mention& name) {
  for (const Entry& entry : gazetteer::find(gazetteer::key_of(name.canonical))) {
    if (entry.kind == Kind::country) return true;
  }
  return false;
}

// Between the two stand only a comma, "in", an apposition or a possessive: "Ningbo, a city in China".
bool leads_on(std::string_view between) {
  if (between.size() > kNear || between.find_first_of(".;:()") != std::string_view::npos) return false;
  if (between == ", " || between == " in " || between == "’s " || between == "'s " || between == " of ")
    return true;
  return between.starts_with(", ") && (between.ends_with(" in ") || between.ends_with(" of "));
}

// Countries that the article names, so that an ambiguous city is read in one of them.
bool names_country(const Article& article, std::string_view code) {
  std::string_view town;  // looked up last: a text names few places, many times
  return std::ranges::any_of(article.names, [&](const Mention& m) {
    if (m.country != code) return false;
    if (m.name_kind != NameKind::place) return m.name_kind == NameKind::people;
    if (!m.canonical.empty() && m.canonical == town) return false;
    town = m.canonical;
    return is_country(m);
  });
}

// A town of this size is meant where nothing else is said; a smaller one has namesakes that no gazetteer
// knows.
constexpr std::uint32_t kKnownByItself = 400'000;

// The gazetteer's entry that fits best: in a place named beside it, in a country that the article
// names, else the most populous where it is a large one; null where nothing vouches for any.
const Entry* entry_of(const Article& article, const Mention& place, std::string_view country,
                      const std::vector<std::string>& beside) {
  const Entry* first = nullptr;
  const Entry* named = nullptr;
  for (const Entry& entry : gazetteer::find(gazetteer::key_of(article.text(place.span)))) {
    if (entry.kind != Kind::city && entry.kind != Kind::subdivision) continue;
    const bool in_beside = !gazetteer::admin(entry).empty() &&
                           std::ranges::find(beside, gazetteer::admin(entry)) != beside.end();
    if (in_beside) return &entry;
    if (!country.empty() && gazetteer::country(entry) == country) return &entry;
    if (first == nullptr) first = &entry;
    const bool small = entry.population * 20 < first->population;
    if (named == nullptr && !small && names_country(article, gazetteer::country(entry))) named = &entry;
  }
  if (!country.empty()) return nullptr;
  if (named != nullptr) return named;
  return first != nullptr && first->population >= kKnownByItself ? first : nullptr;
}

}  // namespace

namespace {

// The name that the gazetteer has for it; as printed where that is the same name without its accents.
std::string name_of(const Article& article, const Mention& place) {
  const std::string_view printed = article.text(place.span);
  const bool same = gazetteer::key_of(place.canonical) == gazetteer::key_of(printed);
  return std::string(place.canonical.empty() || same ? printed : place.canonical);
}

}  // namespace

std::vector<std::string> where_of(const Article& article, const Mention& place) {
  std::vector<std::string> where;
  if (place.name_kind != NameKind::place) return where;
  auto self = std::ranges::lower_bound(article.names, place.span.begin, {},
                                       [](const Mention& m) { return m.span.begin; });
  while (self != article.names.end() && self->span != place.span)
    self = self->span.begin == place.span.begin ? self + 1 : article.names.end();
  std::vector<std::string> beside;
  std::string country;
  const auto take = [&](const Mention& other) {
    if (is_country(other)) {
      country = other.country;
    } else {
      beside.push_back(name_of(article, other));
    }
    if (country.empty() && !other.country.empty()) country = other.country;
  };
  if (self != article.names.end() && !is_country(place)) {
    std::uint32_t end = place.span.end;
    for (auto next = self + 1; next != article.names.end() && next < self + 5; ++next) {
      if (next->name_kind != NameKind::place || next->span.begin < end) break;
      const std::string_view between = article.text(Span{end, next->span.begin});
      // "Ningbo, Zhejiang, China", but not "in Seoul, Busan and …", a list of equals.
      if (!leads_on(between)) break;
      // "China’s Zhejiang": the country first.
      const bool inside_country = (between == "’s " || between == "'s ");
      if (inside_country && next == self + 1) break;
      take(*next);
      end = next->span.end;
    }
    if (self != article.names.begin()) {
      const Mention& before = *(self - 1);
      const bool possessive = before.span.end < place.span.begin &&
                              (article.text(Span{before.span.end, place.span.begin}) == "’s " ||
                               article.text(Span{before.span.end, place.span.begin}) == "'s ");
      const bool people = before.name_kind == NameKind::people && before.span.end <= place.span.begin &&
                          place.span.begin - before.span.end < 16;
      if (possessive && before.name_kind == NameKind::place) take(before);
      if (people && country.empty()) country = before.country;
    }
  }
  if (is_country(place)) {
    add(where, place.canonical);
    return where;
  }
  const Entry* entry = entry_of(article, place, country, beside);
  add(where, name_of(article, place));
  for (const std::string& name : beside) add(where, name);
  if (entry != nullptr) add(where, gazetteer::admin(*entry));
  if (country.empty() && entry != nullptr) country = gazetteer::country(*entry);
  if (country.empty() && names_country(article, place.country)) country = place.country;
  add(where, gazetteer::country_name(country));
  return where;
}

}  // namespace tally
