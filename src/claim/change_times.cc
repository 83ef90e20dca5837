// Changes and the figures they run between, once every figure has its time → the times of both ends:
//
//   "built 2,120 boats in the first quarter, 3.4% more than a year before"   base: the quarter a year before
//   "… raised 412,000 tonnes, up 15 per cent from the 376,000 of the year before"   base: that of the 376,000
//   "They seized 1,540 rifles in 2023; in 2022 it had been 1,140. The increase amounts to 35 %."
//                                                                             from 1,140 to 1,540
//
// A change takes the time of the figure that it speaks of, its base that of the number it starts from.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/characters.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kReach = 2000;  // bytes on either side of a change

class ChangeTimes {
 public:
  explicit ChangeTimes(Article& article) : article_(article), scene_(article) {}

  void give() {
    if (static_cast<std::size_t>(std::ranges::count_if(article_.claims, is_dated_total)) >= kRow) {
      for (const Sentence& sentence : article_.sentences) tell_years_apart(sentence.span);
    }
    for (Claim& claim : article_.claims) {
      if (claim.kind != ClaimKind::change || !claim.change) continue;
      find_ends_before(claim);
      find_ends_beside(claim);
      find_base_in_sentence_before(claim);
      give_times(claim);
    }
    for (Claim& claim : article_.claims) {
      if (claim.kind == ClaimKind::change && claim.change && claim.period && claim.change->base_period)
        pairs_.push_back({claim.quote.begin, *claim.period, *claim.change->base_period});
    }
    std::ranges::stable_sort(pairs_, {}, &Pair::at);
    for (Claim& claim : article_.claims) {
      if (claim.kind == ClaimKind::change && claim.change) {
        take_base_told_before(claim);
        step_from_base(claim);
      }
    }
  }

 private:
  // The sentence, or what of it stands around the quote where it has no end.
  [[nodiscard]] Span near(Index sentence, Span quote) const {
    const Span span = article_.sentences[sentence].span;
    if (span.size() <= 2 * kReach) return span;
    return {std::max(span.begin, quote.begin > kReach ? quote.begin - kReach : 0),
            std::max(span.begin, std::min(span.end, quote.end + kReach))};
  }

  [[nodiscard]] static bool is_timed(const Claim& claim) { return claim.period || claim.relative; }

  static constexpr std::size_t kRow = 3;  // so many years make a row

  [[nodiscard]] static bool is_dated_total(const Claim& claim) {
    return claim.kind == ClaimKind::figure && claim.measure.aggregate == Aggregate::total && claim.period &&
           claim.period->known() && claim.period_basis == Basis::printed;
  }

  // "1,940 in 2018, 2,315 in 2019 and 1,102 in 2020, a total of 5,357": only the last is a total.
  void tell_years_apart(Span sentence) {
    if (sentence.size() > 4 * kReach) return;
    std::vector<Index> row;
    for (const Index i : scene_.claims_around(sentence)) {
      const Claim& claim = article_.claims[i];
      if (!is_dated_total(claim) || !sentence.contains(claim.quote) || claim.period->grain() != Grain::year)
        continue;
      const bool again = std::ranges::any_of(
          row, [&](Index other) { return article_.claims[other].period == claim.period; });
      if (!again) row.push_back(i);
    }
    if (row.size() < kRow) return;
    for (const Index i : row) article_.claims[i].measure.aggregate = Aggregate::year;
  }

  void give_times(Claim& change) {
    const bool told = change.about != kNone && article_.claims[change.about].kind == ClaimKind::figure;
    if (told) {
      const Claim& figure = article_.claims[change.about];
      // What it starts from is not what it came to.
      const bool itself = !change.change->to && change.change->from && figure.rule == "figure.base" &&
                          figure.value && figure.value->printed() == change.change->from;
      if (itself) return forget_figure(change);
      if (!is_timed(change) && is_timed(figure)) take_time(change, figure);
    }
    // "a rise of 2 percent on the 146 cases of 2021": what it is held against does not date it.
    const bool of_base = !told && change.period && change.period_basis == Basis::implied &&
                         change.period == change.change->base_period;
    if (of_base) change.period.reset(), change.relative.reset();
    const Index base = base_of(change);
    if (told && base != kNone &&
        follows_undated(change, article_.claims[change.about], article_.claims[base]))
      return;
    if (base != kNone) see_from_end(change, article_.claims[base]);
    auto& period = change.change->base_period;
    if (!period && base != kNone) period = article_.claims[base].period;
    if (!period) period = pointed_to(change);
    if (!period || !period->known() || !change.period || !change.period->known()) return;
    period = as_long_as(*change.period, *period);
    if (base == kNone) return;
    Claim& figure = article_.claims[base];
    if (!is_timed(figure) && figure.modality == Modality::observed) {
      figure.period = period;
      figure.period_basis = Basis::implied;
    } else if (figure.period && figure.period->known()) {
      figure.period = as_long_as(*change.period, *figure.period);
    }
  }

