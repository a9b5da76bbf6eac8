#include "index/columns/offer_table.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include "index/columns/arrays.hpp"
#include "index/columns/text_column.hpp"

namespace nearme {
namespace {

constexpr std::uint16_t kConfirmed = 0x8000;

/// Counts that stand before the arrays.
struct Head {
  std::uint64_t treatment_bytes = 0;
  std::uint64_t currency_bytes = 0;
  std::uint64_t offers = 0;
};

Result<std::vector<std::string>> read_names(ArrayReader& reader, std::uint64_t bytes) {
  TRY(const auto section, reader.next<std::byte>(bytes));
  TRY(const TextColumn texts, TextColumn::open(section));
  std::vector<std::string> names;
  for (std::size_t number = 0; number < texts.size(); ++number) names.emplace_back(texts[number]);
  return names;
}

using Numbers = std::map<std::string_view, std::uint16_t>;

/// Numbers names in their order.
Numbers number(const std::set<std::string_view>& names) {
  Numbers numbers;
  for (const std::string_view name : names) numbers.emplace(name, static_cast<std::uint16_t>(numbers.size()));
  assert(numbers.size() < kConfirmed);
  return numbers;
}

std::vector<std::byte> to_texts(const std::set<std::string_view>& names) {
  return build_text_column(std::vector<std::string_view>(names.begin(), names.end()));
}

}  // namespace

Result<OfferTable> OfferTable::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  OfferTable table;
  ArrayReader reader(bytes);
  TRY(const auto head, reader.next<Head>(1));
  TRY(table.treatments_, read_names(reader, head[0].treatment_bytes));
  TRY(table.currencies_, read_names(reader, head[0].currency_bytes));
  TRY(table.starts_, reader.next<std::uint32_t>(std::uint64_t{sites} + 1));
  TRY(table.hundredths_, reader.next<std::int64_t>(head[0].offers));
  TRY(table.treatment_, reader.next<std::uint16_t>(head[0].offers));
  TRY(table.currency_, reader.next<std::uint16_t>(head[0].offers));
  TRY_VOID(table.check());
  return table;
}

Result<void> OfferTable::check() const {
  if (!std::ranges::is_sorted(starts_) || starts_.back() > treatment_.size())
    return fail(ErrorKind::corrupt, "the offers of a site lie outside the {} offers", treatment_.size());
  if (std::ranges::any_of(treatment_, [&](std::uint16_t number) { return number >= treatments_.size(); }))
    return fail(ErrorKind::corrupt, "an offer is of a treatment that is not among {}", treatments_.size());
  const auto is_unknown = [&](std::uint16_t number) { return (number & ~kConfirmed) >= currencies_.size(); };
  if (std::ranges::any_of(currency_, is_unknown))
    return fail(ErrorKind::corrupt, "a price is in a currency that is not among {}", currencies_.size());
  return {};
}

std::vector<OfferColumn> OfferTable::of(SitePosition site) const {
  std::vector<OfferColumn> offers;
  for (std::uint32_t row = starts_[to_number(site)]; row < starts_[to_number(site) + 1]; ++row) {
    OfferColumn& offer = offers.emplace_back();
    offer.treatment = treatment_[row];
    offer.confirmed = (currency_[row] & kConfirmed) != 0;
    const std::size_t currency = currency_[row] & ~kConfirmed;
    if (currency != 0) offer.price = Money{.hundredths = hundredths_[row], .currency = currencies_[currency]};
  }
  return offers;
}

std::vector<std::byte> build_offer_table(std::span<const std::span<const IndexedOffer>> offers) {
  std::set<std::string_view> treatment_names;
  std::set<std::string_view> currency_names{""};
  for (const auto& of_site : offers) {
    for (const IndexedOffer& offer : of_site) {
      treatment_names.insert(offer.treatment.text());
      if (offer.price) currency_names.insert(offer.price->currency);
    }
  }
  const Numbers treatment_numbers = number(treatment_names);
  const Numbers currency_numbers = number(currency_names);

  std::vector<std::uint32_t> starts{0};
  std::vector<std::int64_t> hundredths;
  std::vector<std::uint16_t> treatments;
  std::vector<std::uint16_t> currencies;
  for (const auto& of_site : offers) {
    for (const IndexedOffer& offer : of_site) {
      const std::uint16_t currency = offer.price ? currency_numbers.at(offer.price->currency) : std::uint16_t{0};
      hundredths.push_back(offer.price ? offer.price->hundredths : 0);
      treatments.push_back(treatment_numbers.at(offer.treatment.text()));
      currencies.push_back(static_cast<std::uint16_t>(currency | (offer.confirmed ? kConfirmed : 0)));
    }
    starts.push_back(static_cast<std::uint32_t>(treatments.size()));
  }

  const std::vector<std::byte> treatment_texts = to_texts(treatment_names);
  const std::vector<std::byte> currency_texts = to_texts(currency_names);
  const Head head{
      .treatment_bytes = treatment_texts.size(), .currency_bytes = currency_texts.size(), .offers = treatments.size()};
  ArrayWriter writer;
  writer.append(std::span<const Head>(&head, 1));
  writer.append(treatment_texts);
  writer.append(currency_texts);
  writer.append(starts);
  writer.append(hundredths);
  writer.append(treatments);
  writer.append(currencies);
  return std::move(writer).take();
}

}  // namespace nearme
