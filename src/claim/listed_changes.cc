// Changes that go on where another stopped: elsewhere, of another thing, or at another pace.
//
//   "fell 28 per cent in Thailand, 15.6 per cent in Sri Lanka"     another place
//   "Prices rose most in Lunn (up 13.4 %), followed by Torv (up 9 %)"   whose bracket it is
//   "Rents in Lunn and Torv rose 12 and 10 percent, respectively"  each its own
//   "0.1 per cent month on month and 5.8 per cent year on year"    another pace
#include <algorithm>

#include "claim/figure_finder.h"
#include "claim/number_lists.h"
#include "claim/use_finder.h"
#include "text/phrases.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

constexpr std::uint32_t kRespectively = 14;  // bytes of the word, and a space

}  // namespace

// "rose by 15 cents, or [6 percent], since March", "down 300 ([4 percent])": one change told twice.
bool FigureFinder::retells_change(const Mention& amount) {
  Claim& told = article_.claims[last_change_];
  if (told.change->percent || !told.change->by) return false;
  std::uint32_t end = 0;
  for (const Mention& by : Scene::starting_in(article_.amounts, told.quote)) {
    if (by.value && by.value->printed() == told.change->by && by.span.end < amount.span.begin)
      end = std::max({end, by.span.end, by.counted.end});
  }
  if (end == 0 || end >= amount.span.begin) return false;
  const std::string_view between = article_.text(Span{end, amount.span.begin});
  if (between != ", or " && between != " or " && between != " (") return false;
  told.change->percent = amount.value->printed();
  told.quote = cover(told.quote, amount.span);
  return true;
}

// "fell 28 per cent in Thailand, [15.6 per cent] in Sri Lanka": another such change, elsewhere.
bool FigureFinder::goes_on_change(const Mention& amount, const AmountUse& use) {
  if (last_change_ == kNone) return false;
  const Index label = label_of_item(use.chunk);
  const bool bare = amount.kind == MentionKind::number && amount.unit.empty() && amount.counted.empty();
  if (amount.unit != "percent" && !(bare && label != kNone)) return false;
  const Claim& told = article_.claims[last_change_];
  const Index last = chunk_at(article_, told.quote.end - 1);
  if (!told.change || (!told.change->percent && !told.change->by) || !scene_.same_sentence(last, use.chunk))
    return false;
  for (Index i = last + 1; i < use.chunk; ++i) {
    if (scene_.kind(i) == ChunkKind::verb) return false;
  }
  if (!bare && retells_change(amount)) return true;
  const std::string place = place_beside(use.chunk);
  if (!told.change->percent) return false;
  // "Bread rose 52 per cent, [lamb] 94": what went the same way.
  const bool other = label != kNone && place.empty();
  // "up 8 % in a year and [52 %] on 2019"
  const std::optional<Period> base = base_period_after(use.chunk);
  if (place.empty() && !base && !other && !tells_pace(use.chunk)) return true;
  Claim next = told;
  next.change = ChangeDetail{.direction = told.change->direction,
                             .percent = amount.value->printed(),
                             .base_period = base,
                             .modifier = amount.value->modifier,
                             .step = amount.value->step};
  if (!place.empty()) {
    next.about = kNone;
    next.measure.place = place;
  } else if (other) {
    next.about = kNone;
    next.measure = measure_of_noun(scene_, label).measure;
  }
  next.quote = quote_of(amount, {.chunk = use.chunk}, {});
  next.evidence.push_back(told.quote);
  next.rule = "change.listed";
  article_.claims.push_back(std::move(next));
  last_change_ = static_cast<Index>(article_.claims.size() - 1);
  return true;
}

// "5.8 per cent [year on year]", "1 percent [on the month]".
bool FigureFinder::tells_pace(Index chunk) const {
  const Index on = chunk + 1;
  if (!scene_.same_sentence(chunk, on + 1)) return false;
  const bool over = scene_.is_word(on, "on") || scene_.is_word(on, "over");
  return over && is(scene_.head(on + 1), WordClass::time);
}

