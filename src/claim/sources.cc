// Sources in the order of the text → Source: names as fully as known, pronouns by who spoke or was spoken of
// before. The words of a source are read in source_words.cc.
#include "claim/sources.h"

#include <algorithm>
#include <array>

#include "base/characters.h"
#include "mention/names.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
// As fully as this article has it: letters that it never spells out stay letters ("WHO").
std::string SourceReader::named(const Mention& name) const {
  std::string full = full_name(article_, name);
  const std::string_view printed = article_.text(name.span);
  const bool letters = printed.size() >= 2 && printed.size() <= 6 &&
                       std::ranges::all_of(printed, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!letters || full == printed) return full;
  const auto [at, fresh] = spelled_.try_emplace(full, false);
  if (fresh) at->second = article_.text().find(full) != std::string::npos;
  return at->second ? full : std::string(printed);
}

// "The General [Staff]", "the General [Assembly]": a body, whose name begins as a title does.
bool SourceReader::is_titled_body(const Mention& name) const {
  const Index first = token_from(article_, name.span.begin);
  return first >= 2 && article_.tokens[first].span.end == name.span.end &&
         is_any(article_.tokens[first], {WordClass::organisation, WordClass::group}) &&
         is(article_.tokens[first - 1], WordClass::title) &&
         is(article_.tokens[first - 2], WordClass::determiner);
}

Source SourceReader::read_person(const Mention& person) const {
  Source source;
  if (is_titled_body(person)) {
    const Token& title = article_.tokens[token_from(article_, person.span.begin) - 1];
    source.name = std::string(article_.text(cover(title.span, person.span)));
    source.span = person.span;
    return source;
  }
  source.name = full_name(article_, person);
  source.span = person.span;
  const Role role = role_of(article_, person);
  Source& known = persons_[source.name];
  if (!role.role.empty() && (known.role.empty() || (known.of.empty() && !role.of.empty()))) {
    known.role = role.role;
    if (!role.of.empty()) known.of = role.of;
  }
  if (known.of.empty()) known.of = role.of;
  // "its coordinator, Ann Berg": of the body that was spoken of.
  const Index before = role.span.empty() ? kNone : token_from(article_, role.span.begin);
  // "its representative in Juba"
  const bool where = !known.of.empty() && known.of == role.of && names_place(role.of);
  if ((known.of.empty() || where) && before != kNone && before > 0 &&
      article_.tokens[before - 1].tag == Tag::prps && lower(article_, article_.tokens[before - 1]) == "its") {
    const Source body = body_before(sentence_at(article_, person.span.begin));
    const std::string of = called(body).empty() ? called(last_body_) : called(body);
    if (!of.empty()) known.of = of;
  }
  if (known.of.empty()) known.of = body_behind(person);
  source.role = known.role;
  source.of = known.of;
  return source;
}

// "Ann Berg [of Harbour Logistics]", "Ann Berg [(Harbour Logistics)]": the body right behind a person's name.
std::string SourceReader::body_behind(const Mention& person) const {
  Index at = token_from(article_, person.span.end);
  if (at + 1 >= article_.tokens.size()) return {};
  const Spelling joint = lower(article_, article_.tokens[at]);
  const bool bracket = joint == "(";
  if (!bracket && joint != "of" && joint != "from") return {};
  ++at;
  if (is(article_.tokens[at], WordClass::determiner) && at + 1 < article_.tokens.size()) ++at;
  const Index name = name_at(article_, article_.tokens[at].span.begin);
  if (name == kNone || article_.names[name].name_kind != NameKind::organisation) return {};
  const Index end = token_from(article_, article_.names[name].span.end);
  const bool closed = end < article_.tokens.size() && article_.text(article_.tokens[end]) == ")";
  return bracket && !closed ? std::string() : full_name(article_, article_.names[name]);
}

