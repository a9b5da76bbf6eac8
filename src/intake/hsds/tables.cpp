#include "intake/hsds/tables.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

#include "intake/csv/column_index.hpp"
#include "intake/csv/table.hpp"

namespace nearme {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

const std::string* find_table(const InputFile& file, std::string_view name) {
  const auto found =
      std::ranges::find_if(file.entries(), [&](const std::string& entry) { return file_name(entry) == name; });
  return found == file.entries().end() ? nullptr : &*found;
}

using OnFields = std::function<void(std::uint64_t line, const HsdsFields& fields)>;

/// One service: what its places get of it.
struct ServiceFacts {
  std::string name, organisation, email, url;
};

/// The tables of a package, joined.
class TableReading {
 public:
  TableReading(const InputFile& file, Notes& notes, HsdsLocations& locations)
      : file_(file), notes_(notes), locations_(locations) {}

  Result<void> read() {
    TRY_VOID(read_organisations());
    TRY_VOID(read_active_services());
    TRY_VOID(read_places());
    // Only places where a service is active are known by now: of the others nothing is kept.
    TRY_VOID(each("locations.csv", [&](auto, const HsdsFields& fields) {
      if (auto* location = known(fields("id"))) fill_location(location->row, fields);
    }));
    TRY_VOID(each("addresses.csv", [&](auto, const HsdsFields& fields) {
      if (auto* location = known(fields("location_id"))) fill_hsds_address(location->row, fields);
    }));
    TRY_VOID(each("phones.csv", [&](auto, const HsdsFields& fields) {
      for (auto* location : places_of(fields)) {
        if (location->row[Column::phone].empty()) location->row[Column::phone] = fields("number");
      }
    }));
    TRY_VOID(each("schedules.csv", [&](auto, const HsdsFields& fields) {
      for (auto* location : places_of(fields)) add_hsds_schedule(*location, fields);
    }));
    return each("languages.csv", [&](auto, const HsdsFields& fields) {
      const auto language = fields("code").empty() ? fields("name") : fields("code");
      for (auto* location : places_of(fields)) add_once(location->languages, language);
    });
  }

 private:
  Result<void> read_organisations() {
    return each("organizations.csv",
                [&](auto, const HsdsFields& fields) { organisations_[fields("id")] = fields("name"); });
  }

  Result<void> read_active_services() {
    return each("services.csv", [&](auto, const HsdsFields& fields) {
      if (!is_active(fields("status"))) return;
      services_[fields("id")] = {.name = fields("name"),
                                 .organisation = organisations_[fields("organization_id")],
                                 .email = fields("email"),
                                 .url = fields("url")};
    });
  }

  Result<void> read_places() {
    return each("service_at_locations.csv", [&](std::uint64_t line, const HsdsFields& fields) {
      const auto service = services_.find(fields("service_id"));
      const auto id = fields("location_id");
      if (service == services_.end() || id.empty()) return;
      auto& location = locations_.at(id, line);
      ids_.emplace(id, line);
      places_of_service_[service->first].push_back(id);
      place_of_service_at_[fields("id")] = id;
      add_once(location.services, service->second.name);
      location.organisation = service->second.organisation;
      if (location.row[Column::email].empty()) location.row[Column::email] = service->second.email;
    });
  }

  HsdsLocation* known(const std::string& id) {
    const auto found = ids_.find(id);
    return found == ids_.end() ? nullptr : &locations_.at(id, found->second);
  }

  /// The places that a phone, a schedule or a language belongs to: one, or all of a service.
  std::vector<HsdsLocation*> places_of(const HsdsFields& fields) {
    std::vector<HsdsLocation*> places;
    const auto add = [&](const std::string& id) {
      if (auto* location = known(id)) places.push_back(location);
    };
    if (const auto id = fields("location_id"); !id.empty()) {
      add(id);
    } else if (const auto at = place_of_service_at_.find(fields("service_at_location_id"));
               at != place_of_service_at_.end()) {
      add(at->second);
    } else {
      for (const auto& place : places_of_service_[fields("service_id")]) add(place);
    }
    return places;
  }

  /// Brings the rows of a table; nothing when the package does not have it.
  Result<void> each(std::string_view name, const OnFields& on_fields) {
    const auto* entry = find_table(file_, name);
    if (entry == nullptr) return {};
    TRY(const auto table, file_.with_entry(*entry));
    std::optional<ColumnIndex> columns;
    const auto on_record = [&](const Record& record) -> Result<void> {
      if (columns) {
        on_fields(record.line, [&](std::string_view field) { return cell_at(record, columns->find(field)); });
        return {};
      }
      columns.emplace(record.cells);
      if (columns->has("id")) return {};
      return fail(ErrorKind::invalid_input, "{} has no column 'id'; it has: {}", name, list_names(record.cells));
    };
    const auto on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view) {
      notes_.count(fmt::format("lines of {} left out: {}", name, reason), line, {});
    };
    Notes own;
    return read_table(
        table, std::nullopt, own,
        {.records = {.on_record = on_record, .on_broken = on_broken}, .on_progress = {}, .wants_sheet = {}});
  }

  const InputFile& file_;
  Notes& notes_;
  HsdsLocations& locations_;
  std::unordered_map<std::string, std::string> organisations_;
  std::unordered_map<std::string, ServiceFacts> services_;
  std::unordered_map<std::string, std::uint64_t> ids_;
  std::unordered_map<std::string, std::vector<std::string>> places_of_service_;
  std::unordered_map<std::string, std::string> place_of_service_at_;
};

}  // namespace

bool is_hsds_package(const InputFile& file) {
  return find_table(file, "services.csv") != nullptr && find_table(file, "locations.csv") != nullptr;
}

Result<void> read_hsds_tables(const InputFile& file, Notes& notes, HsdsLocations& locations) {
  if (find_table(file, "service_at_locations.csv") == nullptr) {
    return fail(ErrorKind::invalid_input,
                "{} has no service_at_locations.csv, so nobody can tell which service is where", file.name());
  }
  return TableReading(file, notes, locations).read();
}

}  // namespace nearme
