// The mentions of an article as the gold of another extractor's suite would write them: where its habits
// are not those of news, whoever compares the two asks for them by name. See docs/mentions.md.
#pragma once

#include <string>
#include <vector>

#include "tally/article.h"
#include "tally/stream.h"

namespace tally {

struct WrittenMention {
  Mention mention;
  std::string counted;  // as the convention writes it
};

// Sorted by begin, longest first.
[[nodiscard]] std::vector<WrittenMention> mentions_by(const Article& article, Convention convention);

}  // namespace tally