// "the ministry": the last organisation named before whose name has that word.
std::string SourceReader::body_called(const std::string& head, std::uint32_t before,
                                      const std::string& qualifier) const {
  const auto end =
      std::ranges::lower_bound(article_.names, before, {}, [](const Mention& m) { return m.span.begin; });
  int looked = 0;
  for (auto at = end; at != article_.names.begin() && looked < 200; ++looked) {
    --at;
    if (at->name_kind != NameKind::organisation) continue;
    const std::string full = full_name(article_, *at);
    const std::string lowered = lower_case(full);
    const auto found = lowered.find(head);
    const bool whole = found != std::string::npos && (found == 0 || lowered[found - 1] == ' ') &&
                       (found + head.size() == lowered.size() || lowered[found + head.size()] == ' ');
    if (whole && lowered.find(qualifier) != std::string::npos) return full;
  }
  return {};
}

// Whom the sentence before what is said is about, in the same paragraph: "The minister, Ann Berg, was angry.
// “No,” she said." Null where it is about nobody, or somebody spoke since.
const Mention* SourceReader::person_since(const Saying& saying) const {
  const std::uint32_t begin =
      saying.content.empty() ? saying.cue.begin : std::min(saying.cue.begin, saying.content.front().begin);
  const Index here = sentence_at(article_, begin);
  const bool spoken = !(last_person_.name.empty() && last_person_.role.empty());
  const std::string_view wanted = pronoun_wanted(saying);
  const Mention* may_be = nullptr;
  constexpr Index kFarthest = 3;  // sentences, those but the first of one paragraph
  for (Index back = 1; back <= kFarthest && here != kNone && back <= here; ++back) {
    const Index sentence = here - back;
    if (!scene_.is_news(sentence) || (back > 1 && !scene_.same_block(sentence, here - 1))) break;
    const Span span = article_.sentences[sentence].span;
    if (spoken && last_person_.span.begin >= span.end) break;
    const Mention* subject = person_told_in(sentence);
    if (subject != nullptr && !is_called_otherwise(full_name(article_, *subject), wanted)) {
      const std::string_view told = whose_in(sentence, subject->span.end);
      if (told == wanted) return subject;
      if (may_be == nullptr && told.empty()) may_be = subject;
      continue;
    }
    if (const Mention* only = only_person(sentence); only != nullptr && whose_in(sentence, 0) == wanted)
      return only;
    if (spoken && last_person_.span.begin >= span.begin) break;
  }
  return may_be;
}

// "Ann Berg found [her] brother": what the sentence that is about somebody calls his; empty where it is
// silent. "[His] deputy, Ann Berg": what stands before a name is another's.
std::string_view SourceReader::whose_in(Index sentence, std::uint32_t from) const {
  const Range tokens = article_.sentences[sentence].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    if (article_.tokens[t].tag != Tag::prps || article_.tokens[t].span.begin < from) continue;
    const Spelling word = lower(article_, article_.tokens[t]);
    if (word == "her") return "her";
    if (word == "his") return "his";
  }
  return {};
}

// "thanks to an usher, [Ann Berg], who kept her hand on the door": the one person that a sentence names.
const Mention* SourceReader::only_person(Index sentence) const {
  const Mention* only = nullptr;
  for (const Mention* name : scene_.names_in(article_.sentences[sentence].span)) {
    if (name->name_kind != NameKind::person) continue;
    if (only != nullptr) return nullptr;
    only = name;
  }
  return only;
}

// The last person named before the first verb of a sentence that no preposition governs and who owns nothing.
const Mention* SourceReader::person_before_verb(Index sentence) const {
  const Range chunks = scene_.chunks_of(sentence);
  Index verb = chunks.begin;
  while (verb < chunks.end && scene_.kind(verb) != ChunkKind::verb) ++verb;
  if (verb >= chunks.end || verb == chunks.begin) return nullptr;
  // "Ann Berg, whose daughter Lena died": whom the clause tells of is not the subject's.
  Index relative = chunks.begin;
  while (relative < verb && scene_.kind(relative) != ChunkKind::relative &&
         !scene_.is_word(relative, "whose") && !scene_.words(relative).starts_with("whose "))
    ++relative;
  verb = relative > chunks.begin ? relative : verb;
  const Mention* found = nullptr;
  for (const Mention* name : scene_.names_in(span_of_chunks(article_, {chunks.begin, verb}))) {
    if (name->name_kind != NameKind::person) continue;
    const Index chunk = chunk_at(article_, name->span.begin);
    const bool governed = chunk > chunks.begin && scene_.kind(chunk - 1) == ChunkKind::preposition;
    const Index after = token_from(article_, name->span.end);
    const bool owns = after < article_.tokens.size() && article_.tokens[after].tag == Tag::pos;
    if (!governed && !owns) found = name;
  }
  if (found != nullptr) return found;
  // "At the school, which was closed in May, head teacher Ann Berg has …": the subject of the main clause.
  for (Index i = verb; i < chunks.end; ++i) {
    const Index clause = scene_.kind(i) == ChunkKind::verb ? scene_.clause_of(i) : kNone;
    if (clause == kNone || scene_.clause(clause).kind != ClauseKind::main) continue;
    const Index subject = scene_.subject_of(clause);
    if (subject == kNone || subject <= verb || !scene_.same_sentence(subject, i)) return nullptr;
    const Mention* name = scene_.name_in(scene_.span(subject));
    const bool person =
        name != nullptr && name->name_kind == NameKind::person && name->span.end == scene_.span(subject).end;
    return person ? name : nullptr;
  }
  return nullptr;
}

