#include "intake/column.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

using Names = std::vector<std::string>;

std::optional<Column> column_of(std::string_view header) {
  const auto match = column_called(Subject::sites, header);
  return match ? std::optional(match->column) : std::nullopt;
}

TEST(Columns, EveryColumnOfTheContractHasItsOwnName) {
  for (std::size_t i = 0; i < kColumns; ++i) EXPECT_FALSE(to_string(static_cast<Column>(i)).empty()) << i;
}

TEST(Columns, NamesAreComparedWithoutCaseSpacesAndUnderscores) {
  EXPECT_EQ(column_of("Opening Hours"), Column::opening_hours);
  EXPECT_EQ(column_of("BOOKING-URL"), Column::booking_url);
  EXPECT_EQ(column_of("Post_Code"), Column::postcode);
  EXPECT_EQ(column_of("Laengengrad"), Column::lon);
  EXPECT_EQ(column_of("fax"), std::nullopt);
  EXPECT_EQ(column_of(""), std::nullopt);
}

TEST(Columns, TheBestOfSeveralNamesTakesTheColumn) {
  const auto headers = match_headers(Subject::sites, Names{"address", "street", "X", "lon", "OBJECTID", "ID"});
  EXPECT_EQ(headers, (Headers{std::nullopt, Column::street, std::nullopt, Column::lon, std::nullopt, Column::id}));
}

TEST(Subjects, TablesAreToldApartByTheirHeaders) {
  EXPECT_EQ(subject_of(Names{"id", "site_ids", "name"}), Subject::practitioners);
  EXPECT_EQ(subject_of(Names{"name", "profession", "registration_number"}), Subject::practitioners);
  EXPECT_EQ(subject_of(Names{"subject_id", "claim", "value"}), Subject::claims);
  EXPECT_EQ(subject_of(Names{"name", "lat", "lon", "profession"}), Subject::sites);
  EXPECT_EQ(subject_of(Names{}), Subject::sites);
}

}  // namespace
}  // namespace nearme
