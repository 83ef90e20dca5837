// CoNLL-U → lexicon/en/tagger.model: trains the tagger's log-linear model (Ratnaparkhi 1996) by
// stochastic gradient steps with AdaGrad (Duchi, Hazan and Singer 2011), on its own predictions.
//
//   train_tagger TRAIN.conllu DEV.conllu lexicon/en/tagger.model [EPOCHS]
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "tagger/conllu.h"
#include "text/tagger.h"
#include "text/tagger_words.h"

namespace tally::tagger {
namespace {

constexpr int kFewest = 2;       // occurrences of a feature that is kept
constexpr float kScale = 80.0F;  // of weights, before they are rounded
constexpr int kLeast = 9;        // smaller rounded weights are dropped
constexpr float kStep = 0.06F;
constexpr float kFlat = 0.002F;             // smaller slopes are left alone
constexpr std::size_t kCertainUses = 40;    // of a word that is given its one label unweighed
constexpr std::size_t kCertainShare = 998;  // of a thousand uses
constexpr unsigned kHidden = 5;             // words of a hundred whose identity is not shown

struct Example {
  std::vector<std::vector<std::uint32_t>> fixed;     // rows of the features that no tag decides, by token
  std::vector<std::vector<std::uint32_t>> identity;  // rows that say which word it is
  std::vector<WordKeys> keys;                        // with a border at both ends
  std::vector<Label> gold;
  std::vector<int> certain;  // the label that is given unweighed, or -1
};

using Row = std::array<float, kLabels>;

class Trainer {
 public:
  void read(const std::string& path) {
    auto sentences = read_conllu(path);
    count_labels(sentences);
    find_certain(sentences);
    std::mt19937 random(7);
    const auto plain = sentences.size();
    // Headlines and careless typing: some sentences once more in other letter case.
    for (std::size_t i = 0; i < plain; ++i) {
      const auto dice = random() % 100;
      if (dice < 8)
        sentences.push_back(recased(sentences[i], dice < 5   ? Case::title
                                                  : dice < 7 ? Case::upper
                                                             : Case::lower));
    }
    for (int pass = 0; pass < 2; ++pass) {  // first count the features, then number those that recur
      examples_.clear();
      for (const auto& sentence : sentences) examples_.push_back(example_of(sentence, pass == 0));
      if (pass == 0) number_features();
    }
    std::cerr << sentences.size() << " sentences, " << rows_.size() << " features, " << labels_.size()
              << " labels\n";
  }

  void train(int epochs) {
    weights_.assign(rows_.size(), {});
    moved_.assign(rows_.size(), {});
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(1);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      std::size_t wrong = 0;
      std::size_t all = 0;
      for (const auto at : order) {
        wrong += learn(examples_[at]);
        all += examples_[at].gold.size();
      }
      std::cerr << "epoch " << epoch + 1 << ": "
                << 100.0 * static_cast<double>(wrong) / static_cast<double>(all) << " % wrong in training\n";
    }
  }

  void write(const std::string& path) const;

 private:
  enum class Case { title, upper, lower };

  static GoldSentence recased(GoldSentence sentence, Case to) {
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      auto& form = sentence.forms[i];
      const bool small =
          form.size() < 4 && i > 0 && sentence.pos[i] != Pos::verb && sentence.pos[i] != Pos::noun;
      for (std::size_t k = 0; k < form.size(); ++k) {
        const auto c = static_cast<unsigned char>(form[k]);
        const bool raise = to == Case::upper || (to == Case::title && k == 0 && !small && form[0] != '\'');
        if (raise) form[k] = static_cast<char>(std::toupper(c));
        if (to == Case::lower) form[k] = static_cast<char>(std::tolower(c));
      }
    }
    return sentence;
  }

