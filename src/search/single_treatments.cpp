#include "search/single_treatments.hpp"

#include <algorithm>

namespace nearme {

std::vector<TreatmentId> single_treatments(const Understood& understood, const Catalogue& catalogue) {
  auto treatments = understood.treatments;
  for (const auto& id : understood.families) {
    for (const auto& member : catalogue.find(id)->treatments) {
      const auto is_it = [&](const Piece& piece) {
        return piece.meaning == "treatment" && piece.value == member.text();
      };
      if (std::ranges::none_of(understood.pieces, is_it)) std::erase(treatments, member);
    }
  }
  return treatments;
}

}  // namespace nearme
