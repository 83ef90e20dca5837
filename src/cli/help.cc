// Help out of the table of commands: for the terminal, the man page and docs/commands.md.
#include "cli/help.h"

#include <fmt/format.h>

namespace tally::cli {
namespace {

constexpr std::size_t kWidth = 90;

constexpr std::string_view kExitCodes =
    "0 done; 1 findings that do not add up (check) or a book that is not sound (verify); "
    "2 wrong use, or nothing could be done; 3 some input could not be read, the rest was.";

std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = kWidth;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column + 1 + word.size() > kWidth) {
      if (!out.empty()) out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out + "\n";
}

std::string usage(const Command& command) {
  return fmt::format("tally {}{}{}", command.name, command.flags.empty() ? "" : " [flags]",
                     command.operands.empty() ? "" : fmt::format(" {}", command.operands));
}

std::string flag_words(const Flag& flag) {
  std::string words(flag.name);
  if (const auto comma = words.find(','); comma != std::string::npos) words.replace(comma, 1, ", ");
  return flag.value.empty() ? words : fmt::format("{} {}", words, flag.value);
}

std::string flag_list(std::span<const Flag> flags) {
  std::string out;
  for (const Flag& flag : flags) {
    const std::string words = flag_words(flag);
    const std::string text = wrapped(flag.help, 28);
    out += words.size() < 25 ? fmt::format("  {:<26}{}", words, text.substr(28))
                             : fmt::format("  {}\n{}", words, text);
  }
  return out;
}

// roff reads a full stop at the start of a line and backslashes as its own.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

std::string code(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
  return "`" + out + "`";
}

}  // namespace

std::string overview() {
  std::string out =
      "tally reads news reports and tells whether they add up.\n\n"
      "Usage: tally [--book FILE] COMMAND ...\n\nCommands:\n";
  for (const Command& command : commands()) out += fmt::format("  {:<10}{}\n", command.name, command.summary);
  out += "\nFlags of every command:\n" + flag_list(common_flags());
  out += "  --version                 which version this is\n";
  out += "\nExit codes:\n" + wrapped(kExitCodes, 2);
  return out + "\n`tally COMMAND --help` tells more, with examples.\n";
}

std::string help(const Command& command) {
  std::string out = fmt::format("tally {}: {}\n\nUsage: {}\n", command.name, command.summary, usage(command));
  if (!command.examples.empty()) out += "\nExamples:\n";
  for (const Example& example : command.examples) {
    out += fmt::format("  {}\n      {}\n", example.command, example.what);
  }
  out += "\n" + wrapped(command.description, 0);
  if (!command.flags.empty()) out += "\nFlags:\n" + flag_list(command.flags);
  return out + "\nFlags of every command:\n" + flag_list(common_flags());
}

std::string manual() {
  const auto flags = [](std::span<const Flag> list) {
    std::string out;
    for (const Flag& flag : list)
      out += fmt::format(".TP\n.B {}\n{}\n", roff(flag_words(flag)), roff(flag.help));
    return out;
  };
  std::string out =
      ".TH TALLY 1\n.SH NAME\ntally \\- read news reports and tell whether they add up\n"
      ".SH SYNOPSIS\n.B tally\n[\\-\\-book FILE] COMMAND ...\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += fmt::format(".SS {}\n{}\n", roff(usage(command)), roff(command.description));
    out += flags(command.flags);
    for (const Example& example : command.examples) {
      out += fmt::format(".PP\n.nf\n{}\n.fi\n.RS\n{}\n.RE\n", roff(example.command), roff(example.what));
    }
  }
  return out + ".SH FLAGS OF EVERY COMMAND\n" + flags(common_flags()) + ".SH EXIT CODES\n" +
         roff(kExitCodes) + "\n";
}

std::string markdown() {
  const auto flags = [](std::span<const Flag> list) {
    std::string out = "\n| flag | does |\n| --- | --- |\n";
    for (const Flag& flag : list) out += fmt::format("| {} | {} |\n", code(flag_words(flag)), flag.help);
    return out;
  };
  std::string out =
      "# The commands\n\nMade of the program's own table of commands by `tools/docs`; do not edit by "
      "hand.\n\n"
      "| command | does |\n| --- | --- |\n";
  for (const Command& command : commands()) {
    out += fmt::format("| [{0}](#tally-{0}) | {1} |\n", command.name, command.summary);
  }
  out += fmt::format("\nExit codes: {}\n\n## Flags of every command\n{}", kExitCodes, flags(common_flags()));
  for (const Command& command : commands()) {
    out += fmt::format("\n## tally {}\n\n{}\n\n    {}\n", command.name, command.description, usage(command));
    if (!command.flags.empty()) out += flags(command.flags);
    if (!command.examples.empty()) out += "\nExamples:\n";
    for (const Example& example : command.examples)
      out += fmt::format("\n    {}\n\n{}\n", example.command, example.what);
  }
  return out;
}

}  // namespace tally::cli
