// See inflate.h.
#include "page/inflate.h"

#include <fmt/core.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace tally::page {
namespace {

constexpr std::size_t kChunk = std::size_t{32} << 10;
// Small members may well be packed a thousandfold; only large ones are bombs.
constexpr std::uint64_t kInnocent = std::uint64_t{1} << 20;

}  // namespace

struct Inflater::Stream {
  z_stream zip{};
  ZSTD_DStream* zstd = nullptr;
  bool zip_open = false;
  ~Stream() {
    if (zip_open) inflateEnd(&zip);
    if (zstd != nullptr) ZSTD_freeDStream(zstd);
  }
};

Inflater::Inflater(ByteReader& in, Packing packing, Caps caps)
    : in_(in), packing_(packing), caps_(caps), stream_(std::make_unique<Stream>()) {}

Inflater::~Inflater() = default;

void Inflater::fail(State state, std::string_view what) {
  state_ = state;
  problem_ = fmt::format("{} in the compressed member at byte {}", what, member_);
}

bool Inflater::is_bomb() const {
  const auto in = std::max<std::uint64_t>(in_.offset() - member_, 1);
  return out_ > kInnocent && out_ / in > caps_.ratio;
}

bool Inflater::begin_member() {
  const auto head = in_.peek(2);
  if (head.empty()) {
    state_ = State::ended;
    return false;
  }
  // Padding after the last member is common, and no member.
  if (started_ && packing_ == Packing::gzip && !head.starts_with("\x1F\x8B")) {
    state_ = State::ended;
    return false;
  }
  started_ = true;
  member_ = in_.offset();
  out_ = 0;
  open_ = true;
  members_.emplace_back(total_, member_);
  if (packing_ == Packing::zstd) {
    if (stream_->zstd == nullptr) stream_->zstd = ZSTD_createDStream();
    ZSTD_initDStream(stream_->zstd);
    return true;
  }
  if (stream_->zip_open) inflateEnd(&stream_->zip);
  stream_->zip = {};
  const int bits = packing_ == Packing::gzip   ? 16 + MAX_WBITS
                   : packing_ == Packing::zlib ? MAX_WBITS
                                               : -MAX_WBITS;
  stream_->zip_open = inflateInit2(&stream_->zip, bits) == Z_OK;
  if (!stream_->zip_open) fail(State::broken, "no memory for what stands");
  return stream_->zip_open;
}

std::size_t Inflater::inflate_some(char* to, std::size_t size) {
  const auto in = in_.peek(1).substr(0, kChunk);
  if (in.empty()) {
    fail(State::broken, "the data end early");
    return 0;
  }
  auto& zip = stream_->zip;
  zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // NOLINT: zlib's interface
  zip.avail_in = static_cast<uInt>(in.size());
  zip.next_out = reinterpret_cast<Bytef*>(to);  // NOLINT
  zip.avail_out = static_cast<uInt>(std::min(size, kChunk));
  const auto room = zip.avail_out;
  const int result = ::inflate(&zip, Z_NO_FLUSH);
  in_.skip(in.size() - zip.avail_in);
  const auto given = room - zip.avail_out;
  if (result == Z_STREAM_END) {
    open_ = false;
    if (packing_ != Packing::gzip) state_ = State::ended;
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    fail(State::broken, "the data are damaged");
  }
  return given;
}

std::size_t Inflater::unzstd_some(char* to, std::size_t size) {
  const auto in = in_.peek(1).substr(0, kChunk);
  if (in.empty()) {
    fail(State::broken, "the data end early");
    return 0;
  }
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  ZSTD_outBuffer out{to, std::min(size, kChunk), 0};
  const auto result = ZSTD_decompressStream(stream_->zstd, &out, &from);
  in_.skip(from.pos);
  if (ZSTD_isError(result) != 0) fail(State::broken, "the data are damaged");
  if (result == 0) open_ = false;
  return out.pos;
}

std::size_t Inflater::read(char* to, std::size_t size) {
  while (state_ == State::good && size > 0) {
    if (!open_ && !begin_member()) return 0;
    const auto given = packing_ == Packing::zstd ? unzstd_some(to, size) : inflate_some(to, size);
    out_ += given;
    total_ += given;
    given_ += given;
    if (is_bomb()) {
      fail(State::bomb, fmt::format("more than {} bytes for each byte (--max-ratio)", caps_.ratio));
      return 0;
    }
    if (given_ > caps_.bytes) {
      fail(State::bomb, fmt::format("more than {} bytes unpacked (--max-unpacked)", caps_.bytes));
      return 0;
    }
    if (given > 0) return given;
  }
  return 0;
}

std::uint64_t Inflater::member_at(std::uint64_t at) {
  while (members_.size() > 1 && members_[1].first <= at) members_.pop_front();
  return members_.empty() ? member_ : members_.front().second;
}

bool Inflater::resume() {
  if (state_ != State::broken && state_ != State::bomb) return false;
  if (packing_ != Packing::gzip || given_ > caps_.bytes) return false;
  open_ = started_ = false;
  if (in_.offset() == member_) in_.skip(1);
  for (;;) {
    const auto there = in_.peek(kChunk);
    const auto found = there.find("\x1F\x8B\x08");
    if (found != std::string_view::npos) {
      in_.skip(found);
      state_ = State::good;
      out_ = total_ = 0;
      members_.clear();
      return true;
    }
    if (there.size() < 4) return false;
    in_.skip(there.size() - 3);
  }
}

std::string inflate_all(std::string_view packed, Packing packing, std::size_t limit, Caps caps,
                        Inflater::State& state) {
  ByteReader in(source_in(packed));
  Inflater inflater(in, packing, caps);
  std::string out;
  std::string chunk(kChunk, '\0');
  while (out.size() <= limit) {
    const auto given = inflater.read(chunk.data(), chunk.size());
    if (given == 0) break;
    out.append(chunk, 0, given);
  }
  state = inflater.state();
  return out;
}

}  // namespace tally::page
