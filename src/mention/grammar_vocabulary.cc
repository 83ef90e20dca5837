// The vocabulary half of the grammar compiler: words, phrases and their meanings.
//
//   per cent<TAB>percent_sign
//   million<TAB>multiplier<TAB>1000000
//   US$<TAB>currency<TAB>USD<TAB>exact          matched in this very form
//   March<TAB>month<TAB>3<TAB>capital           matched with a capital only
#include <algorithm>
#include <cstdint>

#include "mention/grammar_compiler.h"
#include "mention/lower.h"
#include "text/stages.h"

namespace tally::grammar {
namespace {

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash ^ (hash >> 29);
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Symbol Compiler::intern(std::string_view text) {
  if (text.empty()) return 0;
  const auto [found, fresh] =
      grammar_.symbol_ids_.try_emplace(std::string(text), static_cast<Symbol>(grammar_.symbols_.size()));
  if (fresh) grammar_.symbols_.emplace_back(text);
  return found->second;
}

std::uint32_t Grammar::find_word(std::string_view lower_case) const {
  if (slots_.empty()) return 0;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash_of(lower_case) & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t word = slots_[slot];
    if (word == 0 || word_texts_[word] == lower_case) return word;
  }
}

void Compiler::grow_words() {
  Grammar& grammar = grammar_;
  if (grammar.words_.size() * 4 < grammar.slots_.size()) return;
  grammar.slots_.assign(std::max<std::size_t>(1024, grammar.slots_.size() * 4), 0);
  const std::size_t mask = grammar.slots_.size() - 1;
  for (std::uint32_t word = 1; word < grammar.words_.size(); ++word) {
    std::size_t slot = hash_of(grammar.word_texts_[word]) & mask;
    while (grammar.slots_[slot] != 0) slot = (slot + 1) & mask;
    grammar.slots_[slot] = word;
  }
}

std::uint32_t Compiler::word(std::string_view lower_case) {
  if (const std::uint32_t known = grammar_.find_word(lower_case); known != 0) return known;
  grow_words();
  const std::size_t mask = grammar_.slots_.size() - 1;
  std::size_t slot = hash_of(lower_case) & mask;
  while (grammar_.slots_[slot] != 0) slot = (slot + 1) & mask;
  const auto fresh = static_cast<std::uint32_t>(grammar_.words_.size());
  grammar_.slots_[slot] = fresh;
  grammar_.words_.emplace_back();
  grammar_.word_texts_.emplace_back(lower_case);
  return fresh;
}

// The tokens of a phrase, as the tokeniser of texts would cut it, in lower case.
std::vector<std::string> Compiler::words_of(std::string_view phrase) {
  Article article{std::string(phrase)};
  article.sentences.push_back({{0, static_cast<std::uint32_t>(phrase.size())}, kNone, {}});
  find_tokens(article);
  std::vector<std::string> words;
  words.reserve(article.tokens.size());
  LowerBuffer buffer;
  for (const Token& token : article.tokens) words.emplace_back(buffer.lower(article.text(token)));
  return words;
}

std::uint32_t Compiler::constant(std::string_view value) {
  Meaning meaning;
  if (const auto number = Decimal::parse(value); number) {
    meaning.number = *number;
    meaning.step = Decimal(1, number->scale());
  } else {
    // "GBP/0.01": a symbol with a factor.
    const std::size_t slash = value.find('/');
    const auto factor =
        slash == std::string_view::npos ? std::nullopt : Decimal::parse(value.substr(slash + 1));
    meaning.number = factor.value_or(1);
    meaning.symbol = intern(factor ? value.substr(0, slash) : value);
  }
  grammar_.meanings_.push_back(meaning);
  return static_cast<std::uint32_t>(grammar_.meanings_.size() - 1);
}

Result<void> Compiler::read_vocabulary(const lexicon::File& file) {
  std::string_view rest = file.text;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    const auto fields = fields_of(line);
    const std::string where =
        std::string(file.language) + "/" + std::string(file.name) + ":" + std::to_string(number);
    if (fields.size() < 2 || fields[0].empty() || fields[1].empty()) {
      return fail(ErrorCode::malformed, "a line must be: words TAB class [TAB value [TAB exact|capital]]",
                  where);
    }
    vocabulary_.push_back({std::string(fields[0]), std::string(fields[1]),
                           std::string(fields.size() > 2 ? fields[2] : fields[0]),
                           std::string(fields.size() > 3 ? fields[3] : ""), where});
  }
  return {};
}

Result<void> Compiler::add_entries() {
  // All phrases are cut into tokens in one go, a line each.
  std::string lines;
  Article article;
  std::vector<Span> spans;
  for (const Vocabulary& line : vocabulary_) {
    const auto from = static_cast<std::uint32_t>(lines.size());
    lines += line.phrase;
    spans.push_back({from, static_cast<std::uint32_t>(lines.size())});
    lines += '\n';
  }
  article = Article(std::move(lines));
  for (const Span span : spans) article.sentences.push_back({span, kNone, {}});
  find_tokens(article);
  LowerBuffer buffer;
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    tokens.clear();
    const Range range = article.sentences[i].tokens;
    for (Index t = range.begin; t < range.end; ++t)
      tokens.emplace_back(buffer.lower(article.text(article.tokens[t])));
    if (tokens.empty())
      return fail(ErrorCode::malformed, "there is no word in the first field", vocabulary_[i].where);
    add_entry(vocabulary_[i], tokens);
  }
  for (auto& [first, entries] : entries_by_word_) {
    std::stable_sort(entries.begin(), entries.end(), [](const detail::Entry& a, const detail::Entry& b) {
      return a.rest_count < b.rest_count;
    });
    grammar_.words_[first].first_entry = static_cast<std::uint32_t>(grammar_.entries_.size());
    grammar_.words_[first].entries = static_cast<std::uint16_t>(entries.size());
    grammar_.entries_.insert(grammar_.entries_.end(), entries.begin(), entries.end());
  }
  return {};
}

void Compiler::add_entry(const Vocabulary& line, std::span<const std::string> tokens) {
  detail::Entry entry;
  entry.kind = intern(line.kind);
  entry.meaning = constant(line.value);
  const std::uint32_t first = word(tokens.front());
  entry.rest = static_cast<std::uint32_t>(grammar_.phrase_words_.size());
  entry.rest_count = static_cast<std::uint16_t>(tokens.size() - 1);
  for (const std::string& token : tokens.subspan(1)) {
    const std::uint32_t next = word(token);
    grammar_.phrase_words_.push_back(next);
  }
  if (line.form == "capital") entry.form = detail::kCapital;
  if (line.form == "digit") entry.form = detail::kDigit;
  if (line.form == "run") entry.form = detail::kRun;
  if (line.form == "suffix") {
    entry.form = detail::kSuffix;
    grammar_.has_suffixes_ = true;
  }
  if (line.form == "exact") {
    entry.form = detail::kExactCase;
    entry.exact = static_cast<std::uint32_t>(grammar_.exact_forms_.size());
    grammar_.exact_forms_.push_back(line.phrase);
  }
  entries_by_word_[first].push_back(entry);
}

}  // namespace tally::grammar
