#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/image/index_about.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// Gathers entries and writes them as one image. The same entries, in any order, and the same `about` give the same
/// bytes. Ids and slugs must be distinct. Names of sets and words are kept once each, however many sites have them.
class ImageBuilder {
 public:
  explicit ImageBuilder(IndexAbout about);

  void add(IndexEntry entry);

  /// Makes the image say that some of it is made up.
  void note_fictional() { about_.any_fictional = true; }

  /// Sorts along the Hilbert curve (ties by id), lays out every section, and gives the file's bytes.
  [[nodiscard]] std::vector<std::byte> build() &&;

 private:
  /// Each text once, with a number for it.
  using Numbers = std::unordered_map<std::string, std::uint32_t>;
  /// An entry whose sets and words are numbers.
  struct Gathered {
    std::uint64_t place = 0;  ///< along the Hilbert curve
    IndexEntry entry;
    std::vector<std::uint32_t> members;
    std::vector<std::uint32_t> words;
  };
  using Entries = std::span<const Gathered* const>;

  [[nodiscard]] std::vector<const Gathered*> along_curve() const;
  static std::vector<std::byte> vocabulary_of(Entries entries, const Numbers& numbers,
                                              std::vector<std::uint32_t> Gathered::* field);

  IndexAbout about_;
  Numbers members_;
  Numbers words_;
  std::vector<Gathered> entries_;
};

}  // namespace nearme
