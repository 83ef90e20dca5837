// Archives, feeds, mail and documents, whole and broken: every fault is told, the rest is read.
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "page/read_bytes.h"

namespace tally {
namespace {

std::string packed(const std::string& plain, int bits = 16 + MAX_WBITS) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, bits, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, plain.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string http(const std::string& body, const std::string& headers = {}) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n" + body;
}

std::string record(const std::string& url, const std::string& block, std::size_t length = std::string::npos,
                   const std::string& type = "response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2016-04-12T10:00:00Z\r\n" +
         "Content-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(length == std::string::npos ? block.size() : length) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

const std::string kHtml = "<html><body><p>The ferry carried 340 people on Sunday.</p></body></html>";

TEST(Warc, ReadsRecordsAndTheirOffsets) {
  const auto first = record("http://x.example/1", http(kHtml));
  const auto second = record("http://x.example/2", http(kHtml), std::string::npos, "request");
  const auto got = read_bytes(first + second + record("http://x.example/3", http(kHtml)));
  ASSERT_EQ(got.pages.size(), 2U);
  EXPECT_EQ(got.pages[0].url, "http://x.example/1");
  EXPECT_EQ(got.pages[0].retrieved, "2016-04-12T10:00:00Z");
  EXPECT_EQ(got.pages[0].bytes, kHtml);
  EXPECT_EQ(got.pages[1].name, "in@" + std::to_string(first.size() + second.size()));
  EXPECT_EQ(got.skipped(SkipReason::no_article), 1U);
  EXPECT_EQ(got.counts.faults(), 0U);
}

TEST(Warc, ReadsMembersOneByOneAndArchivesPackedWhole) {
  const auto first = packed(record("http://x.example/1", http(kHtml)));
  const auto got = read_bytes(first + packed(record("http://x.example/2", http(kHtml))));
  ASSERT_EQ(got.pages.size(), 2U);
  EXPECT_EQ(got.pages[0].name, "in@0");
  EXPECT_EQ(got.pages[1].name, "in@" + std::to_string(first.size()));
  EXPECT_EQ(read_bytes(packed(record("u:1", http(kHtml)) + record("u:2", http(kHtml)))).pages.size(), 2U);
}

TEST(Warc, UndoesChunksAndPacking) {
  const auto chunked =
      http("5\r\n<p>Fi\r\n6\r\nve.</p\r\n1\r\n>\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n");
  const auto zipped = http(packed(kHtml), "Content-Encoding: gzip\r\n");
  const auto got = read_bytes(record("u:1", chunked) + record("u:2", zipped));
  ASSERT_EQ(got.pages.size(), 2U);
  EXPECT_EQ(got.pages[0].bytes, "<p>Five.</p>");
  EXPECT_EQ(got.pages[1].bytes, kHtml);
}

TEST(Warc, GoesOnAfterWrongLengths) {
  const auto good = record("u:good", http(kHtml));
  for (const std::size_t length : {std::size_t{3}, http(kHtml).size() + 50, std::size_t{400}}) {
    const auto got = read_bytes(good + record("u:bad", http(kHtml), length) + good + good);
    EXPECT_GE(got.pages.size(), 3U) << length;
    EXPECT_GE(got.skipped(SkipReason::broken), 1U) << length;
  }
}

TEST(Warc, TellsThatItEndsInsideARecordThatIsPassedOver) {
  const auto good = record("u:good", http(kHtml));
  const auto got = read_bytes(good + record("u:asked", "GET / HTTP/1.1", 9000, "request"));
  EXPECT_EQ(got.pages.size(), 1U);
  EXPECT_EQ(got.skipped(SkipReason::broken), 1U);
  EXPECT_EQ(
      read_bytes(good + record("u:asked", "GET / HTTP/1.1", std::string::npos, "request")).counts.faults(),
      0U);
}

TEST(Warc, GoesOnAfterBrokenMembers) {
  auto broken = packed(record("u:2", http(kHtml + std::string(3000, 'x') + "end")));
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
  const auto good = packed(record("u:1", http(kHtml)));
  const auto got = read_bytes(good + broken + good);
  EXPECT_EQ(got.pages.size(), 2U);
  EXPECT_GE(got.counts.faults(), 1U);
  const auto truncated = read_bytes(good + good.substr(0, good.size() - 20));
  EXPECT_EQ(truncated.pages.size(), 1U);
  EXPECT_GE(truncated.skipped(SkipReason::broken), 1U);
}

TEST(Gzip, BombsAreStopped) {
  const std::string zeros(std::size_t{64} << 20, 'a');
  ReaderOptions options;
  options.largest_ratio = 200;
  const auto bomb = packed(zeros);
  const auto got = read_bytes(bomb, options);
  EXPECT_EQ(got.pages.size(), 0U);
  EXPECT_GE(got.skipped(SkipReason::bomb) + got.skipped(SkipReason::too_large), 1U);
  auto nested = std::string("Five boats left.");
  for (int i = 0; i < 12; ++i) nested = packed(nested);
  EXPECT_EQ(read_bytes(nested).skipped(SkipReason::bomb), 1U);
  const auto inside = read_bytes(
      record("u:1", http(bomb, "Content-Encoding: gzip\r\n")) + record("u:2", http(kHtml)), options);
  EXPECT_EQ(inside.pages.size(), 1U);
  EXPECT_EQ(inside.skipped(SkipReason::bomb), 1U);
}

TEST(Feed, ReadsRssAndAtom) {
  const auto rss = read_bytes(
      "<?xml version='1.0'?><rss version='2.0' xmlns:content='c'><channel><title>The "
      "Lamp</title><link>http://x.example</link>"
      "<item><title>Ferry</title><link>http://x.example/f</link><pubDate>Tue, 12 Apr 2016 10:00:00 "
      "+0900</pubDate>"
      "<description>Short.</description><content:encoded><![CDATA[<p>The ferry carried 340 "
      "people.</p>]]></content:encoded></item>"
      "<item><title>Empty</title></item></channel></rss>");
  ASSERT_EQ(rss.pages.size(), 1U);
  EXPECT_EQ(rss.pages[0].bytes, "<p>The ferry carried 340 people.</p>");
  EXPECT_EQ(rss.pages[0].published, "2016-04-12");
  EXPECT_EQ(rss.pages[0].outlet, "The Lamp");
  EXPECT_EQ(rss.skipped(SkipReason::empty), 1U);
  const auto atom = read_bytes(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Lamp</title><entry><title>Ferry</title><link "
      "href='http://x.example/f'/>"
      "<published>2016-04-12T10:00:00Z</published><content type='xhtml'><div><p>Five "
      "<b>boats</b>.</p></div></content></entry></feed>");
  ASSERT_EQ(atom.pages.size(), 1U);
  EXPECT_EQ(atom.pages[0].bytes, "<div><p>Five <b>boats</b>.</p></div>");
  EXPECT_EQ(atom.pages[0].url, "http://x.example/f");
}

TEST(Feed, ExpandsNoEntities) {
  std::string bomb =
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x SYSTEM 'file:///etc/passwd'>";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " '";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "'>";
  }
  bomb += "]><rss><channel><item><title>t</title><description>&j;&x;</description></item></channel></rss>";
  const auto got = read_bytes(bomb);
  for (const auto& page : got.pages) {
    EXPECT_LT(page.bytes.size(), 100U);
    EXPECT_EQ(page.bytes.find("root:"), std::string::npos);
  }
  std::string deep = "<rss><channel>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_GE(read_bytes(deep).counts.faults() + read_bytes(deep).skipped(SkipReason::no_article), 1U);
}

TEST(Mail, ReadsAlternativesAndEncodings) {
  const auto got = read_bytes(
      "From: Desk <desk@x.example>\r\nTo: you@x.example\r\nSubject: =?utf-8?Q?Caf=C3=A9?= "
      "=?utf-8?B?cw==?=\r\n"
      "Date: Tue, 12 Apr 2016 10:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: "
      "multipart/alternative;\r\n boundary=\"b1\"\r\n\r\n"
      "--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFive boats.\r\n"
      "--b1\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\n<p>Five =\r\nboats at caf=E9</p>\r\n--b1--\r\n");
  ASSERT_EQ(got.pages.size(), 1U);
  EXPECT_EQ(got.pages[0].title, "Cafés");
  EXPECT_EQ(got.pages[0].published, "2016-04-12");
  EXPECT_EQ(got.pages[0].bytes, "<p>Five boats at caf\xE9</p>\r\n");
  EXPECT_EQ(got.pages[0].charset, "iso-8859-1");
}

TEST(Mail, ReadsMboxAndSavedPages) {
  const std::string one =
      "From desk@x Tue Apr 12 10:00:00 2016\nFrom: a\nTo: b\nSubject: One\nDate: Tue, 12 Apr 2016 10:00:00 "
      "+0900\n\nFive boats.\n>From the pier.\n\n";
  const auto got = read_bytes(one + one);
  ASSERT_EQ(got.pages.size(), 2U);
  EXPECT_EQ(got.pages[1].bytes, "Five boats.\nFrom the pier.\n\n");
  const auto saved = read_bytes(
      "From: <Saved by a browser>\r\nSnapshot-Content-Location: http://x.example/f\r\nMIME-Version: "
      "1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n"
      "--x\r\nContent-Type: text/html\r\nContent-Location: http://x.example/f\r\nContent-Transfer-Encoding: "
      "base64\r\n\r\nPHA+Rml2ZS48L3A+\r\n--x\r\n");
  ASSERT_EQ(saved.pages.size(), 1U);
  EXPECT_EQ(saved.pages[0].bytes, "<p>Five.</p>");
  EXPECT_EQ(saved.pages[0].url, "http://x.example/f");
  EXPECT_EQ(saved.skipped(SkipReason::broken), 1U);  // the closing boundary is missing
}

void put(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(i < 8 ? value >> (8 * i) & 0xFF : 0);
}

std::string zip(const std::vector<std::pair<std::string, std::string>>& files, std::uint32_t flags = 0) {
  std::string out, directory;
  for (const auto& [name, plain] : files) {
    const auto data = packed(plain, -MAX_WBITS);
    const auto common = [&](std::string& to) {
      put(to, 20, 2);
      put(to, flags, 2);
      put(to, 8, 2);
      put(to, 0, 4);
      put(to, 0, 4);
      put(to, static_cast<std::uint32_t>(data.size()), 4);
      put(to, static_cast<std::uint32_t>(plain.size()), 4);
      put(to, static_cast<std::uint32_t>(name.size()), 2);
      put(to, 0, 2);
    };
    directory += std::string("PK\x01\x02", 4);
    put(directory, 20, 2);
    common(directory);
    put(directory, 0, 10);
    put(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory += name;
    out += std::string("PK\x03\x04", 4);
    common(out);
    out += name + data;
  }
  const auto begin = out.size();
  out += directory + std::string("PK\x05\x06", 4);
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, static_cast<std::uint32_t>(begin), 4);
  put(out, 0, 2);
  return out;
}

TEST(Zip, ReadsDocumentsAndArchives) {
  const auto docx =
      read_bytes(zip({{"word/document.xml",
                       "<w:document><w:body><w:p><w:r><w:t>Ferry</w:t></w:r></w:p><w:p><w:r><w:t>Five "
                       "</w:t></w:r><w:r><w:t>boats.</w:t></w:r></w:p></w:body></w:document>"}}));
  ASSERT_EQ(docx.pages.size(), 1U);
  EXPECT_EQ(docx.pages[0].bytes, "Ferry\n\nFive boats.\n");
  const auto odt =
      read_bytes(zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                      {"content.xml",
                       "<office:document-content><office:body><text:h>Ferry</text:h><text:p>Five "
                       "<text:span>boats</text:span>.</text:p></office:body></office:document-content>"}}));
  ASSERT_EQ(odt.pages.size(), 1U);
  EXPECT_EQ(odt.pages[0].bytes, "Ferry\n\nFive boats.\n");
  const auto wacz = read_bytes(zip({{"datapackage.json", "{}"},
                                    {"archive/data.warc.gz", packed(record("u:1", http(kHtml)))},
                                    {"indexes/index.cdx", "x"}}));
  ASSERT_EQ(wacz.pages.size(), 1U);
  EXPECT_EQ(read_bytes(zip({{"a.txt", "Five boats."}, {"b.txt", "Six boats."}})).pages.size(), 2U);
}

