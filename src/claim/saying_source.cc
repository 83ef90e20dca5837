// The words that name the source of a verb of saying: the noun group beside it with its prepositional
// phrases and appositions.
//
//   A spokesman for the ministry, who asked not to be named, said …
//   …, said Lee Soo, a chief researcher at Institute for Rural Strategy.
#include <algorithm>
#include <array>

#include "claim/saying_finder.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool joins_noun(std::string_view preposition) {
  static constexpr NamedWords kJoins = {"of", "for", "at", "from",   "with",    "in",
                                        "on", "to",  "by", "within", "against", "behind"};
  return kJoins.contains(preposition);
}

}  // namespace

bool SayingFinder::is_time(Index chunk) const {
  if (is_kind(chunk, ChunkKind::time)) return true;
  if (!is_kind(chunk, ChunkKind::noun)) return false;
  const Token& head = scene_.head(chunk);
  if (is(head, WordClass::weekday) || is(head, WordClass::month))
    return article_.chunks[chunk].tokens.size() <= 3;
  if (!is(head, WordClass::time) || article_.chunks[chunk].tokens.size() != 2) return false;
  const Spelling first = lower(article_, article_.tokens[article_.chunks[chunk].tokens.begin]);
  return first == "this" || first == "last" || first == "next" || first == "that" || first == "late" ||
         first == "early";
}

// The tokens of a run of chunks, without blanks at the ends.
Range SayingFinder::widened(Index first, Index last) const {
  return {article_.chunks[first].tokens.begin, article_.chunks[last].tokens.end};
}

// Past "…, a chief researcher at Institute for Rural Strategy" after a name; the chunk itself where no
// apposition follows. Gives the last chunk.
Index SayingFinder::appositive_end(Index chunk) const {
  Index last = chunk;
  const auto take_phrases = [&] {
    while (true) {
      const bool phrase = is_kind(last + 1, ChunkKind::preposition) && joins_noun(scene_.words(last + 1)) &&
                          is_kind(last + 2, ChunkKind::noun);
      // "of Housing [and Urban Development]", "director of policy [and research] at"
      if (!phrase && !joins_field(last + 2)) break;
      last += 2;
    }
  };
  take_phrases();
  // "the Food Security [and Nutrition Working Group]"
  const auto capital = [&](Index noun) {
    const Token& first = article_.tokens[article_.chunks[noun].tokens.begin];
    return (first.flags & kCapitalised) != 0 || is(first, WordClass::determiner);
  };
  if (is_text(last + 1, "and") && is_kind(last + 2, ChunkKind::noun) && capital(last) && capital(last + 2) &&
      is_any(scene_.head(last + 2), {WordClass::organisation, WordClass::group}) &&
      !is_any(scene_.head(last), {WordClass::organisation, WordClass::role}) &&
      (scene_.head(last + 2).flags & kCapitalised) != 0)
    last += 2;
  if (is_document(chunk) && last == chunk) {
    // "figures released by Eurostat", "figures that the bank released".
    // "figures released on Tuesday by Eurostat"
    Index agent = chunk + 2;
    while (is_time(agent) || (is_kind(agent, ChunkKind::preposition) && is_time(agent + 1)))
      agent += is_time(agent) ? 1 : 2;
    const bool by = is_kind(chunk + 1, ChunkKind::verb) && verb_group(article_, chunk + 1).passive &&
                    is_text(agent, "by") && is_kind(agent + 1, ChunkKind::noun);
    Index releaser = chunk + 2;  // "figures that the Ministry of Labour released"
    while (is_kind(releaser + 1, ChunkKind::preposition) && is_kind(releaser + 2, ChunkKind::noun))
      releaser += 2;
    const bool relative = (is_kind(chunk + 1, ChunkKind::relative) || is_text(chunk + 1, "that")) &&
                          is_kind(chunk + 2, ChunkKind::noun) && is_kind(releaser + 1, ChunkKind::verb);
    if (by || relative) {
      last = by ? agent + 1 : releaser + 1;
      if (by) take_phrases();
      while (relative &&
             ((is_kind(last + 1, ChunkKind::preposition) && is_time(last + 2)) || is_time(last + 1)))
        last += is_time(last + 1) ? 1 : 2;
      return last;
    }
  }
  if (is_comma(last + 1) && is_kind(last + 2, ChunkKind::noun) && !is_kind(last + 3, ChunkKind::verb)) {
    const Token& first = article_.tokens[article_.chunks[last + 2].tokens.begin];
    const Token& head = scene_.head(last + 2);
    const bool describes = is(first, WordClass::determiner) || is(head, WordClass::role) ||
                           is(head, WordClass::person) || is(head, WordClass::source_noun) ||
                           is(first, WordClass::ordinal) || is_named_apposition(chunk, last + 2);
    if (describes) {
      last += 2;
      take_phrases();
    }
  }
  return last;
}

