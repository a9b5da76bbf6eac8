#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "gazetteer/compile/places.hpp"
#include "gazetteer/gazetteer.hpp"

namespace nearme {

/// The areas that the places of a dump lie in: made when first named, with names from another gazetteer that knows them
/// and from whatever the dump and its tables say later. Areas get their numbers in the order of `Places::areas`,
/// parents first.
class AreaBook {
 public:
  explicit AreaBook(const Gazetteer& known);

  /// The smallest area of these codes: "GB", "ENG", "H3". Divisions may be empty.
  std::size_t area_of(std::string_view country, std::string_view admin1, std::string_view admin2);

  /// The region of this name, as tables of postcodes have it; the country when the name is empty.
  std::size_t region_named(std::string_view country, std::string_view name, std::string_view code);

  /// Says how an area is called, unless that is known. `other_names` are divided by commas.
  void name(const std::string& code, std::string_view name, std::string_view other_names);

  std::vector<NamedArea> take() { return std::move(areas_); }

 private:
  /// An area that the other gazetteer has.
  struct Known {
    const GazetteerLayer* layer;
    std::uint32_t number;
  };
  std::size_t add(const std::string& code, std::optional<std::size_t> parent, NamedArea::Kind kind);
  std::size_t add_known(const std::string& code, const Known& known);
  [[nodiscard]] std::optional<std::size_t> find(const std::string& code) const;

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string_view, Known> known_;  ///< by code
  std::vector<NamedArea> areas_;
  std::unordered_map<std::string, std::size_t> numbers_;  ///< by code
};

/// The parts of a list that is divided by commas.
std::vector<std::string_view> split_names(std::string_view names);

}  // namespace nearme
