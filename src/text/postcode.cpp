#include "text/postcode.hpp"

#include <algorithm>
#include <array>

namespace nearme {
namespace {

constexpr std::size_t kLongest = 14;  ///< of a text with a country's code, spaces and hyphens

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// A way of writing postcodes: 'A' is a letter, '9' a digit, '*' either. `picture` is of the key; when `divided` is not
/// empty, the text must be divided as it says ('-' is a hyphen, '_' a space or hyphen).
struct Form {
  std::string_view picture;
  std::string_view divided;
  std::string_view country;
  std::size_t district = 0;  ///< characters of the key that name the larger area; 0: there is none
  std::size_t first = 0;     ///< characters of the key before the divider when it is written out; 0: no divider
  char divider = ' ';
};

/// The first that fits is taken.
constexpr std::array kForms{
    // Britain: outward and inward part, then the outward part alone. Some outward parts look like Canada's or
    // Ireland's.
    Form{.picture = "A99AA", .country = "GB", .district = 2, .first = 2},
    Form{.picture = "A999AA", .country = "GB", .district = 3, .first = 3},
    Form{.picture = "AA99AA", .country = "GB", .district = 3, .first = 3},
    Form{.picture = "AA999AA", .country = "GB", .district = 4, .first = 4},
    Form{.picture = "A9A9AA", .country = "GB", .district = 3, .first = 3},
    Form{.picture = "AA9A9AA", .country = "GB", .district = 4, .first = 4},
    Form{.picture = "A9", .country = "GB"},
    Form{.picture = "AA9", .country = "GB"},
    Form{.picture = "AA99", .country = "GB"},
    Form{.picture = "AA9A", .country = "GB"},
    Form{.picture = "A99"},
    Form{.picture = "A9A"},
    Form{.picture = "A9A9A9", .country = "CA", .district = 3, .first = 3},
    Form{.picture = "A99****", .country = "IE", .district = 3, .first = 3},
    Form{.picture = "A9A****", .country = "IE", .district = 3, .first = 3},
    Form{.picture = "9999AA", .country = "NL", .district = 4, .first = 4},
    Form{.picture = "999999999", .divided = "99999_9999", .country = "US", .district = 5, .first = 5, .divider = '-'},
    Form{.picture = "999999999", .divided = "999999999", .country = "US", .district = 5, .first = 5, .divider = '-'},
    Form{.picture = "99999999", .divided = "99999-999", .country = "BR", .district = 5, .first = 5, .divider = '-'},
    Form{.picture = "9999999", .divided = "9999-999", .country = "PT", .district = 4, .first = 4, .divider = '-'},
    Form{.picture = "9999999", .divided = "999-9999", .country = "JP", .first = 3, .divider = '-'},
    Form{.picture = "999999", .divided = "999999"},
    Form{.picture = "999999", .divided = "999 999", .country = "IN"},
    Form{.picture = "99999", .divided = "99-999", .country = "PL", .first = 2, .divider = '-'},
    Form{.picture = "99999", .divided = "999 99", .first = 3},
    Form{.picture = "99999", .divided = "99999"},
    Form{.picture = "9999", .divided = "9999"},
    Form{.picture = "AA999", .country = "AD"},
    Form{.picture = "AAA9999", .country = "MT", .first = 3},
};

/// What stands before the digits of postcodes in some countries: vehicle codes and ISO codes.
struct Prefix {
  std::string_view written;
  std::string_view country;
};
constexpr std::array kPrefixes{
    Prefix{"d", "DE"},   Prefix{"de", "DE"}, Prefix{"a", "AT"},  Prefix{"at", "AT"}, Prefix{"ch", "CH"},
    Prefix{"f", "FR"},   Prefix{"fr", "FR"}, Prefix{"b", "BE"},  Prefix{"be", "BE"}, Prefix{"dk", "DK"},
    Prefix{"nl", "NL"},  Prefix{"l", "LU"},  Prefix{"lu", "LU"}, Prefix{"i", "IT"},  Prefix{"it", "IT"},
    Prefix{"e", "ES"},   Prefix{"es", "ES"}, Prefix{"pl", "PL"}, Prefix{"s", "SE"},  Prefix{"se", "SE"},
    Prefix{"fin", "FI"}, Prefix{"fi", "FI"}, Prefix{"n", "NO"},  Prefix{"no", "NO"}, Prefix{"li", "LI"},
};

bool fits_letter(char sample, char c) {
  if (sample == 'A') return is_letter(c);
  if (sample == '9') return is_digit(c);
  if (sample == '_') return c == ' ' || c == '-';
  return sample == '*' ? is_letter(c) || is_digit(c) : sample == c;
}

bool fits(std::string_view picture, std::string_view text) { return std::ranges::equal(picture, text, fits_letter); }

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t,");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t,.") - begin + 1);
}

std::string written(const Form& form, std::string_view key) {
  std::string text;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (i > 0 && i == form.first) text += form.divider;
    text += to_upper(key[i]);
  }
  return text;
}

bool is_divider(char c) { return c == ' ' || c == '-'; }

/// At most one divider stands between two parts, and nothing but letters and digits elsewhere.
bool is_well_divided(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter(text[i]) && !is_digit(text[i]) && !is_divider(text[i])) return false;
    if (i > 0 && is_divider(text[i]) && is_divider(text[i - 1])) return false;
  }
  return true;
}

/// The islands round Britain write postcodes as Britain does.
std::string_view country_of(const Form& form, std::string_view key) {
  if (form.country != "GB") return form.country;
  if (key.starts_with("je")) return "JE";
  if (key.starts_with("gy")) return "GG";
  return key.starts_with("im") ? "IM" : "GB";
}

std::optional<PostcodeForm> form_of(std::string_view text) {
  const auto key = postcode_key(text);
  for (const auto& form : kForms) {
    if (!fits(form.picture, key) || (!form.divided.empty() && !fits(form.divided, text))) continue;
    return PostcodeForm{.key = key,
                        .district = key.substr(0, form.district),
                        .country = std::string(country_of(form, key)),
                        .written = written(form, key)};
  }
  return std::nullopt;
}

/// "D-10115" as "10115" of Germany.
std::optional<PostcodeForm> form_with_country(std::string_view text) {
  constexpr std::size_t kFewestDigits = 4;
  const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
  const auto digits = text.find_first_of("0123456789");
  if (letters == 0 || digits == std::string_view::npos || digits > letters + 1) return std::nullopt;
  if (text.size() < digits + kFewestDigits || std::ranges::any_of(text.substr(digits), is_letter)) return std::nullopt;
  const auto code = postcode_key(text.substr(0, letters));
  const auto* const prefix = std::ranges::find(kPrefixes, code, &Prefix::written);
  if (prefix == kPrefixes.end()) return std::nullopt;
  auto form = form_of(text.substr(digits));
  if (form) form->country = prefix->country;
  return form;
}

}  // namespace

std::string postcode_key(std::string_view written) {
  std::string key;
  for (const char c : written) {
    if (is_letter(c) || is_digit(c)) key += to_lower(c);
  }
  return key;
}

std::optional<PostcodeForm> postcode_form(std::string_view text) {
  text = trimmed(text);
  if (text.size() > kLongest || !is_well_divided(text)) return std::nullopt;
  if (auto form = form_with_country(text)) return form;
  return form_of(text);
}

}  // namespace nearme
