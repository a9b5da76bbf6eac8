#include "intake/normalise/phone.hpp"

#include <phonenumbers/phonenumberutil.h>

namespace nearme {

std::optional<std::string> e164_of(std::string_view text, const std::string& country) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  const auto& library = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  const auto read = library.Parse(std::string(text), country.empty() ? "ZZ" : country, &number);
  // "Possible", not "valid": the tables of numbers in use are older than many a number.
  if (read != PhoneNumberUtil::NO_PARSING_ERROR || !library.IsPossibleNumber(number)) return std::nullopt;
  std::string written;
  library.Format(number, PhoneNumberUtil::E164, &written);
  if (number.has_extension() && !number.extension().empty()) written += ";ext=" + number.extension();
  return written;
}

}  // namespace nearme
