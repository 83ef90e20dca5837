// text → quotations: one pass over the bytes with a short stack of open marks, paragraph by
// paragraph. Public entry: find_quotes.
//
//   “They said ‘no’ twice,” he wrote.   →  speech “They said ‘no’ twice,”, scare ‘no’
//
// No mark is trusted beyond its paragraph: one that is not closed there is dropped, unless the next
// paragraph opens with the same mark, which is how a quotation of several paragraphs is printed.
#include "mention/quotes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/byte_block.h"
#include "mention/stages.h"
#include "tally/utf8.h"

namespace tally {
namespace {

enum class Mark : std::uint8_t { none, curly, straight, curly_single, straight_single, guillemet, corner };
enum class Side : std::uint8_t { open, close, either };

struct Sign {
  Mark mark = Mark::none;
  Side side = Side::either;
  std::uint8_t size = 1;
};

constexpr std::size_t kDeepest = 8;
constexpr std::uint32_t kScareWords = 2;
constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

constexpr std::array<bool, 256> kMayQuote = [] {
  std::array<bool, 256> table{};
  for (const std::size_t c : {0x22U, 0x27U, 0xC2U, 0xE2U, 0xE3U}) table[c] = true;
  return table;
}();

// The first byte from `at` on that may begin a mark, or the end.
std::uint32_t next_mark(std::string_view text, std::uint32_t at, std::uint32_t end) {
  for (; at + kByteBlock <= end; at += kByteBlock) {
    if (!block_holds<0, '"', '\''>(block_at(text.data() + at))) continue;
    for (std::uint32_t i = at; i < at + kByteBlock; ++i) {
      if (kMayQuote[static_cast<unsigned char>(text[i])]) return i;
    }
  }
  while (at < end && !kMayQuote[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

bool starts(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at, what.size()) == what;
}

Sign sign_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '"':
      return {Mark::straight, Side::either, 1};
    case '\'':
      // Two single marks for a double one.
      if (at + 1 < text.size() && text[at + 1] == '\'' && (at + 2 >= text.size() || text[at + 2] != '\'')) {
        return {Mark::straight, Side::either, 2};
      }
      return {Mark::straight_single, Side::either, 1};
    default:
      break;
  }
  if (text[at] != "“"[0] && text[at] != "«"[0] && text[at] != "「"[0]) return {};
  if (starts(text, at, "“") || starts(text, at, "„")) return {Mark::curly, Side::open, 3};
  if (starts(text, at, "”")) return {Mark::curly, Side::close, 3};
  if (starts(text, at, "‘")) return {Mark::curly_single, Side::open, 3};
  if (starts(text, at, "’")) return {Mark::curly_single, Side::close, 3};
  if (starts(text, at, "«")) return {Mark::guillemet, Side::open, 2};
  if (starts(text, at, "»")) return {Mark::guillemet, Side::close, 2};
  if (starts(text, at, "「") || starts(text, at, "『")) return {Mark::corner, Side::open, 3};
  if (starts(text, at, "」") || starts(text, at, "』")) return {Mark::corner, Side::close, 3};
  return {};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word_byte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return is_digit(c) || (u | 0x20U) - 'a' < 26U || u >= 0xC3;
}

// One paragraph being read: what stands before and after a mark, and the marks still open.
class Paragraph {
 public:
  Paragraph(std::string_view text, Span span, std::vector<Mention>& out)
      : text_(text), span_(span), out_(out) {}

  // Returns the mark that the paragraph leaves open for the next one to go on with, if any.
  Mark read(bool next_goes_on);

 private:
  struct Open {
    Mark mark = Mark::none;
    std::uint32_t at = 0;
    std::uint32_t maybe_end = kNowhere;  // of a single quote: past an apostrophe that might close it
    std::size_t first_inside = 0;        // count of quotations when it was opened
  };

  void see(std::uint32_t at, Sign sign);
  void open(std::uint32_t at, Sign sign);
  void close(std::uint32_t at, Sign sign);
  void close_single(std::uint32_t at, Sign sign);
  void emit(Span span, std::string_view rule);
  void settle(std::size_t depth);
  [[nodiscard]] std::size_t find_open(Mark mark) const;
  [[nodiscard]] bool opens(std::uint32_t at, Sign sign) const;
  [[nodiscard]] bool closes(std::uint32_t at, Sign sign) const;
  [[nodiscard]] bool is_elision(std::uint32_t after) const;
  [[nodiscard]] bool is_inch(std::uint32_t at) const;
  [[nodiscard]] bool is_scare(Span inside) const;
  [[nodiscard]] bool space_before(std::uint32_t at) const;
  [[nodiscard]] bool space_after(std::uint32_t at) const;

