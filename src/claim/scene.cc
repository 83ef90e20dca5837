// Look-ups over the layers of one article.
#include "claim/scene.h"

#include <algorithm>

#include "base/characters.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// The mentions of a layer, sorted by begin, that overlap a span start at or after this one; a
// mention is seldom longer than a few dozen words, so a short walk back finds the long ones.
std::size_t first_candidate(const Mentions& layer, Span span) {
  constexpr std::size_t kBack = 4;
  const std::size_t at = layer.first_from(span.begin);
  return at < kBack ? 0 : at - kBack;
}

}  // namespace

std::vector<Index> Scene::lead() const {
  constexpr std::size_t kLeadSentences = 5;
  std::vector<Index> sentences;
  sentences.reserve(kLeadSentences);
  for (Index s = 0; s < article_.sentences.size() && sentences.size() < kLeadSentences; ++s) {
    if (is_news(s)) sentences.push_back(s);
  }
  return sentences;
}

bool Scene::same_block(Index a, Index b) const {
  return article_.sentences[a].block == article_.sentences[b].block;
}

const Mention* Scene::date_of(Index chunk) const {
  return kind(chunk) == ChunkKind::time ? date_in(span(chunk)) : nullptr;
}

const Mention* Scene::date_in(Span span) const {
  for (std::size_t i = article_.dates.first_from(span.begin); i < article_.dates.size(); ++i) {
    const Mention& date = article_.dates[i];
    if (date.span.begin >= span.end) break;
    if (span.contains(date.span)) return &date;
  }
  return nullptr;
}

const Mention* Scene::date_over(Span span) const {
  for (std::size_t i = first_candidate(article_.dates, span); i < article_.dates.size(); ++i) {
    const Mention& date = article_.dates[i];
    if (date.span.begin > span.begin) break;
    if (date.span.contains(span)) return &date;
  }
  return nullptr;
}

std::span<const Mention> Scene::starting_in(const Mentions& layer, Span span) {
  const std::size_t begin = layer.first_from(span.begin);
  std::size_t end = begin;  // a span seldom holds more than a few
  while (end < layer.size() && layer[end].span.begin < span.end) ++end;
  return std::span(layer).subspan(begin, end - begin);
}

const Mention* Scene::name_in(Span span) const {
  for (std::size_t i = first_candidate(article_.names, span); i < article_.names.size(); ++i) {
    const Mention& name = article_.names[i];
    if (name.span.begin >= span.end) break;
    if (name.span.overlaps(span)) return &name;
  }
  return nullptr;
}

std::vector<const Mention*> Scene::names_in(Span span) const {
  std::vector<const Mention*> found;
  for (std::size_t i = first_candidate(article_.names, span); i < article_.names.size(); ++i) {
    const Mention& name = article_.names[i];
    if (name.span.begin >= span.end) break;
    if (!name.span.overlaps(span)) continue;
    const bool inside = !found.empty() && found.back()->span.contains(name.span);
    if (!inside) found.push_back(&name);
  }
  return found;
}

Spelling Scene::words(Index chunk) const {
  const Range tokens = article_.chunks[chunk].tokens;
  if (tokens.size() == 1) return lower(article_, article_.tokens[tokens.begin]);
  std::string out;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    if (!out.empty()) out += ' ';
    out += lower(article_, article_.tokens[i]);
  }
  return Spelling(std::move(out));
}

Index Scene::subject_of(Index clause) const {
  for (int depth = 0; clause != kNone && depth < 8; ++depth) {
    const Clause& one = article_.clauses[clause];
    if (one.subject != kNone) return one.subject;
    clause = one.shares;
  }
  return kNone;
}

Index Scene::figure_of(const Mention& amount) const {
  for (const Index i : claims_around(amount.span)) {
    const Claim& claim = article_.claims[i];
    if (claim.kind == ClaimKind::figure && claim.value == amount.value && claim.quote.contains(amount.span))
      return i;
  }
  return kNone;
}

Index Scene::verb_clause_of(Index chunk) const {
  Index at = clause_of(chunk);
  while (at != kNone && clause(at).verb == kNone) at = clause(at).parent;
  return at;
}

bool Scene::is_quoted(Span span) const {
  if (quoted_up_to_.size() != article_.quotes.size()) {
    quoted_up_to_.clear();
    for (const Mention& quote : article_.quotes)
      quoted_up_to_.push_back(std::max(quote.span.end, quoted_up_to_.empty() ? 0 : quoted_up_to_.back()));
  }
  const auto after = std::ranges::upper_bound(article_.quotes, span.begin, {},
                                              [](const Mention& quote) { return quote.span.begin; });
  if (after == article_.quotes.begin()) return false;
  return quoted_up_to_[static_cast<std::size_t>(after - article_.quotes.begin()) - 1] >= span.end;
}

}  // namespace tally
