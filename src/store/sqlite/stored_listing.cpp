#include "store/sqlite/stored_listing.hpp"

#include <algorithm>

#include "directory/merged_site.hpp"
#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

/// Makes one site of the last listing's and of the further records of it, whose claims become its own.
Result<void> merge_in(std::vector<Site>& members, std::vector<Listing>& listings) {
  if (members.empty()) return {};
  auto& listing = listings.back();
  for (auto& claim : listing.claims) {
    const bool is_of_member =
        std::ranges::any_of(members, [&](const Site& site) { return site.id.text() == claim.subject_id; });
    if (is_of_member) claim.subject_id = listing.site.id.text();
  }
  members.insert(members.begin(), std::move(listing.site));
  TRY(listing.site, merged_site(members));
  members.clear();
  return {};
}

}  // namespace

void StoredListings::add(Part part, std::string_view content) {
  contents_ += content;
  records_.push_back({.part = part, .length = content.size()});
  if (part == Part::site) ++sites_;
}

Result<std::vector<Listing>> StoredListings::read() const {
  std::vector<Listing> listings;
  listings.reserve(sites_);
  std::string_view rest = contents_;
  std::vector<Site> members;
  ContentReader reader;
  for (const Record& record : records_) {
    const std::string_view content = rest.substr(0, record.length);
    rest.remove_prefix(record.length);
    if (record.part == Part::site) {
      TRY_VOID(merge_in(members, listings));
      TRY(auto site, reader.site(content));
      listings.push_back({.site = std::move(site), .practitioners = {}, .claims = {}});
    } else if (record.part == Part::member) {
      TRY(auto site, reader.site(content));
      members.push_back(std::move(site));
    } else if (record.part == Part::practitioner) {
      TRY(auto practitioner, reader.practitioner(content));
      listings.back().practitioners.push_back(std::move(practitioner));
    } else {
      TRY(auto claim, reader.claim(content));
      listings.back().claims.push_back(std::move(claim));
    }
  }
  TRY_VOID(merge_in(members, listings));
  return listings;
}

}  // namespace nearme
