// Tokens → names of persons, organisations, places and peoples. Public entry: find_names.
//
//   "Lee Soo-seok of South Korea’s Unification Ministry"
//     person "Lee Soo-seok", place "South Korea" KR, organisation "Unification Ministry"
//
// The body is read first: what it names with certainty is then found in headlines, where capitals
// say nothing, and leads short forms back to full ones.
#include "mention/names.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/name_known.h"
#include "mention/name_words.h"
#include "mention/stages.h"

namespace tally {
namespace {

using names::Draft;

Mention mention_of(const Article& article, Draft&& draft) {
  Mention mention;
  mention.kind = MentionKind::name;
  mention.span = article.span_of(draft.tokens);
  mention.extent = mention.span;
  mention.name_kind = draft.kind;
  mention.canonical = std::move(draft.canonical);
  mention.country = std::move(draft.country);
  mention.rule = draft.rule;
  return mention;
}

// "Defense and Unification Ministries": two bodies that share a head.
void split_plural_heads(const Article& article, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const Index last = draft.tokens.end - 1;
    const std::string_view tail = article.text(article.tokens[last]);
    const std::string_view head = tail == "Ministries"    ? "Ministry"
                                  : tail == "Departments" ? "Department"
                                                          : "";
    if (head.empty() || draft.tokens.size() < 2) continue;
    const auto full = [&](Range words) {
      return std::string(article.text(article.span_of(words))) + " " + std::string(head);
    };
    draft.canonical = full({draft.tokens.begin, last});
    if (i == 0 || draft.tokens.begin < 2 || drafts[i - 1].tokens.end != draft.tokens.begin - 1) continue;
    if (!names::is_text(article, draft.tokens.begin - 1, "and")) continue;
    Draft& before = drafts[i - 1];
    before.canonical = full(before.tokens);
    before.kind = NameKind::organisation;
    before.rule = "shared-head";
    before.country.clear();
  }
}

// "an agency, Bright Cradle. … [Bright] Cradle speaks of 3,940": where a sentence begins its first word may
// be any; the name as it stands inside another tells that it belongs to it.
void widen_first_names(const Article& article, std::vector<Draft>& drafts) {
  std::unordered_map<std::string_view, std::size_t> inside;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].tokens.size() > 1) inside.emplace(article.text(article.span_of(drafts[i].tokens)), i);
  }
  auto draft = drafts.begin();
  for (const Sentence& sentence : article.sentences) {
    while (draft != drafts.end() && draft->tokens.begin <= sentence.tokens.begin) ++draft;
    if (draft == drafts.end()) return;
    if (draft->tokens.begin != sentence.tokens.begin + 1) continue;
    const Range wide{sentence.tokens.begin, draft->tokens.end};
    const auto full = inside.find(article.text(article.span_of(wide)));
    if (full == inside.end()) continue;
    draft->tokens = wide;
    draft->kind = drafts[full->second].kind;
  }
}

}  // namespace

void find_names(Article& article) {
  article.names.clear();
  std::vector<Draft> drafts;
  std::vector<Index> headlines;
  for (Index i = 0; i < article.sentences.size(); ++i) {
    if (names::is_headline(article, i)) {
      headlines.push_back(i);
    } else {
      names::find_in_sentence(article, i, drafts);
    }
  }
  split_plural_heads(article, drafts);
  widen_first_names(article, drafts);
  names::resolve(article, drafts);
  if (!headlines.empty()) {
    const names::Known known(article, drafts);
    std::vector<Draft> heads;
    for (const Index sentence : headlines) names::find_in_headline(article, sentence, known, heads);
    for (Draft& draft : heads) {
      if (draft.kind != NameKind::none) continue;
      const Draft& body = drafts[draft.population];
      draft.kind = body.kind;
      draft.canonical = body.canonical;
      draft.country = body.country;
      draft.rule = "headline-body";
    }
    std::ranges::move(heads, std::back_inserter(drafts));
    std::ranges::sort(drafts, {}, [](const Draft& draft) { return draft.tokens.begin; });
  }
  article.names.reserve(drafts.size());
  for (Draft& draft : drafts) article.names.push_back(mention_of(article, std::move(draft)));
}

std::string name_key(std::string_view name) {
  std::string key = gazetteer::key_of(name);
  std::vector<std::string_view> words;
  for (std::string_view rest = key; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    if (!word.empty() && word != "the" && word != "of" && word != "for" && word != "and")
      words.push_back(word);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::ranges::sort(words);
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::string full_name(const Article& article, const Mention& name) {
  return name.canonical.empty() ? std::string(article.text(name.span)) : name.canonical;
}

Index name_at(const Article& article, std::uint32_t byte) {
  const auto after =
      std::ranges::upper_bound(article.names, byte, {}, [](const Mention& m) { return m.span.begin; });
  for (auto at = after; at != article.names.begin();) {
    --at;
    if (at->span.contains(byte)) return static_cast<Index>(at - article.names.begin());
    if (at->span.end <= byte) break;
  }
  return kNone;
}

}  // namespace tally
