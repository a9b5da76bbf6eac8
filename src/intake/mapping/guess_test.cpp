#include "intake/mapping/guess.hpp"

#include <gtest/gtest.h>

#include "intake/intake_fixture.hpp"
#include "intake/mapping/column_guess.hpp"

namespace nearme {
namespace {

using Columns = std::vector<std::optional<Column>>;

Columns guess(const std::vector<std::string>& names, const std::vector<std::string>& cells) {
  return guess_columns(Subject::sites, names, {{.line = 2, .cells = cells}});
}

TEST(GuessColumns, NothingIsGuessedOfNothing) { EXPECT_EQ(guess({}, {}), Columns{}); }

TEST(GuessColumns, TheEndOfANameCountsAndTheWholeNameCountsMore) {
  EXPECT_EQ(guess({"Latest Web Address", "Practice Name", "name"}, {"a.example", "x", "y"}),
            (Columns{Column::website, std::nullopt, Column::name}));
}

TEST(GuessColumns, ValuesTellWhatANameDoesNot) {
  EXPECT_EQ(guess({"c1", "c2", "c3", "c4"}, {"a@b.example", "https://b.example", "0113 496 0000", "blue"}),
            (Columns{Column::email, Column::website, Column::phone, std::nullopt}));
}

TEST(GuessColumns, ANameWhoseValuesContradictItDoesNotCount) {
  EXPECT_EQ(guess({"lat", "Latitude"}, {"yes", "53.8"}), (Columns{std::nullopt, Column::lat}));
}

TEST(GuessMapping, TheMappingReadsTheFileThatItWasGuessedFrom) {
  const auto path =
      test_file("Org Name;Where;Contact mail\n\"Harbour \"\"A\"\"\";\"53.8, -1.55\";a@b.example\n", ".csv");
  const auto guessed = guess_mapping_of(test_catalogue(), test_gazetteer(), request_for(path));
  ASSERT_TRUE(guessed) << guessed.error().message;
  ASSERT_EQ(guessed->rows.size(), 1);
  EXPECT_TRUE(guessed->rows[0].contains("Harbour \"A\"")) << guessed->rows[0];
  auto request = request_for(path);
  request.mapping = mapping_from("m.toml", guessed->toml).value();
  const auto store = fresh_store();
  EXPECT_EQ(import_into(*store, request)->rows.added, 1);
  EXPECT_EQ(sites_of(*store).at(0).email, "a@b.example");
}

}  // namespace
}  // namespace nearme
