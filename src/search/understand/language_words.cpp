#include "search/understand/language_words.hpp"

#include <array>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// Those that people look for a practitioner in.
constexpr std::array<const char*, 68> kTags{
    "af", "am", "ar", "az",  "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et",
    "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja",
    "ka", "kk", "km", "ko",  "ku", "lt", "lv", "mk", "mr", "ms", "mt", "ne", "nl", "no", "pa", "pl", "ps",
    "pt", "ro", "ru", "sk",  "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi"};

constexpr std::array<const char*, 5> kSpokenHere{"en", "de", "fr", "es", "pl"};

std::string name_in(const char* tag, const char* language) {
  icu::UnicodeString name;
  icu::Locale{tag}.getDisplayLanguage(icu::Locale{language}, name);
  std::string text;
  name.toUTF8String(text);
  return fold(text);
}

constexpr std::array<std::string_view, 6> kGermanEndings{"sprachige",  "sprachiger", "sprachiges",
                                                         "sprachigen", "sprachig",   "sprechend"};

}  // namespace

const LanguageNames& LanguageNames::instance() {
  static const LanguageNames kNames;
  return kNames;
}

LanguageNames::LanguageNames() {
  for (const auto* tag : kTags) add_names_of(tag);
  // Names that ICU has otherwise, or not.
  tags_.insert({{"mandarin", "zh"},
                {"chinese", "zh"},
                {"chinesisch", "zh"},
                {"chinois", "zh"},
                {"chino", "zh"},
                {"chinski", "zh"},
                {"cantonese", "yue"},
                {"farsi", "fa"},
                {"flemish", "nl"},
                {"punjabi", "pa"},
                {"panjabi", "pa"},
                {"tagalog", "fil"},
                {"castellano", "es"}});
}

void LanguageNames::add_names_of(const char* tag) {
  const auto add = [&](const std::string& name) {
    if (tokenize(name).size() == 1) tags_.try_emplace(name, tag);
  };
  add(name_in(tag, tag));
  for (const auto* language : kSpokenHere) add(name_in(tag, language));
  // "polski" is spoken "po polsku".
  auto polish = name_in(tag, "pl");
  if (!polish.ends_with("ski") && !polish.ends_with("cki")) return;
  polish.back() = 'u';
  add(polish);
}

std::string_view LanguageNames::find(std::string_view word) const {
  const auto found = tags_.find(std::string{word});
  return found == tags_.end() ? std::string_view{} : std::string_view{found->second};
}

std::string_view LanguageNames::find_spoken(std::string_view word) const {
  for (const auto ending : kGermanEndings) {
    if (!word.ends_with(ending)) continue;
    return find(word.substr(0, word.size() - ending.size()));
  }
  return {};
}

}  // namespace nearme
