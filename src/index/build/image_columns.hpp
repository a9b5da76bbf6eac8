#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/build/offer_rows.hpp"
#include "index/build/posting_lists.hpp"
#include "index/build/record_sorter.hpp"
#include "index/build/site_row.hpp"
#include "index/columns/checksum_order.hpp"
#include "index/columns/rating_column.hpp"
#include "index/image/image_file.hpp"

namespace nearme {

/// Takes the rows of all sites in position order, and gives every section but that of the records themselves. Keeps
/// numbers only, some 150 bytes a site; folded names go to a sorter of their own.
class ImageColumns {
 public:
  explicit ImageColumns(std::optional<SpillPlace> spill) : names_in_order_(std::move(spill)) {}

  /// The next site.
  [[nodiscard]] Result<void> add(const SiteRow& row);

  /// Writes the sections, in their order; works several out at once where there are many sites.
  [[nodiscard]] Result<void> write(ImageWriter& writer, const SharedNames& names) &&;

 private:
  using Bytes = std::vector<std::byte>;

  [[nodiscard]] Bytes boxes_section() const;
  [[nodiscard]] Bytes schedules_section(const NameNumbers& names);
  [[nodiscard]] Result<Bytes> name_order_section();

  std::uint32_t sites_ = 0;
  StartsWriter records_;
  std::vector<LatLon> positions_;
  std::vector<float> qualities_;
  RatingWriter ratings_;
  std::vector<std::uint32_t> schedules_;
  OfferRows offers_;
  PostingLists members_;
  PostingLists words_;
  std::vector<ChecksumOfSite> ids_;
  std::vector<ChecksumOfSite> slugs_;
  RecordSorter names_in_order_;
};

}  // namespace nearme
