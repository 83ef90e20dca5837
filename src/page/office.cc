// See office.h.
#include "page/office.h"

#include <pugixml.hpp>

#include <string_view>

#include "page/characters.h"

namespace tally::page {
namespace {

// The names by which the two formats call the same things.
struct Names {
  std::string_view paragraph, heading, tab, line_break, cell, row, text;
};
constexpr Names kDocx = {"w:p", "w:p", "w:tab", "w:br", "w:tc", "w:tr", "w:t"};
constexpr Names kOdt = {"text:p",           "text:h",          "text:tab", "text:line-break",
                        "table:table-cell", "table:table-row", ""};

class TextWriter : public pugi::xml_tree_walker {
 public:
  explicit TextWriter(const Names& names) : names_(names) {}

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const std::string_view parent = node.parent().name();
      if (names_.text.empty() ? is_inside(node) : parent == names_.text) text_ += node.value();
      return true;
    }
    if (name == names_.cell) {
      separate(row_begins_ ? "\n" : "\t");
      row_begins_ = false;
      in_cell_ = true;
    } else if (name == names_.row) {
      row_begins_ = true;
    } else if (name == names_.paragraph || name == names_.heading) {
      if (!in_cell_) separate("\n\n");
      in_cell_ = false;
    } else if (name == names_.tab) {
      text_ += '\t';
    } else if (name == names_.line_break) {
      text_ += '\n';
    } else if (name == "text:s") {
      text_ += ' ';
    }
    return true;
  }

  std::string take() { return std::string(trimmed(text_)) + (text_.empty() ? "" : "\n"); }

 private:
  static bool is_inside(const pugi::xml_node& node) {
    for (auto parent = node.parent(); !parent.empty(); parent = parent.parent()) {
      const std::string_view name = parent.name();
      if (name == "text:p" || name == "text:h") return true;
      if (name == "office:annotation" || name == "text:tracked-changes") return false;
    }
    return false;
  }

  void separate(std::string_view by) {
    if (!text_.empty()) text_ += by;
  }

  const Names& names_;
  std::string text_;
  bool row_begins_ = false, in_cell_ = false;
};

std::string text_of(const std::string& xml, const Names& names) {
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata)) return {};
  TextWriter writer(names);
  document.traverse(writer);
  auto text = writer.take();
  return trimmed(text).empty() ? std::string{} : text;
}

}  // namespace

std::string text_of_docx(const std::string& xml) {
  return text_of(xml, kDocx);
}
std::string text_of_odt(const std::string& xml) {
  return text_of(xml, kOdt);
}

}  // namespace tally::page
