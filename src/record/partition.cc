// Keys of all reports → components, in memory. The book keeps the same components up to date in its
// tables (book/components.cc).
#include "record/partition.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "record/groups.h"

namespace tally {
namespace {

void join_by_links(const std::vector<ReportKeys>& keys, Groups& groups) {
  std::unordered_map<ReportKey, Index> first;
  for (Index d = 0; d < keys.size(); ++d) {
    for (const ReportKey key : keys[d].links) groups.join(first.try_emplace(key, d).first->second, d);
  }
}

void join_by_traits(const std::vector<ReportKeys>& keys, Groups& groups) {
  std::unordered_map<ReportKey, std::vector<Index>> holders;
  for (Index d = 0; d < keys.size(); ++d) {
    for (const ReportKey key : keys[d].traits) {
      auto& list = holders[key];
      if (list.size() <= most_holders(key)) list.push_back(d);  // one more than says anything tells enough
    }
  }
  for (Index d = 0; d < keys.size(); ++d) {
    std::unordered_map<Index, int> shared;
    for (const ReportKey key : keys[d].traits) {
      const auto& list = holders[key];
      const int weight = weight_of(key, list.size());
      if (weight == 0) continue;
      for (const Index other : list) {
        if (other < d) shared[other] += weight;
      }
    }
    for (const auto& [other, weight] : shared) {
      if (weight >= kJoined) groups.join(other, d);
    }
  }
}

void join_by_decisions(std::span<const Document> documents, std::span<const Decision> decisions,
                       Groups& groups) {
  if (decisions.empty()) return;
  std::unordered_map<Id, Index> holder;
  for (Index d = 0; d < documents.size(); ++d) {
    holder[documents[d].id] = d;
    for (const Id& claim : documents[d].claim_ids) holder[claim] = d;
  }
  for (const Decision& decision : decisions) {
    Index first = kNone;
    for (const Id& target : decision.target) {
      auto at = holder.find(target);
      if (at == holder.end()) at = holder.find(claim_meant(target));
      if (at == holder.end()) continue;
      if (first == kNone) first = at->second;
      groups.join(first, at->second);
    }
  }
}

}  // namespace

Id claim_meant(const Id& target) {
  return target.empty() ? target : 'c' + target.substr(1);
}

std::vector<std::vector<Index>> partition(std::span<const Document> documents,
                                          std::span<const Decision> decisions) {
  Groups groups(documents.size());
  if (documents.size() <= kGatheredByHand) {
    for (Index d = 1; d < documents.size(); ++d) groups.join(0, d);
  } else {
    std::vector<ReportKeys> keys;
    keys.reserve(documents.size());
    for (const Document& document : documents)
      keys.push_back(keys_of(document.info, document.text, document.claims));
    join_by_links(keys, groups);
    join_by_traits(keys, groups);
    join_by_decisions(documents, decisions, groups);
  }
  std::map<Index, std::vector<Index>> members;
  for (Index d = 0; d < documents.size(); ++d) members[groups.find(d)].push_back(d);
  std::vector<std::vector<Index>> components;
  components.reserve(members.size());
  for (auto& [first, list] : members) components.push_back(std::move(list));
  return components;
}

}  // namespace tally
