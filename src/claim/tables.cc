// Cells of tables → figures. What a cell counts and when is said by the heads of its row and column:
//
//   District | Dry wells 2014 | Dry wells 2015
//   North    | 260            | 212              →  figure 212, "dry well", North, 2015
//
// A cell is read where it is a number and nothing else, its heads name something, and one of them tells a
// time or the number has a unit; the heads are the claim's evidence. The unit stands with the number, else in
// the head of its row or column, else in the line over the table ("Cargo in million tonnes").
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "claim/stages.h"
#include "claim/table_units.h"
#include "mention/numeral.h"
#include "text/named_words.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kLongestCaption = 100;  // bytes

struct CellNumber {
  Value value;
  std::string unit;
};

// "1,100", "12 000", "3.4", "260": a comma alone is one between thousands here, whatever a text may do.
std::optional<grammar::Numeral> numeral_of(std::string_view text) {
  std::string digits(text);
  const bool blanks = digits.find(' ') != std::string::npos;
  if (blanks && digits.find(',') != std::string::npos) return std::nullopt;
  std::ranges::replace(digits, ' ', ',');
  const auto numeral = grammar::read_numeral(digits);
  const bool decimal = numeral && !numeral->value.is_integer();
  return decimal && digits.find('.') == std::string::npos ? std::nullopt : numeral;
}

// A number, with a currency sign before it or a sign of percent behind it, and nothing else.
std::optional<CellNumber> number_of(std::string_view text) {
  CellNumber number;
  for (const auto& [sign, code] : {std::pair{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"₩", "KRW"}}) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(std::string_view(sign).size());
    number.unit = code;
  }
  if (text.ends_with('%')) {
    text.remove_suffix(1);
    number.unit = "percent";
  }
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const auto numeral = numeral_of(text);
  if (!numeral) return std::nullopt;
  number.value = Value::exact(numeral->value, numeral->step);
  return number;
}

// What a head says: a time, a place, and the words that are left.
struct Head {
  std::optional<Period> period;
  std::optional<TableUnit> unit;
  std::string place;
  std::string words;  // lemmas
  bool person = false;
  Grain steps_back = Grain::none;  // "Week ago", "Year earlier"
};

class TableReader {
 public:
  explicit TableReader(Article& article) : article_(article) {}

  void read() {
    const Block* before = nullptr;
    for (const Block& block : article_.blocks) {
      const bool cell = block.kind == BlockKind::table_cell;
      if (cell &&
          (before == nullptr || before->kind != BlockKind::table_cell || before->table != block.table)) {
        day_ = before == nullptr ? RelativeDate{} : day_told_in(*before);
        caption_ = before == nullptr ? Head{} : counted_in(*before);
        now_ = now_told_in(block);
      }
      before = &block;
      if (!cell || block.row == 0 || block.column == 0) continue;
      if (auto number = number_of(article_.text(block.span))) read_cell(block, std::move(*number));
    }
  }

 private:
  void read_cell(const Block& cell, CellNumber number) {
    const Head column = column_head(cell);
    const Head& row = head(cell.row_head);
    auto period = column.period ? column.period : row.period;
    if (column.steps_back != Grain::none) period = before_now(column.steps_back);
    if (period) period = on_day_of(*period);
    // "Offences by region" over columns of years: what all cells count.
    const bool captioned = column.words.empty() && column.period && !caption_.words.empty();
    if (column.words.empty() && row.words.empty() && !captioned) return;
    if (!period) period = caption_.period;
    take_unit(number, row.unit ? row.unit : column.unit ? column.unit : caption_.unit);
    if (!period && number.unit.empty()) return;
    Claim claim;
    claim.kind = ClaimKind::figure;
    claim.quote = cell.span;
    for (const Span span : {cell.row_head, cell.column_head}) {
      if (!span.empty()) claim.evidence.push_back(span);
    }
    claim.value = number.value;
    const bool person = column.person || row.person || (captioned && caption_.person);
    claim.unit = !number.unit.empty() ? std::move(number.unit) : person ? "person" : "";
    claim.period = period;
    claim.measure.place = !row.place.empty() ? row.place : column.place;
    // One head names what is counted; where both do, the row says whom and the column what of them.
    const bool both = !row.words.empty() && !column.words.empty();
    claim.measure.population = row.words.empty() ? column.words : row.words;
    if (both) claim.measure.property = column.words;
    if (captioned) (row.words.empty() ? claim.measure.population : claim.measure.property) = caption_.words;
    if (claim.unit == "percent") claim.measure.aggregate = Aggregate::share;
    claim.rule = "table.cell";
    claim.confidence = 0.8F;
    article_.claims.push_back(std::move(claim));
  }

