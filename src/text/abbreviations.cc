// The two small word lists of the sentence splitter, read from the embedded files on first use.
#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/characters.h"
#include "text/embedded.h"
#include "text/lexicon_lines.h"

namespace tally {
namespace {

Abbreviation kind_named(std::string_view word) {
  if (word == "before_name") return Abbreviation::before_name;
  if (word == "before_number") return Abbreviation::before_number;
  if (word == "may_end") return Abbreviation::may_end;
  return word == "often_end" ? Abbreviation::often_end : Abbreviation::none;
}

template <class Value>
class WordList {
 public:
  template <class Read>
  WordList(std::string_view lines, Read read) {
    for_each_lexicon_line(
        lines, [&](const LexiconLine& line) { entries_.emplace_back(line.fields[0], read(line)); });
    std::ranges::sort(entries_, {}, &Entry::first);
    for (const Entry& entry : entries_) sizes_[first_of(entry.first)] |= size_bit(entry.first);
  }
  [[nodiscard]] Value find(std::string_view word) const {
    if (word.empty() || (sizes_[first_of(word)] & size_bit(word)) == 0) return {};
    const auto at = std::ranges::lower_bound(entries_, word, {}, &Entry::first);
    return at != entries_.end() && at->first == word ? at->second : Value{};
  }

 private:
  using Entry = std::pair<std::string_view, Value>;  // views of the program's own read-only data
  static std::size_t first_of(std::string_view word) { return static_cast<unsigned char>(word.front()); }
  static std::uint64_t size_bit(std::string_view word) { return std::uint64_t{1} << word.size() % 64; }

  std::vector<Entry> entries_;
  std::array<std::uint64_t, 256> sizes_{};  // of the words by their first byte, as bits: most are ruled out
};

// "J", "U.S", "p.m": letters one by one.
bool is_spaced_by_stops(std::string_view word) {
  if (word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (i % 2 == 0 ? class_of(c < 0x80 ? c : U' ') != CharClass::letter : c != '.') return false;
  }
  return word.size() > 1 || is_upper(static_cast<unsigned char>(word[0]));
}

}  // namespace

AbbreviationEntry abbreviation(std::string_view word) {
  static const WordList<AbbreviationEntry> list(embedded::abbreviations(), [](const LexiconLine& line) {
    return AbbreviationEntry{kind_named(line.fields[1]), line.fields[2] == "word"};
  });
  if (const auto found = list.find(word); found.kind != Abbreviation::none) return found;
  if (is_spaced_by_stops(word)) return {Abbreviation::may_end, word == "I" || word == "A"};
  return {};
}

SentenceWord sentence_word(std::string_view capitalised) {
  static const WordList<SentenceWord> list(embedded::sentence_words(), [](const LexiconLine& line) {
    return line.fields[1] == "starts" ? SentenceWord::starts : SentenceWord::continues;
  });
  return list.find(capitalised);
}

}  // namespace tally
