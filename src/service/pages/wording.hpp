#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "directory/money.hpp"
#include "geo/metres.hpp"
#include "hours/schedule.hpp"

namespace nearme {

struct PriceRange;

/// How the pages say quantities: short, in English, with units. Pure functions.

/// "under 50 m", "850 m", "1.2 km", "41 km".
std::string distance_words(Metres distance);

/// "£120", "€95.50", "1,250 CHF". Whole amounts have no decimals; currencies without a sign of their own are named.
std::string money_words(const Money& money);

/// "today", "yesterday", "3 days ago", "3 weeks ago", "5 months ago", "2 years ago". A later day than today is its
/// date.
std::string ago_words(Date day, Date today);

/// "22 November 2026".
std::string date_words(Date day);

/// "1 place", "41 places", "12,345 places": the plural by adding an s.
std::string count_words(std::uint64_t count, std::string_view noun);

/// The compass point spelt out for those who hear it: "north-east" for "NE". Empty stays empty.
std::string_view direction_words(std::string_view compass_point);

/// English name of a language by its BCP 47 tag: "Punjabi"; the tag itself when it has none.
std::string language_words(const std::string& tag);

/// "speaks Polish or German".
std::string speaks_words(const std::vector<std::string>& tags);

/// English name of a country by its ISO 3166-1 alpha-2 code; the code itself when it has none.
std::string country_words(const std::string& code);

/// "micro-needling, licence of the premises" begun with a capital.
std::string capitalised(std::string_view text);

/// A name as it stands inside a sentence: "micro-needling", but "PRP" and "LED light therapy" as they are.
std::string within_sentence(std::string name);

/// How a site was placed on the map whose source has no coordinates: "by postcode, within 2 km".
std::string precision_words(std::string_view by, double within_m);

/// Whether a name already says that it is made up, so that a mark beside it would say it twice.
bool says_fictional(std::string_view name);

/// "up to £150", "from £50", "£50 to £150".
std::string price_words(const PriceRange& price);

/// The items joined as in a sentence: "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);

}  // namespace nearme
