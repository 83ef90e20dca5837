// Who vouches for which stretch of the text, and how far.
//
//   The ministries confirmed a report by Yonhap that a colonel defected.
//     content "that a colonel defected": Yonhap ← the ministries, confirmed by the ministries
//
// Asked by figures and events through Attributions::of; statements and absences are made from the
// same layer.
#pragma once

#include <string>
#include <vector>

#include "claim/sayings.h"
#include "claim/scene.h"
#include "tally/article.h"
#include "tally/claim.h"

namespace tally {

struct Attribution {
  Span content;
  std::vector<Source> sources;  // the first vouches first: agency, then who repeats it
  Status status = Status::stated;
  std::vector<std::string> status_by;  // confirmed, denied, not verified by whom
  Span cue;
  Index saying = kNone;  // into Attributions::sayings
};

// What a claim takes from all attributions around it.
struct Vouching {
  std::vector<Source> sources;
  Status status = Status::stated;
  std::vector<std::string> status_by;
};

class Attributions {
 public:
  // The attributions whose content holds the span, the innermost first, put together.
  [[nodiscard]] Vouching of(Span span) const;

  std::vector<Attribution> list;             // by begin of content
  std::vector<Saying> sayings;               // in order of the text
  std::vector<std::vector<Source>> sources;  // of each saying

 private:
  friend Attributions attribute(const Scene& scene);
  std::vector<std::uint32_t> farthest_;  // the largest content end up to each of the list
};

[[nodiscard]] Attributions attribute(const Scene& scene);
[[nodiscard]] Attributions attribute(const Article& article);

}  // namespace tally
