// The components of a book, kept up to date in its tables: the partition of record/partition.h, reached
// by looking up what a new report's keys touch.
//
//   components.keep(number, keys)   the keys of a report that comes in, beside it
//   components.enter(10000)         kept keys → the tables they are looked up in, in order of the keys, for
//                                   these are large and written all over; components that a trait held
//                                   together which now says less are dissolved into reports not placed
//   components.place(500)           reports not placed → components, joining those that they touch
//
// All within a transaction of the caller's. The result is that of `partition` over all reports of the
// book: edges between placed reports only ever grow weaker, and a component in which one may have done
// so is placed anew as a whole; a report brings edges to it alone, and those are looked up as it is placed.
#pragma once

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "book/reports.h"
#include "record/keys.h"

namespace tally {

[[nodiscard]] std::string pack(const ReportKeys& keys);
[[nodiscard]] ReportKeys unpack_keys(std::string_view bytes);

class Components {
 public:
  explicit Components(Database& database);
  // Whether every report before this one has its keys.
  [[nodiscard]] bool is_next(ReportNumber report);
  void keep(ReportNumber report, const ReportKeys& keys);
  // Each gives how many reports it took on, at most so many.
  std::size_t keep_missing(std::size_t most);
  std::size_t enter(std::size_t most);
  std::size_t place(std::size_t most, std::span<const Decision> decisions);
  // Its reports are not placed any more, its rows are to go.
  void dissolve(std::int64_t component);
  // Of the report, or of the report that makes the claim; 0 where there is none.
  [[nodiscard]] ReportNumber number_of(const Id& target);
  [[nodiscard]] std::int64_t component_of(ReportNumber report);

 private:
  struct Waiting {
    ReportNumber number = 0;
    ReportKeys keys;
  };
  // Reports by their place in a list, then the components that they touch, numbered on from there.
  struct Neighbourhood {
    std::map<std::int64_t, Index> components;
    std::vector<std::pair<Index, Index>> edges;
  };
  void add_link(ReportKey key, ReportNumber report);
  void add_trait(ReportKey key, ReportNumber report);
  // Nothing where more reports have it than it says anything of.
  std::vector<ReportNumber> holders_of(ReportKey trait);
  std::vector<Waiting> reports_in(std::int64_t component, std::size_t most);
  void touched_by(const Waiting& report, std::vector<ReportNumber>& others);
  [[nodiscard]] std::int64_t new_component();
  std::size_t place_together();
  void part();
  Neighbourhood neighbourhood_of(const std::vector<Waiting>& fresh, std::span<const Decision> decisions);
  std::unordered_map<ReportNumber, std::vector<ReportNumber>> ruled_together(
      std::span<const Decision> decisions);

  Database& database_;
  Reports reports_;
  Statement last_, add_link_, first_with_, add_member_, holders_, add_holder_, forget_holders_;
  Statement reports_in_, component_, take_out_, move_, put_, set_state_, add_component_;
  Statement by_document_, by_claim_;
};

}  // namespace tally
