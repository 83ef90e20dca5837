// Sentences after one that names its source → the source of their figures, as far as a reader carries it.
//
//   "According to the chamber's register there are 8,640 doctors. [More than a third of them] are over 60."
//   "Break-ins rose by a tenth, police figures show. ¶ [Officers counted 4,812 of them]."
//
// A document or a count carries its paragraph, and from the first paragraph into the next. What a body says
// is carried only by words that lead back to it ("that is", "of them", "in 2021", "it"), what a person says
// by parts alone. Another speaker, a question, "we", or somebody else's doing ends it.
#include "claim/carried_voice.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "base/characters.h"
#include "claim/source_tokens.h"
#include "claim/sources.h"
#include "text/named_words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

enum class Strength : std::uint8_t { none, person, body, document };

// Who spoke last, and how long ago.
struct Voice {
  const Attribution* by = nullptr;
  Strength strength = Strength::none;
  Index since = kNone;  // the sentence that opened it
  bool first_lines = false;
};

class Carrier {
 public:
  Carrier(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims)
      : scene_(scene), article_(scene.article()), attributions_(attributions), claims_(claims) {}

  void run() {
    sort_figures();
    for (const Attribution& one : attributions_.list) {
      if (one.saying != kNone) speaking_.push_back(&one);
    }
    std::ranges::stable_sort(speaking_, {}, [](const Attribution* one) { return one->cue.begin; });
    std::size_t next = 0;
    for (Index s = 0; s < article_.sentences.size(); ++s) {
      if (!scene_.is_news(s)) continue;
      const std::size_t first = next;
      while (next < figures_.size() && figures_[next].sentence == s) ++next;
      read(s, std::span(figures_).subspan(first, next - first));
    }
  }

 private:
  struct Figure {
    Index sentence;
    Index claim;
    Span number;
  };

  void sort_figures();
  void read(Index sentence, std::span<const Figure> figures);
  void enter(Index sentence);
  void open(Index sentence, std::span<const Figure> figures);
  [[nodiscard]] bool ends(Index sentence) const;
  [[nodiscard]] bool is_carried(Index sentence, const Figure& figure) const;
  [[nodiscard]] bool leads_back(Index sentence, const Figure& figure) const;
  [[nodiscard]] bool is_part(Index sentence, const Figure& figure) const;
  [[nodiscard]] bool is_another(Index noun) const;
  [[nodiscard]] bool is_owned_by_another(Index noun, std::string_view told) const;
  [[nodiscard]] bool is_another_between(Span span) const;
  [[nodiscard]] Strength strength_of(const Attribution& one) const;
  [[nodiscard]] bool is_person(const Source& source) const;
  [[nodiscard]] bool names_document(const Source& source) const;
  [[nodiscard]] bool is_nobodys(const Source& source) const;
  [[nodiscard]] bool tells_movement(Index sentence) const;
  [[nodiscard]] Index sentence_of(const Attribution& one) const {
    return attributions_.sayings[one.saying].sentence;
  }
  void give(const Figure& figure);

  const Scene& scene_;
  const Article& article_;
  const Attributions& attributions_;
  std::vector<Claim>& claims_;
  std::vector<Figure> figures_;
  std::vector<const Attribution*> speaking_;  // by where their words of saying stand
  std::size_t at_ = 0;                        // the first of this sentence or a later one
  std::size_t said_ = 0;                      // the first saying of this sentence or a later one
  Voice voice_;
  Index last_ = kNone;                 // the sentence read last
  const Attribution* lead_ = nullptr;  // who spoke last
  bool rivals_ = false;                // more than one has spoken so far
  bool past_lead_ = false;             // the first paragraph is over
};

void Carrier::sort_figures() {
  for (Index i = 0; i < claims_.size(); ++i) {
    if (claims_[i].kind != ClaimKind::figure || !claims_[i].value) continue;
    // A share in words has another value than its words.
    Span number = claims_[i].quote;
    for (const Mention& amount : Scene::starting_in(article_.amounts, claims_[i].quote)) {
      if (amount.value != claims_[i].value) continue;
      number = amount.span;
      break;
    }
    const Index sentence = sentence_at(article_, number.begin);
    if (sentence != kNone) figures_.push_back({sentence, i, number});
  }
  std::ranges::stable_sort(figures_, {}, [](const Figure& f) { return f.number.begin; });
}

