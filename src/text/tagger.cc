// The tagger at work. The weights of a word type in each of its roles are added up once and kept
// (tagger_types.h); a token then costs six sums of 64 small numbers and a few look-ups.
#include "text/tagger.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include "text/embedded.h"
#include "text/stages.h"
#include "text/tagger_words.h"

namespace tally {
namespace tagger {
namespace {

constexpr Index kLongest = 2000;     // a longer "sentence" is tagged piece by piece
constexpr std::size_t kBatch = 512;  // places; then the tokens taken in are tagged
constexpr std::size_t kAhead = 16;   // places between asking for scores and adding them up

}  // namespace

Tagger::Tagger(const Model& model)
    : model_(model), types_(model), tag_rows_(kLabels * kLabels, kNone), places_(2) {}

void Tagger::take(Article& article, Range tokens) {
  if (model_.empty()) return;
  for (Index begin = tokens.begin; begin < tokens.end; begin += kLongest) {
    const Range piece{begin, std::min(begin + kLongest, tokens.end)};
    const std::uint8_t headline = headline_state(article, piece);
    for (Index at = piece.begin; at < piece.end; ++at)
      places_.push_back({.token = at, .state = state_of(article.tokens[at], headline)});
    places_.resize(places_.size() + 2);
    if (places_.size() >= kBatch) finish(article);
  }
}

void Tagger::finish(Article& article) {
  types_.make_room(places_.size());
  find_types(article);
  find_pairs();
  before_ = two_before_ = 0;
  for (std::size_t place = 2; place < kAhead + 2 && place + 2 < places_.size(); ++place)
    prefetch_scores(place);
  for (std::size_t place = 2; place + 2 < places_.size(); ++place) {
    if (place + kAhead + 2 < places_.size()) prefetch_scores(place + kAhead);
    const Index at = places_[place].token;
    const Label label = at == kNone ? Label{0} : decide(place);
    two_before_ = std::exchange(before_, label);
    if (at == kNone) continue;
    article.tokens[at].pos = model_.labels()[label].pos;
    article.tokens[at].tag = model_.labels()[label].tag;
  }
  places_.assign(2, {});
}

void Tagger::find_types(const Article& article) {
  hashes_.clear();
  for (const Place& place : places_) {
    const std::uint64_t hash =
        place.token == kNone ? 0 : hash_of(article, article.tokens[place.token]) ^ place.state;
    hashes_.push_back(hash);
    types_.prefetch_slot(hash);
  }
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].token == kNone) continue;
    places_[i].type = types_.find(hashes_[i], [&] { return view_of(article, i); });
    types_.prefetch(places_[i].type);
  }
}

// The pairs of neighbours that the model knows, by place, their weights asked for; so are those of the
// word with the label before it, of which there is a good guess. What the model knows can hardly be
// foretold: what it does not know is left out without a branch.
void Tagger::find_pairs() {
  ask_for_pairs();
  next_pair_ = 0;
  pairs_.resize(asked_.size());
  std::size_t count = 0;
  for (const Pair& pair : asked_) {
    pairs_[count] = pair;
    count += model_.may_have(pair.feature) ? 1 : 0;
  }
  pairs_.resize(count);
  for (Guess& guess : guesses_) guess.is_known = model_.may_have(guess.feature);
  for (const Pair& pair : pairs_) model_.prefetch_bucket(pair.feature);
  for (const Guess& guess : guesses_) {
    if (guess.is_known) model_.prefetch_bucket(guess.feature);
  }
  for (const Pair& pair : pairs_) model_.prefetch_weights(pair.feature);
  for (const Guess& guess : guesses_) {
    if (guess.is_known) model_.prefetch_weights(guess.feature);
  }
}

void Tagger::ask_for_pairs() {
  asked_.clear();
  guesses_.assign(places_.size(), {});
  const auto keys_at = [&](std::size_t place) {
    return WordKeys{.lower = types_[places_[place].type].lower};
  };
  for (std::uint32_t i = 2; i + 2 < places_.size(); ++i) {
    if (places_[i].token == kNone || types_[places_[i].type].certain >= 0) continue;
    for (const auto feature : features_of_pairs(keys_at(i - 1), keys_at(i), keys_at(i + 1))) {
      model_.prefetch_sieve(feature);
      asked_.push_back({i, feature});
    }
    const auto before = static_cast<Label>(types_[places_[i - 1].type].guess);
    guesses_[i] = {.feature = feature_after(before, keys_at(i)), .before = before};
    model_.prefetch_sieve(guesses_[i].feature);
  }
}

namespace {
// By role: how far from the word that is tagged.
constexpr std::array<int, kRoles> kOffsets = {0, -1, 1, -2, 2};
}  // namespace

