// The strata of the record: each reads what those before it found and adds one thing.
#pragma once

#include "record/sheet.h"

namespace tally {

// Figures → variables: which figures measure one thing.
void align(Sheet& sheet);
// Everything found → the record, in its fixed order.
[[nodiscard]] Record write_out(Sheet sheet);

}  // namespace tally