// "of policy [and research] at", "for Work [and Pensions], Ann Berg": the noun shares the preposition with
// the one before "and"; what has a verb or a determiner of its own does not.
bool SayingFinder::joins_field(Index noun) const {
  if (noun < chunks_.begin + 3 || !is_kind(noun, ChunkKind::noun) || !is_text(noun - 1, "and") ||
      !is_kind(noun - 2, ChunkKind::noun) || !is_kind(noun - 3, ChunkKind::preposition) ||
      !(is_text(noun - 3, "of") || is_text(noun - 3, "for")))
    return false;
  const Token& first = article_.tokens[article_.chunks[noun].tokens.begin];
  const auto capital = [&](Index chunk) { return (scene_.head(chunk).flags & kCapitalised) != 0; };
  if (is_any(first, {WordClass::determiner, WordClass::cardinal, WordClass::vague}) || first.tag == Tag::cd ||
      first.tag == Tag::prps || capital(noun) != capital(noun - 2) ||
      scene_.name_in(scene_.span(noun)) != nullptr)
    return capital(noun) && scene_.name_in(scene_.span(noun)) == scene_.name_in(scene_.span(noun - 2));
  const bool people = is_any(scene_.head(noun), {WordClass::role, WordClass::source_noun, WordClass::person});
  return !people && (capital(noun) || !is_kind(noun + 1, ChunkKind::verb));
}

// "the finance director, Oda Wien": a name that closes the words for whoever has a role.
bool SayingFinder::is_named_apposition(Index noun, Index name) const {
  if (!is_any(scene_.head(noun), {WordClass::role, WordClass::person, WordClass::source_noun})) return false;
  if (name + 1 < chunks_.end && !is_kind(name + 1, ChunkKind::punctuation)) return false;
  const auto names = scene_.names_in(scene_.span(name));
  return std::ranges::any_of(names, [&](const Mention* one) {
    const Index first = token_from(article_, one->span.begin);
    const bool titled = first > 0 && article_.tokens[first - 1].span.begin == begin_of(name) &&
                        is(article_.tokens[first - 1], WordClass::title);
    const bool all = (titled || one->span.begin == begin_of(name)) && one->span.end == end_of(name);
    return all && (one->name_kind == NameKind::person || one->name_kind == NameKind::other);
  });
}

// To the left of the verb: "X said", "X, a Y, said", "X of Y also said".
std::optional<SayingFinder::SourceAt> SayingFinder::source_before(Index chunk) const {
  Index at = chunk;
  while (at > chunks_.begin && (is_kind(at - 1, ChunkKind::adverb) || is_time(at - 1))) --at;
  if (at == chunks_.begin) return std::nullopt;
  if (is_kind(at - 1, ChunkKind::relative)) return relative_before(at);
  if (is_mark(at - 1, ")")) return bracketed_before(at);
  if (is_comma(at - 1)) return described_before(at);
  if (const Index noun = described_by_clause(at); noun != kNone)
    return SourceAt{widened(noun, at - 1), noun, false};
  if (is_kind(at - 1, ChunkKind::noun)) return noun_before(at);
  return std::nullopt;
}

// "…, [the group] that had hired the trucks said", "The clinic [that] treated them says": the noun that a
// clause with its own verb describes, up to the verb of saying; kNone where none stands at a comma or at the
// beginning.
Index SayingFinder::described_by_clause(Index at) const {
  constexpr Index kLongest = 12;  // chunks
  bool verb = false;
  for (Index i = at; i > chunks_.begin + 1 && at - i < kLongest; --i) {
    const Index chunk = i - 1;
    if (is_kind(chunk, ChunkKind::punctuation) || is_kind(chunk, ChunkKind::subordinator)) return kNone;
    verb = verb || (is_kind(chunk, ChunkKind::verb) && verb_group(article_, chunk).finite);
    if (!is_kind(chunk, ChunkKind::relative) && !is_text(chunk, "that")) continue;
    const Index noun = chunk - 1;
    const bool opens = noun == chunks_.begin || is_comma(noun - 1) || is_quote_mark(noun - 1);
    return verb && opens && !is_text(chunk, "whose") && is_kind(noun, ChunkKind::noun) && may_speak(noun)
               ? noun
               : kNone;
  }
  return kNone;
}

