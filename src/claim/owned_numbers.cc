// Places beside numbers → who owns which.
#include "claim/owned_numbers.h"

#include <algorithm>

#include "claim/amount_use.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

class OwnerFinder {
 public:
  OwnerFinder(const Scene& scene, std::span<const Mention* const> amounts)
      : scene_(scene), article_(scene.article()), amounts_(amounts), found_(amounts.size()) {}

  std::vector<OwnedNumber> find() {
    lists_classes_ = lists_classes();
    for (std::size_t i = 0; i < amounts_.size(); ++i) read(i);
    std::vector<Index> owners;
    for (const OwnedNumber& number : found_) {
      if (!number.share) owners.insert(owners.end(), number.owners.begin(), number.owners.end());
    }
    std::ranges::sort(owners);
    const auto rest = std::ranges::unique(owners);
    owners.erase(rest.begin(), rest.end());
    if (owners.size() < 2 && !labelled_) found_.clear();
    return std::move(found_);
  }

 private:
  void read(std::size_t i) {
    const Index chunk = chunk_at(article_, amounts_[i]->span.begin);
    if (chunk == kNone || scene_.kind(chunk) != ChunkKind::noun) return;
    OwnedNumber& number = found_[i];
    number.amount = plain(*amounts_[i]);
    if (number.amount->unit == "percent") {
      number.share = i > 0 && is_beside(i - 1, chunk);
      if (number.share) number.owners = found_[i - 1].owners;
      return;
    }
    if (number.amount->kind == MentionKind::money) return;
    if (const Index each = each_beside(chunk); each != kNone) {
      number.owners = sharers(chunk, each);
      number.within = !number.owners.empty() && number.owners.front() > chunk;
    } else if (const Index owner = owner_of(chunk, *number.amount); owner != kNone) {
      number.owners = {owner};
    }
  }

  // The "820" of "820 or 16 percent" has lent its unit from what stands behind it.
  [[nodiscard]] const Mention* plain(const Mention& amount) const {
    const std::string_view words = article_.text(amount.span);
    if (amount.unit != "percent" || words.find_first_not_of("0123456789,.") != std::string_view::npos)
      return &amount;
    for (const Mention& inner : Scene::starting_in(article_.amounts, amount.span)) {
      if (inner.span == amount.span && inner.kind == MentionKind::number) return &inner;
    }
    return &amount;
  }

  // "940 cases [or 18 percent]", "948 [at 14 percent]": only one small word stands between.
  [[nodiscard]] bool is_beside(std::size_t before, Index chunk) const {
    if (found_[before].owners.size() != 1 || chunk < 2) return false;
    const Index last = chunk_at(article_, amounts_[before]->span.begin);
    if (last + 2 != chunk) return false;
    const ChunkKind between = scene_.kind(chunk - 1);
    return between == ChunkKind::conjunction || between == ChunkKind::punctuation ||
           scene_.is_word(chunk - 1, "at");
  }

  [[nodiscard]] bool here(Index a, Index b) const { return scene_.same_sentence(a, b); }

  // A name of no person, without a number.
  [[nodiscard]] bool is_owner(Index noun) const {
    if (noun >= article_.chunks.size() || scene_.kind(noun) != ChunkKind::noun) return false;
    const Token& head = scene_.head(noun);
    const Token& first = article_.tokens[article_.chunks[noun].tokens.begin];
    // "District III"
    const bool numbered = head.tag == Tag::cd && first.pos == Pos::propn && &first != &head;
    if (numbered && article_.text(head).find_first_not_of("IVXLC") == std::string_view::npos) return true;
    if (head.pos != Pos::propn || is(head, WordClass::month) || is(head, WordClass::weekday)) return false;
    const Mention* name = scene_.name_in(scene_.span(noun));
    if (name != nullptr && name->name_kind == NameKind::person) return false;
    return Scene::starting_in(article_.amounts, scene_.span(noun)).empty();
  }

  // A group told by a common noun: "cabin crew", "pilots".
  [[nodiscard]] bool is_class(Index noun) const {
    return scene_.kind(noun) == ChunkKind::noun && scene_.head(noun).pos == Pos::noun &&
           !is_any(scene_.head(noun), {WordClass::time, WordClass::unit, WordClass::money}) &&
           Scene::starting_in(article_.amounts, scene_.span(noun)).empty();
  }

  // "cabin crew (420 posts), ground staff (310) and pilots (170)": the first says what all count.
  [[nodiscard]] bool lists_classes() const {
    std::size_t items = 0;
    bool counted = false;
    for (const Mention* amount : amounts_) {
      const Index chunk = chunk_at(article_, amount->span.begin);
      const bool item = chunk != kNone && chunk >= 2 && scene_.same_sentence(chunk, chunk - 2) &&
                        scene_.head(chunk - 1).tag == Tag::open_bracket && is_class(chunk - 2) &&
                        scene_.same_sentence(chunk, chunk + 1) &&
                        scene_.head(chunk + 1).tag == Tag::close_bracket && amount->unit != "percent" &&
                        amount->kind != MentionKind::money;
      counted = counted || (item && items == 0 && !amount->counted.empty());
      items += item;
    }
    return counted && items >= 2;
  }

  // The chunk of the "each" beside a number: "one [each] in Kent and Essex", "Kent and Essex [each] had one";
  // kNone where there is none.
  [[nodiscard]] Index each_beside(Index chunk) const {
    if (here(chunk, chunk + 1) && scene_.is_word(chunk + 1, "each")) return chunk + 1;
    const bool verb = chunk >= 2 && here(chunk, chunk - 2) && scene_.kind(chunk - 1) == ChunkKind::verb;
    return verb && scene_.is_word(chunk - 2, "each") ? chunk - 2 : kNone;
  }

