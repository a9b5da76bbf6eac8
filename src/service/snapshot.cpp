#include "service/snapshot.hpp"

#include <spdlog/spdlog.h>
#include <sys/stat.h>

namespace nearme {
namespace {

constexpr std::chrono::seconds kPause{1};

}  // namespace

Snapshots::Snapshots(std::filesystem::path image, const Catalogue& catalogue, LiveGazetteer gazetteer)
    : image_(std::move(image)), catalogue_(catalogue), gazetteer_(std::move(gazetteer)) {
  look();
  thread_ = std::jthread([this](const std::stop_token& stop) { keep_looking(stop); });
}

std::shared_ptr<const Search> Snapshots::current() const {
  const std::scoped_lock lock(guard_);
  return current_;
}

void Snapshots::look() {
  const std::scoped_lock one_at_a_time(looking_);
  const auto found = identity();
  const bool has_new_places = gazetteer_.look();
  if (!found || (found == seen_ && !has_new_places)) return;
  seen_ = found;
  auto index = Index::open(image_);
  if (!index) {
    spdlog::error("the new image is refused: {}", index.error().message);
    return;
  }
  auto search = std::make_shared<const Search>(*index, catalogue_, gazetteer_.current());
  spdlog::info("answering from an image of {} sites, revision {}", (*index)->size(), (*index)->about().revision);
  const std::scoped_lock lock(guard_);
  current_.swap(search);
}

std::optional<Snapshots::Identity> Snapshots::identity() const {
  struct stat status{};
  if (::stat(image_.c_str(), &status) != 0) return std::nullopt;
  return Identity{.device = status.st_dev,
                  .inode = status.st_ino,
                  .size = status.st_size,
                  .changed_nanoseconds = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

void Snapshots::keep_looking(const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  while (!pause_.wait_for(lock, stop, kPause, [] { return false; }) && !stop.stop_requested()) look();
}

}  // namespace nearme
