// See grammar_derivations.h: the table of what is known. The ways between it and a chart: grammar_repeat.cc.
#include "mention/grammar_derivations.h"

#include <algorithm>

namespace tally::grammar {

std::uint32_t Derivations::hash_of(std::span<const std::uint32_t> key) {
  std::uint64_t hash = key.size();
  for (const std::uint32_t word : key) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return static_cast<std::uint32_t>(hash >> 32U);
}

// Where the key stands, or would.
std::size_t Derivations::slot_of(std::span<const std::uint32_t> key, std::uint32_t hash) const {
  for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.size == 0) return at;
    if (slot.hash == hash && slot.size == key.size() &&
        std::equal(key.begin(), key.end(), keys_.begin() + slot.key))
      return at;
  }
}

// Asked for before, or something with the same bit: then it is taken up too early, no more.
bool Derivations::was_asked(std::uint32_t hash) {
  if (asked_.empty() || asked_count_ > kAskedBits / 4) {
    asked_.assign(kAskedBits / 64, 0);
    asked_count_ = 0;
  }
  std::uint64_t& bits = asked_[hash % kAskedBits / 64];
  const std::uint64_t bit = std::uint64_t{1} << hash % 64;
  const bool asked = (bits & bit) != 0;
  asked_count_ += asked ? 0 : 1;
  bits |= bit;
  return asked;
}

std::optional<Derivations::Found> Derivations::find(std::span<const std::uint32_t> key, bool& is_wanted) {
  const std::uint32_t hash = hash_of(key);
  if (!slots_.empty()) {
    const Slot& slot = slots_[slot_of(key, hash)];
    if (slot.size != 0) {
      return Found{.items = std::span(items_).subspan(slot.item, slot.items),
                   .steps = std::span(steps_).subspan(slot.step, slot.steps),
                   .numbers = std::span(numbers_).subspan(slot.number, slot.numbers),
                   .tops = slot.tops,
                   .children = slot.children};
    }
  }
  is_wanted = was_asked(hash);
  return std::nullopt;
}

// Slots for one key more; where the memory is full, for all that comes.
void Derivations::make_room() {
  if (kept_ == kMostKept) {
    slots_.clear();
    keys_.clear();
    items_.clear();
    steps_.clear();
    numbers_.clear();
    kept_ = 0;
  }
  if (kept_ * 2 < slots_.size()) return;
  const std::vector<Slot> before = std::move(slots_);
  slots_.assign(std::max(kFewestSlots, before.size() * 2), {});
  for (const Slot& slot : before) {
    if (slot.size == 0) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].size != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

void Derivations::keep(const Draft& draft) {
  make_room();
  const std::uint32_t hash = hash_of(draft.key);
  Slot& slot = slots_[slot_of(draft.key, hash)];
  if (slot.size != 0) return;
  ++kept_;
  const auto size = [](const auto& all) { return static_cast<std::uint32_t>(all.size()); };
  slot = {
      .hash = hash, .key = size(keys_), .item = size(items_), .step = size(steps_), .number = size(numbers_)};
  slot.size = static_cast<std::uint16_t>(draft.key.size());
  slot.items = static_cast<std::uint16_t>(draft.items.size());
  slot.steps = static_cast<std::uint16_t>(draft.steps.size());
  slot.tops = static_cast<std::uint16_t>(draft.tops.size());
  slot.children = static_cast<std::uint16_t>(draft.children.size());
  keys_.insert(keys_.end(), draft.key.begin(), draft.key.end());
  items_.insert(items_.end(), draft.items.begin(), draft.items.end());
  steps_.insert(steps_.end(), draft.steps.begin(), draft.steps.end());
  for (const auto* all : {&draft.heads, &draft.tops, &draft.children, &draft.operands})
    numbers_.insert(numbers_.end(), all->begin(), all->end());
  slot.numbers = static_cast<std::uint16_t>(size(numbers_) - slot.number);
}

}  // namespace tally::grammar
