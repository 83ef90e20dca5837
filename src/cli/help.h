// Help out of the table of commands: for the terminal, the man page and docs/commands.md.
#pragma once

#include <string>

#include "cli/command.h"

namespace tally::cli {

[[nodiscard]] std::string overview();
[[nodiscard]] std::string help(const Command& command);
[[nodiscard]] std::string manual();    // tally(1), in roff
[[nodiscard]] std::string markdown();  // docs/commands.md

}  // namespace tally::cli
