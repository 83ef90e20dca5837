// The findings of the page: what does not add up first and open, the rest folded by verdict; findings
// of one cause folded under the first.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "render/html.h"
#include "render/words.h"

namespace tally {
namespace {

constexpr std::array kOrder = {Verdict::fails, Verdict::depends, Verdict::cannot_tell, Verdict::explained,
                               Verdict::holds};

std::string evidence_of(const Finding& finding, const Lookup& lookup) {
  std::vector<const RecordClaim*> quoted;
  const auto quote = [&](const Id& id) -> std::string {
    const RecordClaim* claim = lookup.claim(id);
    if (claim == nullptr) return {};
    for (const RecordClaim* other : quoted) {
      if (other->document == claim->document && other->claim.quote.overlaps(claim->claim.quote)) return {};
    }
    quoted.push_back(claim);
    return quotation(lookup, *claim);
  };
  std::string out = quote(finding.claim);
  std::string against;
  for (const Id& id : finding.against) against += quote(id);
  if (!against.empty()) out += "<p class=\"against\">held against</p>" + against;
  return out;
}

std::string remarks_on(const Finding& finding) {
  std::string words = finding.kind;
  if (finding.relative_size) words += " · by " + grouped(*finding.relative_size) + " %";
  if (!finding.suspect.empty()) words += " · suspect: the " + finding.suspect;
  return "<p class=\"aside\">" + escape(words) + " · <code>" + escape(finding.id) + "</code></p>";
}

using Folded = std::map<std::string_view, std::vector<const Finding*>>;

std::string article_of(const Finding& finding, const Lookup& lookup, const Folded& folded) {
  std::string class_name(name(finding.verdict));
  std::ranges::replace(class_name, '_', '-');
  std::string out =
      fmt::format("<article class=\"finding {}\" id=\"finding-{}\"><h4>{} {}</h4>", class_name,
                  escape(finding.id), badge(finding.verdict), escape(one_line(finding.explanation)));
  out += evidence_of(finding, lookup) + remarks_on(finding);
  if (const auto more = folded.find(finding.id); more != folded.end()) {
    out += fmt::format("<details><summary>{} more of the same cause</summary>", more->second.size());
    for (const Finding* other : more->second) out += article_of(*other, lookup, {});
    out += "</details>";
  }
  return out + "</article>";
}

std::string group_of(Verdict verdict, const Record& record, const Lookup& lookup, const Folded& folded) {
  std::string body;
  std::size_t count = 0;
  for (const Finding& finding : record.findings) {
    if (finding.verdict != verdict) continue;
    ++count;
    if (finding.fold_under.empty()) body += article_of(finding, lookup, folded);
  }
  if (count == 0) return {};
  std::string class_name(name(verdict));
  std::ranges::replace(class_name, '_', '-');
  return fmt::format(
      "<details class=\"verdict\" id=\"verdict-{}\"{}><summary><h3>{} <span "
      "class=\"count\">{}</span></h3></summary>{}</details>",
      class_name, verdict == Verdict::fails || verdict == Verdict::depends ? " open" : "", badge(verdict),
      count, body);
}

}  // namespace

std::string findings_section(const Record& record, const Lookup& lookup) {
  Folded folded;
  for (const Finding& finding : record.findings) {
    if (!finding.fold_under.empty()) folded[finding.fold_under].push_back(&finding);
  }
  std::string out = "<section id=\"findings\"><h2>Findings</h2>";
  if (record.findings.empty()) out += "<p>Nothing in these reports can be held against anything yet.</p>";
  for (const Verdict verdict : kOrder) out += group_of(verdict, record, lookup, folded);
  return out + "</section>";
}

}  // namespace tally
