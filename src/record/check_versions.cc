// Figures that changed from one version of a page to the next. A page that says so corrects itself; one
// that does not is held against its own earlier words.
#include <string>

#include "record/checks.h"

namespace tally {
namespace {

// "2,706 in 2011 on 3 May": what a version said, and when it was fetched.
std::string as_told(const Sheet& sheet, Index claim) {
  const Claim& c = sheet.claim(claim);
  const std::string& retrieved = sheet.document_of(claim).retrieved;
  return said(*c.value, c.period) + (retrieved.empty() ? "" : " (fetched " + retrieved.substr(0, 10) + ")");
}

}  // namespace

void check_versions(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (const VersionChange& change : sheet.version_changes) {
    const auto before = sheet.claim(change.before).value->printed();
    const auto after = sheet.claim(change.after).value->printed();
    std::string words =
        as_told(sheet, change.before) + " became " + as_told(sheet, change.after) + " on the same page";
    Draft draft{.claim = change.after, .against = {change.before}, .explanation = {}, .suspect = {}};
    if (before && after) draft.relative_size = percent_apart(*after, *before);
    if (!change.order_known) {
      draft.verdict = Verdict::cannot_tell;
      draft.kind = "version";
      words = as_told(sheet, change.before) + " and " + as_told(sheet, change.after) +
              " in two versions of one page: which is the later is not known";
      draft.rank = Rank::same_scope;
    } else if (change.told) {
      draft.verdict = Verdict::explained;
      draft.kind = "version";
      words += ", which says that it was changed";
      draft.rank = Rank::revision;
    } else {
      draft.verdict = Verdict::fails;
      draft.kind = "silent_change";
      words += ", which does not say so";
      draft.suspect = "report";
      draft.rank = Rank::own_figures;
    }
    draft.explanation = std::move(words);
    add(checks, std::move(draft));
  }
}

}  // namespace tally
