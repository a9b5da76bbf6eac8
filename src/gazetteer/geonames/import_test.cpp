#include "gazetteer/geonames/import.hpp"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "gazetteer/gazetteer_folder.hpp"
#include "gazetteer/small_gazetteer_for_tests.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kPlaces =
    "2644688\tLeeds\tLeeds\tLBA,Lids,Лидс,http://en.wikipedia.org/wiki/"
    "Leeds\t53.79648\t-1.54785\tP\tPPLA2\tGB\t\tENG\tH3"
    "\t\t\t500000\t\t48\tEurope/London\t2023-01-01\n"
    "1\tHorsforth\tHorsforth\t\t53.83600\t-1.63800\tP\tPPL\tGB\t\tENG\tH3\t\t\t18895\t\t90\tEurope/London\t2019-01-01\n"
    "2\tRiver Aire\tRiver Aire\t\t53.8\t-1.5\tH\tSTM\tGB\t\tENG\t\t\t\t0\t\t1\tEurope/London\t2019-01-01\n"
    "3\tTadcaster Old\tTadcaster Old\t\t53.8\t-1.2\tP\tPPLQ\tGB\t\tENG\t\t\t\t0\t\t1\tEurope/London\t2019-01-01\n"
    "4\tProvince of "
    "Nowhere\tNowhere\tNowhereshire\t10.5\t20.5\tA\tADM1\tXX\t\t07\t\t\t\t9\t\t1\tAfrica/Lagos\t2019-01-01\n"
    "5\tNowhere Town\tNowhere Town\t\t10.6\t20.6\tP\tPPL\tXX\t\t07\t\t\t\t12000\t\t1\t\t2019-01-01\n";

constexpr std::string_view kPostcodes =
    "GB\tLS1\tLeeds\tEngland\tENG\tWest Yorkshire\t\t\t\t53.7968\t-1.5478\t4\n"
    "GB\tLS1\tHolbeck\tEngland\tENG\tWest Yorkshire\t\t\t\t53.7970\t-1.5480\t4\n"
    "GB\tLS2 7EW\tLeeds\tEngland\tENG\tWest Yorkshire\t\t\t\t53.8001\t-1.5400\t6\n"
    "DE\t80331\tMünchen\tBavaria\tBY\t\t\t\t\t48.1345\t11.5710\t4\n"
    "NL\t1012 AB\tAmsterdam\tNoord-Holland\t07\t\t\t\t\t52.3780\t4.9000\t6\n"
    "PL\t00-001\tWarszawa\tMazowieckie\t\t\t\t\t\t52.2297\t21.0122\t4\n";

/// A folder of its own for each test.
class GeoNamesImport : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (std::filesystem::temp_directory_path() / "nearme-geonames-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }

  [[nodiscard]] Result<CompiledDump> compile(const std::string& name, std::string_view text) const {
    return compile_geonames({.dump = write(name, text)}, small_gazetteer().gazetteer, Instant{}, [](const auto&) {});
  }

  [[nodiscard]] CompiledDump compiled(const std::string& name, std::string_view text) const {
    auto made = compile(name, text);
    if (!made) throw std::runtime_error(made.error().message);
    return *std::move(made);
  }

  std::filesystem::path folder_;
};

TEST_F(GeoNamesImport, TakesTownsAndAreasAndPassesOverTheRest) {
  const auto dump = compiled("GB.txt", kPlaces);
  EXPECT_EQ(dump.name, "gb-places");
  EXPECT_EQ(dump.report.read, 6U);
  EXPECT_EQ(dump.report.taken, 4U);
  EXPECT_EQ(dump.report.skipped, 2U);
  EXPECT_THAT(dump.report.rejected, IsEmpty());
  const OwnedGazetteer gazetteer(dump.bytes);
  EXPECT_EQ(gazetteer->size(), 3U);
  const auto leeds = gazetteer->named("лидс").at(0).locality;
  EXPECT_EQ(leeds.name, "Leeds");
  EXPECT_EQ(leeds.region, "England");
  EXPECT_EQ(leeds.population, 500000U);
  EXPECT_TRUE(gazetteer->lies_in(leeds, "yorkshire"));  // a county that only the other gazetteer knows
}

