// tokens → dates, times, durations and sets, by the grammar of the article's language
// (lexicon/<language>/mention/dates.*). Entry: find_dates.
//
//   pass 1   each sentence → what its words say (Found), with the tense around it
//   pass 2   the whole text → the habits of its dates, then each in order → a mention
//
//   "1514 in 2013, a year earlier"   date 2013 "2013"; date 2012 "a year earlier" (implied)
#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/calendar.h"
#include "mention/date_functions.h"
#include "mention/date_resolution.h"
#include "mention/date_words.h"
#include "mention/stages.h"
#include "mention/timex.h"
#include "mention/when.h"

namespace tally {
namespace dates {
namespace {

using grammar::Chart;
using grammar::Grammar;
using grammar::Item;
using grammar::Meaning;
using grammar::Symbol;
using Pick = RelativeDate::Pick;

constexpr std::array<std::string_view, 2> kGrammars = {"numbers", "dates"};

// The classes of dates.rules that end up as mentions, and the words that tell tense.
struct Kinds {
  Symbol date, time, duration, set, date_range, time_range, past_duration, in_duration, away, away_from,
      same_away, same_unit, short_day, slash_date, prime_duration, glued_duration, signed_away, for_duration,
      future_cue, past_cue, soon_cue, numeral, ordinal;

  explicit Kinds(const Grammar& grammar)
      : date(grammar.symbol("date")),
        time(grammar.symbol("time")),
        duration(grammar.symbol("duration")),
        set(grammar.symbol("set")),
        date_range(grammar.symbol("date_range")),
        time_range(grammar.symbol("time_range")),
        past_duration(grammar.symbol("past_duration")),
        in_duration(grammar.symbol("in_duration")),
        away(grammar.symbol("away")),
        away_from(grammar.symbol("away_from")),
        same_away(grammar.symbol("same_away")),
        same_unit(grammar.symbol("same_unit")),
        short_day(grammar.symbol("short_day")),
        slash_date(grammar.symbol("slash_date")),
        prime_duration(grammar.symbol("prime_duration")),
        glued_duration(grammar.symbol("glued_duration")),
        signed_away(grammar.symbol("signed")),
        for_duration(grammar.symbol("for_duration")),
        future_cue(grammar.symbol("future_cue")),
        past_cue(grammar.symbol("past_cue")),
        soon_cue(grammar.symbol("soon_cue")),
        numeral(grammar.symbol("numeral")),
        ordinal(grammar.symbol("ordinal")) {}

  [[nodiscard]] bool is_time(Symbol kind) const {
    const std::array all = {date,           time,          duration,    set,        date_range,
                            time_range,     past_duration, in_duration, away,       away_from,
                            same_away,      same_unit,     short_day,   slash_date, prime_duration,
                            glued_duration, signed_away,   for_duration};
    return kind != 0 && std::find(all.begin(), all.end(), kind) != all.end();
  }
};

// One thing found: what it says and what it is made of.
struct Part {
  Symbol kind = 0;
  Span span;
  Meaning meaning;
};
// What the verbs around a date tell of it.
enum class Tense : std::uint8_t { unknown, past, future };

struct Found {
  Part whole;
  std::uint32_t first_part = 0;
  std::uint32_t parts = 0;
  std::uint16_t rule = 0;
  Tense tense = Tense::unknown;
  bool awaited = false;  // right after "by", "until"
  bool plural_after = false;
  bool in_name = false;       // between two words with capitals
  bool after_amount = false;  // behind a number or the plural that it counts: "40,000 vans a year"
  bool slashed = false;       // a date in digits with strokes
  bool alone = false;         // nothing else stands in its sentence
};

class Finder {
 public:
  Finder(Article& article, const Grammar& grammar)
      : article_(article), grammar_(grammar), kinds_(grammar), chart_(grammar) {}

  void read_sentences() {
    for (const Sentence& sentence : article_.sentences) {
      chart_.parse(article_, sentence.tokens);
      for (const std::uint32_t top : chart_.tops()) {
        const Item& item = chart_.item(top);
        if (kinds_.is_time(item.kind)) keep(item, sentence.tokens);
      }
    }
  }

  [[nodiscard]] const std::vector<Found>& found() const { return found_; }
  [[nodiscard]] const Kinds& kinds() const { return kinds_; }
  [[nodiscard]] std::span<const Part> parts(const Found& one) const {
    return std::span(parts_).subspan(one.first_part, one.parts);
  }

