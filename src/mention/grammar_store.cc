// See grammar_store.h. A pack is a row of grammars, each: size of the key, size of the body, key, body; keys
// and tables are filled up to whole kAlignment.
#include "mention/grammar_store.h"

#include <cstring>
#include <type_traits>
#include <vector>

namespace tally::grammar {
namespace {

constexpr std::size_t kAlignment = 16;  // of every table in a pack

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
  template <class T>
  void operator()(const Table<T>& table) {
    (*this)(static_cast<std::uint64_t>(table.size()));
    align();
    out_.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T));
  }
  void operator()(const TextTable& texts) { TextTable::walk(*this, texts); }
  void align() { out_.resize((out_.size() + kAlignment - 1) / kAlignment * kAlignment); }

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
  template <class T>
  void operator()(Table<T>& table) {
    static_assert(alignof(T) <= kAlignment);
    const std::uint64_t size = count();
    align();
    const std::string_view rows = take(size * sizeof(T));
    table.view({reinterpret_cast<const T*>(rows.data()), size});
  }
  void operator()(TextTable& texts) { TextTable::walk(*this, texts); }
  std::uint64_t count() {
    std::uint64_t value = 0;
    (*this)(value);
    return value;
  }
  void align() { at_ = (at_ + kAlignment - 1) / kAlignment * kAlignment; }
  std::string_view take(std::size_t size) {
    const std::string_view taken = bytes_.substr(at_, size);
    at_ += size;
    return taken;
  }
  [[nodiscard]] bool at_end() const { return at_ >= bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

// What of a grammar is kept: all but the functions themselves.
class Store {
 public:
  template <class Walker, class AnyGrammar>
  static void walk(Walker& walker, AnyGrammar& grammar) {
    walker(grammar.symbols_);
    walker(grammar.symbol_order_);
    walker(grammar.sieve_);
    walker(grammar.slots_);
    walker(grammar.word_texts_);
    walker(grammar.words_);
    walker(grammar.entries_);
    walker(grammar.phrase_words_);
    walker(grammar.exact_forms_);
    walker(grammar.meanings_);
    walker(grammar.rules_);
    walker(grammar.rule_names_);
    walker(grammar.conditions_);
    walker(grammar.choices_);
    walker(grammar.arguments_);
    walker(grammar.program_);
    walker(grammar.bounds_);
    walker(grammar.kind_beginnings_);
    walker(grammar.starts_);
    walker(grammar.ways_);
    walker(grammar.passes_);
    walker(grammar.chains_);
    walker(grammar.beginning_);
    walker(grammar.cuts_);
    walker(grammar.digit_counts_);
    walker(grammar.bounds_in_);
    walker(grammar.has_suffixes_);
    for (auto* symbol : {&grammar.numeral_, &grammar.colons_, &grammar.points_, &grammar.full_points_,
                         &grammar.code_, &grammar.dollar_letters_, &grammar.glued_dollar_,
                         &grammar.glued_code_, &grammar.letter_sign_, &grammar.glued_letter_})
      walker(*symbol);
  }

  static Grammar read(std::string_view bytes, std::span<const Function> functions) {
    Grammar grammar;
    grammar.serial_ = Grammar::next_serial();
    grammar.functions_ = Grammar::functions_of(functions);
    Reader reader(bytes);
    walk(reader, grammar);
    return grammar;
  }
};

std::string key_of(std::string_view language, std::span<const std::string_view> names) {
  std::string key(language);
  for (const std::string_view name : names) key.append(" ").append(name);
  return key;
}

void pack(std::string_view key, const Grammar& grammar, std::string& out) {
  std::string body;
  Writer body_writer(body);
  Store::walk(body_writer, grammar);
  body_writer.align();
  Writer writer(out);
  writer(static_cast<std::uint64_t>(key.size()));
  writer(static_cast<std::uint64_t>(body.size()));
  out += key;
  writer.align();
  out += body;
}

std::optional<Grammar> unpack(std::string_view pack, std::string_view key,
                              std::span<const Function> functions) {
  Reader reader(pack);
  while (!reader.at_end()) {
    const std::uint64_t key_size = reader.count();
    const std::uint64_t size = reader.count();
    const bool found = reader.take(key_size) == key;
    reader.align();
    const std::string_view body = reader.take(size);
    if (found) return Store::read(body, functions);
  }
  return std::nullopt;
}

}  // namespace tally::grammar
