// Figures that nobody was found for, of a series that somebody told before → its source.
//
//   "The ministry counted 1,098 deaths in 2023. In 2022 there were 1,254 and in 2021 1,310."   all the
//   ministry's
//
// Only what leaves its noun out goes on: "In 2022 there were 40 births" may be anybody's. What somebody is
// quoted with does not go on outside his words, and what another source stands by is that source's.
#include "claim/told_on.h"

#include <algorithm>
#include <ranges>

namespace tally {
namespace {

constexpr std::size_t kFarthest = 8;  // figures back

class Teller {
 public:
  Teller(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims)
      : scene_(scene), article_(scene.article()), attributions_(attributions), claims_(claims) {}

  void run() {
    for (Index i = 0; i < claims_.size(); ++i) {
      if (claims_[i].kind != ClaimKind::figure || !claims_[i].value) continue;
      if (const Mention* number = number_of(claims_[i]); number != nullptr) figures_.push_back({i, number});
    }
    std::ranges::stable_sort(figures_, {}, [](const Figure& f) { return f.number->span.begin; });
    for (std::size_t i = 0; i < figures_.size(); ++i) read(i);
  }

 private:
  struct Figure {
    Index claim;
    const Mention* number;
  };

  [[nodiscard]] const Mention* number_of(const Claim& claim) const {
    for (const Mention& amount : Scene::starting_in(article_.amounts, claim.quote)) {
      if (amount.value == claim.value) return &amount;
    }
    return nullptr;
  }

  void read(std::size_t at) {
    Claim& figure = claims_[figures_[at].claim];
    const Mention& number = *figures_[at].number;
    if (!figure.attribution.empty() || figure.status != Status::stated || !number.counted.empty()) return;
    if (scene_.is_quoted(number.span)) return;
    for (std::size_t back = at; back > 0 && at - back < kFarthest;) {
      --back;
      const Claim& before = claims_[figures_[back].claim];
      if (!is_near(*figures_[back].number, number)) return;
      if (!goes_on(before, figure)) continue;
      if (before.attribution.empty() || scene_.is_quoted(figures_[back].number->span)) return;
      figure.attribution = before.attribution;
      figure.status = before.status;
      figure.status_by = before.status_by;
      return;
    }
  }

  // In the same sentence or the next of the paragraph, and nobody else speaks between.
  [[nodiscard]] bool is_near(const Mention& before, const Mention& number) const {
    const Index first = sentence_at(article_, before.span.begin);
    const Index last = sentence_at(article_, number.span.begin);
    if (first == kNone || last == kNone || last > first + 1 || !scene_.same_block(first, last)) return false;
    const Span between{first == last ? before.span.end : article_.sentences[last].span.begin,
                       first == last ? number.span.begin : article_.sentences[last].span.end};
    return std::ranges::none_of(attributions_.list, [&](const Attribution& one) {
      return !one.sources.empty() && one.cue.overlaps(between);
    });
  }

  // The same counted in the same unit at another time.
  [[nodiscard]] static bool goes_on(const Claim& before, const Claim& figure) {
    const Measure& a = before.measure;
    const Measure& b = figure.measure;
    const bool same = a.population == b.population && !(a.population.empty() && a.property.empty()) &&
                      (a.property == b.property || b.property.empty());
    const bool other_time = figure.period && before.period != figure.period;
    return same && other_time && before.unit == figure.unit && before.modality == figure.modality;
  }

  const Scene& scene_;
  const Article& article_;
  const Attributions& attributions_;
  std::vector<Claim>& claims_;
  std::vector<Figure> figures_;
};

}  // namespace

void tell_on(const Scene& scene, const Attributions& attributions, std::vector<Claim>& claims) {
  Teller(scene, attributions, claims).run();
}

}  // namespace tally
