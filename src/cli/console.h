// Where results and talk go: results to standard output, everything else to standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tally/render.h"
#include "tally/result.h"

namespace tally::cli {

// False when nobody listens any more (a closed pipe).
bool print(std::string_view text);
// "tally: report.txt: the file is empty"
void complain(std::string_view what);
inline void complain(const Error& error) {
  complain(message(error));
}
// A word in passing: on a terminal only.
void remark(std::string_view what);

// Width and colours of the terminal that results go to; NO_COLOR is heeded (no-color.org).
[[nodiscard]] TextOptions text_options();

// Writes a file whole or not at all.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

// How far a long command has got: one line on a terminal, nothing elsewhere.
class Progress {
 public:
  explicit Progress(bool quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();
  void show(std::string_view what);

 private:
  bool shown_;
  bool dirty_ = false;
};

}  // namespace tally::cli
