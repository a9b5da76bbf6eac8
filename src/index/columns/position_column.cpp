#include "index/columns/position_column.hpp"

#include "index/columns/arrays.hpp"

namespace nearme {

Result<PositionColumn> PositionColumn::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  PositionColumn column;
  TRY(column.lat_lon_e7_, ArrayReader(bytes).next<std::int32_t>(std::uint64_t{sites} * 2));
  for (std::size_t i = 0; i < column.lat_lon_e7_.size(); i += 2) {
    TRY([[maybe_unused]] const LatLon position, LatLon::from_e7(column.lat_lon_e7_[i], column.lat_lon_e7_[i + 1]));
  }
  return column;
}

std::vector<std::byte> build_position_column(std::span<const LatLon> positions) {
  std::vector<std::int32_t> lat_lon_e7;
  for (const LatLon& position : positions) {
    lat_lon_e7.push_back(position.lat_e7());
    lat_lon_e7.push_back(position.lon_e7());
  }
  ArrayWriter writer;
  writer.append(lat_lon_e7);
  return std::move(writer).take();
}

}  // namespace nearme
