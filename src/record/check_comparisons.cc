// Superlatives and trends held against the series: "lowest in more than a decade", "first rise
// since 2011", "for the third year running", "continuously increased until 2009".
//
// One counterexample makes such a claim fail; only a record without gaps makes it hold; between
// the two nobody can tell, and the finding says what would decide it.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "record/nearby.h"
#include "record/reckoning.h"
#include "record/scopes.h"
#include "record/shared_words.h"
#include "record/trend_doubts.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

struct Step {
  Period from;
  Period to;
  const ChartPoint* before = nullptr;
  const ChartPoint* after = nullptr;
};

std::optional<Decimal> number_at(const ChartPoint& point) {
  return point.chosen().value.best;
}

bool is_exact_there(const ChartPoint& point) {
  return point.chosen().value.modifier == Modifier::exact;
}

std::vector<Step> steps_in(const Line& line, const Period& first, const Period& last) {
  std::vector<Step> steps;
  for (const auto& [period, point] : line) {
    if (period.first_day() <= first.first_day() || period.last_day() > last.last_day()) continue;
    const auto before = period_before(period);
    const auto at = before ? line.find(*before) : line.end();
    if (at != line.end() && number_at(point) && number_at(at->second) &&
        tame(*number_at(point), *number_at(at->second))) {
      steps.push_back({at->first, period, &at->second, &point});
    }
  }
  return steps;
}

bool rises(const Step& step) {
  return *number_at(*step.after) > *number_at(*step.before);
}

std::string in_words(const Step& step) {
  return said(step.after->chosen().value, step.to) + " stands " + (rises(step) ? "above " : "below ") +
         said(step.before->chosen().value, step.from);
}

Draft draft_of(const Scope& scope, std::string_view kind) {
  return {.verdict = Verdict::cannot_tell,
          .kind = kind,
          .claim = scope.claim,
          .against = {},
          .explanation = {},
          .suspect = "",
          .rank = Rank::wide_claim,
          .relative_size = std::nullopt};
}

// "The smallest percentage rise": of changes, not of what changed.
bool is_of_changes(const Sheet& sheet, Index claim) {
  const std::string_view text = sheet.document_of(claim).text;
  const Span quote = sheet.claim(claim).quote;
  if (quote.end > text.size()) return false;
  const std::vector<std::string> words = plain_words(text.substr(quote.begin, quote.size()));
  const Vocabulary& known = vocabulary();
  const WordId last = words.empty() ? 0 : known.find(words.back());
  if (last == 0) return false;
  const WordId noun = known.lemma_id(last, Pos::noun);
  return known.is(noun, WordClass::up_noun) || known.is(noun, WordClass::down_noun);
}

// A failing check on thin joins is none.
void fail(const Scope& scope, Draft& draft) {
  const auto firm = [&](Index i) {
    return scope.row || scope.sheet.core[i] == scope.sheet.core[scope.figure];
  };
  if (const std::string_view doubt = doubt_about(scope.sheet, scope.claim, draft.against); !doubt.empty()) {
    draft.verdict = Verdict::cannot_tell;
    draft.explanation += ", but " + std::string(doubt);
    return;
  }
  if (std::ranges::any_of(draft.against, [&](Index i) { return is_anothers(scope.sheet, scope.claim, i); })) {
    draft.verdict = Verdict::cannot_tell;
    draft.explanation += ", but somebody else counts so";
    return;
  }
  // Two ends of one report's own row are one measure, whatever else was joined to it.
  const Sheet& sheet = scope.sheet;
  const auto document = [&](Index i) { return sheet.claims[i].document; };
  const bool one_row = draft.against.size() >= 2 && std::ranges::all_of(draft.against, [&](Index i) {
                         const bool own = document(i) == document(scope.claim);
                         return (own || sheet.core[i] == sheet.core[draft.against[0]]) &&
                                sheet.variable[i] == sheet.variable[scope.figure] &&
                                document(i) == document(draft.against[0]);
                       });
  const bool guessed =
      !scope.row && std::ranges::any_of(draft.against, [&](Index i) { return bool(sheet.filled[i]); });
  const bool sure = scope.firm && !guessed && (one_row || std::ranges::all_of(draft.against, firm));
  draft.verdict = sure ? Verdict::fails : Verdict::cannot_tell;
  if (sure) draft.suspect = "report";
  if (!sure) draft.explanation += ", if both count the same";
}

