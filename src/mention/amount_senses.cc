// One table: by which rule it was read (none: any), which words of the sentence decide, what it is then. The
// words stand in amounts.tsv.
#include "mention/amount_senses.h"

#include <optional>
#include <string>
#include <string_view>

namespace tally {
namespace {

struct Sense {
  std::string_view rule;
  std::string_view other_rule;
  std::string_view written;  // the unit as the grammar reads it
  std::string_view words;    // a class of the vocabulary
  bool spoken;               // whether the sentence must have one of them, or none
  MentionKind kind;
  std::string_view meant;  // none: only the number in it is one; a number's multiplier
  char letter = 0;         // the last of the text
  int power = 0;           // of ten, by which the value is another then
};

constexpr int kMillion = 6;               // a power of ten
constexpr std::size_t kLongestWord = 24;  // bytes looked at behind an amount

constexpr auto kSenses = std::to_array<Sense>({
    {"pounds", "bare-name-after", "GBP", "heavy", true, MentionKind::quantity, "pound"},
    {"pounds", "", "GBP", "long_measure", true, MentionKind::quantity,
     "pound"},  // "5-foot-11 and 180 pounds"
    {"million-pound", "", "GBP", "massive", true, MentionKind::quantity, "pound"},
    {"weight-over", "", "pound", "costly", true, MentionKind::money, "GBP"},
    {"name-after", "", "GRD", "heavy", true, MentionKind::quantity, "dram"},
    {"temperature-letter", "measure-letter", "degree_fahrenheit", "electric", true, MentionKind::quantity,
     "farad"},
    {"temperature-letter", "measure-letter", "degree_celsius", "electric", true, MentionKind::quantity,
     "coulomb"},
    {"measure-symbol", "", "basis_point", "data", true, MentionKind::quantity, "bit_per_second"},
    {"scaled", "", "", "warm", true, MentionKind::quantity, "kelvin", 'K', -3},
    {"temperature-small", "", "degree_fahrenheit", "warm", false, MentionKind::number, ""},
    {"temperature-small", "", "degree_celsius", "warm", false, MentionKind::number, ""},
    {"scaled", "", "", "lofty", true, MentionKind::quantity, "metre", 'm', -kMillion},
    {"kelvin", "", "kelvin", "warm", false, MentionKind::number, ""},
    {"", "", "degree", "warm", true, MentionKind::quantity, "degree"},
    {"", "", "degree", "weather", true, MentionKind::quantity, "degree"},
    {"", "", "degree", "angle", true, MentionKind::quantity, "degree_of_arc"},
    {"angle-turned", "angle-turned-on", "degree_of_arc", "warm", true, MentionKind::quantity, "degree"},
    {"angle-turned", "angle-turned-on", "degree_of_arc", "weather", true, MentionKind::quantity, "degree"},
    {"metres", "", "metre", "sign", true, MentionKind::number, "million", 0, kMillion},
    {"metres", "", "metre", "bare_sign", true, MentionKind::number, "million", 0, kMillion},
    {"metres", "", "metre", "currency", true, MentionKind::number, "million", 0, kMillion},
    {"metres", "", "metre", "bare_currency", true, MentionKind::number, "million", 0, kMillion},
});

void shift(Value& value, int power) {
  for (std::optional<Decimal>* end : {&value.best, &value.low, &value.high}) {
    if (*end) *end = (*end)->shifted(power);
    if (*end) *end = (*end)->normalised();
  }
  value.step = value.step.shifted(power).value_or(value.step);
}

// "1.5m at", "5.2m.": no noun follows, of which there were millions.
bool ends_phrase(std::string_view rest) {
  constexpr std::string_view kAfterLengths =
      " at on and or but above below over under by from to along across ";
  if (rest.empty() || rest.front() != ' ') return true;
  rest.remove_prefix(1);
  const std::string_view word = rest.substr(0, rest.find_first_of(" ,.;"));
  if (word.empty() || word.front() < 'A') return true;
  for (std::size_t at = kAfterLengths.find(word); at != std::string_view::npos;
       at = kAfterLengths.find(word, at + 1)) {
    if (kAfterLengths[at - 1] == ' ' && kAfterLengths[at + word.size()] == ' ') return true;
  }
  return false;
}

// "between 400 and 450 pounds": what the unit of its high end is read by; of degrees any.
bool is_range_of(std::string_view text, const Sense& sense) {
  if (sense.rule.empty()) return true;
  return sense.rule == "pounds" && (text.ends_with("pounds") || text.ends_with("pound"));
}

bool is_read_by(const Mention& mention, const Sense& sense) {
  return sense.rule.empty() || mention.rule == sense.rule ||
         (!sense.other_rule.empty() && mention.rule == sense.other_rule);
}

// The first letters of units, or of rules, as bits.
constexpr std::uint32_t letter_bit(std::string_view word) {
  return word.empty() ? 0 : 1U << (static_cast<unsigned char>(word.front()) & 31U);
}
constexpr std::uint32_t kUnits = [] {
  std::uint32_t letters = 0;
  for (const Sense& sense : kSenses) letters |= letter_bit(sense.written);
  return letters;
}();
constexpr std::uint32_t kRulesWithoutUnit = [] {
  std::uint32_t letters = 0;
  for (const Sense& sense : kSenses)
    if (sense.written.empty()) letters |= letter_bit(sense.rule) | letter_bit(sense.other_rule);
  return letters;
}();

// Most amounts have a unit that means one thing, or none.
bool may_have_several(const Mention& mention) {
  if (mention.unit.empty()) return (kRulesWithoutUnit & letter_bit(mention.rule)) != 0;
  return (kUnits & letter_bit(mention.unit)) != 0;
}

}  // namespace

AmountSenses::Words::Words(const grammar::Grammar& grammar) {
  static_assert(kSenses.size() == kCount);
  for (std::size_t i = 0; i < kCount; ++i) of_sense[i] = grammar.symbol(kSenses[i].words);
}

AmountSenses::AmountSenses(const Article& article, const grammar::Chart& chart)
    : article_(article), chart_(chart), words_(grammar::kept_for<const Words>(chart.grammar())) {}

bool AmountSenses::choose(Mention& mention) {
  if (!may_have_several(mention)) return true;
  for (std::size_t i = 0; i < kCount; ++i) {
    const Sense& sense = kSenses[i];
    const bool range = mention.kind == MentionKind::range;
    if (mention.unit != sense.written) continue;
    if (range ? !is_range_of(article_.text(mention.span), sense) : !is_read_by(mention, sense)) continue;
    if (!fits(sense.letter, mention.span) || speaks_of(i) != sense.spoken) continue;
    if (sense.meant.empty()) return false;
    if (!range) mention.kind = sense.kind;
    mention.unit = sense.kind == MentionKind::number ? std::string_view() : sense.meant;
    mention.basis = sense.kind == MentionKind::money ? Basis::implied : Basis::printed;
    if (sense.power != 0) shift(*mention.value, sense.power);
    return true;
  }
  return true;
}

bool AmountSenses::fits(char letter, Span span) const {
  const std::string& text = article_.text();
  if (letter == 0) return true;
  if (text[span.end - 1] != letter) return false;
  if (letter == 'm') return ends_phrase(text.substr(span.end, kLongestWord));
  if (article_.text(span).find('.') != std::string_view::npos) return true;
  // "50K homes": of thousands.
  const std::size_t next = span.end;
  if (next + 1 >= text.size() || text[next] != ' ') return true;
  return text[next + 1] < 'A';
}

bool AmountSenses::speaks_of(std::size_t sense) {
  if (spoken_[sense] == Spoken::unknown)
    spoken_[sense] = has_word(words_.of_sense[sense]) ? Spoken::yes : Spoken::no;
  return spoken_[sense] == Spoken::yes;
}

bool AmountSenses::has_word(grammar::Symbol words) const {
  const Range tokens = chart_.tokens();
  for (Index at = tokens.begin; words != 0 && at < tokens.end; ++at) {
    if (chart_.has(at, words)) return true;
  }
  return false;
}

}  // namespace tally
