// How often words were laid over the vocabulary: who remembers what it knows forgets it then.
#pragma once

#include <atomic>
#include <cstdint>

namespace tally {

extern std::atomic<std::uint32_t> vocabulary_growth;

}  // namespace tally
