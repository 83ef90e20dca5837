// A text → the language that its letters tell of, by CLD2; empty where it cannot be told for sure.
//
// CLD2 is loaded when it is first asked, not with the program: it comes as a shared library only, brings
// the C++ library along, and most texts are told apart without it. Where it is not installed, no
// language is told.
#pragma once

#include <string>
#include <string_view>

namespace tally::page {

[[nodiscard]] std::string reliable_language(std::string_view text);  // as an ISO 639-1 code

}  // namespace tally::page
