#include "page/html_metadata.h"

namespace tally::html {

void find_metadata(const Document& document, const Blocks&, ArticleInfo& info) {
  for (NodeId i = 0; i < document.nodes().size() && info.title.empty(); ++i) {
    const auto& node = document[i];
    if (node.tag == Tag::h1) info.title = document.text(i);
  }
}

}  // namespace tally::html
