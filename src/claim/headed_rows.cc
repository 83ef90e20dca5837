// See headed_rows.h.
#include "claim/headed_rows.h"

#include <algorithm>
#include <ranges>

#include "base/characters.h"
#include "tally/utf8.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr Index kLongestLabel = 6;  // tokens
constexpr Index kLongestTail = 4;   // tokens, without what stands in brackets

class RowFinder {
 public:
  RowFinder(const Scene& scene, Index sentence)
      : scene_(scene), article_(scene.article()), tokens_(article_.sentences[sentence].tokens) {}

  std::optional<HeadedRows> find() {
    const Index colon = find_colon();
    if (colon == kNone) return std::nullopt;
    HeadedRows found;
    const Index first = chunk_at(article_, article_.tokens[tokens_.begin].span.begin);
    const Index past = chunk_at(article_, article_.tokens[colon].span.begin);
    if (first == kNone || past == kNone || past <= first || !heads_rows({first, past})) return std::nullopt;
    found.head = {first, past};
    found.by_month = says_by_month(colon);
    months_ = found.by_month;
    if (!read_items(colon + 1, found.rows) || found.rows.size() < 2) return std::nullopt;
    if (months_ && !std::ranges::all_of(found.rows, [&](const HeadedRow& row) { return is_month(row); }))
      return std::nullopt;
    return found;
  }

 private:
  [[nodiscard]] std::string_view text(Index token) const { return article_.text(article_.tokens[token]); }
  [[nodiscard]] const Token& token(Index at) const { return article_.tokens[at]; }

  // The one colon of the sentence, but for those of clock times; kNone where there are more, or none.
  [[nodiscard]] Index find_colon() const {
    Index found = kNone;
    for (Index i = tokens_.begin; i + 3 < tokens_.end; ++i) {
      if (text(i) != ":") continue;
      if (found != kNone) return kNone;
      found = i;
    }
    return found == tokens_.begin ? kNone : found;
  }

  // A noun group, with or without a verb; "She said:" heads no rows.
  [[nodiscard]] bool heads_rows(Range head) const {
    bool noun = false;
    for (Index i = head.begin; i < head.end; ++i) {
      noun = noun || scene_.kind(i) == ChunkKind::noun || scene_.kind(i) == ChunkKind::time;
      if (scene_.kind(i) != ChunkKind::verb) continue;
      if (is_any(scene_.head(i), {WordClass::report_verb, WordClass::claim_verb, WordClass::ask_verb,
                                  WordClass::urge_verb, WordClass::stance_verb}))
        return false;
    }
    return noun;
  }

  // "by month", "each month".
  [[nodiscard]] bool says_by_month(Index colon) const {
    for (Index i = tokens_.begin + 1; i < colon; ++i) {
      const Spelling word = lower(article_, token(i));
      if (word != "month") continue;
      const Spelling before = lower(article_, token(i - 1));
      if (before == "by" || before == "per" || before == "each" || before == "every") return true;
    }
    return false;
  }

  [[nodiscard]] bool is_month(const HeadedRow& row) const {
    return row.label.size() == 1 && is(token(row.label.begin), WordClass::month);
  }

  bool read_items(Index from, std::vector<HeadedRow>& rows) const {
    Index end = tokens_.end;
    if (end > from && (text(end - 1) == "." || text(end - 1) == ";")) --end;
    const std::string_view between = has_semicolon(from, end) ? ";" : ",";
    int depth = 0;
    Index begin = from;
    for (Index i = from; i <= end; ++i) {
      if (i < end && text(i) == "(") ++depth;
      if (i < end && text(i) == ")") --depth;
      if (i < end && (depth != 0 || text(i) != between)) continue;
      // "porters, cooks and drivers 512": what has no number goes with what comes.
      if (i < end && between == "," && !has_number(begin, i)) continue;
      if (!read_item({begin, i}, rows)) return false;
      begin = i + 1;
    }
    return true;
  }

  [[nodiscard]] bool has_semicolon(Index from, Index end) const {
    for (Index i = from; i < end; ++i) {
      if (text(i) == ";") return true;
    }
    return false;
  }

