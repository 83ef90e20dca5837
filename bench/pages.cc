// How fast pages become articles: CPU time of read_page over all *.html.gz below a folder.
//
//   pages ../shared/evals/pages        450 pages, 77.5 MB: 1,500 pages/s, 258 MB/s
//   pages --rounds FILE...             a contestant of bench/peers/pages.py: a round for each line on
//                                      standard input, answered by its seconds
#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "page/stages.h"

namespace {

std::string unpacked(const std::string& path) {
  std::string out;
  const gzFile file = gzopen(path.c_str(), "rb");
  std::array<char, 1 << 16> chunk{};
  for (int got = 0; file != nullptr && (got = gzread(file, chunk.data(), chunk.size())) > 0;) {
    out.append(chunk.data(), static_cast<std::size_t>(got));
  }
  if (file != nullptr) gzclose(file);
  return out;
}

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::vector<tally::Page> pages_of(const std::vector<std::string>& files) {
  std::vector<tally::Page> pages;
  for (const auto& file : files) {
    auto& page = pages.emplace_back();
    page.bytes = unpacked(file);
    page.media_type = "text/html";
  }
  return pages;
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".gz") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

// Seconds that all pages take; `letters` grows by what came out.
double round_over(const std::vector<tally::Page>& pages, std::size_t& letters) {
  const auto begin = seconds();
  for (const auto& page : pages) {
    if (const auto article = tally::read_page(page, {})) letters += article->text().size();
  }
  return seconds() - begin;
}

void answer_rounds(const std::vector<tally::Page>& pages) {
  std::size_t letters = 0;
  fmt::print("ready\n");
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    fmt::print("{}\n", round_over(pages, letters));
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (!words.empty() && words.front() == "--rounds") {
    words.erase(words.begin());
    answer_rounds(pages_of(words));
    return 0;
  }
  const auto pages = pages_of(files_below(words.empty() ? "../shared/evals/pages" : words.front()));
  std::vector<double> runs(5);
  std::size_t letters = 0, bytes = 0;
  for (const auto& page : pages) bytes += page.bytes.size();
  for (double& run : runs) run = round_over(pages, letters);
  std::ranges::sort(runs);
  const auto median = runs[runs.size() / 2];
  const auto megabytes = static_cast<double>(bytes) / 1e6;
  fmt::print("{} pages, {:.1f} MB, {:.1f} MB of text: {:.0f} pages/s, {:.0f} MB/s (CPU time, median of {})\n",
             pages.size(), megabytes, static_cast<double>(letters) / 5e6,
             static_cast<double>(pages.size()) / median, megabytes / median, runs.size());
}
