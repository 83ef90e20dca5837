// Documents into one list of claims.
#include "record/sheet.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "record/ids.h"

namespace tally {
namespace {

void complete(Document& document) {
  if (document.claim_ids.size() != document.claims.size()) {
    document.claim_ids = claim_ids(document.id, document.claims);
  }
  if (document.sha256.empty()) document.sha256 = sha256_hex(document.text);
  document.published = document.info.published;
  document.published_because.clear();
  document.copy_of.clear();
  document.replaced_by.clear();
  document.event.clear();
}

}  // namespace

Index Sheet::tied(Index i, Index local) const {
  const Index document = claims[i].document;
  if (local == kNone || local >= documents[document].claims.size()) return kNone;
  return first_claim[document] + local;
}

bool Sheet::counts_a_stretch(Index i) const {
  const Claim& c = claims[i].claim;
  if (c.happening == kNone || !c.value) return false;
  const auto is_long = [](Grain grain) {
    return grain == Grain::year || grain == Grain::half || grain == Grain::quarter;
  };
  const bool told = c.period && c.period->known()
                        ? is_long(c.period->grain())
                        : c.relative && c.relative->month == 0 && c.relative->day == 0 &&
                              c.relative->weekday == 0 && is_long(c.relative->grain);
  if (!told) return false;
  const Index event_claim = tied(i, c.happening);
  if (event_claim == kNone || event[event_claim] == kNone) return true;
  const auto at = event_at.find(event[event_claim]);
  return at == event_at.end() || !events[at->second].when || is_long(events[at->second].when->grain());
}

bool Sheet::counts(Index i) const {
  const Claim& c = claims[i].claim;
  return c.kind == ClaimKind::figure && c.modality == Modality::observed && c.value.has_value() && !out[i];
}

Sheet lay_out(std::vector<Document> documents, std::vector<Decision> decisions) {
  Sheet sheet;
  std::ranges::stable_sort(documents, {}, &Document::id);
  const auto twice = std::ranges::unique(documents, {}, &Document::id);
  documents.erase(twice.begin(), twice.end());
  std::ranges::stable_sort(decisions, [](const Decision& a, const Decision& b) {
    return a.at != b.at ? a.at < b.at : a.id < b.id;
  });
  sheet.documents = std::move(documents);
  sheet.decisions = std::move(decisions);
  for (Index d = 0; d < sheet.documents.size(); ++d) {
    Document& document = sheet.documents[d];
    complete(document);
    sheet.first_claim.push_back(static_cast<Index>(sheet.claims.size()));
    for (std::size_t i = 0; i < document.claims.size(); ++i) {
      RecordClaim row;
      row.id = document.claim_ids[i];
      row.document = d;
      row.claim = document.claims[i];
      row.source_entities.resize(row.claim.attribution.size());
      sheet.claims.push_back(std::move(row));
    }
  }
  // A part of a happening's head-count belongs to the happening as its whole does.
  for (RecordClaim& row : sheet.claims) {
    const auto& claims = sheet.documents[row.document].claims;
    if (row.claim.happening == kNone && row.claim.whole < claims.size()) {
      row.claim.happening = claims[row.claim.whole].happening;
    }
  }
  const std::size_t count = sheet.claims.size();
  for (Index i = 0; i < count; ++i) sheet.by_place.push_back(i);
  std::ranges::stable_sort(sheet.by_place, {}, [&](Index i) {
    return std::pair(sheet.claims[i].document, sheet.claims[i].claim.quote.begin);
  });
  sheet.out.assign(count, false);
  sheet.preferred.assign(count, false);
  sheet.borrowed.assign(count, false);
  sheet.filled.assign(count, false);
  sheet.variable.assign(count, kNone);
  sheet.core.assign(count, kNone);
  sheet.family.assign(count, kNone);
  sheet.event.assign(count, kNone);
  sheet.origin.assign(count, kNone);
  return sheet;
}

}  // namespace tally
