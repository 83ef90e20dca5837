// Holds the clause finder against a treebank: of the verbs that have a subject or an object in
// Universal Dependencies, how many get the right one.
//
//   clause_score FILE.conllu [--misses N]
//
// Runs on the treebank's own tokens and tags, so that only chunks and clauses are measured. A
// relative pronoun that is the subject counts as the noun its clause hangs on.
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tally/dump.h"
#include "text/phrases.h"
#include "text/stages.h"
#include "text/vocabulary.h"

using namespace tally;  // NOLINT(google-build-using-namespace): a program of one file

namespace {

struct Word {
  std::string form;
  std::string upos;
  std::string xpos;
  std::string relation;
  int head = -1;  // index; -1 the root
};

struct Score {
  const char* what;
  int gold = 0;
  int right = 0;
  int missing = 0;
};

std::string cased(std::string word, int (*change)(int)) {
  for (char& c : word) c = static_cast<char>(change(static_cast<unsigned char>(c)));
  return word;
}

Tag tag_named(const std::string& xpos) {
  for (int i = 0; i <= static_cast<int>(Tag::currency); ++i) {
    if (name(static_cast<Tag>(i)) == xpos) return static_cast<Tag>(i);
  }
  return Tag::none;
}

Pos pos_named(const std::string& upos) {
  for (int i = 0; i <= static_cast<int>(Pos::verb); ++i) {
    if (cased(std::string(name(static_cast<Pos>(i))), std::toupper) == upos) return static_cast<Pos>(i);
  }
  return Pos::x;
}

Article article_of(const std::vector<Word>& words) {
  std::string text;
  std::vector<Token> tokens;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += word.form;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.pos = pos_named(word.upos);
    token.tag = tag_named(word.xpos);
    if (token.pos == Pos::punct) token.kind = TokenKind::punctuation;
    if (std::isdigit(static_cast<unsigned char>(word.form[0])) != 0) token.kind = TokenKind::number;
    token.word = vocabulary().find(cased(word.form, std::tolower));
    tokens.push_back(token);
  }
  Article article(text);
  article.tokens = std::move(tokens);
  article.sentences.push_back(
      {{0, static_cast<std::uint32_t>(text.size())}, kNone, {0, static_cast<Index>(words.size())}});
  find_chunks(article);
  find_clauses(article);
  return article;
}

// The verb that carries a predicate: its copula where it has one; -1 where it has none.
int verb_of(const std::vector<Word>& words, int predicate) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].head == predicate && words[i].relation == "cop") return static_cast<int>(i);
  }
  const std::string& upos = words[static_cast<std::size_t>(predicate)].upos;
  return upos == "VERB" || upos == "AUX" ? predicate : -1;
}

// What the subject or object should be: a relative pronoun stands for the noun before it.
int wanted_of(const std::vector<Word>& words, int at) {
  const Word& word = words[static_cast<std::size_t>(at)];
  if (word.xpos != "WDT" && word.xpos != "WP") return at;
  const Word& predicate = words[static_cast<std::size_t>(word.head)];
  return predicate.relation == "acl:relcl" && word.relation != "obj" ? predicate.head : -1;
}

class Scorer {
 public:
  explicit Scorer(int misses) : misses_(misses) {}

  void score(const std::vector<Word>& words) {
    const Article article = article_of(words);
    std::map<int, const Clause*> clause_of;
    for (const Clause& clause : article.clauses) {
      if (clause.verb != kNone) clause_of[static_cast<int>(article.chunks[clause.verb].head)] = &clause;
    }
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
      const Word& word = words[static_cast<std::size_t>(i)];
      const bool subject = word.relation == "nsubj" || word.relation == "nsubj:pass";
      if ((!subject && word.relation != "obj") || word.head < 0) continue;
      const int verb = verb_of(words, word.head);
      const int wanted = wanted_of(words, i);
      if (verb < 0 || wanted < 0) continue;
      const auto found = clause_of.find(verb);
      const Index chunk = found == clause_of.end() ? kNone
                          : subject                ? found->second->subject
                                                   : found->second->object;
      const bool right = chunk != kNone && article.chunks[chunk].tokens.contains(static_cast<Index>(wanted));
      Score& score = subject ? subjects_ : objects_;
      ++score.gold;
      score.right += right ? 1 : 0;
      score.missing += chunk == kNone ? 1 : 0;
      if (right || misses_-- <= 0) continue;
      std::printf("MISS %s of %s should be %s\n", word.relation.c_str(),
                  words[static_cast<std::size_t>(verb)].form.c_str(),
                  words[static_cast<std::size_t>(wanted)].form.c_str());
      for (const Clause& clause : article.clauses) std::printf("    %s\n", dump(article, clause).c_str());
    }
  }

  void print() const {
    for (const Score& s : {subjects_, objects_}) {
      std::printf("%s: %d of %d right (%.1f %%), %d without one\n", s.what, s.right, s.gold,
                  100.0 * s.right / s.gold, s.missing);
    }
  }

 private:
  int misses_;
  Score subjects_{"subjects"};
  Score objects_{"objects"};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  Scorer scorer(argc > 3 ? std::atoi(argv[3]) : 0);
  std::ifstream in(argv[1]);
  std::vector<Word> words;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      if (!words.empty()) scorer.score(words);
      words.clear();
    } else if (line[0] != '#') {
      std::istringstream fields(line);
      std::vector<std::string> f;
      for (std::string field; std::getline(fields, field, '\t');) f.push_back(field);
      if (f[0].find_first_of("-.") == std::string::npos)
        words.push_back({f[1], f[3], f[4], f[7], std::atoi(f[6].c_str()) - 1});
    }
  }
  scorer.print();
}
