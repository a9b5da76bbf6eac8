#include "text/tokens.hpp"

#include <array>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostTokens = 256;

enum class Role : std::uint8_t { separator, in_word, apostrophe, currency };

struct Letter {
  UChar32 code_point;
  std::size_t begin;
  std::size_t end;
};

/// The code point that begins at byte `begin`; a negative one where the bytes are no UTF-8.
Letter letter_at(std::string_view text, std::size_t begin) {
  Letter letter{.code_point = 0, .begin = begin, .end = begin};
  U8_NEXT(text.data(), letter.end, text.size(), letter.code_point);
  return letter;
}

bool is_apostrophe(UChar32 code_point) {
  return code_point == U'\'' || code_point == U'\u2019' || code_point == U'\u2018' || code_point == U'\u02BC' ||
         code_point == U'\u00B4' || code_point == U'`';
}

/// What ICU says of the letters of ASCII, at hand.
constexpr std::array<Role, 0x80> kAsciiRoles = [] {
  std::array<Role, 0x80> roles{};
  for (std::size_t letter = 0; letter < roles.size(); ++letter) {
    const bool is_alphanumeric =
        (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    roles.at(letter) = is_alphanumeric ? Role::in_word : Role::separator;
  }
  roles['\''] = roles['`'] = Role::apostrophe;
  roles['$'] = Role::currency;
  return roles;
}();

bool is_mark(UChar32 code_point) { return (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0; }

Role role_of(UChar32 code_point) {
  if (code_point < 0) return Role::separator;
  if (code_point < 0x80) return kAsciiRoles.at(static_cast<std::size_t>(code_point));
  if (is_apostrophe(code_point)) return Role::apostrophe;
  if (u_isalnum(code_point) || is_mark(code_point)) return Role::in_word;
  if (u_charType(code_point) == U_CURRENCY_SYMBOL) return Role::currency;
  // Soft hyphens and joiners are not seen by the reader, and folding takes them away.
  if (u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return Role::in_word;
  return Role::separator;
}

bool is_of_script_without_spaces(UChar32 code_point) {
  if (code_point < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_breaksBetweenLetters(uscript_getScript(code_point, &status)) != 0;
}

/// The end of the word that begins at byte `begin`: an apostrophe belongs to it only between two letters.
struct WordEnd {
  std::size_t end;
  bool needs_dictionary;  ///< holds letters of a script that writes no spaces
};

WordEnd find_word_end(std::string_view text, std::size_t begin) {
  WordEnd word{.end = begin, .needs_dictionary = false};
  for (std::size_t i = begin; i < text.size();) {
    const auto letter = letter_at(text, i);
    i = letter.end;
    const auto role = role_of(letter.code_point);
    if (role == Role::apostrophe && letter.begin > word.end) break;
    if (role == Role::apostrophe) continue;
    if (role != Role::in_word) break;
    word.end = letter.end;
    word.needs_dictionary |= is_of_script_without_spaces(letter.code_point);
  }
  return word;
}

/// What is left of a folded stretch of text when all but letters, digits and their marks is taken out.
std::string only_letters(std::string_view folded) {
  std::string word;
  word.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const auto letter = letter_at(folded, i);
    i = letter.end;
    if (role_of(letter.code_point) != Role::in_word) continue;
    word.append(folded.substr(letter.begin, letter.end - letter.begin));
  }
  return word;
}

void add_word(std::vector<Token>& tokens, std::string_view text, std::size_t begin, std::size_t end) {
  if (tokens.size() >= kMostTokens) return;
  auto word = only_letters(fold(text.substr(begin, end - begin)));
  if (!word.empty()) tokens.push_back({.word = std::move(word), .begin = begin, .end = end});
}

/// ICU's finder of words by dictionary, one a thread because it is costly to make and holds a position.
icu::BreakIterator* word_finder() {
  thread_local const std::unique_ptr<icu::BreakIterator> finder = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }();
  return finder.get();
}

/// Adds the words of a stretch without spaces, such as "東京皮膚科".
void add_words_by_dictionary(std::vector<Token>& tokens, std::string_view text, std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  UText stretch = UTEXT_INITIALIZER;
  utext_openUTF8(&stretch, text.data() + begin, static_cast<int64_t>(end - begin), &status);
  auto* const finder = word_finder();
  if (finder == nullptr || U_FAILURE(status)) return add_word(tokens, text, begin, end);
  finder->setText(&stretch, status);
  auto from = static_cast<std::size_t>(finder->first());
  for (auto to = finder->next(); to != icu::BreakIterator::DONE; to = finder->next()) {
    add_word(tokens, text, begin + from, begin + static_cast<std::size_t>(to));
    from = static_cast<std::size_t>(to);
  }
  utext_close(&stretch);
}

}  // namespace

std::vector<Token> tokenize(std::string_view utf8) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < utf8.size() && tokens.size() < kMostTokens;) {
    const auto letter = letter_at(utf8, i);
    const auto role = role_of(letter.code_point);
    i = letter.end;
    if (role == Role::currency) {
      tokens.push_back({.word = fold(utf8.substr(letter.begin, letter.end - letter.begin)),
                        .begin = letter.begin,
                        .end = letter.end});
    } else if (role == Role::in_word) {
      const auto word = find_word_end(utf8, letter.begin);
      const auto add = word.needs_dictionary ? add_words_by_dictionary : add_word;
      add(tokens, utf8, letter.begin, word.end);
      i = word.end;
    }
  }
  return tokens;
}

}  // namespace nearme
