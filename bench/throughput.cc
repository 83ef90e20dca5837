// How fast reports are read, on one thread, and where the time goes: every stage of the pipeline by
// itself over the same reports, some at a time as `tally read` takes them.
//
//   throughput FILE.jsonl [SECONDS]
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <span>
#include <string>
#include <vector>

#include "page/stages.h"
#include "pipeline/stages.h"
#include "tally/json.h"
#include "tally/reader.h"
#include "tally/stream.h"

using namespace tally;  // NOLINT(google-build-using-namespace): a program of one file

namespace {

// Seconds of this thread on a processor: other programs on the machine do not count.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

constexpr std::size_t kBatchBytes = std::size_t{1} << 19U;  // as in pipeline/reading.cc

struct Lap {
  std::string name;
  double seconds = 0;
};

// Reads pages through all stages, stage by stage, and adds up what each takes. Returns the bytes of text.
std::size_t run(std::span<const Page> pages, std::vector<Lap>& laps) {
  std::size_t lap = 0;
  double start = now();
  const auto done = [&] {
    const double end = now();
    laps[lap++].seconds += end - start;
    start = end;
  };
  std::vector<Article> articles;
  for (const Page& page : pages) {
    Result<Article> article = read_page(page, {});
    if (article) articles.push_back(std::move(*article));
  }
  done();
  for (const Stage& stage : stages()) {
    for (Article& article : articles) stage.run(article, {});
    done();
  }
  std::size_t bytes = 0;
  JsonWriter json;
  for (const Article& article : articles) {
    json.clear();
    write_article(json, {"id"}, article, {});
    bytes += article.text().size();
  }
  done();
  return bytes;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  const double limit = count > 2 ? std::atof(words[2]) : 1e9;
  std::vector<Lap> laps = {{"page"}};
  for (const Stage& stage : stages()) laps.push_back({std::string(stage.name)});
  laps.push_back({"json out"});
  std::vector<Page> pages;
  PageSink sink;
  sink.page = [&](Page&& page) {
    pages.push_back(std::move(page));
    return true;
  };
  sink.skip = [](const Skip&) {};
  for_each_page({words[1]}, {.from = "jsonl"}, sink);
  if (pages.empty()) return 3;
  std::vector<Lap> warm = laps;
  run(std::span(pages).first(1), warm);  // vocabularies are laid out at first use
  const double start = now();
  std::size_t bytes = 0;
  std::size_t reports = 0;
  for (std::size_t at = 0; at < pages.size() && now() - start < limit;) {
    const std::size_t begin = at;
    for (std::size_t size = 0; at < pages.size() && size < kBatchBytes; ++at) {
      size += pages[at].bytes.size() + 1024;
    }
    bytes += run(std::span(pages).subspan(begin, at - begin), laps);
    reports += at - begin;
  }
  const double seconds = now() - start;
  std::printf("%-14s %9s %7s\n", "stage", "MB/s", "share");
  for (const Lap& lap : laps) {
    std::printf("%-14s %9.1f %6.1f%%\n", lap.name.c_str(), static_cast<double>(bytes) / 1e6 / lap.seconds,
                100 * lap.seconds / seconds);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-14s %9.2f         %zu reports, %.1f MB, %.1f s of one core\n", "all",
              static_cast<double>(bytes) / 1e6 / seconds, reports, static_cast<double>(bytes) / 1e6, seconds);
  std::printf("%-14s %9ld MB\n", "peak memory", usage.ru_maxrss / 1024);
  return 0;
}
