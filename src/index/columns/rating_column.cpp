#include "index/columns/rating_column.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace nearme {
namespace {

constexpr double kTenThousandth = 10'000;
constexpr double kMost = 6.5;  ///< ratings are out of five

std::uint32_t to_ten_thousandths(const Rating& rating) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(rating.value, 0.0, kMost) * kTenThousandth));
}

std::size_t words_for(std::size_t sites) { return (sites + 63) / 64; }

/// How many bits stand before each word, and in all.
std::vector<std::uint32_t> count_before(std::span<const std::uint64_t> words) {
  std::vector<std::uint32_t> before{0};
  for (const std::uint64_t word : words)
    before.push_back(before.back() + static_cast<std::uint32_t>(std::popcount(word)));
  return before;
}

}  // namespace

Result<RatingColumn> RatingColumn::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  RatingColumn column;
  ArrayReader reader(bytes);
  TRY(column.rated_, reader.next<std::uint64_t>(words_for(sites)));
  TRY(column.rated_before_, reader.next<std::uint32_t>(words_for(sites) + 1));
  const auto is_beyond = [&] { return sites % 64 != 0 && column.rated_.back() >> (sites % 64) != 0; };
  if (!std::ranges::equal(column.rated_before_, count_before(column.rated_)) || is_beyond())
    return fail(ErrorKind::corrupt, "the ratings do not agree with the sites that have one");
  TRY(column.ten_thousandths_, PackedNumbers::read(reader, column.rated_before_.back()));
  TRY(column.counts_, PackedNumbers::read(reader, column.rated_before_.back()));
  return column;
}

std::optional<Rating> RatingColumn::operator[](SitePosition site) const {
  const std::uint64_t word = rated_[to_number(site) / 64];
  const std::uint64_t bit = std::uint64_t{1} << (to_number(site) % 64);
  if ((word & bit) == 0) return std::nullopt;
  const std::size_t row =
      rated_before_[to_number(site) / 64] + static_cast<std::size_t>(std::popcount(word & (bit - 1)));
  return Rating{.value = ten_thousandths_[row] / kTenThousandth, .count = counts_[row]};
}

void RatingWriter::add(const std::optional<Rating>& rating) {
  if (sites_ % 64 == 0) rated_.push_back(0);
  if (rating) {
    rated_.back() |= std::uint64_t{1} << (sites_ % 64);
    ten_thousandths_.push_back(to_ten_thousandths(*rating));
    counts_.push_back(rating->count);
  }
  ++sites_;
}

std::vector<std::byte> RatingWriter::build() && {
  ArrayWriter writer;
  writer.append(rated_);
  writer.append(count_before(rated_));
  append_packed(writer, ten_thousandths_);
  append_packed(writer, counts_);
  return std::move(writer).take();
}

}  // namespace nearme
