// Times that stand outside the words of a figure's own clause and still date it.
//
//   "Last year, the ministry says, 1,846 people fell ill"   what opens a sentence dates all that it tells
//   "March alone brought 182"                               the subject is the time
//   "Three were hurt in Monday's crash"                     the happening that it is tied to has a date
#include <algorithm>
#include <ranges>
#include <string>

#include "claim/periods.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// "40 in April, [and in May, when the rains came, 52]", "310 bicycles, [and in May alone 52 cars]": a clause
// that is joined on and opens with a time.
bool joins_on_time(const Scene& scene, Index joint) {
  static constexpr NamedWords kJoints = {"and", "but", "while", "whereas", "yet", "though", "although"};
  Index time = joint + 1;
  if (scene.same_sentence(joint, time) && scene.kind(time) == ChunkKind::preposition) ++time;
  if (!scene.same_sentence(joint, time) || scene.kind(time) != ChunkKind::time) return false;
  const bool set_off = (scene.same_sentence(joint, time + 1) && scene.is_word(time + 1, ",")) ||
                       (joint > 0 && scene.same_sentence(joint, joint - 1) && scene.is_word(joint - 1, ","));
  return set_off && kJoints.contains(lower(scene.article(), scene.head(joint)));
}

// Where the part of the sentence begins that a chunk stands in: behind the last semicolon, colon or dash, or
// behind what joins on a clause that opens with a time.
Index part_begin(const Scene& scene, Index chunk) {
  const Index first = scene.chunks_of(scene.article().chunks[chunk].sentence).begin;
  for (Index i = chunk; i > first; --i) {
    if (scene.kind(i - 1) == ChunkKind::punctuation &&
        (scene.is_word(i - 1, ";") || scene.is_word(i - 1, ":")))
      return i;
    if (joins_on_time(scene, i - 1)) return i;
  }
  return first;
}

}  // namespace

When fronted_time(const Scene& scene, Index chunk) {
  const Index first = part_begin(scene, chunk);
  const Index clause = scene.verb_clause_of(chunk);
  Index limit = chunk;
  // "sold 8,100 in 2022, and [in 2023], after the rebuilding, 12,400": the verb stands before what is joined
  // on.
  const auto lower_to = [&](Index bound) {
    if (bound >= first && bound < limit) limit = bound;
  };
  if (clause != kNone) {
    lower_to(scene.clause(clause).verb);
    lower_to(scene.clause(clause).subject);
  }
  When found;
  constexpr Index kFarthest = 10;
  for (Index i = first; i < limit && i < first + kFarthest; ++i) {
    const ChunkKind kind = scene.kind(i);
    if (kind == ChunkKind::verb || kind == ChunkKind::relative || kind == ChunkKind::subordinator) break;
    // Only a phrase with a preposition, or the time alone, opens a sentence.
    const bool opens = i == first || kind != ChunkKind::noun || scene.kind(i - 1) == ChunkKind::preposition;
    if (!opens) break;
    if (kind != ChunkKind::time) continue;
    // "In May, the month before, …", "Since 2011": only a time that says when.
    const When when = when_of(scene, i);
    if (when.known() && when.role == TimeRole::at) found = when;
  }
  return found;
}

bool opens_joined_part(const Scene& scene, Index time) {
  for (const Index back : {1U, 2U}) {
    if (time >= back && scene.same_sentence(time, time - back) && joins_on_time(scene, time - back))
      return true;
  }
  return false;
}

When time_joined_on(const Scene& scene, Index chunk) {
  const Index first = part_begin(scene, chunk);
  return first > 0 && scene.same_sentence(first, first - 1) && joins_on_time(scene, first - 1)
             ? fronted_time(scene, chunk)
             : When{};
}

When time_of_subject(const Scene& scene, Index clause) {
  const Index subject = scene.clause(clause).subject;
  const Index verb = scene.clause(clause).verb;
  if (subject == kNone || verb == kNone || subject > verb) return {};
  if (scene.kind(subject) == ChunkKind::time) return when_of(scene, subject);
  // "The worst case of the year, in Hollen in [February], led to …"
  if (verb - subject > 12) return {};
  for (Index i = subject + 1; i < verb; ++i) {
    if (scene.kind(i) == ChunkKind::verb || scene.kind(i) == ChunkKind::relative) return {};
    if (scene.kind(i) != ChunkKind::time || scene.kind(i - 1) != ChunkKind::preposition) continue;
    // "the worst case of the year" does not say which; "the dead of that year", "of 2018" do.
    const Mention* date = scene.date_of(i);
    const bool which = date != nullptr && !scene.article().text(date->span).starts_with("the ");
    if (scene.is_word(i - 1, "of") && !which) continue;
    const When when = when_of(scene, i);
    if (when.known() && when.role == TimeRole::at) return when;
  }
  return {};
}

