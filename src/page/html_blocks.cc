// See html_blocks.h.
#include "page/html_blocks.h"

#include <algorithm>
#include <array>

#include "page/characters.h"
#include "page/html_entities.h"

namespace tally::html {
namespace {

bool holds_table(const Document& document, const Node& node) {
  const auto begin = static_cast<NodeId>(&node - document.nodes().data());
  for (auto i = begin; i < node.end; ++i) {
    if (document[i].tag == Tag::table) return true;
  }
  return false;
}

// Elements whose text is never the report's.
bool is_passed_over(const Document& document, const Node& node) {
  switch (node.tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::templates:
    case Tag::button:
    case Tag::select:
    case Tag::datalist:
    case Tag::textarea:
    case Tag::iframe:
    case Tag::object:
    case Tag::video:
    case Tag::audio:
    case Tag::canvas:
    case Tag::svg:
    case Tag::math:
    case Tag::nav:
    case Tag::aside:
    case Tag::menu:
    case Tag::figcaption:
    case Tag::dialog:
    case Tag::map:
    case Tag::noembed:
    case Tag::noframes:
    case Tag::rp:
    case Tag::rt:
    case Tag::label:
    case Tag::footer:
      return true;
    case Tag::figure:
      return !holds_table(document, node);
    default:
      break;
  }
  return node.tag == Tag::noscript && document.scripts();
}

// What a byte is for counting words.
enum class Byte : std::uint8_t {
  other,
  space,
  letter,
  upper,
  digit,
  comma,
  reference,
  punctuation,
  latin,
  wide,
  full
};

constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(i);
    bytes[i] = page::is_upper(c)        ? Byte::upper
               : page::is_digit(c)      ? Byte::digit
               : page::is_space(c)      ? Byte::space
               : c == ','               ? Byte::comma
               : c == '&'               ? Byte::reference
               : i == 0xC2              ? Byte::latin
               : i == 0xE2              ? Byte::punctuation  // “ ” ’ – —
               : i >= 0xE3 && i <= 0xE9 ? Byte::wide         // most of Chinese and Japanese
               : i == 0xEF              ? Byte::full
               : page::is_letter(c)     ? Byte::letter
                                        : Byte::other;
  }
  return bytes;
}();

Byte byte_at(std::string_view text, std::size_t at) {
  return kBytes[static_cast<unsigned char>(text[at])];
}

// Counts words of raw text: a reference is a letter, but for those that are spaces.
struct Counter {
  std::uint32_t words = 0, lower = 0, commas = 0;
  std::uint32_t cjk = 0;
  bool in_word = false, digits = false;

  void add(std::string_view raw) {
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const Byte byte = byte_at(raw, i);
      switch (byte) {
        case Byte::letter:
        case Byte::upper:
        case Byte::digit:
          begin_word(byte);
          break;
        case Byte::space:
          in_word = false;
          break;
        case Byte::comma:
          ++commas;
          break;
        case Byte::punctuation:
          i += 2;
          break;
        case Byte::other:
          break;
        default:
          i += longer(raw.substr(i), byte);
          break;
      }
    }
  }

 private:
  void begin_word(Byte byte) {
    digits |= byte == Byte::digit;
    if (in_word) return;
    in_word = true;
    ++words;
    if (byte != Byte::upper && byte != Byte::digit) ++lower;
  }

  // What is told by more than one byte; how many there are after the first.
  std::size_t longer(std::string_view rest, Byte byte) {
    if (byte == Byte::reference) {
      const bool space = rest.starts_with("&nbsp;") || rest.starts_with("&#160;");
      if (space) in_word = false;
      return space ? 5 : 0;
    }
    if (byte == Byte::latin && rest.starts_with("\xC2\xA0")) {
      in_word = false;
      return 1;
    }
    if (byte == Byte::full && rest.starts_with("，")) {
      ++commas;
      return 2;
    }
    if (byte == Byte::wide) {
      ++cjk;
      in_word = false;
      return 2;
    }
    begin_word(Byte::letter);
    return 0;
  }
};

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kClosers = {"\"", "'", ")",  "]", "”",
                                                                "’",  "»", "」", "*", "“"};
  static constexpr std::array<std::string_view, 9> kEnds = {".", "!", "?", "…", "。", "！", "？", ":", "।"};
  for (bool cut = true; cut;) {
    cut = false;
    text = page::trimmed(text);
    for (const auto closer : kClosers) {
      if (text.size() > closer.size() && text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        cut = true;
      }
    }
  }
  return std::ranges::any_of(kEnds, [&](auto end) { return text.ends_with(end); });
}

class Collector {
 public:
  Collector(const Document& document, Blocks& out) : document_(document), out_(out) {}

