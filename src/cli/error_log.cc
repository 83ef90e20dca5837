// See error_log.h.
#include "cli/error_log.h"

#include <cerrno>
#include <cstring>

namespace tally::cli {

Result<ErrorLog> ErrorLog::open(const std::string& path) {
  ErrorLog log;
  if (path.empty()) return log;
  log.file_.reset(std::fopen(path.c_str(), "wb"));
  if (log.file_ == nullptr) return fail(ErrorCode::unreadable, std::strerror(errno), path);
  return log;
}

void ErrorLog::add(const Skip& skip) {
  ++counts_[static_cast<std::size_t>(skip.reason)];
  if (file_ == nullptr) return;
  JsonWriter json;
  json.open('{').key("file").string(skip.file).key("place").string_or_null(skip.place());
  json.key("reason").string(name(skip.reason)).key("fault").boolean(skip.is_fault());
  json.key("message").string(skip.error.what).close('}');
  const std::string line = json.take() + "\n";
  std::fwrite(line.data(), 1, line.size(), file_.get());
}

std::size_t ErrorLog::faults() const {
  std::size_t all = 0;
  for (const std::size_t count : counts_) all += count;
  return all - count(SkipReason::no_article);
}

void ErrorLog::write_counts(JsonWriter& json) const {
  json.open('{');
  for (std::size_t reason = 0; reason < counts_.size(); ++reason) {
    if (counts_[reason] == 0) continue;
    json.key(name(static_cast<SkipReason>(reason))).integer(static_cast<std::int64_t>(counts_[reason]));
  }
  json.close('}');
}

bool ErrorLog::flush() {
  return file_ == nullptr || (std::fflush(file_.get()) == 0 && std::ferror(file_.get()) == 0);
}

}  // namespace tally::cli
