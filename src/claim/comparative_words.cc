// The words behind a number → how it compares and with what:
//
//   "54 percent [more than last year's 12.1 million]"   up, base last year, 12.1 million
//   "five times [as many as in the same period]"        a factor, base the period
//   "1,377 students or 0.6 % [fewer]"                   down, the same difference as a count beside it
#include <algorithm>
#include <optional>
#include <string_view>

#include "claim/amount_use.h"
#include "claim/comparative_finder.h"
#include "claim/periods.h"

namespace tally {
namespace {

constexpr Index kNounGroup = 4;  // words between the comparative and "than"
constexpr Index kBaseWords = 14;

}  // namespace

Index ComparativeFinder::soon(Index token, std::string_view wanted) const {
  for (Index i = token; i <= token + kNounGroup && here(i); ++i) {
    if (word(i) == wanted) return i;
    if (article_.tokens[i].kind == TokenKind::punctuation) break;
  }
  return kNone;
}

Index ComparativeFinder::as_behind(Index token) const {
  if (const Index as = soon(token, "as"); as != kNone) return as;
  constexpr Index kClause = 16;  // words between "as many" and the "as" of its time
  constexpr Index kDate = 4;
  for (Index i = token; i < token + kClause && here(i + 1); ++i) {
    if (article_.tokens[i].kind == TokenKind::punctuation) break;
    const Span behind = article_.span_of({i + 1, std::min(i + 1 + kDate, sentence_.tokens.end)});
    if (word(i) == "as" && scene_.date_in(behind) != nullptr) return i;
  }
  return kNone;
}

bool ComparativeFinder::stops(Index token) const {
  return !here(token) || article_.tokens[token].kind == TokenKind::punctuation;
}

ComparativeFinder::Comparative ComparativeFinder::comparative_at(Index token, const Mention& amount) const {
  const Spelling first = word(token);
  // "[twice as many] visitors as last year"
  if (amount.unit == "fold" && is_as_many(amount)) {
    const Index as = as_behind(token);
    if (as != kNone) return {Direction::up, true, as + 1};
  }
  if (amount.unit == "fold" || amount.unit.empty()) {
    const bool multiple = first == "as" && is_word(token + 1, WordClass::degree);
    const bool halved = *amount.value->printed() < Decimal(1);
    if (multiple && (amount.unit == "fold" || halved)) {
      const Index as = as_behind(token + 2);
      return {halved ? Direction::down : Direction::up, true, as == kNone ? token + 2 : as + 1};
    }
  }
  if (const Index base = base_of_multiple(token, amount); base != kNone)
    return {*amount.value->printed() < Decimal(1) ? Direction::down : Direction::up, true, base, false, true};
  // "6.1% above the last quarter of 2023"
  const bool over = first == "above" || first == "over";
  if ((over || first == "below" || first == "under") && is_ratio(amount))
    return {over ? Direction::up : Direction::down, false, token + 1, false, false, true};
  const bool more = is_word(token, WordClass::comparative_up);
  if (!more && !is_word(token, WordClass::comparative_down)) return {};
  Index than = soon(token + 1, "than");
  // "40 % higher compared to the 3,657", "twice as high versus 2014"
  if (than == kNone && word(token + 1) == "compared" &&
      (word(token + 2) == "to" || word(token + 2) == "with"))
    than = token + 2;
  if (than == kNone && word(token + 1) == "versus") than = token + 1;
  // "…, 15 percent fewer", "that is 5,875 more, or 9 percent": than what was told before.
  if (than == kNone && stops(token + 1) && amount.unit != "fold")
    return {more ? Direction::up : Direction::down, false, token + 1, true};
  if (than == kNone) return {};
  // "dearer", "two metres longer": of one thing at two times, and not of two things.
  if (!is_word(token, WordClass::up_adjective) && !is_word(token, WordClass::down_adjective))
    return {more ? Direction::up : Direction::down, amount.unit == "fold", than + 1, false, false, true};
  return {more ? Direction::up : Direction::down, amount.unit == "fold", than + 1};
}

bool ComparativeFinder::is_as_many(const Mention& amount) const {
  const std::string_view words = article_.text(amount.span);
  return words.ends_with(" many") || words.ends_with(" much") || words.ends_with(" high");
}

Index ComparativeFinder::base_of_multiple(Index token, const Mention& amount) const {
  const bool part = amount.unit.empty() && *amount.value->printed() < Decimal(1);
  if (amount.unit != "fold" && !part) return kNone;
  const Index base = part && word(token) == "of" ? token + 1 : token;
  // "nearly double [what it was in 2019]"
  const bool what =
      here(base + 2) && word(base) == "what" && lemma(article_, article_.tokens[base + 2]) == "be";
  if (!here(base) ||
      (article_.tokens[base].tag != Tag::dt && article_.tokens[base].tag != Tag::prps && !what))
    return kNone;
  const Index begin = token_from(article_, amount.extent.empty() ? amount.span.begin : amount.extent.begin);
  if (begin <= sentence_.tokens.begin) return kNone;
  const Token& before = article_.tokens[begin - 1];
  const bool apposed = before.kind == TokenKind::punctuation || before.tag == Tag::cc;
  return apposed || lemma(article_, before) == "be" ? base : kNone;
}

const Mention* ComparativeFinder::percent_after(Index token) const {
  if (word(token) != "," || word(token + 1) != "or" || !here(token + 2)) return nullptr;
  for (const Mention& amount : Scene::starting_in(article_.amounts, article_.tokens[token + 2].span)) {
    if (amount.unit == "percent" && amount.value && amount.value->printed()) return &amount;
  }
  return nullptr;
}

const Mention* ComparativeFinder::twin_behind(const Mention& amount) const {
  if (amount.unit != "percent") return nullptr;
  Index at = token_from(article_, amount.span.end);
  if (word(at) == ",") ++at;
  if (word(at) != "or" || !here(at + 1)) return nullptr;
  for (const Mention& other : Scene::starting_in(article_.amounts, article_.tokens[at + 1].span)) {
    if (!other.value || !other.value->printed() || is_ratio(other) || other.kind == MentionKind::ordinal)
      continue;
    Index behind = token_from(article_, std::max(other.span.end, other.counted.end));
    if (word(behind) == ",") ++behind;
    const bool compared =
        is_word(behind, WordClass::comparative_up) || is_word(behind, WordClass::comparative_down);
    if (compared && word(behind + 1) == "than") return &other;
  }
  return nullptr;
}

const Mention* ComparativeFinder::count_beside(const Mention& amount) const {
  if (amount.unit != "percent") return nullptr;
  constexpr std::uint32_t kNear = 48;  // bytes
  const Span before{amount.span.begin - std::min(kNear, amount.span.begin - sentence_.span.begin),
                    amount.span.begin};
  for (const Mention& other : Scene::starting_in(article_.amounts, before)) {
    const bool plain = other.value && other.value->printed() && !is_ratio(other);
    const std::uint32_t end = std::max(other.span.end, other.counted.end);
    if (!plain || other.kind == MentionKind::ordinal || end >= amount.span.begin) continue;
    if (scene_.date_over(other.span) != nullptr) continue;  // "came to 4,120 in 2022, or 12 % more than"
    const std::string_view joint = article_.text(Span{end, amount.span.begin});
    if (joint == ", or " && is_told(other)) return nullptr;
    if (joint == " or " || joint == ", or " || joint == " (") return &other;
  }
  return nullptr;
}

bool ComparativeFinder::is_told(const Mention& count) const {
  return std::ranges::any_of(scene_.claims_around(count.span), [&](Index i) {
    const Claim& claim = article_.claims[i];
    return claim.kind == ClaimKind::figure && claim.value && claim.quote.overlaps(count.span) &&
           claim.value->printed() == count.value->printed();
  });
}

ComparativeFinder::Base ComparativeFinder::base_at(Index token, const Claim& figure) const {
  Base base;
  if (!here(token)) return base;
  Index end = token;
  bool in_brackets = false;
  for (Index i = token; i < token + kBaseWords && here(i); ++i) {
    const std::string_view text = article_.text(article_.tokens[i]);
    if (text == ")" && in_brackets) end = i + 1;
    if (text == "," || text == ";" || text == "." || text == ")" || text == "–" || text == "—") break;
    in_brackets = in_brackets || text == "(";
    // "more than in the season before and the best figure since 1971-72"
    if (word(i) == "and" && here(i + 1) && article_.tokens[i + 1].tag == Tag::dt) break;
    // "a third more than in January and almost three [times] as many as in 2020"
    if (word(i) == "and" && is_multiple_soon(i + 1)) break;
    // "Twice as many as last year [applied] for the 40 places"
    const Tag tag = article_.tokens[i].tag;
    if ((tag == Tag::vbd || tag == Tag::md) && i > token &&
        scene_.date_in(article_.span_of({token, i})) != nullptr)
      break;
    // "… and 6,592 fewer than in 2021"
    if (word(i) == "and" && here(i + 2) && article_.tokens[i + 1].kind == TokenKind::number &&
        (is_word(i + 2, WordClass::comparative_up) || is_word(i + 2, WordClass::comparative_down)))
      break;
    end = i + 1;
  }
  if (end == token) return base;
  base.span = article_.span_of({token, end});
  if (const Mention* date = scene_.date_in(base.span)) base.period = period_of(*date, figure);
  for (const Mention& number : Scene::starting_in(article_.amounts, base.span)) {
    const bool dated = scene_.date_in(number.span) != nullptr || scene_.date_over(number.span) != nullptr;
    const bool alike = number.unit.empty() || number.unit == figure.unit;
    if (dated || !alike || number.kind == MentionKind::ordinal) continue;
    base.value = compared_value(number, base.span);
    if (!base.value) continue;
    base.number = &number;
    break;
  }
  return base;
}

bool ComparativeFinder::is_multiple_soon(Index token) const {
  for (Index i = token; i < token + kNounGroup && here(i); ++i) {
    if (word(i) == "times" || word(i) == "twice") return true;
  }
  return false;
}

std::optional<Period> ComparativeFinder::period_of(const Mention& date, const Claim& figure) const {
  // The year before one that only the report's date will tell.
  const bool from_focus = date.relative && date.relative->anchor == RelativeDate::Anchor::focus;
  if (from_focus && !figure.period && figure.relative) return std::nullopt;
  const When when = seen_from(scene_, when_printed(date, kNone), {.period = figure.period});
  if (!when.period || !when.period->known()) return std::nullopt;
  return figure.period ? as_long_as(*figure.period, *when.period) : *when.period;
}

std::optional<Value> ComparativeFinder::compared_value(const Mention& number, Span base) {
  if (!number.value || number.value->best) return number.value;
  if (number.extent.empty() || number.extent.begin >= base.begin) return std::nullopt;
  const std::optional<Decimal> printed = number.value->printed();
  return printed ? std::optional(Value::exact(*printed, number.value->step)) : std::nullopt;
}

}  // namespace tally
