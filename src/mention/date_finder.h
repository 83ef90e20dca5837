// Pass 1 over a text for its dates: each sentence → what its words say, with the tense around it.
//
//   "It will open on Friday"   Found{<date> weekday 5, tense future}
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "mention/date_kinds.h"
#include "mention/grammar_chart.h"
#include "mention/when.h"
#include "mention/year_counts.h"
#include "tally/article.h"

namespace tally::dates {

using grammar::Chart;
using grammar::Grammar;
using grammar::Item;
using grammar::Meaning;
using grammar::Symbol;

// One thing found: what it says and what it is made of.
struct Part {
  Symbol kind = 0;
  Span span;
  Meaning meaning;
};
// What the verbs around a date tell of it.
enum class Tense : std::uint8_t { unknown, past, future };

struct Found {
  Part whole;
  std::uint32_t lead = 0;  // where it begins with its article
  std::uint32_t first_part = 0;
  std::uint32_t parts = 0;
  std::uint16_t rule = 0;
  Tense tense = Tense::unknown;
  bool awaited = false;  // right after "by", "until"
  bool plural_after = false;
  bool in_name = false;       // between two words with capitals
  bool after_amount = false;  // behind a number or the plural that it counts: "40,000 vans a year"
  bool number_after = false;  // right before another number: "August 32"
  bool slashed = false;       // a date in digits with strokes
  bool compared = false;      // what is told is measured by it: "than in 1997", "the 472 who died in 1997"
  bool alone = false;         // nothing else stands in its sentence
  bool heads = false;         // it stands over what follows: "1936" by itself, "2005: Elections"
  Index block = kNone;
  Symbol bound = 0;  // the class of the open stretch that stands around it; 0: none
  Span bound_span;
  std::uint16_t bound_rule = 0;
  Length bound_length;  // "two weeks starting on Monday"
};

// Of the text that is read; room that stays for the next.
struct Findings {
  explicit Findings(const Grammar& /*grammar*/) {}
  std::vector<Found> found;
  std::vector<Part> parts;
};

// One at a time in a thread.
class Finder {
 public:
  Finder(Article& article, const Grammar& grammar)
      : article_(article),
        kinds_(grammar::kept_for<const Kinds>(grammar)),
        chart_(grammar::kept_for<Chart>(grammar)),
        found_(grammar::kept_for<Findings>(grammar).found),
        parts_(grammar::kept_for<Findings>(grammar).parts) {
    chart_.leave_numerals();
    found_.clear();
    parts_.clear();
  }

  void read_sentences() {
    for (const Sentence& sentence : article_.sentences) {
      chart_.parse(article_, sentence.tokens);
      block_ = sentence.block;
      for (const std::uint32_t top : chart_.tops()) {
        const Item& item = chart_.item(top);
        if (kinds_.is_bound(item.kind)) keep_bounded(item, chart_.tokens());
        if (kinds_.is_time(item.kind)) keep(item, chart_.tokens());
        if (item.kind == kinds_.play) plays_ = true;
        if (item.kind == kinds_.accounts) count_accounts(when_of(chart_.meaning(item)));
      }
    }
  }

  [[nodiscard]] const std::vector<Found>& found() const { return found_; }
  [[nodiscard]] const Kinds& kinds() const { return kinds_; }
  // Whether the text tells of a match.
  [[nodiscard]] bool plays() const { return plays_; }
  // How many words point to a country whose public accounts begin in each month (1 to 12).
  static constexpr int kMonths = 12;
  using Accounts = std::array<int, kMonths + 1>;
  [[nodiscard]] const Accounts& accounts() const { return accounts_; }
  // Those of them where companies count their years in the same way.
  [[nodiscard]] const Accounts& all_accounts() const { return all_accounts_; }
  [[nodiscard]] std::span<const Part> parts(const Found& one) const {
    return std::span(parts_).subspan(one.first_part, one.parts);
  }

