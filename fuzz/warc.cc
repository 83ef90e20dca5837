// Any bytes read as a container of any kind: every page keeps to the size allowed, every skip says
// why and where, and the counts agree with what was handed out.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tally/reader.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
  if (bytes.find("%PDF-") != std::string::npos) return 0;        // would start another program
  tally::ReaderOptions options;
  options.largest_page = 1 << 16;
  options.largest_ratio = 50;
  std::size_t pages = 0, skips = 0;
  const auto counts =
      tally::for_each_page_in(std::move(bytes), "fuzz", options,
                              {[&](tally::Page&& page) {
                                 ++pages;
                                 require(page.bytes.size() <= (options.largest_page + (1 << 16)) * 8);
                                 return true;
                               },
                               [&](const tally::Skip& skip) {
                                 ++skips;
                                 require(!skip.error.what.empty() && !skip.error.where.empty());
                               }});
  require(counts.pages == pages);
  std::size_t counted = 0;
  for (const auto count : counts.skipped) counted += count;
  require(counted == skips);
  return 0;
}
