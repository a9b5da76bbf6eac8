#include "service/pages/wording.hpp"

#include <cmath>

#include <unicode/ulocdata.h>

#include "search/search_request.hpp"

namespace nearme {
namespace {

constexpr double kMetresOfAMile = 1609.344;

std::string in_miles(const Language& language, double miles) {
  const auto& formats = language.formats();
  if (miles < 0.095) return language.say("quantity.under", {{"length", formats.length(0.1, LengthUnit::miles, 1)}});
  if (miles >= 9.95) return formats.length(miles, LengthUnit::miles);
  const auto tenths = std::round(miles * 10);
  return formats.length(tenths / 10, LengthUnit::miles, std::fmod(tenths, 10) == 0 ? 0 : 1);
}

}  // namespace

bool uses_miles(std::string_view country) {
  if (country.size() != 2) return false;
  auto status = U_ZERO_ERROR;
  const auto system = ulocdata_getMeasurementSystem(("und_" + std::string(country)).c_str(), &status);
  return U_SUCCESS(status) && (system == UMS_UK || system == UMS_US);
}

std::string distance_words(const Language& language, Metres distance, std::string_view country) {
  const auto metres = distance.count();
  if (uses_miles(country)) return in_miles(language, metres / kMetresOfAMile);
  const auto& formats = language.formats();
  if (metres < 50) return language.say("quantity.under", {{"length", formats.length(50, LengthUnit::metres)}});
  if (metres < 995) return formats.length(std::round(metres / 10) * 10, LengthUnit::metres);
  return formats.length(metres / 1000, LengthUnit::kilometres, metres < 9'950 ? 1 : 0);
}

std::string money_words(const Language& language, const Money& money) {
  const auto amount = static_cast<double>(money.hundredths) / 100;
  return language.formats().money(amount, money.currency, money.hundredths % 100 == 0 ? 0 : 2);
}

std::string price_words(const Language& language, const PriceRange& price) {
  const auto words = [&](std::int64_t hundredths) {
    return money_words(language, {.hundredths = hundredths, .currency = price.currency});
  };
  if (!price.least_hundredths) return language.say("price.up-to", {{"price", words(*price.most_hundredths)}});
  if (!price.most_hundredths) return language.say("price.from", {{"price", words(*price.least_hundredths)}});
  return language.say("price.range", {{"from", words(*price.least_hundredths)}, {"to", words(*price.most_hundredths)}});
}

std::string ago_words(const Language& language, Date day, Date today) {
  const auto days = static_cast<int>((std::chrono::sys_days{today} - std::chrono::sys_days{day}).count());
  const auto& formats = language.formats();
  if (days < 0) return date_words(language, day);
  if (days < 14) return formats.ago(days, TimeUnit::days);
  if (days < 61) return formats.ago(days / 7, TimeUnit::weeks);
  if (days < 730) return formats.ago(days / 30, TimeUnit::months);
  return formats.ago(days / 365, TimeUnit::years);
}

std::string date_words(const Language& language, Date day) { return language.formats().date(day); }

std::string places_words(const Language& language, std::uint64_t count) {
  return language.count("quantity.places", count);
}

std::string direction_letters(const Language& language, std::string_view compass_point) {
  return compass_point.empty() ? std::string{} : language.say("compass." + std::string(compass_point));
}

std::string direction_words(const Language& language, std::string_view compass_point) {
  return compass_point.empty() ? std::string{} : language.say("compass." + std::string(compass_point) + "-words");
}

std::string language_words(const Language& language, const std::string& tag) {
  return language.formats().language_name(tag);
}

std::string speaks_words(const Language& language, const std::vector<std::string>& tags) {
  std::vector<std::string> names;
  for (const auto& tag : tags) names.push_back(language_words(language, tag));
  return language.say("chip.speaks", {{"language", language.formats().either(names)}});
}

std::string country_words(const Language& language, const std::string& code) {
  return language.formats().country_name(code);
}

std::string capitalised(const Language& language, std::string_view text) {
  return language.formats().capitalised(text);
}

std::string within_sentence(const Language& language, std::string name) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool begins_like_a_sentence = name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' && is_small(name[1]);
  if (language.tag() == "en" && begins_like_a_sentence) name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

std::string precision_words(const Language& language, std::string_view by, double within_m) {
  return language.say("placed." + std::string(by), {{"distance", distance_words(language, Metres{within_m})}});
}

bool says_fictional(std::string_view name) { return name.find("(fictional)") != std::string_view::npos; }

std::string listed(const Language& language, const std::vector<std::string>& items) {
  return items.size() == 1 ? items.front() : language.formats().list(items);
}

}  // namespace nearme
