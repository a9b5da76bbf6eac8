#include "index/build/offer_rows.hpp"

#include <cassert>
#include <cstring>
#include <string>
#include <utility>

#include "index/columns/text_column.hpp"

namespace nearme {
namespace {

std::string key_of(const Money& money) {
  std::string key(sizeof money.hundredths, '\0');
  std::memcpy(key.data(), &money.hundredths, sizeof money.hundredths);
  return key + money.currency;
}

std::int64_t hundredths_of(std::string_view key) {
  std::int64_t hundredths = 0;
  std::memcpy(&hundredths, key.data(), sizeof hundredths);
  return hundredths;
}

std::string_view currency_of(std::string_view key) { return key.substr(sizeof(std::int64_t)); }

/// The prices in their order: how much, and in which currency.
struct Prices {
  std::vector<std::int64_t> hundredths;
  std::vector<std::uint32_t> currency;
  NameNumbers currencies;
};

Prices prices_in_order(const NameNumbers& numbers) {
  Prices prices;
  const std::vector<std::string_view> keys = numbers.texts_in_order();
  for (const std::string_view key : keys) {
    prices.hundredths.push_back(hundredths_of(key));
    prices.currency.push_back(prices.currencies.number_of(currency_of(key)));
  }
  const std::vector<std::uint32_t> places = prices.currencies.places();
  for (std::uint32_t& currency : prices.currency) currency = places[currency];
  return prices;
}

}  // namespace

OfferRow OfferNumbers::row_of(const IndexedOffer& offer) {
  return {.treatment = treatments_.number_of(offer.treatment.text()),
          .price = offer.price ? prices_.number_of(key_of(*offer.price)) + 1 : 0,
          .confirmed = offer.confirmed ? 1U : 0U};
}

void OfferRows::add_site(std::span<const OfferRow> offers) {
  starts_.add(offers.size());
  for (const OfferRow& offer : offers) {
    treatments_.push_back(2 * offer.treatment + offer.confirmed);
    prices_.push_back(offer.price);
  }
}

std::vector<std::byte> OfferRows::build(const OfferNumbers& numbers) && {
  const std::vector<std::uint32_t> treatment_places = numbers.treatments_.places();
  const std::vector<std::uint32_t> price_places = numbers.prices_.places();
  assert(treatment_places.size() <= 1 << 16);
  for (std::uint32_t& treatment : treatments_) treatment = 2 * treatment_places[treatment / 2] + treatment % 2;
  for (std::uint32_t& price : prices_) price = price == 0 ? 0 : price_places[price - 1] + 1;
  const Prices prices = prices_in_order(numbers.prices_);
  const std::vector<std::byte> treatment_texts = build_text_column(numbers.treatments_.texts_in_order());
  const std::vector<std::byte> currency_texts = build_text_column(prices.currencies.texts_in_order());
  ArrayWriter writer;
  writer.append(std::vector<std::uint64_t>{treatment_texts.size(), currency_texts.size(), prices.hundredths.size(),
                                           treatments_.size()});
  writer.append(treatment_texts);
  writer.append(currency_texts);
  writer.append(prices.hundredths);
  append_packed(writer, prices.currency);
  std::move(starts_).append_to(writer);
  append_packed(writer, treatments_);
  append_packed(writer, prices_);
  return std::move(writer).take();
}

}  // namespace nearme
