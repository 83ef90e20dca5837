// See container.h.
#include "page/container.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>

namespace tally::page {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;

}  // namespace

ByteSource source_in(std::string_view bytes) {
  return [bytes](char* to, std::size_t size) mutable {
    const auto step = std::min(size, bytes.size());
    std::copy_n(bytes.data(), step, to);
    bytes.remove_prefix(step);
    return step;
  };
}

std::string_view ByteReader::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && !ended_) {
    if (at_ > 0) {
      buffer_.erase(0, at_);
      base_ += at_;
      at_ = 0;
    }
    const auto before = buffer_.size();
    const auto wanted = std::max(kChunk, std::min(size - before, std::max(before, kChunk)));
    buffer_.resize(before + wanted);
    const auto got = source_(buffer_.data() + before, wanted);
    buffer_.resize(before + got);
    ended_ = got == 0;
  }
  return std::string_view(buffer_).substr(at_);
}

bool ByteReader::line(std::string& line, std::size_t limit, bool& cut) {
  line.clear();
  cut = false;
  bool any = false;
  for (;;) {
    const auto there = peek(1);
    if (there.empty()) return any;
    any = true;
    const auto end = there.find('\n');
    const auto piece = there.substr(0, end);
    const auto room = limit - std::min(limit, line.size());
    cut = cut || piece.size() > room;
    line += piece.substr(0, room);
    at_ += end == std::string_view::npos ? piece.size() : end + 1;
    if (end != std::string_view::npos) break;
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

void Output::page(Page&& page) {
  ++counts_.pages;
  page.path = file_;
  if (sink_.page && !sink_.page(std::move(page))) stopped_ = true;
}

void Output::skip(SkipReason reason, std::string what, std::string where, std::string id, bool json_id) {
  ++counts_.skipped[static_cast<std::size_t>(reason)];
  if (!sink_.skip) return;
  static constexpr std::array<ErrorCode, static_cast<std::size_t>(SkipReason::count)> kCodes = {
      ErrorCode::not_found,  ErrorCode::unreadable, ErrorCode::empty,
      ErrorCode::too_large,  ErrorCode::too_large,  ErrorCode::malformed,
      ErrorCode::unreadable, ErrorCode::not_text,   ErrorCode::not_text};
  const ErrorCode code = kCodes[static_cast<std::size_t>(reason)];
  sink_.skip({reason, {code, std::move(what), std::move(where)}, std::move(id), file_, json_id});
}

bool read_all(ByteReader& bytes, const std::string& name, std::size_t limit, Output& out, std::string& all) {
  const auto there = bytes.peek(limit + 1);
  if (there.size() > limit) {
    out.skip(SkipReason::too_large,
             fmt::format("more than the {} bytes that one report may have (--max-size)", limit), name);
    return false;
  }
  if (bytes.is_damaged()) return false;
  all = there;
  bytes.skip(all.size());
  return true;
}

void read_single(ByteReader& bytes, const std::string& name, std::string media_type, Output& out) {
  Page page;
  if (!read_all(bytes, name, out.options().largest_page, out, page.bytes)) return;
  const auto slash = name.rfind('/');
  page.name =
      slash == std::string::npos || name.find("://") != std::string::npos ? name : name.substr(slash + 1);
  page.media_type = std::move(media_type);
  out.page(std::move(page));
}

}  // namespace tally::page
