#include "intake/hsds/import_hsds.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/hsds/package.hpp"
#include "intake/hsds/tables.hpp"
#include "intake/json_member.hpp"
#include "intake/json_values.hpp"
#include "intake/kind_codes.hpp"

namespace nearme {
namespace {

using nlohmann::json;

std::string kinds_of(const HsdsLocation& location, const Catalogue& catalogue) {
  std::vector<KindId> kinds;
  const auto add = [&](const std::string& words) {
    if (const auto* kind = catalogue.kind_called(words)) kinds.push_back(kind->id);
  };
  for (const auto& service : location.services) add(service);
  add(location.organisation);
  return kinds_cell(kinds);
}

Result<void> take_all(const HsdsLocations& locations, Importer& importer) {
  for (const auto& location : locations.all()) {
    auto row = whole_row(location);
    row[Column::kind] = kinds_of(location, importer.context().catalogue);
    TRY_VOID(importer.take(row));
  }
  return {};
}

Result<void> read_services(const InputFile& file, Importer& importer, HsdsLocations& locations) {
  TRY(const auto encoding, encoding_of(file));
  Utf8Reader reader(file, encoding);
  const auto next_text = [&]() -> Result<std::string_view> {
    importer.at_byte(reader.bytes_read(), file.size());
    return reader.next();
  };
  const auto on_value = [&](std::uint64_t line, const json& value) -> Result<void> {
    if (member(value, "service_at_locations").is_array()) {
      locations.add_service(line, value);
    } else {
      importer.reject(line, "this is no HSDS service: it has no service_at_locations", value.dump());
    }
    return {};
  };
  return read_json_values(
      next_text, "contents",
      {.on_value = on_value, .on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view text) {
         importer.reject(line, reason, text);
       }});
}

}  // namespace

bool is_hsds(const InputFile& file) {
  if (is_hsds_package(file)) return true;
  const auto head = std::string_view(file.first_bytes());
  const auto begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool is_json = begin != std::string_view::npos && (head[begin] == '{' || head[begin] == '[');
  return is_json && head.contains("\"service_at_locations\"");
}

Result<void> import_hsds(const InputFile& file, Importer& importer) {
  HsdsLocations locations;
  if (is_hsds_package(file)) {
    TRY_VOID(read_hsds_tables(file, importer.context().notes, locations));
  } else {
    TRY_VOID(read_services(file, importer, locations));
  }
  return take_all(locations, importer);
}

}  // namespace nearme
