#include "service/live_gazetteer.hpp"

#include <utility>

#include <spdlog/spdlog.h>

namespace nearme {

LiveGazetteer::LiveGazetteer(const Gazetteer& built_in, std::filesystem::path folder)
    : built_in_(built_in), folder_(std::move(folder)), current_(built_in) {}

bool LiveGazetteer::look() {
  auto state = folder_.state();
  if (state == seen_) return false;
  seen_ = std::move(state);
  auto opened = folder_.open_over(built_in_);
  if (!opened) {
    spdlog::error("the new gazetteer is refused: {}", opened.error().message);
    return false;
  }
  current_ = *std::move(opened);
  spdlog::info("answering with a gazetteer of {} places", current_.size());
  return true;
}

}  // namespace nearme