TEST_F(GeoNamesImport, AnAreaIsNamedByItsOwnRowThoughItComesLater) {
  const OwnedGazetteer gazetteer(compiled("x.txt", kPlaces).bytes);
  const auto town = gazetteer->named("nowhere town").at(0).locality;
  EXPECT_EQ(town.region, "Province of Nowhere");
  EXPECT_EQ(town.country, "XX");
  EXPECT_EQ(town.time_zone, small_gazetteer()->nearest(town.position)->time_zone);
  EXPECT_EQ(gazetteer->areas_named("nowhereshire").at(0).code, "XX.07");
}

TEST_F(GeoNamesImport, TablesBesideTheDumpGiveNames) {
  const auto dump = write(
      "places.txt", "5\tNowhere Town\t\t\t10.6\t20.6\tP\tPPL\tXX\t\t07\t\t\t\t12000\t\t1\tAfrica/Lagos\t2019-01-01\n");
  const auto made =
      compile_geonames({.dump = dump,
                        .other_names = write("alternateNames.txt",
                                             "1\t5\ten\tEmpty City\t1\t\t\t\n2\t5\tlink\thttp://x\t\t\t\t\n"
                                             "3\t5\ten\tOld Name\t\t\t\t1\n4\t99\ten\tElsewhere\t\t\t\t\nrubbish\n"),
                        .regions = write("admin1.txt", "XX.07\tProvince of Nowhere\tProvince of Nowhere\t9\n"),
                        .countries = write("countryInfo.txt", "#ISO\nXX\tXXX\t999\tXX\tNoland\tX\n")},
                       small_gazetteer().gazetteer, Instant{}, [](const auto&) {});
  ASSERT_TRUE(made) << made.error().message;
  const OwnedGazetteer gazetteer(made->bytes);
  const auto town = gazetteer->named("empty city").at(0).locality;
  EXPECT_EQ(town.region, "Province of Nowhere");
  EXPECT_TRUE(gazetteer->lies_in(town, "noland"));
  EXPECT_THAT(gazetteer->named("old name"), IsEmpty());
}

TEST_F(GeoNamesImport, PostcodesLieInTheMiddleOfTheirRowsAndBringTheirDistricts) {
  const auto dump = compiled("GB.txt", kPostcodes);
  EXPECT_EQ(dump.name, "gb-postcodes");
  EXPECT_EQ(dump.report.taken, 6U);
  const OwnedGazetteer gazetteer(dump.bytes);
  const auto ls1 = gazetteer->postcode("ls1").at(0);
  EXPECT_EQ(ls1.written, "LS1");
  EXPECT_EQ(ls1.region, "England");
  EXPECT_EQ(ls1.country, "GB");
  EXPECT_NEAR(ls1.position.lat(), 53.7969, 1e-6);
  EXPECT_EQ(gazetteer->postcode("ls2").at(0).position, gazetteer->postcode("ls27ew").at(0).position);
  EXPECT_EQ(gazetteer->postcode("1012").at(0).country, "NL");
  EXPECT_EQ(gazetteer->postcode("00001").at(0).written, "00-001");
  EXPECT_EQ(gazetteer->postcode("80331").at(0).region, "Bavaria");
  EXPECT_THAT(gazetteer->postcode("ls3"), IsEmpty());
}

struct Malformed {
  std::string_view line;
  std::string_view reason;
};

