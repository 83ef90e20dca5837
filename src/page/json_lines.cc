// JSON Lines → pages: one object a line, {"id", "text" or "html", "url", "title", "published" …},
// under the names that ReaderOptions::fields gives. Also one object, an array of such objects, and
// JSON Feed 1.1 (jsonfeed.org).
#include <fmt/core.h>

#include <optional>

#include "base/json_document.h"
#include "page/characters.h"
#include "page/container.h"

namespace tally::page {
namespace {

std::string text_of(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (value.integer()) return std::string(*value.number());
  return std::string(value.string().value_or(""));
}

// The id that an object gives itself; a number stays the JSON that it is.
struct JsonId {
  std::string text;
  bool is_json = false;
};

JsonId id_of(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (const auto number = value.number()) return {std::string(*number), true};
  return {std::string(value.string().value_or(""))};
}

// The page that an object tells of; nullopt (and a skip) where it tells of none.
std::optional<Page> page_of(JsonValue object, const std::string& where, const std::string& file,
                            Output& out) {
  const auto& fields = out.options().fields;
  Page page;
  auto [id, is_json] = id_of(object, fields.id);
  page.name = std::move(id);
  page.json_id = is_json;
  const auto html = object[fields.html].string();
  const auto body = html ? html : object[fields.text].string();
  if (!body) {
    out.skip(SkipReason::broken, fmt::format("neither \"{}\" nor \"{}\" in it", fields.text, fields.html),
             where, page.name, page.json_id);
    return std::nullopt;
  }
  if (body->size() > out.options().largest_page) {
    out.skip(SkipReason::too_large,
             fmt::format("{} bytes are more than one report may have (--max-size)", body->size()), where,
             page.name, page.json_id);
    return std::nullopt;
  }
  page.bytes = *body;
  page.media_type = html ? "text/html" : "text/plain";
  page.charset = "utf-8";
  page.url = text_of(object, fields.url);
  page.title = text_of(object, fields.title);
  page.outlet = text_of(object, fields.outlet);
  page.published = text_of(object, fields.published);
  page.retrieved = text_of(object, fields.retrieved);
  if (page.name.empty()) page.name = page.url.empty() ? file : page.url;
  return page;
}

// JSON Feed 1.1: the entries of "items".
void read_feed(JsonValue feed, const std::string& name, Output& out) {
  const JsonValue items = feed["items"];
  if (!items.is_array()) return;
  const auto outlet = text_of(feed, "title");
  std::size_t number = 0;
  for (const JsonValue item : items) {
    ++number;
    const auto where = fmt::format("{} item {}", name, number);
    if (!item.is_object()) {
      out.skip(SkipReason::broken, "the item is no object", where);
      continue;
    }
    Page page;
    page.bytes = text_of(item, "content_html");
    page.media_type = page.bytes.empty() ? "text/plain" : "text/html";
    if (page.bytes.empty()) page.bytes = text_of(item, "content_text");
    if (page.bytes.empty()) page.bytes = text_of(item, "summary");
    page.charset = "utf-8";
    page.url = text_of(item, "url");
    page.title = text_of(item, "title");
    page.outlet = outlet;
    page.published = text_of(item, "date_published").substr(0, 10);
    page.name = text_of(item, "id");
    if (page.bytes.empty()) {
      out.skip(SkipReason::empty, "no content in the item", where, page.name);
    } else {
      out.page(std::move(page));
    }
    if (out.stopped()) return;
  }
}

void take(JsonValue value, const std::string& where, const std::string& file, Output& out) {
  if (!value.is_object()) {
    out.skip(SkipReason::broken, "the line is no JSON object", where);
  } else if (text_of(value, "version").find("jsonfeed.org") != std::string::npos) {
    read_feed(value, file, out);
  } else if (auto page = page_of(value, where, file, out)) {
    out.page(std::move(*page));
  }
}

// A document that is spread over lines: one object, an array, a feed.
void read_document(const std::string& text, const std::string& name, Output& out) {
  JsonDocument document;
  if (!document.read(text))
    return out.skip(SkipReason::broken, fmt::format("no JSON: {}", document.error()), name);
  if (!document.root().is_array()) return take(document.root(), name, name, out);
  std::size_t number = 0;
  for (const JsonValue item : document.root()) {
    take(item, fmt::format("{} item {}", name, ++number), name, out);
    if (out.stopped()) return;
  }
}

bool spans_lines(std::string_view head) {
  const auto line = trimmed(head.substr(0, head.find('\n')));
  return line == "{" || line.starts_with("[") ||
         (line.starts_with("{") && !line.ends_with("}") && line.size() < head.size());
}

}  // namespace

void read_json(ByteReader& bytes, const std::string& name, Output& out) {
  // A JSON line may hold escapes six bytes long for each byte of text.
  const auto limit = out.options().largest_page * 6 + (std::size_t{1} << 20);
  if (out.options().from != "jsonl" && spans_lines(bytes.peek(4096))) {
    std::string all;
    if (read_all(bytes, name, limit, out, all)) read_document(all, name, out);
    return;
  }
  JsonDocument document;
  std::string line;
  bool cut = false;
  for (std::size_t number = 1; !out.stopped() && bytes.line(line, limit, cut); ++number) {
    const auto where = fmt::format("{}:{}", name, number);
    if (cut) {
      out.skip(SkipReason::too_large, "the line is longer than one report may be (--max-size)", where);
      continue;
    }
    if (trimmed(line).empty()) continue;
    if (document.read(line)) {
      take(document.root(), where, name, out);
    } else {
      out.skip(SkipReason::broken, fmt::format("the line is no JSON: {}", document.error()), where);
    }
  }
}

}  // namespace tally::page