// "The fourth fall in a row" beside 73, where another report has 37 for that year.
void depend(Draft& draft, const Step& step, bool rising) {
  if (draft.verdict != Verdict::fails || !goes_on_another_count(*step.before, *step.after, rising)) return;
  draft.verdict = Verdict::depends;
  draft.explanation += " on this count; on another it is one";
}

Index claim_of(const Scope& scope, const ChartPoint& point) {
  return point.claim_near(scope.sheet, scope.sheet.claims[scope.claim].document);
}

// Both ends of a step from one report where one gives both: its own row, firm in itself.
std::vector<Index> ends_told(const Scope& scope, const Step& step) {
  const Sheet& sheet = scope.sheet;
  const Index own = sheet.claims[scope.claim].document;
  std::vector<Index> best = {claim_of(scope, *step.before), claim_of(scope, *step.after)};
  if (sheet.claims[best[0]].document == own && sheet.claims[best[1]].document == own) return best;
  for (const Index a : step.before->chosen().claims) {
    for (const Index b : step.after->chosen().claims) {
      const bool one_report = sheet.claims[a].document == sheet.claims[b].document;
      if (one_report && sheet.core[a] == sheet.core[scope.figure] &&
          sheet.core[b] == sheet.core[scope.figure])
        return {a, b};
    }
  }
  return best;
}

// What it would take to tell, where the record has nothing at all.
void nothing_on_record(Checks& checks, Index claim) {
  const ComparisonDetail& detail = *checks.sheet.claim(claim).comparison;
  const std::string& sense = detail.sense;
  const bool extreme = sense == "lowest" || sense == "highest" || sense == "record";
  const bool first = sense == "first_increase" || sense == "first_decrease";
  if (!extreme && !first && sense != "rising" && sense != "falling") return;
  std::string from = "from the beginning on";
  if (detail.since && detail.since->known()) {
    from = "since " + (detail.since->from.known() ? detail.since->from : detail.since->to).to_string();
  } else if (!detail.span.empty()) {
    from = "of " + detail.span;
  }
  add(checks, {.verdict = Verdict::cannot_tell,
               .kind = extreme ? "superlative"
                       : first ? "first"
                               : "trend",
               .claim = claim,
               .against = {},
               .explanation = "nothing on record to hold it against: it would take every value " + from,
               .suspect = "",
               .rank = Rank::wide_claim,
               .relative_size = std::nullopt});
}

// The figure itself, or, where that only led to the line ("last year's toll", after a row of years), the
// point that the line has for the time spoken of.
Index shown_in(const Scope& scope) {
  const auto at = scope.line().find(scope.at);
  const bool itself = scope.sheet.claim(scope.figure).period == scope.at;
  return itself || at == scope.line().end() ? scope.figure : claim_of(scope, at->second);
}

void check_extreme(Checks& checks, const Scope& scope, bool lowest) {
  Draft draft = draft_of(scope, "superlative");
  const Index shown = shown_in(scope);
  const auto own = number_of(*scope.sheet.claim(shown).value);
  if (!own) return nothing_on_record(checks, scope.claim);
  const std::string_view word = lowest ? "lowest" : "highest";
  const std::string here = said(*scope.sheet.claim(shown).value, scope.at);
  int others = 0;
  const ChartPoint* against = nullptr;
  Period where;
  for (const auto& [period, point] : scope.line()) {
    // "Since 2011" does not count the year itself: that is when it was lower.
    const bool covered = period.first_day() < scope.at.first_day() &&
                         (!scope.bounded || period.first_day() >= scope.first.first_day());
    if (!covered || !number_at(point) || !steps_between(period, scope.at) ||
        period.grain() != scope.at.grain())
      continue;
    const bool since_itself = period == scope.first && scope.sheet.claim(scope.claim).comparison->since;
    const Decimal there = *number_at(point);
    // "About three a day" beside 1,087 a year: one of them was misread.
    if (!tame(there, *own)) continue;
    // "Short of the 7.8 million of 2019, its best year": the figure itself is no counterexample.
    const bool its_own = point.chosen().value.best == number_of(*scope.sheet.claim(scope.figure).value) ||
                         (period != scope.first && names_year(scope.sheet, scope.claim, period));
    if (!since_itself && !its_own && (lowest ? there < *own : there > *own) && is_exact_there(point)) {
      against = &point;
      where = period;
    }
    if (!since_itself) {
      ++others;
      draft.against.push_back(claim_of(scope, point));
    }
  }
  if (against != nullptr) {
    draft.against = {claim_of(scope, *against)};
    draft.explanation = said(against->chosen().value, where) + " is " + (lowest ? "lower" : "higher") +
                        " than " + here + ": not the " + std::string(word);
    draft.relative_size = percent_apart(*number_at(*against), *own);
    fail(scope, draft);
  } else if (others == 0) {
    draft.against.clear();
    draft.explanation = "no other value on record to hold " + here +
                        " against: it would take every value from " +
                        (scope.bounded ? scope.first.to_string() : "the beginning") + " on";
  } else if (scope.bounded && is_complete(scope, scope.at)) {
    draft.verdict = Verdict::holds;
    draft.rank = Rank::plain;
    draft.explanation = here + " is the " + std::string(word) + " of the " + std::to_string(others + 1) +
                        " values on record " + (scope.reach.empty() ? "for that time" : scope.reach);
  } else {
    draft.explanation =
        here + " is the " + std::string(word) + " of the " + std::to_string(others + 1) +
        " values on record, but the record is shorter than the claim: it would take every value from " +
        (scope.bounded ? scope.first.to_string() : "the beginning") + " on";
  }
  draft.against.insert(draft.against.begin(), shown);
  add(checks, std::move(draft));
}