constexpr Malformed kMalformedPlaces[]{
    {"2\tX", "the line has not 19 columns divided by tabs"},
    {"x\tA\tA\t\t1\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the first column is no number of GeoNames"},
    {"0\tA\tA\t\t1\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the first column is no number of GeoNames"},
    {"8\t\t\t\t1\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the place has no name"},
    {"8\tA\tA\t\tnorth\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the latitude is no number of degrees"},
    {"8\tA\tA\t\t1\t\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the longitude is no number of degrees"},
    {"8\tA\tA\t\t91\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the position is not on the globe"},
    {"8\tA\tA\t\tnan\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the position is not on the globe"},
    {"8\tA\tA\t\t1\t2\tP\tPPL\tgb\t\t\t\t\t\t0\t\t\t\t", "the country is no code of two capital letters"},
    {"8\tA\tA\t\t1\t2\tP\tPPL\t\t\t\t\t\t\t0\t\t\t\t", "the country is no code of two capital letters"},
    {"8\tA\tA\t\t1\t2\tP\tPPL\tGB\t\t\t\t\t\t-5\t\t\t\t", "the population is no whole number from 0 to 4,294,967,295"},
    {"8\tA\xFF\tA\t\t1\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the line is not UTF-8"},
    {"1\tHorsforth\tA\t\t1\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t", "the file has this number twice"},
};

TEST_F(GeoNamesImport, AMalformedPlaceIsRejectedWithItsLineAndReason) {
  for (const auto& [line, reason] : kMalformedPlaces) {
    const auto dump = compiled("GB.txt", std::string(kPlaces) + std::string(line) + "\n");
    ASSERT_EQ(dump.report.rejected.size(), 1U) << line;
    EXPECT_EQ(dump.report.rejected[0].line, 7U);
    EXPECT_EQ(dump.report.rejected[0].reason, reason) << line;
    EXPECT_EQ(dump.report.taken, 4U);
  }
}

constexpr Malformed kMalformedPostcodes[]{
    {"GB\tLS1", "the line has not 12 columns divided by tabs"},
    {"uk\tLS1\tA\t\t\t\t\t\t\t1\t2\t", "the country is no code of two capital letters"},
    {"GB\t\tA\t\t\t\t\t\t\t1\t2\t", "the postcode has neither letter nor digit"},
    {"GB\t--\tA\t\t\t\t\t\t\t1\t2\t", "the postcode has neither letter nor digit"},
    {"GB\tLS1\tA\xC3\t\t\t\t\t\t\t1\t2\t", "the line is not UTF-8"},
    {"GB\tLS1\tA\t\t\t\t\t\t\t\t2\t", "the latitude is no number of degrees"},
    {"GB\tLS1\tA\t\t\t\t\t\t\t1\teast\t", "the longitude is no number of degrees"},
    {"GB\tLS1\tA\t\t\t\t\t\t\t1\t181\t", "the position is not on the globe"},
};

TEST_F(GeoNamesImport, AMalformedPostcodeIsRejectedWithItsLineAndReason) {
  for (const auto& [line, reason] : kMalformedPostcodes) {
    const auto dump = compiled("GB.txt", std::string(kPostcodes) + std::string(line) + "\n");
    ASSERT_EQ(dump.report.rejected.size(), 1U) << line;
    EXPECT_EQ(dump.report.rejected[0].line, 7U);
    EXPECT_EQ(dump.report.rejected[0].reason, reason) << line;
  }
}

TEST_F(GeoNamesImport, AnotherTableIsRefusedWithWhatItIs) {
  const std::pair<std::string_view, std::string_view> tables[]{
      {"GB.ENG\tEngland\tEngland\t6269131\n", "--admin1"},
      {"#ISO\tISO3\n", "--countries"},
      {"1\t2\ten\tName\t\t\t\t\n", "--alternate-names"},
      {"id,name,lat,lon\n", "1 columns"},
      {"", "holds no"},
      {"\n\n", "holds no"},
      {"8\tA\tA\t\t91\t2\tP\tPPL\tGB\t\t\t\t\t\t0\t\t\t\t\n", "none of the 1 rows"},
  };
  for (const auto& [text, because] : tables) {
    const auto made = compile("table.txt", text);
    ASSERT_FALSE(made) << text;
    EXPECT_THAT(made.error().message, HasSubstr(because)) << text;
  }
  EXPECT_EQ(
      compile_geonames({.dump = folder_ / "missing.txt"}, small_gazetteer().gazetteer, Instant{}, {}).error().kind,
      ErrorKind::unreadable);
}

