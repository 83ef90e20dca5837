// For the differential test of the tokenizer: one line for each file named on standard input, the byte
// offsets at which its runs of text begin.
//
//   ls *.html | text_starts        [12,40,57]
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "page/html_document.h"

int main() {
  std::string path;
  while (std::getline(std::cin, path)) {
    std::ifstream file(path, std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const tally::html::Document document(page);
    std::string line;
    for (const auto& node : document.nodes()) {
      if (node.tag == tally::html::Tag::text)
        line += fmt::format("{}{}", line.empty() ? "" : ",", node.span.begin);
    }
    fmt::print("[{}]\n", line);
  }
}