void Carrier::read(Index sentence, std::span<const Figure> figures) {
  enter(sentence);
  last_ = sentence;
  const auto& sayings = attributions_.sayings;
  while (said_ < sayings.size() && sayings[said_].sentence < sentence) ++said_;
  if (said_ < sayings.size() && sayings[said_].sentence == sentence) return open(sentence, figures);
  if (voice_.by == nullptr) return;
  if (ends(sentence)) {
    voice_ = {};
    return;
  }
  for (const Figure& figure : figures) {
    if (is_carried(sentence, figure)) give(figure);
  }
}

// A new paragraph: what the first one tells by a document is gone on with.
void Carrier::enter(Index sentence) {
  if (last_ == kNone || scene_.same_block(last_, sentence)) return;
  const Range clauses = scene_.clauses_of(last_);
  if (scene_.block_kind(last_) == BlockKind::paragraph && !clauses.empty() &&
      scene_.clause(clauses.begin).verb != kNone)
    past_lead_ = true;
  // A lead is a sentence or two.
  const bool short_lead = last_ < 2 || !scene_.same_block(last_ - 2, last_);
  const bool goes_on =
      voice_.first_lines && short_lead && scene_.block_kind(sentence) == BlockKind::paragraph;
  voice_.first_lines = false;
  if (!goes_on) {
    voice_ = {};
  } else {
    voice_.strength = Strength::document;
  }
}

bool Carrier::is_person(const Source& source) const {
  // "police data"
  const std::string_view role = source.role;
  const WordId last = vocabulary().find(role.substr(role.rfind(' ') + 1));
  if (source.name.empty() && last != 0 &&
      vocabulary().is(vocabulary().lemma_id(last, Pos::noun), WordClass::report_noun))
    return false;
  const auto names = scene_.names_in(source.span);
  if (std::ranges::any_of(names, [](const Mention* name) { return name->name_kind == NameKind::person; }))
    return true;
  const Range tokens = token_range(article_, source.span);
  if (tokens.empty()) return true;
  const Token& head = article_.tokens[first_head(article_, tokens)];
  return head.tag == Tag::prp || (is_person_word(head) && !is(head, WordClass::organisation));
}

// "The figures", "the official count of the dead": a document that nobody is told to have made.
bool Carrier::is_nobodys(const Source& source) const {
  if (!source.name.empty() || !names_document(source)) return false;
  for (const Mention* name : scene_.names_in(source.span)) {
    if (name->name_kind != NameKind::place && name->name_kind != NameKind::people) return false;
  }
  return std::ranges::none_of(tokens_within(article_, source.span), [](const Token& token) {
    return is_any(token,
                  {WordClass::organisation, WordClass::source_noun, WordClass::role, WordClass::group});
  });
}

bool Carrier::names_document(const Source& source) const {
  return std::ranges::any_of(tokens_within(article_, source.span),
                             [](const Token& token) { return is(token, WordClass::report_noun); });
}

Strength Carrier::strength_of(const Attribution& one) const {
  if (one.sources.empty() || one.saying == kNone || one.status == Status::denied ||
      one.status == Status::unverified || one.status == Status::alleged)
    return Strength::none;
  const Saying& saying = attributions_.sayings[one.saying];
  if (saying.kind == SayingKind::hedge || saying.kind == SayingKind::speech || saying.rule == kBracketed)
    return Strength::none;
  if (is_nobodys(one.sources.front())) return Strength::none;
  // "The minister has figures, too."
  const bool has_list = saying.rule == "sourced";
  if (is_person(one.sources.front()) && !has_list) return Strength::person;
  const bool counts = saying.kind == SayingKind::given || saying.kind == SayingKind::according;
  return counts || names_document(one.sources.front()) ? Strength::document : Strength::body;
}

