#pragma once

#include <cstddef>
#include <deque>
#include <future>
#include <vector>

#include <boost/asio/thread_pool.hpp>

#include "catalogue/catalogue.hpp"
#include "index/build/image_assembly.hpp"
#include "index/entry/schedules.hpp"
#include "index/entry/slug.hpp"
#include "store/store.hpp"

namespace nearme {

/// Makes entries of listings, several batches at once, and hands them to an image's assembly in the order in which
/// they came, so that which of two like sites gets the shorter slug does not hang on the threads.
class EntryMaker {
 public:
  /// All must outlive it. `threads`: 0 for as many as there are processors.
  EntryMaker(const Catalogue& catalogue, Date today, ImageAssembly& assembly, std::size_t threads);
  ~EntryMaker();
  EntryMaker(const EntryMaker&) = delete;
  EntryMaker& operator=(const EntryMaker&) = delete;

  /// Begins with a batch; waits for an earlier one where enough are in the works. Errors: those of an earlier batch or
  /// of the assembly.
  [[nodiscard]] Result<void> take(UnreadListings unread);

  /// Waits for all.
  [[nodiscard]] Result<void> finish();

 private:
  struct Batch {
    std::vector<Listing> listings;
    std::vector<std::uint64_t> slugs;  ///< the checksum of each one's
    EntryRows entries;
  };

  [[nodiscard]] Result<Batch> make(UnreadListings unread);
  [[nodiscard]] IndexEntry entry_of(const Listing& listing, std::string slug);
  [[nodiscard]] Result<void> hand_over_first();
  void settle_slugs(Batch& batch);

  const Catalogue& catalogue_;
  Date today_;
  ImageAssembly& assembly_;
  std::size_t at_once_;
  SharedSchedules schedules_;
  SlugsInUse slugs_;
  std::deque<std::future<Result<Batch>>> in_the_works_;
  boost::asio::thread_pool threads_;  ///< last, so that it ends before what it works with
};

}  // namespace nearme
