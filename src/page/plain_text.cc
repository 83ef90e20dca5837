// See plain_text.h. The steps that name the units of a text, and the cutting of datelines and tables out of
// them.
#include "page/plain_text.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "page/characters.h"
#include "page/dateline.h"
#include "page/numbered.h"
#include "page/plain_text_marker.h"
#include "page/text_tables.h"
#include "page/text_units.h"

namespace tally::page {

PlainTextMarker::PlainTextMarker(Article& article, const Page& page) : article_(article), page_(page) {
  for (const auto& unit : units_of(article)) {
    auto& block = article.blocks.emplace_back();
    block.span = unit.span;
    features_.push_back(features_of(article.text(unit.span)));
    opens_.push_back(unit.opens ? 1 : 0);
  }
}

void PlainTextMarker::mark() {
  if (count() == 1) {
    mark_dateline(0);
    return cut_datelines();
  }
  find_boxes();
  find_body();
  find_title();
  for (std::size_t i = 0; i < count(); ++i) {
    if (i != title_) kind(i) = kind_of(i);
  }
  mark_masthead();
  mark_repeated_title();
  mark_related();
  mark_boxes();
  mark_tail();
  mark_listed_headlines();
  mark_menus();
  mark_rows();
  find_tables();
  for (std::size_t i = first_; i < count() && i < first_ + 6; ++i) mark_dateline(i);
  read_dates();
  cut();
}

void PlainTextMarker::find_body() {
  bound_body(false);
  if (first_ == count()) bound_body(true);  // nothing but headlines: they are the text
  leave_contacts();
}

void PlainTextMarker::leave_contacts() {
  constexpr std::uint32_t kLongest = 25;  // words
  const auto tells_how = [&](std::size_t i) {
    const auto& line = features_[i];
    const bool labelled = line.hints > 0 || text(i).find(": ") != std::string_view::npos;
    return line.address && labelled && line.words <= kLongest && !line.quoted;
  };
  while (last_ > first_ && tells_how(last_)) {
    contacts_.push_back(last_);
    do --last_;
    while (last_ > first_ && !is_body(last_));
  }
}

void PlainTextMarker::bound_body(bool by_headlines) {
  first_ = count();
  last_ = 0;
  for (std::size_t i = 0; i < count(); ++i) {
    if (!is_body(i) || (!by_headlines && first_ == count() && is_asking_headline(i))) continue;
    first_ = std::min(first_, i);
    last_ = i;
  }
}

bool PlainTextMarker::is_asking_headline(std::size_t i) const {
  constexpr std::uint32_t kLongest = 20;  // words
  const auto line = text(i);
  const bool alone = opens_[i] != 0 && i + 1 < count() && opens_[i + 1] != 0;
  return alone && features_[i].words <= kLongest && (line.ends_with('?') || line.ends_with('!')) &&
         line.find(". ") == std::string_view::npos;
}

BlockKind PlainTextMarker::kind_of(std::size_t i) const {
  const auto& line = features_[i];
  const bool contact = std::ranges::find(contacts_, i) != contacts_.end();
  if (line.is_furniture() || contact || (line.priced && i < first_)) return BlockKind::furniture;
  if (is_body(i)) return bullet_length(text(i)) != 0 ? BlockKind::list_item : BlockKind::paragraph;
  if (first_ == count()) return BlockKind::paragraph;  // lines without running text: keep them
  if (line.caption || line.credited) return BlockKind::caption;
  const bool outside = i < first_ || i > last_;
  if (line.byline && line.words <= 12 && (outside || i <= first_ + 1) && !line.final)
    return BlockKind::byline;
  if (line.date && !line.final)
    return outside || follows_byline(i) ? BlockKind::dateline : BlockKind::paragraph;
  if (bullet_length(text(i)) != 0) return BlockKind::list_item;
  if (i < first_) return line.words >= 6 ? BlockKind::subtitle : BlockKind::heading;
  if (i > last_ && line.address && !line.final && line.words <= 12)
    return BlockKind::furniture;  // "Information: 0555 0120"
  if (i > last_) return line.digits || line.final ? BlockKind::paragraph : BlockKind::furniture;
  return line.final || line.words > 16 ? BlockKind::paragraph : BlockKind::heading;
}

void PlainTextMarker::mark_dateline(std::size_t i) {
  if (kind(i) != BlockKind::paragraph) return;
  const auto line = read_dateline(text(i));
  if (!line) return;
  if (article_.info.credit.empty()) article_.info.credit = line->agency;
  set_published(line->date, "dateline");
  if (line->end < text(i).size()) datelines_.push_back({i, static_cast<std::uint32_t>(line->end)});
}

void PlainTextMarker::find_tables() {
  std::vector<std::string_view> lines;
  lines.reserve(count());
  for (std::size_t i = 0; i < count(); ++i) lines.push_back(text(i));
  for (std::size_t i = 0; i < count();) {
    auto rows = i == title_ ? std::vector<std::vector<Span>>{} : table_at(std::span(lines).subspan(i));
    const auto end = i + std::max<std::size_t>(rows.size(), 1);
    if (!rows.empty()) tables_.push_back({i, std::move(rows)});
    i = end;
  }
}

void PlainTextMarker::cut() {
  while (!tables_.empty()) {
    while (!datelines_.empty() && datelines_.back().block > tables_.back().first) cut_last_dateline();
    cut_table(tables_.back(), static_cast<std::uint16_t>(tables_.size()));
    tables_.pop_back();
  }
  cut_datelines();
}

void PlainTextMarker::cut_table(const Table& table, std::uint16_t number) {
  const auto lines = std::span(article_.blocks).subspan(table.first, table.rows.size());
  const std::vector<Block> cells = cells_of_table(lines, table.rows, number);
  const auto first = article_.blocks.begin() + static_cast<std::ptrdiff_t>(table.first);
  const auto at = article_.blocks.erase(first, first + static_cast<std::ptrdiff_t>(table.rows.size()));
  article_.blocks.insert(at, cells.begin(), cells.end());
}

void PlainTextMarker::cut_datelines() {
  while (!datelines_.empty()) cut_last_dateline();
}

void PlainTextMarker::cut_last_dateline() {
  const Cut cut = datelines_.back();
  datelines_.pop_back();
  Block& paragraph = article_.blocks[cut.block];
  Block dateline = paragraph;
  dateline.kind = BlockKind::dateline;
  dateline.span.end = dateline.span.begin + cut.length;
  paragraph.span.begin = dateline.span.end;
  while (dateline.span.end > dateline.span.begin && is_space(article_.text()[dateline.span.end - 1]))
    --dateline.span.end;
  article_.blocks.insert(article_.blocks.begin() + static_cast<std::ptrdiff_t>(cut.block), dateline);
}

void mark_plain_text(Article& article, const Page& page) {
  PlainTextMarker marker(article, page);
  if (!article.blocks.empty()) marker.mark();
  mark_numbered(article);
}

}  // namespace tally::page
