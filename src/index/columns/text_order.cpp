#include "index/columns/text_order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "index/columns/arrays.hpp"

namespace nearme {

Result<TextOrder> TextOrder::open(std::span<const std::byte> bytes, const TextColumn& texts) {
  TextOrder order;
  order.texts_ = texts;
  TRY(order.order_, ArrayReader(bytes).next<std::uint32_t>(texts.size()));
  if (std::ranges::any_of(order.order_, [&](std::uint32_t number) { return number >= texts.size(); }))
    return fail(ErrorKind::corrupt, "an order of {} texts names one that is not there", texts.size());
  return order;
}

std::optional<SitePosition> TextOrder::find(std::string_view text) const {
  const auto found = std::ranges::lower_bound(order_, text, {}, [&](std::uint32_t number) { return texts_[number]; });
  if (found == order_.end() || texts_[*found] != text) return std::nullopt;
  return SitePosition{*found};
}

std::vector<std::byte> build_text_order(std::span<const std::string_view> texts) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return std::tuple(texts[number], number); });
  ArrayWriter writer;
  writer.append(order);
  return std::move(writer).take();
}

}  // namespace nearme
