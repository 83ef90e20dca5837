// Negated verbs of telling → absences, with who is silent, on what, for which time.
//
//   The ministry has not disclosed the number of pupils who left school early last year.
//     absence by the ministry, population "pupil", period last year, status undisclosed
#include "claim/absences.h"

#include <algorithm>

#include "claim/measures.h"
#include "claim/periods.h"
#include "claim/sources.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_telling(const Token& token) {
  return is(token, WordClass::disclose_verb) || is(token, WordClass::report_verb) ||
         is(token, WordClass::confirm_verb);
}

class AbsenceFinder {
 public:
  AbsenceFinder(const Scene& scene, std::vector<Claim>& claims)
      : scene_(scene), article_(scene.article()), claims_(claims), reader_(scene) {}

  void read(Index sentence) {
    chunks_ = scene_.chunks_of(sentence);
    for (Index i = chunks_.begin; i < chunks_.end; ++i) {
      if (scene_.kind(i) == ChunkKind::verb) read_verb(i, sentence);
    }
  }

 private:
  void read_verb(Index chunk, Index sentence);
  void emit(Index chunk, Index sentence, Index subject, Index from);
  // "the number of …", "how many …", "whether …", "further details".
  [[nodiscard]] bool is_unknown(Index from) const;

  const Scene& scene_;
  const Article& article_;
  std::vector<Claim>& claims_;
  SourceReader reader_;
  Range chunks_;
};

bool AbsenceFinder::is_unknown(Index from) const {
  for (Index i = from; i < std::min(chunks_.end, from + 4); ++i) {
    const Range tokens = article_.chunks[i].tokens;
    for (Index t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = article_.tokens[t];
      if (is(token, WordClass::count_noun) || is(token, WordClass::rate_noun) ||
          is(token, WordClass::total_noun) || is(token, WordClass::question_word) ||
          is(token, WordClass::measure) || is(token, WordClass::report_noun) ||
          is(token, WordClass::killed_noun)) {
        return true;
      }
      const std::string word = lower(article_, token);
      if (word == "whether" || word == "details" || word == "detail" || word == "what" || word == "who" ||
          word == "name" || word == "names" || word == "identity" || word == "identities" ||
          word == "cause" || word == "breakdown" || word == "if" || word == "further") {
        return true;
      }
    }
    if (scene_.kind(i) == ChunkKind::verb) break;
  }
  return false;
}

void AbsenceFinder::read_verb(Index chunk, Index sentence) {
  const VerbGroup verb = verb_group(article_, chunk);
  const Token& head = scene_.head(chunk);
  const Index clause = scene_.clause_of(chunk);
  const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
  const std::string word = lemma(article_, head);
  // "has not disclosed", "did not say".
  if (verb.negated && !verb.passive && is_telling(head)) {
    const bool confirms = is(head, WordClass::confirm_verb) && !is(head, WordClass::disclose_verb);
    if (!confirms && is_unknown(chunk + 1)) emit(chunk, sentence, subject, chunk + 1);
    return;
  }
  // "declined to comment on", "refused to say".
  if ((word == "decline" || word == "refuse") && scene_.kind(chunk + 1) == ChunkKind::verb &&
      is_telling(scene_.head(chunk + 1))) {
    if (scene_.same_sentence(chunk, chunk + 1)) emit(chunk, sentence, subject, chunk + 2);
    return;
  }
  // "No figures were available", "the number was not disclosed".
  const bool shown = verb.passive && is(head, WordClass::disclose_verb);
  const bool available = word == "be" && chunk + 1 < chunks_.end &&
                         (scene_.is_word(chunk + 1, "available") || scene_.is_word(chunk + 1, "known") ||
                          scene_.is_word(chunk + 1, "unclear") || scene_.is_word(chunk + 1, "unknown"));
  if ((!shown && !available) || subject == kNone || !scene_.same_sentence(subject, chunk)) return;
  const Range tokens = article_.chunks[subject].tokens;
  const bool none =
      tokens.begin < article_.tokens.size() && lower(article_, article_.tokens[tokens.begin]) == "no";
  const bool unclear =
      available && (scene_.is_word(chunk + 1, "unclear") || scene_.is_word(chunk + 1, "unknown"));
  if (!(verb.negated || none || unclear)) return;
  const bool how = unclear && is_unknown(chunk + 2);
  if (how || is_unknown(subject)) emit(chunk, sentence, kNone, how ? chunk + 2 : subject);
}

void AbsenceFinder::emit(Index chunk, Index sentence, Index subject, Index from) {
  Claim claim;
  claim.kind = ClaimKind::absence;
  claim.status = Status::undisclosed;
  Index last = from < chunks_.end ? chunks_.end - 1 : chunk;
  while (last > chunk && scene_.kind(last) == ChunkKind::punctuation) --last;
  claim.quote = cover(scene_.span(chunk), scene_.span(last));
  if (from < chunk) claim.quote = cover(scene_.span(from), scene_.span(last));
  claim.cue.push_back(scene_.span(chunk));
  claim.rule = "absence";
  claim.confidence = 0.85F;
  if (subject != kNone && scene_.same_sentence(subject, chunk)) {
    Index end = subject;
    while (end + 2 < chunk && scene_.kind(end + 1) == ChunkKind::preposition &&
           scene_.kind(end + 2) == ChunkKind::noun)
      end += 2;
    Saying saying;
    saying.sentence = sentence;
    saying.lemma = lemma(article_, scene_.head(chunk));
    saying.source = cover(scene_.span(subject), scene_.span(end));
    saying.antecedent = saying.source;
    const Source source = reader_.read(saying);
    claim.source.push_back(saying.source);
    claim.quote =
        claim.quote.size() + saying.source.size() < 380 ? cover(claim.quote, saying.source) : claim.quote;
    claim.speaker = speaker_of(source);
    claim.attribution.push_back(source);
    if (!called(source).empty()) claim.status_by.push_back(called(source));
  }
  if (from < chunks_.end) {
    claim.content.push_back(cover(scene_.span(from), scene_.span(std::max(last, from))));
    for (Index i = from; i <= last; ++i) {
      if (scene_.kind(i) != ChunkKind::noun) continue;
      claim.measure = measure_of_noun(scene_, i).measure;
      break;
    }
    for (Index i = from; i <= last; ++i) {
      if (scene_.kind(i) != ChunkKind::time) continue;
      const When when = when_of(scene_, i);
      claim.period = when.period;
      claim.relative = when.relative;
      claim.period_basis = when.basis;
      break;
    }
  }
  claims_.push_back(std::move(claim));
}

}  // namespace

bool is_absence(const Scene& scene, const Saying& saying) {
  const Token& token = scene.article().tokens[saying.token];
  if (saying.lemma == "decline" || saying.lemma == "refuse") {
    const Index chunk = chunk_at(scene.article(), token.span.begin);
    return chunk != kNone && scene.kind(chunk + 1) == ChunkKind::verb && is_telling(scene.head(chunk + 1));
  }
  return saying.negated && is_telling(token);
}

void find_absences(const Scene& scene, const Attributions&, std::vector<Claim>& claims) {
  AbsenceFinder finder(scene, claims);
  for (Index i = 0; i < scene.article().sentences.size(); ++i) {
    if (scene.is_news(i)) finder.read(i);
  }
}

}  // namespace tally
