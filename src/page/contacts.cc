// See contacts.h.
#include "page/contacts.h"

#include <algorithm>

#include "base/byte_block.h"
#include "page/characters.h"

namespace tally::page {
namespace {

// How many digits the groups that begin at `at` hold together, and how many groups they are: "928 555
// 014", "(0)22-555-0144". Commas end them.
struct DigitGroups {
  std::size_t end = 0, digits = 0, groups = 0;
  bool years = true;  // four digits each: "2012-2013"
};
DigitGroups digit_groups(std::string_view line, std::size_t at) {
  DigitGroups found;
  std::size_t in_group = 0;
  const auto close = [&] {
    if (in_group > 0) ++found.groups;
    if (in_group > 0 && in_group != 4) found.years = false;
    in_group = 0;
  };
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (is_digit(c)) {
      ++found.digits;
      ++in_group;
      found.end = at + 1;
    } else if (c == ' ' || c == '-' || c == '(' || c == ')' || c == '/') {
      close();
      if (at > found.end + 1) break;  // two marks in a row end the number
    } else {
      break;
    }
  }
  close();
  return found;
}

}  // namespace

bool has_address(std::string_view line) {
  if (line.find("://") != std::string_view::npos) return true;
  for (auto at = line.find('.'); at != line.npos; at = line.find('.', at + 1)) {
    if (line.substr(0, at).ends_with("www")) return true;
  }
  for (auto at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
    if (at + 1 < line.size() && is_word_byte(line[at + 1])) return true;
  }
  return false;
}

bool has_telephone(std::string_view line, bool in_touch) {
  for (std::size_t at = digit_from(line, 0); at < line.size(); at = digit_from(line, at)) {
    const auto found = digit_groups(line, at);
    const bool leading = line[at] == '0' || (at > 0 && line[at - 1] == '+');
    const bool iso_date = found.digits == 8 && found.end - at == 10 && line[at + 4] == '-';
    if (found.digits >= 7 && found.groups >= 2 && !found.years && !iso_date && (leading || in_touch))
      return true;
    at = std::max(found.end, at + 1);
  }
  return false;
}

}  // namespace tally::page
