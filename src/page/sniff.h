// What kind of thing some bytes are, by their content; names and declared types are hints only.
#pragma once

#include <cstdint>
#include <string_view>

namespace tally::page {

enum class Kind : std::uint8_t {
  empty,
  binary,  // images, programs, anything with NUL bytes that is no known container
  text,
  html,
  xml_feed,  // RSS, Atom, RDF
  json,      // one JSON document or JSON Lines
  warc,
  gzip,
  zstd,
  zip,  // DOCX, ODT, WACZ and plain archives
  pdf,
  mbox,
  mail  // EML, MHTML
};

[[nodiscard]] Kind sniff(std::string_view bytes);
// By declared media type ("text/html; charset=…"); Kind::binary where it says nothing.
[[nodiscard]] Kind kind_of_media_type(std::string_view media_type);

}  // namespace tally::page
