#include "index/entry/entry_maker.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/post.hpp>

#include "base/checksum.hpp"
#include "base/in_parallel.hpp"
#include "index/entry/make_entry.hpp"

namespace nearme {
namespace {

bool is_fictional(const Listing& listing) {
  return listing.site.fictional || std::ranges::any_of(listing.practitioners, &Practitioner::fictional);
}

}  // namespace

EntryMaker::EntryMaker(const Catalogue& catalogue, Date today, ImageAssembly& assembly, std::size_t threads)
    : catalogue_(catalogue),
      today_(today),
      assembly_(assembly),
      at_once_(threads == 0 ? processors() : threads),
      schedules_(today),
      threads_(at_once_) {}

EntryMaker::~EntryMaker() { threads_.join(); }

Result<EntryMaker::Batch> EntryMaker::make(UnreadListings unread) {
  Batch batch;
  TRY(batch.listings, unread());
  batch.entries.rows.reserve(batch.listings.size());
  batch.slugs.reserve(batch.listings.size());
  for (const Listing& listing : batch.listings) {
    const IndexEntry entry = entry_of(listing, slug_of(listing.site));
    batch.slugs.push_back(checksum(entry.slug));
    batch.entries.add(entry);
  }
  return batch;
}

IndexEntry EntryMaker::entry_of(const Listing& listing, std::string slug) {
  return lay_out_entry(listing, catalogue_, today_, {.slug = std::move(slug), .schedule = schedules_.of(listing.site)});
}

Result<void> EntryMaker::take(UnreadListings unread) {
  std::packaged_task<Result<Batch>()> task(
      [this, mine = std::move(unread)]() mutable { return make(std::move(mine)); });
  in_the_works_.push_back(task.get_future());
  boost::asio::post(threads_, std::move(task));
  // More than are worked on at once, so that nobody waits while this thread reads or hands over.
  return in_the_works_.size() <= 2 * at_once_ ? Result<void>{} : hand_over_first();
}

Result<void> EntryMaker::finish() {
  while (!in_the_works_.empty()) TRY_VOID(hand_over_first());
  return {};
}

Result<void> EntryMaker::hand_over_first() {
  TRY(Batch batch, in_the_works_.front().get());
  in_the_works_.pop_front();
  if (std::ranges::any_of(batch.listings, is_fictional)) assembly_.note_fictional();
  settle_slugs(batch);
  TRY_VOID(assembly_.add(std::move(batch.entries)));
  // To let go of so many texts is work too, which need not be done here.
  boost::asio::post(threads_, [listings = std::move(batch.listings)] {});
  return {};
}

/// Makes those anew whose slug an earlier site has.
void EntryMaker::settle_slugs(Batch& batch) {
  for (std::size_t i = 0; i < batch.listings.size(); ++i) {
    if (slugs_.take_if_free(batch.slugs[i])) continue;
    const Listing& listing = batch.listings[i];
    batch.entries.rows[i] = to_row_bytes(entry_of(listing, slugs_.take(listing.site)), batch.entries.names);
  }
}

}  // namespace nearme
