#include "intake/cqc/import_cqc.hpp"

#include <algorithm>

#include "intake/cells.hpp"
#include "intake/cqc/location_columns.hpp"
#include "intake/csv/table.hpp"
#include "intake/kind_codes.hpp"

namespace nearme {
namespace {

constexpr int kMostRowsBeforeHeaders = 50;

/// The directory has an address in one cell, its town last: "1 Quay, Leeds".
void fill_address(Row& row, const Record& record, const LocationColumns& columns) {
  row[Column::street] = cell_at(record, columns.street);
  row[Column::street_2] = cell_at(record, columns.street_2);
  row[Column::city] = cell_at(record, columns.city);
  row[Column::region] = region_of_location(cell_at(record, columns.authority), cell_at(record, columns.county));
  row[Column::postcode] = cell_at(record, columns.postcode);
  row[Column::country] = "GB";
  auto& street = row[Column::street];
  const auto comma = street.rfind(',');
  if (!columns.city && comma != std::string::npos) {
    row[Column::city] = tidy(street.substr(comma + 1));
    street.resize(comma);
  }
}

class LocationImport {
 public:
  explicit LocationImport(Importer& importer) : codes_(importer.context().catalogue, &Kind::cqc), importer_(importer) {}

  Result<void> take(const Record& record) { return columns_ ? take_location(record) : look_for_headers(record); }

  [[nodiscard]] bool has_headers() const { return columns_.has_value(); }

 private:
  Result<void> look_for_headers(const Record& record) {
    columns_ = LocationColumns::find(record.cells);
    if (columns_ || ++rows_before_headers_ < kMostRowsBeforeHeaders) return {};
    return fail(ErrorKind::invalid_input,
                "none of the first {} rows has the columns of a file of the CQC (Location ID or CQC Location ID); the "
                "last looked at has: {}",
                kMostRowsBeforeHeaders, list_names(record.cells));
  }

  Result<void> take_location(const Record& record) {
    const auto kinds = kinds_of(record);
    if (kinds.empty() || cell_at(record, columns_->dormant) == "Y") {
      importer_.skip();
      return {};
    }
    auto row = row_at(record.line);
    row[Column::id] = cell_at(record, columns_->id);
    if (!row[Column::id].empty()) row[Column::id].insert(0, "cqc-");
    row[Column::name] = cell_at(record, columns_->name);
    row[Column::kind] = kinds_cell(kinds);
    row[Column::phone] = cell_at(record, columns_->phone);
    row[Column::website] = cell_at(record, columns_->website);
    row[Column::lat] = cell_at(record, columns_->lat);
    row[Column::lon] = cell_at(record, columns_->lon);
    fill_address(row, record, *columns_);
    return importer_.take(row);
  }

  [[nodiscard]] std::vector<KindId> kinds_of(const Record& record) const {
    std::vector<KindId> kinds;
    const auto add = [&](std::string_view type) {
      const auto& found = codes_.kinds_of(type);
      kinds.insert(kinds.end(), found.begin(), found.end());
    };
    auto types = cell_at(record, columns_->service_types);
    std::ranges::replace(types, '|', ';');
    for (const auto& type : list_of(types)) add(type);
    for (const auto& [type, column] : columns_->flags) {
      if (cell_at(record, column) == "Y") add(type);
    }
    return kinds;
  }

  KindCodes codes_;
  Importer& importer_;
  std::optional<LocationColumns> columns_;
  int rows_before_headers_ = 0;
};

}  // namespace

bool is_cqc(std::string_view first_bytes) {
  return first_bytes.contains("CQC Location ID") || first_bytes.contains("Location HSCA start date");
}

Result<void> import_cqc(const InputFile& file, Importer& importer) {
  importer.licensed_under("OGL-3.0", "Care Quality Commission");
  LocationImport locations(importer);
  const auto on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view text) {
    importer.reject(line, reason, text);
  };
  TRY_VOID(read_table(
      file, std::nullopt, importer.context().notes,
      {.records = {.on_record = [&](const Record& record) { return locations.take(record); }, .on_broken = on_broken},
       .on_progress = [&](std::uint64_t bytes) { importer.at_byte(bytes, file.size()); },
       .wants_sheet = [](std::string_view name) { return name.contains("Active_Locations"); }}));
  if (!locations.has_headers()) {
    return fail(ErrorKind::invalid_input, "{} has no columns of a file of the CQC (Location ID or CQC Location ID)",
                file.name());
  }
  return {};
}

}  // namespace nearme
