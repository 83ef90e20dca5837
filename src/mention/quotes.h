// What the rule of a quotation says of it. A quotation is a mention of kind `quote` whose span
// holds its marks; nested quotations are mentions of their own.
//
//   rule "speech"     a quotation: “I want to go on,” she said
//   rule "scare"      one or two words in marks: a “reign of terror”, the so-called ‘reform’
//   rule "continued"  a paragraph that opens a quotation and leaves it open, because the next
//                     paragraph goes on with it
#pragma once

#include <string_view>

#include "tally/article.h"
#include "tally/mention.h"

namespace tally {

inline constexpr std::string_view kSpeechQuote = "speech";
inline constexpr std::string_view kScareQuote = "scare";
inline constexpr std::string_view kContinuedQuote = "continued";

[[nodiscard]] inline bool is_scare_quote(const Mention& quote) {
  return quote.rule == kScareQuote;
}
// The words between the marks.
[[nodiscard]] Span inside(const Article& article, const Mention& quote);

}  // namespace tally
