// Happenings and the sentences of all reports → which report speaks of which happening.
#include "record/event_mentions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/characters.h"
#include "record/nearby.h"
#include "record/passages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr double kEnough = 3.75;        // score from which a sentence speaks of a happening
constexpr double kTelling = 2.25;       // where it tells a happening of the kind itself
constexpr double kItsDay = 3;           // the day is printed, and nothing else happened on it
constexpr double kBehind = 0.75;        // by which another happening may fit the sentence less well
constexpr std::size_t kCommon = 24;     // sentences with a word no more of which would say anything
constexpr std::size_t kFewReports = 4;  // that stand for all

struct Happening {
  Index head = kNone;
  Telling all;                   // its tellings taken together
  Roots words;                   // that its tellings write
  Roots numbers;                 // that they print or tell in words
  std::set<std::string> places;  // by which a sentence may name where it was
  bool sole = false;             // no other happening is of its day
};

// A sentence that may speak of a happening.
struct Fit {
  Index happening = kNone;
  Index passage = kNone;
  double score = 0;
};

bool is_day(const std::optional<Period>& when) {
  return when && when->grain() == Grain::day && !when->interval;
}

void add_numbers(const EventDetail& detail, Words& words, Roots& numbers) {
  std::string told;
  const auto add = [&](const Value& value) {
    const auto number = value.printed();
    if (number && *number >= Decimal(10)) told += number->to_string() + ' ';
  };
  if (detail.count) add(*detail.count);
  for (const EventPart& part : detail.parts) add(part.value);
  numbers = together(numbers, numbers_in(told, words));
}

Happening happening_of(Index head, const std::vector<Index>& members, const std::vector<Telling>& tellings,
                       const Sheet& sheet, Words& words) {
  constexpr std::size_t kMost = 24;  // tellings that stand for all
  Happening h{.head = head, .all = together(tellings, members)};
  std::ranges::sort(h.all.reports);
  for (std::size_t i = 0; i < std::min(kMost, members.size()); ++i) {
    const Telling& t = tellings[members[i]];
    const Claim& c = sheet.claim(t.claim);
    const std::string_view text = sheet.document_of(t.claim).text;
    if (c.quote.end > text.size()) continue;
    const std::string_view quote = text.substr(c.quote.begin, c.quote.size());
    h.words = together(h.words, words.roots(quote));
    h.numbers = together(h.numbers, numbers_in(quote, words));
    add_numbers(*c.event, words, h.numbers);
    for (std::size_t level = 0; level < t.where.size(); ++level) {
      if (t.named[level] && !t.wide[level] && c.event->where[level].size() > 2)
        h.places.insert(c.event->where[level]);
    }
  }
  return h;
}

// "On 9 January" here and there, of a year that nobody tells.
bool names_day(const Passage& passage, const RelativeDate& day) {
  return day.day != 0 && std::ranges::any_of(passage.times, [&](const ToldTime& time) {
           return time.date.month == day.month && time.date.day == day.day;
         });
}

class Finder {
 public:
  Finder(Merger& merger, const std::vector<Telling>& tellings, const Company& company, Words& words)
      : merger_(merger),
        tellings_(tellings),
        company_(company),
        words_(words),
        passages_(*company.sheet, words) {
    std::map<Period, int> days;
    happening_.resize(tellings.size());
    for (const auto& [head, members] : merger.happenings()) {
      for (const Index t : members) happening_[t] = static_cast<Index>(all_.size());
      all_.push_back(happening_of(head, members, tellings, *company.sheet, words));
      if (is_day(all_.back().all.when)) ++days[*all_.back().all.when];
    }
    for (Happening& h : all_) h.sole = is_day(h.all.when) && days[*h.all.when] == 1;
    for (Index t = 0; t < tellings.size(); ++t) told_in_[tellings[t].document].push_back(t);
    for (auto& [document, told] : told_in_)
      std::ranges::stable_sort(told, {}, [&](Index t) { return tellings_[t].quote.begin; });
  }

  std::vector<MentionOfEvent> find();

 private:
  [[nodiscard]] std::set<Index> passages_for(const Happening& h) const;
  [[nodiscard]] double weigh(const Happening& h, const Passage& passage) const;
  [[nodiscard]] double weigh_time(const Happening& h, const Passage& passage, bool& against) const;
  [[nodiscard]] double weigh_place(const Happening& h, const Passage& passage, Roots& roots) const;
  [[nodiscard]] double weigh_numbers(const Happening& h, const Passage& passage) const;
  [[nodiscard]] double weigh_words(const Happening& h, const Passage& passage, const Roots& places) const;
  [[nodiscard]] double weigh_kind(const Happening& h, const Passage& passage) const;
  [[nodiscard]] double rarity(Root word) const;
  [[nodiscard]] bool may_tell(const Happening& h, Index document) const;
  [[nodiscard]] std::vector<Index> told_at(const Happening& h, const Passage& passage) const;
  [[nodiscard]] bool tells_another(const Happening& h, const Passage& passage) const;
  void join_told(const Happening& h, const Passage& passage);
  [[nodiscard]] std::string_view text_of(const Passage& passage) const {
    const std::string& text = company_.sheet->documents[passage.document].text;
    return std::string_view(text).substr(passage.span.begin, passage.span.size());
  }