// "First rise since 2011": no rise between 2011 and the year before, and one now.
void check_first(Checks& checks, const Scope& scope, bool increase) {
  Draft draft = draft_of(scope, "first");
  const std::string_view word = increase ? "rise" : "drop";
  const Index document = scope.sheet.claims[scope.claim].document;
  const Period first = scope.bounded ? scope.first : scope.line().begin()->first;
  const auto before = period_before(scope.at);
  const auto now = steps_in(scope.line(), before.value_or(scope.at), scope.at);
  for (const Step& step : now) {
    if (rises(step) == increase || *number_at(*step.after) == *number_at(*step.before)) continue;
    draft.against = ends_told(scope, step);
    draft.explanation = in_words(step) + ": no " + std::string(word) + " at all";
    fail(scope, draft);
    return add(checks, std::move(draft));
  }
  const Step* earlier = nullptr;
  const auto steps = steps_in(scope.line(), first, before.value_or(scope.at));
  for (const Step& step : steps) {
    if (rises(step) == increase && *number_at(*step.after) != *number_at(*step.before)) earlier = &step;
  }
  if (earlier != nullptr) {
    draft.against = ends_told(scope, *earlier);
    draft.explanation = in_words(*earlier) + ": a " + std::string(word) + " before " + scope.at.to_string();
    // How far back "for the first time" reaches is the report's own affair: its own figures tell.
    const bool own = std::ranges::all_of(draft.against,
                                         [&](Index i) { return scope.sheet.claims[i].document == document; });
    if (scope.bounded || own) fail(scope, draft);
  } else if (scope.bounded && before && is_complete(scope, scope.at)) {
    draft.verdict = Verdict::holds;
    draft.rank = Rank::plain;
    draft.explanation = "no " + std::string(word) + " on record between " + scope.first.to_string() +
                        " and " + before->to_string();
    for (const Step& step : steps) draft.against.push_back(claim_of(scope, *step.after));
  } else {
    draft.explanation = "no earlier " + std::string(word) +
                        " on record, but the record has gaps: it would take every value from " +
                        (scope.bounded ? scope.first.to_string() : "the beginning") + " to " +
                        scope.at.to_string();
    for (const Step& step : steps) draft.against.push_back(claim_of(scope, *step.after));
  }
  add(checks, std::move(draft));
}

struct TwoEnds {
  const std::pair<const Period, ChartPoint>* from = nullptr;
  const std::pair<const Period, ChartPoint>* to = nullptr;
  int count = 0;
};

TwoEnds ends_of(const Scope& scope) {
  TwoEnds ends;
  for (const auto& entry : scope.line()) {
    const bool covered = entry.first.last_day() <= scope.at.last_day() &&
                         (!scope.bounded || entry.first.first_day() >= scope.first.first_day());
    if (!covered || !number_at(entry.second)) continue;
    if (ends.from == nullptr) ends.from = &entry;
    ends.to = &entry;
    ++ends.count;
  }
  return ends;
}

void add_once(std::vector<Index>& claims, Index claim) {
  if (std::ranges::find(claims, claim) == claims.end()) claims.push_back(claim);
}

