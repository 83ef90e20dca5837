// Whether a line holds an address or a number to call: the evidence that it tells how to reach somebody.
#pragma once

#include <string_view>

namespace tally::page {

// A URL, "www.", an e-mail address, an @handle.
[[nodiscard]] bool has_address(std::string_view line);

// A telephone number or an account number: digits in groups after "+" or "0", or, where the line speaks
// of getting in touch, any seven digits in two groups that are no dates and no thousands.
[[nodiscard]] bool has_telephone(std::string_view line, bool in_touch);

}  // namespace tally::page
