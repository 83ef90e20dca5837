// The stream: one JSON object a report; no state, no network. The fields are those of
// docs/data-model.md, section "The stream".
//
//   {"id":"a","text":"Police held 12 men."}  →  {"id":"a","article":{…},"mentions":[…],"claims":[…]}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tally/article.h"
#include "tally/json.h"

namespace tally {

// Whose habits the mentions follow: those of news, or of the gold of another extractor's suite.
enum class Convention : std::uint8_t { news, newsquant, quantulum3 };
[[nodiscard]] std::optional<Convention> convention_named(std::string_view word);

// Which parts of an article are written, and how.
struct Show {
  bool article = true;
  bool mentions = true;
  bool claims = true;
  Convention convention = Convention::news;
};

// The id that a report was given, and comes back with: words, or JSON as it stands (a number).
struct GivenId {
  std::string_view text;
  bool is_json = false;
};

// {"id":…,"article":…,"mentions":…,"claims":…}, on one line, without a line break.
void write_article(JsonWriter& json, GivenId id, const Article& article, Show show = {});
// {"id":…,"error":…}: what stands in the place of a report that could not be read. An empty id is null.
void write_unread(JsonWriter& json, GivenId id, std::string_view what);

}  // namespace tally
