#pragma once

#include <string_view>
#include <utility>

#include "store/sqlite/database.hpp"

namespace nearme {

/// Rows that belong to ids, found in two ways: of one id by a statement of its own, or, for a walk over ids in
/// ascending byte order, out of a statement that gives the rows of all ids in that order and is gone through once. The
/// second is several times as fast where every id is asked for.
///
/// Both statements have the id in column 0; `of_one` takes it as its parameter. `visit` is called with a statement that
/// stands at a row. Must not outlive the database.
class RowsById {
 public:
  RowsById(SqlStatement of_one, SqlStatement of_all) : of_one_(std::move(of_one)), of_all_(std::move(of_all)) {}

  Result<void> visit(std::string_view id, const auto& visit) {
    TRY(bool more, of_one_.first(id));
    while (more) {
      visit(std::as_const(of_one_));
      TRY(more, of_one_.next());
    }
    of_one_.restart();
    return {};
  }

  /// Begins a walk.
  Result<void> begin_walk() {
    TRY(is_at_row_, of_all_.first());
    return {};
  }

  /// The same of the next id of the walk, which must come after those before.
  Result<void> visit_next(std::string_view id, const auto& visit) {
    while (is_at_row_ && of_all_.text(0) <= id) {
      if (of_all_.text(0) == id) visit(std::as_const(of_all_));
      TRY(is_at_row_, of_all_.next());
    }
    return {};
  }

  void end_walk() { of_all_.restart(); }

 private:
  SqlStatement of_one_;
  SqlStatement of_all_;
  bool is_at_row_ = false;
};

}  // namespace nearme