void Tagger::prefetch_scores(std::size_t place) const {
  const Type& itself = types_[places_[place].type];
  if (itself.certain >= 0) return;
  for (Role role = 1; role < kRoles; ++role) {
    types_.prefetch_scores(places_[place + static_cast<std::size_t>(kOffsets[role])].type, role,
                           itself.common);
  }
  // The labels before are not known yet, but for a good guess.
  const auto guess = [&](std::size_t back) {
    return static_cast<Label>(types_[places_[place - back].type].guess);
  };
  types_.prefetch_scores_of_likely(itself, guess(1));
  if (const Index row = tag_rows_[std::size_t{guess(2)} * kLabels + guess(1)]; row != kNone)
    __builtin_prefetch(&tag_scores_[row]);
}

namespace {

constexpr std::size_t kRows = 6;  // the tags before, the likely part of speech, four neighbours

// The first labels all at once, though few of them are candidates: vectors add them up in less time than it
// takes to pick out one. No sum leaves 16 bits: a weight has ten, and no role has as many as 32 features.
[[gnu::target_clones("avx2", "default")]] void add_up(const std::array<const Scores*, kRows>& rows,
                                                      bool common, Scores& sums) {
  const std::int16_t* const a = rows[0]->data();
  const std::int16_t* const b = rows[1]->data();
  const std::int16_t* const c = rows[2]->data();
  const std::int16_t* const d = rows[3]->data();
  const std::int16_t* const e = rows[4]->data();
  const std::int16_t* const f = rows[5]->data();
  std::int16_t* const to = sums.data();
  const std::size_t count = common ? kCommonLabels : kLabels;
  for (std::size_t i = 0; i < count; ++i)
    to[i] = static_cast<std::int16_t>(a[i] + b[i] + c[i] + d[i] + e[i] + f[i]);
}

// The first of the highest. Without a branch, and past the candidates that there are: which it is, and how
// many there are, can hardly be foretold.
Label best_of(const Type& type, const Scores& sums) {
  constexpr int kBits = 64;
  int best = std::numeric_limits<int>::min();
  for (int i = 0; i < static_cast<int>(kCandidates); ++i) {
    const auto at = static_cast<std::size_t>(i);
    best = std::max(best, (type.own[at] + sums[type.labels[at]]) * kBits + (kBits - 1 - i));
  }
  return type.labels[static_cast<std::size_t>(kBits - 1 - (best & (kBits - 1)))];
}

}  // namespace

Label Tagger::decide(std::size_t place) {
  const Type& itself = types_[places_[place].type];
  if (itself.certain >= 0) return static_cast<Label>(itself.certain);
  const auto neighbour = [&](Role role) {
    return &types_.scores(places_[place + static_cast<std::size_t>(kOffsets[role])].type, role);
  };
  add_up({&scores_of_tags(two_before_, before_), &types_.scores_of_likely(itself, before_),
          neighbour(kBefore), neighbour(kAfter), neighbour(kTwoBefore), neighbour(kTwoAfter)},
         itself.common, sums_);
  add_words(place, itself);
  return best_of(itself, sums_);
}

// The word with the label before it and with the words beside it.
void Tagger::add_words(std::size_t place, const Type& itself) {
  Guess after = guesses_[place];
  if (after.before != before_) {
    after.feature = feature_after(before_, {.lower = itself.lower});
    after.is_known = model_.may_have(after.feature);
  }
  if (after.is_known) model_.add(after.feature, sums_);
  for (; next_pair_ < pairs_.size() && pairs_[next_pair_].place == place; ++next_pair_)
    model_.add(pairs_[next_pair_].feature, sums_);
}

const Scores& Tagger::scores_of_tags(Label two_before, Label before) {
  Index& row = tag_rows_[std::size_t{two_before} * kLabels + before];
  if (row == kNone) {
    row = static_cast<Index>(tag_scores_.size());
    auto& scores = tag_scores_.emplace_back();
    features_of_tags(two_before, before, [&](std::uint32_t feature) { model_.add(feature, scores); });
  }
  return tag_scores_[row];
}

WordView Tagger::view_of(const Article& article, std::size_t place) {
  if (places_[place].token == kNone) return border();
  return tagger::view_of(article, article.tokens[places_[place].token], places_[place].state, lower_);
}

}  // namespace tagger

namespace {

tagger::Tagger& shared_tagger() {
  static const tagger::Model model(embedded::tagger_model());
  thread_local tagger::Tagger one(model);
  return one;
}

}  // namespace

void tag_tokens(Article& article) {
  auto& one = shared_tagger();
  for (const auto& sentence : article.sentences) one.take(article, sentence.tokens);
  one.finish(article);
}

void tag_tokens(Article& article, std::span<const Index> sentences) {
  auto& one = shared_tagger();
  for (const Index sentence : sentences) one.take(article, article.sentences[sentence].tokens);
  one.finish(article);
}

}  // namespace tally
