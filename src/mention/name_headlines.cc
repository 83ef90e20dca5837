// Headlines, where every word has a capital: only names that the body or the gazetteer knows.
//
//   MORE FLEE AS PYONGYANG TIGHTENS GRIP   →   Pyongyang
#include <algorithm>

#include "mention/name_known.h"
#include "mention/name_words.h"

namespace tally::names {
namespace {

constexpr Index kLongest = 6;
constexpr std::uint32_t kLargeCity = 100'000;

// Fills the draft where the key is a name beyond doubt.
bool take(const Article& article, Draft& draft, const std::string& key) {
  const bool one = draft.tokens.size() == 1;
  for (const gazetteer::Entry& entry : gazetteer::find(key)) {
    const bool place = entry.kind == Kind::country || entry.kind == Kind::region ||
                       entry.kind == Kind::subdivision ||
                       (entry.kind == Kind::city && entry.population >= kLargeCity);
    const bool known =
        place || entry.kind == Kind::people || entry.kind == Kind::outlet || entry.kind == Kind::organisation;
    if (!known || (one && is_plain_word(article.tokens[draft.tokens.begin]) && entry.kind != Kind::country &&
                   entry.kind != Kind::people))
      continue;
    draft.canonical = gazetteer::name(entry);
    draft.country = gazetteer::country(entry);
    draft.kind = place                        ? NameKind::place
                 : entry.kind == Kind::people ? NameKind::people
                                              : NameKind::organisation;
    draft.rule = "headline-gazetteer";
    draft.sure = true;
    return true;
  }
  return false;
}

}  // namespace

bool is_headline(const Article& article, Index sentence) {
  const Range tokens = article.sentences[sentence].tokens;
  Index words = 0;
  Index capitals = 0;
  Index all = 0;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    // Without a branch: what comes next can hardly be foretold.
    const Token& token = article.tokens[i];
    const Index counts = token.kind == TokenKind::word && token.span.size() >= 4 ? 1 : 0;
    words += counts;
    capitals += counts & static_cast<Index>(is_capitalised(token));
    all += counts & static_cast<Index>((token.flags & kAllCapitals) != 0);
  }
  if (words < 3) return false;
  const Index block = article.sentences[sentence].block;
  const BlockKind kind = block == kNone ? BlockKind::paragraph : article.blocks[block].kind;
  const bool head = kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::heading ||
                    kind == BlockKind::furniture;
  if (all * 10 >= words * 7) return true;
  if (head) return capitals * 10 >= words * 7;
  const bool full_stop = article.text(article.tokens[tokens.end - 1]) == ".";
  return !full_stop && capitals * 10 >= words * 9 && words >= 5;
}

void find_in_headline(const Article& article, Index sentence, const Known& known, std::vector<Draft>& out) {
  const Range range = article.sentences[sentence].tokens;
  for (Index at = range.begin; at < range.end;) {
    Index next = at + 1;
    if (is_capitalised(article.tokens[at])) {
      for (Index end = std::min(range.end, at + kLongest); end > at; --end) {
        if (article.tokens[end - 1].kind != TokenKind::word || !is_capitalised(article.tokens[end - 1]))
          continue;
        Draft draft{.tokens = {at, end}, .sentence = sentence};
        const std::string key = gazetteer::key_of(article.text(article.span_of(draft.tokens)));
        if (const Index body = known.find(key);
            body != kNone && (end > at + 1 || !is_plain_word(article.tokens[at]))) {
          draft.kind = NameKind::none;  // to be taken from the body
          draft.population = body;
        } else if (!take(article, draft, key)) {
          continue;
        }
        out.push_back(std::move(draft));
        next = end;
        break;
      }
    }
    at = next;
  }
}

}  // namespace tally::names
