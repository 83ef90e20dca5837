// JSON out: appends to one string, commas and escapes looked after, no tree in between.
//
//   JsonWriter json;
//   json.open('{').key("best").number(Decimal(2706)).key("unit").null().close('}');
//   json.text()   →   {"best":2706,"unit":null}
//
// Numbers are printed as the exact decimals that they are. The caller sees to it that every open
// has its close; strings must be UTF-8 (broken bytes become U+FFFD).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tally/decimal.h"

namespace tally {

class JsonWriter {
 public:
  JsonWriter& open(char bracket) {  // '{' or '['
    char* to = separate(1);
    *to++ = bracket;
    end_at(to);
    fresh_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    char* to = room(1);
    *to++ = bracket;
    end_at(to);
    fresh_ = false;
    return *this;
  }
  // `name` is written as it is: plain ASCII without quotes.
  [[gnu::always_inline]] JsonWriter& key(std::string_view name) {
    char* to = separate(name.size() + 3);
    *to++ = '"';
    to = copy(name, to);
    *to++ = '"';
    *to++ = ':';
    end_at(to);
    fresh_ = true;
    return *this;
  }
  // The same for a value: the names of kinds and states need no look for what must be escaped.
  JsonWriter& word(std::string_view value) {
    char* to = separate(value.size() + 2);
    *to++ = '"';
    to = copy(value, to);
    *to++ = '"';
    end_at(to);
    return *this;
  }
  JsonWriter& word_or_null(std::string_view value) { return value.empty() ? null() : word(value); }
  JsonWriter& string(std::string_view value);
  JsonWriter& string_or_null(std::string_view value) { return value.empty() ? null() : string(value); }
  JsonWriter& number(Decimal value);
  JsonWriter& number(std::optional<Decimal> value) { return value ? number(*value) : null(); }
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // Ready-made JSON.
  JsonWriter& raw(std::string_view json) {
    end_at(copy(json, separate(json.size())));
    return *this;
  }
  // A line break between two items, for files that people compare line by line.
  JsonWriter& line_break() {
    char* to = separate(1);
    *to++ = '\n';
    end_at(to);
    fresh_ = true;
    return *this;
  }

  [[nodiscard]] std::string_view text() const { return std::string_view(out_).substr(0, size_); }
  // Hands over what is written and starts anew.
  [[nodiscard]] std::string take();
  void clear();

 private:
  // Where so many bytes more can be written; end_at tells how many were.
  char* room(std::size_t more) {
    if (out_.size() - size_ < more) grow(more);
    return out_.data() + size_;
  }
  void end_at(const char* to) { size_ = static_cast<std::size_t>(to - out_.data()); }
  static char* copy(std::string_view bytes, char* to) { return std::copy_n(bytes.data(), bytes.size(), to); }
  void grow(std::size_t more);
  // The same, behind the comma that is due.
  char* separate(std::size_t more) {
    char* to = room(more + 1);
    *to = ',';
    to += fresh_ ? 0 : 1;
    fresh_ = false;
    return to;
  }

  std::string out_;       // longer than what is written
  std::size_t size_ = 0;  // what is written
  bool fresh_ = true;     // nothing stands between here and the last bracket or key
};

}  // namespace tally
