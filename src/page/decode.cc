// See decode.h. Converters are ICU's; the way back is kept by converting one character at a time,
// which is only done for pages that are not UTF-8.
#include "page/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "page/characters.h"
#include "page/page_words.h"
#include "tally/utf8.h"

namespace tally::page {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// The WHATWG Encoding standard reads these labels as their Windows supersets.
std::string known_label(std::string_view charset) {
  auto name = lower_ascii(trimmed(charset));
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" ||
      name == "iso8859-1")
    return "windows-1252";
  if (name == "euc-kr" || name == "ks_c_5601-1987" || name == "ksc5601" || name == "cp949")
    return "windows-949";
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "shift_jis" || name == "sjis" || name == "x-sjis") return "ibm-943";
  if (name == "utf8") return "utf-8";
  return name;
}

Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_SUBSTITUTE, nullptr, nullptr, nullptr, &status);
  return converter;
}

void add_run(std::vector<SourceRun>& runs, Span text, Span page) {
  if (!runs.empty()) {
    auto& last = runs.back();
    const bool linear = last.text.size() == last.page.size() && text.size() == page.size();
    if (linear && last.text.end == text.begin && last.page.end == page.begin) {
      last.text.end = text.end;
      last.page.end = page.end;
      return;
    }
  }
  runs.push_back({text, page});
}

Decoded convert(std::string_view bytes, const std::string& charset) {
  Decoded decoded;
  decoded.charset = charset;
  const auto converter = open_converter(charset);
  if (converter == nullptr) return decode_lenient(bytes, "windows-1252");
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  decoded.text.reserve(bytes.size() + bytes.size() / 4);
  while (at < end) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const before = at;
    auto point = static_cast<char32_t>(ucnv_getNextUChar(converter.get(), &at, end, &status));
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    if (U_FAILURE(status)) {
      point = 0xFFFD;
      if (at == before) ++at;
    }
    if (point == 0xFFFD) ++decoded.replaced;
    const auto begin = static_cast<std::uint32_t>(decoded.text.size());
    append_utf8(decoded.text, point);
    add_run(
        decoded.runs, {begin, static_cast<std::uint32_t>(decoded.text.size())},
        {static_cast<std::uint32_t>(before - bytes.data()), static_cast<std::uint32_t>(at - bytes.data())});
  }
  return decoded;
}

Decoded from_utf8(std::string_view bytes, std::size_t mark) {
  Decoded decoded;
  decoded.charset = "utf-8";
  decoded.text = bytes.substr(mark);
  if (mark != 0) {
    const auto size = static_cast<std::uint32_t>(decoded.text.size());
    decoded.runs.push_back(
        {{0, size}, {static_cast<std::uint32_t>(mark), static_cast<std::uint32_t>(bytes.size())}});
  }
  return decoded;
}

// UTF-8 with each invalid byte replaced.
Decoded repair_utf8(std::string_view bytes) {
  Decoded decoded;
  decoded.charset = "utf-8";
  decoded.text.reserve(bytes.size());
  std::size_t at = 0;
  const auto push = [&](std::string_view words, std::size_t size) {
    const auto begin = static_cast<std::uint32_t>(decoded.text.size());
    decoded.text += words;
    add_run(decoded.runs, {begin, static_cast<std::uint32_t>(decoded.text.size())},
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
    at += size;
  };
  while (at < bytes.size()) {
    const auto bad = first_invalid_utf8(bytes.substr(at));
    const auto good = bad ? *bad : bytes.size() - at;
    if (good > 0) push(bytes.substr(at, good), good);
    if (!bad) break;
    ++decoded.replaced;
    push("\xEF\xBF\xBD", 1);
  }
  return decoded;
}

std::string byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

// Sequences of two bytes and more that are valid UTF-8, against bytes that are not.
struct Utf8Share {
  std::size_t valid = 0;
  std::size_t invalid = 0;
};
Utf8Share utf8_share(std::string_view bytes) {
  Utf8Share share;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (size > 1 && at + size <= bytes.size() && !first_invalid_utf8(bytes.substr(at, size))) {
      ++share.valid;
      at += size;
    } else {
      ++share.invalid;
      ++at;
    }
  }
  return share;
}

