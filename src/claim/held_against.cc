// Numbers that a sentence holds its figure against without a change → the change between the two:
//
//   "A room cost 42 crowns in 2023, against 47.50 a year earlier"      from 47.50 to 42, down
//   "That is up from 88,400 in 2022."                                  from 88,400 to what was told before
//   "Passenger numbers were down from 148,100 in 2016"                 from 148,100
//
// The words say which way it went, or the two numbers do.
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/ends.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

class HeldAgainst {
 public:
  explicit HeldAgainst(Article& article) : article_(article), scene_(article) {}

  void find() {
    const std::size_t told = article_.claims.size();
    for (Index i = 0; i < told; ++i) {
      if (is_base(article_.claims[i])) read(i);
    }
  }

 private:
  static bool is_base(const Claim& claim) {
    return claim.kind == ClaimKind::figure && claim.rule == "figure.base" && claim.value &&
           claim.value->printed() && claim.modality == Modality::observed && !claim.quote.empty();
  }

  // How a number is held against another: which way it went, where the words say so.
  struct Mark {
    bool found = false;
    Direction direction = Direction::unknown;
    Index token = kNone;  // its first word
  };

  void read(Index base) {
    const Index token = token_of(article_.claims[base]);
    if (token == kNone) return;
    const Index index = sentence_at(article_, article_.tokens[token].span.begin);
    if (index == kNone) return;
    sentence_ = article_.sentences[index];
    const Mark mark = mark_before(token);
    if (!mark.found || !is_timed(base) || is_told(base)) return;
    const std::vector<Index> here = scene_.claims_around(sentence_.span);
    Index about = figure_before(here, base);
    const bool told_way = mark.direction != Direction::unknown;
    if (about == kNone && told_way) about = meant_by_pronoun(index, base);
    if (about == kNone && !told_way) return;
    if (const Index change = open_change(here, base, mark, about); change != kNone) {
      start(article_.claims[change], base);
    } else {
      add(base, about, mark);
    }
  }

  // The token that the figure's number begins with.
  [[nodiscard]] Index token_of(const Claim& figure) const {
    Index token = kNone;
    for (const Mention& amount : Scene::starting_in(article_.amounts, figure.quote)) {
      if (amount.value && amount.value->printed() == figure.value->printed())
        token = token_from(article_, amount.span.begin);
    }
    return token;
  }

  [[nodiscard]] std::string_view text(Index token) const {
    const bool here = token >= sentence_.tokens.begin && token < sentence_.tokens.end;
    return here ? article_.text(article_.tokens[token]) : std::string_view();
  }

  // "up from [88,400]", "against the [47.50]", "compared with [39]"
  [[nodiscard]] Mark mark_before(Index token) const {
    static constexpr NamedWords kLinks = {"from", "with", "to", "against", "versus"};
    constexpr Index kHedge = 3;  // words of "the roughly"
    Index at = token;
    while (at > sentence_.tokens.begin && at + kHedge >= token && !kLinks.contains_lower(text(at))) --at;
    if (at <= sentence_.tokens.begin) return {};
    const std::string_view link = text(at);
    if (equals_lower(link, "against") || equals_lower(link, "versus")) return {.found = true, .token = at};
    const std::string_view before = text(at - 1);
    if (equals_lower(link, "from")) {
      if (equals_lower(before, "up")) return {.found = true, .direction = Direction::up, .token = at - 1};
      return {.found = equals_lower(before, "down"), .direction = Direction::down, .token = at - 1};
    }
    return {.found = equals_lower(before, "compared"), .token = at - 1};
  }

  // A base without a time may be another place's or another group's: nothing changed between those.
  [[nodiscard]] bool is_timed(Index figure) const {
    const Claim& claim = article_.claims[figure];
    return claim.period || claim.relative;
  }

  [[nodiscard]] bool is_told(Index base) const {
    const Claim& claim = article_.claims[base];
    return std::ranges::any_of(scene_.claims_around(sentence_.span), [&](Index i) {
      const Claim& change = article_.claims[i];
      return change.kind == ClaimKind::change && change.change &&
             change.change->from == claim.value->printed() && sentence_.span.contains(change.quote);
    });
  }

