// See html_metadata.h.
#include "page/html_metadata.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>

#include "page/characters.h"
#include "page/html_hints.h"
#include "page/json_ld.h"
#include "page/page_dates.h"
#include "page/page_words.h"

namespace tally::html {
namespace {

using page::SlashOrder;

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!page::is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(page::trimmed(out));
}

// Letters and digits only, for telling whether two titles are one.
std::string key_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (page::is_word_byte(c)) out += page::to_lower(c);
  }
  return out;
}

enum class DateUse : std::uint8_t { none, published, modified };

// What the name of a meta element or property says of the date it holds.
DateUse use_of(std::string_view name) {
  const auto lower = page::lower_ascii(name);
  const auto has = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
  if (has("expir") || has("birth") || has("event") || has("valid") || has("video") || has("copyright"))
    return DateUse::none;
  if (has("modif") || has("updat") || has("revis") || has("lastmod")) return DateUse::modified;
  const bool dated = has("date") || has("time") || has("pub");
  if (has("publish") || has("pubdate") || has("pub-date") || has("pub_date") || has("issued") ||
      has("created") || has("release")) {
    return dated || has("issued") || has("created") ? DateUse::published : DateUse::none;
  }
  static constexpr std::array<std::string_view, 9> kNames = {
      "date",          "dc.date",      "dcterms.date", "dcsext.articlefirstpublished", "sailthru.date",
      "citation_date", "article.date", "timestamp",    "content_create_date"};
  return std::ranges::find(kNames, lower) != kNames.end() || lower.ends_with(":date") ? DateUse::published
                                                                                      : DateUse::none;
}

class Reader {
 public:
  Reader(const Document& document, const Blocks& blocks, ArticleInfo& info)
      : document_(document), blocks_(blocks), info_(info) {}

  void read() {
    for (NodeId i = 0; i < document_.nodes().size(); ++i) look_at(i);
    set_dates();
    set_title();
    keep(info_.byline, first_of({linked_.author, named("author"), named("article:author"), named("byl"),
                                 named("parsely-author"), author_}));
    keep(info_.outlet, first_of({named("og:site_name"), linked_.publisher, named("application-name"),
                                 named("dc.publisher")}));
    keep(info_.section, first_of({named("article:section"), linked_.section, named("section")}));
    if (info_.language.empty() && language_.size() >= 2)
      info_.language = page::lower_ascii(language_.substr(0, 2));
    keep(info_.url, first_of({canonical_, named("og:url")}));
  }
  [[nodiscard]] std::string take_body() { return std::move(linked_.body); }

 private:
  void look_at(NodeId i) {
    const auto& node = document_[i];
    switch (node.tag) {
      case Tag::html:
        language_ = document_.attribute(node, "lang");
        break;
      case Tag::meta:
        meta(node);
        break;
      case Tag::link:
        if (canonical_.empty() && document_.attribute(node, "rel") == "canonical")
          canonical_ = document_.attribute(node, "href");
        break;
      case Tag::script:
        script(i);
        break;
      case Tag::title:
        if (page_title_.empty()) page_title_ = document_.text(i);
        break;
      case Tag::h1:
        if (headings_.size() < 16) headings_.push_back(i);
        break;
      case Tag::time:
        time(i);
        break;
      default:
        break;
    }
    if (node.attribute_count > 0 && node.tag != Tag::meta && node.tag != Tag::time) property(i);
  }

  void meta(const Node& node) {
    auto name = document_.raw_attribute(node, "property");
    if (!name) name = document_.raw_attribute(node, "name");
    if (!name) name = document_.raw_attribute(node, "itemprop");
    if (!name) name = document_.raw_attribute(node, "http-equiv");
    if (!name) return;
    const auto content = squeezed(document_.attribute(node, "content"));
    if (content.empty()) return;
    auto key = page::lower_ascii(*name);
    const auto use = use_of(key);
    if (use == DateUse::published) offer(published_meta_, content);
    if (use == DateUse::modified) offer(modified_meta_, content);
    meta_.emplace(std::move(key), content);
  }

