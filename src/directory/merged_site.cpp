#include "directory/merged_site.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/json.hpp"
#include "directory/json.hpp"

namespace nearme {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 4> kLists{"kinds", "languages", "offers", "other_services"};

bool is_list(std::string_view field) { return std::ranges::find(kLists, field) != kLists.end(); }

/// A record with its position as one field, as which it is taken or left.
Json fields_of(const Site& site) {
  auto fields = to_json(site);
  auto position = Json::object();
  for (const auto* part : {"lat", "lon", "precision"}) {
    if (!fields.contains(part)) continue;
    position[part] = fields[part];
    fields.erase(part);
  }
  fields["position"] = std::move(position);
  return fields;
}

std::vector<Json> all_fields_of(const std::vector<Site>& records) {
  std::vector<Json> all;
  for (const auto& record : records) all.push_back(fields_of(record));
  // Coordinates of a source's own come before those that were found by a postcode or a town.
  const auto own = std::ranges::find_if(records, [](const Site& record) { return !record.precision; });
  if (own != records.end()) {
    const auto position = all[static_cast<std::size_t>(own - records.begin())]["position"];
    for (auto& fields : all) {
      if (fields["position"].contains("precision")) fields["position"] = position;
    }
  }
  return all;
}

/// What an entry of a list is about: an offer's treatment, else the entry itself.
const Json& subject_of(const Json& entry) { return entry.is_object() ? entry.at("treatment") : entry; }

void add_new_entries(Json& list, const Json& others) {
  for (const auto& entry : others) {
    const auto is_same = [&](const Json& known) { return subject_of(known) == subject_of(entry); };
    if (std::ranges::none_of(list, is_same)) list.push_back(entry);
  }
}

}  // namespace

Result<Site> merged_site(const std::vector<Site>& records) {
  if (records.empty()) return fail(ErrorKind::invalid_input, "a site needs at least one record");
  if (records.size() == 1) return records.front();
  const auto all = all_fields_of(records);
  auto merged = all.front();
  for (const auto& fields : all) {
    for (const auto& [name, value] : fields.items()) {
      if (!merged.contains(name)) {
        merged[name] = value;
      } else if (is_list(name)) {
        add_new_entries(merged[name], value);
      }
    }
  }
  const auto position = merged["position"];
  merged.erase("position");
  merged.update(position);
  return site_from_json(merged);
}

std::vector<FieldOrigin> origins_of(const std::vector<Site>& records) {
  std::map<std::string, FieldOrigin> origins;
  for (const auto& record : records) {
    const auto fields = fields_of(record);
    for (const auto& [name, value] : fields.items()) {
      if (name == "id" || name == "source") continue;
      FieldOrigin::Said said{.source = record.source, .value = value.dump()};
      const auto [origin, is_first] = origins.try_emplace(name, FieldOrigin{.field = name, .won = said, .lost = {}});
      if (is_first || origin->second.won.value == said.value) continue;
      const bool is_better = name == "position" && !value.contains("precision") &&
                             Json::parse(origin->second.won.value).contains("precision");
      if (is_better) std::swap(origin->second.won, said);
      origin->second.lost.push_back(std::move(said));
    }
  }
  std::vector<FieldOrigin> listed;
  for (auto& [name, origin] : origins) listed.push_back(std::move(origin));
  return listed;
}

}  // namespace nearme
