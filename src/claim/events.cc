// Clauses and nouns that tell what happened → events, with who, where, when, how many and in which
// parts.
//
//   "In April last year, 13 workers (12 women and one man) collectively defected"
//     defect, 2016-04, 13 = 12 + 1
//   "a series of defections, including Thae Yong Ho and a colonel"
//     defect, Thae Yong Ho; defect, a colonel
#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "claim/event_finder.h"
#include "claim/stages.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestQuote = 380;

}  // namespace

void EventFinder::find() {
  events_ = static_cast<Index>(article_.claims.size());
  figures_ = in_order();
  for (Index s = 0; s < article_.sentences.size(); ++s) {
    if (dateline_ == kNone && scene_.block_kind(s) == BlockKind::dateline) dateline_ = s;
    if (!scene_.is_news(s)) continue;
    const Range clauses = scene_.clauses_of(s);
    const Range chunks = scene_.chunks_of(s);
    for (Index i = chunks.begin; i < chunks.end; ++i) read_noun(i);
    for (Index c = clauses.begin; c < clauses.end; ++c) read_clause(c);
    read_row(s);
  }
  tie_figures();
}

std::span<const Claim> EventFinder::figures_of(Index sentence) const {
  const Span whole = article_.sentences[sentence].span;
  const Index first = first_claim_near(whole);
  Index last = first;
  while (last < figures_ && article_.claims[last].quote.begin < whole.end) ++last;
  return std::span<const Claim>(article_.claims).subspan(first, last - first);
}

Index EventFinder::figure_at(Index chunk) const {
  for (const Mention& amount : Scene::starting_in(article_.amounts, scene_.span(chunk))) {
    for (Index i = first_claim_near(amount.span);
         i < figures_ && article_.claims[i].quote.begin <= amount.span.begin; ++i) {
      const Claim& claim = article_.claims[i];
      if (claim.kind == ClaimKind::figure && claim.rule == "figure.counted" &&
          claim.quote.contains(amount.span) && claim.value == amount.value) {
        return i;
      }
    }
  }
  return kNone;
}

Index EventFinder::in_order() const {
  Index sentence = 0;
  for (Index i = 0; i < article_.claims.size(); ++i) {
    const Index at = sentence_at(article_, article_.claims[i].quote.end - 1);
    if (at == kNone || at < sentence) return i;
    sentence = at;
  }
  return static_cast<Index>(article_.claims.size());
}

Index EventFinder::first_claim_near(Span span) const {
  const Index sentence = sentence_at(article_, span.begin);
  const std::uint32_t begin = sentence == kNone ? 0 : article_.sentences[sentence].span.begin;
  Index low = 0;
  Index high = figures_;
  while (low < high) {
    const Index middle = (low + high) / 2;
    if (article_.claims[middle].quote.end <= begin)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Span EventFinder::quote_of(const Clause& clause, const std::vector<Index>& who) const {
  Span quote = scene_.span(clause.verb);
  const auto take = [&](Span more) {
    const Span wide = cover(quote, more);
    if (wide.size() <= kLongestQuote) quote = wide;
  };
  for (const Index chunk : who) take(scene_.span(chunk));
  take(span_of_chunks(article_, clause.chunks));
  return quote;
}

Claim& EventFinder::add(EventDetail& detail, Span quote, const When& when, Index clause) {
  // What a description tells on the way ("who was sent to Russia") is not what comes next "a case".
  const bool told = clause != kNone && scene_.clause(clause).kind != ClauseKind::relative;
  if (!detail.trigger.empty() && told) last_trigger_ = detail.trigger;
  Claim claim;
  claim.kind = ClaimKind::event;
  claim.rule = "event.clause";
  claim.quote = quote;
  claim.period = when.period;
  claim.relative = when.relative;
  claim.period_basis = when.basis;
  if (when.role == TimeRole::since && when.period)
    claim.period = since_until_publication(article_, *when.period);
  claim.event = std::move(detail);
  claim.in_title = clause != kNone && scene_.block_kind(scene_.clause(clause).sentence) == BlockKind::title;
  article_.claims.push_back(std::move(claim));
  return article_.claims.back();
}

void EventFinder::tie_figures() {
  for (Index e = events_; e < article_.claims.size(); ++e) {
    const Claim& event = article_.claims[e];
    if (event.kind != ClaimKind::event || !event.event->count) continue;
    for (Index i = first_claim_near(event.quote);
         i < figures_ && article_.claims[i].quote.begin < event.quote.end; ++i) {
      Claim& figure = article_.claims[i];
      if (figure.kind == ClaimKind::figure && figure.happening == kNone &&
          figure.value == event.event->count && figure.quote.overlaps(event.quote)) {
        figure.happening = e;
      }
    }
  }
}

void find_events(Article& article) {
  EventFinder(article).find();
}

}  // namespace tally
