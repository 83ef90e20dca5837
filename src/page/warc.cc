// See warc.h.
#include "page/warc.h"

#include <fmt/core.h>

#include <charconv>
#include <optional>

#include "page/characters.h"
#include "page/http_message.h"
#include "page/page_words.h"
#include "page/sniff.h"

namespace tally::page {
namespace {

constexpr std::size_t kLongestHead = std::size_t{64} << 10;
constexpr std::string_view kNextRecord = "\r\n\r\nWARC/1.";

class Records {
 public:
  Records(ByteReader& bytes, const std::string& name, const std::function<std::uint64_t()>& place,
          Output& out)
      : bytes_(bytes), name_(name), place_(place), out_(out) {}

  void read() {
    while (!out_.stopped() && find_record()) {
      where_ = fmt::format("{}@{}", name_, place_());
      if (!read_record()) break;
    }
  }

 private:
  // Skips white space between records; what is no record there is told once, and the next searched.
  bool find_record() {
    bool told = false;
    for (;;) {
      const auto there = bytes_.peek(kLongestHead);
      std::size_t space = 0;
      while (space < there.size() && is_space(there[space])) ++space;
      if (space > 0) {
        bytes_.skip(space);
        continue;
      }
      if (there.empty()) return false;
      if (there.starts_with("WARC/")) return true;
      if (!told)
        out_.skip(SkipReason::broken, "no record begins here", fmt::format("{}@{}", name_, place_()));
      told = true;
      const auto next = there.find("\nWARC/1.");
      bytes_.skip(next != std::string_view::npos ? next + 1
                  : there.size() > 8             ? there.size() - 8
                                                 : there.size());
    }
  }

  bool read_record() {
    const auto there = bytes_.peek(kLongestHead);
    const auto begin = body_of(there);
    if (begin >= there.size() && there.find("\n\n") == std::string_view::npos &&
        !there.ends_with("\r\n\r\n")) {
      out_.skip(SkipReason::broken, "the record's head is cut off", where_);
      bytes_.skip(std::min<std::size_t>(there.size(), 5));
      return !bytes_.peek(1).empty();
    }
    const std::string head(there.substr(0, begin));
    const auto length = header(head, "content-length");
    std::uint64_t size = 0;
    const auto end = length.data() + length.size();
    if (std::from_chars(length.data(), end, size).ptr != end || length.empty()) {
      out_.skip(SkipReason::broken, "the record does not say how long it is", where_);
      bytes_.skip(begin);
      return true;
    }
    bytes_.skip(begin);
    return read_block(head, size);
  }

  bool read_block(const std::string& head, std::uint64_t size) {
    const auto type = lower_ascii(header(head, "warc-type"));
    const bool wanted = type == "response" || type == "resource" || type == "conversion";
    const auto limit = out_.options().largest_page + kLongestHead;
    if (!wanted || size > limit) {
      if (wanted) {
        out_.skip(SkipReason::too_large,
                  fmt::format("{} bytes are more than one report may have (--max-size)", size), where_);
      } else {
        out_.skip(SkipReason::no_article, fmt::format("a record of type {}", type.empty() ? "unknown" : type),
                  where_);
      }
      return pass_over(size);
    }
    const auto content = bytes_.peek(static_cast<std::size_t>(size) + kNextRecord.size());
    const auto whole = content.substr(0, static_cast<std::size_t>(size));
    if (whole.size() < size) return cut_short(content, "the record is cut off");
    const auto after = content.substr(whole.size());
    if (after.size() <= 4 && bytes_.is_damaged())
      return cut_short(content, "the record stands in a damaged member");
    if (!after.empty() && !is_space(after.front()))
      return cut_short(content, "the record is not as long as it says");
    take(head, type, whole);
    bytes_.skip(whole.size());
    return true;
  }

  // A length that lies: go on at the next record within what was taken for this one.
  bool cut_short(std::string_view content, std::string_view what) {
    out_.skip(SkipReason::broken, std::string(what), where_);
    const auto next = content.find(kNextRecord);
    bytes_.skip(next == std::string_view::npos ? content.size() : next + 4);
    return true;
  }

  // Leaves a block out, in bounded memory, but not the next record if the length lies.
  bool pass_over(std::uint64_t size) {
    while (size > 0) {
      const auto there = bytes_.peek(kLongestHead);
      if (there.empty()) {
        if (!bytes_.is_damaged()) out_.skip(SkipReason::broken, "the record is cut off", where_);
        return false;
      }
      const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(there.size(), size));
      const auto next = there.find(kNextRecord);
      if (next != std::string_view::npos && next + 4 < step) {
        bytes_.skip(next + 4);
        return true;
      }
      const auto keep = step < size && step > kNextRecord.size() ? kNextRecord.size() : 0;
      bytes_.skip(step - keep);
      size -= step - keep;
    }
    return true;
  }

  void take(const std::string& head, const std::string& type, std::string_view block) {
    Page page;
    page.url = header(head, "warc-target-uri");
    if (page.url.starts_with('<') && page.url.ends_with('>'))
      page.url = page.url.substr(1, page.url.size() - 2);
    page.retrieved = header(head, "warc-date");
    const auto slash = where_.rfind('/');
    page.name = where_.substr(slash == std::string::npos ? 0 : slash + 1);
    const bool http =
        lower_ascii(header(head, "content-type")).find("application/http") != std::string::npos ||
        (type == "response" && block.starts_with("HTTP/"));
    if (page.url.starts_with("dns:") || page.url.starts_with("metadata:")) {
      return out_.skip(SkipReason::no_article, "a note of the archiver", where_);
    }
    if (http) {
      if (!read_response(block, where_, out_, page)) return;
    } else {
      page.bytes = block;
      page.media_type = lower_ascii(header(head, "content-type"));
      page.charset = charset_of(page.media_type);
      page.media_type = page.media_type.substr(0, page.media_type.find(';'));
    }
    give(std::move(page));
  }

  void give(Page&& page) {
    const auto kind = sniff(page.bytes);
    const bool text =
        kind == Kind::html ||
        (kind == Kind::text && !page.media_type.starts_with("text/css") &&
         (page.media_type.starts_with("text/plain") || page.media_type.starts_with("text/html")));
    if (kind == Kind::empty) return out_.skip(SkipReason::no_article, "no content", where_);
    if (kind == Kind::pdf) return read_pdf(page, where_, out_);
    if (!text)
      return out_.skip(
          SkipReason::no_article,
          fmt::format("no page: {}", page.media_type.empty() ? "unknown content" : page.media_type), where_);
    if (kind == Kind::html) page.media_type = "text/html";
    out_.page(std::move(page));
  }

  ByteReader& bytes_;
  const std::string& name_;
  const std::function<std::uint64_t()>& place_;
  Output& out_;
  std::string where_;
};

}  // namespace

void read_warc(ByteReader& bytes, const std::string& name, const std::function<std::uint64_t()>& place,
               Output& out) {
  Records(bytes, name, place, out).read();
}

}  // namespace tally::page
