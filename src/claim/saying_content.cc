// Where the content of a saying begins and ends.
//
//   said on Monday |that arrivals rose by 5 percent|, adding …
//   |Arrivals rose by 5 percent|, officials said
#include <algorithm>
#include <array>

#include "claim/saying_finder.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kFarthestThat = 12;  // chunks between the verb and its "that"

bool takes_listener(std::string_view lemma) {
  constexpr std::array<std::string_view, 14> kTold = {"tell",     "inform", "assure",  "remind",  "advise",
                                                      "notify",   "warn",   "accuse",  "ask",     "persuade",
                                                      "convince", "brief",  "promise", "question"};
  return std::ranges::find(kTold, lemma) != kTold.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

}  // namespace

Span SayingFinder::trimmed(Span span) const {
  const std::string_view text = article_.text();
  while (!span.empty() &&
         (is_space(text[span.end - 1]) || text[span.end - 1] == ',' || text[span.end - 1] == ';'))
    --span.end;
  while (!span.empty() && (is_space(text[span.begin]) || text[span.begin] == ',')) ++span.begin;
  return span;
}

bool SayingFinder::inside_quote(std::uint32_t at) const {
  const auto after =
      std::ranges::upper_bound(article_.quotes, at, {}, [](const Mention& q) { return q.span.begin; });
  int back = 0;
  for (auto i = after; i != article_.quotes.begin() && back < 4; ++back) {
    --i;
    if (i->span.contains(at) && !is_scare_quote(*i)) return true;
  }
  return false;
}

bool SayingFinder::takes_listener_at(Index verb) const {
  return takes_listener(lemma(article_, scene_.head(verb)));
}

// The quotation that ends just before a place: only a comma and blanks between.
const Mention* SayingFinder::quote_ending_before(std::uint32_t at) const {
  const auto after =
      std::ranges::upper_bound(article_.quotes, at, {}, [](const Mention& q) { return q.span.begin; });
  const Mention* found = nullptr;
  int back = 0;
  // Quotations within the quotation stand after it in the list: the outermost that ends here is it.
  for (auto i = after; i != article_.quotes.begin() && back < 6; ++back) {
    --i;
    if (i->span.end > at || at - i->span.end > 4) continue;
    const std::string_view between = article_.text(Span{i->span.end, at});
    const bool blank = std::ranges::all_of(between, [](char c) { return c == ' ' || c == ',' || c == '-'; });
    if (blank || between == " — " || between == "—") found = &*i;
  }
  return found;
}

const Mention* SayingFinder::quote_starting_after(std::uint32_t at) const {
  const auto next =
      std::ranges::lower_bound(article_.quotes, at, {}, [](const Mention& q) { return q.span.begin; });
  if (next == article_.quotes.end()) return nullptr;
  const std::string_view between = article_.text(Span{at, next->span.begin});
  if (between.size() > 4 || between.find('\n') != std::string_view::npos) return nullptr;
  const bool blank = std::ranges::all_of(
      between, [](char c) { return is_space(c) || c == ',' || c == '.' || c == ':' || c == ';'; });
  return blank ? &*next : nullptr;
}

// "that" within reach: only a listener, a day, a place or a report may stand before it. kNone where there
// is none.
Index SayingFinder::that_clause(Index at, const Saying& saying) const {
  bool has_object = false;
  for (Index i = at; i < std::min(chunks_.end, at + kFarthestThat); ++i) {
    if (is_kind(i, ChunkKind::subordinator) || is_kind(i, ChunkKind::relative) ||
        is_kind(i, ChunkKind::adverb) || is_text(i, "that")) {
      const bool that = is_text(i, "that") || is_text(i, "whether") || is_text(i, "how") ||
                        is_text(i, "why") || is_text(i, "what");
      // "found a database that it had forgotten": a relative clause, but after whom it is told to.
      const bool of_object = has_object && is_text(i, "that") && !takes_listener(saying.lemma);
      if (that && !of_object) return i;
      if (!is_kind(i, ChunkKind::adverb)) break;
    } else if (is_kind(i, ChunkKind::noun) && !is_time(i)) {
      const Token& head = scene_.head(i);
      const bool governed = i > at && is_kind(i - 1, ChunkKind::preposition);
      const bool told = takes_listener(saying.lemma) || is(head, WordClass::report_noun) ||
                        is(head, WordClass::statement_noun);
      if (!governed && !told) break;
      // "knows of 640 households that draw aid"
      has_object = has_object || (!is(head, WordClass::report_noun) && (!governed || has_amount(i)));
    } else if (!is_kind(i, ChunkKind::preposition) && !is_time(i)) {
      // "said in a statement [released late] on Tuesday that"
      const bool hangs = i > at && is_kind(i, ChunkKind::verb) && is_kind(i - 1, ChunkKind::noun) &&
                         verb_group(article_, i).passive && !verb_group(article_, i).finite;
      if (!hangs) break;
    }
  }
  // "told us, on condition that we do not print her name, that …".
  for (Index open = at; open < std::min(chunks_.end, at + 3); ++open) {
    if (!is_comma(open)) continue;
    Index close = open + 1;
    while (close < chunks_.end && close < open + kFarthestThat && !is_comma(close)) ++close;
    const bool that = is_kind(close + 1, ChunkKind::subordinator) && is_text(close + 1, "that");
    return is_comma(close) && that ? close + 1 : kNone;
  }
  return kNone;
}

