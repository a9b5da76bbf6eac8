#include "catalogue/wording.hpp"

#include <algorithm>

namespace nearme {

const Wording* wording_in(const std::vector<Wording>& wordings, std::string_view jurisdiction,
                          const TreatmentId& treatment) {
  const auto country = jurisdiction.substr(0, jurisdiction.find('-'));
  for (const auto place : {jurisdiction, country}) {
    const auto found = std::ranges::find_if(wordings, [&](const Wording& wording) {
      return wording.treatment == treatment && std::ranges::count(wording.jurisdictions, place) > 0;
    });
    if (found != wordings.end()) return &*found;
  }
  return nullptr;
}

}  // namespace nearme
