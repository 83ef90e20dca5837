// See html_article.h.
#include "page/html_article.h"

#include <array>
#include <optional>

#include "page/characters.h"
#include "page/dateline.h"
#include "page/decode.h"
#include "page/html_blocks.h"
#include "page/html_document.h"
#include "page/html_entities.h"
#include "page/html_main.h"
#include "page/html_metadata.h"
#include "page/language.h"
#include "page/numbered.h"
#include "page/page_words.h"
#include "tally/similarity.h"
#include "tally/utf8.h"

namespace tally::page {
namespace {

// Less text than this is looked for in what browsers without scripts would show.
constexpr std::size_t kLittleText = 200;
// A report of which less than this was found is taken from where the page tells it to machines.
constexpr double kToldShare = 0.4;
constexpr std::uint32_t kLeastShingles = 30;

struct HtmlSource {
  html::Document document;
  html::Blocks blocks;
  html::Tables tables;
  HtmlSource(std::string_view text, bool scripts)
      : document(text, scripts), blocks(html::find_blocks(document)), tables(document, blocks) {}
};

// Writes text with white space folded and keeps where every stretch came from.
class Writer {
 public:
  explicit Writer(const html::Document& document) : document_(document) {}

  void begin_block(std::string_view separator) {
    if (!text_.empty()) text_ += separator;
    begin_ = static_cast<std::uint32_t>(text_.size());
    space_ = false;
  }

  void add(const html::Node& node) {
    if (node.tag != html::Tag::text) {
      if (text_.size() > begin_) line_break_ = true;
      return;
    }
    const auto raw = document_.raw(node.span);
    for (std::size_t i = 0; i < raw.size();) {
      std::size_t taken = 0;
      std::string_view words;
      if (raw[i] == '&' && !node.literal) {
        decoded_.clear();
        taken = html::read_reference(raw.substr(i), false, decoded_);
        words = decoded_;
      }
      if (taken == 0) {
        taken = plain_run(raw, i, node.literal);
        words = raw.substr(i, taken);
      }
      put(words, {node.span.begin + static_cast<std::uint32_t>(i),
                  node.span.begin + static_cast<std::uint32_t>(i + taken)});
      i += taken;
    }
  }

  [[nodiscard]] Span end_block() const { return {begin_, static_cast<std::uint32_t>(text_.size())}; }
  std::string take_text() { return std::move(text_); }
  std::vector<SourceRun> take_runs() { return std::move(runs_); }

 private:
  // How many bytes from `at` on are neither white space nor a reference; at least one character.
  static std::size_t plain_run(std::string_view raw, std::size_t at, bool literal) {
    // Bytes that may end a run: white space, "&", and the first of wider spaces.
    static constexpr std::array<bool, 256> kMayEnd = [] {
      std::array<bool, 256> may{};
      for (const char c : {' ', '\t', '\n', '\r', '\f', '\v', '&', '\xC2', '\xE2', '\xE3'})
        may[static_cast<unsigned char>(c)] = true;
      return may;
    }();
    auto end = at;
    for (; end < raw.size(); ++end) {
      const char c = raw[end];
      if (!kMayEnd[static_cast<unsigned char>(c)]) continue;
      if (is_space(c) || (c == '&' && !literal && end != at)) break;
      if (wide_space(raw.substr(end)) > 0) break;
    }
    if (end > at) return end - at;
    return is_space(raw[at]) ? 1 : wide_space(raw.substr(at));
  }

  void put(std::string_view words, Span page) {
    const bool blank = (words.size() == 1 && is_space(words[0])) || wide_space(words) == words.size() ||
                       words == "\xC2\xAD" || words == "\xE2\x80\x8B";
    if (blank) {
      if (words != "\xC2\xAD" && words != "\xE2\x80\x8B") space_ = true;
      return;
    }
    if (text_.size() > begin_ && (space_ || line_break_)) {
      text_ += line_break_ ? '\n' : ' ';
    }
    space_ = line_break_ = false;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += words;
    const Span text{begin, static_cast<std::uint32_t>(text_.size())};
    if (!runs_.empty()) {
      auto& last = runs_.back();
      const auto gap = text.begin - last.text.end;
      const bool linear = last.text.size() == last.page.size() && text.size() == page.size();
      if (linear && gap <= 1 && page.begin - last.page.end == gap) {
        last.text.end = text.end;
        last.page.end = page.end;
        return;
      }
    }
    runs_.push_back({text, page});
  }

