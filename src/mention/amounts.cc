// tokens → amounts: numbers, ordinals, percentages, money, quantities, ranges, by the grammar of the
// article's language (lexicon/<language>/mention). Entry: find_amounts.
//
//   "more than 1.2 million people"   number >1200000 "1.2 million"
#include <algorithm>

#include "mention/amount_functions.h"
#include "mention/amount_senses.h"
#include "mention/amount_spelling.h"
#include "mention/amount_values.h"
#include "mention/grammar_chart.h"
#include "mention/grammars.h"
#include "mention/lexicon.h"
#include "mention/number_functions.h"
#include "mention/stages.h"

namespace tally {
namespace {

using grammar::Chart;
using grammar::Item;
using grammar::Meaning;
using grammar::Symbol;

// The classes that become mentions, and those that only say more of what they hold.
enum class Role : std::uint8_t {
  none,
  number,
  inner_number,  // a number inside an amount only
  ordinal,
  percent,
  quantity,
  money,
  range,
  vague,
  age,
  age_aside,  // the span is that of the number alone
  shared,     // a unit or multiplier said once, behind ("45 and 50 mg") …
  carried,    // … or in front ("from 208 pounds to 193")
  wrapper     // a bound, a change: the words stand outside the span
};

struct RoleName {
  std::string_view kind;
  Role role;
};
constexpr std::array<RoleName, 24> kRoles = {{{"number", Role::number},
                                              {"couple_number", Role::number},
                                              {"multiple", Role::quantity},
                                              {"ordinal", Role::ordinal},
                                              {"percent", Role::percent},
                                              {"composed", Role::inner_number},
                                              {"decimals", Role::inner_number},
                                              {"part", Role::inner_number},
                                              {"measure", Role::quantity},
                                              {"counted", Role::quantity},
                                              {"long_measure", Role::quantity},
                                              {"rate", Role::quantity},
                                              {"money", Role::money},
                                              {"small_money", Role::money},
                                              {"range", Role::range},
                                              {"vague_number", Role::vague},
                                              {"age", Role::age},
                                              {"age_range", Role::wrapper},
                                              {"age_aside", Role::age_aside},
                                              {"shared", Role::shared},
                                              {"ends", Role::shared},  // where it came from, and got to
                                              {"carried", Role::carried},
                                              {"bounded", Role::wrapper},
                                              {"changed", Role::wrapper}}};
constexpr std::int16_t kThousand = 3;  // powers of ten
constexpr std::int16_t kMillion = 6;
constexpr std::array<std::string_view, 2> kTransparent = {"timespan", "two_ends"};

// What the wrappers around an item say of it.
struct Around {
  std::int16_t modifier = 0;
  Direction change = Direction::unknown;
  Span extent;
  bool age = false;
  bool nested = false;  // inside another amount
};

// What the classes of a grammar stand for.
struct Roles {
  explicit Roles(const grammar::Grammar& grammar) : idiom(grammar.symbol("idiom")) {
    for (const RoleName& name : kRoles) set(grammar.symbol(name.kind), name.role);
    for (const std::string_view name : kTransparent) set(grammar.symbol(name), Role::wrapper);
  }
  void set(Symbol kind, Role role) {
    if (kind >= of_kind.size()) of_kind.resize(kind + 1, Role::none);
    if (kind != 0) of_kind[kind] = role;
  }

  std::vector<Role> of_kind;
  Symbol idiom = 0;
};

class Emitter {
 public:
  Emitter(Article& article, const Chart& chart)
      : article_(article),
        chart_(chart),
        grammar_(chart.grammar()),
        roles_(grammar::kept_for<const Roles>(grammar_)),
        senses_(article, chart) {}

  // What was found out of the sentence before is forgotten.
  void enter() { senses_.enter(); }