namespace {

// "[these] five weeks", "over [the same] three months", "in [that] period food": the words point at a time.
bool points_at_time(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Range tokens = article.chunks[chunk].tokens;
  const auto word = [&](Index t) { return t < tokens.end ? lower(article, article.tokens[t]) : Spelling(); };
  Index t = tokens.begin;
  const Spelling first = word(t);
  const bool same = word(first == "the" ? t + 1 : t) == "same";
  if (same)
    t += first == "the" ? 2 : 1;
  else if (first == "these" || first == "those" || first == "that" || first == "this")
    ++t;
  else
    return false;
  constexpr Index kNumber = 2;  // words of a number before the noun
  for (Index i = t; i < tokens.end && i <= t + kNumber; ++i) {
    if (is(article.tokens[i], WordClass::time)) return true;
  }
  return false;
}

// The date printed last before that stands on its own: not "a year earlier", "the same period of 2022".
const Mention* date_told_before(const Scene& scene, std::uint32_t here, bool stretch) {
  constexpr std::uint32_t kFarthest = 400;  // bytes
  const Article& article = scene.article();
  const auto before = Scene::starting_in(article.dates, {here > kFarthest ? here - kFarthest : 0, here});
  for (const Mention& date : std::views::reverse(before)) {
    if (!date.period || !date.period->known() || date.period->interval != stretch) continue;
    if (date.period->open_from || date.period->open_to || date.span.end > here) continue;
    const bool seen_from_another =
        date.relative && date.relative->anchor == RelativeDate::Anchor::focus && date.relative->offset != 0;
    const std::string_view words = article.text(date.span);
    if (!seen_from_another && !words.starts_with("the same") && !words.starts_with("same")) return &date;
  }
  return nullptr;
}

// "rose to 2,914, [and] since then": what follows is told by itself.
bool is_joined_on(const Article& article, Range tokens) {
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    if (article.tokens[t].tag == Tag::cc || article.tokens[t].tag == Tag::comma) return true;
  }
  return false;
}

}  // namespace

When time_pointed_to(const Scene& scene, Index clause) {
  const Range chunks = scene.clause(clause).chunks;
  for (Index i = std::max<Index>(chunks.begin, 1); i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::time && scene.kind(i) != ChunkKind::noun) continue;
    if (!scene.same_sentence(i, i - 1) || scene.kind(i - 1) != ChunkKind::preposition) continue;
    if (!points_at_time(scene, i)) continue;
    if (const Mention* own = scene.date_in(scene.span(i)); own != nullptr && (own->period || own->relative))
      continue;
    const Mention* date = date_told_before(scene, scene.span(i).begin, true);
    if (date == nullptr) continue;
    return {.period = date->period, .basis = Basis::implied, .chunk = i, .span = scene.span(i)};
  }
  return {};
}

When time_since_then(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Range tokens = article.sentences[article.chunks[chunk].sentence].tokens;
  const Index number = article.chunks[chunk].tokens.begin;
  constexpr Index kFarthest = 12;  // words
  for (Index t = std::max(tokens.begin, number - std::min(number, kFarthest)); t + 1 < tokens.end; ++t) {
    if (t > number + kFarthest) break;
    if (!equals_lower(article.text(article.tokens[t]), "since") ||
        !equals_lower(article.text(article.tokens[t + 1]), "then"))
      continue;
    const Mention* date = date_told_before(scene, article.tokens[t].span.begin, false);
    if (date == nullptr || (t > number && is_joined_on(article, {number, t}))) return {};
    return {.period = date->period,
            .basis = Basis::implied,
            .role = TimeRole::since,
            .chunk = chunk,
            .span = cover(article.tokens[t].span, article.tokens[t + 1].span)};
  }
  return {};
}

namespace {

// "At that time 940 rangers …", "Then 52 people died", "cost 15 guilders then"
bool points_back(const Scene& scene, Range tokens) {
  const Article& article = scene.article();
  const auto word = [&](Index t) { return t < tokens.end ? lower(article, article.tokens[t]) : Spelling(); };
  if (word(tokens.begin) == "then" || (word(tokens.begin) == "back" && word(tokens.begin + 1) == "then"))
    return true;
  if (word(tokens.begin) == "at" && word(tokens.begin + 1) == "that" && word(tokens.begin + 2) == "time")
    return true;
  // "cost 15 guilders then", but "more than then"
  return tokens.size() > 2 && word(tokens.end - 2) == "then" && article.tokens[tokens.end - 3].tag != Tag::in;
}

bool tells_past(const Scene& scene, Index clause) {
  if (clause == kNone || scene.clause(clause).verb == kNone) return true;
  const VerbGroup verb = verb_group(scene.article(), scene.clause(clause).verb);
  return verb.past && !verb.perfect;
}

}  // namespace

