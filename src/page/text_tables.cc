// See text_tables.h.
#include "page/text_tables.h"

#include <algorithm>
#include <array>

#include "page/characters.h"

namespace tally::page {
namespace {

constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kLongestCell = 40;
constexpr std::size_t kMostRows = 400;
constexpr std::size_t kFewestRows = 3;  // the heads and two more
constexpr std::size_t kMostCells = 16;
constexpr std::string_view kInNumbers = ",.%+-$ ()*";  // beside the digits

void add_cell(std::string_view line, std::size_t begin, std::size_t end, std::vector<Span>& cells) {
  const auto cell = trimmed(line.substr(begin, end - begin));
  const auto at = cell.empty() ? begin : static_cast<std::size_t>(cell.data() - line.data());
  cells.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + cell.size())});
}

// A mark of one blank and more ("  ") swallows those that follow.
std::vector<Span> cells_of(std::string_view line, std::string_view mark) {
  std::vector<Span> cells;
  std::size_t begin = 0;
  while (cells.size() <= kMostCells) {
    const auto found = line.find(mark, begin);
    add_cell(line, begin, std::min(found, line.size()), cells);
    if (found == std::string_view::npos) break;
    begin = found + mark.size();
    while (begin < line.size() && line[begin] == ' ') ++begin;
  }
  return cells;
}

// "212,418", "1.4%", "€35", "–", "n/a".
bool is_number(std::string_view cell) {
  if (cell == "-" || cell == "–" || cell == "—" || cell == "n/a" || cell == "..") return true;
  const auto odd = [](char c) {
    return !is_digit(c) && kInNumbers.find(c) == std::string_view::npos &&
           static_cast<unsigned char>(c) < 0x80;
  };
  return std::ranges::any_of(cell, is_digit) && std::ranges::none_of(cell, odd);
}

// Whether a line may end with a number: what its last letter or digit is tells for most.
bool may_be_row(std::string_view line) {
  if (line.size() > kLongestLine) return false;
  if (line.ends_with('-') || line.ends_with("..") || line.ends_with("n/a")) return true;
  const auto last = line.find_last_not_of(kInNumbers);
  return last != std::string_view::npos &&
         (is_digit(line[last]) || static_cast<unsigned char>(line[last]) >= 0x80);
}

bool is_row(std::string_view line, const std::vector<Span>& cells) {
  return std::ranges::all_of(cells.begin() + 1, cells.end(),
                             [&](Span cell) { return is_number(line.substr(cell.begin, cell.size())); });
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// "2021", "2022 (p)", "2022-23", "2022/2023", "2022–23".
bool is_year(std::string_view cell) {
  constexpr std::size_t kYear = 4;
  if (cell.size() < kYear || !are_digits(cell.substr(0, kYear))) return false;
  if (!cell.starts_with("19") && !cell.starts_with("20")) return false;
  std::string_view rest = cell.substr(kYear);
  if (rest.empty() || rest.starts_with(" (")) return true;
  for (const std::string_view joint : {"-", "/", "–"}) {
    if (!rest.starts_with(joint)) continue;
    rest.remove_prefix(joint.size());
    return (rest.size() == 2 || rest.size() == kYear) && are_digits(rest);
  }
  return false;
}

// What may stand over a column: a year, or words.
bool is_head_cell(std::string_view cell) {
  return is_year(cell) || (!cell.empty() && cell.size() <= kLongestCell && !is_number(cell));
}

bool are_heads(std::string_view line, std::span<const Span> cells) {
  return std::ranges::all_of(cells,
                             [&](Span cell) { return is_head_cell(line.substr(cell.begin, cell.size())); });
}

// "Region | 2020 | 2021"; of a row of years the first is a year as well.
bool is_head(std::string_view line, const std::vector<Span>& cells) {
  const auto first = line.substr(cells.front().begin, cells.front().size());
  return !(is_year(first) && is_row(line, cells)) && are_heads(line, std::span(cells).subspan(1));
}

// Whether a line can head rows of so many cells. "        2022    2023" over "Coal    410    395" lacks the
// head of the rows' own names: it is put in, empty.
bool fits_head(std::string_view line, std::vector<Span>& heads, std::size_t cells) {
  if (heads.size() == cells) return is_head(line, heads);
  if (heads.size() < 2 || heads.size() + 1 != cells || !are_heads(line, heads)) return false;
  heads.insert(heads.begin(), Span{});
  return true;
}

std::vector<std::vector<Span>> table_by(std::span<const std::string_view> lines, std::string_view mark) {
  std::vector<std::vector<Span>> rows;
  for (const std::string_view line : lines.first(std::min(lines.size(), kMostRows))) {
    if (line.size() > kLongestLine) break;
    auto cells = cells_of(line, mark);
    if (cells.size() < 2 || cells.size() > kMostCells) break;
    if (rows.empty() ? !are_heads(line, std::span(cells).subspan(1)) : !is_row(line, cells)) break;
    if (rows.size() == 1 && !fits_head(lines.front(), rows.front(), cells.size())) break;
    if (rows.size() > 1 && cells.size() != rows.front().size()) break;
    rows.push_back(std::move(cells));
  }
  return rows.size() >= kFewestRows ? rows : std::vector<std::vector<Span>>{};
}

}  // namespace

std::vector<std::vector<Span>> table_at(std::span<const std::string_view> lines) {
  static constexpr std::array<std::string_view, 7> marks = {"\t", " | ", "|", "  ", " / ", ";", ", "};
  // Nearly all lines are paragraphs: no need to look for marks in them.
  if (lines.size() < kFewestRows || lines.front().size() > kLongestLine) return {};
  if (!std::ranges::all_of(lines.subspan(1, kFewestRows - 1), may_be_row)) return {};
  for (const std::string_view mark : marks) {
    if (lines.front().find(mark) == std::string_view::npos) continue;
    if (auto rows = table_by(lines, mark); !rows.empty()) return rows;
  }
  return {};
}

std::vector<Block> cells_of_table(std::span<const Block> lines, const std::vector<std::vector<Span>>& rows,
                                  std::uint16_t number) {
  std::vector<Block> cells;
  const auto span_of = [&](std::size_t row, std::size_t column) {
    const Span cell = rows[row][column];
    return Span{lines[row].span.begin + cell.begin, lines[row].span.begin + cell.end};
  };
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      Block cell;
      cell.kind = BlockKind::table_cell;
      cell.span = span_of(row, column);
      cell.table = number;
      cell.row = static_cast<std::uint16_t>(row);
      cell.column = static_cast<std::uint16_t>(column);
      if (column > 0) cell.row_head = span_of(row, 0);
      if (row > 0) cell.column_head = span_of(0, column);
      if (!cell.span.empty()) cells.push_back(cell);
    }
  }
  return cells;
}

}  // namespace tally::page
