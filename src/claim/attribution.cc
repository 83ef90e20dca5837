// Sayings → attributions: chains of sources and what status each gives its content.
#include "claim/attribution.h"

#include <algorithm>

#include "base/characters.h"
#include "claim/sources.h"
#include "mention/names.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::size_t kLongestSourceLine = 200;  // bytes
constexpr Index kMostRows = 400;                 // blocks of a table above its source line

class Attributor {
 public:
  Attributor(const Scene& scene, Attributions& out)
      : scene_(scene), article_(scene.article()), out_(out), reader_(scene) {}

  void run() {
    out_.sayings = find_sayings(scene_);
    // Sources are read in the order in which they stand, not their contents.
    std::vector<Index> order(out_.sayings.size());
    for (Index i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(
        order, {}, [&](Index i) { return std::pair(out_.sayings[i].sentence, out_.sayings[i].cue.begin); });
    out_.sources.resize(out_.sayings.size());
    for (const Index i : order) read(i);
    for (Index i = 0; i < article_.sentences.size(); ++i) {
      if (scene_.is_news(i)) read_doubt(i);
    }
    for (Index i = 0; i < article_.blocks.size(); ++i) read_source_line(i);
    std::ranges::stable_sort(out_.list, {}, [](const Attribution& a) { return a.content.begin; });
  }

 private:
  void read(Index i);
  void read_source_line(Index block);
  void read_doubt(Index sentence);
  void read_doubting_adverbs(Index chunk, Span whole);
  void read_passive_report(Index chunk, const VerbGroup& verb, Span whole);
  void read_check(Index chunk, const VerbGroup& verb, Index sentence);
  [[nodiscard]] Status status_of_check(Index chunk, const VerbGroup& verb, Range chunks) const;
  [[nodiscard]] std::vector<std::string> checkers_after(Index chunk, Range chunks) const;
  void add_unsaid(Span content, Status status, Span cue);
  [[nodiscard]] Status status_of(const Saying& saying, const Source& source) const;
  [[nodiscard]] bool is_outlet(const Source& source) const;
  [[nodiscard]] bool vouches(const Saying& saying) const;
  void add_inner(const Saying& saying, std::vector<Source>& chain) const;

  const Scene& scene_;
  const Article& article_;
  Attributions& out_;
  SourceReader reader_;
};

bool Attributor::is_outlet(const Source& source) const {
  const auto names = scene_.names_in(source.span);
  return std::ranges::any_of(names, [](const Mention* name) { return name->rule == "outlet"; }) ||
         source.role.find("report") != std::string::npos || source.role.find("media") != std::string::npos;
}

Status Attributor::status_of(const Saying& saying, const Source& source) const {
  const Token& token = article_.tokens[saying.token];
  if (saying.kind == SayingKind::hedge)
    return is(token, WordClass::claim_verb) ? Status::alleged : Status::reported;
  const bool confirms = is(token, WordClass::confirm_verb) && !is(token, WordClass::report_verb);
  if (confirms) return saying.negated ? Status::unverified : Status::confirmed;
  if (is(token, WordClass::deny_verb)) return Status::denied;
  const bool claims =
      is(token, WordClass::claim_verb) && (!is(token, WordClass::report_verb) || saying.lemma == "accuse");
  if (claims || saying.lemma == "allegation" || saying.lemma == "claim" || saying.lemma == "accusation")
    return Status::alleged;
  if (source.anonymous &&
      (source.role.find("source") != std::string::npos || source.role.find("rumo") != std::string::npos))
    return Status::reported;
  if (is_outlet(source)) return Status::reported;
  return Status::stated;
}

// "confirmed a report by Yonhap that …", "told DailyNK that …": names between the verb and the content.
void Attributor::add_inner(const Saying& saying, std::vector<Source>& chain) const {
  const Span content = saying.content.front();
  const bool verb = saying.kind == SayingKind::reported || saying.kind == SayingKind::speech;
  if (!verb || saying.source.begin > saying.cue.begin || content.begin <= saying.cue.end ||
      content.begin - saying.cue.end > 160)
    return;
  const Token& token = article_.tokens[saying.token];
  const bool checks = (is(token, WordClass::confirm_verb) && !is(token, WordClass::report_verb)) ||
                      is(token, WordClass::deny_verb);
  for (const Mention* name : scene_.names_in({saying.cue.end, content.begin})) {
    if (name->name_kind != NameKind::organisation && name->name_kind != NameKind::person) continue;
    Source other{.name = full_name(article_, *name),
                 .role = {},
                 .of = {},
                 .verb = checks ? "report" : "be told",
                 .span = name->span};
    // What was confirmed came first; whom it was told to comes after.
    chain.insert(checks ? chain.begin() : chain.end(), std::move(other));
    return;
  }
}

// What somebody wants, fears or asks is not vouched for; what he believes, shows or forecasts is.
bool Attributor::vouches(const Saying& saying) const {
  if (saying.asked) return false;
  if (saying.kind != SayingKind::stance) return true;
  const Token& token = article_.tokens[saying.token];
  if (is_any(token, {WordClass::count_verb, WordClass::put_verb, WordClass::speak_verb})) return true;
  // "expects to hire 40" is a plan, "expects sales to fall to 40" a forecast.
  const Index first = chunk_at(article_, saying.content.front().begin);
  const bool own_plan = is(token, WordClass::plan_verb) &&
                        (!is(token, WordClass::forecast_verb) || scene_.kind(first) == ChunkKind::verb);
  return is_any(token, {WordClass::show_verb, WordClass::opinion_verb, WordClass::forecast_verb}) &&
         !is_any(token, {WordClass::stance_verb, WordClass::urge_verb}) && !own_plan;
}

void Attributor::read(Index i) {
  const Saying& saying = out_.sayings[i];
  std::vector<Source> chain;
  const Source source = reader_.read(saying);
  if (!source.name.empty() || !source.role.empty()) chain.push_back(source);
  add_inner(saying, chain);
  out_.sources[i] = chain;
  const Status status = status_of(saying, source);
  if (!vouches(saying)) return;
  // What somebody did not say is not vouched for; what he could not confirm is in doubt.
  if (saying.negated && status != Status::unverified) return;
  for (const Span content : saying.content) {
    Attribution attribution{.content = content,
                            .sources = chain,
                            .status = status,
                            .status_by = {},
                            .cue = saying.cue,
                            .saying = i};
    const bool checked =
        status == Status::confirmed || status == Status::denied || status == Status::unverified;
    if (checked && !called(source).empty()) {
      // "The Defense and Unification Ministries": each by its own name.
      for (const Mention* name : scene_.names_in(saying.source)) {
        if (name->name_kind == NameKind::organisation)
          attribution.status_by.push_back(full_name(article_, *name));
      }
      if (attribution.status_by.empty()) attribution.status_by.push_back(called(source));
    }
    out_.list.push_back(std::move(attribution));
  }
}

// "Source: Ministry of Health" under a table or a list: all its rows are the ministry's.
void Attributor::read_source_line(Index block) {
  const Span line = article_.blocks[block].span;
  const std::string_view text = article_.text(line);
  const auto colon = text.substr(0, 10).find(':');
  if (colon == std::string_view::npos || colon + 2 >= text.size() || text.size() > kLongestSourceLine) return;
  const std::string label = lower_case(text.substr(0, colon));
  if (label != "source" && label != "sources" && label != "data") return;
  Index first = block;
  const auto is_row = [&](Index at) {
    const BlockKind kind = article_.blocks[at].kind;
    return kind == BlockKind::list_item || kind == BlockKind::table_cell;
  };
  while (first > 0 && block - first < kMostRows && is_row(first - 1)) --first;
  if (first == block) return;
  const std::uint32_t begin = line.begin + static_cast<std::uint32_t>(colon) + 2;
  Saying saying;
  saying.kind = SayingKind::given;
  saying.lemma = label;
  saying.source = saying.antecedent = {begin, line.end};
  saying.cue = {line.begin, begin};
  Source source = reader_.read(saying);
  // In a line of capitals names are found badly: the words up to a mark are it.
  const std::string_view words = article_.text(saying.source);
  const auto names = scene_.names_in(saying.source);
  if (is_upper(static_cast<unsigned char>(words.front())) &&
      (names.empty() || names.front()->span.begin != begin)) {
    source.name = words.substr(0, words.find_first_of(",;.(\n"));
    while (!source.name.empty() && source.name.back() == ' ') source.name.pop_back();
    source.role.clear();
  }
  if (called(source).empty()) return;
  Attribution rows;
  rows.content = {article_.blocks[first].span.begin, article_.blocks[block - 1].span.end};
  rows.sources = {source};
  rows.cue = saying.cue;
  out_.list.push_back(std::move(rows));
}

// "reportedly", "is said to have", "none of this has been verified": words that
// set the status of their sentence without a saying.
void Attributor::read_doubt(Index sentence) {
  const Range chunks = scene_.chunks_of(sentence);
  const Span whole = article_.sentences[sentence].span;
  for (Index i = chunks.begin; i < chunks.end; ++i) {
    const ChunkKind kind = scene_.kind(i);
    // An adverb between the words of a verb is part of its group: "was reportedly killed".
    if (kind == ChunkKind::adverb || kind == ChunkKind::verb) read_doubting_adverbs(i, whole);
    if (kind != ChunkKind::verb) continue;
    const VerbGroup verb = verb_group(article_, i);
    read_passive_report(i, verb, whole);
    read_check(i, verb, sentence);
  }
}

// "reportedly", "allegedly".
void Attributor::read_doubting_adverbs(Index chunk, Span whole) {
  const Range tokens = article_.chunks[chunk].tokens;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = article_.tokens[t];
    if (token.tag != Tag::rb || !is(token, WordClass::reportedly)) continue;
    const Spelling word = lower(article_, token);
    const Status status =
        word.starts_with("alleg") || word.starts_with("suppos") || word.starts_with("purport")
            ? Status::alleged
            : Status::reported;
    add_unsaid(whole, status, token.span);
  }
}

