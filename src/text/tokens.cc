// sentences → tokens, split as Universal Dependencies English-EWT does, in one pass over the bytes:
// at hyphens, before clitics, around currency and percent signs, between a number and its unit.
//
//   North Korea's 12-year-old paid US$1.2bn.   →   North Korea 's 12 - year - old paid US $ 1.2 bn .
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "text/abbreviations.h"
#include "text/clitics.h"
#include "text/phrases.h"
#include "text/recent_words.h"
#include "text/sentence_bytes.h"
#include "text/short_word.h"
#include "text/stages.h"
#include "text/vocabulary.h"
#include "text/word_form.h"

namespace tally {
namespace {

// The bytes behind which a word of ASCII letters and digits is whole, whatever comes then.
constexpr auto kEndsWord = [] {
  std::array<bool, 256> ends{};
  for (unsigned c = 1; c < 128; ++c) ends[c] = !kInWord[c];
  for (const char c : {'.', '&', '\'', ':', '@', '-', '+'}) ends[static_cast<unsigned char>(c)] = false;
  return ends;
}();

class Tokenizer : private SentenceBytes {
 public:
  explicit Tokenizer(Article& article)
      : SentenceBytes(article.text()), article_(article), vocabulary_(vocabulary()), recent_(recent_words()) {
    recent_.keep_up();
  }

  void run(Sentence& sentence) {
    const auto first = static_cast<Index>(count_);
    at_ = sentence.span.begin;
    end_ = sentence.span.end;
    space_before_ = at_ == 0 || class_of(before(at_)) == CharClass::space;
    seen_word_ = false;
    while (at_ < end_) {
      if (text_[at_] == ' ') {
        space_before_ = true;
        ++at_;
      } else if (!scan_plain_word()) {
        step();
      }
      if (asked_count_ >= kQueries) look_up();
    }
    look_up();
    sentence.tokens = {first, static_cast<Index>(count_)};
  }

  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  void step() {
    const auto c = peek(at_);
    switch (class_of(c.value)) {
      case CharClass::space:
        space_before_ = true;
        at_ += c.size;
        return;
      case CharClass::letter:
        return scan_word();
      case CharClass::unspaced:
      case CharClass::mark:
        return add(skip(at_, CharClass::unspaced), TokenKind::word);
      case CharClass::digit:
        return scan_number();
      case CharClass::punctuation:
        return scan_punctuation(c);
      case CharClass::symbol:
        return scan_symbol(c);
    }
  }

  static RecentWords& recent_words() {
    static thread_local RecentWords recent;
    return recent;
  }

  // Most tokens: a word of ASCII letters and digits, no longer than two registers, before what ends it.
  bool scan_plain_word() {
    constexpr std::size_t kLongest = ShortWord::kCapacity;
    constexpr std::uint64_t kCannot = 0x746F6E6E6163U;  // "cannot" is two words
    const bool is_letter = (static_cast<unsigned char>(text_[at_]) | 0x20U) - unsigned{'a'} < 26;
    if (!ShortWord::kIsPossible || !is_letter || at_ + kLongest > text_.size()) return false;
    const ShortWord word(text_.data() + at_);
    const std::size_t after = at_ + word.size();
    if (word.size() == kLongest || after >= end_ || (word.small()[0] == kCannot && word.small()[1] == 0))
      return false;
    if (!kEndsWord[static_cast<unsigned char>(text_[after])] && !ends_word_here(after)) return false;
    const RecentWords::Slot& known = recent_.slot(word.small());
    const bool is_known = known.holds(word.small());
    if (!is_known) ask_for(word);
    add(after, TokenKind::word, word.flags(), is_known ? known.word : 0);
    return true;
  }
  // Whether a stop, a colon or a hyphen ends the word, which might be part of an address or an abbreviation.
  [[nodiscard]] bool ends_word_here(std::size_t after) const {
    const char next = text_[after];
    const bool may_be_web = (text_[at_] | 0x20) == 'h' || (text_[at_] | 0x20) == 'w';
    if (may_be_web || (next != '.' && next != ':' && next != '-')) return false;
    if (next == ':') return true;
    return !is_mail() && (next == '-' || after_inner_stop(after) == after);
  }
  void ask_for(const ShortWord& word) {
    char* form = forms_.data() + asked_count_ * WordForm::kCapacity;
    word.copy_small(form);
    queries_[asked_count_].word = {form, word.size()};
    asked_[asked_count_++] = {count_, word.small()};
  }

