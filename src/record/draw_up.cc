// The strata of the record, in order: the engine on one screen.
#include <string>
#include <utility>

#include "record/sheet.h"
#include "record/strata.h"
#include "tally/record.h"

namespace tally {

Record draw_up(std::vector<Document> documents, std::vector<Decision> decisions) {
  Sheet sheet = lay_out(std::move(documents), std::move(decisions));
  align(sheet);
  return write_out(std::move(sheet));
}

}  // namespace tally
