#include "index/columns/packed_numbers.hpp"

#include <algorithm>
#include <limits>

namespace nearme {
namespace {

template <class T>
void append_as(ArrayWriter& writer, std::span<const std::uint32_t> numbers) {
  writer.append(std::vector<T>(numbers.begin(), numbers.end()));
}

template <class T>
std::uint32_t greatest_of(const std::byte* bytes, std::size_t count) {
  const std::span<const T> numbers(reinterpret_cast<const T*>(bytes), count);
  return numbers.empty() ? 0 : std::ranges::max(numbers);
}

std::uint64_t width_for(std::uint32_t greatest) {
  if (greatest <= std::numeric_limits<std::uint8_t>::max()) return 1;
  return greatest <= std::numeric_limits<std::uint16_t>::max() ? 2 : 4;
}

}  // namespace

Result<PackedNumbers> PackedNumbers::read(ArrayReader& reader, std::uint64_t count) {
  PackedNumbers numbers;
  TRY(const auto width, reader.next<std::uint64_t>(1));
  if (width[0] != 1 && width[0] != 2 && width[0] != 4)
    return fail(ErrorKind::corrupt, "numbers of {} bytes are not known", width[0]);
  if (count > reader.rest().size()) return fail(ErrorKind::corrupt, "no room for {} numbers", count);
  TRY(const auto bytes, reader.next<std::byte>(count * width[0]));
  numbers.count_ = count;
  numbers.width_ = width[0];
  numbers.bytes_ = bytes.data();
  return numbers;
}

std::uint32_t PackedNumbers::greatest() const {
  if (width_ == 1) return greatest_of<std::uint8_t>(bytes_, count_);
  return width_ == 2 ? greatest_of<std::uint16_t>(bytes_, count_) : greatest_of<std::uint32_t>(bytes_, count_);
}

void append_packed(ArrayWriter& writer, std::span<const std::uint32_t> numbers) {
  const std::uint64_t width = width_for(numbers.empty() ? 0 : std::ranges::max(numbers));
  writer.append(std::span<const std::uint64_t>(&width, 1));
  if (width == 1) return append_as<std::uint8_t>(writer, numbers);
  if (width == 2) return append_as<std::uint16_t>(writer, numbers);
  writer.append(numbers);
}

}  // namespace nearme
