#include "vocabulary/wordnet.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <numeric>
#include <sstream>

namespace tally::wordnet {
namespace {

constexpr std::array<std::string_view, kParts> kSuffixes = {"noun", "verb", "adj", "adv"};

constexpr std::array<std::string_view, 45> kFiles = {
    "adj.all",          "adj.pert",           "adv.all",
    "noun.Tops",        "noun.act",           "noun.animal",
    "noun.artifact",    "noun.attribute",     "noun.body",
    "noun.cognition",   "noun.communication", "noun.event",
    "noun.feeling",     "noun.food",          "noun.group",
    "noun.location",    "noun.motive",        "noun.object",
    "noun.person",      "noun.phenomenon",    "noun.plant",
    "noun.possession",  "noun.process",       "noun.quantity",
    "noun.relation",    "noun.shape",         "noun.state",
    "noun.substance",   "noun.time",          "verb.body",
    "verb.change",      "verb.cognition",     "verb.communication",
    "verb.competition", "verb.consumption",   "verb.contact",
    "verb.creation",    "verb.emotion",       "verb.motion",
    "verb.perception",  "verb.possession",    "verb.social",
    "verb.stative",     "verb.weather",       "adj.ppl"};

std::ifstream open(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << path << ": cannot be read (Debian: apt-get install wordnet-base)\n";
    std::exit(2);
  }
  return in;
}

Part part_of(char symbol) {
  switch (symbol) {
    case 'n':
      return noun;
    case 'v':
      return verb;
    case 'r':
      return adverb;
    default:
      return adjective;
  }
}

Synset read_synset(std::istringstream& in) {
  Synset synset;
  std::string skipped;
  int words = 0;
  in >> synset.file >> skipped >> std::hex >> words >> std::dec;
  for (int i = 0; i < words; ++i) {
    std::string word;
    in >> word >> skipped;
    if (const auto marker = word.find('('); marker != std::string::npos) word.resize(marker);
    synset.words.push_back(word);
  }
  int pointers = 0;
  in >> pointers;
  for (int i = 0; i < pointers; ++i) {
    Pointer pointer;
    char part = 'n';
    std::string ends;
    in >> pointer.symbol >> pointer.offset >> part >> ends;
    pointer.part = part_of(part);
    pointer.source = std::stoi(ends.substr(0, 2), nullptr, 16);
    pointer.target = std::stoi(ends.substr(2, 2), nullptr, 16);
    synset.pointers.push_back(pointer);
  }
  return synset;
}

void read_data(const std::string& path, std::unordered_map<std::uint32_t, Synset>& synsets) {
  auto in = open(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line.substr(0, line.find('|')));
    std::uint32_t offset = 0;
    fields >> offset;
    synsets.emplace(offset, read_synset(fields));
  }
}

void read_index(const std::string& path, std::map<std::string, Lemma>& lemmas) {
  auto in = open(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string word;
    std::string skipped;
    int senses = 0;
    int pointers = 0;
    fields >> word >> skipped >> senses >> pointers;
    if (word.contains('_')) continue;
    for (int i = 0; i < pointers + 2; ++i) fields >> skipped;
    Lemma lemma;
    for (std::uint32_t offset = 0; fields >> offset;) lemma.senses.push_back(offset);
    lemma.uses.resize(lemma.senses.size());
    lemmas.emplace(word, std::move(lemma));
  }
}

void read_exceptions(const std::string& path, std::map<std::string, Lemma>& lemmas) {
  auto in = open(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form;
    fields >> form;
    if (form.contains('_')) continue;
    for (std::string word; fields >> word;) {
      const auto found = lemmas.find(word);
      if (found != lemmas.end() && word != form) found->second.irregular.push_back(form);
    }
  }
}

// "abandon%2:31:00:: 5 1": the sense key, the number of the sense, how often it is tagged.
void read_counts(const std::string& path, Database& database) {
  auto in = open(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string key;
    std::size_t number = 0;
    int uses = 0;
    fields >> key >> number >> uses;
    const auto percent = key.find('%');
    if (percent == std::string::npos) continue;
    const auto type = static_cast<std::size_t>(key[percent + 1] - '0');
    const Part part = type == 1 ? noun : type == 2 ? verb : type == 4 ? adverb : adjective;
    if (type < 1 || type > 5) continue;
    const auto found = database.lemmas[part].find(key.substr(0, percent));
    if (found != database.lemmas[part].end() && number >= 1 && number <= found->second.uses.size()) {
      found->second.uses[number - 1] = uses;
    }
  }
}

}  // namespace

int Lemma::total() const {
  return std::accumulate(uses.begin(), uses.end(), 0);
}

Database read(const std::string& folder) {
  Database database;
  for (std::size_t part = 0; part < kParts; ++part) {
    const std::string suffix(kSuffixes[part]);
    read_data(folder + "/data." + suffix, database.synsets[part]);
    read_index(folder + "/index." + suffix, database.lemmas[part]);
    read_exceptions(folder + "/" + suffix + ".exc", database.lemmas[part]);
  }
  read_counts(folder + "/cntlist.rev", database);
  return database;
}

int file_number(std::string_view name) {
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    if (kFiles[i] == name) return static_cast<int>(i);
  }
  return -1;
}

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace tally::wordnet
