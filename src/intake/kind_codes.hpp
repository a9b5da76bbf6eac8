#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nearme {

/// From the codes of another system, as the catalogue's kinds list them, to kinds: NPPES's taxonomy codes, CQC's
/// service types. Codes are compared without case.
class KindCodes {
 public:
  KindCodes(const Catalogue& catalogue, std::vector<std::string> Kind::* codes);

  /// The kinds of a code, those that come first in the catalogue first; empty when no kind has it.
  [[nodiscard]] const std::vector<KindId>& kinds_of(std::string_view code) const;

 private:
  std::unordered_map<std::string, std::vector<KindId>> kinds_;
};

/// The ids as a cell of a row: separated by semicolons, each once.
std::string kinds_cell(const std::vector<KindId>& kinds);

}  // namespace nearme
