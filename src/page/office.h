// The XML of office documents → plain text, a paragraph a line with a blank line between; table cells
// of one row on one line. Entities of a document type are never expanded.
#pragma once

#include <string>

namespace tally::page {

[[nodiscard]] std::string text_of_docx(const std::string& xml);
[[nodiscard]] std::string text_of_odt(const std::string& xml);

}  // namespace tally::page