// "is said to have left", "are believed to be".
void Attributor::read_passive_report(Index chunk, const VerbGroup& verb, Span whole) {
  const Token& head = scene_.head(chunk);
  if (verb.passive && verb.finite && !verb.negated && scene_.kind(chunk + 1) == ChunkKind::verb &&
      scene_.same_sentence(chunk, chunk + 1) && verb_group(article_, chunk + 1).infinitive &&
      (is(head, WordClass::report_verb) || is(head, WordClass::opinion_verb) ||
       is(head, WordClass::claim_verb))) {
    const Status status = is(head, WordClass::claim_verb) ? Status::alleged : Status::reported;
    add_unsaid(whole, status, scene_.span(chunk));
  }
}

// "could not be independently verified": this sentence before it, or the one before.
void Attributor::read_check(Index chunk, const VerbGroup& verb, Index sentence) {
  const Token& head = scene_.head(chunk);
  if (!verb.passive || !is(head, WordClass::confirm_verb) || is(head, WordClass::report_verb)) return;
  const Range chunks = scene_.chunks_of(sentence);
  const Span cue = scene_.span(chunk);
  Span content = {article_.sentences[sentence].span.begin, cue.begin};
  const Index clause = scene_.clause_of(chunk);
  const bool own_sentence = clause == kNone || scene_.clause(clause).parent == kNone;
  // "The claim could not be verified": too short to tell what was checked.
  if (own_sentence && sentence > 0 && scene_.same_block(sentence, sentence - 1) && content.size() < 60) {
    content = article_.sentences[sentence - 1].span;
  }
  add_unsaid(content, status_of_check(chunk, verb, chunks), cue);
  out_.list.back().status_by = checkers_after(chunk, chunks);
}

