// See html_main.h.
#include "page/html_main.h"

#include <algorithm>

#include "page/characters.h"
#include "page/html_hints.h"
#include "page/line_features.h"
#include "page/page_words.h"

namespace tally::html {
namespace {

// What a block says for (or against) the element around it being the report.
double value_of(const TextBlock& block) {
  const auto plain = static_cast<double>(block.plain_words());
  if (block.link_words * 3 > block.words * 2)
    return -2.0 - std::min(plain + block.link_words, 20U * 1.0) * 0.3;
  if (block.is_prose()) return std::min(plain, 100.0);
  if (block.is_heading()) return 0.0;
  if (block.tag == Tag::li || block.tag == Tag::td || block.tag == Tag::th) return -0.5;
  return -2.0;
}

double weight_of(Tag tag, const Hints& hints) {
  double weight = 1.0;
  if (tag == Tag::article) weight = 1.25;
  if (tag == Tag::main) weight = 1.1;
  if (tag == Tag::body || tag == Tag::html) weight = 0.9;
  if (hints.content || hints.report) weight = std::max(weight, 1.05);
  if (hints.content && hints.report) weight = std::max(weight, 1.4);
  if (hints.article_body) weight = std::max(weight, 1.6);
  return weight;
}

class Finder {
 public:
  Finder(const Document& document, const Blocks& blocks, const Tables& tables, const std::string& title)
      : document_(document),
        blocks_(blocks),
        tables_(tables),
        title_(title),
        dead_(blocks.blocks.size(), 0) {}

  MainText find() {
    MainText main;
    if (blocks_.blocks.empty()) return main;
    sum_up();
    const double all = prose_.back();
    mark_dead();
    sum_up();
    // Where the page's names for its parts leave next to nothing, they are not believed.
    if (prose_.back() < all * 0.2) {
      std::ranges::fill(dead_, std::uint8_t{0});
      sum_up();
    }
    main.container = best_container();
    if (main.container == kNoNode) {
      sums_ = prose_;
      main.container = best_container();
    }
    if (main.container == kNoNode) return main;
    main.container = report_within(main.container);
    choose(main);
    return main;
  }

 private:
  [[nodiscard]] double sum(Range range) const { return sums_[range.end] - sums_[range.begin]; }
  [[nodiscard]] const TextBlock& block(Index i) const { return blocks_.blocks[i]; }

  void sum_up() {
    sums_.assign(blocks_.blocks.size() + 1, 0.0);
    prose_.assign(blocks_.blocks.size() + 1, 0.0);
    for (Index i = 0; i < blocks_.blocks.size(); ++i) {
      const double value = dead_[i] != 0 || tables_.cell_of(block(i)) ? 0.0 : value_of(block(i));
      sums_[i + 1] = sums_[i] + value;
      prose_[i + 1] = prose_[i] + std::max(value, 0.0);
    }
  }

  // Subtrees that the page itself names as something else than the report, unless most of the
  // page's running text stands there.
  void mark_dead() {
    const auto& nodes = document_.nodes();
    const double all = prose_.back();
    for (NodeId i = 0; i < nodes.size(); ++i) {
      if (nodes[i].tag == Tag::text) continue;
      const auto range = blocks_.within(document_, i);
      if (range.empty()) continue;
      if (nodes[i].tag == Tag::html || nodes[i].tag == Tag::body) continue;
      const auto hints = hints_of(document_, nodes[i]);
      const double prose = prose_[range.end] - prose_[range.begin];
      const bool hidden = hints.hidden && (prose < 40 || !hints.folded);
      const bool dead =
          (hints.out && !hints.article_body) || hidden || hints.caption || nodes[i].tag == Tag::form;
      const bool author = hints.author && !hints.content && prose <= all * 0.15;
      if (author || (dead && (prose <= all * 0.5 || (hints.out && hints.hidden)))) {
        std::fill(dead_.begin() + range.begin, dead_.begin() + range.end, std::uint8_t{1});
        i = nodes[i].end - 1;
      }
    }
  }

