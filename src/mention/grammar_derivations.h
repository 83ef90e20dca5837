// What was made of islands of tokens that were read before: most of what a text says with numbers and dates
// it says in few ways ("in 1986", "5.9 mln tonnes", "on March 12").
//
//   key     the words and spelling of the island's tokens, the classes of its numbers, what stands around it
//   items   what was made of it, with the places of meanings, and which rules were called in which order
//
// Which rules match depends on the key and on what their functions answer. An island with a known key is made
// again by calling those functions anew on what stands there; where one answers otherwise than it did, the
// island is read from scratch. So the memory changes nothing of what is read. It takes up what it sees a
// second time, and it is bounded: when it is full it begins anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tally::grammar {

class Derivations {
 public:
  // An item, with numbers that count from the first token, item, child and meaning of the island; a meaning
  // of the grammar's own is marked.
  struct Item {
    std::uint32_t meaning = 0;
    std::uint16_t kind = 0;
    std::uint16_t next = 0;  // and one
    std::uint16_t first_child = 0;
    std::uint16_t rule = 0;
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
    std::uint8_t children = 0;
    std::uint8_t unused = 0;
  };
  static constexpr std::uint32_t kFixed = 0x80000000;
  // One call of a rule's function. The operands: of every piece the item, or the token with kToken; then of
  // every argument of the rule the piece and one, or 0.
  struct Step {
    std::uint16_t rule = 0;
    std::uint16_t operands = 0;
    std::uint16_t first_operand = 0;
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
    std::uint8_t pieces = 0;
    bool holds = true;  // else the function must say no
  };
  static constexpr std::uint16_t kToken = 0x8000;
  static constexpr std::size_t kMostTokens = 40;
  static constexpr std::size_t kMostItems = 250;

  // How to make an island again. The numbers: the first item of every token and one, the tops, the children,
  // the operands.
  struct Found {
    std::span<const Item> items;
    std::span<const Step> steps;
    std::span<const std::uint16_t> numbers;
    std::uint16_t tops = 0;
    std::uint16_t children = 0;
  };
  struct Draft {
    std::vector<std::uint32_t> key;
    std::vector<Item> items;
    std::vector<Step> steps;
    std::vector<std::uint16_t> heads, tops, children, operands;
  };

  // What is known of a key. Where nothing is, `is_wanted` tells whether it has been asked for before.
  [[nodiscard]] std::optional<Found> find(std::span<const std::uint32_t> key, bool& is_wanted);
  void keep(const Draft& draft);

 private:
  static constexpr std::size_t kMostKept = 8192;
  static constexpr std::size_t kFewestSlots = 512;
  static constexpr std::size_t kAskedBits = std::size_t{1} << 16U;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t key = 0;  // where it begins, and likewise the others
    std::uint32_t item = 0;
    std::uint32_t step = 0;
    std::uint32_t number = 0;
    std::uint16_t size = 0;  // of the key; 0: empty
    std::uint16_t items = 0;
    std::uint16_t steps = 0;
    std::uint16_t numbers = 0;
    std::uint16_t tops = 0;
    std::uint16_t children = 0;
  };
  static std::uint32_t hash_of(std::span<const std::uint32_t> key);
  [[nodiscard]] std::size_t slot_of(std::span<const std::uint32_t> key, std::uint32_t hash) const;
  [[nodiscard]] bool was_asked(std::uint32_t hash);
  void make_room();

  std::size_t kept_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> keys_;
  std::vector<Item> items_;
  std::vector<Step> steps_;
  std::vector<std::uint16_t> numbers_;
  std::vector<std::uint64_t> asked_;  // keys, as bits by their hash
  std::size_t asked_count_ = 0;
};

}  // namespace tally::grammar
