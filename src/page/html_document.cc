// See html_document.h.
#include "page/html_document.h"

#include <algorithm>
#include <array>

#include "page/characters.h"
#include "page/html_entities.h"

namespace tally::html {
namespace {

bool same_name(std::string_view name, std::string_view lower) {
  if (name.size() != lower.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (page::to_lower(name[i]) != lower[i]) return false;
  }
  return true;
}

bool is_foreign_root(Tag tag) {
  return tag == Tag::svg || tag == Tag::math;
}
// Elements of SVG and MathML in which HTML stands.
bool holds_html(Tag tag) {
  return tag == Tag::foreignobject || tag == Tag::desc || tag == Tag::title || tag == Tag::mi ||
         tag == Tag::mo || tag == Tag::mn || tag == Tag::ms || tag == Tag::mtext;
}

class Builder {
 public:
  Builder(std::string_view page, bool scripts, std::vector<Node>& nodes, std::vector<Attribute>& attributes)
      : tokenizer_(page, scripts), nodes_(nodes), attributes_(attributes) {
    nodes_.reserve(page.size() / 40 + 16);
    open_.reserve(kDeepest);
  }

  void build() {
    // A root of our own: fragments have none.
    auto& root = nodes_.emplace_back();
    root.tag = Tag::html;
    open_.push_back(0);
    ++count(Tag::html);
    HtmlToken token;
    while (tokenizer_.next(token)) {
      switch (token.type) {
        case TokenType::text:
          add_text(token);
          break;
        case TokenType::start_tag:
          start(token);
          break;
        case TokenType::end_tag:
          end(token.tag);
          break;
      }
    }
    while (!open_.empty()) pop();
  }

 private:
  [[nodiscard]] NodeId top() const { return open_.empty() ? kNoNode : open_.back(); }
  [[nodiscard]] Tag tag_of(NodeId node) const { return nodes_[node].tag; }
  std::uint32_t& count(Tag tag) { return counts_[static_cast<std::size_t>(tag)]; }

  void add_text(const HtmlToken& token) {
    auto& node = nodes_.emplace_back();
    node.span = token.span;
    node.parent = top();
    node.end = static_cast<NodeId>(nodes_.size());
    node.tag = Tag::text;
    node.literal = token.literal;
    node.in_link = counts_[static_cast<std::size_t>(Tag::a)] > 0;
  }

  void start(const HtmlToken& token) {
    if (foreign_ && has(token.tag, kBreaksOut)) leave_foreign();
    if (!foreign_) close_implied(token.tag);
    const auto id = static_cast<NodeId>(nodes_.size());
    auto& node = nodes_.emplace_back();
    node.span = token.span;
    node.parent = top();
    node.tag = token.tag;
    node.end = id + 1;
    const auto& attributes = tokenizer_.attributes();
    node.attributes = static_cast<std::uint32_t>(attributes_.size());
    node.attribute_count = static_cast<std::uint16_t>(std::min<std::size_t>(attributes.size(), 64));
    attributes_.insert(attributes_.end(), attributes.begin(), attributes.begin() + node.attribute_count);
    const bool closed = foreign_ || is_foreign_root(token.tag) ? token.self_closing : has(token.tag, kVoid);
    if (closed) return;
    tokenizer_.enter(token.tag);
    if (open_.size() >= kDeepest) {
      ++too_deep_;
      return;
    }
    open_.push_back(id);
    ++count(token.tag);
    if (is_foreign_root(token.tag) || (foreign_ && holds_html(token.tag))) update_foreign();
  }

  void end(Tag tag) {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (tag == Tag::html || tag == Tag::body) return;  // what follows still belongs to them
    if (tag == Tag::unknown || count(tag) == 0) {
      if (tag == Tag::unknown && !open_.empty() && tag_of(top()) == Tag::unknown) pop();
      return;
    }
    if (has(tag, kFormatting)) return end_formatting(tag);
    for (auto i = open_.size(); i-- > 0;) {
      const auto open = tag_of(open_[i]);
      if (open == tag) return pop_to(i);
      if (has(open, kScope) && !is_table_part(tag) && tag != Tag::body && tag != Tag::html) return;
    }
  }

  static bool is_table_part(Tag tag) {
    return tag == Tag::table || tag == Tag::tr || tag == Tag::td || tag == Tag::th || tag == Tag::tbody ||
           tag == Tag::thead || tag == Tag::tfoot || tag == Tag::caption;
  }

  // A formatting element that is closed while blocks within it are open is taken out from among
  // the open ones; the blocks stay.
  void end_formatting(Tag tag) {
    bool blocks = false;
    for (auto i = open_.size(); i-- > 0;) {
      const auto open = tag_of(open_[i]);
      if (open == tag) {
        if (!blocks) return pop_to(i);
        --count(tag);
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      }
      if (has(open, kScope)) return;
      blocks = blocks || has(open, kBlock);
    }
  }

