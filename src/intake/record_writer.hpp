#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"
#include "intake/completeness.hpp"
#include "intake/notes.hpp"
#include "store/store.hpp"

namespace nearme {

/// Puts records into one session of a store, on a thread of its own: while one row is written the next is read.
///
/// Records wait in batches; when a few thousand wait, `put` does, so that memory is bounded. The session begins with
/// the first record. Life: put, retire -> finish; without it the store stays as it was. The first error of the store
/// ends the writing, and every later call gives it. Belongs to one thread, apart from its own.
class RecordWriter {
 public:
  using Record = std::variant<Site, Practitioner, Claim>;

  /// What became of the records.
  struct Outcome {
    RowCounts rows;                   ///< added, changed, unchanged, retired, rejected
    std::vector<Rejection> rejected;  ///< those that the store refused
    std::map<std::string, std::uint64_t> kinds;
    Completeness completeness;
    Notes notes;
  };

  RecordWriter(Store& store, Source source);
  RecordWriter(const RecordWriter&) = delete;
  RecordWriter& operator=(const RecordWriter&) = delete;
  ~RecordWriter();

  /// Errors: what the store said of earlier records.
  Result<void> put(std::uint64_t line, std::string key, Record record);
  Result<void> retire(SubjectKind subject, std::string key);

  /// How the session ends.
  struct Ending {
    std::vector<SubjectKind> retire_others;  ///< what the file has all of; nothing is retired when nothing was taken
    bool commit = true;
  };

  /// Waits until everything is written, and ends the session. Errors: what the store says.
  Result<Outcome> finish(const Ending& ending);

 private:
  struct Job {
    std::uint64_t line = 0;
    std::string key;
    std::variant<Site, Practitioner, Claim, SubjectKind> what;  ///< a record to put, or the subject of one to retire
  };
  using Batch = std::vector<Job>;

  Result<void> add(Job job);
  Result<void> hand_over();
  void write_all();
  Result<void> write(Job& job);
  template <class One>
  Result<void> put_one(const Job& job, One& record);
  template <class One>
  Result<PutOutcome> put_under_free_id(const Job& job, One& record);
  Result<void> begin_session();
  Result<void> end(const Ending& ending);

  Store& store_;
  Source source_;
  Batch batch_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  bool is_last_ = false;
  std::optional<Error> failure_;
  std::thread thread_;

  // The writing thread's own until it has ended.
  std::unique_ptr<ImportSession> session_;
  Outcome outcome_;
};

}  // namespace nearme
