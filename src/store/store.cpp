#include "store/store.hpp"

#include <utility>

namespace nearme {
namespace {

constexpr std::size_t kBatch = 256;

}  // namespace

Result<std::vector<Site>> Store::records_of(const SiteId& id) {
  TRY(auto listing, find_listing(id));
  std::vector<Site> records;
  if (listing && listing->site.source.text() != kSourceOfEdits) records.push_back(std::move(listing->site));
  return records;
}

Result<void> Store::for_each_batch(const std::function<Result<void>(UnreadListings)>& visit) {
  std::vector<Listing> batch;
  const auto hand_over = [&] {
    return visit([listings = std::exchange(batch, {})]() mutable -> Result<std::vector<Listing>> {
      return std::move(listings);
    });
  };
  TRY_VOID(for_each_listing([&](const Listing& listing) -> Result<void> {
    batch.push_back(listing);
    return batch.size() < kBatch ? Result<void>{} : hand_over();
  }));
  return batch.empty() ? Result<void>{} : hand_over();
}

}  // namespace nearme