  // "The council sold 418, or 53 fewer than in 2023", told in 2024: the year after the one that it is held
  // against, where that is this year or the last.
  void step_from_base(Claim& change) {
    const auto& base = change.change->base_period;
    const Date published = article_.info.published.date;
    if (is_timed(change) || change.about == kNone || !base || !base->known() || !published.known()) return;
    Claim& figure = article_.claims[change.about];
    if (figure.kind != ClaimKind::figure || is_timed(figure) || figure.modality != Modality::observed) return;
    if (base->grain() != Grain::year || base->interval || base->open_from || base->open_to) return;
    const int year = base->from.year + 1;
    if (year != published.year && year + 1 != published.year) return;
    figure.period = Period::of(Date{.year = static_cast<std::int16_t>(year)});
    figure.period_basis = Basis::implied;
    take_time(change, figure);
  }

  // "6.4 million in 2021, up from 5.3 million in 2020. … Earnings climbed to 629 million, from 513 million":
  // what the change before of the same time was held against.
  void take_base_told_before(Claim& change) {
    const Index base = base_of(change);
    if (base == kNone || change.change->base_period || !change.period || !change.period->known()) return;
    Claim& figure = article_.claims[base];
    const bool stretch = change.period->grain() != Grain::day;
    if (is_timed(figure) || figure.modality != Modality::observed || !stretch) return;
    const auto after = std::ranges::lower_bound(pairs_, change.quote.begin, {}, &Pair::at);
    for (auto pair = after; pair != pairs_.begin();) {
      --pair;
      if (pair->at + kReach < change.quote.begin) return;
      if (pair->period != *change.period || pair->base == *change.period) continue;
      change.change->base_period = figure.period = pair->base;
      figure.period_basis = Basis::implied;
      return;
    }
  }

  // "went down, but by 3 % only, from 389 in 2022": the one number told is where it began.
  static void forget_figure(Claim& change) {
    if (!change.change->base_period) change.change->base_period = change.period;
    change.about = kNone;
    if (change.period != change.change->base_period) return;
    change.period.reset();
    change.relative.reset();
  }

  // The figure of the number that the change starts from; kNone where it has none.
  [[nodiscard]] Index base_of(const Claim& change) const {
    if (!change.change->from) return kNone;
    const Index sentence = sentence_at(article_, change.quote.begin);
    if (sentence == kNone) return kNone;
    Index found = kNone;
    for (const Index i : scene_.claims_around(near(sentence, change.quote))) {
      const Claim& figure = article_.claims[i];
      if (figure.kind != ClaimKind::figure || i == change.about || !figure.value) continue;
      if (figure.value->printed() != change.change->from) continue;
      if (found == kNone || figure.rule == "figure.base") found = i;
    }
    return found;
  }

  // "312 died last year, 95 fewer than the 407 of the year before" in a report without a date: both are known
  // from the day that it was written only.
  bool follows_undated(Claim& change, const Claim& about, Claim& base) const {
    const Mention* date = date_pointing(change);
    if (about.period || !about.relative || date == nullptr) return false;
    const RelativeDate& step = *date->relative;
    if (step.grain != about.relative->grain || step.month != 0 || step.day != 0 || step.length != 0)
      return false;
    base.period.reset();
    base.relative = about.relative;
    base.relative->offset = static_cast<std::int16_t>(base.relative->offset + step.offset);
    change.change->base_period.reset();
    return true;
  }

  // "up 15 per cent from the 376,000 tonnes of [the year before]": the date behind the change that counts
  // from the time of the change itself.
  [[nodiscard]] std::optional<Period> pointed_to(const Claim& change) const {
    if (change.period && change.period->from.known()) {
      if (const auto paced = told_pace(change)) return paced;
    }
    const Mention* date = date_pointing(change);
    if (date == nullptr || !change.period || !change.period->from.known()) return std::nullopt;
    return seen_from(scene_, when_printed(*date, kNone), {.period = change.period}).period;
  }

