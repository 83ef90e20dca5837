// How things that can fail say so: bytes, files, SQL, lexicon files. A stage of the
// pipeline cannot fail (no evidence, no annotation) and returns nothing of this kind.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace tally {

enum class ErrorCode {
  not_found,     // no such file, folder, id
  unreadable,    // permission, I/O
  empty,         // nothing in it
  not_text,      // binary, or no text layer
  bad_encoding,  // bytes that are no valid UTF-8 where UTF-8 was promised
  too_large,     // over a settable limit
  malformed,     // a broken record, line, member, pattern
  usage,         // the caller's words are off
  busy,          // somebody else holds the lock
  corrupt,       // a store whose own checks fail
  not_built,     // a feature left out of this build
};

// `what` says what happened in words for a person, `where` names the file and, if known,
// the place in it ("reports.jsonl:17").
struct Error {
  ErrorCode code = ErrorCode::malformed;
  std::string what;
  std::string where;
};

// "reports.jsonl:17: the line is no JSON object"
[[nodiscard]] inline std::string message(const Error& error) {
  return error.where.empty() ? error.what : error.where + ": " + error.what;
}

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string what, std::string where = {}) {
  return std::unexpected(Error{code, std::move(what), std::move(where)});
}

}  // namespace tally