 private:
  void count_accounts(const When& begin) {
    const auto month = static_cast<std::size_t>(static_cast<unsigned char>(begin.month));
    ++accounts_.at(month);
    if (begin.day != 0) ++all_accounts_.at(month);
  }

  // "since March", "two weeks starting on Monday": the date, and that a stretch begins there.
  void keep_bounded(const Item& item, Range sentence) {
    const std::size_t before = found_.size();
    for (const std::uint32_t child : chart_.children(item)) {
      const Item& date = chart_.item(child);
      if (kinds_.is_time(date.kind)) keep(date, sentence);
    }
    if (found_.size() == before) return;
    Found& last = found_.back();
    last.bound = item.kind;
    last.bound_span = chart_.span(item);
    last.bound_rule = item.rule;
    if (found_.size() > before + 1) last.bound_length = length_of(found_[before].whole.meaning);
    // "for [two weeks starting on Monday]"
    if (item.kind != kinds_.length_from) return;
    for (const Part& part : parts(found_[before])) {
      if (part.kind == kinds_.duration) last.bound_span.begin = part.span.begin;
    }
  }

  void keep(const Item& item, Range sentence) {
    Found& one = found_.emplace_back();
    one.whole = {item.kind, chart_.span(item), chart_.meaning(item)};
    one.lead = one.whole.span.begin;
    leave_article(one.whole, item);
    leave_stop(one.whole, item, sentence);
    one.first_part = static_cast<std::uint32_t>(parts_.size());
    one.rule = item.rule;
    // "to date": the day, and the stretch that ends with it
    if ((one.whole.meaning.flags & kPresentReference) != 0 &&
        chart_.grammar().rule_name(item.rule) == "to-date") {
      one.bound = kinds_.until_bound;
      one.bound_span = one.whole.span;
      one.bound_rule = item.rule;
    }
    add_parts(item);
    one.parts = static_cast<std::uint32_t>(parts_.size()) - one.first_part;
    one.alone = item.begin == sentence.begin && item.end == sentence.end;
    one.block = block_;
    look_around(one, item, sentence);
  }

  // What it is made of, and what ranges in it are made of.
  void add_parts(const Item& item) {
    for (const std::uint32_t child : chart_.children(item)) {
      const Item& part = chart_.item(child);
      parts_.push_back({part.kind, chart_.span(part), chart_.meaning(part)});
      if (kinds_.is_hours(part.kind) || part.kind == kinds_.date_range) add_parts(part);
    }
  }

  // "The past three years", "that same month": the word before what is a date without it.
  void leave_article(Part& whole, const Item& item) const {
    if ((whole.meaning.flags & kBare) == 0 || item.end < item.begin + 2) return;
    const std::string_view first = article_.text(chart_.token(item.begin));
    const bool article = first == "the" || first == "The";
    if (article) whole.span.begin = chart_.token(item.begin + 1).span.begin;
  }

  // "It opens on the second of Aug.": the stop that ends the sentence is no part of the date.
  void leave_stop(Part& whole, const Item& item, Range sentence) const {
    const bool of_month = whole.kind == kinds_.date && when_of(whole.meaning).month != 0;
    const bool closes = item.end == sentence.end && article_.text(whole.span).ends_with('.');
    if (of_month && closes && when_of(whole.meaning).clock == 0) --whole.span.end;
  }

  void look_around(Found& one, const Item& item, Range sentence) const {
    one.tense = tense_of(item, sentence);
    one.awaited = item.begin > sentence.begin && chart_.has(item.begin - 1, kinds_.soon_cue);
    // "By Thursday evening 40 had come": told afterwards
    const bool opens = item.begin <= sentence.begin + 1;
    if (opens && one.tense == Tense::past) one.awaited = false;
    one.plural_after = plural_follows(item, sentence);
    one.compared = is_compared(item, sentence) || is_rise_on(one, item, sentence);
    one.in_name = is_inside_name(item, sentence);
    if (item.begin > sentence.begin) {
      const Tag before = chart_.token(item.begin - 1).tag;
      one.after_amount = before == Tag::nns || before == Tag::cd;
    }
    one.number_after = item.end < sentence.end && chart_.token(item.end).kind == TokenKind::number;
    one.heads = is_heading(one, item, sentence);
    one.slashed = item.end - item.begin >= 5 && article_.text(chart_.token(item.begin + 1)) == "/";
  }

