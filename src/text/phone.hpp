#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nearme {

/// A telephone number in E.164 ("+441134960000"), read by libphonenumber as one would dial it in `country` (ISO 3166-1
/// alpha-2; empty: only numbers with their country's code can be read). An extension follows it: "+15125550100;ext=12"
/// (RFC 3966). None when the text is no number that could exist there. Threads: any; some microseconds.
std::optional<std::string> e164_of(std::string_view text, const std::string& country);

/// Such a number as people write it: as one dials it within `country` where it belongs there ("0113 496 0000"), else as
/// one dials it from abroad ("+44 113 496 0000"). What is no such number stays as it is. Threads: any.
std::string phone_words(std::string_view e164, const std::string& country);

}  // namespace nearme
