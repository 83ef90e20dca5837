// Which numbers of a sentence may be figures: those that belong to no date, no name, no telephone number and
// no label.
//
//   "Wards 7 and 11 at St Ann's reopen with 46 beds"   46 only
#include <algorithm>
#include <string>

#include "base/characters.h"
#include "claim/figure_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::int64_t kOldest = 120;

// A bare number: "[Fourteen] were under 10".
bool was_counted(const Article& article, Index token) {
  const Token& number = article.tokens[token];
  return number.kind == TokenKind::number || number.tag == Tag::cd;
}

// "Ninety-six were younger than [25], 548 were aged [25] to [44], 67 were [65 or older]; victims under [14]":
// the class of age that somebody is in counts nobody. `before`: where the age told last ends.
bool is_age_class(const Article& article, const Mention& amount, std::uint32_t before) {
  const Value& value = *amount.value;
  const std::optional<Decimal> most = value.high ? value.high : value.low ? value.low : value.best;
  if (!most || *most > Decimal(kOldest) || amount.kind == MentionKind::percent ||
      amount.kind == MentionKind::money)
    return false;
  const Span words = amount.extent.empty() ? amount.span : cover(amount.extent, amount.span);
  const std::string said = lower_case(article.text(words));
  const bool compared = said.find("younger") != std::string::npos || said.find("older") != std::string::npos;
  if (compared) return true;
  const Index first = token_from(article, words.begin);
  if (first == 0) return false;
  const Spelling left = lower(article, article.tokens[first - 1]);
  if (left == "aged" || left == "ages") return true;
  if (before != 0 && before < words.begin && words.begin - before <= 6) {
    const std::string_view between = article.text(Span{before, words.begin});
    if (between == " to " || between == "-" || between == "–") return true;
    // "two children, aged 3 and [7], died"
    const Index after = token_from(article, words.end);
    const bool ends = after >= article.tokens.size() || article.tokens[after].kind == TokenKind::punctuation;
    if (ends && (between == " and " || between == " or ")) return true;
  }
  if (left == "than" && first >= 2) {
    const Spelling sooner = lower(article, article.tokens[first - 2]);
    if (sooner == "younger" || sooner == "older") return true;
  }
  // "233 were [one to four]"
  if (amount.kind == MentionKind::range && first >= 2 && lemma(article, article.tokens[first - 1]) == "be" &&
      article.tokens[first - 2].kind == TokenKind::number)
    return true;
  // "Fourteen were [under 10] and nine [over 70]"
  const bool limit = said.starts_with("under ") || said.starts_with("over ");
  const bool plain = amount.unit.empty() && amount.counted.empty() && amount.kind == MentionKind::number;
  const Token& left_token = article.tokens[first - 1];
  const bool are = first >= 2 && lemma(article, left_token) == "be" && was_counted(article, first - 2);
  if (limit && plain && (are || (before != 0 && was_counted(article, first - 1)))) return true;
  // "children under 5", "people over 65"
  const Token& whose = article.tokens[first - 1];
  const bool bounded = said.starts_with("under ") || said.starts_with("over ");
  return bounded && amount.unit.empty() && amount.counted.empty() && whose.tag == Tag::nns &&
         is(whose, WordClass::person);
}

// "900 [60-kg] sacks": the size of what is counted.
bool is_size_of(const Mention& amount, const Mention& count) {
  return !amount.unit.empty() && count.span.end < amount.span.begin &&
         amount.span.begin - count.span.end == 1 && count.counted.begin > amount.span.end;
}

// "the average age of the dead was [71]": told of many.
bool is_mean_age(const Article& article, const Mention& amount) {
  constexpr Index kBefore = 9;  // words
  const Index first = token_from(article, amount.span.begin);
  for (Index t = first; t > 1 && t + kBefore > first; --t) {
    const Token& word = article.tokens[t - 1];
    if (word.kind == TokenKind::punctuation) return false;
    if (lower(article, word) == "age" && is(article.tokens[t - 2], WordClass::average_adjective)) return true;
  }
  return false;
}

// "Her membership number is [212]": what somebody is known by.
bool is_own_number(const Scene& scene, const Mention& amount) {
  const Article& article = scene.article();
  const Index be = chunk_at(article, amount.span.begin) - 1;
  if (be == 0 || be >= article.chunks.size() || !scene.same_sentence(be, be - 1) ||
      lemma(article, scene.head(be)) != "be" || scene.kind(be - 1) != ChunkKind::noun)
    return false;
  const Chunk& noun = article.chunks[be - 1];
  const Spelling whose = lower(article, article.tokens[noun.tokens.begin]);
  return noun.tokens.size() > 2 && lower(article, scene.head(be - 1)) == "number" &&
         (whose == "his" || whose == "her" || whose == "my" || whose == "your");
}

}  // namespace

