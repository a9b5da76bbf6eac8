#include "trust/import_register.hpp"

#include <algorithm>
#include <chrono>

#include "intake/cells.hpp"
#include "intake/csv/table.hpp"
#include "intake/input_file.hpp"

namespace nearme {
namespace {

/// Lines of text that may stand before the headers.
constexpr int kMostRowsBeforeHeaders = 50;

/// Rows from one call of the progress to the next.
constexpr std::uint64_t kRowsAStep = 1000;

Result<Date> date_of_file(const RegisterRequest& request, Notes& notes) {
  if (request.dated) return *request.dated;
  std::error_code failure;
  const auto written = std::filesystem::last_write_time(request.file, failure);
  if (failure) return fail(ErrorKind::invalid_input, "say the date of the file with --date, as 2026-11-22");
  const auto moment = std::chrono::file_clock::to_sys(written);
  const Date date{std::chrono::floor<std::chrono::days>(moment)};
  notes.say(fmt::format("dated {}, when the file was last written; --date says another day", format_date(date)));
  return date;
}

/// As asked; the spreadsheet of the CQC is known by the name under which it is published.
std::optional<RegisterFormat> format_asked(const RegisterRequest& request) {
  const bool is_named_so = request.file.filename().string().contains("HSCA_Active_Locations");
  return !request.format && is_named_so ? RegisterFormat::cqc : request.format;
}

/// A spreadsheet of the CQC has a sheet of words before that of the locations.
std::function<bool(std::string_view)> sheet_of(const RegisterRequest& request) {
  if (request.format != RegisterFormat::cqc) return {};
  return [](std::string_view name) { return name.contains("Active_Locations"); };
}

bool is_blank(const Record& row) {
  return std::ranges::all_of(row.cells, [](const std::string& cell) { return tidy(cell).empty(); });
}

/// Over what the format knows lies what was said at the last import, and over that what the operator says now.
Register described(const RegisterRequest& request, RegisterFormat format, const std::optional<Register>& before) {
  auto about = before.value_or(register_of(format));
  const auto& said = request.about;
  about.id = said.id;
  if (!said.name.empty()) about.name = said.name;
  if (about.name.empty()) about.name = said.id.text();
  if (!said.also_called.empty()) about.also_called = said.also_called;
  if (request.kind) about.kind = *request.kind;
  if (!said.jurisdiction.empty()) about.jurisdiction = said.jurisdiction;
  if (!said.link.empty()) about.link = said.link;
  about.origin = request.file.string();
  about.imported_at = said.imported_at;
  return about;
}

/// One file on its way into a register.
class RegisterTable {
 public:
  RegisterTable(Registers& registers, const RegisterRequest& request, RegisterReport& report)
      : registers_(registers), request_(request), report_(report) {}

  Result<void> take(const Record& row) {
    if (!reader_) return look_for_headers(row);
    if (is_blank(row)) return {};
    ++report_.rows.read;
    if (row.cells.size() > columns_ && !is_blank({.line = row.line, .cells = rest_of(row)})) {
      reject(row.line, "the row has more cells than there are columns", row.cells[columns_]);
      return {};
    }
    return put(row);
  }

  void reject(std::uint64_t line, const std::string& reason, std::string_view value) {
    ++report_.rows.rejected;
    report_.rejected.push_back({.line = line, .reason = reason, .value = excerpt(value)});
  }

  void reject_broken(std::uint64_t line, const std::string& reason, std::string_view text) {
    ++report_.rows.read;
    reject(line, reason, text);
  }

  Result<void> finish() {
    if (!reader_) return fail(ErrorKind::invalid_input, "{} has no header line", report_.file);
    if (taken(report_.rows) == 0) {
      return fail(ErrorKind::invalid_input, "{} has no row that can be taken{}; the register is as it was",
                  report_.file, report_.rejected.empty() ? "" : ", the first because " + report_.rejected[0].reason);
    }
    TRY(report_.rows.retired, session_->withdraw_others());
    return request_.effect == Effect::commit ? session_->commit() : Result<void>{};
  }