// The last who speaks in a sentence; a document's figures go on to its end.
void Carrier::open(Index sentence, std::span<const Figure> figures) {
  voice_ = {};
  std::size_t speakers = 0;
  for (; at_ < speaking_.size() && sentence_of(*speaking_[at_]) <= sentence; ++at_) {
    if (sentence_of(*speaking_[at_]) < sentence) continue;
    ++speakers;
    const Attribution* before = voice_.by != nullptr ? voice_.by : lead_;
    voice_.by = speaking_[at_];
    const bool same = before == nullptr || before->sources.empty() || voice_.by->sources.empty() ||
                      called(before->sources.front()) == called(voice_.by->sources.front());
    lead_ = voice_.by;
    rivals_ = rivals_ || !same;
  }
  voice_.strength = voice_.by == nullptr ? Strength::none : strength_of(*voice_.by);
  if (voice_.strength == Strength::none) {
    voice_ = {};
    return;
  }
  voice_.since = sentence;
  voice_.first_lines = !past_lead_ && !rivals_ &&
                       (voice_.strength == Strength::document ||
                        (voice_.strength == Strength::body && tells_movement(sentence)));
  if (voice_.strength != Strength::document || speakers > 2 || ends(sentence)) return;
  const Attribution& by = *voice_.by;
  for (const Figure& figure : figures) {
    const std::uint32_t at = figure.number.begin;
    const bool behind =
        at > by.cue.end && at > by.content.begin && !by.sources.front().span.overlaps(figure.number);
    if (!behind) continue;
    if (is_another_between({by.cue.end, at})) break;
    if (is_carried(sentence, figure)) give(figure);
  }
}

// "…, by the firm's account, and [analysts at Noble] put it at 12": somebody behind no preposition.
bool Carrier::is_another_between(Span span) const {
  for (Index i = chunk_at(article_, span.begin); i < article_.chunks.size() && scene_.span(i).end <= span.end;
       ++i) {
    const bool governed = i > 0 && scene_.kind(i - 1) == ChunkKind::preposition;
    if (scene_.span(i).begin >= span.begin && !governed && is_another(i)) return true;
  }
  return false;
}

// "Thefts fell to their lowest since 2015, the office said": a report on numbers, which the next paragraph
// gives.
bool Carrier::tells_movement(Index sentence) const {
  const auto around = scene_.claims_around(article_.sentences[sentence].span);
  return std::ranges::any_of(around, [&](Index i) {
    const Claim& claim = claims_[i];
    return (claim.kind == ClaimKind::change || claim.kind == ClaimKind::comparison) &&
           article_.sentences[sentence].span.contains(claim.quote);
  });
}

// Somebody else who acts: no pronoun for a thing, nobody who is counted, not the source itself.
bool Carrier::is_another(Index noun) const {
  if (noun == kNone || scene_.kind(noun) != ChunkKind::noun) return false;
  const Token& head = scene_.head(noun);
  if (head.tag == Tag::prp) {
    static constexpr NamedWords kThings = {"it", "they", "these", "those", "this", "that"};
    return !kThings.contains(lower(article_, head));
  }
  if (!Scene::starting_in(article_.amounts, scene_.span(noun)).empty()) return false;
  const Source& source = voice_.by->sources.front();
  const std::string told = lower_case(source.name + ' ' + source.role + ' ' + source.of);
  if (told.find(lower(article_, head).view()) != std::string::npos) return false;
  if (is_owned_by_another(noun, told)) return true;
  // A name that no list knows is somebody's too, a place's is not.
  const auto names = scene_.names_in(scene_.span(noun));
  // Those who are told of in numbers tell nothing themselves.
  static constexpr NamedWords kCounted = {"household", "family", "couple", "people"};
  if (kCounted.contains(lemma(article_, head))) return false;
  // "[Farmers] sent in 640": a plain word has a capital where its sentence begins.
  const Index first = article_.sentences[article_.chunks[noun].sentence].tokens.begin;
  const bool plain = article_.chunks[noun].head == first && head.word != 0 && names.empty();
  const bool named =
      (head.tag == Tag::nnp || head.tag == Tag::nnps) && !plain &&
      !is_any(head, {WordClass::place, WordClass::month, WordClass::weekday, WordClass::time}) &&
      std::ranges::none_of(names, [&](const Mention* name) {
        return name->span.contains(head.span) &&
               (name->name_kind == NameKind::place || name->name_kind == NameKind::people);
      });
  const bool one = head.tag == Tag::nn && is_any(head, {WordClass::role, WordClass::person});
  return named || one ||
         (is_any(head, {WordClass::organisation, WordClass::source_noun}) &&
          !is(head, WordClass::report_noun));
}

