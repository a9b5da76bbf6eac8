#include "intake/mapping/mapping.hpp"

#include <gtest/gtest.h>

#include "intake/intake_fixture.hpp"
#include "intake/mapping/row_maker.hpp"

namespace nearme {
namespace {

Row row_by(std::string_view toml, const std::vector<std::string>& names, const std::vector<std::string>& cells) {
  const auto mapping = mapping_from("m.toml", toml);
  EXPECT_TRUE(mapping) << (mapping ? "" : mapping.error().message);
  const auto rows = RowMaker::bind(*mapping, names);
  EXPECT_TRUE(rows) << (rows ? "" : rows.error().message);
  return rows->row_of({.line = 2, .cells = cells}).value();
}

TEST(Mapping, AColumnIsFoundWithoutRegardToCaseAndPunctuation) {
  EXPECT_EQ(row_by("fields.name = 'Org Name'", {"ORG_NAME"}, {"Harbour"})[Column::name], "Harbour");
}

TEST(Mapping, AConstantNeedsNoColumn) {
  EXPECT_EQ(row_by("fields.country = {constant = 'GB'}", {"a"}, {"x"})[Column::country], "GB");
}

TEST(Mapping, SeveralColumnsAreJoinedWithoutTheEmptyOnes) {
  const auto row =
      row_by("fields.street = {columns = ['a', 'b', 'c'], join = ', '}", {"a", "b", "c"}, {"1 Quay", "-", "Leeds"});
  EXPECT_EQ(row[Column::street], "1 Quay, Leeds");
}

TEST(Mapping, ASplitTakesOnePart) {
  const auto* toml = "fields.city = {column = 'a', split = ',', part = 2}";
  EXPECT_EQ(row_by(toml, {"a"}, {"1 Quay, Leeds, LS1"})[Column::city], "Leeds");
  EXPECT_EQ(row_by(toml, {"a"}, {"1 Quay"})[Column::city], "");
}

TEST(Mapping, ATranslationHasAWordForEverythingElse) {
  const auto* toml = "fields.wheelchair = {column = 'a', translate = {'Ja' = 'yes', '*' = 'no'}}";
  EXPECT_EQ(row_by(toml, {"a"}, {"JA"})[Column::wheelchair], "yes");
  EXPECT_EQ(row_by(toml, {"a"}, {"vielleicht"})[Column::wheelchair], "no");
  EXPECT_EQ(row_by(toml, {"a"}, {""})[Column::wheelchair], "");
}

TEST(Mapping, ADefaultStandsWhereACellSaysNothing) {
  const auto* toml = "fields.country = {column = 'a', default = 'MT'}";
  EXPECT_EQ(row_by(toml, {"a"}, {"n/a"})[Column::country], "MT");
  EXPECT_EQ(row_by(toml, {"a"}, {"DE"})[Column::country], "DE");
}

TEST(Mapping, WhatIsWrongIsSaidWithItsLine) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"", "m.toml:1: a mapping needs a table [fields] with at least one field"},
      {"fields = ", "m.toml:1: this is not TOML"},
      {"table = 'cats'", "m.toml:1: 'cats' is no table; there are sites, practitioners and claims"},
      {"\nfeilds = 1", "m.toml:2: 'feilds' is not known here"},
      {"[fields]\nnmae = 'a'", "m.toml:2: 'nmae' is no field of sites"},
      {"[fields]\nname = true", "m.toml:2: 'name' must be a text in quotes"},
      {"[fields]\nname = {}", "m.toml:2: 'name' needs a column, columns or a constant"},
      {"[fields]\nname = {colunm = 'a'}", "m.toml:2: 'colunm' is not known here"},
      {"[fields]\nname = {column = 'a', part = 0}", "m.toml:2: 'part' must be a number from 1"},
      {"[fields]\nname = {column = 'a', translate = 'b'}", "m.toml:2: 'translate' must be a table"},
      {"delimiter = '#'\nfields.name = 'a'", "m.toml:1: '#' is no delimiter; there are , ; | ¬ and tab"},
      {"only = 'x'\nfields.name = 'a'", "m.toml:1: 'only' must be a table"}};
  for (const auto& [toml, message] : wrong) {
    const auto mapping = mapping_from("m.toml", toml);
    ASSERT_FALSE(mapping) << toml;
    EXPECT_TRUE(mapping.error().message.starts_with(message)) << mapping.error().message;
  }
}

TEST(Mapping, AColumnThatTheTableLacksIsNamedWithThoseThatItHas) {
  const auto mapping = mapping_from("m.toml", "fields.name = 'Title'").value();
  EXPECT_EQ(RowMaker::bind(mapping, {"a", "b"}).error().message,
            "the mapping names columns that this table does not have: Title; it has: a, b");
}

TEST(ImportCsv, AMappingReadsATableWithoutHeadersAndPassesOverWhatItIsToldTo) {
  const auto store = fresh_store();
  auto request = request_for(test_file("A1|Harbour|ACTIVE|53.8 -1.5\nA2|Old|CLOSED|53.8 -1.5\n", ".csv"));
  request.mapping =
      mapping_from("m.toml",
                   "headers = ['code', 'name', 'status', 'at']\ndelimiter = '|'\nlicence = 'OGL-3.0'\n"
                   "only.status = ['active']\n[fields]\nid = 'code'\nname = 'name'\n"
                   "lat = {column = 'at', split = ' ', part = 1}\nlon = {column = 'at', split = ' ', part = 2}\n")
          .value();
  const auto report = import_into(*store, request);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->rows.added, 1);
  EXPECT_EQ(report->rows.skipped, 1);
  EXPECT_EQ(sites_of(*store).at(0).id, SiteId("A1"));
  EXPECT_EQ(store->sources()->at(0).source.licence, "OGL-3.0");
}

}  // namespace
}  // namespace nearme
