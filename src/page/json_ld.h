// What the JSON-LD scripts of a page (schema.org) say of its report.
//
//   {"@type": "NewsArticle", "headline": "…", "datePublished": "2016-04-12T10:00:00+09:00"}
#pragma once

#include <string>
#include <string_view>

namespace tally::page {

struct LinkedData {
  int rank = 0;  // how surely the object is the report: 3 an article, 2 a posting or page, 0 none
  std::string headline, published, modified, author, publisher, section, language;
  std::string body;  // the report's whole text, line breaks kept
};

// Adds what one script tells to `data`; objects that are more surely the report win. Broken JSON is
// searched for its dates, and else ignored.
void read_linked_data(std::string_view script, LinkedData& data);

}  // namespace tally::page
