#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// The words of a text in plain Latin letters, folded: "Клиника Ü. Groß" is "klinika", "u", "gross". Other scripts are
/// transliterated by ICU, so that a name compares with its own transliteration. Threads: any.
std::vector<std::string> plain_words(std::string_view utf8);

}  // namespace nearme