 private:
  void keep(const Item& item, Range sentence) {
    Found one;
    one.whole = {item.kind, chart_.span(item), chart_.meaning(item)};
    one.first_part = static_cast<std::uint32_t>(parts_.size());
    one.rule = item.rule;
    for (const std::uint32_t child : chart_.children(item)) {
      const Item& part = chart_.item(child);
      parts_.push_back({part.kind, chart_.span(part), chart_.meaning(part)});
      if (part.kind != kinds_.time_range) continue;
      for (const std::uint32_t inner : chart_.children(part)) {
        const Item& end = chart_.item(inner);
        parts_.push_back({end.kind, chart_.span(end), chart_.meaning(end)});
      }
    }
    one.parts = static_cast<std::uint32_t>(parts_.size()) - one.first_part;
    one.alone = item.begin == sentence.begin && item.end == sentence.end;
    // Words that the grammar cut up have no tokens of their own to look at.
    const bool has_tokens =
        item.end <= article_.tokens.size() && article_.span_of({item.begin, item.end}) == one.whole.span;
    if (has_tokens) look_around(one, item, sentence);
    found_.push_back(one);
  }

  void look_around(Found& one, const Item& item, Range sentence) const {
    one.tense = tense_of(item, sentence);
    one.awaited = item.begin > sentence.begin && has(item.begin - 1, kinds_.soon_cue);
    one.plural_after = plural_follows(item, sentence);
    one.in_name = is_inside_name(item, sentence);
    if (item.begin > sentence.begin) {
      const Tag before = article_.tokens[item.begin - 1].tag;
      one.after_amount = before == Tag::nns || before == Tag::cd;
    }
    one.slashed = item.end - item.begin >= 5 && article_.text(article_.tokens[item.begin + 1]) == "/";
  }

  // "Russell 2000 Index": between two words with capitals.
  [[nodiscard]] bool is_inside_name(const Item& item, Range sentence) const {
    if (item.begin <= sentence.begin || item.end >= sentence.end) return false;
    const Token& before = article_.tokens[item.begin - 1];
    const Token& after = article_.tokens[item.end];
    const auto capital = [](const Token& token) {
      return token.kind == TokenKind::word && (token.flags & (kCapitalised | kAllCapitals)) != 0;
    };
    return capital(before) && capital(after) && (before.flags & kSentenceStart) == 0;
  }

  [[nodiscard]] bool has(std::uint32_t token, Symbol kind) const {
    for (std::uint32_t i = chart_.first_at(token); i != kNone; i = chart_.item(i).next) {
      if (chart_.item(i).kind == kind) return true;
    }
    return false;
  }

  // What a word by itself tells; tags, where there are any, say which verbs stand in the past.
  [[nodiscard]] Tense tense_at(std::uint32_t at) const {
    const Token& token = article_.tokens[at];
    if (has(at, kinds_.future_cue)) return Tense::future;
    if (token.tag == Tag::vbd) return Tense::past;
    if (token.tag == Tag::none && has(at, kinds_.past_cue)) return Tense::past;
    return Tense::unknown;
  }

  // The nearest word of tense before the date; where there is none, the first after it in its clause.
  [[nodiscard]] Tense tense_of(const Item& item, Range sentence) const {
    constexpr std::uint32_t kBack = 20, kAhead = 12;
    for (std::uint32_t back = 1; back <= kBack && item.begin >= sentence.begin + back; ++back) {
      if (const Tense tense = tense_at(item.begin - back); tense != Tense::unknown) return tense;
    }
    for (std::uint32_t at = item.end; at < sentence.end && at < item.end + kAhead; ++at) {
      const Token& token = article_.tokens[at];
      if (token.tag == Tag::wdt || token.tag == Tag::wp || token.tag == Tag::comma) break;
      if (const Tense tense = tense_at(at); tense != Tense::unknown) return tense;
    }
    return Tense::unknown;
  }

  // "1950 people", "2019 schools": a plural right behind a bare number, which then counts it.
  [[nodiscard]] bool plural_follows(const Item& item, Range sentence) const {
    if (item.end >= sentence.end) return false;
    const Token& next = article_.tokens[item.end];
    if (next.kind != TokenKind::word || (next.flags & (kCapitalised | kAllCapitals)) != 0) return false;
    const std::string_view word = article_.text(next);
    if (item.begin > sentence.begin) {
      const std::string_view before = article_.text(article_.tokens[item.begin - 1]);
      if (before == "the" || before == "'s" || before == "’s" || before == "in" || before == "In")
        return false;
    }
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
           !word.ends_with("is");
  }

