#pragma once

#include <memory>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/image/tables.hpp"

namespace nearme {

/// The look-ups in one compiled gazetteer, by the keys of names (gazetteer/name_key.hpp). Numbers of localities count
/// from 0 here.
class GazetteerLayer {
 public:
  /// `owner` keeps the bytes alive; null when somebody else does.
  GazetteerLayer(GazetteerTables tables, std::shared_ptr<const void> owner);

  [[nodiscard]] const GazetteerTables& tables() const { return tables_; }
  [[nodiscard]] std::size_t size() const { return tables_.localities.size(); }
  [[nodiscard]] Locality at(std::uint32_t number) const;

  [[nodiscard]] std::vector<LocalityMatch> named(std::string_view key) const;
  [[nodiscard]] std::vector<LocalityMatch> beginning_with(const std::vector<std::string>& keys,
                                                          std::size_t limit) const;
  /// Of all localities with a name within `most` edits of the key, the `limit` best.
  [[nodiscard]] std::vector<LocalityMatch> spelled_like(std::string_view key, int most, std::size_t limit) const;
  [[nodiscard]] bool has_name(std::string_view key) const;

  [[nodiscard]] std::vector<GazetteerArea> areas_named(std::string_view key) const;
  [[nodiscard]] std::vector<PlaceOfPostcode> postcode(std::string_view key) const;
  [[nodiscard]] std::optional<Locality> with_slug(std::string_view slug) const;
  [[nodiscard]] std::optional<Locality> nearest(LatLon position) const;
  [[nodiscard]] bool lies_in(std::uint32_t locality, std::string_view key) const;

 private:
  [[nodiscard]] LocalityMatch to_match(std::uint32_t name, std::uint32_t locality, int edits) const;
  [[nodiscard]] GazetteerArea area(std::uint32_t number) const;

  GazetteerTables tables_;
  std::shared_ptr<const void> owner_;
};

}  // namespace nearme
