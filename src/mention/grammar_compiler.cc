// The rule half of the grammar compiler: ranks, macros, rules and their products. Patterns are read in
// grammar_pattern.cc; grammar_index.cc tells what each rule can begin with.
#include "mention/grammar_compiler.h"

#include <algorithm>
#include <atomic>
#include <charconv>

namespace tally::grammar {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// The slot of a macro goes to every class in it: $amount:a → (<money:a>|<number:a>).
std::string with_slot(std::string_view pattern, std::string_view slot) {
  std::string out;
  for (const char c : pattern) {
    if (c == '>') out += slot;
    out += c;
  }
  return out;
}

}  // namespace

Result<Grammar> Compiler::compile(std::span<const lexicon::File> files) {
  grammar_.serial_ = Grammar::next_serial();
  grammar_.functions_ = Grammar::functions_of(functions_);
  grammar_.sieve_.assign(Grammar::kSieveBits / 64, 0);
  for (TextTable* texts :
       {&grammar_.symbols_, &grammar_.word_texts_, &grammar_.exact_forms_, &grammar_.rule_names_})
    texts->push_back("");
  grammar_.numeral_ = intern("numeral");
  grammar_.colons_ = intern("colons");
  grammar_.points_ = intern("points");
  grammar_.full_points_ = intern("full_points");
  grammar_.code_ = intern("code");
  grammar_.dollar_letters_ = intern("dollar_letters");
  grammar_.glued_dollar_ = intern("glued_dollar");
  grammar_.letter_sign_ = intern("letter_sign");
  grammar_.glued_letter_ = intern("glued_letter");
  grammar_.glued_code_ = intern("glued_code");
  grammar_.program_.push_back({});
  for (const lexicon::File& file : files) {
    const auto read = file.name.ends_with(".tsv") ? read_vocabulary(file) : Result<void>{};
    if (!read) return std::unexpected(read.error());
  }
  if (const auto added = add_entries(); !added) return std::unexpected(added.error());
  for (const lexicon::File& file : files) {
    const auto read = file.name.ends_with(".rules") ? read_rules(file) : Result<void>{};
    if (!read) return std::unexpected(read.error());
  }
  index_rules();
  order_symbols();
  return std::move(grammar_);
}

// Lines that begin with white space go on with the line before.
Result<void> Compiler::read_rules(const lexicon::File& file) {
  rank_ = 1;
  Line line;
  std::string_view rest = file.text;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (trimmed(text).empty() || text.front() == '#') continue;
    if (text.front() == ' ' || text.front() == '\t') {
      line.text += ' ';
      line.text += trimmed(text);
      continue;
    }
    if (const auto read = read_line(line); !read) return read;
    line.text = trimmed(text);
    line.where = std::string(file.language) + "/" + std::string(file.name) + ":" + std::to_string(number);
  }
  return read_line(line);
}

Result<void> Compiler::read_line(const Line& line) {
  const std::string_view text = line.text;
  where_ = line.where;
  if (text.empty()) return {};
  if (text.starts_with("rank ")) {
    const std::string_view digits = trimmed(text.substr(5));
    std::from_chars(digits.data(), digits.data() + digits.size(), rank_);
    if (rank_ < 1 || rank_ >= Grammar::kRanks) return broken("a rank is a number from 1 to 31");
    return {};
  }
  if (text.starts_with("let $")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return broken("a macro is: let $name = pattern");
    macros_[std::string(trimmed(text.substr(4, equals - 4)))] = with_macros(trimmed(text.substr(equals + 1)));
    return {};
  }
  if (text.starts_with("rule ")) return read_rule(line);
  return broken("a line must begin with rule, rank or let");
}

std::string Compiler::with_macros(std::string_view pattern) const {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] == '$' && at + 1 < pattern.size() && is_name(pattern[at + 1])) {
      std::size_t end = at + 1;
      while (end < pattern.size() && is_name(pattern[end])) ++end;
      const auto found = macros_.find(pattern.substr(at, end - at));
      if (found != macros_.end()) {
        std::size_t slot = end;
        while (slot < pattern.size() && (slot == end ? pattern[slot] == ':' : is_name(pattern[slot]))) ++slot;
        out += "(" + with_slot(found->second, pattern.substr(end, slot - end)) + ")";
        at = slot;
        continue;
      }
    }
    out += pattern[at++];
  }
  return out;
}

