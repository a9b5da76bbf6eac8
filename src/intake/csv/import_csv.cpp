#include "intake/csv/import_csv.hpp"

#include <algorithm>

#include <fmt/ranges.h>

#include "intake/cells.hpp"
#include "intake/csv/table.hpp"
#include "intake/hours_check.hpp"
#include "intake/mapping/opening_times.hpp"
#include "intake/mapping/row_maker.hpp"

namespace nearme {
namespace {

/// A site needs a name, and a position or an address that it can be located by.
Result<void> check_fields(Subject subject, const RowMaker& rows, const std::vector<std::string>& names) {
  std::vector<std::string_view> missing;
  if (subject != Subject::claims && !rows.makes(Column::name)) missing.push_back("name");
  const bool has_address = rows.makes(Column::postcode) || rows.makes(Column::city);
  if (subject == Subject::sites && !rows.makes(Column::position) && !has_address) {
    if (!rows.makes(Column::lat)) missing.push_back("lat");
    if (!rows.makes(Column::lon)) missing.push_back("lon");
  }
  if (missing.empty()) return {};
  return fail(ErrorKind::invalid_input,
              "this table has no column for {}; it has: {}; a mapping file can say which is which: nearme import "
              "--guess FILE writes one",
              fmt::join(missing, ", "), list_names(names));
}

/// One table on its way into an importer.
class TableImport {
 public:
  TableImport(Importer& importer, const Mapping* mapping, std::optional<OpeningTimes> times)
      : importer_(importer), mapping_(mapping), times_(std::move(times)) {}

  Result<void> take(const Record& record) {
    if (rows_) return take_row(record);
    if (mapping_ == nullptr || mapping_->headers.empty()) return take_headers(record.cells);
    TRY_VOID(take_headers(mapping_->headers));
    return take_row(record);
  }

  [[nodiscard]] bool has_headers() const { return rows_.has_value(); }

  /// To be called after the last record.
  void finish() {
    const auto unused = times_ ? times_->unused() : 0;
    if (unused == 0) return;
    importer_.context().notes.say(fmt::format("{} has opening times of ids that no row has: {}",
                                              mapping_->opening_times->file.filename().string(), unused));
  }

 private:
  Result<void> take_headers(const std::vector<std::string>& names) {
    const auto subject = mapping_ == nullptr ? subject_of(names) : mapping_->table;
    importer_.read_as(subject);
    if (mapping_ == nullptr) {
      rows_ = RowMaker::by_name(subject, names);
    } else {
      TRY(rows_, RowMaker::bind(*mapping_, names));
    }
    TRY_VOID(check_fields(subject, *rows_, names));
    const auto unread = rows_->unread();
    if (!unread.empty()) importer_.context().notes.say("columns that are not read: " + list_names(unread));
    return {};
  }

  Result<void> take_row(const Record& record) {
    const auto& cells = record.cells;
    if (std::ranges::all_of(cells, [](const std::string& cell) { return tidy(cell).empty(); })) return {};
    for (std::size_t i = rows_->columns(); i < cells.size(); ++i) {
      if (tidy(cells[i]).empty()) continue;
      importer_.reject(record.line,
                       "the row has more cells than there are columns; a cell with the delimiter in it needs quotes",
                       cells[i]);
      return {};
    }
    auto row = rows_->row_of(record);
    if (!row) {
      importer_.skip();
      return {};
    }
    if (times_ && opening_hours_of(*row).empty()) (*row)[Column::opening_hours] = times_->of(tidy((*row)[Column::id]));
    return importer_.take(*row);
  }

  Importer& importer_;
  const Mapping* mapping_;
  std::optional<OpeningTimes> times_;
  std::optional<RowMaker> rows_;
};

}  // namespace

Result<void> import_csv(const InputFile& file, const Mapping* mapping, Importer& importer) {
  std::optional<OpeningTimes> times;
  if (mapping != nullptr && mapping->opening_times) {
    const Date today{std::chrono::floor<std::chrono::days>(importer.source().imported_at)};
    TRY(times, OpeningTimes::read(*mapping->opening_times, today, importer.context().notes));
  }
  TableImport table(importer, mapping, std::move(times));
  if (mapping != nullptr) importer.licensed_under(mapping->licence, mapping->attribution);
  const auto reject = [&](std::uint64_t line, const std::string& reason, std::string_view text) {
    importer.reject(line, reason, text);
  };
  TRY_VOID(read_table(
      file, mapping == nullptr ? std::nullopt : mapping->delimiter, importer.context().notes,
      {.records = {.on_record = [&](const Record& record) { return table.take(record); }, .on_broken = reject},
       .on_progress = [&](std::uint64_t bytes) { importer.at_byte(bytes, file.size()); }}));
  table.finish();
  if (!table.has_headers()) return fail(ErrorKind::invalid_input, "{} has no header line", file.name());
  return {};
}

}  // namespace nearme