  void offer(std::string& into, const std::string& content) const {
    if (into.empty() && page::read_date(content)) into = content;
  }

  void script(NodeId i) {
    const auto type = document_.raw_attribute(document_[i], "type");
    if (!type || type->find("ld+json") == std::string_view::npos) return;
    if (i + 1 < document_[i].end) page::read_linked_data(document_.raw(document_[i + 1].span), linked_);
  }

  [[nodiscard]] std::string date_of(NodeId i) const {
    for (const std::string_view name : {"datetime", "content", "data-datetime", "data-date", "title"}) {
      auto value = document_.attribute(document_[i], name);
      if (!value.empty() && page::read_date(value)) return value;
    }
    auto words = document_.text(i);
    return words.size() < 120 && page::read_date(words, order()) ? words : std::string{};
  }

  void time(NodeId i) {
    const auto value = date_of(i);
    if (value.empty()) return;
    const auto& node = document_[i];
    const auto names = page::lower_ascii(
        document_.attribute(node, "itemprop") + " " + document_.attribute(node, "class") + " " +
        document_.attribute(node, "pubdate") + " " + document_.attribute(node, "property"));
    const bool updated = names.find("modif") != std::string::npos || names.find("updat") != std::string::npos;
    if (updated) return offer(modified_time_, value);
    const bool published =
        names.find("publish") != std::string::npos || document_.raw_attribute(node, "pubdate").has_value();
    if (published) offer(published_time_, value);
  }

  // Microdata and RDFa on any element.
  void property(NodeId i) {
    const auto& node = document_[i];
    auto name = document_.raw_attribute(node, "itemprop");
    if (!name) name = document_.raw_attribute(node, "property");
    if (!name) return;
    const auto use = use_of(*name);
    if (use == DateUse::published) offer(published_time_, date_of(i));
    if (use == DateUse::modified) offer(modified_time_, date_of(i));
    if (author_.empty() && *name == "author") {
      author_ = document_.text(i);
      if (author_.size() > 80) author_.clear();
    }
  }

  [[nodiscard]] std::string named(std::string_view name) const {
    const auto found = meta_.find(name);
    return found == meta_.end() || found->second.find("://") != std::string::npos ? std::string{}
                                                                                  : found->second;
  }

  static std::string first_of(std::initializer_list<std::string> candidates) {
    for (const auto& candidate : candidates) {
      if (!candidate.empty()) return candidate;
    }
    return {};
  }

  static void keep(std::string& into, std::string words) {
    if (into.empty()) into = std::move(words);
  }

  [[nodiscard]] SlashOrder order() const {
    const auto lower = page::lower_ascii(language_);
    return lower == "en" || lower.starts_with("en-us") || lower.starts_with("en_us") ? SlashOrder::month_first
                                                                                     : SlashOrder::day_first;
  }

  void set_dates() {
    auto& published = info_.published;
    const auto modified = first_of({linked_.modified, modified_meta_, modified_time_});
    if (const auto date = page::read_date(modified)) published.modified = *date;
    if (published.basis != DateBasis::unknown) return;
    try_date(linked_.published, "json-ld");
    try_date(published_meta_, "meta");
    try_date(published_time_, "time");
    settle_with_url();
  }

  void try_date(const std::string& text, const char* rule) {
    auto& published = info_.published;
    if (published.basis != DateBasis::unknown || text.empty()) return;
    const auto date = page::read_date(text, order());
    if (!date || date->day == 0) return;
    published.date = *date;
    published.basis = DateBasis::found;
    published.rule = rule;
    if (date->day <= 12 && text.substr(0, 10).find('/') != std::string::npos) published.rule += kSlashes;
    const auto zone = page::trimmed(std::string_view(text).substr(0, 40));
    if (zone.ends_with("Z") || zone.ends_with("+00:00") || zone.ends_with("+0000")) published.rule += ", UTC";
  }

