// One sentence's tags, as the steps that mend them ask of it (mend_nouns.cc, mend_verbs.cc): what a token is
// and says, which verbs and amounts stand around it.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "base/characters.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

[[nodiscard]] constexpr bool is_proper_noun(Tag tag) {
  return tag == Tag::nnp || tag == Tag::nnps;
}

// What mends tags derives from it.
class SentenceTags {
 public:
  SentenceTags(Article& article, Range sentence) : article_(article), sentence_(sentence) {}

 protected:
  [[nodiscard]] Tag tag(Index at) const { return at < sentence_.end ? article_.tokens[at].tag : Tag::none; }

  // The word, without regard to case.
  [[nodiscard]] bool says(Index at, std::string_view small) const {
    return at < sentence_.end && equals_lower(article_.text(article_.tokens[at]), small);
  }
  [[nodiscard]] bool says_any(Index at, std::span<const std::string_view> small) const {
    return std::ranges::any_of(small, [&](std::string_view one) { return says(at, one); });
  }
  [[nodiscard]] bool ends_with(Index at, std::string_view small) const {
    const std::string_view text = article_.text(article_.tokens[at]);
    return text.size() >= small.size() && equals_lower(text.substr(text.size() - small.size()), small);
  }

  void set(Index at, Tag tag, Pos pos) {
    article_.tokens[at].tag = tag;
    article_.tokens[at].pos = pos;
  }

  [[nodiscard]] Index before_adverbs(Index at) const {
    Index before = at - 1;
    while (before > sentence_.begin && tag(before) == Tag::rb) --before;
    return before;
  }

  // A comma, a joint or a subordinator.
  [[nodiscard]] bool closes_stretch(Index at) const {
    const Tag t = tag(at);
    const bool border = article_.tokens[at].kind == TokenKind::punctuation && t != Tag::hyph;
    return border || t == Tag::cc || t == Tag::wdt || t == Tag::wp || t == Tag::wrb;
  }

  // A finite verb before the stretch ends.
  [[nodiscard]] bool verb_to_come(Index at) const {
    for (Index i = at; i < sentence_.end; ++i) {
      if (is_finite(tag(i))) return true;
      if (closes_stretch(i)) return false;
    }
    return false;
  }

  // A finite verb since the stretch began.
  [[nodiscard]] bool verb_in_stretch(Index at) const {
    for (Index i = at; i-- > sentence_.begin;) {
      if (is_finite(tag(i))) return true;
      if (closes_stretch(i)) return false;
    }
    return false;
  }

  // The amount that starts at a token, its hedges included.
  [[nodiscard]] const Mention* amount_at(Index at) const {
    if (at >= sentence_.end) return nullptr;
    const std::uint32_t byte = article_.tokens[at].span.begin;
    auto found = std::ranges::lower_bound(article_.amounts, byte, {},
                                          [](const Mention& mention) { return mention.span.begin; });
    for (int steps = 0; steps < 3 && found != article_.amounts.end(); ++steps, ++found) {
      const std::uint32_t begin =
          found->extent.empty() ? found->span.begin : std::min(found->extent.begin, found->span.begin);
      if (begin == byte && found->kind != MentionKind::ordinal) return &*found;
      if (begin > byte) break;
    }
    return nullptr;
  }

  [[nodiscard]] bool date_starts(Index at) const {
    const std::uint32_t byte = article_.tokens[at].span.begin;
    return std::ranges::binary_search(article_.dates, byte, {},
                                      [](const Mention& mention) { return mention.span.begin; });
  }

  Article& article_;
  Range sentence_;
};

}  // namespace tally
