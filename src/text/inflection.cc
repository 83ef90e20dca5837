// Regular English inflection, there and back.
#include "text/inflection.h"

#include <algorithm>

namespace tally {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool ends_with_consonant_and(std::string_view word, char last) {
  return word.size() > 1 && word.back() == last && !is_vowel(word[word.size() - 2]);
}

bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") ||
         word.ends_with("sh");
}

// "stop", "plan", "shed": one vowel before one last consonant, in a word of one syllable.
bool doubles(std::string_view verb) {
  if (verb.size() < 3) return false;
  const char last = verb.back();
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!is_vowel(verb[verb.size() - 2]) || is_vowel(verb[verb.size() - 3])) return false;
  return std::ranges::count_if(verb, is_vowel) == 1 && !verb.contains('y');
}

std::string without(std::string_view word, std::size_t count) {
  return std::string(word.substr(0, word.size() - count));
}

std::string with_s(std::string_view word) {
  if (ends_with_consonant_and(word, 'y')) return without(word, 1) + "ies";
  return std::string(word) + (hisses(word) ? "es" : "s");
}

// A stem that lost an ending "-ed" or "-ing": gives back its "e" or its single consonant.
std::string mend_stem(std::string stem) {
  const auto size = stem.size();
  if (size < 3) return stem;
  const char last = stem[size - 1];
  if (last == stem[size - 2] && !is_vowel(last) && last != 'l' && last != 's' && last != 'z' && last != 'f') {
    stem.pop_back();
    return stem;
  }
  const bool wants_e = last == 'v' || last == 'c' || last == 'u' || last == 'z' ||
                       (last == 's' && is_vowel(stem[size - 2])) || stem.ends_with("at") ||
                       stem.ends_with("iz") || stem.ends_with("dg") || stem.ends_with("rg") ||
                       stem.ends_with("bl") || stem.ends_with("tl") || stem.ends_with("pl");
  return wants_e ? stem + 'e' : stem;
}

std::string singular(std::string_view word) {
  if (word.size() > 4 && word.ends_with("ies")) return without(word, 3) + 'y';
  if (word.size() > 4 && word.ends_with("es") && hisses(word.substr(0, word.size() - 2)) &&
      (!word.ends_with("ses") || word.ends_with("sses"))) {
    return without(word, 2);
  }
  if (word.size() > 4 && word.ends_with("oes")) return without(word, 2);
  if (word.ends_with("men")) return without(word, 2) + "an";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
    return without(word, 1);
  return std::string(word);
}

}  // namespace

std::string plural(std::string_view noun) {
  if (noun.size() > 4 && noun.ends_with("man") && noun != "human" && noun != "german" && noun != "roman") {
    return without(noun, 2) + "en";
  }
  return with_s(noun);
}

VerbForms verb_forms(std::string_view verb) {
  VerbForms forms;
  forms.third = ends_with_consonant_and(verb, 'o') ? std::string(verb) + "es" : with_s(verb);
  const std::string stem = doubles(verb) ? std::string(verb) + verb.back() : std::string(verb);
  if (verb.ends_with('e')) {
    forms.past = stem + 'd';
    const bool keeps_e = verb.ends_with("ee") || verb.ends_with("oe") || verb.ends_with("ye");
    forms.participle = keeps_e                ? stem + "ing"
                       : verb.ends_with("ie") ? without(verb, 2) + "ying"
                                              : without(verb, 1) + "ing";
  } else if (ends_with_consonant_and(verb, 'y')) {
    forms.past = without(verb, 1) + "ied";
    forms.participle = stem + "ing";
  } else {
    forms.past = stem + "ed";
    forms.participle = stem + "ing";
  }
  return forms;
}

std::vector<std::string> compared_forms(std::string_view adjective) {
  if (adjective.size() > 8 || adjective.size() < 3) return {};
  if (ends_with_consonant_and(adjective, 'y')) {
    return {without(adjective, 1) + "ier", without(adjective, 1) + "iest"};
  }
  if (adjective.ends_with('e')) return {std::string(adjective) + 'r', std::string(adjective) + "st"};
  if (adjective.size() > 6) return {};
  const std::string stem =
      doubles(adjective) ? std::string(adjective) + adjective.back() : std::string(adjective);
  return {stem + "er", stem + "est"};
}

std::string guess_lemma(std::string_view word, Tag tag) {
  switch (tag) {
    case Tag::nns:
      return singular(word);
    case Tag::vbz:
      return word.size() > 4 && word.ends_with("ies") ? without(word, 3) + 'y' : singular(word);
    case Tag::vbd:
    case Tag::vbn:
      if (word.size() > 4 && word.ends_with("ied")) return without(word, 3) + 'y';
      return word.size() > 3 && word.ends_with("ed") ? mend_stem(without(word, 2)) : std::string(word);
    case Tag::vbg:
      return word.size() > 4 && word.ends_with("ing") ? mend_stem(without(word, 3)) : std::string(word);
    case Tag::jjr:
      return word.ends_with("er") ? mend_stem(without(word, 2)) : std::string(word);
    case Tag::jjs:
      return word.ends_with("est") ? mend_stem(without(word, 3)) : std::string(word);
    default:
      return std::string(word);
  }
}

}  // namespace tally
