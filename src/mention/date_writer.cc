// Pass 2 over a text for its dates: what was found, in order → mentions. Entry: write_dates.
//
//   the habits of the whole text first: which years it prints, whether it tells of the past in order
//   then each date, seen from the report's day or from the date spoken of last
#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/calendar.h"
#include "mention/date_finder.h"
#include "mention/date_functions.h"
#include "mention/date_resolution.h"
#include "mention/date_writer.h"
#include "mention/timex.h"

namespace tally::dates {
namespace {

using Pick = RelativeDate::Pick;

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
    const bool of_length = kind != kinds_.date && kind != kinds_.time && kind != kinds_.date_range;
    if (of_length && (one.whole.meaning.flags & kShortUnit) != 0 && !is_chat() && !one.alone) return;
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
    const std::int64_t days = std::int64_t{counts[0]} * 365 + std::int64_t{counts[2]} * 7 + counts[3];
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
          length.sign * (std::int64_t{length.counts[3]} * 86400 + std::int64_t{length.counts[4]} * 3600 +
                         std::int64_t{length.counts[5]} * 60 + length.counts[6]) +
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
    if (ends[0].clock > kHalf && ends[1].clock <= kHalf && ends[1].clock + kHalf > ends[0].clock) {
      ends[1].clock = static_cast<std::int16_t>(ends[1].clock + kHalf);
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

void write_dates(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options) {
  Writer(article, grammar, finder, options).run();
}

}  // namespace tally::dates
