#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "directory/ids.hpp"
#include "directory/money.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// A postal address in parts; any may be empty. The country is its ISO 3166-1 alpha-2 code in capitals.
struct Address {
  std::string street;
  std::string city;
  std::string region;
  std::string postcode;
  std::string country;

  friend bool operator==(const Address&, const Address&) = default;
};

/// That a site offers a treatment, with its price where known and who does it where known.
struct Offer {
  TreatmentId treatment;
  std::optional<Money> price;
  std::vector<PractitionerId> practitioners;

  friend bool operator==(const Offer&, const Offer&) = default;
};

enum class Wheelchair : std::uint8_t { unknown, yes, limited, no };

/// A rating that came with the data: out of five, from `count` people.
struct Rating {
  double value = 0;
  std::uint32_t count = 0;

  friend bool operator==(const Rating&, const Rating&) = default;
};

/// How a position came about where the source gave none, and within what distance of it 95 of 100 such sites lie.
struct Precision {
  enum class By : std::uint8_t { postcode, town };
  By by{};
  std::uint32_t within_m = 0;

  friend bool operator==(const Precision&, const Precision&) = default;
};

/// One place with coordinates where people are treated. A plain value; what the parts mean is in docs/data-model.md.
struct Site {
  SiteId id;
  SourceId source;  ///< where this record came from
  std::string name;
  std::vector<KindId> kinds;
  Address address;
  LatLon position;
  std::optional<Precision> precision;  ///< none: the position is the source's own
  std::string phone;
  std::string email;
  std::string website;
  std::string booking_url;
  std::string opening_hours;  ///< in the syntax of OpenStreetMap; empty is unknown
  std::string time_zone;      ///< IANA name, such as "Europe/London"; empty is unknown
  std::vector<Offer> offers;
  std::vector<std::string> other_services;  ///< named by the source, unknown to the catalogue: kept as they were
  std::vector<std::string> languages;       ///< BCP 47 tags
  Wheelchair wheelchair = Wheelchair::unknown;
  std::string description;
  std::optional<Rating> rating;
  std::optional<Instant> updated_at;  ///< when the source says that it last changed
  bool fictional = false;             ///< made up, for demonstration; says so wherever it shows

  friend bool operator==(const Site&, const Site&) = default;
};

}  // namespace nearme
