#include "service/gathered_log.hpp"

#include <chrono>
#include <mutex>

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

namespace nearme {
namespace {

constexpr std::size_t kMostKept = 32 * 1024;
constexpr std::chrono::seconds kFlushTime{1};

class GatheringSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit GatheringSink(std::FILE* file) : file_(file) {}
  ~GatheringSink() override { write(); }
  GatheringSink(const GatheringSink&) = delete;
  GatheringSink& operator=(const GatheringSink&) = delete;

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    formatter_->format(message, kept_);
    if (message.level >= spdlog::level::warn || kept_.size() >= kMostKept) write();
  }

  void flush_() override { write(); }

  void write() {
    std::fwrite(kept_.data(), 1, kept_.size(), file_);
    std::fflush(file_);
    kept_.clear();
  }

  std::FILE* file_;
  spdlog::memory_buf_t kept_;
};

}  // namespace

std::shared_ptr<spdlog::sinks::sink> make_gathering_sink(std::FILE* file) {
  return std::make_shared<GatheringSink>(file);
}

void gather_log() {
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("", make_gathering_sink(stdout)));
  spdlog::flush_every(kFlushTime);
}

}  // namespace nearme
