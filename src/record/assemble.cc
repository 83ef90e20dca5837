// Order and union: nothing is decided here that a component's own record does not say.
#include "record/assemble.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace tally {
namespace {

// Labels of one thing by how much speaks for each; of equals the longest, then the first in order.
class Labels {
 public:
  void add(const std::string& label, std::size_t weight) { weights_[label] += weight; }
  [[nodiscard]] const std::string& best() const {
    const auto rank = [](const auto& l) { return std::tuple(l.second, l.first.size()); };
    return std::ranges::max_element(weights_, {}, rank)->first;
  }

 private:
  std::map<std::string, std::size_t> weights_;
};

// Calls `join(first, last)` for each run of equal ids and keeps what it gives back.
template <class T, class Join>
void join_by_id(std::vector<T>& all, Join join) {
  std::ranges::stable_sort(all, {}, &T::id);
  std::vector<T> joined;
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::find_if(first, all.end(), [&](const T& t) { return t.id != first->id; });
    joined.push_back(last - first == 1 ? std::move(*first) : join(first, last));
    first = last;
  }
  all = std::move(joined);
}

template <class T>
void make_set(std::vector<T>& all) {
  std::ranges::sort(all);
  const auto twice = std::ranges::unique(all);
  all.erase(twice.begin(), twice.end());
}

template <class At>
Origin one_origin(At first, At last) {
  Origin origin = std::move(*first);
  Labels labels;
  labels.add(origin.label, origin.documents.size());
  for (auto at = std::next(first); at != last; ++at) {
    labels.add(at->label, at->documents.size());
    origin.documents.insert(origin.documents.end(), at->documents.begin(), at->documents.end());
  }
  make_set(origin.documents);
  origin.label = labels.best();
  return origin;
}

template <class At>
Entity one_entity(At first, At last) {
  Entity entity;
  entity.id = first->id;
  entity.kind = first->kind;
  Labels labels;
  for (auto at = first; at != last; ++at) {
    labels.add(at->label, 1);
    if (at->kind == "person") entity.kind = at->kind;
    entity.aliases.push_back(at->label);
    entity.aliases.insert(entity.aliases.end(), at->aliases.begin(), at->aliases.end());
  }
  entity.label = labels.best();
  make_set(entity.aliases);
  std::erase(entity.aliases, entity.label);
  return entity;
}

int weight_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fails:
      return 0;
    case Verdict::depends:
      return 1;
    case Verdict::cannot_tell:
      return 2;
    case Verdict::explained:
      return 3;
    case Verdict::holds:
      return 4;
  }
  return 5;
}

}  // namespace

bool comes_first(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tuple(weight_of(f.verdict), f.rank, -f.relative_size.value_or(Decimal(0)).to_double());
  };
  const auto x = key(a);
  const auto y = key(b);
  return x != y ? x < y : a.id < b.id;
}

void put_in_order(Record& record) {
  std::ranges::sort(record.variables, {}, &Variable::id);
  std::ranges::sort(record.series, {}, &Series::variable);
  std::ranges::sort(record.events, {}, &Event::id);
  std::ranges::sort(record.findings, comes_first);
  join_by_id(record.origins, [](auto first, auto last) { return one_origin(first, last); });
  join_by_id(record.entities, [](auto first, auto last) { return one_entity(first, last); });
  std::ranges::stable_sort(record.decisions, {}, [](const Decision& d) { return std::pair(d.at, d.id); });
}

}  // namespace tally
