// How fast pages become articles: CPU time of read_page over all *.html.gz below a folder.
//
//   pages ../shared/evals/pages        450 pages, 77.5 MB: 1,500 pages/s, 258 MB/s
#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
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

}  // namespace

int main(int argc, char** argv) {
  std::vector<tally::Page> pages;
  std::size_t bytes = 0;
  const std::string folder = argc > 1 ? argv[1] : "../shared/evals/pages";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".gz") continue;
    tally::Page page;
    page.bytes = unpacked(entry.path().string());
    page.media_type = "text/html";
    bytes += page.bytes.size();
    pages.push_back(std::move(page));
  }
  std::vector<double> runs;
  std::size_t letters = 0;
  for (int run = 0; run < 5; ++run) {
    const auto begin = seconds();
    for (const auto& page : pages) {
      if (const auto article = tally::read_page(page, {})) letters += article->text().size();
    }
    runs.push_back(seconds() - begin);
  }
  std::ranges::sort(runs);
  const auto median = runs[runs.size() / 2];
  const auto megabytes = static_cast<double>(bytes) / 1e6;
  fmt::print("{} pages, {:.1f} MB, {:.1f} MB of text: {:.0f} pages/s, {:.0f} MB/s (CPU time, median of {})\n",
             pages.size(), megabytes, static_cast<double>(letters) / 5e6,
             static_cast<double>(pages.size()) / median, megabytes / median, runs.size());
}
