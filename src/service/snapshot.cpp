#include "service/snapshot.hpp"

#include <spdlog/spdlog.h>
#include <sys/stat.h>

namespace nearme {
namespace {

using namespace std::chrono_literals;

/// How long others' changes may go unseen.
constexpr auto kPause = 200ms;
/// What is committed within so long of each other is laid out together.
constexpr auto kLeastPause = 40ms;
/// How far ahead the open sites are worked out is a minute; this is how often that is looked after.
constexpr auto kMinutePause = 5s;

/// Lines of the log that are taken at once.
constexpr std::size_t kPart = 2'000;
/// A log further ahead than this is not followed: making a new image costs less.
constexpr std::uint64_t kFarBehind = 50'000;
/// More changed sites than these are not kept in memory.
constexpr std::size_t kMostChanged = 400'000;

}  // namespace

Snapshots::Snapshots(std::filesystem::path image, Store& store, const Catalogue& catalogue, LiveGazetteer gazetteer)
    : image_(std::move(image)), store_(store), catalogue_(catalogue), gazetteer_(std::move(gazetteer)) {
  look();
  following_ = std::jthread([this](const std::stop_token& stop) { follow(stop); });
  minutes_ = std::jthread([this](const std::stop_token& stop) { keep_minutes(stop); });
}

std::shared_ptr<const Search> Snapshots::current() const {
  const std::scoped_lock lock(guard_);
  return current_;
}

Freshness Snapshots::freshness() const {
  const std::scoped_lock lock(guard_);
  return freshness_;
}

void Snapshots::note_commit() {
  const std::scoped_lock lock(guard_);
  has_commit_ = true;
  wake_.notify_all();
}

void Snapshots::look() {
  const std::scoped_lock one_at_a_time(looking_);
  has_new_places_ = gazetteer_.look() || has_new_places_;
  const bool has_new_image = take_up_new_image();
  // The first image answers at once; a later one when it knows what the one before knew.
  if (has_new_image && !current()) publish();
  if (!delta_) return;
  const bool has_changes = take_changes();
  if (has_new_image || has_changes || has_new_places_) publish();
  tell_freshness();
}

bool Snapshots::take_up_new_image() {
  const auto found = identity();
  if (!found || found == seen_) return false;
  seen_ = found;
  auto index = Index::open(image_);
  if (!index) {
    spdlog::error("the new image is refused: {}", index.error().message);
    return false;
  }
  spdlog::info("answering from an image of {} sites, revision {}", (*index)->size(), (*index)->about().revision);
  if (delta_) {
    delta_->go_over_to(*std::move(index));
  } else {
    delta_.emplace(*std::move(index), catalogue_);
  }
  oldest_.reset();
  is_far_behind_ = false;
  return true;
}

/// Gives whether there were any. Publishes the parts of a long log one by one.
bool Snapshots::take_changes() {
  bool has_more = true;
  bool has_any = false;
  while (has_more) {
    const Revision before = delta_->revision();
    const auto taken = take_part_of_log();
    if (!taken) log_once(taken.error());
    has_more = taken && *taken;
    has_any = has_any || delta_->revision() != before;
    if (has_more) publish();
  }
  return has_any;
}

/// Gives whether the log may have more.
Result<bool> Snapshots::take_part_of_log() {
  TRY(const auto changes, store_.changes_after(delta_->revision(), kPart));
  if (changes.empty()) return false;
  if (!oldest_) oldest_ = Clock::now();
  if (changes.size() == kPart) {
    TRY(const auto newest, store_.revision());
    is_far_behind_ = static_cast<std::uint64_t>(newest) - static_cast<std::uint64_t>(delta_->revision()) > kFarBehind;
  }
  is_far_behind_ = is_far_behind_ || delta_->size() > kMostChanged;
  if (is_far_behind_) return false;
  TRY_VOID(delta_->take(store_, changes));
  last_error_.clear();
  return changes.size() == kPart;
}

void Snapshots::publish() {
  const auto before = current();
  auto state = delta_->state();
  auto search = before && !has_new_places_
                    ? std::make_shared<const Search>(std::move(state), *before)
                    : std::make_shared<const Search>(std::move(state), catalogue_, gazetteer_.current());
  has_new_places_ = false;
  search->renew_open_now(now());
  const std::scoped_lock lock(guard_);
  current_.swap(search);
}

void Snapshots::tell_freshness() {
  if (delta_->size() == 0 && !is_far_behind_) oldest_.reset();
  const Freshness freshness{
      .day = current()->index()->about().day,
      .changes = delta_->size(),
      .age = oldest_ ? std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - *oldest_) : 0s,
      .is_far_behind = is_far_behind_};
  const std::scoped_lock lock(guard_);
  freshness_ = freshness;
}

void Snapshots::log_once(const Error& error) {
  if (error.message == last_error_) return;
  last_error_ = error.message;
  spdlog::error("cannot follow the store, and go on with what is known: {}", error.message);
}

std::optional<Snapshots::Identity> Snapshots::identity() const {
  struct stat status{};
  if (::stat(image_.c_str(), &status) != 0) return std::nullopt;
  return Identity{.device = status.st_dev,
                  .inode = status.st_ino,
                  .size = status.st_size,
                  .changed_nanoseconds = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

void Snapshots::follow(const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock napping(mutex);
  while (!stop.stop_requested()) {
    wake_.wait_for(napping, stop, kLeastPause, [] { return false; });
    {
      std::unique_lock lock(guard_);
      wake_.wait_for(lock, stop, kPause - kLeastPause, [&] { return has_commit_; });
      has_commit_ = false;
    }
    if (!stop.stop_requested()) look();
  }
}

void Snapshots::keep_minutes(const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  while (!wake_.wait_for(lock, stop, kMinutePause, [] { return false; }) && !stop.stop_requested()) {
    if (const auto search = current()) search->renew_open_now(now());
  }
}

}  // namespace nearme
