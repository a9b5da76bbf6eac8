#include "intake/kind_codes.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace nearme {

KindCodes::KindCodes(const Catalogue& catalogue, std::vector<std::string> Kind::* codes) {
  for (const auto& kind : catalogue.kinds()) {
    for (const auto& code : kind.*codes) kinds_[fold(code)].push_back(kind.id);
  }
}

const std::vector<KindId>& KindCodes::kinds_of(std::string_view code) const {
  static const std::vector<KindId> kNone;
  const auto found = kinds_.find(fold(code));
  return found == kinds_.end() ? kNone : found->second;
}

std::string kinds_cell(const std::vector<KindId>& kinds) {
  std::string cell;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (std::find(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(i), kinds[i]) !=
        kinds.begin() + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    cell += (cell.empty() ? "" : ";") + kinds[i].text();
  }
  return cell;
}

}  // namespace nearme
