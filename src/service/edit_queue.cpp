#include "service/edit_queue.hpp"

#include <algorithm>

namespace nearme {
namespace {

/// So many edits are some seconds of work for any disk.
constexpr std::size_t kMostWaiting = 20'000;
/// No edit waits for more others than these.
constexpr std::size_t kMostTogether = 500;

}  // namespace

EditQueue::EditQueue(Store& store, std::function<void()> committed)
    : store_(store), committed_(std::move(committed)), thread_([this] { work(); }) {}

void EditQueue::submit(SiteEdit edit, Done done) {
  std::unique_lock lock(mutex_);
  if (closed_ || waiting_.size() >= kMostWaiting) {
    lock.unlock();
    return done(fail(ErrorKind::unavailable, "too many edits are waiting, or the server is about to stop; try again"));
  }
  waiting_.push_back({.edit = std::move(edit), .done = std::move(done)});
  wake_.notify_one();
}

void EditQueue::close() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void EditQueue::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(kMostTogether, waiting_.size()));
    std::vector<Waiting> batch(std::move_iterator(waiting_.begin()), std::move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    lock.unlock();
    make(std::move(batch));
    lock.lock();
  }
}

void EditQueue::make(std::vector<Waiting> batch) {
  std::vector<SiteEdit> edits;
  edits.reserve(batch.size());
  for (Waiting& waiting : batch) edits.push_back(std::move(waiting.edit));
  const auto outcomes = store_.edit(edits);
  if (outcomes) committed_();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].done(outcomes ? (*outcomes)[i] : Result<EditOutcome>(std::unexpected(outcomes.error())));
  }
}

}  // namespace nearme
