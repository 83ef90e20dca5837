// The sentence of a number and those beside it → the clause that tells what its count takes in.
#include "record/told_scopes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "record/nearby.h"
#include "record/scope_words.h"
#include "text/named_words.h"

namespace tally {
namespace {

// "Fell to 498, because …"
bool ends_change(const Sheet& sheet, Index b) {
  const Index begin = sheet.first_claim[sheet.claims[b].document];
  for (Index i = begin; i < begin + sheet.document_of(b).claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind == ClaimKind::change && c.quote.overlaps(sheet.claim(b).quote)) return true;
  }
  return false;
}

// "Entered 498, because stillborn children have their own register": right behind the number.
std::string_view because_told(const Sheet& sheet, Index b) {
  const std::string_view behind = words_from(sheet, b);
  for (const std::string_view opener : {", because ", " because ", ", since ", ", as "}) {
    const auto at = behind.find(opener);
    constexpr std::size_t kClose = 24;  // bytes: a unit, a noun
    if (at > kClose || ends_change(sheet, b)) continue;
    const std::string_view clause = behind.substr(at + (opener.front() == ',' ? 2 : 1));
    return clause.substr(0, std::min(clause.find(", "), clause.size()));
  }
  return {};
}

// Of a sentence what stands in the clause of the number and in those right before and behind it.
std::string_view beside(const Sheet& sheet, Index b, std::string_view own) {
  const std::size_t at = words_up_to(sheet, b).size();
  const auto comma_before = [&](std::size_t from) {
    const auto found = from == 0 ? std::string_view::npos : own.rfind(", ", from - 1);
    return found == std::string_view::npos ? std::size_t{0} : found;
  };
  const std::size_t first = comma_before(comma_before(at));
  std::size_t last = own.find_first_of(",;:", at);
  if (last != std::string_view::npos) last = own.find_first_of(",;:", last + 1);
  return own.substr(first, std::min(last, own.size()) - first);
}

// The sentence behind, where it goes on with the number: "It also counts …", "The difference is …".
std::string_view behind(std::size_t end, std::string_view text) {
  static constexpr NamedWords kOpeners = {"it",  "they", "this", "that",  "these", "those",   "he",
                                          "she", "we",   "its",  "their", "both",  "neither", "the"};
  constexpr std::size_t kLongest = 200;  // bytes
  if (end + 2 >= text.size() || text[end] != '.' || text[end + 1] != ' ') return {};
  std::string_view next = text.substr(end + 2, kLongest);
  next = next.substr(0, std::min({next.find(". "), next.find('\n'), next.size()}));
  const std::vector<std::string> words = plain_words(next.substr(0, 16));
  const bool counts = std::ranges::any_of(next, [](char c) { return c >= '0' && c <= '9'; });
  return !words.empty() && !counts && kOpeners.contains(words.front()) ? next : std::string_view();
}

// Whole sentences between the two.
std::string_view between(const Sheet& sheet, Index a, std::size_t begin) {
  const std::string_view text = sheet.document_of(a).text;
  const std::string_view rest = words_from(sheet, a);
  if (rest.data() == nullptr) return {};
  const std::size_t end = static_cast<std::size_t>(rest.data() - text.data()) + rest.size() + 1;
  return end < begin ? text.substr(end, begin - end) : std::string_view();
}

}  // namespace

std::string_view sentence_of(const Sheet& sheet, Index i) {
  const std::string_view before = words_up_to(sheet, i);
  const std::string_view behind = words_from(sheet, i);
  if (before.empty()) return {};
  const std::string_view text = sheet.document_of(i).text;
  const auto begin = static_cast<std::size_t>(before.data() - text.data());
  return text.substr(begin, before.size() + behind.size());
}

std::string_view scope_of(const Sheet& sheet, Index b) {
  const std::string_view text = sheet.document_of(b).text;
  const std::string_view own = sentence_of(sheet, b);
  if (own.empty()) return {};
  if (const auto clause = scope_told(beside(sheet, b, own)); !clause.empty()) return clause;
  if (const auto clause = because_told(sheet, b); !clause.empty()) return clause;
  return scope_told(behind(static_cast<std::size_t>(own.data() - text.data()) + own.size(), text));
}

std::string_view scope_between(const Sheet& sheet, Index a, Index b) {
  const std::string_view own = sentence_of(sheet, b);
  if (own.empty()) return {};
  const auto begin = static_cast<std::size_t>(own.data() - sheet.document_of(b).text.data());
  return scope_told(between(sheet, a, begin));
}

std::string told_scope(std::string_view clause) {
  constexpr std::size_t kLongest = 120;  // bytes
  while (!clause.empty() && (clause.back() == '.' || clause.back() == '"' || clause.back() == ' '))
    clause.remove_suffix(1);
  if (clause.size() > kLongest) clause = clause.substr(0, std::min(clause.rfind(' ', kLongest), kLongest));
  return "they do not take in the same: \"" + std::string(clause) + '"';
}

bool opens_elsewhere(std::string_view sentence) {
  static constexpr std::array<std::string_view, 4> kWhere = {"In ", "At ", "On ", "Across "};
  if (sentence.starts_with("Now ") || sentence.starts_with("Today ")) return true;
  for (const std::string_view where : kWhere) {
    if (!sentence.starts_with(where) || sentence.size() == where.size()) continue;
    const std::string_view next = sentence.substr(where.size());
    const bool name = (next[0] >= 'A' && next[0] <= 'Z') || (next[0] >= '0' && next[0] <= '9');
    return name || next.starts_with("the ");
  }
  return false;
}

bool tells_other_stage(std::string_view sentence) {
  static constexpr NamedWords kGiven = {"named",    "spoken",   "put",      "given",     "announced",
                                        "said",     "reported", "counted",  "estimated", "acknowledged",
                                        "admitted", "told",     "published"};
  static constexpr NamedWords kCounts = {"figure", "count", "toll", "number", "tally", "total"};
  const std::vector<std::string> words = plain_words(sentence);
  for (std::size_t w = 0; w + 1 < words.size(); ++w) {
    const std::string& next = words[w + 1];
    if (words[w] == "had" && kGiven.contains(next)) return true;
    if (words[w] == "first" && (next == "days" || next == "hours" || next == "night")) return true;
    if (words[w] == "later" && (next == "raised" || next == "lowered" || next == "put")) return true;
    if (words[w] == "final" && kCounts.contains(next)) return true;
  }
  return false;
}

}  // namespace tally
