// Number tokens, and digits glued to letters → what stands there, and their items. Part of Chart.
//
//   "1,417"   numeral          "10:30"   colons
//   "12"      numeral, digits, number          "3rd"   digit_ordinal ("#rd")
#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "mention/cut.h"
#include "mention/grammar_chart.h"
#include "mention/lower.h"
#include "mention/numeral.h"

namespace tally::grammar {

namespace {

constexpr std::size_t kFullGroups = 3;  // day, month and year

}  // namespace

// What a token with digits may be read as.
void Chart::read_digits(std::uint32_t at, Standing& standing) {
  if (token(at).kind == TokenKind::number) {
    read_number(at, standing);
  } else if (is_digit(article_->text()[token(at).span.begin])) {
    read_suffixed(at, standing);
  } else {
    read_prefixed(at, standing);
  }
}

void Chart::add_one(std::uint32_t at, Symbol kind, const Meaning& meaning) {
  meanings_.push_back(meaning);
  link({.kind = kind, .begin = at, .end = at + 1, .meaning = last_meaning()});
}

void Chart::read_number(std::uint32_t at, Standing& standing) {
  Place& here = place(at);
  Number& number = number_of(token(at));
  if (number.sort.is_passed_on) here.pass_on(*grammar_, Grammar::kNumeralChain);
  has_passes_ |= number.sort.is_passed_on;
  if (!number.read && number.sort.groups == 0) return;
  numbers_.emplace_back(number.read, number.sort.groups);
  here.number = static_cast<std::uint32_t>(numbers_.size());
  Standing& known = number.standings[(token(at).flags & kSpaceBefore) != 0 ? 1 : 0];
  if (known == 0) known = automaton_.with_number(standing, number.sort);
  standing = known;
}

// What the token is read as. Good until the next is asked for.
Chart::Number& Chart::number_of(const Token& token) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr unsigned kBits = std::bit_width(kNumbers) - 1;
  if (!is_short(token) || (token.flags & kCutSuffix) != 0)
    return long_number_ = learn_number(article_->text(token));
  const std::uint64_t letters = letters_of(token);
  Number& slot = known_numbers_[letters * kFactor >> (64U - kBits)];
  if (slot.letters != letters || slot.habit != habit_) {
    slot = learn_number(article_->text(token));
    slot.letters = letters;
  }
  return slot;
}

Chart::Number Chart::learn_number(std::string_view text) {
  Number made{.read = read_numeral(text, habit_), .word = grammar_->find_form(text), .habit = habit_};
  Automaton::NumberSort& sort = made.sort;
  if (made.read) {
    sort.is_numeral = true;
    sort.is_passed_on = is_digit(text.front()) && !has_short_entry(made.word);
    sort.integer = automaton_.integer_sort(made.read->value, made.read->digits);
  }
  const bool is_whole = made.read && made.read->digits != 0;
  sort.groups = is_whole ? 0 : class_of_groups(text, sort.full_groups);
  return made;
}

// Whether the word means something by itself.
bool Chart::has_short_entry(std::uint32_t word) const {
  const detail::Word& known = grammar_->words_[word];
  return known.entries != 0 && grammar_->entries_[known.first_entry].rest_count == 0;
}

// Of "10:30"; 0 where it is no such thing. `full`: the class of "12.03.2016" besides.
Symbol Chart::class_of_groups(std::string_view text, Symbol& full) const {
  const Groups groups = read_groups(text);
  if (groups.count == 0) return 0;
  full = groups.separator == '.' && groups.count == kFullGroups ? grammar_->full_points_ : 0;
  return groups.separator == ':' ? grammar_->colons_ : groups.separator == '.' ? grammar_->points_ : 0;
}

// The items of a number token are made when they are first asked for: most are asked for in one of the
// grammars only.
void Chart::make_number(std::uint32_t at) {
  const std::uint32_t number = std::exchange(place(at).number, 0);
  if (number == 0) return;
  const auto& [read, kind] = numbers_[number - 1];
  Meaning made;
  if (read) {
    made.number = read->value;
    made.step = read->step;
    made.digits = read->digits;
    add_one(at, grammar_->numeral_, made);
    pass_on(at, place(at).head);
  }
  if (kind == 0) return;
  const Groups groups = read_groups(article_->text(token(at)));
  std::copy(groups.values.begin(), groups.values.end(), made.part.begin());
  std::copy(groups.digits.begin(), groups.digits.end(), made.part.begin() + 4);
  made.digits = groups.count;
  add_one(at, kind, made);
  if (kind == grammar_->points_ && groups.count == kFullGroups) add_one(at, grammar_->full_points_, made);
}

Standing Chart::with_read(Standing standing, Symbol kind, const Meaning& meaning) {
  const Standing with = automaton_.with_item(standing, kind, 1);
  return kind == grammar_->numeral_ ? automaton_.with_integer(with, meaning) : with;
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
    const Symbol kind = grammar_->entries_[grammar_->words_[word].first_entry + i].kind;
    add_one(at, kind, made);
    standing = with_read(standing, kind, made);
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
    const Symbol kind = dollar   ? grammar_->glued_dollar_
                        : letter ? grammar_->glued_letter_
                                 : grammar_->glued_code_;
    add_one(at, kind, made);
    standing = with_read(standing, kind, made);
  }
}

}  // namespace tally::grammar
