// The tables of a compiled grammar: rows that the compiler makes one by one, or rows that lie in the
// program as they were packed and are read where they are. A grammar of the program thus costs nothing at
// start but the pages that are looked at.
//
//   Table<Entry> entries;  entries.push_back({…});  entries[0]          the compiler
//   entries.view(rows_in_the_program);              entries[0]          the program
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tally::grammar {

template <class T>
class Table {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Table() = default;
  Table(std::initializer_list<T> rows) : made_(rows), rows_(made_) {}
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  // A vector that is moved keeps its rows where they are.
  Table(Table&& other) noexcept
      : made_(std::move(other.made_)), rows_(std::exchange(other.rows_, std::span<const T>())) {}
  Table& operator=(Table&& other) noexcept {
    made_ = std::move(other.made_);
    rows_ = std::exchange(other.rows_, std::span<const T>());
    return *this;
  }
  ~Table() = default;

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] const T* data() const { return rows_.data(); }
  const T& operator[](std::size_t at) const { return rows_[at]; }
  [[nodiscard]] auto begin() const { return rows_.begin(); }
  [[nodiscard]] auto end() const { return rows_.end(); }
  [[nodiscard]] std::span<const T> rows(std::uint32_t from, std::uint32_t to) const {
    return rows_.subspan(from, to - from);
  }

  // What follows is for who makes the rows.
  T& operator[](std::size_t at) {
    assert(at < made_.size());
    return made_[at];
  }
  [[nodiscard]] T* begin() { return made_.data(); }
  [[nodiscard]] T* end() { return made_.data() + made_.size(); }
  [[nodiscard]] T& back() { return made_.back(); }
  void push_back(const T& row) {
    made_.push_back(row);
    rows_ = made_;
  }
  void assign(std::size_t size, const T& row) {
    made_.assign(size, row);
    rows_ = made_;
  }
  void append(std::span<const T> rows) {
    made_.insert(made_.end(), rows.begin(), rows.end());
    rows_ = made_;
  }

  // Rows that stay where they are for as long as the table is used.
  void view(std::span<const T> rows) { rows_ = rows; }

 private:
  std::vector<T> made_;
  std::span<const T> rows_;
};

// Texts one behind the other, by number.
class TextTable {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t at) const {
    const std::uint32_t begin = at == 0 ? 0 : ends_[at - 1];
    return {bytes_.data() + begin, ends_[at] - begin};
  }
  void push_back(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  // Both tables, for who writes or reads them.
  template <class Walker, class AnyTexts>
  static void walk(Walker& walker, AnyTexts& texts) {
    walker(texts.ends_);
    walker(texts.bytes_);
  }

 private:
  Table<std::uint32_t> ends_;
  Table<char> bytes_;
};

}  // namespace tally::grammar
