#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "directory/listing.hpp"
#include "service/pages/site_view.hpp"

namespace nearme {

/// A site of a comparison, with what its page is written against.
struct Compared {
  Listing listing;
  SiteSetting setting;
  std::string slug;
};

/// Sites side by side as the template `compare` takes them: a column a site, a row a question. Every treatment that one
/// of them offers has a row, and so has every thing that a careful person asks about: absence reads as "not stated" or
/// "not checked", never as an empty cell.
nlohmann::json compare_view(const std::vector<Compared>& sites);

}  // namespace nearme
