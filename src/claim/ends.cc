// What a sentence tells beside its change → the change's two ends:
//
//   "the list shrank, from 68,390 to 67,715, a fall of 1.8 %"    from 68,390 to 67,715, down 1.8 %
//   "fetched 548 euros, down 6.8 % from 601"                      from 601
//   "had 226,800 pupils, after 214,600 in 2022, an increase of 6.7 percent"   from 214,600
//   "95 fewer than the 407 of the year before, a drop of 19 percent"  both from 407
#include "claim/ends.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/characters.h"
#include "claim/amount_use.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kNear = 4;                 // words between a preposition and its number
constexpr Index kFarthest = 9;             // words between the two ends
constexpr Index kBefore = 8;               // words before "from" in which the change is named
constexpr std::uint32_t kRightAfter = 14;  // bytes between a pair and its percentage
constexpr std::uint32_t kLongestQuote = 240;

class EndFinder {
 public:
  explicit EndFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
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

 private:
  // Those that were read before, and those that are added here.
  [[nodiscard]] bool has_changes() {
    const auto is_change = [](const Claim& claim) { return claim.kind == ClaimKind::change; };
    while (!has_changes_ && seen_ < article_.claims.size())
      has_changes_ = is_change(article_.claims[seen_++]);
    return has_changes_;
  }

  struct Pair {
    const Mention* from = nullptr;
    const Mention* to = nullptr;
    Index at = 0;  // the word "from"
    Decimal base = 0;
  };

  [[nodiscard]] Spelling word(Index token) const {
    return token < sentence_.tokens.end ? lower(article_, article_.tokens[token]) : Spelling();
  }

  [[nodiscard]] bool is_word(Index token, std::string_view lower_case) const {
    return token < sentence_.tokens.end && equals_lower(article_.text(article_.tokens[token]), lower_case);
  }

  // "with variations ranging [from] 0.7 percent in Lunn to 1.9 in Torv"
  [[nodiscard]] bool tells_range(Index from) const {
    return from > sentence_.tokens.begin && is(article_.tokens[from - 1], WordClass::size_verb);
  }

  // "from the collapse [of] three houses": no "low of three", but of what something else is told.
  [[nodiscard]] bool is_of_thing(Index of, Index first) const {
    if (of <= first || !is_word(of, "of")) return false;
    const Token& noun = article_.tokens[of - 1];
    return noun.pos == Pos::noun && !is_any(noun, {WordClass::peak_noun, WordClass::measure,
                                                   WordClass::average_noun, WordClass::group});
  }

