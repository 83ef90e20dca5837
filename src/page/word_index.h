// Words → values, for vocabularies that most words asked for are not in: a word's ends and length tell that
// nearly always, before it is hashed. Keys are views into static text.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tally::page {

template <class Value>
class WordIndex {
 public:
  // The value of a word, made if there is none yet.
  Value& at(std::string_view word) {
    if (size_ * 2 >= slots_.size()) grow();
    begins_.set(begin_of(word));
    forms_.set(form_of(word));
    auto& slot = slots_[place(word)];
    if (slot.word.empty()) {
      slot.word = word;
      ++size_;
    }
    return slot.value;
  }

  [[nodiscard]] const Value* find(std::string_view word) const {
    if (word.empty() || slots_.empty() || !forms_.test(form_of(word))) return nullptr;
    const auto& slot = slots_[place(word)];
    return slot.word.empty() ? nullptr : &slot.value;
  }

  // Whether a word may have a value that begins with the first two bytes of this text.
  [[nodiscard]] bool may_begin(std::string_view two) const { return begins_.test(begin_of(two)); }

 private:
  static constexpr unsigned kFormBits = 14;

  struct Slot {
    std::string_view word;
    Value value{};
  };

  static std::size_t begin_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]);
    const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
    return std::size_t{first} << 8U | second;
  }
  // Its first two bytes, its last and its length, in a few bits.
  static std::size_t form_of(std::string_view word) {
    const auto ends =
        static_cast<std::uint32_t>(begin_of(word) << 8U) | static_cast<unsigned char>(word.back());
    return (ends + static_cast<std::uint32_t>(word.size() << 24U)) * 2654435769U >> (32U - kFormBits);
  }

  [[nodiscard]] std::size_t place(std::string_view word) const {
    std::uint32_t hash = 2166136261U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    auto slot = (hash ^ hash >> 15) & (slots_.size() - 1);
    while (!slots_[slot].word.empty() && slots_[slot].word != word) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  void grow() {
    auto old = std::move(slots_);
    slots_ = std::vector<Slot>(old.empty() ? 64 : old.size() * 2);
    for (auto& slot : old) {
      if (!slot.word.empty()) slots_[place(slot.word)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  std::bitset<std::size_t{1} << 16U> begins_;
  std::bitset<std::size_t{1} << kFormBits> forms_;
  std::size_t size_ = 0;
};

}  // namespace tally::page