// The first step that goes the other way refutes it; those after it are named as well.
void add_counterexamples(Checks& checks, const Scope& scope, Draft draft, const std::vector<Step>& others) {
  const bool rising = scope.sheet.claim(scope.claim).comparison->sense == "rising";
  draft.against = ends_told(scope, others.front());
  draft.explanation = in_words(others.front()) + ": not a " + (rising ? "rise" : "fall") + " at each step";
  fail(scope, draft);
  depend(draft, others.front(), rising);
  for (const Step& step : others) {
    for (const Index end : ends_told(scope, step)) {
      add_once(draft.against, end);
    }
  }
  const auto now = scope.line().find(scope.at);
  if (now != scope.line().end()) add_once(draft.against, claim_of(scope, now->second));
  add(checks, std::move(draft));
}

// A trend over a stretch. "Steadily" speaks of each step, otherwise of the two ends.
void check_trend(Checks& checks, const Scope& scope, bool rising) {
  Draft draft = draft_of(scope, "trend");
  const ComparisonDetail& detail = *scope.sheet.claim(scope.claim).comparison;
  const bool each = detail.each_step || detail.steps;
  const TwoEnds ends = ends_of(scope);
  const std::string_view word = rising ? "rise" : "fall";
  if (ends.count < 2) {
    draft.explanation = std::string(ends.count == 1 ? "only one value" : "no value") + " on record " +
                        (scope.at.open_from ? said(scope.at) : "for that time") + ": a " + std::string(word) +
                        " takes two";
    if (ends.from != nullptr) draft.against.push_back(claim_of(scope, ends.from->second));
    return add(checks, std::move(draft));
  }
  const Step whole{ends.from->first, ends.to->first, &ends.from->second, &ends.to->second};
  if (!tame(*number_at(*whole.before), *number_at(*whole.after)))
    return nothing_on_record(checks, scope.claim);
  if (each) {
    std::vector<Step> others = steps_in(scope.line(), ends.from->first, scope.at);
    // One number told of two times is more often one time misread than a standstill.
    std::erase_if(others, [&](const Step& step) {
      return rises(step) == rising || *number_at(*step.after) == *number_at(*step.before);
    });
    if (!others.empty()) return add_counterexamples(checks, scope, std::move(draft), others);
  }
  draft.against = ends_told(scope, whole);
  if (each) {
    for (const Step& step : steps_in(scope.line(), ends.from->first, scope.at))
      draft.against.push_back(claim_of(scope, *step.after));
  }
  const bool fits = rises(whole) == rising && *number_at(*whole.after) != *number_at(*whole.before);
  draft.explanation = in_words(whole);
  const bool reaches = scope.bounded && ends.from->first == scope.first;
  if (!fits && (reaches || each)) {
    draft.explanation += ": not a " + std::string(word);
    fail(scope, draft);
  } else if (fits && (reaches || !scope.bounded) &&
             (!each || (scope.bounded && is_complete(scope, scope.at)))) {
    draft.verdict = Verdict::holds;
    draft.rank = Rank::plain;
  } else {
    draft.explanation += ", but the record does not cover the whole time";
  }
  add(checks, std::move(draft));
}

}  // namespace

void check_comparisons(Checks& checks) {
  const Sheet& sheet = checks.sheet;
  for (Index i = 0; i < sheet.claims.size(); ++i) {
    const Claim& c = sheet.claim(i);
    if (c.kind != ClaimKind::comparison || !c.comparison || sheet.out[i]) continue;
    // "We could pay you 10,400, the best since 1999": no value that a series holds, and still told as a fact.
    if (c.modality == Modality::conditional && c.comparison->since) nothing_on_record(checks, i);
    if (c.modality != Modality::observed) continue;
    const auto scope = scope_of(checks, i);
    const std::string& sense = c.comparison->sense;
    if (!scope) {
      nothing_on_record(checks, i);
      continue;
    }
    const bool extreme = sense == "lowest" || sense == "highest" || sense == "record";
    if (extreme && is_of_changes(sheet, i))
      nothing_on_record(checks, i);
    else if (extreme && c.comparison->rank)
      check_rank(checks, *scope);
    else if (extreme)
      check_extreme(checks, *scope, sense == "lowest");
    if (sense == "first_increase" || sense == "first_decrease")
      check_first(checks, *scope, sense == "first_increase");
    if (sense == "rising" || sense == "falling") check_trend(checks, *scope, sense == "rising");
  }
}

}  // namespace tally
