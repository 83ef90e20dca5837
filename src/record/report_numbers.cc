// Claims of a report → its numbers.
#include "record/report_numbers.h"

#include <algorithm>
#include <utility>

#include "record/nearby.h"
#include "record/number_place.h"

namespace tally {

std::vector<ReportNumber> numbers_of_report(const Sheet& sheet, Index document) {
  std::vector<std::pair<std::uint32_t, Index>> places;
  const Index begin = sheet.first_claim[document];
  for (Index i = begin; i < begin + sheet.documents[document].claims.size(); ++i) {
    if (is_printed(sheet, i) && sheet.claim(i).value->best && !sheet.claim(i).in_title)
      places.emplace_back(number_end(sheet, i), i);
  }
  std::ranges::sort(places);
  std::vector<ReportNumber> numbers;
  for (const auto& [end, claim] : places) {
    if (!numbers.empty() && numbers.back().end == end) continue;
    const int on = numbers.empty() ? 0 : sentences_between(sheet, numbers.back().claim, claim);
    numbers.push_back(
        {claim, *sheet.claim(claim).value->best, end, numbers.empty() ? 0 : numbers.back().sentence + on});
  }
  return numbers;
}

}  // namespace tally
