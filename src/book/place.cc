// From a span of an article back to the bytes of its page, by the map that was kept when it was read.
#include <algorithm>

#include "book/pack.h"
#include "book/store.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestShown = 400;

// The byte of the page that a byte of the text came from; its end for an end of a span.
std::uint32_t page_byte(const SourceRun& run, std::uint32_t at, bool end) {
  const bool straight = run.text.size() == run.page.size();
  const auto inside = std::clamp(at, run.text.begin, run.text.end) - run.text.begin;
  if (straight) return run.page.begin + inside;
  return end ? run.page.end : run.page.begin;
}

Span on_page(const std::vector<SourceRun>& runs, Span text) {
  if (runs.empty()) return text;
  const auto first =
      std::ranges::find_if(runs, [&](const SourceRun& run) { return run.text.end > text.begin; });
  if (first == runs.end()) return {};
  auto last = first;
  while (last + 1 != runs.end() && (last + 1)->text.begin < text.end) ++last;
  return {page_byte(*first, text.begin, false), page_byte(*last, text.end, true)};
}

}  // namespace

Result<PagePlace> Book::place_in_page(const Id& document, Span text) {
  Statement row(store_->database,
                "SELECT p.sha256, p.size, p.media_type, p.bytes, a.source_map FROM documents d "
                "JOIN pages p ON p.sha256 = d.page JOIN articles a ON a.document = d.id WHERE d.id = ?");
  row.bind(1, document);
  if (!row.step()) return fail(ErrorCode::not_found, "no page of this report is kept", document);
  PagePlace place;
  place.page = std::string(row.text(0));
  place.media_type = std::string(row.text(2));
  const auto bytes = decompress(row.text(3), static_cast<std::size_t>(row.integer(1)));
  if (!bytes) return std::unexpected(bytes.error());
  place.span = on_page(unpack(row.text(4)), text);
  place.span.end = std::min(place.span.end, static_cast<std::uint32_t>(bytes->size()));
  place.span.begin = std::min(place.span.begin, place.span.end);
  place.bytes = bytes->substr(place.span.begin, std::min(place.span.size(), kLongestShown));
  return place;
}

}  // namespace tally
