#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/compile/places.hpp"
#include "gazetteer/geonames/area_book.hpp"
#include "gazetteer/geonames/report.hpp"

namespace nearme {

/// Takes the rows of a dump of places, one by one. Memory: about 300 bytes a town, no more than what is kept of it.
class PlacesDump {
 public:
  explicit PlacesDump(const Gazetteer& known) : known_(known), areas_(known) {}

  void take(std::uint64_t line, std::string_view row, GazetteerReport& report);

  /// A row of admin1CodesASCII.txt, countryInfo.txt, alternateNames.txt: to be given behind the last row of the dump.
  /// Rows that are none of them, and of what the dump does not have, are passed over.
  void name_region(std::string_view row);
  void name_country(std::string_view row);
  void add_other_name(std::string_view row);

  Places finish();

 private:
  void add_town(const GeoNamesRow& row);
  [[nodiscard]] std::string time_zone_of(const GeoNamesRow& row) const;
  bool is_repeated(std::uint32_t number);

  const Gazetteer& known_;
  AreaBook areas_;
  std::vector<Place> places_;
  std::vector<bool> seen_;                                    ///< numbers of GeoNames
  std::vector<std::uint32_t> numbers_;                        ///< GeoNames' number of each place
  std::unordered_map<std::uint32_t, std::size_t> by_number_;  ///< filled when other names come
};

/// Takes the rows of a dump of postcodes. Rows of one postcode become one place in their middle; districts that the
/// dump leaves out ("LS1" of "LS1 4AP") lie in the middle of theirs.
class PostcodesDump {
 public:
  explicit PostcodesDump(const Gazetteer& known) : areas_(known) {}

  void take(std::uint64_t line, std::string_view row, GazetteerReport& report);
  Places finish();

 private:
  /// A postcode with the sum of the positions of its rows.
  struct Gathered {
    std::string written;
    std::string name;
    std::size_t area = 0;
    LatLon first;
    double lat = 0;
    double east = 0;
    double rows = 0;
    bool is_derived = false;  ///< a district that no row names

    void add(LatLon position);
    [[nodiscard]] LatLon middle() const;
  };
  void add(const std::string& key, const PostalRow& row, std::string written, bool is_derived);

  AreaBook areas_;
  std::unordered_map<std::string, Gathered> postcodes_;  ///< by country and key
};

}  // namespace nearme