Source SourceReader::read(const Saying& saying) {
  is_document_ = false;
  if (saying.antecedent.empty()) {
    Source source = saying.rule == "goes-on" ? last_ : Source{};
    source.verb = saying.lemma;
    if (saying.rule == "goes-on") source.span = {};
    return source;
  }
  const Index token = token_from(article_, saying.antecedent.begin);
  const Spelling word = token < article_.tokens.size() ? lower(article_, article_.tokens[token]) : Spelling();
  const bool alone =
      token < article_.tokens.size() && article_.tokens[token].span.end >= saying.antecedent.end;
  Source source;
  const bool person = is_aged(saying.antecedent) ||
                      (alone && (word == "he" || word == "she" || word == "his" || word == "her"));
  const Mention* since = person ? person_since(saying) : nullptr;
  if (since != nullptr) {
    source = read_person(*since);
    if (alone) pronouns_.try_emplace(source.name, pronoun_wanted(saying));
  } else if (Source unnamed = person ? somebody_before(saying.sentence) : Source{};
             !called(unnamed).empty()) {
    source = unnamed;
  } else if (Source turned = person ? somebody_turned_to(saying) : Source{}; !called(turned).empty()) {
    source = turned;
  } else if (person && !called(last_person_).empty()) {
    source = alone ? speaker_called(pronoun_wanted(saying)) : last_person_;
  } else if (Source met = person && !saying.content.empty() ? somebody_met(saying) : Source{};
             !called(met).empty()) {
    source = met;
  } else if (alone && word == "it") {
    // "The bank puts it at 571; it has not published more": of its own sentence, else of the one before.
    const Range chunks = scene_.chunks_of(saying.sentence);
    if (!chunks.empty() && saying.antecedent.begin > scene_.span(chunks.begin).end)
      source = body_before(saying.sentence + 1);
    if (called(source).empty()) source = body_before(saying.sentence);
    if (called(source).empty()) source = last_body_;
  } else if (alone && word == "they") {
    // "Police have arrested 14 men, they said": of its own sentence, else of the one before.
    const Range chunks = scene_.chunks_of(saying.sentence);
    if (!chunks.empty() && saying.antecedent.begin > scene_.span(chunks.begin).end &&
        saying.content.size() == 1 && saying.content.front().end <= saying.antecedent.begin)
      source = people_before(saying.sentence + 1);
    if (called(source).empty()) source = people_before(saying.sentence);
    if (called(source).empty() && !last_is_document_) source = last_;
  } else {
    source = read_words(saying.antecedent);
    const bool acronym = alone && scene_.names_in(saying.antecedent).size() == 1;  // "WHO says"
    if (alone && !acronym &&
        (word == "he" || word == "she" || word == "they" || word == "it" || word == "we" || word == "i" ||
         word == "who")) {
      source = {};
    }
  }
  if (source.of.empty()) source.of = body_spoken_for(source, saying.sentence);
  if (source.of == source.role) source.of.clear();  // "The Managing Director", which looks like a name
  source.verb = saying.lemma;
  source.span = saying.source;
  remember(source);
  return source;
}

