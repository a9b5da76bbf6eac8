#include "gazetteer/letter_set.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "text/edit_distance.hpp"

namespace nearme {
namespace {

std::string random_word(std::mt19937& random) {
  std::string word(random() % 8, 'a');
  for (auto& letter : word) letter = static_cast<char>('a' + random() % 5);
  return word;
}

TEST(LetterSet, OfNoLettersIsEmpty) { EXPECT_EQ(letter_set(""), 0U); }

TEST(LetterSet, DoesNotCountHowOftenAndWhereALetterStands) { EXPECT_EQ(letter_set("leeds"), letter_set("sled")); }

TEST(LetterSet, NeverHidesAWordThatIsCloseEnough) {
  int sieved = 0;
  for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
    std::mt19937 random(seed);
    const auto a = random_word(random);
    const auto b = random_word(random);
    const int most = static_cast<int>(random() % 3);
    const bool may_be = may_be_within(letter_set(a), letter_set(b), most);
    sieved += may_be ? 0 : 1;
    EXPECT_TRUE(may_be || !edit_distance(a, b, most)) << "seed " << seed << ": " << a << ", " << b;
  }
  EXPECT_GT(sieved, 1000);
}

}  // namespace
}  // namespace nearme