  void count_labels(const std::vector<GoldSentence>& sentences) {
    std::map<std::pair<Pos, Tag>, std::size_t> counts;
    for (const auto& sentence : sentences) {
      for (std::size_t i = 0; i < sentence.pos.size(); ++i) ++counts[{sentence.pos[i], sentence.tags[i]}];
    }
    std::vector<std::pair<std::size_t, std::pair<Pos, Tag>>> order;
    for (const auto& [label, count] : counts) order.emplace_back(count, label);
    std::ranges::sort(order, std::greater<>());
    for (std::size_t i = 0; i < std::min(order.size(), kLabels); ++i) {
      labels_.push_back({order[i].second.first, order[i].second.second});
      label_ids_[order[i].second] = static_cast<Label>(i);
    }
  }

  void find_certain(const std::vector<GoldSentence>& sentences) {
    std::map<std::string, std::map<Label, std::size_t>> counts;
    for (const auto& sentence : sentences) {
      for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
        ++counts[sentence.forms[i]][label_of(sentence.pos[i], sentence.tags[i])];
      }
    }
    for (const auto& [form, labels] : counts) {
      std::size_t all = 0;
      std::pair<std::size_t, Label> most;
      for (const auto& [label, count] : labels) {
        all += count;
        most = std::max(most, {count, label});
      }
      if (most.first >= kCertainUses && most.first * 1000 >= all * kCertainShare)
        certain_[form] = most.second;
    }
  }

  // A pair that is too rare to be a label is learnt as another pair with its part of speech.
  [[nodiscard]] Label label_of(Pos pos, Tag tag) const {
    if (const auto found = label_ids_.find({pos, tag}); found != label_ids_.end()) return found->second;
    const auto same = std::ranges::find_if(labels_, [&](const LabelName& label) { return label.pos == pos; });
    return static_cast<Label>(same == labels_.end() ? 0 : same - labels_.begin());
  }

  Example example_of(const GoldSentence& sentence, bool counting) {
    Example example;
    const auto article = article_of(sentence.forms);
    SentenceView view;
    view.read(article, article.sentences[0].tokens);
    const auto size = static_cast<int>(view.size());
    const auto word = [&](int i) {
      return i < 0 || i >= size ? border() : view[static_cast<std::size_t>(i)];
    };
    for (int i = -1; i <= size; ++i) example.keys.push_back(keys_of(word(i)));
    constexpr std::array<int, kRoles> kOffsets = {0, -1, 1, -2, 2};
    for (int i = 0; i < size; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const auto known = certain_.find(sentence.forms[at]);
      example.certain.push_back(known == certain_.end() ? -1 : known->second);
      example.gold.push_back(label_of(sentence.pos[at], sentence.tags[at]));
      auto& rows = example.fixed.emplace_back();
      auto& identity = example.identity.emplace_back();
      for (std::uint8_t role = 0; role < kRoles; ++role) {
        int nth = 0;
        features_in_role(word(i + kOffsets[role]), static_cast<Role>(role), [&](std::uint32_t feature) {
          see(feature, counting, role == kItself && nth++ < kIdentityFeatures ? identity : rows);
        });
      }
      if (!counting) continue;
      const Label before = i > 0 ? example.gold[at - 1] : Label{0};
      const Label two_before = i > 1 ? example.gold[at - 2] : Label{0};
      for_each_tag_feature(example, at, two_before, before,
                           [&](std::uint32_t feature) { see(feature, true, rows); });
      for (const auto feature :
           context_features(before, example.keys[at], example.keys[at + 1], example.keys[at + 2])) {
        context_.insert(feature);
      }
    }
    return example;
  }

  template <class Visit>
  static void for_each_tag_feature(const Example& example, std::size_t i, Label two_before, Label before,
                                   Visit visit) {
    features_of_tags(two_before, before, visit);
    for (const auto feature :
         context_features(before, example.keys[i], example.keys[i + 1], example.keys[i + 2]))
      visit(feature);
    visit(feature_of_likely(example.keys[i + 1], before));
  }

  void see(std::uint32_t feature, bool counting, std::vector<std::uint32_t>& rows) {
    if (counting) {
      ++counts_[feature];
    } else if (const auto found = rows_.find(feature); found != rows_.end()) {
      rows.push_back(found->second);
    }
  }

  void number_features() {
    for (const auto& [feature, count] : counts_) {
      if (count >= kFewest) rows_.emplace(feature, static_cast<std::uint32_t>(rows_.size()));
    }
    counts_.clear();
  }

  std::size_t learn(const Example& example) {
    std::size_t wrong = 0;
    Label before = 0;
    Label two_before = 0;
    for (std::size_t i = 0; i < example.gold.size(); ++i) {
      if (example.certain[i] >= 0) {
        two_before = std::exchange(before, static_cast<Label>(example.certain[i]));
        continue;
      }
      active_ = example.fixed[i];
      // Now and then the word is hidden, so that the model learns what to make of words it never met.
      if (random_() % 100 >= kHidden)
        active_.insert(active_.end(), example.identity[i].begin(), example.identity[i].end());
      for_each_tag_feature(example, i, two_before, before,
                           [&](std::uint32_t feature) { see(feature, false, active_); });
      Row scores{};
      for (const auto row : active_) {
        for (std::size_t k = 0; k < kLabels; ++k) scores[k] += weights_[row][k];
      }
      const auto guess = static_cast<Label>(std::ranges::max_element(scores) - scores.begin());
      const Label gold = example.gold[i];
      wrong += guess != gold ? 1 : 0;
      Row slope = probabilities(scores);
      slope[gold] -= 1;
      for (const auto row : active_) update(row, slope);
      two_before = before;
      before = guess;
    }
    return wrong;
  }

  static Row probabilities(const Row& scores) {
    Row out;
    const float highest = *std::ranges::max_element(scores);
    float total = 0;
    for (std::size_t k = 0; k < kLabels; ++k) total += out[k] = std::exp(scores[k] - highest);
    for (float& p : out) p /= total;
    return out;
  }

  // A step down the slope, smaller where a weight has moved much before (AdaGrad).
  void update(std::uint32_t row, const Row& slope) {
    for (std::size_t k = 0; k < kLabels; ++k) {
      if (std::abs(slope[k]) < kFlat) continue;
      moved_[row][k] += slope[k] * slope[k];
      weights_[row][k] -= kStep * slope[k] / std::sqrt(moved_[row][k] + 1e-6F);
    }
  }

  std::vector<LabelName> labels_;
  std::map<std::pair<Pos, Tag>, Label> label_ids_;
  std::map<std::string, Label> certain_;
  std::unordered_map<std::uint32_t, int> counts_;
  std::unordered_set<std::uint32_t> context_;  // features that only look-ups find
  std::unordered_map<std::uint32_t, std::uint32_t> rows_;
  std::vector<Example> examples_;
  std::vector<Row> weights_;
  std::vector<Row> moved_;
  std::vector<std::uint32_t> active_;
  std::mt19937 random_{3};
};