  // "fell 6.1 percent [year on year]", "was down 4 percent [on the year]": from the same time a year before.
  [[nodiscard]] std::optional<Period> told_pace(const Claim& change) const {
    constexpr std::uint32_t kBehind = 40;  // bytes
    const Index sentence = change.quote.empty() ? kNone : sentence_at(article_, change.quote.begin);
    if (sentence == kNone || !change.period->known()) return std::nullopt;
    const std::uint32_t end = std::min(article_.sentences[sentence].span.end, change.quote.end + kBehind);
    const std::string words = lower_case(article_.text(Span{change.quote.begin, end}));
    const auto says = [&](std::string_view phrase) { return words.find(phrase) != std::string::npos; };
    if (says("year on year") || says("year-on-year") || says("year over year") || says("year-over-year") ||
        says("on the year"))
      return year_before(*change.period);
    if (says("month on month") || says("month-on-month") || says("quarter on quarter") ||
        says("quarter-on-quarter") || says("week on week") || says("week-on-week"))
      return period_before(*change.period);
    return std::nullopt;
  }

  // "In 2021 it was 401. … came to 9,930, 5 % down on the 10,450 of [the previous year]": the year before
  // that of the 9,930, whichever was printed last.
  void see_from_end(Claim& change, Claim& base) const {
    const Mention* date = date_pointing(change);
    if (date == nullptr || !base.period || base.period != date->period || !change.period) return;
    const When when = seen_from(scene_, when_printed(*date, kNone), {.period = change.period});
    if (change.change->base_period == base.period) change.change->base_period = when.period;
    base.period = when.period;
  }

  [[nodiscard]] const Mention* date_pointing(const Claim& change) const {
    constexpr std::uint32_t kBehind = 60;  // bytes
    const Index sentence = change.quote.empty() ? kNone : sentence_at(article_, change.quote.begin);
    if (sentence == kNone || !change.change->from) return nullptr;
    const std::uint32_t end = std::min(article_.sentences[sentence].span.end, change.quote.end + kBehind);
    for (const Mention& date : Scene::starting_in(article_.dates, {change.quote.begin, end})) {
      if (date.relative && date.relative->anchor == RelativeDate::Anchor::focus) return &date;
    }
    return nullptr;
  }

  // "The increase amounts to 26 %", "That is a jump of 44 percent": of the two numbers told before, from the
  // earlier to the later.
  void find_ends_before(Claim& change) {
    const ChangeDetail& detail = *change.change;
    const Index sentence = sentence_at(article_, change.quote.begin);
    if (change.about == kNone || detail.from || detail.to || detail.base_period || sentence == kNone ||
        (change.rule != "change.noun" && change.rule != "change.by"))
      return;
    const Index told = sentence_at(article_, article_.claims[change.about].quote.begin);
    if (told == kNone || told >= sentence) return;
    const Index other = other_end(change.about, told);
    if (other == kNone) return;
    const bool later =
        article_.claims[other].period->first_day() > article_.claims[change.about].period->first_day();
    const Claim& from = article_.claims[later ? change.about : other];
    change.change->from = from.value->printed();
    change.change->base_period = from.period;
    change.evidence.push_back(from.quote);
    change.about = later ? other : change.about;
    const Claim& to = article_.claims[change.about];
    change.measure = to.measure;
    take_time(change, to);
  }

  // The figure of the same measure told last before this one or beside it, a step or a year away from it.
  [[nodiscard]] Index other_end(Index figure, Index sentence) const {
    constexpr Index kBack = 2;  // sentences
    const Claim& known = article_.claims[figure];
    if (!known.period || !known.period->known() || !known.value->printed()) return kNone;
    Index found = kNone;
    for (Index s = sentence > kBack ? sentence - kBack : 0; s <= sentence; ++s) {
      if (!scene_.same_block(s, sentence)) continue;
      for (const Index i : scene_.claims_around(near(s, known.quote))) {
        const Claim& claim = article_.claims[i];
        const bool alike = claim.kind == ClaimKind::figure && i != figure && claim.unit == known.unit &&
                           article_.sentences[s].span.contains(claim.quote) && claim.value->printed() &&
                           claim.measure.population == known.measure.population;
        if (alike && claim.period && claim.period->known() && is_step_from(*claim.period, *known.period))
          found = i;
      }
    }
    return found;
  }

