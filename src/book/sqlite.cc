// SQLite with owners and without surprises.
#include "book/sqlite.h"

#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace tally {
namespace {

constexpr int kBusyMilliseconds = 20'000;

ErrorCode code_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::corrupt;
    case SQLITE_CANTOPEN:
      return ErrorCode::not_found;
    default:
      return ErrorCode::unreadable;
  }
}

// A book is used by one thread at a time.
int flags_of(Database::Mode mode) {
  switch (mode) {
    // What a killed writer left in the write-ahead log is rolled in by the first reader, which must be
    // able to write for that; SQLite falls back to reading where the file itself is read-only.
    case Database::Mode::read:
    case Database::Mode::write:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    default:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  }
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

bool may_write(const std::string& path) {
  return ::access(path.c_str(), W_OK) == 0;
}

// A file that cannot be written, or in a folder where no log can be laid beside it: where none lies there
// already, all of the book is in the file, and nobody here changes it.
bool stands_still(const std::string& path) {
  std::error_code error;
  return !(may_write(path) && may_write(folder_of(path))) && std::filesystem::exists(path, error) &&
         !std::filesystem::exists(path + "-wal", error);
}

// The path as SQLite takes it with a wish for how it is opened.
std::string immutable(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

// What went wrong, in words for whoever does not know SQLite.
std::string words_for(sqlite3* handle, const std::string& path) {
  const int code = sqlite3_errcode(handle) & 0xFF;
  std::error_code error;
  if (code == SQLITE_READONLY) return "there is something to write, and this book can only be read";
  if (code != SQLITE_CANTOPEN) return sqlite3_errmsg(handle);
  if (!std::filesystem::exists(folder_of(path), error)) return "there is no such folder";
  return may_write(folder_of(path)) ? "the file cannot be opened" : "nothing can be written in this folder";
}

}  // namespace

Database::~Database() {
  sqlite3_close_v2(handle_);
}

Result<void> Database::open(const std::string& path, Mode mode) {
  path_ = path;
  const bool still = mode == Mode::read && stands_still(path);
  const std::string name = still ? immutable(path) : path;
  const int flags = still ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX : flags_of(mode);
  if (sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr) != SQLITE_OK) note_failure();
  if (handle_ != nullptr) {
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, kBusyMilliseconds);
    sqlite3_exec(handle_, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr);  // KiB
    if (mode == Mode::read) sqlite3_exec(handle_, "PRAGMA query_only = 1", nullptr, nullptr, nullptr);
  }
  return status();
}

void Database::note_failure() {
  if (!good()) return;
  const int code = handle_ != nullptr ? sqlite3_errcode(handle_) : SQLITE_NOMEM;
  failed_ = {code_of(code), handle_ != nullptr ? words_for(handle_, path_) : "out of memory", path_};
}

Result<void> Database::status() const {
  if (good()) return {};
  return std::unexpected(failed_);
}

void Database::run(const std::string& sql) {
  if (good() && sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) note_failure();
}

std::int64_t Database::integer(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text(0)) : std::string{};
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  if (!database_.good()) return;
  if (sqlite3_prepare_v2(database_.handle_, sql.data(), static_cast<int>(sql.size()), &handle_, nullptr) !=
      SQLITE_OK) {
    database_.note_failure();
  }
}

Statement::~Statement() {
  sqlite3_finalize(handle_);
}

Statement& Statement::bind(int at, std::string_view text) {
  if (handle_ != nullptr) {
    sqlite3_bind_text64(handle_, at, text.data() != nullptr ? text.data() : "", text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
  }
  return *this;
}

Statement& Statement::bind_or_null(int at, std::string_view text) {
  if (!text.empty()) return bind(at, text);
  if (handle_ != nullptr) sqlite3_bind_null(handle_, at);
  return *this;
}

Statement& Statement::bind(int at, std::int64_t number) {
  if (handle_ != nullptr) sqlite3_bind_int64(handle_, at, number);
  return *this;
}

Statement& Statement::bind_bytes(int at, std::string_view bytes) {
  if (handle_ != nullptr) {
    sqlite3_bind_blob64(handle_, at, bytes.data() != nullptr ? bytes.data() : "", bytes.size(),
                        SQLITE_STATIC);
  }
  return *this;
}

bool Statement::step() {
  if (handle_ == nullptr || !database_.good()) return false;
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.note_failure();
  return false;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  if (handle_ != nullptr) sqlite3_reset(handle_);
}

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(handle_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  return bytes != nullptr ? std::string_view(static_cast<const char*>(bytes), size) : std::string_view{};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}

Transaction::~Transaction() {
  if (!open_) return;
  const Result<void> before = database_.status();
  database_.clear();
  database_.run("ROLLBACK");
  database_.clear();
  if (!before) database_.failed_ = before.error();
}

Result<void> Transaction::commit() {
  database_.run("COMMIT");
  if (auto ok = database_.status(); !ok) return ok;
  open_ = false;
  return {};
}

}  // namespace tally
