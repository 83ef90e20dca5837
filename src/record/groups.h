// Disjoint sets of indices (union by the smaller member, with path halving): the root of a set is
// its smallest member, so a set is named the same whatever the order of joining.
#pragma once

#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "tally/syntax.h"

namespace tally {

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
  [[nodiscard]] Index find(Index i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // Joins the sets of both; gives the root that stays and the root that went.
  std::pair<Index, Index> join(Index a, Index b) {
    a = find(a);
    b = find(b);
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    return {a, b};
  }

 private:
  std::vector<Index> parent_;
};

}  // namespace tally