  Merger& merger_;
  const std::vector<Telling>& tellings_;
  const Company& company_;
  Words& words_;
  Passages passages_;
  std::vector<Happening> all_;
  std::map<Index, std::vector<Index>> told_in_;  // per document: its tellings
  std::vector<Index> happening_;                 // per telling: into `all_`
};

// Sentences with a rare word or number of the happening, or with its day.
std::set<Index> Finder::passages_for(const Happening& h) const {
  std::set<Index> found;
  const auto add = [&](std::span<const Index> list) {
    if (list.size() <= kCommon) found.insert(list.begin(), list.end());
  };
  for (const Root word : h.words) add(passages_.with(word));
  for (const Root number : h.numbers) add(passages_.with(number));
  if (!h.all.when && h.all.day && h.all.day->day != 0)
    add(passages_.of_day(static_cast<unsigned>(h.all.day->month), static_cast<unsigned>(h.all.day->day)));
  if (is_day(h.all.when)) add(passages_.of_day(h.all.when->from.month, h.all.when->from.day));
  return found;
}

// The fewer sentences write it, the more it says that two do.
double Finder::rarity(Root word) const {
  const std::size_t times = passages_.times_written(word);
  return times <= 3 ? 1 : times <= 6 ? 0.7 : times <= 12 ? 0.4 : times <= kCommon ? 0.2 : 0;
}

double Finder::weigh_words(const Happening& h, const Passage& passage, const Roots& places) const {
  constexpr double kMost = 3;
  double score = 0;
  const Vocabulary& known = vocabulary();
  for (const Root word : without(both(h.words, passage.words), places)) {
    const WordId id = known.find(words_.text(word));
    const bool calendar = id != 0 && (known.is(id, WordClass::month) || known.is(id, WordClass::weekday));
    if (!calendar) score += rarity(word);
  }
  return std::min(score, kMost);
}

// The noun or verb that tells it, or one of its kind; "the disaster".
double Finder::weigh_kind(const Happening& h, const Passage& passage) const {
  if (h.all.trigger != 0 && std::ranges::binary_search(passage.words, h.all.trigger))
    return (h.all.deeds & mishap()) != 0 ? 1.5 : h.all.deeds != 0 ? 1.25 : 1;
  if (share(h.all.nouns, words_.happenings(text_of(passage)))) return 1.5;
  double best = 0;
  const Vocabulary& known = vocabulary();
  for (const std::string& word : plain_words(text_of(passage))) {
    const WordId id = known.find(word);
    if (id == 0) continue;
    const Deeds deeds = deeds_of(word) | deeds_of(known.lemma(id, Pos::verb));
    if ((deeds & h.all.deeds & mishap()) != 0) return 1.5;
    if ((deeds & h.all.deeds) != 0) best = std::max(best, 1.0);
    if (known.is(id, WordClass::any_happening) && (h.all.deeds & mishap()) != 0) best = std::max(best, 1.0);
  }
  return best;
}

// The day printed or by its weekday, the month; nothing of a stretch longer than that.
double Finder::weigh_time(const Happening& h, const Passage& passage, bool& against) const {
  if (!h.all.when) return h.all.day && names_day(passage, *h.all.day) ? 2.5 : 0;
  const Date published = company_.sheet->documents[passage.document].published.date;
  const Agreement agreed = agreement(passage.times, *h.all.when, published);
  against = agreed == Agreement::against;
  const bool precise = !h.all.when->interval && h.all.when->grain() <= Grain::month;
  if (!precise || agreed < Agreement::month) return 0;
  if (agreed == Agreement::month) return 1.5;
  return agreed == Agreement::weekday ? 1.75 : h.sole ? kItsDay : 2.5;
}

double Finder::weigh_place(const Happening& h, const Passage& passage, Roots& roots) const {
  const std::string_view text = text_of(passage);
  double place = 0;
  for (const std::string& name : h.places) {
    if (text.find(name) == std::string_view::npos) continue;
    const Roots words = words_.roots(name);
    roots = together(roots, words);
    const bool rare =
        std::ranges::any_of(words, [&](Root r) { return passages_.times_written(r) <= kCommon; });
    place = std::max(place, rare ? 1.5 : 1.0);
  }
  return place;
}

double Finder::weigh_numbers(const Happening& h, const Passage& passage) const {
  constexpr double kMost = 2;
  double numbers = 0;
  for (const Root number : both(h.numbers, passage.numbers)) {
    if (passages_.times_written(number) <= kCommon) numbers += words_.text(number).size() > 2 ? 1.5 : 1;
  }
  return std::min(numbers, kMost);
}

