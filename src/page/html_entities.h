// Character references of HTML → text, after WHATWG HTML 13.2.5.72–80.
//
//   "&eacute;" → "é"   "&#8217;" → "’"   "&amp" → "&"   "&nothing;" → stays
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally::html {

// Reads the reference that `raw` (which begins with '&') begins with, appends what it stands for
// to `out` and says how many bytes it took; 0 where it is no reference.
std::size_t read_reference(std::string_view raw, bool in_attribute, std::string& out);

// The text of an attribute's value or of a run of character data.
[[nodiscard]] std::string decode_references(std::string_view raw, bool in_attribute);

}  // namespace tally::html
