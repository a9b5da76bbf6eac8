#pragma once

#include <string_view>

#include "compare/question.hpp"

namespace nearme {

/// An engine that is asked the same as the others. One thread.
class Rival {
 public:
  virtual ~Rival() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;

  /// Answers a question. This is what is timed; the answer is kept until the next one.
  virtual void ask(Asked asked, const Question& question) = 0;

  /// The last answer, in the form in which answers are compared. Facets are sorted by value.
  [[nodiscard]] virtual Given given() const = 0;
};

}  // namespace nearme
