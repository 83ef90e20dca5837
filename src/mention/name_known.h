// The names that an article's body holds, by key, so that a headline in capitals can be read and a
// short form be led back to the full one.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/name_words.h"

namespace tally::names {

class Known {
 public:
  Known(const Article& article, const std::vector<Draft>& drafts);
  // The draft of the body that this key names, by its whole form or, for a person, by the family
  // name; kNone where none does.
  [[nodiscard]] Index find(const std::string& key) const;

 private:
  std::unordered_map<std::string, Index> by_key_;
};

}  // namespace tally::names
