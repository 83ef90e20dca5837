// The printed names of the enumerations in the public headers, as exports and dumps use them.
#include <array>
#include <cstddef>

#include "tally/article.h"
#include "tally/claim.h"
#include "tally/mention.h"
#include "tally/record.h"
#include "tally/syntax.h"
#include "tally/value.h"

namespace tally {
namespace {

template <class E, std::size_t N>
constexpr std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  const auto at = static_cast<std::size_t>(value);
  return at < N ? names[at] : std::string_view{};
}

constexpr std::array<std::string_view, 8> kModifiers = {"exact",     "about",   "more_than", "at_least",
                                                        "less_than", "at_most", "between",   "vague"};
constexpr std::array<std::string_view, 2> kBases = {"printed", "implied"};
constexpr std::array<std::string_view, 4> kDirections = {"", "up", "down", "none"};
constexpr std::array<std::string_view, 13> kGrains = {"none", "second", "minute",  "hour", "day",
                                                      "week", "month",  "quarter", "half", "season",
                                                      "year", "decade", "century"};
constexpr std::array<std::string_view, 12> kMentionKinds = {"number",   "ordinal", "percent", "money",
                                                            "quantity", "range",   "date",    "time",
                                                            "duration", "set",     "name",    "quote"};
constexpr std::array<std::string_view, 7> kNameKinds = {"",       "person", "organisation", "place",
                                                        "people", "work",   "other"};
constexpr std::array<std::string_view, 11> kBlockKinds = {"title",      "subtitle", "byline",    "dateline",
                                                          "paragraph",  "heading",  "list_item", "quotation",
                                                          "table_cell", "caption",  "furniture"};
constexpr std::array<std::string_view, 17> kPos = {"x",     "adj",   "adp",   "adv", "aux",  "cconj",
                                                   "det",   "intj",  "noun",  "num", "part", "pron",
                                                   "propn", "punct", "sconj", "sym", "verb"};
constexpr std::array<std::string_view, 49> kTags = {
    "",    "CC",  "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR",   "JJS",  "LS",  "MD",   "NN",
    "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR",   "RBS",  "RP",  "SYM",  "TO",
    "UH",  "VB",  "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",    "WP$",  "WRB", "HYPH", "ADD",
    "AFX", "NFP", "GW",   ",",   ".",   ":",   "``",   "''",  "-LRB-", "-RRB-"};
constexpr std::array<std::string_view, 6> kClaimKinds = {"figure", "change",    "comparison",
                                                         "event",  "statement", "absence"};
constexpr std::array<std::string_view, 7> kStatuses = {"stated",     "confirmed", "reported",   "alleged",
                                                       "unverified", "denied",    "undisclosed"};
constexpr std::array<std::string_view, 6> kModalities = {"observed",    "planned", "forecast",
                                                         "conditional", "asked",   "negated"};
constexpr std::array<std::string_view, 12> kAggregates = {
    "", "year", "half", "quarter", "month", "week", "day", "total", "event", "share", "rate", "level"};
constexpr std::array<std::string_view, 4> kDateBases = {"unknown", "given", "found", "inferred"};
constexpr std::array<std::string_view, 6> kStandings = {"single",  "repeated", "agreed",
                                                        "revised", "disputed", "set_aside"};
constexpr std::array<std::string_view, 5> kVerdicts = {"holds", "fails", "explained", "depends",
                                                       "cannot_tell"};
constexpr std::array<std::string_view, 5> kVerdictsForPeople = {"adds up", "does not add up", "explained",
                                                                "depends", "cannot tell"};
constexpr std::array<std::string_view, 7> kDecisionOps = {"accept",    "correct", "reject", "same",
                                                          "different", "prefer",  "exclude"};

constexpr std::array<std::string_view, 11> kChunkKinds = {
    "noun",        "verb",         "time",     "adjective",   "adverb", "preposition",
    "conjunction", "subordinator", "relative", "punctuation", "other"};
constexpr std::array<std::string_view, 7> kClauseKinds = {
    "main", "relative", "complement", "adverbial", "participle", "infinitive", "fragment"};

}  // namespace

std::string_view name(ChunkKind kind) {
  return pick(kChunkKinds, kind);
}
std::string_view name(ClauseKind kind) {
  return pick(kClauseKinds, kind);
}
std::string_view name(Modifier modifier) {
  return pick(kModifiers, modifier);
}

std::optional<Modifier> modifier_named(std::string_view word) {
  for (std::size_t i = 0; i < kModifiers.size(); ++i) {
    if (kModifiers[i] == word) return static_cast<Modifier>(i);
  }
  return std::nullopt;
}

std::string_view name(Basis basis) {
  return pick(kBases, basis);
}
std::string_view name(Direction direction) {
  return pick(kDirections, direction);
}
std::string_view name(Grain grain) {
  return pick(kGrains, grain);
}
std::string_view name(MentionKind kind) {
  return pick(kMentionKinds, kind);
}
std::string_view name(NameKind kind) {
  return pick(kNameKinds, kind);
}
std::string_view name(BlockKind kind) {
  return pick(kBlockKinds, kind);
}
std::string_view name(Pos pos) {
  return pick(kPos, pos);
}
std::string_view name(Tag tag) {
  return tag == Tag::currency ? "$" : pick(kTags, tag);
}
std::string_view name(ClaimKind kind) {
  return pick(kClaimKinds, kind);
}
std::string_view name(Status status) {
  return pick(kStatuses, status);
}
std::string_view name(Modality modality) {
  return pick(kModalities, modality);
}
std::string_view name(Aggregate aggregate) {
  return pick(kAggregates, aggregate);
}
std::string_view name(DateBasis basis) {
  return pick(kDateBases, basis);
}
std::string_view name(Standing standing) {
  return pick(kStandings, standing);
}
std::string_view name(Verdict verdict) {
  return pick(kVerdicts, verdict);
}
std::string_view said_to_people(Verdict verdict) {
  return pick(kVerdictsForPeople, verdict);
}
std::string_view name(DecisionOp op) {
  return pick(kDecisionOps, op);
}

}  // namespace tally
