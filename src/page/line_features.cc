// See line_features.h.
#include "page/line_features.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "base/characters.h"
#include "page/characters.h"
#include "page/contacts.h"
#include "page/page_dates.h"
#include "page/page_words.h"
#include "tally/utf8.h"

namespace tally::page {
namespace {

constexpr std::size_t kLongest = 2000;

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
}

constexpr std::uint8_t kPlain = 1;  // part of a word, in ASCII
constexpr std::uint8_t kDigit = 2;
constexpr auto kInWords = [] {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 0x80; ++c) classes[c] = is_word_byte(static_cast<char>(c)) ? kPlain : 0;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kPlain | kDigit;
  classes['\''] = kPlain;
  return classes;
}();

// Which bytes a line has that only some of the questions below ask for.
struct Marks {
  bool address = false;  // "@", ":", "."
  bool apart = false;    // what may stand between pieces: a bar, two blanks, anything beyond ASCII
};

void take_mark(std::string_view line, std::size_t at, Marks& marks) {
  const char c = line[at];
  if (c == '@' || c == ':' || c == '.') marks.address = true;
  if (c == '|' || (c == ' ' && at + 1 < line.size() && line[at + 1] == ' ')) marks.apart = true;
}

// Where the word that goes on at `at` ends; tells whether it has digits.
std::size_t word_end(std::string_view line, std::size_t at, LineFeatures& features, Marks& marks) {
  unsigned seen = 0;
  for (;;) {
    unsigned next = 0;
    while (at < line.size() && (next = kInWords[static_cast<unsigned char>(line[at])]) != 0) {
      seen |= next;
      ++at;
    }
    if (at == line.size() || static_cast<unsigned char>(line[at]) < 0x80) break;
    marks.apart = true;
    const auto point = code_point_at(line, at);
    if (is_cjk(point.value) || (point.value >= 0x2000 && point.value <= 0x206F && point.value != 0x2019))
      break;
    at += point.size;
  }
  features.digits = features.digits || (seen & kDigit) != 0;
  return at;
}

// Counts words, small words and separators.
Marks count_words(std::string_view line, LineFeatures& features) {
  Marks marks;
  std::uint32_t cjk = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      marks.apart = true;
      const auto point = code_point_at(line, at);
      if (is_cjk(point.value)) {
        ++cjk;
        at += point.size;
        continue;
      }
      if (point.value >= 0x2000 && point.value <= 0x206F) {  // dashes, quotes, spaces
        if (point.value == 0x201C || point.value == 0x201D || point.value == 0x2018) features.quoted = true;
        if (point.value == 0x203A || point.value == 0x2022) ++features.separators;
        at += point.size;
        continue;
      }
      if (point.value == 0xBB || point.value == 0xB7) ++features.separators;
      if (point.value < 0xC0) {
        at += point.size;
        continue;
      }
    } else if (!is_word_byte(c)) {
      take_mark(line, at, marks);
      if (c == '"') features.quoted = true;
      if ((c == '>' || c == '|') && at > 0) ++features.separators;
      const bool stands_apart = at > 0 && at + 1 < line.size() && line[at - 1] == ' ' && line[at + 1] == ' ';
      if (c == '/' && stands_apart) ++features.separators;
      ++at;
      continue;
    }
    ++features.words;
    if (!is_upper(c) && !is_digit(c)) ++features.lower_words;
    at = word_end(line, at, features, marks);
  }
  features.words += cjk / 2;
  features.lower_words += cjk / 2;
  return marks;
}

bool ends_sentence(std::string_view line) {
  for (;;) {
    if (line.empty()) return false;
    if (line.back() == '"' || line.back() == '\'' || line.back() == ')' || line.back() == ']') {
      line.remove_suffix(1);
    } else if (line.ends_with("”") || line.ends_with("’") || line.ends_with("»") || line.ends_with("」")) {
      line.remove_suffix(line.ends_with("»") ? 2 : 3);
    } else {
      break;
    }
  }
  static constexpr std::array<std::string_view, 9> kEnds = {".", "!", "?", "…", "。", "！", "？", "؟", "।"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return line.ends_with(end); });
}

