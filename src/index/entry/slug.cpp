#include "index/entry/slug.hpp"

#include <algorithm>

#include "base/checksum.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kFewestDigits = 8;
constexpr std::size_t kMostDigits = 16;

bool is_plain(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'); }

/// Runs of plain letters and digits, joined by hyphens; "site" when there are none.
std::string to_kebab(std::string_view text) {
  std::string kebab;
  bool between = false;
  for (const char letter : fold(text)) {
    if (!is_plain(letter)) {
      // What is dropped out of the middle of a word, such as a letter of another script, leaves no hyphen.
      between = between || static_cast<unsigned char>(letter) < 0x80;
      continue;
    }
    if (between && !kebab.empty()) kebab += '-';
    between = false;
    kebab += letter;
  }
  return kebab.empty() ? "site" : kebab;
}

}  // namespace

std::string slug_of(const Site& site, std::size_t digits) {
  const std::string words = to_kebab(site.name + " " + site.address.city);
  return words + "-" + to_hex(checksum(site.id.text())).substr(0, digits);
}

std::string SlugsInUse::take(const Site& site) {
  for (std::size_t digits = kFewestDigits; digits <= kMostDigits; ++digits) {
    std::string slug = slug_of(site, digits);
    if (take_if_free(slug)) return slug;
  }
  // Two ids of one checksum and one name are told apart by a number.
  for (std::size_t number = 2;; ++number) {
    std::string slug = slug_of(site, kMostDigits) + "-" + std::to_string(number);
    if (take_if_free(slug)) return slug;
  }
}

}  // namespace nearme