  // A number with a sign of its own is in what the sign says.
  static void take_unit(CellNumber& number, const std::optional<TableUnit>& told) {
    if (!told || (!number.unit.empty() && number.unit != told->unit)) return;
    const auto value = number.value.best->times(told->factor);
    const auto step = number.value.step.times(told->factor);
    if (!value || !step) return;
    number.value = Value::exact(value->normalised(), step->normalised());
    number.unit = told->unit;
  }

  // "Enrolment on 1 October" over a table with a row a year: the cells hold on that day of theirs.
  [[nodiscard]] RelativeDate day_told_in(const Block& caption) const {
    const Mention* date =
        caption.span.size() < kLongestCaption ? within(article_.dates, caption.span) : nullptr;
    const bool day = date != nullptr && date->relative && date->relative->month != 0 &&
                     date->relative->grain == Grain::none;
    return day ? *date->relative : RelativeDate{};
  }

  // "Table 2. Recorded offences by region" over a table: the recorded offences.
  [[nodiscard]] Head counted_in(const Block& caption) const {
    if (caption.kind == BlockKind::table_cell || caption.span.size() > kLongestCaption) return {};
    std::string_view words = article_.text(caption.span);
    Span span = caption.span;
    if (words.starts_with("Table ") || words.starts_with("Figure ")) {
      const auto end = words.find_first_of(".:");
      if (end == std::string_view::npos) return {};
      span.begin += static_cast<std::uint32_t>(end) + 1;
      words.remove_prefix(end + 1);
    }
    for (const std::string_view mark : {" by ", ",", ":", "("}) {
      const auto end = words.find(mark);
      if (end != std::string_view::npos) words = words.substr(0, end);
    }
    if (words.find(". ") != std::string_view::npos) return {};
    span.end = span.begin + static_cast<std::uint32_t>(words.size());
    Head counted = read_head(span);
    const Head whole = read_head(caption.span);
    if (whole.unit) counted.unit = whole.unit;
    // A sentence before the table may tell of anything.
    const bool sentence = article_.text(caption.span).ends_with('.');
    if (sentence) counted.period.reset();
    if (!sentence && !counted.period) counted.period = whole.period;
    return counted;
  }

  [[nodiscard]] Period on_day_of(const Period& year) const {
    if (day_.month == 0 || year.interval || year.grain() != Grain::year) return year;
    const Date day{.year = year.from.year, .month = day_.month, .day = day_.day};
    return day.valid() ? Period::of(day) : year;
  }

  // "all students | of whom foreign": a column that is a part of the one before counts what that one counts.
  [[nodiscard]] Head column_head(const Block& cell) {
    Head own = head(cell.column_head);
    std::string_view words = article_.text(cell.column_head);
    const bool part =
        words.starts_with("of whom") || words.starts_with("of which") || words.starts_with("thereof");
    if (!part || cell.column < 2) return own;
    const auto at = static_cast<std::size_t>(&cell - article_.blocks.data());
    const Block& before = article_.blocks[at == 0 ? 0 : at - 1];
    if (before.table != cell.table || before.row != cell.row) return own;
    const Head whole = head(before.column_head);
    own.words += (own.words.empty() ? "" : " ") + whole.words;
    own.person = whole.person;
    return own;
  }

  // The same heads stand over and beside many cells.
  [[nodiscard]] const Head& head(Span span) {
    const auto [at, is_new] = heads_.try_emplace(span.begin);
    if (is_new) at->second = read_head(span);
    return at->second;
  }

