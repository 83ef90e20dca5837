// WordNet and the word lists of a lexicon → the compiled vocabulary (src/text/vocabulary_format.h).
//
//   make_vocabulary /usr/share/wordnet lexicon/en vocabulary.bin
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/lexicon_lines.h"
#include "text/word_list.h"
#include "vocabulary/classes.h"
#include "vocabulary/layout.h"
#include "vocabulary/wordnet.h"

namespace tally {
namespace {

using format::ClassSet;
using format::kLongestWord;
using format::Slot;

constexpr std::size_t kSensesKept = 4;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << path.string() << ": cannot be read\n";
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Candidate {
  std::string lemma;
  int uses = -1;
};

// A form of any word, with the best lemma of each slot so far.
struct Form {
  std::array<Candidate, format::kSlots> lemma;
  std::uint8_t self = 0;
  bool ends_happening = false;
  ClassSet classes;
  int weight = 0;  // how likely a report has it
  std::array<int, format::kSlots> slot_uses{};
};

// What share of a lemma's uses a form of it has: no more than a guess, for WordNet counts lemmas.
constexpr int kLemmaShare = 32;
constexpr int kIrregularShare = 16;
constexpr int kRegularShare = 8;
constexpr int kComparedShare = 1;  // most adjectives have no such form

class Maker {
 public:
  Maker(const std::string& wordnet_folder, std::filesystem::path lexicon)
      : database_(wordnet::read(wordnet_folder)), lexicon_(std::move(lexicon)) {}

  void make() {
    read_lists();
    add_wordnet();
    add_lists();
    find_roots();
    mark_ends();
  }
  void write(const std::string& path);

 private:
  void read_lists() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(lexicon_ / "words")) {
      if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    for (const auto& path : paths) {
      auto words = read_word_list(read_file(path), path.filename().string());
      if (!words) {
        std::cerr << message(words.error()) << '\n';
        std::exit(2);
      }
      for (auto& word : *words) {
        if (word.lemma.contains(' ')) continue;
        word.lemma = wordnet::lower(word.lemma);
        if (word.pos == Pos::noun) taken_away_[word.lemma].add(word.remove);
        listed_.push_back(std::move(word));
      }
    }
  }

  void add(const std::string& form, Slot slot, const Candidate& lemma, const ClassSet& classes, int share) {
    if (form.empty() || form.size() > kLongestWord) return;
    Form& entry = forms_[form];
    const int uses = std::max(lemma.uses, 0);
    if (form == lemma.lemma) entry.self = static_cast<std::uint8_t>(entry.self | (1U << slot));
    if (lemma.uses > entry.lemma[slot].uses) entry.lemma[slot] = lemma;
    entry.classes.add(classes);
    entry.weight += (uses + 1) * share;
    entry.slot_uses[slot] += uses;
  }

  void add_lemma(Slot slot, const Candidate& lemma, const ClassSet& classes,
                 const std::vector<std::string>& irregular) {
    add(lemma.lemma, slot, lemma, classes, kLemmaShare);
    for (const auto& form : irregular) {
      // An irregular form that is listed as such is read so before a rare lemma of its own: "found".
      add(form, slot, {lemma.lemma, lemma.uses + 1}, classes, kIrregularShare);
    }
    const int share = slot == format::kAdjective ? kComparedShare : kRegularShare;
    for (const auto& form : inflect(lemma.lemma, slot, irregular)) add(form, slot, lemma, classes, share);
  }

  void add_wordnet() {
    wordnet::NounClasses noun_classes(database_, read_file(lexicon_ / "wordnet_classes.tsv"));
    constexpr std::array kSlotOf = {format::kNoun, format::kVerb, format::kAdjective, format::kAdverb};
    for (std::size_t part = 0; part < wordnet::kParts; ++part) {
      for (const auto& [word, lemma] : database_.lemmas[part]) {
        const Slot slot = kSlotOf[part];
        ClassSet classes = slot == format::kNoun ? noun_classes.of(word, lemma) : ClassSet{};
        if (const auto taken = taken_away_.find(word); taken != taken_away_.end()) {
          for (std::size_t i = 0; i < classes.bits.size(); ++i) classes.bits[i] &= ~taken->second.bits[i];
        }
        add_lemma(slot, {word, lemma.total()}, classes, lemma.irregular);
      }
    }
  }

