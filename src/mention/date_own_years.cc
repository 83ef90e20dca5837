// See date_own_years.h.
#include "mention/date_own_years.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

#include "base/calendar.h"
#include "base/characters.h"
#include "mention/date_functions.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally::dates {
namespace {

constexpr int kYear = 12;
constexpr int kShortest = 9;  // months of a season that is told as a year

// The months that a date names: the first and the last of a stretch, or one (last is 0).
struct Months {
  int first = 0, last = 0;
};

Months months_of(const Finder& finder, const Found& one, Date published) {
  const When when = when_of(one.whole.meaning);
  if (one.whole.kind == finder.kinds().date_range) {
    if ((one.whole.meaning.flags & kUntil) != 0)
      return when.month != 0 && when.day == 0 ? Months{static_cast<unsigned char>(when.month), when.until}
                                              : Months{};
    Months months;
    for (const Part& part : finder.parts(one)) {
      if (!finder.kinds().is_date(part.kind)) continue;
      (months.first == 0 ? months.first : months.last) =
          static_cast<unsigned char>(when_of(part.meaning).month);
    }
    return months.last != 0 ? months : Months{};
  }
  if (one.whole.kind != finder.kinds().date) return {};
  // "The season that closed last month"
  const bool last_month = when.grain == static_cast<std::int8_t>(Grain::month) && when.month == 0 &&
                          when.reach <= static_cast<std::int8_t>(Reach::publication);
  if (last_month && published.month != 0)
    return {(published.month + when.offset + 2 * kYear - 1) % kYear + 1, 0};
  return {static_cast<unsigned char>(when.month), 0};
}

// The words for a year of accounts.
bool of_accounts(std::string_view kind) {
  static constexpr std::array<std::string_view, 9> kKinds = {
      "financial", "fiscal", "business", "full", "budget", "trading", "accounting", "reporting", "company"};
  return std::ranges::find(kKinds, kind) != kKinds.end();
}

bool is_year(const Article& article, Index token) {
  const Spelling word = lower(article, article.tokens[token]);
  return word == "year" || word == "season" || word == "campaign";
}

// "The [financial] year that ended".
std::string kind_before_year(const Article& article, Span words) {
  for (Index t = token_from(article, words.begin) + 1; article.tokens[t].span.begin < words.end; ++t) {
    const Token& before = article.tokens[t - 1];
    if (!is_year(article, t) || before.span.begin < words.begin) continue;
    const std::string kind(lower(article, before));
    return kind == "the" ? std::string() : kind;
  }
  return {};
}

// What the words between a year and its months say of them.
enum class Way : std::uint8_t { none, runs, ends, begins };

class Definition {
 public:
  Definition(const Article& article, Index date) : article_(article), at_(date) {}

  // Goes back from the date to the year that it is told of; false where no year is.
  bool read() {
    constexpr Index kFarthest = 14;
    const Index sentence = sentence_at(article_, article_.tokens[at_].span.begin);
    if (sentence == kNone) return false;
    const Index least = article_.sentences[sentence].tokens.begin;
    for (Index back = 1; back <= kFarthest && back <= at_ - least; ++back) {
      const Index t = at_ - back;
      if (is_year(article_, t)) return take(t, least);
      if (!passes(t)) return false;
    }
    return false;
  }

  [[nodiscard]] Way way() const { return way_; }
  [[nodiscard]] const std::string& kind() const { return kind_; }
  [[nodiscard]] bool is_business() const { return business_; }
  [[nodiscard]] Span head() const { return head_; }

 private:
  [[nodiscard]] Spelling word(Index t) const { return lower(article_, article_.tokens[t]); }

