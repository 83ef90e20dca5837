// See plain_text.h. Lines are joined into units (hard-wrapped paragraphs), each unit gets its
// features, the first and last running text bound the body, and each unit is named by its
// features and by where it stands: before, in or after the body.
#include "page/plain_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "page/characters.h"
#include "page/date_lines.h"
#include "page/dateline.h"
#include "page/line_features.h"
#include "page/numbered.h"
#include "page/page_dates.h"
#include "page/page_words.h"
#include "page/text_rows.h"
#include "page/text_tables.h"
#include "page/text_units.h"

namespace tally::page {
namespace {

// "No. 7, December 2024": the number is that of the issue, not a day of the month.
void drop_issue_number(PageDate& found, std::string_view line) {
  const auto before = lower_ascii(trimmed(line.substr(0, found.span.begin)));
  for (const std::string_view word : {"no.", "nr.", "nr", "number", "issue", "vol.", "volume", "#"}) {
    if (before.ends_with(word)) found.date.day = 0;
  }
}

// One pass over the units: features first, then names.
class Marker {
 public:
  Marker(Article& article, const Page& page) : article_(article), page_(page) {
    for (const auto& unit : units_of(article)) {
      auto& block = article.blocks.emplace_back();
      block.span = unit.span;
      features_.push_back(features_of(article.text(unit.span)));
      opens_.push_back(unit.opens ? 1 : 0);
    }
  }

  void mark() {
    if (count() == 1) {
      mark_dateline(0);
      return cut_datelines();
    }
    find_boxes();
    find_body();
    find_title();
    for (std::size_t i = 0; i < count(); ++i) {
      if (i != title_) kind(i) = kind_of(i);
    }
    mark_masthead();
    mark_repeated_title();
    mark_related();
    mark_boxes();
    mark_tail();
    mark_menus();
    mark_rows();
    find_tables();
    for (std::size_t i = first_; i < count() && i < first_ + 6; ++i) mark_dateline(i);
    read_dates();
    cut();
  }

 private:
  [[nodiscard]] std::size_t count() const { return features_.size(); }
  BlockKind& kind(std::size_t i) { return article_.blocks[i].kind; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return article_.text(article_.blocks[i].span); }
  [[nodiscard]] bool is_body(std::size_t i) const {
    return features_[i].is_prose() && !features_[i].is_furniture() && !features_[i].credited;
  }

  void find_body() {
    bound_body(false);
    if (first_ == count()) bound_body(true);  // nothing but headlines: they are the text
    leave_contacts();
  }

  // "Newsdesk: +44 20 5550 1234. Readers can set up to ten alerts.": what closes a text with how to reach
  // its makers is no running text.
  void leave_contacts() {
    constexpr std::uint32_t kLongest = 25;  // words
    const auto tells_how = [&](std::size_t i) {
      const auto& line = features_[i];
      const bool labelled = line.hints > 0 || text(i).find(": ") != std::string_view::npos;
      return line.address && labelled && line.words <= kLongest && !line.quoted;
    };
    while (last_ > first_ && tells_how(last_)) {
      contacts_.push_back(last_);
      do --last_;
      while (last_ > first_ && !is_body(last_));
    }
  }

  // The first and the last running text; headlines over it count as such only where they may open it.
  void bound_body(bool by_headlines) {
    first_ = count();
    last_ = 0;
    for (std::size_t i = 0; i < count(); ++i) {
      if (!is_body(i) || (!by_headlines && first_ == count() && is_asking_headline(i))) continue;
      first_ = std::min(first_, i);
      last_ = i;
    }
  }

  // "The boom rolls on, but who has a spare room?": a short line over the text that ends as sentences do.
  [[nodiscard]] bool is_asking_headline(std::size_t i) const {
    constexpr std::uint32_t kLongest = 20;  // words
    const auto line = text(i);
    const bool alone = opens_[i] != 0 && i + 1 < count() && opens_[i + 1] != 0;
    return alone && features_[i].words <= kLongest && (line.ends_with('?') || line.ends_with('!')) &&
           line.find(". ") == std::string_view::npos;
  }

  [[nodiscard]] bool can_be_title(std::size_t i) const {
    const auto& line = features_[i];
    const bool ends_with_stop = text(i).ends_with(".") && !text(i).ends_with("...");
    const bool is_path = line.separators >= 2 || (line.address && line.words <= 6);
    return !line.is_furniture() && !is_path && i >= past_masthead_ && !line.date && !opens_with_date(i) &&
           !has_date_column(i) && !line.caption && !line.credited && line.words >= 2 && line.words <= 40 &&
           !ends_with_stop && !(line.byline && line.words <= 8);
  }

