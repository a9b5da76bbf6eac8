#include "intake/mapping/row_maker.hpp"

#include <algorithm>

#include <fmt/ranges.h>

#include "catalogue/words.hpp"
#include "intake/cells.hpp"
#include "intake/csv/table.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// Where a column stands: by its name as written, else without case and punctuation. None when it is not there.
std::optional<std::size_t> find_column(const std::vector<std::string>& names, const std::string& wanted) {
  auto found = std::ranges::find(names, wanted);
  if (found == names.end()) {
    const auto squashed = squash(wanted);
    found = std::ranges::find_if(names, [&](const std::string& name) { return squash(name) == squashed; });
  }
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

/// Finds columns, and remembers those that are not there.
class ColumnFinder {
 public:
  explicit ColumnFinder(const std::vector<std::string>& names) : names_(names) {}

  std::vector<std::size_t> find(const std::vector<std::string>& wanted) {
    std::vector<std::size_t> columns;
    for (const auto& name : wanted) {
      if (const auto column = find_column(names_, name)) {
        columns.push_back(*column);
      } else {
        missing_.push_back(name);
      }
    }
    return columns;
  }

  [[nodiscard]] Result<void> finish() const {
    if (missing_.empty()) return {};
    return fail(ErrorKind::invalid_input, "the mapping names columns that this table does not have: {}; it has: {}",
                list_names(missing_), list_names(names_));
  }

 private:
  const std::vector<std::string>& names_;
  std::vector<std::string> missing_;
};

std::string part_of(const std::string& text, const FieldRule& rule) {
  std::size_t begin = 0;
  for (std::size_t part = 1; part < rule.part; ++part) {
    const auto found = text.find(rule.split, begin);
    if (found == std::string::npos) return {};
    begin = found + rule.split.size();
  }
  return tidy(text.substr(begin, std::min(text.find(rule.split, begin), text.size()) - begin));
}

std::string translated(const std::string& text, const FieldRule& rule) {
  if (const auto found = rule.translate.find(fold(text)); found != rule.translate.end()) return found->second;
  const auto other = rule.translate.find("*");
  return other == rule.translate.end() ? text : other->second;
}

const std::string& cell(const Record& record, std::size_t column) {
  static const std::string kNothing;
  return column < record.cells.size() ? record.cells[column] : kNothing;
}

}  // namespace

Result<RowMaker> RowMaker::bind(const Mapping& mapping, const std::vector<std::string>& names) {
  RowMaker maker;
  maker.names_ = names;
  ColumnFinder finder(names);
  for (const auto& rule : mapping.fields) maker.fields_.push_back({.rule = rule, .columns = finder.find(rule.columns)});
  const auto add_condition = [&](const RowCondition& condition, bool wanted) {
    const auto columns = finder.find({condition.column});
    if (columns.empty()) return;
    maker.conditions_.push_back({.column = columns[0], .values = condition.values, .wanted = wanted});
  };
  for (const auto& condition : mapping.only) add_condition(condition, true);
  for (const auto& condition : mapping.skip) add_condition(condition, false);
  TRY_VOID(finder.finish());
  return maker;
}

RowMaker RowMaker::by_name(Subject subject, const std::vector<std::string>& names) {
  RowMaker maker;
  maker.names_ = names;
  const auto headers = match_headers(subject, names);
  for (std::size_t i = 0; i < headers.size(); ++i) {
    if (!headers[i]) continue;
    FieldRule rule;
    rule.field = *headers[i];
    maker.fields_.push_back({.rule = std::move(rule), .columns = {i}});
  }
  return maker;
}

std::optional<Row> RowMaker::row_of(const Record& record) const {
  for (const auto& condition : conditions_) {
    const auto value = fold(tidy(cell(record, condition.column)));
    if ((std::ranges::find(condition.values, value) != condition.values.end()) != condition.wanted) return std::nullopt;
  }
  auto row = row_at(record.line);
  for (const auto& field : fields_) row[field.rule.field] = text_of(field, record);
  return row;
}

bool RowMaker::makes(Column field) const {
  return std::ranges::any_of(fields_, [&](const Field& each) { return each.rule.field == field; });
}

std::vector<std::string> RowMaker::unread() const {
  std::vector<bool> is_read(names_.size());
  for (const auto& field : fields_) {
    for (const auto column : field.columns) is_read[column] = true;
  }
  std::vector<std::string> unread;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!is_read[i]) unread.push_back(names_[i]);
  }
  return unread;
}

std::string RowMaker::text_of(const Field& field, const Record& record) const {
  // One column as it stands is what nearly all fields are.
  const auto& rule = field.rule;
  if (field.columns.size() == 1 && rule.split.empty() && rule.translate.empty() && rule.fallback.empty()) {
    return cell(record, field.columns[0]);
  }
  std::string text;
  for (const auto column : field.columns) {
    const auto part = tidy(cell(record, column));
    if (!says_nothing(part)) text += (text.empty() ? "" : rule.join) + part;
  }
  if (!rule.split.empty()) text = part_of(text, rule);
  if (!text.empty() && !rule.translate.empty()) text = translated(text, rule);
  return text.empty() ? rule.fallback : text;
}

}  // namespace nearme
