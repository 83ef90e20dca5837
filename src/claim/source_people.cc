// Whom a paragraph has turned to since somebody spoke last → what "he" and "she" stand for.
//
//   "For |Kay Lyle|, who grew up there, it comes too late. “…,” she says."
//   "its director, |Tunde Salako|, resigned in January. He had been there for a year. “…,” he said."
//   "|A swimmer| opens the door. She has done this often. “You again,” she says."
#include <algorithm>

#include "claim/sources.h"
#include "mention/names.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {

// "her" for "she" and "her", "his" for all else.
std::string_view SourceReader::pronoun_wanted(const Saying& saying) const {
  const Spelling pronoun = lower(article_, article_.tokens[token_from(article_, saying.antecedent.begin)]);
  return pronoun == "she" || pronoun == "her" ? "her" : "his";
}

// By which pronoun a person is called: "Mr", "Mrs" before its name say so, and "spokeswoman"; empty where
// nothing does.
std::string_view SourceReader::pronoun_of(const std::string& name) const {
  static constexpr NamedWords kMen = {"mr", "mr.", "sir", "lord", "king", "prince"};
  static constexpr NamedWords kWomen = {"mrs",  "mrs.", "ms",    "ms.",     "miss",
                                        "dame", "lady", "queen", "princess"};
  if (!titles_read_) {
    titles_read_ = true;
    for (const Mention& mention : article_.names) {
      const Index first = token_from(article_, mention.span.begin);
      if (mention.name_kind != NameKind::person || first == 0) continue;
      const Spelling title = lower(article_, article_.tokens[first - 1]);
      if (kMen.contains(title)) pronouns_.try_emplace(full_name(article_, mention), "his");
      if (kWomen.contains(title)) pronouns_.try_emplace(full_name(article_, mention), "her");
    }
  }
  if (const auto known = pronouns_.find(name); known != pronouns_.end()) return known->second;
  const auto person = persons_.find(name);
  const std::string_view role = person == persons_.end() ? std::string_view(name) : person->second.role;
  if (role.ends_with("woman")) return "her";
  // A chairman may be anybody.
  const bool man = role.ends_with("spokesman") || role.ends_with("businessman") ||
                   role.ends_with("policeman") || role.ends_with("fisherman") || role == "man";
  return man ? "his" : std::string_view();
}

bool SourceReader::is_called_otherwise(const std::string& name, std::string_view wanted) const {
  const std::string_view pronoun = pronoun_of(name);
  return !pronoun.empty() && pronoun != wanted;
}

// The person whose name closes a noun chunk; null where none does.
const Mention* SourceReader::person_named_by(Index chunk) const {
  if (scene_.kind(chunk) != ChunkKind::noun) return nullptr;
  const Mention* name = scene_.name_in(scene_.span(chunk));
  const bool person = name != nullptr && name->name_kind == NameKind::person;
  return person && name->span.contains(scene_.head(chunk).span) ? name : nullptr;
}

// Whether what follows a name, past its apposition, is a verb: "Tunde Salako, [a lawyer], resigned".
bool SourceReader::acts(Index chunk, Index end) const {
  constexpr Index kLongest = 8;  // chunks of an apposition
  Index at = chunk + 1;
  if (at < end && scene_.is_word(at, ",")) {
    const Index open = at++;
    while (at < end && !scene_.is_word(at, ",") && at - open < kLongest && scene_.kind(at) != ChunkKind::verb)
      ++at;
    if (at < end && scene_.is_word(at, ",")) ++at;
  }
  while (at < end && scene_.kind(at) == ChunkKind::adverb) ++at;
  return at < end && scene_.kind(at) == ChunkKind::verb && !verb_group(article_, at).infinitive;
}

// "…, and the museum's director, [Tunde Salako], resigned": the one person in a sentence whom a verb follows
// and nothing governs; null where none is, or two are.
const Mention* SourceReader::person_acting(Index sentence) const {
  const Range chunks = scene_.chunks_of(sentence);
  const Mention* found = nullptr;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    const Mention* name = person_named_by(i);
    const bool free = i == chunks.begin || scene_.kind(i - 1) == ChunkKind::punctuation ||
                      scene_.kind(i - 1) == ChunkKind::conjunction || scene_.kind(i - 1) == ChunkKind::adverb;
    if (name == nullptr || !free || !acts(i, chunks.end)) continue;
    if (found != nullptr && full_name(article_, *found) != full_name(article_, *name)) return nullptr;
    found = name;
  }
  return found;
}

