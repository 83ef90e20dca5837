// Values, periods, units and quotes as people read them; everything from an article made harmless.
//
//   value_in_words(more than 30000)      "more than 30,000"
//   period_in_words(2016-01/2016-03)     "Q1 2016"
//   one_line("a\n\x1b[31mb")             "a [31mb"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tally/edtf.h"
#include "tally/record.h"
#include "tally/span.h"
#include "tally/value.h"

namespace tally {

// "1417" → "1,417"; "1234567.5" → "1,234,567.5".
[[nodiscard]] std::string grouped(Decimal number);
// The number with its hedge, without the unit: "about 1,400", "18 to 25", "a vague number".
[[nodiscard]] std::string value_in_words(const Value& value);
// With the unit after it, or before it for money: "1,417 persons", "USD 60,000,000", "11 %".
[[nodiscard]] std::string amount_in_words(const Value& value, std::string_view unit);
[[nodiscard]] std::string unit_in_words(std::string_view unit);
// "7 Apr 2016", "Apr 2016", "2016", "about 2016".
[[nodiscard]] std::string date_in_words(const Date& date);
// "Q1 2016", "1st half 2016", "Jan–Feb 2024", "until 2009", "since 2011".
[[nodiscard]] std::string period_in_words(const Period& period);

// White space runs become one space; control characters, line breaks and the marks that turn the
// direction of writing go.
[[nodiscard]] std::string one_line(std::string_view text);
// The sentence around a span, judged by its punctuation; never beyond the line it stands on, nor
// more than 300 bytes to either side.
[[nodiscard]] Span sentence_around(std::string_view text, Span span);
// A sentence around words, cut to what stands at most `context` bytes before and after them.
struct Excerpt {
  Span whole;
  Span words;
  bool cut_before = false;
  bool cut_after = false;
};
[[nodiscard]] Excerpt excerpt_around(std::string_view text, Span words, std::uint32_t context);

// What a report is called: its outlet, or its file.
[[nodiscard]] std::string document_name(const Document& document);
// "weekly.txt, 2016 (inferred)".
[[nodiscard]] std::string document_in_words(const Document& document);
// Whether all words of `wanted` stand in `text`, whatever their case.
[[nodiscard]] bool speaks_of(std::string_view text, std::string_view wanted);

}  // namespace tally
