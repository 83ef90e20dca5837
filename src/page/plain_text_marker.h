// The marking of one plain text (plain_text.cc): lines are joined into units (hard-wrapped paragraphs), each
// unit gets its features, the first and last running text bound the body, and each unit is named by its
// features and by where it stands: before, in or after the body.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "page/line_features.h"
#include "page/page_dates.h"
#include "tally/article.h"
#include "tally/page.h"

namespace tally::page {

// One pass over the units: features first, then names.
class PlainTextMarker {
 public:
  PlainTextMarker(Article& article, const Page& page);

  void mark();

 private:
  struct Table {
    std::size_t first = 0;  // block
    std::vector<std::vector<Span>> rows;
  };
  struct Cut {
    std::size_t block = 0;
    std::uint32_t length = 0;
  };

  [[nodiscard]] std::size_t count() const { return features_.size(); }
  BlockKind& kind(std::size_t i) { return article_.blocks[i].kind; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return article_.text(article_.blocks[i].span); }
  [[nodiscard]] bool is_body(std::size_t i) const {
    return features_[i].is_prose() && !features_[i].is_furniture() && !features_[i].credited;
  }

  // What a unit is by itself and by where it stands (plain_text.cc).

  void find_body();
  // "Newsdesk: +44 20 5550 1234. Readers can set up to ten alerts.": what closes a text with how to reach
  // its makers is no running text.
  void leave_contacts();
  // The first and the last running text; headlines over it count as such only where they may open it.
  void bound_body(bool by_headlines);
  // "The boom rolls on, but who has a spare room?": a short line over the text that ends as sentences do.
  [[nodiscard]] bool is_asking_headline(std::size_t i) const;
  [[nodiscard]] BlockKind kind_of(std::size_t i) const;

  // What becomes blocks of its own.

  void mark_dateline(std::size_t i);
  void find_tables();
  // Datelines and tables become blocks of their own, from the last to the first, so that numbers of blocks
  // before stay what they are.
  void cut();
  void cut_table(const Table& table, std::uint16_t number);
  // A dateline that a paragraph begins with becomes a block of its own: it is no part of the sentence
  // after it.
  void cut_datelines();
  void cut_last_dateline();

  // The title and what stands over it (plain_text_title.cc).

  [[nodiscard]] bool can_be_title(std::size_t i) const;
  // The line that is given as the title, else one before the body that stands there twice, else
  // the first that can be one.
  void find_title();
  // The first line of five words and more; where all are shorter, the first of the longest.
  [[nodiscard]] std::size_t likeliest_title() const;
  [[nodiscard]] std::size_t first_like(std::size_t i) const;
  // Numbers above the title are the paper's: its price, the weather, the pages of a section.
  void mark_masthead();
  void mark_repeated_title();

  // Lines that are told by those around them (plain_text_runs.cc).

  [[nodiscard]] std::size_t run_end(std::size_t begin) const;
  // Lines without a blank line between them that begin with the name of a box ("FOR SALE: …"), under
  // running text: all of them are furniture.
  void find_boxes();
  // Lines under the body without a blank line between them, most of which are furniture: all are.
  void mark_boxes();
  // What stands under "Related stories" until running text goes on.
  void mark_related();
  [[nodiscard]] bool are_teasers(std::size_t at) const;
  void mark_listed_headlines();
  // Short lines after the running text that end in no stop ("AGENCY 051222", "3 things to know"), but
  // for lists and the rows of a table.
  void mark_tail();
  // Three short lines and more in a row, without digits, are a menu and not so many headings; so
  // are three list items before the body.
  void mark_menus();
  // Rows of a table in plain text are read, with the line that heads them.
  void mark_rows();

  // When the report was published (plain_text_dates.cc).

  // "SATURDAY, JULY 24, 2021     Serving the high desert": a paper's head or the line under it, with its
  // name, the day, the price.
  [[nodiscard]] bool has_date_column(std::size_t i) const;
  // "The exhibition monthly      February 2025, No. 2": the month of a line over the text that ends with it
  // or with the number of the issue.
  [[nodiscard]] std::optional<PageDate> month_of_issue(std::size_t i) const;
  [[nodiscard]] bool opens_with_date(std::size_t i) const;
  // "By Ana Lind", "6 June 2018" under a first line that tells what the report is about.
  [[nodiscard]] bool follows_byline(std::size_t i) const;
  // Dates of the lines around the body; which is which is said by the word before each.
  void read_dates();
  void read_dates_of(std::size_t i);
  // Whether a line over the text is the report's own date line, though more stands in it: "17 March
  // 2019 | By …" begins with the date, "Bulletin 3 | 17 March 2019" ends with it.
  [[nodiscard]] bool is_head_date(std::size_t i, Span date) const;
  // "Wednesday, 17 August 2022, page 3" under the text.
  [[nodiscard]] bool is_foot_date(std::size_t i, Span date) const;
  // "The Quarter, no. 7, December 2024" over the text: the month, where no day is printed.
  void read_month();
  void set_published(Date date, const char* rule);

  Article& article_;
  const Page& page_;
  std::vector<LineFeatures> features_;
  std::vector<char> opens_;  // of each block: whether a blank line stands before it
  std::vector<Cut> datelines_;
  std::vector<Table> tables_;
  std::vector<std::size_t> contacts_;  // lines that close the text with how to reach its makers
  std::size_t past_masthead_ = 0;      // the paper's price closes it
  std::size_t first_ = 0, last_ = 0;   // first and last running text
  std::size_t title_ = 0;              // count() where there is none
};

}  // namespace tally::page
