// Prints the layers that claims are read from, one line each: for looking at what the engine sees.
//
//   layers FILE.txt [tokens] [chunks] [clauses] [mentions] [claims]
#include <cstdio>
#include <string>
#include <vector>

#include "read_text.h"
#include "tally/article.h"
#include "tally/dump.h"

using namespace tally;  // NOLINT(google-build-using-namespace): a program of one file

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::optional<Article> read_article = read_text(argv[1]);
  if (!read_article) return 3;
  const Article& article = *read_article;
  const std::vector<std::string> wanted(argv + 2, argv + argc);
  const auto shows = [&](const char* layer) {
    for (const std::string& w : wanted) {
      if (w == layer) return true;
    }
    return wanted.empty();
  };
  for (const Block& block : article.blocks) {
    if (shows("blocks"))
      std::printf("%s \"%s\"\n", std::string(name(block.kind)).c_str(),
                  std::string(article.text(block.span)).c_str());
  }
  Index chunk = 0;
  Index clause = 0;
  for (const Sentence& sentence : article.sentences) {
    std::printf("== %s\n", std::string(article.text(sentence.span)).c_str());
    const auto index = static_cast<Index>(&sentence - article.sentences.data());
    if (shows("tokens")) {
      for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        std::printf("%s/%s ", std::string(article.text(article.tokens[t])).c_str(),
                    std::string(name(article.tokens[t].tag)).c_str());
      }
      std::printf("\n");
    }
    for (; chunk < article.chunks.size() && article.chunks[chunk].sentence == index; ++chunk) {
      if (shows("chunks")) std::printf("  %s\n", dump(article, article.chunks[chunk]).c_str());
    }
    for (; clause < article.clauses.size() && article.clauses[clause].sentence == index; ++clause) {
      if (shows("clauses")) std::printf("  %s\n", dump(article, article.clauses[clause]).c_str());
    }
    for (const Mention& mention : all_mentions(article)) {
      if (shows("mentions") && sentence.span.contains(mention.span))
        std::printf("  %s\n", dump(article, mention).c_str());
    }
    for (const Claim& claim : article.claims) {
      if (shows("claims") && sentence.span.contains(claim.quote))
        std::printf("  %s\n", dump(article, claim).c_str());
    }
  }
}
