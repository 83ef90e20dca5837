// See page_words.h. Phrases are indexed by their first word, so that a look-up happens once a
// word of the text.
#include "page/page_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/characters.h"
#include "page/characters.h"
#include "page/months.inc"      // generated: k_months_tsv
#include "page/page_words.inc"  // generated: k_page_tsv, of all languages
#include "page/word_index.h"

namespace tally::page {
namespace {

struct Entry {
  std::string_view text;
  std::string_view value;
  PhraseKind kind;
};

constexpr std::array<std::string_view, static_cast<std::size_t>(PhraseKind::count)> kKinds = {
    "sure",    "hint",    "start",      "ui",  "related", "byline",  "published",
    "updated", "caption", "correction", "ago", "agency",  "weekday", "label"};

struct Lexicon {
  WordIndex<std::vector<Entry>> by_first_word;
  WordIndex<int> months;
};

// One line of a table cut at its tabs.
std::array<std::string_view, 3> columns(std::string_view line) {
  std::array<std::string_view, 3> cells;
  for (auto& cell : cells) {
    const auto tab = line.find('\t');
    cell = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
  }
  return cells;
}

template <class F>
void each_line(std::string_view table, F take) {
  while (!table.empty()) {
    const auto end = table.find('\n');
    const auto line = table.substr(0, end);
    if (!line.empty() && line.front() != '#') take(columns(line));
    if (end == std::string_view::npos) break;
    table.remove_prefix(end + 1);
  }
}

std::size_t word_end(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return end == at && at < text.size() ? at + 1 : end;
}

Lexicon load() {
  Lexicon lexicon;
  each_line(k_page_tsv, [&](const auto& cells) {
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      if (cells[0] != kKinds[kind]) continue;
      const auto first = cells[1].substr(0, word_end(cells[1], 0));
      lexicon.by_first_word.at(first).push_back({cells[1], cells[2], static_cast<PhraseKind>(kind)});
    }
  });
  each_line(k_months_tsv, [&](const auto& cells) {
    int number = 0;
    std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), number);
    auto& month = lexicon.months.at(cells[0]);
    if (month == 0) month = number;
  });
  return lexicon;
}

const Lexicon& lexicon() {
  static const Lexicon kLexicon = load();
  return kLexicon;
}

bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  // Most phrases that begin with a word of the text end otherwise.
  if (text.size() - at < phrase.size() || text[at + phrase.size() - 1] != phrase.back()) return false;
  if (text.substr(at, phrase.size()) != phrase) return false;
  const auto end = at + phrase.size();
  return end >= text.size() || !is_word_byte(phrase.back()) || !is_word_byte(text[end]);
}

// The phrases that begin before a byte.
template <class Found>
void find_phrases_before(std::string_view lower, std::size_t limit, const Found& found) {
  const auto& index = lexicon().by_first_word;
  for (std::size_t at = 0; at < lower.size() && at < limit;) {
    if (is_space(lower[at])) {
      ++at;
      continue;
    }
    const auto end = word_end(lower, at);
    if (const auto* entries = index.find(lower.substr(at, end - at))) {
      for (const auto& entry : *entries) {
        if (!stands_at(lower, at, entry.text)) continue;
        const auto begin = static_cast<std::uint32_t>(at);
        found(
            Phrase{entry.kind, {begin, begin + static_cast<std::uint32_t>(entry.text.size())}, entry.value});
      }
    }
    at = end;
  }
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  tally::lower_ascii(lower.data(), lower.size());
  return lower;
}

void find_phrases(std::string_view lower, const std::function<void(const Phrase&)>& found) {
  find_phrases_before(lower, lower.size(), found);
}

bool opens_with(std::string_view lower, std::initializer_list<PhraseKind> kinds) {
  constexpr std::size_t kFirst = 2;  // behind a mark at most
  bool opens = false;
  find_phrases_before(lower, kFirst, [&](const Phrase& phrase) {
    opens = opens || std::ranges::find(kinds, phrase.kind) != kinds.end();
  });
  return opens;
}

bool is_phrase(std::string_view lower, PhraseKind kind) {
  const auto& index = lexicon().by_first_word;
  const auto* entries = index.find(lower.substr(0, word_end(lower, 0)));
  if (entries == nullptr) return false;
  for (const auto& entry : *entries) {
    if (entry.kind == kind && entry.text == lower) return true;
  }
  return false;
}

std::string_view agency_named(std::string_view lower) {
  const auto& index = lexicon().by_first_word;
  const auto* entries = index.find(lower.substr(0, word_end(lower, 0)));
  if (entries == nullptr) return {};
  for (const auto& entry : *entries) {
    if (entry.kind == PhraseKind::agency && entry.text == lower) return entry.value;
  }
  return {};
}

bool may_name_month(std::string_view text) {
  if (text.size() < 2) return false;
  const std::array<char, 2> begin = {to_lower(text[0]), to_lower(text[1])};
  return lexicon().months.may_begin({begin.data(), begin.size()});
}

int month_named(std::string_view lower) {
  const auto* month = lexicon().months.find(lower);
  return month == nullptr ? 0 : *month;
}

}  // namespace tally::page
