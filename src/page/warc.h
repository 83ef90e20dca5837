// Web archives → pages (ISO 28500, WARC 1.0 and 1.1): records one by one, packed one gzip member
// each, packed as a whole, or not at all. A broken record is told and passed over.
#pragma once

#include <string>

#include "page/container.h"

namespace tally::page {

// Reads records until the stream ends. `place` says where in the file the next record begins (for
// packed archives: the offset of its member).
void read_warc(ByteReader& bytes, const std::string& name, const std::function<std::uint64_t()>& place,
               Output& out);

}  // namespace tally::page