Result<void> Compiler::read_rule(const Line& line) {
  const std::string_view text = line.text;
  const std::size_t colon = text.find(':');
  const std::size_t arrow = text.rfind("=>");
  if (colon == std::string_view::npos || arrow == std::string_view::npos || arrow < colon) {
    return broken("a rule is: rule name: pattern => <class> function(parameter=slot, …)");
  }
  detail::Rule rule;
  rule.rank = rank_;
  slots_ = {""};
  pattern_ = with_macros(trimmed(text.substr(colon + 1, arrow - colon - 1)));
  at_ = 0;
  if (const auto read = conditions_before(rule); !read) return read;
  rule.entry = here();
  if (const auto read = choices(); !read) return read;
  skip_space();
  if (at_ != pattern_.size()) return broken("unexpected: " + pattern_.substr(at_));
  emit({.op = detail::Op::accept, .symbol = static_cast<Symbol>(grammar_.rules_.size())});
  if (slots_.size() > 16) return broken("a rule has at most 15 slots");
  if (const auto read = read_product(trimmed(text.substr(arrow + 2)), rule); !read) return read;
  grammar_.rule_names_.push_back(trimmed(text.substr(5, colon - 5)));
  grammar_.rules_.push_back(rule);
  return {};
}

Result<void> Compiler::read_product(std::string_view product, detail::Rule& rule) {
  const std::size_t close = product.find('>');
  if (!product.starts_with("<") || close == std::string_view::npos)
    return broken("what is made must be a <class>");
  rule.kind = intern(product.substr(1, close - 1));
  const std::string_view call = trimmed(product.substr(close + 1));
  if (call.empty()) return {};
  const std::size_t open = call.find('(');
  if (open == std::string_view::npos || !call.ends_with(")"))
    return broken("a function is: name(parameter=slot)");
  const std::string_view name = trimmed(call.substr(0, open));
  const auto found =
      std::find_if(functions_.begin(), functions_.end(), [&](const Function& f) { return f.name == name; });
  if (found == functions_.end()) return broken("no function is called " + std::string(name));
  rule.function = static_cast<std::uint16_t>(found - functions_.begin() + 1);
  return read_arguments(call.substr(open + 1, call.size() - open - 2), *found, rule);
}

Result<void> Compiler::read_arguments(std::string_view arguments, const Function& function,
                                      detail::Rule& rule) {
  rule.arguments.begin = static_cast<Index>(grammar_.arguments_.size());
  while (!trimmed(arguments).empty()) {
    const std::size_t comma = std::min(arguments.find(','), arguments.size());
    const std::string_view one = trimmed(arguments.substr(0, comma));
    arguments.remove_prefix(std::min(comma + 1, arguments.size()));
    const std::size_t equals = one.find('=');
    const std::string_view name = trimmed(one.substr(0, equals));
    const std::string_view given = equals == std::string_view::npos ? name : trimmed(one.substr(equals + 1));
    const auto parameter = std::find(function.parameters.begin(), function.parameters.end(), name);
    if (parameter == function.parameters.end()) {
      return broken(std::string(function.name) + " has no parameter " + std::string(name));
    }
    detail::Argument argument;
    argument.parameter = static_cast<std::uint8_t>(parameter - function.parameters.begin());
    const auto slot = std::find(slots_.begin() + 1, slots_.end(), given);
    if (slot != slots_.end()) {
      argument.slot = static_cast<std::uint8_t>(slot - slots_.begin());
    } else {
      argument.constant = constant(given);
    }
    grammar_.arguments_.push_back(argument);
  }
  rule.arguments.end = static_cast<Index>(grammar_.arguments_.size());
  return {};
}

std::uint64_t Grammar::next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

std::vector<Produce> Grammar::functions_of(std::span<const Function> functions) {
  std::vector<Produce> all = {nullptr};
  for (const Function& function : functions) all.push_back(function.produce);
  return all;
}

void Compiler::order_symbols() {
  for (Symbol symbol = 1; symbol < grammar_.symbols_.size(); ++symbol)
    grammar_.symbol_order_.push_back(symbol);
  std::sort(grammar_.symbol_order_.begin(), grammar_.symbol_order_.end(),
            [&](Symbol a, Symbol b) { return grammar_.symbols_[a] < grammar_.symbols_[b]; });
}

Symbol Grammar::symbol(std::string_view text) const {
  const auto found = std::lower_bound(symbol_order_.begin(), symbol_order_.end(), text,
                                      [&](Symbol one, std::string_view two) { return symbols_[one] < two; });
  return found != symbol_order_.end() && symbols_[*found] == text ? *found : 0;
}

Result<Grammar> Grammar::compile(std::span<const lexicon::File> files, std::span<const Function> functions) {
  return Compiler(functions).compile(files);
}

}  // namespace tally::grammar
