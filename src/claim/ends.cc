// Two numbers that "from" and "to" join → the change between them:
//
//   "the list shrank, from 68,390 to 67,715, a fall of 1.8 %"    from 68,390 to 67,715, down 1.8 %
//   "corrected it to 1,079 a month, from the 1,084 it gave"      from 1,084 to 1,079
#include "claim/ends.h"

#include <optional>
#include <string>
#include <string_view>

#include "claim/amount_use.h"
#include "claim/end_finder.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "text/named_words.h"

namespace tally {
namespace {

constexpr Index kNear = 4;                 // words between a preposition and its number
constexpr Index kFarthest = 9;             // words between the two ends
constexpr Index kBefore = 8;               // words before "from" in which the change is named
constexpr std::uint32_t kRightAfter = 14;  // bytes between a pair and its percentage
constexpr std::uint32_t kLongestQuote = 240;

}  // namespace

void EndFinder::find() {
  for (Index s = 0; s < article_.sentences.size(); ++s) {
    if (!scene_.is_news(s)) continue;
    sentence_ = article_.sentences[s];
    static constexpr NamedWords kMarks = {"from", "to"};
    const bool two = Scene::starting_in(article_.amounts, sentence_.span).size() > 1;
    for (Index t = sentence_.tokens.begin; two && t < sentence_.tokens.end; ++t) {
      if (!kMarks.contains_lower(article_.text(article_.tokens[t]))) continue;
      if (is_word(t, "from") && !tells_range(t)) read_pair(t, pair_at(t));
      if (is_word(t, "to")) read_pair(t, pair_behind(t));
    }
    if (has_changes()) mend(sentence_.span);
  }
}

bool EndFinder::has_changes() {
  const auto is_change = [](const Claim& claim) { return claim.kind == ClaimKind::change; };
  while (!has_changes_ && seen_ < article_.claims.size()) has_changes_ = is_change(article_.claims[seen_++]);
  return has_changes_;
}

bool EndFinder::tells_range(Index from) const {
  return from > sentence_.tokens.begin && is(article_.tokens[from - 1], WordClass::size_verb);
}

bool EndFinder::is_of_thing(Index of, Index first) const {
  if (of <= first || !is_word(of, "of")) return false;
  const Token& noun = article_.tokens[of - 1];
  return noun.pos == Pos::noun &&
         !is_any(noun, {WordClass::peak_noun, WordClass::measure, WordClass::average_noun, WordClass::group});
}

const Mention* EndFinder::number_at(Index token) const {
  for (Index i = token; i < token + kNear && i < sentence_.tokens.end; ++i) {
    if (article_.tokens[i].kind == TokenKind::punctuation || is_of_thing(i, token)) return nullptr;
    for (const Mention& amount : Scene::starting_in(article_.amounts, article_.tokens[i].span)) {
      const bool dated = scene_.date_in(amount.span) != nullptr || scene_.date_over(amount.span) != nullptr;
      const bool number = amount.value && amount.value->printed() && amount.kind != MentionKind::ordinal &&
                          amount.kind != MentionKind::range && amount.unit != "fold";
      if (!dated && number) return &amount;
      if (dated) return nullptr;
    }
  }
  return nullptr;
}

bool EndFinder::is_alike(std::string_view unit, std::string_view of) {
  return unit.empty() || of.empty() || unit == of || of.starts_with(std::string(unit) + "_per_") ||
         unit.starts_with(std::string(of) + "_per_");
}

std::optional<Decimal> EndFinder::scaled(Decimal from, Decimal to) {
  constexpr double kWildest = 8;
  const auto tame = [&](Decimal a) {
    const double x = a.to_double();
    const double y = to.to_double();
    return x > 0 && y > 0 && x <= kWildest * y && y <= kWildest * x;
  };
  if (tame(from)) return from;
  for (const int power : {3, 6, 9}) {
    const auto larger = from.shifted(power);
    if (larger && tame(*larger)) return larger;
  }
  return std::nullopt;
}

std::optional<EndFinder::Pair> EndFinder::settled(Pair pair) {
  if (pair.from == nullptr || pair.to == nullptr || !is_alike(pair.from->unit, pair.to->unit))
    return std::nullopt;
  const auto base = scaled(*pair.from->value->printed(), *pair.to->value->printed());
  if (!base || *base == *pair.to->value->printed()) return std::nullopt;
  pair.base = *base;
  return pair;
}

std::optional<EndFinder::Pair> EndFinder::pair_at(Index from) const {
  Pair pair{.from = number_at(from + 1), .at = from};
  if (pair.from == nullptr) return std::nullopt;
  const Index begin = token_from(article_, pair.from->span.end);
  for (Index i = begin; i < begin + kFarthest && i < sentence_.tokens.end; ++i) {
    const std::string_view text = article_.text(article_.tokens[i]);
    if (text == ";" || text == ":" || text == "," || is_word(i, "from")) return std::nullopt;
    if (!is_word(i, "to")) continue;
    pair.to = number_at(i + 1);
    break;
  }
  return settled(pair);
}

std::optional<EndFinder::Pair> EndFinder::pair_behind(Index to) const {
  Pair pair{.to = number_at(to + 1), .at = to};
  if (pair.to == nullptr) return std::nullopt;
  const Index begin = token_from(article_, pair.to->span.end);
  for (Index i = begin; i < begin + kFarthest && i < sentence_.tokens.end; ++i) {
    const std::string_view text = article_.text(article_.tokens[i]);
    if (text == ";" || text == ":" || is_word(i, "to")) return std::nullopt;
    if (!is_word(i, "from")) continue;
    if (tells_range(i)) return std::nullopt;
    pair.from = number_at(i + 1);
    break;
  }
  return settled(pair);
}

Direction EndFinder::told_before(Index from, bool& changes) const {
  Direction way = Direction::unknown;
  const Index begin = from > sentence_.tokens.begin + kBefore ? from - kBefore : sentence_.tokens.begin;
  for (Index i = begin; i < from; ++i) {
    const Token& token = article_.tokens[i];
    const std::string_view text = article_.text(token);
    if (text == ";" || text == ":") way = Direction::unknown, changes = false;
    const bool up = is(token, WordClass::up_verb) || is(token, WordClass::up_noun);
    const bool down = is(token, WordClass::down_verb) || is(token, WordClass::down_noun);
    if (up != down) way = up ? Direction::up : Direction::down;
    changes = changes || up || down || is(token, WordClass::motion_verb) ||
              is(token, WordClass::revise_verb) || is(token, WordClass::cause_change_verb) ||
              is(token, WordClass::change_noun);
  }
  return way;
}

void EndFinder::read_pair(Index from, const std::optional<Pair>& pair) {
  if (!pair) return;
  if (const Index told = told_by(*pair); told != kNone) {
    lend_unit(*pair);
    return complete(told, *pair);
  }
  bool changes = false;
  Direction way = told_before(from, changes);
  if (!changes) return;
  lend_unit(*pair);
  const Decimal to = *pair->to->value->printed();
  if (way == Direction::unknown) way = to > pair->base ? Direction::up : Direction::down;
  if (const Index apposed = apposed_to(*pair, way); apposed != kNone) return complete(apposed, *pair);
  add(*pair, way);
}

void EndFinder::lend_unit(const Pair& pair) {
  const bool bare = pair.from->kind == MentionKind::number && pair.from->unit.empty();
  const Index from = bare ? scene_.figure_of(*pair.from) : kNone;
  const Index to = from == kNone ? kNone : scene_.figure_of(*pair.to);
  const std::string& unit = to == kNone ? pair.to->unit : article_.claims[to].unit;
  if (from == kNone || from == to || unit == "person") return;
  Claim& base = article_.claims[from];
  const std::optional<Decimal> printed = base.value ? base.value->best : std::nullopt;
  if (!base.unit.empty() || printed != pair.from->value->printed()) return;
  base.unit = unit;
  if (to != kNone && !unit.empty() && base.measure.property == article_.claims[to].measure.property)
    base.measure.aggregate = article_.claims[to].measure.aggregate;
  for (const int power : {3, 6, 9}) {
    const std::optional<Decimal> step = base.value->step.shifted(power);
    if (printed->shifted(power) == pair.base && step) base.value = Value::exact(pair.base, *step);
  }
}

Index EndFinder::told_by(const Pair& pair) const {
  const Span span = cover(pair.from->span, pair.to->span);
  const auto from = pair.from->value->printed();
  const auto to = pair.to->value->printed();
  for (const Index i : scene_.claims_around(span)) {
    const Claim& claim = article_.claims[i];
    if (claim.kind != ClaimKind::change || !claim.change) continue;
    // "An increase of 56 percent, pushing the share up from 10.7 to 16.1": the share is another thing.
    if (claim.change->percent && pair.to->unit == "percent") continue;
    const bool ends = claim.change->to == to || (claim.change->from && claim.change->from == from);
    if (ends && sentence_.span.contains(claim.quote)) return i;
  }
  return kNone;
}

Index EndFinder::apposed_to(const Pair& pair, Direction way) const {
  for (const Index i : scene_.claims_around({pair.to->span.end, pair.to->span.end + kRightAfter})) {
    const Claim& claim = article_.claims[i];
    if (claim.kind != ClaimKind::change || !claim.change || claim.change->from || claim.change->to) continue;
    if (claim.change->percent && pair.to->unit == "percent") continue;
    const bool behind = claim.quote.end > pair.to->span.end;
    if (behind && claim.change->direction == way && (claim.change->percent || claim.change->by) &&
        sentence_.span.contains(claim.quote))
      return i;
  }
  return kNone;
}

void EndFinder::complete(Index change, const Pair& pair) {
  Claim& claim = article_.claims[change];
  const auto printed = pair.from->value->printed();
  // "fell by nine per cent, from 3,147 to 2,864": its own end, whatever was taken for it before.
  const bool other =
      claim.change->from && claim.change->from != printed && claim.change->to == pair.to->value->printed();
  if (other) claim.change->base_period.reset();
  if (!claim.change->from || other || claim.change->from == printed) claim.change->from = pair.base;
  if (!claim.change->to) {
    claim.change->to = pair.to->value->printed();
    if (const Index to = scene_.figure_of(*pair.to); to != kNone && claim.about == kNone) claim.about = to;
  }
  if (!claim.change->base_period) claim.change->base_period = base_time(pair);
  const Span whole = cover(claim.quote, cover(pair.from->span, pair.to->span));
  if (whole.size() <= kLongestQuote) claim.quote = whole;
}

std::optional<Period> EndFinder::base_time(const Pair& pair) const {
  if (const Index figure = scene_.figure_of(*pair.from); figure != kNone)
    return article_.claims[figure].period;
  const Mention* date = scene_.date_in({pair.from->span.end, pair.to->span.begin});
  if (date == nullptr) return std::nullopt;
  const Index to = scene_.figure_of(*pair.to);
  if (to == kNone) return date->period;
  return seen_from(scene_, when_printed(*date, kNone), {.period = article_.claims[to].period}).period;
}

void EndFinder::add(const Pair& pair, Direction way) {
  const Index chunk = chunk_at(article_, article_.tokens[pair.at].span.begin);
  const Index clause = chunk == kNone ? kNone : scene_.verb_clause_of(chunk);
  const Index to = scene_.figure_of(*pair.to);
  Claim claim;
  claim.kind = ClaimKind::change;
  claim.rule = "change.ends";
  claim.unit = pair.to->unit;
  claim.change = ChangeDetail{.direction = way, .from = pair.base, .to = pair.to->value->printed()};
  claim.change->base_period = base_time(pair);
  if (to != kNone) {
    const Claim& figure = article_.claims[to];
    claim.about = to;
    claim.measure = figure.measure;
    take_time(claim, figure);
    claim.unit = figure.unit;
  } else if (clause != kNone) {
    const Index subject = scene_.subject_of(clause);
    if (subject != kNone && scene_.kind(subject) == ChunkKind::noun && !is_anaphoric(scene_, subject))
      claim.measure = measure_of_noun(scene_, subject).measure;
  }
  claim.modality = clause == kNone ? Modality::observed : modality_of(scene_, clause);
  claim.quote = cover(article_.tokens[pair.at].span, pair.to->span);
  article_.claims.push_back(std::move(claim));
}

void find_ends(Article& article) {
  EndFinder(article).find();
}

}  // namespace tally
