// Lists that leave nothing out, and what they must come to though no figure gives it; averages of what was
// told before.
//
//   "fiction 27 %, books for children 24 %, textbooks 22 % and everything else 27 %"     100 %
//   "… down 835 … Losses: north 348, east 366, all other districts 121"                  835, by which it
//   fell "10,830 … 15,874. Take the two together and the average is 13,352"                   half of their
//   sum
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/checks.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/report_numbers.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr std::size_t kLeast = 3;      // items of a list
constexpr std::size_t kManyParts = 4;  // percentages that make a hundred without a word of it
constexpr Decimal kHundred = Decimal(100);
constexpr double kNearHundred = 5;  // what comes closer was meant to make it
constexpr NamedWords kRest = {"else", "other", "others", "rest", "remaining", "remainder", "elsewhere"};
constexpr NamedWords kAverage = {"average", "averaged", "averages", "mean"};

class ClosedLists {
 public:
  ClosedLists(Checks& checks, Index document)
      : checks_(checks),
        sheet_(checks.sheet),
        document_(document),
        numbers_(numbers_of_report(checks.sheet, document)) {
    for (const Finding& f : checks.findings) {
      if (f.kind == "sum" && f.verdict != Verdict::cannot_tell) told_.insert(f.claim);
    }
  }

  void find() {
    for (std::size_t first = 0; first < numbers_.size();) {
      const std::size_t end = list_from(first);
      if (end - first >= kLeast) read(first, end);
      first = end;
    }
    for (std::size_t n = 2; n < numbers_.size(); ++n) average(n);
  }

 private:
  [[nodiscard]] const Claim& claim(std::size_t n) const { return sheet_.claim(numbers_[n].claim); }

  // Exact numbers of one unit in one sentence.
  [[nodiscard]] std::size_t list_from(std::size_t first) const {
    std::size_t end = first + 1;
    while (end < numbers_.size() && numbers_[end].sentence == numbers_[first].sentence && is_item(end) &&
           is_item(first) && unit_key(claim(end).unit) == unit_key(claim(first).unit) && is_joined(end))
      ++end;
    return end;
  }

  [[nodiscard]] bool is_item(std::size_t n) const {
    const Claim& c = claim(n);
    return is_exact(*c.value) && c.rule != "figure.base" &&
           !told_.contains(sheet_.claims[numbers_[n].claim].id);
  }

