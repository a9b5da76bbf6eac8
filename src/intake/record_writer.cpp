#include "intake/record_writer.hpp"

#include <type_traits>
#include <utility>

#include <fmt/format.h>

namespace nearme {
namespace {

constexpr std::size_t kBatch = 256;
constexpr std::size_t kMostWaiting = 16;

void count(RowCounts& rows, PutOutcome outcome) {
  switch (outcome) {
    case PutOutcome::added:
      ++rows.added;
      break;
    case PutOutcome::changed:
      ++rows.changed;
      break;
    case PutOutcome::unchanged:
    case PutOutcome::overridden:
      ++rows.unchanged;
      break;
  }
}

}  // namespace

RecordWriter::RecordWriter(Store& store, Source source)
    : store_(store), source_(std::move(source)), thread_([this] { write_all(); }) {}

RecordWriter::~RecordWriter() {
  {
    const std::lock_guard lock(mutex_);
    is_last_ = true;
    waiting_.clear();
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

Result<void> RecordWriter::put(std::uint64_t line, std::string key, Record record) {
  Job job{.line = line, .key = std::move(key), .what = SubjectKind::site};
  std::visit([&](auto& one) { job.what = std::move(one); }, record);
  return add(std::move(job));
}

Result<void> RecordWriter::retire(SubjectKind subject, std::string key) {
  return add({.line = 0, .key = std::move(key), .what = subject});
}

Result<void> RecordWriter::add(Job job) {
  batch_.push_back(std::move(job));
  return batch_.size() < kBatch ? Result<void>{} : hand_over();
}

Result<void> RecordWriter::hand_over() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < kMostWaiting || failure_.has_value(); });
  if (failure_) return std::unexpected(*failure_);
  waiting_.push_back(std::exchange(batch_, {}));
  lock.unlock();
  changed_.notify_all();
  return {};
}

void RecordWriter::write_all() {
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || is_last_; });
    if (waiting_.empty()) return;
    auto batch = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    changed_.notify_all();
    for (auto& job : batch) {
      const auto written = write(job);
      if (written) continue;
      const std::lock_guard failing(mutex_);
      failure_ = written.error();
      waiting_.clear();
      changed_.notify_all();
      return;
    }
  }
}

/// An id that another source has already is taken with the name of this source before it.
template <class One>
Result<PutOutcome> RecordWriter::put_under_free_id(const Job& job, One& record) {
  auto outcome = session_->put(job.key, record);
  if constexpr (!std::is_same_v<One, Claim>) {
    if (outcome || outcome.error().kind != ErrorKind::conflict) return outcome;
    outcome_.notes.count(fmt::format("ids that another source has already, taken as {}-<id>", source_.id.text()),
                         job.line, record.id.text());
    record.id = decltype(record.id)(source_.id.text() + '-' + record.id.text());
    outcome = session_->put(job.key, record);
  }
  return outcome;
}

template <class One>
Result<void> RecordWriter::put_one(const Job& job, One& record) {
  const auto put = put_under_free_id(job, record);
  if (put) {
    count(outcome_.rows, *put);
    if (*put == PutOutcome::overridden) {
      outcome_.notes.count("sites that were edited by hand; the edits stand", job.line, job.key);
    }
    outcome_.completeness.count(record);
    if constexpr (std::is_same_v<One, Site>) {
      for (const auto& kind : record.kinds) ++outcome_.kinds[kind.text()];
    }
    return {};
  }
  const auto& error = put.error();
  if (error.kind != ErrorKind::conflict && error.kind != ErrorKind::invalid_input) return std::unexpected(error);
  ++outcome_.rows.rejected;
  outcome_.rejected.push_back({.line = job.line, .reason = error.message, .value = excerpt(job.key)});
  return {};
}

Result<void> RecordWriter::write(Job& job) {
  TRY_VOID(begin_session());
  return std::visit(
      [&](auto& what) -> Result<void> {
        if constexpr (std::is_same_v<std::decay_t<decltype(what)>, SubjectKind>) {
          TRY(const bool stood, session_->retire(what, job.key));
          outcome_.rows.retired += stood ? 1 : 0;
          return {};
        } else {
          return put_one(job, what);
        }
      },
      job.what);
}

Result<void> RecordWriter::begin_session() {
  if (session_) return {};
  TRY(session_, store_.begin_import(source_));
  return {};
}

Result<RecordWriter::Outcome> RecordWriter::finish(const Ending& ending) {
  if (!batch_.empty()) TRY_VOID(hand_over());
  {
    const std::lock_guard lock(mutex_);
    is_last_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (failure_) return std::unexpected(*failure_);
  TRY_VOID(begin_session());
  TRY_VOID(end(ending));
  session_.reset();
  return std::move(outcome_);
}

Result<void> RecordWriter::end(const Ending& ending) {
  if (taken(outcome_.rows) > 0) {
    for (const auto subject : ending.retire_others) {
      TRY(const auto retired, session_->retire_others(subject));
      outcome_.rows.retired += retired;
    }
  }
  if (!ending.commit) return {};
  TRY([[maybe_unused]] const auto revision, session_->commit());
  return {};
}

}  // namespace nearme