  std::string_view text_;
  Span span_;
  std::vector<Mention>& out_;
  std::array<Open, kDeepest> stack_{};
  std::size_t depth_ = 0;
  std::size_t first_ = 0;
};

constexpr std::size_t kNotOpen = kDeepest;

bool Paragraph::space_before(std::uint32_t at) const {
  if (at <= span_.begin) return true;
  const char c = text_[at - 1];
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '(' || c == '[' || c == '/') return true;
  if (at < span_.begin + 2) return false;
  // A no-break space, or another opening mark.
  if (starts(text_, at - 2, "\xC2\xA0") || starts(text_, at - 2, "«")) return true;
  if (at < span_.begin + 3) return false;
  const std::string_view three = text_.substr(at - 3, 3);
  return three == "“" || three == "‘" || three == "—" || three == "–" || three == "「" || three == "　";
}

bool Paragraph::space_after(std::uint32_t at) const {
  if (at >= span_.end) return true;
  const char c = text_[at];
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || starts(text_, at, "\xC2\xA0");
}

// ’90s, ’em, ’tis, rock ’n’ roll: an apostrophe where letters were left out.
bool Paragraph::is_elision(std::uint32_t after) const {
  if (after < span_.end && is_digit(text_[after])) {
    return after + 2 < span_.end && is_digit(text_[after + 1]) &&
           (after + 2 == span_.end || !is_digit(text_[after + 2]));
  }
  std::uint32_t end = after;
  while (end < span_.end && end < after + 6 && is_word_byte(text_[end])) ++end;
  const std::string_view word = text_.substr(after, end - after);
  constexpr std::array<std::string_view, 8> kElided = {"em",  "n",     "tis",  "twas",
                                                       "til", "cause", "bout", "round"};
  return std::ranges::find(kElided, word) != kElided.end();
}

// The second mark of 5'11".
bool Paragraph::is_inch(std::uint32_t at) const {
  std::uint32_t i = at;
  while (i > span_.begin && is_digit(text_[i - 1])) --i;
  if (i == at || i <= span_.begin) return false;
  return text_[i - 1] == '\'' || (i >= span_.begin + 3 && starts(text_, i - 3, "’"));
}

bool Paragraph::opens(std::uint32_t at, Sign sign) const {
  const std::uint32_t after = at + sign.size;
  if (sign.side == Side::close || after >= span_.end) return false;
  if (sign.mark == Mark::straight) return space_before(at) && !space_after(after);
  if (sign.mark == Mark::straight_single || sign.mark == Mark::curly_single) {
    const bool before = space_before(at) || (at > span_.begin && text_[at - 1] == '"');
    return before && !space_after(after) && !is_elision(after);
  }
  return true;
}

bool Paragraph::closes(std::uint32_t at, Sign sign) const {
  if (sign.side == Side::open) return false;
  if (sign.mark == Mark::straight) return !is_inch(at);
  if (sign.mark != Mark::straight_single && sign.mark != Mark::curly_single) return true;
  const std::uint32_t after = at + sign.size;
  return !space_before(at) && (after >= span_.end || !is_word_byte(text_[after]));
}

std::size_t Paragraph::find_open(Mark mark) const {
  for (std::size_t i = depth_; i-- > 0;) {
    if (stack_[i].mark == mark) return i;
  }
  return kNotOpen;
}

bool Paragraph::is_scare(Span inside) const {
  std::uint32_t words = 0;
  bool in_word = false;
  for (std::uint32_t i = inside.begin; i < inside.end; ++i) {
    const char c = text_[i];
    if (c == ' ' || c == '\n' || c == '\t') {
      in_word = false;
    } else if (!in_word) {
      in_word = true;
      if (++words > kScareWords) return false;
    }
  }
  // “Never,” is speech; a “never” is not.
  const char last = text_[inside.end - 1];
  return last != ',' && last != '.' && last != '?' && last != '!';
}

void Paragraph::emit(Span span, std::string_view rule) {
  Mention quote;
  quote.kind = MentionKind::quote;
  quote.span = span;
  quote.extent = span;
  quote.rule = rule;
  out_.push_back(std::move(quote));
}

// Drops the marks above `depth` that never closed; a single quote with an apostrophe that could
// have closed it takes that.
void Paragraph::settle(std::size_t depth) {
  while (depth_ > depth) {
    const Open& top = stack_[--depth_];
    if (top.maybe_end == kNowhere) continue;
    const Span inside{top.at + (top.mark == Mark::curly_single ? 3U : 1U),
                      top.maybe_end - (text_[top.maybe_end - 1] == '\'' ? 1U : 3U)};
    if (!inside.empty()) emit({top.at, top.maybe_end}, is_scare(inside) ? kScareQuote : kSpeechQuote);
  }
}

void Paragraph::open(std::uint32_t at, Sign sign) {
  const std::size_t same = find_open(sign.mark);
  // Straight marks and single ones do not nest in themselves: the earlier one was never closed.
  const bool nests =
      sign.mark != Mark::straight && sign.mark != Mark::straight_single && sign.mark != Mark::curly_single;
  if (same != kNotOpen && !nests) settle(same);
  if (depth_ == kDeepest) settle(0);
  stack_[depth_++] = {sign.mark, at, kNowhere, out_.size()};
}

void Paragraph::close(std::uint32_t at, Sign sign) {
  const std::size_t which = find_open(sign.mark);
  if (which == kNotOpen) return;
  settle(which + 1);
  const Open opened = stack_[which];
  depth_ = which;
  const std::uint32_t end = at + sign.size;
  const std::uint32_t opening = sign_at(text_, opened.at).size;
  const Span inside{opened.at + opening, at};
  if (!inside.empty()) emit({opened.at, end}, is_scare(inside) ? kScareQuote : kSpeechQuote);
}

// “the workers’ union” keeps ‘the workers’ union’ whole: after an s and before a small letter the
// mark may be an apostrophe, so a later one is waited for.
void Paragraph::close_single(std::uint32_t at, Sign sign) {
  const std::size_t which = find_open(sign.mark);
  if (which == kNotOpen) return;
  const std::uint32_t after = at + sign.size;
  const bool plural = text_[at - 1] == 's' && after + 1 < span_.end && text_[after] == ' ' &&
                      text_[after + 1] >= 'a' && text_[after + 1] <= 'z';
  if (!plural) {
    close(at, sign);
  } else if (stack_[which].maybe_end == kNowhere) {
    stack_[which].maybe_end = after;
  }
}

void Paragraph::see(std::uint32_t at, Sign sign) {
  const bool single = sign.mark == Mark::straight_single || sign.mark == Mark::curly_single;
  if (sign.side == Side::open) {
    if (opens(at, sign)) open(at, sign);
  } else if (sign.side == Side::close) {
    if (closes(at, sign)) single ? close_single(at, sign) : close(at, sign);
  } else if (opens(at, sign)) {
    open(at, sign);
  } else if (closes(at, sign)) {
    single ? close_single(at, sign) : close(at, sign);
  }
}

Mark Paragraph::read(bool next_goes_on) {
  first_ = out_.size();
  for (std::uint32_t at = next_mark(text_, span_.begin, span_.end); at < span_.end;
       at = next_mark(text_, at + 1, span_.end)) {
    const Sign sign = sign_at(text_, at);
    if (sign.mark == Mark::none || at + sign.size > span_.end) continue;
    see(at, sign);
    at += sign.size - 1U;
  }
  Mark left = Mark::none;
  if (depth_ > 0 && next_goes_on) {
    const Open& last = stack_[0];
    if (last.first_inside == out_.size() || last.at == span_.begin) {
      left = last.mark;
      const Open kept = last;
      settle(1);
      depth_ = 0;
      emit({kept.at, span_.end}, kContinuedQuote);
    }
  }
  settle(0);
  std::sort(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(),
            [](const Mention& a, const Mention& b) {
              return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
            });
  return left;
}

bool opens_with_mark(std::string_view text, Span span) {
  while (!span.empty() && (text[span.begin] == ' ' || text[span.begin] == '\t')) ++span.begin;
  if (span.empty()) return false;
  const Sign sign = sign_at(text, span.begin);
  return sign.mark != Mark::none && sign.side != Side::close && sign.mark != Mark::straight_single;
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && static_cast<unsigned char>(text[span.end - 1]) <= ' ') --span.end;
  while (!span.empty() && static_cast<unsigned char>(text[span.begin]) <= ' ') ++span.begin;
  return span;
}

