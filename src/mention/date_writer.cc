// Dates and clock times → mentions, in the order of the text.
#include "mention/date_writer.h"

#include "base/calendar.h"
#include "mention/date_merge.h"
#include "mention/timex.h"
#include "text/phrases.h"

namespace tally::dates {
namespace {

Period in_year_before(const Period& period) {
  return Period::between(add_years(period.from, -1), add_years(period.to, -1));
}

}  // namespace

Writer::Writer(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options)
    : article_(article), grammar_(grammar), finder_(finder), kinds_(finder.kinds()) {
  view_.published = article.info.published.date;
  view_.prefer = options.prefer;
  if (is_chat() && !view_.published.known()) view_.published = options.today;
  if (view_.published.known()) view_.speak_of(Period::of(view_.published));
  learn_habits();
}

void Writer::run() {
  Index block = 0;
  for (const Found& one : finder_.found()) {
    std::size_t before = article_.dates.size();
    for (; block < one.block && block < article_.blocks.size(); ++block) {
      if (article_.blocks[block].kind == BlockKind::heading && block != year_block_) view_.under_year = false;
    }
    write_said_before(one.lead);
    before = article_.dates.size();
    leave_aside(one.whole.span.begin);
    const Viewpoint seen = view_;
    if (!is_spelled_out(one)) write(one);
    enter_aside(one, seen, before);
    for (std::size_t i = before; i < article_.dates.size(); ++i) {
      Mention& mention = article_.dates[i];
      if (mention.span.begin == one.whole.span.begin) mention.extent.begin = one.lead;
    }
    if (one.bound != 0 && article_.dates.size() == before + 1) add_bound(one);
  }
  write_said_before(static_cast<std::uint32_t>(article_.text().size()));
}

// Where the bracket ends that a place stands in; 0 where it stands in none.
std::uint32_t Writer::bracket_end(std::uint32_t at) const {
  const Index sentence = sentence_at(article_, at);
  if (sentence == kNone) return 0;
  const Span span = article_.sentences[sentence].span;
  const std::string_view words = article_.text(span);
  const std::size_t open = words.find_last_of("()", at - span.begin);
  if (open == std::string_view::npos || open == 0 || words[open] != '(') return 0;
  const std::size_t close = words.find_first_of("()", at - span.begin);
  return close != std::string_view::npos && words[close] == ')'
             ? span.begin + static_cast<std::uint32_t>(close)
             : 0;
}

// "The Gulf sent 611 (previous year: 540) … in the year before", "are to fall to ten by 2050. … the previous
// twelve months": what stands in brackets, or is yet to come, is not what the story goes on from.
void Writer::enter_aside(const Found& one, const Viewpoint& seen, std::size_t written) {
  if (aside_end_ != 0 || is_chat() || written == article_.dates.size()) return;
  const auto& period = article_.dates.back().period;
  const bool ahead = period && period->from.known() && view_.published.known() &&
                     period->from.first_day() > view_.published.last_day();
  const Index sentence = ahead ? sentence_at(article_, one.whole.span.begin) : kNone;
  aside_end_ = sentence == kNone ? bracket_end(one.whole.span.begin) : article_.sentences[sentence].span.end;
  if (aside_end_ != 0) before_aside_ = seen;
}

void Writer::leave_aside(std::uint32_t at) {
  if (aside_end_ == 0 || at < aside_end_) return;
  view_.focus = before_aside_.focus;
  view_.day = before_aside_.day;
  view_.told = before_aside_.told;
  aside_end_ = 0;
}

// "The week [from July 10 to 16]".
bool Writer::is_spelled_out(const Found& one) const {
  const auto& found = finder_.found();
  const Found* next = &one + 1;
  if ((one.whole.meaning.flags & kLatent) == 0 || next == found.data() + found.size()) return false;
  return next->whole.kind == kinds_.date_range && next->whole.span.begin == one.whole.span.end + 1;
}

// "2 months", no "3y" and no "a day".
bool Writer::is_plain_count(const Found& one) const {
  const std::string_view words = article_.text(one.whole.span);
  return (one.whole.meaning.flags & (kShortUnit | kVagueCount)) == 0 && !words.empty() &&
         words.front() != 'a' && words.front() != 'A';
}

void Writer::write(const Found& one) {
  const Symbol kind = one.whole.kind;
  const bool of_length = kind != kinds_.date && kind != kinds_.time && kind != kinds_.date_range;
  if (of_length && (one.whole.meaning.flags & kShortUnit) != 0 && !is_chat() && !one.alone) return;
  if (kind == kinds_.date || kind == kinds_.same_unit || kind == kinds_.short_day ||
      kind == kinds_.slash_date) {
    return write_date(one);
  }
  if (kind == kinds_.time) return write_time(one);
  if (kind == kinds_.chat_clock) {
    if (is_chat()) write_time(one);
    return;
  }
  if (one.bound != 0 && one.bound == kinds_.within) return write_within(one);
  if (kind == kinds_.duration && is_rate(one)) return write_set(one);
  const bool dated = article_.info.published.date.known();
  if (kind == kinds_.duration && is_chat() && dated && one.alone && is_plain_count(one))
    return write_ahead(one.whole, one.whole.meaning, one.rule);
  if (kind == kinds_.duration) return write_duration(one.whole, one.rule);
  if (kind == kinds_.prime_duration || kind == kinds_.glued_duration) {
    // "2'", "2 m": minutes only where the text says nothing else.
    if (one.alone) write_duration(one.whole, one.rule);
    return;
  }
  if (kind == kinds_.past_duration) return write_past_duration(one);
  if (kind == kinds_.in_duration || kind == kinds_.for_duration) return write_in_duration(one);
  if (kind == kinds_.length_to) return write_length_to(one);
  if (kind == kinds_.set) return write_set(one);
  if (kind == kinds_.date_range) return write_range(one);
  if (kind == kinds_.part_again) return write_part_again(one);
  if (kind == kinds_.one_before) return write_one_before(one);
  if (kind == kinds_.date_list) return write_date_list(one);
  if (kind == kinds_.day_list) return write_day_list(one);
  if (kind == kinds_.time_since || kind == kinds_.time_until) return write_time_bound(one);
  if (kind == kinds_.time_range) return write_time_range(one);
  if (kind == kinds_.signed_away && !is_chat()) return;
  if (kind == kinds_.out_away && !is_chat()) return write_in_duration(one);
  if (kind == kinds_.in_time) {
    return add_away(one.whole, length_of(one.whole.meaning), one.whole.meaning, one.rule, std::nullopt);
  }
  write_away(one);
}

Mention Writer::mention_of(MentionKind kind, Span span, std::uint16_t rule) const {
  Mention mention;
  mention.kind = kind;
  mention.span = span;
  mention.extent = mention.span;
  mention.rule = grammar_.rule_name(rule);
  return mention;
}

bool Writer::is_rate(const Found& one) const {
  return one.after_amount && grammar_.rule_name(one.rule) == "an-unit";
}

RelativeDate::Pick Writer::pick_for(const Found& one, const When& when) const {
  if (when.day != 0 && when.month != 0 && is_chat())
    return is_closer_ahead(when, 1) ? Pick::future : Pick::past;
  if (is_chat()) return Pick::future;
  constexpr int kRatio = 3, kSureRatio = 12;
  // "After the rise in February it is expected", said in March: next February would be called so.
  if (one.tense == Tense::future) return is_closer_behind(when, kSureRatio) ? Pick::past : Pick::future;
  if (one.awaited && when.weekday != 0 && when.month == 0) return Pick::future;
  if (one.tense == Tense::unknown && is_closer_ahead(when, kRatio)) return Pick::future;
  // "MELBOURNE, April 10" in a report that went out on April 9 elsewhere
  constexpr int kZones = 2, kYear = 360;
  if (is_closer_ahead(when, kYear / kZones)) return Pick::future;
  return Pick::past;
}

bool Writer::is_closer_ahead(const When& when, int ratio) const {
  const auto days = days_around(when);
  return days && (*days)[1] * ratio <= (*days)[0];
}

bool Writer::is_closer_behind(const When& when, int ratio) const {
  const auto days = days_around(when);
  return days && (*days)[0] * ratio <= (*days)[1];
}

std::optional<std::array<int, 2>> Writer::days_around(const When& when) const {
  if (view_.published.day == 0 || when.month == 0 || when.year != 0) return std::nullopt;
  RelativeDate relative;
  relative.month = static_cast<std::uint8_t>(when.month);
  relative.day = static_cast<std::uint8_t>(when.day != 0              ? when.day
                                           : view_.published.day > 28 ? 28
                                                                      : view_.published.day);
  const auto last = resolve(relative, view_.published);
  relative.pick = Pick::future;
  const auto next = resolve(relative, view_.published);
  if (!last || !next) return std::nullopt;
  const auto today = view_.published.first_day();
  return std::array{static_cast<int>((today - last->last_day()).count()),
                    static_cast<int>((next->first_day() - today).count())};
}

bool Writer::is_bare_stretch(const When& when) {
  return when.grain > static_cast<std::int8_t>(Grain::day) && when.offset != 0 && when.month == 0 &&
         when.weekday == 0 && when.length == 0 && when.nth == 0 && when.half == 0 && when.quarter == 0 &&
         when.season == 0;
}

// "This winter", told in May: the one that is over, where it is told as past or lies nearer than the next.
void Writer::bring_back(const Found& one, Resolved& season) const {
  if (!season.period || !season.period->interval || view_.published.day == 0 || is_chat()) return;
  const auto ahead = season.period->first_day() - view_.published.last_day();
  if (ahead.count() <= 0 || one.tense == Tense::future) return;
  const Period last = in_year_before(*season.period);
  const bool nearer = view_.published.first_day() - last.last_day() < ahead;
  if (one.tense != Tense::past && !nearer) return;
  season.period = last;
  season.relative.reset();
}

// "In week 9", told in March: of the year. The small numbers count the weeks of anything else as well.
bool Writer::is_late_week(const When& when) const {
  constexpr std::chrono::days kFar{42};
  const Date& today = view_.published;
  if (today.day == 0) return false;
  const auto since = today.first_day() - week_start(IsoWeek{today.year, when.week}).first_day();
  return since >= std::chrono::days{0} && since <= kFar;
}

void Writer::write_date(const Found& one) {
  const std::uint32_t flags = one.whole.meaning.flags;
  When when = when_of(one.whole.meaning);
  const bool short_form = one.whole.kind == kinds_.short_day || one.whole.kind == kinds_.slash_date;
  if (short_form && !is_chat()) return;
  if ((flags & kLatent) != 0 && is_chat()) return;
  const bool bare_month = when.month != 0 && when.day == 0 && when.year == 0 && !when.is_relative();
  if (is_chat() && bare_month && one.number_after) return;  // "August 32" is none
  if ((flags & kWeakYear) != 0 && (is_chat() || !borne_out(one, when.year))) return;
  const bool this_week = when.grain == static_cast<std::int8_t>(Grain::week) && when.offset == 0 &&
                         when.weekday == 0 && when.nth == 0 && (flags & kLater) == 0;
  if (is_chat() && (this_week || is_bare_stretch(when))) when.keep = static_cast<std::int8_t>(Grain::day);
  if (grammar_.rule_name(one.rule) == "week-number-in" && !is_late_week(when)) return;
  // "after this year": in chat the next
  const bool past_now = is_chat() && one.bound != 0 && one.bound == kinds_.after_bound &&
                        when.grain == static_cast<std::int8_t>(Grain::year) && when.offset == 0;
  if (past_now && only_relative(when, Grain::year)) {
    when.offset = 1;
    when.keep = static_cast<std::int8_t>(Grain::day);
  }
  Resolved resolved = resolve_when(when, flags, view_, pick_for(one, when), grammar_);
  if (is_of_last_year(one, resolved)) {
    --when.offset;
    resolved = resolve_when(when, flags, view_, Pick::past, grammar_);
  }
  if ((flags & kUnplaced) != 0 && grammar_.rule_name(one.rule).starts_with("season-"))
    resolved.period = season_of_play(when);
  if ((flags & kFiscal) != 0 && !resolved.period) resolved.period = fiscal_year(one, when);
  if (grammar_.rule_name(one.rule) == "this-season") bring_back(one, resolved);
  if (const auto part = of_business_year(one, when); part && (flags & kFiscal) == 0)
    resolved = {.period = part, .basis = Basis::implied};
  add_date(one, resolved);
}

void Writer::add_date(const Found& one, const Resolved& resolved) {
  add_date(one.whole, resolved, one.rule);
  const bool known = resolved.period && resolved.period->from.known();
  if (speaks_from_now(one)) view_.under_year = false;
  if (!known) return;
  const When when = when_of(one.whole.meaning);
  if (one.heads && when.year != 0 && resolved.period->grain() == Grain::year) {
    view_.under_year = true;
    year_block_ = one.block;
    view_.told = resolved.period;
  } else if (leads_on(one, *resolved.period)) {
    view_.told = resolved.period;
  }
  come_to_part(one, *resolved.period);
}

// A paragraph that begins "In the second quarter of 2023, …".
bool Writer::opens_block(const Found& one) const {
  constexpr Index kFirst = 2;  // a preposition and an article
  const Index sentence = sentence_at(article_, one.whole.span.begin);
  if (sentence == kNone) return false;
  const bool first =
      sentence == 0 || article_.sentences[sentence - 1].block != article_.sentences[sentence].block;
  return first && token_from(article_, one.lead) <= article_.sentences[sentence].tokens.begin + kFirst;
}

// "Court statistics: July to September 2024 … in the quarter": that one. It stays until the text itself comes
// to another whose year it prints.
void Writer::come_to_part(const Found& one, const Period& period) {
  const Grain grain = period.grain();
  const bool is_part = grain == Grain::quarter || grain == Grain::half;
  if (!is_part || one.compared || one.bound != 0) return;
  const bool printed = when_of(one.whole.meaning).year != 0 || one.whole.kind == kinds_.date_range;
  if ((printed && opens_block(one)) || !view_.part) view_.part = period;
}

void Writer::add_date(const Part& part, const Resolved& resolved, std::uint16_t rule) {
  const When when = when_of(part.meaning);
  const std::uint32_t flags = part.meaning.flags;
  const bool has_clock = when.clock != 0;
  Mention mention = mention_of(has_clock ? MentionKind::time : MentionKind::date, part.span, rule);
  mention.period = resolved.period;
  mention.relative = resolved.relative;
  mention.basis = resolved.basis;
  if (when.day != 0 && when.month != 0 && when.weekday > 0 && when.weekday <= 7)
    mention.weekday = static_cast<std::uint8_t>(when.weekday);
  mention.timex = timex_of(when, flags, resolved.stretch ? resolved.stretch : resolved.period);
  if (when.mod == static_cast<std::int8_t>(Mod::approximate) && mention.period && !has_clock) {
    mention.period->from.approximate = true;
    if (!mention.period->interval) mention.period->to.approximate = true;
  }
  // In chat a part of the day is a stretch of hours, which only TIMEX3 tells.
  const bool told_half =
      when.half != 0 || ((flags & kPartOf) != 0 && when.week == static_cast<std::int16_t>(Grain::half));
  if (mention.period && (told_half || when.quarter != 0))
    part_ = Told{.period = *mention.period,
                 .half = told_half,
                 .nth = when.quarter != 0 ? when.quarter
                        : when.half != 0  ? when.half
                        : when.nth == 1   ? 1
                                          : 2,
                 .end = mention.span.end};
  const bool part_of_day = is_chat() && when.day_part != 0 && when.clock == 0;
  const bool reference = (flags & (kPresentReference | kPastReference | kFutureReference)) != 0;
  if (mention.period && !reference) view_.speak_of(mention.period);
  if (part_of_day) mention.period.reset();
  article_.dates.push_back(std::move(mention));
}

std::string_view Writer::unit_of(const Meaning& meaning) const {
  const std::string_view unit = grammar_.text(meaning.symbol);
  return unit == "workday" ? "day" : unit;
}

std::optional<Period> Writer::day_of_clock(const When& when, Tense tense) const {
  if (when.clock == 0 || (when.zone == 0 && !is_chat())) return std::nullopt;
  const bool in_focus = view_.focus && !view_.focus->interval && view_.focus->from.day != 0;
  const auto day = in_focus && !is_chat() ? view_.focus : published();
  if (!day || day->from.day == 0) return std::nullopt;
  const bool midnight = when.clock == 1 && tense != Tense::past;
  const int now = article_.info.published.second_of_day;
  const bool gone = is_chat() && tense != Tense::past && now > 0 && now > (when.clock - 1) * 60;
  return is_chat() && (midnight || gone) ? Period::of(add_days(day->from, 1)) : day;
}

void Writer::write_time(const Found& one) {
  const When when = when_of(one.whole.meaning);
  Mention mention = mention_of(MentionKind::time, one.whole.span, one.rule);
  mention.period = day_of_clock(when, one.tense);
  if (mention.period) mention.basis = Basis::implied;
  mention.timex = timex_of(when, one.whole.meaning.flags, mention.period);
  article_.dates.push_back(std::move(mention));
}

std::optional<Period> Writer::published() const {
  return view_.published.known() ? std::optional(Period::of(view_.published)) : std::nullopt;
}

void write_dates(Article& article, const Grammar& grammar, const Finder& finder, const ReadOptions& options) {
  article.dates.reserve(finder.found().size());
  Writer(article, grammar, finder, options).run();
}

}  // namespace tally::dates
