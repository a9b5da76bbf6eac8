#include "index/entry/entry_maker.hpp"

#include <algorithm>
#include <utility>

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
      schedules_(today) {}

EntryMaker::~EntryMaker() {
  for (auto& batch : in_the_works_) batch.wait();
}

EntryMaker::Batch EntryMaker::make(UnreadListings unread) {
  TRY(std::vector<Listing> listings, unread());
  std::vector<Made> batch;
  batch.reserve(listings.size());
  for (Listing& listing : listings) {
    IndexEntry entry = lay_out_entry(listing, catalogue_, today_,
                                     {.slug = slug_of(listing.site), .schedule = schedules_.of(listing.site)});
    batch.push_back({.listing = std::move(listing), .entry = std::move(entry)});
  }
  return batch;
}

Result<void> EntryMaker::take(UnreadListings unread) {
  in_the_works_.push_back(
      std::async(std::launch::async, [this, mine = std::move(unread)]() mutable { return make(std::move(mine)); }));
  // One more than work at once, so that none waits while this thread hands over.
  return in_the_works_.size() <= at_once_ ? Result<void>{} : hand_over_first();
}

Result<void> EntryMaker::finish() {
  while (!in_the_works_.empty()) TRY_VOID(hand_over_first());
  return {};
}

Result<void> EntryMaker::hand_over_first() {
  TRY(std::vector<Made> batch, in_the_works_.front().get());
  in_the_works_.pop_front();
  for (Made& made : batch) TRY_VOID(hand_over(std::move(made)));
  return {};
}

Result<void> EntryMaker::hand_over(Made made) {
  if (is_fictional(made.listing)) assembly_.note_fictional();
  if (!slugs_.take_if_free(made.entry.slug))
    made.entry = lay_out_entry(made.listing, catalogue_, today_,
                               {.slug = slugs_.take(made.listing.site), .schedule = schedules_.of(made.listing.site)});
  return assembly_.add(made.entry);
}

}  // namespace nearme