// "said in an interview the plan had failed", "said on Monday it would": past a phrase before a clause.
Index SayingFinder::past_phrases(Index at, const Saying& saying) const {
  Index past = at;
  while (is_kind(past, ChunkKind::preposition) && (is_kind(past + 1, ChunkKind::noun) || is_time(past + 1)) &&
         past + 2 < chunks_.end)
    past += 2;
  while (is_kind(past, ChunkKind::adverb) || (is_time(past) && !is_subject(past))) ++past;
  const bool clause =
      past > at && is_kind(past, ChunkKind::noun) && has_finite_verb(past, std::min(chunks_.end, past + 6));
  const bool ends = past > at && (past >= chunks_.end || is_kind(past, ChunkKind::punctuation));
  const bool dated = is_text(at, "on") && is_time(at + 1);
  const bool about =
      !dated && (is_text(at, "of") || is_text(at, "about") || is_text(at, "for") || is_text(at, "on") ||
                 is_text(at, "against") || is_text(at, "with") || (is_text(at, "to") && !may_speak(at + 1)));
  return clause || (ends && saying.kind != SayingKind::stance && !about) ? past : at;
}

// The chunk that the content starts with, past the listener, the day and the place of the saying; kNone
// where nothing follows.
Index SayingFinder::content_start(Index chunk, const Saying& saying) const {
  Index at = chunk + 1;
  if (const Index that = that_clause(at, saying); that != kNone) return that;
  const auto skip = [&] {
    while (is_kind(at, ChunkKind::adverb) || (is_time(at) && !is_subject(at))) ++at;
  };
  skip();
  if (takes_listener(saying.lemma) && is_kind(at, ChunkKind::noun)) {
    ++at;
    if (is_kind(at, ChunkKind::preposition) && is_text(at, "of"))
      at += is_kind(at + 1, ChunkKind::noun) && saying.lemma != "accuse" ? 2 : 0;
    skip();
  }
  if (!takes_listener(saying.lemma) || is_kind(at, ChunkKind::preposition)) at = past_phrases(at, saying);
  if (is_kind(at, ChunkKind::punctuation) && !is_quote_mark(at)) {
    // Past a colon or a comma only a quotation goes on.
    if (at + 1 < chunks_.end && (is_quote_mark(at + 1) || scene_.head_text(at) == ":")) return at + 1;
    return kNone;
  }
  return at < chunks_.end ? at : kNone;
}

// "said [April] saw a rise", "said [Thursday]'s challenge was": a time that the content tells of.
bool SayingFinder::is_subject(Index time) const {
  Index next = time + 1;
  if (next < chunks_.end && article_.tokens[article_.chunks[next].tokens.begin].tag == Tag::pos) return true;
  while (is_kind(next, ChunkKind::adverb)) ++next;
  return is_kind(next, ChunkKind::verb) && verb_group(article_, next).finite && !is_cue_verb(next);
}

// Whether a chunk stands in a clause by which the sentence opens: "While the office says …".
bool SayingFinder::is_led_by_subordinator(Index at) const {
  if (!is(scene_.head(chunks_.begin), WordClass::subordinator)) return false;
  for (Index i = chunks_.begin; i < at; ++i) {
    if (is_comma(i)) return false;
  }
  return true;
}

