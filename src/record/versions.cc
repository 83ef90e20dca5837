// Chains of versions by address and time, and the figures that changed along them. A figure of the
// older text is carried through the words that both texts share (Myers 1986) to its place in the newer
// one; the figure of the same measure that stands there now is what became of it.
#include "record/versions.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

#include "page/page_words.h"
#include "record/strata.h"
#include "tally/similarity.h"

namespace tally {
namespace {

constexpr double kOneReport = 0.25;   // of the shorter text stands in the longer
constexpr std::uint32_t kBrief = 20;  // shingles: texts too short to be judged by them

// Parameters that tell where a reader came from, not what he reads.
bool is_tracking(std::string_view parameter) {
  static constexpr std::array<std::string_view, 8> kStarts = {
      "utm_", "fbclid", "gclid", "ref=", "mc_", "cmpid", "ns_mch", "output=amp"};
  return std::ranges::any_of(kStarts, [&](std::string_view start) { return parameter.starts_with(start); });
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const auto parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), parameter.size() + 1));
    if (parameter.empty() || is_tracking(parameter)) continue;
    kept += kept.empty() ? '?' : '&';
    kept += parameter;
  }
  return kept;
}

// When a version was current: as fetched, else as the page says that it was changed.
auto age_of(const Document& document) {
  const Publication& published = document.info.published;
  const Date said = published.modified.known() ? published.modified : published.date;
  return std::tuple(document.retrieved, said, document.id);
}

bool order_is_known(const Document& older, const Document& newer) {
  const auto a = age_of(older);
  const auto b = age_of(newer);
  return std::get<0>(a) != std::get<0>(b) || std::get<1>(a) != std::get<1>(b);
}

// Texts of a sentence or two: whether most of the first still stands in the second.
bool share_half(std::string_view a, std::string_view b) {
  std::size_t changed = 0;
  for (const TextChange& change : changes_between(a, b)) changed += change.before.size();
  return changed * 2 <= a.size();
}

// An address may stand for a site or a feed, and then for many reports.
bool is_one_report(const Document& a, const TextSignature& x, const Document& b, const TextSignature& y) {
  if (a.sha256 == b.sha256) return true;
  if (!a.info.title.empty() && a.info.title == b.info.title) return true;
  if (std::min(x.shingles, y.shingles) < kBrief) return share_half(a.text, b.text);
  return containment(x, y) >= kOneReport;
}

// Places in the older text → places in the newer one.
class Passage {
 public:
  Passage(std::string_view before, std::string_view after) : changes_(changes_between(before, after)) {}

  [[nodiscard]] const std::vector<TextChange>& changes() const { return changes_; }

  [[nodiscard]] Span carried(Span before) const {
    return {place(before.begin, false), place(before.end, true)};
  }

 private:
  [[nodiscard]] std::uint32_t place(std::uint32_t at, bool end) const {
    std::int64_t shift = 0;
    for (const TextChange& change : changes_) {
      if (change.before.begin > at || (!end && change.before.begin == at && change.before.empty())) break;
      if (at < change.before.end || (at == change.before.end && end && !change.before.empty())) {
        return end ? change.after.end : change.after.begin;
      }
      shift = std::int64_t{change.after.end} - change.before.end;
    }
    return static_cast<std::uint32_t>(std::max<std::int64_t>(0, at + shift));
  }

  std::vector<TextChange> changes_;
};

bool is_figure(const Claim& claim) {
  return claim.kind == ClaimKind::figure && claim.value && claim.value->printed();
}

bool of_one_measure(const Claim& a, const Claim& b) {
  return a.unit == b.unit && a.measure.population == b.measure.population &&
         a.measure.property == b.measure.property && a.measure.aggregate == b.measure.aggregate &&
         a.period.has_value() == b.period.has_value();
}

class VersionFinder {
 public:
  explicit VersionFinder(Sheet& sheet) : sheet_(sheet) {}

  void find() {
    std::map<std::string, std::vector<Index>> by_page;
    for (Index d = 0; d < sheet_.documents.size(); ++d) {
      const std::string key = page_key(sheet_.documents[d].info.url);
      if (!key.empty()) by_page[key].push_back(d);
    }
    for (auto& [key, documents] : by_page) {
      if (documents.size() > 1) chain(documents);
    }
    for (VersionChange& change : sheet_.version_changes) {
      change.now = change.after;
      for (auto next = became_.find(change.now); next != became_.end(); next = became_.find(change.now))
        change.now = next->second;
    }
  }

 private:
  [[nodiscard]] const Document& document(Index d) const { return sheet_.documents[d]; }

