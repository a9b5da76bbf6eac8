#include "matching/plain_words.hpp"

#include <algorithm>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// ICU loads its rules from data linked into it; none only when memory is exhausted.
std::unique_ptr<icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<icu::Transliterator>(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
}

std::string in_latin_letters(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  // Each thread has its own: they are not made for sharing.
  static thread_local const auto kTransliterator = make_transliterator();
  auto text = icu::UnicodeString::fromUTF8({folded.data(), static_cast<int32_t>(folded.size())});
  if (kTransliterator) kTransliterator->transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  return latin;
}

}  // namespace

std::vector<std::string> plain_words(std::string_view utf8) {
  std::vector<std::string> words;
  for (auto& token : tokenize(in_latin_letters(fold(utf8)))) words.push_back(std::move(token.word));
  return words;
}

}  // namespace nearme