  // Words that may stand between a year and its months.
  bool passes(Index t) {
    const Token& token = article_.tokens[t];
    if (token.kind == TokenKind::number || token.kind == TokenKind::punctuation) {
      const std::string_view text = article_.text(token);
      if (text == "(") way_ = way_ == Way::none ? Way::runs : way_;
      return text != "." && text != ";" && text != ":" && text != ")";
    }
    const Way said = is(token, WordClass::begin_verb)    ? Way::begins
                     : is(token, WordClass::end_verb)    ? Way::ends
                     : is(token, WordClass::extend_verb) ? Way::runs
                                                         : Way::none;
    if (said != Way::none) {
      way_ = said;
      return true;
    }
    const Spelling here = word(t);
    if (here == "from" && way_ == Way::none) way_ = Way::runs;
    if (here == "to" && way_ == Way::none) way_ = Way::ends;
    static constexpr std::array<std::string_view, 12> kBetween = {
        "from", "to", "that", "which", "on", "in", "at", "the", "end", "of", "always", "it"};
    return std::ranges::find(kBetween, here) != kBetween.end();
  }

  bool take(Index year, Index least) {
    head_ = article_.tokens[year].span;
    if (year == least) return true;
    const Token& before = article_.tokens[year - 1];
    const bool names = before.tag == Tag::nn || before.tag == Tag::jj || before.tag == Tag::nnp;
    business_ = before.tag == Tag::prps || before.tag == Tag::pos;
    if (names && before.kind == TokenKind::word) {
      kind_ = word(year - 1);
      head_.begin = before.span.begin;
      business_ = of_accounts(kind_);
    }
    return kind_ != "calendar" && kind_ != "leap" && kind_ != "last" && kind_ != "new";
  }

  const Article& article_;
  Index at_;
  Way way_ = Way::none;
  bool business_ = false;
  std::string kind_;
  Span head_;
};

// "2024-25", "2024/25".
bool is_label_of_years(const Finder& finder, const Found& one) {
  const When when = when_of(one.whole.meaning);
  return one.whole.kind == finder.kinds().date_range && (one.whole.meaning.flags & kUntil) != 0 &&
         when.month == 0 && when.day == 0 && when.year != 0 && when.until == when.year + 1;
}

// "FY24", "Q1 of fiscal 2024".
bool is_fiscal_label(const Found& one) {
  return (one.whole.meaning.flags & kFiscal) != 0 && when_of(one.whole.meaning).year != 0;
}

// "The 2024-25 season", "in the school year 2024/25".
bool counts_seasons(const Article& article, Span label) {
  static constexpr NamedWords kSeasons = {"season",   "seasons",   "school",    "academic",
                                          "campaign", "winter",    "influenza", "flu",
                                          "crop",     "marketing", "sugar",     "university"};
  if (article.text(label).find("season") != std::string_view::npos) return true;
  const Index at = token_from(article, label.begin);
  for (Index back = 1; back <= 2 && back <= at; ++back) {
    if (kSeasons.contains(lower(article, article.tokens[at - back]))) return true;
  }
  const Index next = token_from(article, label.end);
  return next < article.tokens.size() && kSeasons.contains(lower(article, article.tokens[next]));
}

}  // namespace

void OwnYears::learn(const Article& article, const Finder& finder, Date published) {
  const Found* before = nullptr;
  for (const Found& one : finder.found()) {
    learn_from(article, finder, one, published);
    if (one.whole.kind == finder.kinds().length_to) learn_from_length(article, finder, one);
    if (before != nullptr) learn_from_months_of_part(article, finder, *before, one);
    before = &one;
  }
  if (!known()) learn_from_country(article, finder);
  if (known()) find_said(article);
}

// "Councils lent 161 million books in 2024-25 and spent £764 million": of the accounts of that country.
void OwnYears::learn_from_country(const Article& article, const Finder& finder) {
  const Found* label = nullptr;
  bool of_company = true;
  for (const Found& one : finder.found()) {
    const bool years = is_label_of_years(finder, one);
    if (!years && !is_fiscal_label(one)) continue;
    if (counts_seasons(article, one.whole.span)) return;
    of_company = of_company && !years;
    label = &one;
  }
  const Finder::Accounts& begins = finder.accounts();
  const int words = std::reduce(begins.begin(), begins.end());
  const auto most = std::ranges::max_element(begins);
  constexpr int kFew = 2, kOfFour = 3;
  // "FY24" is a year of the state's accounts only where companies count theirs alike.
  if (of_company && finder.all_accounts().at(static_cast<std::size_t>(most - begins.begin())) < kFew) return;
  if (label == nullptr || *most < kFew || *most * 4 < words * kOfFour) return;
  add({.business = true,
       .month = static_cast<std::uint8_t>(most - begins.begin()),
       .months = kYear,
       .head = {},
       .told_at = 0});
}