// "who said …": the pronoun is the source, the noun before it what it stands for.
SayingFinder::SourceAt SayingFinder::relative_before(Index at) const {
  Index noun = at - 1;
  // "Cllr Ann Berg (Ind), who": past the bracket.
  if (is_comma(noun - 1) && is_mark(noun - 2, ")")) noun = opening_bracket(noun - 2);
  while (noun > chunks_.begin && !is_kind(noun, ChunkKind::noun)) --noun;
  // "Ann Berg, of the miners' union, who spoke of 27".
  if (noun >= chunks_.begin + 3 && is_kind(noun - 1, ChunkKind::preposition) && is_comma(noun - 2) &&
      is_comma(noun + 1) && is_kind(noun - 3, ChunkKind::noun) && may_speak(noun - 3))
    noun -= 3;
  return {article_.chunks[at - 1].tokens, noun, false};
}

// "McConnell (R-Ky.) said".
std::optional<SayingFinder::SourceAt> SayingFinder::bracketed_before(Index at) const {
  const Index open = opening_bracket(at - 1);
  if (open <= chunks_.begin || !is_kind(open - 1, ChunkKind::noun)) return std::nullopt;
  // "the Institute for Snow and Ice (SI) reported": all of the name.
  Index first = open - 1;
  const Mention* name = scene_.name_in(scene_.span(first));
  const Index begins = name == nullptr ? first : chunk_at(article_, name->span.begin);
  if (begins != kNone && begins >= chunks_.begin && begins < first) first = begins;
  while (first >= chunks_.begin + 2 && is_joined(first)) first -= 2;
  return SourceAt{widened(first, at - 1), first, false};
}

// The first chunk of the sentence where no bracket opens.
Index SayingFinder::opening_bracket(Index close) const {
  Index open = close;
  while (open > chunks_.begin && !is_mark(open, "(")) --open;
  return open;
}

// "X, a Y, said": the apposition or relative clause between two commas goes with the noun before the
// first.
std::optional<SayingFinder::SourceAt> SayingFinder::described_before(Index at) const {
  Index open = at - 1;
  while (open > chunks_.begin && !is_comma(open - 1)) --open;
  if (open <= chunks_.begin + 1) return std::nullopt;
  Index noun = open - 2;
  // "Rep. Jim Jordan (R-Ohio), a panel member, said".
  if (is_mark(noun, ")")) {
    noun = opening_bracket(noun);
    if (noun > chunks_.begin) --noun;
  }
  if (!is_kind(noun, ChunkKind::noun)) return std::nullopt;
  noun = named_before(noun);
  const bool told = is_kind(open, ChunkKind::noun) || is_kind(open, ChunkKind::relative) ||
                    is_kind(open, ChunkKind::adjective) || is_kind(open, ChunkKind::verb) ||
                    is_kind(open, ChunkKind::preposition);
  if (!told) return std::nullopt;
  // "Her opposite number, Ann Berg, says": the name, where the noun before it is nobody.
  if (!may_speak(noun) && open + 2 == at && names_person(open))
    return SourceAt{widened(open, open), open, false};
  Index first = noun;
  while (first >= chunks_.begin + 2 && is_joined(first)) first -= 2;
  return SourceAt{widened(first, at - 1 > open ? at - 2 : noun), first, false};
}

bool SayingFinder::names_person(Index chunk) const {
  if (!is_kind(chunk, ChunkKind::noun)) return false;
  const auto names = scene_.names_in(scene_.span(chunk));
  return std::ranges::any_of(names, [](const Mention* name) { return name->name_kind == NameKind::person; });
}

// "Pruitt, the attorney general of Oklahoma, one of …, said": the name before the first of them.
Index SayingFinder::named_before(Index noun) const {
  while (scene_.name_in(scene_.span(noun)) == nullptr ||
         is(article_.tokens[article_.chunks[noun].tokens.begin], WordClass::determiner)) {
    Index before = noun;
    while (before > chunks_.begin && !is_comma(before - 1) && !is_quote_mark(before - 1)) --before;
    if (before < chunks_.begin + 2 || !is_comma(before - 1) || !is_kind(before - 2, ChunkKind::noun)) break;
    if (!names_person(before - 2)) break;
    noun = before - 2;
  }
  return noun;
}

