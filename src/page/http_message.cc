// See http_message.h.
#include "page/http_message.h"

#include <fmt/core.h>

#include <algorithm>

#include "page/characters.h"
#include "page/inflate.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

bool same_name(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

// The body of a chunked message; what is broken ends it.
std::string unchunked(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    std::size_t size = 0, digits = 0;
    while (digits < body.size() && digits < 8) {
      const char c = to_lower(body[digits]);
      const int value = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
      if (value < 0) break;
      size = size * 16 + static_cast<std::size_t>(value);
      ++digits;
    }
    const auto line = body.find('\n');
    if (digits == 0 || line == std::string_view::npos || size == 0) break;
    body.remove_prefix(line + 1);
    out += body.substr(0, size);
    body.remove_prefix(std::min(body.size(), size));
    if (body.starts_with("\r\n")) body.remove_prefix(2);
  }
  return out;
}

bool unpack(std::string_view coding, const std::string& where, Output& out, std::string& body) {
  const auto name = lower_ascii(trimmed(coding));
  if (name.empty() || name == "identity") return true;
  const bool gzip = body.starts_with("\x1F\x8B");
  if (!gzip && name != "deflate" && name != "zstd") {
    if (name == "gzip" || name == "x-gzip") return true;  // many archives keep the header and unpack the body
    out.skip(SkipReason::broken, fmt::format("no reader for content packed as \"{}\"", name), where);
    return false;
  }
  const auto packing = gzip ? Packing::gzip : name == "zstd" ? Packing::zstd : Packing::zlib;
  const auto limit = out.options().largest_page;
  auto state = Inflater::State::good;
  auto plain = inflate_all(body, packing, limit, caps_of(out.options()), state);
  if (state == Inflater::State::bomb || plain.size() > limit) {
    out.skip(state == Inflater::State::bomb ? SkipReason::bomb : SkipReason::too_large,
             "the content expands beyond the limit", where);
    return false;
  }
  if (plain.empty() && packing == Packing::zlib)
    plain = inflate_all(body, Packing::deflate, limit, caps_of(out.options()), state);
  if (plain.empty()) {
    out.skip(SkipReason::broken, "the packed content is damaged", where);
    return false;
  }
  body = std::move(plain);
  return true;
}

}  // namespace

std::string_view header(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const auto line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(head.size(), line.size() + 1));
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && same_name(trimmed(line.substr(0, colon)), name))
      return trimmed(line.substr(colon + 1));
  }
  return {};
}

std::string charset_of(std::string_view content_type) {
  const auto lower = lower_ascii(content_type);
  const auto at = lower.find("charset=");
  if (at == std::string::npos) return {};
  auto name = std::string_view(lower).substr(at + 8);
  name = trimmed(name.substr(0, name.find(';')));
  while (!name.empty() && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '"' || name.back() == '\'')) name.remove_suffix(1);
  return std::string(name);
}

std::size_t body_of(std::string_view message) {
  const auto one = message.find("\r\n\r\n");
  const auto other = message.find("\n\n");
  if (one == std::string_view::npos && other == std::string_view::npos) return message.size();
  return one < other ? one + 4 : other + 2;
}

bool read_response(std::string_view response, const std::string& where, Output& out, Page& page) {
  const auto begin = body_of(response);
  const auto head = response.substr(0, begin);
  const auto status =
      head.size() > 12 && head.starts_with("HTTP/") ? head.substr(head.find(' ') + 1, 3) : std::string_view{};
  if (status != "200") {
    out.skip(SkipReason::no_article, fmt::format("a response with status {}", status.empty() ? "?" : status),
             where);
    return false;
  }
  page.media_type = lower_ascii(header(head, "content-type"));
  page.charset = charset_of(page.media_type);
  page.media_type = page.media_type.substr(0, page.media_type.find(';'));
  const auto body = response.substr(begin);
  page.bytes = lower_ascii(header(head, "transfer-encoding")).find("chunked") != std::string::npos
                   ? unchunked(body)
                   : std::string(body);
  if (page.bytes.empty() && !body.empty()) page.bytes = body;  // stored without its chunks
  return unpack(header(head, "content-encoding"), where, out, page.bytes);
}

}  // namespace tally::page