  Article& article_;
  const Grammar& grammar_;
  Kinds kinds_;
  Chart chart_;
  std::vector<Found> found_;
  std::vector<Part> parts_;
};

// Makes mentions of what was found, in order, and keeps the date spoken of last.
class Writer {
 public:
  Writer(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options)
      : article_(article), grammar_(grammar), finder_(finder), kinds_(finder.kinds()) {
    view_.published = article.info.published.date;
    view_.prefer = options.prefer;
    if (view_.published.known()) view_.focus = Period::of(view_.published);
    learn_habits();
  }

  void run() {
    for (const Found& one : finder_.found()) write(one);
  }

 private:
  // What the text as a whole tells: the years it prints, whether it speaks from its own day, and
  // whether its dates in digits put the day first.
  void learn_habits() {
    int printed = 0, distant = 0, deictic = 0;
    for (const Found& one : finder_.found()) {
      if (one.whole.kind != kinds_.date && one.whole.kind != kinds_.date_range) continue;
      const When when = when_of(one.whole.meaning);
      const std::uint32_t flags = one.whole.meaning.flags;
      if (when.year > 0 && when.year < kShortYear && (flags & (kWeakYear | kDecade | kCentury)) == 0) {
        years_.push_back(when.year);
        ++printed;
        distant += view_.published.known() && std::abs(when.year - view_.published.year) <= 2 ? 0 : 1;
        if (when.day > 12 && when.month != 0 && one.slashed && puts_day_first(one.whole.span))
          view_.day_first = true;
      }
      const bool weekday_alone = when.weekday != 0 && when.month == 0 && when.year == 0;
      const bool said_from_now = when.reach == static_cast<std::int8_t>(Reach::publication);
      if ((flags & kDeictic) != 0 || weekday_alone || said_from_now) ++deictic;
    }
    std::sort(years_.begin(), years_.end());
    constexpr int kFew = 4;
    view_.narrative = distant >= kFew && distant * 4 >= printed * 3 && deictic * 4 <= printed;
    if (view_.narrative) view_.focus.reset();
  }

  // Of a date in digits whose day is above 12: whether the day stands first, not the year or month.
  [[nodiscard]] bool puts_day_first(Span span) const {
    const auto first = Decimal::parse(article_.text(span).substr(0, article_.text(span).find('/')));
    return first && *first > Decimal(12) && *first <= Decimal(31);
  }

  // Whether four digits are a year: they are near the report's own, or other years of the text bear
  // them out, and no plural behind them is counted by them.
  [[nodiscard]] bool borne_out(const Found& one, int year) const {
    if (one.plural_after || one.in_name) return false;
    constexpr int kOldest = 1900, kNear = 30;
    const int latest = (view_.published.known() ? view_.published.year : 2030) + kNear;
    const auto near = std::lower_bound(years_.begin(), years_.end(), year - kNear);
    const bool has_company = near != years_.end() && *near <= year + kNear;
    if (!has_company && (year < kOldest || year > latest)) return false;
    if (one.whole.span.size() == article_.text().size()) return false;
    return has_company || view_.published.known() || year >= kOldest + 50;
  }

  // "40,000 vans a year": one unit with an article, right behind what is counted.
  [[nodiscard]] bool is_rate(const Found& one) const {
    return one.after_amount && grammar_.rule_name(one.rule) == "an-unit";
  }

  void write(const Found& one) {
    const Symbol kind = one.whole.kind;
    if (kind == kinds_.date || kind == kinds_.same_unit || kind == kinds_.short_day ||
        kind == kinds_.slash_date) {
      return write_date(one);
    }
    if (kind == kinds_.time) return write_time(one);
    if (kind == kinds_.duration && is_rate(one)) return write_set(one);
    if (kind == kinds_.duration) return write_duration(one.whole, one.rule);
    if (kind == kinds_.prime_duration || kind == kinds_.glued_duration) {
      // "2'", "2 m": minutes only where the text says nothing else.
      if (one.alone) write_duration(one.whole, one.rule);
      return;
    }
    if (kind == kinds_.past_duration) return write_past_duration(one);
    if (kind == kinds_.in_duration || kind == kinds_.for_duration) return write_in_duration(one);
    if (kind == kinds_.set) return write_set(one);
    if (kind == kinds_.date_range) return write_range(one);
    if (kind == kinds_.time_range) return write_time_range(one);
    if (kind == kinds_.signed_away && !is_chat()) return;
    write_away(one);
  }