// "For [Kay Lyle], who …, it comes too late", "In tent 14 lives [Amina]": whom a sentence brings in by its
// order.
const Mention* SourceReader::person_opening(Index sentence) const {
  static constexpr NamedWords kBeing = {"live", "stand", "sit", "wait", "sleep", "work", "lie"};
  const Range chunks = scene_.chunks_of(sentence);
  if (chunks.size() < 2) return nullptr;
  if (scene_.is_word(chunks.begin, "for")) return person_named_by(chunks.begin + 1);
  if (scene_.kind(chunks.begin) != ChunkKind::preposition) return nullptr;
  Index verb = chunks.begin + 1;
  while (verb < chunks.end && scene_.kind(verb) != ChunkKind::verb) {
    const bool governed =
        scene_.kind(verb) != ChunkKind::noun || scene_.kind(verb - 1) == ChunkKind::preposition;
    if (!governed) return nullptr;
    ++verb;
  }
  if (verb + 1 >= chunks.end || !kBeing.contains(lemma(article_, scene_.head(verb)))) return nullptr;
  const Mention* name = scene_.name_in(scene_.span(verb + 1));
  const bool somebody =
      name != nullptr && (name->name_kind == NameKind::person || name->name_kind == NameKind::other);
  return somebody ? name : nullptr;
}

// Whom a sentence is about, or brings in; null where it is nobody with a name.
const Mention* SourceReader::person_told_in(Index sentence) const {
  if (const Mention* subject = person_before_verb(sentence)) return subject;
  const Mention* opening = person_opening(sentence);
  return opening != nullptr ? opening : person_acting(sentence);
}

// "[A swimmer] opens the door. She has done this often": whom the paragraph has brought in without a name.
Source SourceReader::somebody_turned_to(const Saying& saying) const {
  constexpr Index kFarthest = 4;  // sentences
  const std::uint32_t begin =
      saying.content.empty() ? saying.cue.begin : std::min(saying.cue.begin, saying.content.front().begin);
  const Index here = sentence_at(article_, begin);
  const bool she = pronoun_wanted(saying) == "her";
  for (Index back = 1; here != kNone && back <= std::min(kFarthest, here); ++back) {
    const Index sentence = here - back;
    const std::uint32_t from = article_.sentences[sentence].span.begin;
    const bool spoken = !called(last_person_).empty() && last_person_.span.begin >= from;
    if (!scene_.is_news(sentence) || !scene_.same_block(sentence, here) || spoken) break;
    const Index first = scene_.chunks_of(sentence).begin;
    if (scene_.head(first).tag == Tag::nn && brings_in(first, she)) return read_words(scene_.span(first));
    if (!scene_.is_word(first, she ? "she" : "he")) break;
  }
  return {};
}

// "a spokeswoman", "Chief executive Ann Berg": whose office is one of some body.
bool SourceReader::speaks_for_body(const Source& source) {
  static constexpr NamedWords kSpeaking = {"spokesman", "spokeswoman", "spokesperson", "press officer"};
  static constexpr NamedWords kOffices = {
      "executive",   "director",     "president",      "chairman", "chairwoman", "chair",
      "boss",        "manager",      "superintendent", "convener", "spokesman",  "treasurer",
      "spokeswoman", "spokesperson", "convenor",       "head",     "leader",     "commissioner",
      "coordinator", "commander",    "rector",         "principal"};
  if (source.name.empty()) return kSpeaking.contains(source.role);
  const auto last = source.role.rfind(' ');
  return kOffices.contains_lower(source.role.substr(last == std::string::npos ? 0 : last + 1));
}

// Whether these words are a place's name in the article.
bool SourceReader::names_place(std::string_view words) const {
  return std::ranges::any_of(article_.names, [&](const Mention& name) {
    return name.name_kind == NameKind::place && full_name(article_, name) == words;
  });
}

// Who spoke last of those whom a pronoun may stand for; nobody where all are called otherwise.
Source SourceReader::speaker_called(std::string_view wanted) const {
  for (std::size_t i = spoken_.size(); i-- > 0;) {
    if (!is_called_otherwise(called(spoken_[i]), wanted)) return spoken_[i];
  }
  return {};
}

}  // namespace tally
