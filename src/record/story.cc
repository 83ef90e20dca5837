// Lines of a story → documents with claims.
#include "record/story.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "base/sha256.h"
#include "record/ids.h"

namespace tally {
namespace {

// Words split at blanks; "…" holds one word together, also after key=.
StoryLine split(const std::string& line, int number) {
  StoryLine out;
  out.number = number;
  std::string word;
  bool quoted = false;
  bool any = false;
  std::size_t equals = std::string::npos;
  const auto finish = [&] {
    if (!any) return;
    if (equals != std::string::npos) {
      out.keys.emplace(word.substr(0, equals), word.substr(equals));
    } else {
      out.words.push_back(word);
    }
    word.clear();
    any = false;
    equals = std::string::npos;
  };
  for (const char c : line) {
    if (c == '#' && !quoted && !any) break;
    if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (c == ' ' && !quoted) {
      finish();
    } else if (c == '=' && !quoted && equals == std::string::npos && !word.empty() &&
               word.find_first_of("<>") == std::string::npos) {
      equals = word.size();
    } else {
      word += c;
      any = true;
    }
  }
  finish();
  return out;
}

std::optional<Value> value_of(std::string text) {
  Modifier modifier = Modifier::exact;
  for (const auto& [sign, named] : {std::pair(">=", Modifier::at_least),
                                    {"<=", Modifier::at_most},
                                    {"~", Modifier::about},
                                    {">", Modifier::more_than},
                                    {"<", Modifier::less_than}}) {
    if (!text.starts_with(sign)) continue;
    text.erase(0, std::string_view(sign).size());
    modifier = named;
    break;
  }
  Value v;
  v.modifier = modifier;
  if (const auto dots = text.find(".."); dots != std::string::npos) {
    v.low = Decimal::parse(text.substr(0, dots));
    v.high = Decimal::parse(text.substr(dots + 2));
    v.modifier = Modifier::between;
    return v.low && v.high ? std::optional(v) : std::nullopt;
  }
  const bool millions = text.ends_with('m');
  if (millions) text.pop_back();
  auto number = Decimal::parse(text);
  if (!number) return std::nullopt;
  v.step = Decimal(1, std::max(number->scale(), 0));
  if (millions) {
    v.step = v.step.shifted(6).value_or(v.step);
    number = number->shifted(6);
  }
  const bool low =
      modifier == Modifier::exact || modifier == Modifier::more_than || modifier == Modifier::at_least;
  const bool high =
      modifier == Modifier::exact || modifier == Modifier::less_than || modifier == Modifier::at_most;
  if (modifier == Modifier::exact || modifier == Modifier::about) v.best = number;
  if (low) v.low = number;
  if (high) v.high = number;
  return v;
}

std::vector<std::string> at_slashes(const std::string& text) {
  std::vector<std::string> parts;
  std::stringstream in(text);
  for (std::string part; std::getline(in, part, '/');) parts.push_back(part);
  return parts;
}

template <class E, std::size_t N>
E named(const std::string& word, const std::array<E, N>& all, E otherwise) {
  const auto at = std::ranges::find_if(all, [&](E e) { return name(e) == word; });
  return at == all.end() ? otherwise : *at;
}

constexpr std::array kAggregates = {Aggregate::year, Aggregate::half,  Aggregate::quarter, Aggregate::month,
                                    Aggregate::day,  Aggregate::total, Aggregate::event,   Aggregate::share,
                                    Aggregate::rate, Aggregate::level};
constexpr std::array kStatuses = {Status::stated,     Status::confirmed, Status::reported,   Status::alleged,
                                  Status::unverified, Status::denied,    Status::undisclosed};
constexpr std::array kModalities = {Modality::observed,    Modality::planned, Modality::forecast,
                                    Modality::conditional, Modality::asked,   Modality::negated};
constexpr std::array kOps = {DecisionOp::accept,    DecisionOp::correct, DecisionOp::reject, DecisionOp::same,
                             DecisionOp::different, DecisionOp::prefer,  DecisionOp::exclude};

// "year-1", "month-1", "weekday4", "half1", "year-1.month5", "month11.day4"
RelativeDate relative_of(const std::string& text) {
  RelativeDate r;
  std::stringstream in(text);
  for (std::string part; std::getline(in, part, '.');) {
    const auto digits = part.find_first_of("-+0123456789");
    const std::string word = part.substr(0, digits);
    const int number = digits == std::string::npos ? 0 : std::stoi(part.substr(digits));
    if (word == "weekday") r.weekday = static_cast<std::uint8_t>(number);
    if (word == "half") r.half = static_cast<std::uint8_t>(number);
    if (word == "day" && number > 0) {
      r.day = static_cast<std::uint8_t>(number);
    } else if (word == "year" || word == "day" || (word == "month" && number <= 0)) {
      r.grain = word == "year" ? Grain::year : word == "day" ? Grain::day : Grain::month;
      r.offset = static_cast<std::int16_t>(number);
    } else if (word == "month") {
      r.month = static_cast<std::uint8_t>(number);
    }
  }
  return r;
}

class Reader {
 public:
  Story story;

