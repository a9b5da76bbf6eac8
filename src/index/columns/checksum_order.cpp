#include "index/columns/checksum_order.hpp"

#include <algorithm>
#include <tuple>

#include "base/checksum.hpp"
#include "index/columns/arrays.hpp"

namespace nearme {

Result<ChecksumOrder> ChecksumOrder::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  ChecksumOrder order;
  TRY(order.order_, ArrayReader(bytes).next<std::uint32_t>(sites));
  if (!order.order_.empty() && std::ranges::max(order.order_) >= sites)
    return fail(ErrorKind::corrupt, "an order of {} sites names one that is not there", sites);
  return order;
}

std::optional<SitePosition> ChecksumOrder::find(std::string_view text, const TextOf& text_of) const {
  const auto checksum_at = [&](std::uint32_t site) { return checksum(text_of(SitePosition{site})); };
  for (const std::uint32_t site : std::ranges::equal_range(order_, checksum(text), {}, checksum_at)) {
    if (text_of(SitePosition{site}) == text) return SitePosition{site};
  }
  return std::nullopt;
}

std::vector<std::byte> build_checksum_order(std::vector<ChecksumOfSite> sites) {
  std::ranges::sort(sites, {}, [](const ChecksumOfSite& one) { return std::tuple(one.checksum, one.site); });
  std::vector<std::uint32_t> order;
  order.reserve(sites.size());
  for (const ChecksumOfSite& one : sites) order.push_back(one.site);
  ArrayWriter writer;
  writer.append(order);
  return std::move(writer).take();
}

}  // namespace nearme
