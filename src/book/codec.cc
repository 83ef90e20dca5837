// Claims and the parts of a record ⇄ JSON, without loss. One writer and one reader walk the lists of
// fields in fields.h.
#include "book/codec.h"

#include <array>
#include <charconv>
#include <concepts>
#include <mutex>
#include <set>
#include <type_traits>

#include "base/json_document.h"
#include "tally/json.h"

namespace tally {
namespace {

// Values of one piece ⇄ text.

std::string decimal_text(Decimal number) {
  std::string digits = std::to_string(number.coefficient());
  if (number.scale() < 0) return digits + "e" + std::to_string(-number.scale());
  if (number.scale() == 0) return digits;
  const std::size_t sign = digits.front() == '-' ? 1 : 0;
  const auto scale = static_cast<std::size_t>(number.scale());
  if (digits.size() - sign <= scale) digits.insert(sign, scale + 1 - (digits.size() - sign), '0');
  digits.insert(digits.size() - scale, ".");
  return digits;
}

std::optional<Decimal> decimal_of(std::string_view text) {
  const auto exponent = text.find('e');
  const auto number = Decimal::parse(text.substr(0, exponent));
  if (!number || exponent == std::string_view::npos) return number;
  int power = 0;
  std::from_chars(text.data() + exponent + 1, text.data() + text.size(), power);
  return Decimal(number->coefficient(), -power);
}

// Ten numbers, for the periods that EDTF cannot tell from others.
std::string raw_text(const Period& period) {
  const auto add = [](std::string& out, const Date& date) {
    out += std::to_string(date.year) + ' ' + std::to_string(date.month) + ' ' + std::to_string(date.day) +
           ' ' + (date.approximate ? "1 " : "0 ");
  };
  std::string out = "=";
  add(out, period.from);
  add(out, period.to);
  const int flags = (period.interval ? 1 : 0) | (period.open_from ? 2 : 0) | (period.open_to ? 4 : 0);
  return out + std::to_string(flags);
}

Period raw_period(std::string_view text) {
  std::array<int, 9> numbers{};
  const char* at = text.data() + 1;
  for (int& number : numbers) {
    at = std::from_chars(at, text.data() + text.size(), number).ptr;
    if (at < text.data() + text.size()) ++at;
  }
  const auto date = [&](std::size_t i) {
    return Date{static_cast<std::int16_t>(numbers[i]), static_cast<std::uint8_t>(numbers[i + 1]),
                static_cast<std::uint8_t>(numbers[i + 2]), numbers[i + 3] != 0};
  };
  return {date(0), date(4), (numbers[8] & 1) != 0, (numbers[8] & 2) != 0, (numbers[8] & 4) != 0};
}

std::string period_text(const Period& period) {
  std::string text = period.to_string();
  return Period::parse(text) == period ? text : raw_text(period);
}

std::optional<Period> period_of(std::string_view text) {
  if (text.starts_with('=')) return raw_period(text);
  return Period::parse(text);
}

// Rule names live as long as the program, as those of the lexicon do.
std::string_view keep(std::string_view rule) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> kept;
  const std::lock_guard lock(mutex);
  const auto found = kept.find(rule);
  return found != kept.end() ? *found : *kept.emplace(rule).first;
}

template <class T>
concept Named = std::is_enum_v<T> && requires(T value) {
  { name(value) } -> std::same_as<std::string_view>;
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
bool is_default(const T& value) {
  if constexpr (std::is_same_v<T, Publication>) {
    return !value.date.known() && value.basis == DateBasis::unknown && value.rule.empty() &&
           !value.modified.known();
  } else if constexpr (std::is_same_v<T, Index>) {
    return false;
  } else if constexpr (IsVector<T>::value) {
    return value.empty();
  } else if constexpr (IsOptional<T>::value) {
    return !value.has_value();
  } else if constexpr (std::is_same_v<T, Decimal>) {
    return value == Decimal(1) && value.scale() == 0;  // the default of every step
  } else {
    return value == T{};
  }
}

class Writer {
 public:
  explicit Writer(JsonWriter& json) : json_(json) {}

  template <class T>
  Writer& operator()(std::string_view key, const T& value) {
    if constexpr (std::is_same_v<T, Index>) {
      if (value == kNone) return *this;
    }
    return is_default(value) ? *this : always(key, value);
  }
  template <class T>
  Writer& always(std::string_view key, const T& value) {
    json_.key(key);
    put(value);
    return *this;
  }

 private:
  void put(const std::string& value) { json_.string(value); }
  void put(std::string_view value) { json_.string(value); }
  void put(bool value) { json_.boolean(value); }
  void put(Decimal value) { json_.string(decimal_text(value)); }
  void put(const Period& value) { json_.string(period_text(value)); }
  void put(Date value) { json_.string(period_text(Period::of(value))); }
  void put(Span value) { json_.open('[').integer(value.begin).integer(value.end).close(']'); }
  void put(float value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    json_.raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    json_.open('[');
    for (const T& value : values) put(value);
    json_.close(']');
  }
  template <class T>
  void put(const T& value) {
    if constexpr (Named<T>) {
      json_.string(name(value));
    } else if constexpr (std::is_enum_v<T> || std::integral<T>) {
      json_.integer(static_cast<std::int64_t>(value));
    } else {
      json_.open('{');
      Writer inner(json_);
      fields(inner, const_cast<T&>(value));  // the list of fields serves the reader too
      json_.close('}');
    }
  }

  JsonWriter& json_;
};

class Reader {
 public:
  explicit Reader(JsonValue object) : object_(object) {}

  template <class T>
  Reader& operator()(std::string_view key, T& value) {
    if (const JsonValue found = object_[key]; found.is_there()) get(found, value);
    return *this;
  }
  template <class T>
  Reader& always(std::string_view key, T& value) {
    return (*this)(key, value);
  }

 private:
  static std::string_view words(JsonValue json) { return json.string().value_or(""); }
  static std::int64_t whole(JsonValue json) { return json.integer().value_or(0); }

  static void get(JsonValue json, std::string& value) { value = words(json); }
  static void get(JsonValue json, std::string_view& value) { value = keep(words(json)); }
  static void get(JsonValue json, bool& value) { value = json.is(JsonKind::truth); }
  static void get(JsonValue json, Decimal& value) { value = decimal_of(words(json)).value_or(Decimal{}); }
  static void get(JsonValue json, Period& value) { value = period_of(words(json)).value_or(Period{}); }
  static void get(JsonValue json, Date& value) { value = period_of(words(json)).value_or(Period{}).from; }
  static void get(JsonValue json, float& value) {
    const auto digits = json.number().value_or("");
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
  }
  static void get(JsonValue json, Span& value) {
    value.begin = static_cast<std::uint32_t>(whole(json.item(0)));
    value.end = static_cast<std::uint32_t>(whole(json.item(1)));
  }
  template <class T>
  static void get(JsonValue json, std::optional<T>& value) {
    get(json, value.emplace());
  }
  template <class T>
  static void get(JsonValue json, std::vector<T>& values) {
    if (!json.is_array()) return;
    for (const JsonValue item : json) get(item, values.emplace_back());
  }
  template <class T>
  static void get(JsonValue json, T& value) {
    if constexpr (Named<T>) {
      const std::string_view word = words(json);
      for (int i = 0; i < 64; ++i) {
        if (name(static_cast<T>(i)) == word) value = static_cast<T>(i);
      }
    } else if constexpr (std::is_enum_v<T> || std::integral<T>) {
      value = static_cast<T>(whole(json));
    } else if (json.is_object()) {
      Reader inner(json);
      fields(inner, value);
    }
  }

  JsonValue object_;
};

}  // namespace

template <class T>
std::string encode(const T& value) {
  JsonWriter json;
  json.open('{');
  Writer writer(json);
  fields(writer, const_cast<T&>(value));  // the list of fields serves the reader too
  json.close('}');
  return json.take();
}

template <class T>
bool decode(std::string_view json, T& value) {
  static thread_local JsonDocument document;
  if (!document.read(json) || !document.root().is_object()) return false;
  Reader reader(document.root());
  fields(reader, value);
  return true;
}

template std::string encode(const Claim&);
template bool decode(std::string_view, Claim&);
template std::string encode(const DocumentFacts&);
template bool decode(std::string_view, DocumentFacts&);
template std::string encode(const ClaimFacts&);
template bool decode(std::string_view, ClaimFacts&);
template std::string encode(const Variable&);
template bool decode(std::string_view, Variable&);
template std::string encode(const SeriesPoint&);
template bool decode(std::string_view, SeriesPoint&);
template std::string encode(const Event&);
template bool decode(std::string_view, Event&);
template std::string encode(const Finding&);
template bool decode(std::string_view, Finding&);
template std::string encode(const Origin&);
template bool decode(std::string_view, Origin&);
template std::string encode(const Entity&);
template bool decode(std::string_view, Entity&);
template std::string encode(const Decision&);
template bool decode(std::string_view, Decision&);

std::string date_text(Date date) {
  return date.known() ? period_text(Period::of(date)) : std::string{};
}

Date date_of(std::string_view text) {
  return period_of(text).value_or(Period{}).from;
}

}  // namespace tally
