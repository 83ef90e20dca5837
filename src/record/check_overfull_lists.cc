// Lists that come to a little more than the number told right before them.
//
//   "There were 44 people aboard the barge. Thirty swam ashore and 16 were taken off by the pilot"     46:
//   fails
//
// A list that comes to less may leave some out; one that comes to a little more was meant to make the number
// up, where its sentence tells of nothing else, and what is told before is no number of another time that
// something is held against.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "record/figure_runs.h"
#include "record/nearby.h"
#include "record/number_place.h"
#include "record/report_numbers.h"
#include "record/slots.h"
#include "record/summing.h"
#include "tally/rounding.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr double kLittle = 0.08;         // of the whole
constexpr Decimal kLeast = Decimal(20);  // smaller numbers are met everywhere
constexpr std::size_t kShort = 90;       // bytes from one part to the next

// "More than the 212", "against 74", "from 86": another number is held against it.
constexpr NamedWords kHeldAgainst = {"than", "against", "from", "with", "to", "after", "since"};

constexpr NamedWords kThem = {"them", "these", "those", "whom"};
constexpr std::size_t kBehind = 24;  // bytes
constexpr std::size_t kOwn = 2;      // words of a number
constexpr std::array<std::string_view, 5> kDivides = {": ", " of whom ", " of which ", "among them ",
                                                      "including "};

class OverfullLists {
 public:
  OverfullLists(Checks& checks, Index document)
      : checks_(checks), sheet_(checks.sheet), numbers_(numbers_of_report(checks.sheet, document)) {
    std::erase_if(numbers_, [](const ReportNumber& n) { return n.value <= Decimal(1); });
  }

  void find() {
    for (std::size_t w = 0; w + 2 < numbers_.size(); ++w) {
      if (may_be_whole(w)) hold(w);
    }
  }

 private:
  [[nodiscard]] const Claim& claim(std::size_t n) const { return sheet_.claim(numbers_[n].claim); }

  [[nodiscard]] bool may_be_whole(std::size_t w) const {
    const Claim& c = claim(w);
    if (numbers_[w].value < kLeast || !is_exact(*c.value) || is_share(w)) return false;
    std::vector<std::string> before = plain_words(words_up_to(sheet_, numbers_[w].claim));
    const std::string_view text = sheet_.document_of(numbers_[w].claim).text;
    if (numbers_[w].end < text.size() && text[numbers_[w].end] == ')') return false;
    if (!before.empty() && before.back() == "the") before.pop_back();
    return before.empty() || !kHeldAgainst.contains(before.back()) || amounts_to(before);
  }

  // "They [come to] 784", "which [adds up to] 92"
  [[nodiscard]] static bool amounts_to(const std::vector<std::string>& before) {
    static constexpr NamedWords kReaching = {"come", "comes", "came", "amount", "amounts", "amounted", "up"};
    return before.size() >= 2 && before.back() == "to" && kReaching.contains(before[before.size() - 2]);
  }

  [[nodiscard]] bool is_share(std::size_t n) const {
    const std::string& unit = claim(n).unit;
    return unit == "percent" || unit == "percentage_point" || unit == "year";
  }

  // All numbers of the sentence behind it, and nothing else there.
  void hold(std::size_t w) {
    const int sentence = numbers_[w + 1].sentence;
    const bool divided = divides_itself(w);
    if (sentence != numbers_[w].sentence + (divided ? 0 : 1) || !(divided || speaks_of_it(w + 1))) return;
    std::vector<Index> parts;
    Decimal total = 0;
    for (std::size_t n = w + 1; n < numbers_.size() && numbers_[n].sentence == sentence; ++n) {
      if (!may_be_part(n, w) || (n > w + 1 && !goes_on(n))) return;
      parts.push_back(numbers_[n].claim);
      total = total.plus(numbers_[n].value).value_or(Decimal(0));
    }
    const double whole = numbers_[w].value.to_double();
    if (parts.size() < 2 || total <= numbers_[w].value || total.to_double() > whole * (1 + kLittle)) return;
    if (is_summed(w, parts) || is_printed_too(total)) return;
    Whole told = arranged(sheet_, numbers_[w].claim, parts);
    told.exhaustive = false;
    told.disjoint = true;
    judge_sum(checks_, told, values_of(sheet_, parts));
  }