  // "SATURDAY, JULY 24, 2021     Serving the high desert": the line under a masthead.
  // A paper's head: its name, the day, the price.
  [[nodiscard]] bool has_date_column(std::size_t i) const {
    if (!features_[i].datable || features_[i].final) return false;
    if (month_of_issue(i)) return true;
    const auto dates = find_page_dates(text(i), SlashOrder::day_first, 2);
    return std::ranges::any_of(dates, [&](const PageDate& found) {
      return found.date.day != 0 && stands_in_column(text(i), found.span);
    });
  }

  // "The exhibition monthly      February 2025, No. 2": the month of a line over the text that ends with it
  // or with the number of the issue.
  [[nodiscard]] std::optional<PageDate> month_of_issue(std::size_t i) const {
    const auto& line = features_[i];
    if (!line.datable || line.words > 16 || line.final) return std::nullopt;
    auto found = find_page_dates(text(i), SlashOrder::day_first, 2);
    if (found.size() != 1 || found[0].date.month == 0 || found[0].date.day != 0) return std::nullopt;
    if (!is_issue_number(text(i).substr(found[0].span.end)) && !stands_in_column(text(i), found[0].span))
      return std::nullopt;
    return found[0];
  }

  [[nodiscard]] bool opens_with_date(std::size_t i) const {
    if (!features_[i].datable) return false;
    const auto found = find_page_dates(text(i), SlashOrder::day_first, 1);
    return !found.empty() && found[0].date.day != 0 &&
           is_weekday_alone(text(i).substr(0, found[0].span.begin));
  }

  // The line that is given as the title, else one before the body that stands there twice, else
  // the first that can be one.
  void find_title() {
    title_ = count();
    for (std::size_t i = 0; i < first_ && i < count(); ++i) {
      if (features_[i].priced) past_masthead_ = i + 1;
    }
    if (first_ == count()) return;  // no running text: a title of what?
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < first_; ++i) {
      const bool given = !page_.title.empty() && trimmed(page_.title) == text(i);
      const bool twice = can_be_title(i) && !seen.insert(lower_ascii(text(i))).second;
      if (given || twice) {
        title_ = given ? i : first_like(i);
        break;
      }
    }
    if (title_ == count()) title_ = likeliest_title();
    if (title_ == count()) return;
    kind(title_) = BlockKind::title;
    if (article_.info.title.empty()) article_.info.title = text(title_);
  }

  // The first line of five words and more; where all are shorter, the first of the longest.
  [[nodiscard]] std::size_t likeliest_title() const {
    auto best = count();
    for (std::size_t i = 0; i < first_; ++i) {
      if (!can_be_title(i) || bullet_length(text(i)) != 0) continue;
      if (features_[i].words >= 5) return i;
      if (best == count() || features_[i].words > features_[best].words) best = i;
    }
    return best;
  }

  [[nodiscard]] std::size_t first_like(std::size_t i) const {
    const auto wanted = lower_ascii(text(i));
    for (std::size_t j = 0; j < i; ++j) {
      if (lower_ascii(text(j)) == wanted) return j;
    }
    return i;
  }

  // "By Ana Lind", "6 June 2018" under a first line that tells what the report is about.
  [[nodiscard]] bool follows_byline(std::size_t i) const {
    constexpr std::size_t kHead = 3;  // lines
    return i > 0 && i <= first_ + kHead && features_[i].date && features_[i].words <= 6 &&
           features_[i - 1].byline && !features_[i - 1].final;
  }

  [[nodiscard]] BlockKind kind_of(std::size_t i) const {
    const auto& line = features_[i];
    const bool contact = std::ranges::find(contacts_, i) != contacts_.end();
    if (line.is_furniture() || contact || (line.priced && i < first_)) return BlockKind::furniture;
    if (is_body(i)) return bullet_length(text(i)) != 0 ? BlockKind::list_item : BlockKind::paragraph;
    if (first_ == count()) return BlockKind::paragraph;  // lines without running text: keep them
    if (line.caption || line.credited) return BlockKind::caption;
    const bool outside = i < first_ || i > last_;
    if (line.byline && line.words <= 12 && (outside || i <= first_ + 1) && !line.final)
      return BlockKind::byline;
    if (line.date && !line.final)
      return outside || follows_byline(i) ? BlockKind::dateline : BlockKind::paragraph;
    if (bullet_length(text(i)) != 0) return BlockKind::list_item;
    if (i < first_) return line.words >= 6 ? BlockKind::subtitle : BlockKind::heading;
    if (i > last_ && line.address && !line.final && line.words <= 12)
      return BlockKind::furniture;  // "Information: 0555 0120"
    if (i > last_) return line.digits || line.final ? BlockKind::paragraph : BlockKind::furniture;
    return line.final || line.words > 16 ? BlockKind::paragraph : BlockKind::heading;
  }

