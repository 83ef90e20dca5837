// JSON out: appends to one string, commas and escapes looked after, no tree in between.
//
//   JsonWriter json;
//   json.open('{').key("best").number(Decimal(2706)).key("unit").null().close('}');
//   json.text()   →   {"best":2706,"unit":null}
//
// Numbers are printed as the exact decimals that they are. The caller sees to it that every open
// has its close; strings must be UTF-8 (broken bytes become U+FFFD).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tally/decimal.h"

namespace tally {

class JsonWriter {
 public:
  JsonWriter& open(char bracket) {  // '{' or '['
    separate();
    out_ += bracket;
    fresh_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    out_ += bracket;
    fresh_ = false;
    return *this;
  }
  // `name` is written as it is: plain ASCII without quotes.
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& string_or_null(std::string_view value) { return value.empty() ? null() : string(value); }
  JsonWriter& number(Decimal value) { return raw(value.to_string()); }
  JsonWriter& number(std::optional<Decimal> value) { return value ? number(*value) : null(); }
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // Ready-made JSON.
  JsonWriter& raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
  }
  // A line break between two items, for files that people compare line by line.
  JsonWriter& line_break() {
    if (!fresh_) out_ += ',';
    out_ += '\n';
    fresh_ = true;
    return *this;
  }

  [[nodiscard]] const std::string& text() const { return out_; }
  // Hands over what is written and starts anew.
  [[nodiscard]] std::string take();
  void clear();

 private:
  void separate() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
  }

  std::string out_;
  bool fresh_ = true;  // nothing stands between here and the last bracket or key
};

}  // namespace tally
