// Who keeps silent: the words of the subject, or of whose a document is → the source of an absence.
//
//   "The company that bought the land, |Fennor Holdings|, has not replied"    "|The agency|'s report is kept"
#include "claim/absence_finder.h"
#include "claim/sources.h"

namespace tally {

// "[The agency]'s report has not been released": whose it is keeps it back.
Span AbsenceFinder::owner_of(Index subject) const {
  if (scene_.kind(subject) != ChunkKind::noun || !is(scene_.head(subject), WordClass::report_noun)) return {};
  const Range tokens = article_.chunks[subject].tokens;
  Index mark = tokens.begin;
  while (mark < tokens.end && article_.tokens[mark].tag != Tag::pos) ++mark;
  if (mark == tokens.end || mark == 0) return {};
  const Index begin = mark > tokens.begin       ? tokens.begin
                      : subject > chunks_.begin ? article_.chunks[subject - 1].tokens.begin
                                                : mark;
  const Mention* name = scene_.name_in(article_.tokens[mark - 1].span);
  const bool body = is(article_.tokens[mark - 1], WordClass::organisation) ||
                    (name != nullptr && name->name_kind == NameKind::organisation);
  if (!body || begin == mark) return {};
  const Span words = article_.span_of({begin, mark});
  return name == nullptr ? words : cover(words, name->span);
}

// Who the saying of the same verb was found to be by; "I", "we": by whoever's words they are.
Source AbsenceFinder::source_read(Index chunk, const Saying& absence) {
  const Span cue = scene_.span(chunk);
  for (std::size_t i = next_; i < order_.size() && attributions_.sayings[order_[i]].cue.begin < cue.end;
       ++i) {
    const std::vector<Source>& sources = attributions_.sources[order_[i]];
    if (attributions_.sayings[order_[i]].cue == cue && !sources.empty() && !called(sources.front()).empty())
      return sources.front();
  }
  if (const Source* teller = teller_before(chunk, absence.source); teller != nullptr) return *teller;
  Source source = reader_.read(absence);
  if (!called(source).empty()) return source;
  const Vouching around = attributions_.of(cue);
  return around.sources.empty() ? source : around.sources.front();
}

// "[She] said the tower was sold but declined to name the buyer": behind "but" without a subject of its own
// it is she who keeps silent, not what she told of; null where nobody tells of it.
const Source* AbsenceFinder::teller_before(Index chunk, Span subject) const {
  if (chunk == chunks_.begin || !scene_.is_word(chunk - 1, "but") || subject.empty()) return nullptr;
  const Source* found = nullptr;
  const auto cue_of = [&](Index i) { return attributions_.sayings[i].cue.begin; };
  auto at = std::ranges::lower_bound(order_, scene_.span(chunks_.begin).begin, {}, cue_of);
  for (; at != order_.end() && cue_of(*at) < scene_.span(chunk).begin; ++at) {
    const Saying& saying = attributions_.sayings[*at];
    if (saying.source.empty() || saying.source.begin > saying.cue.begin ||
        attributions_.sources[*at].empty() || saying.kind != SayingKind::reported)
      continue;
    const bool told = subject.begin >= saying.cue.end;
    const Source& teller = attributions_.sources[*at].front();
    if (told && !called(teller).empty()) found = &teller;
  }
  return found;
}

void AbsenceFinder::add_source(Claim& claim, Index chunk, Index sentence, Index subject) {
  Index end = subject;
  while (end + 2 < chunk && scene_.kind(end + 1) == ChunkKind::preposition &&
         scene_.kind(end + 2) == ChunkKind::noun)
    end += 2;
  // "The director, Ann Berg, declined"
  constexpr Index kLongest = 12;
  // "The company that bought the land, Fennor Holdings, declined"
  Index comma = end + 1;
  while (comma + 1 < chunk && !scene_.is_word(comma, ",")) ++comma;
  const bool related = scene_.kind(end + 1) == ChunkKind::relative || scene_.is_word(end + 1, "that");
  if (end + 2 < chunk && chunk - subject < kLongest && scene_.is_word(chunk - 1, ",") &&
      (comma == end + 1 || (related && comma + 3 == chunk)))
    end = chunk - 2;
  add_source_words(claim, chunk, sentence, cover(scene_.span(subject), scene_.span(end)));
}

void AbsenceFinder::add_source_words(Claim& claim, Index chunk, Index sentence, Span words) {
  // "A spokesman for the police said it would not comment": who spoke before in the sentence counts.
  recall_until(scene_.span(chunk).begin);
  Saying saying;
  saying.sentence = sentence;
  saying.cue = scene_.span(chunk);
  saying.lemma = lemma(article_, scene_.head(chunk));
  saying.source = words;
  saying.antecedent = saying.source;
  const Source source = source_read(chunk, saying);
  claim.source.push_back(saying.source);
  const Span wide = cover(claim.quote, saying.source);
  if (wide.size() < 390) claim.quote = wide;
  claim.speaker = speaker_of(source);
  claim.attribution.push_back(source);
  if (!called(source).empty()) claim.status_by.push_back(called(source));
}

}  // namespace tally
