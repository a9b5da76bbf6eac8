#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "catalogue/catalogue.hpp"
#include "catalogue/tag_rules.hpp"

/// Any text either loads as a catalogue whose words and ids are found again, or is refused with its file's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::array files{
      nearme::CatalogueFile{.name = "own.toml", .text = std::string(reinterpret_cast<const char*>(data), size)}};
  const auto catalogue = nearme::Catalogue::load(files);
  if (!catalogue) {
    if (!catalogue.error().message.starts_with("own.toml:")) std::abort();
    return 0;
  }
  for (const auto& treatment : catalogue->treatments()) {
    if (catalogue->find(treatment.id) != &treatment) std::abort();
    for (const auto& synonym : treatment.synonyms) {
      if (catalogue->treatment_called(synonym) != &treatment) std::abort();
    }
  }
  const nearme::TagRules rules(*catalogue);
  for (const auto& kind : catalogue->kinds()) {
    for (const auto& rule : kind.osm) {
      if (!rules.knows_key(rule.substr(0, rule.find('=')))) std::abort();
    }
  }
  return 0;
}
