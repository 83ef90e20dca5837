// See numbered.h.
#include "page/numbered.h"

#include <charconv>
#include <optional>
#include <vector>

#include "page/characters.h"

namespace tally::page {
namespace {

constexpr std::size_t kDeepest = 4;  // "2.4.11.3"

struct SectionMark {
  std::vector<int> parts;
  std::size_t length = 0;  // with the space behind
};

// Numbers of one or two digits between points, then a capital letter or a quotation.
std::optional<SectionMark> section_mark(std::string_view line) {
  SectionMark mark;
  std::size_t at = 0;
  while (mark.parts.size() <= kDeepest) {
    int number = 0;
    const auto read = std::from_chars(line.data() + at, line.data() + line.size(), number);
    const auto end = static_cast<std::size_t>(read.ptr - line.data());
    if (read.ec != std::errc() || end == at || end > at + 2 || !is_digit(line[at])) break;
    mark.parts.push_back(number);
    at = end;
    if (at >= line.size() || line[at] != '.') break;
    ++at;
  }
  if (mark.parts.size() < 2 || mark.parts.size() > kDeepest || at + 1 >= line.size() || line[at] != ' ')
    return std::nullopt;
  const char next = line[at + 1];
  const bool opens = (next >= 'A' && next <= 'Z') || next == '"' || next == '(' || (next & 0x80) != 0;
  if (!opens) return std::nullopt;
  mark.length = at + 1;
  return mark;
}

// 3.1 → 3.2, 4.1; 3.2.4 → 3.2.5, 3.3.1, 3.3.
bool follows(const std::vector<int>& before, const std::vector<int>& mark) {
  for (std::size_t i = 0; i < mark.size(); ++i) {
    const int was = i < before.size() ? before[i] : 0;
    if (mark[i] == was) continue;
    if (mark[i] != was + 1) return false;
    for (std::size_t rest = i + 1; rest < mark.size(); ++rest) {
      if (mark[rest] > 1) return false;
    }
    return true;
  }
  return false;
}

}  // namespace

std::size_t section_mark_length(std::string_view line) {
  const auto mark = section_mark(line);
  return mark ? mark->length : 0;
}

void mark_numbered(Article& article) {
  std::vector<std::size_t> marked;
  std::vector<int> last;
  bool go_on = false;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    if (article.blocks[i].kind == BlockKind::furniture) continue;
    const auto mark = section_mark(article.text(article.blocks[i].span));
    if (!mark) continue;
    go_on = go_on || (!last.empty() && follows(last, mark->parts));
    last = mark->parts;
    if (article.blocks[i].kind == BlockKind::paragraph) marked.push_back(i);
  }
  if (!go_on) return;
  for (const std::size_t i : marked) article.blocks[i].kind = BlockKind::list_item;
}

}  // namespace tally::page
