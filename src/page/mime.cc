// See mime.h.
#include "page/mime.h"

#include <algorithm>
#include <array>

#include "page/characters.h"
#include "page/decode.h"
#include "page/http_message.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostParts = 1000;

// Folded header lines as one.
std::string unfolded(std::string_view head) {
  std::string out;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\r') continue;
    const bool folds = head[i] == '\n' && i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t');
    out += folds ? ' ' : head[i];
  }
  return out;
}

int base64_value(char c) {
  if (is_upper(c)) return c - 'A';
  if (is_lower(c)) return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) {
      if (c == '=') break;
      continue;
    }
    bits = bits << 6 | static_cast<unsigned>(value);
    if (++count == 4) {
      out += static_cast<char>(bits >> 16 & 0xFF);
      out += static_cast<char>(bits >> 8 & 0xFF);
      out += static_cast<char>(bits & 0xFF);
      bits = 0;
      count = 0;
    }
  }
  if (count == 3) out += static_cast<char>(bits >> 10 & 0xFF);
  if (count == 3) out += static_cast<char>(bits >> 2 & 0xFF);
  if (count == 2) out += static_cast<char>(bits >> 4 & 0xFF);
  return out;
}

int hex_value(char c) {
  const char lower = to_lower(c);
  return is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text, bool word) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (word && text[i] == '_') {
      out += ' ';
    } else if (text[i] != '=') {
      out += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
    } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
      i += 2;
    } else if (i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

// "=?utf-8?B?…?= =?utf-8?Q?…?=" → text
std::string decoded_words(std::string_view value) {
  std::string out;
  while (!value.empty()) {
    const auto begin = value.find("=?");
    const auto charset_end = begin == std::string_view::npos ? begin : value.find('?', begin + 2);
    const auto end = charset_end == std::string_view::npos || charset_end + 3 > value.size()
                         ? std::string_view::npos
                         : value.find("?=", charset_end + 3);
    if (end == std::string_view::npos) {
      out += value;
      break;
    }
    const auto before = value.substr(0, begin);
    if (out.empty() || !trimmed(before).empty()) out += before;
    const char kind = to_lower(value[charset_end + 1]);
    const auto words = value.substr(charset_end + 3, end - charset_end - 3);
    const auto bytes = kind == 'b' ? from_base64(words) : from_quoted_printable(words, true);
    out += decode_lenient(bytes, value.substr(begin + 2, charset_end - begin - 2)).text;
    value.remove_prefix(end + 2);
  }
  return out;
}

std::string parameter(std::string_view value, std::string_view name) {
  const auto lower = lower_ascii(value);
  const auto at = lower.find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  auto rest = value.substr(at + name.size() + 1);
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find('"')));
  }
  return std::string(trimmed(rest.substr(0, rest.find_first_of("; \t"))));
}

std::string decoded_body(std::string_view head, std::string_view body) {
  const auto encoding = lower_ascii(header(head, "content-transfer-encoding"));
  if (encoding == "base64") return from_base64(body);
  if (encoding == "quoted-printable") return from_quoted_printable(body, false);
  return std::string(body);
}

void read_part(std::string_view part, MimeMessage& message, int depth);

// The stretches between the boundaries of a multipart body.
void read_multipart(std::string_view body, const std::string& boundary, MimeMessage& message, int depth) {
  const auto mark = "--" + boundary;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < body.size();) {
    auto end = body.find('\n', at);
    if (end == std::string_view::npos) end = body.size();
    const auto line = trimmed(body.substr(at, end - at));
    if (line.starts_with(mark) && (line == mark || line == mark + "--")) {
      if (begin != std::string_view::npos) read_part(body.substr(begin, at - begin), message, depth + 1);
      if (line != mark) return;
      begin = std::min(end + 1, body.size());
    }
    at = end + 1;
  }
  message.truncated = true;
  if (begin != std::string_view::npos) read_part(body.substr(begin), message, depth + 1);
}

void read_part(std::string_view part, MimeMessage& message, int depth) {
  if (depth > kDeepest || message.parts.size() >= kMostParts) return;
  const bool headless = part.starts_with("\n") || part.starts_with("\r\n");
  const auto begin = headless ? std::size_t{0} : body_of(part);
  const auto head = unfolded(part.substr(0, begin));
  const auto body = part.substr(begin);
  const std::string type(header(head, "content-type"));
  const auto media_type = lower_ascii(trimmed(std::string_view(type).substr(0, type.find(';'))));
  if (depth == 0) {
    message.subject = decoded_words(header(head, "subject"));
    message.from = decoded_words(header(head, "from"));
    message.date = header(head, "date");
    message.location = header(head, "snapshot-content-location");
  }
  if (media_type.starts_with("multipart/"))
    return read_multipart(body, parameter(type, "boundary"), message, depth);
  if (media_type == "message/rfc822") return read_part(body, message, depth + 1);
  message.parts.push_back({media_type.empty() ? "text/plain" : media_type,
                           lower_ascii(parameter(type, "charset")),
                           std::string(header(head, "content-location")), decoded_body(head, body)});
}

}  // namespace

MimeMessage read_mime(std::string_view message) {
  MimeMessage out;
  read_part(message, out, 0);
  return out;
}

}  // namespace tally::page
