// Runs the corpora of figures, changes and comparisons: sentences and, under each, what they claim, in the
// notation of tally/dump.h without quotes and rules.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "claim/read_for_test.h"
#include "mention/corpus.h"
#include "tally/dump.h"

namespace tally {
namespace {

Article read(const CorpusCase& one) {
  Article article = read_to_figures("What the latest numbers say\n\n" + one.text + "\n", one.published);
  find_shares(article);
  find_comparatives(article);
  find_bases(article);
  find_change_times(article);
  find_summed_parts(article);
  find_comparisons(article);
  return article;
}

// "figure 1417 person 2016 [enter|defector|||year] whole=23000"
std::string line_of(const Article& article, Claim claim) {
  claim.quote = {};
  claim.rule = {};
  std::string line = dump(article, claim);
  line.resize(line.size() - 3);  // the empty quote
  if (claim.whole != kNone) line += " whole=" + dump(*article.claims[claim.whole].value);
  return line;
}

std::vector<std::string> claims_of(const CorpusCase& one) {
  const Article article = read(one);
  std::vector<std::string> lines;
  lines.reserve(article.claims.size());
  for (const Claim& claim : article.claims) lines.push_back(line_of(article, claim));
  return lines;
}

std::vector<std::string> events_of(const CorpusCase& one) {
  Article article = read(one);
  article.claims.clear();
  find_figures(article);
  find_events(article);
  std::vector<std::string> lines;
  for (const Claim& claim : article.claims) {
    if (claim.kind == ClaimKind::event) lines.push_back(line_of(article, claim));
  }
  return lines;
}

void check(const std::string& name, std::vector<std::string> (*claims)(const CorpusCase&)) {
  const std::string file = std::string(TALLY_SOURCE_DIR) + "/lexicon/en/claim/" + name;
  std::ifstream in(file);
  ASSERT_TRUE(in) << file;
  std::stringstream corpus;
  corpus << in.rdbuf();
  if (std::getenv("TALLY_APPROVE") != nullptr) {
    std::ofstream(file) << approved(corpus.str(), claims);
    return;
  }
  for (const std::string& message : check_corpus(corpus.str(), claims))
    ADD_FAILURE() << file << ": " << message;
}

class ClaimCorpus : public testing::TestWithParam<const char*> {};

TEST_P(ClaimCorpus, Passes) {
  check(GetParam(), claims_of);
}

TEST(EventCorpus, Passes) {
  check("events.corpus", events_of);
}

INSTANTIATE_TEST_SUITE_P(English, ClaimCorpus,
                         testing::Values("figures.corpus", "changes.corpus", "comparisons.corpus"));

}  // namespace
}  // namespace tally
