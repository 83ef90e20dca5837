// What a stage of the pipeline is, and the check that a list of them is in a possible order.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "tally/article.h"
#include "tally/pipeline.h"

namespace tally {

enum class Layer : std::uint8_t {
  text,
  blocks,
  sentences,
  tokens,
  tags,
  chunks,
  clauses,
  amounts,
  dates,
  names,
  quotes,
  counted,
  concepts,
  statements,
  figures,
  claims
};

// A set of layers, one bit each.
struct Layers {
  std::uint32_t bits = 0;
  constexpr Layers() = default;
  constexpr Layers(std::initializer_list<Layer> layers) {
    for (const Layer layer : layers) bits |= 1U << static_cast<unsigned>(layer);
  }
};

struct Stage {
  std::string_view name;
  Layers needs;
  Layers adds;
  bool for_mentions = true;  // false: skipped where only mentions are asked for
  void (*run)(Article&, const ReadOptions&) = nullptr;
};

// What a page gives before the first stage.
inline constexpr Layers kFromPage = {Layer::text, Layer::blocks};

[[nodiscard]] constexpr bool every_need_is_met(std::span<const Stage> stages) {
  std::uint32_t there = kFromPage.bits;
  for (const Stage& stage : stages) {
    if ((stage.needs.bits & ~there) != 0) return false;
    there |= stage.adds.bits;
  }
  return true;
}

[[nodiscard]] std::span<const Stage> stages();

// Runs every stage over all articles before the next one, so that its code and tables stay in the
// processor's cache; they are thrown out of it where each article goes through all stages by itself.
void run_stages(std::span<Article> articles, const ReadOptions& options);

}  // namespace tally
