// Sums in a currency whose name several countries share → the currency of the country that the article
// speaks of; where it speaks of none, the name alone. Entry: find_currencies.
//
//   "paid 50,000 pesos … in Manila"    PHP, implied
//   "paid 50,000 pesos"                "peso": nothing tells whose
//
// The first two letters of an ISO 4217 code are the country's of ISO 3166; the two CFA francs stand in a
// table of their own.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/stages.h"

namespace tally {
namespace {

struct Family {
  std::string_view words;  // as printed, in lower case
  std::string_view codes;  // of the currencies that have this name today
  std::string_view old;    // of those that went with the euro
  std::string_view name;   // the unit where nothing tells whose; empty: the grammar's guess stays
  int part = 0;            // of ten: the power by which the main unit is larger
};

constexpr auto kFamilies = std::to_array<Family>({
    {"peso pesos p", "MXN PHP COP CLP ARS UYU DOP CUP BWP", "", "peso"},
    {"rupee rupees rs rs.", "INR PKR LKR NPR MUR SCR", "", ""},
    {"franc francs", "CHF CDF RWF BIF GNF DJF KMF XOF XAF XPF", "FRF BEF LUF", "franc"},
    {"krone kroner kr", "NOK DKK SEK ISK", "", "krone"},
    {"crown crowns", "SEK NOK DKK ISK CZK", "", "crown"},
    {"dinar dinars", "KWD IQD JOD BHD TND LYD DZD RSD MKD", "", "dinar"},
    {"dirham dirhams", "AED MAD", "", "dirham"},
    {"rial rials", "IRR OMR YER QAR", "", "rial"},
    {"riyal riyals", "SAR QAR OMR YER", "", "riyal"},
    {"shilling shillings sh", "KES UGX TZS SOS", "ATS", "shilling"},
    {"lira liras", "TRY LBP SYP", "ITL", ""},
    {"manat", "AZN TMT", "", ""},
    {"kwacha", "ZMW MWK", "", ""},
    {"k", "ZMW PGK", "", ""},
    {"rouble roubles ruble rubles", "RUB BYN", "", ""},
    {"lei", "RON MDL", "", ""},
    {"sen sens", "MYR IDR JPY KHR BND", "", "sen", 2},
    {"penny pennies", "USD GBP CAD FKP GIP SHP", "IEP", "penny", 2},
    {"paisa paise", "INR PKR NPR BDT", "", "", 2},
    {"centavo centavos", "MXN PHP BRL ARS CLP COP CUP BOB CVE MZN", "PTE", "centavo", 2},
    {"centime centimes", "CHF XOF XAF CDF DZD HTG MAD RWF", "FRF BEF LUF", "centime", 2},
    {"piastre piastres", "EGP LBP SYP SDG SSP", "", "", 2},
});

// What their words begin with.
constexpr std::string_view kBegins = "prfkcdslm";
static_assert([] {
  for (const Family& family : kFamilies) {
    for (std::size_t at = 0; at < family.words.size(); ++at) {
      if ((at == 0 || family.words[at - 1] == ' ') && !kBegins.contains(family.words[at])) return false;
    }
  }
  return true;
}());

constexpr std::string_view kWestAfrica = "BJ BF CI GW ML NE SN TG";
constexpr std::string_view kCentralAfrica = "CM CF TD CG GQ GA";
constexpr std::string_view kFrenchPacific = "NC PF WF";
constexpr std::string_view kDollars = "AUD CAD NZD SGD HKD TWD JMD TTD BBD BSD BZD FJD GYD LRD NAD SBD SRD";
constexpr int kEuro = 2002;

// Whether a word stands in a list of words.
bool holds(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool is_of(std::string_view code, std::string_view country) {
  if (code == "XOF") return holds(kWestAfrica, country);
  if (code == "XAF") return holds(kCentralAfrica, country);
  if (code == "XPF") return holds(kFrenchPacific, country);
  return code.substr(0, 2) == country;
}

// The family that a word of a sum belongs to, and how many letters the word has.
std::pair<const Family*, std::size_t> family_of(std::string_view sum) {
  constexpr std::size_t kLongest = 12;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'; };
  for (std::size_t at = 0; at < sum.size();) {
    std::size_t end = at;
    std::array<char, kLongest> word{};
    for (; end < sum.size() && is_letter(sum[end]); ++end) {
      const char c = sum[end];
      if (end - at < kLongest) word[end - at] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    const std::string_view lower(word.data(), std::min(end - at, kLongest));
    const bool may_be = !lower.empty() && kBegins.contains(lower.front());
    const auto* const found = std::ranges::find_if(kFamilies, [&](const Family& family) {
      return may_be && end - at < kLongest && holds(family.words, lower);
    });
    if (found != kFamilies.end()) return {found, end - at};
    at = std::max(end, at + 1);
  }
  return {};
}

class Currencies {
 public:
  explicit Currencies(Article& article) : article_(article) {}

  void settle() {
    for (Mention& amount : article_.amounts) {
      const std::string_view unit = main_unit(amount);
      const bool sum = unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z';
      if (!sum) continue;
      const auto [family, letters] = family_of(article_.text(amount.span));
      if (family == nullptr || (!holds(family->codes, unit) && !holds(family->old, unit))) continue;
      // "Philippine pesos" are printed; "Rs 500" and "50 sen" leave open whose they are all the same.
      constexpr std::size_t kLongestSign = 3;
      const bool sign = letters <= kLongestSign && family->part == 0;
      if (amount.basis == Basis::implied || family->part != 0 || sign) set_unit(amount, *family, sign);
    }
    if (!renamed_.empty()) rename_shared();
    settle_dollars();
  }

 private:
  // "11.40 pesos … against 20.00": the sum that took its unit from another goes with it.
  void rename_shared() {
    for (Mention& amount : article_.amounts) {
      const std::string_view words = article_.text(amount.span);
      const bool bare = amount.basis == Basis::implied && words.find('$') == std::string_view::npos &&
                        family_of(words).first == nullptr;
      const auto renamed = std::ranges::find(renamed_, main_unit(amount), &Renamed::from);
      if (bare && renamed != renamed_.end())
        amount.unit = std::string(renamed->to) + amount.unit.substr(main_unit(amount).size());
    }
  }

  // Who writes "US$" of some sums means another dollar where nothing is written: that of the country spoken
  // of. "A$104 million ($71 million)" are of both.
  void settle_dollars() {
    if (!is_printed("USD")) return;
    std::string_view best;
    int most = std::max(0, places_of("USD") - 1);
    for (std::size_t at = 0; at + 3 <= kDollars.size(); at += 4) {
      const std::string_view code = kDollars.substr(at, 3);
      if (is_printed(code)) return;
      const int places = places_of(code);
      if (places > most) best = code;
      most = std::max(most, places);
    }
    if (best.empty()) return;
    for (Mention& amount : article_.amounts) {
      if (amount.basis == Basis::implied && main_unit(amount) == "USD")
        amount.unit = std::string(best) + amount.unit.substr(3);
    }
  }

  [[nodiscard]] bool is_printed(std::string_view code) const {
    return std::ranges::any_of(article_.amounts, [&](const Mention& amount) {
      return amount.basis == Basis::printed && main_unit(amount) == code &&
             family_of(article_.text(amount.span)).first == nullptr;
    });
  }

  static std::string_view main_unit(const Mention& amount) {
    return std::string_view(amount.unit).substr(0, amount.unit.find("_per_"));
  }

  // A sign ("Sh 50") is the grammar's guess where no country is named, a name stands for itself.
  void set_unit(Mention& amount, const Family& family, bool sign) {
    const std::string_view code = choose(family);
    // "ten pennies" is all that is said: a question to a chat tool.
    if (code.empty() && family.name == "penny" && amount.span.size() == article_.text().size()) return;
    if (code.empty() && (sign || family.name.empty())) return;
    const std::string_view to = code.empty() ? family.name : code;
    const std::string from(main_unit(amount));
    if (from != to && family.part == 0) renamed_.push_back({from, to});
    amount.unit = std::string(to) + amount.unit.substr(from.size());
    amount.basis = Basis::implied;
    if (!code.empty() || family.part == 0 || !amount.value) return;
    for (std::optional<Decimal>* end : {&amount.value->best, &amount.value->low, &amount.value->high}) {
      if (*end) *end = (*end)->shifted(family.part);
    }
    amount.value->step = amount.value->step.shifted(family.part).value_or(amount.value->step);
  }

  // The code of the family that the article's countries speak for most; of equals the one named first.
  // What it prints as a code or with its country beside weighs more than any place.
  [[nodiscard]] std::string_view choose(const Family& family) const {
    std::string_view best;
    int most = 0;
    const bool before_euro =
        article_.info.published.date.known() && article_.info.published.date.year < kEuro;
    for (const std::string_view codes : {family.codes, before_euro ? family.old : std::string_view()}) {
      for (std::size_t at = 0; at + 3 <= codes.size(); at += 4) {
        const std::string_view code = codes.substr(at, 3);
        const int votes = votes_for(code, family);
        if (votes > most) best = code;
        most = std::max(most, votes);
      }
    }
    return best;
  }

  [[nodiscard]] int votes_for(std::string_view code, const Family& family) const {
    constexpr int kPrinted = 100;
    constexpr int kTold = 10;
    return places_of(code) + (is_printed(code) ? kPrinted : is_told(code, family) ? kTold : 0);
  }

  // "Shares fell a penny to 32p": other words tell a sum in it.
  [[nodiscard]] bool is_told(std::string_view code, const Family& family) const {
    return std::ranges::any_of(article_.amounts, [&](const Mention& amount) {
      return main_unit(amount) == code && family_of(article_.text(amount.span)).first != &family;
    });
  }

  [[nodiscard]] int places_of(std::string_view code) const {
    return static_cast<int>(std::ranges::count_if(
        article_.names, [&](const Mention& name) { return is_of(code, name.country); }));
  }

  struct Renamed {
    std::string from;
    std::string_view to;
  };

  Article& article_;
  std::vector<Renamed> renamed_;
};

}  // namespace

void find_currencies(Article& article) {
  Currencies(article).settle();
}

}  // namespace tally