// "The department counts 2,892. [A spokeswoman] said": who speaks for nobody told speaks for the body that
// the paragraph is about.
std::string SourceReader::body_spoken_for(const Source& source, Index sentence) const {
  if (!speaks_for_body(source)) return {};
  if (Source body = body_before(sentence); !called(body).empty() && scene_.same_block(sentence, sentence - 1))
    return called(body);
  const Index told = last_body_.span.empty() ? kNone : sentence_at(article_, last_body_.span.begin);
  if (told != kNone && scene_.same_block(told, sentence)) return called(last_body_);
  return source.name.empty() ? std::string() : body_where_introduced(source.name);
}

// "Railway Police made 164 arrests. [Chief Commissioner Ann Berg] presented the figures. … said Berg": the
// body that the paragraph was about where somebody was first named.
std::string SourceReader::body_where_introduced(const std::string& name) const {
  for (const Mention& mention : article_.names) {
    if (mention.name_kind != NameKind::person || full_name(article_, mention) != name) continue;
    const Index sentence = sentence_at(article_, mention.span.begin);
    if (sentence == kNone || sentence == 0 || !scene_.same_block(sentence, sentence - 1)) return {};
    return called(body_before(sentence));
  }
  return {};
}

// "union", "aid group": what a body is, not what somebody is.
bool SourceReader::is_body_role(const std::string& role) {
  const auto last = role.rfind(' ');
  const WordId word = vocabulary().find(last == std::string::npos ? role : role.substr(last + 1));
  return word != 0 && vocabulary().is(word, WordClass::organisation) &&
         !vocabulary().is(word, WordClass::role);
}

// What "it" may stand for: no "all", no "retailers".
bool SourceReader::may_be_body(const std::string& role) {
  const auto last = role.rfind(' ');
  const WordId word = vocabulary().find(last == std::string::npos ? role : role.substr(last + 1));
  if (word == 0) return true;
  return vocabulary().may_be(word, Pos::noun) && vocabulary().lemma_id(word, Pos::noun) == word;
}

// "the group's coordinator", no "members", no "health cluster".
bool SourceReader::is_one_person(const std::string& role) {
  const auto first = role.find(" of ");
  const std::string words = role.substr(0, first);
  const auto last = words.rfind(' ');
  const WordId word = vocabulary().find(last == std::string::npos ? words : words.substr(last + 1));
  if (word == 0 || words.empty()) return !words.empty() && words.back() != 's';
  const WordId one = vocabulary().lemma_id(word, Pos::noun);
  const Vocabulary& known = vocabulary();
  const bool person = known.is(one, WordClass::role) || known.is(one, WordClass::person) ||
                      known.is(one, WordClass::source_noun);
  return one == word && person && !known.is(one, WordClass::group);
}

void SourceReader::remember(const Source& source) {
  if (source.name.empty() && source.role.empty()) return;
  last_ = source;
  last_is_document_ = is_document_;
  const bool known = persons_.contains(source.name);
  if (known && !is_document_ && persons_[source.name].role.empty()) persons_[source.name].role = source.role;
  // A spokesman speaks for his body: "he" may be the one, "it" the other.
  const bool unnamed_body = (source.name.empty() && !source.anonymous) || is_body_role(source.role);
  if ((known && !is_document_) || (is_one_person(source.role) && !is_document_)) last_person_ = source;
  // "the report of Ann Berg": she is no report.
  if (known && is_document_) {
    last_person_ = persons_[source.name];
    last_person_.name = source.name;
  }
  constexpr std::size_t kSpoken = 6;
  if (!called(last_person_).empty() && (spoken_.empty() || called(spoken_.back()) != called(last_person_))) {
    if (spoken_.size() == kSpoken) spoken_.erase(spoken_.begin());
    spoken_.push_back(last_person_);
  }
  if (known || (source.name.empty() && (!unnamed_body || !may_be_body(source.role)))) return;
  last_body_ = source;
  if (!source.name.empty()) last_body_.role.clear();
}

Speaker speaker_of(const Source& source) {
  return {source.name, source.role, source.of};
}

std::string called(const Source& source) {
  return !source.name.empty() ? source.name : source.role;
}

}  // namespace tally
