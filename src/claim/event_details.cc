// Chunks and figures → the places and the parts of an event.
#include "claim/event_details.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "mention/gazetteer.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

bool is_placing(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" ||
         preposition == "off" || preposition == "on" || preposition == "across" || preposition == "of" ||
         preposition == "to" || preposition == "from" || preposition == "through" || preposition == "into" ||
         preposition == "around" || preposition == "over" || preposition == "under" ||
         preposition == "inside";
}

void add_place(EventDetail& detail, std::string place) {
  if (std::ranges::find(detail.where, place) == detail.where.end()) detail.where.push_back(std::move(place));
}

// "in Kyoto", "Milan's San Vittore prison", "struck Kyoto"; not "the Rwanda deal".
bool says_where(const Scene& scene, Index chunk, const Mention& name) {
  const Article& article = scene.article();
  const Token& head = scene.head(chunk);
  if (name.span.contains(head.span) || is(head, WordClass::place)) return true;
  const Index after = token_from(article, name.span.end);
  return after < article.tokens.size() && article.tokens[after].tag == Tag::pos;
}

// "in a hospital", "in an African country"; not "at sea", "in prison".
bool is_place_noun(const Scene& scene, Index chunk) {
  const Spelling preposition = preposition_of(scene.article(), chunk);
  const bool there =
      preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside";
  const Token& first = scene.article().tokens[scene.article().chunks[chunk].tokens.begin];
  const auto names = scene.names_in(scene.span(chunk));
  const bool demonym = !names.empty() && names.front()->name_kind == NameKind::people;
  return there && is(scene.head(chunk), WordClass::place) && is(first, WordClass::determiner) &&
         (names.empty() || demonym);
}

// The verb right before a chunk in its sentence takes somebody or something to a place.
bool goes_there(const Scene& scene, Index chunk) {
  for (Index back = 1; back <= chunk && scene.same_sentence(chunk, chunk - back); ++back) {
    const Index i = chunk - back;
    if (scene.kind(i) != ChunkKind::verb) continue;
    return is_any(scene.head(i), {WordClass::travel_verb, WordClass::arrive_verb, WordClass::leave_verb});
  }
  return false;
}

// "At Norrvik", "flown to Oltesk", "outside the Eastern Terminal": a name that nothing is known of stands
// where places stand. What a gazetteer of first names takes for a person is one only in other company.
bool stands_as_place(const Scene& scene, Index chunk, const Mention& name, std::string_view preposition) {
  const bool there = preposition == "at" || preposition == "near" || preposition == "outside" ||
                     preposition == "inside" || preposition == "through" || preposition == "above" ||
                     preposition == "below" || preposition == "off";
  const Token& head = scene.head(chunk);
  // "Of the Linden Court care home", "through the St Anne mine": what it names is a place by its noun.
  const bool of_place = is(head, WordClass::place) && head.tag == Tag::nn &&
                        name.span.end < head.span.begin && name.name_kind != NameKind::people &&
                        name.name_kind != NameKind::place;
  if (of_place && is_placing(preposition)) return true;
  const bool spread = preposition == "across" || preposition == "under";
  // "The Eastern Terminal", and what it names: "the Port Ansel counting centre".
  const bool named_last = name.span.contains(head.span) || name.span.end >= head.span.begin ||
                          (is(head, WordClass::place) && there);
  if (!named_last) return false;
  if (name.name_kind == NameKind::person) {
    const bool place_in = preposition == "in" && chunk >= 2 && scene.same_sentence(chunk, chunk - 2) &&
                          is(scene.head(chunk - 2), WordClass::place);
    // "In Walden": a town that is called like a man; nobody is said to be in him.
    const bool alone =
        preposition == "in" && name.rule == "given-name-alone" && name.span == scene.span(chunk) &&
        chunk > 1 &&
        !(scene.same_sentence(chunk, chunk - 2) && is(scene.head(chunk - 2), WordClass::statement_noun));
    return (there || place_in || alone) && name.rule != "title";
  }
  // "Outside Mariner Court", "at the Bahati Hospital"; not "at the Reconnaissance Bureau".
  if (name.name_kind == NameKind::organisation) {
    // "in the New Born Unit of Bahati Referral Hospital"
    const bool within = preposition == "of" && chunk >= 2 && scene.same_sentence(chunk, chunk - 2) &&
                        preposition_of(scene.article(), chunk - 2) == "in";
    return is(head, WordClass::place) ? there || within || preposition == "in" : there && preposition != "at";
  }
  if (name.name_kind != NameKind::other) return false;
  if (is(head, WordClass::happening) || is(head, WordClass::organisation)) return false;
  // "the town of Ventillo"
  const bool place_of = preposition == "of" && chunk >= 2 && scene.same_sentence(chunk, chunk - 2) &&
                        is(scene.head(chunk - 2), WordClass::place);
  return there || spread || place_of || preposition == "in" ||
         (preposition == "to" && goes_there(scene, chunk));
}