  [[nodiscard]] Head read_head(Span span) const {
    Head head;
    if (span.size() <= kLongestCaption) head.unit = table_unit(article_.text(span));
    const bool apart = head.unit && head.unit->begin > 0;
    if (apart) span.end = span.begin + static_cast<std::uint32_t>(head.unit->begin);
    const Mention* date = within(article_.dates, span);
    if (date != nullptr && date->period && (!date->relative || names_day(*date))) head.period = date->period;
    const Mention* name = within(article_.names, span);
    const bool place = name != nullptr && name->name_kind == NameKind::place;
    if (place)
      head.place = name->canonical.empty() ? std::string(article_.text(name->span)) : name->canonical;
    head.steps_back = steps_back(span);
    for (const Token& token : tokens_within(article_, span)) {
      if (head.steps_back != Grain::none) break;
      if (date != nullptr && date->span.overlaps(token.span)) continue;
      if (place && name->span.overlaps(token.span)) continue;
      if (token.kind == TokenKind::number && !head.period) head.period = year(article_.text(token.span));
      if (token.kind != TokenKind::word || is_light(token)) continue;
      if (!head.words.empty()) head.words += ' ';
      head.words += noun(token);
      // "Persons landed": what they did makes no things of them.
      const bool did = token.tag == Tag::vbn || token.tag == Tag::vbd;
      if (!did) head.person = is(token, WordClass::person) || is(token, WordClass::role);
    }
    return head;
  }

  // "19 Jul": of the year that the report's day makes it.
  static bool names_day(const Mention& date) {
    return date.relative->day != 0 && date.relative->month != 0 && date.relative->offset == 0;
  }

  // "Week ago", "Year earlier": seen from the day over another column.
  [[nodiscard]] Grain steps_back(Span span) const {
    const std::span<const Token> words = tokens_within(article_, span);
    if (words.size() != 2) return Grain::none;
    static constexpr NamedWords kBack = {"ago", "earlier", "before"};
    if (!kBack.contains_lower(article_.text(words.back()))) return Grain::none;
    const Spelling stretch = lower(article_, words.front());
    if (stretch == "week") return Grain::week;
    if (stretch == "month") return Grain::month;
    return stretch == "year" ? Grain::year : Grain::none;
  }

  // The first day over a column of the table that begins here, else the report's.
  [[nodiscard]] Date now_told_in(const Block& first) {
    for (auto at = static_cast<std::size_t>(&first - article_.blocks.data()); at < article_.blocks.size();
         ++at) {
      const Block& cell = article_.blocks[at];
      if (cell.kind != BlockKind::table_cell || cell.table != first.table) break;
      if (cell.row != 0) break;
      const std::optional<Period>& period = head(cell.span).period;
      if (period && period->grain() == Grain::day && !period->interval) return period->from;
    }
    return article_.info.published.date;
  }

  // A month that has no such day tells none.
  [[nodiscard]] std::optional<Period> before_now(Grain step) const {
    if (now_.day == 0) return std::nullopt;
    const auto then = resolve({.grain = step, .offset = -1, .keep = Grain::day}, now_);
    const bool shortened = then && step != Grain::week && then->from.day != now_.day;
    return shortened ? std::nullopt : then;
  }

  static std::optional<Period> year(std::string_view text) {
    const bool fits =
        text.size() == 4 && std::ranges::all_of(text, grammar::is_digit) && text >= "1800" && text <= "2100";
    return fits ? Period::parse(text) : std::nullopt;
  }

  [[nodiscard]] Spelling noun(const Token& token) const {
    return token.word != 0 ? Spelling(vocabulary().lemma(token.word, Pos::noun)) : lower(article_, token);
  }

  // Words that join others and name nothing.
  [[nodiscard]] static bool is_light(const Token& token) {
    return token.word != 0 && !vocabulary().may_be(token.word, Pos::noun) &&
           !vocabulary().may_be(token.word, Pos::verb) && !vocabulary().may_be(token.word, Pos::adj);
  }

  // The first mention that stands in a span.
  [[nodiscard]] static const Mention* within(const std::vector<Mention>& layer, Span span) {
    const auto at = std::ranges::lower_bound(layer, span.begin, {},
                                             [](const Mention& mention) { return mention.span.begin; });
    return at != layer.end() && span.contains(at->span) && !span.empty() ? &*at : nullptr;
  }

  Article& article_;
  std::unordered_map<std::uint32_t, Head> heads_;  // by where they begin
  Head caption_;                                   // what the line over the table says that it counts
  Date now_;                                       // "Week ago" is told from it
  RelativeDate day_;  // of each year, as the line over the table tells; no month: none
};

}  // namespace

void find_table_figures(Article& article) {
  TableReader(article).read();
}

}  // namespace tally
