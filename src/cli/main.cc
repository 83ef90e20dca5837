// The command line: hands its words to the library and its exit code to the shell.
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/help.h"

namespace {

constexpr const char* kVersion = "tally 0.1.0\n";

int run(const std::vector<std::string>& words) {
  using namespace tally::cli;
  const auto parsed = parse(words);
  if (!parsed) {
    complain(parsed.error().what);
    complain("`tally --help` tells the commands");
    return kUsage;
  }
  if (parsed->version) return print(kVersion) ? kDone : kUsage;
  if (parsed->help) {
    print(parsed->command != nullptr ? help(*parsed->command) : overview());
    return kDone;
  }
  if (parsed->command == nullptr) {
    std::fputs(overview().c_str(), stderr);
    return kUsage;
  }
  return parsed->command->run(parsed->arguments);
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe ends the writing, not the program
  try {
    return run({words + 1, words + count});
  } catch (const std::exception& error) {
    tally::cli::complain(error.what());
    return tally::cli::kUsage;
  }
}
