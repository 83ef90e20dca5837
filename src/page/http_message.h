// A stored HTTP response → a page: status, headers, body out of its chunks and packing (RFC 9112).
#pragma once

#include <string>
#include <string_view>

#include "page/container.h"
#include "tally/page.h"

namespace tally::page {

// The value of the first header of that name (lower case), trimmed; empty where there is none.
// `head` is the lines before the blank one.
[[nodiscard]] std::string_view header(std::string_view head, std::string_view name);
// "text/html; charset=EUC-KR" → "euc-kr"
[[nodiscard]] std::string charset_of(std::string_view content_type);
// Where the body begins after the blank line that ends the head; the size where there is none.
[[nodiscard]] std::size_t body_of(std::string_view message);

// Fills bytes, media type and charset of `page` from a response. False and a skip where the response
// holds no report: another status than 200, an image, a broken packing.
bool read_response(std::string_view response, const std::string& where, Output& out, Page& page);

}  // namespace tally::page
