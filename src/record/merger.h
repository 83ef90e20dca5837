// Tellings → happenings, join by join: no happening holds two tellings that contradict each other.
//
//   Merger merger(tellings, company);
//   merger.join(a, b, false);          // unless some pair of their members contradicts
//   merger.groups.find(a)              // the happening of a telling, by its first telling
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "record/groups.h"
#include "record/happenings.h"

namespace tally {

class Merger {
 public:
  Merger(const std::vector<Telling>& tellings, const Company& company);
  // Joins the happenings of both tellings unless some pair of their members contradicts.
  void join(Index a, Index b, bool ruled);
  // A person told these two apart: what would bring them together is not joined.
  void keep_apart(Index a, Index b) { apart_.emplace_back(a, b); }
  // The happenings so far: each with its tellings, by the first of them.
  [[nodiscard]] std::map<Index, std::vector<Index>> happenings() const { return members_; }

  Groups groups;

 private:
  using Day = std::chrono::sys_days;

  [[nodiscard]] bool ruled_apart(Index a, Index b);
  [[nodiscard]] bool days_apart(Index a, Index b) const;
  [[nodiscard]] bool contradict(const std::vector<Index>& a, const std::vector<Index>& b) const;

  const std::vector<Telling>& tellings_;
  const Company& company_;
  std::map<Index, std::vector<Index>> members_;
  std::vector<std::pair<Day, Day>> days_;  // per group: from the first to the last day that is known
  std::vector<std::pair<Index, Index>> apart_;
};

}  // namespace tally
