// The compiled vocabulary and the words laid over it. The lemma of a token stands in lemma.cc.
#include "text/vocabulary.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <unordered_map>

#include "base/characters.h"
#include "text/embedded.h"
#include "text/vocabulary_block.h"
#include "text/vocabulary_growth.h"
#include "text/word_list.h"

namespace tally {
namespace {

// Takes tables off the front of the block, which the linker has aligned.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  std::span<const T> take(std::size_t count) {
    const auto* first = reinterpret_cast<const T*>(bytes_.data());
    bytes_.remove_prefix(count * sizeof(T));
    return {first, count};
  }

 private:
  std::string_view bytes_;
};

}  // namespace

struct Vocabulary::Tables {
  std::span<const format::ClassSet> class_sets;
  std::span<const format::Summary> summaries;
  std::span<const format::Slotted> table;
  std::span<const format::Synset> synsets;
  std::span<const std::uint32_t> senses;
  std::span<const format::Block> blocks;

  // Words laid over: ids go on after the compiled ones.
  struct Added {
    format::Entry entry;
    format::ClassSet classes;
    std::string text;
  };
  std::vector<Added> added;
  std::unordered_map<std::string, WordId> added_ids;

  [[nodiscard]] const format::Entry& compiled(WordId word) const {
    return blocks[word / format::kBlockWords].entries[word % format::kBlockWords];
  }
  [[nodiscard]] const format::Entry& entry(WordId word) const {
    return word < summaries.size() ? compiled(word) : added[word - summaries.size()].entry;
  }
  [[nodiscard]] const format::ClassSet& classes(WordId word) const {
    return word < summaries.size() ? class_sets[summaries[word].class_set]
                                   : added[word - summaries.size()].classes;
  }
  [[nodiscard]] std::string_view text_of(WordId word) const {
    if (word >= summaries.size()) return added[word - summaries.size()].text;
    const format::Entry& found = compiled(word);
    return {reinterpret_cast<const char*>(blocks.data()) + found.text, found.text_size};
  }
  [[nodiscard]] WordId find_compiled(std::string_view word) const {
    return find_compiled(word, format::hash(word));
  }
  [[nodiscard]] WordId find_compiled(std::string_view word, std::uint64_t hash) const {
    const std::size_t mask = table.size() - 1;
    for (auto at = static_cast<std::size_t>(hash >> 32U) & mask; table[at] != 0; at = (at + 1) & mask) {
      const WordId found = format::word_in(table[at]);
      if (format::may_be(table[at], hash) && text_of(found) == word) return found;
    }
    return 0;
  }
  [[nodiscard]] std::span<const std::uint32_t> senses_of(WordId word, Pos pos) const {
    const auto& found = entry(word);
    if (pos == Pos::noun) return senses.subspan(found.senses, found.noun_senses);
    return senses.subspan(found.senses + found.noun_senses, found.verb_senses);
  }
  // The word's own place among those laid over, made as a copy of what is compiled where it is new.
  Added& over(const std::string& word) {
    const auto next = static_cast<WordId>(summaries.size() + added.size());
    const auto [at, is_new] = added_ids.try_emplace(word, next);
    if (is_new) {
      const WordId base = find_compiled(word);
      added.push_back(
          {base == 0 ? format::Entry{} : compiled(base), class_sets[summaries[base].class_set], word});
    }
    return added[at->second - summaries.size()];
  }
};

Vocabulary::Vocabulary() : tables_(std::make_unique<Tables>()) {
  Reader reader(embedded::vocabulary());
  const auto& header = reader.take<format::Header>(1)[0];
  assert(header.version == format::kVersion);
  tables_->class_sets = reader.take<format::ClassSet>(header.class_sets);
  tables_->table = reader.take<format::Slotted>(header.table);
  tables_->synsets = reader.take<format::Synset>(header.synsets);
  tables_->senses = reader.take<std::uint32_t>(header.senses + header.senses % 2);
  tables_->blocks = reader.take<format::Block>(format::blocks_of(header.entries));
  tables_->summaries = reader.take<format::Summary>(header.entries);
  summaries_ = tables_->summaries;
  class_sets_ = tables_->class_sets;
}

Vocabulary::~Vocabulary() = default;

WordId Vocabulary::find(std::string_view lower_case) const {
  if (lower_case.empty()) return 0;
  if (!tables_->added.empty()) {
    const auto found = tables_->added_ids.find(std::string(lower_case));
    if (found != tables_->added_ids.end()) return found->second;
  }
  return tables_->find_compiled(lower_case);
}

void Vocabulary::find_all(std::span<Query> queries) const {
  const auto& tables = *tables_;
  const std::size_t mask = tables.table.size() - 1;
  for (auto& query : queries) {
    query.state = format::hash(query.word);
    __builtin_prefetch(&tables.table[(query.state >> 32U) & mask]);
  }
  for (const auto& query : queries)
    __builtin_prefetch(&tables.compiled(format::word_in(tables.table[(query.state >> 32U) & mask])));
  for (auto& query : queries) {
    query.found = tables.added.empty() ? tables.find_compiled(query.word, query.state) : find(query.word);
  }
}

WordId Vocabulary::find_phrase(WordId first, WordId second) const {
  struct Remembered {
    WordId first = 0;
    WordId second = 0;
    WordId phrase = 0;
  };
  constexpr std::size_t kRemembered = 8192;
  constexpr std::uint32_t kSpread = 0x9E3779B1;  // 2^32 over the golden ratio
  static thread_local std::array<Remembered, kRemembered> remembered{};
  Remembered& slot = remembered[(first * kSpread + second * 31) % kRemembered];
  const bool known = slot.first == first && slot.second == second && tables_->added.empty();
  if (!known) slot = {first, second, find(std::string(text(first)) + '_' + std::string(text(second)))};
  return slot.phrase;
}

