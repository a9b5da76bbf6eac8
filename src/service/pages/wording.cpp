#include "service/pages/wording.hpp"

#include <array>
#include <cmath>
#include <utility>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "search/search_request.hpp"

namespace nearme {
namespace {

/// Currencies that have a sign of their own which nobody takes for another's.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kCurrencySigns{
    {{"GBP", "£"}, {"EUR", "€"}, {"USD", "$"}, {"JPY", "¥"}, {"INR", "₹"}, {"ILS", "₪"}, {"KRW", "₩"}, {"PLN", "zł "}}};

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kCompass{{{"N", "north"},
                                                                                 {"NE", "north-east"},
                                                                                 {"E", "east"},
                                                                                 {"SE", "south-east"},
                                                                                 {"S", "south"},
                                                                                 {"SW", "south-west"},
                                                                                 {"W", "west"},
                                                                                 {"NW", "north-west"}}};

std::string grouped(std::uint64_t count) {
  auto text = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), 1, ',');
  return text;
}

std::string_view sign_of(std::string_view currency) {
  for (const auto& [code, sign] : kCurrencySigns) {
    if (code == currency) return sign;
  }
  return {};
}

std::string several_ago(int count, std::string_view unit) {
  return count == 1 ? fmt::format("1 {} ago", unit) : fmt::format("{} {}s ago", count, unit);
}

std::string to_text(const icu::UnicodeString& name) {
  std::string text;
  name.toUTF8String(text);
  return text;
}

}  // namespace

std::string distance_words(Metres distance) {
  const auto metres = distance.count();
  if (metres < 50) return "under 50 m";
  if (metres < 995) return fmt::format("{:.0f} m", std::round(metres / 10) * 10);
  if (metres < 9'950) return fmt::format("{:.1f} km", metres / 1000);
  return grouped(static_cast<std::uint64_t>(std::llround(metres / 1000))) + " km";
}

std::string money_words(const Money& money) {
  const auto units = grouped(static_cast<std::uint64_t>(std::abs(money.hundredths) / 100));
  const auto rest = std::abs(money.hundredths) % 100;
  const auto amount = rest == 0 ? units : fmt::format("{}.{:02}", units, rest);
  const auto sign = sign_of(money.currency);
  if (!sign.empty()) return fmt::format("{}{}", sign, amount);
  return money.currency.empty() ? amount : fmt::format("{} {}", amount, money.currency);
}

std::string price_words(const PriceRange& price) {
  const auto words = [&](std::int64_t hundredths) {
    return money_words({.hundredths = hundredths, .currency = price.currency});
  };
  if (!price.least_hundredths) return "up to " + words(*price.most_hundredths);
  if (!price.most_hundredths) return "from " + words(*price.least_hundredths);
  return fmt::format("{} to {}", words(*price.least_hundredths), words(*price.most_hundredths));
}

std::string ago_words(Date day, Date today) {
  const auto days = static_cast<int>((std::chrono::sys_days{today} - std::chrono::sys_days{day}).count());
  if (days < 0) return date_words(day);
  if (days == 0) return "today";
  if (days == 1) return "yesterday";
  if (days < 14) return several_ago(days, "day");
  if (days < 61) return several_ago(days / 7, "week");
  if (days < 730) return several_ago(days / 30, "month");
  return several_ago(days / 365, "year");
}

std::string date_words(Date day) {
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), kMonths.at(static_cast<unsigned>(day.month()) - 1),
                     static_cast<int>(day.year()));
}

std::string count_words(std::uint64_t count, std::string_view noun) {
  return count == 1 ? fmt::format("1 {}", noun) : fmt::format("{} {}s", grouped(count), noun);
}

std::string_view direction_words(std::string_view compass_point) {
  for (const auto& [point, words] : kCompass) {
    if (point == compass_point) return words;
  }
  return compass_point;
}

std::string language_words(const std::string& tag) {
  auto problem = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(tag, problem);
  if (U_FAILURE(problem) || std::string_view{locale.getLanguage()}.empty()) return tag;
  icu::UnicodeString name;
  return to_text(locale.getDisplayName(icu::Locale::getEnglish(), name));
}

std::string speaks_words(const std::vector<std::string>& tags) {
  std::string words;
  for (const auto& tag : tags) words += (words.empty() ? "" : " or ") + language_words(tag);
  return "speaks " + words;
}

std::string country_words(const std::string& code) {
  icu::UnicodeString name;
  return to_text(icu::Locale{"", code.c_str()}.getDisplayCountry(icu::Locale::getEnglish(), name));
}

std::string capitalised(std::string_view text) {
  std::string begun{text};
  if (!begun.empty() && begun[0] >= 'a' && begun[0] <= 'z') begun[0] = static_cast<char>(begun[0] - 'a' + 'A');
  return begun;
}

std::string within_sentence(std::string name) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' && is_small(name[1])) {
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  }
  return name;
}

std::string precision_words(std::string_view by, double within_m) {
  return fmt::format("by {}, within {}", by, distance_words(Metres{within_m}));
}

bool says_fictional(std::string_view name) { return name.find("(fictional)") != std::string_view::npos; }

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

}  // namespace nearme
