// Runs of numbers, names and dates that only commas and joints separate.
#include "claim/number_lists.h"

#include <array>
#include <cmath>
#include <string_view>

#include "claim/amount_use.h"

namespace tally {
namespace {

// "rose to 1,860, 23 per cent more": two numbers with a bare comma between them are no list.
bool is_pair_without_joint(const Article& article, Span before, Span after) {
  return article.text(Span{before.end, after.begin}).find("and") == std::string_view::npos;
}

// Only a comma, "and" or both stand between.
bool is_joint(const Article& article, Span before, Span after) {
  if (after.begin < before.end) return false;
  std::string_view between = article.text(Span{before.end, after.begin});
  if (between.size() > 8) return false;
  const auto trim = [&] {
    while (!between.empty() && (between.front() == ' ' || between.front() == '\n')) between.remove_prefix(1);
    while (!between.empty() && (between.back() == ' ' || between.back() == '\n')) between.remove_suffix(1);
  };
  trim();
  const bool comma = between.starts_with(',');
  if (comma) between.remove_prefix(1);
  trim();
  return between == "and" || (comma && between.empty());
}

bool is_plain(const Mention& amount) {
  if (amount.rule == "shared" && amount.value && amount.value->best) return true;  // has the unit already
  return amount.kind == MentionKind::number && amount.unit.empty() && amount.counted.empty() &&
         amount.value && amount.value->best;
}

bool ends_list(const Mention& amount) {
  const bool kind =
      amount.rule != "shared" && (amount.kind == MentionKind::quantity ||
                                  amount.kind == MentionKind::percent || amount.kind == MentionKind::money);
  return kind && amount.value && amount.value->best && amount.unit != "fold" &&
         (!amount.unit.empty() || !amount.counted.empty());
}

// The number as printed, its "million" left out: "4.6" of "4.6 million tonnes".
std::optional<Decimal> digits_of(const Article& article, const Mention& amount) {
  std::string_view words = article.text(amount.span);
  std::size_t size = 0;
  while (size < words.size() && (words[size] == '.' || (words[size] >= '0' && words[size] <= '9'))) ++size;
  if (size == 0) return std::nullopt;
  return Decimal::parse(words.substr(0, size));
}

bool is_owner(const Mention& mention) {
  return mention.kind != MentionKind::name || mention.name_kind == NameKind::place ||
         mention.name_kind == NameKind::organisation;
}

bool is_item(const Mention& mention) {
  return mention.kind == MentionKind::name ? is_owner(mention) : mention.kind == MentionKind::date;
}

// The power of ten that a number is told in: a million for "5.7 million", 1 for digits alone.
double scale_told(const Value& value) {
  constexpr double kThousand = 1000;
  const std::optional<Decimal> printed = value.printed();
  if (!printed || value.step < Decimal(1000)) return 1;
  double scale = kThousand;
  while (std::abs(printed->to_double()) >= scale * kThousand) scale *= kThousand;
  return scale;
}

}  // namespace

std::vector<NumberList> number_lists(const Article& article, std::span<const Mention* const> amounts) {
  std::vector<NumberList> lists;
  std::size_t first = 0;
  for (std::size_t i = 1; i < amounts.size(); ++i) {
    const bool joined =
        is_plain(*amounts[i - 1]) && is_joint(article, amounts[i - 1]->span, amounts[i]->span);
    if (!joined) {
      first = i;
    } else if (ends_list(*amounts[i])) {
      const bool pair =
          i == first + 1 && is_pair_without_joint(article, amounts[first]->span, amounts[i]->span);
      if (!pair) lists.push_back({first, i});
      first = i + 1;
    }
  }
  return lists;
}

std::vector<NumberList> number_runs(const Article& article, std::span<const Mention* const> amounts,
                                    std::size_t fewest) {
  std::vector<NumberList> runs;
  std::size_t first = 0;
  for (std::size_t i = 1; i <= amounts.size(); ++i) {
    if (i < amounts.size() && is_joint(article, amounts[i - 1]->span, amounts[i]->span)) continue;
    if (i - first >= fewest) runs.push_back({first, i - 1});
    first = i;
  }
  return runs;
}

Value value_of_item(const Article& article, const Mention& item, const Mention& last) {
  Value value = *item.value;
  const std::optional<Decimal> printed = digits_of(article, last);
  const bool scaled = digits_of(article, item) == item.value->best;
  if (!printed || !scaled || !last.value->best) return value;
  for (const int power : {3, 6, 9, 12}) {
    const auto whole = printed->shifted(power);
    if (!whole || *whole != *last.value->best) continue;
    const auto best = value.best->shifted(power);
    const auto step = value.step.shifted(power);
    if (best && step) value = Value::exact(*best, *step);
  }
  return value;
}

std::vector<const Mention*> parallel_run(const Article& article, const Mentions& layer, Span within,
                                         std::size_t size) {
  std::vector<const Mention*> run;
  for (const Mention& mention : Scene::starting_in(layer, within)) {
    if (!is_item(mention) || mention.span.end > within.end) continue;
    if (!run.empty() && run.back()->span.contains(mention.span)) continue;
    if (!run.empty() && !is_joint(article, run.back()->span, mention.span)) {
      if (run.size() == size) return run;
      run.clear();
    }
    run.push_back(&mention);
  }
  return run.size() == size ? run : std::vector<const Mention*>{};
}

void take_scale(Value& value, const Value& head) {
  constexpr double kAlike = 4;  // times the other
  const std::optional<Decimal> printed = value.printed();
  const double scale = scale_told(head);
  if (!printed || scale == 1 || scale_told(value) != 1) return;
  const double times = printed->to_double() * scale / head.printed()->to_double();
  if (times < 1 / kAlike || times > kAlike) return;
  const Decimal by(static_cast<std::int64_t>(scale));
  for (std::optional<Decimal>* number : {&value.best, &value.low, &value.high}) {
    if (*number) *number = (*number)->times(by);
  }
  value.step = value.step.times(by).value_or(value.step);
}

}  // namespace tally
