// Changes that nothing of their own report decides, and that another report on the story tells with its
// numbers.
//
//   "The farms harvested 14 per cent less salmon in 2022 than in the year before"     A: by itself
//   "The harvest was 39,800 tonnes, 14 per cent below the 46,300 tonnes of 2021"      B: holds, and so does A
//
// Nothing fails by it.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "record/checks.h"
#include "record/shared_words.h"
#include "record/slots.h"
#include "record/words.h"

namespace tally {
namespace {

class Echoes {
 public:
  explicit Echoes(Checks& checks) : checks_(checks), sheet_(checks.sheet) {
    std::map<Id, Index> at;
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (is_change(i)) at.emplace(sheet_.claims[i].id, i);
    }
    for (std::size_t f = 0; f < checks.findings.size(); ++f) {
      const auto known = at.find(checks.findings[f].claim);
      if (known == at.end() || checks.findings[f].verdict == Verdict::cannot_tell) continue;
      decided_[known->second] = f;
    }
  }

  void find() {
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (is_change(i) && !decided_.contains(i)) echo(i);
    }
  }

 private:
  [[nodiscard]] bool is_change(Index i) const {
    const Claim& c = sheet_.claim(i);
    return c.kind == ClaimKind::change && c.change && !sheet_.out[i] && c.modality == Modality::observed &&
           (c.change->percent || c.change->by || c.change->factor);
  }

  [[nodiscard]] bool says_the_same(const Claim& a, const Claim& b) const {
    const ChangeDetail& x = *a.change;
    const ChangeDetail& y = *b.change;
    const auto is_of_base = [](const Claim& c) { return c.period && c.period == c.change->base_period; };
    const bool times = !is_of_base(a) && !is_of_base(b) && at_other_times(a, b);
    const bool bases = x.base_period && y.base_period && !x.base_period->overlaps(*y.base_period);
    return x.direction == y.direction && x.percent == y.percent && x.by == y.by && x.factor == y.factor &&
           x.modifier == y.modifier && (!x.by || unit_key(a.unit) == unit_key(b.unit)) && !times && !bases;
  }

  // Of what changed, or of two words of their sentences.
  [[nodiscard]] bool speak_of_one(Index a, Index b) {
    constexpr int kWords = 2;
    const Roots here = slots_of(sheet_.claim(a), words_).core();
    const Roots there = slots_of(sheet_.claim(b), words_).core();
    if (!here.empty() && !there.empty() && !share(here, there)) return false;
    return share(here, there) || shared_words(sheet_, a, b) >= kWords;
  }

  void echo(Index claim) {
    std::vector<std::size_t> told;
    for (const auto& [other, finding] : decided_) {
      const Finding& f = checks_.findings[finding];
      if (f.verdict != Verdict::holds || f.against.size() < 2 || !is_elsewhere(claim, other) ||
          !says_the_same(sheet_.claim(claim), sheet_.claim(other)) || !speak_of_one(claim, other) ||
          !ends_alike(claim, f))
        continue;
      told.push_back(finding);
    }
    if (!told.empty()) tell(claim, told.front());
  }

  // "2,130 people, up 23.5 per cent" is no echo of a rise to 2,310.
  [[nodiscard]] bool ends_alike(Index claim, const Finding& told) const {
    const Index own = subject_of(sheet_, claim);
    const auto to = own == kNone ? sheet_.claim(claim).change->to : sheet_.claim(own).value->best;
    if (!to) return true;
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      const auto& value = sheet_.claim(i).value;
      if (value && value->best == to &&
          std::ranges::find(told.against, sheet_.claims[i].id) != told.against.end())
        return true;
    }
    return false;
  }

  [[nodiscard]] bool is_elsewhere(Index a, Index b) const {
    const Index here = sheet_.claims[a].document;
    const Index there = sheet_.claims[b].document;
    return here != there && checks_.subjects.are_one(here, there);
  }

  void tell(Index claim, std::size_t finding) {
    const Finding& known = checks_.findings[finding];
    std::vector<Index> against;
    for (Index i = 0; i < sheet_.claims.size(); ++i) {
      if (std::ranges::find(known.against, sheet_.claims[i].id) != known.against.end()) against.push_back(i);
    }
    Draft draft{.verdict = Verdict::holds,
                .kind = known.kind == "direction" ? "direction"
                        : known.kind == "factor"  ? "factor"
                        : known.kind == "percent" ? "percent"
                                                  : "difference_by",
                .claim = claim,
                .against = std::move(against),
                .explanation = known.explanation + ", as another report tells it",
                .suspect = "",
                .rank = Rank::plain,
                .relative_size = known.relative_size};
    add(checks_, std::move(draft));
  }

  Checks& checks_;
  const Sheet& sheet_;
  Words words_;
  std::map<Index, std::size_t> decided_;
};

}  // namespace

void check_echoes(Checks& checks) {
  Echoes(checks).find();
}

}  // namespace tally