std::vector<const Mention*> FigureFinder::amounts_of(Span sentence) {
  std::vector<const Mention*> found;
  std::uint32_t age_end = 0;  // of the age told last
  while (next_amount_ < article_.amounts.size() && article_.amounts[next_amount_].span.begin < sentence.begin)
    ++next_amount_;
  for (; next_amount_ < article_.amounts.size(); ++next_amount_) {
    const Mention& amount = article_.amounts[next_amount_];
    if (amount.span.begin >= sentence.end) break;
    if (is_code(amount)) continue;
    if (is_movement(article_, amount)) continue;  // its two ends are read one by one
    const bool inside = !found.empty() && found.back()->span.contains(amount.span);
    // "one farm in eight": the count, and not its bare number.
    if (inside && amount.span == found.back()->span && found.back()->counted.empty() &&
        !amount.counted.empty() && amount.value)
      found.back() = &amount;
    if (inside || is_denominator(amount) || is_label(amount) || amount.kind == MentionKind::ordinal ||
        !amount.value)
      continue;
    if (!found.empty() && is_size_of(amount, *found.back())) continue;
    if (is_pronoun(amount, found)) continue;
    if (in_date(amount.span) || in_name(amount.span)) continue;
    if (amount.span.end <= age_end) continue;  // "one to [four]"; the bare number of an age
    if ((amount.concept_word == "age" || amount.concept_word.starts_with("age, ")) &&
        !is_mean_age(article_, amount)) {
      age_end = std::max(age_end, amount.span.end);
      continue;
    }
    if (is_age_class(article_, amount, age_end)) {
      age_end = amount.span.end;
      continue;
    }
    found.push_back(&amount);
  }
  add_durations(found, sentence);
  return found;
}

// "47 towns that had a cinema no longer have [one]", "every ward will need [one]": the thing that was told
// of. "Norway has two and Sweden has [one]", "killed [one]" count.
bool FigureFinder::is_pronoun(const Mention& amount, std::span<const Mention* const> before) const {
  if (article_.text(amount.span) != "one" || !amount.counted.empty() || !amount.unit.empty()) return false;
  const Index chunk = chunk_at(article_, amount.span.begin);
  if (chunk == kNone || chunk == 0 || !scene_.same_sentence(chunk, chunk - 1) ||
      scene_.span(chunk) != amount.span || scene_.kind(chunk - 1) != ChunkKind::verb)
    return false;
  if (scene_.same_sentence(chunk, chunk + 1) &&
      (scene_.is_word(chunk + 1, "of") || scene_.is_word(chunk + 1, "in")))
    return false;
  const Token& verb = scene_.head(chunk - 1);
  if (is_casualty_verb(verb) || is(verb, WordClass::count_verb) || lemma(article_, verb) == "be" ||
      is(verb, WordClass::reach_verb) || direction_of(scene_, chunk - 1) != Direction::unknown)
    return false;
  return std::ranges::none_of(before, [&](const Mention* number) {
    return number->kind == MentionKind::number && number->counted.empty() && number->unit.empty();
  });
}

// "17 minutes" stands among the dates; it may be the value of a delay.
void FigureFinder::add_durations(std::vector<const Mention*>& amounts, Span sentence) const {
  const std::size_t numbers = amounts.size();
  for (const Mention& date : Scene::starting_in(article_.dates, sentence)) {
    // "a ten-year average" is no length of ten years.
    const bool joined = article_.text(date.span).find('-') != std::string_view::npos;
    if (!joined && date.kind == MentionKind::duration && date.value && date.value->printed() &&
        is_time_unit(date.unit))
      amounts.push_back(&date);
  }
  if (amounts.size() > numbers)
    std::ranges::sort(amounts, {}, [](const Mention* mention) { return mention->span.begin; });
}

