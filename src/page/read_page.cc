// One page → one article: what it is, how it is encoded, and then the reader of its kind.
#include <fmt/core.h>

#include "page/decode.h"
#include "page/html_article.h"
#include "page/language.h"
#include "page/plain_text.h"
#include "page/sniff.h"
#include "page/stages.h"

namespace tally {
namespace {

std::string where(const Page& page) {
  // The path tells more than the name that was cut out of it.
  if (!page.name.empty() && page.path.ends_with(page.name)) return page.path;
  const std::string& name = page.name.empty() ? page.url : page.name;
  return page.path.empty() || page.path == name ? name : page.path + ": " + name;
}

Result<page::Kind> kind_of(const Page& page, const ReadOptions& options) {
  if (page.bytes.empty()) return fail(ErrorCode::empty, "the file is empty", where(page));
  if (page.bytes.size() > options.largest_page) {
    return fail(ErrorCode::too_large,
                fmt::format("{} bytes are more than the {} that one report may have (--max-size)",
                            page.bytes.size(), options.largest_page),
                where(page));
  }
  const auto declared = page::kind_of_media_type(page.media_type);
  const auto kind = page::sniff(page.bytes);
  if (kind == page::Kind::empty) return fail(ErrorCode::empty, "nothing but white space in it", where(page));
  if (declared == page::Kind::text)
    return page.bytes.find('\0') == std::string::npos || kind == page::Kind::text ? declared
                                                                                  : page::Kind::binary;
  if (declared == page::Kind::html) return declared;
  return kind;
}

void take_given(Article& article, const Page& page, const ReadOptions& options) {
  auto& info = article.info;
  info.file = page.name;
  info.url = page.url;
  info.title = page.title;
  info.outlet = page.outlet;
  info.language = options.language;
  if (page.published.empty()) return;
  if (const auto period = Period::parse(page.published)) {
    info.published.date = period->from;
    info.published.second_of_day = second_of_day(page.published).value_or(-1);
    info.published.basis = DateBasis::given;
    info.published.rule = "given";
  }
}

Result<Article> read_text(const Page& page, const ReadOptions& options) {
  auto decoded = page::decode_strict(page.bytes, page.charset);
  if (!decoded) return fail(decoded.error().code, decoded.error().what, where(page));
  if (const auto nul = decoded->text.find('\0'); nul != std::string::npos) {
    return fail(ErrorCode::not_text, fmt::format("byte {} is NUL: this is no text", nul), where(page));
  }
  Article article(std::move(decoded->text));
  article.source = std::move(decoded->runs);
  take_given(article, page, options);
  page::mark_plain_text(article, page);
  if (article.info.language.empty()) article.info.language = page::language_of(article.text());
  return article;
}

}  // namespace

Result<Article> read_page(const Page& page, const ReadOptions& options) {
  const auto kind = kind_of(page, options);
  if (!kind) return std::unexpected(kind.error());
  switch (*kind) {
    case page::Kind::html: {
      Article given;
      take_given(given, page, options);
      return page::read_html(page, given.info);
    }
    case page::Kind::binary:
      return fail(ErrorCode::not_text, "the file is binary, not text", where(page));
    case page::Kind::pdf:
    case page::Kind::zip:
    case page::Kind::gzip:
    case page::Kind::zstd:
    case page::Kind::warc:
      return fail(ErrorCode::not_text,
                  "a container, not one page: open it with the readers of tally/reader.h", where(page));
    default:
      return read_text(page, options);
  }
}

}  // namespace tally