  const html::Document& document_;
  std::string text_;
  std::string decoded_;
  std::vector<SourceRun> runs_;
  std::uint32_t begin_ = 0;
  bool space_ = false, line_break_ = false;
};

// Runs text → decoded page, and decoded page → bytes: runs text → bytes.
std::vector<SourceRun> compose(const std::vector<SourceRun>& outer, const std::vector<SourceRun>& inner) {
  if (inner.empty()) return outer;
  std::vector<SourceRun> runs;
  runs.reserve(outer.size());
  std::size_t at = 0;
  for (const auto& run : outer) {
    while (at < inner.size() && inner[at].text.end <= run.page.begin) ++at;
    auto i = at;
    SourceRun whole = run;
    const auto place = [&](std::uint32_t position, bool end) {
      const auto& found = inner[std::min(i, inner.size() - 1)];
      if (found.text.size() == found.page.size()) return found.page.begin + (position - found.text.begin);
      return end ? found.page.end : found.page.begin;
    };
    whole.page.begin = place(run.page.begin, false);
    while (i < inner.size() && inner[i].text.end < run.page.end) ++i;
    whole.page.end = place(run.page.end, true);
    runs.push_back(whole);
  }
  return runs;
}

// Cells of a row are set apart by tabs, rows by line breaks, other blocks by blank lines.
std::string_view separator(const std::optional<html::Cell>& cell, const std::optional<html::Cell>& before) {
  if (!cell || !before || cell->table != before->table) return "\n\n";
  return cell->row == before->row ? "\t" : "\n";
}

void write_blocks(const HtmlSource& source, const html::MainText& main, Article& article, Writer& writer) {
  std::optional<html::Cell> before;
  html::NodeId table = html::kNoNode;
  std::uint16_t tables = 0;
  for (std::size_t i = 0; i < main.blocks.size(); ++i) {
    const auto& text = source.blocks.blocks[main.blocks[i]];
    const auto cell = main.kinds[i] == BlockKind::table_cell ? source.tables.cell_of(text) : std::nullopt;
    writer.begin_block(separator(cell, before));
    for (auto p = text.pieces.begin; p < text.pieces.end; ++p)
      writer.add(source.document[source.blocks.pieces[p]]);
    auto& block = article.blocks.emplace_back();
    block.span = writer.end_block();
    block.kind = main.kinds[i];
    if (cell) {
      if (cell->table != table) ++tables;
      table = cell->table;
      block.table = tables;
      block.row = cell->row;
      block.column = cell->column;
    }
    before = cell;
  }
  html::set_heads(article.blocks);
}

// The agency that the first paragraphs' dateline or the byline names.
void find_credit(Article& article) {
  auto& credit = article.info.credit;
  for (std::size_t i = 0; i < article.blocks.size() && i < 4 && credit.empty(); ++i) {
    if (const auto line = read_dateline(article.text(article.blocks[i].span))) credit = line->agency;
  }
  if (credit.empty()) credit = agency_named(lower_ascii(article.info.byline));
}

// The report as the page tells it to machines, paragraph by paragraph. Its way back is to where the script
// stands that says so.
Article told_to_machines(std::string_view body, std::string_view page, ArticleInfo info) {
  std::string text;
  std::vector<Span> paragraphs;
  while (!body.empty()) {
    const auto line = trimmed(body.substr(0, body.find('\n')));
    body.remove_prefix(
        std::min(body.size(), body.find('\n') == std::string_view::npos ? body.size() : body.find('\n') + 1));
    if (line.empty()) continue;
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    paragraphs.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  Article article(std::move(text));
  for (const Span paragraph : paragraphs) {
    auto& block = article.blocks.emplace_back();
    block.span = paragraph;
    block.kind = BlockKind::paragraph;
  }
  article.info = std::move(info);
  const auto place = page.find("\"articleBody\"");
  if (place != std::string_view::npos && !article.text().empty()) {
    const auto at = static_cast<std::uint32_t>(place);
    article.source.push_back({{0, static_cast<std::uint32_t>(article.text().size())}, {at, at + 13}});
  }
  return article;
}

// How much of a text stands in another, by shingles of three words; 1 for texts too short to say.
double share_within(std::string_view part, std::string_view whole) {
  const auto a = signature_of(part), b = signature_of(whole);
  if (a.shingles < kLeastShingles) return 1.0;
  const double alike = similarity(a, b);
  return alike / (1 + alike) * (static_cast<double>(a.shingles) + b.shingles) / a.shingles;
}

Article read_decoded(std::string_view text, bool scripts, const ArticleInfo& given) {
  const HtmlSource source(text, scripts);
  const auto& [document, blocks, tables] = source;
  auto info = given;
  const std::string body = html::find_metadata(document, blocks, info);
  const auto main = html::find_main_text(document, blocks, tables, lower_ascii(info.title));
  html::find_printed_dates(document, blocks, main, info);
  Article drawn;
  Writer writer(document);
  write_blocks(source, main, drawn, writer);
  Article article(writer.take_text());
  article.blocks = std::move(drawn.blocks);
  article.info = std::move(info);
  article.source = writer.take_runs();
  // Short blocks that hold next to nothing of what the page calls its report are other blocks.
  const bool plain = body.find("</") == std::string::npos;
  if (plain && body.size() > kLittleText && article.text().size() * 2 < body.size() &&
      share_within(body, article.text()) < kToldShare)
    article = told_to_machines(body, text, std::move(article.info));
  mark_numbered(article);
  find_credit(article);
  return article;
}

}  // namespace

Result<Article> read_html(const Page& page, const ArticleInfo& given) {
  const auto charset = page.charset.empty() ? declared_charset(page.bytes) : page.charset;
  const auto decoded = decode_lenient(page.bytes, charset);
  auto article = read_decoded(decoded.text, true, given);
  if (article.text().size() < kLittleText && decoded.text.find("<noscript") != std::string::npos) {
    auto other = read_decoded(decoded.text, false, given);
    if (other.text().size() > article.text().size() * 2) article = std::move(other);
  }
  article.source = compose(article.source, decoded.runs);
  if (article.info.language.empty()) article.info.language = language_of(article.text());
  return article;
}

}  // namespace tally::page
