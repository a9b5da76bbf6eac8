#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "directory/listing.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// What of an entry is worked out over all sites rather than from one listing.
struct SharedParts {
  std::string slug;
  std::shared_ptr<const Schedule> schedule;
};

/// Lays a listing out for the image, with these parts.
IndexEntry lay_out_entry(const Listing& listing, const Catalogue& catalogue, Date today, SharedParts parts);

/// The folded words by which a listing is found: of its name, the names of who works there, its town, and services
/// that the catalogue does not know. In no order; one that stands there twice comes twice.
std::vector<std::string> words_of(const Listing& listing);

}  // namespace nearme
