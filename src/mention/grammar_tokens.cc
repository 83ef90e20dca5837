// Tokens → the first items of a chart: number tokens and entries of the vocabulary. Part of Chart.
//
//   about  1.2       million  workers   the 3rd
//          numeral   multiplier             digit_ordinal ("#rd")
#include <algorithm>

#include "mention/cut.h"
#include "mention/grammar.h"
#include "mention/lower.h"
#include "mention/numeral.h"

namespace tally::grammar {

std::uint32_t& Chart::Known::word(std::uint32_t word) {
  std::uint32_t& first = places[word / kStretch];
  if (first == 0) {
    first = static_cast<std::uint32_t>(std::max(words.size(), kStretch));
    words.resize(first + kStretch);
  }
  return words[first + word % kStretch];
}

// Most tokens are words that were met before.
std::uint32_t Chart::find_word(const Token& token) {
  if (token.word == 0) return grammar_->find_form(article_->text(token));
  const std::size_t stretch = token.word / Known::kStretch;
  if (stretch >= known_.strange.size()) {
    known_.strange.resize(std::max(stretch + 1, known_.strange.size() * 2));
    known_.places.resize(known_.strange.size());
  }
  const std::uint64_t bit = std::uint64_t{1} << token.word % Known::kStretch;
  if ((known_.strange[stretch] & bit) != 0) return 0;
  if (known_.places[stretch] != 0) {
    if (const std::uint32_t known = known_.word(token.word); known != 0) return known;
  }
  const std::uint32_t found = grammar_->find_form(article_->text(token));
  if (found != 0) {
    known_.word(token.word) = found;
  } else {
    known_.strange[stretch] |= bit;
  }
  return found;
}

std::uint32_t Grammar::find_form(std::string_view word) const {
  const bool stop = word.size() > 2 && word.back() == '.';
  const auto may_be = [&](std::string_view form) {
    const std::size_t key = rough_key(form);
    return (sieve_[key / 64] >> key % 64 & 1U) != 0;
  };
  if (word.empty() || (!stop && !may_be(word))) return 0;
  LowerBuffer buffer;
  const std::string_view form = buffer.lower(word);
  const std::uint32_t found = find_word(form);
  // "Mar." is what the vocabulary has as "Mar", where it has no form with the stop.
  if (found == 0 && stop) return find_word(form.substr(0, form.size() - 1));
  return found;
}

void Chart::read_tokens() {
  for (std::uint32_t at = range_.begin; at < range_.end; ++at)
    words_[at - range_.begin] = find_word(token(at));
  read_stop();
  for (std::uint32_t at = range_.begin; at < range_.end; ++at) {
    const std::uint32_t word = words_[at - range_.begin];
    if (token(at).kind == TokenKind::number) {
      read_number(at);
    } else if (const char first = article_->text()[token(at).span.begin]; first >= '0' && first <= '9') {
      read_suffixed(at);
    } else if (const char last = article_->text()[token(at).span.end - 1]; last >= '0' && last <= '9') {
      read_prefixed(at);
    }
    if (word != 0 && (token(at).flags & kCutSuffix) == 0) read_entries(at);
    if (word != 0) {
      note(at, grammar_->words_[word].beginnings);
      there_[at - range_.begin].items |= detail::word_bit(word);
    }
    if (ranks_[at - range_.begin] != 0) active_.push_back(at);
  }
}

// Whether an entry that begins at the token has this word next: "sq" "ft".
bool Chart::goes_on(std::uint32_t at, std::uint32_t next) const {
  const detail::Word& word = grammar_->words_[words_[at - range_.begin]];
  for (std::uint32_t i = 0; i < word.entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[word.first_entry + i];
    if (entry.rest_count > 0 && grammar_->phrase_words_[entry.rest] == next) return true;
  }
  return false;
}

// "25 °C.", "300 sq. ft.": behind the last word stands the stop of the sentence, where the word is one
// without it too, and one letter or a unit behind a number.
void Chart::read_stop() {
  if (range_.empty()) return;
  const std::uint32_t last = range_.end - 1;
  const std::string_view text = article_->text(token(last));
  if (text.size() < 2 || text.back() != '.' || token(last).kind != TokenKind::word) return;
  const std::uint32_t plain = grammar_->find_form(text.substr(0, text.size() - 1));
  std::uint32_t& word = words_[last - range_.begin];
  const bool behind_number = last > range_.begin && token(last - 1).kind == TokenKind::number;
  const bool no_word = word == 0 || grammar_->words_[word].entries == 0;
  const bool wanted =
      no_word || text.size() == 2 || behind_number || (last > range_.begin && goes_on(last - 1, plain));
  if (plain != 0 && wanted) word = plain;
}

void Chart::add_one(std::uint32_t at, Symbol kind, const Meaning& meaning) {
  meanings_.push_back(meaning);
  add({.kind = kind,
       .begin = at,
       .end = at + 1,
       .meaning = static_cast<std::uint32_t>(grammar_->meanings_.size() + meanings_.size() - 1)});
}

void Chart::read_number(std::uint32_t at) {
  const std::string_view text = article_->text(token(at));
  Meaning made;
  if (const auto read = read_numeral(text, habit_); read) {
    made.number = read->value;
    made.step = read->step;
    made.digits = read->digits;
    add_one(at, grammar_->numeral_, made);
  }
  const Groups groups = text.size() > 2 ? read_groups(text) : Groups{};
  if (groups.count == 0) return;
  std::copy(groups.values.begin(), groups.values.end(), made.part.begin());
  std::copy(groups.digits.begin(), groups.digits.end(), made.part.begin() + 4);
  made.digits = groups.count;
  add_one(at,
          groups.separator == ':'   ? grammar_->colons_
          : groups.separator == '.' ? grammar_->points_
                                    : 0,
          made);
}

// "3rd", "1990s": the vocabulary has the letters as "#rd", "#s".
void Chart::read_suffixed(std::uint32_t at) {
  const std::string_view text = article_->text(token(at));
  const std::size_t digits = digits_before_letters(text);
  if (digits == 0 || digits > 9 || text.size() - digits > 8) return;
  std::array<char, 16> suffix{'#'};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(digits), text.end(), suffix.begin() + 1);
  LowerBuffer buffer;
  const std::uint32_t word = grammar_->find_word(buffer.lower({suffix.data(), text.size() - digits + 1}));
  if (word == 0) return;
  Meaning made;
  made.number = *Decimal::parse(text.substr(0, digits));
  made.digits = static_cast<std::uint16_t>(digits);
  for (std::uint32_t i = 0; i < grammar_->words_[word].entries; ++i) {
    add_one(at, grammar_->entries_[grammar_->words_[word].first_entry + i].kind, made);
  }
}

