// Who said what: people and organisations, their statements, and which figures rest on their word.
//
//   Lee Soo-seok, chief researcher, Institute for National Security Strategy
//     “In recent years, the number of …”
//       weekly.txt, 2016 (inferred)
#include <map>

#include "render/terminal.h"
#include "render/words.h"

namespace tally {
namespace {

std::string heading_of(const Speaker& speaker) {
  std::string words = one_line(speaker.name);
  if (!speaker.role.empty()) words += (words.empty() ? "" : ", ") + one_line(speaker.role);
  if (!speaker.of.empty()) words += ", " + one_line(speaker.of);
  return words;
}

}  // namespace

std::string speakers_as_text(const Record& record, const TextOptions& options) {
  const Lookup lookup(record);
  Screen screen(options);
  std::map<std::string, std::vector<const RecordClaim*>> said;
  for (const RecordClaim& claim : record.claims) {
    if (!claim.claim.speaker) continue;
    std::string who = heading_of(*claim.claim.speaker);
    if (who.empty()) who = "unnamed";
    if (speaks_of(who, options.words)) said[who].push_back(&claim);
  }
  for (const auto& [who, claims] : said) {
    screen.put("", who, Ink::heading);
    for (const RecordClaim* claim : claims) {
      put_words(screen, lookup, *claim, "  ");
      if (claim->claim.status == Status::stated) continue;
      std::string status(name(claim->claim.status));
      for (const std::string& by : claim->claim.status_by) status += " by " + one_line(by);
      screen.put("    ", status, Ink::yellow);
    }
    screen.line();
  }
  if (said.empty())
    screen.line(options.words.empty() ? "Nobody is quoted yet." : "Nobody of that name is quoted.");
  return screen.text();
}

}  // namespace tally