  void mark_repeated_title() {
    if (title_ == count()) return;
    const auto wanted = lower_ascii(text(title_));
    for (std::size_t i = title_ + 1; i < count(); ++i) {
      if (text(i).size() == wanted.size() && lower_ascii(text(i)) == wanted) kind(i) = BlockKind::furniture;
    }
  }

  // Numbers above the title are the paper's: its price, the weather, the pages of a section.
  void mark_masthead() {
    if (title_ >= count()) return;
    for (std::size_t i = 0; i < title_; ++i) {
      const bool line = kind(i) == BlockKind::heading || kind(i) == BlockKind::subtitle;
      if (!line || !features_[i].digits) continue;
      kind(i) = opens_with_date(i) ? BlockKind::dateline : BlockKind::furniture;
    }
  }

  [[nodiscard]] std::size_t run_end(std::size_t begin) const {
    auto end = begin + 1;
    while (end < count() && opens_[end] == 0) ++end;
    return end;
  }

  // Lines without a blank line between them that begin with the name of a box ("FOR SALE: …"), under
  // running text: all of them are furniture.
  void find_boxes() {
    bool text_before = false;
    for (std::size_t begin = 0; begin < count();) {
      const auto end = run_end(begin);
      const auto lines = std::span(features_).subspan(begin, end - begin);
      const bool box = text_before && lines.front().label &&
                       std::ranges::all_of(lines, [](const auto& line) { return line.words <= 25; });
      for (auto i = begin; box && i < end; ++i) features_[i].label = true;
      for (auto i = begin; i < end; ++i) text_before = text_before || is_body(i);
      begin = end;
    }
  }

  // Lines under the body without a blank line between them, most of which are furniture: all are.
  void mark_boxes() {
    if (first_ == count()) return;
    for (auto begin = last_ + 1; begin < count(); begin = run_end(begin)) {
      const auto end = run_end(begin);
      std::size_t furniture = 0;
      for (auto i = begin; i < end; ++i) furniture += features_[i].is_furniture() ? 1 : 0;
      if (end - begin < 3 || furniture * 2 <= end - begin) continue;
      for (auto i = begin; i < end; ++i) {
        if (kind(i) != BlockKind::caption && kind(i) != BlockKind::byline) kind(i) = BlockKind::furniture;
      }
    }
  }

  // What stands under "Related stories" until running text goes on.
  void mark_related() {
    for (std::size_t i = 0; i < count(); ++i) {
      if (!features_[i].related || features_[i].is_prose() || i < first_) continue;
      for (auto j = i + 1; j < count() && !is_body(j); ++j) kind(j) = BlockKind::furniture;
    }
  }

  // Short lines after the running text that end in no stop ("AGENCY 051222", "3 things to know"), but
  // for lists and the rows of a table.
  void mark_tail() {
    const auto is_scrap = [&](std::size_t i) {
      const auto& line = features_[i];
      return i != title_ && line.words <= 10 && !line.final && bullet_length(text(i)) == 0;
    };
    if (first_ == count()) return;
    for (auto begin = last_ + 1; begin < count();) {
      auto end = begin;
      std::size_t with_digits = 0;
      for (; end < count() && is_scrap(end); ++end)
        with_digits += features_[end].digits && kind(end) == BlockKind::paragraph ? 1 : 0;
      if (with_digits < 3) {
        for (auto i = begin; i < end; ++i) {
          if (kind(i) == BlockKind::paragraph) kind(i) = BlockKind::furniture;
        }
      }
      begin = std::max(end, begin + 1);
    }
  }

  // Three short lines and more in a row, without digits, are a menu and not so many headings; so
  // are three list items before the body.
  void mark_menus() {
    constexpr std::uint32_t kShortItem = 4;  // words
    const auto is_item = [&](std::size_t i) {
      const auto& line = features_[i];
      const bool tells = line.digits && line.words > kShortItem;  // "• 1,200 hectares sprayed since May"
      if (i < first_ && bullet_length(text(i)) != 0 && !line.final && !tells) return true;
      return i != title_ && line.words <= 3 && !line.final && !line.digits && bullet_length(text(i)) == 0;
    };
    for (std::size_t begin = 0; begin < count();) {
      auto end = begin;
      while (end < count() && is_item(end)) ++end;
      const bool outside = begin < first_ || begin > last_;
      if (end - begin >= (outside ? 3U : 5U) && first_ != count()) {
        for (auto i = begin; i < end; ++i) kind(i) = BlockKind::furniture;
      }
      begin = std::max(end, begin + 1);
    }
  }

