#include "intake/csv/records.hpp"

#include <random>

#include <gtest/gtest.h>

namespace nearme {
namespace {

struct Seen {
  std::vector<Record> records;
  std::vector<std::uint64_t> broken;
  bool failed = false;
};

/// Reads text given in pieces of this many bytes.
Seen read_in_pieces(std::string_view text, std::size_t piece, const Delimiter& delimiter = kDelimiters[0]) {
  Seen seen;
  const auto next = [&]() -> Result<std::string_view> {
    const auto taken = text.substr(0, piece);
    text.remove_prefix(taken.size());
    return taken;
  };
  const RecordVisitor visitor{
      .on_record = [&](const Record& record) -> Result<void> {
        seen.records.push_back(record);
        return {};
      },
      .on_broken = [&](std::uint64_t line, const std::string&, std::string_view) { seen.broken.push_back(line); }};
  seen.failed = !read_records(next, delimiter, visitor).has_value();
  return seen;
}

TEST(Records, OfNothingAndOfEmptyLinesThereAreNone) {
  EXPECT_TRUE(read_in_pieces("", 8).records.empty());
  EXPECT_TRUE(read_in_pieces("\n\r\n\n", 1).records.empty());
}

TEST(Records, LinesAreCountedAsTheyStandInTheFileWhateverTheirEnds) {
  const auto seen = read_in_pieces("a\r\n\"b\r\n\r\nc\"\r\n\r\nd\re\nf", 3);
  ASSERT_EQ(seen.records.size(), 5);
  std::vector<std::uint64_t> lines;
  for (const auto& record : seen.records) lines.push_back(record.line);
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 6, 7, 8}));
  EXPECT_EQ(seen.records[1].cells[0], "b\r\n\r\nc");
}

TEST(Records, QuotedCellsHoldDelimitersAndDoubledQuotes) {
  const auto seen = read_in_pieces("\"a,b\",\"say \"\"hi\"\"\",5\" heel,\"\"\n", 64);
  ASSERT_EQ(seen.records.size(), 1);
  EXPECT_EQ(seen.records[0].cells, (std::vector<std::string>{"a,b", "say \"hi\"", "5\" heel", ""}));
}

TEST(Records, TheNotSignDividesCellsThoughItHasTwoBytes) {
  const auto seen = read_in_pieces(
      "a\xC2\xAC"
      "b\xC2\xAC\n1\xC2\xAC\xC2\xA3"
      "2\xC2\xAC"
      "3",
      1, kDelimiters[4]);
  ASSERT_EQ(seen.records.size(), 2);
  EXPECT_EQ(seen.records[1].cells, (std::vector<std::string>{"1",
                                                             "\xC2\xA3"
                                                             "2",
                                                             "3"}));
}

TEST(Records, AQuoteThatIsNotClosedBreaksItsOwnLineOnly) {
  const auto seen = read_in_pieces("a,b\n\"c,d\ne,f\ng,h\n", 5);
  EXPECT_EQ(seen.broken, std::vector<std::uint64_t>{2});
  ASSERT_EQ(seen.records.size(), 3);
  EXPECT_EQ(seen.records[1].line, 3);
  EXPECT_EQ(seen.records[2].cells, (std::vector<std::string>{"g", "h"}));
}

TEST(Records, AFileOfOpenQuotesOrOfOneEndlessLineIsNoTable) {
  std::string quotes;
  for (int i = 0; i < 300; ++i) quotes += "\"a\"b\"c\n";
  EXPECT_TRUE(read_in_pieces(quotes, 1000).failed);
  EXPECT_TRUE(read_in_pieces(std::string(std::size_t{2} << 20, 'x'), 65536).failed);
}

TEST(Records, RandomTablesComeBackWholeHoweverTheyAreCutIntoPieces) {
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  const std::vector<std::string> parts{"a", "\"", ",", "\n", "\r\n", ";", "é", "x y", ""};
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<std::string>> rows(1 + random() % 5);
    std::string text;
    for (auto& row : rows) {
      for (int i = 0; i < 3; ++i) {
        std::string cell = "c";
        for (auto n = random() % 6; n > 0; --n) cell += parts[random() % parts.size()];
        row.push_back(cell);
        for (auto at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) cell.insert(at, 1, '"');
        text += (i == 0 ? "\"" : ",\"") + cell + '"';
      }
      text += '\n';
    }
    const auto seen = read_in_pieces(text, 1 + random() % 20);
    ASSERT_EQ(seen.records.size(), rows.size()) << "seed " << seed << ": " << text;
    for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(seen.records[i].cells, rows[i]) << "seed " << seed;
  }
}

}  // namespace
}  // namespace nearme
