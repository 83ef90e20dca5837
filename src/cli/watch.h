// A folder that is watched: which files came into it or were written, until somebody says stop.
//
//   StopSignals stop;                       SIGINT and SIGTERM wait to be asked for
//   auto watch = FolderWatch::open("clips", stop);
//   while (auto files = watch->next()) …    the files that are complete now
//
// A file counts when who wrote it has closed it or moved it there (inotify); names that begin with a full
// stop and those of downloads under way are left out. Subfolders are watched too.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tally/result.h"

namespace tally::cli {

// Holds SIGINT and SIGTERM back for as long as it lives; to be made before any thread.
class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();
  // Whether one of them came.
  [[nodiscard]] bool asked() const;
  // To be polled: readable when one came.
  [[nodiscard]] int file() const { return file_; }

 private:
  int file_ = -1;
};

class FolderWatch {
 public:
  [[nodiscard]] static Result<FolderWatch> open(const std::string& folder, const StopSignals& stop);
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&&) = delete;
  ~FolderWatch();

  // Waits until files are complete and nothing more came for a moment; in order of their names. Nothing
  // when it is time to stop: a signal came, or the folder is gone.
  [[nodiscard]] std::optional<std::vector<std::string>> next();

 private:
  FolderWatch(std::string folder, const StopSignals& stop) : folder_(std::move(folder)), stop_(&stop) {}
  Result<void> watch(const std::string& folder);
  void look_through(const std::string& folder);
  void read_events();
  bool wait(int milliseconds);

  std::string folder_;
  const StopSignals* stop_;
  int file_ = -1;
  bool gone_ = false;
  std::map<int, std::string> folders_;  // by watch descriptor
  std::set<std::string> waiting_;       // files to hand over
};

}  // namespace tally::cli
