// Names of one article → the fullest form of each: family names, acronyms introduced in brackets,
// bodies called by their head alone, "the North" and "the South".
//
//   National Intelligence Service (NIS) … the NIS   →  canonical "National Intelligence Service"
//   the Ministry of Unification … the Ministry      →  canonical "Ministry of Unification"
//   Lee Soo-seok … Lee                              →  canonical "Lee Soo-seok"
#include <algorithm>
#include <array>
#include <unordered_map>

#include "mention/name_known.h"
#include "mention/name_words.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally::names {
namespace {

std::string key(const Article& article, Range tokens) {
  return gazetteer::key_of(article.text(article.span_of(tokens)));
}

bool is_family_first(const Article& article, const Draft& draft) {
  return draft.tokens.size() > 1 && (kinds_of(article, draft.tokens.begin) & bit(Kind::family_first)) != 0 &&
         (kinds_of(article, draft.tokens.end - 1) & bit(Kind::family_first)) == 0;
}

class Resolver {
 public:
  Resolver(const Article& article, std::vector<Draft>& drafts) : article_(article), drafts_(drafts) {}

  void run() {
    for (const Draft& draft : drafts_) keys_.push_back(key(article_, draft.tokens));
    find_compass();
    find_places();
    for (Draft& draft : drafts_) {
      Index& slot = current_;
      slot = static_cast<Index>(&draft - drafts_.data());
      see_acronym(draft);
      resolve(draft);
      remember(draft);
    }
    // What stood before its full form: a headline, "Trump … Donald Trump".
    for (Draft& draft : drafts_) {
      if (draft.canonical.empty() && draft.tokens.size() == 1 && draft.kind != NameKind::people)
        resolve(draft);
    }
    // A point of the compass that is short for nothing here is no name.
    std::erase_if(drafts_, [&](const Draft& draft) {
      if (draft.tokens.size() != 1 || !draft.canonical.empty()) return false;
      const std::string_view word = article_.text(article_.tokens[draft.tokens.begin]);
      return word == "North" || word == "South" || word == "East" || word == "West";
    });
  }

 private:
  void find_compass();
  void find_places();
  void see_acronym(Draft& draft);
  void resolve(Draft& draft);
  [[nodiscard]] const std::string& key_of(const Draft& draft) const {
    return keys_[static_cast<std::size_t>(&draft - drafts_.data())];
  }
  [[nodiscard]] std::string titled_key(const Draft& draft) const;
  void remember(const Draft& draft);
  void become(Draft& draft, const std::string& canonical, NameKind kind, std::string_view rule) const;

  const Article& article_;
  std::vector<Draft>& drafts_;
  std::vector<std::string> keys_;  // of the drafts
  Index current_ = 0;
  std::unordered_map<std::string, std::string> persons_;        // family name → full name
  std::unordered_map<std::string, std::string> titled_;         // "dame ruth" → full name
  std::unordered_map<std::string, std::string> acronyms_;       // "nis" → full name
  std::unordered_map<std::string, std::string> bodies_;         // head word → last full name
  std::unordered_map<std::string, std::string> organisations_;  // name_key → first full form
  std::unordered_map<std::string, std::pair<std::string, std::string>> compass_;  // "north" → name, country
};

void Resolver::find_compass() {
  for (const Draft& draft : drafts_) {
    if (draft.kind != NameKind::place || draft.country.empty()) continue;
    for (const std::string_view word : {"North ", "South ", "East ", "West "}) {
      if (draft.canonical.starts_with(word)) {
        compass_.emplace(gazetteer::key_of(word.substr(0, word.size() - 1)),
                         std::pair(draft.canonical, draft.country));
      }
    }
  }
  // One half names the other: an article on North Korea calls its neighbour "the South".
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"north", "south"}, {"south", "north"}}) {
    const auto half = compass_.find(from);
    if (half == compass_.end() || compass_.contains(to)) continue;
    std::string other = half->second.first;
    other.replace(0, 5, to == "south" ? "South" : "North");
    for (const gazetteer::Entry& entry : gazetteer::find(gazetteer::key_of(other))) {
      if (entry.kind == Kind::country)
        compass_.emplace(to, std::pair(other, std::string(gazetteer::country(entry))));
    }
  }
}

// What "in" or "the town of" tells to be a place is one wherever the article writes it, in a dateline's
// capitals too.
void Resolver::find_places() {
  std::unordered_map<std::string, std::pair<int, int>> told;  // as a place, as something else for sure
  for (const Draft& draft : drafts_) {
    auto& [place, other] = told[key_of(draft)];
    place += draft.kind == NameKind::place && draft.rule == "preposition" ? 1 : 0;
    other += draft.kind != NameKind::place && draft.sure ? 1 : 0;
  }
  for (Draft& draft : drafts_) {
    const bool open = !draft.sure && draft.canonical.empty() &&
                      (draft.rule == "capitals" || draft.rule == "acronym" || draft.rule == "unknown-words");
    if (!open) continue;
    const auto& [place, other] = told[key_of(draft)];
    if (place > other) become(draft, "", NameKind::place, "place-elsewhere");
  }
}

// Whether the letters are the initials of the words: "NIS" of "National Intelligence Service".
bool abbreviates(std::string_view letters, std::string_view name) {
  std::size_t at = 0;
  bool start = true;
  for (const char c : name) {
    if (start && at < letters.size() && (c | 0x20) == (letters[at] | 0x20)) ++at;
    start = c == ' ' || c == '-';
    if (at < letters.size() && letters[at] == '.') ++at;
  }
  return at + 1 >= letters.size();
}

