#include "service/pages/look/look.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "service/pages/look/contrast.hpp"

namespace nearme {
namespace {

/// A folder of its own for each test, with a look in it.
class LookFile : public testing::Test {
 protected:
  LookFile() { std::filesystem::create_directories(folder_); }
  ~LookFile() override { std::filesystem::remove_all(folder_); }

  Result<Look> read(const std::string& text) const {
    write("look.toml", text);
    return read_look(folder_ / "look.toml");
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

  static std::string reason(const Result<Look>& look) { return look ? "" : look.error().message; }

 private:
  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(LookFile, WhatItDoesNotStateStaysAsItWasBuilt) {
  const auto look = read("");
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_EQ(look->name, "nearme");
  EXPECT_EQ(style_of(*look), "");
  EXPECT_EQ(mistake_link(*look, "Alpha", "/sites/alpha"), "");
}

TEST_F(LookFile, TheJurisdictionAndTheRatingsAreTheOperatorsToChoose) {
  EXPECT_EQ(read("")->jurisdiction, "");
  EXPECT_FALSE(read("")->ranks_ratings);
  const auto look = read("jurisdiction = 'GB-SCT'\nratings = 'ranked'");
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_EQ(look->jurisdiction, "GB-SCT");
  EXPECT_TRUE(look->ranks_ratings);
  EXPECT_EQ(reason(read("jurisdiction = 'Britain'")),
            "look.toml:1: 'Britain' is no jurisdiction; write a code such as GB or US-CA");
  EXPECT_EQ(reason(read("ratings = 'yes'")), "look.toml:1: 'ratings' is 'yes'; write \"shown\" or \"ranked\"");
}

TEST_F(LookFile, NameAddressLinksAndColoursAreTaken) {
  write("mark.svg", "<svg/>");
  const auto look = read(R"(
name = "SkinFinder"
address = "https://find.example.org/"
logo = "mark.svg"
colours = { accent = "#123456" }
dark_colours = { accent = "#aabbcc" }
[[link]]
text = "Privacy"
url = "https://example.org/privacy"
)");
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_EQ(look->name, "SkinFinder");
  EXPECT_EQ(look->address, "https://find.example.org");
  EXPECT_EQ(look->logo.content_type, "image/svg+xml");
  EXPECT_EQ(look->links.at(0).text, "Privacy");
  EXPECT_EQ(style_of(*look), ":root{--accent:#123456;}@media (prefers-color-scheme:dark){:root{--accent:#aabbcc;}}");
}

TEST_F(LookFile, AColourThatCannotBeReadIsRefusedWithItsLineAndItsContrast) {
  const auto refused = reason(read("name = \"A\"\ncolours = { accent = \"#ffff00\" }"));
  EXPECT_NE(refused.find("look.toml:2: 'accent' (#ffff00) cannot be read on 'paper'"), std::string::npos) << refused;
  EXPECT_NE(refused.find("at least 4.5 to 1"), std::string::npos) << refused;
}

TEST_F(LookFile, EachWrongFieldIsNamed) {
  const std::pair<const char*, const char*> cases[] = {
      {"nmae = 'x'", "unknown key 'nmae'"},
      {"name = ''", "'name' must not be empty"},
      {"name = 3", "'name' wants text"},
      {"address = 'find.example.org'", "'address' must be where the pages are reached"},
      {"address = 'https://example.org/find'", "'address' must be where the pages are reached"},
      {"contact = 'me@example.org'", "'contact' must begin with mailto: or https://"},
      {"colours = { acent = '#123456' }", "there is no colour 'acent'; there are accent"},
      {"colours = { accent = 'teal' }", "'teal' is not a colour"},
      {"map_style = 'tiles.example.org/s.json'",
       "look.toml:1: 'map_style': 'tiles.example.org/s.json' is no address of a map style"},
      {"map_hosts = ['https://a.example']",
       "look.toml:1: 'map_hosts' are the further hosts of a 'map_style', and there is none"},
      {"map_style = 'https://a.example/s.json'\nmap_hosts = ['https://*.a.example']",
       "look.toml:2: 'map_hosts': 'https://*.a.example' is no host"},
      {"map_style = 'https://a.example/s.json'\nmap_hosts = 'https://b.example'",
       "look.toml:2: 'map_hosts' wants a list"},
      {"logo = 'mark.exe'", "'logo' must be the name of an .svg"},
      {"[[link]]\ntext = 'x'\nurl = 'javascript:alert(1)'", "look.toml:3: 'url' must begin with"},
      {"[[link]]\ntext = 'x'", "'url' is missing"},
  };
  for (const auto& [text, expected] : cases) {
    const auto refused = reason(read(text));
    EXPECT_NE(refused.find(expected), std::string::npos) << text << ": " << refused;
  }
  EXPECT_EQ(read("logo = 'missing.svg'").error().kind, ErrorKind::unreadable);
}

TEST_F(LookFile, TheHostOfTheMapsStyleMayBeAskedAndThoseThatAreNamed) {
  EXPECT_EQ(read("")->map_hosts, "");
  EXPECT_EQ(read("map_style = '/look/style.json'")->map_hosts, "");
  auto look =
      read("map_style = 'https://a.example/s.json'\nmap_hosts = ['https://b.example:8443', 'https://a.example']");
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_EQ(look->map_hosts, "https://b.example:8443 https://a.example");
  look->map_style = "http://localhost:8000/other.json";
  ASSERT_TRUE(allow_host_of_style(*look));
  ASSERT_TRUE(allow_host_of_style(*look)) << "a second time changes nothing";
  EXPECT_EQ(look->map_hosts, "http://localhost:8000 https://b.example:8443 https://a.example");
  look->map_style = "other.json";
  EXPECT_FALSE(allow_host_of_style(*look));
}

TEST_F(LookFile, AMistakeIsToldToTheOperatorWithThePlaceInIt) {
  const auto mail = read("address = 'https://a.example'\ncontact = 'mailto:help@a.example'");
  EXPECT_EQ(mistake_link(*mail, "Alpha & Co", "/sites/alpha"),
            "mailto:help@a.example?subject=Mistake%20in%20the%20record%20of%20Alpha%20%26%20Co"
            "&body=https%3A%2F%2Fa.example%2Fsites%2Falpha");
  const auto form = read("contact = 'https://a.example/report?page={page}'");
  EXPECT_EQ(mistake_link(*form, "Alpha", "/sites/alpha"), "https://a.example/report?page=%2Fsites%2Falpha");
}

TEST(Contrast, IsThatOfTheGuidelines) {
  EXPECT_NEAR(*contrast("#000", "#ffffff"), 21, 0.001);
  EXPECT_NEAR(*contrast("#777777", "#ffffff"), 4.478, 0.001);
  EXPECT_NEAR(*contrast("#123456", "#123456"), 1, 1e-9);
  for (const auto* broken : {"", "#", "#12", "#12345", "#12345g", "123456", "#-12345"})
    EXPECT_FALSE(contrast(broken, "#000")) << broken;
}

}  // namespace
}  // namespace nearme
