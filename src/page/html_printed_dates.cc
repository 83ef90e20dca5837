// The dates that are printed near a report, for pages that do not tell machines when it came out, or that
// tell them the day in Greenwich only. See html_metadata.h.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "page/html_hints.h"
#include "page/html_metadata.h"
#include "page/page_dates.h"
#include "page/page_words.h"

namespace tally::html {
namespace {

using page::SlashOrder;

// Looks for dates that are printed near the report: labelled ones first, then those of elements
// named for dates, then any short line with a date close to the title.
class Printed {
 public:
  Printed(const Document& document, const Blocks& blocks, const MainText& main, ArticleInfo& info)
      : document_(document), blocks_(blocks), main_(main), info_(info) {}

  void find() {
    auto& published = info_.published;
    if (published.basis == DateBasis::given || published.rule == "url") return;
    order_ =
        info_.language.empty() || info_.language == "en" ? SlashOrder::month_first : SlashOrder::day_first;
    collect();
    const Seen* best = nullptr;
    for (const auto& seen : seen_) {
      if (best == nullptr || seen.score > best->score) best = &seen;
    }
    if (published.basis == DateBasis::found) {
      settle(best);
      settle_order();
      return settle_stamped();
    }
    if (best != nullptr && best->score >= 3) {
      published.date = best->date;
      published.basis = DateBasis::found;
      published.rule = "text";
    } else if (const auto* labelled = best_labelled(); labelled != nullptr && !published.modified.known()) {
      published.date = labelled->date;
      published.basis = DateBasis::found;
      published.rule = "text";
    } else if (published.modified.known()) {
      published.date = published.modified;
      published.basis = DateBasis::found;
      published.rule = "modified";
    }
  }

 private:
  struct Seen {
    Date date;
    int score;
    bool updated;    // labelled as a change
    bool published;  // labelled as the publication
    bool slashes;    // written with them
    [[nodiscard]] bool labelled() const { return updated || published; }
  };

  [[nodiscard]] const Seen* best_labelled() const {
    const Seen* best = nullptr;
    for (const auto& seen : seen_) {
      if (seen.labelled() && seen.score >= 0 && (best == nullptr || seen.score > best->score)) best = &seen;
    }
    return best;
  }

  // What is printed beside the title is the page's own day; a machine's may be Greenwich's.
  void settle(const Seen* best) {
    auto& published = info_.published;
    const int enough = published.rule.ends_with("UTC") ? 4 : 8;
    if (best == nullptr || best->score < enough || best->updated || published.date.day == 0) return;
    if (std::abs((best->date.first_day() - published.date.first_day()).count()) != 1) return;
    published.date = best->date;
    published.rule += ", text";
  }

  // "01/11/2023" for machines is the eleventh of January or the first of November; what is printed for
  // people in another notation tells which.
  void settle_order() {
    Date& date = info_.published.date;
    if (!info_.published.rule.ends_with(kSlashes) || date.day == date.month) return;
    Date turned = date;
    std::swap(turned.day, turned.month);
    const auto is_printed = [&](const Date& wanted) {
      return std::ranges::any_of(
          seen_, [&](const Seen& seen) { return seen.date == wanted && seen.score > 0 && !seen.slashes; });
    };
    if (is_printed(turned) && !is_printed(date)) {
      date = turned;
      info_.published.rule += ", text";
    }
  }

  // Some systems stamp the day of publication anew with every change: then what the page says to people
  // under "Published" is older, and right.
  void settle_stamped() {
    auto& published = info_.published;
    if (!published.modified.known() || published.date.day == 0) return;
    if (published.date.first_day() < published.modified.first_day()) return;
    for (const auto& seen : seen_) {
      if (!seen.published || seen.score < 4 || seen.date.first_day() >= published.date.first_day()) continue;
      published.date = seen.date;
      published.rule = "text";
      return;
    }
  }

  // Whether one of the two stands in the parent of the other.
  [[nodiscard]] bool beside(NodeId one, NodeId other) const {
    const auto parent = document_[other].parent;
    return one == parent || document_[one].parent == parent;
  }

