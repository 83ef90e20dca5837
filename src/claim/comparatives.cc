// Figures measured against another by a comparative → changes:
//
//   "18.6 million tonnes, 54 percent more than last year's 12.1 million"  up 54 %, from 12.1 million, base
//   last year "62,153 people, 673 more than a month before"                         up by 673, base a month
//   before "11,704 arrived, five times as many as in the same period of 2023"    up by a factor of 5
//   "$19.8 million, nearly five times the $4.1 million set aside"    up by a factor of 5, from 4.1 million
//
// The figure that is compared is the last one before the comparative in its sentence. What stands after
// "than" or "as" gives the base: its date, its number, or neither ("27 more than the ministry").
#include <algorithm>
#include <optional>
#include <string>

#include "claim/amount_use.h"
#include "claim/measures.h"
#include "claim/modality.h"
#include "claim/periods.h"
#include "claim/scene.h"
#include "claim/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kNounGroup = 4;  // words between the comparative and "than"
constexpr Index kBaseWords = 14;

class ComparativeFinder {
 public:
  explicit ComparativeFinder(Article& article) : article_(article), scene_(article) {}

  void find() {
    for (Index s = 0; s < article_.sentences.size(); ++s) {
      if (!scene_.is_news(s)) continue;
      sentence_ = article_.sentences[s];
      index_ = s;
      for (const Mention& amount : Scene::starting_in(article_.amounts, sentence_.span)) {
        if (amount.value && amount.value->printed() && amount.kind != MentionKind::ordinal) read(amount);
      }
    }
  }

 private:
  struct Comparative {
    Direction direction = Direction::unknown;
    bool factor = false;
    Index end = 0;            // first token of the base
    bool before = false;      // the base stands before
    bool of_number = false;   // the base is a number: "twice the 300", not "twice the amount"
    bool needs_base = false;  // "6 % above the 300", not "6 % above average"
  };
  struct Base {
    std::optional<Period> period;
    const Mention* number = nullptr;
    std::optional<Value> value;  // of the number: "20 % more than the 851" is no bound on 851
    Span span;
  };

  [[nodiscard]] bool here(Index token) const { return token < sentence_.tokens.end; }
  [[nodiscard]] Spelling word(Index token) const {
    return here(token) ? lower(article_, article_.tokens[token]) : Spelling();
  }
  // The word, whatever it is taken for, is one of its class.
  [[nodiscard]] bool is_word(Index token, WordClass wanted) const {
    return here(token) && is(article_.tokens[token], wanted);
  }

  [[nodiscard]] static bool is_ratio(const Mention& amount) {
    return amount.unit == "percent" || amount.unit == "percentage_point";
  }

  // The word `wanted` within a noun group's length, with no punctuation between; kNone where it is not.
  [[nodiscard]] Index soon(Index token, std::string_view wanted) const {
    for (Index i = token; i <= token + kNounGroup && here(i); ++i) {
      if (word(i) == wanted) return i;
      if (article_.tokens[i].kind == TokenKind::punctuation) break;
    }
    return kNone;
  }

  // "more than", "fewer people than", "as many migrants as"; unknown direction where there is none.
  [[nodiscard]] Comparative comparative_at(Index token, const Mention& amount) const {
    const Spelling first = word(token);
    // "[twice as many] visitors as last year"
    if (amount.unit == "fold" && is_as_many(amount)) {
      const Index as = soon(token, "as");
      if (as != kNone) return {Direction::up, true, as + 1};
    }
    if (amount.unit == "fold" || amount.unit.empty()) {
      const bool multiple = first == "as" && is_word(token + 1, WordClass::degree);
      const bool halved = *amount.value->printed() < Decimal(1);
      if (multiple && (amount.unit == "fold" || halved)) {
        const Index as = soon(token + 2, "as");
        return {halved ? Direction::down : Direction::up, true, as == kNone ? token + 2 : as + 1};
      }
    }
    if (const Index base = base_of_multiple(token, amount); base != kNone)
      return {*amount.value->printed() < Decimal(1) ? Direction::down : Direction::up, true, base, false,
              true};
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
    return {more ? Direction::up : Direction::down, amount.unit == "fold", than + 1};
  }