  // Rows of a table in plain text are read, with the line that heads them.
  void mark_rows() {
    if (first_ == count()) return;
    for (std::size_t begin = 0; begin < count();) {
      auto end = begin;
      while (end < count() && end != title_ && is_row(text(end)) && !features_[end].is_furniture()) ++end;
      const bool headed = begin > 0 && text(begin - 1).ends_with(":");
      if (end - begin >= (headed ? 2U : 3U)) {
        for (auto i = begin; i < end; ++i) kind(i) = BlockKind::list_item;
        const bool head = begin > 0 && begin - 1 != title_ && !features_[begin - 1].is_furniture() &&
                          (kind(begin - 1) == BlockKind::furniture || kind(begin - 1) == BlockKind::subtitle);
        if (head) kind(begin - 1) = BlockKind::heading;
      }
      begin = std::max(end, begin + 1);
    }
  }

  void find_tables() {
    std::vector<std::string_view> lines;
    lines.reserve(count());
    for (std::size_t i = 0; i < count(); ++i) lines.push_back(text(i));
    for (std::size_t i = 0; i < count();) {
      auto rows = i == title_ ? std::vector<std::vector<Span>>{} : table_at(std::span(lines).subspan(i));
      const auto end = i + std::max<std::size_t>(rows.size(), 1);
      if (!rows.empty()) tables_.push_back({i, std::move(rows)});
      i = end;
    }
  }

  // Datelines and tables become blocks of their own, from the last to the first, so that numbers of blocks
  // before stay what they are.
  void cut() {
    while (!tables_.empty()) {
      while (!datelines_.empty() && datelines_.back().block > tables_.back().first) cut_last_dateline();
      cut_table(tables_.back(), static_cast<std::uint16_t>(tables_.size()));
      tables_.pop_back();
    }
    cut_datelines();
  }

  struct Table {
    std::size_t first = 0;  // block
    std::vector<std::vector<Span>> rows;
  };

  void cut_table(const Table& table, std::uint16_t number) {
    const auto lines = std::span(article_.blocks).subspan(table.first, table.rows.size());
    const std::vector<Block> cells = cells_of_table(lines, table.rows, number);
    const auto first = article_.blocks.begin() + static_cast<std::ptrdiff_t>(table.first);
    const auto at = article_.blocks.erase(first, first + static_cast<std::ptrdiff_t>(table.rows.size()));
    article_.blocks.insert(at, cells.begin(), cells.end());
  }

  void mark_dateline(std::size_t i) {
    if (kind(i) != BlockKind::paragraph) return;
    const auto line = read_dateline(text(i));
    if (!line) return;
    if (article_.info.credit.empty()) article_.info.credit = line->agency;
    set_published(line->date, "dateline");
    if (line->end < text(i).size()) datelines_.push_back({i, static_cast<std::uint32_t>(line->end)});
  }

  // A dateline that a paragraph begins with becomes a block of its own: it is no part of the sentence
  // after it.
  void cut_datelines() {
    while (!datelines_.empty()) cut_last_dateline();
  }

  void cut_last_dateline() {
    const Cut cut = datelines_.back();
    datelines_.pop_back();
    Block& paragraph = article_.blocks[cut.block];
    Block dateline = paragraph;
    dateline.kind = BlockKind::dateline;
    dateline.span.end = dateline.span.begin + cut.length;
    paragraph.span.begin = dateline.span.end;
    while (dateline.span.end > dateline.span.begin && is_space(article_.text()[dateline.span.end - 1]))
      --dateline.span.end;
    article_.blocks.insert(article_.blocks.begin() + static_cast<std::ptrdiff_t>(cut.block), dateline);
  }

  void set_published(Date date, const char* rule) {
    auto& published = article_.info.published;
    if (!date.known() || published.basis != DateBasis::unknown) return;
    published.date = date;
    published.basis = DateBasis::found;
    published.rule = rule;
  }