// The negation may stand a few chunks before the verb; where "not all" was verified, some of it was.
Status Attributor::status_of_check(Index chunk, const VerbGroup& verb, Range chunks) const {
  bool part = false;
  bool negated = verb.negated;
  for (Index c = std::max(chunks.begin, chunk < 6 ? 0 : chunk - 6); c < chunk; ++c) {
    for (Index t = article_.chunks[c].tokens.begin; t < article_.chunks[c].tokens.end; ++t) {
      if (!is_negation(article_, t)) continue;
      negated = true;
      const Spelling next =
          t + 1 < article_.tokens.size() ? lower(article_, article_.tokens[t + 1]) : Spelling();
      if (next == "all" || next == "every") part = true;
    }
  }
  if (!negated) return Status::confirmed;
  return part ? Status::reported : Status::unverified;
}

// "verified by the Ministry": by name, or by the words where none is named.
std::vector<std::string> Attributor::checkers_after(Index chunk, Range chunks) const {
  std::vector<std::string> checkers;
  for (Index c = chunk + 1; c < std::min(chunks.end, chunk + 4); ++c) {
    if (scene_.kind(c) == ChunkKind::preposition && scene_.words(c) == "by" &&
        scene_.kind(c + 1) == ChunkKind::noun) {
      for (const Mention* name : scene_.names_in(scene_.span(c + 1)))
        checkers.push_back(full_name(article_, *name));
      if (checkers.empty()) checkers.push_back(scene_.words(c + 1).str());
    }
  }
  return checkers;
}

