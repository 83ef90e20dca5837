// The words by which furniture, bylines, datelines, credits and dates of a page are known:
// lexicon/en/page.tsv and lexicon/months.tsv, compiled in.
//
//   PageWords::get().find("Please log in to write comments", kind)  → sure, 0…13
//
// All look-ups are by lower-case ASCII; a phrase matches whole words only.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "tally/span.h"

namespace tally::page {

enum class PhraseKind : std::uint8_t {
  sure,
  hint,
  start,
  ui,
  related,
  byline,
  published,
  updated,
  caption,
  correction,
  ago,
  agency,
  weekday,
  label,
  count
};

struct Phrase {
  PhraseKind kind = PhraseKind::sure;
  Span span;               // where it stands in the text searched
  std::string_view value;  // agency: its name
};

// ASCII letters in lower case, all else as it is.
[[nodiscard]] std::string lower_ascii(std::string_view text);

// Calls `found` for every phrase of the lexicon in `lower` (already lower case), in order.
// Linear in the text for a lexicon of bounded phrases.
void find_phrases(std::string_view lower, const std::function<void(const Phrase&)>& found);
// Whether a phrase of one of those kinds begins at the first or the second byte.
[[nodiscard]] bool opens_with(std::string_view lower, std::initializer_list<PhraseKind> kinds);
// Whether the whole of `lower` is a phrase of that kind.
[[nodiscard]] bool is_phrase(std::string_view lower, PhraseKind kind);
// The agency of that name ("yonhap news agency" → "Yonhap"), or empty.
[[nodiscard]] std::string_view agency_named(std::string_view lower);
// 1–12 for the name of a month in any language of the table, lower case; 0: none.
// Whether the name of a month may stand at the begin of a text, by its first two bytes.
[[nodiscard]] bool may_name_month(std::string_view text);
[[nodiscard]] int month_named(std::string_view lower);

}  // namespace tally::page
