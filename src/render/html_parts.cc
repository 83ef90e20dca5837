// Escaping, links and quotations of the HTML page.
#include <fmt/format.h>

#include <algorithm>

#include "render/html.h"
#include "render/words.h"

namespace tally {

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string link_to_claim(std::string_view id) {
  return "#claim-" + escape(id);
}
std::string link_to_document(std::string_view id) {
  return "#report-" + escape(id);
}

std::string quotation(const Lookup& lookup, const RecordClaim& claim) {
  constexpr std::uint32_t kContext = 160;
  const Document& document = lookup.document_of(claim);
  const std::string_view text = document.text;
  const Excerpt excerpt = excerpt_around(text, claim.claim.quote, kContext);
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    const std::string words = one_line(text.substr(begin, end - begin));
    return escape((begin < end && text[begin] == ' ' ? " " : "") + words +
                  (begin < end && text[end - 1] == ' ' ? " " : ""));
  };
  return fmt::format(
      "<blockquote><p>{}{}<a class=\"words\" href=\"{}\">{}</a>{}{}</p><footer><a "
      "href=\"{}\">{}</a></footer></blockquote>",
      excerpt.cut_before ? "… " : "", part(excerpt.whole.begin, excerpt.words.begin), link_to_claim(claim.id),
      part(excerpt.words.begin, excerpt.words.end), part(excerpt.words.end, excerpt.whole.end),
      excerpt.cut_after ? " …" : "", link_to_document(document.id), escape(document_in_words(document)));
}

std::string badge(Verdict verdict) {
  std::string class_name(name(verdict));
  std::ranges::replace(class_name, '_', '-');
  const std::string_view sign = verdict == Verdict::holds       ? "✓"
                                : verdict == Verdict::fails     ? "✗"
                                : verdict == Verdict::depends   ? "±"
                                : verdict == Verdict::explained ? "~"
                                                                : "?";
  return fmt::format("<span class=\"badge {}\"><span aria-hidden=\"true\">{}</span> {}</span>", class_name,
                     sign, escape(said_to_people(verdict)));
}

}  // namespace tally
