// The lines over a text's body → its title: what is given as such, what stands there twice, or what is most
// like one. What stands over the title is the paper's own.
#include <string>
#include <string_view>
#include <unordered_set>

#include "page/characters.h"
#include "page/page_words.h"
#include "page/plain_text_marker.h"
#include "page/text_units.h"

namespace tally::page {

bool PlainTextMarker::can_be_title(std::size_t i) const {
  const auto& line = features_[i];
  const bool ends_with_stop = text(i).ends_with(".") && !text(i).ends_with("...");
  const bool is_path = line.separators >= 2 || (line.address && line.words <= 6);
  return !line.is_furniture() && !is_path && i >= past_masthead_ && !line.date && !opens_with_date(i) &&
         !has_date_column(i) && !line.caption && !line.credited && line.words >= 2 && line.words <= 40 &&
         !ends_with_stop && !(line.byline && line.words <= 8);
}

void PlainTextMarker::find_title() {
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

std::size_t PlainTextMarker::likeliest_title() const {
  auto best = count();
  for (std::size_t i = 0; i < first_; ++i) {
    if (!can_be_title(i) || bullet_length(text(i)) != 0) continue;
    if (features_[i].words >= 5) return i;
    if (best == count() || features_[i].words > features_[best].words) best = i;
  }
  return best;
}

std::size_t PlainTextMarker::first_like(std::size_t i) const {
  const auto wanted = lower_ascii(text(i));
  for (std::size_t j = 0; j < i; ++j) {
    if (lower_ascii(text(j)) == wanted) return j;
  }
  return i;
}

void PlainTextMarker::mark_masthead() {
  if (title_ >= count()) return;
  for (std::size_t i = 0; i < title_; ++i) {
    const bool line = kind(i) == BlockKind::heading || kind(i) == BlockKind::subtitle;
    if (!line || !features_[i].digits) continue;
    kind(i) = opens_with_date(i) ? BlockKind::dateline : BlockKind::furniture;
  }
}

void PlainTextMarker::mark_repeated_title() {
  if (title_ == count()) return;
  const auto wanted = lower_ascii(text(title_));
  for (std::size_t i = title_ + 1; i < count(); ++i) {
    if (text(i).size() == wanted.size() && lower_ascii(text(i)) == wanted) kind(i) = BlockKind::furniture;
  }
}

}  // namespace tally::page
