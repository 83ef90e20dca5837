// See html_hints.h.
#include "page/html_hints.h"

#include <array>
#include <string>
#include <string_view>

#include "page/characters.h"
#include "page/page_classes.inc"
#include "page/word_index.h"

namespace tally::html {
namespace {

// A bit for each kind of word.
constexpr std::uint16_t kOut = 1;
constexpr std::uint16_t kCaption = 2;
constexpr std::uint16_t kByline = 4;
constexpr std::uint16_t kTags = 8;
constexpr std::uint16_t kContent = 16;
constexpr std::uint16_t kReport = 32;
constexpr std::uint16_t kFolded = 64;
constexpr std::uint16_t kUnseen = 128;
constexpr std::uint16_t kLead = 256;
constexpr std::uint16_t kAuthor = 512;

std::uint16_t bit_of(std::string_view kind) {
  if (kind == "out") return kOut;
  if (kind == "caption") return kCaption;
  if (kind == "byline") return kByline;
  if (kind == "tags") return kTags;
  if (kind == "content") return kContent;
  if (kind == "folded") return kFolded;
  if (kind == "unseen") return kUnseen;
  if (kind == "lead") return kLead;
  if (kind == "author") return kAuthor;
  return kReport;
}

const page::WordIndex<std::uint16_t>& words() {
  static const auto table = [] {
    page::WordIndex<std::uint16_t> words;
    std::string_view rest = k_page_classes_tsv;
    while (!rest.empty()) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const auto tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      words.at(line.substr(tab + 1)) |= bit_of(line.substr(0, tab));
    }
    return words;
  }();
  return table;
}

// A name that tells of the page's layout, not of what the element is: "has-sidebar".
bool is_layout(std::string_view name) {
  for (const std::string_view prefix :
       {"has-", "has_", "with-", "with_", "no-", "is-", "js-", "not-", "without-"}) {
    if (name.starts_with(prefix)) return true;
  }
  return false;
}

constexpr std::size_t kLongestName = 64;

// The bits of all words of one name.
std::uint16_t bits_of_name(std::string_view name) {
  std::uint16_t bits = 0;
  std::array<char, kLongestName> lower{};
  std::size_t begin = 0;
  const auto take = [&](std::size_t end) {
    const auto* found = end > begin ? words().find({lower.data() + begin, end - begin}) : nullptr;
    if (found != nullptr) bits |= static_cast<std::uint16_t>(*found & ~unsigned{kUnseen});
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    lower[i] = page::to_lower(c);
    const bool hump = page::is_upper(c) && i > 0 && page::is_lower(name[i - 1]);
    if (!hump && page::is_word_byte(c)) continue;
    take(i);
    begin = hump ? i : i + 1;
  }
  take(name.size());
  return bits;
}

// "hidden md:block" is hidden on narrow screens only.
bool is_shown_when_wide(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return false;
  const auto rest = name.substr(colon + 1);
  return rest.starts_with("block") || rest.starts_with("flex") || rest.starts_with("inline") ||
         rest.starts_with("grid");
}

void add_names(std::string_view names, Hints& hints) {
  while (!names.empty()) {
    std::size_t end = 0;
    while (end < names.size() && !page::is_space(names[end])) ++end;
    const auto name = names.substr(0, end);
    names.remove_prefix(std::min(names.size(), end + 1));
    if (name.empty() || name.size() > kLongestName) continue;
    const auto* whole = words().find(name);
    hints.unseen |= whole != nullptr && (*whole & kUnseen) != 0;
    hints.shown |= is_shown_when_wide(name);
    if (is_layout(name)) continue;
    const auto bits = bits_of_name(name);
    hints.out |= (bits & kOut) != 0;
    hints.caption |= (bits & kCaption) != 0;
    hints.byline |= (bits & kByline) != 0;
    hints.author |= (bits & kAuthor) != 0;
    hints.tags |= (bits & kTags) != 0;
    hints.content |= (bits & kContent) != 0;
    hints.report |= (bits & kReport) != 0;
    hints.lead |= (bits & kLead) != 0;
    hints.folded |= (bits & kFolded) != 0;
  }
}

bool contains(const std::optional<std::string_view>& value, std::string_view word) {
  return value && value->find(word) != std::string_view::npos;
}

}  // namespace

Hints hints_of(const Document& document, const Node& node) {
  Hints hints;
  if (node.attribute_count == 0) return hints;
  if (const auto names = document.raw_attribute(node, "class")) add_names(*names, hints);
  if (const auto names = document.raw_attribute(node, "id")) add_names(*names, hints);
  const auto property = document.raw_attribute(node, "itemprop");
  hints.article_body =
      contains(property, "articleBody") || contains(document.raw_attribute(node, "property"), "articleBody");
  if (const auto role = document.raw_attribute(node, "role")) {
    hints.out |= *role == "navigation" || *role == "contentinfo" || *role == "complementary" ||
                 *role == "search" || *role == "dialog" || *role == "alertdialog" || *role == "menu" ||
                 *role == "menubar" || *role == "banner";
  }
  if (const auto style = document.raw_attribute(node, "style")) {
    hints.hidden |= contains(style, "display:none") || contains(style, "display: none") ||
                    contains(style, "visibility:hidden");
  }
  hints.hidden |= document.raw_attribute(node, "hidden").has_value();
  const auto aria = document.raw_attribute(node, "aria-hidden");
  hints.hidden |= aria && *aria == "true";
  hints.hidden |= hints.unseen && !hints.shown;
  return hints;
}

}  // namespace tally::html
