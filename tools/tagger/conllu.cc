#include "tagger/conllu.h"

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "base/characters.h"
#include "text/vocabulary.h"
#include "text/word_form.h"

namespace tally {
namespace {

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find(by, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

template <class E>
E named(const std::string& word, E last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name(static_cast<E>(i)) == word) return static_cast<E>(i);
  }
  std::cerr << "no such name: " << word << '\n';
  std::exit(2);
}

}  // namespace

std::vector<GoldSentence> read_conllu(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    std::exit(2);
  }
  std::vector<GoldSentence> sentences(1);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      if (!sentences.back().forms.empty()) sentences.emplace_back();
      continue;
    }
    if (line.starts_with("# text = ")) sentences.back().text = line.substr(9);
    if (line[0] == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() < 10 || fields[0].find_first_of("-.") != std::string::npos) continue;
    auto& sentence = sentences.back();
    sentence.forms.push_back(fields[1]);
    sentence.lemmas.push_back(fields[2]);
    sentence.pos.push_back(named(lower_case(fields[3]), Pos::verb));
    sentence.tags.push_back(named(fields[4], Tag::currency));
  }
  if (sentences.back().forms.empty()) sentences.pop_back();
  return sentences;
}

Article article_of(const std::vector<std::string>& forms) {
  std::string text;
  std::vector<Span> spans;
  for (const auto& form : forms) {
    if (!text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += form;
    spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  Article article(text);
  WordForm form;
  bool seen_word = false;
  for (const auto span : spans) {
    Token token{.span = span};
    const auto surface = article.text(span);
    const auto first = static_cast<unsigned char>(surface[0]);
    const auto kind = class_of(first < 0x80 ? first : U'x');
    token.kind = kind == CharClass::digit         ? TokenKind::number
                 : kind == CharClass::punctuation ? TokenKind::punctuation
                 : kind == CharClass::symbol      ? TokenKind::symbol
                                                  : TokenKind::word;
    for (const char c : surface) {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0) token.kind = TokenKind::word;
    }
    if (token.kind == TokenKind::word) {
      token.flags = form.read(surface);
      token.word = vocabulary().find(form.text());
    }
    const bool is_word = token.kind == TokenKind::word || token.kind == TokenKind::number;
    if (is_word && !seen_word) token.flags |= kSentenceStart;
    seen_word |= is_word;
    article.tokens.push_back(token);
  }
  article.sentences = {{.span = {0, static_cast<std::uint32_t>(article.text().size())},
                        .tokens = {0, static_cast<Index>(article.tokens.size())}}};
  return article;
}

}  // namespace tally
