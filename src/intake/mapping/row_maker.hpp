#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/mapping/mapping.hpp"

namespace nearme {

/// A mapping bound to the columns of one table: makes rows of its records.
class RowMaker {
 public:
  /// Errors: invalid_input, naming the columns that the mapping wants and the table lacks, and those that it has.
  [[nodiscard]] static Result<RowMaker> bind(const Mapping& mapping, const std::vector<std::string>& names);

  /// The columns that are known by their names, and nothing else.
  [[nodiscard]] static RowMaker by_name(Subject subject, const std::vector<std::string>& names);

  /// None when the conditions of the mapping pass the record over.
  [[nodiscard]] std::optional<Row> row_of(const Record& record) const;

  [[nodiscard]] bool makes(Column field) const;
  [[nodiscard]] std::size_t columns() const { return names_.size(); }

  /// The columns that no field is made of.
  [[nodiscard]] std::vector<std::string> unread() const;

 private:
  struct Field {
    FieldRule rule;
    std::vector<std::size_t> columns;
  };
  struct Condition {
    std::size_t column;
    std::vector<std::string> values;
    bool wanted;
  };
  RowMaker() = default;
  [[nodiscard]] std::string text_of(const Field& field, const Record& record) const;

  std::vector<std::string> names_;
  std::vector<Field> fields_;
  std::vector<Condition> conditions_;
};

}  // namespace nearme