// "a spokesman for the ministry": a preposition joins the noun to one before.
bool SayingFinder::is_joined(Index noun) const {
  if (joins_field(noun)) return true;
  return is_kind(noun - 1, ChunkKind::preposition) && joins_noun(scene_.words(noun - 1)) &&
         is_kind(noun - 2, ChunkKind::noun);
}

// "X said", "X of Y said", "X and Y said".
std::optional<SayingFinder::SourceAt> SayingFinder::noun_before(Index at) const {
  const Index last = at - 1;
  Index first = last;
  while (first >= chunks_.begin + 2) {
    const bool list = is_kind(first - 1, ChunkKind::conjunction) && is_text(first - 1, "and") &&
                      is_kind(first - 2, ChunkKind::noun) &&
                      (first < chunks_.begin + 3 || !is_kind(first - 3, ChunkKind::verb));
    if (!is_joined(first) && !list) break;
    first -= 2;
  }
  // "“…,” presiding judge Ann Lee said": a participle before its noun.
  if (first >= chunks_.begin + 2 && is_kind(first - 1, ChunkKind::verb) &&
      article_.chunks[first - 1].tokens.size() == 1 &&
      (scene_.head(first - 1).tag == Tag::vbg || scene_.head(first - 1).tag == Tag::vbn) &&
      (is_comma(first - 2) || is_quote_mark(first - 2)))
    return SourceAt{widened(first - 1, last), first, false};
  // "In a statement on Monday the ministry said": what a preposition governs is no source.
  if (first > chunks_.begin && is_kind(first - 1, ChunkKind::preposition)) {
    if (first == last) return std::nullopt;
    first = last;
  }
  return SourceAt{widened(first, last), first, false};
}

// To the right: "…, said X, a Y at Z."
std::optional<SayingFinder::SourceAt> SayingFinder::source_after(Index chunk) const {
  const Index next = chunk + 1;
  // "“…,” said [retired] captain Ann Berg": a participle before its noun.
  if (is_bare_participle(next) && is_kind(next + 1, ChunkKind::noun))
    return SourceAt{widened(next + 1, described_end(next + 1)), next + 1, true};
  if (!is_kind(next, ChunkKind::noun) || is_time(next) || next >= chunks_.end) return std::nullopt;
  return SourceAt{widened(next, described_end(next)), next, true};
}

bool SayingFinder::is_bare_participle(Index chunk) const {
  return is_kind(chunk, ChunkKind::verb) && article_.chunks[chunk].tokens.size() == 1 &&
         (scene_.head(chunk).tag == Tag::vbn || scene_.head(chunk).tag == Tag::vbg ||
          scene_.head(chunk).tag == Tag::vbd);
}

