// Patterns of the grammar compiler: text → instructions of a small backtracking machine.
//
//   pattern    choice | choice                  sequence   piece piece …
//   piece      atom  atom?  atom+  atom*
//   atom       <class> <class:slot>             "literal words"  "word":slot
//              <int> <int(1..31):d> <int(1900..2100,4)> <numeral> <word> <capital>
//              ( pattern )   ~ (no space here)   _ (a space here)   !<class> !"word" !( a | b )   &( a | b )
//   before     {after <class> | "word"} {not after …} at the start of the pattern only
#include <algorithm>
#include <charconv>

#include "mention/grammar_compiler.h"

namespace tally::grammar {

using detail::Op;

namespace {
constexpr std::size_t kLargestProgram = 60000;
}

std::unexpected<Error> Compiler::broken(std::string what) const {
  return fail(ErrorCode::malformed, std::move(what), where_);
}

void Compiler::skip_space() {
  while (at_ < pattern_.size() && (pattern_[at_] == ' ' || pattern_[at_] == '\t')) ++at_;
}

bool Compiler::take(std::string_view word) {
  skip_space();
  if (!std::string_view(pattern_).substr(at_).starts_with(word)) return false;
  at_ += word.size();
  return true;
}

std::uint16_t Compiler::emit(Instruction instruction) {
  const std::uint16_t at = here();
  if (instruction.next == 0) instruction.next = static_cast<std::uint16_t>(at + 1);
  grammar_.program_.push_back(instruction);
  return at;
}

std::uint8_t Compiler::slot_named(std::string_view name) {
  for (std::size_t i = 1; i < slots_.size(); ++i) {
    if (slots_[i] == name) return static_cast<std::uint8_t>(i);
  }
  slots_.emplace_back(name);
  return static_cast<std::uint8_t>(slots_.size() - 1);
}

// {after …}, {not after …}
Result<void> Compiler::conditions_before(detail::Rule& rule) {
  rule.before.begin = rule.before.end = static_cast<Index>(grammar_.conditions_.size());
  while (take("{")) {
    detail::Condition condition;
    condition.wanted = !take("not ");
    if (!take("after")) return broken("a condition is {after …} or {not after …}");
    auto choices = condition_choices('}');
    if (!choices) return std::unexpected(choices.error());
    const auto first = static_cast<Index>(grammar_.choices_.size());
    grammar_.choices_.append(*choices);
    condition.choices = {first, static_cast<Index>(grammar_.choices_.size())};
    grammar_.conditions_.push_back(condition);
    ++rule.before.end;
  }
  return {};
}

// Pieces of one token or item each, with | between them, up to the closing bracket.
Result<std::vector<detail::Instruction>> Compiler::condition_choices(char closing) {
  std::vector<Instruction> choices;
  do {
    if (take("\"")) {
      const std::size_t end = pattern_.find('"', at_);
      if (end == std::string::npos) return broken("a literal has no closing quote");
      const auto& words = words_of(std::string_view(pattern_).substr(at_, end - at_));
      if (words.size() != 1) return broken("a condition looks at one word");
      choices.push_back({.op = Op::word, .symbol = words.front()});
      at_ = end + 1;
    } else if (take("<")) {
      auto instruction = angle_instruction();
      if (!instruction) return std::unexpected(instruction.error());
      choices.push_back(*instruction);
    } else if (take("^")) {
      choices.push_back({.op = Op::start});
    } else if (take("~")) {
      choices.push_back({.op = Op::glued});
    } else {
      return broken("a condition is made of \"words\", <classes>, ^ and ~");
    }
  } while (take("|"));
  if (!take(std::string_view(&closing, 1))) return broken(std::string("missing ") + closing);
  return choices;
}

Result<void> Compiler::choices() {
  // Each choice but the last: split → its own code; jump to the end.
  std::vector<std::uint16_t> jumps;
  for (;;) {
    // A split is put in front of every choice; the last one's second way is never taken.
    const std::uint16_t split = emit({.op = Op::split});
    if (const auto read = sequence(); !read) return read;
    if (!take("|")) {
      grammar_.program_[split].op = Op::jump;
      break;
    }
    jumps.push_back(emit({.op = Op::jump}));
    grammar_.program_[split].other = here();
  }
  for (const std::uint16_t jump : jumps) grammar_.program_[jump].next = here();
  if (grammar_.program_.size() > kLargestProgram) return broken("the grammar is too large");
  return {};
}

Result<void> Compiler::sequence() {
  for (;;) {
    skip_space();
    if (at_ >= pattern_.size() || pattern_[at_] == ')' || pattern_[at_] == '|') return {};
    if (const auto read = piece(); !read) return read;
  }
}

Result<void> Compiler::piece() {
  const std::uint16_t first = emit({.op = Op::jump});  // becomes the split of ? and *
  if (const auto read = atom(); !read) return read;
  const char mark = at_ < pattern_.size() ? pattern_[at_] : ' ';
  if (mark == '?') {
    ++at_;
    grammar_.program_[first].op = Op::split;
    grammar_.program_[first].other = here();
  } else if (mark == '+' || mark == '*') {
    ++at_;
    const std::uint16_t again = emit({.op = Op::split});
    grammar_.program_[again].next = static_cast<std::uint16_t>(first + 1);
    grammar_.program_[again].other = here();
    if (mark == '*') {
      grammar_.program_[first].op = Op::split;
      grammar_.program_[first].other = here();
    }
  }
  return {};
}

Result<void> Compiler::atom() {
  if (take("(")) {
    if (const auto read = choices(); !read) return read;
    return take(")") ? Result<void>{} : broken("missing )");
  }
  if (take("<")) return angle();
  if (take("\"")) return quoted();
  if (take("!")) return look_ahead(Op::not_ahead);
  if (take("&")) return look_ahead(Op::ahead);
  if (take("~")) {
    emit({.op = Op::glued});
    return {};
  }
  if (take("_")) {
    emit({.op = Op::apart});
    return {};
  }
  if (take("^")) {
    emit({.op = Op::start});
    return {};
  }
  return broken("unexpected: " + pattern_.substr(at_));
}

// !<class>, !"word", !( … | … ), and & likewise: the chain of choices, then where to go on.
Result<void> Compiler::look_ahead(Op op) {
  const bool bracket = take("(");
  Result<std::vector<Instruction>> choices = std::vector<Instruction>{};
  if (bracket) {
    choices = condition_choices(')');
  } else {
    const std::size_t from = at_;
    std::size_t end = pattern_.find(pattern_[from] == '"' ? '"' : '>', from + 1);
    if (pattern_[from] == '~') end = from;
    if (end == std::string::npos) return broken("! stands before a class or word");
    pattern_.insert(end + 1, ")");
    choices = condition_choices(')');
  }
  if (!choices) return std::unexpected(choices.error());
  const std::uint16_t ahead = emit({.op = op});
  for (const Instruction& choice : *choices) emit(choice);
  emit({.op = Op::accept});
  grammar_.program_[ahead].other = here();
  return {};
}

Result<void> Compiler::angle() {
  auto instruction = angle_instruction();
  if (!instruction) return std::unexpected(instruction.error());
  emit(*instruction);
  return {};
}

// After "<": name, optional (low..high,digits), optional :slot, ">".
Result<detail::Instruction> Compiler::angle_instruction() {
  const std::size_t end = pattern_.find('>', at_);
  if (end == std::string::npos) return broken("missing >");
  std::string_view inside = std::string_view(pattern_).substr(at_, end - at_);
  at_ = end + 1;
  Instruction made{.op = Op::kind};
  if (const std::size_t colon = inside.rfind(':'); colon != std::string_view::npos) {
    made.slot = slot_named(inside.substr(colon + 1));
    inside = inside.substr(0, colon);
  }
  const std::string_view name = inside.substr(0, inside.find('('));
  if (name == "int") made.op = Op::integer;
  if (name == "numeral") made.op = Op::numeral;
  if (name == "word") made.op = Op::any_word;
  if (name == "capital") made.op = Op::capital;
  if (made.op == Op::kind) made.symbol = intern(name);
  if (made.op == Op::integer || made.op == Op::numeral) made.symbol = grammar_.numeral_;
  if (made.op != Op::integer || name.size() == inside.size()) return made;
  const std::string_view range = inside.substr(name.size() + 1, inside.size() - name.size() - 2);
  const std::size_t dots = range.find("..");
  if (dots == std::string_view::npos || !inside.ends_with(")")) return broken("a range is (low..high)");
  detail::Bounds bounds;
  std::from_chars(range.data(), range.data() + dots, bounds.low);
  std::from_chars(range.data() + dots + 2, range.data() + range.size(), bounds.high);
  if (const std::size_t comma = range.find(','); comma != std::string_view::npos) {
    std::from_chars(range.data() + comma + 1, range.data() + range.size(), bounds.digits);
  }
  made.bounds = bounds_number(bounds);
  return made;
}

std::uint16_t Compiler::bounds_number(const detail::Bounds& bounds) {
  const auto found = std::ranges::find(grammar_.bounds_, bounds);
  const auto number = static_cast<std::uint16_t>(found - grammar_.bounds_.begin());
  if (found == grammar_.bounds_.end()) grammar_.bounds_.push_back(bounds);
  return number;
}

// After the opening quote: one instruction a token. A slot captures the last.
Result<void> Compiler::quoted() {
  const std::size_t end = pattern_.find('"', at_);
  if (end == std::string::npos) return broken("a literal has no closing quote");
  const auto& words = words_of(std::string_view(pattern_).substr(at_, end - at_));
  if (words.empty()) return broken("an empty literal");
  at_ = end + 1;
  for (const std::uint32_t one : words) emit({.op = Op::word, .symbol = one});
  if (at_ < pattern_.size() && pattern_[at_] == ':') {
    std::size_t stop = ++at_;
    while (stop < pattern_.size() &&
           std::string_view(" |)?*+").find(pattern_[stop]) == std::string_view::npos)
      ++stop;
    grammar_.program_.back().slot = slot_named(std::string_view(pattern_).substr(at_, stop - at_));
    at_ = stop;
  }
  return {};
}

}  // namespace tally::grammar