  // The names that share "each": those after "each in", or the run before the number.
  [[nodiscard]] std::vector<Index> sharers(Index chunk, Index each) const {
    std::vector<Index> run;
    if (each > chunk && here(chunk, each + 2) && scene_.kind(each + 1) == ChunkKind::preposition) {
      for (Index at = each + 2; here(chunk, at); ++at) {
        if (is_owner(at))
          run.push_back(at);
        else if (!is_joint(at))
          break;
      }
      return run;
    }
    Index at = std::min(chunk, each);
    if (at > 0 && scene_.kind(at - 1) == ChunkKind::verb) --at;
    while (at > 0 && here(chunk, at - 1) && (is_owner(at - 1) || is_joint(at - 1))) {
      if (is_owner(--at)) run.push_back(at);
    }
    std::ranges::reverse(run);
    return run;
  }

  [[nodiscard]] bool is_joint(Index chunk) const {
    return scene_.is_word(chunk, ",") || scene_.is_word(chunk, "and");
  }

  [[nodiscard]] Index owner_of(Index chunk, const Mention& amount) {
    Index before = chunk;
    while (before > 0 && here(chunk, before - 1) && scene_.kind(before - 1) == ChunkKind::adverb) --before;
    if (before == 0 || !here(chunk, before - 1)) return kNone;
    --before;
    if (before > 0 && here(chunk, before - 1)) {
      const bool bracket = scene_.head(before).tag == Tag::open_bracket;
      if (bracket && (is_owner(before - 1) || (lists_classes_ && is_class(before - 1)))) return before - 1;
      if (scene_.is_word(before, ":") && is_owner(before - 1) && is_line_head(before - 1)) {
        labelled_ = true;
        return before - 1;
      }
      if (scene_.is_word(before, "with")) return owner_with(before);
    }
    const bool bare = is_bare(scene_, amount, chunk);
    if (bare && is_owner(before) && follows_break(before)) return before;
    if (scene_.kind(before) == ChunkKind::verb) return owner_having(chunk);
    return kNone;
  }

  // Nothing but marks stands before: "• [Kent]: 14 cases".
  [[nodiscard]] bool is_line_head(Index chunk) const {
    const Range chunks = scene_.chunks_of(article_.chunks[chunk].sentence);
    for (Index i = chunks.begin; i < chunk; ++i) {
      if (scene_.kind(i) != ChunkKind::punctuation && scene_.kind(i) != ChunkKind::other) return false;
    }
    return true;
  }

  // "followed by [Essex] with 5", "[Kent] had the most with 22".
  [[nodiscard]] Index owner_with(Index with) const {
    if (is_owner(with - 1)) return with - 1;
    const Index clause = scene_.clause_of(with);
    const Index subject = clause == kNone ? kNone : scene_.clause(clause).subject;
    const Index verb = clause == kNone ? kNone : scene_.clause(clause).verb;
    if (subject == kNone || verb == kNone || verb > with || !here(subject, with) || !is_owner(subject))
      return kNone;
    const Range between{article_.chunks[verb].tokens.end, article_.chunks[with].tokens.begin};
    for (Index i = between.begin; i < between.end; ++i) {
      const Tag tag = article_.tokens[i].tag;
      if (tag == Tag::jjs || tag == Tag::rbs || is(article_.tokens[i], WordClass::superlative))
        return subject;
    }
    return kNone;
  }

  // "…, Kent and [Essex] 5", "followed by [Essex] two": the name begins an item of the list.
  [[nodiscard]] bool follows_break(Index noun) const {
    if (noun == 0 || !here(noun, noun - 1)) return false;
    const ChunkKind kind = scene_.kind(noun - 1);
    return kind == ChunkKind::punctuation || kind == ChunkKind::conjunction || scene_.is_word(noun - 1, "by");
  }

  // "[Kent] had 10", "[Kent] recorded 10", "the town of [Kent] lost 10".
  [[nodiscard]] Index owner_having(Index chunk) const {
    const Index clause = scene_.clause_of(chunk);
    if (clause == kNone || scene_.clause(clause).verb + 1 != chunk) return kNone;
    const Token& verb = scene_.head(scene_.clause(clause).verb);
    const bool has = lemma(article_, verb) != "be" &&
                     (is(verb, WordClass::light_verb) || is(verb, WordClass::report_verb) ||
                      is(verb, WordClass::count_verb) || is(verb, WordClass::cause_change_verb));
    Index subject = scene_.clause(clause).subject;
    const bool town = subject != kNone && is(scene_.head(subject), WordClass::settlement) &&
                      here(subject, subject + 2) && scene_.is_word(subject + 1, "of");
    if (town) subject += 2;
    return has && subject != kNone && here(subject, chunk) && is_owner(subject) ? subject : kNone;
  }

  const Scene& scene_;
  const Article& article_;
  std::span<const Mention* const> amounts_;
  std::vector<OwnedNumber> found_;
  bool lists_classes_ = false;
  bool labelled_ = false;  // "Kent: 14 cases" is a line of a list by itself
};

}  // namespace

std::vector<OwnedNumber> owned_numbers(const Scene& scene, std::span<const Mention* const> amounts) {
  return amounts.empty() ? std::vector<OwnedNumber>{} : OwnerFinder(scene, amounts).find();
}

}  // namespace tally
