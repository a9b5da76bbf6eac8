#include "world/names.hpp"

#include <array>
#include <string_view>

namespace nearme {

std::string word_of_number(std::uint32_t number) {
  static constexpr std::array<std::string_view, 32> kSyllables{
      "der", "ma",  "cli", "nic", "ski", "lu", "mi", "na",  "bel", "la",  "pu", "ra",  "so",  "ten", "vi", "co",
      "hal", "ber", "jo",  "ker", "fa",  "go", "di", "wes", "zan", "tho", "ri", "que", "mon", "ep",  "us", "al"};
  std::string word(kSyllables[number % kSyllables.size()]);
  for (std::uint32_t rest = number / kSyllables.size() + 1; rest != 0; rest /= kSyllables.size())
    word += kSyllables[rest % kSyllables.size()];
  return word;
}

std::string Names::draw(Dice& dice) const {
  std::string name = word_of_number(words_.draw(dice));
  for (std::uint32_t more = 1 + dice.below(3); more != 0; --more) name += " " + word_of_number(words_.draw(dice));
  return name;
}

}  // namespace nearme
