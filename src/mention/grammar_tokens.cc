// Tokens → the first items of a chart: number tokens and entries of the vocabulary. Part of Chart.
//
//   about  1.2       million  workers   the 3rd
//          numeral   multiplier             digit_ordinal ("#rd")
#include <algorithm>
#include <utility>

#include "mention/cut.h"
#include "mention/grammar_chart.h"
#include "mention/lower.h"
#include "mention/numeral.h"

namespace tally::grammar {

std::uint32_t& Chart::Known::word(std::uint32_t word) {
  const std::size_t stretch = word / kStretch;
  if (stretch >= places.size()) places.resize(std::max(stretch + 1, places.size() * 2));
  std::uint32_t& first = places[stretch];
  if (first == 0) {
    first = static_cast<std::uint32_t>(std::max(words.size(), kStretch));
    words.resize(first + kStretch);
  }
  return words[first + word % kStretch];
}

// Most tokens are words that were met before.
std::uint32_t Chart::find_word(const Token& token) {
  const std::size_t stretch = token.word / Known::kStretch;
  if (token.word != 0 && stretch < known_.places.size()) {
    const std::uint32_t known = known_.words[known_.places[stretch] + token.word % Known::kStretch];
    if (known != 0) return known - 1;
  }
  return learn_word(token);
}

std::uint32_t Chart::learn_word(const Token& token) {
  const std::string_view text = article_->text(token);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool edge = is_digit(text.front()) || is_digit(text.back());
  const std::uint32_t found = grammar_->find_form(text) | (edge ? kDigitEdge : 0);
  if (token.word != 0) known_.word(token.word) = found + 1;
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

void Chart::find_words() {
  words_.resize(range_.size());
  spellings_.resize(range_.size());
  has_glue_ = false;
  bool number = false;
  for (std::uint32_t place = 0; place < range_.size(); ++place) {
    const Token& here = tokens_[range_.begin + place];
    const std::uint32_t word = find_word(here);
    const std::uint32_t spelling = spelling_of(here, (word & kDigitEdge) != 0);
    words_[place] = word & ~kDigitEdge;
    spellings_[place] = static_cast<std::uint8_t>(spelling);
    const auto form = static_cast<detail::Form>(spelling >> kFormBits);
    has_glue_ |= form == detail::Form::mixed ||
                 (number && (spelling & (detail::kIsWord | detail::kSpaced)) == detail::kIsWord);
    number = form == detail::Form::number;
  }
  read_stop();
}

// What stands at each place, and where rules may begin.
void Chart::find_standings() {
  places_.assign(range_.size(), {});
  standings_.resize(range_.size() + 1);
  active_.clear();
  for (std::uint32_t place = 0; place < range_.size(); ++place) {
    const std::uint32_t spelling = spellings_[place];
    const bool is_plain =
        words_[place] == 0 && spelling >> kFormBits < std::to_underlying(detail::Form::number);
    Standing& standing = standings_[place];
    standing =
        is_plain ? automaton_.of_word(0, spelling & detail::kSpelling) : standing_at(range_.begin + place);
    if (place == 0) standing = automaton_.with_mark(standing, detail::kOpens);
    if (automaton_.begins(standing)) active_.push_back(place);
  }
  standings_.back() = automaton_.past_end();
}

Standing Chart::standing_at(std::uint32_t at) {
  const std::uint32_t place = at - range_.begin;
  const std::uint32_t word = words_[place];
  Standing standing = automaton_.of_word(word, spellings_[place] & detail::kSpelling);
  read_digits(at, standing);
  // What depends on more than the word itself.
  const detail::Word& known = grammar_->words_[word];
  const std::uint32_t next = place + 1 < words_.size() ? words_[place + 1] : 0;
  const bool goes_on = known.may_go_on_with(next);
  if (!goes_on && !known.is_exact) return standing;
  for (const detail::Entry& entry :
       grammar_->entries_.rows(known.first_entry, known.first_entry + known.entries)) {
    if (entry.rest_count != 0 && !goes_on) break;  // the longer ones stand behind
    const bool is_open = entry.rest_count == 0 ? entry.form == detail::kExactCase
                                               : grammar_->phrase_words_[entry.rest] == next;
    if (is_open && stands(entry, at))
      standing = automaton_.with_item(standing, entry.kind, 1U + entry.rest_count);
  }
  return standing;
}

// How the token is written, as far as rules and neighbours ask.
std::uint32_t Chart::spelling_of(const Token& token, bool digit_edge) {
  const bool word = token.kind == TokenKind::word;
  const bool capital = word && (token.flags & (kCapitalised | kAllCapitals)) != 0;
  auto form = capital ? detail::Form::capital : word ? detail::Form::small : detail::Form::mark;
  if (digit_edge) form = detail::Form::mixed;
  if (token.kind == TokenKind::number) form = detail::Form::number;
  static_assert(kSpaceBefore == detail::kSpaced);
  return (word ? detail::kIsWord : 0) | (capital ? detail::kIsCapital : 0) | (token.flags & kSpaceBefore) |
         ((token.flags & kCutSuffix) != 0 ? detail::kIsSuffix : 0) |
         static_cast<std::uint32_t>(form) << kFormBits;
}

// What a token with digits may be read as.
void Chart::read_digits(std::uint32_t at, Standing& standing) {
  const auto form = static_cast<detail::Form>(spellings_[at - range_.begin] >> kFormBits);
  if (form == detail::Form::number) {
    read_number(at, standing);
  } else if (form == detail::Form::mixed) {
    const char first = article_->text()[token(at).span.begin];
    if (first >= '0' && first <= '9') {
      read_suffixed(at, standing);
    } else {
      read_prefixed(at, standing);
    }
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

void Chart::add_one(std::uint32_t at, Symbol kind, const Meaning& meaning, Standing& standing) {
  meanings_.push_back(meaning);
  const auto made = static_cast<std::uint32_t>(grammar_->meanings_.size() + meanings_.size() - 1);
  link({.kind = kind, .begin = at, .end = at + 1, .meaning = made});
  standing = automaton_.with_item(standing, kind, 1);
  if (kind == grammar_->numeral_) standing = automaton_.with_integer(standing, meaning);
}

void Chart::read_number(std::uint32_t at, Standing& standing) {
  const std::string_view text = article_->text(token(at));
  Meaning made;
  if (const auto read = read_numeral(text, habit_); read) {
    made.number = read->value;
    made.step = read->step;
    made.digits = read->digits;
    add_one(at, grammar_->numeral_, made, standing);
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
          made, standing);
}

// "3rd", "1990s": the vocabulary has the letters as "#rd", "#s".
void Chart::read_suffixed(std::uint32_t at, Standing& standing) {
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
    add_one(at, grammar_->entries_[grammar_->words_[word].first_entry + i].kind, made, standing);
  }
}

// "RM42", "USD115", "P5": letters of the vocabulary, then digits, in one token.
void Chart::read_prefixed(std::uint32_t at, Standing& standing) {
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
            made, standing);
  }
}

namespace {

// "km." is written "km", for an abbreviation keeps the stop.
bool is_written(std::string_view text, std::string_view form) {
  if (text == form) return true;
  return text.size() == form.size() + 1 && text.back() == '.' && text.starts_with(form);
}

}  // namespace

// Whether what the entry has stands at the token, which is its first word.
bool Chart::stands(const detail::Entry& entry, std::uint32_t at) const {
  if ((token(at).flags & kCutSuffix) != 0) return false;
  if (entry.rest_count != 0 && !has_phrase(entry, at)) return false;
  if (entry.form == detail::kCapital) return (token(at).flags & (kCapitalised | kAllCapitals)) != 0;
  if (entry.form != detail::kExactCase) return true;
  const Span span = {token(at).span.begin, token(at + entry.rest_count).span.end};
  return is_written(article_->text(span), grammar_->exact_forms_[entry.exact]);
}

// Whether the words of a phrase stand at the token.
bool Chart::has_phrase(const detail::Entry& entry, std::uint32_t at) const {
  if (at + 1 + entry.rest_count > range_.end) return false;
  for (std::uint32_t k = 0; k < entry.rest_count; ++k) {
    if (grammar_->phrase_words_[entry.rest + k] != words_[at + 1 + k - range_.begin]) return false;
  }
  return true;
}

}  // namespace tally::grammar