  void line(const StoryLine& line) {
    if (line.words.empty()) return;
    const std::string& first = line.words[0];
    if (expecting_) {
      story.expected.push_back(line);
    } else if (first == "expect") {
      expecting_ = true;
    } else if (first == "measure") {
      measure(line);
    } else if (first == "report") {
      report(line);
    } else if (first == "decide") {
      decisions_.push_back(line);
    } else if (line.words.size() >= 2 && !story.documents.empty()) {
      claim(line);
    } else {
      mistake(line, "no such line");
    }
  }

  void finish() {
    for (const StoryLine& line : decisions_) decide(line);
  }

 private:
  void mistake(const StoryLine& line, const std::string& what) {
    story.mistakes.push_back("line " + std::to_string(line.number) + ": " + what);
  }

  void measure(const StoryLine& line) {
    const auto word = [&](std::size_t i) {
      return i < line.words.size() && line.words[i] != "-" ? line.words[i] : std::string();
    };
    Claim c;
    c.unit = word(2);
    c.measure = {word(3), word(4), word(5), word(6), named(word(7), kAggregates, Aggregate::unknown)};
    std::swap(c.measure.property, c.measure.population);
    measures_[word(1)] = c;
  }

  void report(const StoryLine& line) {
    Document d;
    d.id = hashed_id('d', line.words.at(1));
    d.info.file = line.words[1] + ".txt";
    d.info.outlet = line.key("outlet");
    d.info.credit = line.key("credit");
    d.info.url = line.key("url");
    d.text = line.key("text");
    if (const auto given = Period::parse(line.key("published"))) {
      d.info.published.date = given->from;
      d.info.published.basis = DateBasis::given;
    }
    story.reports[line.words[1]] = d.id;
    story.documents.push_back(std::move(d));
    locals_.clear();
  }

  void claim(const StoryLine& line) {
    Document& d = story.documents.back();
    const std::string& label = line.words[0];
    const std::string& kind = line.words[1];
    Claim c;
    if (kind == "figure") {
      if (line.words.size() < 5 || !measures_.contains(line.words[2]))
        return mistake(line, "figure MEASURE VALUE PERIOD");
      c = measures_[line.words[2]];
      c.value = value_of(line.words[3]);
      if (!c.value) return mistake(line, "no value: " + line.words[3]);
      if (line.words[4] != "?") c.period = Period::parse(line.words[4]);
    } else if (kind == "change") {
      c.kind = ClaimKind::change;
      c.change = change_of(line);
    } else if (kind == "comparison") {
      c.kind = ClaimKind::comparison;
      c.comparison = comparison_of(line);
    } else if (kind == "event") {
      c.kind = ClaimKind::event;
      c.event = event_of(line);
    } else {
      return mistake(line, "no such claim: " + kind);
    }
    common(line, d, c);
    const auto begin = static_cast<std::uint32_t>(d.text.size() + 1);
    d.text += "\n" + label + " ";
    for (const std::string& word : line.words) d.text += word + " ";
    c.quote = {begin, static_cast<std::uint32_t>(d.text.size())};
    locals_[label] = static_cast<Index>(d.claims.size());
    d.claims.push_back(std::move(c));
    d.claim_ids.push_back(hashed_id('c', d.id + label));
    story.claims[label] = d.claim_ids.back();
  }