  // The date in the address of the page; of an archived copy's address only the original's counts.
  [[nodiscard]] Date url_date() const {
    for (const auto& url : {info_.url, canonical_}) {
      const auto path = url.rfind("://");
      if (path == std::string::npos) continue;
      const auto rest = std::string_view(url).substr(path + 3);
      for (const auto& found : page::find_page_dates(rest, SlashOrder::day_first, 4)) {
        const bool stamp =
            found.span.end < rest.size() && page::is_digit(rest[found.span.end]);  // an archive's
        if (found.date.day != 0 && !stamp) return found.date;
      }
    }
    return {};
  }

  // Machines write the time in Greenwich, editors the day in the address: where the two are a day
  // apart, the address has the page's own day.
  void settle_with_url() {
    const auto url = url_date();
    auto& published = info_.published;
    if (!url.known()) return;
    const bool neighbours = published.basis == DateBasis::found && published.date.day != 0 &&
                            std::abs((url.first_day() - published.date.first_day()).count()) == 1;
    if (published.basis == DateBasis::unknown || neighbours) {
      published.date = url;
      published.basis = DateBasis::found;
      published.rule = "url";
    }
  }

  // The heading that the page's own title begins with or holds; else what the head of the page says.
  void set_title() {
    if (!info_.title.empty()) return;
    const auto social =
        first_of({named("og:title"), named("twitter:title"), named("title"), named("dc.title")});
    const auto whole = key_of(page_title_ + " " + social + " " + linked_.headline);
    std::string longest;
    for (const auto heading : headings_) {
      auto words = document_.text(heading);
      const auto key = key_of(words);
      if (key.size() < 4 || words.size() > 300) continue;
      if (whole.find(key) != std::string::npos && words.size() > longest.size() && key != key_of(outlet()))
        longest = words;
    }
    if (longest.empty() && headings_.size() == 1) {
      auto words = document_.text(headings_.front());
      if (words.size() > 10 && words.size() < 300 && key_of(words) != key_of(outlet())) longest = words;
    }
    if (longest.empty()) longest = without_outlet(first_of({linked_.headline, social, page_title_}));
    if (longest.empty() && !headings_.empty()) longest = document_.text(headings_.front());
    info_.title = longest;
  }

  [[nodiscard]] std::string outlet() const { return first_of({named("og:site_name"), linked_.publisher}); }

  // "Wells run dry | The Lamp" → "Wells run dry"
  [[nodiscard]] std::string without_outlet(const std::string& title) const {
    std::size_t cut = std::string::npos;
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "}) {
      const auto at = title.rfind(mark);
      if (at == std::string::npos || at < 10) continue;
      const auto rest = std::string_view(title).substr(at + mark.size());
      const bool is_outlet = !outlet().empty() && key_of(rest) == key_of(outlet());
      const auto words = std::count(rest.begin(), rest.end(), ' ') + 1;
      if (is_outlet || (words <= 4 && rest.size() * 2 < at))
        cut = cut == std::string::npos ? at : std::min(cut, at);
    }
    return std::string(page::trimmed(std::string_view(title).substr(0, cut)));
  }

  const Document& document_;
  [[maybe_unused]] const Blocks& blocks_;
  ArticleInfo& info_;
  std::map<std::string, std::string, std::less<>> meta_;
  page::LinkedData linked_;
  std::string language_, canonical_, page_title_, author_;
  std::string published_meta_, modified_meta_, published_time_, modified_time_;
  std::vector<NodeId> headings_;
};

}  // namespace

std::string find_metadata(const Document& document, const Blocks& blocks, ArticleInfo& info) {
  Reader reader(document, blocks, info);
  reader.read();
  return reader.take_body();
}

}  // namespace tally::html
