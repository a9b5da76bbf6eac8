#include "intake/nhs_ods/import_nhs_ods.hpp"

#include <algorithm>
#include <array>

#include "intake/cells.hpp"
#include "intake/csv/column_index.hpp"
#include "intake/csv/table.hpp"

namespace nearme {
namespace {

/// The columns by their places, as the service documents them.
enum OdsColumn : std::size_t {
  kCode = 0,
  kName = 1,
  kFirstLine = 4,
  kLastLine = 8,
  kPostcode = 9,
  kCloseDate = 11,
  kStatus = 12,
  kPhone = 17,
  kPrescribingSetting = 25,
};
constexpr std::size_t kColumnsOfTable = 27;
constexpr std::string_view kGeneralPractice = "4";

struct TableKind {
  std::string_view name;  ///< what the file's name begins with
  std::string_view kind;
};
constexpr std::array kTables{TableKind{"epraccur", "general-practice"},
                             TableKind{"egpcur", "general-practice"},
                             TableKind{"edispensary", "pharmacy"},
                             TableKind{"egdpprac", "dentist"},
                             TableKind{"egdp", "dentist"},
                             TableKind{"ehospital", "hospital"},
                             TableKind{"etrust", "hospital"},
                             TableKind{"ephp", "clinic"},
                             TableKind{"ephpsite", "clinic"},
                             TableKind{"ets", "hospital"}};

const TableKind* table_called(std::string_view file_name) {
  std::string name(file_name);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto* const found =
      std::ranges::find_if(kTables, [&](const TableKind& table) { return name.starts_with(table.name); });
  return found == kTables.end() ? nullptr : found;
}

bool is_organisation(const Record& record) {
  const auto code = cell_at(record, kCode);
  constexpr std::size_t kLongestCode = 10;
  const bool is_code = code.size() >= 3 && code.size() <= kLongestCode && std::ranges::all_of(code, [](char c) {
                         return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                       });
  return is_code && record.cells.size() >= kColumnsOfTable - 4 && record.cells.size() <= kColumnsOfTable + 1;
}

bool is_closed(const Record& record, const Source& source) {
  if (cell_at(record, kStatus) == "C") return true;
  const auto closed = cell_at(record, kCloseDate);  // 20180331
  if (closed.size() != 8) return false;
  const auto date = parse_date(fmt::format("{}-{}-{}", closed.substr(0, 4), closed.substr(4, 2), closed.substr(6)));
  return date && std::chrono::sys_days(*date) <= std::chrono::floor<std::chrono::days>(source.imported_at);
}

/// The last line of an address that says something is its county or its town; lines three to five hold both.
void fill_address(Row& row, const Record& record) {
  std::vector<std::string> lines;
  for (std::size_t column = kFirstLine; column <= kLastLine; ++column) {
    if (auto line = cell_at(record, column); !line.empty()) lines.push_back(std::move(line));
  }
  // The fifth line is the county and the fourth the town, where they are there at all.
  const bool has_county = !cell_at(record, kLastLine).empty();
  if (has_county) {
    row[Column::region] = lines.back();
    lines.pop_back();
  }
  if (lines.size() > 1) {
    row[Column::city] = lines.back();
    lines.pop_back();
  }
  for (std::size_t i = 0; i < lines.size(); ++i) row[Column::street] += (i == 0 ? "" : ", ") + lines[i];
  row[Column::postcode] = cell_at(record, kPostcode);
  row[Column::country] = "GB";
}

class OrganisationImport {
 public:
  OrganisationImport(const TableKind* table, Importer& importer) : table_(table), importer_(importer) {}

  Result<void> take(const Record& record) {
    if (!is_organisation(record)) return refuse(record);
    seen_ = true;
    if (is_closed(record, importer_.source()) || !is_wanted(record)) {
      importer_.skip();
      return {};
    }
    auto row = row_at(record.line);
    row[Column::id] = "ods-" + cell_at(record, kCode);
    row[Column::name] = cell_at(record, kName);
    if (table_ != nullptr) row[Column::kind] = table_->kind;
    row[Column::phone] = cell_at(record, kPhone);
    fill_address(row, record);
    return importer_.take(row);
  }

 private:
  Result<void> refuse(const Record& record) {
    if (!seen_) {
      return fail(ErrorKind::invalid_input,
                  "this is no table of the NHS Organisation Data Service: its first row has {} columns and begins with "
                  "'{}', not {} and a code",
                  record.cells.size(), excerpt(record.cells[0], 40), kColumnsOfTable);
    }
    importer_.reject(record.line, "the row is no organisation: a code and 27 columns", record.cells[0]);
    return {};
  }

  [[nodiscard]] bool is_wanted(const Record& record) const {
    const auto setting = cell_at(record, kPrescribingSetting);
    const bool is_practice_table = table_ != nullptr && table_->name == "epraccur";
    return !is_practice_table || setting.empty() || setting == kGeneralPractice;
  }

  const TableKind* table_;
  Importer& importer_;
  bool seen_ = false;
};

}  // namespace

bool is_nhs_ods(std::string_view name, std::string_view first_bytes) {
  if (table_called(name) == nullptr) return false;
  const auto cells = first_record(first_bytes.substr(0, first_bytes.find('\n')), kDelimiters[0]);
  return !cells.empty() && is_organisation(Record{.line = 1, .cells = cells});
}

Result<void> import_nhs_ods(const InputFile& file, Importer& importer) {
  importer.licensed_under("OGL-3.0", "NHS England");
  OrganisationImport organisations(table_called(file.inner_name().string()), importer);
  const auto on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view text) {
    importer.reject(line, reason, text);
  };
  return read_table(file, kDelimiters[0], importer.context().notes,
                    {.records = {.on_record = [&](const Record& record) { return organisations.take(record); },
                                 .on_broken = on_broken},
                     .on_progress = [&](std::uint64_t bytes) { importer.at_byte(bytes, file.size()); },
                     .wants_sheet = {}});
}

}  // namespace nearme