  void add_lists() {
    for (const auto& word : listed_) {
      const Slot slot = format::slot_of(word.pos);
      const bool is_closed = word.pos == Pos::aux || slot == format::kOther;
      int uses = is_closed ? 1000 : 1;
      std::vector<std::string> irregular = word.forms;
      constexpr std::array kPartOf = {wordnet::noun, wordnet::verb, wordnet::adjective, wordnet::adverb};
      if (slot < kPartOf.size()) {
        const auto& lemmas = database_.lemmas[kPartOf[slot]];
        if (const auto found = lemmas.find(word.lemma); found != lemmas.end()) {
          uses = std::max(uses, found->second.total());
          if (irregular.empty()) irregular = found->second.irregular;
        }
      }
      // What a list says of a word's forms goes before WordNet: "people" is no plural of a "people".
      if (!word.forms.empty()) uses += 100000;
      if (is_closed) {
        add(word.lemma, slot, {word.lemma, uses}, word.add, kLemmaShare);
        for (const auto& form : irregular) add(form, slot, {word.lemma, uses}, word.add, kLemmaShare);
      } else {
        add_lemma(slot, {word.lemma, uses}, word.add, irregular);
      }
      if (!word.forms.empty()) forms_[word.lemma].weight -= 100000 * kLemmaShare;
    }
  }

  [[nodiscard]] static std::size_t common_prefix(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  }

  // The words that a lemma is linked to by derivation, of one part of speech.
  [[nodiscard]] std::vector<std::string> derived(const std::string& word, wordnet::Part part,
                                                 wordnet::Part wanted) const {
    std::vector<std::string> found;
    for (const auto sense : database_.lemmas[part].at(word).senses) {
      const auto& synset = database_.synsets[part].at(sense);
      for (const auto& pointer : synset.pointers) {
        const bool ours = pointer.source > 0 &&
                          wordnet::lower(synset.words[static_cast<std::size_t>(pointer.source - 1)]) == word;
        if (pointer.symbol != "+" || pointer.part != wanted || !ours) continue;
        const auto& other = database_.synsets[wanted].at(pointer.offset);
        const auto target = wordnet::lower(other.words[static_cast<std::size_t>(pointer.target - 1)]);
        if (!target.contains('_')) found.push_back(target);
      }
    }
    return found;
  }

  // The closest in spelling, then the shortest; two letters in common at least.
  [[nodiscard]] static std::string closest(const std::string& word, const std::vector<std::string>& others) {
    std::string best;
    for (const auto& other : others) {
      const auto prefix = common_prefix(word, other);
      if (prefix < 2) continue;
      const auto best_prefix = best.empty() ? 0 : common_prefix(word, best);
      if (prefix > best_prefix || (prefix == best_prefix && other.size() < best.size())) best = other;
    }
    return best;
  }

  void find_roots() {
    for_each_lexicon_line(read_file(lexicon_ / "families.tsv"), [&](const LexiconLine& line) {
      noun_root_[std::string(line.fields[0])] = line.fields[1];
      adjective_root_[std::string(line.fields[0])] = line.fields[1];
    });
    for (const auto& [word, lemma] : database_.lemmas[wordnet::noun]) {
      if (noun_root_.contains(word)) continue;
      if (auto verb = closest(word, derived(word, wordnet::noun, wordnet::verb)); !verb.empty())
        noun_root_[word] = verb;
    }
    for (const auto& [word, lemma] : database_.lemmas[wordnet::adjective]) {
      if (adjective_root_.contains(word)) continue;
      const auto verb = closest(word, derived(word, wordnet::adjective, wordnet::verb));
      const auto noun = closest(word, derived(word, wordnet::adjective, wordnet::noun));
      if (!verb.empty()) {
        adjective_root_[word] = verb;
      } else if (!noun.empty()) {
        const auto further = noun_root_.find(noun);
        adjective_root_[word] = further == noun_root_.end() ? noun : further->second;
      }
    }
  }

  // The words that phrases for events end with: their forms, too.
  void mark_ends() {
    std::set<std::string> ends;
    for (const auto& [word, form] : forms_) {
      if (const auto last = word.rfind('_');
          last != std::string::npos && form.classes.has(WordClass::happening))
        ends.insert(word.substr(last + 1));
    }
    for (auto& [word, form] : forms_) {
      form.ends_happening =
          ends.contains(word) ||
          std::ranges::any_of(form.lemma, [&](const Candidate& lemma) { return ends.contains(lemma.lemma); });
    }
  }

  [[nodiscard]] std::vector<std::pair<std::string, const Form*>> by_weight() const;
  [[nodiscard]] std::uint32_t id_of(const std::string& word) const {
    const auto found = ids_.find(word);
    return found == ids_.end() ? 0U : found->second;
  }
  void add_synsets(std::size_t part, format::Tables& tables);
  void add_word(const std::string& word, const Form& form, format::Tables& tables);
  void add_senses(const std::string& word, format::Entry& entry, format::Tables& tables) const;

