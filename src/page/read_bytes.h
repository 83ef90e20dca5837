// For tests: everything that a reader makes of some bytes. Not part of the program.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tally/reader.h"

namespace tally {

struct Got {
  std::vector<Page> pages;
  std::vector<Skip> skips;
  ReaderCounts counts;

  [[nodiscard]] std::size_t skipped(SkipReason reason) const {
    return counts.skipped[static_cast<std::size_t>(reason)];
  }
  // Takes down what a reader hands out.
  [[nodiscard]] PageSink sink() {
    return {[this](Page&& page) {
              pages.push_back(std::move(page));
              return true;
            },
            [this](const Skip& skip) { skips.push_back(skip); }};
  }
};

inline Got read_bytes(std::string bytes, const ReaderOptions& options = {}) {
  Got got;
  got.counts = for_each_page_in(std::move(bytes), "in", options, got.sink());
  return got;
}

}  // namespace tally
