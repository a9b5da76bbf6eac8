#include "world/built_in.hpp"

#include "assets/assets.hpp"

namespace nearme {

Result<Catalogue> built_in_catalogue() {
  std::vector<CatalogueFile> files;
  for (const Asset& asset : assets_under("catalogue/"))
    files.push_back({std::string{asset.path}, std::string{asset.text()}});
  return Catalogue::load(files);
}

WorldWords words_of_world(const Catalogue& catalogue) {
  WorldWords words;
  for (const Treatment& treatment : catalogue.treatments()) words.treatments.push_back(treatment.id.text());
  for (const Kind& kind : catalogue.kinds()) words.kinds.push_back(kind.id.text());
  return words;
}

}  // namespace nearme
