// How near claims of one report stand to each other in its text, in sentences. Numbers that a
// writer sets side by side are meant to be read together: a share beside its part and its whole, a
// list beside the sum that closes it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/sheet.h"

namespace tally {

// 0 in one sentence, 1 in sentences that follow each other; both claims are of one report.
[[nodiscard]] int sentences_between(const Sheet& sheet, Index a, Index b);
// The figures of the claim's report no more than so many sentences away, in order of the text.
[[nodiscard]] std::vector<Index> figures_near(const Sheet& sheet, Index claim, int sentences);
// Plans and forecasts are reckoned with as well as what was observed: their sums must add up too.
[[nodiscard]] bool is_printed(const Sheet& sheet, Index i);
[[nodiscard]] std::vector<Index> printed_near(const Sheet& sheet, Index claim, int sentences);
// "23,970 have come: 1,240 in October, 2,310 in November": all that came in its month, no part of that.
[[nodiscard]] bool is_of_its_time(const Sheet& sheet, Index claim);
// The words of a stretch of text, in lower case.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);
// So many words at their end; all where there are no more.
[[nodiscard]] std::span<const std::string> last_of(const std::vector<std::string>& words, std::size_t most);
// The text from the end of one claim's number to the end of another's that stands behind it; empty where they
// are of two reports or far apart.
[[nodiscard]] std::string_view text_between(const Sheet& sheet, Index a, Index b);
// The text of the number's sentence up to it, and from it on.
[[nodiscard]] std::string_view words_up_to(const Sheet& sheet, Index claim);
[[nodiscard]] std::string_view words_from(const Sheet& sheet, Index claim);
// How likely it is that some of `tries` numbers meets a stretch this wide by chance alone.
[[nodiscard]] double chance(std::size_t tries, double width);
// The claim's words, from the beginning of their sentence.
[[nodiscard]] std::string_view sentence_around(const Sheet& sheet, Index claim);
// The sentence that the claim begins in, to its end; and with the one before it in its paragraph.
[[nodiscard]] std::string_view whole_sentence(const Sheet& sheet, Index claim);
[[nodiscard]] std::string_view with_sentence_before(const Sheet& sheet, Index claim);

}  // namespace tally
