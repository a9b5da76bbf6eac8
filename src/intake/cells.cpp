#include "intake/cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "directory/check.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr double kQuarterTurn = 90;
constexpr double kHalfTurn = 180;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(),
                         [](char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; });
  return lowered;
}

/// The length of the white space at the start of a text: 0 when it starts with something else.
std::size_t space_at(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text[0]) <= ' ') return 1;
  for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF"}) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

Result<double> degrees_of(std::string_view cell, std::string_view what) {
  const auto text = tidy(cell);
  if (says_nothing(text)) return fail(ErrorKind::invalid_input, "{} is missing", what);
  if (const auto number = number_of(text)) return *number;
  return fail(ErrorKind::invalid_input, "{} is not a number such as 53.8", what);
}

/// Digits with at most two decimals, thousands marked or not: "1,200.50", "85,5". None for anything else.
std::optional<std::int64_t> hundredths_of(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\''; });
  const auto mark = text.find_last_of(".,");
  const bool has_decimals = mark != std::string::npos && text.size() - mark <= 3;
  std::string whole = has_decimals ? text.substr(0, mark) : text;
  std::string decimals = has_decimals ? text.substr(mark + 1) : "";
  std::erase_if(whole, [](char c) { return c == ',' || c == '.'; });
  decimals.resize(2, '0');
  const auto digits = whole + decimals;
  constexpr std::size_t kMostDigits = 15;
  if (whole.empty() || digits.size() > kMostDigits || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
  std::int64_t hundredths = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), hundredths);
  if (hundredths > kMaxPriceHundredths) return std::nullopt;
  return hundredths;
}

struct CurrencySign {
  std::string_view sign;
  std::string_view code;
};
constexpr std::array kCurrencySigns{CurrencySign{"£", "GBP"}, CurrencySign{"€", "EUR"}, CurrencySign{"¥", "JPY"},
                                    CurrencySign{"₹", "INR"}, CurrencySign{"₺", "TRY"}, CurrencySign{"₩", "KRW"}};

