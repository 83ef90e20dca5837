// Lines of a text that are no news by themselves or are news only together → furniture, rows of a table:
// boxes, menus, lists of other reports, the scraps under a text.
#include <algorithm>
#include <span>

#include "page/plain_text_marker.h"
#include "page/text_rows.h"
#include "page/text_units.h"

namespace tally::page {

std::size_t PlainTextMarker::run_end(std::size_t begin) const {
  auto end = begin + 1;
  while (end < count() && opens_[end] == 0) ++end;
  return end;
}

void PlainTextMarker::find_boxes() {
  bool text_before = false;
  for (std::size_t begin = 0; begin < count();) {
    const auto end = run_end(begin);
    const auto lines = std::span(features_).subspan(begin, end - begin);
    const bool box = text_before && lines.front().label &&
                     std::ranges::all_of(lines, [](const auto& line) { return line.words <= 25; });
    for (auto i = begin; box && i < end; ++i) features_[i].label = true;
    for (auto i = begin; i < end; ++i) text_before = text_before || is_body(i);
    begin = end;
  }
}

void PlainTextMarker::mark_boxes() {
  if (first_ == count()) return;
  for (auto begin = last_ + 1; begin < count(); begin = run_end(begin)) {
    const auto end = run_end(begin);
    std::size_t furniture = 0;
    for (auto i = begin; i < end; ++i) furniture += features_[i].is_furniture() ? 1 : 0;
    if (end - begin < 3 || furniture * 2 <= end - begin) continue;
    for (auto i = begin; i < end; ++i) {
      if (kind(i) != BlockKind::caption && kind(i) != BlockKind::byline) kind(i) = BlockKind::furniture;
    }
  }
}

void PlainTextMarker::mark_related() {
  for (std::size_t i = 0; i < count(); ++i) {
    if (!features_[i].related || features_[i].is_prose() || i < first_) continue;
    auto end = i + 1;
    for (; end < count() && !is_body(end); ++end) kind(end) = BlockKind::furniture;
    if (are_teasers(end)) {
      for (; end < count(); ++end) kind(end) = BlockKind::furniture;
    }
  }
}

// Headlines of other reports to the end of the page, each with its first lines under it; `at` is the first of
// these. Two paragraphs in a row would be a report that goes on.
bool PlainTextMarker::are_teasers(std::size_t at) const {
  constexpr std::uint32_t kHeadline = 4;  // words at least
  bool headed = false;
  for (auto i = at - 1; i < count(); ++i) {
    const auto& line = features_[i];
    if (is_body(i) && !headed) return false;
    headed = !is_body(i) && !line.final && line.words >= kHeadline && !line.related;
  }
  return at < count();
}

// "- Five Ways to Sleep Better": headlines of other reports listed under the last paragraph, in capitals
// and without an end.
void PlainTextMarker::mark_listed_headlines() {
  constexpr std::size_t kFew = 3;
  const auto is_headline = [&](std::size_t i) {
    const auto& line = features_[i];
    return bullet_length(text(i)) != 0 && !is_body(i) && line.words >= 4 && line.lower_words * 2 < line.words;
  };
  if (first_ == count()) return;
  for (auto begin = last_ + 1; begin < count();) {
    auto end = begin;
    std::size_t with_digits = 0;
    for (; end < count() && is_headline(end); ++end) with_digits += features_[end].digits ? 1 : 0;
    if (end - begin >= kFew && with_digits * 2 < end - begin) {
      for (auto i = begin; i < end; ++i) kind(i) = BlockKind::furniture;
    }
    begin = std::max(end, begin + 1);
  }
}

void PlainTextMarker::mark_tail() {
  const auto is_scrap = [&](std::size_t i) {
    const auto& line = features_[i];
    return i != title_ && line.words <= 10 && !line.final && bullet_length(text(i)) == 0;
  };
  if (first_ == count()) return;
  for (auto begin = last_ + 1; begin < count();) {
    auto end = begin;
    std::size_t with_digits = 0;
    for (; end < count() && is_scrap(end); ++end)
      with_digits += features_[end].digits && kind(end) == BlockKind::paragraph ? 1 : 0;
    if (with_digits < 3) {
      for (auto i = begin; i < end; ++i) {
        if (kind(i) == BlockKind::paragraph) kind(i) = BlockKind::furniture;
      }
    }
    begin = std::max(end, begin + 1);
  }
}

void PlainTextMarker::mark_menus() {
  constexpr std::uint32_t kShortItem = 4;  // words
  const auto is_item = [&](std::size_t i) {
    const auto& line = features_[i];
    const bool tells = line.digits && line.words > kShortItem;  // "• 1,200 hectares sprayed since May"
    if (i < first_ && bullet_length(text(i)) != 0 && !line.final && !tells) return true;
    return i != title_ && line.words <= 3 && !line.final && !line.digits && bullet_length(text(i)) == 0;
  };
  for (std::size_t begin = 0; begin < count();) {
    auto end = begin;
    while (end < count() && is_item(end)) ++end;
    const bool outside = begin < first_ || begin > last_;
    if (end - begin >= (outside ? 3U : 5U) && first_ != count()) {
      for (auto i = begin; i < end; ++i) kind(i) = BlockKind::furniture;
    }
    begin = std::max(end, begin + 1);
  }
}

void PlainTextMarker::mark_rows() {
  if (first_ == count()) return;
  for (std::size_t begin = 0; begin < count();) {
    auto end = begin;
    while (end < count() && end != title_ && is_row(text(end)) && !features_[end].is_furniture()) ++end;
    const bool headed = begin > 0 && text(begin - 1).ends_with(":");
    if (end - begin >= (headed ? 2U : 3U)) {
      for (auto i = begin; i < end; ++i) kind(i) = BlockKind::list_item;
      const bool head = begin > 0 && begin - 1 != title_ && !features_[begin - 1].is_furniture() &&
                        (kind(begin - 1) == BlockKind::furniture || kind(begin - 1) == BlockKind::subtitle);
      if (head) kind(begin - 1) = BlockKind::heading;
    }
    begin = std::max(end, begin + 1);
  }
}

}  // namespace tally::page
