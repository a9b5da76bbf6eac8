#include "service/gathered_log.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

namespace nearme {
namespace {

/// A log into a file that nobody else sees.
class GatheredLog : public testing::Test {
 protected:
  std::size_t lines_written() {
    std::rewind(file_.get());
    std::size_t lines = 0;
    for (int letter = std::fgetc(file_.get()); letter != EOF; letter = std::fgetc(file_.get())) lines += letter == '\n';
    return lines;
  }

  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_{std::tmpfile()};
  std::unique_ptr<spdlog::logger> log_ = std::make_unique<spdlog::logger>("", make_gathering_sink(file_.get()));
};

TEST_F(GatheredLog, KeepsALineBackUntilItIsFlushed) {
  log_->info("one");
  EXPECT_EQ(lines_written(), 0U);
  log_->flush();
  EXPECT_EQ(lines_written(), 1U);
}

TEST_F(GatheredLog, WritesAnErrorAtOnceAndWhatCameBeforeItFirst) {
  log_->info("one");
  log_->error("two");
  EXPECT_EQ(lines_written(), 2U);
}

TEST_F(GatheredLog, WritesByItselfWhenMuchHasCome) {
  for (int line = 0; line < 2000; ++line) log_->info("a line of some forty letters, as they are");
  EXPECT_GT(lines_written(), 1000U);
}

TEST_F(GatheredLog, LosesNothingWhenItEnds) {
  log_->info("one");
  log_.reset();
  EXPECT_EQ(lines_written(), 1U);
}

}  // namespace
}  // namespace nearme
