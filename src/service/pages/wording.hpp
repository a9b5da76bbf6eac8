#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "directory/money.hpp"
#include "geo/metres.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

struct PriceRange;

/// How the pages say quantities: short, in the reader's language, with units. Pure functions. The examples are in
/// English.

/// "under 50 m", "850 m", "1.2 km", "41 km"; in countries of miles (ISO 3166-1 alpha-2, ICU knows which) "under 0.1
/// miles", "0.8 miles", "25 miles". Without a country: metric.
std::string distance_words(const Language& language, Metres distance, std::string_view country = {});

/// Whether roads are measured in miles there.
bool uses_miles(std::string_view country);

/// "£120", "€95.50", "CHF 1,250". Whole amounts have no decimals.
std::string money_words(const Language& language, const Money& money);

/// "up to £150", "from £50", "£50 to £150".
std::string price_words(const Language& language, const PriceRange& price);

/// "today", "yesterday", "3 days ago", "3 weeks ago", "5 months ago", "2 years ago". A later day than today is its
/// date.
std::string ago_words(const Language& language, Date day, Date today);

/// "22 November 2026".
std::string date_words(const Language& language, Date day);

/// "1 place", "41 places", "12,345 places".
std::string places_words(const Language& language, std::uint64_t count);

/// The compass point as it stands beside a distance, "NE", and spelt out for those who hear it, "north-east". Empty
/// stays empty.
std::string direction_letters(const Language& language, std::string_view compass_point);
std::string direction_words(const Language& language, std::string_view compass_point);

/// Name of a language by its BCP 47 tag: "Punjabi"; the tag itself when it has none.
std::string language_words(const Language& language, const std::string& tag);

/// "speaks Polish or German".
std::string speaks_words(const Language& language, const std::vector<std::string>& tags);

/// Name of a country by its ISO 3166-1 alpha-2 code; the code itself when it has none.
std::string country_words(const Language& language, const std::string& code);

/// "micro-needling, licence of the premises" begun with a capital.
std::string capitalised(const Language& language, std::string_view text);

/// An English name as it stands inside a sentence: "micro-needling", but "PRP" and "LED light therapy" as they are.
/// Other languages have their names as they are written: German nouns keep their capitals.
std::string within_sentence(const Language& language, std::string name);

/// How a site was placed on the map whose source has no coordinates: "by postcode, within 2 km".
std::string precision_words(const Language& language, std::string_view by, double within_m);

/// Whether a name already says that it is made up, so that a mark beside it would say it twice.
bool says_fictional(std::string_view name);

/// The items joined as in a sentence: "a", "a and b", "a, b and c".
std::string listed(const Language& language, const std::vector<std::string>& items);

}  // namespace nearme