// The end of a content that starts with this chunk: the sentence's, but for what says something else
// of the same or another source.
std::uint32_t SayingFinder::content_end(Index from) const {
  Index end = from;
  const bool led = is_led_by_subordinator(from);
  for (Index i = from; i < chunks_.end; ++i) {
    end = i + 1;
    if (i == from || inside_quote(begin_of(i))) continue;
    const bool comma = is_comma(i) || is_text(i, ";");
    // "While the office says that it fell, the union counts more".
    if (comma && led && is_kind(i + 1, ChunkKind::noun) && has_clause(i + 1)) return end_of(i - 1);
    // ", adding that", ", according to", ", he said".
    if (comma) {
      Index next = i + 1;
      while (is_kind(next, ChunkKind::adverb)) ++next;
      if (is_kind(next, ChunkKind::conjunction)) ++next;
      if (is_text(next, "according to")) return end_of(i - 1);
      if (is_kind(next, ChunkKind::verb) && is_cue_verb(next) && next > i + 1 - 1) {
        const VerbGroup verb = verb_group(article_, next);
        if (verb.progressive || is_kind(next - 1, ChunkKind::conjunction)) return end_of(i - 1);
      }
      // "…, he said, …": the content stops where its own attribution begins.
      if (is_kind(next, ChunkKind::noun) && is_kind(next + 1, ChunkKind::verb) && is_cue_verb(next + 1) &&
          (next + 2 >= chunks_.end || is_kind(next + 2, ChunkKind::punctuation) ||
           is_kind(next + 2, ChunkKind::time))) {
        return end_of(i - 1);
      }
    }
    // ", but offered no proof", ", and the downgrade is …": the report's own words again.
    if (comma && is_kind(i + 1, ChunkKind::conjunction)) {
      const bool but = is_text(i + 1, "but");
      Index next = i + 2;
      while (is_kind(next, ChunkKind::adverb)) ++next;
      const bool says =
          is_kind(next, ChunkKind::noun) && is_kind(next + 1, ChunkKind::verb) && is_cue_verb(next + 1);
      if (but || says) return end_of(i - 1);
    }
    // "The rebels speak of 300 dead; the army admits to 41"
    if (is_mark(i, ";") && may_speak(i + 1) && is_kind(i + 2, ChunkKind::verb) && is_cue_verb(i + 2) &&
        i > from)
      return end_of(i - 1);
    if (is_kind(i, ChunkKind::conjunction) && is_kind(i + 1, ChunkKind::verb) && is_cue_verb(i + 1)) {
      const VerbGroup verb = verb_group(article_, i + 1);
      const Token& head = scene_.head(i + 1);
      if (verb.finite && (is(head, WordClass::report_verb) || is(head, WordClass::claim_verb)))
        return end_of(i - 1);
    }
  }
  std::uint32_t last = end_of(end - 1);
  // The full stop is no part of it, unless the content is a quotation.
  if (is_kind(end - 1, ChunkKind::punctuation) && !is_quote_mark(end - 1) && end - 1 > from)
    last = end_of(end - 2);
  return last;
}

Span SayingFinder::content_after(Index chunk, const Saying& saying) const {
  const Index start = content_start(chunk, saying);
  if (start == kNone) return {};
  const std::uint32_t begin = begin_of(start);
  std::uint32_t end = content_end(start);
  // A quotation that begins here may go on past this sentence.
  if (is_quote_mark(start)) {
    const auto quote =
        std::ranges::lower_bound(article_.quotes, begin, {}, [](const Mention& q) { return q.span.begin; });
    if (quote != article_.quotes.end() && quote->span.begin == begin && quote->span.end > end)
      end = quote->span.end;
  }
  return trimmed({begin, end});
}

// What stands before "…, X said": from the sentence's start, or from where the last attribution ended.
Span SayingFinder::content_before(std::uint32_t until) const {
  std::uint32_t begin = article_.sentences[sentence_].span.begin;
  for (std::size_t i = first_of_sentence_; i < out_.size(); ++i) {
    // "Members approved the deal, the union said": what somebody wants is part of what another tells.
    if (out_[i].kind == SayingKind::given || out_[i].kind == SayingKind::stance) continue;
    const std::uint32_t end = std::max(out_[i].cue.end, out_[i].content.back().end);
    if (end < until && !out_[i].content.back().contains(until - 1)) begin = std::max(begin, end);
  }
  return trimmed({begin, until});
}

}  // namespace tally
