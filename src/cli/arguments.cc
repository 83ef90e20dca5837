// The words of the shell → a command and its arguments, by CLI11, set up from the table of commands.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>

namespace tally::cli {
namespace {

std::string long_name(const Flag& flag) {
  return std::string(flag.name.substr(flag.name.find("--") + 2));
}

// Where CLI11 puts what it finds; a deque keeps its places.
struct Slot {
  std::string name;
  std::string value;
  CLI::Option* option = nullptr;
};

class Parser {
 public:
  Parser() : app_("tally") {
    app_.set_help_flag("");
    app_.require_subcommand(0, 1);
    app_.add_flag("--version", version_);
    add_flags(app_, common_flags());
    for (const Command& command : commands()) add_command(command);
  }

  Result<Parsed> parse(std::vector<std::string> words) {
    std::ranges::reverse(words);  // as CLI11 wants them
    try {
      app_.parse(words);
    } catch (const CLI::ParseError& error) {
      // Who asks for help may leave out the rest.
      if (!help_asked()) return fail(ErrorCode::usage, error.what());
    }
    Parsed found = parsed();
    if (found.command != nullptr && !found.help) {
      const std::size_t count = found.arguments.words.size();
      if (count < found.command->least_words) return wrong_count(*found.command, "few");
      if (count > found.command->most_words) return wrong_count(*found.command, "many");
    }
    return found;
  }

 private:
  static std::unexpected<Error> wrong_count(const Command& command, const std::string& how) {
    return fail(ErrorCode::usage, "too " + how + " words: it is tally " + std::string(command.name) + " " +
                                      std::string(command.operands));
  }

  void add_flags(CLI::App& app, std::span<const Flag> flags) {
    for (const Flag& flag : flags) {
      Slot& slot = slots_.emplace_back();
      slot.name = long_name(flag);
      slot.option = flag.value.empty() ? app.add_flag(std::string(flag.name))
                                       : app.add_option(std::string(flag.name), slot.value)->take_last();
    }
  }

  void add_command(const Command& command) {
    CLI::App* app = app_.add_subcommand(std::string(command.name));
    app->set_help_flag("");
    app->fallthrough();
    add_flags(*app, command.flags);
    if (command.most_words > 0) {
      // How many there may be is asked for when all are there, so that the message names the command.
      auto* words = app->add_option("words", words_.emplace_back());
      words->type_name(std::string(command.operands))->expected(0, static_cast<int>(kAny));
    } else {
      words_.emplace_back();
    }
    apps_.push_back(app);
  }

  [[nodiscard]] bool help_asked() const {
    return std::ranges::any_of(
        slots_, [](const Slot& slot) { return slot.name == "help" && slot.option->count() > 0; });
  }

  [[nodiscard]] Parsed parsed() const {
    Parsed parsed;
    parsed.version = version_;
    parsed.help = help_asked();
    for (std::size_t i = 0; i < apps_.size(); ++i) {
      if (!apps_[i]->parsed()) continue;
      parsed.command = &commands()[i];
      parsed.arguments.words = words_[i];
    }
    for (const Slot& slot : slots_) {
      if (slot.option->count() > 0) parsed.arguments.flags[slot.name] = slot.value;
    }
    return parsed;
  }

  CLI::App app_;
  std::deque<Slot> slots_;
  std::deque<std::vector<std::string>> words_;
  std::vector<CLI::App*> apps_;
  bool version_ = false;
};

}  // namespace

Result<Parsed> parse(const std::vector<std::string>& words) {
  return Parser().parse(words);
}

}  // namespace tally::cli