  void scan_word() {
    std::size_t after = skip_letters_and_digits(at_);
    if (const auto address = address_end(after); address > at_) return add(address, TokenKind::word);
    for (;;) {
      const char next = byte(after);
      if (next == '.') {
        const auto longer = after_inner_stop(after);
        if (longer == after) break;
        after = longer;
      } else if (next == '&') {
        if (!joins_by_ampersand(after)) break;
        after = skip_letters_and_digits(after + 1);
      } else if (is_apostrophe(after)) {
        const auto longer = after_inner_apostrophe(after);
        if (longer == after) break;
        after = longer;
      } else {
        break;
      }
    }
    add_with_clitics(after);
  }

  // "U.S.", "example.com", "Mr." go on past a stop; gives `stop` where the word ends before it.
  [[nodiscard]] std::size_t after_inner_stop(std::size_t stop) const {
    const auto next = peek(stop + 1);
    const bool single = stop - at_ == 1 || text_[stop - 2] == '.';
    if (class_of(next.value) == CharClass::letter && (single || is_lower(next.value))) {
      return skip_letters_and_digits(stop + 1);
    }
    // The letters of "10M." and "$2.3B." stand for a unit; the stop is the sentence's.
    const bool glued_to_digit = !space_before_ && at_ > 0 && text_[at_ - 1] >= '0' && text_[at_ - 1] <= '9';
    if (glued_to_digit) return stop;
    const auto found = abbreviation(text_.substr(at_, std::min<std::size_t>(stop - at_, 24)));
    if (found.kind == Abbreviation::none) return stop;
    if (!found.is_word) return stop + 1;
    std::size_t after = stop + 1;
    while (after < end_ && class_at(after) == CharClass::space) after += peek(after).size;
    if (after >= end_) return stop;
    const bool number_follows = class_at(after) == CharClass::digit;
    return found.kind != Abbreviation::before_number || number_follows ? stop + 1 : stop;
  }

  // "AT&T", "R&D".
  [[nodiscard]] bool joins_by_ampersand(std::size_t ampersand) const {
    return is_upper(static_cast<unsigned char>(text_[ampersand - 1])) && is_upper(peek(ampersand + 1).value);
  }

  // "O'Brien", "o'clock" are one word; before a clitic the word ends.
  [[nodiscard]] std::size_t after_inner_apostrophe(std::size_t apostrophe) const {
    const auto next = apostrophe + peek(apostrophe).size;
    if (class_at(next) != CharClass::letter) return apostrophe;
    const auto after = skip_letters_and_digits(next);
    if (is_clitic(text_.substr(next, after - next))) return apostrophe;
    const bool is_not =
        after - next == 1 && (byte(next) | 0x20) == 't' && (byte(apostrophe - 1) | 0x20) == 'n';
    const bool is_short_prefix = apostrophe - at_ <= 2;
    // "Sant'Agata", "Dell'Utri": a name of two capitals with small letters behind each.
    const bool is_name = is_upper(peek(at_).value) &&
                         is_lower(static_cast<unsigned char>(byte(apostrophe - 1))) && after > next + 1 &&
                         is_lower(peek(next + 1).value);
    return is_not || is_short_prefix || is_name || is_lower(peek(next).value) ? after : apostrophe;
  }

  // Adds the word up to `after`, cut before "n't" and in "cannot", then the clitic that follows.
  void add_with_clitics(std::size_t after) {
    const auto word = text_.substr(at_, after - at_);
    if (const auto cut = cut_of_not(word); cut > 0) {
      add(at_ + cut, TokenKind::word);
      add(after, TokenKind::word);
    } else {
      add(after, TokenKind::word);
    }
    if (!is_apostrophe(at_)) return;
    const auto letters = at_ + peek(at_).size;
    const auto clitic_end = skip_letters_and_digits(letters);
    if (is_clitic(text_.substr(letters, clitic_end - letters))) add(clitic_end, TokenKind::word);
  }

  void scan_number() {
    std::size_t after = skip_digits(at_);
    while (is_number_separator(byte(after)) && class_at(after + 1) == CharClass::digit) {
      after = skip_digits(after + 1);
    }
    if (const auto suffixed = after_number_suffix(after); suffixed > after)
      return add(suffixed, TokenKind::word);
    add(after, TokenKind::number);
  }
  static bool is_number_separator(char c) { return c == '.' || c == ',' || c == ':'; }

