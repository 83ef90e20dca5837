// Corpus files → cases, and cases against what is read. See corpus.h.
#include "mention/corpus.h"

#include <algorithm>

namespace tally {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Splits at spaces outside quotes: kind, value, …, "words", name=value, name="…".
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"') quoted = !quoted;
    if (i < line.size() && (line[i] != ' ' || quoted)) continue;
    if (i > from) parts.push_back(line.substr(from, i - from));
    from = i + 1;
  }
  return parts;
}

bool is_named(std::string_view part) {
  return part.front() != '"' && part.find('=') != std::string_view::npos && part.find('=') > 0 &&
         part.front() >= 'a' && part.front() <= 'z';
}

}  // namespace

std::vector<CorpusCase> read_corpus(std::string_view corpus) {
  std::vector<CorpusCase> cases;
  std::string published;
  std::string language;
  int number = 0;
  for (const std::string_view line : lines_of(corpus)) {
    ++number;
    if (line.starts_with("# published ")) published = line.substr(12);
    if (line.starts_with("# language ")) language = line.substr(11);
    if (line.starts_with("== ")) {
      cases.push_back({std::string(line.substr(3)), published, language, number, {}});
    } else if (!line.empty() && line.front() != '#' && !cases.empty()) {
      cases.back().expected.emplace_back(line);
    }
  }
  return cases;
}

bool matches(std::string_view expected, std::string_view found) {
  const auto wanted = parts_of(expected);
  const auto got = parts_of(found);
  std::size_t at = 0;
  for (const std::string_view part : wanted) {
    while (at < got.size() && got[at] != part && is_named(got[at])) ++at;
    if (at == got.size() || got[at] != part) return false;
    ++at;
  }
  return std::all_of(got.begin() + static_cast<std::ptrdiff_t>(at), got.end(), is_named);
}

std::vector<std::string> check_corpus(std::string_view corpus, const CorpusReader& reader) {
  std::vector<std::string> problems;
  for (const CorpusCase& one : read_corpus(corpus)) {
    std::vector<std::string> found = reader(one);
    if (found.empty()) found.emplace_back("(nothing)");
    bool same = found.size() == one.expected.size();
    for (std::size_t i = 0; same && i < found.size(); ++i) same = matches(one.expected[i], found[i]);
    if (same) continue;
    std::string problem = "line " + std::to_string(one.line) + ": " + one.text + "\n  expected:\n";
    for (const std::string& line : one.expected) problem += "    " + line + "\n";
    problem += "  found:\n";
    for (const std::string& line : found) problem += "    " + line + "\n";
    problems.push_back(problem);
  }
  return problems;
}

std::string approved(std::string_view corpus, const CorpusReader& reader) {
  const auto cases = read_corpus(corpus);
  std::string out;
  std::size_t next = 0;
  bool in_case = false;
  for (const std::string_view line : lines_of(corpus)) {
    if (line.starts_with("== ")) {
      out.append(line) += '\n';
      const CorpusCase& one = cases[next++];
      auto found = reader(one);
      if (found.empty()) found.emplace_back("(nothing)");
      const bool same = found.size() == one.expected.size() &&
                        std::equal(found.begin(), found.end(), one.expected.begin(),
                                   [](const auto& got, const auto& wanted) { return matches(wanted, got); });
      for (const std::string& kept : same ? one.expected : found) (out += kept) += '\n';
      in_case = true;
    } else if (line.empty() || line.front() == '#' || !in_case) {
      out.append(line) += '\n';
    }
  }
  return out;
}

}  // namespace tally
