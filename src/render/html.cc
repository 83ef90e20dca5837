// The page as a whole: head with its content policy, what is on it, the sections, how to read it.
#include "render/html.h"

#include <fmt/format.h>

#include <array>

#include "base/sha256.h"
#include "render/words.h"

namespace tally {
namespace {

int hex_digit(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

// The digest of the style sheet as a content policy names it: base64 of the raw bytes.
std::string style_hash() {
  const std::string hex = sha256_hex(style_sheet());
  std::vector<unsigned> bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<unsigned>(hex_digit(hex[i]) * 16 + hex_digit(hex[i + 1])));
  }
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) { return at < bytes.size() ? bytes[at] : 0U; };
    const unsigned three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    for (unsigned part = 0; part < 4; ++part) {
      const bool there = i + part <= bytes.size();
      out += there ? kDigits[three >> (18U - 6U * part) & 63U] : '=';
    }
  }
  return "sha256-" + out;
}

std::string head_of(std::string_view title) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; base-uri "
      "'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"tally\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n",
      style_hash(), escape(title), style_sheet());
}

std::string tile(std::string_view link, std::size_t count, std::string_view words,
                 std::string_view class_name) {
  return fmt::format("<li class=\"{}\"><a href=\"#{}\"><b>{}</b> {}</a></li>", class_name, link, count,
                     words);
}

std::string summary_of(const Record& record) {
  std::array<std::size_t, 5> count{};
  for (const Finding& finding : record.findings) ++count[static_cast<std::size_t>(finding.verdict)];
  const auto of = [&](Verdict verdict) { return count[static_cast<std::size_t>(verdict)]; };
  const auto words = [&](Verdict verdict, std::string_view one, std::string_view many) {
    return of(verdict) == 1 ? one : many;
  };
  std::string out = "<ul class=\"tiles\">";
  const auto add = [&](Verdict verdict, std::string_view class_name, std::string_view one,
                       std::string_view many) {
    if (of(verdict) > 0)
      out += tile("verdict-" + std::string(class_name), of(verdict), words(verdict, one, many), class_name);
  };
  add(Verdict::fails, "fails", "does not add up", "do not add up");
  add(Verdict::depends, "depends", "depends", "depend");
  add(Verdict::cannot_tell, "cannot-tell", "cannot be told", "cannot be told");
  add(Verdict::explained, "explained", "is explained", "are explained");
  add(Verdict::holds, "holds", "adds up", "add up");
  return out + "</ul>";
}

std::string contents_of(const Record& record) {
  return fmt::format(
      "<nav aria-label=\"On this page\"><ul><li><a href=\"#findings\">Findings</a></li><li><a "
      "href=\"#series\">Series</a></li>"
      "<li><a href=\"#events\">Events</a></li><li><a href=\"#reports\">Reports</a></li></ul></nav>"
      "<p class=\"aside\">{} {}, {} claims, {} events.</p>",
      record.documents.size(), record.documents.size() == 1 ? "report" : "reports", record.claims.size(),
      record.events.size());
}

constexpr std::string_view kHowToRead =
    "<section id=\"how\"><h2>How to read this page</h2><p>Everything here was read out of the reports named "
    "below by a program; nothing was "
    "looked up elsewhere. Each figure and each finding leads to the words that it rests on. <em>Does not add "
    "up</em> says that statements "
    "cannot all be right as they stand, not which of them is wrong. <em>Explained</em> says why two differ: "
    "a revision, another count, "
    "rounding. <em>Cannot tell</em> says that these reports do not hold what would decide it.</p><p>A date "
    "marked <em>implied</em> or "
    "<em>inferred</em> is not printed in the report: it follows from the report’s own date, or from what it "
    "shares with others.</p></section>";

}  // namespace

std::string record_as_html(const Record& record, const PageOptions& options) {
  const Lookup lookup(record);
  const std::string title = options.title.empty() ? "The record" : one_line(options.title);
  std::string out = head_of(title);
  out += "<body>\n<a class=\"skip\" href=\"#findings\">To the findings</a>\n<header><h1>" + escape(title) +
         "</h1>" + summary_of(record) + contents_of(record) + "</header>\n<main>\n";
  out += findings_section(record, lookup) + "\n";
  out += series_section(record, lookup) + "\n";
  out += events_section(record, lookup) + "\n";
  out += reports_section(record, lookup, options) + "\n";
  out += kHowToRead;
  return out + "\n</main>\n</body>\n</html>\n";
}

}  // namespace tally
