#include "trust/checked_store.hpp"

#include <fmt/format.h>

#include "trust/levels.hpp"
#include "trust/register_checks.hpp"

namespace nearme {
namespace {

Result<void> complete(Listing& listing, const RegisterChecks& checks, const TrustRules& rules) {
  TRY(const auto region, checks.add_to(listing));
  auto place = listing.site.address;
  if (!region.empty()) place.region = fmt::format("{}, {}", region, place.region);
  listing.standings = standings_at(place, listing, rules, Date{std::chrono::floor<std::chrono::days>(now())});
  return {};
}

}  // namespace

Result<std::optional<Listing>> CheckedStore::find_listing(const SiteId& id) {
  TRY(auto listing, store_->find_listing(id));
  if (!listing) return listing;
  TRY(const auto checks, RegisterChecks::read(*registers_));
  TRY_VOID(complete(*listing, checks, rules_));
  return listing;
}

Result<void> CheckedStore::for_each_listing(const std::function<Result<void>(const Listing&)>& visit) {
  return for_each_batch([&](UnreadListings unread) -> Result<void> {
    TRY(const auto listings, unread());
    for (const Listing& listing : listings) TRY_VOID(visit(listing));
    return {};
  });
}

Result<void> CheckedStore::for_each_batch(const std::function<Result<void>(UnreadListings)>& visit) {
  TRY(const auto checks, RegisterChecks::read(*registers_));
  return store_->for_each_batch([&](UnreadListings unread) {
    // The batch may be read on another thread, after this call.
    return visit([this, checks, unread = std::move(unread)]() mutable -> Result<std::vector<Listing>> {
      TRY(auto listings, unread());
      for (Listing& listing : listings) TRY_VOID(complete(listing, checks, rules_));
      return listings;
    });
  });
}

}  // namespace nearme