  // "1936" in a block of its own, no cell of a table; "2005: Elections and a new parliament".
  [[nodiscard]] bool is_heading(const Found& one, const Item& item, Range sentence) const {
    if (item.begin != sentence.begin || one.block >= article_.blocks.size()) return false;
    const Block& block = article_.blocks[one.block];
    const bool opens = block.span.begin == one.whole.span.begin;
    if (!opens || (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph)) return false;
    return one.alone || (item.end < sentence.end && article_.text(chart_.token(item.end)) == ":");
  }

  // Behind "than", "since", "with" …, or in a clause that hangs on a noun: "who died in 1997", "[papers]
  // published in 1997".
  [[nodiscard]] bool is_compared(const Item& item, Range sentence) const {
    if (dates_base(item, sentence) || had_been(item, sentence)) return true;
    constexpr std::uint32_t kBack = 8;
    const std::uint32_t first = item.begin > sentence.begin + kBack ? item.begin - kBack : sentence.begin;
    for (std::uint32_t at = item.begin; at > first; --at) {
      const std::uint32_t before = at - 1;
      if (at + 2 > item.begin && chart_.has(before, kinds_.base_cue)) return true;
      const Tag tag = chart_.token(before).tag;
      if (tag == Tag::comma) return false;
      if (tag == Tag::vbd || tag == Tag::vbz || tag == Tag::vbp || tag == Tag::vbn)
        return hangs_on_noun(before, first);
    }
    return false;
  }

  // "3.3 per cent fewer on [October last year]": nothing happens on a month or a year.
  [[nodiscard]] bool is_rise_on(const Found& one, const Item& item, Range sentence) const {
    if (item.begin <= sentence.begin || article_.text(chart_.token(item.begin - 1)) != "on") return false;
    const When when = when_of(one.whole.meaning);
    return when.day == 0 && when.weekday == 0 && (when.month != 0 || when.year != 0) && when.holiday == 0;
  }

  // "In the first quarter of 2021 it [had been] 240 million": what went before.
  [[nodiscard]] bool had_been(const Item& item, Range sentence) const {
    constexpr std::uint32_t kAhead = 4;
    for (std::uint32_t at = item.end; at + 1 < sentence.end && at < item.end + kAhead; ++at) {
      if (chart_.token(at).tag == Tag::comma) return false;
      if (article_.text(chart_.token(at)) == "had" && article_.text(chart_.token(at + 1)) == "been")
        return true;
    }
    return false;
  }

  // "up from [2,150] in December", "fewer than the [45 boats] of 12 April": of the number compared with.
  [[nodiscard]] bool dates_base(const Item& item, Range sentence) const {
    constexpr std::uint32_t kBack = 6;  // words of the number, and what it counts
    const std::uint32_t first = item.begin > sentence.begin + kBack ? item.begin - kBack : sentence.begin;
    bool number = false;
    for (std::uint32_t at = item.begin; at > first; --at) {
      const Token& token = chart_.token(at - 1);
      if (token.tag == Tag::comma || token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp)
        return false;
      if (number && chart_.has(at - 1, kinds_.number_base_cue)) return true;
      number = number || token.kind == TokenKind::number || token.tag == Tag::cd;
    }
    return false;
  }

  [[nodiscard]] bool hangs_on_noun(std::uint32_t verb, std::uint32_t first) const {
    std::uint32_t at = verb;
    while (at > first && chart_.token(at - 1).tag == Tag::rb) --at;
    if (at == first) return false;
    const Tag before = chart_.token(at - 1).tag;
    if (chart_.token(verb).tag == Tag::vbn) return before == Tag::nn || before == Tag::nns;
    return before == Tag::wp || before == Tag::wdt;
  }

