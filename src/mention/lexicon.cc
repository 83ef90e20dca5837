// The user's lexicon folders, and the grammars of each language, compiled once.
#include "mention/lexicon.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>

#include "mention/grammar.h"
#include "mention/grammar_store.h"

namespace tally::lexicon {
namespace {

struct Added {
  std::string language, name, text;
};

// What the user added; the texts stay where they are for the program's life.
std::deque<Added>& added() {
  static std::deque<Added> files;
  return files;
}

Result<void> add_file(const std::filesystem::path& path, const std::string& language) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::unreadable, "the file cannot be read", path.string());
  added().push_back({language, path.filename().string(), {std::istreambuf_iterator<char>(in), {}}});
  return {};
}

bool is_lexicon_file(const std::filesystem::path& path) {
  return path.extension() == ".tsv" || path.extension() == ".rules";
}

}  // namespace

std::vector<File> files_of(std::string_view language, std::string_view name) {
  std::vector<File> found;
  const auto take = [&](const File& file) {
    const std::string_view stem = file.name.substr(0, file.name.rfind('.'));
    if (file.language == language && stem == name) found.push_back(file);
  };
  for (const File& file : built_in()) take(file);
  for (const Added& file : added()) take({file.language, file.name, file.text});
  return found;
}

bool has(std::string_view language) {
  for (const File& file : built_in()) {
    if (file.language == language) return true;
  }
  for (const Added& file : added()) {
    if (file.language == language) return true;
  }
  return false;
}

bool has_added() {
  return !added().empty();
}

std::vector<std::string_view> built_in_languages() {
  std::vector<std::string_view> languages;
  for (const File& file : built_in()) languages.push_back(file.language);
  std::ranges::sort(languages);
  const auto again = std::ranges::unique(languages);
  languages.erase(again.begin(), again.end());
  return languages;
}

Result<void> add_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error)) return fail(ErrorCode::not_found, "there is no such folder", folder);
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error) && is_lexicon_file(it->path())) paths.push_back(it->path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    const std::string language = fs::relative(path, folder, error).begin()->string();
    if (const auto read = add_file(path, language); !read) return read;
  }
  return {};
}

}  // namespace tally::lexicon

namespace tally::grammar {
namespace {

struct Kept {
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<Grammar>, std::less<>> grammars;
  std::vector<Error> problems;
};

Kept& kept() {
  static Kept grammars;
  return grammars;
}

Result<Grammar> make(const std::string& key, std::span<const lexicon::File> files,
                     std::span<const Function> functions) {
  if (&embedded::grammars != nullptr && !lexicon::has_added()) {
    if (auto carried = unpack(embedded::grammars(), key, functions)) return std::move(*carried);
  }
  return Grammar::compile(files, functions);
}

}  // namespace

const Grammar* grammar_of(std::string_view language, std::span<const std::string_view> names,
                          std::span<const Function> functions) {
  const std::lock_guard lock(kept().mutex);
  const std::string key = key_of(language, names);
  const auto [found, fresh] = kept().grammars.try_emplace(key);
  if (!fresh) return found->second.get();
  std::vector<lexicon::File> files;
  for (const std::string_view name : names) {
    const auto of_name = lexicon::files_of(language, name);
    files.insert(files.end(), of_name.begin(), of_name.end());
  }
  if (files.empty()) return nullptr;
  auto made = make(key, files, functions);
  if (made) {
    found->second = std::make_unique<Grammar>(std::move(*made));
  } else {
    kept().problems.push_back(made.error());
  }
  return found->second.get();
}

std::vector<Error> problems() {
  const std::lock_guard lock(kept().mutex);
  return kept().problems;
}

}  // namespace tally::grammar
