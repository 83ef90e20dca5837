// See html_tokenizer.h. The states of the standard are folded into a few loops over memchr.
#include "page/html_tokenizer.h"

#include <algorithm>

#include "page/characters.h"

namespace tally::html {
namespace {

using page::to_lower;

constexpr auto kNone = std::string_view::npos;

bool is_ascii_letter(char c) {
  return page::is_lower(c) || page::is_upper(c);
}
bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool starts_with_name(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (to_lower(text[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

void Tokenizer::enter(Tag tag) {
  if (foreign_) return;
  switch (tag) {
    case Tag::title:
      mode_ = Mode::rcdata;
      raw_name_ = "title";
      break;
    case Tag::textarea:
      mode_ = Mode::rcdata;
      raw_name_ = "textarea";
      break;
    case Tag::style:
      mode_ = Mode::rawtext;
      raw_name_ = "style";
      break;
    case Tag::xmp:
      mode_ = Mode::rawtext;
      raw_name_ = "xmp";
      break;
    case Tag::iframe:
      mode_ = Mode::rawtext;
      raw_name_ = "iframe";
      break;
    case Tag::noembed:
      mode_ = Mode::rawtext;
      raw_name_ = "noembed";
      break;
    case Tag::noframes:
      mode_ = Mode::rawtext;
      raw_name_ = "noframes";
      break;
    case Tag::noscript:
      if (!scripts_) break;
      mode_ = Mode::rawtext;
      raw_name_ = "noscript";
      break;
    case Tag::script:
      mode_ = Mode::script;
      raw_name_ = "script";
      break;
    case Tag::plaintext:
      mode_ = Mode::plaintext;
      break;
    default:
      break;
  }
}

bool Tokenizer::closes(std::size_t at, std::string_view name) const {
  if (at + 2 + name.size() > page_.size() || page_[at + 1] != '/') return false;
  if (!starts_with_name(page_.substr(at + 2), name)) return false;
  const auto end = at + 2 + name.size();
  return end < page_.size() && (is_html_space(page_[end]) || page_[end] == '/' || page_[end] == '>');
}

std::size_t Tokenizer::end_of_raw(std::size_t from) const {
  for (auto at = page_.find('<', from); at != kNone; at = page_.find('<', at + 1)) {
    if (closes(at, raw_name_)) return at;
  }
  return page_.size();
}

// Script data knows comments: within <!-- a <script> hides the next </script>.
std::size_t Tokenizer::end_of_script(std::size_t from) const {
  for (auto at = page_.find('<', from); at != kNone; at = page_.find('<', at + 1)) {
    if (closes(at, "script")) return at;
    if (!page_.substr(at).starts_with("<!--")) continue;
    at = end_of_script_comment(at);
    if (at >= page_.size() || page_[at] == '<') return at;
  }
  return page_.size();
}

// From "<!--": the last byte of its "-->", or the '<' of the end tag that ends the script within.
std::size_t Tokenizer::end_of_script_comment(std::size_t from) const {
  bool nested = false;
  // The dashes may already belong to the end: "<!-->".
  for (auto at = page_.find_first_of("<-", from + 2); at != kNone; at = page_.find_first_of("<-", at + 1)) {
    const auto rest = page_.substr(at);
    if (rest.starts_with("-->")) return at + 2;
    if (rest.front() == '-') continue;
    if (closes(at, "script")) {
      if (!nested) return at;
      nested = false;
    } else if (!nested && starts_with_name(rest, "<script") && rest.size() > 7 &&
               (is_html_space(rest[7]) || rest[7] == '/' || rest[7] == '>')) {
      nested = true;
    }
  }
  return page_.size();
}

bool Tokenizer::raw_text(HtmlToken& token) {
  const auto begin = at_;
  const auto mode = mode_;
  if (mode == Mode::plaintext) {
    at_ = page_.size();
  } else {
    at_ = mode == Mode::script ? end_of_script(begin) : end_of_raw(begin);
    mode_ = Mode::data;
  }
  if (at_ == begin) return false;
  token = {TokenType::text, Tag::text, false, mode != Mode::rcdata, span(begin, at_)};
  return true;
}

bool Tokenizer::next(HtmlToken& token) {
  if (mode_ != Mode::data && raw_text(token)) return true;
  while (at_ < page_.size()) {
    if (page_[at_] == '<') {
      bool skipped = false;
      if (markup(token, skipped)) return true;
      if (skipped) continue;
    }
    const auto begin = at_;
    auto end = page_.find('<', at_ + 1);
    // A '<' that begins no markup is text.
    while (end != kNone && end + 1 < page_.size() && !is_ascii_letter(page_[end + 1]) &&
           page_[end + 1] != '/' && page_[end + 1] != '!' && page_[end + 1] != '?') {
      end = page_.find('<', end + 1);
    }
    if (end != kNone && (end + 1 == page_.size() || (page_[end + 1] == '/' && end + 2 == page_.size())))
      end = kNone;
    at_ = end == kNone ? page_.size() : end;
    token = {TokenType::text, Tag::text, false, false, span(begin, at_)};
    return true;
  }
  return false;
}

// At '<'. True: a token. `skipped`: something that yields none was passed over. Neither: text.
bool Tokenizer::markup(HtmlToken& token, bool& skipped) {
  const auto rest = page_.substr(at_);
  if (rest.size() < 2) return false;
  if (is_ascii_letter(rest[1])) {
    skipped = true;
    return tag(token, at_ + 1, TokenType::start_tag);
  }
  if (rest[1] == '/') {
    if (rest.size() < 3) return false;
    skipped = true;
    if (is_ascii_letter(rest[2])) return tag(token, at_ + 2, TokenType::end_tag);
    skip_to('>', at_ + 2);
    return false;
  }
  if (rest[1] == '!' && foreign_ && rest.starts_with("<![CDATA[")) {
    const auto begin = at_ + 9;
    const auto end = page_.find("]]>", begin);
    at_ = end == kNone ? page_.size() : end + 3;
    skipped = true;
    token = {TokenType::text, Tag::text, false, true, span(begin, end == kNone ? page_.size() : end)};
    return !token.span.empty();
  }
  if (rest[1] == '!') {
    skip_declaration();
    skipped = true;
  } else if (rest[1] == '?') {
    skip_to('>', at_ + 2);
    skipped = true;
  }
  return false;
}

void Tokenizer::skip_to(char c, std::size_t from) {
  const auto end = page_.find(c, from);
  at_ = end == kNone ? page_.size() : end + 1;
}

void Tokenizer::skip_declaration() {
  const auto rest = page_.substr(at_);
  if (!rest.starts_with("<!--")) return skip_to('>', at_ + 2);
  if (rest.starts_with("<!-->")) {
    at_ += 5;
    return;
  }
  if (rest.starts_with("<!--->")) {
    at_ += 6;
    return;
  }
  for (auto dash = page_.find("--", at_ + 4); dash != kNone; dash = page_.find("--", dash + 1)) {
    const auto end = page_.substr(dash);
    if (end.starts_with("-->") || end.starts_with("--!>")) {
      at_ = dash + (end[2] == '>' ? 3 : 4);
      return;
    }
  }
  at_ = page_.size();
}

bool Tokenizer::tag(HtmlToken& token, std::size_t name_begin, TokenType type) {
  auto at = name_begin;
  while (at < page_.size() && !is_html_space(page_[at]) && page_[at] != '/' && page_[at] != '>') ++at;
  const auto begin = at_;
  token = {type, tag_named(page_.substr(name_begin, at - name_begin)), false, false, {}};
  read_attributes(at, token);
  if (at_ > page_.size()) {  // the page ends within the tag: it is none
    at_ = page_.size();
    return false;
  }
  token.span = span(begin, at_);
  return true;
}

// From after the name to after '>'; sets at_ past the end of the page where there is no '>'.
void Tokenizer::read_attributes(std::size_t at, HtmlToken& token) {
  attributes_.clear();
  const auto size = page_.size();
  while (at < size) {
    const char c = page_[at];
    if (is_html_space(c)) {
      ++at;
    } else if (c == '>') {
      at_ = at + 1;
      return;
    } else if (c == '/') {
      ++at;
      if (at < size && page_[at] == '>') token.self_closing = true;
    } else {
      Attribute attribute;
      auto end = at + 1;  // a leading '=' is part of the name
      while (end < size && !is_html_space(page_[end]) && page_[end] != '/' && page_[end] != '>' &&
             page_[end] != '=')
        ++end;
      attribute.name = span(at, end);
      at = end;
      while (end < size && is_html_space(page_[end])) ++end;
      if (end < size && page_[end] == '=') {
        at = read_value(end + 1, attribute.value);
      }
      attributes_.push_back(attribute);
    }
  }
  at_ = size + 1;
}

std::size_t Tokenizer::read_value(std::size_t at, Span& value) const {
  while (at < page_.size() && is_html_space(page_[at])) ++at;
  if (at >= page_.size()) return at;
  if (page_[at] == '"' || page_[at] == '\'') {
    const auto end = page_.find(page_[at], at + 1);
    if (end == kNone) return page_.size();
    value = span(at + 1, end);
    return end + 1;
  }
  auto end = at;
  while (end < page_.size() && !is_html_space(page_[end]) && page_[end] != '>') ++end;
  value = span(at, end);
  return end;
}

}  // namespace tally::html
