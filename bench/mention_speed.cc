// How fast mentions are found in a text: megabytes a second of processor time, stage by stage.
//
//   zstd -dc news.jsonl.zst | jq -r .text | mention_speed [ROUNDS]
//   mention_speed --rounds FILE TIMES [dates]   a contestant of bench/peers/mentions.py: once ready it reads
//   the
//                                               texts of FILE (one a line) for every line of its input
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
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

// The texts of a file, each on a line of its own with "\\n" for its line ends.
std::vector<tally::Article> texts_of(const char* path) {
  std::vector<tally::Article> articles;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    for (std::size_t at = line.find("\\n"); at != std::string::npos; at = line.find("\\n", at + 1)) {
      line.replace(at, 2, "\n");
    }
    articles.emplace_back(std::move(line));
    articles.back().info.language = "en";
    articles.back().info.published.date = {1987, 4, 1, false};
  }
  return articles;
}

void read_all(const std::vector<tally::Article>& texts, bool only_dates) {
  for (const tally::Article& text : texts) {
    tally::Article article = text;
    tally::find_sentences(article);
    tally::find_tokens(article);
    if (!only_dates) tally::find_amounts(article, {});
    tally::find_dates(article, {});
  }
}

// Seconds of processor time for one reading, the mean of so many, whenever a line comes in.
int run_contest(const char* path, int times, bool only_dates) {
  const auto texts = texts_of(path);
  std::puts("ready");
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    const auto begin = std::clock();
    for (int i = 0; i < times; ++i) read_all(texts, only_dates);
    std::printf("%.9f\n", static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / times);
    std::fflush(stdout);
  }
  return 0;
}

// So that the grammars are there when the clock starts.
void warm_up() {
  tally::Article article("Two men paid 3 dollars in May 1999.");
  tally::find_sentences(article);
  tally::find_tokens(article);
  tally::find_amounts(article, {});
  tally::find_dates(article, {});
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 3 && std::string_view(arguments[1]) == "--rounds") {
    return run_contest(arguments[2], std::atoi(arguments[3]), count > 4);
  }
  const std::string text((std::istreambuf_iterator<char>(std::cin)), {});
  warm_up();
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