std::string_view Vocabulary::text(WordId word) const {
  return tables_->text_of(word);
}

bool Vocabulary::is_added(WordId word, WordClass word_class) const {
  return tables_->classes(word).has(word_class);
}

const format::ClassSet& Vocabulary::classes_of_added(WordId word) const {
  return tables_->classes(word);
}

format::Summary Vocabulary::summary_of_added(WordId word) const {
  const auto& entry = tables_->entry(word);
  return {.slots = format::slots_of(entry), .self = entry.self};
}

WordId Vocabulary::lemma_id(WordId word, Pos pos) const {
  const auto found = tables_->entry(word).lemma[format::slot_of(pos)];
  return found == 0 ? word : found;
}

std::string_view Vocabulary::lemma(WordId word, Pos pos) const {
  return text(lemma_id(word, pos));
}

std::string_view Vocabulary::root(WordId word, Pos pos) const {
  const auto& entry = tables_->entry(word);
  const auto verb = entry.lemma[format::kVerb];
  const auto noun = entry.lemma[format::kNoun];
  const auto adjective = entry.lemma[format::kAdjective];
  const auto wanted = pos == Pos::x ? format::kSlots : format::slot_of(pos);
  if (verb != 0 && (wanted == format::kSlots || wanted == format::kVerb)) return text(verb);
  if (noun != 0 && (wanted == format::kSlots || wanted == format::kNoun)) {
    const auto root = tables_->entry(noun).noun_root;
    return text(root == 0 ? noun : root);
  }
  if (adjective != 0 && (wanted == format::kSlots || wanted == format::kAdjective)) {
    const auto root = tables_->entry(adjective).adjective_root;
    return text(root == 0 ? adjective : root);
  }
  return text(word);
}

bool Vocabulary::are_synonyms(WordId a, WordId b, Pos pos) const {
  if (a == 0 || b == 0) return false;
  const auto first = tables_->senses_of(lemma_id(a, pos), pos);
  const auto second = tables_->senses_of(lemma_id(b, pos), pos);
  return std::ranges::any_of(first,
                             [&](auto sense) { return std::ranges::find(second, sense) != second.end(); });
}

std::vector<WordId> Vocabulary::kinds(WordId noun) const {
  std::vector<WordId> found;
  if (noun == 0) return found;
  const auto senses = tables_->senses_of(lemma_id(noun, Pos::noun), Pos::noun);
  if (senses.empty()) return found;
  constexpr int kDeepest = 40;  // the links of a broken file might go in a circle
  auto synset = tables_->synsets[senses[0]].parent;
  for (int i = 0; synset != 0 && i < kDeepest; ++i, synset = tables_->synsets[synset].parent) {
    if (const auto word = tables_->synsets[synset].word; word != 0) found.push_back(word);
  }
  return found;
}

bool Vocabulary::is_kind_of(WordId noun, std::string_view kind) const {
  if (noun == 0) return false;
  const auto own = lemma_id(noun, Pos::noun);
  return text(own) == kind ||
         std::ranges::any_of(kinds(noun), [&](WordId word) { return text(word) == kind; });
}

Vocabulary::Facts Vocabulary::facts(WordId word) const {
  if (word == 0) return {};
  const auto& entry = tables_->entry(word);
  Facts facts{.common = entry.common, .dominance = entry.dominance};
  for (std::size_t i = 0; i < entry.lemma.size(); ++i) {
    const auto bit = static_cast<std::uint8_t>(1U << i);
    if (entry.lemma[i] != 0) facts.slots |= bit;
    if (entry.lemma[i] == word) facts.lemmas |= bit;
  }
  return facts;
}

std::atomic<std::uint32_t> vocabulary_growth = 0;

Result<std::size_t> Vocabulary::add_words(std::string_view tsv, std::string_view file) {
  auto words = read_word_list(tsv, file);
  if (!words) return std::unexpected(words.error());
  for (const auto& word : *words) {
    const auto slot = format::slot_of(word.pos);
    const auto lemma_text = lower_case(word.lemma);
    (void)tables_->over(lemma_text);
    const WordId id = tables_->added_ids.at(lemma_text);
    auto forms = inflect(lemma_text, slot, word.forms);
    forms.push_back(lemma_text);
    for (const auto& form : forms) {
      auto& added = tables_->over(form);
      added.entry.lemma[slot] = id;
      if (form == lemma_text) added.entry.self = static_cast<std::uint8_t>(added.entry.self | (1U << slot));
      added.classes.add(word.add);
      for (std::size_t i = 0; i < added.classes.bits.size(); ++i)
        added.classes.bits[i] &= ~word.remove.bits[i];
    }
  }
  ++vocabulary_growth;
  is_grown_ = true;
  return words->size();
}

namespace {

Vocabulary& shared_vocabulary() {
  static Vocabulary only;
  return only;
}

}  // namespace

std::atomic<const Vocabulary*> detail::kept_vocabulary = nullptr;

const Vocabulary& detail::make_vocabulary() {
  const Vocabulary& only = shared_vocabulary();
  kept_vocabulary.store(&only, std::memory_order_release);
  return only;
}

Result<std::size_t> extend_vocabulary(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failure;
  const fs::path words =
      fs::is_directory(fs::path(folder) / "words", failure) ? fs::path(folder) / "words" : fs::path(folder);
  if (!fs::is_directory(words, failure))
    return fail(ErrorCode::not_found, "no such folder of word lists", folder);
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(words, failure)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::size_t count = 0;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(ErrorCode::unreadable, "cannot be read", path.string());
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const auto added = shared_vocabulary().add_words(text, path.string());
    if (!added) return added;
    count += *added;
  }
  return count;
}

}  // namespace tally
