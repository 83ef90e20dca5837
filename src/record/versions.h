// Versions of one page: the same address fetched again with another text.
//
//   page_key("https://www.x.example/a/?utm_source=feed#top")   "x.example/a"
//
// The older version is kept, its claims are used no more, and figures that changed from one to the next
// are noted for the checks.
#pragma once

#include <string>
#include <string_view>

#include "record/sheet.h"

namespace tally {

// What tells one page from another: the address without scheme, "www.", fragment, trailing slash and
// what only tells where a reader came from. Empty for what is no address of a page.
[[nodiscard]] std::string page_key(std::string_view url);

// Addresses and times → Document::replaced_by; claims of replaced versions are taken out.
void find_versions(Sheet& sheet);

}  // namespace tally