// "0/250", "(12)", "3 / 140자": a counter at the end of a line that is no fraction in prose.
bool ends_with_counter(std::string_view line) {
  if (line.ends_with(")")) line.remove_suffix(1);
  auto end = line.size();
  while (end > 0 && static_cast<unsigned char>(line[end - 1]) >= 0x80) --end;
  const auto digits_before = [&](std::size_t at) {
    auto begin = at;
    while (begin > 0 && is_digit(line[begin - 1])) --begin;
    return begin;
  };
  const auto limit = digits_before(end);
  if (limit == end || limit == 0) return false;
  auto slash = limit;
  while (slash > 0 && line[slash - 1] == ' ') --slash;
  if (slash == 0 || line[slash - 1] != '/') return false;
  --slash;
  while (slash > 0 && line[slash - 1] == ' ') --slash;
  const auto count = digits_before(slash);
  return count < slash && line.substr(count, slash - count) == "0";
}

bool is_mostly_date(std::string_view line, const LineFeatures& features) {
  if (features.words > 14 || !features.datable) return false;
  const auto dates = find_page_dates(line, SlashOrder::day_first, 4);
  if (dates.empty()) return false;
  std::size_t dated = 0;
  for (const auto& date : dates) dated += date.span.size();
  // "Updated 4:12 p.m." ends no sentence.
  const bool final = features.final && !line.ends_with(".m.");
  return dated * 2 >= line.size() || (features.lower_words <= 3 && features.words <= 10 && !final);
}

// "14:32", "9.05 pm BST", "2h ago", "17 minutes ago": what stands over the entries of a live report.
bool is_clock(std::string_view line, const LineFeatures& features) {
  if (!features.digits || features.words > 5 || line.size() > 32) return false;
  const std::string lower = lower_ascii(line);
  const auto begin = lower.find_first_of("0123456789");
  auto end = begin;
  while (end < lower.size() && is_digit(lower[end])) ++end;
  if (begin > 8 || end - begin > 2) return false;
  const auto rest = trimmed(std::string_view(lower).substr(end));
  const bool time = rest.size() >= 3 && (rest[0] == ':' || rest[0] == '.' || rest[0] == 'h') &&
                    is_digit(rest[1]) && is_digit(rest[2]) && (rest.size() == 3 || !is_digit(rest[3]));
  if (time) return features.words <= 5;
  return is_phrase(rest, PhraseKind::ago);
}

// Whether words that name a box are followed by its colon, with little between: "Weather for tomorrow:".
bool is_label(std::string_view lower, std::size_t end) {
  constexpr std::size_t kLongestBetween = 20;
  const auto colon = lower.find(':', end);
  return colon != std::string_view::npos && colon - end <= kLongestBetween &&
         lower.substr(end, colon - end).find_first_of(".,;!?0123456789") == std::string_view::npos;
}

// A caption that ends with who took the picture and for whom: "…  Ada Berg/AP", "… (Ada Berg/Reuters)".
bool ends_with_credit(std::string_view line) {
  constexpr std::size_t kLongestAgency = 30;
  while (!line.empty() && (line.back() == ')' || line.back() == '.')) line.remove_suffix(1);
  const auto end = line.substr(line.size() - std::min(line.size(), kLongestAgency));
  const auto last = end.rfind('/');
  if (last == std::string_view::npos) return false;
  const auto slash = line.size() - end.size() + last;
  if (slash == 0) return false;
  const auto agency = trimmed(line.substr(slash + 1));
  return is_upper(line[line.find_last_of(" (", slash) + 1]) && !agency_named(lower_ascii(agency)).empty();
}

void count_phrases(std::string_view line, LineFeatures& features) {
  static thread_local std::string lower;  // its room is kept from line to line
  lower = line;
  tally::lower_ascii(lower.data(), lower.size());
  const auto size = static_cast<std::uint32_t>(lower.size());
  const auto take = [&](const Phrase& phrase) {
    const bool first = phrase.span.begin <= 1;
    const auto rest = size - phrase.span.size();
    switch (phrase.kind) {
      case PhraseKind::sure:
        features.sure = true;
        break;
      case PhraseKind::hint:
        ++features.hints;
        break;
      case PhraseKind::start:
        features.start |= first;
        break;
      case PhraseKind::ui:
        ++features.ui_words;
        break;
      case PhraseKind::label:
        features.label |= first && is_label(lower, phrase.span.end);
        break;
      case PhraseKind::related:
        features.related |= first && rest <= 2;
        break;
      case PhraseKind::byline:
        features.byline |= first && rest > 3 && features.words <= 14;
        break;
      case PhraseKind::caption: {
        const bool in_brackets =
            phrase.span.begin > 0 &&
            (lower[phrase.span.begin - 1] == '(' || lower[phrase.span.begin - 1] == '[') && rest > 0 &&
            phrase.span.end + 40 >= size;
        const bool labels =
            first && phrase.span.end < size && (lower[phrase.span.end] == ':' || phrase.span.size() > 8);
        features.caption |= labels || in_brackets;
        break;
      }
      case PhraseKind::published:
      case PhraseKind::updated:
        if (first && features.digits && features.words <= 16) features.date = true;
        break;
      default:
        break;
    }
  };
  find_phrases(lower, std::cref(take));
}

