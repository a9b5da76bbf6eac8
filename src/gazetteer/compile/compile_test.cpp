#include "gazetteer/compile/compile.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "gazetteer/small_gazetteer_for_tests.hpp"

namespace nearme {
namespace {

TEST(Compile, TheSamePlacesGiveTheSameBytes) { EXPECT_EQ(compile_small_gazetteer(), compile_small_gazetteer()); }

TEST(Compile, ANameThatIsWrittenInTwoWaysIsKeptOnce) {
  auto places = *read_places(kSmallSource);
  places.places[0].other_names = {"LEEDS", "leeds", "Léeds"};
  const OwnedGazetteer gazetteer(compile_gazetteer(places));
  EXPECT_EQ(gazetteer->named("leeds").size(), 2U);
  EXPECT_EQ(gazetteer->named("leeds")[0].matched_name, "Leeds");
}

TEST(Compile, TheOrderOfThePlacesChangesNoAnswer) {
  auto places = *read_places(kSmallSource);
  std::ranges::reverse(places.places);
  const OwnedGazetteer reversed(compile_gazetteer(places));
  for (std::uint32_t i = 0; i < small_gazetteer()->size(); ++i) {
    const auto expected = small_gazetteer()->at(LocalityNumber{i});
    const auto found = reversed->with_slug(expected.slug);
    ASSERT_TRUE(found) << expected.slug;
    EXPECT_EQ(found->position, expected.position);
    EXPECT_EQ(found->population, expected.population);
  }
}

}  // namespace
}  // namespace nearme
