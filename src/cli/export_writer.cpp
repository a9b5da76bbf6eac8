#include "cli/export_writer.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "directory/json.hpp"

namespace nearme {
namespace {

constexpr std::string_view kCsvHeader =
    "id,name,kind,street,city,region,postcode,country,lat,lon,phone,email,website,booking_url,opening_hours,treatments,"
    "prices,languages,"
    "wheelchair,description,rating,rating_count,updated_at,fictional\n";

std::string csv_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{cell};
  std::string text = "\"";
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + '"';
}

std::string amount(const Money& money) {
  const auto cents = money.hundredths % 100;
  return cents == 0 ? fmt::format("{}", money.hundredths / 100)
                    : fmt::format("{}.{:02}", money.hundredths / 100, cents);
}

std::vector<std::string> treatments_of(const Site& site) {
  std::vector<std::string> treatments;
  for (const auto& offer : site.offers) treatments.push_back(offer.treatment.text());
  treatments.insert(treatments.end(), site.other_services.begin(), site.other_services.end());
  return treatments;
}

std::vector<std::string> prices_of(const Site& site) {
  std::vector<std::string> prices;
  for (const auto& offer : site.offers) {
    if (offer.price)
      prices.push_back(fmt::format("{}={} {}", offer.treatment.text(), amount(*offer.price), offer.price->currency));
  }
  return prices;
}

std::string joined(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, ";")); }

std::vector<std::string> kinds_of(const Site& site) {
  std::vector<std::string> kinds;
  for (const auto& kind : site.kinds) kinds.push_back(kind.text());
  return kinds;
}

nlohmann::json feature_of(const Site& site) {
  auto properties = to_json(site);
  nlohmann::json feature{
      {"type", "Feature"},
      {"id", site.id.text()},
      {"geometry", {{"type", "Point"}, {"coordinates", {site.position.lon(), site.position.lat()}}}}};
  properties.erase("lat");
  properties.erase("lon");
  feature["properties"] = std::move(properties);
  return feature;
}

}  // namespace

std::string csv_row(const Site& site) {
  const auto& address = site.address;
  const std::vector<std::string> cells{
      site.id.text(),
      site.name,
      joined(kinds_of(site)),
      address.street,
      address.city,
      address.region,
      address.postcode,
      address.country,
      fmt::format("{:.7f}", site.position.lat()),
      fmt::format("{:.7f}", site.position.lon()),
      site.phone,
      site.email,
      site.website,
      site.booking_url,
      site.opening_hours,
      joined(treatments_of(site)),
      joined(prices_of(site)),
      joined(site.languages),
      site.wheelchair == Wheelchair::unknown ? "" : std::string{to_string(site.wheelchair)},
      site.description,
      site.rating ? fmt::format("{}", site.rating->value) : "",
      site.rating ? fmt::format("{}", site.rating->count) : "",
      site.updated_at ? format_instant(*site.updated_at) : "",
      site.fictional ? "yes" : ""};
  std::string row;
  for (const auto& cell : cells) row += (row.empty() ? "" : ",") + csv_cell(cell);
  return row;
}

ExportWriter::ExportWriter(ExportFormat format, std::FILE* out) : format_(format), out_(out) {}

Result<void> ExportWriter::write(const Site& site) {
  const bool first = std::exchange(is_first_, false);
  switch (format_) {
    case ExportFormat::csv:
      return put((first ? std::string{kCsvHeader} : "") + csv_row(site) + "\n");
    case ExportFormat::ndjson:
      return put(to_json(site).dump() + "\n");
    case ExportFormat::geojson:
      return put((first ? "{\"type\":\"FeatureCollection\",\"features\":[\n" : ",\n") + feature_of(site).dump());
  }
  return {};
}

Result<void> ExportWriter::finish() {
  if (format_ == ExportFormat::geojson) {
    TRY_VOID(put(is_first_ ? "{\"type\":\"FeatureCollection\",\"features\":[]}\n" : "\n]}\n"));
  }
  if (format_ == ExportFormat::csv && is_first_) TRY_VOID(put(kCsvHeader));
  if (std::fflush(out_) != 0) return fail(ErrorKind::unreadable, "cannot write the export: {}", std::strerror(errno));
  return {};
}

Result<void> ExportWriter::put(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), out_) == text.size()) return {};
  return fail(ErrorKind::unreadable, "cannot write the export: {}", std::strerror(errno));
}

}  // namespace nearme
