// The tagger at work. The weights of a word type in each of its roles are added up once and kept;
// a token then costs five sums of 64 small numbers and a few look-ups.
#include "text/tagger.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <utility>

#include "text/embedded.h"
#include "text/stages.h"
#include "text/word_form.h"

namespace tally {
namespace tagger {

Model::Model(std::string_view bytes) {
  ModelHeader header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version != kModelVersion) return;
  const char* at = bytes.data() + sizeof header;
  const auto take = [&]<class T>(std::span<const T>& table, std::size_t count) {
    table = {reinterpret_cast<const T*>(at), count};
    at += count * sizeof(T);
  };
  take(labels_, header.labels);
  take(sieve_, (std::size_t{1} << kSieveBits) / 32);
  take(buckets_, (std::size_t{1} << kBucketBits) + 1);
  take(features_, header.size);
  assert(at <= bytes.data() + bytes.size());
}

WordView border() {
  return {.surface = "\n", .lower = "\n", .word = 0, .kind = TokenKind::punctuation, .state = 0};
}

namespace {

bool is_headline(const Article& article, Range tokens) {
  unsigned capitalised = 0;
  unsigned plain = 0;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const auto& token = article.tokens[i];
    if (token.kind != TokenKind::word || token.span.size() < 4) continue;
    ((token.flags & kCapitalised) != 0 ? capitalised : plain) += 1;
  }
  return capitalised >= 3 && capitalised > plain * 4;
}

}  // namespace

void SentenceView::read(const Article& article, Range tokens) {
  words_.clear();
  const Span span = article.span_of(tokens);
  lower_.clear();
  // A word form never takes more bytes than this, so the views into it stay valid.
  lower_.reserve(span.size() + std::size_t{tokens.size()} * 2 + WordForm::kCapacity);
  const std::uint8_t headline = is_headline(article, tokens) ? kInHeadline : 0;
  WordForm form;
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const auto& token = article.tokens[i];
    const auto surface = article.text(token);
    (void)form.read(surface.substr(0, WordForm::kCapacity / 2));
    const auto begin = lower_.size();
    for (const char c : form.text()) lower_ += c >= '0' && c <= '9' ? '0' : c;
    const std::uint8_t start = (token.flags & kSentenceStart) != 0 ? kStartsSentence : 0;
    words_.push_back({.surface = token.kind == TokenKind::number ? std::string_view() : surface,
                      .lower = std::string_view(lower_).substr(begin),
                      .word = token.word,
                      .kind = token.kind,
                      .state = static_cast<std::uint8_t>((token.flags & 3U) | start | headline)});
  }
}

struct alignas(64) Tagger::Type {
  std::array<Scores, kRoles> scores{};
  WordKeys keys;
  std::uint8_t summed = 0;   // roles whose scores are there, as bits
  int certain = -1;          // the one label that the word can have, or is taken to have, if so
  std::uint32_t likely = 0;  // row of the table of scores by likely part of speech and tag before
};

// The word types met so far, by surface and state. Forgets all when it is full, so that memory
// stays bounded.
class Tagger::Types {
 public:
  explicit Types(const Model& model) : model_(model) {
    types_.reserve(kMost + 1);  // of memory, no more than what is used is touched
    forget();
  }

  // Types found before may be forgotten here: call it before the first look-up of a sentence.
  void make_room(std::size_t words) {
    if (types_.size() + words + 1 > kMost) forget();
  }
  [[nodiscard]] std::uint32_t find(const WordView& view) {
    const auto hash = format::hash(view.kind == TokenKind::number ? view.lower : view.surface) ^ view.state;
    auto at = place_of(hash);
    if (table_[at].index != 0) return table_[at].index;
    if (types_.size() * 4 > table_.size()) {
      grow();
      at = place_of(hash);
    }
    const auto index = static_cast<std::uint32_t>(types_.size());
    table_[at] = {hash, index};
    add(view);
    return index;
  }
  [[nodiscard]] const Type& operator[](std::uint32_t index) const { return types_[index]; }
  // The scores of rarer words lie in far memory: asked for ahead of time, they are there in time.
  void prefetch(std::uint32_t index) const {
    const auto* bytes = reinterpret_cast<const char*>(&types_[index]);
    for (std::size_t at = 0; at < sizeof(Type); at += 64) __builtin_prefetch(bytes + at);
  }
  // The weights of a type in a role, added up when first asked for; `view` is any word of the type.
  [[nodiscard]] const Scores& scores(std::uint32_t index, Role role, const WordView& view) {
    auto& type = types_[index];
    auto& scores = type.scores[role];
    if ((type.summed >> role & 1U) == 0) {
      type.summed = static_cast<std::uint8_t>(type.summed | (1U << role));
      add_weights(view, role, scores);
    }
    return scores;
  }
  // The weights of a word's likely part of speech together with the label before it.
  [[nodiscard]] const Scores& scores_of_likely(const Type& type, Label before) {
    const std::size_t at = std::size_t{type.likely} * kLabels + before;
    if (!has_likely_scores_[at]) {
      has_likely_scores_[at] = true;
      model_.add(feature_of_likely(type.keys, before), likely_scores_[at]);
    }
    return likely_scores_[at];
  }

