// The language of a text as an ISO 639-1 code: by its small words, or by its letters (language_detector.h);
// empty where it is too short to tell.
#pragma once

#include <string>
#include <string_view>

namespace tally::page {

[[nodiscard]] std::string language_of(std::string_view text);

}  // namespace tally::page
