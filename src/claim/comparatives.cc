// Figures measured against another by a comparative → changes:
//
//   "18.6 million tonnes, 54 percent more than last year's 12.1 million"  up 54 %, from 12.1 million
//   "62,153 people, 673 more than a month before"                         up by 673, base a month before
//   "11,704 arrived, five times as many as in the same period of 2023"    up by a factor of 5
//   "$19.8 million, nearly five times the $4.1 million set aside"         a factor of 5, from 4.1 million
//
// The figure that is compared is the last one before the comparative in its sentence. What stands after
// "than" or "as" gives the base: its date, its number, or neither ("27 more than the ministry").
#include <algorithm>
#include <optional>
#include <string>

#include "claim/amount_use.h"
#include "claim/comparative_finder.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "claim/stages.h"

namespace tally {

void ComparativeFinder::find() {
  for (Index s = 0; s < article_.sentences.size(); ++s) {
    if (!scene_.is_news(s)) continue;
    sentence_ = article_.sentences[s];
    index_ = s;
    for (const Mention& amount : Scene::starting_in(article_.amounts, sentence_.span)) {
      if (amount.value && amount.value->printed() && amount.kind != MentionKind::ordinal) read(amount);
    }
  }
}

void ComparativeFinder::read(const Mention& amount) {
  std::uint32_t end = amount.span.end;
  for (const Mention& inner :
       Scene::starting_in(article_.amounts, {amount.span.begin, amount.span.begin + 1})) {
    if (amount.kind == MentionKind::quantity && amount.unit == "person" && inner.kind == MentionKind::number)
      end = inner.span.end;
  }
  const Mention* twin = twin_behind(amount);
  const Index behind = twin == nullptr ? token_from(article_, end)
                                       : token_from(article_, std::max(twin->span.end, twin->counted.end));
  const bool comma = twin != nullptr && word(behind) == ",";
  const Comparative comparative = comparative_at(comma ? behind + 1 : behind, amount);
  if (comparative.direction == Direction::unknown) return;
  const Index change = told(amount);
  // "61.2 per cent in December, 1.3 percentage points higher than a year before"
  of_shares_ = amount.unit == "percentage_point";
  Index about = figure_before(amount.span.begin, sentence_.span);
  if (about == kNone) about = figure_meant(index_);
  // "The rate is 40 % higher than the 3,657 of 2023": the change itself says what is measured.
  if (about == kNone) about = change;
  if (about == kNone) return read_unnumbered(amount, comparative);
  const Base base = comparative.before ? Base{} : base_at(comparative.end, article_.claims[about]);
  if (comparative.of_number && base.number == nullptr) return;
  if (comparative.needs_base && base.number == nullptr && !base.period) return;
  const Mention* ratio = comparative.before ? percent_after(comparative.end) : nullptr;
  if (comparative.before && amount.unit != "percent" && !is_fraction(amount) && ratio == nullptr) return;
  if (change != kNone) {
    complete(change, base);
  } else {
    add_change(amount, comparative, about, base);
    if (ratio != nullptr) article_.claims.back().change->percent = ratio->value->printed();
    const Mention* count = twin != nullptr ? twin : count_beside(amount);
    if (count != nullptr) {
      article_.claims.back().change->by = count->value->printed();
      article_.claims.back().quote = cover(article_.claims.back().quote, count->span);
    }
  }
  add_base(about, base);
}

void ComparativeFinder::read_unnumbered(const Mention& amount, const Comparative& comparative) {
  const bool multiple = comparative.factor && amount.unit == "fold";
  if (comparative.before || !(multiple || amount.unit == "percent")) return;
  const Base base = base_at(comparative.end, Claim{});
  std::optional<Measured> measured = measured_here(amount);
  if (!multiple) measured = measured_done(amount);
  if (!measured || (!base.period && base.number == nullptr)) return;
  Claim figure;
  figure.measure = measured->measure;
  figure.unit = measured->unit;
  figure.quote = amount.span;
  // "twice as many boats were lost [in 2022] as in 2019"
  const std::uint32_t as = article_.tokens[comparative.end - 1].span.begin;
  if (const Mention* date = scene_.date_in({amount.span.end, as}); date != nullptr && date->period) {
    figure.period = date->period;
    figure.relative = date->relative;
    figure.period_basis = date->basis;
  }
  const Index chunk = chunk_at(article_, amount.span.begin);
  figure.modality = modality_of(scene_, scene_.verb_clause_of(chunk));
  const Index at = static_cast<Index>(article_.claims.size());
  article_.claims.push_back(figure);
  add_change(amount, comparative, at, base);
  article_.claims.erase(article_.claims.begin() + at);
  article_.claims.back().about = kNone;
  article_.claims.back().evidence.clear();
}

// "our members [sold] 13 percent less in 2019 than in 2018": what is done by so much less.
std::optional<Measured> ComparativeFinder::measured_done(const Mention& amount) const {
  const Index chunk = chunk_at(article_, amount.span.begin);
  const Index clause = chunk == kNone ? kNone : scene_.verb_clause_of(chunk);
  const Index verb = clause == kNone ? kNone : scene_.clause(clause).verb;
  if (verb == kNone || verb + 1 != chunk || lemma(article_, scene_.head(verb)) == "be") return std::nullopt;
  return Measured{.measure = {.property = lemma(article_, scene_.head(verb)).str()}};
}

std::optional<Measured> ComparativeFinder::measured_here(const Mention& amount) const {
  const Index chunk = chunk_at(article_, amount.span.begin);
  if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return std::nullopt;
  if (scene_.span(chunk).end > amount.span.end) {
    Measured counted = measure_of_counted(scene_, chunk, amount);
    if (!counted.measure.population.empty()) return counted;
  }
  // "There were five times as many [boats] as in 2019"
  const Index many = chunk + 2;
  if (scene_.same_sentence(chunk, many) && scene_.is_word(chunk + 1, "as") &&
      scene_.kind(many) == ChunkKind::noun &&
      is(article_.tokens[article_.chunks[many].tokens.begin], WordClass::degree)) {
    Measured counted = measure_of_noun(scene_, many);
    // "many boats": of boats.
    for (std::string* words : {&counted.measure.property, &counted.measure.population}) {
      for (const std::string_view degree : {"many ", "much "})
        if (words->starts_with(degree)) words->erase(0, degree.size());
    }
    return counted;
  }
  const Index clause = scene_.clause_of(chunk);
  if (clause == kNone || scene_.clause(clause).verb == kNone) return std::nullopt;
  const Index subject = scene_.clause(clause).subject;
  const bool is_so = lemma(article_, scene_.head(scene_.clause(clause).verb)) == "be";
  if (!is_so || subject == kNone || subject >= chunk || scene_.kind(subject) != ChunkKind::noun ||
      is_anaphoric(scene_, subject))
    return std::nullopt;
  return measure_of_noun(scene_, subject);
}

Index ComparativeFinder::figure_before(std::uint32_t byte, Span sentence) const {
  Index found = kNone;
  for (const Index i : scene_.claims_around(sentence)) {
    const Claim& claim = article_.claims[i];
    if (claim.kind != ClaimKind::figure || claim.rule == "figure.base" ||
        (claim.unit == "percent") != of_shares_)
      continue;
    if (!sentence.contains(claim.quote) || !stands_before(claim, byte)) continue;
    if (found == kNone || article_.claims[found].quote.begin <= claim.quote.begin) found = i;
  }
  return found;
}

Index ComparativeFinder::figure_meant(Index sentence) const {
  if (sentence == 0 || !scene_.same_block(sentence, sentence - 1)) return kNone;
  const Tag first = article_.tokens[sentence_.tokens.begin].tag;
  const Index second = sentence_.tokens.begin + 1;
  if ((first != Tag::dt && first != Tag::prp) || !here(second) ||
      lemma(article_, article_.tokens[second]) != "be")
    return kNone;
  // "2,318 fell ill: 1,152 in the first half, …. That is more than ten times …": of what was divided.
  const Span before = article_.sentences[sentence - 1].span;
  const auto colon = article_.text(before).find(": ");
  if (colon != std::string_view::npos) {
    const Index divided = figure_before(before.begin + static_cast<std::uint32_t>(colon), before);
    if (divided != kNone) return divided;
  }
  return figure_before(sentence_.span.begin, before);
}

bool ComparativeFinder::stands_before(const Claim& figure, std::uint32_t byte) const {
  return std::ranges::any_of(Scene::starting_in(article_.amounts, figure.quote), [&](const Mention& amount) {
    return amount.span.begin < byte && amount.value && figure.value &&
           amount.value->printed() == figure.value->printed();
  });
}

Index ComparativeFinder::told(const Mention& amount) const {
  for (const Index i : scene_.claims_around(amount.span)) {
    const Claim& claim = article_.claims[i];
    if (claim.kind != ClaimKind::change || !claim.quote.overlaps(amount.span)) continue;
    const std::optional<Decimal> printed = amount.value->printed();
    if (claim.change->percent == printed || claim.change->by == printed || claim.change->factor == printed)
      return i;
  }
  return kNone;
}

void ComparativeFinder::complete(Index change, const Base& base) {
  ChangeDetail& detail = *article_.claims[change].change;
  if (!detail.base_period) detail.base_period = base.period;
  if (!detail.from && base.value) detail.from = base.value->best;
}

void ComparativeFinder::add_change(const Mention& amount, const Comparative& comparative, Index about,
                                   const Base& base) {
  const Claim& figure = article_.claims[about];
  Claim claim;
  claim.kind = ClaimKind::change;
  claim.rule = "change.comparative";
  claim.about = about;
  claim.measure = figure.measure;
  take_time(claim, figure);
  claim.modality = figure.modality;
  const bool fraction = is_fraction(amount) && !comparative.factor;
  claim.unit = amount.unit == "percent" || comparative.factor ? amount.unit : figure.unit;
  if (fraction) claim.unit = "percent";
  if (amount.unit == "percentage_point") claim.unit = amount.unit;
  if (comparative.factor) claim.unit.clear();
  ChangeDetail change{
      .direction = comparative.direction, .modifier = amount.value->modifier, .step = amount.value->step};
  const bool percent = fraction || amount.unit == "percent";
  auto& place = comparative.factor ? change.factor : percent ? change.percent : change.by;
  place = fraction ? amount.value->printed()->shifted(2) : amount.value->printed();
  if (fraction) change.step = fraction_step(*amount.value->printed());
  claim.quote = cover(amount.span, article_.tokens[comparative.end - 1].span);
  claim.quote = cover(claim.quote, base.span);
  claim.evidence.push_back(figure.quote);
  claim.change = change;
  article_.claims.push_back(std::move(claim));
  complete(static_cast<Index>(article_.claims.size() - 1), base);
}

void ComparativeFinder::add_base(Index about, const Base& base) {
  if (base.number == nullptr) return;
  Index told = kNone;  // without a measure: the comparison has one
  for (const Index i : scene_.claims_around(base.number->span)) {
    Claim& claim = article_.claims[i];
    if (claim.kind != ClaimKind::figure || !claim.quote.overlaps(base.number->span) ||
        (claim.value != base.number->value && claim.value != base.value))
      continue;
    if (claim.rule == "figure.told") {
      told = i;
      continue;
    }
    claim.rule = "figure.base";
    // "84 per 100,000, four times the national rate of 21"
    const std::string& unit = article_.claims[about].unit;
    const bool rate = unit.find("per_") != std::string::npos;
    if (rate && (claim.unit.empty() || unit.starts_with(claim.unit + "_per_"))) claim.unit = unit;
    // "45 % below the average of 386": of the same.
    const Measure& held = article_.claims[about].measure;
    if (claim.measure.property == "average" && claim.measure.population.empty()) {
      claim.measure.property = held.property;
      claim.measure.population = held.population;
      if (claim.unit.empty()) claim.unit = unit;
    }
    if (base.period) {
      claim.period = base.period;
      claim.measure = article_.claims[about].measure;
    }
    return;
  }
  Claim claim = article_.claims[about];
  if (claim.kind == ClaimKind::change) {
    claim.kind = ClaimKind::figure;
    claim.change.reset();
    claim.about = kNone;
    claim.unit = base.number->unit;
  }
  claim.rule = "figure.base";
  claim.value = base.value;
  claim.period = base.period;
  claim.relative.reset();
  claim.quote = base.span;
  claim.evidence.push_back(article_.claims[about].quote);
  claim.whole = kNone;
  claim.happening = kNone;
  if (told == kNone)
    article_.claims.push_back(std::move(claim));
  else
    article_.claims[told] = std::move(claim);
}

void find_comparatives(Article& article) {
  ComparativeFinder(article).find();
}

}  // namespace tally
