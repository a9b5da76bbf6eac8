#include "trust/name_match.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

struct Pair {
  const char* ours;
  const char* theirs;
  Likeness likeness;
  const char* apart_from;
};

void expect_all(const std::vector<Pair>& pairs, NameMatch (*match)(std::string_view, std::string_view)) {
  for (const auto& [ours, theirs, likeness, apart_from] : pairs) {
    const NameMatch expected{.likeness = likeness, .apart_from = apart_from};
    EXPECT_EQ(match(ours, theirs), expected) << ours << " / " << theirs << ": " << match(ours, theirs).apart_from;
    EXPECT_EQ(match(theirs, ours), expected) << "the other way about: " << ours << " / " << theirs;
  }
}

TEST(NameMatch, ANameIsTheSameWhateverItsCaseAndPunctuation) {
  expect_all({{"Jane Smith", "Jane Smith", Likeness::same, ""},
              {"Jane Smith", "JANE  SMITH", Likeness::same, ""},
              {"Jane A. Smith-Jones", "jane a smith jones", Likeness::same, ""},
              {"Siobhan O'Neill", "SIOBHAN ONEILL", Likeness::same, ""},
              {"José Núñez", "José Núñez", Likeness::same, ""}},
             match_people);
}

TEST(NameMatch, WhatPeopleWriteDifferentlyIsSimilarAndSaysInWhat) {
  expect_all({{"Dr Jane Smith", "Jane Smith", Likeness::similar, "a title"},
              {"Jane Smith, MD", "Jane Smith", Likeness::similar, "a title"},
              {"Jane Smith", "J Smith", Likeness::similar, "an initial"},
              {"Jane Smith", "Jane Ann Smith", Likeness::similar, "a middle name"},
              {"Jane A Smith", "Jane Ann Smith", Likeness::similar, "an initial"},
              {"Smith Jane", "Jane Smith", Likeness::similar, "the order"},
              {"Smith, Jane", "Jane Smith", Likeness::similar, "the order"},
              {"José Núñez", "Jose Nunez", Likeness::similar, "accents"},
              {"Jane Smith", "Jane Jones", Likeness::similar, "the surname"},
              {"Jane Smith", "Jane Smyth", Likeness::similar, "one letter"},
              {"Jane Smith", "Jane Smith-Jones", Likeness::similar, "the surname"},
              {"Prof. Sir John Smith", "John Smith", Likeness::similar, "a title"},
              {"Siân Lloyd", "Sian Lloyd", Likeness::similar, "accents"},
              {"Dr J Smith", "Jane Ann Smith", Likeness::similar, "a title, an initial, a middle name"}},
             match_people);
}

TEST(NameMatch, OtherPeopleAreDifferent) {
  expect_all({{"Jane Smith", "John Miller", Likeness::different, ""},
              {"Jane Smith", "Mary Smith", Likeness::different, ""},
              {"J Smith", "J Jones", Likeness::different, ""},
              {"Jane", "Jane Smith", Likeness::different, ""},
              {"", "Jane Smith", Likeness::different, ""},
              {"", "", Likeness::different, ""}},
             match_people);
}

TEST(NameMatch, OrganisationsDifferInTheirLegalFormAndStaySimilar) {
  expect_all({{"Alpha Skin Clinic", "ALPHA SKIN CLINIC", Likeness::same, ""},
              {"Alpha Skin Clinic", "Alpha Skin Clinic Ltd", Likeness::similar, "the legal form"},
              {"The Alpha & Beta Clinic", "Alpha and Beta Clinic Limited", Likeness::similar, "the legal form"},
              {"Alpha Skin", "Alpha Skin Clinic Leeds", Likeness::similar, "the end of the name"},
              {"Alpha", "Alpha Skin Clinic", Likeness::different, ""},
              {"Alpha Skin Clinic", "Beta Skin Clinic", Likeness::different, ""},
              {"", "Alpha", Likeness::different, ""}},
             match_organisations);
}

TEST(NameMatch, APersonIsFoundByFirstAndLastNameHoweverWritten) {
  EXPECT_EQ(name_key_of(EntrySubject::person, "Dr Jane A. Smith"), "jane smith");
  EXPECT_EQ(name_key_of(EntrySubject::person, "SMITH, JANE"), "jane smith");
  EXPECT_EQ(name_key_of(EntrySubject::person, "José Núñez"), "jose nunez");
  EXPECT_EQ(name_key_of(EntrySubject::person, "Jane"), "");
  EXPECT_EQ(name_key_of(EntrySubject::person, ""), "");
  EXPECT_EQ(name_key_of(EntrySubject::organisation, "The ACME Skin, LLC"), "acme skin");
}

TEST(NameMatch, NumbersAreComparedByTheirLettersAndDigits) {
  EXPECT_EQ(number_key_of("12a-345 6"), "12A3456");
  EXPECT_EQ(number_key_of("0012"), "0012");
  EXPECT_EQ(number_key_of(" - "), "");
}

}  // namespace
}  // namespace nearme
