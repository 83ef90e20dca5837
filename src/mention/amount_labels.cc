// Places known to the gazetteer are counted in and are not numbered themselves; and where several names
// and numbers take turns, the numbers are what each name is given.
#include "mention/amount_labels.h"

#include <vector>

#include "mention/amount_functions.h"
#include "mention/gazetteer.h"
#include "mention/label_names.h"

namespace tally::grammar {
namespace {

using gazetteer::bit;
using gazetteer::Kind;

constexpr std::int64_t kMostDistrict = 100;  // "Paris 15": a part of the city

// label(of): whether the number belongs to the name before it.
bool make_label(const Call& call, Meaning& out) {
  (void)out;
  constexpr std::int64_t kFirstYear = 1890, kLastYear = 2100;
  const Meaning* of = call.arguments[0];
  const Index at = call.tokens.begin;
  if (of == nullptr || at == 0) return false;
  const bool year = of->digits == 4 && of->number >= Decimal(kFirstYear) && of->number <= Decimal(kLastYear);
  Names names(call);
  const Range name = names.name_before(at);
  if (names.only_begins(name) || names.is_in_lines(at)) return false;
  if (year || name.empty() || names.is(name, bit(Kind::numbered))) return true;
  const bool city = names.is(name, bit(Kind::city));
  if (names.is(name, bit(Kind::country) | bit(Kind::region))) return false;
  if (!city && names.is(name, bit(Kind::subdivision))) return false;
  if (city && of->number >= Decimal(kMostDistrict)) return false;
  return names.is_numbered_noun(name) || !(names.is_gapped(name) || names.is_in_row(at));
}

// version(of): "Ardent 19.2", "GNU Tarn 8.3": two short numbers and a point behind a name.
bool make_version(const Call& call, Meaning& out) {
  constexpr std::int64_t kHighest = 100;
  const Meaning* of = call.arguments[0];
  return of != nullptr && of->number.scale() > 0 && of->number.scale() <= 2 &&
         of->number < Decimal(kHighest) && make_label(call, out);
}

// numbered(): behind a noun that is numbered; "in the district 14 schools closed" counts schools.
bool make_numbered(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  // A label has no groups of thousands: "Italians now number 148,200".
  if (call.text(call.pieces.back()).find(',') != std::string_view::npos) return false;
  return at == 0 || !Names(call).counts_in_place(at, call.tokens.end);
}

// age_aside(of, named): "Kim, 34,"; `named`: only behind a whole name ("Berta Holm (34)"); a place has no
// age, nor does a name in a list of figures ("Alder had 12 cases; Dunmore, 30;").
bool make_age_aside(const Call& call, Meaning& out) {
  const Meaning* of = call.arguments[0];
  if (of == nullptr || call.tokens.begin == 0) return false;
  const Names names(call);
  const Range name = names.name_before(call.tokens.begin);
  const bool place = names.is(name, bit(Kind::country) | bit(Kind::region) | bit(Kind::subdivision));
  const bool person = names.is(name, bit(Kind::given_name)) || names.begins_with_given_name(name);
  if (!person && (place || names.is_gapped(name))) return false;
  if (call.arguments[1] != nullptr && (!person || name.size() < 2)) return false;
  out = *of;
  out.symbol = call.grammar.symbol("year");
  out.flags |= kAge;
  return true;
}

// told_score(): "Norham 2, Ashford 1" by itself, not at the end of what lists figures.
bool make_told_score(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  return at > 0 && Names(call).opens(at);
}

// footnote(): digits glued to the mark that ends what a word began: "the structure.10".
bool make_footnote(const Call& call, Meaning& out) {
  (void)out;
  const std::string& text = call.article.text();
  std::size_t at = call.all_tokens[call.tokens.begin].span.begin;
  while (at > 0 && (text[at - 1] == '.' || text[at - 1] == ',' || text[at - 1] == ')' || text[at - 1] == ';'))
    --at;
  if (at < 2) return false;
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  return is_small(text[at - 1]) && is_small(text[at - 2]);
}

// model(of): "a Tarpan 320": of things that a maker numbers.
bool make_model(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  if (at == 0) return false;
  const Names names(call);
  const Range name = names.name_before(at);
  return names.is_one_of_many(name) ||
         (names.is_numbered_noun(name) && !names.goes_on_in_capitals(call.tokens.end));
}

// name_number(of): "the Tarpan 3 stops", "a Tarpan 3 review", "the Ardent 6.2 platform": a number behind the
// name of what is made, with nothing behind it that could be counted.
bool make_name_number(const Call& call, Meaning& out) {
  (void)out;
  constexpr std::int64_t kFirstYear = 1890, kLastYear = 2100, kHighestVersion = 100;
  const Meaning* of = call.arguments[0];
  const Index at = call.tokens.begin;
  if (of == nullptr || at == 0 || of->number < Decimal(2)) return false;
  const bool version = of->number.scale() > 0 && of->number.scale() <= 2;
  if (version ? of->number >= Decimal(kHighestVersion) : of->digits == 0 || of->digits > 4) return false;
  if (of->digits == 4 && of->number >= Decimal(kFirstYear) && of->number <= Decimal(kLastYear)) return false;
  Names names(call);
  const Range name = names.name_before(at);
  if (name.empty() || names.only_begins(name) || names.is_place(name) || names.follows_preposition(name))
    return false;
  if (names.is_gapped(name) || names.is_in_row(at)) return false;
  const Index next = call.tokens.end;
  if (version) return names.is_common_noun(next);
  if (names.is_lone_singular(next)) return true;
  return !names.opens(at) && !names.has_number_before(at) && names.is_verb_or_adverb(next);
}

// player_mark(): "Anna Holm: 7 Held the ball": behind the whole name of a person that begins the sentence;
// who has no known name is a person where what was done follows ("Zeb Orla: 7 Held the ball").
bool make_player_mark(const Call& call, Meaning& out) {
  (void)out;
  const Index at = call.tokens.begin;
  if (at < 2) return false;
  const Names names(call);
  const Range name = names.name_before(at - 1);
  if (name.size() < 2 || !names.opens(at - 1)) return false;
  return names.begins_with_given_name(name) || names.has_object(call.tokens.end);
}

// unbracketed(): "1) costs, 2) sales": no bracket was opened before in the sentence.
bool make_unbracketed(const Call& call, Meaning& out) {
  (void)out;
  constexpr Index kFarthest = 60;  // tokens
  const Index end = call.tokens.begin;
  for (Index at = end; at > 0 && end - at < kFarthest; --at) {
    const std::string_view text = call.article.text(call.all_tokens[at - 1]);
    if (text == ")" || text == "]") return true;
    if (text == "(" || text == "[") return false;
    if ((call.all_tokens[at - 1].flags & kSentenceStart) != 0) return true;
  }
  return true;
}

// score(a, b): "3-2" and "2-3"; "5-10" may be a range, left alone where the second is larger.
bool make_score(const Call& call, Meaning& out) {
  (void)out;
  return call.arguments[0] != nullptr && call.arguments[1] != nullptr &&
         call.arguments[0]->number >= call.arguments[1]->number;
}

// season(a, b): "2020-21", "1999-00": a date.
bool make_season(const Call& call, Meaning& out) {
  (void)out;
  const Meaning* a = call.arguments[0];
  const Meaning* b = call.arguments[1];
  if (a == nullptr || b == nullptr) return false;
  return (a->number.coefficient() + 1) % 100 == b->number.coefficient();
}

// score_row(): "2-1, 0-3 and 1-4": one of them is no range, so none is.
bool make_score_row(const Call& call, Meaning& out) {
  (void)out;
  Decimal first;
  bool odd = false;
  bool falls = false;
  for (Index at = call.tokens.begin; at < call.tokens.end; ++at) {
    if (call.all_tokens[at].kind != TokenKind::number) continue;
    const auto value = Decimal::parse(call.article.text(call.all_tokens[at]));
    if (!value) return false;
    falls = falls || (odd && *value < first);
    first = *value;
    odd = !odd;
  }
  return falls;
}

// calibre(of): "a .38 revolver".
bool make_calibre(const Call& call, Meaning& out) {
  (void)out;
  return call.text(call.pieces.front()).starts_with('.');
}

// seven_digits(): "555-0199": a number to dial. A range that begins with three digits and ends with four has
// round ends; where these are round, a word of calling tells.
bool make_seven_digits(const Call& call, Meaning& out) {
  (void)out;
  constexpr Index kFarthest = 20;  // tokens
  if (!call.text(call.pieces.back()).ends_with('0')) return true;
  constexpr auto kWords = std::to_array<std::string_view>(
      {"call", "calls", "called", "calling", "contact", "phone", "telephone", "dial", "text", "tips", "tip"});
  for (Index at = call.tokens.begin; at > 0 && call.tokens.begin - at < kFarthest; --at) {
    if (std::ranges::find(kWords, lower(call.article, call.all_tokens[at - 1])) != kWords.end()) return true;
    if ((call.all_tokens[at - 1].flags & kSentenceStart) != 0) return false;
  }
  return false;
}

// leading_zero(of): "0171", "0800 6 888 000": a number to dial.
bool make_leading_zero(const Call& call, Meaning& out) {
  (void)out;
  const std::string_view text = call.text(call.pieces.front());
  return text.size() > 1 && text.front() == '0';
}

// clock_stop(of): "the 18.40 train".
bool make_clock_stop(const Call& call, Meaning& out) {
  (void)out;
  constexpr std::int64_t kHours = 24;
  const Meaning* of = call.arguments[0];
  if (of == nullptr || of->step != Decimal(1, 2) || of->number >= Decimal(kHours)) return false;
  const std::string_view text = call.text(call.pieces.front());
  return text.size() > 2 && text[text.size() - 2] < '6';
}

}  // namespace

std::span<const Function> label_functions() {
  static const std::vector<Function> functions = {{"label", {"of"}, make_label},
                                                  {"model", {"of"}, make_model},
                                                  {"version", {"of"}, make_version},
                                                  {"name_number", {"of"}, make_name_number},
                                                  {"player_mark", {}, make_player_mark},
                                                  {"unbracketed", {}, make_unbracketed},
                                                  {"age_aside", {"of", "named"}, make_age_aside},
                                                  {"told_score", {}, make_told_score},
                                                  {"numbered", {}, make_numbered},
                                                  {"footnote", {}, make_footnote},
                                                  {"score", {"a", "b"}, make_score},
                                                  {"season", {"a", "b"}, make_season},
                                                  {"score_row", {}, make_score_row},
                                                  {"leading_zero", {"of"}, make_leading_zero},
                                                  {"seven_digits", {}, make_seven_digits},
                                                  {"calibre", {"of"}, make_calibre},
                                                  {"clock_stop", {"of"}, make_clock_stop}};
  return functions;
}

}  // namespace tally::grammar
