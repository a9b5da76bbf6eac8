#include "index/columns/rating_column.hpp"

#include <algorithm>
#include <cmath>

#include "index/columns/arrays.hpp"

namespace nearme {
namespace {

constexpr std::uint16_t kNoRating = 0xffff;
constexpr double kTenThousandth = 10'000;
constexpr double kMost = 6.5;  ///< ratings are out of five; this is what fits

std::uint16_t to_ten_thousandths(const Rating& rating) {
  return static_cast<std::uint16_t>(std::lround(std::clamp(rating.value, 0.0, kMost) * kTenThousandth));
}

}  // namespace

Result<RatingColumn> RatingColumn::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  RatingColumn column;
  ArrayReader reader(bytes);
  TRY(column.counts_, reader.next<std::uint32_t>(sites));
  TRY(column.ten_thousandths_, reader.next<std::uint16_t>(sites));
  return column;
}

std::optional<Rating> RatingColumn::operator[](SitePosition site) const {
  const std::uint16_t value = ten_thousandths_[to_number(site)];
  if (value == kNoRating) return std::nullopt;
  return Rating{.value = value / kTenThousandth, .count = counts_[to_number(site)]};
}

std::vector<std::byte> build_rating_column(std::span<const std::optional<Rating>> ratings) {
  std::vector<std::uint32_t> counts;
  std::vector<std::uint16_t> values;
  for (const std::optional<Rating>& rating : ratings) {
    counts.push_back(rating ? rating->count : 0);
    values.push_back(rating ? to_ten_thousandths(*rating) : kNoRating);
  }
  ArrayWriter writer;
  writer.append(counts);
  writer.append(values);
  return std::move(writer).take();
}

}  // namespace nearme
