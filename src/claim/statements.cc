// Attributions → statements and absences, and who vouches for the claims found before. Public entry:
// find_statements, the last of the claim stages.
//
//   “We lost the harvest,” said Ana Pereira, a farmer.
//     statement, speaker {Ana Pereira, farmer}, content “We lost the harvest,”
#include <algorithm>

#include "claim/absences.h"
#include "claim/attribution.h"
#include "claim/carried_voice.h"
#include "claim/modality.h"
#include "claim/sources.h"
#include "claim/stages.h"
#include "claim/told_on.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestQuote = 400;

bool is_border(const std::string& text, std::uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// The smallest span with the cue and the content beside it, cut on a border of characters where it
// would be too long.
Span quote_of(const Article& article, const Saying& saying) {
  Span quote = cover(cover(saying.cue, saying.content.front()), saying.source);
  // "Without it, she told us, it would close": both sides, where they are one sentence.
  const Index sentence = sentence_at(article, saying.cue.begin);
  Span wide = quote;
  for (const Span content : saying.content) {
    if (sentence != kNone && article.sentences[sentence].span.contains(content)) wide = cover(wide, content);
  }
  if (wide.size() <= kLongestQuote) return wide;
  if (quote.size() <= kLongestQuote) return quote;
  quote = cover(saying.cue, saying.content.front());
  if (quote.size() <= kLongestQuote) return quote;
  const std::string& text = article.text();
  if (saying.content.front().begin < saying.cue.begin) {
    // The content before the cue: its end is nearest, but its beginning is what is looked for.
    quote = saying.content.front();
    quote.end = std::min(quote.end, quote.begin + kLongestQuote);
    while (!is_border(text, quote.end)) --quote.end;
    return quote;
  }
  quote.end = quote.begin + kLongestQuote;
  while (!is_border(text, quote.end)) --quote.end;
  return quote;
}

Modality modality_of_saying(const Scene& scene, const Saying& saying) {
  const Token& token = scene.article().tokens[saying.token];
  if (saying.asked) return Modality::asked;
  if (saying.kind == SayingKind::stance) {
    if (is(token, WordClass::plan_verb)) return Modality::planned;
    if (is(token, WordClass::forecast_verb)) return Modality::forecast;
  }
  return saying.negated ? Modality::negated : Modality::observed;
}

std::string_view rule_of(const Saying& saying) {
  switch (saying.kind) {
    case SayingKind::speech:
      return "statement.speech";
    case SayingKind::according:
      return "statement.according";
    case SayingKind::noun:
      return "statement.noun";
    case SayingKind::stance:
      return "statement.stance";
    default:
      return "statement.reported";
  }
}

Claim statement_of(const Scene& scene, const Attributions& attributions, Index i) {
  const Saying& saying = attributions.sayings[i];
  Claim claim;
  claim.kind = ClaimKind::statement;
  claim.quote = quote_of(scene.article(), saying);
  claim.content = saying.content;
  if (!saying.source.empty()) claim.source.push_back(saying.source);
  if (!saying.cue.empty()) claim.cue.push_back(saying.cue);
  claim.attribution = attributions.sources[i];
  claim.modality = modality_of_saying(scene, saying);
  claim.rule = rule_of(saying);
  claim.confidence = saying.kind == SayingKind::stance   ? 0.6F
                     : saying.kind == SayingKind::speech ? 0.95F
                                                         : 0.85F;
  const BlockKind block = scene.block_kind(saying.sentence);
  claim.in_title = block == BlockKind::title || block == BlockKind::subtitle;
  for (const Source& source : claim.attribution) {
    if (source.verb == saying.lemma) claim.speaker = speaker_of(source);
  }
  return claim;
}

// The words that a claim stands or falls with: the number of a figure, the verb of an event; the quote
// may go on past what its source says.
Span core_of(const Article& article, const Claim& claim) {
  if (claim.event) return claim.event->trigger_span;
  if (claim.kind != ClaimKind::figure || !claim.value) return claim.quote;
  for (const Mention& amount : Scene::starting_in(article.amounts, claim.quote)) {
    if (amount.value == claim.value) return amount.span;
  }
  return claim.quote;
}

// What is said in another sentence than the cue's, once more as a claim of its own: a claim's quote is one
// stretch, and a book looks for it there. “We lost it,” she said. “Nobody came.”
void add_parts(const Scene& scene, std::vector<Claim>& claims) {
  const std::string& text = scene.article().text();
  for (std::size_t i = 0, count = claims.size(); i < count; ++i) {
    if (claims[i].kind != ClaimKind::statement || claims[i].content.size() < 2 || claims[i].cue.empty())
      continue;
    const Index sentence = sentence_at(scene.article(), claims[i].cue.front().begin);
    if (sentence == kNone) continue;
    for (const Span content : std::vector<Span>(claims[i].content)) {
      if (content.begin < scene.article().sentences[sentence].span.end) continue;
      Claim part = claims[i];
      part.rule = kStatementPart;
      part.content = {content};
      part.quote = content;
      part.quote.end = std::min(content.end, content.begin + kLongestQuote);
      while (!is_border(text, part.quote.end)) --part.quote.end;
      claims.push_back(std::move(part));
    }
  }
}

}  // namespace

void find_statements(Article& article) {
  const Scene scene(article);
  const Attributions attributions = attribute(scene);
  for (Claim& claim : article.claims) {
    if (!claim.attribution.empty() || claim.quote.empty()) continue;
    Vouching vouching = attributions.of(core_of(article, claim));
    claim.attribution = std::move(vouching.sources);
    if (claim.status == Status::stated) {
      claim.status = vouching.status;
      claim.status_by = std::move(vouching.status_by);
    }
  }
  tell_on(scene, attributions, article.claims);
  carry_voices(scene, attributions, article.claims);
  std::vector<const Attribution*> of_saying(attributions.sayings.size(), nullptr);
  for (const Attribution& one : attributions.list) {
    if (one.saying != kNone) of_saying[one.saying] = &one;
  }
  article.claims.reserve(article.claims.size() + attributions.sayings.size());
  for (Index i = 0; i < attributions.sayings.size(); ++i) {
    if (attributions.sayings[i].kind == SayingKind::given) continue;
    if (is_absence(scene, attributions.sayings[i])) continue;
    Claim claim = statement_of(scene, attributions, i);
    if (of_saying[i] != nullptr) {
      claim.status = of_saying[i]->status;
      claim.status_by = of_saying[i]->status_by;
    }
    article.claims.push_back(std::move(claim));
  }
  find_absences(scene, attributions, article.claims);
  add_parts(scene, article.claims);
}

}  // namespace tally