  void close_implied(Tag tag) {
    if (has(tag, kClosesP) && count(Tag::p) > 0) close_up_to(Tag::p, Tag::button);
    switch (tag) {
      case Tag::li:
        close_item(Tag::li, Tag::li, {Tag::ul, Tag::ol, Tag::menu});
        break;
      case Tag::dt:
      case Tag::dd:
        close_item(Tag::dt, Tag::dd, {Tag::dl});
        break;
      case Tag::option:
        close_item(Tag::option, Tag::option, {Tag::select, Tag::datalist});
        break;
      case Tag::tr:
        close_item(Tag::tr, Tag::tr, {Tag::table});
        break;
      case Tag::td:
      case Tag::th:
        close_item(Tag::td, Tag::th, {Tag::table, Tag::tr});
        break;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
        close_item(Tag::tbody, Tag::thead, {Tag::table});
        break;
      case Tag::a:
        if (count(Tag::a) > 0) end_formatting(Tag::a);
        break;
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6:
        if (!open_.empty() && tag_of(top()) >= Tag::h1 && tag_of(top()) <= Tag::h6) pop();
        break;
      case Tag::body:
        if (count(Tag::head) > 0) end(Tag::head);
        break;
      default:
        break;
    }
  }

  // Closes the innermost open `tag` unless a scope or `stop` is open within it.
  void close_up_to(Tag tag, Tag stop) {
    for (auto i = open_.size(); i-- > 0;) {
      const auto open = tag_of(open_[i]);
      if (open == tag) return pop_to(i);
      if (has(open, kScope) || open == stop) return;
    }
  }

  void close_item(Tag one, Tag other, std::initializer_list<Tag> stops) {
    if (count(one) == 0 && count(other) == 0) return;
    for (auto i = open_.size(); i-- > 0;) {
      const auto open = tag_of(open_[i]);
      if (open == one || open == other) return pop_to(i);
      if (std::ranges::find(stops, open) != stops.end() || has(open, kScope)) return;
    }
  }

  void leave_foreign() {
    while (foreign_ && !open_.empty()) pop();
  }

  void pop_to(std::size_t size) {
    while (open_.size() > size) pop();
  }

  void pop() {
    const auto node = open_.back();
    const auto tag = tag_of(node);
    nodes_[node].end = static_cast<NodeId>(nodes_.size());
    open_.pop_back();
    --count(tag);
    if (is_foreign_root(tag) || holds_html(tag)) update_foreign();
  }

  void update_foreign() {
    foreign_ = false;
    if (count(Tag::svg) > 0 || count(Tag::math) > 0) {
      for (auto i = open_.size(); i-- > 0;) {
        const auto tag = tag_of(open_[i]);
        if (holds_html(tag)) break;
        foreign_ = is_foreign_root(tag);
        if (foreign_) break;
      }
    }
    tokenizer_.set_foreign(foreign_);
  }

  Tokenizer tokenizer_;
  std::vector<Node>& nodes_;
  std::vector<Attribute>& attributes_;
  std::vector<NodeId> open_;
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::count)> counts_{};
  std::size_t too_deep_ = 0;
  bool foreign_ = false;
};

}  // namespace

Document::Document(std::string_view page, bool scripts) : page_(page), scripts_(scripts) {
  Builder(page, scripts, nodes_, attributes_).build();
}

std::optional<std::string_view> Document::raw_attribute(const Node& node, std::string_view name) const {
  for (std::size_t i = 0; i < node.attribute_count; ++i) {
    const auto& attribute = attributes_[node.attributes + i];
    if (attribute.name.size() == name.size() && same_name(raw(attribute.name), name))
      return raw(attribute.value);
  }
  return std::nullopt;
}

std::string Document::attribute(const Node& node, std::string_view name) const {
  const auto value = raw_attribute(node, name);
  return value ? decode_references(*value, true) : std::string{};
}

std::string Document::text(NodeId node) const {
  std::string out;
  for (auto i = node; i < nodes_[node].end; ++i) {
    const auto& child = nodes_[i];
    if (child.tag == Tag::script || child.tag == Tag::style || child.tag == Tag::noscript) {
      i = child.end - 1;
      continue;
    }
    if (child.tag != Tag::text) {
      if (has(child.tag, kBlock) || child.tag == Tag::br) out += ' ';
      continue;
    }
    out += child.literal ? std::string(raw(child.span)) : decode_references(raw(child.span), false);
  }
  std::string folded;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool no_break = out[i] == '\xC2' && i + 1 < out.size() && out[i + 1] == '\xA0';
    if (page::is_space(out[i]) || no_break) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
      if (no_break) ++i;
    } else {
      folded += out[i];
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

}  // namespace tally::html
