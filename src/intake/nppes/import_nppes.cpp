#include "intake/nppes/import_nppes.hpp"

#include <algorithm>
#include <map>

#include "base/checksum.hpp"
#include "intake/cells.hpp"
#include "intake/csv/table.hpp"
#include "intake/kind_codes.hpp"
#include "intake/nppes/provider_columns.hpp"
#include "intake/nppes/weekly.hpp"
#include "intake/people_from_row.hpp"
#include "intake/site_from_row.hpp"

namespace nearme {
namespace {

constexpr std::string_view kPerson = "1";
constexpr std::string_view kLicence = "US public domain";

void fill_address(Row& row, const Record& record, const AddressColumns& columns) {
  row[Column::street] = cell_at(record, columns.line_1);
  row[Column::street_2] = cell_at(record, columns.line_2);
  row[Column::city] = cell_at(record, columns.city);
  row[Column::region] = cell_at(record, columns.state);
  row[Column::postcode] = cell_at(record, columns.postcode);
  row[Column::phone] = cell_at(record, columns.phone);
  const auto country = cell_at(record, columns.country);
  row[Column::country] = country.empty() ? "US" : country;
}

std::string joined(std::initializer_list<std::string> words) {
  std::string text;
  for (const auto& word : words) {
    if (!word.empty()) text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

/// "03/15/2018" as "2018-03-15": dates of NPPES are American. Empty for what is no date.
std::string iso_date(const std::string& text) {
  constexpr std::size_t kLength = 10;
  if (text.size() != kLength || text[2] != '/' || text[5] != '/') return {};
  auto date = fmt::format("{}-{}-{}", text.substr(6), text.substr(0, 2), text.substr(3, 2));
  return parse_date(date) ? date : std::string{};
}

bool is_npi(std::string_view text) {
  constexpr std::size_t kDigits = 10;
  return text.size() == kDigits && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the number of a row is one; if not, the row is rejected.
bool has_npi(const Record& record, const std::string& npi, Importer& importer) {
  if (is_npi(npi)) return true;
  const auto first = record.cells.empty() ? std::string{} : record.cells[0];
  importer.reject(record.line, npi.empty() ? "NPI is missing" : "NPI is not a number of ten digits", first);
  return false;
}

/// The file of providers.
class ProviderImport {
 public:
  ProviderImport(const ColumnIndex& columns, Importer& importer)
      : columns_(columns), codes_(importer.context().catalogue, &Kind::nppes), importer_(importer) {}

  Result<void> take(const Record& record) {
    const auto npi = cell_at(record, columns_.npi);
    if (!has_npi(record, npi, importer_) || !has_right_dates(record)) return {};
    if (is_deactivated(record)) return retire("npi-" + npi);
    const auto kinds = kinds_of(record);
    if (kinds.empty()) {
      importer_.skip();
      return {};
    }
    const bool is_person = cell_at(record, columns_.entity_type) == kPerson;
    auto row = row_of(record, npi, is_person ? person_name(record) : cell_at(record, columns_.organisation));
    row[Column::kind] = kinds_cell(kinds);
    TRY_VOID(importer_.take(row));
    return is_person ? take_person(record, row, npi) : Result<void>{};
  }

 private:
  /// A date that cannot be read must not leave a provider in the directory who has gone.
  bool has_right_dates(const Record& record) {
    for (const auto& [column, name] :
         {std::pair(columns_.deactivated, "Deactivation"), std::pair(columns_.reactivated, "Reactivation")}) {
      const auto text = cell_at(record, column);
      if (text.empty() || !iso_date(text).empty()) continue;
      importer_.reject(record.line, fmt::format("NPI {} Date is not a date such as 01/31/2026", name), text);
      return false;
    }
    return true;
  }

  [[nodiscard]] bool is_deactivated(const Record& record) const {
    const auto ended = iso_date(cell_at(record, columns_.deactivated));
    return !ended.empty() && iso_date(cell_at(record, columns_.reactivated)) < ended;
  }

  Result<void> retire(const std::string& key) {
    TRY_VOID(importer_.retire(SubjectKind::site, key));
    return importer_.retire(SubjectKind::practitioner, key);
  }

  /// Those of the primary code first.
  [[nodiscard]] std::vector<KindId> kinds_of(const Record& record) const {
    std::vector<KindId> kinds;
    for (std::size_t i = 0; i < ProviderColumns::kTaxonomies; ++i) {
      const auto code = cell_at(record, columns_.taxonomy[i]);
      if (code.empty()) continue;
      const auto& found = codes_.kinds_of(code);
      const bool is_primary = cell_at(record, columns_.primary[i]) == "Y";
      kinds.insert(is_primary ? kinds.begin() : kinds.end(), found.begin(), found.end());
    }
    return kinds;
  }

  [[nodiscard]] std::string person_name(const Record& record) const {
    return joined({cell_at(record, columns_.first_name), cell_at(record, columns_.middle_name),
                   cell_at(record, columns_.last_name), cell_at(record, columns_.suffix)});
  }

  [[nodiscard]] Row row_of(const Record& record, const std::string& npi, const std::string& name) const {
    auto row = row_at(record.line);
    row[Column::id] = "npi-" + npi;
    row[Column::name] = name;
    row[Column::updated_at] = iso_date(cell_at(record, columns_.updated));
    fill_address(row, record, columns_.address);
    return row;
  }

  Result<void> take_person(const Record& record, const Row& site, const std::string& npi) {
    auto row = row_at(record.line);
    row[Column::id] = site[Column::id];
    row[Column::site_ids] = site[Column::id];
    row[Column::name] = site[Column::name];
    row[Column::profession] = cell_at(record, columns_.credential);
    row[Column::register_name] = "NPI";
    row[Column::registration_number] = npi;
    auto practitioner = practitioner_from_row(row, importer_.context());
    if (practitioner) return importer_.take(record.line, *std::move(practitioner));
    importer_.reject(record.line, practitioner.error().message, site[Column::name]);
    return {};
  }

  ProviderColumns columns_;
  KindCodes codes_;
  Importer& importer_;
};

/// The file of further places: each is the known site of its provider, at another address.
class PlaceImport {
 public:
  PlaceImport(const ColumnIndex& columns, Importer& importer) : columns_(columns), importer_(importer) {}

  Result<void> take(const Record& record) {
    const auto npi = cell_at(record, columns_.npi);
    if (!has_npi(record, npi, importer_)) return {};
    TRY(const auto provider, importer_.find_listing(SiteId("npi-" + npi)));
    if (!provider) {
      importer_.context().notes.count("places of providers that are not in the directory, skipped", record.line, npi);
      importer_.skip();
      return {};
    }
    auto row = row_at(record.line);
    fill_address(row, record, columns_.address);
    // Named by its address, so that the order of the places does not matter from one file to the next.
    row[Column::id] = fmt::format("npi-{}-{}", npi,
                                  to_hex(checksum(row[Column::street] + '\n' + row[Column::postcode])).substr(0, 8));
    row[Column::name] = provider->site.name;
    row[Column::kind] = kinds_cell(provider->site.kinds);
    return importer_.take(row);
  }

 private:
  PlaceColumns columns_;
  Importer& importer_;
};

Result<std::function<Result<void>(const Record&)>> rows_of(const Record& headers, Importer& importer) {
  const ColumnIndex columns(headers.cells);
  if (columns.has("NPI") && columns.has("Entity Type Code")) {
    importer.also_reads(Subject::practitioners);
    return
        [import = std::make_shared<ProviderImport>(columns, importer)](const Record& row) { return import->take(row); };
  }
  if (columns.has("NPI") && columns.find_beginning("Provider Secondary Practice Location Address")) {
    return [import = std::make_shared<PlaceImport>(columns, importer)](const Record& row) { return import->take(row); };
  }
  return fail(
      ErrorKind::invalid_input,
      "this is no npidata_pfile or pl_pfile of NPPES (other files of its archive are not read); its columns are: {}",
      list_names(headers.cells));
}

}  // namespace

bool is_nppes(std::string_view first_bytes) {
  const auto headers = first_bytes.substr(0, first_bytes.find('\n'));
  return headers.contains("NPI") &&
         (headers.contains("Entity Type Code") || headers.contains("Provider Secondary Practice Location Address"));
}

Result<void> import_nppes(const InputFile& file, Importer& importer) {
  importer.licensed_under(std::string(kLicence), {});
  if (is_weekly(file.inner_name().string())) importer.holds_changes_only();
  std::function<Result<void>(const Record&)> take;
  const auto on_record = [&](const Record& record) -> Result<void> {
    if (take) return take(record);
    TRY(take, rows_of(record, importer));
    return {};
  };
  const auto on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view text) {
    importer.reject(line, reason, text);
  };
  TRY_VOID(read_table(file, std::nullopt, importer.context().notes,
                      {.records = {.on_record = on_record, .on_broken = on_broken},
                       .on_progress = [&](std::uint64_t bytes) { importer.at_byte(bytes, file.size()); }}));
  if (!take) return fail(ErrorKind::invalid_input, "{} has no header line", file.name());
  return {};
}

}  // namespace nearme
