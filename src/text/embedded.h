// The files of the lexicon that are compiled in as they are (cmake/embed.cmake).
#pragma once

#include <string_view>

namespace tally::embedded {

[[nodiscard]] std::string_view abbreviations();
[[nodiscard]] std::string_view sentence_words();
[[nodiscard]] std::string_view vocabulary();    // aligned to 64 bytes; see text/vocabulary_format.h
[[nodiscard]] std::string_view tagger_model();  // aligned to 64 bytes; see text/tagger_model.h

}  // namespace tally::embedded
