// See language.h.
#include "page/language.h"

#include <cstdio>  // cld2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace tally::page {

namespace {

// Syllables U+AC00 to U+D7A3, which begin with the bytes EA B0 to ED 9E.
bool holds_hangul(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if ((first == 0xEA && second >= 0xB0) || first == 0xEB || first == 0xEC ||
        (first == 0xED && second <= 0x9E))
      return true;
  }
  return false;
}

}  // namespace

std::string language_of(std::string_view text) {
  bool reliable = false;
  const auto size = static_cast<int>(std::min<std::size_t>(text.size(), 1 << 13));
  const auto language = CLD2::DetectLanguage(text.data(), size, true, &reliable);
  // A line may be too short to tell by its words; Hangul tells by itself.
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return holds_hangul(text) ? "ko" : "";
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

}  // namespace tally::page
