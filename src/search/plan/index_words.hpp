#pragma once

#include "index/live/live_index.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// The words and postcodes that the sites of an index know.
class IndexWords final : public KnownWords {
 public:
  explicit IndexWords(const LiveIndex& index) : index_(index) {}

  [[nodiscard]] bool has_word(std::string_view folded) const override;
  [[nodiscard]] bool has_words_together(const std::vector<std::string>& folded) const override;
  [[nodiscard]] std::vector<LatLon> postcode(std::string_view key) const override;

 private:
  const LiveIndex& index_;
};

}  // namespace nearme
