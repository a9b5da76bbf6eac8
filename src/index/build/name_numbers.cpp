#include "index/build/name_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace nearme {

std::uint32_t NameNumbers::number_of(std::string_view text) {
  if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(&numbers_.emplace(text, number).first->first);
  return number;
}

std::vector<std::uint32_t> NameNumbers::in_order() const {
  std::vector<std::uint32_t> order(texts_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return text(number); });
  return order;
}

std::vector<std::uint32_t> NameNumbers::places() const {
  const std::vector<std::uint32_t> order = in_order();
  std::vector<std::uint32_t> places(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  return places;
}

std::vector<std::string_view> NameNumbers::texts_in_order() const {
  std::vector<std::string_view> texts;
  for (const std::uint32_t number : in_order()) texts.push_back(text(number));
  return texts;
}

}  // namespace nearme
