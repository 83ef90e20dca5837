// Tokens → the first items of a chart: number tokens and entries of the vocabulary. Part of Chart.
//
//   about  1.2       million  workers   the 3rd
//          numeral   multiplier             digit_ordinal ("#rd")
#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "mention/cut.h"
#include "mention/grammar_chart.h"
#include "mention/lower.h"
#include "mention/numeral.h"

namespace tally::grammar {

namespace {

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

// Of a token's flags those that tell how it is written, and the way in which a word met may be written.
constexpr unsigned kHowWritten = kCapitalised | kAllCapitals | kSpaceBefore;
constexpr std::array<std::uint8_t, kHowWritten + 1> kWays = {0, 1, 1, 1, 2, 3, 3, 3};

std::uint32_t spelling_of_way(std::uint32_t way) {
  return (way & 1U) * detail::kIsCapital | (way >> 1U) * detail::kSpaced;
}

}  // namespace

void Chart::forget_words() {
  known_ = {};
  met_.clear();
  met_by_word_.clear();
  met_marks_.fill(0);
  lacking_.assign(kLacking, {});
  known_numbers_.assign(kNumbers, {});
  static_cast<void>(make_met(0, true, false));
}

// Of what the vocabulary lacks, and of its words when they are first met.
const Chart::Met& Chart::met(const Token& token) {
  const std::string& text = article_->text();
  const std::size_t begin = token.span.begin;
  const auto first = static_cast<unsigned char>(text[begin]);
  if (token.word != 0) return met_[meet(token)];
  if (token.span.size() == 1 && token.kind != TokenKind::word && first < met_marks_.size()) {
    std::uint32_t& known = met_marks_[first];
    if (known == 0) known = meet(token) + 1;
    return met_[known - 1];
  }
  return met_[is_short(token) ? met_short(token) : meet(token)];
}

bool Chart::is_short(const Token& token) const {
  return token.span.size() <= kShort && token.span.begin + kShort <= article_->text().size();
}

// Of a short token, as a number.
std::uint64_t Chart::letters_of(const Token& token) const {
  // What stands behind the word is cut off, at whichever end of the number it is.
  const std::size_t behind = (kShort - token.span.size()) * 8;
  std::uint64_t letters = 0;
  std::memcpy(&letters, article_->text().data() + token.span.begin, kShort);
  return std::endian::native == std::endian::little ? letters << behind : letters >> behind;
}

std::uint32_t Chart::met_short(const Token& token) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr unsigned kBits = std::bit_width(kLacking) - 1;
  const std::uint64_t letters = letters_of(token);
  Lacking& slot = lacking_[letters * kFactor >> (64U - kBits)];
  if (slot.met == 0 || slot.letters != letters || slot.kind != token.kind)
    slot = {letters, meet(token) + 1, token.kind};
  return slot.met - 1;
}

std::uint32_t Chart::meet(const Token& token) {
  const std::string_view text = article_->text(token);
  const bool has_digit =
      is_digit(text.front()) || is_digit(text.back()) || size_before_multiplier(text) != 0;  // "RM45m"
  const std::uint32_t found = make_met(grammar_->find_form(text), token.kind == TokenKind::word, has_digit);
  if (token.word != 0) known_.learn(token.word, found + 1);
  return found;
}