// "…, [lamb] 94; [sunflower oil] a mere 8": the noun that begins an item before its number; kNone where none
// does.
Index FigureFinder::label_of_item(Index chunk) const {
  if (chunk < 2 || !scene_.same_sentence(chunk, chunk - 2) || scene_.kind(chunk - 1) != ChunkKind::noun)
    return kNone;
  const ChunkKind before = scene_.kind(chunk - 2);
  const bool opens = before == ChunkKind::punctuation || before == ChunkKind::conjunction;
  return opens && Scene::starting_in(article_.amounts, scene_.span(chunk - 1)).empty() ? chunk - 1 : kNone;
}

// "[Torv] (up 9.2 %)": whose the bracket is that tells of the change. A name, and no person's.
Index FigureFinder::owner_of_bracket(Index chunk) const {
  Index open = chunk;
  const auto is_sign = [&](Index at) {
    return scene_.kind(at) == ChunkKind::adverb || scene_.head(at).tag == Tag::sym;
  };
  while (open > 0 && scene_.same_sentence(chunk, open - 1) && is_sign(open - 1)) --open;
  if (open < 2 || !scene_.same_sentence(chunk, open - 2)) return kNone;
  const Index owner = open - 2;
  if (scene_.head(open - 1).tag != Tag::open_bracket || scene_.kind(owner) != ChunkKind::noun) return kNone;
  const Token& head = scene_.head(owner);
  const Mention* name = scene_.name_in(scene_.span(owner));
  const bool person = name != nullptr && name->name_kind == NameKind::person;
  const bool month = name == nullptr && is(head, WordClass::month);
  const bool named = head.pos == Pos::propn && !person && !month;
  return named && Scene::starting_in(article_.amounts, scene_.span(owner)).empty() ? owner : kNone;
}

// The change at the end of the list is told of the owner alone.
void FigureFinder::give_to_owner(Claim& change, Index chunk) const {
  const Index owner = owner_of_bracket(chunk);
  if (owner == kNone) return;
  change.about = kNone;
  change.measure.place = name_of_owner(owner);
  change.quote = cover(change.quote, scene_.span(owner));
}

// "Rents in Lunn and Torv rose [12.5 percent and 10.2 percent], respectively": so many names or times as
// there are numbers, in their order.
void FigureFinder::read_respectively(Index sentence, std::span<const Mention* const> amounts) {
  if (last_change_ == kNone) return;
  const Span span = article_.sentences[sentence].span;
  const std::size_t word = article_.text(span).find("respectively");
  if (word == std::string_view::npos) return;
  const std::uint32_t end = span.begin + static_cast<std::uint32_t>(word);
  for (const NumberList& run : number_runs(article_, amounts, 2)) {
    const Mention& first = *amounts[run.first];
    // "fell by respectively 9.8 and 4.8 percent"
    const bool beside = amounts[run.last]->span.end <= end || first.span.begin <= end + kRespectively;
    if (!beside || first.unit != "percent") continue;
    const auto owners = parallel_run(article_, article_.names, {span.begin, first.span.begin}, run.size());
    const Index model = change_by(first, span);
    if (owners.empty() || model == kNone) continue;
    const Claim told = article_.claims[model];
    for (std::size_t i = 0; i < run.size(); ++i) {
      const Mention& amount = *amounts[run.first + i];
      Index claim = change_by(amount, span);
      if (claim == kNone) {
        Claim next = told;
        next.change->percent = amount.value->printed();
        next.change->step = amount.value->step;
        next.quote = amount.span;
        next.evidence.push_back(told.quote);
        next.rule = "change.listed";
        claim = static_cast<Index>(article_.claims.size());
        article_.claims.push_back(std::move(next));
      }
      const std::string& canonical = owners[i]->canonical;
      article_.claims[claim].about = kNone;
      article_.claims[claim].measure.place =
          canonical.empty() ? std::string(article_.text(owners[i]->span)) : canonical;
    }
  }
}

// The change of this sentence that is by so many percent; kNone where there is none.
Index FigureFinder::change_by(const Mention& amount, Span sentence) const {
  for (Index i = static_cast<Index>(article_.claims.size()); i > 0; --i) {
    const Claim& claim = article_.claims[i - 1];
    if (!sentence.overlaps(claim.quote)) break;
    if (claim.kind == ClaimKind::change && claim.change->percent &&
        claim.change->percent == amount.value->printed() && claim.quote.overlaps(amount.span))
      return i - 1;
  }
  return kNone;
}

}  // namespace tally
