// Where a happening was that no telling of it places: the town or house that the words around it name.
#pragma once

#include "record/sheet.h"

namespace tally {

void lend_places(Sheet& sheet);

}  // namespace tally
