#include "vocabulary/classes.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>

#include "text/lexicon_lines.h"

namespace tally::wordnet {
namespace {

[[noreturn]] void stop(const LexiconLine& line, std::string_view what) {
  std::cerr << "wordnet_classes.tsv:" << line.number << ": " << what << '\n';
  std::exit(2);
}

}  // namespace

NounClasses::NounClasses(const Database& database, std::string_view tsv) : database_(database) {
  for_each_lexicon_line(tsv, [&](const LexiconLine& line) {
    const auto word_class = word_class_named(line.fields[0]);
    if (!word_class) stop(line, "no such word class");
    const auto what = line.fields[1];
    if (what.starts_with("file:")) {
      const int file = file_number(what.substr(5));
      if (file < 0) stop(line, "no such lexicographer file");
      by_file_[file].add(*word_class);
      return;
    }
    const auto hash = what.find('#');
    if (!what.starts_with("kind:") || hash == std::string_view::npos)
      stop(line, "neither file: nor kind:word#number");
    const std::string word(what.substr(5, hash - 5));
    const auto number = static_cast<std::size_t>(std::stoi(std::string(what.substr(hash + 1))));
    if (word.contains('_')) {
      // Words of several pieces are in no index of ours: the first synset that has them.
      std::uint32_t found = 0;
      for (const auto& [offset, synset] : database.synsets[noun]) {
        const bool has = std::ranges::any_of(synset.words, [&](const auto& w) { return lower(w) == word; });
        if (has && (found == 0 || offset < found)) found = offset;
      }
      if (found == 0) stop(line, "WordNet has no such noun");
      by_kind_[found].add(*word_class);
      return;
    }
    const auto lemma = database.lemmas[noun].find(word);
    if (lemma == database.lemmas[noun].end() || number < 1 || number > lemma->second.senses.size()) {
      stop(line, "WordNet has no such sense");
    }
    by_kind_[lemma->second.senses[number - 1]].add(*word_class);
  });
}

bool NounClasses::is_instance(std::uint32_t synset) const {
  return std::ranges::any_of(database_.synsets[noun].at(synset).pointers,
                             [](const Pointer& pointer) { return pointer.symbol == "@i"; });
}

bool NounClasses::is_capitalised(const std::string& word, std::uint32_t synset) const {
  return std::ranges::any_of(database_.synsets[noun].at(synset).words,
                             [&](const auto& written) { return written != word && lower(written) == word; });
}

format::ClassSet NounClasses::of(std::uint32_t offset) {
  if (const auto found = inherited_.find(offset); found != inherited_.end()) return found->second;
  format::ClassSet classes = by_kind_[offset];
  for (const auto& pointer : database_.synsets[noun].at(offset).pointers) {
    if (pointer.symbol == "@") classes.add(of(pointer.offset));
  }
  return inherited_[offset] = classes;
}

// "Trawler", "crane", "scanner": WordNet lists by chance who does it before what does it where no tagged text
// has the word; what is counted in the news is the machine. People who are meant stand in people.tsv.
std::size_t NounClasses::first_sense(const Lemma& lemma) const {
  static const int person = file_number("noun.person");
  static const int artifact = file_number("noun.artifact");
  const auto file = [&](std::size_t i) { return database_.synsets[noun].at(lemma.senses[i]).file; };
  if (lemma.total() > 0 || lemma.senses.empty() || file(0) != person || is_instance(lemma.senses[0]))
    return 0;
  for (std::size_t i = 1; i < lemma.senses.size(); ++i) {
    if (file(i) == artifact && !is_instance(lemma.senses[i])) return i;
  }
  return 0;
}

format::ClassSet NounClasses::of(const std::string& word, const Lemma& lemma) {
  format::ClassSet classes;
  const int total = lemma.total();
  const std::size_t first = first_sense(lemma);
  for (std::size_t i = 0; i < lemma.senses.size(); ++i) {
    if (i != first && (total == 0 || lemma.uses[i] * 3 < total)) continue;
    const auto sense = lemma.senses[i];
    if (is_capitalised(word, sense)) classes.add(WordClass::proper);
    if (is_instance(sense)) continue;
    classes.add(of(sense));
    const auto by_file = by_file_.find(database_.synsets[noun].at(sense).file);
    if (by_file != by_file_.end()) classes.add(by_file->second);
  }
  return classes;
}

}  // namespace tally::wordnet
