#include "store/sqlite/stored_listing.hpp"

#include "store/sqlite/record_json.hpp"

namespace nearme {

void StoredListings::add(Part part, std::string_view content) {
  contents_ += content;
  records_.push_back({.part = part, .length = content.size()});
  if (part == Part::site) ++sites_;
}

Result<std::vector<Listing>> StoredListings::read() const {
  std::vector<Listing> listings;
  listings.reserve(sites_);
  std::string_view rest = contents_;
  for (const Record& record : records_) {
    const std::string_view content = rest.substr(0, record.length);
    rest.remove_prefix(record.length);
    if (record.part == Part::site) {
      TRY(auto site, site_from_content(content));
      listings.push_back({.site = std::move(site), .practitioners = {}, .claims = {}});
    } else if (record.part == Part::practitioner) {
      TRY(auto practitioner, practitioner_from_content(content));
      listings.back().practitioners.push_back(std::move(practitioner));
    } else {
      TRY(auto claim, claim_from_content(content));
      listings.back().claims.push_back(std::move(claim));
    }
  }
  return listings;
}

}  // namespace nearme