  void run() {
    const auto& nodes = document_.nodes();
    out_.before.resize(nodes.size() + 1);
    for (NodeId i = 0; i < nodes.size(); ++i) {
      leave(i);
      out_.before[i] = static_cast<Index>(out_.blocks.size()) + (open_ ? 1 : 0);
      const auto& node = nodes[i];
      if (node.tag == Tag::text) {
        text(i);
      } else if (is_passed_over(document_, node)) {
        if (has(node.tag, kBlock)) flush();
        const auto count = static_cast<Index>(out_.blocks.size()) + (open_ ? 1 : 0);
        for (auto j = i; j < node.end; ++j) out_.before[j] = count;
        i = node.end - 1;
      } else if (node.tag == Tag::br) {
        line_break(i);
      } else if (has(node.tag, kBlock)) {
        flush();
        out_.before[i] = static_cast<Index>(out_.blocks.size());
        if (node.end > i + 1) stack_.push_back(i);
      }
    }
    flush();
    out_.before[nodes.size()] = static_cast<Index>(out_.blocks.size());
  }

 private:
  void leave(NodeId i) {
    while (!stack_.empty() && document_[stack_.back()].end <= i) {
      flush();
      stack_.pop_back();
    }
  }

  void text(NodeId i) {
    const auto raw = document_.raw(document_[i].span);
    const bool blank = page::trimmed(raw).empty() || raw == "&nbsp;";
    if (blank && !open_) return;
    if (!blank) breaks_ = 0;
    if (!open_) {
      open_ = true;
      first_ = i;
      begin_ = static_cast<Index>(out_.pieces.size());
    }
    out_.pieces.push_back(i);
  }

  void line_break(NodeId i) {
    if (!open_) return;
    if (++breaks_ >= 2) return flush();
    out_.pieces.push_back(i);
  }

  void flush() {
    breaks_ = 0;
    if (!open_) return;
    open_ = false;
    TextBlock block;
    block.pieces = {begin_, static_cast<Index>(out_.pieces.size())};
    block.first = first_;
    block.owner = stack_.empty() ? 0 : stack_.back();
    block.tag = document_[block.owner].tag;
    count(block);
    out_.blocks.push_back(block);
  }

  void count(TextBlock& block) const {
    Counter all;
    std::string_view last;
    for (auto p = block.pieces.begin; p < block.pieces.end; ++p) {
      const auto& node = document_[out_.pieces[p]];
      if (node.tag != Tag::text) {
        all.in_word = false;
        continue;
      }
      const auto raw = document_.raw(node.span);
      const auto words = all.words + all.cjk / 2;
      all.add(raw);
      if (node.in_link) block.link_words += all.words + all.cjk / 2 - words;
      if (!page::trimmed(raw).empty()) last = raw;
    }
    block.words = all.words + all.cjk / 2;
    block.lower_words = all.lower + all.cjk / 2;
    block.commas = all.commas;
    block.digits = all.digits;
    auto from = last.size() > 24 ? last.size() - 24 : 0;
    block.final = ends_sentence(decode_references(last.substr(from), false));
  }

  const Document& document_;
  Blocks& out_;
  std::vector<NodeId> stack_;
  bool open_ = false;
  NodeId first_ = 0;
  Index begin_ = 0;
  int breaks_ = 0;
};

}  // namespace

Blocks find_blocks(const Document& document) {
  Blocks blocks;
  Collector(document, blocks).run();
  return blocks;
}

namespace {

bool may_be_wide_space(Byte byte) {
  return byte == Byte::latin || byte == Byte::punctuation || byte == Byte::wide;
}

// Appends text with its white space folded.
void fold(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const Byte byte = byte_at(text, i);
    const auto wide = may_be_wide_space(byte) ? page::wide_space(text.substr(i)) : 0;
    if (byte == Byte::space || wide > 0) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += std::max<std::size_t>(wide, 1);
      continue;
    }
    const auto begin = i++;
    while (i < text.size() && byte_at(text, i) != Byte::space && !may_be_wide_space(byte_at(text, i))) ++i;
    out += text.substr(begin, i - begin);
  }
}

}  // namespace

std::string text_of(const Document& document, const Blocks& blocks, const TextBlock& block) {
  std::string out;
  for (auto p = block.pieces.begin; p < block.pieces.end; ++p) {
    const auto& node = document[blocks.pieces[p]];
    const auto raw = node.tag == Tag::text ? document.raw(node.span) : std::string_view("\n");
    if (node.literal || raw.find('&') == std::string_view::npos) {
      fold(raw, out);
    } else {
      fold(decode_references(raw, false), out);
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace tally::html
