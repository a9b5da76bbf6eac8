#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "assets/assets.hpp"
#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

std::set<std::string> found_in(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator each(text.begin(), text.end(), wanted), end; each != end; ++each) found.insert((*each)[1]);
  return found;
}

/// The names of a message's places: "count" and "first" of "{count, plural, other {{first} and #}}".
std::set<std::string> places_of(const std::string& message) { return found_in(message, R"(\{([a-z_.]*)[,}])"); }

/// "one", "few": the forms of the plural that a message has, without numbers of their own (=0).
std::set<std::string> forms_of(const std::string& message) {
  return found_in(message, R"((zero|one|two|few|many|other) \{)");
}

std::set<std::string> keys_of(const Language& language) {
  std::set<std::string> keys;
  for (const auto& [key, message] : language.messages()) keys.insert(key);
  return keys;
}

std::string text_of_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(Messages, EveryLanguageSaysEverythingWithTheSamePlaces) {
  for (const auto& language : languages()) {
    EXPECT_EQ(keys_of(language), keys_of(english())) << language.tag();
    for (const auto& [key, message] : english().messages())
      EXPECT_EQ(places_of(language.messages().at(key)), places_of(message)) << language.tag() << " " << key;
  }
}

TEST(Messages, PolishAndArabicHaveAllTheirPluralForms) {
  for (const auto& [key, message] : english().messages()) {
    if (message.find(", plural,") == std::string::npos) continue;
    const std::set<std::string> polish{"one", "few", "many", "other"};
    const std::set<std::string> arabic{"zero", "one", "two", "few", "many", "other"};
    EXPECT_EQ(forms_of(language_called("pl")->messages().at(key)), polish) << key;
    EXPECT_EQ(forms_of(language_called("ar")->messages().at(key)), arabic) << key;
  }
}

TEST(Messages, NumbersTakeTheFormThatTheLanguageAsksFor) {
  const auto& polish = *language_called("pl");
  EXPECT_EQ(polish.count("quantity.places", 1), "1 miejsce");
  EXPECT_EQ(polish.count("quantity.places", 22), "22 miejsca");
  EXPECT_EQ(polish.count("quantity.places", 12), "12 miejsc");
  const auto& arabic = *language_called("ar");
  EXPECT_EQ(arabic.count("quantity.places", 2), "مكانان");
  EXPECT_EQ(arabic.count("quantity.places", 7), "7 أماكن");
  EXPECT_EQ(arabic.count("quantity.places", 11), "11 مكانًا");
  EXPECT_EQ(english().count("card.and-more", 3, {{"first", "Peel"}, {"second", "PRP"}}), "Peel, PRP and 3 more");
}

TEST(Messages, WhatTheSourcesAskForIsThere) {
  std::set<std::string> asked;
  const std::filesystem::path pages(NEARME_SOURCE_DIR "/src/service/pages");
  for (const auto& file : std::filesystem::recursive_directory_iterator(pages)) {
    const auto name = file.path().filename().string();
    if (!name.ends_with(".cpp") || name.ends_with("_test.cpp")) continue;
    asked.merge(found_in(text_of_file(file.path()), "[ .](?:say|count)\\(\\s*\"([a-z]+\\.[a-zA-Z-]+)\""));
  }
  EXPECT_GT(asked.size(), 40);
  for (const auto& key : asked) EXPECT_TRUE(english().messages().contains(key)) << key;
}

TEST(Messages, ABadFileIsRefusedWithItsLine) {
  const auto bare = Language::read("en", "title = \"x\"\n");
  ASSERT_FALSE(bare);
  EXPECT_EQ(bare.error().message, "en.toml:1: 'title' must be a table of messages");
  const auto number = Language::read("en", "[a]\nb = 1\n");
  ASSERT_FALSE(number);
  EXPECT_EQ(number.error().message, "en.toml:2: 'b' must be a text");
}

}  // namespace
}  // namespace nearme