template <class T>
void put(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()),
            static_cast<std::streamsize>(items.size() * sizeof(T)));
}

void Trainer::write(const std::string& path) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order(rows_.begin(), rows_.end());
  std::unordered_map<std::uint32_t, Label> certain;
  for (const auto& [form, label] : certain_) {
    certain[feature_of_certainty(form)] = label;
    order.emplace_back(feature_of_certainty(form), 0);
  }
  std::ranges::sort(order);
  std::vector<std::uint32_t> buckets((std::size_t{1} << kBucketBits) + 1);
  std::vector<std::uint32_t> sieve((std::size_t{1} << kSieveBits) / 32);
  std::vector<std::uint16_t> packed;
  std::size_t features = 0;
  std::size_t clipped = 0;
  for (const auto& [feature, row] : order) {
    const auto start = packed.size();
    packed.push_back(static_cast<std::uint16_t>(feature));
    packed.push_back(0);
    if (const auto found = certain.find(feature); found != certain.end())
      packed.push_back(pack(found->second, 1));
    for (std::size_t k = 0; k < kLabels && !certain.contains(feature); ++k) {
      int weight = static_cast<int>(std::lround(weights_[row][k] * kScale));
      if (std::abs(weight) < kLeast) weight = 0;
      if (std::abs(weight) > kLargestWeight) ++clipped;
      weight = std::clamp(weight, -kLargestWeight, kLargestWeight);
      if (weight != 0) packed.push_back(pack(static_cast<Label>(k), weight));
    }
    if (packed.size() == start + 2) {
      packed.resize(start);
      continue;
    }
    packed[start + 1] = static_cast<std::uint16_t>(packed.size() - start - 2);
    ++features;
    buckets[(feature >> (32 - kBucketBits)) + 1] = static_cast<std::uint32_t>(packed.size());
    const auto bit = feature >> (32 - kSieveBits);
    if (context_.contains(feature)) sieve[bit / 32] |= 1U << (bit % 32);
  }
  // A bucket without features begins and ends where the one before it ends.
  std::inclusive_scan(buckets.begin(), buckets.end(), buckets.begin(),
                      [](auto before, auto own) { return std::max(before, own); });
  const std::vector<ModelHeader> header = {{.labels = static_cast<std::uint32_t>(labels_.size()),
                                            .features = static_cast<std::uint32_t>(features),
                                            .size = static_cast<std::uint32_t>(packed.size())}};
  std::ofstream out(path, std::ios::binary);
  put(out, header);
  put(out, labels_);
  put(out, sieve);
  put(out, buckets);
  put(out, packed);
  std::cerr << certain.size() << " certain words, "
            << std::accumulate(sieve.begin(), sieve.end(), 0,
                               [](int n, auto word) { return n + std::popcount(word); })
            << " bits of the sieve, " << features << " features, " << packed.size() - 2 * features
            << " weights, " << clipped << " clipped, " << out.tellp() << " bytes\n";
}