/// Takes the currency off the front or the back of "120 GBP" or "£85", and gives its code; empty when there is none.
std::string take_currency(std::string& text) {
  for (const auto& [sign, code] : kCurrencySigns) {
    const auto at = text.find(sign);
    if (at == std::string::npos) continue;
    text = tidy(text.substr(0, at) + text.substr(at + sign.size()));
    return std::string(code);
  }
  const auto first_digit = text.find_first_of("0123456789");
  const auto last_digit = text.find_last_of("0123456789");
  if (first_digit == std::string::npos) return {};
  auto before = tidy(text.substr(0, first_digit));
  auto after = tidy(text.substr(last_digit + 1));
  text = text.substr(first_digit, last_digit + 1 - first_digit);
  auto code = before.empty() ? after : after.empty() ? before : std::string{};
  std::ranges::transform(code, code.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return code.size() == 3 && std::ranges::all_of(code, is_capital) ? code : std::string{};
}

std::optional<Money> money_of(std::string text) {
  const auto currency = take_currency(text);
  const auto hundredths = hundredths_of(text);
  if (currency.empty() || !hundredths) return std::nullopt;
  return Money{.hundredths = *hundredths, .currency = currency};
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

/// Every language with a two-letter code, under its English name and its own.
const std::map<std::string, std::string, std::less<>>& languages_by_name() {
  static const auto kLanguages = [] {
    std::map<std::string, std::string, std::less<>> languages;
    for (const auto* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      if (std::string_view(*code).size() != 2) continue;
      const icu::Locale locale(*code);
      icu::UnicodeString name;
      languages.emplace(fold(utf8_of(locale.getDisplayLanguage(icu::Locale::getEnglish(), name))), *code);
      languages.emplace(fold(utf8_of(locale.getDisplayLanguage(locale, name))), *code);
    }
    return languages;
  }();
  return kLanguages;
}

bool looks_like_tag(std::string_view text) {
  const auto end_of_language = std::min(text.find('-'), text.size());
  return (end_of_language == 2 || end_of_language == 3) && std::ranges::all_of(text, [](char c) {
           return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') || c == '-';
         });
}

/// Whether ICU knows the language of a tag by name; an unknown one it would show as its own code.
bool is_known(const icu::Locale& locale) {
  icu::UnicodeString name;
  return utf8_of(locale.getDisplayLanguage(icu::Locale::getEnglish(), name)) != locale.getLanguage();
}

}  // namespace

std::string tidy(std::string_view cell) {
  std::string text;
  text.reserve(cell.size());
  bool space_before = false;
  while (!cell.empty()) {
    if (const auto space = space_at(cell); space != 0) {
      space_before = true;
      cell.remove_prefix(space);
      continue;
    }
    if (space_before && !text.empty()) text += ' ';
    space_before = false;
    text += cell[0];
    cell.remove_prefix(1);
  }
  return text;
}

bool says_nothing(std::string_view tidy_cell) {
  constexpr std::size_t kLongest = 13;
  if (tidy_cell.empty()) return true;
  if (tidy_cell.size() > kLongest) return false;
  constexpr std::array<std::string_view, 8> kWords{"-", "--", "n/a", "null", "nan", "#n/a", "none", "not available"};
  return std::ranges::find(kWords, lower(tidy_cell)) != kWords.end();
}

std::vector<std::string> list_of(std::string_view cell) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const auto end = std::min(cell.find(';', begin), cell.size());
    auto part = tidy(cell.substr(begin, end - begin));
    if (!says_nothing(part)) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::optional<double> number_of(std::string_view cell) {
  auto text = tidy(cell);
  if (std::ranges::count(text, ',') == 1 && text.find('.') == std::string::npos) text[text.find(',')] = '.';
  std::string_view digits = text;
  if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
  double number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<std::uint32_t> count_of(std::string_view cell) {
  const auto number = number_of(cell);
  constexpr double kGreatest = 4294967295.0;
  if (!number || *number < 0 || *number > kGreatest || *number != std::floor(*number)) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

std::optional<bool> yes_or_no(std::string_view cell) {
  const auto word = lower(tidy(cell));
  if (word == "yes" || word == "true" || word == "1" || word == "y") return true;
  if (word == "no" || word == "false" || word == "0" || word == "n") return false;
  return std::nullopt;
}

Result<LatLon> position_of(std::string_view lat, std::string_view lon) {
  TRY(const double latitude, degrees_of(lat, "latitude"));
  TRY(const double longitude, degrees_of(lon, "longitude"));
  if (latitude == 0 && longitude == 0) {
    return fail(ErrorKind::invalid_input, "position is 0, 0, which stands for an unknown one");
  }
  if (std::abs(latitude) > kHalfTurn && std::abs(longitude) > kHalfTurn) {
    return fail(ErrorKind::invalid_input,
                "latitude and longitude are no degrees; metres of a map grid must become WGS 84");
  }
  if (std::abs(latitude) > kQuarterTurn) {
    const bool swapped = std::abs(longitude) <= kQuarterTurn && std::abs(latitude) <= kHalfTurn;
    return fail(ErrorKind::invalid_input, "latitude is not between -90 and 90{}",
                swapped ? "; latitude and longitude may be swapped" : "");
  }
  if (std::abs(longitude) > kHalfTurn) {
    return fail(ErrorKind::invalid_input, "longitude is not between -180 and 180");
  }
  return LatLon::make({.lat = latitude, .lon = longitude});
}

Result<LatLon> position_of(std::string_view cell) {
  const auto text = tidy(cell);
  if (says_nothing(text)) return fail(ErrorKind::invalid_input, "position is missing");
  const auto close = text.rfind(')');
  const auto open = text.rfind('(');
  const bool has_brackets = open != std::string::npos && close != std::string::npos && open < close;
  const auto inside = has_brackets ? text.substr(open + 1, close - open - 1) : text;
  const bool is_wkt = lower(text).starts_with("point");
  const auto between = std::min(inside.find(is_wkt ? ' ' : ','), inside.size());
  const auto first = inside.substr(0, between);
  const auto second = inside.substr(std::min(between + 1, inside.size()));
  if (!number_of(first) || !number_of(second)) {
    return fail(ErrorKind::invalid_input, "position holds no latitude and longitude");
  }
  return is_wkt ? position_of(second, first) : position_of(first, second);
}

std::vector<PriceCell> price_list_of(std::string_view cell) {
  std::vector<PriceCell> prices;
  for (const auto& entry : list_of(cell)) {
    const auto equals = entry.rfind('=');
    if (equals == std::string::npos) {
      prices.push_back({.service = entry, .price = std::nullopt});
    } else {
      prices.push_back({.service = tidy(entry.substr(0, equals)), .price = money_of(tidy(entry.substr(equals + 1)))});
    }
  }
  std::erase_if(prices, [](const PriceCell& price) { return price.service.empty(); });
  return prices;
}

std::optional<std::string> web_address_of(std::string_view cell) {
  constexpr std::size_t kLongest = 2000;
  const auto text = tidy(cell);
  if (text.size() > kLongest || text.find_first_of(" \"<>\\^`{|}") != std::string::npos) return std::nullopt;
  const auto scheme_end = text.find("://");
  if (scheme_end != std::string::npos) {
    const auto scheme = lower(text.substr(0, scheme_end));
    if ((scheme != "http" && scheme != "https") || text.size() == scheme_end + 3) return std::nullopt;
    return scheme + text.substr(scheme_end);
  }
  // Without a scheme it must begin with a host name: letters, a dot, and no colon before the first slash but a port's.
  const auto host = text.substr(0, text.find_first_of("/?#"));
  const auto colon = host.find(':');
  const auto name = host.substr(0, colon);
  const auto dot = name.rfind('.');
  const bool has_port = colon == std::string::npos || std::ranges::all_of(host.substr(colon + 1), is_digit);
  if (dot == std::string::npos || dot == 0 || name.size() - dot < 3 || name.contains('@') || !has_port) {
    return std::nullopt;
  }
  return "https://" + text;
}

std::optional<std::string> language_of(std::string_view cell) {
  const auto text = tidy(cell);
  if (const auto named = languages_by_name().find(fold(text)); named != languages_by_name().end()) return named->second;
  if (!looks_like_tag(text)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(text, status);
  if (U_FAILURE(status) || !is_known(locale)) return std::nullopt;
  auto tag = locale.toLanguageTag<std::string>(status);
  if (U_FAILURE(status)) return std::nullopt;
  return tag;
}

}  // namespace nearme