  [[nodiscard]] Mention mention_of(MentionKind kind, Span span, std::uint16_t rule) const {
    Mention mention;
    mention.kind = kind;
    mention.span = span;
    mention.extent = mention.span;
    mention.rule = grammar_.rule_name(rule);
    return mention;
  }

  [[nodiscard]] bool is_chat() const { return view_.prefer == Pick::future; }

  // Which of the dates that fit is meant. Tense decides; without it a day close ahead goes before one
  // that lies most of a year back. Chat means the nearest day of the year and the next of the week.
  [[nodiscard]] Pick pick_for(const Found& one, const When& when) const {
    if (when.month != 0 && is_chat()) return is_closer_ahead(when, 1) ? Pick::future : Pick::past;
    if (is_chat() || one.tense == Tense::future) return Pick::future;
    if (one.awaited && when.weekday != 0 && when.month == 0) return Pick::future;
    constexpr int kRatio = 3;
    if (one.tense == Tense::unknown && when.day != 0 && is_closer_ahead(when, kRatio)) return Pick::future;
    return Pick::past;
  }

  // Whether the next such day is so many times closer than the last.
  [[nodiscard]] bool is_closer_ahead(const When& when, int ratio) const {
    if (view_.published.day == 0 || when.month == 0 || when.year != 0) return false;
    RelativeDate relative;
    relative.month = static_cast<std::uint8_t>(when.month);
    relative.day = static_cast<std::uint8_t>(when.day != 0              ? when.day
                                             : view_.published.day > 28 ? 28
                                                                        : view_.published.day);
    const auto last = resolve(relative, view_.published);
    relative.pick = Pick::future;
    const auto next = resolve(relative, view_.published);
    if (!last || !next) return false;
    const auto today = view_.published.first_day();
    return (next->first_day() - today).count() * ratio <= (today - last->last_day()).count();
  }

  // "next week", "last month": in chat the day a week or a month away.
  static bool is_bare_stretch(const When& when) {
    return when.grain > static_cast<std::int8_t>(Grain::day) && when.offset != 0 && when.month == 0 &&
           when.weekday == 0 && when.length == 0 && when.nth == 0 && when.half == 0 && when.quarter == 0 &&
           when.season == 0;
  }

  void write_date(const Found& one) {
    const std::uint32_t flags = one.whole.meaning.flags;
    When when = when_of(one.whole.meaning);
    const bool short_form = one.whole.kind == kinds_.short_day || one.whole.kind == kinds_.slash_date;
    if (short_form && !is_chat()) return;
    if ((flags & kLatent) != 0 && is_chat()) return;
    if ((flags & kWeakYear) != 0 && (is_chat() || !borne_out(one, when.year))) return;
    if (is_chat() && is_bare_stretch(when)) when.keep = static_cast<std::int8_t>(Grain::day);
    add_date(one.whole, resolve_when(when, flags, view_, pick_for(one, when), grammar_), one.rule);
  }

  void add_date(const Part& part, const Resolved& resolved, std::uint16_t rule) {
    const When when = when_of(part.meaning);
    const std::uint32_t flags = part.meaning.flags;
    const bool has_clock = when.clock != 0;
    Mention mention = mention_of(has_clock ? MentionKind::time : MentionKind::date, part.span, rule);
    mention.period = resolved.period;
    mention.relative = resolved.relative;
    mention.basis = resolved.basis;
    mention.timex = timex_of(when, flags, resolved.period);
    if (when.mod == static_cast<std::int8_t>(Mod::approximate) && mention.period) {
      mention.period->from.approximate = true;
      if (!mention.period->interval) mention.period->to.approximate = true;
    }
    const bool reference = (flags & (kPresentReference | kPastReference | kFutureReference)) != 0;
    if (mention.period && !reference) view_.focus = mention.period;
    article_.dates.push_back(std::move(mention));
  }

  void write_time(const Found& one) {
    const When when = when_of(one.whole.meaning);
    Mention mention = mention_of(MentionKind::time, one.whole.span, one.rule);
    mention.timex = timex_of(when, one.whole.meaning.flags, std::nullopt);
    article_.dates.push_back(std::move(mention));
  }

  [[nodiscard]] std::string_view unit_of(const Meaning& meaning) const {
    return grammar_.text(meaning.symbol);
  }

  void write_duration(const Part& part, std::uint16_t rule) {
    article_.dates.push_back(duration(part, rule));
  }

