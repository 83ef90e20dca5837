// Sixteen hexadecimal digits of SHA-256 behind a letter that says what kind of thing is named.
#include "record/ids.h"

#include <map>
#include <string>
#include <tuple>

#include "base/sha256.h"

namespace tally {
namespace {
constexpr std::size_t kDigits = 16;
}

Id hashed_id(char letter, std::string_view what) {
  return letter + sha256_hex(what).substr(0, kDigits);
}

Id named_after(char letter, std::string_view member) {
  return letter + std::string(member.substr(member.empty() ? 0 : 1));
}

Id document_id(std::string_view bytes, std::string_view url) {
  std::string what(url);
  what += '\n';
  what += bytes;
  return hashed_id('d', what);
}

std::vector<Id> claim_ids(const Id& document, std::span<const Claim> claims) {
  // Several claims of one kind may share a span ("12 women and 3 men died"): they are numbered.
  std::map<std::tuple<ClaimKind, Span>, int> seen;
  std::vector<Id> ids;
  ids.reserve(claims.size());
  for (const Claim& claim : claims) {
    const int ordinal = seen[{claim.kind, claim.quote}]++;
    ids.push_back(hashed_id('c', document + ' ' + std::string(name(claim.kind)) + ' ' +
                                     std::to_string(claim.quote.begin) + ' ' +
                                     std::to_string(claim.quote.end) + ' ' + std::to_string(ordinal)));
  }
  return ids;
}

}  // namespace tally
