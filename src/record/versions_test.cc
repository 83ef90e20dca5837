#include "record/versions.h"

#include <gtest/gtest.h>

namespace tally {
namespace {

TEST(PageKey, LeavesOutWhatTellsNoPageFromAnother) {
  EXPECT_EQ(page_key("https://www.lamp.example/a/b/?utm_source=x#top"), "lamp.example/a/b");
  EXPECT_EQ(page_key("http://LAMP.example/a/b?id=7&utm_medium=y&fbclid=z"), "lamp.example/a/b?id=7");
  EXPECT_NE(page_key("http://lamp.example/a?id=7"), page_key("http://lamp.example/a?id=8"));
  EXPECT_NE(page_key("http://lamp.example/A"), page_key("http://lamp.example/a"));
}

TEST(PageKey, IsEmptyWhereNoPageIsNamed) {
  EXPECT_EQ(page_key(""), "");
  EXPECT_EQ(page_key("report.txt"), "");
  EXPECT_EQ(page_key("https://www.lamp.example/"), "");
}

Document version(const std::string& retrieved, const std::string& text, const std::string& url) {
  Document document;
  document.id = "d" + retrieved + url;
  document.info.url = url;
  document.retrieved = retrieved;
  document.text = text;
  return document;
}

TEST(Versions, FollowEachOtherInTheOrderOfTheirRetrieval) {
  const std::string text = "Rain closed two roads in the valley on Tuesday and the council sent eight crews.";
  const std::string url = "http://lamp.example/rain";
  const Record record =
      draw_up({version("2016-05-05", text + " They worked all night.", url), version("2016-05-03", text, url),
               version("2016-05-04", text + " It rained.", url),
               version("2016-05-04T09", "Nothing to do with rain: a fair was held at Arden.", url)});
  ASSERT_EQ(record.documents.size(), 4U);
  EXPECT_EQ(record.documents[0].replaced_by, record.documents[2].id);
  EXPECT_EQ(record.documents[1].replaced_by, "");
  EXPECT_EQ(record.documents[2].replaced_by, record.documents[3].id);
  EXPECT_EQ(record.documents[3].replaced_by, "");
}

}  // namespace
}  // namespace tally
