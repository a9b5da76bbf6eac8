// Public suites of test files, in full: tables and JSON.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "base/json.hpp"
#include "intake/csv/table.hpp"
#include "intake/geojson/features.hpp"
#include "intake/json_lines.hpp"
#include "intake/json_values.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// ---- csv-spectrum: eleven tables, and what they hold as JSON

/// The rows of a table under its headers, as the suite writes them.
json rows_of(const fs::path& path) {
  const auto file = InputFile::open(path).value();
  std::vector<std::string> headers;
  auto rows = json::array();
  Notes notes;
  const auto take = [&](const Record& record) -> Result<void> {
    if (headers.empty()) {
      headers = record.cells;
      return {};
    }
    json row;
    for (std::size_t i = 0; i < record.cells.size(); ++i) row[headers.at(i)] = record.cells[i];
    rows.push_back(std::move(row));
    return {};
  };
  const auto read = read_table(
      file, std::nullopt, notes,
      {.records = {.on_record = take, .on_broken = [](auto, const auto& reason, auto) { ADD_FAILURE() << reason; }},
       .on_progress = {},
       .wants_sheet = {}});
  EXPECT_TRUE(read) << path;
  return rows;
}

TEST_F(RealData, TheTablesOfCsvSpectrumHaveTheCellsThatTheSuiteSays) {
  const auto tables = files_in(folder_ / "suites/csv-spectrum/csvs", ".csv");
  ASSERT_EQ(tables.size(), 11);
  for (const auto& table : tables) {
    const auto expected =
        json::parse(*read_file(folder_ / "suites/csv-spectrum/json" / table.filename().replace_extension(".json")));
    // Three tables are about CRLF; a copy that has lost its CRs gets them back.
    auto text = *read_file(table);
    const bool has_crlf = table.stem().string().ends_with("_crlf");
    if (has_crlf && !text.contains('\r')) text = replaced(std::move(text), "\n", "\r\n");
    const auto copy = workplace_ / table.filename();
    ASSERT_TRUE(replace_file(copy, text));
    EXPECT_EQ(rows_of(copy), expected) << table;
  }
}

// ---- JSONTestSuite: y_ must be accepted, n_ refused, i_ may be either

/// What a reader made of a text: how many values, how many of them broken, and the error that ended it.
struct JsonReading {
  std::size_t values = 0;
  std::vector<std::string> broken;
  std::string error;

  [[nodiscard]] bool is_accepted() const { return values == 1 && broken.empty() && error.empty(); }
  [[nodiscard]] std::string complaint() const { return !error.empty() ? error : broken.empty() ? "" : broken[0]; }
};

/// Gives a text in pieces, so that values lie across their borders.
NextText in_pieces(std::string_view text) {
  return [text]() mutable -> Result<std::string_view> {
    const auto piece = text.substr(0, 1000);
    text.remove_prefix(piece.size());
    return piece;
  };
}

template <class Read>
JsonReading reading_of(Read read) {
  JsonReading seen;
  const auto on_value = [&](std::uint64_t, const json&) -> Result<void> {
    ++seen.values;
    return {};
  };
  const auto on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view) {
    seen.broken.push_back(std::to_string(line) + ": " + reason);
  };
  const Result<void> done = read(on_value, on_broken);
  if (!done) seen.error = done.error().message;
  return seen;
}

/// The ways by which JSON comes in: lines, record separators, a member of a feature, the element of a list.
JsonReading read_as_lines(const std::string& text) {
  return reading_of([&](auto on_value, auto on_broken) {
    return read_json_lines(in_pieces(text), '\n', {.on_value = on_value, .on_broken = on_broken});
  });
}

JsonReading read_as_sequence(const std::string& text) {
  return reading_of([&](auto on_value, auto on_broken) {
    return read_json_lines(in_pieces(text), '\x1E', {.on_value = on_value, .on_broken = on_broken});
  });
}

JsonReading read_as_property(const std::string& text) {
  const auto feature = "{\"type\": \"Feature\",\n\"geometry\": null,\n\"properties\": {\"it\":" + text + "}}";
  return reading_of([&](auto on_value, auto on_broken) {
    return read_features(in_pieces(feature), {.on_feature = on_value, .on_broken = on_broken});
  });
}

JsonReading read_as_entry(const std::string& text) {
  const auto bundle = "{\n\"entry\": [{\"it\":" + text + "}]}";
  return reading_of([&](auto on_value, auto on_broken) {
    return read_json_values(in_pieces(bundle), "entry", {.on_value = on_value, .on_broken = on_broken});
  });
}

struct JsonWay {
  std::string name;
  JsonReading (*read)(const std::string& text);
};
const std::vector<JsonWay> kJsonWays{
    {"lines", read_as_lines}, {"sequence", read_as_sequence}, {"property", read_as_property}, {"entry", read_as_entry}};

/// Bad files of the suite that are nothing at all between two line ends or separators: such blank stretches are passed
/// over, because files end in them.
const std::set<std::string> kBlank{"n_single_space.json", "n_structure_no_data.json"};

/// Good values of several lines; one a line they are not.
bool is_of_several_lines(std::string_view text) {
  const auto end = text.find_last_not_of(" \t\r\n");
  return end != std::string_view::npos && text.substr(0, end).contains('\n');
}

bool must_be_accepted(const fs::path& file) { return file.filename().string().starts_with("y_"); }
bool must_be_refused(const fs::path& file) { return file.filename().string().starts_with("n_"); }

TEST_F(RealData, EveryReaderOfJsonAcceptsAndRefusesWhatJsonTestSuiteSays) {
  std::map<std::string, int> counts;
  for (const auto& file : files_in(folder_ / "suites/JSONTestSuite/test_parsing", ".json")) {
    const auto text = *read_file(file);
    for (const auto& way : kJsonWays) {
      const bool by_lines = way.name == "lines";
      const auto seen =
          way.read(by_lines && must_be_accepted(file) && is_of_several_lines(text) ? replaced(text, "\n", " ") : text);
      const auto where = file.filename().string() + " as " + way.name;
      if (must_be_accepted(file)) {
        EXPECT_TRUE(seen.is_accepted()) << where << ": " << seen.complaint();
      }
      const bool is_blank = kBlank.contains(file.filename()) && (by_lines || way.name == "sequence");
      if (!must_be_refused(file) || is_blank) continue;
      EXPECT_FALSE(seen.is_accepted()) << where;
      EXPECT_TRUE(seen.complaint().contains("not JSON") || seen.complaint().contains("JSON value"))
          << where << ": " << seen.complaint();
    }
    ++counts[file.filename().string().substr(0, 2)];
  }
  EXPECT_EQ(counts, (std::map<std::string, int>{{"i_", 35}, {"n_", 188}, {"y_", 95}}));
}

}  // namespace
}  // namespace nearme
