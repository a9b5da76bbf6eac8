#include "directory/check.hpp"

#include <algorithm>
#include <span>

namespace nearme {
namespace {

constexpr std::chrono::year kFirstYear{0};
constexpr std::chrono::year kLastYear{9999};

bool is_code(std::string_view text, std::size_t length) {
  return text.size() == length && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

const std::string& text_of(const std::string& text) { return text; }

template <class Tag>
const std::string& text_of(const Id<Tag>& id) {
  return id.text();
}

Result<void> check_present(const std::string& text, std::string_view field) {
  if (text.empty()) return fail_parameter(std::string(field), "'{}' is missing or empty", field);
  return {};
}

/// `field` gives the name of the list: made only where an entry is at fault.
template <class Entry>
Result<void> check_entries(const std::vector<Entry>& entries, const auto& field) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (text_of(entries[i]).empty()) {
      return fail_parameter(fmt::format("{}[{}]", field(), i), "entry {} of '{}' is empty; leave it out", i, field());
    }
  }
  return {};
}

/// The same for the list of a record itself.
template <class Entry>
Result<void> check_list(const std::vector<Entry>& entries, std::string_view field) {
  return check_entries(entries, [field] { return field; });
}

Result<void> check_date(const std::optional<Date>& date, std::string_view field) {
  if (!date || (date->ok() && date->year() >= kFirstYear && date->year() <= kLastYear)) return {};
  return fail_parameter(std::string(field), "'{}' is not a day of the years 0 to 9999", field);
}

std::string path_of_offer(std::size_t number, std::string_view field) {
  return fmt::format("offers[{}].{}", number, field);
}

Result<void> check_price(const Money& price, std::size_t offer) {
  if (price.hundredths < 0 || price.hundredths > kMaxPriceHundredths) {
    return fail_parameter(path_of_offer(offer, "price"), "price {} is not between 0 and {}", price.hundredths / 100.0,
                          kMaxPriceHundredths / 100);
  }
  if (!is_code(price.currency, 3)) {
    return fail_parameter(path_of_offer(offer, "currency"), "currency '{}' is not a code of three capitals such as GBP",
                          price.currency);
  }
  return {};
}

Result<void> check_offer(const Offer& offer, std::size_t number) {
  if (offer.treatment.empty()) {
    return fail_parameter(path_of_offer(number, "treatment"), "an offer needs a 'treatment'");
  }
  if (offer.price) TRY_VOID(check_price(*offer.price, number));
  return check_entries(offer.practitioners, [number] { return path_of_offer(number, "practitioners"); });
}

Result<void> check_offers(std::span<const Offer> offers) {
  for (std::size_t i = 0; i < offers.size(); ++i) TRY_VOID(check_offer(offers[i], i));
  return {};
}

Result<void> check_country(const std::string& country) {
  if (country.empty() || is_code(country, 2)) return {};
  return fail_parameter("address.country", "country '{}' is not a code of two capitals such as GB", country);
}

Result<void> check_rating(const std::optional<Rating>& rating) {
  // Written so that NaN fails.
  if (!rating || (rating->value >= 0 && rating->value <= kMaxRating)) return {};
  return fail_parameter("rating.value", "rating {} is not between 0 and {}", rating->value, kMaxRating);
}

std::optional<Date> day_of(const std::optional<Instant>& instant) {
  return instant.transform([](Instant moment) { return Date{std::chrono::floor<std::chrono::days>(moment)}; });
}

}  // namespace

Result<void> check(const Site& site) {
  TRY_VOID(check_present(site.id.text(), "id"));
  TRY_VOID(check_list(site.kinds, "kinds"));
  TRY_VOID(check_country(site.address.country));
  TRY_VOID(check_offers(site.offers));
  TRY_VOID(check_list(site.other_services, "other_services"));
  TRY_VOID(check_list(site.languages, "languages"));
  TRY_VOID(check_rating(site.rating));
  return check_date(day_of(site.updated_at), "updated_at");
}

Result<void> check(const Practitioner& practitioner) {
  TRY_VOID(check_present(practitioner.id.text(), "id"));
  TRY_VOID(check_list(practitioner.sites, "site_ids"));
  return check_list(practitioner.treatments, "treatments");
}

Result<void> check(const Claim& claim) {
  TRY_VOID(check_present(claim.subject_id, "subject_id"));
  TRY_VOID(check_present(claim.claim, "claim"));
  TRY_VOID(check_date(claim.checked_at, "checked_at"));
  TRY_VOID(check_date(claim.expires_at, "expires_at"));
  if (!claim.contradicted || (!claim.checked_by.empty() && claim.checked_at)) return {};
  return fail_parameter("contradicted", "a claim is contradicted by somebody on a day; say who checked it and when");
}

}  // namespace nearme