void OwnYears::add(OwnYear own) {
  const bool calendar = own.month == 1 && own.months == kYear;
  if (own.months >= kShortest && !calendar) years_.push_back(std::move(own));
}

// "The financial year that ended in March", "the half-year to 30 September": the half by which accounts are
// told before those of the year is its first.
void OwnYears::learn_from_length(const Article& article, const Finder& finder, const Found& one) {
  int end = 0;
  Length length;
  Span unit;
  for (const Part& part : finder.parts(one)) {
    if (part.kind == finder.kinds().date) {
      end = static_cast<unsigned char>(when_of(part.meaning).month);
    } else if (const auto& kinds = finder.kinds(); part.kind == kinds.unit_length ||
                                                   part.kind == kinds.unit_until ||
                                                   part.kind == kinds.duration) {
      length = length_of(part.meaning);
      unit = part.span;
    }
  }
  const auto grain = static_cast<Grain>(length.unit);
  if (end == 0 || unit.empty() || length.units != 1) return;
  OwnYear own{.head = unit, .told_at = one.whole.span.begin};
  own.months = kYear;
  if (grain == Grain::year && length.counts[0] == 1) {
    own.month = static_cast<std::uint8_t>(end % kYear + 1);
    own.kind = kind_before_year(article, unit);
    own.business = of_accounts(own.kind);
  } else if (constexpr int kHalf = 6; grain > Grain::month && length.counts[1] == kHalf && end != kYear) {
    own.month = static_cast<std::uint8_t>((end + kHalf) % kYear + 1);
    own.business = own.by_parts = true;
  }
  if (own.month != 0) add(std::move(own));
}

// "The first quarter (April to June)".
void OwnYears::learn_from_months_of_part(const Article& article, const Finder& finder, const Found& part,
                                         const Found& months) {
  if (part.whole.kind != finder.kinds().date || months.whole.kind != finder.kinds().date_range) return;
  const When when = when_of(part.whole.meaning);
  const int nth = static_cast<unsigned char>(when.quarter != 0 ? when.quarter : when.half);
  if (nth == 0 || months.whole.span.begin <= part.whole.span.end) return;
  const std::string_view between = article.text(Span{part.whole.span.end, months.whole.span.begin});
  if (between != " (" && between != ", " && between != ", from " && between != " (from ") return;
  const Months told = months_of(finder, months, {});
  const int length = when.quarter != 0 ? kYear / 4 : kYear / 2;
  if (told.last == 0 || (told.last - told.first + kYear) % kYear + 1 != length) return;
  add({.business = true,
       .by_parts = true,
       .month = static_cast<std::uint8_t>((told.first - 1 - (nth - 1) * length + 2 * kYear) % kYear + 1),
       .months = kYear,
       .head = part.whole.span,
       .told_at = part.whole.span.begin});
}

void OwnYears::learn_from(const Article& article, const Finder& finder, const Found& one, Date published) {
  const Months months = months_of(finder, one, published);
  if (months.first == 0) return;
  const Index token = token_from(article, one.whole.span.begin);
  if (token == 0 || token >= article.tokens.size()) return;
  Definition definition(article, token);
  if (!definition.read()) return;
  OwnYear own{.kind = definition.kind(), .head = definition.head(), .told_at = one.whole.span.begin};
  if (months.last != 0 && (definition.way() == Way::runs || definition.way() == Way::none)) {
    own.months = static_cast<std::uint8_t>((months.last - months.first + kYear) % kYear + 1);
    own.month = static_cast<std::uint8_t>(months.first);
  } else if (months.last == 0 && definition.way() == Way::ends) {
    own.month = static_cast<std::uint8_t>(months.first % kYear + 1);
    own.months = kYear;
  } else if (months.last == 0 && definition.way() == Way::begins) {
    own.month = static_cast<std::uint8_t>(months.first);
    own.months = kYear;
  }
  own.business = definition.is_business();
  add(std::move(own));
}

