#include "intake/country.hpp"

#include <array>
#include <map>

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include "intake/cells.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using CountriesByName = std::map<std::string, std::string, std::less<>>;

struct CommonName {
  std::string_view folded;
  std::string_view code;
};

/// Names in use that are neither ISO codes nor the full names that ICU knows.
constexpr std::array kCommonNames{
    CommonName{"uk", "GB"},
    CommonName{"england", "GB"},
    CommonName{"scotland", "GB"},
    CommonName{"wales", "GB"},
    CommonName{"northern ireland", "GB"},
    CommonName{"great britain", "GB"},
    CommonName{"britain", "GB"},
    CommonName{"u.k.", "GB"},
    CommonName{"america", "US"},
    CommonName{"u.s.", "US"},
    CommonName{"u.s.a.", "US"},
    CommonName{"united states of america", "US"},
    CommonName{"holland", "NL"},
    CommonName{"czech republic", "CZ"},
    CommonName{"republic of ireland", "IE"},
    CommonName{"korea", "KR"},
    CommonName{"uae", "AE"},
    CommonName{"macedonia", "MK"},
    CommonName{"turkey", "TR"},
    CommonName{"ivory coast", "CI"},
};

std::string folded(const icu::UnicodeString& name) {
  std::string utf8;
  name.toUTF8String(utf8);
  return fold(utf8);
}

void add_own_name(CountriesByName& countries, const icu::Locale& place, const char* code) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale own(place);
  own.addLikelySubtags(status);
  icu::UnicodeString name;
  if (U_SUCCESS(status)) countries.emplace(folded(place.getDisplayCountry(icu::Locale(own.getLanguage()), name)), code);
}

CountriesByName countries_by_name() {
  CountriesByName countries;
  for (const auto* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale place("", *code);
    icu::UnicodeString name;
    countries.emplace(fold(*code), *code);
    countries.emplace(fold(place.getISO3Country()), *code);
    countries.emplace(folded(place.getDisplayCountry(icu::Locale::getEnglish(), name)), *code);
    add_own_name(countries, place, *code);
  }
  for (const auto& [name, code] : kCommonNames) countries.emplace(name, code);
  return countries;
}

}  // namespace

std::optional<std::string> country_of(std::string_view cell) {
  static const auto kCountries = countries_by_name();
  const auto found = kCountries.find(fold(tidy(cell)));
  if (found == kCountries.end()) return std::nullopt;
  return found->second;
}

}  // namespace nearme
