// What a line or paragraph looks like, apart from where it stands: the evidence by which prose,
// headings, bylines, captions and furniture are told apart, in plain text and in HTML alike.
#pragma once

#include <cstdint>
#include <string_view>

namespace tally::page {

struct LineFeatures {
  std::uint32_t words = 0;        // runs of letters and digits; a CJK letter is half a word
  std::uint32_t lower_words = 0;  // that begin with a small letter, or have no case
  std::uint32_t ui_words = 0;     // that stand on buttons
  std::uint32_t hints = 0;
  std::uint32_t separators = 0;  // " > ", " | ", " » " between short pieces
  bool sure = false;             // holds a phrase that is furniture anywhere
  bool start = false;            // begins with a phrase that is furniture
  bool label = false;            // begins with the name of a box and a colon: "Weather: …"
  bool related = false;          // heads a list of other reports
  bool byline = false;           // names the author
  bool caption = false;          // describes a picture
  bool credited = false;         // ends with a photographer and an agency: "Ada Berg/AP"
  bool date = false;             // little more than a date or time
  bool clock = false;            // a time of day or "2 hours ago" and nothing else
  bool counter = false;          // "0/250", "(3)"
  bool address = false;          // an e-mail address, a URL, an @handle
  bool final = false;            // ends as sentences do
  bool quoted = false;           // holds quotation marks
  bool digits = false;
  bool datable = false;  // has what every date has: no other line is looked through for one
  bool boxed =
      false;  // one of its pieces ("7 comments | Most read: …") is furniture, and none is running text
  bool priced = false;  // one of its pieces is a price: "Serving the valley since 1904 · €1.20"

  // Running text: long enough, in small letters, ended as a sentence is.
  [[nodiscard]] bool is_prose() const {
    const bool small = lower_words * 5 >= words * 2;
    return small && (words >= 25 || (final && words >= 5));
  }
  // Not news, whatever stands around it.
  [[nodiscard]] bool is_furniture() const;
};

// `line` is trimmed. Linear; looks at the first 2,000 bytes of long paragraphs only.
[[nodiscard]] LineFeatures features_of(std::string_view line);

}  // namespace tally::page
