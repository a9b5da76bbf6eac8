#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "matching/names_in_use.hpp"
#include "matching/site_traits.hpp"

namespace nearme {

/// What was found of two sites in one respect. In each respect exactly one holds.
enum class MatchFinding : std::uint8_t {
  name_same,
  name_nearly_same,
  name_more_in_one,       ///< all weighty words of one are in the other, which has a few more
  name_much_more_in_one,  ///< the other has as many again
  name_mostly_shared,     ///< each has words of its own, but fewer than they share
  name_partly_shared,
  name_hardly_shared,
  name_different,
  number_in_name_differs,  ///< "Station 1" and "Station 2"
  number_in_name_agrees,
  name_of_one,
  name_of_several,  ///< sites at other places have it too, as in a chain
  part_of_one,      ///< one name speaks of a part or a service of its own: "Harbour Clinic", "Harbour Clinic Pharmacy"
  part_of_none,
  phone_same,
  phone_one_unknown,
  phone_different,
  page_same,
  website_same,       ///< one of them names the front page
  website_same_name,  ///< "harbour.example" and "harbour.test"
  page_different,     ///< two pages of one website
  website_one_unknown,
  website_different,
  house_same,
  street_same,  ///< and one of the house numbers is not known
  house_different,
  street_different,
  street_one_unknown,
  postcode_same,
  postcode_near,  ///< the first half agrees
  postcode_one_unknown,
  postcode_different,
  town_same,
  town_one_unknown,
  town_different,
  within_50_m,
  within_250_m,
  within_1_km,
  further,
  distance_unknown,
};
constexpr std::size_t kFindings = static_cast<std::size_t>(MatchFinding::distance_unknown) + 1;

/// The respects in which two sites are compared.
enum class Respect : std::uint8_t {
  name,
  number_in_name,
  chain,
  part,
  phone,
  website,
  street,
  postcode,
  town,
  distance
};
constexpr std::size_t kRespects = static_cast<std::size_t>(Respect::distance) + 1;

/// One finding for each respect.
struct Comparison {
  std::array<MatchFinding, kRespects> findings{};

  [[nodiscard]] MatchFinding in(Respect respect) const { return findings[static_cast<std::size_t>(respect)]; }
};

Comparison compare(const SiteTraits& a, const SiteTraits& b, const NamesInUse& names);

}  // namespace nearme
