// Reports that print no date, once other reports date them → their times, read again under that date.
//
//   "The new year has begun a little better. In the first quarter it carried 2.1 million, 3 % more than a
//   year before", dated 2024-06 by another report   2.1 million is of 2024-01/2024-03
//
// What the text prints stays; only what hangs on the report's day is taken from the second reading.
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "record/strata.h"
#include "tally/pipeline.h"

namespace tally {
namespace {

using Place = std::tuple<ClaimKind, std::uint32_t, std::uint32_t, std::string>;

Place place_of(const Claim& claim) {
  const auto printed = claim.value ? claim.value->printed() : std::nullopt;
  return {claim.kind, claim.quote.begin, claim.quote.end, printed ? printed->to_string() : std::string()};
}

std::optional<Article> read_again(const Document& document) {
  Page page;
  page.bytes = document.text;
  page.media_type = "text/plain";
  page.published = document.published.date.to_string();
  ReadOptions options;
  options.language = document.info.language;
  Result<Article> article = read(page, options);
  // Another text has other places.
  if (!article || article->text() != document.text) return std::nullopt;
  return std::move(*article);
}

bool is_open(const std::optional<Period>& period) {
  return !period || !period->known() || period->open_from || period->open_to;
}

void take_period(Claim& claim, const Claim& again) {
  const bool finer = again.period && claim.period && claim.period->contains(*again.period);
  const bool hangs = is_open(claim.period) || claim.period_basis == Basis::implied || finer;
  if (!again.period || !hangs || claim.period == again.period) return;
  claim.period = again.period;
  claim.period_basis = Basis::implied;
  if (!claim.relative) claim.relative = again.relative;
  if (claim.measure.aggregate == Aggregate::unknown) claim.measure.aggregate = again.measure.aggregate;
}

void take_times(Claim& claim, const Claim& again) {
  take_period(claim, again);
  if (!claim.change || !again.change) return;
  // What is printed is the same in both.
  if (again.change->base_period) claim.change->base_period = again.change->base_period;
}

}  // namespace

void read_dated_again(Sheet& sheet) {
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    const Document& document = sheet.documents[d];
    if (document.published.basis != DateBasis::inferred || document.text.empty()) continue;
    const std::optional<Article> article = read_again(document);
    if (!article) continue;
    std::multimap<Place, const Claim*> again;
    for (const Claim& claim : article->claims) again.emplace(place_of(claim), &claim);
    const Index begin = sheet.first_claim[d];
    for (Index i = begin; i < begin + document.claims.size(); ++i) {
      const auto found = again.find(place_of(sheet.claim(i)));
      if (found == again.end()) continue;
      take_times(sheet.claim(i), *found->second);
      again.erase(found);
    }
  }
}

}  // namespace tally
