#include "gazetteer/spoken_endings.hpp"

#include <algorithm>
#include <array>

namespace nearme {
namespace {

struct Spelling {
  int sound;  ///< spellings of one number sound alike
  std::string_view letters;
};

constexpr std::array kEndings{
    Spelling{1, "borough"}, Spelling{1, "burgh"},  Spelling{1, "brough"}, Spelling{1, "boro"}, Spelling{1, "bura"},
    Spelling{1, "burg"},    Spelling{1, "berg"},   Spelling{2, "cester"}, Spelling{2, "ster"}, Spelling{2, "chester"},
    Spelling{3, "mouth"},   Spelling{3, "muth"},   Spelling{4, "wich"},   Spelling{4, "idge"}, Spelling{4, "itch"},
    Spelling{5, "shire"},   Spelling{5, "sher"},   Spelling{6, "wick"},   Spelling{6, "ick"},  Spelling{7, "ville"},
    Spelling{7, "vil"},     Spelling{8, "apolis"}, Spelling{8, "opolis"},
};

constexpr std::array kBeginnings{
    Spelling{1, "llan"}, Spelling{1, "clan"}, Spelling{1, "lan"}, Spelling{2, "wor"},
    Spelling{2, "war"},  Spelling{2, "wuh"},  Spelling{3, "ph"},  Spelling{3, "f"},
};

/// A part of so few letters is no sound of its own.
constexpr std::size_t kShortestRest = 3;

}  // namespace

std::vector<std::string> spelled_as_it_sounds(std::string_view key) {
  std::vector<std::string> spellings;
  const auto add_others = [&](const auto& table, const Spelling& found, const auto& spell) {
    for (const auto& [sound, letters] : table) {
      if (sound != found.sound || letters == found.letters) continue;
      auto spelling = spell(letters);
      if (std::ranges::find(spellings, spelling) == spellings.end()) spellings.push_back(std::move(spelling));
    }
  };
  for (const auto& ending : kEndings) {
    if (!key.ends_with(ending.letters) || key.size() < ending.letters.size() + kShortestRest) continue;
    const auto rest = key.substr(0, key.size() - ending.letters.size());
    add_others(kEndings, ending, [&](std::string_view letters) { return std::string(rest).append(letters); });
  }
  for (const auto& beginning : kBeginnings) {
    if (!key.starts_with(beginning.letters) || key.size() < beginning.letters.size() + kShortestRest) continue;
    const auto rest = key.substr(beginning.letters.size());
    add_others(kBeginnings, beginning, [&](std::string_view letters) { return std::string(letters).append(rest); });
  }
  return spellings;
}

}  // namespace nearme