// "[The bank's own model] comes to 4.6".
bool Carrier::is_owned_by_another(Index noun, std::string_view told) const {
  const Range tokens = article_.chunks[noun].tokens;
  for (Index t = tokens.begin + 1; t < tokens.end; ++t) {
    if (article_.tokens[t].tag != Tag::pos) continue;
    const Token& owner = article_.tokens[t - 1];
    return is_any(owner, {WordClass::organisation, WordClass::source_noun, WordClass::role}) &&
           told.find(lower(article_, owner).view()) == std::string_view::npos;
  }
  return false;
}

// A question, "we", somebody else's doing.
bool Carrier::ends(Index sentence) const {
  static constexpr NamedWords kNarrator = {"we", "i", "us", "our", "my", "me"};
  const Range tokens = article_.sentences[sentence].tokens;
  if (tokens.empty() || article_.text(article_.tokens[tokens.end - 1]) == "?") return true;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = article_.tokens[t];
    if ((token.tag == Tag::prp || token.tag == Tag::prps) && kNarrator.contains(lower(article_, token)) &&
        !scene_.is_quoted(token.span))
      return true;
  }
  const Range clauses = scene_.clauses_of(sentence);
  return voice_.since != sentence && !clauses.empty() && is_another(scene_.subject_of(clauses.begin));
}

// "14 of them", "Of the dead nine were", a part of a number told before.
bool Carrier::is_part(Index sentence, const Figure& figure) const {
  if (claims_[figure.claim].whole != kNone) return true;
  static constexpr NamedWords kBack = {"them", "these", "those", "whom", "which"};
  const Index chunk = chunk_at(article_, figure.number.begin);
  if (chunk == kNone) return false;
  const bool of_them = scene_.same_sentence(chunk, chunk + 2) && scene_.words(chunk + 1) == "of" &&
                       kBack.contains(scene_.words(chunk + 2).view());
  const Index first = scene_.chunks_of(sentence).begin;
  return of_them || scene_.is_word(first, "of") || scene_.is_word(first, "among");
}

// "That is", "It was", "In all", "In 2019": an opening that goes on from what was told.
bool Carrier::leads_back(Index sentence, const Figure& figure) const {
  if (is_part(sentence, figure)) return true;
  static constexpr NamedWords kOpening = {"it", "that", "this", "altogether", "overall"};
  const Range chunks = scene_.chunks_of(sentence);
  const Index first = chunks.begin;
  if (kOpening.contains(scene_.words(first).view())) return true;
  const bool whole = scene_.is_word(first, "in") && first + 1 < chunks.end &&
                     (scene_.is_word(first + 1, "all") || scene_.is_word(first + 1, "total"));
  const Index time = scene_.kind(first) == ChunkKind::preposition ? first + 1 : first;
  return whole || (time < chunks.end && scene_.kind(time) == ChunkKind::time &&
                   claims_[figure.claim].period.has_value());
}

bool Carrier::is_carried(Index sentence, const Figure& figure) const {
  const Claim& claim = claims_[figure.claim];
  if (!claim.attribution.empty() || claim.status != Status::stated || scene_.is_quoted(figure.number))
    return false;
  const Index chunk = chunk_at(article_, figure.number.begin);
  const Index clause = chunk == kNone ? kNone : scene_.verb_clause_of(chunk);
  const Index subject = clause == kNone ? kNone : scene_.subject_of(clause);
  if (subject != kNone && scene_.same_sentence(subject, chunk) && is_another(subject)) return false;
  const Index away = sentence - voice_.since;
  switch (voice_.strength) {
    case Strength::document:
      return away <= 3;
    case Strength::body:
      return away <= 2 && leads_back(sentence, figure);
    case Strength::person:
      return away <= 1 && is_part(sentence, figure);
    default:
      return false;
  }
}

void Carrier::give(const Figure& figure) {
  Claim& claim = claims_[figure.claim];
  claim.attribution = voice_.by->sources;
  claim.status = voice_.by->status;
  claim.status_by = voice_.by->status_by;
  voice_.since = figure.sentence;
}

}  // namespace

void carry_voices(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims) {
  Carrier(scene, attributions, claims).run();
}

}  // namespace tally
