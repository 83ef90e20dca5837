// The commands as data: name, flags, help and the function that does it. `--help`, the man page and
// docs/commands.md are all made of this table (help.cc), and the parser is set up from it
// (arguments.cc).
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tally/result.h"

namespace tally::cli {

// What the shell is told.
inline constexpr int kDone = 0;
inline constexpr int kFails = 1;   // `check`: findings that fail; `verify`: a book that is not sound
inline constexpr int kUsage = 2;   // wrong use, or nothing could be done at all
inline constexpr int kNotAll = 3;  // some input could not be read; the rest was

struct Flag {
  std::string_view name;   // "-j,--threads"
  std::string_view value;  // what stands after it, "N"; empty for a switch
  std::string_view help;
};

struct Example {
  std::string_view command;
  std::string_view what;
};

// The words that followed a command.
struct Arguments {
  std::map<std::string, std::string, std::less<>> flags;  // by long name without dashes
  std::vector<std::string> words;

  [[nodiscard]] bool has(std::string_view flag) const { return flags.contains(flag); }
  [[nodiscard]] std::string value(std::string_view flag, std::string_view otherwise = {}) const {
    const auto found = flags.find(flag);
    return found != flags.end() ? found->second : std::string(otherwise);
  }
};

struct Command {
  std::string_view name;
  std::string_view operands;  // "FILE..."
  std::string_view summary;   // one line
  std::string_view description;
  std::span<const Flag> flags;
  std::span<const Example> examples;
  std::size_t least_words = 0;
  std::size_t most_words = 0;
  int (*run)(const Arguments&) = nullptr;
};

inline constexpr std::size_t kAny = 1'000'000;

[[nodiscard]] std::span<const Command> commands();
// Flags that every command takes.
[[nodiscard]] std::span<const Flag> common_flags();

// One function a command.
int run_read(const Arguments& arguments);
int run_dump(const Arguments& arguments);
int run_add(const Arguments& arguments);
int run_series(const Arguments& arguments);
int run_events(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_who(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_decide(const Arguments& arguments);
int run_undo(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_report(const Arguments& arguments);
int run_verify(const Arguments& arguments);
int run_help(const Arguments& arguments);

}  // namespace tally::cli