  void emit(const Item& item, Around around, bool nested = false) {
    if (!nested && is_idiom(item)) return;
    switch (role(item)) {
      case Role::none:
        return;
      case Role::inner_number:
        if (nested) add(item, Role::number, around);
        return;
      case Role::wrapper:
        return unwrap(item, around);
      case Role::age_aside:
        return emit_aside(item);
      case Role::shared:
        return emit_list(item, chart_.children(item).size() - 1, around);
      case Role::carried:
        return emit_list(item, 0, around);
      default:
        break;
    }
    if (!is_repeated(item)) add(item, role(item), around);
    const bool single =
        role(item) == Role::number || role(item) == Role::ordinal || role(item) == Role::vague;
    if (single) return;
    around.extent = {};
    around.nested = true;
    if (role(item) == Role::range) around.modifier = 0;
    for (const std::uint32_t child : chart_.children(item)) {
      const Item& part = chart_.item(child);
      if (!is_glued_number(part)) emit(part, around, true);
    }
  }

 private:
  // "PS5" as a sum in pounds: the vocabulary knows the whole of it as something else.
  [[nodiscard]] bool is_idiom(const Item& item) const {
    for (std::uint32_t i = chart_.first_at(item.begin); i != grammar::kNoItem; i = chart_.item(i).next) {
      const bool idiom = roles_.idiom != 0 && chart_.item(i).kind == roles_.idiom;
      if (idiom && chart_.item(i).end >= item.end) return true;
    }
    return false;
  }
  // "29km" is one word: the number in it is none of its own.
  [[nodiscard]] bool is_glued_number(const Item& item) const {
    const bool number = role(item) == Role::number || role(item) == Role::inner_number;
    return number && spelling::is_glued(article_.text(), chart_.span(item));
  }

  // "the Big Four", "the Chicago Seven": a capital amid a sentence, behind another. A headline has more.
  [[nodiscard]] bool is_spelled_name(const Item& item) const {
    if (chart_.is_cut() || item.end != item.begin + 1 || item.begin == chart_.tokens().begin) return false;
    const auto is_capital = [&](std::uint32_t at) {
      const Token& token = article_.tokens[at];
      return token.kind == TokenKind::word && (token.flags & kCapitalised) != 0;
    };
    const bool goes_on = item.end < chart_.tokens().end && is_capital(item.end);
    return is_capital(item.begin) && is_capital(item.begin - 1) && !goes_on;
  }

  [[nodiscard]] Role role(const Item& item) const {
    return item.kind < roles_.of_kind.size() && item.rule != 0 ? roles_.of_kind[item.kind] : Role::none;
  }

  // A product that only passes another on ("small money" as money).
  [[nodiscard]] bool is_repeated(const Item& item) const {
    return !article_.amounts.empty() && article_.amounts.back().span == chart_.span(item) &&
           article_.amounts.back().kind == kind_of(role(item), chart_.meaning(item));
  }

  // A vocabulary word around an amount: what it says goes on to the amount inside.
  void unwrap(const Item& item, Around around) {
    const Meaning& meaning = chart_.meaning(item);
    if (meaning.part[grammar::kModifier] != 0) around.modifier = meaning.part[grammar::kModifier];
    if (meaning.part[grammar::kDirection] != 0)
      around.change = static_cast<Direction>(meaning.part[grammar::kDirection]);
    around.age |= (meaning.flags & grammar::kAge) != 0;
    // The words of a change are no part of the value.
    if (meaning.part[grammar::kModifier] != 0 && around.extent.empty() && !is_changed(item)) {
      around.extent = chart_.span(item);
    }
    for (const std::uint32_t child : chart_.children(item)) {
      const Item& part = chart_.item(child);
      const bool score =
          role(part) == Role::number && spelling::begins_score(article_.text(), chart_.span(part));
      if (!score) emit(part, around, true);
    }
  }
  [[nodiscard]] bool is_changed(const Item& item) const { return grammar_.text(item.kind) == "changed"; }

