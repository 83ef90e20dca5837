// Tokens → a flat tree: nodes in the order of the page, each with its parent and the end of its
// subtree. Misnested tags are set right as the WHATWG tree builder would, as far as main text,
// headings, lists and tables need it: no adoption agency, no foster parents.
//
//   <div><p>A<p>B</div>     0 div(end 5)  1 p(end 3)  2 "A"  3 p(end 5)  4 "B"
//
// At most kDeepest elements are open at once, as in Blink and WebKit; deeper ones become siblings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/html_tag.h"
#include "page/html_tokenizer.h"
#include "tally/span.h"

namespace tally::html {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;
inline constexpr std::size_t kDeepest = 512;

struct Node {
  Span span;  // the start tag, or the characters
  NodeId parent = kNoNode;
  NodeId end = 0;  // first node after its subtree
  std::uint32_t attributes = 0;
  std::uint16_t attribute_count = 0;
  Tag tag = Tag::unknown;
  bool literal = false;  // text: references are not decoded
  bool in_link = false;  // text: stands in an <a>
};

class Document {
 public:
  explicit Document(std::string_view page, bool scripts = true);
  [[nodiscard]] bool scripts() const { return scripts_; }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](NodeId node) const { return nodes_[node]; }
  [[nodiscard]] std::string_view raw(Span span) const { return page_.substr(span.begin, span.size()); }
  // The value of an attribute, undecoded; nullopt where the element has none of that name.
  [[nodiscard]] std::optional<std::string_view> raw_attribute(const Node& node, std::string_view name) const;
  // The same, with references decoded; empty where there is none.
  [[nodiscard]] std::string attribute(const Node& node, std::string_view name) const;
  // All character data below a node, white space folded; scripts and styles left out.
  [[nodiscard]] std::string text(NodeId node) const;

 private:
  std::string_view page_;
  bool scripts_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

}  // namespace tally::html