When time_then(const Scene& scene, Index chunk) {
  const Article& article = scene.article();
  const Range tokens = article.sentences[article.chunks[chunk].sentence].tokens;
  if (!points_back(scene, tokens)) return {};
  // "Then there is Upper Tesna, where 49,100 were reached" goes on in the present.
  const Index clause = scene.verb_clause_of(chunk);
  if (!tells_past(scene, clause)) return {};
  const Range clauses = scene.clauses_of(article.chunks[chunk].sentence);
  if (!clauses.empty() && !tells_past(scene, clauses.begin)) return {};
  const std::uint32_t here = article.tokens[tokens.begin].span.begin;
  const Mention* point = date_told_before(scene, here, false);
  const Mention* stretch = date_told_before(scene, here, true);
  const bool later = point != nullptr && (stretch == nullptr || stretch->span.begin < point->span.begin);
  const Mention* date = later ? point : stretch;
  if (date == nullptr) return {};
  return {.period = date->period, .basis = Basis::implied};
}

namespace {

// "the accident of [12 August] on the quarry road near Torv": the day that the phrases up to here tell, told
// with no verb in between.
When day_of_phrases(const Scene& scene, Index end) {
  constexpr Index kFarthest = 8;  // chunks
  for (Index back = 1; back <= kFarthest && back <= end; ++back) {
    const Index i = end - back;
    if (!scene.same_sentence(i, end)) return {};
    const ChunkKind kind = scene.kind(i);
    if (kind == ChunkKind::time) {
      const When when = when_of(scene, i);
      const bool day = when.period && when.period->from.day != 0 && when.role == TimeRole::at;
      return back == 1 || day ? when : When{};
    }
    if (kind != ChunkKind::noun && kind != ChunkKind::preposition) return {};
  }
  return {};
}

}  // namespace

When time_of_antecedent(const Scene& scene, Index clause) {
  const Clause& added = scene.clause(clause);
  if (added.kind != ClauseKind::relative || added.marker == kNone || added.marker == 0) return {};
  if (!scene.is_word(added.marker, "which")) return {};
  // "on 3 June, in which two died"
  Index comma = added.marker - 1;
  const bool within = scene.is_word(comma, "in") && comma > 0;
  if (within) --comma;
  if ((!within && added.parent == kNone) || comma == 0 || !scene.same_sentence(comma, added.marker) ||
      !scene.is_word(comma, ","))
    return {};
  if (!within && scene.kind(comma - 1) != ChunkKind::time) return {};
  When when = within ? day_of_phrases(scene, comma) : when_of(scene, comma - 1);
  // "Since the raid of May 2023, in which two died": in May
  if (within && when.role == TimeRole::since && when.period && when.period->from.known()) {
    when.period = Period::of(when.period->from);

    when.role = TimeRole::at;
  }
  return when.role == TimeRole::at ? when : When{};
}

When time_of_entry(const Scene& scene, Index sentence) {
  constexpr Index kLongestEntry = 12;  // sentences
  Index first = sentence;
  while (first > 0 && sentence - first < kLongestEntry && scene.same_block(first - 1, sentence)) --first;
  const Range chunks = scene.chunks_of(first);
  if (chunks.size() < 2 || scene.kind(chunks.begin) != ChunkKind::time) return {};
  const ChunkKind next = scene.kind(chunks.begin + 1);
  const bool alone = chunks.size() == 2 && next == ChunkKind::punctuation && first != sentence;
  const std::string_view mark = scene.head_text(chunks.begin + 1);
  const bool set_off =
      next == ChunkKind::punctuation && (mark == ":" || mark == "–" || mark == "—" || mark == "-");
  if (!alone && !set_off) return {};
  When when = when_of(scene, chunks.begin);
  const bool dated =
      when.period && when.period->known() && !when.period->interval && when.role == TimeRole::at;
  if (!dated || when.period->from.month == 0) return {};
  when.basis = Basis::implied;
  when.chunk = kNone;
  return when;
}

When time_of_happening(const Scene& scene, Index clause) {
  const Range chunks = scene.clause(clause).chunks;
  for (Index i = chunks.begin + 1; i < chunks.end; ++i) {
    if (scene.kind(i) != ChunkKind::noun || scene.clause_of(i) != clause) continue;
    const bool lasts = is(scene.head(i), WordClass::happening) || is(scene.head(i), WordClass::time);
    if (scene.kind(i - 1) != ChunkKind::preposition || !lasts) continue;
    const bool governs = scene.is_word(i - 1, "in") || scene.is_word(i - 1, "during") ||
                         scene.is_word(i - 1, "after") || scene.is_word(i - 1, "at");
    if (!governs) continue;
    const Mention* date = scene.date_in(scene.span(i));
    if (date == nullptr || date->kind != MentionKind::date) continue;
    When when = when_printed(*date, i);
    when.basis = Basis::implied;
    return when;
  }
  return {};
}

}  // namespace tally