  // A list of which one item says the unit or the multiplier of all.
  void emit_list(const Item& item, std::size_t full, const Around& around) {
    const auto children = chart_.children(item);
    const std::size_t first = article_.amounts.size();
    const Item& said = chart_.item(children[full]);
    emit(said, around, true);
    if (first == article_.amounts.size()) return;
    const Mention whole = article_.amounts[first];
    for (std::size_t i = 0; i < children.size(); ++i) {
      const Item& part = chart_.item(children[i]);
      // "about 30 and 40 percent": both are; "about 30 tonnes for Alder, 20 for Selm": the first is.
      const std::int16_t modifier = full == 0 ? std::int16_t{0} : around.modifier;
      if (i != full && role(part) != Role::none) emit_elided(part, said, item, whole, modifier);
    }
  }
  // "71.52 cents": the power of ten by which the sum is less than the number printed in it.
  [[nodiscard]] std::int16_t power_of_part(const Item& sum) const {
    const auto children = chart_.children(sum);
    if (children.empty()) return 0;
    const Item& first = chart_.item(children.front());
    if (role(first) != Role::number) return power_of_part(first);
    const auto shifted = chart_.meaning(first).number.shifted(grammar::kHundredth);
    return shifted && *shifted == chart_.meaning(sum).number ? grammar::kHundredth : std::int16_t{0};
  }
  void emit_elided(const Item& part, const Item& full, const Item& list, const Mention& whole,
                   std::int16_t modifier) {
    const Meaning& said = chart_.meaning(full);
    Meaning meaning = chart_.meaning(part);
    std::int16_t power = meaning.part[grammar::kScale] == 0 ? said.part[grammar::kScale] : std::int16_t{0};
    if (meaning.symbol != 0 && meaning.symbol != said.symbol) power = kMillion;  // "412m" is no length
    if (power < kThousand) power = whole.kind == MentionKind::money ? power_of_part(full) : std::int16_t{0};
    const auto number = meaning.number.shifted(power);
    const auto step = meaning.step.shifted(power);
    if (!number || !step) return;
    meaning.number = number->normalised();
    meaning.step = *step;
    const Item made = {.kind = part.kind, .begin = part.begin, .end = part.end, .rule = list.rule};
    if (!whole.unit.empty()) {
      add(made, Role::quantity, {.modifier = modifier}, meaning);
      Mention& added = article_.amounts.back();
      added.kind = whole.kind == MentionKind::range ? kind_of(Role::quantity, said) : whole.kind;
      if (whole.unit == "percent") added.kind = MentionKind::percent;
      added.unit = whole.unit;
      added.basis = whole.basis;
      added.change = whole.change;
      added.concept_word = whole.concept_word;
    }
    if (power < 0) meaning = chart_.meaning(part);  // of cents the number is what is printed
    add(made, Role::number, {.nested = true}, meaning);
  }

  void emit_aside(const Item& item) {
    for (const std::uint32_t child : chart_.children(item)) {
      const Item& number = chart_.item(child);
      add({.kind = item.kind,
           .begin = number.begin,
           .end = number.end,
           .meaning = item.meaning,
           .rule = item.rule},
          Role::age, {});
      add({.kind = item.kind,
           .begin = number.begin,
           .end = number.end,
           .meaning = number.meaning,
           .rule = item.rule},
          Role::number, {});
    }
  }

  // The stop that ends the sentence is no part of "100 km.".
  [[nodiscard]] Span span_of(const Item& item) const {
    Span span = chart_.span(item);
    const bool last = item.end == chart_.tokens().end && span.size() > 1;
    if (last && article_.text()[span.end - 1] == '.') --span.end;
    return span;
  }

