// Mentions → mentions as a suite writes them, by one small change after the other; both suites' share some.
//
//   newsquant    "dozens" 12 to 120; "from 208 pounds to 193" 208-193; "18 sen" 18 sen; "half of them" unit
//   "% -";
//                "60 anglers" counts "angler"; "the age of 21" unit "age"; "two years later" 2 years;
//                "for a month", "doubled" nothing
//   quantulum3   "3 years and 2 months" two lengths; "a dozen eggs" 1 dozen; "5 dimes" 5 dimes; "44 ml" 44
//   cubic
//                centimetres; "twice a week" counts per week; "the 1960s" 1960; "2013-14" no years
#include "render/conventions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

struct NamedAmount {
  std::string_view word;
  std::int64_t amount;
};

constexpr std::array<NamedAmount, 7> kMagnitudes = {{{"tens", 10},
                                                     {"dozens", 12},
                                                     {"hundreds", 100},
                                                     {"thousands", 1000},
                                                     {"millions", 1'000'000},
                                                     {"billions", 1'000'000'000},
                                                     {"trillions", 1'000'000'000'000}}};
// How many make the main unit.
constexpr std::array<NamedAmount, 5> kCoins = {
    {{"sen", 100}, {"dime", 10}, {"dimes", 10}, {"nickel", 20}, {"nickels", 20}}};

template <std::size_t N>
const NamedAmount* named(const std::array<NamedAmount, N>& table, std::string_view word) {
  const auto* const found =
      std::ranges::find_if(table, [&](const NamedAmount& one) { return equals_lower(word, one.word); });
  return found == table.end() ? nullptr : found;
}

class ByConvention {
 public:
  explicit ByConvention(const Article& article) : article_(article) {
    for (const Mention* mention : mentions_in_order(article))
      list_.push_back({*mention, std::string(article.text(mention->counted))});
  }

  std::vector<WrittenMention> as_newsquant() {
    for (WrittenMention& one : list_) {
      give_magnitude(one.mention);
      give_coin(one.mention);
      one.counted = counted_noun(one.mention.counted);
      give_share(one);
      if (one.mention.rule == "aged" && words(one.mention.span).front() == 'a') one.mention.unit = "age";
      give_distance_in_time(one.mention);
    }
    std::erase_if(list_, [&](const WrittenMention& one) { return is_unsaid(one.mention); });
    join_falls();
    return finish();
  }

  std::vector<WrittenMention> as_quantulum() {
    part_lengths();
    for (WrittenMention& one : list_) {
      give_coin(one.mention);
      give_dozens(one.mention);
      give_times(one.mention);
      give_decade(one.mention);
      if (one.mention.unit == "millilitre") one.mention.unit = "cubic_centimetre";
    }
    std::erase_if(list_, [](const WrittenMention& one) {
      return one.mention.rule == "next-year" && one.mention.kind == MentionKind::date;
    });
    return finish();
  }

 private:
  [[nodiscard]] std::string_view words(Span span) const { return article_.text(span); }
  [[nodiscard]] std::string_view last_word(Span span) const {
    const std::string_view text = words(span);
    return text.substr(text.find_last_of(" -") + 1);
  }

  std::vector<WrittenMention> finish() {
    std::ranges::stable_sort(list_, [](const WrittenMention& a, const WrittenMention& b) {
      return std::pair(a.mention.span.begin, b.mention.span.end) <
             std::pair(b.mention.span.begin, a.mention.span.end);
    });
    return std::move(list_);
  }

  // "tens of millions": from ten million to ten times as much.
  void give_magnitude(Mention& mention) const {
    if (!mention.value || mention.value->modifier != Modifier::vague || mention.value->low) return;
    std::optional<Decimal> low;
    for (const Token& token : tokens_of(mention.span)) {
      const NamedAmount* size = named(kMagnitudes, words(token.span));
      if (size != nullptr) low = low.value_or(1).times(size->amount);
      if (size == nullptr && words(token.span) != "of") break;
    }
    if (!low) return;
    mention.value->low = low;
    mention.value->high = low->times(10);
  }

  void give_coin(Mention& mention) const {
    const NamedAmount* coin =
        mention.kind == MentionKind::money ? named(kCoins, last_word(mention.span)) : nullptr;
    if (coin == nullptr || !mention.value || !mention.value->best) return;
    const auto coins = mention.value->best->times(coin->amount);
    if (!coins) return;
    mention.value = Value::exact(coins->normalised());
    mention.unit = coin->word.ends_with("s") ? coin->word.substr(0, coin->word.size() - 1) : coin->word;
  }

  // "digital and physical sales": "digital physical sale".
  [[nodiscard]] std::string counted_noun(Span counted) const {
    std::string out;
    const auto tokens = tokens_of(counted);
    std::uint32_t end = 0;  // of the token before
    for (const Token& token : tokens) {
      if (token.tag == Tag::cc || token.tag == Tag::dt) continue;
      const bool last = &token == &tokens.back() && token.tag != Tag::nnp && token.tag != Tag::nnps;
      if (!out.empty() && token.span.begin > end) out += ' ';
      out += last ? std::string(std::string_view(lemma(article_, token))) : std::string(words(token.span));
      end = token.span.end;
    }
    return out;
  }

  // A share is in hundredths of what it is a part of.
  static void give_share(WrittenMention& one) {
    const Mention& mention = one.mention;
    const bool share = mention.value && mention.value->best && *mention.value->best < Decimal(1) &&
                       *mention.value->best > Decimal(0) && mention.kind != MentionKind::percent &&
                       mention.unit.empty();
    if (share) one.mention.unit = "% " + (one.counted.empty() ? "-" : one.counted);
  }

  // "two years later".
  void give_distance_in_time(Mention& mention) const {
    if (mention.kind != MentionKind::date || !mention.relative || mention.relative->offset == 0) return;
    if (mention.rule != "later" && mention.rule != "ago") return;
    const Mention* number = number_at(mention.span.begin);
    if (number == nullptr) return;
    Mention length = *number;
    length.kind = MentionKind::quantity;
    length.span = mention.span;
    length.unit = name(mention.relative->grain);
    mention = length;
  }

  // "for a month", "doubled": no number is printed.
  [[nodiscard]] bool is_unsaid(const Mention& mention) const {
    const bool one = mention.kind == MentionKind::duration && words(mention.span).starts_with('a');
    return (one || mention.unit == "fold") && number_at(mention.span.begin) == nullptr;
  }

  [[nodiscard]] const Mention* number_at(std::uint32_t begin) const {
    const auto& amounts = article_.amounts;
    for (std::size_t i = amounts.first_from(begin); i < amounts.size() && amounts[i].span.begin == begin; ++i)
      if (amounts[i].kind == MentionKind::number) return &amounts[i];
    return nullptr;
  }

  // "from 208 pounds to 193", "1.3 A to 0.03 A": one range, its ends in the order of the text.
  void join_falls() {
    std::vector<WrittenMention> joined;
    const Mention* before = nullptr;
    for (const WrittenMention& one : list_) {
      const Mention& now = one.mention;
      if (before != nullptr && now.span.begin < before->span.end) continue;
      if (before != nullptr && is_fall(*before, now)) {
        joined.push_back(one);
        joined.back().mention.kind = MentionKind::range;
        joined.back().mention.span.begin = before->span.begin;
        joined.back().mention.value =
            Value{std::nullopt, before->value->best, now.value->best, Modifier::between};
      }
      before = &now;
    }
    list_.insert(list_.end(), joined.begin(), joined.end());
  }

  [[nodiscard]] bool is_fall(const Mention& a, const Mention& b) const {
    return a.value && b.value && a.value->best && b.value->best && *a.value->best > *b.value->best &&
           a.unit == b.unit && !a.unit.empty() && a.change == Direction::unknown &&
           words({a.span.end, b.span.begin}) == " to ";
  }

  // "3 years, 2 months": each by itself.
  void part_lengths() {
    std::vector<WrittenMention> parts;
    for (WrittenMention& one : list_) {
      if (one.mention.kind != MentionKind::duration) continue;
      std::vector<Mention> inside = parts_of(one.mention.span);
      if (inside.size() < 2) continue;
      one.mention.span = {};
      for (Mention& part : inside) parts.push_back({std::move(part), {}});
    }
    std::erase_if(list_, [](const WrittenMention& one) { return one.mention.span.empty(); });
    list_.insert(list_.end(), parts.begin(), parts.end());
  }

  [[nodiscard]] std::vector<Mention> parts_of(Span whole) const {
    std::vector<Mention> parts;
    const auto tokens = tokens_of(whole);
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Mention* number = number_before(tokens[i].span.begin, whole);
      if (number == nullptr || !is(tokens[i], WordClass::time)) continue;
      parts.push_back(*number);
      parts.back().kind = MentionKind::quantity;
      parts.back().span.end = tokens[i].span.end;
      parts.back().unit = lemma(article_, tokens[i]);
    }
    return parts;
  }

  // The number that ends before a word.
  [[nodiscard]] const Mention* number_before(std::uint32_t word, Span within) const {
    const auto& amounts = article_.amounts;
    for (std::size_t i = amounts.first_from(within.begin); i < amounts.size() && amounts[i].span.begin < word;
         ++i) {
      const Mention& mention = amounts[i];
      if (mention.kind == MentionKind::number && mention.span.end < word && word - mention.span.end <= 1)
        return &mention;
    }
    return nullptr;
  }

  // "two dozen eggs": of a unit of twelve.
  void give_dozens(Mention& mention) const {
    const Mention* number = number_at(mention.span.begin);
    if (number == nullptr || !number->value || !number->value->best) return;
    if (!equals_lower(last_word(number->span), "dozen")) return;
    const std::int64_t all = number->value->best->normalised().coefficient();
    if (!number->value->best->is_integer() || all % 12 != 0) return;
    mention.value = Value::exact(all / 12);
    mention.unit = "dozen";
  }

  // "four times per week".
  void give_times(Mention& mention) const {
    const Mention* number = number_at(mention.span.begin);
    if (mention.kind != MentionKind::set || mention.rule != "times-a-unit" || number == nullptr) return;
    const Span span = mention.span;
    mention = *number;
    mention.kind = MentionKind::quantity;
    mention.span = span;
    mention.unit = "count_per_" + std::string(last_word(span));
  }

  // "the 1960s".
  void give_decade(Mention& mention) const {
    if (mention.kind != MentionKind::date) return;
    const std::string_view text = last_word(mention.span);
    const auto year = text.ends_with("0s") ? Decimal::parse(text.substr(0, text.size() - 1)) : std::nullopt;
    if (!year) return;
    mention.kind = MentionKind::number;
    mention.value = Value::exact(*year);
  }

  [[nodiscard]] std::span<const Token> tokens_of(Span span) const {
    const Index from = token_from(article_, span.begin);
    return std::span<const Token>(article_.tokens).subspan(from, token_from(article_, span.end) - from);
  }

  const Article& article_;
  std::vector<WrittenMention> list_;
};

}  // namespace

std::optional<Convention> convention_named(std::string_view word) {
  constexpr std::array<std::string_view, 3> kNames = {"news", "newsquant", "quantulum3"};
  const auto* const found = std::ranges::find(kNames, word);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Convention>(found - kNames.begin());
}

std::vector<WrittenMention> mentions_by(const Article& article, Convention convention) {
  ByConvention by(article);
  return convention == Convention::quantulum3 ? by.as_quantulum() : by.as_newsquant();
}

}  // namespace tally
