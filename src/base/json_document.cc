// See json_document.h.
#include "base/json_document.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <functional>
#include <utility>

namespace tally {
namespace {

using Error = boost::json::error_code;
using Piece = boost::json::string_view;

// Writes the nodes as Boost's parser comes upon the values. A string without escapes is given where it
// stands; one with them in pieces, from a buffer of the parser's.
struct NodeWriter {
  static constexpr auto kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = kNone;  // the names of these four are the parser's
  static constexpr std::size_t max_array_size = kNone;
  static constexpr std::size_t max_key_size = kNone;
  static constexpr std::size_t max_string_size = kNone;

  std::string_view source;
  std::vector<JsonNode>* nodes = nullptr;
  std::string* unescaped = nullptr;  // has room for all: what is viewed in it stays in its place
  std::vector<std::uint32_t> open;
  std::size_t pieces = 0;  // bytes of the string or number so far

  bool add(JsonKind kind, std::string_view text = {}) {
    nodes->push_back({text, static_cast<std::uint32_t>(nodes->size() + 1), kind});
    return true;
  }
  bool begin(JsonKind kind) {
    open.push_back(static_cast<std::uint32_t>(nodes->size()));
    return add(kind);
  }
  bool end() {
    (*nodes)[open.back()].end = static_cast<std::uint32_t>(nodes->size());
    open.pop_back();
    return true;
  }
  bool add_piece(Piece piece) {
    unescaped->append(piece.data(), piece.size());
    pieces += piece.size();
    return true;
  }
  bool add_string(Piece last) {
    const bool is_whole = pieces == 0 && std::less_equal<>()(source.data(), last.data()) &&
                          std::less_equal<>()(last.data() + last.size(), source.data() + source.size());
    if (is_whole) return add(JsonKind::string, {last.data(), last.size()});
    add_piece(last);
    const std::size_t size = std::exchange(pieces, 0);
    return add(JsonKind::string, std::string_view(*unescaped).substr(unescaped->size() - size));
  }
  bool add_number(Piece last) {
    const std::size_t before = std::exchange(pieces, 0);
    return add(JsonKind::number, {last.data() - before, before + last.size()});
  }

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_array_begin(Error&) { return begin(JsonKind::array); }
  bool on_array_end(std::size_t, Error&) { return end(); }
  bool on_object_begin(Error&) { return begin(JsonKind::object); }
  bool on_object_end(std::size_t, Error&) { return end(); }
  bool on_string_part(Piece piece, std::size_t, Error&) { return add_piece(piece); }
  bool on_string(Piece last, std::size_t, Error&) { return add_string(last); }
  bool on_key_part(Piece piece, std::size_t, Error&) { return add_piece(piece); }
  bool on_key(Piece last, std::size_t, Error&) { return add_string(last); }
  bool on_number_part(Piece piece, Error&) {
    pieces += piece.size();
    return true;
  }
  bool on_int64(std::int64_t, Piece last, Error&) { return add_number(last); }
  bool on_uint64(std::uint64_t, Piece last, Error&) { return add_number(last); }
  bool on_double(double, Piece last, Error&) { return add_number(last); }
  bool on_bool(bool value, Error&) { return add(value ? JsonKind::truth : JsonKind::falsehood); }
  bool on_null(Error&) { return add(JsonKind::null); }
  bool on_comment_part(Piece, Error&) { return true; }
  bool on_comment(Piece, Error&) { return true; }
};

boost::json::parse_options options() {
  boost::json::parse_options strict;
  strict.max_depth = 1024;
  return strict;
}

}  // namespace

bool JsonDocument::read(std::string_view text) {
  nodes_.clear();
  unescaped_.clear();
  unescaped_.reserve(text.size());
  boost::json::basic_parser<NodeWriter> parser(options());
  parser.handler().source = text;
  parser.handler().nodes = &nodes_;
  parser.handler().unescaped = &unescaped_;
  Error error;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (!error && read < text.size()) error = boost::json::error::extra_data;
  if (!error) return true;
  error_ = error.message();
  nodes_.clear();
  return false;
}

std::optional<std::string_view> JsonValue::string() const {
  return is(JsonKind::string) ? std::optional(node().text) : std::nullopt;
}

std::optional<std::string_view> JsonValue::number() const {
  return is(JsonKind::number) ? std::optional(node().text) : std::nullopt;
}

std::optional<std::int64_t> JsonValue::integer() const {
  if (!is(JsonKind::number)) return std::nullopt;
  const char* const end = node().text.data() + node().text.size();
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(node().text.data(), end, value);
  return at == end && error == std::errc{} ? std::optional(value) : std::nullopt;
}

JsonValue JsonValue::operator[](std::string_view key) const {
  if (!is_object()) return {};
  for (Iterator member = begin(); member != end(); ++member) {
    if (member.key() == key) return *member;
  }
  return {};
}

JsonValue JsonValue::item(std::size_t place) const {
  if (!is_array()) return {};
  for (const JsonValue one : *this) {
    if (place-- == 0) return one;
  }
  return {};
}

}  // namespace tally
