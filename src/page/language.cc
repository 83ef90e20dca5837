// See language.h.
#include "page/language.h"

#include <cstdio>  // cld2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace tally::page {

std::string language_of(std::string_view text) {
  bool reliable = false;
  const auto size = static_cast<int>(std::min<std::size_t>(text.size(), 1 << 14));
  const auto language = CLD2::DetectLanguage(text.data(), size, true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

}  // namespace tally::page
