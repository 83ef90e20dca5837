// Findings of one cause, for listings to show once: all revisions of one series, all that fails
// because of one wrong number, all superlatives of one report that the record is too short for, all its
// changes that nobody gives the numbers of.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/checks.h"

namespace tally {
namespace {

using Places = std::unordered_map<Id, Index>;

// What the cause of a finding is; empty: it stands for itself.
std::string cause_of(const Sheet& sheet, const Finding& f, Index claim) {
  const bool of_series =
      f.kind == "revision" || f.kind == "difference" || f.kind == "rounding" || f.kind == "bound";
  const std::string kind = std::string(name(f.verdict)) + ' ' + f.kind + ' ';
  // "884, revised from 872" and "872, later 884" are one.
  if (f.verdict == Verdict::explained && f.against.size() == 1 &&
      (f.kind == "revision" || f.kind == "difference"))
    return kind + std::min(f.claim, f.against.front()) + ' ' + std::max(f.claim, f.against.front());
  if (of_series && sheet.variable[claim] != kNone) return kind + std::to_string(sheet.variable[claim]);
  // A sum or share that comes out, told of its whole and of each part.
  if (f.verdict == Verdict::holds && (f.kind == "sum" || f.kind == "share")) {
    std::vector<Id> members = f.against;
    members.push_back(f.claim);
    std::ranges::sort(members);
    std::string all = kind;
    for (const Id& id : members) all += id + ' ';
    return all;
  }
  const bool wide = f.kind == "superlative" || f.kind == "first" || f.kind == "trend";
  if (f.verdict == Verdict::cannot_tell && wide) return kind + "in " + sheet.document_of(claim).id;
  // Changes that nobody gives the numbers of, in one report.
  if (f.verdict == Verdict::cannot_tell && f.against.empty())
    return std::string(name(f.verdict)) + " in " + sheet.document_of(claim).id;
  return {};
}

}  // namespace

void fold(const Sheet& sheet, std::vector<Finding>& findings) {
  Places at;
  for (Index i = 0; i < sheet.claims.size(); ++i) at.emplace(sheet.claims[i].id, i);
  std::map<std::string, Id> first;
  std::map<Id, Id> wrong;  // a number that is a slip → the finding that says so
  for (Finding& f : findings) {
    f.fold_under.clear();
    const bool slip = f.kind == "slip" || f.kind == "contradiction";
    if (f.verdict == Verdict::fails && slip) wrong.emplace(f.claim, f.id);
    const std::string cause = cause_of(sheet, f, at.at(f.claim));
    if (cause.empty()) continue;
    const auto [known, fresh] = first.try_emplace(cause, f.id);
    if (!fresh) f.fold_under = known->second;
  }
  for (Finding& f : findings) {
    if (f.verdict != Verdict::fails || wrong.contains(f.claim)) continue;
    for (const Id& id : f.against) {
      if (const auto slip = wrong.find(id); slip != wrong.end() && f.fold_under.empty())
        f.fold_under = slip->second;
    }
  }
}

}  // namespace tally
