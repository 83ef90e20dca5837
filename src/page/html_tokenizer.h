// Bytes of an HTML page → tags and runs of character data, after the tokenization rules of the
// WHATWG HTML standard (13.2.5), with byte offsets and nothing decoded or copied.
//
//   <p class="x">A &amp; b</p>
//   0           13       22      start tag p {0,13}, text {13,22}, end tag p {22,26}
//
// Tokens are views into the page. Every byte is looked at a bounded number of times.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "page/html_tag.h"
#include "tally/span.h"

namespace tally::html {

enum class TokenType : std::uint8_t { text, start_tag, end_tag };

struct Attribute {
  Span name;
  Span value;  // without quotes, undecoded; empty where there is none
};

struct HtmlToken {
  TokenType type = TokenType::text;
  Tag tag = Tag::unknown;
  bool self_closing = false;
  bool literal = false;  // text in which references are not decoded (script, style, CDATA)
  Span span;
};

class Tokenizer {
 public:
  // `scripts`: whether scripts would run, so that the content of <noscript> is not looked at.
  explicit Tokenizer(std::string_view page, bool scripts = true) : page_(page), scripts_(scripts) {}

  // The next token; false at the end. Comments, doctypes and broken tags are passed over.
  bool next(HtmlToken& token);
  // Of the last start tag, until the next token is taken.
  [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }
  // Whether the element that is open now is SVG or MathML: no raw text there, but CDATA.
  void set_foreign(bool foreign) { foreign_ = foreign; }
  // Called after a start tag that was let stand: how the text after it is to be read.
  void enter(Tag tag);

 private:
  enum class Mode : std::uint8_t { data, rcdata, rawtext, script, plaintext };

  bool raw_text(HtmlToken& token);
  bool markup(HtmlToken& token, bool& skipped);
  bool tag(HtmlToken& token, std::size_t name_begin, TokenType type);
  void skip_declaration();
  void skip_to(char c, std::size_t from);
  [[nodiscard]] std::size_t end_of_raw(std::size_t from) const;
  [[nodiscard]] std::size_t end_of_script(std::size_t from) const;
  [[nodiscard]] std::size_t end_of_script_comment(std::size_t from) const;
  [[nodiscard]] bool closes(std::size_t at, std::string_view name) const;
  void read_attributes(std::size_t at, HtmlToken& token);
  [[nodiscard]] std::size_t read_value(std::size_t at, Span& value) const;

  std::string_view page_;
  std::size_t at_ = 0;
  Mode mode_ = Mode::data;
  std::string_view raw_name_;
  bool scripts_ = true;
  bool foreign_ = false;
  std::vector<Attribute> attributes_;
};

}  // namespace tally::html
