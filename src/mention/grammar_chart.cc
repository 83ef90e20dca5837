// Tokens of one sentence → items: a cascade of ranks over a chart, each rank longest first from
// left to right. Entry: Chart::parse.
//
//   tokens   about  1.2       million  workers
//   rank 0          numeral   multiplier            vocabulary and number tokens
//   rank 1          number────────────              covers "million": nothing begins there later
//   rank 2   hedged─────────────────
#include <algorithm>

#include "mention/cut.h"
#include "mention/grammar.h"
#include "mention/lower.h"
#include "mention/numeral.h"

namespace tally::grammar {

using detail::Instruction;
using detail::Op;

namespace {
// Set at every place, so that a rule of one piece (all bits) always passes.
constexpr std::uint64_t kNothing = std::uint64_t{1} << 63;
constexpr std::uint32_t kMostSteps = 800;    // of one attempt at one place
constexpr std::uint32_t kLongestBehind = 6;  // tokens looked back for what stands before

// By the serial of a grammar, what its charts on this thread have learnt of the vocabulary's words.
thread_local std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> known_words;
}  // namespace

Chart::Chart(const Grammar& grammar) : grammar_(&grammar), known_(&known_words[grammar.serial_]) {}

void Chart::parse(const Article& article, Range tokens) {
  article_ = &article;
  tokens_ = article.tokens.data();
  range_ = tokens;
  if (grammar_->has_suffixes_ || has_code_before_amount(tokens)) cut_tokens(tokens);
  items_.clear();
  children_.clear();
  meanings_.clear();
  active_.clear();
  any_ranks_ = 0;
  heads_.assign(range_.size(), kNone);
  words_.assign(range_.size(), 0);
  covered_.assign(range_.size(), 0);
  ranks_.assign(range_.size(), 0);
  // The bit of the end stands for nothing; every rule that may end after its first piece has all bits.
  masks_.assign(range_.size() + 1, kNothing);
  read_tokens();
  if (active_.empty()) return;
  for (const std::uint32_t rank : grammar_->ranks_used_) {
    if ((any_ranks_ >> rank & 1) != 0) run_rank(static_cast<int>(rank));
  }
}

// Most tokens are words that this thread has met before.
std::uint32_t Chart::find_word(const Token& token) {
  if (token.word == 0) return grammar_->find_form(article_->text(token));
  if (token.word >= known_->size()) known_->resize(std::max<std::size_t>(token.word + 1, known_->size() * 2));
  std::uint32_t& known = (*known_)[token.word];
  if (known == 0) known = grammar_->find_form(article_->text(token)) + 1;
  return known - 1;
}

std::uint32_t Grammar::find_form(std::string_view word) const {
  LowerBuffer buffer;
  const std::string_view form = buffer.lower(word);
  const std::uint32_t found = find_word(form);
  // "Mar." is what the vocabulary has as "Mar", where it has no form with the stop.
  if (found == 0 && form.size() > 2 && form.back() == '.') return find_word(form.substr(0, form.size() - 1));
  return found;
}

void Chart::read_tokens() {
  for (std::uint32_t at = range_.begin; at < range_.end; ++at)
    words_[at - range_.begin] = find_word(token(at));
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
      ranks_[at - range_.begin] |= grammar_->words_[word].beginnings.ranks;
      any_ranks_ |= grammar_->words_[word].beginnings.ranks;
      masks_[at - range_.begin] |= detail::word_bit(word);
    }
    if (ranks_[at - range_.begin] != 0) active_.push_back(at);
  }
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
  if (const auto read = read_numeral(text); read) {
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

// "RM42", "USD115": letters of the vocabulary, then digits, in one token. The class is that of the
// letters with "_number" behind it.
void Chart::read_prefixed(std::uint32_t at) {
  const std::string_view text = article_->text(token(at));
  const std::size_t digits = text.find_first_of("0123456789");
  if (digits == 0 || digits > 4 || text.find_first_not_of("0123456789", digits) != std::string_view::npos)
    return;
  LowerBuffer buffer;
  const std::uint32_t word = grammar_->find_word(buffer.lower(text.substr(0, digits)));
  const auto number = word == 0 ? std::nullopt : Decimal::parse(text.substr(digits));
  if (!number) return;
  for (std::uint32_t i = 0; i < grammar_->words_[word].entries; ++i) {
    const detail::Entry& entry = grammar_->entries_[grammar_->words_[word].first_entry + i];
    const bool dollar = entry.kind == grammar_->dollar_letters_;
    if (entry.rest_count != 0 || (entry.kind != grammar_->code_ && !dollar)) continue;
    Meaning made = grammar_->meanings_[entry.meaning];
    const auto value = number->times(made.number);
    if (!value) continue;
    made.number = *value;
    made.step = 1;
    add_one(at, dollar ? grammar_->glued_dollar_ : grammar_->glued_code_, made);
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

void Chart::add(Item item) {
  std::uint32_t* link = &head(item.begin);
  while (*link != kNone && items_[*link].end > item.end) link = &items_[*link].next;
  ranks_[item.begin - range_.begin] |= grammar_->kind_beginnings_[item.kind].ranks;
  any_ranks_ |= grammar_->kind_beginnings_[item.kind].ranks;
  masks_[item.begin - range_.begin] |= detail::kind_bit(item.kind);
  item.next = *link;
  *link = static_cast<std::uint32_t>(items_.size());
  items_.push_back(item);
}

void Chart::run_rank(int rank) {
  std::uint32_t from = 0;
  Match& best = best_;
  for (const std::uint32_t at : active_) {
    const std::uint32_t place = at - range_.begin;
    if (at < from || (ranks_[place] >> rank & 1) == 0 || covered_[place] != 0) continue;
    best.end = 0;
    steps_ = 0;
    const std::uint32_t word = words_[place];
    if (word != 0 && (grammar_->words_[word].beginnings.ranks >> rank & 1) != 0)
      run_rules(grammar_->starts(grammar_->words_[word].beginnings, rank), {at, at + 1}, best);
    // Items added by this rank begin where the scan has been; the list does not change under it.
    for (std::uint32_t i = head(at); i != kNone; i = items_[i].next) {
      const detail::Beginnings beginnings = grammar_->kind_beginnings_[items_[i].kind];
      if ((beginnings.ranks >> rank & 1) != 0)
        run_rules(grammar_->starts(beginnings, rank), {at, items_[i].end}, best);
    }
    if (best.end == 0) continue;
    keep(best);
    from = best.end;
  }
}

// Tries the rules that can begin with a piece at `first`.
void Chart::run_rules(std::span<const detail::Start> rules, Range first, Match& best) {
  const std::uint64_t second = masks_[first.end - range_.begin];
  for (const detail::Start& start : rules) {
    if ((start.second & second) == 0) continue;
    const detail::Rule& rule = grammar_->rules_[start.rule];
    if (!rule.before.empty() && !holds_before(rule, first.begin)) continue;
    scratch_.rule = start.rule;
    scratch_.begin = first.begin;
    scratch_.count = 0;
    scratch_.slots.fill(0);
    walk(scratch_, rule.entry, first.begin, best);
  }
}

void Chart::walk(Match& match, std::uint16_t at, std::uint32_t next_token, Match& best) {
  for (;;) {
    if (++steps_ > kMostSteps) return;
    const Instruction& step = grammar_->program_[at];
    switch (step.op) {
      case Op::jump:
        at = step.next;
        break;
      case Op::split:
        walk(match, step.next, next_token, best);
        at = step.other;
        break;
      case Op::glued:
      case Op::apart: {
        const bool space = next_token < range_.end && (token(next_token).flags & kSpaceBefore) != 0;
        if (next_token >= range_.end || space != (step.op == Op::apart)) return;
        at = step.next;
        break;
      }
      case Op::start:
        if (next_token != range_.begin) return;
        at = step.next;
        break;
      case Op::not_ahead:
      case Op::ahead:
        if (any_fits(step.next, next_token) != (step.op == Op::ahead)) return;
        at = step.other;
        break;
      case Op::kind:
      case Op::integer:
      case Op::numeral:
        walk_items(match, step, next_token, best);
        return;
      case Op::word:
      case Op::any_word:
      case Op::capital:
        walk_token(match, step, next_token, best);
        return;
      case Op::accept:
        accept(match, next_token, best);
        return;
    }
  }
}

// Whether one of a chain of choices, each of one piece, begins at the token.
bool Chart::any_fits(std::uint16_t choice, std::uint32_t at) const {
  for (; grammar_->program_[choice].op != Op::accept; ++choice) {
    if (fits_token(grammar_->program_[choice], at)) return true;
  }
  return false;
}

bool Chart::fits(const Instruction& step, const Item& item) const {
  if (step.op == Op::kind) return item.kind == step.symbol;
  if (item.kind != grammar_->numeral_) return false;
  if (step.op == Op::numeral) return true;
  const Meaning& read = meaning(item);
  if (read.digits == 0 || (step.digits != 0 && read.digits != step.digits)) return false;
  const std::int64_t value = read.number.coefficient();
  return read.number.scale() == 0 && step.low <= value && value <= step.high;
}

bool Chart::fits_token(const Instruction& step, std::uint32_t at) const {
  if (step.op == Op::start) return at >= range_.end;
  if (at >= range_.end) return false;
  switch (step.op) {
    case Op::word:
      return words_[at - range_.begin] == step.symbol;
    case Op::any_word:
      return token(at).kind == TokenKind::word;
    case Op::capital:
      return token(at).kind == TokenKind::word && (token(at).flags & (kCapitalised | kAllCapitals)) != 0;
    case Op::glued:
      return (token(at).flags & kSpaceBefore) == 0;
    default:
      break;
  }
  for (std::uint32_t i = heads_[at - range_.begin]; i != kNone; i = items_[i].next) {
    if (fits(step, items_[i])) return true;
  }
  return false;
}

namespace {
void forget(std::array<std::uint8_t, 16>& slots, std::uint8_t slot, std::uint8_t was) {
  if (slot != 0) slots[slot] = was;
}
}  // namespace

void Chart::walk_items(Match& match, const Instruction& step, std::uint32_t at, Match& best) {
  if (at >= range_.end || match.count >= Match::kMostPieces || (covered_[at - range_.begin] != 0)) return;
  for (std::uint32_t i = head(at); i != kNone; i = items_[i].next) {
    const Item& found = items_[i];
    if (!fits(step, found)) continue;
    const std::uint8_t was = match.slots[step.slot];
    match.pieces[match.count] = {found.kind, {found.begin, found.end}, &meaning(found)};
    match.items[match.count] = i;
    ++match.count;
    if (step.slot != 0) match.slots[step.slot] = match.count;
    walk(match, step.next, found.end, best);
    --match.count;
    forget(match.slots, step.slot, was);
  }
}

void Chart::walk_token(Match& match, const Instruction& step, std::uint32_t at, Match& best) {
  if (match.count >= Match::kMostPieces || !fits_token(step, at)) return;
  const std::uint8_t was = match.slots[step.slot];
  match.pieces[match.count] = {0, {at, at + 1}, nullptr};
  match.items[match.count] = kNone;
  ++match.count;
  if (step.slot != 0) match.slots[step.slot] = match.count;
  walk(match, step.next, at + 1, best);
  --match.count;
  forget(match.slots, step.slot, was);
}

void Chart::accept(Match& match, std::uint32_t end, Match& best) {
  if (end <= match.begin || end < best.end || (end == best.end && match.rule >= best.rule)) return;
  if (!produce(match, end, match.made)) return;
  best.rule = match.rule;
  best.begin = match.begin;
  best.end = end;
  best.count = match.count;
  std::copy_n(match.items.begin(), match.count, best.items.begin());
  best.made = match.made;
}

bool Chart::produce(const Match& match, std::uint32_t end, Meaning& out) const {
  const detail::Rule& rule = grammar_->rules_[match.rule];
  out = {};
  if (rule.produce == nullptr) {
    for (std::uint8_t i = 0; i < match.count; ++i) {
      if (match.pieces[i].meaning != nullptr) {
        out = *match.pieces[i].meaning;
        break;
      }
    }
    return true;
  }
  Call call{*grammar_, *article_, tokens_, {match.begin, end}, std::span(match.pieces).first(match.count),
            {}};
  for (const detail::Argument& argument : rule.arguments) {
    if (argument.slot == 0) {
      call.arguments[argument.parameter] = &grammar_->meanings_[argument.constant];
    } else if (const std::uint8_t piece = match.slots[argument.slot]; piece != 0) {
      call.arguments[argument.parameter] = match.pieces[piece - 1U].meaning;
    }
  }
  return rule.produce(call, out);
}

bool Chart::ends_before(const Instruction& choice, std::uint32_t at) const {
  if (choice.op == Op::start) return at == range_.begin;
  if (choice.op == Op::glued) return at > range_.begin && (token(at).flags & kSpaceBefore) == 0;
  for (std::uint32_t back = 1; back <= kLongestBehind && at >= range_.begin + back; ++back) {
    const std::uint32_t from = at - back;
    if (choice.op == Op::word || choice.op == Op::any_word || choice.op == Op::capital)
      return fits_token(choice, from);
    for (std::uint32_t i = heads_[from - range_.begin]; i != kNone; i = items_[i].next) {
      if (items_[i].end == at && fits(choice, items_[i])) return true;
    }
  }
  return false;
}

bool Chart::holds_before(const detail::Rule& rule, std::uint32_t at) const {
  return std::all_of(rule.before.begin(), rule.before.end(), [&](const detail::Condition& condition) {
    const bool any = std::any_of(condition.choices.begin(), condition.choices.end(),
                                 [&](const Instruction& choice) { return ends_before(choice, at); });
    return any == condition.wanted;
  });
}

void Chart::keep(const Match& best) {
  const auto first = static_cast<std::uint32_t>(children_.size());
  for (std::uint8_t i = 0; i < best.count; ++i) {
    if (best.items[i] != kNone) children_.push_back(best.items[i]);
  }
  meanings_.push_back(best.made);
  add({.kind = grammar_->rules_[best.rule].kind,
       .begin = best.begin,
       .end = best.end,
       .meaning = static_cast<std::uint32_t>(grammar_->meanings_.size() + meanings_.size() - 1),
       .first_child = first,
       .children = static_cast<std::uint16_t>(children_.size() - first),
       .rule = best.rule});
  for (std::uint32_t at = best.begin + 1; at < best.end; ++at) covered_[at - range_.begin] = 1;
}

const Meaning& Chart::meaning(const Item& item) const {
  const std::size_t fixed = grammar_->meanings_.size();
  return item.meaning < fixed ? grammar_->meanings_[item.meaning] : meanings_[item.meaning - fixed];
}

std::uint32_t Chart::first_at(std::uint32_t at) const {
  return heads_[at - range_.begin];
}

std::span<const std::uint32_t> Chart::children(const Item& item) const {
  return std::span(children_).subspan(item.first_child, item.children);
}

std::vector<std::uint32_t> Chart::tops() const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t at : active_) {
    if (covered_[at - range_.begin] != 0) continue;
    // The longest product; of equals the one made last, which stands first.
    for (std::uint32_t i = heads_[at - range_.begin]; i != kNone; i = items_[i].next) {
      if (items_[i].rule == 0) continue;
      found.push_back(i);
      break;
    }
  }
  return found;
}

}  // namespace tally::grammar
