// Packed files: gzip and zstandard streams, and what is in them.
#include <fmt/core.h>

#include "page/container.h"
#include "page/inflate.h"
#include "page/warc.h"

namespace tally::page {

void read_packed(ByteReader& bytes, const std::string& name, bool zstd, Output& out, int depth) {
  Inflater inflater(bytes, zstd ? Packing::zstd : Packing::gzip, caps_of(out.options()));
  do {
    ByteReader plain([&](char* to, std::size_t size) { return inflater.read(to, size); },
                     [&] {
                       return inflater.state() == Inflater::State::broken ||
                              inflater.state() == Inflater::State::bomb;
                     });
    if (plain.peek(8).starts_with("WARC/")) {
      // Records of one member each begin where the member begins; the offset within a member that
      // holds them all is of no use to anybody.
      read_warc(plain, name, [&] { return inflater.member_at(plain.offset()); }, out);
    } else if (!plain.peek(1).empty()) {
      read_stream(plain, name, out, depth + 1);
    }
    if (inflater.state() == Inflater::State::broken) out.skip(SkipReason::broken, inflater.problem(), name);
    if (inflater.state() == Inflater::State::bomb) out.skip(SkipReason::bomb, inflater.problem(), name);
  } while (!out.stopped() && inflater.resume());
}

}  // namespace tally::page
