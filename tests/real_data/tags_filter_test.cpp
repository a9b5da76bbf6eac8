// Compares what is imported of an extract with what osmium-tool, another program, filters out of it.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.hpp"
#include "counted_objects.hpp"
#include "extracts.hpp"
#include "intake/osm/tags.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTool = "/usr/bin/osmium";
/// The rule of CountedObjects, in the tool's words: any node, way or relation with one of these tags.
constexpr const char* kRule =
    "healthcare amenity=clinic,doctors,dentist,pharmacy,hospital shop=beauty,cosmetics,hairdresser beauty";

std::string quoted_for_shell(const fs::path& path) {
  std::string quoted = "'";
  for (const char letter : path.string()) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

/// The objects of a file in OPL, which has one a line: "n12 v1 ..." is "osm-node-12".
std::set<std::string> ids_in_opl(const std::string& text) {
  std::set<std::string> ids;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto id = osm_id_from(line.substr(0, line.find(' ')));
    EXPECT_TRUE(id) << "not a line of OPL: " << line;
    if (id) ids.insert(*id);
  }
  return ids;
}

class TagsFilter : public RealData, public testing::WithParamInterface<Extract> {
 protected:
  void SetUp() override {
    RealData::SetUp();
    if (IsSkipped()) return;
    if (!fs::exists(kTool)) GTEST_SKIP() << "there is no " << kTool << " to compare with";
  }

  /// Runs the tool over a file. Gives its exit code; its OPL and its complaints are left in the workplace.
  int run_tool(const fs::path& file) {
    const auto command =
        fmt::format("{} tags-filter -R --no-progress {} {} -f opl -o {} 2> {}", kTool, quoted_for_shell(file), kRule,
                    quoted_for_shell(opl()), quoted_for_shell(errors()));
    return std::system(command.c_str());
  }

  [[nodiscard]] fs::path opl() const { return workplace_ / "filtered.opl"; }
  [[nodiscard]] fs::path errors() const { return workplace_ / "errors.txt"; }
};

TEST_P(TagsFilter, TheSitesTakenAreTheObjectsThatTheToolFinds) {
  const auto file = folder_ / GetParam().file;
  const auto exit_code = run_tool(file);
  const auto complaint = read_file(errors()).value();
  if (exit_code != 0 && complaint.find("lz4") != std::string::npos) GTEST_SKIP() << "the tool cannot: " << complaint;
  ASSERT_EQ(exit_code, 0) << complaint;
  const auto found = ids_in_opl(read_file(opl()).value());
  EXPECT_EQ(found.size(), GetParam().objects);
  EXPECT_EQ(count_objects(file, shipped_catalogue()).all, found);

  imported(file, "extract");
  for (const auto& id : found) EXPECT_TRUE(store_->find_listing(SiteId{id}).value()) << id << " was not taken";
}

std::string name_of_extract(const testing::TestParamInfo<Extract>& extract) {
  auto name = fs::path(extract.param.file).filename().string();
  std::ranges::replace_if(name, [](unsigned char letter) { return std::isalnum(letter) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Extracts, TagsFilter, testing::ValuesIn(kExtracts), name_of_extract);

}  // namespace
}  // namespace nearme
