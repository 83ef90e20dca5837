#include "base/byte_block.h"

#include <gtest/gtest.h>

#include <string>

namespace tally {
namespace {

bool holds_mark(std::string_view text) {
  return block_holds<0x20, '"', '\\'>(block_at(text.data()));
}

TEST(ByteBlock, HoldsAMarkAtAnyPlace) {
  EXPECT_FALSE(holds_mark("a b!~}#["));
  for (std::size_t at = 0; at < kByteBlock; ++at) {
    for (const char mark : {'"', '\\', '\n', '\0', '\x1F', '\x80', '\xFF'}) {
      std::string text = "harbours";
      text[at] = mark;
      EXPECT_TRUE(holds_mark(text)) << at << ' ' << static_cast<int>(mark);
    }
  }
}

TEST(ByteBlock, TellsWhichBytesAreAMark) {
  std::string text = "in April";
  EXPECT_EQ(bytes_like<' '>(block_at(text.data())), 0x800000U);
  EXPECT_EQ(bytes_like<'x'>(block_at(text.data())), 0U);
}

TEST(ByteBlock, FindsTheNextDigit) {
  for (std::size_t size = 1; size < 3 * kByteBlock; ++size) {
    // What stands beside the digits, and their bits with the highest set, are none.
    std::string text;
    while (text.size() < size) text += "/:\xB0\xB9"[text.size() % 4];
    EXPECT_EQ(digit_from(text, 0), size);
    for (std::size_t at = 0; at < size; ++at) {
      std::string with = text;
      with[at] = at % 2 == 0 ? '0' : '9';
      EXPECT_EQ(digit_from(with, 0), at) << size;
      EXPECT_EQ(digit_from(with, at), at) << size;
      EXPECT_EQ(digit_from(with, at + 1), size) << at;
    }
  }
}

TEST(ByteBlock, HoldsAllBytesOfAShortText) {
  const std::string letters = "harbour";
  for (std::size_t size = 0; size < kByteBlock; ++size) {
    EXPECT_FALSE(block_holds<0x20>(short_block(letters.substr(0, size)))) << size;
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = letters.substr(0, size);
      text[at] = '\t';
      EXPECT_TRUE(block_holds<0x20>(short_block(text))) << size << ' ' << at;
    }
  }
}

}  // namespace
}  // namespace tally
