// See watch.h. inotify(7), signalfd(2).
#include "cli/watch.h"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr int kQuiet = 200;  // milliseconds without an event after which a batch is complete
constexpr std::size_t kMostWaiting = 1000;

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// Hidden files, and what browsers and editors call what they have not finished.
bool is_passed_over(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kUnfinished = {".part", ".crdownload", ".tmp", ".swp",
                                                                  "~"};
  return name.empty() || name.front() == '.' ||
         std::ranges::any_of(kUnfinished, [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  file_ = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignals::~StopSignals() {
  // What came is dealt with; it must not end the program on its way out.
  signalfd_siginfo came{};
  while (file_ >= 0 && ::read(file_, &came, sizeof came) > 0) {
  }
  if (file_ >= 0) ::close(file_);
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

bool StopSignals::asked() const {
  sigset_t pending;
  sigemptyset(&pending);
  sigpending(&pending);
  return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1;
}

Result<FolderWatch> FolderWatch::open(const std::string& folder, const StopSignals& stop) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return fail(ErrorCode::not_found, "no such folder to watch", folder);
  FolderWatch watch(folder, stop);
  watch.file_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (watch.file_ < 0) return fail(ErrorCode::unreadable, std::strerror(errno), folder);
  if (auto ok = watch.watch(folder); !ok) return std::unexpected(ok.error());
  watch.look_through(folder);
  return watch;
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : folder_(std::move(other.folder_)),
      stop_(other.stop_),
      file_(std::exchange(other.file_, -1)),
      gone_(other.gone_),
      folders_(std::move(other.folders_)),
      waiting_(std::move(other.waiting_)) {}

FolderWatch::~FolderWatch() {
  if (file_ >= 0) ::close(file_);
}

Result<void> FolderWatch::watch(const std::string& folder) {
  const int descriptor = ::inotify_add_watch(file_, folder.c_str(), kEvents | IN_ONLYDIR);
  if (descriptor < 0) return fail(ErrorCode::unreadable, std::strerror(errno), folder);
  folders_[descriptor] = folder;
  return {};
}

// Notes the files that are there and watches the folders below. Watching begins before looking, so that
// nothing falls between the two; what is seen twice is known to the book the second time.
void FolderWatch::look_through(const std::string& folder) {
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (is_passed_over(entry->path().filename().string())) continue;
    std::error_code gone;
    if (entry->is_directory(gone)) {
      if (watch(entry->path().string())) look_through(entry->path().string());
    } else if (entry->is_regular_file(gone)) {
      waiting_.insert(entry->path().string());
    }
  }
}

void FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 16384> buffer{};
  for (;;) {
    const auto got = ::read(file_, buffer.data(), buffer.size());
    if (got <= 0) return;
    for (std::ptrdiff_t at = 0; at < got;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* const words = buffer.data() + at + sizeof event;
      const std::string name(words, ::strnlen(words, event.len));
      at += static_cast<std::ptrdiff_t>(sizeof event + event.len);
      const auto folder = folders_.find(event.wd);
      if ((event.mask & IN_Q_OVERFLOW) != 0) look_through(folder_);
      if (folder == folders_.end()) continue;
      if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) gone_ = gone_ || folder->second == folder_;
      if (is_passed_over(name)) continue;
      const std::string path = folder->second + "/" + name;
      if ((event.mask & IN_ISDIR) != 0) {
        if (watch(path)) look_through(path);
      } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
        waiting_.insert(path);
      }
    }
  }
}

// Waits for an event; false when none came in that time (-1: however long it takes).
bool FolderWatch::wait(int milliseconds) {
  std::array<pollfd, 2> files = {{{file_, POLLIN, 0}, {stop_->file(), POLLIN, 0}}};
  if (::poll(files.data(), files.size(), milliseconds) <= 0) return false;
  if ((files[0].revents & POLLIN) != 0) read_events();
  return true;
}

std::optional<std::vector<std::string>> FolderWatch::next() {
  while (!stop_->asked()) {
    if (waiting_.empty()) {
      if (gone_) return std::nullopt;
      wait(-1);
      continue;
    }
    if (waiting_.size() < kMostWaiting && wait(kQuiet)) continue;
    std::vector<std::string> files;
    std::error_code error;
    std::ranges::copy_if(waiting_, std::back_inserter(files),
                         [&](const std::string& path) { return fs::exists(path, error); });
    waiting_.clear();
    if (!files.empty()) return files;
  }
  return std::nullopt;
}

}  // namespace tally::cli
