#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// Makes up sites, practitioners and claims for tests that compare on random data: every field in every state, empty
/// ones, quotes, line ends, NUL and letters outside ASCII among them; always valid. Equal seeds give equal values.
class RandomValues {
 public:
  explicit RandomValues(std::uint32_t seed) : random_(seed) {}

  std::int64_t number(std::int64_t from, std::int64_t to) {
    return std::uniform_int_distribution<std::int64_t>(from, to)(random_);
  }
  bool coin() { return number(0, 1) == 1; }

  /// May be empty.
  std::string text() {
    static const std::array<std::string, 9> kPieces{"a", "Z", "é", "東京", "\"", "\n", "\\u0000", " ", "😀"};
    std::string text;
    for (auto left = number(0, 6); left > 0; --left) text += kPieces[static_cast<std::size_t>(number(0, 8))];
    if (number(0, 20) == 0) text.push_back('\0');
    return text;
  }
  std::string some_text() { return "x" + text(); }

  template <class Entry>
  std::vector<Entry> list() {
    std::vector<Entry> entries;
    for (auto left = number(0, 3); left > 0; --left) entries.emplace_back(some_text());
    return entries;
  }

  Instant instant() { return Instant{std::chrono::seconds{number(-62'000'000'000, 253'000'000'000)}}; }
  std::optional<Date> date() {
    return coin() ? std::optional(Date{std::chrono::floor<std::chrono::days>(instant())}) : std::nullopt;
  }
  LatLon position() {
    return *LatLon::from_e7(static_cast<std::int32_t>(number(-900'000'000, 900'000'000)),
                            static_cast<std::int32_t>(number(-1'800'000'000, 1'799'999'999)));
  }
  Address address() {
    return {.street = text(), .city = text(), .region = text(), .postcode = text(), .country = coin() ? "GB" : ""};
  }
  Offer offer() {
    const auto most = coin() ? 100'000 : 10'000'000'000'000;
    return {.treatment = TreatmentId(some_text()),
            .price = coin() ? std::optional(Money{.hundredths = number(0, most), .currency = "JPY"}) : std::nullopt,
            .practitioners = list<PractitionerId>()};
  }
  std::vector<Offer> offers() {
    std::vector<Offer> offers;
    for (auto left = number(0, 3); left > 0; --left) offers.push_back(offer());
    return offers;
  }
  std::optional<Precision> precision() {
    if (coin()) return std::nullopt;
    return Precision{.by = coin() ? Precision::By::town : Precision::By::postcode,
                     .within_m = static_cast<std::uint32_t>(number(0, 20'000))};
  }
  std::optional<Rating> rating() {
    if (coin()) return std::nullopt;
    return Rating{.value = static_cast<double>(number(0, 500)) / 100,
                  .count = static_cast<std::uint32_t>(number(0, 4'294'967'295))};
  }

  Site site(SiteId id) {
    return {.id = std::move(id),
            .source = SourceId(text()),
            .name = text(),
            .kinds = list<KindId>(),
            .address = address(),
            .position = position(),
            .precision = precision(),
            .phone = text(),
            .email = text(),
            .website = text(),
            .booking_url = text(),
            .opening_hours = text(),
            .time_zone = text(),
            .offers = offers(),
            .other_services = list<std::string>(),
            .languages = list<std::string>(),
            .wheelchair = static_cast<Wheelchair>(number(0, 3)),
            .description = text(),
            .rating = rating(),
            .updated_at = coin() ? std::optional(instant()) : std::nullopt,
            .fictional = coin()};
  }

  Practitioner practitioner(PractitionerId id) {
    return {.id = std::move(id),
            .source = SourceId(text()),
            .name = text(),
            .profession = text(),
            .sites = list<SiteId>(),
            .treatments = list<TreatmentId>(),
            .register_name = text(),
            .registration_number = text(),
            .fictional = coin()};
  }

  Claim claim(std::string subject_id) {
    Claim made{.source = SourceId(text()),
               .subject_id = std::move(subject_id),
               .treatment = TreatmentId(coin() ? some_text() : ""),
               .claim = some_text(),
               .value = text(),
               .checked_by = text(),
               .checked_at = date(),
               .expires_at = date(),
               .url = text()};
    made.contradicted = coin() && !made.checked_by.empty() && made.checked_at;
    return made;
  }

 private:
  std::mt19937 random_;
};

}  // namespace nearme
