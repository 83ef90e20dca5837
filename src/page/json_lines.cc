// JSON Lines → pages: one object a line, {"id", "text" or "html", "url", "title", "published" …},
// under the names that ReaderOptions::fields gives. Also one object, an array of such objects, and
// JSON Feed 1.1 (jsonfeed.org).
#include <fmt/core.h>
#include <simdjson.h>

#include <optional>

#include "page/characters.h"
#include "page/container.h"

namespace tally::page {
namespace {

using Object = simdjson::dom::object;

std::string text_of(const Object& object, std::string_view key) {
  const auto value = object[key];
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  std::int64_t number = 0;
  if (value.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
  return {};
}

// The id that an object gives itself; a number stays the JSON that it is.
struct JsonId {
  std::string text;
  bool is_json = false;
};

JsonId id_of(const Object& object, std::string_view key) {
  simdjson::dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return {std::string(text)};
  if (value.is_number()) return {simdjson::to_string(value), true};
  return {};
}

// The page that an object tells of; nullopt (and a skip) where it tells of none.
std::optional<Page> page_of(const Object& object, const std::string& where, const std::string& file,
                            Output& out) {
  const auto& fields = out.options().fields;
  Page page;
  auto [id, is_json] = id_of(object, fields.id);
  page.name = std::move(id);
  page.json_id = is_json;
  std::string_view body;
  const bool has_html = object[fields.html].get_string().get(body) == simdjson::SUCCESS;
  const bool has_text = !has_html && object[fields.text].get_string().get(body) == simdjson::SUCCESS;
  if (!has_html && !has_text) {
    out.skip(SkipReason::broken, fmt::format("neither \"{}\" nor \"{}\" in it", fields.text, fields.html),
             where, page.name, page.json_id);
    return std::nullopt;
  }
  if (body.size() > out.options().largest_page) {
    out.skip(SkipReason::too_large,
             fmt::format("{} bytes are more than one report may have (--max-size)", body.size()), where,
             page.name, page.json_id);
    return std::nullopt;
  }
  page.bytes = body;
  page.media_type = has_html ? "text/html" : "text/plain";
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
void read_feed(const Object& feed, const std::string& name, Output& out) {
  simdjson::dom::array items;
  if (feed["items"].get_array().get(items) != simdjson::SUCCESS) return;
  const auto outlet = text_of(feed, "title");
  std::size_t number = 0;
  for (const auto element : items) {
    ++number;
    const auto where = fmt::format("{} item {}", name, number);
    Object item;
    if (element.get_object().get(item) != simdjson::SUCCESS) {
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

void take(const simdjson::dom::element& element, const std::string& where, const std::string& file,
          Output& out) {
  Object object;
  if (element.get_object().get(object) != simdjson::SUCCESS) {
    out.skip(SkipReason::broken, "the line is no JSON object", where);
  } else if (text_of(object, "version").find("jsonfeed.org") != std::string::npos) {
    read_feed(object, file, out);
  } else if (auto page = page_of(object, where, file, out)) {
    out.page(std::move(*page));
  }
}

// A document that is spread over lines: one object, an array, a feed.
void read_document(simdjson::dom::parser& parser, const std::string& text, const std::string& name,
                   Output& out) {
  simdjson::dom::element element;
  if (const auto error = parser.parse(text).get(element); error != simdjson::SUCCESS) {
    out.skip(SkipReason::broken, fmt::format("no JSON: {}", simdjson::error_message(error)), name);
    return;
  }
  simdjson::dom::array array;
  if (element.get_array().get(array) != simdjson::SUCCESS) return take(element, name, name, out);
  std::size_t number = 0;
  for (const auto item : array) {
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
  simdjson::dom::parser parser;
  // A JSON line may hold escapes six bytes long for each byte of text.
  const auto limit = out.options().largest_page * 6 + (std::size_t{1} << 20);
  if (out.options().from != "jsonl" && spans_lines(bytes.peek(4096))) {
    std::string all;
    if (read_all(bytes, name, limit, out, all)) read_document(parser, all, name, out);
    return;
  }
  std::string line;
  bool cut = false;
  for (std::size_t number = 1; !out.stopped() && bytes.line(line, limit, cut); ++number) {
    const auto where = fmt::format("{}:{}", name, number);
    if (cut) {
      out.skip(SkipReason::too_large, "the line is longer than one report may be (--max-size)", where);
      continue;
    }
    if (trimmed(line).empty()) continue;
    simdjson::dom::element element;
    if (const auto error = parser.parse(line).get(element); error != simdjson::SUCCESS) {
      out.skip(SkipReason::broken, fmt::format("the line is no JSON: {}", simdjson::error_message(error)),
               where);
    } else {
      take(element, where, name, out);
    }
  }
}

}  // namespace tally::page
