#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.hpp"

namespace nearme {

/// Units of length in which pages give distances.
enum class LengthUnit : std::uint8_t { metres, kilometres, miles };

/// Units of time that lie between a day and today.
enum class TimeUnit : std::uint8_t { days, weeks, months, years };

/// How one language writes numbers, lengths, money, days, times and lists, by ICU and the CLDR.
///
/// English is written as in Britain, with the day before the month. Arabic is written with the digits 0 to 9, in which
/// its addresses and telephone numbers stand on the same page. Immutable; threads: any.
class Formats {
 public:
  /// A BCP 47 tag: "de". Precondition: ICU knows the language.
  explicit Formats(std::string_view tag);
  Formats(Formats&& other) noexcept;
  Formats& operator=(Formats&& other) noexcept;
  ~Formats();

  [[nodiscard]] bool is_right_to_left() const;

  /// "1,235", "1.2": with as many decimals as said, at most 2.
  [[nodiscard]] std::string number(double value, int decimals = 0) const;

  /// "1.2 km", "812 m", "1 mile".
  [[nodiscard]] std::string length(double value, LengthUnit unit, int decimals = 0) const;

  /// "£120", "€95.50": an ISO 4217 code; without one the bare number.
  [[nodiscard]] std::string money(double amount, const std::string& currency, int decimals) const;

  [[nodiscard]] std::string date(Date day) const;                 ///< "22 November 2026"
  [[nodiscard]] std::string day(Date day) const;                  ///< "Saturday 28 November"
  [[nodiscard]] std::string weekday(Date day) const;              ///< "Monday", as it stands alone
  [[nodiscard]] std::string clock(int minutes) const;             ///< "18:00" of 1080 minutes after midnight
  [[nodiscard]] std::string ago(int count, TimeUnit unit) const;  ///< "3 weeks ago"; 0 and 1 days: "today", "yesterday"
  [[nodiscard]] std::string tomorrow() const;                     ///< "tomorrow"

  /// "a, b and c"; "a, b or c".
  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;
  [[nodiscard]] std::string either(const std::vector<std::string>& items) const;

  /// The name of a language by its tag, begun as in a list to choose from: "Punjabi"; the tag when it has none.
  [[nodiscard]] std::string language_name(const std::string& tag) const;

  /// The name of a country by its ISO 3166-1 alpha-2 code; the code when it has none.
  [[nodiscard]] std::string country_name(const std::string& code) const;

  /// Whether a text stands before another in an alphabetical list.
  [[nodiscard]] bool comes_before(std::string_view a, std::string_view b) const;

  /// The text with its first letter as a capital.
  [[nodiscard]] std::string capitalised(std::string_view text) const;

  /// Fills a pattern of ICU's MessageFormat: `{count, plural, ...}` takes the number, other places take texts by name.
  [[nodiscard]] std::string fill(const std::string& pattern, std::uint64_t count,
                                 const std::vector<std::pair<std::string_view, std::string>>& values) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace nearme
