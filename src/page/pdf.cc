// PDF → text, by poppler's pdftotext: a program of its own, so that what a broken file does to it
// is done to nothing else. It is given the file on a pipe and bounded in time and memory.
#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "page/characters.h"
#include "page/container.h"

extern char** environ;  // NOLINT: POSIX

namespace tally::page {
namespace {

constexpr std::chrono::seconds kLongestRun{60};
constexpr std::size_t kLargestOutput = std::size_t{1} << 30;

struct Ran {
  std::string out, errors;
  int status = -1;
  bool started = false, too_long = false;
};

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
      read = ends[0];
      write = ends[1];
    }
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_read() {
    if (read >= 0) ::close(read);
    read = -1;
  }
  void close_write() {
    if (write >= 0) ::close(write);
    write = -1;
  }
};

bool start(Pipe& in, Pipe& out, Pipe& errors, pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.read, 0);
  posix_spawn_file_actions_adddup2(&actions, out.write, 1);
  posix_spawn_file_actions_adddup2(&actions, errors.write, 2);
  // A gigabyte of address space and no core; `sh` only to set the limits.
  const char* const script = "ulimit -c 0; ulimit -v 1048576; exec pdftotext -enc UTF-8 - -";
  std::array<char*, 4> arguments = {const_cast<char*>("sh"), const_cast<char*>("-c"),
                                    const_cast<char*>(script), nullptr};  // NOLINT
  const int failed = ::posix_spawnp(&child, "sh", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  in.close_read();
  out.close_write();
  errors.close_write();
  return failed == 0;
}

void drain(int file, short events, std::string& into, bool& open) {
  if ((events & (POLLIN | POLLHUP | POLLERR)) == 0) return;
  std::array<char, 65536> chunk{};
  const auto got = ::read(file, chunk.data(), chunk.size());
  if (got > 0 && into.size() < kLargestOutput) into.append(chunk.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) open = false;
}

// Feeds `input` and collects both outputs until the program has closed them.
void converse(std::string_view input, std::size_t limit, Pipe& in, Pipe& out, Pipe& errors, Ran& ran) {
  const auto end = std::chrono::steady_clock::now() + kLongestRun;
  ::fcntl(in.write, F_SETFL, O_NONBLOCK);
  bool out_open = true, errors_open = true;
  while (out_open || errors_open) {
    if (std::chrono::steady_clock::now() > end || ran.out.size() > limit) {
      ran.too_long = true;
      return;
    }
    std::array<pollfd, 3> files = {{{out_open ? out.read : -1, POLLIN, 0},
                                    {errors_open ? errors.read : -1, POLLIN, 0},
                                    {in.write, POLLOUT, 0}}};
    if (::poll(files.data(), files.size(), 1000) < 0 && errno != EINTR) return;
    if (out_open) drain(out.read, files[0].revents, ran.out, out_open);
    if (errors_open) drain(errors.read, files[1].revents, ran.errors, errors_open);
    if (in.write >= 0 && files[2].revents != 0) {
      const auto sent = ::write(in.write, input.data(), std::min<std::size_t>(input.size(), 65536));
      if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
      if (input.empty() || (sent < 0 && errno != EAGAIN && errno != EINTR)) in.close_write();
    }
  }
}

Ran run_pdftotext(std::string_view pdf, std::size_t limit) {
  ::signal(SIGPIPE, SIG_IGN);
  Pipe in, out, errors;
  Ran ran;
  pid_t child = 0;
  if (errors.read < 0 || !start(in, out, errors, child)) return ran;
  ran.started = true;
  converse(pdf, limit, in, out, errors, ran);
  if (ran.too_long) ::kill(child, SIGKILL);
  ::waitpid(child, &ran.status, 0);
  return ran;
}

}  // namespace

void read_pdf(Page& page, const std::string& where, Output& out) {
  auto ran = run_pdftotext(page.bytes, out.options().largest_page);
  const int code = WIFEXITED(ran.status) ? WEXITSTATUS(ran.status) : -1;
  if (!ran.started || code == 127)
    return out.skip(SkipReason::unreadable,
                    "PDF is read with pdftotext (Debian: poppler-utils), which is not installed", where);
  if (ran.too_long)
    return out.skip(SkipReason::too_large, "the PDF takes too long, or holds more text than one report may",
                    where);
  if (ran.errors.find("assword") != std::string::npos)
    return out.skip(SkipReason::encrypted, "the PDF is protected by a password", where);
  std::erase(ran.out, '\f');
  if (trimmed(ran.out).empty()) {
    if (code != 0) return out.skip(SkipReason::broken, "the PDF is broken", where);
    return out.skip(SkipReason::not_text, "the PDF has no text layer (a scan?)", where);
  }
  page.bytes = std::move(ran.out);
  page.media_type = "text/plain";
  page.charset = "utf-8";
  out.page(std::move(page));
}

}  // namespace tally::page
