// How fast mentions are found in a text: megabytes a second of processor time, stage by stage.
//
//   zstd -dc news.jsonl.zst | jq -r .text | mention_speed [ROUNDS]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "mention/stages.h"
#include "text/stages.h"

namespace {

constexpr std::size_t kArticle = 3000;  // bytes, about; cut at a line end

std::vector<tally::Article> cut(const std::string& text) {
  std::vector<tally::Article> articles;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin + kArticle), text.size());
    articles.emplace_back(text.substr(begin, end - begin));
    articles.back().info.published.date = {1987, 4, 1, false};
    begin = end;
  }
  return articles;
}

template <class Stage>
double time(const char* name, std::vector<tally::Article>& articles, std::size_t bytes, Stage stage) {
  const auto begin = std::clock();
  for (auto& article : articles) stage(article);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%-10s %8.1f MB/s\n", name, static_cast<double>(bytes) / seconds / 1e6);
  return seconds;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string text((std::istreambuf_iterator<char>(std::cin)), {});
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 1;
  for (int round = 0; round < rounds; ++round) {
    auto articles = cut(text);
    time("sentences", articles, text.size(), [](tally::Article& a) { tally::find_sentences(a); });
    double all = time("tokens", articles, text.size(), [](tally::Article& a) { tally::find_tokens(a); });
    all += time("amounts", articles, text.size(), [](tally::Article& a) { tally::find_amounts(a, {}); });
    all += time("dates", articles, text.size(), [](tally::Article& a) { tally::find_dates(a, {}); });
    std::printf("%-10s %8.1f MB/s\n\n", "together", static_cast<double>(text.size()) / all / 1e6);
  }
}
