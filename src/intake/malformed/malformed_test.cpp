// What people are told of malformed input, reader by reader: docs/import-errors.md shows every sentence, and this holds
// it to what the readers say. With NEARME_ACCEPT set the page is written anew.
#include "intake/malformed/malformed.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace nearme {
namespace {

const std::filesystem::path kPage = NEARME_SOURCE_DIR "/docs/import-errors.md";

constexpr std::string_view kBeginning =
    "# What an import says of malformed input\n"
    "\n"
    "An error leaves the store as it was. A row that cannot be taken is rejected with its line, and the others are "
    "taken.\n"
    "What can be left out or mended is noted. This page is made from what the readers really say, by\n"
    "`src/intake/malformed/malformed_test.cpp`, which fails when the two differ; `NEARME_ACCEPT=1` writes it anew. "
    "FILE\n"
    "stands for the name of the file.\n";

std::vector<MalformedInputs> all_malformed() {
  std::vector<MalformedInputs> all;
  for (auto readers : {malformed_tables(), malformed_json(), malformed_registers(), malformed_files()}) {
    for (auto& reader : readers) all.push_back(std::move(reader));
  }
  return all;
}

/// A text within a cell of a table in Markdown: no bars, no line ends, nothing that a browser would take for a tag.
std::string in_cell(const std::string& text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    if (c == '<') {
      cell += "&lt;";
    } else {
      cell += c == '\n' ? ' ' : c;
    }
  }
  return cell;
}

/// Addresses of tests have another port each time.
std::string without_port(std::string sentence) {
  constexpr std::string_view kHost = "http://127.0.0.1:";
  for (auto at = sentence.find(kHost); at != std::string::npos; at = sentence.find(kHost)) {
    const auto end = sentence.find('/', at + kHost.size());
    sentence.replace(at, end - at, "https://example.org");
  }
  return sentence;
}

std::string section_of(const MalformedInputs& reader) {
  std::string section = "\n## " + reader.reader + "\n\n| input | what is said |\n| --- | --- |\n";
  for (const auto& input : reader.inputs) {
    std::string said;
    for (const auto& sentence : reader.sentences_of(input.bytes)) {
      said += (said.empty() ? "" : "<br>") + in_cell(without_port(sentence));
    }
    EXPECT_FALSE(said.empty()) << reader.reader << ": nothing is said of " << input.what;
    section += "| " + input.what + " | " + said + " |\n";
  }
  return section;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

TEST(MalformedInput, ThePageShowsWhatEveryReaderSays) {
  std::string page(kBeginning);
  for (const auto& reader : all_malformed()) page += section_of(reader);
  const bool accept = std::getenv("NEARME_ACCEPT") != nullptr;
  ASSERT_TRUE(!accept || replace_file(kPage, page));
  const auto shown = lines_of(read_file(kPage).value_or(""));
  const auto said = lines_of(page);
  for (std::size_t i = 0; i < std::max(shown.size(), said.size()); ++i) {
    EXPECT_EQ(i < shown.size() ? shown[i] : "", i < said.size() ? said[i] : "") << "docs/import-errors.md:" << i + 1;
  }
}

}  // namespace
}  // namespace nearme
