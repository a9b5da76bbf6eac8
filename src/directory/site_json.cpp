#include <algorithm>
#include <cmath>
#include <limits>

#include "directory/check.hpp"
#include "directory/json.hpp"
#include "directory/json_fields.hpp"

namespace nearme {
namespace {

nlohmann::json to_json(const Address& address) {
  auto json = nlohmann::json::object();
  write_text(json, "street", address.street);
  write_text(json, "city", address.city);
  write_text(json, "region", address.region);
  write_text(json, "postcode", address.postcode);
  write_text(json, "country", address.country);
  return json;
}

Address read_address(JsonFields& site) {
  const auto value = site.field("address");
  if (!value) return {};
  JsonFields fields(*value, site, "address");
  Address address{.street = fields.text("street"),
                  .city = fields.text("city"),
                  .region = fields.text("region"),
                  .postcode = fields.text("postcode"),
                  .country = fields.text("country")};
  if (const auto done = fields.finish(); !done) site.refuse(done.error());
  return address;
}

/// 120 for 12000 and 120.5 for 12050: the shortest text of hundredths / 100.0 has at most two decimals.
nlohmann::json price_number(std::int64_t hundredths) {
  if (hundredths % 100 == 0) return hundredths / 100;
  return static_cast<double>(hundredths) / 100;
}

nlohmann::json to_json(const Offer& offer) {
  auto json = nlohmann::json::object();
  write_text(json, "treatment", offer.treatment.text());
  if (offer.price) {
    json["price"] = price_number(offer.price->hundredths);
    json["currency"] = offer.price->currency;
  }
  write_list(json, "practitioners", offer.practitioners);
  return json;
}

std::optional<Money> read_price(JsonFields& offer) {
  const auto price = offer.number("price");
  const auto currency = offer.text("currency");
  if (!price) {
    if (!currency.empty()) offer.refuse("price", "'currency' is there without a 'price'");
    return std::nullopt;
  }
  const double greatest = kMaxPriceHundredths / 100.0;
  if (!(*price >= 0 && *price <= greatest)) {
    offer.refuse("price", fmt::format("price {} is not between 0 and {}", *price, greatest));
    return std::nullopt;
  }
  const auto hundredths = std::llround(*price * 100);
  if (static_cast<double>(hundredths) / 100 != *price) {
    offer.refuse("price", fmt::format("price {} has more than two decimals", *price));
  }
  return Money{.hundredths = hundredths, .currency = currency};
}

Offer read_offer(JsonFields& fields) {
  return {.treatment = TreatmentId(fields.text("treatment")),
          .price = read_price(fields),
          .practitioners = ids_from<PractitionerId>(fields.texts("practitioners"))};
}

std::vector<Offer> read_offers(JsonFields& site) {
  std::vector<Offer> offers;
  const auto list = site.list("offers");
  if (!list) return offers;
  offers.reserve(list->size());
  for (const JsonValue value : *list) {
    JsonFields fields(value, site, "offers", offers.size());
    offers.push_back(read_offer(fields));
    if (const auto done = fields.finish(); !done) site.refuse(done.error());
  }
  return offers;
}

nlohmann::json to_json(const Precision& precision) {
  return {{"by", to_string(precision.by)}, {"within_m", precision.within_m}};
}

std::optional<Precision> read_precision(JsonFields& site) {
  const auto value = site.field("precision");
  if (!value) return std::nullopt;
  JsonFields fields(*value, site, "precision");
  const auto by = fields.text("by");
  if (by != "postcode" && by != "town") fields.refuse("by", fmt::format("'{}' is neither 'postcode' nor 'town'", by));
  const auto within = fields.count("within_m").value_or(0);
  constexpr std::uint64_t kHalfTheGlobe = 20'100'000;
  if (within > kHalfTheGlobe) fields.refuse("within_m", fmt::format("{} m is more than half the globe", within));
  if (const auto done = fields.finish(); !done) site.refuse(done.error());
  return Precision{.by = by == "town" ? Precision::By::town : Precision::By::postcode,
                   .within_m = static_cast<std::uint32_t>(std::min(within, kHalfTheGlobe))};
}

nlohmann::json to_json(const Rating& rating) { return {{"value", rating.value}, {"count", rating.count}}; }

std::optional<Rating> read_rating(JsonFields& site) {
  const auto value = site.field("rating");
  if (!value) return std::nullopt;
  JsonFields fields(*value, site, "rating");
  const auto stars = fields.number("value");
  if (!stars) fields.refuse("value", "a rating needs a 'value'");
  const auto count = fields.count("count").value_or(0);
  if (count > std::numeric_limits<std::uint32_t>::max()) {
    fields.refuse("count", fmt::format("{} is too many people for 'count'", count));
  }
  if (const auto done = fields.finish(); !done) site.refuse(done.error());
  return Rating{.value = stars.value_or(0), .count = static_cast<std::uint32_t>(count)};
}

Wheelchair read_wheelchair(JsonFields& site) {
  if (!site.field("wheelchair")) return Wheelchair::unknown;
  const auto wheelchair = wheelchair_from(site.text("wheelchair"));
  if (!wheelchair) site.refuse(wheelchair.error());
  return wheelchair.value_or(Wheelchair::unknown);
}

std::optional<Instant> read_updated_at(JsonFields& site) {
  if (!site.field("updated_at")) return std::nullopt;
  const auto instant = parse_instant(site.text("updated_at"));
  if (!instant) site.refuse("updated_at", instant.error().message);
  return instant ? std::optional(*instant) : std::nullopt;
}

Result<LatLon> read_position(JsonFields& site) {
  const auto lat = site.number("lat");
  const auto lon = site.number("lon");
  TRY_VOID(site.so_far());
  if (!lat) return fail_parameter("lat", "'lat' is missing");
  if (!lon) return fail_parameter("lon", "'lon' is missing");
  auto position = LatLon::make({.lat = *lat, .lon = *lon});
  if (!position) position.error().parameter = std::abs(*lat) <= 90 ? "lon" : "lat";
  return position;
}

}  // namespace

std::string_view to_string(Precision::By by) { return by == Precision::By::town ? "town" : "postcode"; }

nlohmann::json to_json(const Site& site) {
  auto json = nlohmann::json::object();
  write_text(json, "id", site.id.text());
  write_text(json, "source", site.source.text());
  write_text(json, "name", site.name);
  write_list(json, "kinds", site.kinds);
  if (auto address = to_json(site.address); !address.empty()) json["address"] = std::move(address);
  json["lat"] = site.position.lat();
  json["lon"] = site.position.lon();
  if (site.precision) json["precision"] = to_json(*site.precision);
  write_text(json, "phone", site.phone);
  write_text(json, "email", site.email);
  write_text(json, "website", site.website);
  write_text(json, "booking_url", site.booking_url);
  write_text(json, "opening_hours", site.opening_hours);
  write_text(json, "time_zone", site.time_zone);
  for (const auto& offer : site.offers) json["offers"].push_back(to_json(offer));
  write_list(json, "other_services", site.other_services);
  write_list(json, "languages", site.languages);
  if (site.wheelchair != Wheelchair::unknown) json["wheelchair"] = to_string(site.wheelchair);
  write_text(json, "description", site.description);
  if (site.rating) json["rating"] = to_json(*site.rating);
  if (site.updated_at) json["updated_at"] = format_instant(*site.updated_at);
  if (site.fictional) json["fictional"] = true;
  return json;
}

Result<Site> site_from_json(const JsonValue& json) {
  JsonFields fields(json);
  TRY(const LatLon position, read_position(fields));
  Site site{.id = SiteId(fields.text("id")),
            .source = SourceId(fields.text("source")),
            .name = fields.text("name"),
            .kinds = ids_from<KindId>(fields.texts("kinds")),
            .address = read_address(fields),
            .position = position,
            .precision = read_precision(fields),
            .phone = fields.text("phone"),
            .email = fields.text("email"),
            .website = fields.text("website"),
            .booking_url = fields.text("booking_url"),
            .opening_hours = fields.text("opening_hours"),
            .time_zone = fields.text("time_zone"),
            .offers = read_offers(fields),
            .other_services = fields.texts("other_services"),
            .languages = fields.texts("languages"),
            .wheelchair = read_wheelchair(fields),
            .description = fields.text("description"),
            .rating = read_rating(fields),
            .updated_at = read_updated_at(fields),
            .fictional = fields.flag("fictional")};
  TRY_VOID(fields.finish());
  TRY_VOID(check(site));
  return site;
}

Result<Site> site_from_json(const nlohmann::json& json) { return site_from_json(JsonTree().take(json)); }

}  // namespace nearme
