// From one page to one article with all its layers. Touches no book and no network; the same
// page gives the same article.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tally/article.h"
#include "tally/edtf.h"
#include "tally/page.h"
#include "tally/result.h"

namespace tally {

struct ReadOptions {
  // News looks back: "on Monday" is the last one. Chat-like text looks forward.
  RelativeDate::Pick prefer = RelativeDate::Pick::past;
  // The day on which chat without a date of its own is said; unknown: its relative dates stay open.
  Date today{};
  // Stop after the mentions: no tags, clauses or claims.
  bool mentions_only = false;
  std::size_t largest_page = std::size_t{16} << 20;  // bytes
  // A language by ISO 639-1 that overrules what is detected; empty: detect.
  std::string language;
};

// A page may hold several articles (an archive, a feed); this reads one page that is one
// report. Readers of containers stand in tally/reader.h.
[[nodiscard]] Result<Article> read(const Page& page, const ReadOptions& options = {});

}  // namespace tally
