// Mentions in one line each, for people, `tally dump` and the corpora.
#include "tally/dump.h"

#include "base/dump_line.h"

namespace tally {
namespace {

std::string text_of(const std::optional<Decimal>& number) {
  return number ? number->to_string() : "?";
}

void add_time(std::string& line, const Mention& mention) {
  if (mention.period) add(line, "", mention.period->to_string());
  if (!mention.timex) return;
  add(line, "", mention.timex->type);
  add(line, "", mention.timex->value);
  add(line, "mod", mention.timex->mod);
}

}  // namespace

std::string dump(const Value& value) {
  switch (value.modifier) {
    case Modifier::exact:
      return text_of(value.best);
    case Modifier::about:
      return (value.high && value.best ? "~.." : "~") + text_of(value.printed());
    case Modifier::more_than:
      return ">" + text_of(value.low);
    case Modifier::at_least:
      return ">=" + text_of(value.low);
    case Modifier::less_than:
      return "<" + text_of(value.high);
    case Modifier::at_most:
      return "<=" + text_of(value.high);
    case Modifier::between:
      return text_of(value.low) + ".." + text_of(value.high);
    case Modifier::vague:
      return "vague";
  }
  return {};
}

std::string dump(const Article& article, const Mention& mention) {
  std::string line(name(mention.kind));
  if (mention.value) add(line, "", dump(*mention.value));
  add(line, "", mention.unit);
  add_time(line, mention);
  add(line, "", name(mention.name_kind));
  add_words(line, "", article.text(mention.span));
  if (mention.extent != mention.span && !mention.extent.empty())
    add_words(line, "extent", article.text(mention.extent));
  if (!mention.counted.empty()) add_words(line, "counted", article.text(mention.counted));
  if (!mention.about.empty()) add_words(line, "about", article.text(mention.about));
  add(line, "about", mention.concept_word);
  add(line, "change", name(mention.change));
  if (!mention.canonical.empty() && mention.canonical != article.text(mention.span))
    add_words(line, "is", mention.canonical);
  add(line, "country", mention.country);
  if (mention.basis == Basis::implied) add(line, "", "implied");
  add(line, "rule", mention.rule);
  return line;
}

}  // namespace tally
