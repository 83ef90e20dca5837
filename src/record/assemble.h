// The records of components put together into one, in the fixed order of a record. Sources are known
// across components by their ids: an origin or entity that several components name is one.
#pragma once

#include <vector>

#include "tally/record.h"

namespace tally {

// The reports of one component → its record; the strata in order.
[[nodiscard]] Record draw_component(std::vector<Document> documents, std::vector<Decision> decisions);

// What fails first.
[[nodiscard]] bool comes_first(const Finding& a, const Finding& b);

// Sorts everything but documents and claims, and joins what bears one id.
void put_in_order(Record& record);

}  // namespace tally
