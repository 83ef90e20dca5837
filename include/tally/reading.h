// Many reports at a time: finds the pages, reads them on several threads and hands them over in the
// order in which they were found, one at a time.
//
//   for_each_reading({"clips/"}, options, [&](Reading&& reading) { …; return true; });
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tally/article.h"
#include "tally/page.h"
#include "tally/pipeline.h"
#include "tally/reader.h"

namespace tally {

// What became of one page: an article, or the reason why there is none.
struct Reading {
  Page page;
  Article article;
  std::optional<Skip> skip;
  std::string answer;  // what ReadingOptions::answer made of it
};

struct ReadingOptions {
  ReaderOptions reader;
  ReadOptions read;
  std::size_t threads = 0;  // 0: as many as the machine has
  // Runs on the reading threads, right after the page was read: work that needs no order.
  std::function<std::string(const Reading&)> answer;
};

// `take` is called from one thread at a time; false ends the reading.
void for_each_reading(const std::vector<std::string>& paths, const ReadingOptions& options,
                      const std::function<bool(Reading&&)>& take);

}  // namespace tally
