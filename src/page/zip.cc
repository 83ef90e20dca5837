// ZIP archives → pages: DOCX and ODT are one report, WACZ holds web archives, any other archive
// holds whatever its members are (APPNOTE.TXT 6.3; ECMA-376; ODF 1.3; WACZ 1.1.1).
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "page/container.h"
#include "page/inflate.h"
#include "page/office.h"

namespace tally::page {
namespace {

struct Member {
  std::string name;
  std::uint16_t method = 0, flags = 0;
  std::uint32_t packed = 0, size = 0, header = 0;
};

constexpr std::size_t kMostMembers = 100'000;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

// The central directory; nullopt where the archive has none.
std::optional<std::vector<Member>> members_of(std::string_view zip) {
  const auto end = zip.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end + 22 > zip.size()) return std::nullopt;
  std::vector<Member> members;
  std::size_t at = number(zip, end + 16, 4);
  while (at + 46 <= zip.size() && zip.substr(at, 4) == "PK\x01\x02" && members.size() < kMostMembers) {
    Member member;
    member.flags = static_cast<std::uint16_t>(number(zip, at + 8, 2));
    member.method = static_cast<std::uint16_t>(number(zip, at + 10, 2));
    member.packed = number(zip, at + 20, 4);
    member.size = number(zip, at + 24, 4);
    member.header = number(zip, at + 42, 4);
    const auto name_size = number(zip, at + 28, 2);
    member.name = zip.substr(at + 46, name_size);
    at += 46 + name_size + number(zip, at + 30, 2) + number(zip, at + 32, 2);
    members.push_back(std::move(member));
  }
  return members;
}

class Archive {
 public:
  Archive(std::string_view zip, const std::string& name, Output& out) : zip_(zip), name_(name), out_(out) {}

  // The whole of a member; nullopt and a skip where it cannot be had.
  std::optional<std::string> content(const Member& member, std::size_t limit) {
    const auto packed = packed_bytes(member);
    if (!packed || member.method == 0) return packed ? std::optional(std::string(*packed)) : std::nullopt;
    auto state = Inflater::State::good;
    auto plain = inflate_all(*packed, Packing::deflate, limit, caps_of(out_.options()), state);
    if (state == Inflater::State::bomb) return refuse(SkipReason::bomb, kBomb, where(member));
    if (plain.size() > limit)
      return refuse(SkipReason::too_large, "larger than --max-size allows", where(member));
    if (state == Inflater::State::broken) return refuse(SkipReason::broken, kDamaged, where(member));
    return plain;
  }

  // Reads what a member holds, without having all of it in memory.
  void read(const Member& member, int depth) {
    const auto packed = packed_bytes(member);
    if (!packed) return;
    ByteReader raw(source_in(*packed));
    if (member.method == 0) return read_stream(raw, where(member), out_, depth + 1);
    Inflater inflater(raw, Packing::deflate, {out_.options().largest_ratio, unpacked_left_});
    using State = Inflater::State;
    ByteReader plain(
        [&](char* to, std::size_t size) {
          const auto given = inflater.read(to, size);
          unpacked_left_ -= std::min(unpacked_left_, given);
          return given;
        },
        [&] { return inflater.state() == State::broken || inflater.state() == State::bomb; });
    read_stream(plain, where(member), out_, depth + 1);
    if (inflater.state() == State::broken) out_.skip(SkipReason::broken, kDamaged, where(member));
    if (inflater.state() == State::bomb) out_.skip(SkipReason::bomb, kBomb, where(member));
  }

 private:
  static constexpr const char* kBomb = "expands beyond what is allowed (--max-ratio, --max-unpacked)";
  static constexpr const char* kDamaged = "the data are damaged";

  [[nodiscard]] std::string where(const Member& member) const { return name_ + "/" + member.name; }

  // A member as it stands in the archive; nullopt and a skip where it cannot be had.
  std::optional<std::string_view> packed_bytes(const Member& member) {
    if ((member.flags & 1U) != 0) {
      out_.skip(SkipReason::encrypted, "protected by a password", where(member));
      return std::nullopt;
    }
    if (member.method != 0 && member.method != 8) {
      out_.skip(SkipReason::broken, fmt::format("no reader for packing {}", member.method), where(member));
      return std::nullopt;
    }
    const auto header = std::size_t{member.header};
    const auto begin = header + 30 > zip_.size()
                           ? zip_.size() + 1
                           : header + 30 + number(zip_, header + 26, 2) + number(zip_, header + 28, 2);
    if (begin + member.packed > zip_.size()) {
      out_.skip(SkipReason::broken, "cut off", where(member));
      return std::nullopt;
    }
    return zip_.substr(begin, member.packed);
  }

  std::nullopt_t refuse(SkipReason reason, std::string what, const std::string& where) {
    out_.skip(reason, std::move(what), where);
    return std::nullopt;
  }

  std::string_view zip_;
  const std::string& name_;
  Output& out_;
  std::size_t unpacked_left_ = out_.options().largest_unpacked;
};

const Member* find(const std::vector<Member>& members, std::string_view name) {
  for (const auto& member : members) {
    if (member.name == name) return &member;
  }
  return nullptr;
}

void read_office(Archive& archive, const Member& member, bool word, const std::string& name, Output& out) {
  const auto xml = archive.content(member, out.options().largest_page * 8);
  if (!xml) return;
  Page page;
  page.bytes = word ? text_of_docx(*xml) : text_of_odt(*xml);
  page.media_type = "text/plain";
  page.charset = "utf-8";
  page.name = name.substr(name.rfind('/') + 1);
  if (page.bytes.empty()) return out.skip(SkipReason::not_text, "no text in the document", name);
  out.page(std::move(page));
}

bool is_of_interest(const Member& member, bool wacz) {
  if (member.name.empty() || member.name.back() == '/') return false;
  if (!wacz) return member.name.find("__MACOSX") == std::string::npos;
  return member.name.starts_with("archive/");
}

}  // namespace

void read_zip(std::string_view archive, const std::string& name, Output& out, int depth) {
  const auto members = members_of(archive);
  if (!members) return out.skip(SkipReason::broken, "a ZIP archive without its directory", name);
  Archive zip(archive, name, out);
  if (const auto* word = find(*members, "word/document.xml")) return read_office(zip, *word, true, name, out);
  const auto* content = find(*members, "content.xml");
  if (content != nullptr && find(*members, "mimetype") != nullptr)
    return read_office(zip, *content, false, name, out);
  const bool wacz = find(*members, "datapackage.json") != nullptr;
  for (const auto& member : *members) {
    if (out.stopped()) return;
    if (is_of_interest(member, wacz)) zip.read(member, depth);
  }
}

}  // namespace tally::page