// Blocks where there are any, else lines.
std::vector<Span> paragraphs(const Article& article) {
  std::vector<Span> spans;
  if (!article.blocks.empty()) {
    spans.reserve(article.blocks.size());
    for (const Block& block : article.blocks) spans.push_back(trimmed(article.text(), block.span));
    return spans;
  }
  const std::string& text = article.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Span line = trimmed(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (!line.empty()) spans.push_back(line);
    at = end + 1;
  }
  return spans;
}

}  // namespace

Span inside(const Article& article, const Mention& quote) {
  const Span span = quote.span;
  if (span.empty()) return span;
  const std::string_view text = article.text();
  const std::uint32_t opening = sign_at(text, span.begin).size;
  if (quote.rule == kContinuedQuote) return {span.begin + opening, span.end};
  if (opening == 2 && text[span.begin] == '\'' && span.size() > 4) {
    return {span.begin + 2, text.substr(span.end - 2, 2) == "''" ? span.end - 2 : span.end - 1};
  }
  std::uint32_t closing = span.end - 1;
  while (closing > span.begin && (static_cast<unsigned char>(text[closing]) & 0xC0U) == 0x80U) --closing;
  return {span.begin + opening, std::max(closing, span.begin + opening)};
}

void find_quotes(Article& article) {
  article.quotes.clear();
  const std::string_view text = article.text();
  const std::vector<Span> spans = paragraphs(article);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool goes_on = i + 1 < spans.size() && opens_with_mark(text, spans[i + 1]);
    Paragraph(text, spans[i], article.quotes).read(goes_on);
  }
}

}  // namespace tally
