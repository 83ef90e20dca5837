// See tagger_words.h.
#include "text/tagger_words.h"

#include <algorithm>
#include <array>

#include "text/word_form.h"

namespace tally::tagger {
namespace {

constexpr std::size_t kMostBytes = WordForm::kCapacity / 2;  // of a word that are looked at for its form

void read_lower(std::string_view surface, std::string& lower) {
  WordForm form;
  (void)form.read(surface.substr(0, kMostBytes));
  lower.assign(form.text());
  for (char& c : lower) {
    if (c >= '0' && c <= '9') c = '0';
  }
}

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

WordView border() {
  return {.surface = "\n", .lower = "\n", .word = 0, .kind = TokenKind::punctuation, .state = 0};
}

std::uint8_t headline_state(const Article& article, Range tokens) {
  unsigned capitalised = 0;
  unsigned plain = 0;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    // Without a branch: what comes next can hardly be foretold.
    const auto& token = article.tokens[i];
    const unsigned counts = token.kind == TokenKind::word && token.span.size() >= 4 ? 1 : 0;
    const unsigned capital = counts & static_cast<unsigned>((token.flags & kCapitalised) != 0);
    capitalised += capital;
    plain += counts - capital;
  }
  return capitalised >= 3 && capitalised > plain * 4 ? kInHeadline : 0;
}

// Of numbers, the form with digits as "0" counts.
std::uint64_t hash_of(const Article& article, const Token& token) {
  const std::string_view surface = article.text(token);
  if (token.kind != TokenKind::number) return format::hash(surface);
  const std::string_view seen = surface.substr(0, kMostBytes);
  if (!is_ascii(seen)) {
    std::string lower;
    read_lower(surface, lower);
    return format::hash(lower);
  }
  std::array<char, kMostBytes> digits{};
  std::ranges::transform(seen, digits.begin(), [](char c) { return c >= '0' && c <= '9' ? '0' : c; });
  return format::hash({digits.data(), seen.size()});
}

WordView view_of(const Article& article, const Token& token, std::uint8_t state, std::string& lower) {
  const std::string_view surface = article.text(token);
  read_lower(surface, lower);
  return {.surface = token.kind == TokenKind::number ? std::string_view() : surface,
          .lower = lower,
          .word = token.word,
          .kind = token.kind,
          .state = state};
}

void SentenceView::read(const Article& article, Range tokens) {
  words_.clear();
  lower_.resize(tokens.size());
  const std::uint8_t headline = headline_state(article, tokens);
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = article.tokens[i];
    words_.push_back(view_of(article, token, state_of(token, headline), lower_[i - tokens.begin]));
  }
}

}  // namespace tally::tagger