const OwnYear* OwnYears::business() const {
  const auto by_parts = std::ranges::find_if(years_, &OwnYear::by_parts);
  if (by_parts != years_.end()) return &*by_parts;
  const auto own = std::ranges::find_if(years_, &OwnYear::business);
  return own == years_.end() ? nullptr : &*own;
}

void OwnYears::find_said(const Article& article) {
  for (Index t = 2; t < article.tokens.size(); ++t) {
    if (!is_year(article, t)) continue;
    const Spelling kind = lower(article, article.tokens[t - 1]);
    const auto own = std::ranges::find_if(years_, [&](const OwnYear& y) {
      return (!y.kind.empty() && y.kind == kind) || (y.business && of_accounts(kind) && kind != "full");
    });
    if (own == years_.end()) continue;
    const Index after = t + 1;
    const bool labelled = after < article.tokens.size() && article.tokens[after].kind == TokenKind::number;
    const Spelling which = lower(article, article.tokens[t - 2]);
    OwnYearSaid said{.span = {article.tokens[t - 2].span.begin, article.tokens[t].span.end},
                     .year = static_cast<std::size_t>(own - years_.begin())};
    if (which == "last" || which == "past")
      said.offset = -1;
    else if (which == "next" || which == "coming")
      said.offset = 1;
    else if (which == "previous" || which == "preceding")
      said.offset = -1, said.from_focus = true;
    else if (which == "the" || which == "that")
      said.from_focus = true;
    else if (which != "this" && which != "current")
      continue;
    // "the first two quarters of the rail year" is no year
    const bool part = t > 3 && lower(article, article.tokens[t - 3]) == "of";
    const bool defined_here = std::ranges::any_of(years_, [&](const OwnYear& y) {
      return y.head.end == article.tokens[t].span.end && said.from_focus;
    });
    if (!labelled && !defined_here && !part) said_.push_back(said);
  }
}

const OwnYear* OwnYears::of_label(const Article& article, Span label) const {
  if (years_.empty()) return nullptr;
  const OwnYear* nearest = nullptr;
  // "(October 2021 to September 2022)" right behind it says it of this one.
  constexpr std::uint32_t kBehind = 40;
  for (const OwnYear& own : years_) {
    if (own.told_at >= label.end && own.told_at < label.end + kBehind) return &own;
  }
  const Index token = token_from(article, label.begin);
  const Spelling kind = token >= 2 ? lower(article, article.tokens[token - 2]) : Spelling();
  for (const OwnYear& own : years_) {
    if (!own.kind.empty() && own.kind == kind) return &own;
    const bool nearer = nearest == nullptr || own.told_at < label.begin;
    if (nearer) nearest = &own;
  }
  return nearest;
}

const OwnYear* OwnYears::like(const Period& period) const {
  if (!period.interval || period.from.month == 0 || period.from.day > 1) return nullptr;
  for (const OwnYear& own : years_) {
    const Period same = in_own_year(own, period.from.year);
    if (same.first_day() == period.first_day() && same.last_day() == period.last_day()) return &own;
  }
  return nullptr;
}

Period part_of_own(const Period& year, int nth, int months) {
  const Date from = add_months(year.from, (nth - 1) * months);
  return Period::between(from, add_months(from, months - 1));
}

Period in_own_year(const OwnYear& own, int year) {
  const Date from = make_date(year, own.month);
  return Period::between(from, add_months(from, own.months - 1));
}

int begun_by(const OwnYear& own, Date date) {
  return date.year - (date.month != 0 && date.month < own.month ? 1 : 0);
}

}  // namespace tally::dates
