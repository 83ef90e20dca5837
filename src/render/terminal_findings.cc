// Findings, what does not add up first: the reckoning, then the words that it rests on.
//
//   DOES NOT ADD UP  1
//
//   ✗ 1,514 in 2013 is 12 more than 1,502 in 2012: a rise, not a drop
//     “… Arrivals slipped again to 1,514 in 2013 …”
//       review.txt, 2017
//     held against
//     “… and 1502 in 2012, due to …”
//       review.txt, 2017
//     suspect: the report · direction · by 0.8 % · f3a9…
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "render/terminal.h"
#include "render/words.h"

namespace tally {
namespace {

// In this order people read them.
constexpr std::array kOrder = {Verdict::fails, Verdict::depends, Verdict::cannot_tell, Verdict::explained,
                               Verdict::holds};

struct Look {
  std::string_view sign;
  Ink ink;
};
Look look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fails:
      return {"✗", Ink::red};
    case Verdict::depends:
      return {"±", Ink::yellow};
    case Verdict::cannot_tell:
      return {"?", Ink::blue};
    case Verdict::explained:
      return {"~", Ink::blue};
    case Verdict::holds:
      break;
  }
  return {"✓", Ink::green};
}

std::string remarks_on(const Finding& finding) {
  std::string words = finding.suspect.empty() ? "" : "suspect: the " + finding.suspect + " · ";
  words += finding.kind;
  if (finding.relative_size) words += " · by " + grouped(*finding.relative_size) + " %";
  return words + " · " + finding.id;
}

// Two claims of one sentence are quoted once.
bool quoted_already(const RecordClaim& claim, const std::vector<const RecordClaim*>& quoted) {
  return std::ranges::any_of(quoted, [&](const RecordClaim* other) {
    return other->document == claim.document && other->claim.quote.overlaps(claim.claim.quote);
  });
}

void put_evidence(Screen& screen, const Lookup& lookup, const Finding& finding) {
  constexpr std::size_t kMost = 6;
  std::vector<const RecordClaim*> quoted;
  if (const RecordClaim* claim = lookup.claim(finding.claim)) {
    put_words(screen, lookup, *claim, "    ");
    quoted.push_back(claim);
  }
  bool announced = false;
  std::size_t left_off = 0;
  for (const Id& id : finding.against) {
    const RecordClaim* claim = lookup.claim(id);
    if (claim == nullptr || quoted_already(*claim, quoted)) continue;
    if (quoted.size() >= kMost) {
      ++left_off;
      continue;
    }
    if (!announced) screen.put("    ", "held against", Ink::dim);
    announced = true;
    put_words(screen, lookup, *claim, "    ");
    quoted.push_back(claim);
  }
  if (left_off > 0) screen.put("    ", fmt::format("and {} more", left_off), Ink::dim);
}

void put_finding(Screen& screen, const Lookup& lookup, const Finding& finding, std::size_t folded) {
  const Look look = look_of(finding.verdict);
  const std::string sign = "  " + screen.paint(look.sign, look.ink) + " ";
  // The sign's colour codes take no columns, so the lead is measured without them.
  Screen body({.width = static_cast<unsigned>(screen.width()), .colour = false});
  body.put("    ", one_line(finding.explanation));
  std::string text = body.text().substr(4);
  text.pop_back();
  screen.line(sign + screen.paint(text, finding.verdict == Verdict::fails ? Ink::bold : Ink::plain));
  put_evidence(screen, lookup, finding);
  screen.put("    ", remarks_on(finding), Ink::dim);
  if (folded > 0) screen.put("    ", fmt::format("and {} more of the same cause", folded), Ink::dim);
  screen.line();
}

void put_briefly(Screen& screen, const Finding& finding) {
  const Look look = look_of(finding.verdict);
  Screen body({.width = static_cast<unsigned>(screen.width()), .colour = false});
  body.put("    ", one_line(finding.explanation));
  std::string text = body.text().substr(4);
  text.pop_back();
  screen.line("  " + screen.paint(look.sign, look.ink) + " " + text);
}

