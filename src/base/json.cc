// JSON out. Strings are scanned for the few bytes that need an escape and copied in stretches.
#include "tally/json.h"

#include <array>
#include <charconv>

#include "tally/utf8.h"

namespace tally {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr auto kNeedsEscape = [] {
  std::array<bool, 256> needs{};
  for (unsigned c = 0; c < 0x20; ++c) needs[c] = true;
  needs['"'] = needs['\\'] = true;
  return needs;
}();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 15U];
  }
}

void append_valid(std::string& out, std::string_view value) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!kNeedsEscape[static_cast<unsigned char>(value[at])]) continue;
    out.append(value, from, at - from);
    append_escape(out, value[at]);
    from = at + 1;
  }
  out.append(value, from, value.size() - from);
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  while (const auto bad = first_invalid_utf8(value)) {
    append_valid(out_, value.substr(0, *bad));
    out_ += kReplacement;
    value.remove_prefix(*bad + 1);
  }
  append_valid(out_, value);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

std::string JsonWriter::take() {
  std::string out = std::move(out_);
  clear();
  return out;
}

void JsonWriter::clear() {
  out_.clear();
  fresh_ = true;
}

}  // namespace tally