void Attributor::add_unsaid(Span content, Status status, Span cue) {
  out_.list.push_back(
      {.content = content, .sources = {}, .status = status, .status_by = {}, .cue = cue, .saying = kNone});
}

int weight(Status status) {
  switch (status) {
    case Status::denied:
      return 5;
    case Status::confirmed:
      return 4;
    case Status::unverified:
      return 3;
    case Status::alleged:
      return 2;
    case Status::reported:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

Vouching Attributions::of(Span span) const {
  Vouching vouching;
  std::vector<const Attribution*> around;
  const auto end =
      std::ranges::upper_bound(list, span.begin, {}, [](const Attribution& a) { return a.content.begin; });
  for (auto at = static_cast<std::size_t>(end - list.begin()); at-- > 0 && around.size() < 16;) {
    if (farthest_[at] <= span.begin) break;
    // Most of the span: a claim may start a word before its content.
    const Span content = list[at].content;
    const std::uint32_t shared = std::min(content.end, span.end) - std::max(content.begin, span.begin);
    if (content.overlaps(span) && shared * 2 > span.size()) around.push_back(&list[at]);
  }
  // A content that begins inside the span, past a lead-in such as "said that".
  for (auto at = static_cast<std::size_t>(end - list.begin());
       at < list.size() && list[at].content.begin < span.end; ++at) {
    const Span content = list[at].content;
    const std::uint32_t shared = std::min(content.end, span.end) - content.begin;
    if (shared * 2 > span.size()) around.push_back(&list[at]);
  }
  std::ranges::stable_sort(around, {}, [](const Attribution* a) { return a->content.size(); });
  for (const Attribution* one : around) {
    for (const Source& source : one->sources) {
      const bool there = std::ranges::any_of(
          vouching.sources, [&](const Source& s) { return s.name == source.name && s.role == source.role; });
      if (!there) vouching.sources.push_back(source);
    }
    if (weight(one->status) > weight(vouching.status)) {
      vouching.status = one->status;
      vouching.status_by = one->status_by;
    }
  }
  return vouching;
}

Attributions attribute(const Scene& scene) {
  Attributions attributions;
  Attributor(scene, attributions).run();
  std::uint32_t farthest = 0;
  for (const Attribution& one : attributions.list) {
    farthest = std::max(farthest, one.content.end);
    attributions.farthest_.push_back(farthest);
  }
  return attributions;
}

Attributions attribute(const Article& article) {
  return attribute(Scene(article));
}

}  // namespace tally
