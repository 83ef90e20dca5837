// Mail (EML, mbox) and saved pages (MHTML) → pages.
#include <fmt/core.h>

#include "page/characters.h"
#include "page/container.h"
#include "page/mime.h"
#include "page/page_dates.h"

namespace tally::page {
namespace {

// Of a saved page its first HTML part; of mail the richer of the alternatives.
const MimePart* main_part(const MimeMessage& message) {
  const MimePart* text = nullptr;
  for (const auto& part : message.parts) {
    if (part.body.empty()) continue;
    if (part.media_type == "text/html" &&
        (message.location.empty() || part.location.empty() || part.location == message.location))
      return &part;
    if (part.media_type == "text/plain" && text == nullptr) text = &part;
  }
  return text;
}

}  // namespace

void read_mail(std::string_view bytes, const std::string& name, Output& out) {
  const auto message = read_mime(bytes);
  const auto* part = main_part(message);
  if (part == nullptr) {
    return out.skip(message.truncated ? SkipReason::broken : SkipReason::no_article,
                    message.truncated ? "the message is cut off" : "no text in the message", name);
  }
  if (message.truncated) out.skip(SkipReason::broken, "the message is cut off; what is there was read", name);
  Page page;
  page.bytes = part->body;
  page.media_type = part->media_type;
  page.charset = part->charset;
  page.name = name.substr(name.rfind('/') + 1);
  page.url = message.location;
  if (message.location.empty()) {
    page.title = message.subject;
    if (const auto date = read_date(message.date)) page.published = date->to_string();
  }
  out.page(std::move(page));
}

void read_mbox(ByteReader& bytes, const std::string& name, Output& out) {
  const auto limit = out.options().largest_page * 2;
  std::string message, line;
  bool cut = false, blank = true, too_large = false;
  std::size_t number = 0;
  const auto flush = [&] {
    const auto where = fmt::format("{} message {}", name, number);
    if (too_large) {
      out.skip(SkipReason::too_large, "the message is larger than a report may be (--max-size)", where);
    } else if (number > 0) {
      read_mail(message, where, out);
    }
    message.clear();
    too_large = false;
  };
  while (!out.stopped() && bytes.line(line, limit, cut)) {
    if (blank && line.starts_with("From ")) {
      flush();
      ++number;
      blank = false;
      continue;
    }
    blank = line.empty();
    too_large = too_large || cut || message.size() + line.size() > limit;
    if (too_large) continue;
    const auto quoted = line.find_first_not_of('>');
    if (quoted != std::string::npos && quoted > 0 &&
        std::string_view(line).substr(quoted).starts_with("From "))
      line.erase(0, 1);
    message += line;
    message += '\n';
  }
  if (!out.stopped()) flush();
}

}  // namespace tally::page
