// Which figures measure one thing: the work table of the stratum `align`.
//
// A node is what one report counts under one wording. Nodes are joined into variables by their
// wording, by the values that they share, and by words that are alike, in this order; each join
// asks whether the values of both sides get on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/groups.h"
#include "record/rivalry.h"
#include "record/sheet.h"
#include "record/slots.h"
#include "record/subjects.h"
#include "record/words.h"

namespace tally {

// The least and the greatest number.
struct Reach {
  double least = 1e300;
  double most = 0;
};

struct Node {
  Index document = kNone;
  Slots slots;
  std::vector<Index> claims;
};

// How the values of two groups of figures meet, period by period.
struct Contact {
  int pairs = 0;    // periods with the same exact value
  int digits = 0;   // how surprising those are together
  int weight = 0;   // the same, small, rounded and retyped values counted for a little
  int near = 0;     // periods with values that differ a little
  int far = 0;      // periods with values that differ much
  int clashes = 0;  // periods in which one report gives both, and they differ
};

class Alignment {
 public:
  Alignment(const Sheet& sheet, Words& words, const Subjects& about);

  std::vector<Node> nodes;
  const Subjects& subjects;
  Groups groups;                                      // of nodes
  Groups core;                                        // of nodes: joined by more than likeness across reports
  std::map<Index, std::vector<std::string>> reasons;  // per group, each once
  std::vector<Index> filled;                          // claims that are where they are for filling a gap only

  [[nodiscard]] Contact contact(Index a, Index b);
  // A figure that says neither when nor over what stretch: some value of the other must be near it.
  [[nodiscard]] bool sizes_agree(Index a, Index b) const;
  // Their numbers are of one size: those of neither begin where eight times the other's end.
  [[nodiscard]] bool sizes_meet(Index a, Index b);
  // Some value of the node is no eighth of this one, and no eight times as much.
  [[nodiscard]] bool is_of_size(const Node& node, const Value& value) const;
  void join(Index a, Index b, const std::string& why, bool firmly);

 private:
  [[nodiscard]] bool kept_apart(Index a, Index b);
  [[nodiscard]] bool clash(Index a, Index b) const;
  void make_nodes(Words& words);
  [[nodiscard]] bool gives_otherwise(Index node, Index claim) const;
  [[nodiscard]] bool took_place(Index a, Index b, Rivalry how) const;
  void meet(const std::vector<Index>& a, const std::vector<Index>& b, Contact& contact) const;

  const Sheet* sheet_;
  std::vector<Contender> values_;  // per claim
  std::vector<bool> doubtful_;     // per claim: its report gives another number for its time, printed there
  std::vector<Index> dated_;       // per group: a node whose stretch of time is known
  std::vector<std::pair<Index, Index>> apart_;               // nodes that a person told apart
  std::vector<Reach> reach_;                                 // per group
  std::vector<std::map<Period, std::vector<Index>>> facts_;  // per group: period → claims
};

// What one report tells of one measure, as far as its wordings were joined: a node of it, and all its claims.
// Percentages, parts and how things stand have no rows.
struct ToldMeasure {
  Index document = kNone;
  Index node = kNone;
  std::vector<Index> claims;
};
[[nodiscard]] std::vector<ToldMeasure> measures_told(Alignment& table);
// The claims that give a number for a year, a quarter … of one length each; nullopt where the lengths differ.
[[nodiscard]] std::optional<std::vector<Index>> steps_of(const Sheet& sheet,
                                                         const std::vector<Index>& claims);

void join_by_ruling(Alignment& table, const Sheet& sheet);
void join_by_wording(Alignment& table);
void join_repeated(Alignment& table, const Sheet& sheet);
void join_corrected(Alignment& table, const Sheet& sheet);
void join_listed(Alignment& table, const Sheet& sheet, Words& words);
void join_wordless(Alignment& table, const Sheet& sheet, Words& words);
void join_rows(Alignment& table, const Sheet& sheet, Words& words);
void join_gaps(Alignment& table, const Sheet& sheet);
void join_by_values(Alignment& table, const Sheet& sheet);
void join_by_story(Alignment& table, const Sheet& sheet);
void join_by_evidence(Alignment& table, const Sheet& sheet, const Words& words, bool early);
void join_by_likeness(Alignment& table, const Words& words);

}  // namespace tally
