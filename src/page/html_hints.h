// What a page says of its own parts: the words in class and id, roles, item properties, hiding.
#pragma once

#include <cstdint>

#include "page/html_document.h"

namespace tally::html {

struct Hints {
  bool out = false;                    // named as something that is not the report
  bool hidden = false;                 // not shown
  bool unseen = false, shown = false;  // by names: hidden, but for wider screens
  bool folded = false;                 // opened by a click
  bool caption = false;
  bool byline = false;
  bool author = false;  // tells of who wrote the report
  bool tags = false;
  bool content = false;       // named as main text
  bool report = false;        // named as a report
  bool lead = false;          // named as the lead, abstract or teaser of something
  bool article_body = false;  // itemprop="articleBody"
};

[[nodiscard]] Hints hints_of(const Document& document, const Node& node);

}  // namespace tally::html
