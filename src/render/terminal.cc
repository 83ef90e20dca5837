#include "render/terminal.h"

#include <algorithm>

#include "base/characters.h"
#include "render/words.h"
#include "tally/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNarrowest = 40;

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t columns_of(char32_t c) {
  if (c < 0x20 || class_of(c) == CharClass::mark) return 0;
  return is_wide(c) ? 2 : 1;
}

// How many bytes of the text fit into `width` columns; at least one character.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t at = 0;
  std::size_t used = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    used += columns_of(point.value);
    if (used > width && at > 0) break;
    at += point.size;
  }
  return at;
}

constexpr std::array<std::string_view, 8> kCodes = {"", "1", "2", "31;1", "32", "33", "34", "1;4"};

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    count += columns_of(point.value);
    at += point.size;
  }
  return count;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  const auto finish = [&] {
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::size_t wide = columns(word);
    if (used > 0 && used + 1 + wide > width) finish();
    while (columns(word) > width) {
      const std::size_t bytes = bytes_within(word, width);
      line = word.substr(0, bytes);
      finish();
      word.remove_prefix(bytes);
    }
    if (used > 0) line += ' ';
    used += (used > 0 ? 1 : 0) + columns(word);
    line += word;
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

std::string pad(std::string_view text, std::size_t width, bool right) {
  const std::size_t used = columns(text);
  const std::string space(used < width ? width - used : 0, ' ');
  return right ? space + std::string(text) : std::string(text) + space;
}

std::string cut(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  return std::string(text.substr(0, bytes_within(text, width > 1 ? width - 1 : 1))) + "…";
}

Screen::Screen(const TextOptions& options)
    : width_(std::max<std::size_t>(options.width, kNarrowest)), colour_(options.colour) {}

std::string Screen::paint(std::string_view text, Ink ink) const {
  const auto code = [&](std::string_view codes) { return "\x1b[" + std::string(codes) + "m"; };
  std::string out;
  const bool painted = colour_ && ink != Ink::plain && !text.empty();
  const std::string_view codes = kCodes[static_cast<std::size_t>(ink)];
  if (painted) out += code(codes);
  for (const char c : text) {
    if (c == kStrong || c == kPlain) {
      if (!colour_) continue;
      out += code("0");
      if (c == kStrong) out += code("1");
      if (c == kPlain && painted) out += code(codes);
    } else {
      out += c;
    }
  }
  if (painted) out += code("0");
  return out;
}

void Screen::put(std::string_view lead, std::string_view text, Ink ink) {
  const std::size_t indent = columns(lead);
  const std::size_t room = width_ > indent + 20 ? width_ - indent : 20;
  bool first = true;
  bool strong = false;
  for (const std::string& part : wrap(text, room)) {
    out_ += first ? std::string(lead) : std::string(indent, ' ');
    first = false;
    // Emphasis that runs over the end of a line is taken up again on the next.
    std::string marked = (strong ? std::string(1, kStrong) : std::string()) + part;
    const std::size_t last = marked.find_last_of("\x01\x02");
    strong = last != std::string::npos && marked[last] == kStrong;
    if (strong) marked += kPlain;
    out_ += paint(marked, ink);
    out_ += '\n';
  }
}

void Screen::line(std::string_view text) {
  out_ += text;
  out_ += '\n';
}

void put_words(Screen& screen, const Lookup& lookup, const RecordClaim& claim, std::string_view lead) {
  constexpr std::uint32_t kContext = 70;
  const Document& document = lookup.document_of(claim);
  const Excerpt excerpt = excerpt_around(document.text, claim.claim.quote, kContext);
  const std::string_view text = document.text;
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    return one_line(text.substr(begin, end - begin));
  };
  const auto space_at = [&](std::uint32_t at) {
    return at > 0 && at < text.size() && (text[at] == ' ' || text[at - 1] == ' ');
  };
  const bool all = excerpt.whole == excerpt.words;
  const std::string open = all ? "" : screen.colour() ? std::string(1, kStrong) : "«";
  const std::string close = all ? "" : screen.colour() ? std::string(1, kPlain) : "»";
  std::string quote = excerpt.cut_before ? "“… " : "“";
  quote += part(excerpt.whole.begin, excerpt.words.begin);
  if (excerpt.words.begin > excerpt.whole.begin && space_at(excerpt.words.begin)) quote += ' ';
  quote += open + part(excerpt.words.begin, excerpt.words.end) + close;
  if (excerpt.words.end < excerpt.whole.end && space_at(excerpt.words.end)) quote += ' ';
  quote += part(excerpt.words.end, excerpt.whole.end) + (excerpt.cut_after ? " …”" : "”");
  screen.put(lead, quote);
  screen.put(std::string(columns(lead), ' ') + "  ", document_in_words(document), Ink::dim);
}

}  // namespace tally