  void add(const Item& item, Role role, const Around& around) {
    add(item, role, around, chart_.meaning(item));
  }
  void add(const Item& item, Role role, const Around& around, const Meaning& meaning) {
    if (role == Role::number && !around.nested &&
        (spelling::is_code(article_.text(), chart_.span(item)) || is_spelled_name(item)))
      return;
    Mention& mention = article_.amounts.emplace_back();
    mention.kind = kind_of(role, meaning);
    mention.span = span_of(item);
    mention.extent = around.extent.empty() ? mention.span : around.extent;
    mention.value = amount_value(meaning, around.modifier);
    if (role != Role::number && role != Role::ordinal) mention.unit = unit_of(meaning);
    if (mention.unit == "percent" && role == Role::quantity) mention.kind = MentionKind::percent;
    if ((meaning.flags & grammar::kImpliedUnit) != 0) mention.basis = Basis::implied;
    if (role == Role::age || (around.age && role == Role::range)) mention.concept_word = "age";
    if (around.age && role == Role::range && mention.unit.empty()) mention.unit = "year";
    mention.change = meaning.part[grammar::kDirection] != 0
                         ? static_cast<Direction>(meaning.part[grammar::kDirection])
                         : around.change;
    mention.rule = grammar_.rule_name(item.rule);
    if (!senses_.choose(mention)) article_.amounts.pop_back();
  }

  [[nodiscard]] MentionKind kind_of(Role role, const Meaning& meaning) const {
    switch (role) {
      case Role::ordinal:
        return MentionKind::ordinal;
      case Role::percent:
        return MentionKind::percent;
      case Role::money:
        return MentionKind::money;
      case Role::range:
        return MentionKind::range;
      case Role::age:
        return meaning.part[grammar::kRange] != 0 ? MentionKind::range : MentionKind::quantity;
      case Role::quantity:
        return is_money(meaning.symbol) ? MentionKind::money : MentionKind::quantity;
      default:
        return MentionKind::number;
    }
  }
  [[nodiscard]] bool is_money(Symbol symbol) const {
    const std::string_view text = grammar_.text(symbol);
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  [[nodiscard]] std::string unit_of(const Meaning& meaning) const {
    std::string unit(grammar_.text(meaning.symbol));
    if (meaning.second != 0) (unit += "_per_") += grammar_.text(meaning.second);
    return unit;
  }

  Article& article_;
  const Chart& chart_;
  const grammar::Grammar& grammar_;
  const Roles& roles_;
  AmountSenses senses_;
};

const grammar::Grammar* grammar_for(const Article& article, const ReadOptions& options) {
  const std::string& language = options.language.empty() ? article.info.language : options.language;
  // Figures in a language without a lexicon, or in a line too short to tell its language, are read
  // as English ones.
  const bool known = !language.empty() && lexicon::has(language);
  return grammar::amount_grammar(known ? language : "en");
}

// By where they begin, the longest first; of equals the one found first. Hardly any stands far from its
// place, and moving one costs more than to compare it.
void put_in_order(std::vector<Mention>& mentions) {
  const auto stands_before = [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  for (auto at = mentions.begin(); at != mentions.end(); ++at) {
    auto to = at;
    while (to != mentions.begin() && stands_before(*at, to[-1])) --to;
    if (to != at) std::rotate(to, at, at + 1);
  }
}

// How the text writes numbers; makes room for them beside.
grammar::Habit habit_of(Article& article) {
  grammar::Habits habits;
  std::size_t numbers = 0;
  for (const Token& token : article.tokens) {
    if (token.kind != TokenKind::number) continue;
    habits.see(article.text(token));
    ++numbers;
  }
  article.amounts.reserve(numbers + numbers / 2);  // some are part of others, some are words
  return habits.habit();
}

}  // namespace

void find_amounts(Article& article, const ReadOptions& options) {
  article.amounts.clear();
  const grammar::Grammar* grammar = grammar_for(article, options);
  if (grammar == nullptr) return;
  Chart& chart = grammar::kept_for<Chart>(*grammar);
  chart.set_habit(habit_of(article));
  Emitter emitter(article, chart);
  for (const Sentence& sentence : article.sentences) {
    chart.parse(article, sentence.tokens);
    emitter.enter();
    for (const std::uint32_t top : chart.tops()) emitter.emit(chart.item(top), {});
  }
  put_in_order(article.amounts);
}

}  // namespace tally
