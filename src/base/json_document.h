// JSON in: a text → its values, where they stand in it (Boost.JSON reads, this keeps). Strict: what is no
// JSON by RFC 8259, is not UTF-8 or nests deeper than a thousand levels is refused. Of members with one
// name the first counts; numbers stay as they are printed.
//
//   JsonDocument json;
//   if (json.read(line)) json.root()["id"].string()   →   "a17"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

enum class JsonKind : std::uint8_t { null, truth, falsehood, number, string, array, object };

struct JsonNode {
  std::string_view text;  // of a string, without its escapes; of a number, as printed
  std::uint32_t end = 0;  // the place after it and all within it
  JsonKind kind = JsonKind::null;
};

// A place in a document, which has to outlive it; one that is empty where nothing is.
class JsonValue {
 public:
  // Over the items of an array, or the values of an object's members.
  class Iterator {
   public:
    Iterator(const JsonNode* nodes, std::uint32_t at, bool is_object)
        : nodes_(nodes), at_(at), is_object_(is_object) {}
    [[nodiscard]] JsonValue operator*() const { return {nodes_, at_ + (is_object_ ? 1 : 0)}; }
    [[nodiscard]] std::string_view key() const { return nodes_[at_].text; }
    Iterator& operator++() {
      at_ = nodes_[at_ + (is_object_ ? 1 : 0)].end;
      return *this;
    }
    [[nodiscard]] bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const JsonNode* nodes_;
    std::uint32_t at_;
    bool is_object_;
  };

  JsonValue() = default;
  JsonValue(const JsonNode* nodes, std::uint32_t at) : nodes_(nodes), at_(at) {}

  [[nodiscard]] bool is(JsonKind kind) const { return nodes_ != nullptr && node().kind == kind; }
  [[nodiscard]] bool is_object() const { return is(JsonKind::object); }
  [[nodiscard]] bool is_array() const { return is(JsonKind::array); }
  [[nodiscard]] bool is_there() const { return nodes_ != nullptr; }

  [[nodiscard]] std::optional<std::string_view> string() const;
  [[nodiscard]] std::optional<std::string_view> number() const;  // as printed
  [[nodiscard]] std::optional<std::int64_t> integer() const;     // without a point or an exponent
  [[nodiscard]] JsonValue operator[](std::string_view key) const;
  [[nodiscard]] JsonValue item(std::size_t place) const;  // of an array

  [[nodiscard]] Iterator begin() const {
    return {nodes_, is_array() || is_object() ? at_ + 1 : 0, is_object()};
  }
  [[nodiscard]] Iterator end() const {
    return {nodes_, is_array() || is_object() ? node().end : 0, is_object()};
  }

 private:
  [[nodiscard]] const JsonNode& node() const { return nodes_[at_]; }

  const JsonNode* nodes_ = nullptr;
  std::uint32_t at_ = 0;
};

// Kept for the next text, it needs no new memory.
class JsonDocument {
 public:
  // The text has to outlive the values. False where it is no JSON; error() then says why.
  [[nodiscard]] bool read(std::string_view text);
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] JsonValue root() const { return nodes_.empty() ? JsonValue() : JsonValue(nodes_.data(), 0); }

 private:
  std::vector<JsonNode> nodes_;  // in the order of the text; a member's name before its value
  std::string unescaped_;        // the strings that had escapes
  std::string error_;
};

}  // namespace tally
