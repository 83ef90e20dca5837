// Bytes in any encoding → UTF-8, with the way back. Declared encodings are honoured, byte order
// marks win over them, and where nothing is declared the bytes are judged.
//
//   "caf\xE9" declared windows-1252 → "café", runs {0,3}→{0,3}, {3,5}→{3,4}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tally/article.h"
#include "tally/result.h"

namespace tally::page {

struct Decoded {
  std::string text;             // valid UTF-8
  std::vector<SourceRun> runs;  // empty: the text is the bytes
  std::string charset;          // what was used
  std::size_t replaced = 0;     // bytes that were no text in that encoding (lenient only)
};

// Text from `bytes`; `charset` as declared, or empty. A byte that is no text in the encoding is an
// error that names its place.
[[nodiscard]] Result<Decoded> decode_strict(std::string_view bytes, std::string_view charset);
// The same for pages: undecodable bytes become U+FFFD and are counted.
[[nodiscard]] Decoded decode_lenient(std::string_view bytes, std::string_view charset);
// The encoding that an HTML page declares in its first 1,024 bytes, or empty.
[[nodiscard]] std::string declared_charset(std::string_view html);

}  // namespace tally::page
