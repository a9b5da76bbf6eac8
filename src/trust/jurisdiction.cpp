#include "trust/jurisdiction.hpp"

#include <algorithm>
#include <cctype>

#include "text/unicode.hpp"

namespace nearme {
namespace {

bool has(const std::vector<std::string>& texts, const std::string& text) {
  return !text.empty() && std::ranges::find(texts, text) != texts.end();
}

/// "cf" of "CF10 1AA".
std::string area_of(std::string_view postcode) {
  std::string area;
  for (const char letter : postcode) {
    if (std::isalpha(static_cast<unsigned char>(letter)) == 0) break;
    area += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return area;
}

/// "Islington, London" in its parts, folded.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    auto part = text.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.push_back(fold(part));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return parts;
}

bool has_any(const std::vector<std::string>& texts, const std::vector<std::string>& parts) {
  return std::ranges::any_of(parts, [&](const std::string& part) { return has(texts, part); });
}

}  // namespace

PlaceOfAddress::PlaceOfAddress(const Address& address)
    : country(address.country),
      regions(parts_of(address.region)),
      towns(parts_of(address.city)),
      postcode_area(area_of(address.postcode)) {}

bool holds(const Jurisdiction& jurisdiction, const PlaceOfAddress& place) {
  if (jurisdiction.country != place.country) return false;
  if (jurisdiction.regions.empty() && jurisdiction.towns.empty() && jurisdiction.postcode_areas.empty()) return true;
  return has_any(jurisdiction.regions, place.regions) || has_any(jurisdiction.towns, place.towns) ||
         has(jurisdiction.postcode_areas, place.postcode_area);
}

}  // namespace nearme