  void chain(std::vector<Index>& documents) {
    std::ranges::sort(documents, {}, [&](Index d) { return age_of(document(d)); });
    struct Last {
      Index document;
      TextSignature signature;
    };
    std::vector<Last> chains;
    for (const Index d : documents) {
      const TextSignature signature = signature_of(document(d).text);
      const auto at = std::ranges::find_if(chains, [&](const Last& last) {
        return is_one_report(document(last.document), last.signature, document(d), signature);
      });
      if (at == chains.end()) {
        chains.push_back({d, signature});
        continue;
      }
      replace(at->document, d);
      *at = {d, signature};
    }
  }

  void replace(Index older, Index newer) {
    sheet_.documents[older].replaced_by = document(newer).id;
    const Index begin = sheet_.first_claim[older];
    for (Index i = begin; i < begin + document(older).claims.size(); ++i) sheet_.out[i] = true;
    if (document(older).sha256 == document(newer).sha256) {
      for (Index i = 0; i < std::min(document(older).claims.size(), document(newer).claims.size()); ++i)
        became_[begin + i] = sheet_.first_claim[newer] + i;
    } else {
      note_changes(older, newer);
    }
  }

  void note_changes(Index older, Index newer) {
    const Passage passage(document(older).text, document(newer).text);
    const bool told = says_so(older, newer, passage);
    const std::vector<Index> figures = figures_of(newer);
    for (const Index i : figures_of(older)) {
      const Claim& claim = sheet_.claim(i);
      const Index next = successor(claim, figures, passage.carried(claim.quote));
      if (next == kNone) continue;
      became_[i] = next;
      if (sheet_.claim(next).value->printed() == claim.value->printed()) continue;
      sheet_.version_changes.push_back(
          {i, next, next, told, order_is_known(document(older), document(newer))});
    }
  }

  // The figures of a document in the order of its text.
  [[nodiscard]] std::vector<Index> figures_of(Index document) const {
    std::vector<Index> figures;
    const Index begin = sheet_.first_claim[document];
    for (Index i = begin; i < begin + sheet_.documents[document].claims.size(); ++i) {
      if (is_figure(sheet_.claim(i))) figures.push_back(i);
    }
    std::ranges::stable_sort(figures, {}, [&](Index i) { return sheet_.claim(i).quote.begin; });
    return figures;
  }

  // The figure of the same measure at the same place in the newer text, the same one if it is still there;
  // kNone where it is gone.
  [[nodiscard]] Index successor(const Claim& claim, const std::vector<Index>& newer, Span place) const {
    constexpr std::uint32_t kLongestQuote = 4000;
    const auto near = std::ranges::partition_point(
        newer, [&](Index i) { return sheet_.claim(i).quote.begin + kLongestQuote < place.begin; });
    Index found = kNone;
    for (auto at = near; at != newer.end() && sheet_.claim(*at).quote.begin < place.end; ++at) {
      const Claim& other = sheet_.claim(*at);
      if (!of_one_measure(claim, other) || !other.quote.overlaps(place)) continue;
      const bool same_period = claim.period == other.period;
      if (same_period && claim.value->printed() == other.value->printed()) return *at;
      if (found == kNone || (same_period && sheet_.claim(found).period != claim.period)) found = *at;
    }
    return found;
  }

  // Whether the newer version says that something was changed: in its words, or by its own date.
  [[nodiscard]] bool says_so(Index older, Index newer, const Passage& passage) const {
    const Publication& before = document(older).info.published;
    const Publication& after = document(newer).info.published;
    const Date last = std::max(before.modified, before.date);
    if (std::max(after.modified, after.date) > last) return true;
    const std::string& text = document(newer).text;
    return std::ranges::any_of(passage.changes(), [&](const TextChange& change) {
      bool told = false;
      page::find_phrases(
          page::lower_ascii(std::string_view(text).substr(change.after.begin, change.after.size())),
          [&](const page::Phrase& phrase) {
            told = told || phrase.kind == page::PhraseKind::correction ||
                   phrase.kind == page::PhraseKind::updated;
          });
      return told;
    });
  }

  Sheet& sheet_;
  std::map<Index, Index> became_;  // claim → the same or its successor in the next version
};

}  // namespace

std::string page_key(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const auto query = url.find('?');
  std::string key(url.substr(0, query));
  if (query != std::string_view::npos) key += without_tracking(url.substr(query + 1));
  for (auto slash = key.find('/'); auto& c : std::span(key).first(std::min(slash, key.size()))) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (key.starts_with("www.")) key.erase(0, 4);
  while (key.ends_with('/')) key.pop_back();
  return key.find('/') == std::string::npos && key.find('?') == std::string::npos ? std::string() : key;
}

void find_versions(Sheet& sheet) {
  VersionFinder(sheet).find();
}

}  // namespace tally
