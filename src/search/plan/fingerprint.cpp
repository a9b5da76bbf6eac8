#include "search/plan/fingerprint.hpp"

#include <fmt/ranges.h>

#include "base/checksum.hpp"

namespace nearme {
namespace {

std::string text_of(std::optional<LatLon> position) {
  return position ? fmt::format("{} {}", position->lat_e7(), position->lon_e7()) : "";
}

std::string text_of(const std::optional<GeoBox>& box) {
  return box ? fmt::format("{} {} {} {}", box->west_e7(), box->south_e7(), box->east_e7(), box->north_e7()) : "";
}

template <class EntryId>
std::string text_of(const std::vector<EntryId>& ids) {
  std::string text;
  for (const auto& id : ids) text += id.text() + ",";
  return text;
}

std::string open_of(const SearchRequest& request) {
  if (request.open_now) return "now";
  return request.open_at ? format_instant(*request.open_at) : "";
}

std::string which_sites(const SearchRequest& request) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", text_of(request.treatments),
                     text_of(request.with_treatments), text_of(request.without_treatments), text_of(request.concerns),
                     text_of(request.kinds), text_of(request.without_kinds), fmt::join(request.languages, ","),
                     fmt::join(request.without_languages, ","), fmt::join(request.countries, ","),
                     fmt::join(request.without_countries, ","));
}

std::string where(const SearchRequest& request) {
  return fmt::format("{}\n{}\n{}\n{}", request.near, text_of(request.at), text_of(request.box),
                     request.radius ? request.radius->count() : 0);
}

}  // namespace

std::uint64_t fingerprint(const SearchRequest& request) {
  // A line each, so that no two fields can be taken for one another.
  return checksum(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", request.q, request.text, where(request),
                              which_sites(request), open_of(request), request.only_confirmed, request.only_wheelchair,
                              request.price_max_hundredths.value_or(-1), request.currency,
                              request.sort ? static_cast<int>(*request.sort) : -1));
}

}  // namespace nearme