// What it was, and when, where or how many: neither alone.
double Finder::weigh(const Happening& h, const Passage& passage) const {
  bool against = false;
  Roots places;
  const double time = weigh_time(h, passage, against);
  const double anchor = time + weigh_place(h, passage, places) + weigh_numbers(h, passage);
  if (against || anchor < 1.5) return 0;
  const double kind = weigh_kind(h, passage);
  const double content = weigh_words(h, passage, places);
  // Of the only happening of its day one word more is enough: "shut since 28 November".
  const Date published = company_.sheet->documents[passage.document].published.date;
  const bool its_day = h.sole && time >= kItsDay && kind + content > 0 && h.all.when->from != published;
  if (!its_day && (kind + content < 1 || (kind == 0 && (content < 1.4 || anchor < 2.5)))) return 0;
  return anchor + content + kind - (time == 0 || (kind == 0 && time < 2) ? 0.5 : 0);
}

bool Finder::may_tell(const Happening& h, Index document) const {
  if (std::ranges::binary_search(h.all.reports, document)) return false;
  const Date published = company_.sheet->documents[document].published.date;
  if (h.all.when && h.all.when->known() && published.known() &&
      h.all.when->first_day() > published.last_day())
    return false;
  for (std::size_t i = 0; i < std::min(kFewReports, h.all.reports.size()); ++i) {
    if (company_.subjects.tell_one_story(h.all.reports[i], document)) return true;
  }
  return false;
}

bool same_kind(const Telling& a, const Telling& b, const Words& words) {
  return (a.trigger != 0 && a.trigger == b.trigger) || may_be_one_deed(a.deeds, b.deeds) ||
         words.alike(a.nouns, b.nouns);
}

// The toll of a week is none of its last day.
bool one_is_a_stretch(const Telling& a, const Telling& b) {
  const bool known = a.when && b.when;
  return known && a.when->interval != b.when->interval;
}

// What its report tells in the sentence, of the kind of the happening.
std::vector<Index> Finder::told_at(const Happening& h, const Passage& passage) const {
  constexpr std::uint32_t kLongestQuote = 1000;  // bytes
  std::vector<Index> found;
  const auto told = told_in_.find(passage.document);
  if (told == told_in_.end()) return found;
  const auto begin = [&](Index t) { return tellings_[t].quote.begin; };
  const std::uint32_t from = passage.span.begin - std::min(passage.span.begin, kLongestQuote);
  for (auto t = std::ranges::lower_bound(told->second, from, {}, begin);
       t != told->second.end() && begin(*t) < passage.span.end; ++t) {
    if (tellings_[*t].quote.overlaps(passage.span) && same_kind(tellings_[*t], h.all, words_))
      found.push_back(*t);
  }
  return found;
}

// The sentence tells a happening of the kind that is another one.
bool Finder::tells_another(const Happening& h, const Passage& passage) const {
  return std::ranges::any_of(told_at(h, passage), [&](Index t) {
    return one_is_a_stretch(all_[happening_[t]].all, h.all) || match(tellings_[t], h.all, company_).apart;
  });
}

// What the sentence tells itself is the happening, where it is of one kind.
void Finder::join_told(const Happening& h, const Passage& passage) {
  for (const Index t : told_at(h, passage)) merger_.join(h.head, t, false);
}

std::vector<MentionOfEvent> Finder::find() {
  std::map<Index, double> best_of_passage;
  std::map<std::pair<Index, Index>, Fit> best;  // per happening and report
  std::vector<Fit> fits;
  for (Index h = 0; h < all_.size(); ++h) {
    for (const Index p : passages_for(all_[h])) {
      const Passage& passage = passages_.all[p];
      if (!may_tell(all_[h], passage.document)) continue;
      const double score = weigh(all_[h], passage);
      if (score < kTelling || tells_another(all_[h], passage)) continue;
      fits.push_back({h, p, score});
      best_of_passage[p] = std::max(best_of_passage[p], score);
    }
  }
  std::ranges::stable_sort(fits, std::ranges::greater{}, &Fit::score);
  for (const Fit& fit : fits) {
    if (fit.score >= best_of_passage[fit.passage] - kBehind)
      join_told(all_[fit.happening], passages_.all[fit.passage]);
  }
  for (const Fit& fit : fits) {
    if (fit.score < kEnough || fit.score < best_of_passage[fit.passage] - kBehind) continue;
    Fit& old = best[{fit.happening, passages_.all[fit.passage].document}];
    if (fit.score > old.score) old = fit;
  }
  std::vector<MentionOfEvent> found;
  for (const auto& [key, fit] : best) {
    const Passage& passage = passages_.all[fit.passage];
    found.push_back({all_[fit.happening].head, passage.document, passage.span});
  }
  return found;
}

}  // namespace

std::vector<MentionOfEvent> find_mentions(Merger& merger, const std::vector<Telling>& tellings,
                                          const Company& company, Words& words) {
  return Finder(merger, tellings, company, words).find();
}

}  // namespace tally