// The legacy encoding that the bytes are most likely in, by ICU's statistics; empty where they
// look like none.
std::string guessed_charset(std::string_view bytes, int confidence) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return {};
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1 << 16));
  ucsdet_setText(detector.get(), bytes.data(), size,
                 &status);  // NOLINT(bugprone-suspicious-stringview-data-usage)
  const auto* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < confidence) return {};
  const char* name = ucsdet_getName(match, &status);
  return name == nullptr ? std::string{} : known_label(name);
}

// Bytes of one-byte encodings stand in words or are quotes, dashes and signs set off by spaces;
// two in a row apart from any letter are noise.
bool is_plausible(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto c = static_cast<unsigned char>(bytes[at]);
    if (c < 0x20 && !is_space(bytes[at])) return false;
    if (c < 0xC0) continue;
    auto end = at;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0xC0) ++end;
    const bool touches = (at > 0 && (is_lower(bytes[at - 1]) || is_upper(bytes[at - 1]))) ||
                         (end < bytes.size() && (is_lower(bytes[end]) || is_upper(bytes[end])));
    if (!touches) return false;
    at = end;
  }
  return true;
}

}  // namespace

Result<Decoded> decode_strict(std::string_view bytes, std::string_view charset) {
  const auto mark = byte_order_mark(bytes);
  const auto wanted = mark.empty() ? known_label(charset) : mark;
  const auto refuse = [&](std::size_t at, std::string_view name) {
    return fail(ErrorCode::bad_encoding, fmt::format("byte {} is no valid {}", at, name));
  };
  if (wanted == "utf-8" || wanted.empty()) {
    const std::size_t skip = mark == "utf-8" ? 3 : 0;
    const auto bad = first_invalid_utf8(bytes.substr(skip));
    if (!bad) return from_utf8(bytes, skip);
    if (!wanted.empty() || utf8_share(bytes).valid > 0) return refuse(*bad + skip, "UTF-8");
    const auto guess = guessed_charset(bytes, 40);
    const bool one_byte = guess.starts_with("windows-") || guess.starts_with("iso-8859-");
    if (guess.empty() || (one_byte && !is_plausible(bytes))) return refuse(*bad + skip, "UTF-8");
    auto decoded = convert(bytes, guess);
    if (decoded.replaced != 0) return refuse(*bad + skip, "UTF-8");
    return decoded;
  }
  const auto skip = mark.empty() ? std::size_t{0} : std::size_t{2};
  auto decoded = convert(bytes.substr(skip), wanted);
  for (auto& run : decoded.runs)
    run.page = {run.page.begin + static_cast<std::uint32_t>(skip),
                run.page.end + static_cast<std::uint32_t>(skip)};
  if (decoded.replaced != 0) {
    return fail(ErrorCode::bad_encoding, fmt::format("{} bytes are no valid {}", decoded.replaced, wanted));
  }
  return decoded;
}

Decoded decode_lenient(std::string_view bytes, std::string_view charset) {
  const auto mark = byte_order_mark(bytes);
  auto wanted = mark.empty() ? known_label(charset) : mark;
  const bool valid = !first_invalid_utf8(bytes);
  if (mark.starts_with("utf-16")) {
    auto decoded = convert(bytes.substr(2), mark);
    for (auto& run : decoded.runs) run.page = {run.page.begin + 2, run.page.end + 2};
    return decoded;
  }
  // A page that is valid UTF-8 with characters to prove it is UTF-8 whatever it declares.
  if (valid) {
    const bool declared_other = !wanted.empty() && wanted != "utf-8" && wanted.starts_with("iso-2022");
    if (!declared_other) return from_utf8(bytes, mark == "utf-8" ? 3 : 0);
  }
  const auto share = utf8_share(bytes);
  if (share.valid > share.invalid * 4) return repair_utf8(bytes);
  if (wanted.empty() || wanted == "utf-8") {
    wanted = guessed_charset(bytes, 30);
    if (wanted.empty() || wanted == "utf-8") wanted = "windows-1252";
  }
  return convert(bytes, wanted);
}

std::string declared_charset(std::string_view html) {
  const auto head = lower_ascii(html.substr(0, 2048));
  const auto at = head.find("charset");
  if (at == std::string::npos) return {};
  auto begin = at + 7;
  while (begin < head.size() &&
         (is_space(head[begin]) || head[begin] == '=' || head[begin] == '"' || head[begin] == '\''))
    ++begin;
  auto end = begin;
  while (end < head.size() && (is_word_byte(head[end]) || head[end] == '-' || head[end] == '_')) ++end;
  return head.substr(begin, end - begin);
}

}  // namespace tally::page