std::string shout(std::string_view words) {
  std::string out(words);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

std::vector<const Finding*> select(const Record& record, const Lookup& lookup, std::string_view words) {
  std::vector<const Finding*> chosen;
  for (const Finding& finding : record.findings) {
    if (speaks_of(lookup.words_of(finding), words)) chosen.push_back(&finding);
  }
  return chosen;
}

// "1 adds up", "2 add up".
std::string_view said_of(Verdict verdict, std::ptrdiff_t count) {
  if (count == 1) return said_to_people(verdict);
  if (verdict == Verdict::fails) return "do not add up";
  if (verdict == Verdict::holds) return "add up";
  return verdict == Verdict::depends ? "depend" : said_to_people(verdict);
}

std::string sum_up(const std::vector<const Finding*>& findings, std::size_t reports) {
  std::string words = fmt::format("{} {}: ", findings.size(), findings.size() == 1 ? "finding" : "findings");
  bool first = true;
  for (const Verdict verdict : kOrder) {
    const auto count =
        std::ranges::count_if(findings, [&](const Finding* f) { return f->verdict == verdict; });
    if (count == 0) continue;
    words += fmt::format("{}{} {}", first ? "" : ", ", count, said_of(verdict, count));
    first = false;
  }
  return words + fmt::format("; {} {}", reports, reports == 1 ? "report" : "reports");
}

void put_verdict(Screen& screen, const Lookup& lookup, const std::vector<const Finding*>& findings,
                 bool unfolded) {
  std::map<std::string_view, std::size_t> folded;
  for (const Finding* finding : findings) {
    if (!finding->fold_under.empty()) ++folded[finding->fold_under];
  }
  const Verdict verdict = findings.front()->verdict;
  screen.line(
      screen.paint(fmt::format("{}  {}", shout(said_to_people(verdict)), findings.size()), Ink::heading));
  if (verdict != Verdict::holds || unfolded) screen.line();
  for (const Finding* finding : findings) {
    if (!unfolded && !finding->fold_under.empty()) continue;
    if (verdict == Verdict::holds && !unfolded) {
      put_briefly(screen, *finding);
    } else {
      put_finding(screen, lookup, *finding, unfolded ? 0 : folded[finding->id]);
    }
  }
  if (verdict == Verdict::holds && !unfolded) screen.line();
}

}  // namespace

std::string findings_as_text(const Record& record, const TextOptions& options) {
  const Lookup lookup(record);
  Screen screen(options);
  const std::vector<const Finding*> findings = select(record, lookup, options.words);
  for (const Verdict verdict : kOrder) {
    std::vector<const Finding*> of_verdict;
    std::ranges::copy_if(findings, std::back_inserter(of_verdict),
                         [&](const Finding* f) { return f->verdict == verdict; });
    if (!of_verdict.empty()) put_verdict(screen, lookup, of_verdict, options.unfolded);
  }
  if (findings.empty()) {
    screen.line(options.words.empty()
                    ? "No findings: nothing in these reports can be held against anything yet."
                    : "No finding speaks of “" + one_line(options.words) + "”.");
  } else {
    screen.put("", sum_up(findings, record.documents.size()));
  }
  return screen.text();
}

std::size_t count_failing(const Record& record, std::string_view words) {
  const Lookup lookup(record);
  return static_cast<std::size_t>(std::ranges::count_if(record.findings, [&](const Finding& finding) {
    return finding.verdict == Verdict::fails && speaks_of(lookup.words_of(finding), words);
  }));
}

std::string record_as_text(const Record& record, const TextOptions& options) {
  const Screen screen(options);
  std::string out;
  const auto section = [&](std::string_view title, const std::string& body) {
    const std::size_t rule = screen.width() > title.size() + 4 ? screen.width() - title.size() - 4 : 4;
    std::string line;
    for (std::size_t i = 0; i < rule; ++i) line += "─";
    out += screen.paint("── " + std::string(title) + " " + line, Ink::dim) + "\n\n" + body + "\n";
  };
  section("Series", series_as_text(record, options));
  section("Events", events_as_text(record, options));
  section("Findings", findings_as_text(record, options));
  return out;
}

}  // namespace tally
