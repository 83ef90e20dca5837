// Pages and source maps as the book stores them.
#include "book/pack.h"

#include <zstd.h>

namespace tally {
namespace {

constexpr int kLevel = 3;

void append(std::string& out, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((number >> shift) & 0xFFU);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return number;
}

}  // namespace

std::string compress(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
  out.resize(ZSTD_isError(size) != 0U ? 0 : size);
  return out;
}

Result<std::string> decompress(std::string_view bytes, std::size_t size) {
  std::string out(size, '\0');
  const std::size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0U || got != size) {
    return fail(ErrorCode::corrupt, "the stored page cannot be unpacked");
  }
  return out;
}

std::string pack(const std::vector<SourceRun>& runs) {
  std::string out;
  out.reserve(runs.size() * 16);
  for (const SourceRun& run : runs) {
    append(out, run.text.begin);
    append(out, run.text.end);
    append(out, run.page.begin);
    append(out, run.page.end);
  }
  return out;
}

std::vector<SourceRun> unpack(std::string_view bytes) {
  std::vector<SourceRun> runs;
  for (std::size_t at = 0; at + 16 <= bytes.size(); at += 16) {
    runs.push_back({{number_at(bytes, at), number_at(bytes, at + 4)},
                    {number_at(bytes, at + 8), number_at(bytes, at + 12)}});
  }
  return runs;
}

}  // namespace tally
