// Tokens → the first items of a chart: number tokens and entries of the vocabulary. Part of Chart.
//
//   about  1.2       million  workers   the 3rd
//          numeral   multiplier             digit_ordinal ("#rd")
#include <algorithm>
#include <ranges>

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

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_capital(const Token& token) {
  return (token.flags & (kCapitalised | kAllCapitals)) != 0;
}

// How the token is written, as far as rules ask.
std::uint32_t spelling_of(const Token& token) {
  static_assert(kSpaceBefore == detail::kSpaced);
  const bool word = token.kind == TokenKind::word;
  return (word ? detail::kIsWord : 0) | (word && is_capital(token) ? detail::kIsCapital : 0) |
         (token.flags & kSpaceBefore) | ((token.flags & kCutSuffix) != 0 ? detail::kIsSuffix : 0);
}

// The same, among the ways in which a word that was met may be written.
std::size_t way_of(const Token& token) {
  return (is_capital(token) ? 1U : 0U) | ((token.flags & kSpaceBefore) != 0 ? 2U : 0U);
}

}  // namespace

void Chart::forget_words() {
  known_ = {};
  met_.clear();
  met_by_word_.clear();
  met_marks_.fill(0);
}

// Most tokens are words that were met before.
const Chart::Met& Chart::met(const Token& token) {
  if (token.word != 0) {
    if (const std::uint32_t known = known_.find(token.word); known != 0) return met_[known - 1];
  } else if (const auto first = static_cast<unsigned char>(article_->text()[token.span.begin]);
             token.span.size() == 1 && token.kind != TokenKind::word && first < met_marks_.size()) {
    std::uint32_t& known = met_marks_[first];
    if (known == 0) known = meet(token) + 1;
    return met_[known - 1];
  }
  return met_[meet(token)];
}

std::uint32_t Chart::meet(const Token& token) {
  const std::string_view text = article_->text(token);
  const bool has_digit = is_digit(text.front()) || is_digit(text.back());
  const std::uint32_t found = make_met(grammar_->find_form(text), token.kind == TokenKind::word, has_digit);
  if (token.word != 0) known_.word(token.word) = found + 1;
  return found;
}

std::uint32_t Chart::make_met(std::uint32_t word, bool is_word, bool has_digit) {
  const std::uint64_t key = 1U + (std::uint64_t{word} << 2U | (is_word ? 1U : 0U) | (has_digit ? 2U : 0U));
  if (const std::uint64_t known = met_by_word_.find(key); known != 0)
    return static_cast<std::uint32_t>(known - 1);
  const detail::Word& found = grammar_->words_[word];
  Met made{.word = word, .has_digit = has_digit};
  made.is_open =
      has_digit || found.is_exact || std::ranges::any_of(found.nexts, [](auto bits) { return bits != 0; });
  for (std::uint32_t way = 0; way < made.standings.size(); ++way) {
    const std::uint32_t spelling = is_word ? detail::kIsWord | (way & 1U) * detail::kIsCapital : 0;
    made.standings[way] = automaton_.of_word(word, spelling | (way >> 1U) * detail::kSpaced);
    made.begins[way] = automaton_.begins(made.standings[way]);
  }
  met_.push_back(made);
  met_by_word_.add(key, met_.size());
  return static_cast<std::uint32_t>(met_.size() - 1);
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
  standings_.resize(range_.size() + 1);
  active_.clear();
  has_glue_ = false;
  bool number = false;
  for (std::uint32_t place = 0; place < range_.size(); ++place) {
    const Token& here = tokens_[range_.begin + place];
    has_glue_ |= number && here.kind == TokenKind::word && (here.flags & kSpaceBefore) == 0;
    number = here.kind == TokenKind::number;
    if (number || (here.flags & kCutSuffix) != 0) {
      find_odd_word(place, here);
    } else {
      find_word(place, here);
    }
  }
  read_stop();
}

void Chart::find_word(std::uint32_t place, const Token& token) {
  const Met& found = met(token);
  const std::size_t way = way_of(token);
  words_[place] = found.word;
  standings_[place] = found.standings[way];
  if (found.is_open) {
    active_.push_back(place | kOpen | (found.has_digit ? kDigits : 0));
    has_glue_ |= found.has_digit;
  } else if (found.begins[way]) {
    active_.push_back(place);
  }
}

// Numbers, and suffixes that were cut off.
void Chart::find_odd_word(std::uint32_t place, const Token& token) {
  const std::string_view text = article_->text(token);
  const bool has_digit = is_digit(text.front()) || is_digit(text.back());
  has_glue_ |= has_digit && token.kind != TokenKind::number;
  words_[place] = grammar_->find_form(text);
  standings_[place] = automaton_.of_word(words_[place], spelling_of(token));
  active_.push_back(place | kOpen | (has_digit || token.kind == TokenKind::number ? kDigits : 0));
}

// What stands at each place, and where rules may begin.
void Chart::find_standings() {
  places_.assign(range_.size(), {});
  std::size_t begins = 0;
  for (const std::uint32_t open : active_) {
    const std::uint32_t place = open & kPlace;
    if ((open & kOpen) != 0) stand(place, (open & kDigits) != 0);
    if ((open & kOpen) == 0 || automaton_.begins(standings_[place])) active_[begins++] = place;
  }
  active_.resize(begins);
  if (!range_.empty()) standings_[0] = automaton_.with_mark(standings_[0], detail::kOpens);
  standings_.back() = automaton_.past_end();
}

// What depends on more than the word itself.
void Chart::stand(std::uint32_t place, bool has_digits) {
  const std::uint32_t at = range_.begin + place;
  Standing& standing = standings_[place];
  if (has_digits) read_digits(at, standing);
  const detail::Word& known = grammar_->words_[words_[place]];
  const std::uint32_t next = place + 1 < words_.size() ? words_[place + 1] : 0;
  const bool goes_on = known.may_go_on_with(next);
  if (!goes_on && !known.is_exact) return;
  for (const detail::Entry& entry :
       grammar_->entries_.rows(known.first_entry, known.first_entry + known.entries)) {
    if (entry.rest_count != 0 && !goes_on) break;  // the longer ones stand behind
    const bool is_open = entry.rest_count == 0 ? entry.form == detail::kExactCase
                                               : grammar_->phrase_words_[entry.rest] == next;
    if (!is_open || !stands(entry, at)) continue;
    standing = automaton_.with_item(standing, entry.kind, 1U + entry.rest_count);
    const std::uint32_t end = place + 1 + entry.rest_count;
    if (end < places_.size()) places_[end].phrases_before |= detail::kind_bit(entry.kind);
  }
}

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
  if (plain == 0 || !wanted) return;
  word = plain;
  standings_[last - range_.begin] = automaton_.of_word(plain, spelling_of(token(last)));
  if (active_.empty() || (active_.back() & kPlace) != last - range_.begin)
    active_.push_back(last - range_.begin);
  active_.back() |= kOpen;
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
    if (is_digit(text.front()) && words_[at - range_.begin] == 0) pass_on(at, standing);
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