std::uint32_t Chart::make_met(std::uint32_t word, bool is_word, bool has_digit) {
  const std::uint64_t key = 1U + (std::uint64_t{word} << 2U | (is_word ? 1U : 0U) | (has_digit ? 2U : 0U));
  if (const std::uint64_t known = met_by_word_.find(key); known != 0)
    return static_cast<std::uint32_t>(known - 1);
  const detail::Word& found = grammar_->words_[word];
  Met made{.word = word};
  const bool is_open = has_digit || found.is_exact;
  const bool is_passed = found.chain != 0;
  made.marks = (is_open ? kOpen : 0) | (has_digit ? kDigits : 0) | (is_passed ? kPassed : 0);
  for (const std::uint64_t bits : found.nexts) made.nexts |= bits;
  for (std::uint32_t way = 0; way < made.standings.size(); ++way) {
    const std::uint32_t spelling = spelling_of_way(way);
    made.standings[way] =
        automaton_.of_word(word, is_word ? detail::kIsWord | spelling : spelling & detail::kSpaced);
    made.standings[way] = automaton_.with_passes(made.standings[way], found.chain);
  }
  for (std::size_t written = 0; written < kWays.size(); ++written) {
    if (is_open || automaton_.begins(made.standings[kWays[written]])) made.marks |= 1U << written;
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
  active_.resize(range_.size() + 1);
  opened_ = 0;
  has_glue_ = false;
  nexts_ = 0;
  std::uint32_t marks = 0;
  const Token* const tokens = tokens_ + range_.begin;
  for (std::uint32_t place = 0, size = range_.size(); place < size; ++place) {
    const Token& here = tokens[place];
    // Whether the vocabulary has the word is told at once, what it means by far memory only.
    const std::uint16_t known = here.word == 0 ? Known::kUnmet : known_.met(here.word);
    if (here.word != 0 && known != Known::kUnmet) {
      marks |= find_word(place, here, met_[known - 1U]);
    } else if (here.kind == TokenKind::number || (here.flags & kCutSuffix) != 0) {
      find_odd_word(place, here);
    } else {
      marks |= find_word(place, here, met(here));
    }
  }
  has_glue_ |= (marks & kDigits) != 0;
  read_stop();
}

// Without a branch but where phrases begin: half of the words mean something to the grammar, half of those
// may begin something. Gives its marks.
inline std::uint32_t Chart::find_word(std::uint32_t place, const Token& token, const Met& met) {
  const std::uint32_t written = token.flags & kHowWritten;
  const std::uint32_t word = met.word, marks = met.marks;
  const std::uint64_t nexts = std::exchange(nexts_, met.nexts);
  standings_[place] = met.standings[kWays[written]];
  words_[place] = word;
  if ((nexts & next_bit(word)) != 0) open_phrase(place);
  active_[opened_] = place | (marks & ~kPlace);
  opened_ += marks >> written & 1U;
  return marks;
}

// Where a phrase of the vocabulary may have begun with the word before.
void Chart::open_phrase(std::uint32_t end) {
  if (end == 0 || !grammar_->words_[words_[end - 1]].may_go_on_with(words_[end])) return;
  if (opened_ == 0 || (active_[opened_ - 1] & kPlace) != end - 1) open(end - 1);
  active_[opened_ - 1] |= kOpen;
}

// Numbers, and suffixes that were cut off.
void Chart::find_odd_word(std::uint32_t place, const Token& token) {
  const std::string_view text = article_->text(token);
  const bool is_number = token.kind == TokenKind::number;
  const bool has_digit = is_digit(text.front()) || is_digit(text.back());
  const bool is_plain = is_number && (token.flags & kCutSuffix) == 0;
  const std::uint32_t word = is_plain ? number_of(token).word : grammar_->find_form(text);
  words_[place] = word;
  standings_[place] = automaton_.of_word(word, spelling_of(token));
  if ((nexts_ & next_bit(word)) != 0) open_phrase(place);
  nexts_ = 0;
  open(place | kOpen | (has_digit || is_number ? kDigits : 0));
  const auto is_glued_word = [](const Token& next) {
    return next.kind == TokenKind::word && (next.flags & kSpaceBefore) == 0;
  };
  has_glue_ |= is_number ? place + 1 < range_.size() && is_glued_word((&token)[1]) : has_digit;
}

// What stands at each place, and where rules may begin.
void Chart::find_standings() {
  if (places_.size() < range_.size()) places_.resize(range_.size());
  if (!range_.empty()) std::memset(places_.data(), 0, range_.size() * sizeof(Place));
  numbers_.clear();
  has_passes_ = false;
  std::size_t begins = 0;
  for (const std::uint32_t open : std::span(active_).first(opened_)) {
    const std::uint32_t place = open & kPlace;
    if (open == place) {
      active_[begins++] = place;
      continue;
    }
    if ((open & kPassed) != 0) {
      places_[place].pass_on(*grammar_, grammar_->words_[words_[place]].chain);
      has_passes_ = true;
    }
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
  if (!known.is_exact && !known.may_go_on_with(next)) return;
  for (const detail::Entry& entry : entries_at(at)) {
    const bool is_open = entry.rest_count == 0 ? entry.form == detail::kExactCase
                                               : grammar_->phrase_words_[entry.rest] == next;
    if (!is_open || !stands(entry, at)) continue;
    standing = automaton_.with_item(standing, entry.kind, 1U + entry.rest_count);
    const std::uint32_t end = place + 1 + entry.rest_count;
    if (end < range_.size()) places_[end].phrases_before |= detail::kind_bit(entry.kind);
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
  std::uint32_t marks = last - range_.begin;
  if (opened_ > 0 && (active_[opened_ - 1] & kPlace) == last - range_.begin)
    marks = active_[--opened_] & ~kPassed;
  open_phrase(last - range_.begin);
  open(marks | kOpen);
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
