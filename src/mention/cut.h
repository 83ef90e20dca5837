// Words of scripts that write numbers, counters and particles together, cut into words that the
// grammar knows. Part of Chart (grammar_cut.cc).
#pragma once

#include <cstdint>

namespace tally::grammar {

// Token::flags of a piece that is a suffix ("이" of "명이"): it ends a word and is none by itself.
inline constexpr std::uint8_t kCutSuffix = 128;

}  // namespace tally::grammar
