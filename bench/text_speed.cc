// How fast sentences, tokens and tags are found in a text: megabytes and tokens a second of processor time.
//
//   zstd -dc news.jsonl.zst | jq -r .text | text_speed [ROUNDS]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "text/stages.h"

namespace {

constexpr std::size_t kArticle = 3000;  // bytes, about; cut at a line end
constexpr std::size_t kBatch = 64;      // articles in memory at once

struct Stage {
  const char* name;
  void (*run)(tally::Article&);
  std::clock_t spent = 0;
};

void run(const std::string& text) {
  std::vector<Stage> stages = {
      {.name = "sentences", .run = tally::find_sentences},
      {.name = "tokens", .run = tally::find_tokens},
      {.name = "tags", .run = [](tally::Article& article) { tally::tag_tokens(article); }}};
  std::size_t tokens = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::vector<tally::Article> articles;
    while (articles.size() < kBatch && begin < text.size()) {
      const auto end = std::min(text.find('\n', begin + kArticle), text.size());
      articles.emplace_back(text.substr(begin, end - begin));
      begin = end;
    }
    for (auto& stage : stages) {
      const auto start = std::clock();
      for (auto& article : articles) stage.run(article);
      stage.spent += std::clock() - start;
    }
    for (const auto& article : articles) tokens += article.tokens.size();
  }
  for (const auto& stage : stages) {
    const double seconds = static_cast<double>(stage.spent) / CLOCKS_PER_SEC;
    std::printf("%-10s %8.1f MB/s %8.2f million tokens/s\n", stage.name,
                static_cast<double>(text.size()) / seconds / 1e6,
                static_cast<double>(tokens) / seconds / 1e6);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 2;
  for (int i = 0; i < rounds; ++i) run(text);
  return 0;
}
