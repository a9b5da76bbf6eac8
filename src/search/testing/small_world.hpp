#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "directory/listing.hpp"
#include "gazetteer/gazetteer.hpp"
#include "index/image/index.hpp"
#include "search/search.hpp"

namespace nearme {

/// The catalogue of the repository. For tests.
const Catalogue& real_catalogue();

/// A gazetteer of a dozen places: Leeds in England and in Alabama, Paris in France and in Texas, York, Bath, Street,
/// Newcastle upon Tyne, Berlin, Zürich, Reading, Peel. For tests.
const Gazetteer& small_gazetteer();

/// A site with nothing but an id, a name and a position; tests fill in the rest.
Listing listing_at(const std::string& id, const std::string& name, Degrees degrees);

/// A claim of a site's own licence that a register has confirmed.
Claim confirmed_licence(const std::string& site_id);

/// The day for which the indexes of tests are worked out: a Sunday.
constexpr Date kTestDay{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

/// An index of these listings together with its bytes.
struct TestIndex {
  std::vector<std::byte> bytes;
  std::shared_ptr<const Index> index;
};
TestIndex index_of(const std::vector<Listing>& listings);

/// Seven sites round Leeds, one in Paris and one in Texas. For tests.
std::vector<Listing> small_directory();

/// Many sites with random positions (towns, the antimeridian, a pole), treatments, prices, evidence. For tests.
std::vector<Listing> random_directory(unsigned seed, std::size_t count);

}  // namespace nearme
