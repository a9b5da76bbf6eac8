#include "intake/mapping/guess.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "directory/json.hpp"
#include "intake/cells.hpp"
#include "intake/csv/table.hpp"
#include "intake/mapping/column_guess.hpp"
#include "intake/mapping/row_maker.hpp"
#include "intake/people_from_row.hpp"
#include "intake/site_from_row.hpp"

namespace nearme {
namespace {

constexpr std::size_t kSampleRows = 500;
constexpr std::size_t kRowsShown = 5;

/// A text as a basic string of TOML.
std::string toml_string(std::string_view text) {
  std::string toml = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') toml += '\\';
    toml += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return toml + '"';
}

std::string first_value(std::size_t header, const std::vector<Record>& sample) {
  for (const auto& record : sample) {
    if (header >= record.cells.size()) continue;
    if (auto text = tidy(record.cells[header]); !says_nothing(text)) return excerpt(text, 60);
  }
  return "nothing in the rows looked at";
}

std::string toml_of(Subject subject, const std::vector<std::string>& names,
                    const std::vector<std::optional<Column>>& columns, const std::vector<Record>& sample) {
  auto toml = fmt::format(
      "# A first mapping, guessed from the names and values of the columns. Look through it, correct it, then:\n"
      "# nearme import FILE --mapping THIS --dry-run\n\ntable = \"{}\"\n\n[fields]\n",
      to_string(subject));
  std::string left_out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto example = first_value(i, sample);
    if (columns[i]) {
      toml += fmt::format("{} = {}  # such as {}\n", to_string(*columns[i]), toml_string(names[i]), example);
    } else {
      left_out += fmt::format("# {}: {}\n", excerpt(names[i], 80), example);
    }
  }
  if (!left_out.empty()) toml += "\n# Columns that no field is made of, with their first values:\n" + left_out;
  return toml;
}

template <class Value>
std::string shown(const Result<Value>& value) {
  if (!value) return fmt::format("  cannot be taken: {}\n", value.error().message);
  std::string text;
  const auto json = to_json(*value);
  for (const auto& [field, content] : json.items()) {
    if (field == "source") continue;
    text +=
        fmt::format("  {:<16}{}\n", field, content.is_string() ? content.template get<std::string>() : content.dump());
  }
  return text;
}

std::string understood(Subject subject, const Row& row, RowContext& context) {
  switch (subject) {
    case Subject::sites:
      return shown(site_from_row(row, context));
    case Subject::practitioners:
      return shown(practitioner_from_row(row, context));
    case Subject::claims:
      return shown(claim_from_row(row, context));
  }
  return {};
}

/// The first records of a table, the headers among them.
Result<std::vector<Record>> sample_of(const InputFile& file, Notes& notes) {
  std::vector<Record> sample;
  const auto read = read_table(file, std::nullopt, notes,
                               {.records = {.on_record = [&](const Record& record) -> Result<void> {
                                              sample.push_back(record);
                                              if (sample.size() <= kSampleRows) return {};
                                              return fail(ErrorKind::conflict, "enough was read");
                                            },
                                            .on_broken = [](auto, const auto&, auto) {}},
                                .on_progress = {}});
  if (!read && read.error().kind != ErrorKind::conflict) return std::unexpected(read.error());
  if (sample.empty()) return fail(ErrorKind::invalid_input, "{} has no header line", file.name());
  return sample;
}

}  // namespace

Result<GuessedMapping> guess_mapping(const InputFile& file, RowContext& context) {
  TRY(auto sample, sample_of(file, context.notes));
  const auto names = sample.front().cells;
  sample.erase(sample.begin());
  const auto subject = subject_of(names);
  const auto columns = guess_columns(subject, names, sample);
  GuessedMapping guessed{.toml = toml_of(subject, names, columns, sample), .rows = {}};
  // Where no column is known the file is a list of columns for a person to fill in, and no mapping yet.
  if (std::ranges::none_of(columns, [](const auto& column) { return column.has_value(); })) return guessed;
  TRY(const auto mapping, mapping_from("the guessed mapping", guessed.toml));
  TRY(const auto rows, RowMaker::bind(mapping, names));
  for (std::size_t i = 0; i < std::min(sample.size(), kRowsShown); ++i) {
    const auto row = rows.row_of(sample[i]);
    if (row) guessed.rows.push_back(fmt::format("line {}\n{}", sample[i].line, understood(subject, *row, context)));
  }
  return guessed;
}

}  // namespace nearme
