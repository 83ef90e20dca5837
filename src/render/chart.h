// A series as an SVG chart: every point a link to its words, its standing told by shape and colour.
//
//   ○ one report  ● agreed  ■ revised  ◆ disputed  × set aside  ▲ at least  ▼ at most  ┃ range
#pragma once

#include <string>

#include "render/lookup.h"
#include "tally/record.h"

namespace tally {

// Empty where fewer than two points can be drawn.
[[nodiscard]] std::string chart_of(const Series& series, const Variable& variable,
                                   const std::string& title_id);

}  // namespace tally
