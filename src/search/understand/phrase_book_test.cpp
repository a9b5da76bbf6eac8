#include "search/understand/phrase_book.hpp"

#include <set>

#include <gtest/gtest.h>

#include "catalogue/words.hpp"
#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

const PhraseBook& phrases() {
  static const PhraseBook book{real_catalogue()};
  return book;
}

TEST(PhraseBook, FindsEveryNameOfEveryTreatment) {
  for (const auto& treatment : real_catalogue().treatments()) {
    for (const auto& [language, name] : treatment.names) {
      const auto match = phrases().find(squash(name));
      ASSERT_TRUE(match) << name;
      EXPECT_EQ(match->meaning, (Concept{ConceptType::treatment, treatment.id.text()})) << name;
    }
  }
}

TEST(PhraseBook, AMisspeltPhraseMeansTheOneItIsMostLike) {
  EXPECT_EQ(phrases().find_misspelt("mirconeedling")->meaning.id, "micro-needling");
  EXPECT_EQ(phrases().find_misspelt("chemcalpeel")->meaning.id, "chemical-peel");
  EXPECT_EQ(phrases().find_misspelt("dermatologst")->meaning.id, "dermatology");
}

TEST(PhraseBook, ShortWordsAreNeverTypos) {
  for (const auto* word : {"", "a", "xyz", "ip"}) EXPECT_FALSE(phrases().find_misspelt(word)) << word;
}

TEST(PhraseBook, ListsEachEntryOnceThatBeginsSo) {
  const auto matches = phrases().beginning_with("micro");
  std::set<Concept> distinct;
  for (const auto& match : matches) EXPECT_TRUE(distinct.insert(match.meaning).second) << match.phrase;
  EXPECT_TRUE(distinct.contains({ConceptType::treatment, "micro-needling"}));
  EXPECT_TRUE(distinct.contains({ConceptType::treatment, "microblading"}));
}

}  // namespace
}  // namespace nearme