  wordnet::Database database_;
  std::filesystem::path lexicon_;
  std::vector<ListedWord> listed_;
  std::unordered_map<std::string, ClassSet> taken_away_;  // from nouns, by the lists
  std::map<std::string, Form> forms_;
  std::map<std::string, std::string> noun_root_;
  std::map<std::string, std::string> adjective_root_;
  // When it is written:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::array<std::unordered_map<std::uint32_t, std::uint32_t>, 2> synset_ids_;
  std::map<ClassSet, std::uint16_t> class_set_ids_{{ClassSet{}, 0}};
};

std::vector<std::pair<std::string, const Form*>> Maker::by_weight() const {
  std::vector<std::pair<std::string, const Form*>> order;
  order.reserve(forms_.size());
  for (const auto& [word, form] : forms_) order.emplace_back(word, &form);
  std::ranges::stable_sort(order,
                           [](const auto& a, const auto& b) { return a.second->weight > b.second->weight; });
  return order;
}

void Maker::add_synsets(std::size_t part, format::Tables& tables) {
  std::vector<std::uint32_t> offsets;
  for (const auto& [offset, synset] : database_.synsets[part]) offsets.push_back(offset);
  std::ranges::sort(offsets);
  for (const auto offset : offsets) {
    synset_ids_[part][offset] = static_cast<std::uint32_t>(tables.synsets.size());
    tables.synsets.emplace_back();
  }
  for (const auto offset : offsets) {
    const auto& from = database_.synsets[part].at(offset);
    auto& to = tables.synsets[synset_ids_[part].at(offset)];
    for (const auto& word : from.words) {
      if (to.word == 0 && !word.contains('_')) to.word = id_of(wordnet::lower(word));
    }
    for (const auto& pointer : from.pointers) {
      if (to.parent == 0 && (pointer.symbol == "@" || pointer.symbol == "@i")) {
        to.parent = synset_ids_[part].at(pointer.offset);
      }
    }
  }
}

void Maker::add_senses(const std::string& word, format::Entry& entry, format::Tables& tables) const {
  entry.senses = static_cast<std::uint32_t>(tables.senses.size());
  for (std::size_t part = 0; part < 2; ++part) {
    const auto found = database_.lemmas[part].find(word);
    if (found == database_.lemmas[part].end()) continue;
    const auto count = std::min(found->second.senses.size(), kSensesKept);
    for (std::size_t i = 0; i < count; ++i)
      tables.senses.push_back(synset_ids_[part].at(found->second.senses[i]));
    (part == 0 ? entry.noun_senses : entry.verb_senses) = static_cast<std::uint8_t>(count);
  }
}

void Maker::add_word(const std::string& word, const Form& form, format::Tables& tables) {
  format::Entry& entry = tables.entry(tables.words.size());
  tables.words.push_back(word);
  entry.self = form.self;
  const auto [set, added] =
      class_set_ids_.try_emplace(form.classes, static_cast<std::uint16_t>(tables.class_sets.size()));
  if (added) tables.class_sets.push_back(form.classes);
  for (std::size_t slot = 0; slot < format::kSlots; ++slot) entry.lemma[slot] = id_of(form.lemma[slot].lemma);
  const unsigned ends = form.ends_happening ? format::kEndsHappening : 0;
  tables.summaries.push_back({.class_set = set->second,
                              .slots = slots_of(entry),
                              .self = static_cast<std::uint8_t>(entry.self | ends)});
  const auto most = std::ranges::max_element(form.slot_uses);
  const int all = std::accumulate(form.slot_uses.begin(), form.slot_uses.end(), 0);
  entry.common = format::kSlots;
  if (*most > 0) {
    entry.common = static_cast<std::uint8_t>(most - form.slot_uses.begin());
    entry.dominance = static_cast<std::uint8_t>(*most * 20 >= all * 19 ? 3 : *most * 4 >= all * 3 ? 2 : 1);
  }
  if (const auto root = noun_root_.find(word); root != noun_root_.end())
    entry.noun_root = id_of(root->second);
  if (const auto root = adjective_root_.find(word); root != adjective_root_.end()) {
    entry.adjective_root = id_of(root->second);
  }
  add_senses(word, entry, tables);
}

void Maker::write(const std::string& path) {
  const auto order = by_weight();
  for (std::size_t i = 0; i < order.size(); ++i) ids_[order[i].first] = static_cast<std::uint32_t>(i + 1);
  format::Tables tables(order.size());
  for (std::size_t part = 0; part < 2; ++part) add_synsets(part, tables);
  for (const auto& [word, form] : order) add_word(word, *form, tables);
  std::cerr << "vocabulary: " << order.size() << " words, " << tables.class_sets.size()
            << " sets of classes, " << tables.synsets.size() - 1 << " synsets\n";
  format::write(std::move(tables), path);
}

}  // namespace
}  // namespace tally

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_vocabulary WORDNET_FOLDER LEXICON_FOLDER OUTPUT\n";
    return 2;
  }
  tally::Maker maker(argv[1], argv[2]);
  maker.make();
  maker.write(argv[3]);
  return 0;
}