// "€2.20", "$1", "60p"
bool is_price(std::string_view piece) {
  constexpr std::size_t kLongestPrice = 8;
  if (piece.empty() || piece.size() > kLongestPrice) return false;
  const bool signed_price = piece[0] == '$' || piece.starts_with("£") || piece.starts_with("€");
  const auto digit = piece.find_first_of("0123456789");
  return digit != std::string_view::npos && (signed_price ? digit <= 3 : digit == 0 && piece.ends_with('p'));
}

// The pieces of a line that stand apart by " · ", " | ", " • " or wide spaces; one where there are none.
std::vector<std::string_view> pieces_of(std::string_view line) {
  constexpr std::array<std::string_view, 4> kBetween = {" · ", " | ", " • ", "   "};
  std::vector<std::string_view> pieces;
  while (!line.empty()) {
    std::size_t end = line.size();
    std::size_t next = line.size();
    for (const std::string_view between : kBetween) {
      const auto at = line.find(between);
      if (at >= end) continue;
      end = at;
      next = at + between.size();
    }
    if (const auto piece = trimmed(line.substr(0, end)); !piece.empty()) pieces.push_back(piece);
    line.remove_prefix(next);
  }
  return pieces;
}

void judge_pieces(std::string_view line, LineFeatures& features) {
  constexpr std::uint32_t kRunning = 12;  // words of a piece that may be running text
  const auto pieces = pieces_of(line);
  if (pieces.size() < 2) return;
  bool running = false;
  for (const std::string_view piece : pieces) {
    const LineFeatures part = features_of(piece);
    running = running || (part.is_prose() && part.words >= kRunning);
    features.boxed = features.boxed || part.is_furniture();
    features.priced = features.priced || is_price(piece);
  }
  features.boxed = features.boxed && !running;
}

}  // namespace

bool LineFeatures::is_furniture() const {
  if (words == 0) return true;
  if (counter || boxed) return true;
  if (label && words <= 60) return true;
  if (words > 60) return false;
  const bool buttons = words <= 8 && ui_words * 5 >= words * 3 && !final;
  if (buttons) return true;
  if (words <= 3 && ui_words > 0 && digits && !final) return true;  // "3 comments"
  if (sure && (words <= 30 || !quoted)) return true;
  if (start && (!is_prose() || hints >= 2)) return true;
  if (related && !is_prose()) return true;
  if (quoted && words > 12) return false;
  const auto evidence = hints + (address ? 1 : 0) + (final ? 0 : 1);
  if (words <= 40 && hints >= 1 && evidence >= (is_prose() ? 3U : 2U) && words <= 12) return true;
  if (words <= 40 && hints >= 1 && address) return true;
  if (words <= 40 && hints >= 2 && evidence >= 3) return true;
  if (separators >= 2 && !final && words <= 30) return true;
  return address && words <= 6;
}

LineFeatures features_of(std::string_view line) {
  LineFeatures features;
  const bool whole = line.size() <= kLongest;
  features.final = ends_sentence(line);
  if (!whole) {
    auto end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    line = line.substr(0, end);
  }
  const Marks marks = count_words(line, features);
  features.datable = features.digits && (!whole || may_hold_date(line));
  if (whole && features.words <= 80) {
    count_phrases(line, features);
    features.counter = features.digits && ends_with_counter(line);
    features.credited = ends_with_credit(line);
    features.address =
        (marks.address && has_address(line)) || (features.digits && has_telephone(line, features.hints > 0));
    features.date = features.date || is_mostly_date(line, features);
    if (features.date && line.ends_with(".m.")) features.final = false;
    features.clock = is_clock(line, features);
    if (marks.apart) judge_pieces(line, features);
  }
  return features;
}

}  // namespace tally::page