  [[nodiscard]] bool is_as_many(const Mention& amount) const {
    const std::string_view words = article_.text(amount.span);
    return words.ends_with(" many") || words.ends_with(" much") || words.ends_with(" high");
  }

  // "The club drew twice as many visitors as in 2019": what is measured, where no number tells it.
  [[nodiscard]] std::optional<Measured> measured_here(const Mention& amount) const {
    const Index chunk = chunk_at(article_, amount.span.begin);
    if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return std::nullopt;
    if (scene_.span(chunk).end > amount.span.end) {
      Measured counted = measure_of_counted(scene_, chunk, amount);
      if (!counted.measure.population.empty()) return counted;
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

  // A multiple without a number: only with what it is held against.
  void read_unnumbered(const Mention& amount, const Comparative& comparative) {
    if (!comparative.factor || comparative.before || amount.unit != "fold") return;
    const Base base = base_at(comparative.end, Claim{});
    const std::optional<Measured> measured = measured_here(amount);
    if (!measured || (!base.period && base.number == nullptr)) return;
    Claim figure;
    figure.measure = measured->measure;
    figure.unit = measured->unit;
    figure.quote = amount.span;
    const Index chunk = chunk_at(article_, amount.span.begin);
    figure.modality = modality_of(scene_, scene_.verb_clause_of(chunk));
    const Index at = static_cast<Index>(article_.claims.size());
    article_.claims.push_back(figure);
    add_change(amount, comparative, at, base);
    article_.claims.erase(article_.claims.begin() + at);
    article_.claims.back().about = kNone;
    article_.claims.back().evidence.clear();
  }

  // "…, five times the 300", "…, less than a third of the 472", "that is twice the 300": said of a number
  // that was told before; "a third of the 472" alone is a share of them. The first token of the base.
  [[nodiscard]] Index base_of_multiple(Index token, const Mention& amount) const {
    const bool part = amount.unit.empty() && *amount.value->printed() < Decimal(1);
    if (amount.unit != "fold" && !part) return kNone;
    const Index base = part && word(token) == "of" ? token + 1 : token;
    if (!here(base) || (article_.tokens[base].tag != Tag::dt && article_.tokens[base].tag != Tag::prps))
      return kNone;
    const Index begin = token_from(article_, amount.extent.empty() ? amount.span.begin : amount.extent.begin);
    if (begin <= sentence_.tokens.begin) return kNone;
    const Token& before = article_.tokens[begin - 1];
    const bool apposed = before.kind == TokenKind::punctuation || before.tag == Tag::cc;
    return apposed || lemma(article_, before) == "be" ? base : kNone;
  }

  // "5,875 more, or [9.5 percent]"
  [[nodiscard]] const Mention* percent_after(Index token) const {
    if (word(token) != "," || word(token + 1) != "or" || !here(token + 2)) return nullptr;
    for (const Mention& amount : Scene::starting_in(article_.amounts, article_.tokens[token + 2].span)) {
      if (amount.unit == "percent" && amount.value && amount.value->printed()) return &amount;
    }
    return nullptr;
  }

  // "6.2 per cent, or [472,000 people], more than": the same difference as a count; null where none is told.
  [[nodiscard]] const Mention* twin_behind(const Mention& amount) const {
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

  // "[1,377] students or 0.6 % fewer": the same difference as a count; null where none is told.
  [[nodiscard]] const Mention* count_beside(const Mention& amount) const {
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

  // "The number was [63,880], or 8.1 % less": a figure by itself, no difference.
  [[nodiscard]] bool is_told(const Mention& count) const {
    return std::ranges::any_of(scene_.claims_around(count.span), [&](Index i) {
      const Claim& claim = article_.claims[i];
      return claim.kind == ClaimKind::figure && claim.value && claim.quote.overlaps(count.span) &&
             claim.value->printed() == count.value->printed();
    });
  }

  [[nodiscard]] bool stops(Index token) const {
    return !here(token) || article_.tokens[token].kind == TokenKind::punctuation;
  }

  // Whether the figure's number stands before `byte`; its quote may run on beyond.
  [[nodiscard]] bool stands_before(const Claim& figure, std::uint32_t byte) const {
    return std::ranges::any_of(Scene::starting_in(article_.amounts, figure.quote),
                               [&](const Mention& amount) {
                                 return amount.span.begin < byte && amount.value && figure.value &&
                                        amount.value->printed() == figure.value->printed();
                               });
  }

  // The last figure of `sentence` before `byte` that is no base of another change.
  [[nodiscard]] Index figure_before(std::uint32_t byte, Span sentence) const {
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

  // "That is 6 % more than in 2022": the figure that the sentence before ended with, if it had but one.
  [[nodiscard]] Index figure_meant(Index sentence) const {
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

  [[nodiscard]] std::optional<Period> period_of(const Mention& date, const Claim& figure) const {
    // The year before one that only the report's date will tell.
    const bool from_focus = date.relative && date.relative->anchor == RelativeDate::Anchor::focus;
    if (from_focus && !figure.period && figure.relative) return std::nullopt;
    const When when = seen_from(scene_, when_printed(date, kNone), {.period = figure.period});
    if (!when.period || !when.period->known()) return std::nullopt;
    return figure.period ? as_long_as(*figure.period, *when.period) : *when.period;
  }

  [[nodiscard]] bool is_multiple_soon(Index token) const {
    for (Index i = token; i < token + kNounGroup && here(i); ++i) {
      if (word(i) == "times" || word(i) == "twice") return true;
    }
    return false;
  }

  [[nodiscard]] Base base_at(Index token, const Claim& figure) const {
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

  // The value of a number, without the "more than" that belongs to the comparative before it.
  [[nodiscard]] static std::optional<Value> compared_value(const Mention& number, Span base) {
    if (!number.value || number.value->best) return number.value;
    if (number.extent.empty() || number.extent.begin >= base.begin) return std::nullopt;
    const std::optional<Decimal> printed = number.value->printed();
    return printed ? std::optional(Value::exact(*printed, number.value->step)) : std::nullopt;
  }

  // A change that was read from these words already; it may lack its base.
  [[nodiscard]] Index told(const Mention& amount) const {
    for (const Index i : scene_.claims_around(amount.span)) {
      const Claim& claim = article_.claims[i];
      if (claim.kind != ClaimKind::change || !claim.quote.overlaps(amount.span)) continue;
      const std::optional<Decimal> printed = amount.value->printed();
      if (claim.change->percent == printed || claim.change->by == printed || claim.change->factor == printed)
        return i;
    }
    return kNone;
  }

  void read(const Mention& amount) {
    std::uint32_t end = amount.span.end;
    for (const Mention& inner :
         Scene::starting_in(article_.amounts, {amount.span.begin, amount.span.begin + 1})) {
      if (amount.kind == MentionKind::quantity && amount.unit == "person" &&
          inner.kind == MentionKind::number)
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

  void complete(Index change, const Base& base) {
    ChangeDetail& detail = *article_.claims[change].change;
    if (!detail.base_period) detail.base_period = base.period;
    if (!detail.from && base.value) detail.from = base.value->best;
  }

  void add_change(const Mention& amount, const Comparative& comparative, Index about, const Base& base) {
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

  // The number that it is measured against is a figure of the same measure.
  void add_base(Index about, const Base& base) {
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

  Article& article_;
  Scene scene_;
  Sentence sentence_;
  Index index_ = 0;
  bool of_shares_ = false;  // the amount is told in percentage points
};

}  // namespace

void find_comparatives(Article& article) {
  ComparativeFinder(article).find();
}

}  // namespace tally
