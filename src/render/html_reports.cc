// The reports of the page: the sentences that carry claims (or, where asked for, the whole text) with
// the claims' words marked, and under each sentence what was read out of it.
//
// Claims overlap, so a sentence is cut at every border of a claim; each piece carries all claims
// that cover it, and the piece that a claim begins with carries its id:
//
//   text    dropped to 1514 in 2013, 1397 in 2014
//   c1      ·······················
//   c2                               ············
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "render/html.h"
#include "render/words.h"

namespace tally {
namespace {

using Claims = std::vector<const RecordClaim*>;

std::string who_says(const Claim& claim) {
  std::string who;
  for (const Source& source : claim.attribution) {
    std::string words = one_line(source.name.empty() ? source.role : source.name);
    if (words.empty()) words = "unnamed source";
    who += (who.empty() ? "" : " ← ") + words;
  }
  if (who.empty() && claim.speaker)
    who = one_line(claim.speaker->name.empty() ? claim.speaker->role : claim.speaker->name);
  return who;
}

std::string change_in_words(const ChangeDetail& change) {
  std::string words = change.direction == Direction::up     ? "up"
                      : change.direction == Direction::down ? "down"
                                                            : "unchanged";
  if (change.percent) words += " " + grouped(*change.percent) + " %";
  if (change.by) words += " by " + grouped(*change.by);
  if (change.from) words += " from " + grouped(*change.from);
  if (change.to) words += " to " + grouped(*change.to);
  return words;
}

std::string what_it_says(const Claim& claim) {
  std::string words(name(claim.kind));
  if (claim.value) words += ": " + amount_in_words(*claim.value, claim.unit);
  if (claim.change) words += ": " + change_in_words(*claim.change);
  if (claim.comparison) {
    std::string sense = claim.comparison->sense;
    std::ranges::replace(sense, '_', ' ');
    words += ": " + sense;
    if (claim.comparison->rank) words += ", rank " + std::to_string(*claim.comparison->rank);
  }
  if (claim.period)
    words +=
        ", " + period_in_words(*claim.period) + (claim.period_basis == Basis::implied ? " (implied)" : "");
  if (const std::string who = who_says(claim); !who.empty()) words += ", says " + who;
  if (claim.status != Status::stated) words += ", " + std::string(name(claim.status));
  if (claim.modality != Modality::observed) words += ", " + std::string(name(claim.modality));
  return words;
}

// Text between two places, as HTML; line breaks and runs of spaces become one space.
std::string plain(std::string_view text, Span span) {
  if (span.empty()) return {};
  const std::string_view part = text.substr(span.begin, span.size());
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  const std::string words = one_line(part);
  if (words.empty()) return " ";
  return escape((is_space(part.front()) ? " " : "") + words + (is_space(part.back()) ? " " : ""));
}

std::string piece(std::string_view text, Span span, const Claims& claims) {
  std::string open;
  std::string close;
  bool covered = false;
  for (const RecordClaim* claim : claims) {
    if (!claim->claim.quote.contains(span)) continue;
    if (!covered) open += "<mark>";
    covered = true;
    if (claim->claim.quote.begin != span.begin) continue;
    open += "<span id=\"claim-" + escape(claim->id) + "\">";
    close += "</span>";
  }
  if (!covered) return plain(text, span);
  return open + plain(text, span) + close + "</mark>";
}

std::string marked(std::string_view text, Span whole, const Claims& claims) {
  std::vector<std::uint32_t> borders = {whole.begin, whole.end};
  for (const RecordClaim* claim : claims) {
    borders.push_back(std::clamp(claim->claim.quote.begin, whole.begin, whole.end));
    borders.push_back(std::clamp(claim->claim.quote.end, whole.begin, whole.end));
  }
  std::ranges::sort(borders);
  const auto twice = std::ranges::unique(borders);
  borders.erase(twice.begin(), twice.end());
  std::string out;
  for (std::size_t i = 0; i + 1 < borders.size(); ++i)
    out += piece(text, {borders[i], borders[i + 1]}, claims);
  return out;
}

std::string passage(std::string_view text, Span whole, const Claims& claims) {
  std::string out = "<div class=\"passage\"><p>" + marked(text, whole, claims) + "</p>";
  if (!claims.empty()) {
    out += "<ul class=\"read\">";
    for (const RecordClaim* claim : claims) {
      out += fmt::format("<li class=\"{}\"><a href=\"{}\">{}</a></li>", name(claim->claim.kind),
                         link_to_claim(claim->id), escape(what_it_says(claim->claim)));
    }
    out += "</ul>";
  }
  return out + "</div>";
}

struct Passage {
  Span span;
  Claims claims;
};

// One passage a sentence that carries claims; with full text also what lies between.
std::vector<Passage> passages_of(const Document& document, const Claims& claims, bool full_text) {
  std::vector<Passage> passages;
  for (const RecordClaim* claim : claims) {
    const Span sentence = sentence_around(document.text, claim->claim.quote);
    if (!passages.empty() && passages.back().span.end > sentence.begin) {
      passages.back().span = cover(passages.back().span, sentence);
    } else {
      passages.push_back({sentence, {}});
    }
    passages.back().claims.push_back(claim);
  }
  if (!full_text) return passages;
  std::vector<Passage> all;
  std::uint32_t at = 0;
  for (Passage& found : passages) {
    if (found.span.begin > at) all.push_back({{at, found.span.begin}, {}});
    at = found.span.end;
    all.push_back(std::move(found));
  }
  if (at < document.text.size()) all.push_back({{at, static_cast<std::uint32_t>(document.text.size())}, {}});
  return all;
}

std::string date_of(const Document& document) {
  if (!document.published.date.known()) return "no date";
  return date_in_words(document.published.date) + " (" + std::string(name(document.published.basis)) + ")";
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string article_of(const Document& document, const Claims& claims, bool full_text) {
  const std::string title =
      one_line(document.info.title.empty() ? document_name(document) : document.info.title);
  std::string out = fmt::format(
      "<article class=\"report\" id=\"report-{}\"><h3>{}</h3><p class=\"aside\">{} · {}", escape(document.id),
      escape(title), escape(document_name(document)), escape(date_of(document)));
  if (is_web_address(document.info.url)) {
    out += fmt::format(" · <a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(one_line(document.info.url)),
                       escape(one_line(document.info.url)));
  }
  if (!document.copy_of.empty())
    out += " · copy of <a href=\"" + link_to_document(document.copy_of) + "\">another report</a>";
  if (!document.replaced_by.empty())
    out += " · replaced by <a href=\"" + link_to_document(document.replaced_by) + "\">a later version</a>";
  out += fmt::format(" · {} claims</p>", claims.size());
  for (const Passage& part : passages_of(document, claims, full_text))
    out += passage(document.text, part.span, part.claims);
  return out + "</article>";
}

// The order in which the reports appeared; those without a date last.
std::vector<std::size_t> by_date(const Record& record) {
  std::vector<std::size_t> order(record.documents.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const Document& first = record.documents[a];
    const Document& second = record.documents[b];
    const bool dated = first.published.date.known();
    if (dated != second.published.date.known()) return dated;
    return std::tie(first.published.date, first.info.file, first.id) <
           std::tie(second.published.date, second.info.file, second.id);
  });
  return order;
}

}  // namespace

std::string reports_section(const Record& record, const Lookup& lookup, const PageOptions& options) {
  std::vector<Claims> by_document(record.documents.size());
  for (const RecordClaim& claim : record.claims) {
    if (lookup.claim(claim.id) == &claim) by_document[claim.document].push_back(&claim);
  }
  std::string out = "<section id=\"reports\"><h2>Reports</h2>";
  for (const std::size_t i : by_date(record)) {
    std::ranges::sort(by_document[i], {},
                      [](const RecordClaim* claim) { return std::tie(claim->claim.quote, claim->id); });
    out += article_of(record.documents[i], by_document[i], options.full_text);
  }
  return out + "</section>";
}

}  // namespace tally
