// amounts, tags → what each amount counts and what it is about. Entry: find_counted.
//
//   "The ministry said 13 North Korean workers left."
//     number   13 "13"
//     quantity 13 person "13 North Korean workers" counted="North Korean workers" about="The ministry"
//
// A count becomes a quantity of its own, with the noun group after the number; an amount with a unit
// keeps its span. What an amount is about is the noun phrase that it is a part, a price or a size of:
// after "of", right behind it, before the preposition or verb that leads to it.
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/noun_groups.h"
#include "mention/stages.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::int64_t kOldest = 115;  // years

bool stands_before(const Mention& a, const Mention& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

class Counting {
 public:
  explicit Counting(Article& article) : article_(article), groups_(article) {}

  void run() {
    const std::size_t amounts = article_.amounts.size();
    std::size_t next = 0;
    Span outer;  // the last amount with a unit: numbers inside it count nothing by themselves
    for (const Sentence& sentence : article_.sentences) {
      groups_.enter(sentence.tokens);
      last_ = {};
      percent_ = false;
      while (next < amounts && article_.amounts[next].span.begin < sentence.span.end) {
        read(next++, outer);
      }
    }
    std::erase_if(article_.amounts, [](const Mention& amount) { return amount.span.empty(); });
    merge_made();
  }

 private:
  // What was made goes to its place among the amounts; a mention is large, and is moved once.
  void merge_made() {
    if (made_.empty()) return;
    for (std::vector<Mention>* layer : {static_cast<std::vector<Mention>*>(&article_.amounts), &made_}) {
      if (!std::ranges::is_sorted(*layer, stands_before)) std::ranges::stable_sort(*layer, stands_before);
    }
    std::vector<Mention> all;
    all.reserve(article_.amounts.size() + made_.size());
    std::merge(std::move_iterator(article_.amounts.begin()), std::move_iterator(article_.amounts.end()),
               std::move_iterator(made_.begin()), std::move_iterator(made_.end()), std::back_inserter(all),
               stands_before);
    article_.amounts = std::move(all);
  }

  void read(std::size_t at, Span& outer) {
    Mention& amount = article_.amounts[at];
    percent_ = percent_ || amount.kind == MentionKind::percent;
    const bool plain =
        amount.unit.empty() && (amount.kind == MentionKind::number || amount.kind == MentionKind::range);
    const bool time = is_time(amount.span);
    // "May 3-9" tells two days, and no range of numbers.
    if (time && plain && amount.kind == MentionKind::range) amount.span = {};
    if (amount.kind == MentionKind::ordinal || outer.contains(amount.span) || time) return;
    if (!plain || amount.kind == MentionKind::range) outer = amount.span;
    const Range tokens = groups_.tokens_of(amount.span);
    if (tokens.empty()) return;
    if (is_verb_of_winning(amount, tokens)) {
      amount.span = {};
      outer = {};
      return;
    }
    if (!plain && !amount.unit.empty()) add_rate(amount, tokens.end);
    Range counted;
    if (plain && (groups_.is_year_of_name(tokens) || groups_.is_pronoun(tokens))) {
      amount.span = {};
      return;
    }
    if (plain && is_age(amount, tokens)) {
      made_.push_back(amount);
      amount = age(amount);
      return;
    }
    const bool counts = plain && !groups_.is_year_of_clause(tokens) && !groups_.is_base_of_rate(tokens.begin);
    if (counts) {
      if (const Range shared = groups_.counted_with_next(tokens.end); !shared.empty()) {
        add_part(amount, shared);
        return;
      }
      counted = groups_.counted_after(tokens.end);
    }
    if (!counted.empty() && groups_.is_sized(tokens.end)) {
      add_part(amount, counted);  // "two 40-foot boxes": the size is an amount by itself
      return;
    }
    counted = as_counted(amount, tokens, counted);
    Range whole = {tokens.begin, counted.empty() ? tokens.end : counted.end};
    if (!counted.empty() && make_share(at, counted.end))
      whole.end = groups_.tokens_of(article_.amounts[at].span).end;
    if (counts && counted.empty()) add_part(amount, counted_elsewhere(tokens.end));
    const Range about = amount.concept_word.empty() ? about_of(amount, whole, counted) : Range{};
    if (!counted.empty()) {
      if (is_time(article_.span_of({counted.end - 1, counted.end}))) return;
      made_.push_back(count(amount, whole, counted));
      note_rate(counted.end);
      if (!about.empty()) made_.back().about = article_.span_of(about);
      if (counts_percent(amount, counted)) {
        made_.back().unit = "percentage_point";
        made_.back().counted = {};
      }
    }
    if (!about.empty()) article_.amounts[at].about = article_.span_of(about);
  }

  // The noun group behind a number, or what of it the number counts.
  [[nodiscard]] Range as_counted(const Mention& amount, Range tokens, Range group) const {
    if (group.empty() || groups_.is_one_name(group)) return {};
    if (groups_.is_tied(tokens.begin)) return {};  // "a top-five finish"
    if (groups_.is_mark(tokens, group)) return {};
    if (groups_.is_size(tokens)) group = {group.begin, group.begin + 1};
    return is_grade(amount) && groups_.is_singular(group.end - 1) ? Range{} : group;
  }

  // "79 per cent, two [points] lower than a year before": percentage points, where a percentage was told
  // before in the sentence; no points of an index ("2.1 per cent, or 160 points").
  [[nodiscard]] bool counts_percent(const Mention& amount, Range counted) const {
    constexpr std::int64_t kMost = 40;
    const std::string_view words = article_.text(article_.span_of(counted));
    if (!percent_ || (words != "points" && words != "point") || !amount.value || !amount.value->printed())
      return false;
    if (!groups_.is_step(groups_.tokens_of(amount.extent).begin, counted.end, amount.change)) return false;
    const std::uint32_t begin = article_.sentences[sentence_at(article_, amount.span.begin)].span.begin;
    const std::string_view before = article_.text(Span{begin, amount.span.begin});
    const bool index = before.find("ndex") != std::string_view::npos || before.ends_with("or ");
    return !index && *amount.value->printed() <= Decimal(kMost);
  }

  // What a number counts that does not follow at once: "14 of its 60 branches", "25 "open outbreaks"".
  [[nodiscard]] Range counted_elsewhere(Index end) const {
    const Range found = groups_.counted_of_number(end);
    return found.empty() ? groups_.counted_in_quotes(end) : found;
  }

  // "14 of its 60 branches": 14 branches, but the words between are no part of the amount.
  void add_part(const Mention& number, Range counted) {
    if (counted.empty() || is_time(article_.span_of({counted.end - 1, counted.end}))) return;
    made_.push_back(number);
    made_.back().kind = number.kind == MentionKind::range ? MentionKind::range : MentionKind::quantity;
    made_.back().counted = article_.span_of(counted);
    if (groups_.is_person(counted.end - 1) && !is_share(number)) made_.back().unit = "person";
    made_.back().rule = "counted";
  }

  // "412 won prizes", which the grammar reads as money.
  [[nodiscard]] bool is_verb_of_winning(const Mention& amount, Range tokens) const {
    if (amount.kind != MentionKind::money || amount.unit != "KRW" || amount.rule != "won") return false;
    constexpr std::int64_t kSum = 1000;
    const bool small = amount.value && amount.value->best && *amount.value->best < Decimal(kSum) &&
                       amount.value->best->is_integer();
    return groups_.is_won_by(groups_.tokens_of(amount.extent), tokens.end - 1, small);
  }

  // "1.3 tonnes of waste per person": what is measured stands between the unit and what it is told by.
  void add_rate(Mention& amount, Index end) const {
    if (amount.unit.find("_per_") != std::string::npos) return;
    if (const Index behind = groups_.behind_aside(end); behind != end) {
      amount.unit += groups_.per_time(behind);
      return;
    }
    const Range of = groups_.after_of(end);
    amount.unit += rate_of(groups_.per_after(of.empty() ? end : of.end));
    note_rate(end);
  }

  // How often, and no length of time.
  void become_set(Index at) const {
    const auto date = std::ranges::lower_bound(article_.dates, article_.tokens[at].span.begin, {},
                                               [](const Mention& one) { return one.span.begin; });
    if (date == article_.dates.end() || date->kind != MentionKind::duration ||
        date->span.begin != article_.tokens[at].span.begin)
      return;
    date->kind = MentionKind::set;
    date->value = {};
    date->unit.clear();
    if (date->timex) date->timex->type = "SET";
  }
  // "12 loaves of bread a day", "30 tonnes of waste a year".
  void note_rate(Index end) const {
    const Range of = groups_.after_of(end);
    const Index at = of.empty() ? end : of.end;
    if (!groups_.per_time(at).empty()) become_set(at);
  }

  static std::string rate_of(const std::string& per) {
    constexpr auto kBases =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"_per_person", "person"},
                                                                      {"_per_head", "person"},
                                                                      {"_per_capita", "person"},
                                                                      {"_per_litre", "litre"},
                                                                      {"_per_liter", "litre"},
                                                                      {"_per_millilitre", "millilitre"},
                                                                      {"_per_milliliter", "millilitre"},
                                                                      {"_per_kilogram", "kilogram"},
                                                                      {"_per_kg", "kilogram"},
                                                                      {"_per_kilo", "kilogram"},
                                                                      {"_per_gram", "gram"},
                                                                      {"_per_tonne", "tonne"},
                                                                      {"_per_hectare", "hectare"},
                                                                      {"_per_acre", "acre"},
                                                                      {"_per_cubic_metre", "cubic_metre"},
                                                                      {"_per_cubic_meter", "cubic_metre"},
                                                                      {"_per_square_metre", "square_metre"},
                                                                      {"_per_square_meter", "square_metre"},
                                                                      {"_per_kilometre", "kilometre"},
                                                                      {"_per_kilometer", "kilometre"},
                                                                      {"_per_mile", "mile"},
                                                                      {"_per_gallon", "gallon"}});
    const auto* const found =
        std::ranges::find(kBases, per, &std::pair<std::string_view, std::string_view>::first);
    return found == kBases.end() ? std::string() : "_per_" + std::string(found->second);
  }

  // "one hive in five": the number at this place becomes the share, and what it is a share of none of its
  // own.
  bool make_share(std::size_t at, Index end) {
    const Range base = groups_.base_of_share(end);
    Mention& over = article_.amounts[at];
    if (base.empty() || !is_count(over) || is_time(article_.span_of(base))) return false;
    const Span span = article_.span_of(base);
    const auto under = std::ranges::find_if(article_.amounts.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                            article_.amounts.end(),
                                            [&](const Mention& m) { return m.span.begin >= span.begin; });
    if (under == article_.amounts.end() || under->span != span || !is_count(*under) ||
        *under->value->best <= *over.value->best)
      return false;
    const auto share = Decimal::round(over.value->best->to_double() / under->value->best->to_double(), 10);
    if (!share) return false;
    const Decimal value = share->normalised();
    over.value->best = value;
    over.value->step = Decimal(1, value.scale());
    over.span.end = span.end;
    over.extent.end = std::max(over.extent.end, span.end);
    under->span = {};
    return true;
  }
  static bool is_count(const Mention& amount) {
    return amount.kind == MentionKind::number && amount.value && amount.value->best &&
           amount.value->best->is_integer() && *amount.value->best > Decimal(0);
  }

  static bool is_share(const Mention& amount) {
    if (!amount.value) return false;
    const auto printed = amount.value->printed();
    return printed && *printed > Decimal(0) && *printed < Decimal(1);
  }

  // "a magnitude 6.4 quake", "a 4.5 rating": not so many of them.
  static bool is_grade(const Mention& amount) {
    return amount.value && amount.value->best && *amount.value->best > Decimal(1) &&
           !amount.value->best->is_integer() && amount.value->step < Decimal(1);
  }

  // "the boy, 7,", "voters under 30", "the median age of the dead was 38".
  [[nodiscard]] bool is_age(const Mention& amount, Range tokens) const {
    const auto printed = amount.value ? amount.value->printed() : std::nullopt;
    if (!printed || *printed > Decimal(kOldest) || *printed < Decimal(0)) return false;
    if (amount.value->best && amount.kind == MentionKind::number && groups_.is_age(tokens)) return true;
    return groups_.is_age_of_group(tokens) || groups_.is_age_told(tokens);
  }

  static Mention age(const Mention& number) {
    Mention made = number;
    made.kind = MentionKind::quantity;
    made.unit = "year";
    made.concept_word = "age";
    made.rule = "age-in-apposition";
    return made;
  }

  // The number with its noun group as a quantity; a range of counts stays one.
  Mention count(const Mention& number, Range whole, Range counted) const {
    Mention made = number;
    made.kind = number.kind == MentionKind::range ? MentionKind::range : MentionKind::quantity;
    made.span = article_.span_of(whole);
    made.extent = cover(number.extent, made.span);
    made.counted = article_.span_of(counted);
    const std::string per = groups_.per_after(counted.end);
    if (is_share(made))
      made.unit.clear();  // "one in five adults" are no fifth of a person
    else if (groups_.is_person(counted.end - 1))
      made.unit = "person" + per;
    else if (!per.empty() && per.back() >= '0' && per.back() <= '9')
      made.unit = groups_.befalls_people(counted) ? "person" + per : per.substr(1);
    made.rule = "counted";
    return made;
  }

  [[nodiscard]] bool is_time(Span span) const {
    const auto after =
        std::upper_bound(article_.dates.begin(), article_.dates.end(), span.begin,
                         [](std::uint32_t at, const Mention& date) { return at < date.span.begin; });
    for (auto date = after; date != article_.dates.begin() && after - date < 4;) {
      --date;
      if (date->span.overlaps(span)) return true;
    }
    return false;
  }

  Range about_of(const Mention& amount, Range whole, Range counted) {
    Range found = groups_.after_of(whole.end);
    if (found.empty() && counted.empty()) found = groups_.described_at(whole.end);
    const Index before = groups_.tokens_of(amount.extent).begin;
    if (found.empty() && groups_.continues(before) && !last_.empty()) found = last_;
    if (found.empty()) found = groups_.leading_to(before);
    if (found.empty() && counted.empty()) found = groups_.next_group(whole.end);
    last_ = found;
    return found;
  }

  Article& article_;
  NounGroups groups_;
  Range last_;
  bool percent_ = false;  // a percentage was told in this sentence
  std::vector<Mention> made_;
};

}  // namespace

void find_counted(Article& article) {
  if (!article.amounts.empty()) Counting(article).run();
}

}  // namespace tally
