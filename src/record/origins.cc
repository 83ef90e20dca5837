// Who says so: sources resolved across reports into entities, and the origin of each claim, the
// first link of its attribution. Five papers that repeat one ministry are one origin.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "record/ids.h"
#include "record/strata.h"

namespace tally {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_acronym(std::string_view name) {
  return name.size() >= 2 && name.size() <= 7 && std::ranges::all_of(name, is_upper);
}

// The capitals that open the words of a name: "Ministry of Unification" → "MU".
std::string initials(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (is_upper(name[at]) && (at == 0 || name[at - 1] == ' ' || name[at - 1] == '-')) out += name[at];
  }
  return out;
}

// A name by its set of words, so that "Unification Ministry" meets "Ministry of Unification".
std::string key_of(std::string_view name, Words& words) {
  std::vector<std::string> parts;
  for (const Root root : words.name_words(name)) parts.emplace_back(words.text(root));
  std::ranges::sort(parts);
  std::string key;
  for (const std::string& part : parts) key += part + ' ';
  return key;
}

class Entities {
 public:
  explicit Entities(Words& words) : words_(words) {}

  // All names are noted before any is looked up, so that the order of reading plays no part.
  void note(std::string_view name, std::string_view kind) {
    if (name.empty()) return;
    Known& known = by_key_[key_of(name, words_)];
    ++known.names[std::string(name)];
    if (kind == "person") known.person = true;
  }
  void settle() {
    for (const auto& [key, known] : by_key_) {
      for (const auto& [name, times] : known.names) {
        if (const std::string letters = initials(name); letters.size() >= 2) longer_[letters].insert(key);
      }
    }
  }
  [[nodiscard]] Id id_of(std::string_view name) {
    const std::string key = name.empty() ? std::string() : resolved(name);
    if (key.empty()) return {};
    used_[key].insert(std::string(name));
    return hashed_id('n', key);
  }
  [[nodiscard]] std::string label_of(std::string_view name) {
    const std::string key = resolved(name);
    const auto& names = by_key_[key].names;
    if (names.empty()) return std::string(name);
    // The most frequent spelling, of equals the longest.
    const auto best = std::ranges::max_element(
        names, {}, [](const auto& n) { return std::pair(n.second, n.first.size()); });
    return best->first;
  }
  [[nodiscard]] std::vector<Entity> list() {
    std::vector<Entity> all;
    for (const auto& [key, names] : used_) {
      Entity e;
      e.id = hashed_id('n', key);
      e.label = label_of(*names.begin());
      e.kind = by_key_[key].person ? "person" : "organisation";
      for (const std::string& name : names) {
        if (name != e.label) e.aliases.push_back(name);
      }
      all.push_back(std::move(e));
    }
    std::ranges::sort(all, {}, &Entity::id);
    return all;
  }

 private:
  struct Known {
    std::map<std::string, int> names;
    bool person = false;
  };
  // An acronym stands for the one longer name with its initials.
  std::string resolved(std::string_view name) {
    std::string key = key_of(name, words_);
    if (!is_acronym(name)) return key;
    const auto at = longer_.find(std::string(name));
    return at != longer_.end() && at->second.size() == 1 ? *at->second.begin() : key;
  }

  Words& words_;
  std::map<std::string, Known> by_key_;
  std::map<std::string, std::set<std::string>> longer_;
  std::map<std::string, std::set<std::string>> used_;
};

// A body without a name is known by what it is: "police", "the organisers".
std::string_view name_of(const Source& source) {
  if (!source.name.empty()) return source.name;
  if (!source.of.empty() || source.anonymous) return source.of;
  return source.role;
}

// Where a claim comes from that names no source: an agency's credit, the outlet, the report itself.
std::string house_of(const Document& document) {
  if (!document.info.credit.empty()) return document.info.credit;
  return document.info.outlet;
}

struct OriginOf {
  Id id;
  std::string label;
  bool anonymous = false;
};

OriginOf origin_of(const Sheet& sheet, Index i, Entities& entities, const std::map<Id, Index>& documents) {
  const Claim& c = sheet.claim(i);
  const Document* document = &sheet.document_of(i);
  while (!document->replaced_by.empty()) document = &sheet.documents[documents.at(document->replaced_by)];
  if (!document->copy_of.empty()) document = &sheet.documents[documents.at(document->copy_of)];
  if (!c.attribution.empty()) {
    const Source& first = c.attribution.front();
    const std::string name(name_of(first));
    if (!name.empty() && !first.anonymous)
      return {named_after('o', entities.id_of(name)), entities.label_of(name), false};
    // An unnamed source is one with nobody else's.
    const std::string label = first.role.empty() ? "unnamed source" : "unnamed " + first.role;
    return {hashed_id('o', "unnamed " + document->id), label, true};
  }
  const std::string house = house_of(*document);
  if (!house.empty()) return {named_after('o', entities.id_of(house)), entities.label_of(house), false};
  const std::string& title = document->info.title;
  return {hashed_id('o', document->id),
          !title.empty()                 ? title
          : !document->info.file.empty() ? document->info.file
                                         : document->id,
          false};
}

}  // namespace

void find_origins(Sheet& sheet, Words& words) {
  Entities entities(words);
  std::map<Id, Index> documents;
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    documents[sheet.documents[d].id] = d;
    entities.note(house_of(sheet.documents[d]), "organisation");
  }
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    for (const Source& s : c.attribution)
      entities.note(name_of(s), s.of.empty() || s.name.empty() ? "organisation" : "person");
    if (c.speaker && !c.speaker->name.empty()) {
      entities.note(c.speaker->name,
                    c.speaker->of.empty() && c.speaker->role.empty() ? "organisation" : "person");
    }
  }
  entities.settle();
  std::map<Id, Index> seen;
  std::vector<std::set<Id>> told_by;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    for (std::size_t s = 0; s < c.attribution.size(); ++s) {
      sheet.claims[i].source_entities[s] = entities.id_of(name_of(c.attribution[s]));
    }
    if (c.speaker) (void)entities.id_of(c.speaker->name);
    const OriginOf origin = origin_of(sheet, i, entities, documents);
    const auto [at, fresh] = seen.try_emplace(origin.id, static_cast<Index>(sheet.origins.size()));
    if (fresh) {
      sheet.origins.push_back({origin.id, origin.label, origin.anonymous, {}});
      told_by.emplace_back();
    }
    sheet.origin[i] = at->second;
    told_by[at->second].insert(sheet.document_of(i).id);
  }
  for (std::size_t o = 0; o < told_by.size(); ++o)
    sheet.origins[o].documents.assign(told_by[o].begin(), told_by[o].end());
  sheet.entities = entities.list();
}

}  // namespace tally
