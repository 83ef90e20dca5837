// Texts → the names they write most, and which reports share them.
#include "record/subjects.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/characters.h"
#include "mention/gazetteer.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kNamesKept = 24;
constexpr std::size_t kFewReports = 12;
constexpr std::size_t kHandful = 6;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_all_capitals(std::string_view line) {
  return std::ranges::any_of(line, is_upper) &&
         std::ranges::none_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
}

// "ZAMBIA: CHOLERA" names Zambia.
void count_places(std::string_view line, std::map<std::string, int>& count) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" :,-()/.!?\"'", at);
    if (begin == std::string_view::npos) return;
    at = std::min(line.find_first_of(" :,-()/.!?\"'", begin), line.size());
    std::string word = lower_case(line.substr(begin, at - begin));
    const auto known = gazetteer::find(word);
    const bool telling = std::ranges::any_of(known, [](const gazetteer::Entry& entry) {
      return entry.kind == gazetteer::Kind::country || entry.kind == gazetteer::Kind::people;
    });
    if (!telling || word.front() < 'a' || word.front() > 'z') continue;
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    ++count[word];
  }
}

// "Friday" and "March" stand in every report.
bool is_of_calendar(std::string_view word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(lower_case(word));
  return id != 0 && (known.is(id, WordClass::month) || known.is(id, WordClass::weekday));
}

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
  std::map<std::string, int> count;
  bool opens = true;  // a sentence begins here
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    // Headlines in capitals name what the gazetteer knows, no more.
    if ((at == 0 || text[at - 1] == '\n') && is_all_capitals(text.substr(at, text.find('\n', at) - at))) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      count_places(text.substr(at, end - at), count);
      at = end;
      continue;
    }
    const bool letter = is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) {
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == '"' || c == ':') opens = true;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '.' && text[at] != ',' &&
           text[at] != '\'' && text[at] != '"' && text[at] != ')' && text[at] != ';' && text[at] != ':') {
      ++at;
    }
    if (is_upper(c) && !opens && at - begin > 1) ++count[std::string(text.substr(begin, at - begin))];
    opens = false;
  }
  std::vector<std::pair<int, std::string>> ranked;
  ranked.reserve(count.size());
  for (const auto& [word, times] : count) ranked.emplace_back(-times, word);
  std::ranges::sort(ranked);
  if (ranked.size() > kNamesKept) ranked.resize(kNamesKept);
  std::vector<std::string> words;
  words.reserve(ranked.size());
  for (auto& [times, word] : ranked) words.push_back(std::move(word));
  return words;
}

Subjects::Subjects(const std::vector<Document>& documents, Words& words) {
  for (const Document& document : documents) {
    Roots roots;
    for (const std::string& word : names_in(document.text)) {
      if (is_of_calendar(word)) continue;
      for (const Root root : words.roots(word)) roots.push_back(root);
      // "Italian prisons" and "prisons in Italy" are of one country.
      Roots peoples;
      Roots homes;
      words.peoples(word, peoples, homes);
      roots.insert(roots.end(), homes.begin(), homes.end());
    }
    std::ranges::sort(roots);
    const auto twice = std::ranges::unique(roots);
    roots.erase(twice.begin(), twice.end());
    names.push_back(std::move(roots));
  }
  // What a great many reports write ("Corp", "March") says nothing of their subject.
  for (const Roots& roots : names) {
    for (const Root root : roots) ++reports_[root];
  }
  const std::size_t most = std::max(kFewReports, names.size() / 10);
  for (const Roots& roots : names) {
    Roots kept;
    std::ranges::copy_if(roots, std::back_inserter(kept), [&](Root root) { return reports_[root] <= most; });
    telling_.push_back(std::move(kept));
  }
}

bool Subjects::are_one(Index document_a, Index document_b) const {
  const Roots& a = telling_[document_a];
  const Roots& b = telling_[document_b];
  const std::size_t least = std::min(a.size(), b.size());
  if (document_a == document_b || std::min(names[document_a].size(), names[document_b].size()) < 2)
    return true;
  const std::size_t shared = both(a, b).size();
  // A handful of reports that facts brought together are of one subject.
  return shared >= (names.size() <= kHandful ? 2 : 3) || (shared > 0 && shared * 4 >= least);
}

bool Subjects::are_closely_one(Index document_a, Index document_b) const {
  if (document_a == document_b) return true;
  const std::size_t shared = both(telling_[document_a], telling_[document_b]).size();
  const std::size_t least = std::min(telling_[document_a].size(), telling_[document_b].size());
  return shared >= 4 && shared * 5 >= least * 2;
}

bool Subjects::tell_one_story(Index document_a, Index document_b) const {
  const double enough = names.size() <= kHandful ? 0 : names.size() <= kFewReports ? 1 : 2;
  constexpr double kFew = 3;  // reports that write a name no more of which would say less
  if (std::min(names[document_a].size(), names[document_b].size()) < 2) return true;
  double worth = 0;
  for (const Root name : both(telling_[document_a], telling_[document_b])) {
    const auto times = static_cast<double>(reports_.at(name));
    worth += names.size() <= kFewReports ? 1 : std::min(1.0, kFew / times);
  }
  return worth >= enough;
}

double Subjects::in_common(Index document_a, Index document_b) const {
  constexpr double kFew = 3;  // reports that write a name no more of which would say less
  double worth = 0;
  for (const Root name : both(telling_[document_a], telling_[document_b]))
    worth += std::min(1.0, kFew / static_cast<double>(reports_.at(name)));
  return worth;
}

bool Subjects::share_names(Index document_a, Index document_b) const {
  return both(telling_[document_a], telling_[document_b]).size() >= 2;
}

}  // namespace tally
