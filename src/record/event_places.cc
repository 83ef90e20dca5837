// Tellings without a place → the place named in their sentence, or in those right before it.
//
//   "… burst in Harrow Lane shortly before six. Two passers-by were taken to hospital."    Harrow Lane
//
// A name is a place where a telling of the story says that something happened there, or where it is that of a
// town; and it tells where only behind a word for that ("in", "near", "outside"). The nearest is meant.
#include "record/event_places.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mention/gazetteer.h"
#include "record/nearby.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr NamedWords kWhere = {"in",    "at",    "near",    "outside", "off",
                               "below", "under", "beneath", "on",      "inside"};
constexpr NamedWords kTowns = {"city", "town", "village", "port", "suburb", "district", "county"};
constexpr std::size_t kBefore = 400;  // bytes of the same paragraph

bool is_capital(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_kind(std::string_view name, gazetteer::Kind kind) {
  return (gazetteer::kinds(gazetteer::key_of(name)) & gazetteer::bit(kind)) != 0;
}

class Places {
 public:
  explicit Places(const Sheet& sheet) : sheet_(sheet) {
    for (Index i = 0; i < sheet.claims.size(); ++i) {
      const Claim& c = sheet.claim(i);
      if (c.kind != ClaimKind::event || !c.event) continue;
      for (const std::string& place : c.event->where) {
        if (!place.empty() && is_capital(place.front())) told_.insert(place);
      }
    }
  }

  // Empty where the words around the telling name none.
  [[nodiscard]] std::string around(Index telling) const {
    const std::string_view sentence = whole_sentence(sheet_, telling);
    if (sentence.empty()) return {};
    const std::string_view text = sheet_.document_of(telling).text;
    const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
    if (std::string own = first_in(sentence, false); !own.empty()) return own;
    const std::vector<std::string> words = plain_words(sentence);
    const bool there = std::ranges::find(words, "there") != words.end();
    const std::size_t paragraph = text.rfind("\n\n", begin);
    const std::size_t from = std::max(paragraph == std::string_view::npos ? 0 : paragraph + 2,
                                      begin > kBefore ? begin - kBefore : 0);
    return from < begin ? last_in(text.substr(from, begin - from), there) : std::string();
  }

 private:
  [[nodiscard]] std::string first_in(std::string_view text, bool any) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (std::string place = place_at(text, at, any); !place.empty()) return place;
    }
    return {};
  }

  [[nodiscard]] std::string last_in(std::string_view text, bool any) const {
    for (std::size_t at = text.size(); at-- > 0;) {
      if (std::string place = place_at(text, at, any); !place.empty()) return place;
    }
    return {};
  }

  // The longest place that begins here, behind a word for where; "there" is of any that was named.
  [[nodiscard]] std::string place_at(std::string_view text, std::size_t at, bool any) const {
    const bool begins = is_capital(text[at]) || is_digit(text[at]);
    if (!begins || at == 0 || text[at - 1] != ' ' || (!any && !tells_where(text.substr(0, at)))) return {};
    std::string found;
    std::size_t end = at;
    for (int word = 0; word < kLongest && end < text.size(); ++word) {
      if (word > 0 && !is_capital(text[end])) break;
      end = std::min(text.find_first_of(" ,.;:)\n", end), text.size());
      const std::string name(text.substr(at, end - at));
      if (is_place(name)) found = name;
      if (end >= text.size() || text[end] != ' ') break;
      ++end;
    }
    return found;
  }

  // "in ", "near the "
  static bool tells_where(std::string_view before) {
    std::vector<std::string> words =
        plain_words(before.substr(before.size() - std::min<std::size_t>(before.size(), 24)));
    if (!words.empty() && words.back() == "the") words.pop_back();
    // "In the border town of Trell"
    if (words.size() >= 2 && words.back() == "of" && kTowns.contains(words[words.size() - 2])) return true;
    return !words.empty() && kWhere.contains(words.back());
  }

  [[nodiscard]] bool is_place(const std::string& name) const {
    if (has_kind(name, gazetteer::Kind::country) || has_kind(name, gazetteer::Kind::calendar)) return false;
    if (told_.contains(name)) return true;
    // "Mill Bridge", "14th Street"
    const auto blank = name.rfind(' ');
    if (blank != std::string::npos && has_kind(name.substr(blank + 1), gazetteer::Kind::place_tail))
      return true;
    return is_capital(name.front()) && has_kind(name, gazetteer::Kind::city);
  }

  static constexpr int kLongest = 4;  // words

  const Sheet& sheet_;
  std::set<std::string> told_;  // where something happened, by the tellings
};

}  // namespace

void lend_places(Sheet& sheet) {
  const Places places(sheet);
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    if (sheet.claim(i).kind != ClaimKind::event || sheet.event[i] == kNone) continue;
    Event& event = sheet.events[sheet.event_at.at(sheet.event[i])];
    if (!event.where.empty()) continue;
    if (std::string place = places.around(i); !place.empty()) event.where.push_back(std::move(place));
  }
}

}  // namespace tally
