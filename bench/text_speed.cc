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

std::vector<tally::Article> cut(const std::string& text) {
  std::vector<tally::Article> articles;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin + kArticle), text.size());
    articles.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return articles;
}

template <class Stage>
void time(const char* name, std::vector<tally::Article>& articles, std::size_t bytes, Stage stage) {
  const auto begin = std::clock();
  std::size_t tokens = 0;
  for (auto& article : articles) {
    stage(article);
    tokens += article.tokens.size();
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%-10s %8.1f MB/s %8.2f million tokens/s\n", name, static_cast<double>(bytes) / seconds / 1e6,
              static_cast<double>(tokens) / seconds / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 2;
  for (int i = 0; i < rounds; ++i) {
    auto articles = cut(text);
    time("sentences", articles, text.size(), tally::find_sentences);
    time("tokens", articles, text.size(), tally::find_tokens);
    time("tags", articles, text.size(), [](tally::Article& article) { tally::tag_tokens(article); });
  }
  return 0;
}
