// See html_tables.h.
#include "page/html_tables.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

namespace tally::html {
namespace {

constexpr int kHighest = 4;  // how many elements may stand between a block and its cell
constexpr std::uint32_t kLongestCell = 15;
constexpr std::uint16_t kMostColumns = 1000;

std::uint16_t span_of(const Document& document, const Node& cell, std::string_view name) {
  const auto value = document.raw_attribute(cell, name);
  int span = 1;
  if (value) std::from_chars(value->data(), value->data() + value->size(), span);
  return static_cast<std::uint16_t>(std::clamp(span, 1, 100));
}

}  // namespace

Tables::Tables(const Document& document, const Blocks& blocks) : document_(document), blocks_(blocks) {
  for (NodeId i = 0; i < document.nodes().size(); ++i) {
    if (document[i].tag == Tag::table && holds_data(i)) add(i);
  }
  std::ranges::sort(places_, {}, &Place::node);
}

// Four cells or more, short ones, most of them no links, no table within.
bool Tables::holds_data(NodeId table) const {
  for (auto i = table + 1; i < document_[table].end; ++i) {
    if (document_[i].tag == Tag::table) return false;
  }
  const auto range = blocks_.within(document_, table);
  std::uint32_t words = 0, links = 0;
  for (auto i = range.begin; i < range.end; ++i) {
    words += blocks_.blocks[i].words;
    links += blocks_.blocks[i].link_words;
  }
  return range.size() >= 4 && words <= range.size() * kLongestCell && links * 5 < words * 3;
}

void Tables::add(NodeId table) {
  std::uint16_t row = 0;
  bool any = false;
  std::vector<std::uint16_t> taken;  // rows that a cell from above still fills, by column
  std::uint16_t column = 0;
  for (auto i = table + 1; i < document_[table].end; ++i) {
    const auto& node = document_[i];
    if (node.tag == Tag::tr) {
      if (any) ++row;
      any = true;
      column = 0;
      for (auto& left : taken) left = left > 0 ? static_cast<std::uint16_t>(left - 1) : left;
    } else if (node.tag == Tag::td || node.tag == Tag::th) {
      while (column < taken.size() && taken[column] > 0) ++column;
      if (column >= kMostColumns) continue;
      places_.push_back({i, {table, row, column}});
      const auto width = span_of(document_, node, "colspan");
      const auto height = span_of(document_, node, "rowspan");
      if (taken.size() < column + std::size_t{width}) taken.resize(column + std::size_t{width}, 0);
      for (int k = 0; k < width; ++k) taken[column + static_cast<std::size_t>(k)] = height;
      column = static_cast<std::uint16_t>(column + width);
    }
  }
}

std::optional<Cell> Tables::cell_of(const TextBlock& block) const {
  auto node = block.owner;
  for (int up = 0; up < kHighest && node != kNoNode; ++up, node = document_[node].parent) {
    if (document_[node].tag != Tag::td && document_[node].tag != Tag::th) continue;
    const auto place = std::ranges::lower_bound(places_, node, {}, &Place::node);
    if (place == places_.end() || place->node != node) return std::nullopt;
    return place->cell;
  }
  return std::nullopt;
}

void set_heads(std::vector<Block>& blocks) {
  std::map<std::tuple<std::uint16_t, std::uint16_t, std::uint16_t>, Span> at;
  for (const auto& block : blocks) {
    if (block.kind == BlockKind::table_cell)
      at.emplace(std::tuple{block.table, block.row, block.column}, block.span);
  }
  for (auto& block : blocks) {
    if (block.kind != BlockKind::table_cell) continue;
    const auto row = at.find({block.table, block.row, 0});
    const auto column = at.find({block.table, 0, block.column});
    if (row != at.end() && block.column > 0) block.row_head = row->second;
    if (column != at.end() && block.row > 0) block.column_head = column->second;
  }
}

}  // namespace tally::html
