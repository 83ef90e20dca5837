// Where results and talk go.
#include "cli/console.h"

#include <cstdio>
#include <string>

namespace tally::cli {

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

void complain(std::string_view what) {
  std::string line = "tally: ";
  line += what;
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace tally::cli
