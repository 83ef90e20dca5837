// See tally/reader.h. Paths are walked here; what a stream holds is told by its first bytes.
#include "tally/reader.h"

#include <fmt/core.h>
#include <glob.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <numeric>
#include <utility>

#include "page/container.h"
#include "page/sniff.h"
#include "page/warc.h"

namespace tally {

std::string_view name(SkipReason reason) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(SkipReason::count)> kNames = {
      "missing", "unreadable", "empty", "too_large", "bomb", "broken", "encrypted", "not_text", "no_article"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view Skip::place() const {
  const std::string_view where = error.where;
  if (!where.starts_with(file)) return where;
  const auto rest = where.substr(file.size());
  return rest.substr(std::min(rest.find_first_not_of(" :/"), rest.size()));
}

std::size_t ReaderCounts::faults() const {
  const auto harmless = skipped[static_cast<std::size_t>(SkipReason::no_article)];
  return std::accumulate(skipped.begin(), skipped.end(), std::size_t{0}) - harmless;
}

Result<JsonFields> json_fields(std::string_view map) {
  JsonFields fields;
  while (!map.empty()) {
    const auto pair = map.substr(0, map.find(','));
    map.remove_prefix(std::min(map.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos)
      return fail(ErrorCode::usage, fmt::format("\"{}\" is no field=name", pair));
    const auto field = pair.substr(0, equals);
    const std::array<std::pair<std::string_view, std::string*>, 8> known = {
        {{"id", &fields.id},
         {"text", &fields.text},
         {"html", &fields.html},
         {"url", &fields.url},
         {"title", &fields.title},
         {"outlet", &fields.outlet},
         {"published", &fields.published},
         {"retrieved", &fields.retrieved}}};
    const auto found = std::ranges::find(known, field, &std::pair<std::string_view, std::string*>::first);
    if (found == known.end()) return fail(ErrorCode::usage, fmt::format("no field is called \"{}\"", field));
    *found->second = pair.substr(equals + 1);
  }
  return fields;
}

namespace page {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// A regular file in the address space; empty where that cannot be had.
class MappedFile {
 public:
  explicit MappedFile(int file) {
    struct stat status{};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0) return;
    size_ = static_cast<std::size_t>(status.st_size);
    void* at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (at != MAP_FAILED) data_ = static_cast<const char*>(at);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
  }
  [[nodiscard]] std::string_view bytes() const {
    return data_ == nullptr ? std::string_view{} : std::string_view(data_, size_);
  }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

ByteSource source_of(std::FILE* file) {
  return [file](char* to, std::size_t size) { return std::fread(to, 1, size, file); };
}

Kind kind_named(std::string_view from, Kind sniffed) {
  if (from == "text") return Kind::text;
  if (from == "html") return Kind::html;
  if (from == "jsonl") return Kind::json;
  if (from == "feed" && sniffed != Kind::json) return Kind::xml_feed;
  if (from == "mail" && sniffed != Kind::mbox) return Kind::mail;
  return sniffed;
}

// What can only be read as a whole.
void read_whole(ByteReader& bytes, const std::string& name, Kind kind, Output& out, int depth) {
  const auto limit = out.options().largest_page * (kind == Kind::zip ? 16 : kind == Kind::pdf ? 8 : 2);
  std::string all;
  if (!read_all(bytes, name, limit, out, all)) return;
  if (kind == Kind::zip) return read_zip(all, name, out, depth);
  if (kind == Kind::xml_feed) return read_feed(all, name, out);
  if (kind == Kind::mail) return read_mail(all, name, out);
  Page page;
  page.bytes = std::move(all);
  page.name = name.substr(name.rfind('/') + 1);
  read_pdf(page, name, out);
}

class Walk {
 public:
  explicit Walk(Output& out) : out_(out) {}

  void path(const std::string& path) {
    out_.begin_file(path);
    if (path == "-") return standard_input();
    std::error_code error;
    const auto status = fs::status(path, error);
    if (fs::is_directory(status)) return folder(path);
    if (fs::exists(status)) return file(path);
    if (path.find_first_of("*?[") != std::string::npos) return matches(path);
    out_.skip(SkipReason::missing, "no such file or folder", path);
  }

 private:
  void standard_input() {
    out_.begin_file("-");
    ByteReader bytes(source_of(stdin));
    read_stream(bytes, "-", out_);
  }

  void file(const std::string& path) {
    out_.begin_file(path);
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (file == nullptr) return out_.skip(SkipReason::unreadable, std::strerror(errno), path);
    ByteReader bytes(source_of(file.get()));
    // The directory of a ZIP archive stands at its end; what is on a disk need not be in memory for that.
    if (out_.options().from.empty() && sniff(bytes.peek(8)) == Kind::zip) {
      if (const MappedFile mapped(fileno(file.get())); !mapped.bytes().empty())
        return read_zip(mapped.bytes(), path, out_, 0);
    }
    read_stream(bytes, path, out_);
  }

  void folder(const std::string& path) {
    std::vector<std::string> files;
    std::error_code error;
    auto walk = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
      const bool hidden = walk->path().filename().string().starts_with('.');
      if (hidden && !out_.options().hidden) {
        if (walk->is_directory()) walk.disable_recursion_pending();
      } else if (walk->is_regular_file(error)) {
        files.push_back(walk->path().string());
      }
    }
    if (error) out_.skip(SkipReason::unreadable, error.message(), path);
    if (files.empty() && !error) out_.skip(SkipReason::missing, "no report in this folder", path);
    std::ranges::sort(files);
    for (const auto& name : files) {
      if (out_.stopped()) return;
      file(name);
    }
  }

  void matches(const std::string& pattern) {
    glob_t found{};
    if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
      for (std::size_t i = 0; i < found.gl_pathc && !out_.stopped(); ++i) path(found.gl_pathv[i]);
    } else {
      out_.skip(SkipReason::missing, "no file has a name like this", pattern);
    }
    ::globfree(&found);
  }

  Output& out_;
};

}  // namespace

void read_stream(ByteReader& bytes, const std::string& name, Output& out, int depth) {
  if (depth > kDeepestContainer)
    return out.skip(SkipReason::bomb, "containers within containers, too deep", name);
  const auto kind = kind_named(out.options().from, sniff(bytes.peek(8192)));
  switch (kind) {
    case Kind::empty:
      if (out.options().from.empty()) out.skip(SkipReason::empty, "nothing in it", name);
      return;
    case Kind::binary:
      return out.skip(SkipReason::not_text, "the file is binary, not text", name);
    case Kind::json:
      return read_json(bytes, name, out);
    case Kind::gzip:
    case Kind::zstd:
      return read_packed(bytes, name, kind == Kind::zstd, out, depth);
    case Kind::warc:
      return read_warc(bytes, name, [&] { return bytes.offset(); }, out);
    case Kind::zip:
    case Kind::pdf:
    case Kind::xml_feed:
    case Kind::mail:
      return read_whole(bytes, name, kind, out, depth);
    case Kind::mbox:
      return read_mbox(bytes, name, out);
    case Kind::html:
      return read_single(bytes, name, "text/html", out);
    default:
      return read_single(bytes, name, {}, out);
  }
}

}  // namespace page

ReaderCounts for_each_page(const std::vector<std::string>& paths, const ReaderOptions& options,
                           const PageSink& sink) {
  page::Output out(options, sink);
  page::Walk walk(out);
  for (const auto& path : paths) {
    if (out.stopped()) break;
    walk.path(path);
  }
  return out.counts();
}

ReaderCounts for_each_page_in(std::string bytes, std::string_view name, const ReaderOptions& options,
                              const PageSink& sink) {
  page::Output out(options, sink);
  out.begin_file(std::string(name));
  const std::string held = std::move(bytes);
  page::ByteReader reader(page::source_in(held));
  page::read_stream(reader, std::string(name), out);
  return out.counts();
}

}  // namespace tally