  // Dates of the lines around the body; which is which is said by the word before each.
  void read_dates() {
    for (std::size_t i = 0; i < count(); ++i) {
      const bool inside = i > first_ || (i == first_ && features_[i].final);
      if (inside && i <= last_ && !(kind(i) == BlockKind::dateline && follows_byline(i))) continue;
      const auto& line = features_[i];
      if (kind(i) == BlockKind::byline && article_.info.byline.empty()) article_.info.byline = text(i);
      if (!line.datable || (line.words > 30 && i != first_)) continue;
      read_dates(i);
    }
    if (article_.info.published.basis == DateBasis::unknown) read_month();
    // Only "updated" is printed: of that day is what it tells.
    set_published(article_.info.published.modified, "text updated");
  }

  // "The Quarter, no. 7, December 2024" over the text: the month, where no day is printed.
  void read_month() {
    for (std::size_t i = 0; i < first_; ++i) {
      const auto& line = features_[i];
      if (!line.datable || line.words > 16 || line.final || i == title_) continue;
      auto found = find_page_dates(text(i), SlashOrder::day_first, 2);
      const bool ends_with_it =
          found.size() == 1 && found[0].span.end == text(i).size() && !closes_figures(text(i), found[0].span);
      if (ends_with_it) drop_issue_number(found[0], text(i));
      if (ends_with_it && found[0].date.month != 0) set_published(found[0].date, "text head");
      if (const auto month = month_of_issue(i)) set_published(month->date, "text head");
    }
  }

  // Whether a line over the text is the report's own date line, though more stands in it: "17 March
  // 2019 | By …" begins with the date, "Bulletin 3 | 17 March 2019" ends with it.
  [[nodiscard]] bool is_head_date(std::size_t i, Span date) const {
    constexpr std::uint32_t kLongestHead = 20;  // words
    const auto& line = features_[i];
    if (follows_byline(i)) return true;
    if (i == first_) return !line.final && closes_byline(text(i), date);
    if (i >= first_ || line.final) return false;
    if (stands_in_column(text(i), date)) return true;
    if (i == title_) return closes_title(text(i), date);
    if (line.words <= kLongestHead && closes_with_date(text(i), date)) return true;
    return line.date || is_weekday_alone(text(i).substr(0, date.begin)) ||
           ((line.separators > 0 || line.byline) && line.words <= 16);
  }

  // "Wednesday, 17 August 2022, page 3" under the text.
  [[nodiscard]] bool is_foot_date(std::size_t i, Span date) const {
    const auto rest = text(i).substr(date.end);
    constexpr std::size_t kLongestRest = 12;  // bytes: a page, a mark
    return first_ != count() && i > last_ && !features_[i].final && rest.size() <= kLongestRest &&
           is_weekday_alone(text(i).substr(0, date.begin));
  }

  void read_dates(std::size_t i) {
    const auto line = text(i);
    const auto lower = lower_ascii(line);
    std::uint32_t begin = 0;
    for (auto& found : find_page_dates(line, SlashOrder::day_first, 4)) {
      drop_issue_number(found, line);
      if (found.date.day == 0 || ends_stretch(line, found.span)) continue;
      bool published = false, updated = false;
      // In a title or in running text "released", "updated" tell what happened.
      const std::uint32_t labels = i == title_ || i == first_ ? found.span.begin : begin;
      find_phrases(std::string_view(lower).substr(labels, found.span.begin - labels),
                   [&](const Phrase& phrase) {
                     published = published || phrase.kind == PhraseKind::published;
                     updated = updated || phrase.kind == PhraseKind::updated;
                   });
      begin = found.span.end;
      if (updated && !published) {
        if (!article_.info.published.modified.known()) article_.info.published.modified = found.date;
      } else if (published || is_head_date(i, found.span) || is_foot_date(i, found.span)) {
        set_published(found.date, published ? "text label" : "text head");
      }
    }
  }

  Article& article_;
  const Page& page_;
  struct Cut {
    std::size_t block = 0;
    std::uint32_t length = 0;
  };
  std::vector<LineFeatures> features_;
  std::vector<char> opens_;  // of each block: whether a blank line stands before it
  std::vector<Cut> datelines_;
  std::vector<Table> tables_;
  std::vector<std::size_t> contacts_;  // lines that close the text with how to reach its makers
  std::size_t past_masthead_ = 0;      // the paper's price closes it
  std::size_t first_ = 0, last_ = 0;   // first and last running text
  std::size_t title_ = 0;              // count() where there is none
};

}  // namespace

void mark_plain_text(Article& article, const Page& page) {
  Marker marker(article, page);
  if (!article.blocks.empty()) marker.mark();
  mark_numbered(article);
}

}  // namespace tally::page
