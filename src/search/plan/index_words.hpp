#pragma once

#include "index/live/live_index.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// The words and postcodes that the sites of an index know.
class IndexWords final : public KnownWords {
 public:
  explicit IndexWords(const LiveIndex& index) : index_(index) {}

  [[nodiscard]] bool has_word(std::string_view folded) const override;
  [[nodiscard]] bool has_postcode(std::string_view folded_without_spaces) const override;

 private:
  const LiveIndex& index_;
};

}  // namespace nearme
