// tokens → dates, times, durations and sets, by the grammar of the article's language
// (lexicon/<language>/mention/dates.*). Entry: find_dates.
//
//   pass 1   date_finder.h    each sentence → what its words say, with the tense around it
//   pass 2   date_writer.cc   the habits of the text, then each date in order → a mention
//
// A report that prints no day of its own may tell it ("today, 28 February 2023", date_own_day.h).
//
//   "1514 in 2013, a year earlier"   date 2013 "2013"; date 2012 "a year earlier" (implied)
#include <algorithm>

#include "mention/date_finder.h"
#include "mention/date_own_day.h"
#include "mention/date_writer.h"
#include "mention/grammars.h"
#include "mention/stages.h"
#include "mention/when.h"

namespace tally {
namespace {

// "2 pm is 2 picometres": no time of day where the amounts have read a length.
bool is_length(const Article& article, const Mention& date) {
  return date.kind == MentionKind::time && std::ranges::any_of(article.amounts, [&](const Mention& amount) {
           return amount.kind == MentionKind::quantity && amount.span == date.span &&
                  amount.rule == "clock-unit";
         });
}

// A report without a day, whose words tell it, is read once more from there.
bool take_own_day(Article& article, const ReadOptions& options) {
  Publication& published = article.info.published;
  if (published.date.known() || options.prefer == RelativeDate::Pick::future) return false;
  const auto own = dates::own_day(article);
  if (!own) return false;
  published.date = own->date;
  published.basis = DateBasis::inferred;
  published.rule = "text: " + own->words;
  return true;
}

}  // namespace

void find_dates(Article& article, const ReadOptions& options) {
  article.dates.clear();
  article.bounds.clear();
  const std::string& language = options.language.empty() ? article.info.language : options.language;
  const auto* grammar = grammar::date_grammar(language.empty() ? "en" : language);
  if (grammar == nullptr) return;
  dates::Finder finder(article, *grammar);
  finder.read_sentences();
  article.dates.reserve(finder.found().size());
  dates::write_dates(article, *grammar, finder, options);
  if (take_own_day(article, options)) {
    article.dates.clear();
    article.bounds.clear();
    dates::write_dates(article, *grammar, finder, options);
  }
  std::erase_if(article.dates, [&](const Mention& date) { return is_length(article, date); });
}

}  // namespace tally
