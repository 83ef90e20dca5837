// Where results and talk go.
#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace tally::cli {
namespace {

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool is_dumb() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) == "dumb";
}

}  // namespace

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

void complain(std::string_view what) {
  std::string line = "tally: ";
  line += what;
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void remark(std::string_view what) {
  if (isatty(STDERR_FILENO) == 1) complain(what);
}

TextOptions text_options() {
  TextOptions options;
  if (isatty(STDOUT_FILENO) != 1) return options;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) options.width = size.ws_col;
  options.colour = !is_set("NO_COLOR") && !is_dumb();
  return options;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  const std::string draft = path + ".new";
  std::FILE* file = std::fopen(draft.c_str(), "wb");
  if (file == nullptr) return fail(ErrorCode::unreadable, std::strerror(errno), path);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = std::fclose(file) == 0;
  if (written && closed && std::rename(draft.c_str(), path.c_str()) == 0) return {};
  const int error = errno;
  std::remove(draft.c_str());
  return fail(ErrorCode::unreadable, std::strerror(error), path);
}

Progress::Progress(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) == 1) {}

void Progress::show(std::string_view what) {
  if (!shown_) return;
  std::string line = "\r\x1b[K";
  line += what;
  std::fwrite(line.data(), 1, line.size(), stderr);
  dirty_ = true;
}

Progress::~Progress() {
  if (dirty_) std::fputs("\r\x1b[K", stderr);
}

}  // namespace tally::cli
