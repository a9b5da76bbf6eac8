#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nearme {

/// The frame of an image file: a head, a table of named sections with a checksum each, the sections. It knows nothing
/// of what they mean. Layout, byte by byte: docs/image-format.md, section "The frame".
///
/// A view: the bytes must outlive it and lie at a multiple of 8.
class ImageFile {
 public:
  /// Proves magic, version, byte order, length, every checksum, and that every byte between sections is zero: no bit
  /// can be other than it was written. Errors: corrupt, saying which section or part of the head.
  [[nodiscard]] static Result<ImageFile> open(std::span<const std::byte> bytes);

  /// Errors: corrupt, when there is no section of this name.
  [[nodiscard]] Result<std::span<const std::byte>> section(std::string_view name) const;

  /// Over the checksums of all sections: changes when anything does.
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

  static constexpr std::size_t kNameBytes = 8;

 private:
  struct Section {
    std::array<char, kNameBytes> name;
    std::span<const std::byte> bytes;
  };

  std::uint64_t checksum_ = 0;
  std::vector<Section> sections_;
};

/// Where an image is written to.
class ImageTarget {
 public:
  virtual ~ImageTarget() = default;
  virtual Result<void> append(std::span<const std::byte> bytes) = 0;
  /// Writes over what was appended before.
  virtual Result<void> overwrite(std::uint64_t offset, std::span<const std::byte> bytes) = 0;
};

/// Writes named sections as one image, each at a multiple of 64 bytes; a section may come in pieces. Of what it was
/// given it keeps less than one piece of a checksum, 1 MiB. Errors: those of the target.
class ImageWriter {
 public:
  /// `sections` is how many there will be; the target is empty.
  ImageWriter(ImageTarget& target, std::size_t sections);

  /// Begins a section. `name` has at most eight characters and is not in use.
  [[nodiscard]] Result<void> begin(std::string_view name);
  /// Adds to the section that was begun last.
  [[nodiscard]] Result<void> append(std::span<const std::byte> bytes);
  /// A whole section.
  [[nodiscard]] Result<void> add(std::string_view name, std::span<const std::byte> bytes);

  /// Writes the head and the table: the last step.
  [[nodiscard]] Result<void> finish();

 private:
  struct Section {
    std::string_view name;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::vector<std::uint64_t> pieces;  ///< their checksums
  };
  [[nodiscard]] Result<void> end_section();
  [[nodiscard]] Result<void> end_piece();
  [[nodiscard]] Result<void> write(std::span<const std::byte> bytes);

  ImageTarget& target_;
  std::size_t promised_;
  std::uint64_t written_ = 0;
  std::vector<Section> sections_;
  std::vector<std::byte> piece_;
};

/// Puts the right checksums into the head and the table of an image, whatever its sections hold; sections that lie
/// outside are left out. The last step of writing; also makes deliberate damage look whole, for tests of what lies
/// behind the checksums.
void seal_image(std::span<std::byte> image);

}  // namespace nearme
