// amounts, chunks, clauses → what each amount is about: the words of the noun phrases that it says
// something of (Mention::concept_word). Entry: find_concepts.
//
//   "Exports to China dropped 7% to $2.3 billion."     7%: "Exports China"    $2.3 billion: the same
//   "Dell is to lay off about 5% of its workforce."    5%: "workforce, Dell"
//
// The phrases, in this order: the noun that the amount describes ("a 25% premium") or that follows it
// ("of adults"); the noun that it gives the size of ("a fine of $3 billion"); the object that it is
// the new value of ("cut its forecast to 2%"); the subject of the clause, where what came before
// belongs to it and not to a phrase of its own ("below the guideline of 15 ppb"). Of a list under a
// heading the heading as well ("Sold: the mill, $3m"). An age is "age" and whose. The words of
// structure are left out: articles, pronouns, prepositions (Almasian et al. 2023, "CQE", whose
// concepts are such).
#include <algorithm>

#include "mention/concept_finder.h"
#include "mention/stages.h"
#include "text/phrases.h"

namespace tally {

void ConceptFinder::run() {
  for (Index at = 0; at < article_.amounts.size(); ++at) {
    Mention& amount = article_.amounts[at];
    if (amount.kind == MentionKind::ordinal) continue;
    if (outer_ != kNone && article_.amounts[outer_].span.contains(amount.span)) {
      if (!is_age(article_.amounts[outer_])) amount.concept_word = article_.amounts[outer_].concept_word;
      amount.about = {};
      continue;
    }
    const bool age = is_age(amount);
    const std::string found = concept_of(amount);
    amount.concept_word = age ? "age" + (found.empty() ? "" : ", " + found) : found;
    amount.about = {};
    outer_ = at;
  }
}

std::string ConceptFinder::concept_of(const Mention& amount) {
  start(amount);
  if (at_ == kNone || chunk(at_).kind != ChunkKind::noun) return led_to(amount);
  if (chunk(at_).sentence != sentence_) forget();
  sentence_ = chunk(at_).sentence;
  if (!last_.empty() && is_told_before(amount)) return last_;
  enter(amount);
  std::string found = from_sentence(amount);
  if (found.empty() && goes_on()) found = last_;
  if (found.empty() && is_subject(at_) && is_share(amount)) found = last_counted_;
  if (found.empty() && pronoun_ != kNone) found = antecedent(pronoun_);
  if (counted_) remember_counted(amount.counted);
  if (found.empty() && !settled_) found = led_to(amount);
  if (!found.empty()) {
    last_ = found;
    last_unit_ = amount.unit;
  }
  return found;
}

void ConceptFinder::start(const Mention& amount) {
  words_.clear();
  settled_ = false;
  change_ = false;
  apart_ = false;
  pronoun_ = kNone;
  money_ = amount.kind == MentionKind::money;
  at_ = chunk_at(article_, amount.span.begin);
}

void ConceptFinder::enter(const Mention& amount) {
  counted_ = !amount.counted.empty();
  whole_ = counted_ ? cover(amount.span, amount.counted) : amount.span;
  end_ = std::max(at_, chunk_at(article_, whole_.end - 1));
  if (end_ == kNone || chunk(end_).sentence != sentence_) end_ = at_;
  if (at_ > 1 && is_text(at_ - 1, "of") && is_noun(at_ - 2) && is_change(at_ - 2)) change_ = true;
}

bool ConceptFinder::is_told_before(const Mention& amount) const {
  if (goes_back() && amount.unit == last_unit_) return true;
  return is_text(at_ - 1, "to") && at_ > 1 && is_noun(at_ - 2) && is_amount(at_ - 2);
}

std::string ConceptFinder::from_sentence(const Mention& amount) {
  // "her sister, 9, was found": whose age stands right before the comma.
  const bool aside = is_age(amount) && is_text(at_ - 1, ",") && is_noun(at_ - 2) && !is_amount(at_ - 2);
  if (aside && words_.add(article_, chunk(at_ - 2).tokens)) return words_.text();
  // "Alder (31), Cass (14)", "Dunmore had 407, Alder 190": each name's own.
  const Index name = is_text(at_ - 1, "(") ? at_ - 2 : at_ - 1;
  const bool given = !counted_ && is_noun(name) && is_name(name) && !is_amount(name);
  if (given && words_.add(article_, chunk(name).tokens)) return words_.text();
  const bool described = add_described(whole_);
  const bool followed = !described && add_following(amount);
  const bool share = amount.kind == MentionKind::percent && followed;
  const bool governed = add_governing(share);
  const std::size_t before = words_.text().size();
  if (!governed && !apart_ && !(counted_ && followed)) add_subject_of(chunk(at_).clause, !described);
  if (followed && before == words_.text().size() && is_text(at_ - 1, "and")) words_.add(last_subject_);
  if (before == 0) add_heading();
  std::string found = words_.text();
  last_subject_ = found.substr(std::min(found.size(), before == 0 ? 0 : before + 2));
  return found;
}

void ConceptFinder::remember_counted(Span counted) {
  ConceptWords words;
  words.add(article_, chunk(end_).tokens);
  if (article_.span_of(chunk(end_).tokens).overlaps(counted)) last_counted_ = words.text();
}

void ConceptFinder::forget() {
  last_counted_.clear();
  last_.clear();
  last_unit_.clear();
  last_subject_.clear();
}

std::string ConceptFinder::led_to(const Mention& amount) {
  if (amount.about.empty()) return {};
  const auto first =
      std::lower_bound(article_.tokens.begin(), article_.tokens.end(), amount.about.begin,
                       [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
  const auto begin = static_cast<Index>(first - article_.tokens.begin());
  Index end = begin;
  while (end < article_.tokens.size() && article_.tokens[end].span.end <= amount.about.end) ++end;
  words_.add(article_, {begin, end});
  return words_.text();
}

bool ConceptFinder::goes_on() const {
  const Index joint = is_text(at_ - 1, "from") ? at_ - 2 : at_ - 1;
  const bool list = is_text(joint, "(") || is_text(joint, ",") || is_text(joint, "or") ||
                    is_text(joint, "and") || is_text(joint, "versus") || is_text(joint, "/");
  return list || is_text(joint, "-") || is_text(joint, "–") || is_text(joint, "—");
}

bool ConceptFinder::goes_back() const {
  if (at_ < 2 || !is_kind(at_ - 1, ChunkKind::preposition)) return false;
  if (!is_text(at_ - 1, "from") && !is_text(at_ - 1, "with") && !is_text(at_ - 1, "to")) return false;
  return is_text(at_ - 2, "down") || is_text(at_ - 2, "up") || is_text(at_ - 2, "compared") ||
         is_text(at_ - 2, "unchanged");
}

void find_concepts(Article& article) {
  if (!article.amounts.empty()) ConceptFinder(article).run();
}

}  // namespace tally