TEST(Zip, TellsPasswordsBombsAndDamage) {
  EXPECT_EQ(read_bytes(zip({{"a.txt", "Five boats."}}, 1)).skipped(SkipReason::encrypted), 1U);
  ReaderOptions options;
  options.largest_ratio = 100;
  EXPECT_EQ(read_bytes(zip({{"a.txt", std::string(std::size_t{32} << 20, 'a')}}), options)
                .skipped(SkipReason::bomb),
            1U);
  const auto whole = zip({{"a.txt", "Five boats."}});
  EXPECT_GE(read_bytes(whole.substr(0, 40)).skipped(SkipReason::broken), 1U);
}

// A PDF of one page that says `words`, without compression.
std::string pdf(const std::string& words, const std::string& encrypt = {}) {
  const std::string content = words.empty() ? "" : "BT /F1 24 Tf 72 700 Td (" + words + ") Tj ET";
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> at;
  const auto object = [&](const std::string& body) {
    at.push_back(out.size());
    out += std::to_string(at.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  object(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R "
      ">> >> >>");
  object("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  if (!encrypt.empty()) object(encrypt);
  const auto table = out.size();
  out += "xref\n0 " + std::to_string(at.size() + 1) + "\n0000000000 65535 f \n";
  for (const auto offset : at) {
    const auto digits = std::to_string(offset);
    out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  out += "trailer\n<< /Size " + std::to_string(at.size() + 1) + " /Root 1 0 R" +
         (encrypt.empty() ? "" : " /Encrypt 6 0 R /ID [<00> <00>]") + " >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
  return out;
}

TEST(Pdf, ReadsTheTextLayerOrSaysThatThereIsNone) {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
  const auto got = read_bytes(pdf("Five boats left the pier."));
  ASSERT_EQ(got.pages.size(), 1U);
  EXPECT_NE(got.pages[0].bytes.find("Five boats left the pier."), std::string::npos);
  EXPECT_EQ(read_bytes(pdf("")).skipped(SkipReason::not_text), 1U);
  const std::string secret = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + std::string(64, 'A') + "> /U <" +
                             std::string(64, 'B') + "> >>";
  EXPECT_EQ(read_bytes(pdf("Five boats.", secret)).skipped(SkipReason::encrypted), 1U);
  EXPECT_GE(read_bytes("%PDF-1.4\nnothing").counts.faults(), 1U);
}

}  // namespace
}  // namespace tally