  [[nodiscard]] bool has_number(Index from, Index end) const {
    for (Index i = from; i < end; ++i) {
      if (token(i).kind == TokenKind::number) return true;
    }
    return false;
  }

  // A label, a number, and "and" with another such row behind it.
  bool read_item(Range item, std::vector<HeadedRow>& rows) const {
    Index at = item.begin;
    while (at < item.end && opens_label(at)) ++at;
    HeadedRow row;
    row.label.begin = at;
    while (at < item.end && (at == row.label.begin || !amount_from(at))) {
      if (at - row.label.begin > kLongestLabel || (is_finite(token(at).tag) && token(at).tag != Tag::vbd))
        return false;
      ++at;
    }
    if (at >= item.end) return false;
    row.amount = amount_from(at);
    row.label.end = at;
    while (row.label.end > row.label.begin && is_mark(row.label.end - 1)) --row.label.end;
    if (row.label.empty() || !is_label(row.label, at)) return false;
    Index past = at;
    while (past < item.end && token(past).span.begin < row.amount->span.end) ++past;
    row.tail = {past, item.end};
    for (Index i = past; i < item.end; ++i) {
      if (lower(article_, token(i)) != "and" || !has_number(i, item.end)) continue;
      row.tail.end = i;
      if (!is_tail(row.tail)) return false;
      rows.push_back(row);
      return read_item({i + 1, item.end}, rows);
    }
    if (!is_tail(row.tail)) return false;
    rows.push_back(row);
    return true;
  }

  [[nodiscard]] bool opens_label(Index at) const {
    const Spelling word = lower(article_, token(at));
    return word == "and" || word == "in" || word == "for" || is_mark(at);
  }

  [[nodiscard]] bool is_mark(Index at) const { return token(at).kind == TokenKind::punctuation; }

  // A year, a month under "by month", or words; a date in full and its day are no row.
  [[nodiscard]] bool is_label(Range label, Index number) const {
    // "Northwest 148": a capital names as well as a noun does.
    const bool words = std::ranges::any_of(std::views::iota(label.begin, label.end), [&](Index i) {
      return is_nominal(token(i).tag) || is_adjective(token(i).tag) || is(token(i), WordClass::month) ||
             is_upper(code_point_at(text(i), 0).value);
    });
    if (has_number(label.begin + 1, label.end)) return false;
    const Mention* date = date_at(token(number).span.begin);
    const bool in_date = date != nullptr && date->span.begin < token(number).span.begin;
    if (in_date) return months_ && words;
    if (date != nullptr) return false;  // "in 2018"
    if (words) return true;
    const Mention* year = date_at(token(label.begin).span.begin);
    return year != nullptr && year->period && year->span.end <= token(label.end - 1).span.end;
  }

  [[nodiscard]] const Mention* date_at(std::uint32_t byte) const {
    return scene_.date_over({byte, byte + 1});
  }

  // The longest number or sum that begins at a token; null where a year or nothing does.
  [[nodiscard]] const Mention* amount_from(Index at) const {
    const Mention* found = nullptr;
    const Span here{token(at).span.begin, token(at).span.begin + 1};
    for (const Mention& amount : Scene::starting_in(article_.amounts, here)) {
      const bool value = amount.value && amount.value->printed() && amount.kind != MentionKind::ordinal;
      if (value && (found == nullptr || amount.span.size() > found->span.size())) found = &amount;
    }
    return found;
  }

  // What may stand behind the number: a participle, a bracket, a share.
  [[nodiscard]] bool is_tail(Range tail) const {
    Index words = 0;
    int depth = 0;
    for (Index i = tail.begin; i < tail.end; ++i) {
      if (text(i) == ")") --depth;
      if (depth == 0 && is_finite(token(i).tag) && token(i).tag != Tag::vbd) return false;
      words += depth == 0 && token(i).kind == TokenKind::word;
      if (text(i) == "(") ++depth;
    }
    return words <= kLongestTail;
  }

  const Scene& scene_;
  const Article& article_;
  Range tokens_;
  bool months_ = false;
};

}  // namespace

std::optional<HeadedRows> headed_rows(const Scene& scene, Index sentence) {
  return RowFinder(scene, sentence).find();
}

}  // namespace tally
