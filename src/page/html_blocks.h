// Document → blocks of text: the stretches between block-level borders, with what they count.
// Scripts, menus, forms' controls and other elements that never hold news are left out.
#pragma once

#include <string>
#include <vector>

#include "page/html_document.h"
#include "tally/syntax.h"

namespace tally::html {

struct TextBlock {
  Range pieces;            // of Blocks::pieces
  NodeId first = 0;        // its first text node
  NodeId owner = kNoNode;  // innermost block element
  Tag tag = Tag::div;      // what that is
  std::uint32_t words = 0, link_words = 0, lower_words = 0, commas = 0;
  bool final = false;   // ends as a sentence does
  bool digits = false;  // there are some

  [[nodiscard]] std::uint32_t plain_words() const { return words - link_words; }
  [[nodiscard]] bool is_heading() const { return tag >= Tag::h1 && tag <= Tag::h6; }
  [[nodiscard]] bool is_prose() const {
    const auto plain = plain_words();
    if (link_words * 5 > words * 3 || lower_words * 5 < words * 2) return false;
    return plain >= 20 || (final && plain >= 5);
  }
};

struct Blocks {
  std::vector<NodeId> pieces;  // text nodes and <br>
  std::vector<TextBlock> blocks;
  std::vector<Index> before;  // of each node: how many blocks begin before it

  [[nodiscard]] Range within(const Document& document, NodeId node) const {
    return {before[node], before[document[node].end]};
  }
};

[[nodiscard]] Blocks find_blocks(const Document& document);
// The words of a block, white space folded, a <br> as a line break.
[[nodiscard]] std::string text_of(const Document& document, const Blocks& blocks, const TextBlock& block);

}  // namespace tally::html
