// The words of the shell → a command and its arguments.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace tally::cli {

struct Parsed {
  const Command* command = nullptr;  // nullptr: no command, or help was asked for in general
  Arguments arguments;
  bool help = false;
  bool version = false;
};

// An error is a sentence for the person who typed it.
[[nodiscard]] Result<Parsed> parse(const std::vector<std::string>& words);

}  // namespace tally::cli