  [[nodiscard]] bool is_byline(NodeId owner) const {
    for (int up = 0; up < 3 && owner != kNoNode; ++up, owner = document_[owner].parent) {
      if (hints_of(document_, document_[owner]).byline) return true;
    }
    return false;
  }

  void collect() {
    const auto count = static_cast<Index>(blocks_.blocks.size());
    begin_ = main_.blocks.empty() ? 0 : main_.blocks.front();
    end_ = main_.blocks.empty() ? count : main_.blocks.back();
    const auto heading = std::ranges::find(blocks_.blocks, Tag::h1, &TextBlock::tag);
    heading_ = heading == blocks_.blocks.end() ? kNone : static_cast<Index>(heading - blocks_.blocks.begin());
    for (Index i = 0; i < count; ++i) {
      const TextBlock& block = blocks_.blocks[i];
      if (block.words > 40 || !block.digits) continue;
      int score = place_score(i);
      if (heading_ != kNone && i < heading_ && i + 2 >= heading_ &&
          beside(block.owner, blocks_.blocks[heading_].owner))
        score += 2;
      if (is_byline(document_[block.first].parent)) score += 2;
      add(text_of(document_, blocks_, block), score, block.is_prose());
    }
    collect_footers();
  }

  // How much a place speaks for a date there being the report's.
  [[nodiscard]] int place_score(Index i) const {
    int score = 0;
    if (heading_ != kNone && i > heading_ && i <= heading_ + 6) score += 4;
    const bool before_heading = heading_ != kNone && i < heading_;  // a masthead's date is today's
    if (before_heading && i + 4 >= heading_) score += i + 2 >= heading_ ? 2 : 1;
    if (!before_heading && i < begin_ && i + 8 >= begin_) score += 3;
    if (i >= begin_ && i <= begin_ + 3) score += 2;
    if (i > end_ && i <= end_ + 6) score += 1;
    return score;
  }

  // A footer is no part of any block; one that belongs to the report tells its date, that of the page its
  // last change.
  void collect_footers() {
    for (NodeId i = 0; i < document_.nodes().size(); ++i) {
      if (document_[i].tag != Tag::footer) continue;
      const auto words = document_.text(i);
      const auto place = blocks_.before[i];
      if (words.size() <= 400) add(words, place_score(place) + (is_byline(i) ? 2 : 0), false);
      i = document_[i].end - 1;
    }
  }

  // Nothing was published on the web before this year; older days are what a report tells of.
  static constexpr std::int16_t kFirstYear = 1994;

  void add(const std::string& words, int score, bool prose) {
    if (words.size() > 400) return;
    const auto dates = page::find_page_dates(words, order_, 3);
    if (dates.empty()) return;
    const auto lower = page::lower_ascii(words);
    std::uint32_t from = 0;
    for (const auto& found : dates) {
      if (found.date.day == 0 || found.date.year < kFirstYear) continue;
      int here = score;
      bool published = false, updated = false, copyright = false;
      page::find_phrases(std::string_view(lower).substr(from, found.span.begin - from),
                         [&](const page::Phrase& phrase) {
                           published = published || phrase.kind == page::PhraseKind::published;
                           updated = updated || phrase.kind == page::PhraseKind::updated;
                           copyright = copyright || phrase.kind == page::PhraseKind::start;
                         });
      from = found.span.end;
      if (published) here += 4;
      if (updated) here -= 1;
      if (prose && !published && !updated) here -= 5;  // a date of the report's own tale
      if (copyright) here -= 3;
      if (std::size_t{found.span.size()} * 3 >= words.size()) here += 2;
      if (words.size() > 160) here -= 3;
      const bool slashes = words.find('/', found.span.begin) < std::size_t{found.span.end};
      seen_.push_back({found.date, here, updated, published && !updated, slashes});
    }
  }

  const Document& document_;
  const Blocks& blocks_;
  const MainText& main_;
  ArticleInfo& info_;
  SlashOrder order_ = SlashOrder::day_first;
  std::vector<Seen> seen_;
  Index begin_ = 0, end_ = 0;  // of the report's blocks
  Index heading_ = kNone;
};

}  // namespace

void find_printed_dates(const Document& document, const Blocks& blocks, const MainText& main,
                        ArticleInfo& info) {
  Printed(document, blocks, main, info).find();
}

}  // namespace tally::html
