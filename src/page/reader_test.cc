#include "page/read_bytes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tally {
namespace {

TEST(Reader, JsonLinesGoOnAfterBrokenOnes) {
  const auto got = read_bytes(
      "{\"id\": \"a\", \"text\": \"One.\", \"published\": \"2016-04\"}\n{broken\n\n{\"id\": 7}\n"
      "{\"id\": \"b\", \"html\": \"<p>Two.\", \"url\": \"http://x.example/2\"}\n");
  ASSERT_EQ(got.pages.size(), 2U);
  EXPECT_EQ(got.pages[0].name, "a");
  EXPECT_EQ(got.pages[0].published, "2016-04");
  EXPECT_EQ(got.pages[1].media_type, "text/html");
  ASSERT_EQ(got.skips.size(), 2U);
  EXPECT_EQ(got.skips[0].error.where, "in:2");
  EXPECT_EQ(got.skips[1].id, "7");
  EXPECT_EQ(got.counts.faults(), 2U);
}

TEST(Reader, FieldMapRenames) {
  ReaderOptions options;
  options.fields = json_fields("text=body,id=key").value();
  const auto got = read_bytes("{\"key\": \"k\", \"body\": \"One.\"}", options);
  ASSERT_EQ(got.pages.size(), 1U);
  EXPECT_EQ(got.pages[0].name, "k");
  EXPECT_FALSE(json_fields("colour=x").has_value());
}

TEST(Reader, JsonFeed) {
  const auto got = read_bytes(
      "{\n \"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Lamp\",\n \"items\": [\n"
      "{\"id\": \"1\", \"content_html\": \"<p>One.\", \"date_published\": \"2016-04-12T10:00:00Z\"}, "
      "{\"id\": \"2\"}]}");
  ASSERT_EQ(got.pages.size(), 1U);
  EXPECT_EQ(got.pages[0].outlet, "The Lamp");
  EXPECT_EQ(got.pages[0].published, "2016-04-12");
  EXPECT_EQ(got.skips.size(), 1U);
}

TEST(Reader, SkipsSayWhy) {
  EXPECT_EQ(read_bytes("").skips.at(0).reason, SkipReason::empty);
  EXPECT_EQ(read_bytes(std::string("a\0b\0c", 5)).skips.at(0).reason, SkipReason::not_text);
  ReaderOptions options;
  options.largest_page = 10;
  EXPECT_EQ(read_bytes("longer than ten bytes", options).skips.at(0).reason, SkipReason::too_large);
}

TEST(Reader, WalksFoldersAndGlobs) {
  const auto folder = std::filesystem::temp_directory_path() / "tally_reader_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "sub");
  std::filesystem::create_directories(folder / "empty");
  std::ofstream(folder / "b.txt") << "Two.";
  std::ofstream(folder / "sub" / "a.txt") << "Three.";
  std::ofstream(folder / "a.txt") << "One.";
  std::ofstream(folder / ".hidden") << "No.";
  const auto texts = [](const Got& got) {
    std::vector<std::string> all;
    all.reserve(got.pages.size());
    for (const Page& page : got.pages) all.push_back(page.bytes);
    return all;
  };
  Got whole;
  for_each_page({folder.string()}, {}, whole.sink());
  EXPECT_EQ(texts(whole), (std::vector<std::string>{"One.", "Two.", "Three."}));
  Got some;
  for_each_page({(folder / "*.txt").string(), (folder / "none").string(), (folder / "empty").string()}, {},
                some.sink());
  EXPECT_EQ(texts(some), (std::vector<std::string>{"One.", "Two."}));
  ASSERT_EQ(some.skips.size(), 2U);
  EXPECT_EQ(some.skips[0].reason, SkipReason::missing);
  EXPECT_EQ(some.skips[1].reason, SkipReason::missing);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace tally