 private:
  struct Slotted {
    std::uint64_t hash = 0;
    std::uint32_t index = 0;
  };
  static constexpr std::size_t kMost = 32768;
  static constexpr std::size_t kSmallestTable = 4096;
  // A word whose own weights put one label this far before all others takes it whatever stands beside it: no
  // neighbour's weights reach as far but by rare chance (docs/tagger.md has the measurement).
  static constexpr int kDecided = 500;

  void forget() {
    types_.clear();
    table_.assign(std::max(table_.size(), kSmallestTable), {});
    add(border());  // 0
  }
  // Where the hash stands, or would stand.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    auto at = static_cast<std::size_t>(hash >> 32U) & (table_.size() - 1);
    while (table_[at].index != 0 && table_[at].hash != hash) at = (at + 1) & (table_.size() - 1);
    return at;
  }
  void grow() {
    const auto old = std::exchange(table_, std::vector<Slotted>(table_.size() * 4));
    for (const auto& slot : old) {
      if (slot.index != 0) table_[place_of(slot.hash)] = slot;
    }
  }
  // The weights lie far apart in memory: all are asked for before the first is read.
  void add_weights(const WordView& view, Role role, Scores& scores) const {
    std::array<std::uint32_t, kMostFeatures> features;
    std::size_t count = 0;
    features_in_role(view, role, [&](std::uint32_t feature) {
      features[count++] = feature;
      model_.prefetch_bucket(feature);
    });
    for (std::size_t i = 0; i < count; ++i) model_.prefetch_weights(features[i]);
    for (std::size_t i = 0; i < count; ++i) model_.add(features[i], scores);
  }
  // The label that the word's own weights leave no doubt of, or -1.
  [[nodiscard]] static int decided(const Scores& scores) {
    int best = -1;
    std::int16_t highest = std::numeric_limits<std::int16_t>::min();
    std::int16_t second = highest;
    for (std::size_t i = 0; i < kLabels; ++i) {
      if (scores[i] > highest) {
        second = std::exchange(highest, scores[i]);
        best = static_cast<int>(i);
      } else {
        second = std::max(second, scores[i]);
      }
    }
    return highest - second >= kDecided ? best : -1;
  }
  void add(const WordView& view) {
    auto& type = types_.emplace_back();
    type.keys = keys_of(view);
    const auto certain = model_.weights_of(feature_of_certainty(view.surface));
    if (!certain.empty()) {
      type.certain = static_cast<int>(certain[0] & 63U);
    } else {
      add_weights(view, kItself, type.scores[kItself]);
      type.summed = 1U << kItself;
      type.certain = decided(type.scores[kItself]);
    }
    const auto [row, is_new] = likely_rows_.try_emplace(type.keys.likely, likely_rows_.size());
    if (is_new) {
      likely_scores_.resize(likely_rows_.size() * kLabels);
      has_likely_scores_.resize(likely_rows_.size() * kLabels);
    }
    type.likely = row->second;
  }

  const Model& model_;
  std::vector<Type> types_;
  std::vector<Slotted> table_;
  std::unordered_map<std::uint32_t, std::uint32_t> likely_rows_;  // a few hundred at most
  std::vector<Scores> likely_scores_;                             // filled when first asked for
  std::vector<bool> has_likely_scores_;
};

Tagger::Tagger(const Model& model)
    : model_(model), types_(std::make_unique<Types>(model)), tag_rows_(kLabels * kLabels, kNone) {}

