// Mail messages cut into their parts: headers unfolded, encoded words, transfer encodings and
// boundaries undone (RFC 5322, 2045–2047, 2557).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally::page {

struct MimePart {
  std::string media_type;  // lower case, without parameters
  std::string charset;
  std::string location;  // Content-Location
  std::string body;      // decoded from its transfer encoding
};

struct MimeMessage {
  std::string subject, from, date, location;  // of the outermost head
  std::vector<MimePart> parts;                // leaves, in order
  bool truncated = false;                     // the closing boundary is missing
};

[[nodiscard]] MimeMessage read_mime(std::string_view message);

}  // namespace tally::page
