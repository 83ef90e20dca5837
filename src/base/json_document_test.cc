#include "base/json_document.h"

#include <gtest/gtest.h>

#include <string>

namespace tally {
namespace {

TEST(JsonDocument, GivesValuesByNameAndPlace) {
  JsonDocument json;
  ASSERT_TRUE(json.read(R"( {"id": 17, "text": "Ten men.", "tags": ["a", ["b"], 3], "open": true} )"));
  const JsonValue root = json.root();
  EXPECT_EQ(root["id"].integer(), 17);
  EXPECT_EQ(root["text"].string(), "Ten men.");
  EXPECT_EQ(root["tags"].item(2).integer(), 3);
  EXPECT_EQ(root["tags"].item(1).item(0).string(), "b");
  EXPECT_TRUE(root["open"].is(JsonKind::truth));
  EXPECT_FALSE(root["tags"].item(3).is_there());
  EXPECT_FALSE(root["none"]["of"].is_there());
}

TEST(JsonDocument, OfOneNameTheFirstMemberCounts) {
  JsonDocument json;
  ASSERT_TRUE(json.read(R"({"a": {"b": 1}, "a": 2})"));
  EXPECT_EQ(json.root()["a"]["b"].integer(), 1);
}

TEST(JsonDocument, NumbersStayAsPrinted) {
  JsonDocument json;
  for (const std::string number : {"0", "-7", "1.50", "1e2", "123456789012345678901234567890", "-0.0"}) {
    ASSERT_TRUE(json.read(number)) << number;
    EXPECT_EQ(json.root().number(), number);
    const std::string line = "[" + number + "]";
    ASSERT_TRUE(json.read(line));
    EXPECT_EQ(json.root().item(0).number(), number);
  }
  ASSERT_TRUE(json.read("1.0"));
  EXPECT_EQ(json.root().integer(), std::nullopt);
  ASSERT_TRUE(json.read("123456789012345678901234567890"));
  EXPECT_EQ(json.root().integer(), std::nullopt);
}

TEST(JsonDocument, StringsLoseTheirEscapes) {
  JsonDocument json;
  ASSERT_TRUE(json.read(R"(["\n", "\u00e9t\u00e9", "\ud83d\ude00!", "a\"b", "", "plain", "\\"])"));
  const JsonValue root = json.root();
  EXPECT_EQ(root.item(0).string(), "\n");
  EXPECT_EQ(root.item(1).string(), "été");
  EXPECT_EQ(root.item(2).string(), "😀!");
  EXPECT_EQ(root.item(3).string(), "a\"b");
  EXPECT_EQ(root.item(4).string(), "");
  EXPECT_EQ(root.item(5).string(), "plain");
  EXPECT_EQ(root.item(6).string(), "\\");
}

TEST(JsonDocument, LongStringsAreWhole) {
  std::string text;
  std::string escaped;
  for (int i = 0; i < 20'000; ++i) {
    text += i % 700 == 0 ? "\n" : "word ";
    escaped += i % 700 == 0 ? "\\n" : "word ";
  }
  JsonDocument json;
  const std::string line = R"({"\u0061b": ")" + escaped + R"(", "c": ")" + escaped + "\"}";
  ASSERT_TRUE(json.read(line));
  EXPECT_EQ(json.root()["ab"].string(), text);
  EXPECT_EQ(json.root()["c"].string(), text);
}

TEST(JsonDocument, WhatIsNoJsonIsRefused) {
  JsonDocument json;
  for (const std::string_view broken :
       {"", "{", "{\"a\":1,}", "[1 2]", "{'a':1}", "\"a\nb\"", "\"\xff\"", "\"\xed\xa0\x80\"", "\"\\ud83d\"",
        "\"\\udc00\"", "\"\\x\"", "01", "1.", "+1", "NaN", "nul", "{} {}", "[1] // one", "\"a"}) {
    EXPECT_FALSE(json.read(broken)) << broken;
    EXPECT_FALSE(json.error().empty()) << broken;
    EXPECT_FALSE(json.root().is_there()) << broken;
  }
}

TEST(JsonDocument, ADeepNestIsRefusedBeforeItFillsTheStack) {
  JsonDocument json;
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_TRUE(json.read(nested(1000)));
  EXPECT_FALSE(json.read(nested(2'000'000)));
}

TEST(JsonDocument, MembersAreWalkedInOrder) {
  JsonDocument json;
  ASSERT_TRUE(json.read(R"({"a": [1, {"x": 2}], "b": {}, "c": "d"})"));
  std::string keys;
  for (auto member = json.root().begin(); member != json.root().end(); ++member) keys += member.key();
  EXPECT_EQ(keys, "abc");
  int empty = 0;
  for ([[maybe_unused]] const JsonValue value : json.root()["b"]) ++empty;
  for ([[maybe_unused]] const JsonValue value : json.root()["c"]) ++empty;
  EXPECT_EQ(empty, 0);
}

}  // namespace
}  // namespace tally
