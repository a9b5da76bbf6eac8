#include "service/pages/language/formats.hpp"

#include <array>

#include <unicode/coll.h>
#include <unicode/datefmt.h>
#include <unicode/listformatter.h>
#include <unicode/locdspnm.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

namespace nearme {
namespace {

using icu::UnicodeString;
using icu::number::LocalizedNumberFormatter;

/// A problem of ICU leaves what it was to fill in empty: every locale here is one of ours, so that there is none.
class Status {
 public:
  operator UErrorCode&() { return code_; }

 private:
  UErrorCode code_ = U_ZERO_ERROR;
};

std::string utf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

UnicodeString utf16(std::string_view text) {
  return UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

icu::Locale locale_for(std::string_view tag) {
  if (tag == "en") return icu::Locale::getUK();
  Status status;
  return icu::Locale::forLanguageTag(std::string(tag) + (tag == "ar" ? "-u-nu-latn" : ""), status);
}

LocalizedNumberFormatter plain(const icu::Locale& locale, int decimals) {
  return icu::number::NumberFormatter::withLocale(locale)
      .precision(icu::number::Precision::fixedFraction(decimals))
      .grouping(UNUM_GROUPING_AUTO);
}

/// Miles have no short sign that everybody reads; the other units do.
LocalizedNumberFormatter of_length(const icu::Locale& locale, LengthUnit unit, int decimals) {
  const auto measure = unit == LengthUnit::miles        ? icu::MeasureUnit::getMile()
                       : unit == LengthUnit::kilometres ? icu::MeasureUnit::getKilometer()
                                                        : icu::MeasureUnit::getMeter();
  const bool spelt = unit == LengthUnit::miles;
  return plain(locale, decimals).unit(measure).unitWidth(spelt ? UNUM_UNIT_WIDTH_FULL_NAME : UNUM_UNIT_WIDTH_SHORT);
}

std::unique_ptr<icu::DateFormat> in_utc(icu::DateFormat* made) {
  std::unique_ptr<icu::DateFormat> format(made);
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

UDate milliseconds(Date day) {
  return static_cast<double>(std::chrono::sys_days{day}.time_since_epoch().count()) * 86'400'000.0;
}

std::string formatted(const icu::DateFormat& format, UDate moment) {
  UnicodeString text;
  return utf8(format.format(moment, text));
}

std::string joined(const icu::ListFormatter& format, const std::vector<std::string>& items) {
  std::vector<UnicodeString> wide;
  for (const auto& item : items) wide.push_back(utf16(item));
  UnicodeString text;
  Status status;
  return utf8(format.format(wide.data(), static_cast<std::int32_t>(wide.size()), text, status));
}

}  // namespace

struct Formats::Parts {
  explicit Parts(std::string_view tag) : locale(locale_for(tag)) {
    Status status;
    for (int decimals = 0; decimals < 3; ++decimals) numbers.at(decimals) = plain(locale, decimals);
    for (int unit = 0; unit < 3; ++unit) {
      for (int decimals = 0; decimals < 2; ++decimals)
        lengths.at(unit * 2 + decimals) = of_length(locale, static_cast<LengthUnit>(unit), decimals);
    }
    date = in_utc(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
    clock = in_utc(icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, locale));
    weekday = in_utc(new icu::SimpleDateFormat("cccc", locale, status));
    relative = std::make_unique<icu::RelativeDateTimeFormatter>(locale, status);
    either.reset(icu::ListFormatter::createInstance(locale, ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE, status));
    day = in_utc(icu::DateFormat::createInstanceForSkeleton("EEEEdMMMM", locale, status));
    list.reset(icu::ListFormatter::createInstance(locale, status));
    std::array contexts{UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU};
    collator.reset(icu::Collator::createInstance(locale, status));
    names.reset(icu::LocaleDisplayNames::createInstance(locale, contexts.data(), contexts.size()));
  }

  icu::Locale locale;
  std::array<LocalizedNumberFormatter, 3> numbers;  ///< without, with one, with two decimals
  std::array<LocalizedNumberFormatter, 6> lengths;  ///< by unit, without and with a decimal
  std::unique_ptr<icu::DateFormat> date;
  std::unique_ptr<icu::DateFormat> day;
  std::unique_ptr<icu::DateFormat> clock;
  std::unique_ptr<icu::DateFormat> weekday;
  std::unique_ptr<icu::RelativeDateTimeFormatter> relative;
  std::unique_ptr<icu::ListFormatter> list;
  std::unique_ptr<icu::ListFormatter> either;
  std::unique_ptr<icu::LocaleDisplayNames> names;
  std::unique_ptr<icu::Collator> collator;
};

Formats::Formats(std::string_view tag) : parts_(std::make_unique<const Parts>(tag)) {}
Formats::Formats(Formats&&) noexcept = default;
Formats& Formats::operator=(Formats&&) noexcept = default;
Formats::~Formats() = default;

bool Formats::is_right_to_left() const { return parts_->locale.isRightToLeft() != 0; }

std::string Formats::number(double value, int decimals) const {
  Status status;
  const auto& format = parts_->numbers.at(static_cast<std::size_t>(decimals));
  return utf8(format.formatDouble(value, status).toString(status));
}

std::string Formats::length(double value, LengthUnit unit, int decimals) const {
  Status status;
  const auto index = static_cast<std::size_t>(unit) * 2 + (decimals > 0 ? 1 : 0);
  return utf8(parts_->lengths.at(index).formatDouble(value, status).toString(status));
}

std::string Formats::money(double amount, const std::string& currency, int decimals) const {
  if (currency.size() != 3) return number(amount, decimals);
  Status status;
  const icu::CurrencyUnit unit(utf16(currency).getTerminatedBuffer(), status);
  return utf8(plain(parts_->locale, decimals).unit(unit).formatDouble(amount, status).toString(status));
}

std::string Formats::date(Date day) const { return formatted(*parts_->date, milliseconds(day)); }

std::string Formats::day(Date day) const { return formatted(*parts_->day, milliseconds(day)); }

std::string Formats::weekday(Date day) const { return formatted(*parts_->weekday, milliseconds(day)); }

std::string Formats::clock(int minutes) const { return formatted(*parts_->clock, minutes * 60'000.0); }

std::string Formats::ago(int count, TimeUnit unit) const {
  constexpr std::array kUnits{UDAT_REL_UNIT_DAY, UDAT_REL_UNIT_WEEK, UDAT_REL_UNIT_MONTH, UDAT_REL_UNIT_YEAR};
  UnicodeString text;
  Status status;
  if (unit == TimeUnit::days && count <= 1) {
    return utf8(parts_->relative->format(-count, UDAT_REL_UNIT_DAY, text, status));
  }
  return utf8(parts_->relative->formatNumeric(-count, kUnits.at(static_cast<std::size_t>(unit)), text, status));
}

std::string Formats::tomorrow() const {
  UnicodeString text;
  Status status;
  return utf8(parts_->relative->format(UDAT_DIRECTION_NEXT, UDAT_ABSOLUTE_DAY, text, status));
}

std::string Formats::list(const std::vector<std::string>& items) const { return joined(*parts_->list, items); }

std::string Formats::either(const std::vector<std::string>& items) const { return joined(*parts_->either, items); }

std::string Formats::language_name(const std::string& tag) const {
  Status status;
  const auto named = icu::Locale::forLanguageTag(tag, status);
  if (U_FAILURE(status) || std::string_view{named.getLanguage()}.empty()) return tag;
  UnicodeString text;
  return utf8(parts_->names->localeDisplayName(named, text));
}

std::string Formats::country_name(const std::string& code) const {
  UnicodeString text;
  return utf8(icu::Locale{"", code.c_str()}.getDisplayCountry(parts_->locale, text));
}

bool Formats::comes_before(std::string_view a, std::string_view b) const {
  Status status;
  return parts_->collator->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                                       {b.data(), static_cast<std::int32_t>(b.size())}, status) == UCOL_LESS;
}

std::string Formats::capitalised(std::string_view text) const {
  auto wide = utf16(text);
  const auto first = wide.moveIndex32(0, 1);
  UnicodeString begun(wide, 0, first);
  return utf8(begun.toUpper(parts_->locale) + UnicodeString(wide, first));
}

std::string Formats::fill(const std::string& pattern, std::uint64_t count,
                          const std::vector<std::pair<std::string_view, std::string>>& values) const {
  std::vector<UnicodeString> names{"count"};
  std::vector<icu::Formattable> filled{icu::Formattable(static_cast<std::int64_t>(count))};
  for (const auto& [name, value] : values) {
    names.push_back(utf16(name));
    filled.emplace_back(utf16(value));
  }
  Status status;
  const icu::MessageFormat message(utf16(pattern), parts_->locale, status);
  UnicodeString text;
  message.format(names.data(), filled.data(), static_cast<std::int32_t>(names.size()), text, status);
  return utf8(text);
}

}  // namespace nearme
