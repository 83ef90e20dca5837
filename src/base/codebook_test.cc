// The codebook tells what every kind, status, modality, aggregate, standing, verdict and modifier means.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tally/claim.h"
#include "tally/record.h"
#include "tally/value.h"

namespace tally {
namespace {

std::string codebook() {
  std::ifstream file(TALLY_SOURCE_DIR "/docs/codebook.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class E>
void expect_told(const std::string& book, E first, E last, std::string_view mark = "`") {
  for (auto i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    const std::string word =
        std::string(mark) + std::string(name(static_cast<E>(i))) + (mark == "`" ? "`" : "\n");
    EXPECT_NE(book.find(word), std::string::npos) << word << " is not in docs/codebook.md";
  }
}

TEST(Codebook, TellsWhatEveryWordMeans) {
  const std::string book = codebook();
  ASSERT_FALSE(book.empty());
  expect_told(book, ClaimKind::figure, ClaimKind::absence, "### ");
  expect_told(book, Status::stated, Status::undisclosed);
  expect_told(book, Modality::observed, Modality::negated);
  expect_told(book, Aggregate::year, Aggregate::level);
  expect_told(book, Standing::single, Standing::set_aside);
  expect_told(book, Verdict::holds, Verdict::cannot_tell);
  expect_told(book, Modifier::exact, Modifier::vague);
}

}  // namespace
}  // namespace tally
