// Every corpus of lexicon/*/mention is run, and must come out as written. With TALLY_APPROVE set in the
// environment the files are rewritten as read instead (tools/approve).
#include "mention/corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "mention/grammar.h"
#include "mention/stages.h"
#include "tally/dump.h"
#include "text/stages.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

Article read_case(const CorpusCase& one, const std::string& language) {
  Article article(one.text);
  article.info.language = language;
  if (const auto period = Period::parse(one.published); period) article.info.published.date = period->from;
  find_sentences(article);
  find_tokens(article);
  find_amounts(article, {});
  find_dates(article, {});
  find_names(article);
  find_quotes(article);
  return article;
}

// The dates with the open stretches around them.
std::vector<Mention> dates_of(const Article& article) {
  std::vector<Mention> all = article.dates;
  all.insert(all.end(), article.bounds.begin(), article.bounds.end());
  std::ranges::stable_sort(all, [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return all;
}

// What a corpus is about is told by its name; those of no other name hold amounts.
std::vector<Mention> layer_of(const Article& article, const fs::path& corpus) {
  if (corpus.stem() == "names") return article.names;
  if (corpus.stem() == "quotes") return article.quotes;
  if (corpus.stem() == "dates") return dates_of(article);
  return article.amounts;
}

std::vector<std::string> lines_of(const Article& article, const std::vector<Mention>& mentions) {
  std::vector<std::string> lines;
  lines.reserve(mentions.size());
  for (const Mention& mention : mentions) lines.push_back(dump(article, mention));
  return lines;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> corpora() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TALLY_SOURCE_DIR) / "lexicon")) {
    const std::string folder = entry.path().parent_path().filename();
    const bool ours = folder == "mention" || folder == "names";
    if (ours && entry.path().extension() == ".corpus") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class Corpus : public testing::TestWithParam<fs::path> {};

TEST_P(Corpus, IsReadAsWritten) {
  const std::string language = GetParam().parent_path().parent_path().filename().string();
  const auto reader = [&](const CorpusCase& one) {
    const Article article = read_case(one, language);
    return lines_of(article, layer_of(article, GetParam()));
  };
  const std::string corpus = content_of(GetParam());
  if (std::getenv("TALLY_APPROVE") != nullptr) {
    std::ofstream(GetParam()) << approved(corpus, reader);
    return;
  }
  for (const std::string& problem : check_corpus(corpus, reader)) ADD_FAILURE() << problem;
  for (const Error& error : grammar::problems()) ADD_FAILURE() << message(error);
}

std::string name_of(const testing::TestParamInfo<fs::path>& test) {
  const fs::path& path = test.param;
  std::string name = path.parent_path().parent_path().filename().string() + "_" + path.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, Corpus, testing::ValuesIn(corpora()), name_of);

}  // namespace
}  // namespace tally