Tagger::~Tagger() = default;

const Scores& Tagger::scores_of_tags(Label two_before, Label before) {
  const std::size_t at = std::size_t{two_before} * kLabels + before;
  if (tag_rows_[at] == kNone) {
    tag_rows_[at] = static_cast<Index>(tag_scores_.size());
    auto& scores = tag_scores_.emplace_back();
    features_of_tags(two_before, before, [&](std::uint32_t feature) { model_.add(feature, scores); });
  }
  return tag_scores_[tag_rows_[at]];
}

namespace {

void add(Scores& __restrict total, const Scores& __restrict other) {
  for (std::size_t i = 0; i < kLabels; ++i) total[i] = static_cast<std::int16_t>(total[i] + other[i]);
}

Label best(const Scores& scores) {
  std::int16_t highest = scores[0];
  for (std::size_t i = 1; i < kLabels; ++i) highest = std::max(highest, scores[i]);
  Label label = 0;
  while (scores[label] != highest) ++label;
  return label;
}

}  // namespace

// The pairs of neighbours that the model knows, by place in the sentence, their weights asked for.
void Tagger::find_pairs() {
  pairs_.clear();
  for (std::uint32_t i = 0; i < sentence_.size(); ++i) {
    const auto type = [&](std::size_t offset) -> const Type& { return (*types_)[indices_[i + offset]]; };
    if (type(2).certain >= 0) continue;
    for (const auto feature : features_of_pairs(type(1).keys, type(2).keys, type(3).keys)) {
      if (!model_.may_have(feature)) continue;
      model_.prefetch_bucket(feature);
      pairs_.emplace_back(i, feature);
    }
  }
  for (const auto& [place, feature] : pairs_) model_.prefetch_weights(feature);
}

void Tagger::tag(Article& article, Range tokens) {
  if (model_.empty()) return;
  constexpr Index kLongest = 2000;  // a longer "sentence" is tagged piece by piece
  for (Index begin = tokens.begin; begin < tokens.end; begin += kLongest) {
    const Range piece{begin, std::min(begin + kLongest, tokens.end)};
    sentence_.read(article, piece);
    types_->make_room(sentence_.size());
    indices_.assign(2, 0);
    for (std::size_t i = 0; i < sentence_.size(); ++i) indices_.push_back(types_->find(sentence_[i]));
    indices_.insert(indices_.end(), 2, 0);
    find_pairs();
    auto pair = pairs_.begin();
    Label before = 0;
    Label two_before = 0;
    for (std::size_t i = 0; i < sentence_.size(); ++i) {
      const auto type = [&](std::size_t offset) -> const Type& { return (*types_)[indices_[i + offset]]; };
      const Type& itself = type(2);
      types_->prefetch(indices_[std::min(i + 6, indices_.size() - 1)]);
      const auto in_role = [&](std::size_t offset, Role role) -> const Scores& {
        const auto place = i + offset;  // of the word among the indices, two borders first
        const bool inside = place >= 2 && place < sentence_.size() + 2;
        return types_->scores(indices_[place], role, inside ? sentence_[place - 2] : border());
      };
      const auto decide = [&] {
        if (itself.certain >= 0) return static_cast<Label>(itself.certain);
        Scores scores = in_role(2, kItself);
        add(scores, in_role(1, kBefore));
        add(scores, in_role(3, kAfter));
        add(scores, in_role(0, kTwoBefore));
        add(scores, in_role(4, kTwoAfter));
        add(scores, scores_of_tags(two_before, before));
        add(scores, types_->scores_of_likely(itself, before));
        if (const auto feature = feature_after(before, itself.keys); model_.may_have(feature))
          model_.add(feature, scores);
        for (; pair != pairs_.end() && pair->first == i; ++pair) model_.add(pair->second, scores);
        return best(scores);
      };
      const Label label = decide();
      two_before = before;
      before = label;
      auto& token = article.tokens[begin + static_cast<Index>(i)];
      token.pos = model_.labels()[before].pos;
      token.tag = model_.labels()[before].tag;
    }
  }
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
  for (const auto& sentence : article.sentences) one.tag(article, sentence.tokens);
}

void tag_tokens(Article& article, std::span<const Index> sentences) {
  auto& one = shared_tagger();
  for (const Index sentence : sentences) one.tag(article, article.sentences[sentence].tokens);
}

}  // namespace tally