  [[nodiscard]] Mention duration(const Part& part, std::uint16_t rule) const {
    const Meaning& meaning = part.meaning;
    const Length length = length_of(meaning);
    Mention mention = mention_of(MentionKind::duration, part.span, rule);
    mention.timex = Timex{"DURATION", timex_of(length, meaning.flags, meaning.number, unit_of(meaning)), ""};
    mention.unit = unit_of(meaning);
    if ((meaning.flags & kVagueCount) != 0) {
      mention.value = Value{.modifier = Modifier::vague};
    } else if (length.units == 1 &&
               (meaning.number.is_integer() || length.unit == static_cast<std::int8_t>(Grain::year) ||
                !is_counted(length))) {
      mention.value = Value::exact(meaning.number, meaning.step);
    } else {
      set_sum(length, mention);
    }
    return mention;
  }

  static bool is_counted(const Length& length) {
    return std::any_of(length.counts.begin(), length.counts.end(), [](auto count) { return count != 0; });
  }

  // A sum of units counted in the smallest: 1 year and 3 months are 15 months.
  static void set_sum(const Length& length, Mention& mention) {
    if (length.counts[0] != 0 && length.counts[1] == 0 && (length.counts[3] != 0 || length.counts[2] != 0)) {
      return set_sum_of_days(length, mention);
    }
    constexpr std::array<std::int64_t, 7> kInto = {12, 30, 7, 24, 60, 60, 1};
    constexpr std::array<std::string_view, 7> kUnits = {"year", "month",  "week",  "day",
                                                        "hour", "minute", "second"};
    std::size_t last = 0;
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
      if (length.counts[i] != 0) last = i;
    }
    const bool skips_weeks = length.counts[1] != 0 && last == 3;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i <= last; ++i) {
      sum += length.counts[i];
      if (i == last) break;
      if (skips_weeks && i == 2) continue;
      if (i == 1 && last == 2) return;  // months and weeks make no sum
      sum *= kInto[i];
    }
    mention.value = Value::exact(Decimal(sum));
    mention.unit = kUnits[last];
  }

  // Years and days: a year counts 365 days.
  static void set_sum_of_days(const Length& length, Mention& mention) {
    const auto& counts = length.counts;
    const std::int64_t days = std::int64_t{counts[0]} * 365 + counts[2] * 7 + counts[3];
    if (counts[4] == 0 && counts[5] == 0 && counts[6] == 0) {
      mention.value = Value::exact(Decimal(days));
      mention.unit = "day";
    } else {
      mention.value = Value::exact(Decimal(((days * 24 + counts[4]) * 60 + counts[5]) * 60 + counts[6]));
      mention.unit = "second";
    }
  }

  // "the past three years": a length, and the stretch it comes to seen from the report.
  void write_past_duration(const Found& one) {
    if (is_chat() && (one.whole.meaning.flags & kVagueCount) == 0) {
      return add_away(one.whole, length_of(one.whole.meaning), one.whole.meaning, one.rule, std::nullopt);
    }
    Mention mention = duration(one.whole, one.rule);
    const Length length = length_of(one.whole.meaning);
    if (auto relative = relative_of(length); relative && (one.whole.meaning.flags & kVagueCount) == 0) {
      const auto unit = static_cast<Grain>(length.unit);
      if (unit == Grain::quarter || unit == Grain::half) {
        relative->grain = unit;
        relative->offset = static_cast<std::int16_t>(relative->offset / (unit == Grain::quarter ? 3 : 6));
      }
      relative->length = relative->offset;
      relative->offset = 0;
      mention.relative = relative;
      mention.basis = Basis::implied;
      if (!view_.narrative) mention.period = resolve(*relative, view_.published);
    }
    article_.dates.push_back(std::move(mention));
  }