  // The number that begins within a few words of the token; null where another thing stands there.
  [[nodiscard]] const Mention* number_at(Index token) const {
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

  static bool is_alike(std::string_view unit, std::string_view of) {
    return unit.empty() || of.empty() || unit == of || of.starts_with(std::string(unit) + "_per_") ||
           unit.starts_with(std::string(of) + "_per_");
  }

  // "From 8.2 to 12.6 million": the second number lends its scale.
  [[nodiscard]] static std::optional<Decimal> scaled(Decimal from, Decimal to) {
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

  // A pair whose ends are of one unit and one size, and not the same.
  [[nodiscard]] static std::optional<Pair> settled(Pair pair) {
    if (pair.from == nullptr || pair.to == nullptr || !is_alike(pair.from->unit, pair.to->unit))
      return std::nullopt;
    const auto base = scaled(*pair.from->value->printed(), *pair.to->value->printed());
    if (!base || *base == *pair.to->value->printed()) return std::nullopt;
    pair.base = *base;
    return pair;
  }

  [[nodiscard]] std::optional<Pair> pair_at(Index from) const {
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

  // The word that says that something changes, within a few words before "from".
  [[nodiscard]] Direction told_before(Index from, bool& changes) const {
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

  // "corrected it to 1,079 a month, from the 1,084 it gave in January"
  [[nodiscard]] std::optional<Pair> pair_behind(Index to) const {
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

  void read_pair(Index from, const std::optional<Pair>& pair) {
    if (!pair) return;
    if (const Index told = told_by(*pair); told != kNone) return complete(told, *pair);
    bool changes = false;
    Direction way = told_before(from, changes);
    if (!changes) return;
    const Decimal to = *pair->to->value->printed();
    if (way == Direction::unknown) way = to > pair->base ? Direction::up : Direction::down;
    if (const Index apposed = apposed_to(*pair, way); apposed != kNone) return complete(apposed, *pair);
    add(*pair, way);
  }

  // The change that was read from these very words; kNone where none was.
  [[nodiscard]] Index told_by(const Pair& pair) const {
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

  // "…, a fall of 1.8 %": the change right behind the pair, without ends of its own.
  [[nodiscard]] Index apposed_to(const Pair& pair, Direction way) const {
    for (const Index i : scene_.claims_around({pair.to->span.end, pair.to->span.end + kRightAfter})) {
      const Claim& claim = article_.claims[i];
      if (claim.kind != ClaimKind::change || !claim.change || claim.change->from || claim.change->to)
        continue;
      if (claim.change->percent && pair.to->unit == "percent") continue;
      const bool behind = claim.quote.end > pair.to->span.end;
      if (behind && claim.change->direction == way && (claim.change->percent || claim.change->by) &&
          sentence_.span.contains(claim.quote))
        return i;
    }
    return kNone;
  }

  void complete(Index change, const Pair& pair) {
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

  [[nodiscard]] std::optional<Period> base_time(const Pair& pair) const {
    if (const Index figure = scene_.figure_of(*pair.from); figure != kNone)
      return article_.claims[figure].period;
    const Mention* date = scene_.date_in({pair.from->span.end, pair.to->span.begin});
    if (date == nullptr) return std::nullopt;
    const Index to = scene_.figure_of(*pair.to);
    if (to == kNone) return date->period;
    return seen_from(scene_, when_printed(*date, kNone), {.period = article_.claims[to].period}).period;
  }

  void add(const Pair& pair, Direction way) {
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

  // What the other changes and figures of the sentence lend those that lack their base.
  void mend(Span sentence) {
    const std::vector<Index> claims = scene_.claims_around(sentence);
    for (const Index i : claims) {
      Claim& claim = article_.claims[i];
      if (claim.kind != ClaimKind::change || !claim.change || !sentence.contains(claim.quote)) continue;
      const bool ends = claim.change->from && claim.change->to;
      if (!claim.change->percent && !claim.change->by && !claim.change->factor && !ends) continue;
      take_percentage(claim);
      if (!claim.change->to) take_end_behind(claim);
      if (!claim.change->from) take_number_behind(claim);
      if (!claim.change->from) turn_round(claim, sentence);
      if (!claim.change->from) take_aside(claim, sentence);
      if (!claim.change->from) take_from_neighbour(i, claims);
    }
  }

  // "has risen by 34, or 51 %", "slumped from 268,100 to 229,400, or 14 per cent"
  void take_percentage(Claim& change) {
    const Index comma = token_from(article_, change.quote.end);
    if (change.change->percent || change.change->factor || !is_word(comma, ",") || !is_word(comma + 1, "or"))
      return;
    if (comma + 2 >= sentence_.tokens.end) return;
    const Span behind = cover(article_.tokens[comma + 2].span,
                              article_.tokens[std::min(comma + 4, sentence_.tokens.end - 1)].span);
    for (const Mention& amount : Scene::starting_in(article_.amounts, behind)) {
      if (amount.unit != "percent" || !amount.value || !amount.value->printed()) continue;
      change.change->percent = amount.value->printed();
      change.change->modifier = amount.value->modifier;
      change.change->step = amount.value->step;
      change.quote = cover(change.quote, amount.span);
      return;
    }
  }

  void set_from(Claim& change, Index figure) {
    Claim& base = article_.claims[figure];
    change.change->from = base.value->printed();
    if (!change.change->base_period) change.change->base_period = base.period;
    change.evidence.push_back(base.quote);
    base.rule = "figure.base";
    base.whole = kNone;
  }

  [[nodiscard]] bool may_be_base(Index figure, const Claim& change) const {
    if (figure == kNone || figure == change.about) return false;
    const Claim& base = article_.claims[figure];
    const std::string_view unit =
        change.about == kNone ? std::string_view() : std::string_view(article_.claims[change.about].unit);
    return base.value && base.value->printed() && base.unit != "percent" && is_alike(base.unit, unit);
  }

  // "down 6.8 % [from 601 euros]", "a rise of 13 % [from the 489 of the year before]"
  void take_number_behind(Claim& change) {
    Index token = token_from(article_, change.quote.end);
    // "5 % down on the 10,450 of 2022"
    if (word(token) == "down" || word(token) == "up") ++token;
    const Spelling mark = word(token);
    if (mark != "from" && mark != "on" && mark != "over") return;
    const Mention* number = number_at(token + 1);
    if (number == nullptr) return;
    const Index figure = scene_.figure_of(*number);
    if (may_be_base(figure, change)) set_from(change, figure);
  }

  // The token behind the number that says by how much.
  [[nodiscard]] Index behind_amount(const Claim& change) const {
    const auto& wanted = change.change->percent ? change.change->percent : change.change->by;
    std::uint32_t end = 0;  // a number stands inside its percentage
    for (const Mention& amount : Scene::starting_in(article_.amounts, change.quote)) {
      if (amount.value && amount.value->printed() == wanted) end = std::max(end, amount.span.end);
    }
    return end == 0 ? sentence_.tokens.end : token_from(article_, end);
  }

  // "a fall of 14 % [to 341] in 2020"
  void take_end_behind(Claim& change) {
    const Index token = behind_amount(change);
    if (word(token) != "to" || (!change.change->percent && !change.change->by)) return;
    const Mention* number = number_at(token + 1);
    const Index figure = number == nullptr ? kNone : scene_.figure_of(*number);
    if (figure == kNone || article_.claims[figure].rule == "figure.base") return;
    Claim& to = article_.claims[figure];
    if ((to.unit == "percent") !=
        (change.unit == "percentage_point" || (change.change->by && change.unit == "percent")))
      return;
    change.change->to = to.value->printed();
    change.about = figure;
    change.quote = cover(change.quote, number->span);
    take_time(change, to);
  }

  // "had 226,800 pupils last year, after 214,600 in 2022, an increase …": the number nearest to the change
  // is what it starts from, the one before it what it came to.
  void turn_round(Claim& change, Span sentence) {
    if (change.about == kNone || change.change->to || !is_told_as_base(change.about)) return;
    const Index base = change.about;
    Index to = kNone;
    for (const Index i : scene_.claims_around(sentence)) {
      const Claim& figure = article_.claims[i];
      if (figure.kind != ClaimKind::figure || i == base || figure.rule == "figure.told" ||
          figure.unit != article_.claims[base].unit || !figure.value || !figure.value->printed() ||
          !sentence.contains(figure.quote))
        continue;
      if (figure.quote.end >= article_.claims[base].quote.end) continue;
      if (to == kNone || article_.claims[to].quote.end < figure.quote.end) to = i;
    }
    change.about = to;
    if (to != kNone) {
      take_time(change, article_.claims[to]);
    } else {
      change.period.reset();
      change.relative.reset();
    }
    change.change->base_period.reset();
    set_from(change, base);
  }

  // "The number, which stood at 826 two days after, has tripled to 3,369"
  void take_aside(Claim& change, Span sentence) {
    for (const Index i : scene_.claims_around(sentence)) {
      const Claim& figure = article_.claims[i];
      if (figure.kind != ClaimKind::figure || !sentence.contains(figure.quote) || !may_be_base(i, change) ||
          figure.quote.end > change.quote.end || figure.value->printed() == change.change->to)
        continue;
      const Index token = token_of(figure);
      if (token != kNone && stands_in_aside(token)) return set_from(change, i);
    }
  }

  // The token that the figure's number begins with; kNone where it is not found.
  [[nodiscard]] Index token_of(const Claim& figure) const {
    for (const Mention& amount : Scene::starting_in(article_.amounts, figure.quote)) {
      if (amount.value && figure.value && amount.value->printed() == figure.value->printed())
        return token_from(article_, amount.span.begin);
    }
    return kNone;
  }

  // "…, when the count stood at 83, …": in a clause of its own, where something stood or was.
  [[nodiscard]] bool stands_in_aside(Index token) const {
    constexpr Index kClauseWords = 6;
    bool stood = false;
    const Index least =
        token > sentence_.tokens.begin + kClauseWords ? token - kClauseWords : sentence_.tokens.begin;
    for (Index back = token; back > least; --back) {
      const Index i = back - 1;
      const Spelling text = word(i);
      if (article_.tokens[i].tag == Tag::cc || article_.tokens[i].kind == TokenKind::number) return false;
      stood = stood || is(article_.tokens[i], WordClass::level_verb) ||
              is(article_.tokens[i], WordClass::reach_verb) || lemma(article_, article_.tokens[i]) == "be";
      if (text == "when" || text == "which")
        return stood && i > sentence_.tokens.begin && is_word(i - 1, ",");
      if (article_.tokens[i].kind == TokenKind::punctuation) return false;
    }
    return false;
  }

  // Right behind "after", "against" or "compared with", or in a clause of its own.
  [[nodiscard]] bool is_told_as_base(Index figure) const {
    const Claim& claim = article_.claims[figure];
    for (const Mention& amount : Scene::starting_in(article_.amounts, claim.quote)) {
      if (!amount.value || amount.value->printed() != claim.value->printed()) continue;
      const Index token = token_from(article_, amount.span.begin);
      if (token <= sentence_.tokens.begin + 1) return false;
      if (stands_in_aside(token)) return true;
      Index mark = token - 1;
      if (article_.tokens[mark].tag == Tag::dt && mark > sentence_.tokens.begin + 1) --mark;
      const Spelling before = word(mark);
      const WordId id = vocabulary().find(before);
      // "More than 1,200 died last year, 8 % fewer than in 2016": a bound, and no base.
      const bool bound = !amount.extent.empty() && amount.extent.begin < amount.span.begin;
      return (before == "than" && !bound) || (id != 0 && vocabulary().is(id, WordClass::base_mark)) ||
             ((before == "with" || before == "to") && is_word(mark - 1, "compared"));
    }
    return false;
  }

  // Two changes of one figure in one sentence start from one number.
  void take_from_neighbour(Index change, const std::vector<Index>& claims) {
    Claim& claim = article_.claims[change];
    if (claim.about == kNone || claim.change->to) return;
    for (const Index i : claims) {
      const Claim& other = article_.claims[i];
      const bool twin = i != change && other.kind == ClaimKind::change && other.change &&
                        other.about == claim.about && other.change->from &&
                        other.change->direction == claim.change->direction && other.unit != claim.unit;
      if (!twin || (claim.change->base_period && claim.change->base_period != other.change->base_period))
        continue;
      claim.change->from = other.change->from;
      claim.change->base_period = other.change->base_period;
      return;
    }
  }

  Article& article_;
  Scene scene_;
  Sentence sentence_;
  Index seen_ = 0;  // claims looked at for changes
  bool has_changes_ = false;
};

}  // namespace

void find_ends(Article& article) {
  EndFinder(article).find();
}

}  // namespace tally
