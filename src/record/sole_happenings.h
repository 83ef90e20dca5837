// Happenings of which each of two reports tells only one that they may be: "the three-day walkout" here,
// "the cabin crew strike in March" there, and no other strike that fits in either.
#pragma once

#include <vector>

#include "record/merger.h"

namespace tally {

// Happenings that others joined already, told by reports of one story → joined where their evidence is enough
// and no rival of like evidence stands in either report.
void join_soles(Merger& merger, const std::vector<Telling>& tellings, const Company& company);

}  // namespace tally