  // "in five days": a length in reports, a day in chat.
  void write_in_duration(const Found& one) {
    const auto parts = finder_.parts(one);
    const auto inner =
        std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.kind == kinds_.duration; });
    if (inner == parts.end()) return;
    const bool vague = (inner->meaning.flags & kVagueCount) != 0;
    const bool within = one.whole.kind == kinds_.in_duration;
    const bool ahead = is_chat() || (within && one.tense == Tense::future && !vague);
    if (!ahead) return write_duration(*inner, one.rule);
    Length length = length_of(inner->meaning);
    length.sign = 1;
    length.reach = static_cast<std::int8_t>(Reach::publication);
    add_away(one.whole, length, inner->meaning, one.rule, std::nullopt);
  }

  void write_away(const Found& one) {
    Length length = length_of(one.whole.meaning);
    if (one.whole.kind == kinds_.same_away) length.reach = static_cast<std::int8_t>(Reach::focus);
    std::optional<Period> from;
    if (one.whole.kind == kinds_.away_from) {
      for (const Part& part : finder_.parts(one)) {
        if (part.kind != kinds_.date) continue;
        from = resolve_when(when_of(part.meaning), part.meaning.flags, view_,
                            pick_for(one, when_of(part.meaning)), grammar_)
                   .period;
        if (!from) from = Period{};
      }
    }
    add_away(one.whole, length, one.whole.meaning, one.rule, from);
  }

  // `from`: what the length is counted from, where it is said; known() is false where that is not known.
  void add_away(const Part& part, const Length& length, const Meaning& meaning, std::uint16_t rule,
                const std::optional<Period>& from) {
    Mention mention = mention_of(MentionKind::date, part.span, rule);
    mention.basis = Basis::implied;
    const bool counted =
        std::any_of(length.counts.begin(), length.counts.end(), [](auto count) { return count != 0; });
    const bool vague = (meaning.flags & kVagueCount) != 0 && !is_chat();
    if (vague || !counted) {
      mention.timex = Timex{"DATE", length.sign < 0 ? "PAST_REF" : "FUTURE_REF", ""};
      article_.dates.push_back(std::move(mention));
      return;
    }
    const bool of_clock = length.counts[4] != 0 || length.counts[5] != 0 || length.counts[6] != 0;
    if (of_clock) return add_clock_away(std::move(mention), length);
    const bool by_focus = view_.narrative || length.reach == static_cast<std::int8_t>(Reach::focus);
    if (from) {
      if (from->known()) mention.period = moved(*from, length, length.sign);
    } else {
      set_away(mention, length, by_focus);
    }
    const When when{.grain = static_cast<std::int8_t>(length.unit)};
    mention.timex = timex_of(when, 0, mention.period);
    if (mention.period) view_.focus = mention.period;
    article_.dates.push_back(std::move(mention));
  }

  // Seen from the report, "three years ago" is a year and "two months ago" a month; seen from the date
  // before, the year before keeps the month. Chat means the very day.
  void set_away(Mention& mention, const Length& length, bool by_focus) {
    const bool chat = is_chat();
    auto relative = relative_of(length);
    const std::optional<Period> base = by_focus && view_.focus ? view_.focus : published();
    if (!relative) {
      if (base) mention.period = moved(*base, length, length.sign);
      return;
    }
    const bool fine = relative->grain == Grain::day || relative->grain == Grain::week || chat;
    relative->keep = fine ? Grain::day : by_focus ? Grain::month : Grain::none;
    if (chat && relative->grain > Grain::week) relative->keep = Grain::day;
    relative->anchor = by_focus ? RelativeDate::Anchor::focus : RelativeDate::Anchor::publication;
    mention.relative = relative;
    if (!base) return;
    mention.period = resolve(*relative, base->from);
    if (by_focus && base->interval && base->to.known() && base->from.known()) {
      const auto to = resolve(*relative, base->to);
      if (mention.period && to) mention.period = Period::between(mention.period->from, to->to);
    }
  }

  [[nodiscard]] std::optional<Period> published() const {
    return view_.published.known() ? std::optional(Period::of(view_.published)) : std::nullopt;
  }

  void add_clock_away(Mention mention, const Length& length) {
    mention.kind = MentionKind::time;
    mention.timex = Timex{"TIME", "XXXX-XX-XXTXX", ""};
    const int clock = article_.info.published.second_of_day;
    if (clock >= 0 && view_.published.day != 0 && length.reach != static_cast<std::int8_t>(Reach::none)) {
      const std::int64_t moved_seconds =
          length.sign * (std::int64_t{length.counts[3]} * 86400 + length.counts[4] * 3600 +
                         length.counts[5] * 60 + length.counts[6]) +
          clock;
      const std::int64_t day =
          moved_seconds >= 0 ? moved_seconds / 86400 : -((86399 - moved_seconds) / 86400);
      const auto rest = static_cast<int>(moved_seconds - day * 86400);
      const Date base =
          length.counts[0] != 0 || length.counts[1] != 0
              ? add_months(view_.published, length.sign * (length.counts[0] * 12 + length.counts[1]))
              : view_.published;
      const Date at = add_days(base, static_cast<int>(day) + length.sign * length.counts[2] * 7);
      When when;
      when.clock = static_cast<std::int16_t>(rest / 60 + 1);
      when.second = static_cast<std::int8_t>(rest % 60 != 0 || length.counts[6] != 0 ? rest % 60 + 1 : 0);
      mention.period = Period::of(at);
      mention.timex = timex_of(when, 0, mention.period);
    }
    article_.dates.push_back(std::move(mention));
  }

  void write_set(const Found& one) {
    const Meaning& meaning = one.whole.meaning;
    Mention mention = mention_of(MentionKind::set, one.whole.span, one.rule);
    if (meaning.symbol != 0) {
      mention.timex =
          Timex{"SET", timex_of(length_of(meaning), meaning.flags, meaning.number, unit_of(meaning)), ""};
    } else {
      mention.timex = Timex{"SET", recurring(when_of(meaning)), ""};
    }
    article_.dates.push_back(std::move(mention));
  }

  // A range, and its two ends.
  void write_range(const Found& one) {
    if ((one.whole.meaning.flags & kUntil) != 0) return write_counted_range(one);
    std::array<const Part*, 2> ends{};
    std::size_t count = 0;
    for (const Part& part : finder_.parts(one)) {
      if (part.kind == kinds_.date && count < 2) ends[count++] = &part;
    }
    if (count < 2) return;
    auto [first, second] = resolve_ends(one, *ends[0], *ends[1]);
    const std::size_t place = article_.dates.size();
    add_date(*ends[0], first, one.rule);
    add_date(*ends[1], second, one.rule);
    add_range(one, first, second, place);
  }

  void add_range(const Found& one, const Resolved& first, const Resolved& second, std::size_t place) {
    Mention mention = mention_of(MentionKind::range, one.whole.span, one.rule);
    if (!first.period || !second.period || first.period->from > second.period->to) return;
    mention.period = Period::between(first.period->from,
                                     second.period->interval ? second.period->to : second.period->from);
    mention.basis =
        first.basis == Basis::implied || second.basis == Basis::implied ? Basis::implied : Basis::printed;
    mention.timex = Timex{"DATE", timex_of(*mention.period), ""};
    view_.focus = mention.period;
    article_.dates.insert(article_.dates.begin() + static_cast<std::ptrdiff_t>(place), std::move(mention));
  }

  // The first takes what it lacks from the second ("May to July 2016"); a second without its own year
  // is the next one after the first ("between May and July").
  [[nodiscard]] std::pair<Resolved, Resolved> resolve_ends(const Found& one, const Part& a,
                                                           const Part& b) const {
    When first = when_of(a.meaning);
    const When second = when_of(b.meaning);
    const bool first_open = first.year == 0 && first.reach == 0 && first.holiday == 0;
    const bool second_open = second.year == 0 && second.reach == 0 && second.holiday == 0;
    if (first_open && second.year != 0 &&
        (first.month != 0 || first.quarter != 0 || first.season != 0 || first.half != 0)) {
      const bool later = first.month > second.month && second.month != 0;
      first.year = static_cast<std::int16_t>(second.year - (later ? 1 : 0));
    }
    const Resolved from = resolve_when(first, a.meaning.flags, view_, pick_for(one, first), grammar_);
    Viewpoint view = view_;
    Pick pick = pick_for(one, second);
    if (second_open && from.period && from.period->from.known()) {
      view.published = from.period->from;
      view.narrative = false;
      pick = Pick::future;
    }
    return {from, resolve_when(second, b.meaning.flags, view, pick, grammar_)};
  }

  // "3–5 March 2016", "2012–13": two ends in one meaning.
  void write_counted_range(const Found& one) {
    Part first = one.whole, second = one.whole;
    When from = when_of(one.whole.meaning), to = from;
    from.until = to.until = 0;
    const int until = when_of(one.whole.meaning).until;
    if (from.day != 0) {
      to.day = static_cast<std::int8_t>(until);
    } else if (from.month != 0) {
      to.month = static_cast<std::int8_t>(until);
      if (until < from.month && from.year != 0) --from.year;
    } else {
      to.year = static_cast<std::int16_t>(until);
    }
    put(from, first.meaning);
    put(to, second.meaning);
    first.meaning.flags = second.meaning.flags =
        one.whole.meaning.flags & ~static_cast<std::uint32_t>(kUntil);
    set_end_tokens(one, first, second);
    const Resolved a = resolve_when(from, first.meaning.flags, view_, pick_for(one, from), grammar_);
    const bool of_months = from.day == 0 && from.month != 0 && from.year == 0;
    if (of_months && a.period)
      to.year = static_cast<std::int16_t>(a.period->from.year + (until < from.month ? 1 : 0));
    Resolved b = resolve_when(to, second.meaning.flags, view_, pick_for(one, from), grammar_);
    if (of_months) b.basis = a.basis;
    const std::size_t place = article_.dates.size();
    add_date(first, a, one.rule);
    add_date(second, b, one.rule);
    add_range(one, a, b, place);
  }

  // Which words are the first end and which the second: its number, with the month where that stands
  // beside it.
  void set_end_tokens(const Found& one, Part& first, Part& second) const {
    std::array<Span, 3> numbers{};
    std::size_t count = 0;
    Span month{};
    for (const Part& part : finder_.parts(one)) {
      const bool is_number = part.kind == kinds_.numeral || part.kind == kinds_.ordinal;
      if (is_number && count < numbers.size()) numbers[count++] = part.span;
      if (!is_number && month.empty()) month = part.span;
    }
    if (when_of(one.whole.meaning).day == 0 && !month.empty()) {
      const auto parts = finder_.parts(one);
      const auto months =
          std::count_if(parts.begin(), parts.end(), [&](const Part& p) { return p.kind != kinds_.numeral; });
      if (months < 2) return;
      first.span = month;
      for (const Part& part : parts) {
        if (part.kind != kinds_.numeral) second.span = {part.span.begin, one.whole.span.end};
      }
      return;
    }
    if (count < 2) return;
    first.span = numbers[0];
    second.span = numbers[1];
    if (!month.empty() && when_of(one.whole.meaning).day != 0) {
      if (month.begin < numbers[0].begin) first.span.begin = month.begin;
      if (month.begin > numbers[1].begin) second.span.end = one.whole.span.end;
    }
  }

  void write_time_range(const Found& one) {
    std::array<When, 2> ends{};
    std::size_t count = 0;
    std::optional<Part> date;
    collect_times(one, ends, count, date);
    if (count < 2) return;
    share_half_day(ends);
    std::optional<Period> day;
    if (date)
      day = resolve_when(when_of(date->meaning), date->meaning.flags, view_,
                         pick_for(one, when_of(date->meaning)), grammar_)
                .period;
    if (!day && is_chat()) day = published();
    Mention mention = mention_of(MentionKind::range, one.whole.span, one.rule);
    const std::string on = day && !day->interval ? timex_of(*day) : std::string();
    mention.timex = Timex{"TIME", on + clock_text(ends[0]) + "/" + on + clock_text(ends[1]), ""};
    mention.period = day;
    mention.basis = Basis::implied;
    if (day) view_.focus = day;
    article_.dates.push_back(std::move(mention));
  }

  void collect_times(const Found& one, std::array<When, 2>& ends, std::size_t& count,
                     std::optional<Part>& date) const {
    for (const Part& part : finder_.parts(one)) {
      if (part.kind == kinds_.date) date = part;
      if (part.kind == kinds_.time && count < 2) {
        ends[count++] = when_of(part.meaning);
      } else if ((part.kind == kinds_.numeral || part.kind == kinds_.time_range) && count < 2) {
        if (part.kind == kinds_.time_range) continue;
        const auto hour = whole(&part.meaning, 0, 24);
        if (!hour) continue;
        ends[count].clock = static_cast<std::int16_t>(*hour * 60 + 1);
        ++count;
      }
    }
  }

  // "5 to 6 pm": the first takes the half of the day of the second, where it then stays before it.
  static void share_half_day(std::array<When, 2>& ends) {
    constexpr int kHalf = 12 * 60;
    const bool first_open = ends[0].clock <= kHalf && ends[1].clock > kHalf;
    if (first_open && ends[0].clock + kHalf < ends[1].clock) {
      ends[0].clock = static_cast<std::int16_t>(ends[0].clock + kHalf);
    }
  }

  Article& article_;
  const Grammar& grammar_;
  const Finder& finder_;
  const Kinds& kinds_;
  Viewpoint view_;
  std::vector<int> years_;
};

}  // namespace
}  // namespace dates

void find_dates(Article& article, const ReadOptions& options) {
  article.dates.clear();
  const std::string& language = options.language.empty() ? article.info.language : options.language;
  const auto* grammar =
      grammar::grammar_of(language.empty() ? "en" : language, dates::kGrammars, dates::functions());
  if (grammar == nullptr) return;
  dates::Finder finder(article, *grammar);
  finder.read_sentences();
  dates::Writer writer(article, *grammar, finder, options);
  writer.run();
}

}  // namespace tally
