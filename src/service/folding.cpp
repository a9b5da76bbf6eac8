#include "service/folding.hpp"

#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

namespace nearme {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

constexpr int kLowestPriority = 19;
/// After a fold that failed.
constexpr seconds kBreath{60};
/// After one that went well.
constexpr seconds kTimeToTakeUp{2};

Date today() { return Date{std::chrono::floor<std::chrono::days>(now())}; }

seconds since(Clock::time_point moment) { return std::chrono::duration_cast<seconds>(Clock::now() - moment); }

/// On Linux a thread has a priority of its own, and hands it on to those that it starts.
void lower_own_priority() { std::ignore = ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kLowestPriority); }

}  // namespace

bool is_due(const FoldPolicy& policy, const Freshness& freshness, const FoldTiming& timing) {
  if (!freshness.day || *freshness.day != timing.today) return true;
  if (freshness.is_far_behind) return freshness.age >= policy.patience;
  if (freshness.changes >= policy.changes) return true;
  return freshness.changes > 0 && freshness.age >= policy.age && timing.since_last >= policy.rest * timing.last_took;
}

Folding::Folding(const FoldPolicy& policy, Rebuild rebuild, Snapshots& snapshots)
    : policy_(policy),
      rebuild_(std::move(rebuild)),
      snapshots_(snapshots),
      last_end_(Clock::now()),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

void Folding::work(const std::stop_token& stop) {
  lower_own_priority();
  std::mutex mutex;
  std::unique_lock lock(mutex);
  while (!wake_.wait_for(lock, stop, policy_.pause, [] { return false; }) && !stop.stop_requested()) {
    const FoldTiming timing{.today = today(), .since_last = since(last_end_), .last_took = last_took_};
    if (is_due(policy_, snapshots_.freshness(), timing)) fold(timing.today);
  }
}

void Folding::fold(Date day) {
  const auto begin = Clock::now();
  is_at_work_ = true;
  const auto folded = rebuild_(day);
  is_at_work_ = false;
  if (!folded) {
    spdlog::error("cannot make a new image, and go on with the old one: {}", folded.error().message);
    std::this_thread::sleep_for(std::min<Clock::duration>(kBreath, policy_.pause * 120));
  } else {
    // It is taken up by the thread that follows, which has a better priority.
    snapshots_.note_commit();
    std::this_thread::sleep_for(std::min<Clock::duration>(kTimeToTakeUp, policy_.pause * 4));
  }
  last_took_ = since(begin);
  last_end_ = Clock::now();
}

}  // namespace nearme