// "At Hill 402", "near Gate 4": a name that is a word and a number.
bool is_numbered_place(const Scene& scene, Index chunk, std::string_view preposition) {
  const bool there = preposition == "at" || preposition == "near" || preposition == "outside" ||
                     preposition == "below" || preposition == "above";
  const Article& article = scene.article();
  const Range tokens = article.chunks[chunk].tokens;
  if (tokens.size() != 2) return false;
  const Token& noun = article.tokens[tokens.begin];
  if ((noun.flags & kCapitalised) == 0 || article.tokens[tokens.begin + 1].pos != Pos::num ||
      scene.date_in(scene.span(chunk)) != nullptr)
    return false;
  const bool measured = is_any(noun, {WordClass::measure, WordClass::time, WordClass::report_noun});
  const bool built = vocabulary().is_kind_of(noun.word, "structure") ||
                     vocabulary().is_kind_of(noun.word, "location") || is(noun, WordClass::place);
  return (there && !measured) || (preposition == "in" && built);
}

// "Stood [outside] Mariner Court": the tagger takes the preposition for an adverb.
Spelling placing_word(const Scene& scene, Index chunk) {
  constexpr std::array<std::string_view, 6> kThere = {"outside", "inside", "near", "above", "below", "off"};
  if (chunk > 0 && scene.same_sentence(chunk - 1, chunk) && scene.kind(chunk - 1) == ChunkKind::adverb) {
    Spelling word = lower(scene.article(), scene.head(chunk - 1));
    if (std::ranges::find(kThere, word.view()) != kThere.end()) return word;
  }
  return preposition_of(scene.article(), chunk);
}

}  // namespace

void add_places_of(const Scene& scene, Range chunks, EventDetail& detail) {
  std::vector<std::vector<std::string>> chains;
  std::vector<std::vector<std::string>>
      origins;  // "a canoe from Senegal": where it came from, not where it is
  std::vector<std::string> unknown;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::noun) continue;
    const Spelling preposition = placing_word(scene, i);
    for (const Mention* name : scene.names_in(scene.span(i))) {
      const bool bound = preposition == "for" && goes_there(scene, i);
      if (name->name_kind == NameKind::place &&
          (bound || is_placing(preposition) || says_where(scene, i, *name)))
        (preposition == "from" ? origins : chains).push_back(where_of(scene.article(), *name));
      if (stands_as_place(scene, i, *name, preposition))
        unknown.emplace_back(scene.article().text(name->span));
    }
    if (is_numbered_place(scene, i, preposition)) unknown.emplace_back(scene.article().text(scene.span(i)));
    if (is_place_noun(scene, i)) add_place(detail, std::string(scene.article().text(scene.span(i))));
  }
  if (chains.empty() && unknown.empty() && detail.where.empty()) chains = std::move(origins);
  std::ranges::stable_sort(chains, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (std::vector<std::string>& chain : chains) {
    for (std::string& place : chain) add_place(detail, std::move(place));
  }
  for (std::string& place : unknown) add_place(detail, std::move(place));
}

bool is_wide_place(std::string_view place) {
  using gazetteer::Kind;
  const std::uint32_t kinds = gazetteer::kinds(gazetteer::key_of(place));
  const std::uint32_t wide =
      gazetteer::bit(Kind::country) | gazetteer::bit(Kind::region) | gazetteer::bit(Kind::subdivision);
  // "Mexico" is a city somewhere, too.
  return (kinds & gazetteer::bit(Kind::country)) != 0 ||
         ((kinds & wide) != 0 && (kinds & gazetteer::bit(Kind::city)) == 0);
}