  // By a comma or "and", with no word that holds the two against each other.
  [[nodiscard]] bool is_joined(std::size_t n) const {
    static constexpr NamedWords kApart = {"than", "from", "to", "against", "with", "of", "per", "after"};
    const std::string_view between = text_between(sheet_, numbers_[n - 1].claim, numbers_[n].claim);
    std::vector<std::string> words = plain_words(between);
    const bool unit = !words.empty() && words.front() == "per";
    if (unit) words.erase(words.begin(), words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)));
    const bool of_first = n >= 1 && !words.empty() && words.front() == "of";  // "27 % [of] the output, …"
    if (of_first) words.erase(words.begin());
    const bool listed = between.find(',') != std::string_view::npos ||
                        between.find(';') != std::string_view::npos ||
                        std::ranges::find(words, "and") != words.end();
    return listed && between.find_first_of("().") == std::string_view::npos &&
           std::ranges::none_of(words, [](const std::string& word) { return kApart.contains(word); });
  }

  // "… and [everything else] 27 %", "16 % [others]"
  [[nodiscard]] bool closes(std::size_t end) const {
    constexpr std::size_t kBehind = 40;  // bytes
    std::vector<std::string> words =
        plain_words(text_between(sheet_, numbers_[end - 2].claim, numbers_[end - 1].claim));
    const std::string_view behind = words_from(sheet_, numbers_[end - 1].claim);
    for (std::string& word : plain_words(behind.substr(0, kBehind))) words.push_back(std::move(word));
    return std::ranges::any_of(words, [](const std::string& word) { return kRest.contains(word); });
  }

  void read(std::size_t first, std::size_t end) {
    std::vector<Index> parts;
    for (std::size_t n = first; n < end; ++n) parts.push_back(numbers_[n].claim);
    const auto sum = sum_of(values_of(sheet_, parts));
    if (!sum) return;
    if (claim(first).unit == "percent") return make_hundred(*sum, parts, closes(end));
    if (closes(end) && claim(first).unit != "percentage_point") make_change(*sum, parts);
  }

  void make_hundred(const Sum& sum, const std::vector<Index>& parts, bool closed) {
    const double off = std::abs(sum.total.to_double() - kHundred.to_double());
    const bool fits = off <= (closed ? sum.slack.to_double() : 0);
    if (fits && (closed || parts.size() >= kManyParts))
      return tell(sum.words + " %", Verdict::holds, parts, {});
    if (!fits && closed && off <= kNearHundred)
      tell(sum.words + " %, not " + in_words(kHundred) + " %", Verdict::fails, parts, {});
  }

  // What it fell or rose by, where no figure gives it.
  void make_change(const Sum& sum, const std::vector<Index>& parts) {
    constexpr int kDigits = 3;
    if (surprise(Value::exact(sum.total)) < kDigits) return;
    const Index begin = sheet_.first_claim[document_];
    for (Index i = begin; i < begin + sheet_.documents[document_].claims.size(); ++i) {
      const Claim& c = sheet_.claim(i);
      if (c.kind != ClaimKind::change || !c.change || sheet_.out[i] || c.change->by != sum.total) continue;
      return tell(sum.words, Verdict::holds, parts, i);
    }
  }

  // Of the numbers right before it, two of them or more.
  void average(std::size_t n) {
    constexpr std::size_t kMost = 6;
    constexpr int kReach = 2;
    constexpr int kDigits = 3;
    const Claim& c = claim(n);
    if (!is_exact(*c.value) || surprise(*c.value) < kDigits || !tells_average(numbers_[n].claim)) return;
    std::vector<Index> parts;
    for (std::size_t back = n; back-- > 0 && parts.size() < kMost;) {
      if (numbers_[n].sentence - numbers_[back].sentence > kReach) return;
      if (unit_key(claim(back).unit) != unit_key(c.unit)) continue;
      parts.insert(parts.begin(), numbers_[back].claim);
      const auto sum = sum_of(values_of(sheet_, parts));
      if (!sum) return;
      const double mean = sum->total.to_double() / static_cast<double>(parts.size());
      const double half = last_unit(*c.value->best, c.value->step).to_double() / 2;
      if (parts.size() < 2 || std::abs(mean - c.value->best->to_double()) > half) continue;
      return tell_average(numbers_[n].claim, parts);
    }
  }

  [[nodiscard]] bool tells_average(Index i) const {
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, i));
    return std::ranges::any_of(last_of(before, 4),
                               [](const std::string& word) { return kAverage.contains(word); });
  }

  void tell_average(Index i, const std::vector<Index>& parts) {
    std::string words;
    for (const Index part : parts) words += (words.empty() ? "" : ", ") + in_words(*sheet_.claim(part).value);
    add(checks_, {.verdict = Verdict::holds,
                  .kind = "rate",
                  .claim = i,
                  .against = parts,
                  .explanation = "the average of " + words + " is " + in_words(*sheet_.claim(i).value),
                  .suspect = "",
                  .rank = Rank::plain,
                  .relative_size = std::nullopt});
  }

  // A finding of the first of them, which the others share.
  void tell(const std::string& words, Verdict verdict, const std::vector<Index>& parts,
            std::optional<Index> whole) {
    std::vector<Index> against(parts.begin() + 1, parts.end());
    if (whole) against.push_back(*whole);
    add(checks_, {.verdict = verdict,
                  .kind = "sum",
                  .claim = parts.front(),
                  .against = std::move(against),
                  .explanation = words,
                  .suspect = verdict == Verdict::fails ? "report" : "",
                  .rank = verdict == Verdict::fails ? Rank::own_figures : Rank::plain,
                  .relative_size = std::nullopt});
  }

  Checks& checks_;
  const Sheet& sheet_;
  Index document_;
  std::vector<ReportNumber> numbers_;
  std::set<Id> told_;
};

}  // namespace

void check_closed_lists(Checks& checks) {
  for (Index document = 0; document < checks.sheet.documents.size(); ++document) {
    if (!checks.sheet.documents[document].text.empty()) ClosedLists(checks, document).find();
  }
}

}  // namespace tally
