// Reads word lists and inflects their words.
#include "text/word_list.h"

#include <algorithm>
#include <array>

#include "text/inflection.h"
#include "text/lexicon_lines.h"

namespace tally {
namespace {

Result<Pos> pos_named(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(Pos::verb); ++i) {
    if (name(static_cast<Pos>(i)) == word) return static_cast<Pos>(i);
  }
  return fail(ErrorCode::malformed, "no such part of speech: " + std::string(word));
}

template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (end != 0) visit(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

Result<ListedWord> read_line(const LexiconLine& line) {
  if (line.count < 2 || line.fields[0].empty()) {
    return fail(ErrorCode::malformed, "a word needs a part of speech, after a tab");
  }
  auto pos = pos_named(line.fields[1]);
  if (!pos) return std::unexpected(pos.error());
  ListedWord word{.lemma = std::string(line.fields[0]), .pos = *pos, .add = {}, .remove = {}, .forms = {}};
  std::string unknown;
  for_each_word(line.fields[2], [&](std::string_view field) {
    const bool takes_away = field.starts_with('-');
    const auto found = word_class_named(takes_away ? field.substr(1) : field);
    if (!found) {
      unknown = field;
    } else {
      (takes_away ? word.remove : word.add).add(*found);
    }
  });
  if (!unknown.empty()) return fail(ErrorCode::malformed, "no such word class: " + unknown);
  for_each_word(line.fields[3], [&](std::string_view form) { word.forms.emplace_back(form); });
  return word;
}

}  // namespace

Result<std::vector<ListedWord>> read_word_list(std::string_view text, std::string_view file) {
  std::vector<ListedWord> words;
  Result<void> outcome;
  for_each_lexicon_line(text, [&](const LexiconLine& line) {
    auto word = read_line(line);
    if (word) {
      words.push_back(std::move(*word));
    } else if (outcome) {
      outcome =
          fail(word.error().code, word.error().what, std::string(file) + ":" + std::to_string(line.number));
    }
  });
  if (!outcome) return std::unexpected(outcome.error());
  return words;
}

std::vector<std::string> inflect(std::string_view lemma, format::Slot slot,
                                 const std::vector<std::string>& irregular) {
  std::vector<std::string> forms = irregular;
  const auto any = [&](auto test) { return std::ranges::any_of(irregular, test); };
  const auto is_ing = [](std::string_view form) { return form.ends_with("ing"); };
  const auto is_s = [](std::string_view form) { return form.ends_with('s'); };
  if (slot == format::kNoun) {
    if (irregular.empty()) forms.push_back(plural(lemma));
  } else if (slot == format::kVerb) {
    // "totalled" is listed, "totaled" is as good; "fell" leaves no room for "falled", "shown" does for
    // "showed".
    const auto regular = verb_forms(lemma);
    const auto is_strong = [&](std::string_view form) {
      const bool participle = form.ends_with('n') && form.starts_with(lemma.substr(0, lemma.size() - 1)) &&
                              form.size() > lemma.size();
      return !is_ing(form) && !is_s(form) && !form.ends_with("ed") && !participle;
    };
    if (!any(is_s)) forms.push_back(regular.third);
    forms.push_back(regular.participle);
    if (!any(is_strong)) forms.push_back(regular.past);
  } else if (slot == format::kAdjective && irregular.empty()) {
    forms = compared_forms(lemma);
  }
  return forms;
}

}  // namespace tally
