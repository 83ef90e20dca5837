// What was not read, one JSON object a line, for `--errors FILE`.
//
//   {"file":"crawl.warc.gz","place":"@48213","reason":"broken","fault":true,"message":"…"}
//
// Every skip is listed, also what an archive holds beside its reports (images, redirects: `fault` false).
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "tally/json.h"
#include "tally/reader.h"
#include "tally/result.h"

namespace tally::cli {

class ErrorLog {
 public:
  // Empty: only count.
  [[nodiscard]] static Result<ErrorLog> open(const std::string& path);
  void add(const Skip& skip);
  [[nodiscard]] std::size_t faults() const;
  [[nodiscard]] std::size_t count(SkipReason reason) const {
    return counts_[static_cast<std::size_t>(reason)];
  }
  // {"bomb":1,"no_article":12}
  void write_counts(JsonWriter& json) const;
  // False where what was written did not get to the disk.
  [[nodiscard]] bool flush();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::array<std::size_t, static_cast<std::size_t>(SkipReason::count)> counts_{};
};

}  // namespace tally::cli