TEST_F(GeoNamesImport, LineEndsAndByteOrderMarksOfOtherSystemsChangeNothing) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : kPostcodes) text += c == '\n' ? "\r\n" : std::string(1, c);
  text.resize(text.size() - 2);
  EXPECT_EQ(compiled("a.txt", text).report.taken, 6U);
}

TEST_F(GeoNamesImport, ReadsGzipAndRefusesItWhenItIsCutShort) {
  const auto path = folder_ / "GB.txt.gz";
  const gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, kPlaces.data(), static_cast<unsigned>(kPlaces.size()));
  gzclose(file);
  const auto made = compile_geonames({.dump = path}, small_gazetteer().gazetteer, Instant{}, {});
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->name, "gb-places");
  EXPECT_EQ(made->report.taken, 4U);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_FALSE(compile_geonames({.dump = path}, small_gazetteer().gazetteer, Instant{}, {}));
}

TEST_F(GeoNamesImport, WhatIsImportedAddsAndOverrides) {
  const GazetteerFolder folder(folder_ / "gazetteer");
  const auto dump = compiled("GB.txt", kPlaces);
  const auto before = folder.state();
  ASSERT_TRUE(folder.put(dump.name, dump.bytes));
  EXPECT_NE(folder.state(), before);
  const auto both = folder.open_over(small_gazetteer().gazetteer);
  ASSERT_TRUE(both) << both.error().message;
  const auto leeds = both->named("leeds");
  ASSERT_EQ(leeds.size(), 2U);  // one in England, one in Texas
  EXPECT_EQ(leeds[0].locality.population, 500000U);
  EXPECT_EQ(both->at(leeds[1].locality.number).slug, "leeds-texas-us");
  EXPECT_TRUE(both->lies_in(leeds[1].locality, "texas"));
  EXPECT_EQ(both->named("horsforth").size(), 1U);
  EXPECT_EQ(both->named("munich").size(), 1U);
  EXPECT_EQ(both->with_slug("leeds-england-gb")->population, 500000U);
  EXPECT_EQ(both->nearest(position_at(53.836, -1.638))->name, "Horsforth");
  EXPECT_EQ(both->spelled_like("horsfrth", 3).at(0).locality.name, "Horsforth");
  EXPECT_EQ(both->size(), 3U + small_gazetteer()->size());
}

TEST_F(GeoNamesImport, TheSameFileAgainTakesThePlaceOfTheFirst) {
  const GazetteerFolder folder(folder_ / "gazetteer");
  ASSERT_TRUE(folder.put("gb-places", compiled("GB.txt", kPlaces).bytes));
  const auto smaller = compiled("GB.txt", kPlaces.substr(0, kPlaces.find('\n') + 1));
  ASSERT_TRUE(folder.put(smaller.name, smaller.bytes));
  const auto list = folder.list();
  ASSERT_TRUE(list);
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ(list->front().localities, 1U);
  EXPECT_EQ(list->front().source, "GB.txt");
  EXPECT_THAT(folder.open_over(small_gazetteer().gazetteer)->named("horsforth"), IsEmpty());
}

TEST_F(GeoNamesImport, ADamagedFileOfTheFolderIsRefusedByItsName) {
  const GazetteerFolder folder(folder_ / "gazetteer");
  EXPECT_EQ(folder.open_over(small_gazetteer().gazetteer)->size(), small_gazetteer()->size());
  auto dump = compiled("GB.txt", kPlaces);
  dump.bytes.back() ^= std::byte{1};
  ASSERT_TRUE(folder.put("gb-places", dump.bytes));
  const auto opened = folder.open_over(small_gazetteer().gazetteer);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("gb-places.bin"));
  EXPECT_THAT(opened.error().message, HasSubstr("import its dump again"));
}

}  // namespace
}  // namespace nearme
