// Where results and talk go: results to standard output, everything else to standard error.
#pragma once

#include <cstddef>
#include <string_view>

#include "tally/result.h"

namespace tally::cli {

// False when nobody listens any more (a closed pipe).
bool print(std::string_view text);
// "tally: report.txt: the file is empty"
void complain(std::string_view what);
inline void complain(const Error& error) {
  complain(message(error));
}

}  // namespace tally::cli
