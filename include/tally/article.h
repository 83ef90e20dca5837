// The document: one immutable text and layers of annotations that point into it.
//
//   bytes of the page → text → blocks → sentences → tokens → amounts, dates, names, quotes
//                     → chunks → clauses → claims
//
// Each stage of the pipeline reads layers and adds one; none alters the text. The chain claim →
// mentions → span → page bytes and hash is the provenance; there is no other. Links are
// indices, never pointers, so an Article can be moved and copied freely.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tally/claim.h"
#include "tally/edtf.h"
#include "tally/mention.h"
#include "tally/span.h"
#include "tally/syntax.h"

namespace tally {

// How a date of publication is known: given from outside, found on the page, or inferred from
// what the text equates ("today, 28 February") or, by the record, from other reports.
enum class DateBasis : std::uint8_t { unknown, given, found, inferred };
[[nodiscard]] std::string_view name(DateBasis basis);

struct Publication {
  Date date;
  DateBasis basis = DateBasis::unknown;
  std::string rule;        // where it was found: "json-ld", "dateline", "url" …
  Date modified;           // last change, where the page says
  int second_of_day = -1;  // where the hour is known, for "two hours ago"
};

struct ArticleInfo {
  std::string id;    // as given, or set by the book
  std::string file;  // name without folder
  std::string url;
  std::string title;
  std::string outlet;
  std::string byline;
  std::string section;
  std::string credit;    // agency credit: "AP", "Yonhap"
  std::string language;  // ISO 639-1
  Publication published;
};

// One run of text and where it came from in the page's bytes. Runs are in order of both.
struct SourceRun {
  Span text;
  Span page;
};

// One layer of mentions, sorted by begin. Where they begin is kept beside them once they stay as they are
// (`lay_out`), so that a look-up need not go through the mentions themselves.
class Mentions : public std::vector<Mention> {
 public:
  using std::vector<Mention>::vector;
  Mentions(std::vector<Mention>&& mentions)  // NOLINT(google-explicit-constructor): they are a layer
      : std::vector<Mention>(std::move(mentions)) {}
  void lay_out();
  // The first mention that begins at a byte or after; size() where none does.
  [[nodiscard]] std::size_t first_from(std::uint32_t byte) const;

 private:
  std::vector<std::uint32_t> begins_;
};

class Article {
 public:
  Article() = default;
  explicit Article(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  // The words of a span: the only way back from an annotation to the text.
  [[nodiscard]] std::string_view text(Span span) const {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view text(const Token& token) const { return text(token.span); }
  [[nodiscard]] Span span_of(Range range) const {
    return range.empty() ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }

  ArticleInfo info;
  std::vector<SourceRun> source;  // empty for plain text: the text is the bytes
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  Mentions amounts;  // each layer of mentions is sorted by begin, then longest first
  Mentions dates;
  // Open stretches that words set around a date ("since 2011", "until April"): beside the date, which
  // `dates` has by itself.
  Mentions bounds;
  Mentions names;
  Mentions quotes;
  std::vector<Chunk> chunks;
  std::vector<VerbGroup> verb_groups;  // by chunk, once the clauses are known; of other chunks: no main verb
  std::vector<Clause> clauses;
  std::vector<Claim> claims;

  // Look-ups, laid out with the tokens and the chunks (text/phrases.h): the first token from every so many
  // bytes on, the chunk of each token.
  std::vector<Index> token_steps;
  std::vector<Index> token_chunks;

 private:
  std::string text_;
};

// All mentions of the article in one list, sorted by begin, longest first.
[[nodiscard]] std::vector<Mention> all_mentions(const Article& article);
// The same where they stand, for as long as the article is left as it is.
[[nodiscard]] std::vector<const Mention*> mentions_in_order(const Article& article);

}  // namespace tally