// "+61 2 5550 1790", "4.6/5": numbers that only spaces or strokes join are a telephone number or a mark.
bool FigureFinder::is_code(const Mention& amount) const {
  const Index at = token_from(article_, amount.span.begin);
  const auto number = [&](Index token) {
    return token < article_.tokens.size() && article_.tokens[token].kind == TokenKind::number;
  };
  if (!number(at)) return false;
  const auto text = [&](Index token) { return article_.text(article_.tokens[token]); };
  const bool stroke =
      (number(at + 2) && text(at + 1) == "/") || (at >= 2 && number(at - 2) && text(at - 1) == "/");
  // Groups of digits, one space apart: no columns, no lines, no thousands.
  const auto joined = [&](Index left) {
    return number(left) && number(left + 1) && text(left).find(',') == std::string_view::npos &&
           text(left + 1).find(',') == std::string_view::npos &&
           article_.text(Span{article_.tokens[left].span.end, article_.tokens[left + 1].span.begin}) == " ";
  };
  // "voted [31] to 24", "voted 31 to [24]"
  const auto voted = [&](Index token) {
    return token >= 1 && number(token) && number(token + 2) && equals_lower(text(token + 1), "to") &&
           lemma(article_, article_.tokens[token - 1]) == "vote";
  };
  if (voted(at) || (at >= 2 && voted(at - 2))) return true;
  Index run = 1;
  for (Index i = at; i > 0 && joined(i - 1); --i) ++run;
  for (Index i = at; joined(i); ++i) ++run;
  return stroke || run >= 3;
}

// "Wards 7 and [11]", "Articles 3, 4 and [5]": the numbers name what stands before the first of them.
bool FigureFinder::is_label(const Mention& amount) const {
  if (amount.kind != MentionKind::number) return false;
  if (is_own_number(scene_, amount)) return true;
  const Index number = token_from(article_, amount.span.begin);
  Index at = number;
  const auto is_joint = [&](const Token& token) { return token.tag == Tag::cc || token.tag == Tag::comma; };
  while (at >= 2 && is_joint(article_.tokens[at - 1]) && article_.tokens[at - 2].kind == TokenKind::number)
    at -= 2;
  if (at == 0 || at == number) return false;
  const Token& before = article_.tokens[at - 1];
  return (before.flags & kCapitalised) != 0 && (before.tag == Tag::nnps || before.tag == Tag::nns);
}

// "6.2 per [100,000] inhabitants"
bool FigureFinder::is_denominator(const Mention& amount) const {
  const Index chunk = chunk_at(article_, amount.span.begin);
  if (chunk == kNone) return false;
  const Range tokens = article_.chunks[chunk].tokens;
  Index at = tokens.begin;
  while (at < tokens.end && article_.tokens[at].span.begin < amount.span.begin) ++at;
  if (at == 0) return false;
  // "one for every [56] who arrived"
  const Spelling before = lower(article_, article_.tokens[at - 1]);
  return before == "per" || before == "every";
}

bool FigureFinder::in_date(Span span) const {
  const Index chunk = chunk_at(article_, span.begin);
  if (chunk != kNone && scene_.kind(chunk) == ChunkKind::time) return true;
  // "31,700 a year" holds how often, and no date.
  const Mention* inner = scene_.date_in(span);
  // "96 extra weekend clinics": a date that only says what kind of thing is counted is none of the number.
  const bool within = inner != nullptr && inner->kind != MentionKind::set &&
                      (inner->span.begin == span.begin || inner->span.end == span.end);
  return within || scene_.date_over(span) != nullptr;
}

bool FigureFinder::in_name(Span span) const {
  const Mention* name = scene_.name_in(span);
  return name != nullptr && name->span.contains(span);
}

// "zero emission vehicles": of nothing, no count of them.
bool FigureFinder::names_nothing(const Mention& amount, Index chunk) const {
  const std::optional<Decimal> printed = amount.value->printed();
  if (!printed || !printed->is_zero() || article_.text(amount.span).find('0') != std::string_view::npos)
    return false;
  const Range tokens = article_.chunks[chunk].tokens;
  Index after = 0;
  for (Index i = tokens.begin; i < tokens.end; ++i)
    after += article_.tokens[i].span.begin >= number_words(amount).end;
  return after >= 2;
}

// "one man", "a mile"; "one million Kenyans" are counted.
bool FigureFinder::is_indefinite(const Mention& amount) const {
  const std::optional<Decimal> printed = amount.value->printed();
  if (printed && *printed > Decimal(1)) return false;
  const std::string_view words = article_.text(amount.span);
  const std::string_view first = words.substr(0, words.find(' '));
  return first == "one" || first == "One" || first == "a" || first == "A" || first == "an" || first == "An";
}

}  // namespace tally
