#include "intake/csv/table.hpp"

#include <algorithm>

#include <fmt/ranges.h>

#include "intake/cells.hpp"
#include "intake/column.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/ods/spreadsheet.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostNamesShown = 20;

std::size_t known_columns(const std::vector<std::string>& names) {
  const auto headers = match_headers(subject_of(names), names);
  return static_cast<std::size_t>(
      std::ranges::count_if(headers, [](const auto& column) { return column.has_value(); }));
}

bool says_delimiter(const Record& record) { return record.line == 1 && record.cells[0].starts_with("sep="); }

}  // namespace

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

std::optional<Delimiter> delimiter_called(std::string_view text) {
  const auto* const found = std::ranges::find_if(kDelimiters, [&](const Delimiter& delimiter) {
    return delimiter.text == text || delimiter.name == text || (text == "¬" && delimiter.text == "\xC2\xAC");
  });
  return found == kDelimiters.end() ? std::nullopt : std::optional(*found);
}

std::string list_names(std::vector<std::string> names) {
  const auto count = names.size();
  if (count > kMostNamesShown) names.resize(kMostNamesShown);
  for (auto& name : names) name = excerpt(tidy(name), 40);
  return fmt::format("{}{}", fmt::join(names, ", "),
                     count > kMostNamesShown ? fmt::format(" and {} more", count - kMostNamesShown) : "");
}

Result<void> read_table(const InputFile& file, const std::optional<Delimiter>& given, Notes& notes,
                        const TableVisitor& visitor) {
  if (is_spreadsheet(file)) {
    notes.say("read as an OpenDocument spreadsheet; lines are rows of the sheet");
    return read_spreadsheet(file, visitor.wants_sheet, [&](const Record& record, std::uint64_t bytes) {
      if (visitor.on_progress) visitor.on_progress(bytes);
      return visitor.records.on_record(record);
    });
  }
  TRY(const auto encoding, encoding_of(file));
  Utf8Reader reader(file, encoding);
  TRY(const auto first_text, reader.next());
  std::string head(first_text);
  const auto delimiter = given.value_or(delimiter_of(head));
  notes.say(fmt::format("read as {} with {} as the delimiter", to_string(encoding), delimiter.name));
  bool head_is_given = false;
  const auto next_text = [&]() -> Result<std::string_view> {
    if (!std::exchange(head_is_given, true)) return head;
    return reader.next();
  };
  const RecordVisitor records{.on_record = [&](const Record& record) -> Result<void> {
                                if (visitor.on_progress) visitor.on_progress(reader.bytes_read());
                                return says_delimiter(record) ? Result<void>{} : visitor.records.on_record(record);
                              },
                              .on_broken = visitor.records.on_broken};
  return read_records(next_text, delimiter, records);
}

}  // namespace nearme