  // "Russell 2000 Index": between two words with capitals.
  [[nodiscard]] bool is_inside_name(const Item& item, Range sentence) const {
    if (item.begin <= sentence.begin || item.end >= sentence.end) return false;
    const Token& before = chart_.token(item.begin - 1);
    const Token& after = chart_.token(item.end);
    const auto capital = [](const Token& token) {
      return token.kind == TokenKind::word && (token.flags & (kCapitalised | kAllCapitals)) != 0;
    };
    return capital(before) && capital(after) && (before.flags & kSentenceStart) == 0;
  }

  // What a word by itself tells; tags, where there are any, say which verbs stand in the past. Words of
  // several tokens lie before `end`.
  [[nodiscard]] Tense tense_at(std::uint32_t at, std::uint32_t end) const {
    const Token& token = chart_.token(at);
    if (!chart_.may_have(at, kinds_.tense_cues)) return token.tag == Tag::vbd ? Tense::past : Tense::unknown;
    // "the can of six pounds": no modal behind an article
    const bool noun = token.tag == Tag::nn || token.tag == Tag::nns ||
                      (token.tag == Tag::md && at > 0 && chart_.token(at - 1).tag == Tag::dt);
    if (chart_.has(at, kinds_.future_cue, end) && (!noun || chart_.has(at, kinds_.future_noun)))
      return Tense::future;
    if (token.tag == Tag::vbd) return Tense::past;
    if (token.tag == Tag::none && chart_.has(at, kinds_.past_cue)) return Tense::past;
    return Tense::unknown;
  }

  // The nearest word of tense before the date; where there is none, the first after it in its clause.
  [[nodiscard]] Tense tense_of(const Item& item, Range sentence) const {
    constexpr std::uint32_t kBack = 20, kAhead = 12;
    for (std::uint32_t back = 1; back <= kBack && item.begin >= sentence.begin + back; ++back) {
      const std::uint32_t at = item.begin - back;
      if (const Tense tense = tense_at(at, item.begin); tense != Tense::unknown) return tense;
      // "plans [announced in January]"
      if (chart_.token(at).tag == Tag::vbn && hangs_on_noun(at, sentence.begin)) return Tense::past;
    }
    // "On 8 January, 46 inmates went on strike": the comma behind what opens a sentence ends no clause.
    const bool opens = item.begin <= sentence.begin + 1 && item.end + 1 < sentence.end &&
                       chart_.token(item.end).tag == Tag::comma;
    for (std::uint32_t at = item.end + (opens ? 1 : 0); at < sentence.end && at < item.end + kAhead; ++at) {
      const Token& token = chart_.token(at);
      if (token.tag == Tag::wdt || token.tag == Tag::wp || token.tag == Tag::comma) break;
      if (const Tense tense = tense_at(at, sentence.end); tense != Tense::unknown) return tense;
    }
    return Tense::unknown;
  }

  // "1950 people", "2019 schools": a plural right behind a bare number, which then counts it.
  [[nodiscard]] bool plural_follows(const Item& item, Range sentence) const {
    // In a cut sentence the chart counts its own tokens, not the article's.
    if (item.end >= sentence.end || chart_.is_cut()) return false;
    const Token& next = chart_.token(item.end);
    if (next.kind != TokenKind::word || (next.flags & (kCapitalised | kAllCapitals)) != 0) return false;
    const std::string_view word = article_.text(next);
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
           !word.ends_with("is") && counts_what_follows(article_, item.end - 1, sentence);
  }

  Accounts accounts_{};
  Accounts all_accounts_{};
  bool plays_ = false;
  Article& article_;
  const Kinds& kinds_;
  Chart& chart_;
  std::vector<Found>& found_;
  std::vector<Part>& parts_;
  Index block_ = kNone;  // of the sentence being read
};

}  // namespace tally::dates
