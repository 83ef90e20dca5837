// RSS 0.9–2.0, RSS 1.0 (RDF) and Atom 1.0 → pages, one an entry, with full or partial content. Entities of
// a document type are left as they stand and no external one is opened (pugixml knows none).
#include <fmt/core.h>
#include <pugixml.hpp>

#include <optional>
#include <vector>

#include "page/characters.h"
#include "page/container.h"
#include "page/page_dates.h"

namespace tally::page {
namespace {

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// All character data below a node; of Atom's xhtml content the mark-up itself.
std::string content_of(const pugi::xml_node& node) {
  if (std::string_view(node.attribute("type").value()) == "xhtml") {
    struct Writer : pugi::xml_writer {
      std::string out;
      void write(const void* data, std::size_t size) override {
        out.append(static_cast<const char*>(data), size);
      }
    } writer;
    for (const auto& child : node.children()) child.print(writer, "", pugi::format_raw);
    return writer.out;
  }
  std::string text;
  for (const auto& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return std::string(trimmed(text));
}

std::string first(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    for (const auto& child : node.children()) {
      if (name == child.name() ||
          (name.find(':') == std::string_view::npos &&
           std::string_view(child.name()).find(':') == std::string_view::npos && name == local_name(child))) {
        auto content = content_of(child);
        if (!content.empty()) return content;
      }
    }
  }
  return {};
}

std::string link_of(const pugi::xml_node& item) {
  auto link = first(item, {"link"});
  for (const auto& child : item.children("link")) {
    const std::string_view rel = child.attribute("rel").value();
    if (link.empty() && (rel.empty() || rel == "alternate")) link = child.attribute("href").value();
  }
  if (link.empty()) link = first(item, {"guid"});
  return link.find("://") == std::string::npos ? std::string{} : link;
}

void take(const pugi::xml_node& item, const std::string& outlet, const std::string& where, Output& out) {
  Page page;
  page.bytes = first(item, {"content:encoded", "content", "description", "summary"});
  page.url = link_of(item);
  page.title = first(item, {"title"});
  page.outlet = outlet;
  page.charset = "utf-8";
  if (const auto date = read_date(first(item, {"pubDate", "published", "dc:date", "issued", "updated"})))
    page.published = date->to_string();
  page.name = page.url.empty() ? first(item, {"guid", "id"}) : page.url;
  if (page.name.empty()) page.name = where;
  if (page.bytes.empty()) return out.skip(SkipReason::empty, "no content in the entry", where, page.name);
  const bool html = page.bytes.find('<') != std::string::npos || page.bytes.find("&#") != std::string::npos;
  page.media_type = html ? "text/html" : "text/plain";
  out.page(std::move(page));
}

void collect(const pugi::xml_node& node, std::vector<pugi::xml_node>& items, std::string& outlet, int depth) {
  for (const auto& child : node.children()) {
    const auto name = local_name(child);
    if (name == "item" || name == "entry") {
      items.push_back(child);
    } else if (name == "title" && outlet.empty()) {
      outlet = content_of(child);
    } else if (depth < 3 && (name == "rss" || name == "channel" || name == "feed" || name == "RDF")) {
      collect(child, items, outlet, depth + 1);
    }
  }
}

}  // namespace

void read_feed(const std::string& xml, const std::string& name, Output& out) {
  pugi::xml_document document;
  const auto result = document.load_buffer(xml.data(), xml.size());
  std::vector<pugi::xml_node> items;
  std::string outlet;
  collect(document, items, outlet, 0);
  std::size_t number = 0;
  for (const auto& item : items) {
    take(item, outlet, fmt::format("{} entry {}", name, ++number), out);
    if (out.stopped()) return;
  }
  // What stood before a fault was read; the fault is told all the same.
  if (!result)
    return out.skip(SkipReason::broken,
                    fmt::format("the feed is broken at byte {}: {}", result.offset, result.description()),
                    name);
  if (items.empty()) out.skip(SkipReason::no_article, "no entry in the feed", name);
}

}  // namespace tally::page
