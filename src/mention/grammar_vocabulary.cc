// The vocabulary half of the grammar compiler: words, phrases and their meanings.
//
//   per cent<TAB>percent_sign
//   million<TAB>multiplier<TAB>1000000
//   US$<TAB>currency<TAB>USD<TAB>exact          matched in this very form
//   March<TAB>month<TAB>3<TAB>capital           matched with a capital only
#include <algorithm>
#include <array>
#include <cstdint>

#include "mention/grammar_compiler.h"
#include "mention/lower.h"
#include "text/stages.h"
#include "text/vocabulary_format.h"

namespace tally::grammar {
namespace {

// Half of the hash finds the slot, the other half tells words in it apart.
struct WordHash {
  explicit WordHash(std::string_view text) {
    const std::uint64_t both = format::hash(text);
    slot = static_cast<std::uint32_t>(both >> 32U);
    rest = static_cast<std::uint32_t>(both);
  }
  std::uint32_t slot = 0;
  std::uint32_t rest = 0;
};

void read_fields(std::string_view line, std::vector<std::string_view>& fields) {
  fields.clear();
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

std::string place_of(const lexicon::File& file, int line) {
  return std::string(file.language) + "/" + std::string(file.name) + ":" + std::to_string(line);
}

}  // namespace

Symbol Compiler::intern(std::string_view text) {
  if (text.empty()) return 0;
  const auto [known, is_new] =
      symbol_ids_.try_emplace(std::string(text), static_cast<Symbol>(grammar_.symbols_.size()));
  if (is_new) grammar_.symbols_.push_back(text);
  return known->second;
}

std::size_t Grammar::rough_key(std::string_view word) {
  const auto small = [](char c) {
    return static_cast<std::uint32_t>(c >= 'A' && c <= 'Z' ? c + 32 : c) & 255U;
  };
  const std::uint32_t letters =
      small(word.front()) | small(word[word.size() / 2]) << 8U | small(word.back()) << 16U;
  return ((letters ^ static_cast<std::uint32_t>(word.size()) << 24U) * 0x9E3779B1U) >> 17U;
}

// In small letters.
std::uint32_t Grammar::find_word(std::string_view lower_case) const {
  if (slots_.empty() || lower_case.empty()) return 0;
  const std::size_t key = rough_key(lower_case);
  if ((sieve_[key / 64] >> key % 64 & 1U) == 0) return 0;
  const std::size_t mask = slots_.size() - 1;
  const WordHash hash(lower_case);
  for (std::size_t slot = hash.slot & mask;; slot = (slot + 1) & mask) {
    const detail::WordSlot& found = slots_[slot];
    if (found.word == 0 || (found.hash == hash.rest && word_texts_[found.word] == lower_case))
      return found.word;
  }
}

void Compiler::grow_words() {
  Grammar& grammar = grammar_;
  if (grammar.words_.size() * 4 < grammar.slots_.size()) return;
  grammar.slots_.assign(std::max<std::size_t>(1024, grammar.slots_.size() * 4), {});
  for (std::uint32_t word = 1; word < grammar.words_.size(); ++word) put_in_slot(word);
}

void Compiler::put_in_slot(std::uint32_t word) {
  const std::size_t mask = grammar_.slots_.size() - 1;
  const WordHash hash(grammar_.word_texts_[word]);
  std::size_t slot = hash.slot & mask;
  while (grammar_.slots_[slot].word != 0) slot = (slot + 1) & mask;
  grammar_.slots_[slot] = {hash.rest, word};
  const std::size_t key = Grammar::rough_key(grammar_.word_texts_[word]);
  grammar_.sieve_[key / 64] |= std::uint64_t{1} << key % 64;
}

std::uint32_t Compiler::word(std::string_view lower_case) {
  if (const std::uint32_t known = grammar_.find_word(lower_case); known != 0) return known;
  grow_words();
  const auto fresh = static_cast<std::uint32_t>(grammar_.words_.size());
  grammar_.words_.push_back({});
  grammar_.word_texts_.push_back(lower_case);
  put_in_slot(fresh);
  return fresh;
}

namespace {

// "'ll", "'s": cut off what stands before them, which an entry lacks.
bool is_clitic(std::string_view phrase) {
  const std::size_t mark = phrase.starts_with('\'') ? 1 : phrase.starts_with("’") ? 3 : 0;
  constexpr std::size_t kLongest = 2;
  const auto letters = phrase.substr(mark);
  return mark != 0 && !letters.empty() && letters.size() <= kLongest &&
         std::ranges::all_of(letters, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

constexpr std::string_view kHost = "it";

}  // namespace

// The words of a phrase, as the tokeniser of texts would cut it, in lower case.
const std::vector<std::uint32_t>& Compiler::words_of(std::string_view phrase) {
  if (const auto known = cut_phrases_.find(phrase); known != cut_phrases_.end()) return known->second;
  const bool clitic = is_clitic(phrase);
  Article article{std::string(clitic ? kHost : "") + std::string(phrase)};
  article.sentences.push_back({{0, static_cast<std::uint32_t>(article.text().size())}, kNone, {}});
  find_tokens(article);
  auto& words = cut_phrases_[std::string(phrase)];
  LowerBuffer buffer;
  for (const Token& token : std::span(article.tokens).subspan(clitic ? 1 : 0))
    words.push_back(word(buffer.lower(article.text(token))));
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
  std::vector<std::string_view> fields;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    read_fields(line, fields);
    if (fields.size() < 2 || fields[0].empty() || fields[1].empty()) {
      return fail(ErrorCode::malformed, "a line must be: words TAB class [TAB value [TAB exact|capital]]",
                  place_of(file, number));
    }
    vocabulary_.push_back({fields[0], fields[1], fields.size() > 2 ? fields[2] : fields[0],
                           fields.size() > 3 ? fields[3] : "", &file, number});
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
    if (is_clitic(line.phrase)) lines += kHost;
    lines += line.phrase;
    spans.push_back({from, static_cast<std::uint32_t>(lines.size())});
    lines += '\n';
  }
  article = Article(std::move(lines));
  for (const Span span : spans) article.sentences.push_back({span, kNone, {}});
  find_tokens(article);
  LowerBuffer buffer;
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    words.clear();
    const Range range = article.sentences[i].tokens;
    const Index first = range.begin + (is_clitic(vocabulary_[i].phrase) ? 1 : 0);
    for (Index t = first; t < range.end; ++t)
      words.push_back(word(buffer.lower(article.text(article.tokens[t]))));
    if (words.empty()) {
      return fail(ErrorCode::malformed, "there is no word in the first field",
                  place_of(*vocabulary_[i].file, vocabulary_[i].line));
    }
    add_entry(vocabulary_[i], words);
    // "no." by itself ends in a stop; before a number it is one token.
    const std::string_view phrase = vocabulary_[i].phrase;
    if (words.size() == 2 && phrase.ends_with('.') && phrase.find(' ') == std::string_view::npos) {
      const std::array whole = {word(buffer.lower(phrase))};
      add_entry(vocabulary_[i], whole);
    }
  }
  std::ranges::stable_sort(
      placed_, {}, [](const PlacedEntry& placed) { return std::pair(placed.word, placed.entry.rest_count); });
  for (const PlacedEntry& placed : placed_) {
    detail::Word& first = grammar_.words_[placed.word];
    if (first.entries++ == 0) first.first_entry = static_cast<std::uint32_t>(grammar_.entries_.size());
    first.is_exact |= placed.entry.form == detail::kExactCase;
    if (placed.entry.rest_count != 0) first.go_on_with(grammar_.phrase_words_[placed.entry.rest]);
    grammar_.entries_.push_back(placed.entry);
  }
  return {};
}

void Compiler::add_entry(const Vocabulary& line, std::span<const std::uint32_t> words) {
  detail::Entry entry;
  entry.kind = intern(line.kind);
  entry.meaning = constant(line.value);
  entry.rest = static_cast<std::uint32_t>(grammar_.phrase_words_.size());
  entry.rest_count = static_cast<std::uint16_t>(words.size() - 1);
  grammar_.phrase_words_.append(words.subspan(1));
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
  placed_.push_back({words.front(), entry});
}

}  // namespace tally::grammar
