// The vocabularies and patterns compiled into the program (lexicon/<language>/*.tsv, *.rules), and
// those that a user adds with --lexicon DIR.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tally/result.h"

namespace tally::lexicon {

// "en", "numbers.rules", the text. The views of built-in files are static.
struct File {
  std::string_view language;
  std::string_view name;
  std::string_view text;
};

[[nodiscard]] std::span<const File> built_in();
// All files of the language called NAME.tsv or NAME.rules: the built-in ones, then the user's.
[[nodiscard]] std::vector<File> files_of(std::string_view language, std::string_view name);
[[nodiscard]] bool has(std::string_view language);
[[nodiscard]] bool has_added();  // whether the user added anything
[[nodiscard]] std::vector<std::string_view> built_in_languages();
// Adds DIR/<language>/*.tsv and *.rules. Call before anything is read.
[[nodiscard]] Result<void> add_folder(const std::string& folder);

}  // namespace tally::lexicon