void evaluate(const std::string& model_path, const std::string& dev) {
  std::ifstream in(model_path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  const Model model(bytes);
  Tagger tagger(model);
  std::size_t pos = 0;
  std::size_t tag = 0;
  std::size_t all = 0;
  std::map<std::string, int> confusions;
  for (const auto& sentence : read_conllu(dev)) {
    auto article = article_of(sentence.forms);
    tagger.take(article, article.sentences[0].tokens);
    tagger.finish(article);
    for (std::size_t i = 0; i < sentence.pos.size(); ++i) {
      ++all;
      pos += article.tokens[i].pos == sentence.pos[i] ? 1 : 0;
      tag += article.tokens[i].tag == sentence.tags[i] ? 1 : 0;
      if (article.tokens[i].pos != sentence.pos[i]) {
        ++confusions[std::string(name(sentence.pos[i])) + " read as " +
                     std::string(name(article.tokens[i].pos))];
      }
    }
  }
  std::vector<std::pair<int, std::string>> worst;
  for (const auto& [what, count] : confusions) worst.emplace_back(count, what);
  std::ranges::sort(worst, std::greater<>());
  for (std::size_t i = 0; i < std::min<std::size_t>(worst.size(), 12); ++i)
    std::cerr << worst[i].first << ' ' << worst[i].second << '\n';
  std::cerr << "UPOS " << 100.0 * static_cast<double>(pos) / static_cast<double>(all) << " %, XPOS "
            << 100.0 * static_cast<double>(tag) / static_cast<double>(all) << " % of " << all << " tokens\n";
}

}  // namespace
}  // namespace tally::tagger

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: train_tagger TRAIN.conllu DEV.conllu MODEL [EPOCHS]\n";
    return 2;
  }
  tally::tagger::Trainer trainer;
  trainer.read(argv[1]);
  trainer.train(argc > 4 ? std::atoi(argv[4]) : 3);
  trainer.write(argv[3]);
  tally::tagger::evaluate(argv[3], argv[2]);
  return 0;
}