  // The figure of the same measure and another time that stands last before.
  [[nodiscard]] Index figure_before(const std::vector<Index>& here, Index base) const {
    const Claim& held = article_.claims[base];
    Index found = kNone;
    for (const Index i : here) {
      const Claim& figure = article_.claims[i];
      const bool before = figure.kind == ClaimKind::figure && i != base &&
                          sentence_.span.contains(figure.quote) && figure.rule != "figure.base" &&
                          figure.quote.end < held.quote.end && is_alike(figure, held);
      if (before && (found == kNone || article_.claims[found].quote.end < figure.quote.end)) found = i;
    }
    return found;
  }

  [[nodiscard]] static bool is_alike(const Claim& figure, const Claim& held) {
    const bool same = figure.unit == held.unit && figure.measure.property == held.measure.property &&
                      figure.measure.population == held.measure.population;
    const bool apart = !figure.period || figure.period != held.period;
    return same && apart && figure.value && figure.value->best && figure.modality == Modality::observed &&
           figure.value->printed() != held.value->printed();
  }

  // "That is up from 88,400": what the sentence before ends on.
  [[nodiscard]] Index meant_by_pronoun(Index index, Index base) const {
    static constexpr NamedWords kPronouns = {"that", "this", "it"};
    const bool points = kPronouns.contains_lower(text(sentence_.tokens.begin));
    if (!points || index == 0 || !scene_.same_block(index, index - 1)) return kNone;
    const Span before = article_.sentences[index - 1].span;
    Index found = kNone;
    for (const Index i : scene_.claims_around(before)) {
      const Claim& figure = article_.claims[i];
      const bool there = figure.kind == ClaimKind::figure && before.contains(figure.quote) &&
                         figure.unit == article_.claims[base].unit && figure.value && figure.value->best;
      if (there && (found == kNone || article_.claims[found].quote.end < figure.quote.end)) found = i;
    }
    return found;
  }

  // "Passenger numbers were down from 148,100": a change told without a number, which this one gives it.
  [[nodiscard]] Index open_change(const std::vector<Index>& here, Index base, const Mark& mark,
                                  Index about) const {
    for (const Index i : here) {
      const Claim& claim = article_.claims[i];
      if (claim.kind != ClaimKind::change || !claim.change || claim.change->from || claim.change->factor ||
          !sentence_.span.contains(claim.quote) || claim.quote.begin > article_.claims[base].quote.end)
        continue;
      const bool way = mark.direction == Direction::unknown || claim.change->direction == mark.direction;
      const bool same = claim.about == kNone ? claim.quote.overlaps(article_.claims[base].quote)
                                             : claim.about == about || claim.about == base;
      const bool size = claim.unit != "percentage_point" || article_.claims[base].unit == "percent";
      if (way && same && size) return i;
    }
    return kNone;
  }

  void start(Claim& change, Index base) {
    const Claim& held = article_.claims[base];
    change.change->from = held.value->printed();
    if (!change.change->base_period) change.change->base_period = held.period;
    if (change.about == base) change.about = kNone;
    change.evidence.push_back(held.quote);
  }

  void add(Index base, Index about, const Mark& mark) {
    const Claim& held = article_.claims[base];
    Claim change;
    change.kind = ClaimKind::change;
    change.rule = "change.against";
    change.unit = held.unit;
    change.measure = held.measure;
    change.change = ChangeDetail{.direction = mark.direction, .from = held.value->printed()};
    change.change->base_period = held.period;
    change.quote = {article_.tokens[mark.token].span.begin, held.quote.end};
    if (about != kNone) {
      const Claim& figure = article_.claims[about];
      change.about = about;
      change.measure = figure.measure;
      change.change->to = figure.value->printed();
      take_time(change, figure);
      if (mark.direction == Direction::unknown)
        change.change->direction =
            *figure.value->printed() > *held.value->printed() ? Direction::up : Direction::down;
    }
    article_.claims.push_back(std::move(change));
  }

  Article& article_;
  Scene scene_;
  Sentence sentence_;
};

}  // namespace

void find_held_against(Article& article) {
  HeldAgainst(article).find();
}

}  // namespace tally
