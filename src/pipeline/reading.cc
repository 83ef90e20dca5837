// Pages in, readings out, in order, several threads at work. The caller's thread finds pages and
// gathers them into batches; workers read them; whoever finishes the batch that is next in line hands
// it over, so that no answer waits for more input. Memory is bounded by the batches under way.
#include "tally/reading.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "page/stages.h"
#include "pipeline/stages.h"

namespace tally {
namespace {

using Batch = std::vector<Reading>;
// So much that a stage brings its vocabularies into the cache once for many reports, and no more than the
// reports of a batch take little beside the program (docs/measurements.md).
constexpr std::size_t kBatchBytes = std::size_t{1} << 19U;

SkipReason reason_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::empty:
      return SkipReason::empty;
    case ErrorCode::too_large:
      return SkipReason::too_large;
    case ErrorCode::not_text:
      return SkipReason::not_text;
    case ErrorCode::not_found:
      return SkipReason::no_article;
    default:
      return SkipReason::broken;
  }
}

// The article of a page before the stages, or why there is none.
void read_page_of(Reading& reading, const ReadOptions& options) {
  Result<Article> article = read_page(reading.page, options);
  if (article) {
    reading.article = std::move(*article);
    return;
  }
  const Page& page = reading.page;
  reading.skip = Skip{reason_for(article.error().code), article.error(), page.name, page.path, page.json_id};
}

void answer(Batch& batch, const ReadingOptions& options) {
  std::vector<Article> articles;
  for (Reading& reading : batch) {
    if (!reading.skip) read_page_of(reading, options.read);
    if (!reading.skip) articles.push_back(std::move(reading.article));
  }
  run_stages(articles, options.read);
  auto article = articles.begin();
  for (Reading& reading : batch) {
    if (!reading.skip) reading.article = std::move(*article++);
    if (options.answer) reading.answer = options.answer(reading);
  }
}

// Answers batches on its threads and hands them over in the order in which they came.
class OrderedWorkers {
 public:
  OrderedWorkers(const ReadingOptions& options, const std::function<bool(Reading&&)>& take)
      : options_(options),
        take_(take),
        limit_(options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency())) {}
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;
  ~OrderedWorkers() { finish(); }

  [[nodiscard]] bool has_idle_worker() {
    const std::lock_guard lock(mutex_);
    return begun_ - handed_over_ < limit_;
  }

  // Waits while too much is under way. False when nobody wants more.
  bool begin(Batch batch) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || begun_ - handed_over_ < 2 * limit_ + 2; });
    if (stopped_) return false;
    waiting_.push_back({begun_++, std::move(batch)});
    if (threads_.size() < std::min(limit_, begun_ - handed_over_)) {
      threads_.emplace_back([this] { work(); });
    }
    work_.notify_one();
    return true;
  }

  void finish() {
    {
      const std::lock_guard lock(mutex_);
      no_more_ = true;
    }
    work_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  struct Job {
    std::size_t number = 0;
    Batch batch;
  };

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [&] { return no_more_ || stopped_ || !waiting_.empty(); });
      if (stopped_ || waiting_.empty()) return;
      Job job = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      answer(job.batch, options_);
      lock.lock();
      done_.emplace(job.number, std::move(job.batch));
      hand_over(lock);
    }
  }

  // One thread at a time hands over; the others go on reading.
  void hand_over(std::unique_lock<std::mutex>& lock) {
    if (handing_over_) return;
    handing_over_ = true;
    for (auto next = done_.find(handed_over_); !stopped_ && next != done_.end();
         next = done_.find(handed_over_)) {
      Batch batch = std::move(next->second);
      done_.erase(next);
      lock.unlock();
      const bool go_on = std::ranges::all_of(batch, [&](Reading& r) { return take_(std::move(r)); });
      batch.clear();
      lock.lock();
      ++handed_over_;
      if (!go_on) stopped_ = true;
      room_.notify_all();
    }
    handing_over_ = false;
    if (stopped_) {
      work_.notify_all();
      room_.notify_all();
    }
  }

  const ReadingOptions& options_;
  const std::function<bool(Reading&&)>& take_;
  std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable room_;
  std::deque<Job> waiting_;
  std::map<std::size_t, Batch> done_;
  std::vector<std::thread> threads_;
  std::size_t begun_ = 0;
  std::size_t handed_over_ = 0;
  bool handing_over_ = false;
  bool no_more_ = false;
  bool stopped_ = false;
};

// Gathers what comes in: a batch goes off when it is large enough, or when somebody has time for it.
class Gatherer {
 public:
  explicit Gatherer(OrderedWorkers& workers) : workers_(workers) {}

  bool add(Reading reading) {
    bytes_ += reading.page.bytes.size() + 1024;
    batch_.push_back(std::move(reading));
    return bytes_ < kBatchBytes && !workers_.has_idle_worker() ? true : flush();
  }

  bool flush() {
    if (batch_.empty()) return true;
    bytes_ = 0;
    return workers_.begin(std::exchange(batch_, {}));
  }

 private:
  OrderedWorkers& workers_;
  Batch batch_;
  std::size_t bytes_ = 0;
};

}  // namespace

void for_each_reading(const std::vector<std::string>& paths, const ReadingOptions& options,
                      const std::function<bool(Reading&&)>& take) {
  OrderedWorkers workers(options, take);
  Gatherer gatherer(workers);
  PageSink sink;
  sink.page = [&](Page&& page) {
    Reading reading;
    reading.page = std::move(page);
    return gatherer.add(std::move(reading));
  };
  sink.skip = [&](const Skip& skip) {
    Reading reading;
    reading.page.name = skip.id;
    reading.skip = skip;
    gatherer.add(std::move(reading));
  };
  for_each_page(paths, options.reader, sink);
  gatherer.flush();
  workers.finish();
}

}  // namespace tally
