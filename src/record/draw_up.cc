// The strata of the record, in order: the engine on one screen.
#include <utility>

#include "record/sheet.h"
#include "record/strata.h"
#include "record/words.h"
#include "tally/record.h"

namespace tally {

Record draw_up(std::vector<Document> documents, std::vector<Decision> decisions) {
  Sheet sheet = lay_out(std::move(documents), std::move(decisions));
  Words words;
  replay(sheet);
  find_copies(sheet);
  find_origins(sheet, words);
  align(sheet, words);     // printed periods align variables
  date_by_figures(sheet);  // aligned variables date reports, dated reports resolve periods
  merge_events(sheet, words);
  write_events(sheet, words);
  date_by_events(sheet);  // happenings refine dates to the month or the day
  align(sheet, words);    // and now the implied periods too
  write_events(sheet, words);
  check(sheet);
  return write_out(std::move(sheet));
}

}  // namespace tally