// "National Intelligence Service (NIS)", "NIS (National Intelligence Service)".
void Resolver::see_acronym(Draft& draft) {
  if (current_ + 1 >= drafts_.size()) return;
  Draft& next = drafts_[current_ + 1];
  const Index gap = draft.tokens.end;
  if (next.sentence != draft.sentence || next.tokens.begin != gap + 1 || next.tokens.size() != 1) return;
  if (!is_text(article_, gap, "(") || next.tokens.end >= article_.tokens.size() ||
      !is_text(article_, next.tokens.end, ")"))
    return;
  const std::string_view letters = article_.text(article_.tokens[next.tokens.begin]);
  const std::string_view full = article_.text(article_.span_of(draft.tokens));
  if (letters.size() < 2 || letters.size() > 10 || draft.tokens.size() < 2 || !abbreviates(letters, full))
    return;
  if (draft.kind == NameKind::other || draft.kind == NameKind::person) {
    draft.kind = NameKind::organisation;
    draft.rule = "acronym-introduced";
  }
  acronyms_.insert_or_assign(gazetteer::key_of(letters),
                             draft.canonical.empty() ? std::string(full) : draft.canonical);
}

void Resolver::become(Draft& draft, const std::string& canonical, NameKind kind,
                      std::string_view rule) const {
  if (kind != NameKind::place) draft.country.clear();
  draft.canonical = canonical;
  draft.kind = kind;
  draft.rule = rule;
}

void Resolver::resolve(Draft& draft) {
  const std::string& words = key_of(draft);
  if (draft.tokens.size() == 1) {
    if (const auto found = acronyms_.find(words); found != acronyms_.end()) {
      return become(draft, found->second, NameKind::organisation, "acronym-resolved");
    }
    const bool the = draft.tokens.begin > 0 && (is_text(article_, draft.tokens.begin - 1, "the") ||
                                                is_text(article_, draft.tokens.begin - 1, "The"));
    if (const auto found = compass_.find(words); the && found != compass_.end()) {
      draft.country = found->second.second;
      return become(draft, found->second.first, NameKind::place, "compass");
    }
    const bool open =
        draft.kind == NameKind::person || draft.kind == NameKind::other || !draft.sure ||
        (draft.kind == NameKind::place && draft.rule == "gazetteer-city" && draft.population < 500'000);
    if (const auto found = persons_.find(words); open && found != persons_.end()) {
      draft.country.clear();
      return become(draft, found->second, NameKind::person, "family-name");
    }
    // "Dame Ruth", after "Dame Ruth Calloway"
    if (const auto found = titled_.find(titled_key(draft)); found != titled_.end())
      return become(draft, found->second, NameKind::person, "titled-name");
    if (draft.rule == "body") {
      if (const auto found = bodies_.find(words); found != bodies_.end())
        become(draft, found->second, NameKind::organisation, "body-resolved");
      return;
    }
  }
  if (draft.kind == NameKind::organisation && draft.canonical.empty()) {
    const std::string full(article_.text(article_.span_of(draft.tokens)));
    const auto [found, fresh] = organisations_.emplace(name_key(full), full);
    draft.canonical = found->second;
  }
  if (draft.kind == NameKind::person && draft.canonical.empty() && draft.tokens.size() > 1) {
    draft.canonical = std::string(article_.text(article_.span_of(draft.tokens)));
  }
}

// The title before a name with its first word: "dame ruth"; empty where no title stands there.
std::string Resolver::titled_key(const Draft& draft) const {
  const Index begin = draft.tokens.begin;
  if (!draft.titled || begin == 0) return {};
  return key(article_, {begin - 1, begin + 1});
}

void Resolver::remember(const Draft& draft) {
  if (draft.kind == NameKind::person && draft.tokens.size() > 1) {
    if (draft.titled) titled_.emplace(titled_key(draft), draft.canonical);
    const Token& last = article_.tokens[draft.tokens.end - 1];
    const std::string_view last_text = article_.text(last);
    const bool suffix = last_text == "Jr." || last_text == "Jr" || last_text == "Sr." || last_text == "III" ||
                        last_text == "II";
    const Index at = suffix && draft.tokens.size() > 2 ? draft.tokens.end - 2 : draft.tokens.end - 1;
    const Index family = is_family_first(article_, draft) ? draft.tokens.begin : at;
    persons_.insert_or_assign(key(article_, {family, family + 1}), draft.canonical);
    // "al-Assad": the last two parts.
    if (at >= draft.tokens.begin + 3 && is_hyphen(article_, at - 1))
      persons_.insert_or_assign(key(article_, {at - 2, at + 1}), draft.canonical);
  }
  if (draft.kind == NameKind::organisation && draft.tokens.size() > 1 && !draft.canonical.empty()) {
    for (Index i = draft.tokens.begin; i < draft.tokens.end; ++i) {
      if ((kinds_of(article_, i) & (bit(Kind::head) | bit(Kind::tail))) != 0) {
        bodies_.insert_or_assign(key(article_, {i, i + 1}), draft.canonical);
      }
    }
  }
}

}  // namespace

Known::Known(const Article& article, const std::vector<Draft>& drafts) {
  for (Index i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    by_key_.emplace(key(article, draft.tokens), i);
    if (draft.kind == NameKind::person && draft.tokens.size() > 1) {
      const Index family = is_family_first(article, draft) ? draft.tokens.begin : draft.tokens.end - 1;
      by_key_.emplace(key(article, {family, family + 1}), i);
    }
  }
}

Index Known::find(const std::string& words) const {
  const auto found = by_key_.find(words);
  return found == by_key_.end() ? kNone : found->second;
}

void resolve(const Article& article, std::vector<Draft>& drafts) {
  Resolver(article, drafts).run();
}

}  // namespace tally::names