  // "[Thirty] swam ashore", "16 [of them] had breathed in smoke", "[Of those] affected, 7,400": of nobody
  // else.
  [[nodiscard]] bool speaks_of_it(std::size_t part) const {
    const Index i = numbers_[part].claim;
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, i));
    const std::vector<std::string> behind = plain_words(words_from(sheet_, i).substr(0, kBehind));
    const bool of_them = behind.size() > 1 && behind[0] == "of" && kThem.contains(behind[1]);
    const std::string_view text = sheet_.document_of(i).text;
    const std::string_view sentence = sentence_around(sheet_, i);
    const bool opens = !sentence.empty() && sentence.data() == text.data() + sheet_.claim(i).quote.begin;
    return (opens && before.size() <= kOwn) || (!before.empty() && before.front() == "of") || of_them ||
           takes_apart(before);
  }

  // "[That was] 356 clients and 438 guides", "[They are] 12 girls and 14 boys"
  [[nodiscard]] static bool takes_apart(const std::vector<std::string>& before) {
    static constexpr NamedWords kBack = {"that", "this", "these", "those", "they"};
    static constexpr NamedWords kIs = {"is", "was", "are", "were"};
    constexpr std::size_t kFew = 4;
    return before.size() >= 2 && before.size() <= kFew && kBack.contains(before[0]) &&
           kIs.contains(before[1]);
  }

  // "1,240 helpers, [among them] 610 marshals, …", "41 candles[:] 26 men, …"
  [[nodiscard]] bool divides_itself(std::size_t w) const {
    const std::string_view between = text_between(sheet_, numbers_[w].claim, numbers_[w + 1].claim);
    return std::ranges::any_of(
        kDivides, [&](std::string_view words) { return between.find(words) != std::string_view::npos; });
  }

  [[nodiscard]] bool may_be_part(std::size_t n, std::size_t w) const {
    const Claim& c = claim(n);
    const std::vector<std::string> before = plain_words(words_up_to(sheet_, numbers_[n].claim));
    const bool base = before.size() >= 2 && before.back() == "the" && before[before.size() - 2] == "than";
    return !base && !is_share(n) && is_exact(*c.value) && numbers_[n].value < numbers_[w].value &&
           unit_key(c.unit) == unit_key(claim(w).unit) && !printed_apart(c, claim(w)) &&
           c.rule != "figure.base" && is_told(c) == is_told(claim(w));
  }

  // As a fact, if not of those whom the sentence denies it of.
  [[nodiscard]] static bool is_told(const Claim& c) {
    return c.modality == Modality::observed || c.modality == Modality::negated;
  }

  [[nodiscard]] static bool printed_apart(const Claim& a, const Claim& b) {
    return at_other_times(a, b) && (a.period_basis == Basis::printed || b.period_basis == Basis::printed);
  }

  // "…, eight had broken bones [and] five": a list, and no number held against another.
  [[nodiscard]] bool goes_on(std::size_t n) const {
    const std::string_view between = text_between(sheet_, numbers_[n - 1].claim, numbers_[n].claim);
    if (between.empty() || between.size() > kShort || between.find('(') != std::string_view::npos)
      return false;
    const std::vector<std::string> words = plain_words(between);
    const bool held =
        std::ranges::any_of(words, [](const std::string& word) { return kHeldAgainst.contains(word); });
    const bool joined = between.find(',') != std::string_view::npos ||
                        between.find(';') != std::string_view::npos ||
                        std::ranges::find(words, "and") != words.end();
    return joined && !held;
  }

  // Some sum of the report has been told of one of them.
  [[nodiscard]] bool is_summed(std::size_t w, const std::vector<Index>& parts) const {
    return std::ranges::any_of(checks_.findings, [&](const Finding& f) {
      return f.kind == "sum" && std::ranges::any_of(parts, [&](Index part) {
               return rests_on(sheet_, f, numbers_[w].claim, part) || f.claim == sheet_.claims[part].id;
             });
    });
  }

  // It is another number that the list makes up.
  [[nodiscard]] bool is_printed_too(Decimal total) const {
    return std::ranges::any_of(numbers_, [&](const ReportNumber& n) { return n.value == total; });
  }

  Checks& checks_;
  const Sheet& sheet_;
  std::vector<ReportNumber> numbers_;
};

}  // namespace

void check_overfull_lists(Checks& checks) {
  for (Index document = 0; document < checks.sheet.documents.size(); ++document) {
    if (!checks.sheet.documents[document].text.empty()) OverfullLists(checks, document).find();
  }
}

}  // namespace tally