std::string_view role_of(const Token& token) {
  static constexpr std::array<std::pair<WordClass, std::string_view>, 17> kRoles = {
      {{WordClass::kill_verb, "killed"},
       {WordClass::die_verb, "killed"},
       {WordClass::killed_adjective, "killed"},
       {WordClass::killed_noun, "killed"},
       {WordClass::injure_verb, "injured"},
       {WordClass::injured_adjective, "injured"},
       {WordClass::injured_noun, "injured"},
       {WordClass::missing_adjective, "missing"},
       {WordClass::missing_noun, "missing"},
       {WordClass::arrest_verb, "arrested"},
       {WordClass::arrested_adjective, "arrested"},
       {WordClass::displace_verb, "displaced"},
       {WordClass::displaced_adjective, "displaced"},
       {WordClass::rescue_verb, "rescued"},
       {WordClass::infect_verb, "infected"},
       {WordClass::infected_adjective, "infected"},
       {WordClass::arrive_verb, "arrived"}}};
  // Nearly no word tells one.
  static constexpr format::ClassSet kAny = [] {
    format::ClassSet set;
    for (const auto& [word_class, role] : kRoles) set.add(word_class);
    return set;
  }();
  if (!is_any(token, WordClasses(kAny))) return {};
  for (const auto& [word_class, role] : kRoles) {
    if (is(token, word_class)) return role;
  }
  return {};
}

namespace {

std::uint32_t number_of(const Article& article, const Claim& figure) {
  for (const Mention& amount : Scene::starting_in(article.amounts, figure.quote)) {
    if (amount.value == figure.value) return amount.span.begin;
  }
  return figure.quote.begin;
}

// "a woman of [71]"
bool is_age(const Article& article, std::uint32_t number) {
  const Index at = token_from(article, number);
  return at >= 2 && at < article.tokens.size() && article.text(article.tokens[at - 1]) == "of" &&
         article.tokens[at - 2].tag == Tag::nn && is(article.tokens[at - 2], WordClass::person);
}

// What became of those that a figure counts: the word right behind it ("17 dead, 900 displaced"), else the
// first behind the number in its own words ("two died of their injuries"), else the last before ("killing
// seven people and wounding 11").
std::string_view fate_told(const Scene& scene, const Claim& figure, Index sentence) {
  const std::uint32_t number = number_of(scene.article(), figure);
  std::string_view before;
  std::string_view behind;
  const Range chunks = scene.chunks_of(sentence);
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    const std::string_view role = role_of(scene.head(i));
    if (role.empty()) continue;
    const std::uint32_t begin = scene.span(i).begin;
    if (begin > figure.quote.end && begin <= figure.quote.end + 1) return role;
    if (!figure.quote.contains(scene.head(i).span)) continue;
    if (scene.head(i).span.begin < number) before = role;
    if (scene.head(i).span.begin > number && behind.empty()) behind = role;
  }
  return behind.empty() ? before : behind;
}

}  // namespace

void add_casualties(const Scene& scene, std::span<const Claim> figures, Index sentence, EventDetail& detail) {
  const Article& article = scene.article();
  const Span whole = article.sentences[sentence].span;
  for (const Claim& figure : figures) {
    if (figure.kind != ClaimKind::figure || figure.unit != "person" || !figure.value ||
        !whole.contains(figure.quote) || figure.value == detail.count ||
        figure.modality != Modality::observed)
      continue;
    if (is_age(article, number_of(article, figure))) continue;
    const std::string_view role = fate_told(scene, figure, sentence);
    const bool there = std::ranges::any_of(detail.parts, [&](const EventPart& part) {
      return part.value == *figure.value && part.span == figure.quote;
    });
    if (role.empty() || there) continue;
    detail.parts.push_back({.what = figure.measure.population,
                            .role = std::string(role),
                            .value = *figure.value,
                            .span = figure.quote});
  }
}

}  // namespace tally
