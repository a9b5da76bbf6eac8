#include "text/phone.hpp"

#include <phonenumbers/phonenumberutil.h>

namespace nearme {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

const PhoneNumberUtil& library() { return *PhoneNumberUtil::GetInstance(); }

}  // namespace

std::optional<std::string> e164_of(std::string_view text, const std::string& country) {
  PhoneNumber number;
  const auto read = library().Parse(std::string(text), country.empty() ? "ZZ" : country, &number);
  // "Possible", not "valid": the tables of numbers in use are older than many a number.
  if (read != PhoneNumberUtil::NO_PARSING_ERROR || !library().IsPossibleNumber(number)) return std::nullopt;
  std::string written;
  library().Format(number, PhoneNumberUtil::E164, &written);
  if (number.has_extension() && !number.extension().empty()) written += ";ext=" + number.extension();
  return written;
}

std::string phone_words(std::string_view e164, const std::string& country) {
  PhoneNumber number;
  const std::string stored(e164);
  if (!e164.starts_with('+') || library().Parse(stored, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
    return stored;
  const bool is_at_home = library().GetCountryCodeForRegion(country) == number.country_code();
  std::string words;
  library().Format(number, is_at_home ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &words);
  return words;
}

}  // namespace nearme
