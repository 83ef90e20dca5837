// Claims, names and text of one report → the numbers it is found by.
#include "record/keys.h"

#include <algorithm>
#include <string>

#include "record/alignment.h"
#include "record/rivalry.h"
#include "record/slots.h"
#include "record/versions.h"
#include "record/words.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

// A long report has more than it takes: of each kind the least numbers are kept, which are the same in
// all reports (Broder 1997), so that what two of them share is kept in both.
constexpr std::size_t kMostOfAKind = 48;
constexpr int kRareInItself = 5;  // significant digits of a value that is no chance in its period
constexpr int kRare = 3;
constexpr std::size_t kTitleWord = 4;  // letters
constexpr std::size_t kMainNames = 6;
constexpr std::size_t kMostSentences = 8;  // pairs of them
constexpr int kFewWords = 5;

// FNV-1a, stirred at the end (the finaliser of MurmurHash3).
class Hash {
 public:
  explicit Hash(char kind) { add(std::string_view(&kind, 1)); }
  Hash& add(std::string_view bytes) {
    for (const char c : bytes) step(static_cast<unsigned char>(c));
    step(0);
    return *this;
  }
  Hash& add(std::uint64_t number) {
    for (unsigned shift = 0; shift < 64; shift += 8)
      step(static_cast<std::uint32_t>(number >> shift) & 0xFFU);
    return *this;
  }
  [[nodiscard]] ReportKey key() const {
    std::uint64_t h = state_;
    h = (h ^ (h >> 33U)) * 0xFF51AFD7ED558CCDULL;
    h = (h ^ (h >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
    return static_cast<ReportKey>(h ^ (h >> 33U));
  }

 private:
  void step(std::uint32_t byte) { state_ = (state_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

using Keys = std::vector<ReportKey>;

void make_set(Keys& keys) {
  std::ranges::sort(keys);
  const auto twice = std::ranges::unique(keys);
  keys.erase(twice.begin(), twice.end());
}

// The numbers of families differ from report to report; their words do not.
std::string spelled(const Words& words, const Roots& roots) {
  std::vector<std::string_view> parts;
  for (const Root root : roots) parts.push_back(words.text(root));
  std::ranges::sort(parts);
  std::string all;
  for (const std::string_view part : parts) (all += part) += ' ';
  return all;
}

bool is_of_calendar(std::string_view word) {
  const Vocabulary& known = vocabulary();
  const WordId id = known.find(word);
  return id != 0 && (known.is(id, WordClass::month) || known.is(id, WordClass::weekday));
}

void keep_least(Keys& keys, std::size_t most) {
  make_set(keys);
  if (keys.size() > most) keys.resize(most);
}

// One bit of a key says that it is strong.
ReportKey strong(ReportKey key) {
  return key | 1;
}
ReportKey weak(ReportKey key) {
  return key & ~ReportKey{1};
}

struct Sentence {
  std::uint64_t hash = 0;
  int words = 0;
  bool names = false;  // a capital past its first word, or a digit
  [[nodiscard]] bool tells() const { return names && words >= kFewWords; }
};

std::size_t end_of_sentence(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    const bool last = at + 1 == text.size();
    if (stop && (last || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '"')) return at + 1;
    if (text[at] == '\n' && !last && text[at + 1] == '\n') return at + 1;
  }
  return text.size();
}

// Its words in lower case, whatever stands between them.
Sentence read_sentence(std::string_view text) {
  Sentence sentence;
  Hash hash('p');
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool capital = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    if (capital || digit || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
      sentence.names = sentence.names || digit || (capital && sentence.words > 0 && word.empty());
      word += capital ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!word.empty()) {
      hash.add(word);
      ++sentence.words;
      word.clear();
    }
  }
  sentence.hash = static_cast<std::uint64_t>(hash.key());
  return sentence;
}

class KeyMaker {
 public:
  KeyMaker(const ArticleInfo& info, std::string_view text, std::span<const Claim> claims)
      : info_(info), text_(text), claims_(claims) {}

  ReportKeys make() {
    of_page();
    of_sentences();
    of_names();
    of_title();
    for (const Claim& claim : claims_) of_claim(claim);
    ReportKeys keys;
    keep(keys.links, {&page_, &dated_, &facts_, &wordings_, &days_});
    if (copies_.size() > kMostSentences) keep_least(copies_, kMostSentences);
    keep(keys.traits, {&copies_, &subject_, &names_, &nouns_, &values_, &sources_, &doings_});
    return keys;
  }

 private:
  static void keep(Keys& all, std::initializer_list<Keys*> kinds) {
    for (Keys* kind : kinds) {
      keep_least(*kind, kMostOfAKind);
      all.insert(all.end(), kind->begin(), kind->end());
    }
    make_set(all);
  }

  void add_words(Keys& keys, const Roots& roots, std::size_t least) {
    for (const Root root : roots) {
      const std::string_view word = words_.text(root);
      if (word.size() > std::max<std::size_t>(least, 1) && !is_of_calendar(word))
        keys.push_back(weak(Hash('n').add(word).key()));
    }
  }

  void of_page() {
    if (const std::string page = page_key(info_.url); !page.empty())
      page_.push_back(Hash('u').add(page).key());
    if (!text_.empty()) page_.push_back(Hash('t').add(text_).key());
  }

  // Two sentences in a row that name or number something: what copies of one text have in common, however
  // they are cut, and reports made after one pattern have not.
  void of_sentences() {
    Sentence before;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = end_of_sentence(text_, at);
      const Sentence sentence = read_sentence(text_.substr(at, end - at));
      at = end;
      if (sentence.words == 0) continue;
      if (before.tells() && sentence.tells())
        copies_.push_back(strong(Hash('t').add(before.hash).add(sentence.hash).key()));
      before = sentence;
    }
  }

  // Five of the six names that it writes most: reports that share them are on one subject, however many.
  void of_names() {
    std::vector<std::string> most;
    for (const std::string& name : names_in(text_)) {
      const Roots roots = words_.roots(name);
      add_words(names_, roots, 0);
      const std::string word = roots.empty() ? std::string() : std::string(words_.text(roots.front()));
      if (most.size() < kMainNames && word.size() > 1 && !is_of_calendar(word) &&
          std::ranges::find(most, word) == most.end())
        most.push_back(word);
    }
    if (most.size() + 1 < kMainNames) return;
    std::ranges::sort(most);
    for (std::size_t without = 0; without < most.size(); ++without) {
      Hash hash('m');
      const bool all = most.size() < kMainNames;
      for (std::size_t i = 0; i < most.size(); ++i) {
        if (all || i != without) hash.add(most[i]);
      }
      subject_.push_back(strong(hash.key()));
      if (all) break;
    }
  }

  void of_title() {
    const std::string_view title = info_.title.empty() ? text_.substr(0, text_.find('\n')) : info_.title;
    constexpr std::size_t kLongestTitle = 300;
    if (title.size() <= kLongestTitle) add_words(names_, words_.roots(title), kTitleWord - 1);
  }

  void of_claim(const Claim& claim) {
    for (const Source& source : claim.attribution) of_source(source.name);
    if (claim.speaker) of_source(claim.speaker->name);
    const bool observed = claim.modality == Modality::observed;
    if (claim.kind == ClaimKind::figure || claim.kind == ClaimKind::change) of_measure(claim.measure);
    if (claim.kind == ClaimKind::figure && claim.value && observed) of_figure(claim);
    if (claim.event) of_event(claim, observed);
  }

  void of_source(std::string_view name) {
    const Roots roots = words_.name_words(name);
    if (!roots.empty()) sources_.push_back(weak(Hash('s').add(spelled(words_, roots)).key()));
  }

  void of_measure(const Measure& measure) {
    add_words(nouns_, words_.roots(measure.population), 0);
    add_words(nouns_, words_.roots(measure.property), 0);
    add_words(names_, words_.roots(measure.place), 2);
    add_words(names_, words_.roots(measure.origin), 2);
  }

  void of_figure(const Claim& claim) {
    const Value& value = *claim.value;
    if (const int digits = surprise(value); digits >= kRare) {
      const std::string number = number_of(value)->normalised().to_string();
      values_.push_back(weak(Hash('v').add(unit_key(claim.unit)).add(number).key()));
      if (claim.period && claim.period->known()) of_fact(claim, number, digits);
    }
    const Measure& m = claim.measure;
    const std::string what = spelled(words_, words_.roots(m.population));
    const std::string doing = spelled(words_, words_.roots(m.property));
    if (what.empty() || doing.empty()) return;
    nouns_.push_back(weak(Hash('w').add(claim.unit).add(what).add(doing).key()));
    const std::string where = spelled(words_, words_.name_words(m.place));
    const std::string whence = spelled(words_, words_.name_words(m.origin));
    if (where.empty() && whence.empty()) return;
    wordings_.push_back(Hash('c').add(claim.unit).add(what).add(doing).add(where).add(whence).key());
  }

  // A number of many digits tells a fact by itself, one of three or four with a word of what it counts.
  void of_fact(const Claim& claim, const std::string& number, int digits) {
    const std::string period = claim.period->to_string();
    const auto fact = [&](char kind) { return Hash(kind).add(unit_key(claim.unit)).add(number).add(period); };
    if (digits >= kRareInItself) dated_.push_back(fact('f').key());
    Roots what = words_.roots(claim.measure.population);
    what = together(what, words_.roots(claim.measure.property));
    for (const Root root : what) facts_.push_back(fact('g').add(words_.text(root)).key());
  }

  void of_event(const Claim& claim, bool observed) {
    const EventDetail& event = *claim.event;
    for (const std::string& place : event.where) add_words(names_, words_.roots(place), 2);
    for (const std::string& who : event.who) add_words(nouns_, words_.roots(who), 0);
    const Root trigger = words_.head(event.trigger);
    if (trigger == 0) return;
    const std::string_view doing = words_.text(trigger);
    const std::string where =
        event.where.empty() ? std::string() : spelled(words_, words_.name_words(event.where.front()));
    const bool has_day = claim.period && claim.period->known() && claim.period->grain() == Grain::day;
    if (!where.empty()) doings_.push_back(weak(Hash('e').add(doing).add(where).key()));
    if (has_day) doings_.push_back(weak(Hash('d').add(doing).add(claim.period->to_string()).key()));
    if (has_day && !where.empty() && observed)
      days_.push_back(Hash('h').add(doing).add(where).add(claim.period->to_string()).key());
  }

  const ArticleInfo& info_;
  std::string_view text_;
  std::span<const Claim> claims_;
  Words words_;
  Keys page_, dated_, facts_, wordings_, days_;     // links
  Keys copies_, subject_;                           // traits that are strong
  Keys names_, nouns_, values_, sources_, doings_;  // traits
};

}  // namespace

ReportKeys keys_of(const ArticleInfo& info, std::string_view text, std::span<const Claim> claims) {
  return KeyMaker(info, text, claims).make();
}

}  // namespace tally
