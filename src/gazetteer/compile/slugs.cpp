#include "gazetteer/compile/slugs.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include <fmt/format.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "text/tokens.hpp"

namespace nearme {
namespace {

bool is_slug_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'); }

/// Writes names of any script in Latin letters.
class Romanizer {
 public:
  Romanizer() {
    UErrorCode status = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }

  [[nodiscard]] std::string in_ascii(const std::string& word) const {
    auto text = icu::UnicodeString::fromUTF8(word);
    if (transliterator_ != nullptr) transliterator_->transliterate(text);
    std::string ascii;
    text.toUTF8String(ascii);
    std::erase_if(ascii, [](char letter) { return !is_slug_letter(letter); });
    return ascii;
  }

 private:
  std::unique_ptr<icu::Transliterator> transliterator_;
};

void append_words(std::string& slug, std::string_view name, const Romanizer& romanizer) {
  for (const auto& token : tokenize(name)) {
    const bool plain = std::ranges::all_of(token.word, is_slug_letter);
    const auto word = plain ? token.word : romanizer.in_ascii(token.word);
    if (word.empty()) continue;
    if (!slug.empty()) slug += '-';
    slug += word;
  }
}

std::string plain_slug(const Places& places, const Place& place, const Romanizer& romanizer) {
  std::string slug;
  append_words(slug, place.name, romanizer);
  append_words(slug, region_name(places, place.area), romanizer);
  append_words(slug, country_code(places, place.area), romanizer);
  return slug;
}

/// The numbers of the places, largest first; places of one size by their position, so that the order is always the
/// same.
std::vector<std::size_t> by_population(const Places& places) {
  std::vector<std::size_t> order(places.places.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::size_t number) {
    const auto& place = places.places[number];
    const auto position = place.position;
    return std::tuple{~place.population, position.lat_e7(), position.lon_e7(), number};
  });
  return order;
}

std::string make_unique(const std::string& slug, std::unordered_set<std::string>& taken) {
  for (int number = 1;; ++number) {
    auto candidate = number == 1 ? slug : fmt::format("{}-{}", slug, number);
    if (taken.insert(candidate).second) return candidate;
  }
}

}  // namespace

std::vector<std::string> make_slugs(const Places& places) {
  const Romanizer romanizer;
  std::unordered_set<std::string> taken;
  std::vector<std::string> slugs(places.places.size());
  for (const auto number : by_population(places)) {
    slugs[number] = make_unique(plain_slug(places, places.places[number], romanizer), taken);
  }
  return slugs;
}

const std::string& region_name(const Places& places, std::size_t area) {
  static const std::string kNone;
  const auto* current = &places.areas[area];
  while (current->kind != NamedArea::Kind::region) {
    if (!current->parent) return kNone;
    current = &places.areas[*current->parent];
  }
  return current->name;
}

const std::string& country_code(const Places& places, std::size_t area) {
  const auto* current = &places.areas[area];
  while (current->parent) current = &places.areas[*current->parent];
  return current->key;
}

}  // namespace nearme