  [[nodiscard]] NodeId best_container() const {
    const auto& nodes = document_.nodes();
    NodeId best = kNoNode;
    double most = 5.0;
    for (NodeId i = 0; i < nodes.size(); ++i) {
      if (!has(nodes[i].tag, kBlock) || nodes[i].tag == Tag::p) continue;
      const auto range = blocks_.within(document_, i);
      if (range.empty()) continue;
      const double here = sum(range);
      if (here * 1.6 < most) continue;
      const double score = here * weight_of(nodes[i].tag, hints_of(document_, nodes[i]));
      if (score >= most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  // Of several whole reports in one element, each with its heading, the one whose heading is the page's
  // title. Entries of a live report have headings too, but none of them is the title.
  [[nodiscard]] NodeId report_within(NodeId container) const {
    constexpr double kWhole = 60;  // words of running text
    NodeId found = kNoNode;
    int reports = 0;
    for (auto i = container + 1; i < document_[container].end; ++i) {
      if (document_[i].tag != Tag::article) continue;
      const auto range = blocks_.within(document_, i);
      if (!range.empty() && prose_[range.end] - prose_[range.begin] >= kWhole) {
        ++reports;
        if (found == kNoNode && is_headed(range)) found = i;
      }
      i = document_[i].end - 1;
    }
    return found != kNoNode && reports > 1 ? found : container;
  }

  // Whether the first heading of these blocks is the title.
  [[nodiscard]] bool is_headed(Range range) const {
    for (auto i = range.begin; i < range.end && i < range.begin + 8; ++i) {
      if (block(i).is_heading()) return page::lower_ascii(text_of(document_, blocks_, block(i))) == title_;
    }
    return false;
  }

  void choose(MainText& main) {
    const auto range = blocks_.within(document_, main.container);
    Index last = range.begin;
    first_ = range.end;
    for (auto i = range.begin; i < range.end; ++i) {
      if (dead_[i] != 0 || !block(i).is_prose()) continue;
      last = i;
      first_ = std::min(first_, i);
    }
    add_lead(main, range.begin);
    bool related = false;
    for (auto i = range.begin; i < range.end; ++i) {
      if (dead_[i] != 0) continue;
      const auto kind = kind_of(i, last, related);
      if (!is_news(kind)) continue;
      main.blocks.push_back(i);
      main.kinds.push_back(kind);
    }
    drop_empty_headings(main);
  }

  // The lead often stands between the title and the element that holds the rest; some pages call
  // it a teaser.
  void add_lead(MainText& main, Index begin) const {
    const auto title = title_before(begin);
    if (title == kNone) return;
    for (Index i = title + 1; i < begin; ++i) {
      const auto& text = block(i);
      if (text.plain_words() < 8 || text.link_words * 3 > text.words || text.lower_words * 5 < text.words * 2)
        continue;
      if (dead_[i] != 0 && !is_lead(text.owner)) continue;
      const auto features = page::features_of(text_of(document_, blocks_, text));
      if (is_furniture(text, features) || features.byline || features.date) continue;
      main.blocks.push_back(i);
      main.kinds.push_back(BlockKind::subtitle);
    }
  }

  // The nearest block before that is the title; kNone where none is near.
  [[nodiscard]] Index title_before(Index begin) const {
    for (Index back = 1; back <= 16 && back <= begin; ++back) {
      const auto i = begin - back;
      if (block(i).tag == Tag::h1 || page::lower_ascii(text_of(document_, blocks_, block(i))) == title_)
        return i;
    }
    return kNone;
  }

  [[nodiscard]] bool is_lead(NodeId owner) const {
    for (int up = 0; up < 2 && owner != kNoNode; ++up, owner = document_[owner].parent) {
      const auto hints = hints_of(document_, document_[owner]);
      if (hints.lead) return true;
      if (hints.out || hints.hidden) return false;
    }
    return false;
  }

  // Within the report, running text must say that it is furniture; scraps only look like it.
  [[nodiscard]] static bool is_furniture(const TextBlock& text, const page::LineFeatures& features) {
    if (text.tag == Tag::pre) return false;
    if (text.is_prose())
      return features.counter || (features.sure && features.words <= 40) ||
             (features.start && features.hints >= 2 && features.words <= 40);
    return features.is_furniture();
  }

  // Running text so long that no phrase makes furniture of it.
  static constexpr std::uint32_t kLongProse = 60;

  [[nodiscard]] static BlockKind kind_of_prose(const TextBlock& text) {
    if (text.tag == Tag::li) return BlockKind::list_item;
    return text.tag == Tag::blockquote ? BlockKind::quotation : BlockKind::paragraph;
  }

  [[nodiscard]] BlockKind kind_of(Index i, Index last, bool& related) const {
    const auto& text = block(i);
    if (tables_.cell_of(text)) return BlockKind::table_cell;
    if (text.is_prose() && text.words > kLongProse) {
      related = false;
      return kind_of_prose(text);
    }
    const auto words = text_of(document_, blocks_, text);
    const auto features = page::features_of(words);
    const bool furniture = features.words == 0 || is_furniture(text, features);
    if (features.related && !text.is_prose()) related = true;
    if (text.is_prose() && !furniture) related = false;
    if (related || furniture) return BlockKind::furniture;
    if (text.link_words * 3 > text.words * 2 && !text.is_prose()) return BlockKind::furniture;
    const bool is_title = page::lower_ascii(words) == title_;
    if (text.is_heading()) return is_title || i > last ? BlockKind::furniture : BlockKind::heading;
    if (features.caption) return BlockKind::caption;
    if (text.is_prose() || text.tag == Tag::li) return kind_of_prose(text);
    return is_title ? BlockKind::furniture : kind_of_scrap(i, last, text, features);
  }

  // Short lines that are no sentences: news within the report, furniture around it.
  [[nodiscard]] BlockKind kind_of_scrap(Index i, Index last, const TextBlock& text,
                                        const page::LineFeatures& features) const {
    const bool inside = i > first_ && i < last;
    if (features.clock) return BlockKind::byline;
    if ((features.date || features.byline) && !inside) return BlockKind::byline;
    if (i < first_ && features.words <= (features.digits ? 4U : 6U))
      return BlockKind::furniture;  // "1 minute"
    if (i > last && !features.digits && text.words < 15) return BlockKind::furniture;
    return BlockKind::paragraph;
  }

  // A heading is kept for what stands under it.
  static void drop_empty_headings(MainText& main) {
    while (!main.kinds.empty() && main.kinds.back() == BlockKind::heading) {
      main.kinds.pop_back();
      main.blocks.pop_back();
    }
  }

  const Document& document_;
  const Blocks& blocks_;
  const Tables& tables_;
  const std::string& title_;
  std::vector<std::uint8_t> dead_;
  std::vector<double> sums_, prose_;
  Index first_ = 0;  // first running text of the report
};

}  // namespace

MainText find_main_text(const Document& document, const Blocks& blocks, const Tables& tables,
                        const std::string& title) {
  return Finder(document, blocks, tables, title).find();
}

}  // namespace tally::html
