#include "index/columns/offer_table.hpp"

#include "index/columns/arrays.hpp"
#include "index/columns/text_column.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostTreatments = 1 << 16;

/// Counts that stand before the arrays.
struct Head {
  std::uint64_t treatment_bytes = 0;
  std::uint64_t currency_bytes = 0;
  std::uint64_t prices = 0;
  std::uint64_t offers = 0;
};

Result<std::vector<std::string>> read_names(ArrayReader& reader, std::uint64_t bytes) {
  TRY(const auto section, reader.next<std::byte>(bytes));
  TRY(const TextColumn texts, TextColumn::open(section));
  std::vector<std::string> names;
  for (std::size_t number = 0; number < texts.size(); ++number) names.emplace_back(texts[number]);
  return names;
}

/// Whether the greatest number stands for one of `count` things; nothing stands for none.
bool all_below(const PackedNumbers& numbers, std::uint64_t count) {
  return numbers.size() == 0 || numbers.greatest() < count;
}

}  // namespace

Result<OfferTable> OfferTable::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  OfferTable table;
  ArrayReader reader(bytes);
  TRY(const auto head, reader.next<Head>(1));
  TRY(table.treatments_, read_names(reader, head[0].treatment_bytes));
  TRY(table.currencies_, read_names(reader, head[0].currency_bytes));
  TRY(table.hundredths_, reader.next<std::int64_t>(head[0].prices));
  TRY(table.currency_, PackedNumbers::read(reader, head[0].prices));
  TRY(table.starts_, Starts::read(reader, sites, head[0].offers));
  TRY(table.treatment_, PackedNumbers::read(reader, head[0].offers));
  TRY(table.price_, PackedNumbers::read(reader, head[0].offers));
  TRY_VOID(table.check());
  return table;
}

Result<void> OfferTable::check() const {
  if (treatments_.size() > kMostTreatments || !all_below(treatment_, 2 * treatments_.size()))
    return fail(ErrorKind::corrupt, "an offer is of a treatment that is not among {}", treatments_.size());
  if (!all_below(price_, hundredths_.size() + 1))
    return fail(ErrorKind::corrupt, "an offer has a price that is not among {}", hundredths_.size());
  if (!all_below(currency_, currencies_.size()))
    return fail(ErrorKind::corrupt, "a price is in a currency that is not among {}", currencies_.size());
  return {};
}

std::vector<OfferColumn> OfferTable::of(SitePosition site) const {
  std::vector<OfferColumn> offers;
  for (std::uint64_t row = starts_[to_number(site)]; row < starts_[to_number(site) + 1]; ++row) {
    OfferColumn& offer = offers.emplace_back();
    offer.treatment = static_cast<std::uint16_t>(treatment_[row] / 2);
    offer.confirmed = treatment_[row] % 2 != 0;
    if (price_[row] == 0) continue;
    const std::size_t price = price_[row] - 1;
    offer.price = Money{.hundredths = hundredths_[price], .currency = currencies_[currency_[price]]};
  }
  return offers;
}

}  // namespace nearme