// "RM42", "USD115", "P5": letters of the vocabulary, then digits, in one token.
void Chart::read_prefixed(std::uint32_t at) {
  const std::string_view text = article_->text(token(at));
  const std::size_t letters = letters_before_digits(text);
  if (letters == 0) return;
  LowerBuffer buffer;
  const std::uint32_t word = grammar_->find_word(buffer.lower(text.substr(0, letters)));
  const auto number = word == 0 ? std::nullopt : Decimal::parse(text.substr(letters));
  if (!number) return;
  for (std::uint32_t i = 0; i < grammar_->words_[word].entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[grammar_->words_[word].first_entry + i];
    const bool dollar = entry.kind == grammar_->dollar_letters_;
    const bool letter = entry.kind == grammar_->letter_sign_;
    if (entry.rest_count != 0 || (entry.kind != grammar_->code_ && !dollar && !letter)) continue;
    Meaning made = grammar_->meanings_[entry.meaning];
    const auto value = number->times(made.number);
    if (!value) continue;
    made.number = *value;
    made.step = 1;
    add_one(at,
            dollar   ? grammar_->glued_dollar_
            : letter ? grammar_->glued_letter_
                     : grammar_->glued_code_,
            made);
  }
}

namespace {

// "km." is written "km", for an abbreviation keeps the stop.
bool is_written(std::string_view text, std::string_view form) {
  if (text == form) return true;
  return text.size() == form.size() + 1 && text.back() == '.' && text.starts_with(form);
}

}  // namespace

void Chart::read_entries(std::uint32_t at) {
  const detail::Word& word = grammar_->words_[words_[at - range_.begin]];
  // Shortest first, so that the longest comes to stand at the head.
  for (std::uint32_t i = 0; i < word.entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[word.first_entry + i];
    if (at + 1 + entry.rest_count > range_.end) continue;
    bool same = true;
    for (std::uint32_t k = 0; same && k < entry.rest_count; ++k) {
      same = grammar_->phrase_words_[entry.rest + k] == words_[at + 1 + k - range_.begin];
    }
    if (!same) continue;
    if (entry.form == detail::kCapital && (token(at).flags & (kCapitalised | kAllCapitals)) == 0) continue;
    const Span span = {token(at).span.begin, token(at + entry.rest_count).span.end};
    if (entry.form == detail::kExactCase &&
        !is_written(article_->text(span), grammar_->exact_forms_[entry.exact]))
      continue;
    add({.kind = entry.kind, .begin = at, .end = at + 1 + entry.rest_count, .meaning = entry.meaning});
  }
}

}  // namespace tally::grammar
