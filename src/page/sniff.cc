// See sniff.h. The signatures are those of the formats' own definitions; HTML is told as the
// WHATWG MIME Sniffing standard tells it, and by the tags that saved fragments begin with.
#include "page/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "page/characters.h"
#include "page/page_words.h"

namespace tally::page {
namespace {

constexpr std::size_t kHead = 4096;

std::string_view without_bom_and_space(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty() && is_space(bytes.front())) bytes.remove_prefix(1);
  return bytes;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// A name, a colon, and among the first lines one that only mail has.
bool is_mail(std::string_view head) {
  static constexpr std::array<std::string_view, 6> kNames = {"\nmime-version:",
                                                             "\nmessage-id:",
                                                             "\nreceived:",
                                                             "\nreturn-path:",
                                                             "\ncontent-type: multipart/",
                                                             "\nsnapshot-content-location:"};
  head = head.substr(0, head.find("\n\n"));
  const auto colon = head.find(':');
  if (colon == std::string_view::npos || colon > head.find_first_of(" \n")) return false;
  const auto lower = "\n" + lower_ascii(head);
  if (std::ranges::any_of(kNames, [&](auto name) { return lower.find(name) != std::string::npos; }))
    return true;
  return lower.find("\nfrom:") != std::string::npos && lower.find("\nsubject:") != std::string::npos &&
         lower.find("\nto:") != std::string::npos && lower.find("\ndate:") != std::string::npos;
}

bool is_html(std::string_view head) {
  if (!head.starts_with('<')) return false;
  const auto lower = lower_ascii(head);
  static constexpr std::array<std::string_view, 9> kStarts = {
      "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<!--", "<style"};
  if (std::ranges::any_of(kStarts, [&](auto start) { return lower.starts_with(start); })) return true;
  static constexpr std::array<std::string_view, 8> kTags = {"<p>",  "<p ", "<div",     "<html",
                                                            "</a>", "<br", "<article", "<h1"};
  return std::ranges::any_of(kTags, [&](auto tag) { return lower.find(tag) != std::string::npos; });
}

bool is_xml_feed(std::string_view head) {
  if (!head.starts_with("<")) return false;
  const auto lower = lower_ascii(head);
  return lower.find("<rss") != std::string::npos || lower.find("<feed") != std::string::npos ||
         lower.find("<rdf:rdf") != std::string::npos;
}

}  // namespace

Kind sniff(std::string_view bytes) {
  if (bytes.empty()) return Kind::empty;
  if (bytes.starts_with("%PDF-")) return Kind::pdf;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return Kind::zip;
  if (bytes.starts_with("\x1F\x8B")) return Kind::gzip;
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return Kind::zstd;
  if (bytes.starts_with("WARC/")) return Kind::warc;
  if (is_utf16(bytes)) return Kind::text;
  const auto head = without_bom_and_space(bytes.substr(0, kHead));
  if (head.empty() && bytes.size() <= kHead) return Kind::empty;
  if (is_xml_feed(head)) return Kind::xml_feed;
  if (is_html(head)) return Kind::html;
  if (head.find('\0') != std::string_view::npos) return Kind::binary;
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8"))
    return Kind::binary;
  if (bytes.starts_with("From ") && bytes.substr(0, kHead).find("\nFrom:") != std::string_view::npos)
    return Kind::mbox;
  if (head.starts_with("{") || head.starts_with("[{")) return Kind::json;
  return is_mail(head) ? Kind::mail : Kind::text;
}

Kind kind_of_media_type(std::string_view media_type) {
  const auto type = lower_ascii(media_type.substr(0, media_type.find(';')));
  if (type == "text/html" || type == "application/xhtml+xml") return Kind::html;
  if (type == "text/plain") return Kind::text;
  if (type == "application/pdf") return Kind::pdf;
  if (type == "application/rss+xml" || type == "application/atom+xml") return Kind::xml_feed;
  return Kind::binary;
}

}  // namespace tally::page
