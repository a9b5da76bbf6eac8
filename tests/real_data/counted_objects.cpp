#include "counted_objects.hpp"

#include <map>
#include <string_view>

#include <gtest/gtest.h>

#include "intake/osm/objects.hpp"
#include "intake/osm/tags.hpp"

namespace nearme {
namespace {

bool is_key_that_counts(std::string_view key) {
  return key == "healthcare" || key == "beauty" || key == "amenity" || key == "shop";
}

bool is_counted(const Tags& tags) {
  static const std::map<std::string, std::set<std::string>> kValues{
      {"amenity", {"clinic", "doctors", "dentist", "pharmacy", "hospital"}},
      {"shop", {"beauty", "cosmetics", "hairdresser"}}};
  if (tags.contains("healthcare") || tags.contains("beauty")) return true;
  for (const auto& [key, values] : kValues) {
    const auto found = tags.find(key);
    if (found != tags.end() && values.contains(found->second)) return true;
  }
  return false;
}

}  // namespace

CountedObjects count_objects(const std::filesystem::path& path, const Catalogue& catalogue) {
  const auto file = InputFile::open(path).value();
  const TagRules rules(catalogue);
  CountedObjects counted;
  const auto read = read_osm(file, {.knows_key = is_key_that_counts,
                                    .wants = is_counted,
                                    .on_object = [&](const OsmObject& object) -> Result<void> {
                                      const auto id = osm_id(object.type, object.id);
                                      EXPECT_TRUE(counted.all.insert(id).second) << id << " is there twice";
                                      if (!object.position) counted.without_geometry.insert(id);
                                      if (rules.kinds_of(object.tags).empty()) counted.without_kind.insert(id);
                                      return {};
                                    },
                                    .on_other = [] {},
                                    .on_progress = [](std::uint64_t, std::uint64_t) {}});
  EXPECT_TRUE(read) << path << ": " << (read ? "" : read.error().message);
  return counted;
}

}  // namespace nearme