  [[nodiscard]] static bool is_step_from(const Period& a, const Period& b) {
    if (period_before(a) == b || period_before(b) == a || year_before(a) == b || year_before(b) == a)
      return true;
    // "on 30 September", "in September a year earlier"
    const int years = std::abs(a.from.year - b.from.year);
    return years == 1 && a.from.month != 0 && a.from.month == b.from.month && a.to.month == b.to.month;
  }

  // "They had 190 dead in 2021 and 214 last year, a rise of 13 percent": from the first to the second.
  void find_ends_beside(Claim& change) {
    const ChangeDetail& detail = *change.change;
    if (change.rule != "change.by" || change.about == kNone || detail.from || detail.to ||
        (!detail.percent && !detail.by) || detail.base_period)
      return;
    const Claim& first = article_.claims[change.about];
    const Index sentence = sentence_at(article_, change.quote.begin);
    if (!first.value || !first.value->printed() || sentence == kNone || !is_timed(first)) return;
    Index last = kNone;
    for (const Index i : scene_.claims_around(near(sentence, change.quote))) {
      const Claim& figure = article_.claims[i];
      const bool between = figure.kind == ClaimKind::figure && figure.quote.end > first.quote.end &&
                           figure.quote.end <= change.quote.end && figure.rule != "figure.base";
      if (!between || figure.unit != first.unit || figure.measure.property != first.measure.property ||
          figure.measure.population != first.measure.population)
        continue;
      if (last != kNone) return;
      last = i;
    }
    if (last == kNone || !is_later(article_.claims[last], first)) return;
    const Claim& to = article_.claims[last];
    change.about = last;
    change.change->from = first.value->printed();
    change.change->base_period = first.period;
    take_time(change, to);
  }

  // "Last year 27 died. In the year before it was 184, nearly seven times as many": as those told before.
  void find_base_in_sentence_before(Claim& change) {
    const ChangeDetail& detail = *change.change;
    if (change.about == kNone || detail.from || detail.to || detail.base_period) return;
    const Claim& figure = article_.claims[change.about];
    const Index sentence = sentence_at(article_, change.quote.begin);
    if (sentence == kNone || sentence == 0 || !is_timed(figure) || !scene_.same_block(sentence, sentence - 1))
      return;
    const auto dates = Scene::starting_in(article_.dates, article_.sentences[sentence].span);
    const bool goes_back = std::ranges::any_of(dates, [&](const Mention& date) {
      return date.relative && date.relative->anchor == RelativeDate::Anchor::focus &&
             date.relative->offset < 0 &&
             (date.period ? date.period == figure.period : date.relative == figure.relative);
    });
    if (!goes_back) return;
    const Span told = article_.sentences[sentence - 1].span;
    for (const Index i : scene_.claims_around(near(sentence - 1, told))) {
      const Claim& claim = article_.claims[i];
      if (claim.kind != ClaimKind::figure || !told.contains(claim.quote) || claim.unit != figure.unit)
        continue;
      const bool placed = claim.period && figure.period;
      if (!claim.value->printed() || !is_timed(claim)) continue;
      if (placed && (!is_later(claim, figure) || !is_step_from(*figure.period, *claim.period))) continue;
      change.change->from = claim.value->printed();
      change.change->base_period = claim.period;
    }
  }

  [[nodiscard]] static bool is_later(const Claim& a, const Claim& b) {
    if (!is_timed(a) || !a.value || !a.value->printed()) return false;
    if (a.period && b.period && a.period->known() && b.period->known())
      return a.period->first_day() > b.period->last_day();
    return a.relative && !b.relative;  // "in 2021 and … last year"
  }

  // The times of a change.
  struct Pair {
    std::uint32_t at = 0;
    Period period;
    Period base;
  };

  Article& article_;
  Scene scene_;
  std::vector<Pair> pairs_;
};

}  // namespace

void find_change_times(Article& article) {
  ChangeTimes(article).give();
  // Nothing starts from where it got to: of the two the sentence tells the base, or what is carried is wrong.
  const Scene scene(article);
  for (Claim& claim : article.claims) {
    if (claim.kind != ClaimKind::change || !claim.period || claim.change->base_period != claim.period ||
        claim.period_basis != Basis::implied)
      continue;
    const Span sentence = article.sentences[sentence_at(article, claim.quote.begin)].span;
    const bool told = std::ranges::any_of(Scene::starting_in(article.dates, sentence),
                                          [&](const Mention& date) { return date.period == claim.period; });
    if (told) {
      claim.period.reset();
      claim.relative.reset();
    } else {
      claim.change->base_period.reset();
    }
  }
}

}  // namespace tally