 private:
  [[nodiscard]] std::vector<std::string> rest_of(const Record& row) const {
    return {row.cells.begin() + static_cast<std::ptrdiff_t>(columns_), row.cells.end()};
  }

  /// The headers of the format; of any other table the first row.
  Result<void> look_for_headers(const Record& row) {
    const auto found = format_of_headers(row.cells);
    if (found == RegisterFormat::csv && is_own_format() && ++rows_before_ < kMostRowsBeforeHeaders) return {};
    const auto format = request_.format.value_or(found);
    TRY(reader_, reader_for(format, row.cells, request_.mapping));
    columns_ = row.cells.size();
    report_.format = to_string(format);
    return begin(format);
  }

  /// Whether lines before the headers are to be expected.
  [[nodiscard]] bool is_own_format() const {
    return request_.format.value_or(RegisterFormat::csv) != RegisterFormat::csv;
  }

  Result<void> begin(RegisterFormat format) {
    TRY(const auto before, last_import());
    const auto dated = report_.about.dated;
    // An older file would bring back what has been withdrawn since.
    if (before && before->dated > dated) {
      return fail(ErrorKind::invalid_input, "the file is of {}, and the register holds one of {}; import a newer one",
                  format_date(dated), format_date(before->dated));
    }
    report_.about = described(request_, format, before);
    report_.about.dated = dated;
    TRY(session_, registers_.begin_import(report_.about));
    return {};
  }

  [[nodiscard]] Result<std::optional<Register>> last_import() const {
    TRY(auto known, registers_.list());
    const auto same = [&](const RegisterSummary& each) { return each.about.id == request_.about.id; };
    const auto before = std::ranges::find_if(known, same);
    return before == known.end() ? std::nullopt : std::optional(std::move(before->about));
  }

  Result<void> put(const Record& row) {
    const auto entry = (*reader_)(row);
    if (!entry) {
      reject(row.line, entry.error().message, entry.error().parameter);
      return {};
    }
    auto outcome = session_->put(*entry);
    if (outcome) {
      count(*outcome);
      return {};
    }
    const auto kind = outcome.error().kind;
    if (kind != ErrorKind::conflict && kind != ErrorKind::invalid_input)
      return std::unexpected(std::move(outcome.error()));
    reject(row.line, kind == ErrorKind::conflict ? "the number is in the file twice" : outcome.error().message,
           entry->number);
    return {};
  }

  void count(PutOutcome outcome) {
    auto& rows = report_.rows;
    auto& counter = outcome == PutOutcome::added     ? rows.added
                    : outcome == PutOutcome::changed ? rows.changed
                                                     : rows.unchanged;
    ++counter;
  }

  Registers& registers_;
  const RegisterRequest& request_;
  RegisterReport& report_;
  std::optional<EntryReader> reader_;
  std::size_t columns_ = 0;
  int rows_before_ = 0;
  std::unique_ptr<RegisterImport> session_;
};

}  // namespace

Result<RegisterReport> import_register(Registers& registers, const RegisterRequest& asked, const Progress& progress) {
  auto request = asked;
  request.format = format_asked(asked);
  TRY(const auto file, InputFile::open(request.file));
  RegisterReport report;
  report.file = request.file.filename().string();
  report.dry_run = request.effect == Effect::dry_run;
  Notes notes;
  TRY(report.about.dated, date_of_file(request, notes));
  RegisterTable table(registers, request, report);
  ImportProgress so_far{.bytes_in_all = file.size()};
  TRY_VOID(
      read_table(file, std::nullopt, notes,
                 {.records = {.on_record = [&](const Record& row) { return table.take(row); },
                              .on_broken = [&](std::uint64_t line, const std::string& reason,
                                               std::string_view text) { table.reject_broken(line, reason, text); }},
                  .on_progress =
                      [&](std::uint64_t bytes) {
                        so_far.bytes_read = bytes;
                        if (++so_far.rows % kRowsAStep == 0 && progress) progress(so_far);
                      },
                  .wants_sheet = sheet_of(request)}));
  TRY_VOID(table.finish());
  report.notes = notes.sentences();
  return report;
}

}  // namespace nearme
