// See json_ld.h.
#include "page/json_ld.h"

#include <array>

#include "base/json_document.h"
#include "page/characters.h"
#include "page/html_entities.h"

namespace tally::page {
namespace {

constexpr int kDeepest = 16;

std::string clean(std::string_view text) {
  const auto decoded =
      text.find('&') == std::string_view::npos ? std::string(text) : html::decode_references(text, false);
  std::string out;
  for (const char c : decoded) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(trimmed(out));
}

// A string, the name of an object, or the first of a list of them (all of them, for names).
std::string words_of(JsonValue value, bool all = false, int depth = 0) {
  if (const auto text = value.string()) return clean(*text);
  if (depth >= 3) return {};
  if (value.is_object()) return words_of(value["name"], all, depth + 1);
  if (!value.is_array()) return {};
  std::string out;
  for (const JsonValue item : value) {
    const auto words = words_of(item, all, depth + 1);
    if (words.empty() || out.find(words) != std::string::npos) continue;
    out += (out.empty() ? "" : ", ") + words;
    if (!all) break;
  }
  return out;
}

int rank_of(JsonValue object) {
  const auto type = words_of(object["@type"], true);
  if (type.empty()) return 0;
  static constexpr std::array<std::string_view, 5> kReports = {"NewsArticle", "Report", "Article",
                                                               "BlogPosting", "LiveBlogPosting"};
  for (const auto report : kReports) {
    if (type.find(report) != std::string::npos) return 3;
  }
  return type.find("Posting") != std::string::npos || type.find("WebPage") != std::string::npos ||
                 type.find("CreativeWork") != std::string::npos || type.find("Recipe") != std::string::npos ||
                 type.find("Question") != std::string::npos
             ? 2
             : 1;
}

void keep(std::string& into, std::string words) {
  if (into.empty()) into = std::move(words);
}

void take(JsonValue object, LinkedData& data) {
  const int rank = rank_of(object);
  LinkedData found;
  found.rank = rank;
  found.published = words_of(object["datePublished"]);
  if (found.published.empty()) found.published = words_of(object["dateCreated"]);
  found.modified = words_of(object["dateModified"]);
  found.headline = words_of(object["headline"]);
  if (rank < 2 || (found.published.empty() && found.headline.empty() && found.modified.empty())) return;
  found.author = words_of(object["author"], true);
  found.publisher = words_of(object["publisher"]);
  found.section = words_of(object["articleSection"]);
  found.language = words_of(object["inLanguage"]);
  found.body = object["articleBody"].string().value_or("");
  if (rank > data.rank) std::swap(found, data);
  keep(data.headline, std::move(found.headline));
  keep(data.published, std::move(found.published));
  keep(data.modified, std::move(found.modified));
  keep(data.author, std::move(found.author));
  keep(data.publisher, std::move(found.publisher));
  keep(data.section, std::move(found.section));
  keep(data.body, std::move(found.body));
}

// Objects that stand for other things than the page's report.
bool leads_away(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kKeys = {
      "comment",  "review", "mentions", "hasPart", "itemListElement", "video",
      "isPartOf", "image",  "citation", "about",   "liveBlogUpdate",  "author"};
  for (const auto other : kKeys) {
    if (key == other) return true;
  }
  return false;
}

void walk(JsonValue value, LinkedData& data, int depth) {
  if (depth > kDeepest) return;
  if (value.is_object()) take(value, data);
  const auto end = value.end();
  for (auto part = value.begin(); part != end; ++part) {
    if (value.is_array() || !leads_away(part.key())) walk(*part, data, depth + 1);
  }
}

// Raw line breaks and tabs within strings are no JSON, and common.
std::string mended(std::string_view script) {
  std::string out;
  out.reserve(script.size());
  bool in_string = false;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const char c = script[i];
    if (in_string && c == '\\' && i + 1 < script.size()) {
      out += c;
      out += script[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    out += in_string && static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

// The string after "key": in JSON too broken to be read.
std::string searched(std::string_view script, std::string_view key) {
  const auto at = script.find(key);
  if (at == std::string_view::npos) return {};
  const auto colon = script.find(':', at + key.size());
  if (colon == std::string_view::npos || colon > at + key.size() + 3) return {};
  const auto open = script.find('"', colon);
  if (open == std::string_view::npos || open > colon + 3) return {};
  const auto close = script.find('"', open + 1);
  return close == std::string_view::npos
             ? std::string{}
             : std::string(script.substr(open + 1, std::min<std::size_t>(close - open - 1, 64)));
}

}  // namespace

void read_linked_data(std::string_view script, LinkedData& data) {
  script = trimmed(script);
  for (const std::string_view opening : {"<!--", "//<![CDATA[", "<![CDATA["}) {
    if (script.starts_with(opening)) script.remove_prefix(opening.size());
  }
  script = script.substr(0, script.find_last_of("]}") + 1);
  static thread_local JsonDocument document;
  if (document.read(script)) return walk(document.root(), data, 0);
  const std::string other = mended(script);
  if (document.read(other)) return walk(document.root(), data, 0);
  keep(data.published, searched(script, "\"datePublished\""));
  keep(data.modified, searched(script, "\"dateModified\""));
}

}  // namespace tally::page
