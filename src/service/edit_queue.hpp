#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "store/store.hpp"

namespace nearme {

/// Brings edits to the store, all that wait in one transaction: a flush of the disk takes milliseconds, however many
/// edits it is for, so that a thousand a second need no faster disk.
///
/// One thread. Threads that submit: any; none of them waits.
class EditQueue {
 public:
  /// Told what became of an edit, on the queue's thread, once the store has it for good.
  using Done = std::function<void(const Result<EditOutcome>&)>;

  /// `committed` is called after each transaction. The store must outlive the queue.
  EditQueue(Store& store, std::function<void()> committed);
  EditQueue(const EditQueue&) = delete;
  EditQueue& operator=(const EditQueue&) = delete;
  ~EditQueue() { close(); }

  /// Edits of one site are made in the order in which they come. Errors are told to `done`: unavailable when too many
  /// wait, or after `close`.
  void submit(SiteEdit edit, Done done);

  /// Makes what waits, and takes nothing more. Returns when everybody has been told.
  void close();

 private:
  struct Waiting {
    SiteEdit edit;
    Done done;
  };

  void work();
  void make(std::vector<Waiting> batch);

  Store& store_;
  std::function<void()> committed_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Waiting> waiting_;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace nearme