  void scan_punctuation(CodePoint c) {
    if (is_apostrophe(at_) && starts_clitic()) return;
    std::size_t after = at_ + c.size;
    if (c.value == '.' || c.value == '-' || c.value == '!' || c.value == '?' || c.value == '_') {
      while (byte(after) == static_cast<char>(c.value)) ++after;
    } else if (c.value == '\'' && byte(after) == '\'') {
      ++after;
    }
    add(after, TokenKind::punctuation);
  }

  // "'s" after what is no word: "G7"'s, "(AP)'s".
  bool starts_clitic() {
    if (space_before_) return false;
    const auto letters = at_ + peek(at_).size;
    if (class_at(letters) != CharClass::letter) return false;
    const auto after = skip_letters_and_digits(letters);
    if (!is_clitic(text_.substr(letters, after - letters))) return false;
    add(after, TokenKind::word);
    return true;
  }

  void scan_symbol(CodePoint c) {
    std::size_t after = at_ + c.size;
    if ((c.value == '@' || c.value == '#') && class_at(after) == CharClass::letter) {
      return add(skip_letters_and_digits(after), TokenKind::word);
    }
    if (c.value == '=' || c.value == '*' || c.value == '~') {
      while (byte(after) == static_cast<char>(c.value)) ++after;
    } else if (c.value == '`' && byte(after) == '`') {
      ++after;
    }
    add(after, TokenKind::symbol);
  }

  void add(std::size_t after, TokenKind kind) {
    std::uint8_t flags = 0;
    if (kind == TokenKind::word) {
      flags = form_.read(text_.substr(at_, after - at_));
      ask_for(form_.text());
    }
    add(after, kind, flags);
  }
  void add(std::size_t after, TokenKind kind, std::uint8_t flags, WordId word = 0) {
    if (count_ == article_.tokens.size()) article_.tokens.resize(count_ + count_ / 2 + kFewTokens);
    const bool is_word = kind == TokenKind::word || kind == TokenKind::number;
    const unsigned start = is_word && !seen_word_ ? kSentenceStart : 0U;
    const unsigned space = space_before_ ? kSpaceBefore : 0U;
    article_.tokens[count_++] = {.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(after)},
                                 .word = word,
                                 .kind = kind,
                                 .flags = static_cast<std::uint8_t>(flags | start | space)};
    seen_word_ |= is_word;
    at_ = after;
    space_before_ = false;
  }

  // Words are looked up some at a time. The token asked for is about to be added.
  void ask_for(std::string_view form) {
    if (form.empty()) return;
    std::ranges::copy(form, forms_.begin() + static_cast<std::ptrdiff_t>(asked_count_ * WordForm::kCapacity));
    queries_[asked_count_].word = {forms_.data() + asked_count_ * WordForm::kCapacity, form.size()};
    asked_[asked_count_++] = {count_, {}};
  }
  void look_up() {
    vocabulary_.find_all(std::span(queries_).first(asked_count_));
    for (std::size_t i = 0; i < asked_count_; ++i) {
      article_.tokens[asked_[i].token].word = queries_[i].found;
      if (asked_[i].letters[0] != 0) recent_.slot(asked_[i].letters) = {asked_[i].letters, queries_[i].found};
    }
    asked_count_ = 0;
  }

  static constexpr std::size_t kFewTokens = 16;

  Article& article_;
  std::size_t count_ = 0;  // of the article's tokens those that are made
  const Vocabulary& vocabulary_;
  RecentWords& recent_;
  WordForm form_;
  // A step adds no more than four words.
  static constexpr std::size_t kQueries = 60;
  std::array<char, (kQueries + 4) * WordForm::kCapacity> forms_;
  std::array<Vocabulary::Query, kQueries + 4> queries_;
  struct Asked {
    std::size_t token = 0;
    ShortWord::Letters letters{};  // where it is a short word
  };
  std::array<Asked, kQueries + 4> asked_;  // what the queries are for
  std::size_t asked_count_ = 0;
  bool space_before_ = true;
  bool seen_word_ = false;
};

}  // namespace

void find_tokens(Article& article) {
  // About as many as there will be; what is too much is cut off.
  constexpr std::size_t kBytes = 5;
  article.tokens.assign(article.text().size() / kBytes, {});
  Tokenizer tokenizer(article);
  for (auto& sentence : article.sentences) tokenizer.run(sentence);
  article.tokens.resize(tokenizer.count());
  lay_out_tokens(article);
}

}  // namespace tally
