// The lines around a text's body → when it was published and changed: which of their dates is the report's
// own is said by the words before it and by where in its line it stands (date_lines.h).
#include <algorithm>
#include <optional>
#include <string_view>

#include "page/characters.h"
#include "page/date_lines.h"
#include "page/page_words.h"
#include "page/plain_text_marker.h"

namespace tally::page {

namespace {

// "No. 7, December 2024": the number is that of the issue, not a day of the month.
void drop_issue_number(PageDate& found, std::string_view line) {
  const auto before = lower_ascii(trimmed(line.substr(0, found.span.begin)));
  for (const std::string_view word : {"no.", "nr.", "nr", "number", "issue", "vol.", "volume", "#"}) {
    if (before.ends_with(word)) found.date.day = 0;
  }
}

}  // namespace

bool PlainTextMarker::has_date_column(std::size_t i) const {
  if (!features_[i].datable || features_[i].final) return false;
  if (month_of_issue(i)) return true;
  const auto dates = find_page_dates(text(i), SlashOrder::day_first, 2);
  return std::ranges::any_of(dates, [&](const PageDate& found) {
    return found.date.day != 0 && stands_in_column(text(i), found.span);
  });
}

std::optional<PageDate> PlainTextMarker::month_of_issue(std::size_t i) const {
  const auto& line = features_[i];
  if (!line.datable || line.words > 16 || line.final) return std::nullopt;
  auto found = find_page_dates(text(i), SlashOrder::day_first, 2);
  if (found.size() != 1 || found[0].date.month == 0 || found[0].date.day != 0) return std::nullopt;
  if (!is_issue_number(text(i).substr(found[0].span.end)) && !stands_in_column(text(i), found[0].span))
    return std::nullopt;
  return found[0];
}

bool PlainTextMarker::opens_with_date(std::size_t i) const {
  if (!features_[i].datable) return false;
  const auto found = find_page_dates(text(i), SlashOrder::day_first, 1);
  return !found.empty() && found[0].date.day != 0 && is_weekday_alone(text(i).substr(0, found[0].span.begin));
}

bool PlainTextMarker::follows_byline(std::size_t i) const {
  constexpr std::size_t kHead = 3;  // lines
  return i > 0 && i <= first_ + kHead && features_[i].date && features_[i].words <= 6 &&
         features_[i - 1].byline && !features_[i - 1].final;
}

void PlainTextMarker::read_dates() {
  for (std::size_t i = 0; i < count(); ++i) {
    const bool inside = i > first_ || (i == first_ && features_[i].final);
    if (inside && i <= last_ && !(kind(i) == BlockKind::dateline && follows_byline(i))) continue;
    const auto& line = features_[i];
    if (kind(i) == BlockKind::byline && article_.info.byline.empty()) article_.info.byline = text(i);
    if (!line.datable || (line.words > 30 && i != first_)) continue;
    read_dates_of(i);
  }
  if (article_.info.published.basis == DateBasis::unknown) read_month();
  // Only "updated" is printed: of that day is what it tells.
  set_published(article_.info.published.modified, "text updated");
}

void PlainTextMarker::read_dates_of(std::size_t i) {
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

bool PlainTextMarker::is_head_date(std::size_t i, Span date) const {
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

bool PlainTextMarker::is_foot_date(std::size_t i, Span date) const {
  const auto rest = text(i).substr(date.end);
  constexpr std::size_t kLongestRest = 12;  // bytes: a page, a mark
  return first_ != count() && i > last_ && !features_[i].final && rest.size() <= kLongestRest &&
         is_weekday_alone(text(i).substr(0, date.begin));
}

void PlainTextMarker::read_month() {
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

void PlainTextMarker::set_published(Date date, const char* rule) {
  auto& published = article_.info.published;
  if (!date.known() || published.basis != DateBasis::unknown) return;
  published.date = date;
  published.basis = DateBasis::found;
  published.rule = rule;
}

}  // namespace tally::page
