#include "intake/csv/import_csv.hpp"

#include <algorithm>

#include <fmt/ranges.h>

#include "intake/cells.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/csv/records.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostNamesShown = 20;

std::string list_names(std::vector<std::string> names) {
  const auto count = names.size();
  if (count > kMostNamesShown) names.resize(kMostNamesShown);
  for (auto& name : names) name = excerpt(tidy(name), 40);
  return fmt::format("{}{}", fmt::join(names, ", "),
                     count > kMostNamesShown ? fmt::format(" and {} more", count - kMostNamesShown) : "");
}

std::size_t known_columns(const std::vector<std::string>& names) {
  const auto headers = match_headers(subject_of(names), names);
  return static_cast<std::size_t>(
      std::ranges::count_if(headers, [](const auto& column) { return column.has_value(); }));
}

/// The delimiter that makes the most known columns of the first record, then the most cells.
Delimiter delimiter_of(std::string_view text) {
  Delimiter best = kDelimiters[0];
  std::pair<std::size_t, std::size_t> most{0, 1};
  for (const auto& delimiter : kDelimiters) {
    const auto names = first_record(text, delimiter);
    const std::pair found{known_columns(names), names.size()};
    if (names.size() > 1 && found > most) {
      most = found;
      best = delimiter;
    }
  }
  return best;
}

bool has(const Headers& headers, Column column) { return std::ranges::find(headers, column) != headers.end(); }

Result<void> check_headers(Subject subject, const Headers& headers, const std::vector<std::string>& names) {
  std::vector<std::string_view> missing;
  if (subject != Subject::claims && !has(headers, Column::name)) missing.push_back("name");
  if (subject == Subject::sites && !has(headers, Column::position)) {
    if (!has(headers, Column::lat)) missing.push_back("lat");
    if (!has(headers, Column::lon)) missing.push_back("lon");
  }
  if (missing.empty()) return {};
  return fail(ErrorKind::invalid_input, "this table has no column for {}; it has: {}", fmt::join(missing, ", "),
              list_names(names));
}

/// One table on its way into an importer.
class TableImport {
 public:
  TableImport(Importer& importer, Utf8Reader& reader, std::uint64_t bytes_in_all)
      : importer_(importer), reader_(reader), bytes_in_all_(bytes_in_all) {}

  Result<void> take(const Record& record) {
    importer_.at_byte(reader_.bytes_read(), bytes_in_all_);
    return headers_.empty() ? take_headers(record) : take_row(record);
  }

  void reject(std::uint64_t line, const std::string& reason, std::string_view text) {
    importer_.reject(line, reason, text);
  }

  [[nodiscard]] bool has_headers() const { return !headers_.empty(); }

 private:
  Result<void> take_headers(const Record& record) {
    // A spreadsheet may say its delimiter on a line before the headers.
    if (record.line == 1 && record.cells[0].starts_with("sep=")) return {};
    const auto subject = subject_of(record.cells);
    importer_.read_as(subject);
    headers_ = match_headers(subject, record.cells);
    TRY_VOID(check_headers(subject, headers_, record.cells));
    note_unread(record.cells);
    return {};
  }

  void note_unread(const std::vector<std::string>& names) {
    std::vector<std::string> unread;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!headers_[i]) unread.push_back(names[i]);
    }
    if (!unread.empty()) importer_.context().notes.say("columns that are not read: " + list_names(unread));
  }

  Result<void> take_row(const Record& record) {
    const auto& cells = record.cells;
    if (std::ranges::all_of(cells, [](const std::string& cell) { return tidy(cell).empty(); })) return {};
    for (std::size_t i = headers_.size(); i < cells.size(); ++i) {
      if (tidy(cells[i]).empty()) continue;
      importer_.reject(record.line, "the row has more cells than there are columns", cells[i]);
      return {};
    }
    auto row = row_at(record.line);
    for (std::size_t i = 0; i < std::min(headers_.size(), cells.size()); ++i) {
      if (headers_[i]) row[*headers_[i]] = cells[i];
    }
    return importer_.take(row);
  }

  Importer& importer_;
  Utf8Reader& reader_;
  std::uint64_t bytes_in_all_;
  Headers headers_;
};

}  // namespace

Result<void> import_csv(const InputFile& file, Importer& importer) {
  TRY(const auto encoding, encoding_of(file));
  Utf8Reader reader(file, encoding);
  TRY(const auto first_text, reader.next());
  std::string head(first_text);
  const auto delimiter = delimiter_of(head);
  importer.context().notes.say(fmt::format("read as {} with {} as the delimiter", to_string(encoding), delimiter.name));

  TableImport table(importer, reader, file.size());
  bool head_is_given = false;
  const auto next_text = [&]() -> Result<std::string_view> {
    if (!std::exchange(head_is_given, true)) return head;
    return reader.next();
  };
  const RecordVisitor visitor{.on_record = [&](const Record& record) { return table.take(record); },
                              .on_broken = [&](std::uint64_t line, const std::string& reason,
                                               std::string_view text) { table.reject(line, reason, text); }};
  TRY_VOID(read_records(next_text, delimiter, visitor));
  if (!table.has_headers()) return fail(ErrorKind::invalid_input, "{} has no header line", file.name());
  return {};
}

}  // namespace nearme