  void common(const StoryLine& line, const Document& d, Claim& c) {
    const auto tie = [&](const char* key, Index& index) {
      const std::string label = line.key(key);
      if (label.empty()) return;
      if (!locals_.contains(label)) return mistake(line, "no claim " + label + " before this in its report");
      index = locals_[label];
    };
    tie("about", c.about);
    tie("whole", c.whole);
    tie("happening", c.happening);
    if (c.about != kNone && c.kind != ClaimKind::figure) c.unit = d.claims[c.about].unit;
    for (const char* key : {"period", "when"}) {
      if (const auto period = Period::parse(line.key(key))) c.period = period;
    }
    if (const std::string said = line.key("rel"); !said.empty()) {
      c.relative = relative_of(said);
      c.period_basis = Basis::implied;
      if (d.info.published.date.known()) c.period = resolve(*c.relative, d.info.published.date);
    }
    // "2023-06-17/7": printed as a Sunday
    const auto misnamed = at_slashes(line.key("misnamed"));
    if (misnamed.size() == 2) {
      if (const auto day = Period::parse(misnamed[0]))
        c.misnamed_day = MisnamedDay{
            .date = {}, .day = day->from, .weekday = static_cast<std::uint8_t>(misnamed[1][0] - '0')};
    }
    c.status = named(line.key("status"), kStatuses, Status::stated);
    c.modality = named(line.key("modality"), kModalities, Modality::observed);
    c.in_title = line.keys.contains("title") || std::ranges::find(line.words, "title") != line.words.end();
    if (const std::string by = line.key("by_whom"); !by.empty()) c.status_by = {by};
    if (const std::string source = line.key("source"); !source.empty()) {
      for (const std::string& link : at_slashes(source)) {
        Source s;
        s.name = link == "?" ? "" : link;
        s.anonymous = link == "?";
        c.attribution.push_back(std::move(s));
      }
    }
  }

  static ChangeDetail change_of(const StoryLine& line) {
    ChangeDetail change;
    const std::string way = line.words.size() > 2 ? line.words[2] : "";
    change.direction = way == "up"     ? Direction::up
                       : way == "down" ? Direction::down
                       : way == "none" ? Direction::none
                                       : Direction::unknown;
    const auto number = [&](const char* key) { return Decimal::parse(line.key(key)); };
    change.to = number("to");
    change.from = number("from");
    change.by = number("by");
    change.percent = number("percent");
    change.factor = number("factor");
    for (const auto& stated : {change.percent, change.by, change.factor}) {
      if (stated && stated->scale() > 0) change.step = Decimal(1, stated->scale());
    }
    change.base_period = Period::parse(line.key("base"));
    change.modifier = modifier_named(line.key("modifier")).value_or(Modifier::exact);
    return change;
  }

  static ComparisonDetail comparison_of(const StoryLine& line) {
    ComparisonDetail detail;
    detail.sense = line.words.size() > 2 ? line.words[2] : "";
    detail.since = Period::parse(line.key("since"));
    detail.years = Decimal::parse(line.key("years"));
    if (const std::string steps = line.key("steps"); !steps.empty()) detail.steps = std::stoi(steps);
    if (const std::string rank = line.key("rank"); !rank.empty()) detail.rank = std::stoi(rank);
    detail.each_step = std::ranges::find(line.words, "each") != line.words.end();
    return detail;
  }

  static EventDetail event_of(const StoryLine& line) {
    EventDetail event;
    event.trigger = line.words.size() > 2 ? line.words[2] : "";
    event.where = at_slashes(line.key("where"));
    event.who = at_slashes(line.key("who"));
    event.count = value_of(line.key("count"));
    const auto [first, last] = line.keys.equal_range("part");
    for (auto at = first; at != last; ++at) {
      const auto colon = at->second.find(':');
      EventPart part;
      part.value = value_of(at->second.substr(0, colon)).value_or(Value{});
      part.role = part.what = colon == std::string::npos ? "" : at->second.substr(colon + 1);
      event.parts.push_back(std::move(part));
    }
    return event;
  }

  void decide(const StoryLine& line) {
    Decision decision;
    decision.id = "r" + std::to_string(line.number);
    decision.op = named(line.words.size() > 1 ? line.words[1] : "", kOps, DecisionOp::accept);
    decision.value = line.key("value");
    for (std::size_t w = 2; w < line.words.size(); ++w) {
      const std::string& label = line.words[w];
      const bool known = story.claims.contains(label) || story.reports.contains(label);
      decision.target.push_back(story.claims.contains(label) ? story.claims[label]
                                : known                      ? story.reports[label]
                                                             : label);
    }
    story.decisions.push_back(std::move(decision));
  }

  bool expecting_ = false;
  std::map<std::string, Claim> measures_;
  std::map<std::string, Index> locals_;
  std::vector<StoryLine> decisions_;
};

}  // namespace

std::string StoryLine::key(const std::string& name) const {
  const auto at = keys.find(name);
  return at == keys.end() ? std::string() : at->second;
}

Story read_story(std::string_view text) {
  Reader reader;
  std::stringstream in{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(in, line);) reader.line(split(line, ++number));
  reader.finish();
  return std::move(reader.story);
}

}  // namespace tally