std::optional<SayingFinder::SourceAt> SayingFinder::source_of(Index chunk) const {
  const VerbGroup verb = verb_group(article_, chunk);
  const Index clause = scene_.clause_of(chunk);
  // Straight after a quotation or a comma, before a noun: inverted.
  const bool bare = article_.chunks[chunk].tokens.size() == 1;
  const bool after_break = chunk > chunks_.begin && (is_comma(chunk - 1) || is_quote_mark(chunk - 1));
  const bool tag_says = !verb.infinitive && !verb.progressive;
  const bool led = is_bare_participle(chunk + 1) && is_quote_mark(chunk - 1) &&
                   is_kind(chunk + 2, ChunkKind::noun) && names_person(chunk + 2);
  if (led && bare && tag_says) return source_after(chunk);
  if (bare && tag_says && is_kind(chunk + 1, ChunkKind::noun) && !is_time(chunk + 1) &&
      may_follow_inverted(chunk) && (after_break || chunk == chunks_.begin)) {
    // "…, said they would": the noun after the verb is the subject of what is said.
    const bool own_verb = is_kind(chunk + 2, ChunkKind::verb) && verb_group(article_, chunk + 2).finite;
    const bool said_before = is_quote_mark(chunk - 1) || quote_ending_before(begin_of(chunk)) != nullptr ||
                             (is_comma(chunk - 1) && chunk >= chunks_.begin + 2 && has_amount(chunk - 2)) ||
                             has_finite_verb(chunks_.begin, chunk);
    if (!own_verb && said_before) {
      if (auto found = source_after(chunk)) return found;
    }
  }
  if (!verb.progressive || verb.finite) {
    if (auto found = source_before(chunk); found && !is_within_relative(found->head, clause)) return found;
  }
  const Index subject = subject_of_participle(chunk, clause);
  // "A spokesman, Ann Berg, blamed rebels [and said] that": taken for a participle, the first verb has no
  // subject that the second could share.
  if (subject == kNone && is_kind(chunk - 1, ChunkKind::conjunction) && is_text(chunk - 1, "and") &&
      out_.size() > first_of_sentence_ && !out_.back().source.empty() && is_reporting(scene_.head(chunk))) {
    const Index first = token_from(article_, out_.back().source.begin);
    Index end = first;
    while (end < article_.tokens.size() && article_.tokens[end].span.end <= out_.back().source.end) ++end;
    return SourceAt{{first, end}, chunk_at(article_, out_.back().source.begin), false};
  }
  if (subject == kNone || !scene_.same_sentence(subject, chunk) || !is_kind(subject, ChunkKind::noun))
    return std::nullopt;
  // "…, adding that", "… and called": who said what stands before.
  for (std::size_t i = out_.size(); i-- > first_of_sentence_;) {
    const Saying& before = out_[i];
    const bool same = before.antecedent.contains(scene_.span(subject).begin) ||
                      before.source.contains(scene_.span(subject).begin);
    if (before.source.empty() || before.cue.begin >= begin_of(chunk) || !(verb.progressive || same)) continue;
    const Index first = token_from(article_, before.source.begin);
    Index end = first;
    while (end < article_.tokens.size() && article_.tokens[end].span.end <= before.source.end) ++end;
    return SourceAt{{first, end}, chunk_at(article_, before.source.begin), false};
  }
  if (subject > chunk) return std::nullopt;
  // "A study that appeared in May found": all that stands between belongs to the subject.
  Index last = chunk;
  while (last > subject + 1 &&
         (is_kind(last - 1, ChunkKind::adverb) || is_time(last - 1) || is_comma(last - 1)))
    --last;
  if (chunk - subject <= 16 && only_relative_verbs(subject + 1, chunk))
    return SourceAt{widened(subject, last - 1), subject, false};
  const Index apposition = appositive_end(subject);
  return SourceAt{widened(subject, apposition < chunk ? apposition : subject), subject, false};
}

// "The agency published a list of those who died, [noting] that": behind a comma a participle belongs to the
// main clause; any other verb to its own.
Index SayingFinder::subject_of_participle(Index chunk, Index clause) const {
  const Index subject = scene_.subject_of(clause);
  const VerbGroup verb = verb_group(article_, chunk);
  if (!verb.progressive || verb.finite || !is_comma(chunk - 1) || clause == kNone || subject == kNone)
    return subject;
  const Range clauses = scene_.clauses_of(sentence_);
  for (Index c = clauses.begin; c < clauses.end; ++c) {
    const Clause& other = scene_.clause(c);
    if (other.kind != ClauseKind::main || other.subject == kNone || other.subject >= subject) continue;
    // Only where a relative clause stands between.
    for (Index i = subject + 1; i < chunk; ++i) {
      if (is_kind(i, ChunkKind::relative)) return other.subject;
    }
  }
  return subject;
}

// Whether the noun after a verb can be its subject: "…, said two officials", not "…, recorded 959", "…, told
// the meeting", nor where the clause has its subject before ("The hacker, who left no name, posted records").
bool SayingFinder::may_follow_inverted(Index chunk) const {
  const Token& noun = scene_.head(chunk + 1);
  const Spelling verb = lemma(article_, scene_.head(chunk));
  const bool one_of = is_text(chunk + 1, "one") && is_text(chunk + 2, "of");  // "says one of them"
  if ((noun.tag == Tag::cd && !one_of) || verb == "tell" || verb == "inform" || verb == "assure")
    return false;
  if (has_amount(chunk + 1) && !may_speak(chunk + 1)) return false;
  // "The firm, which lost a third, expects the strike to cost 30 million"
  const bool foreseen = is(scene_.head(chunk), WordClass::forecast_verb) &&
                        is_kind(chunk + 2, ChunkKind::verb) && verb_group(article_, chunk + 2).infinitive;
  if (foreseen) return false;
  if (noun.tag == Tag::prp && lower(article_, noun) != "he" && lower(article_, noun) != "she") return false;
  const Index clause = scene_.clause_of(chunk);
  const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
  // Nobody "says" a thing: "…, say the rescuers"
  const bool quoted = is_quote_mark(chunk - 1) || verb == "say";
  return quoted || subject == kNone || subject > chunk || !may_speak(subject);
}

}  // namespace tally
