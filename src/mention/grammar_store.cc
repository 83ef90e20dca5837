// See grammar_store.h. A pack is a row of grammars, each: size of the key, size of the body, key, body.
#include "mention/grammar_store.h"

#include <cstring>
#include <type_traits>
#include <vector>

namespace tally::grammar {
namespace {

// Both directions walk the same fields in the same order; what they do with one is their own.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <class T>
  void operator()(const T& value)
    requires std::is_trivially_copyable_v<T>
  {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    out_ += text;
  }
  template <class T>
  void operator()(const std::vector<T>& items) {
    (*this)(static_cast<std::uint32_t>(items.size()));
    if constexpr (std::is_trivially_copyable_v<T>) {
      out_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
    } else {
      for (const T& item : items) (*this)(item);
    }
  }
  void operator()(const detail::Condition& condition) {
    (*this)(condition.wanted);
    (*this)(condition.choices);
  }

 private:
  std::string& out_;
};

// The bytes are the program's own, written when it was built: their sizes are taken at their word.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  void operator()(T& value)
    requires std::is_trivially_copyable_v<T>
  {
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
  }
  void operator()(std::string& text) { text = take(count()); }
  template <class T>
  void operator()(std::vector<T>& items) {
    items.resize(count());
    if constexpr (std::is_trivially_copyable_v<T>) {
      const std::string_view from = take(items.size() * sizeof(T));
      if (!items.empty()) std::memcpy(items.data(), from.data(), from.size());
    } else {
      for (T& item : items) (*this)(item);
    }
  }
  void operator()(detail::Condition& condition) {
    (*this)(condition.wanted);
    (*this)(condition.choices);
  }
  std::uint32_t count() {
    std::uint32_t value = 0;
    (*this)(value);
    return value;
  }
  std::string_view take(std::size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

}  // namespace

// What of a grammar is kept, but for the rules' functions and what can be made again.
class Store {
 public:
  template <class Walker, class AnyGrammar>
  static void walk(Walker& walker, AnyGrammar& grammar) {
    walker(grammar.symbols_);
    walker(grammar.sieve_);
    walker(grammar.slots_);
    walker(grammar.word_texts_);
    walker(grammar.words_);
    walker(grammar.entries_);
    walker(grammar.phrase_words_);
    walker(grammar.exact_forms_);
    walker(grammar.meanings_);
    walker(grammar.program_);
    walker(grammar.bounds_);
    walker(grammar.kind_beginnings_);
    walker(grammar.start_groups_);
    walker(grammar.starts_);
    walker(grammar.needs_);
    walker(grammar.integers_);
    walker(grammar.looks_);
    walker(grammar.ways_);
    walker(grammar.ranks_used_);
    walker(grammar.has_suffixes_);
    for (auto* symbol : {&grammar.numeral_, &grammar.colons_, &grammar.points_, &grammar.code_,
                         &grammar.dollar_letters_, &grammar.glued_dollar_, &grammar.glued_code_})
      walker(*symbol);
  }
  template <class Walker, class AnyRule>
  static void walk_rule(Walker& walker, AnyRule& rule) {
    walker(rule.name);
    walker(rule.where);
    walker(rule.rank);
    walker(rule.kind);
    walker(rule.entry);
    walker(rule.before);
    walker(rule.arguments);
  }

  static void write(const Grammar& grammar, std::span<const Function> functions, std::string& out) {
    Writer writer(out);
    walk(writer, grammar);
    writer(static_cast<std::uint32_t>(grammar.rules_.size()));
    for (const detail::Rule& rule : grammar.rules_) {
      walk_rule(writer, rule);
      writer(place_of(rule.produce, functions));
    }
  }

  static Grammar read(std::string_view bytes, std::span<const Function> functions) {
    Grammar grammar;
    grammar.serial_ = Grammar::next_serial();
    Reader reader(bytes);
    walk(reader, grammar);
    for (Symbol symbol = 1; symbol < grammar.symbols_.size(); ++symbol)
      grammar.symbol_ids_.emplace(grammar.symbols_[symbol], symbol);
    grammar.rules_.resize(reader.count());
    for (detail::Rule& rule : grammar.rules_) {
      walk_rule(reader, rule);
      const std::uint32_t place = reader.count();
      rule.produce = place == 0 ? nullptr : functions[place - 1].produce;
    }
    return grammar;
  }

 private:
  // 1 for the first; 0 for none.
  static std::uint32_t place_of(Produce produce, std::span<const Function> functions) {
    for (std::uint32_t i = 0; i < functions.size(); ++i) {
      if (produce != nullptr && functions[i].produce == produce) return i + 1;
    }
    return 0;
  }
};

std::string key_of(std::string_view language, std::span<const std::string_view> names) {
  std::string key(language);
  for (const std::string_view name : names) key.append(" ").append(name);
  return key;
}

void pack(std::string_view key, const Grammar& grammar, std::span<const Function> functions,
          std::string& out) {
  std::string body;
  Store::write(grammar, functions, body);
  Writer writer(out);
  writer(static_cast<std::uint32_t>(key.size()));
  writer(static_cast<std::uint32_t>(body.size()));
  out.append(key).append(body);
}

std::optional<Grammar> unpack(std::string_view pack, std::string_view key,
                              std::span<const Function> functions) {
  Reader reader(pack);
  while (!reader.at_end()) {
    const std::uint32_t key_size = reader.count();
    const std::uint32_t size = reader.count();
    const bool found = reader.take(key_size) == key;
    const std::string_view body = reader.take(size);
    if (found) return Store::read(body, functions);
  }
  return std::nullopt;
}

}  // namespace tally::grammar
