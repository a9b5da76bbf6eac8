#include "index/image/image_file.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <string>

#include "base/checksum.hpp"
#include "base/in_parallel.hpp"

namespace nearme {
namespace {

constexpr std::array<char, 8> kMagic{'N', 'E', 'A', 'R', 'M', 'E', 'I', 'X'};
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kByteOrderMark = 0x0a0b0c0d;
constexpr std::size_t kAlignment = 64;
constexpr std::uint32_t kMostSections = 64;
constexpr std::size_t kPiece = 1 << 20;  ///< of what one checksum is made, so that many can be made at once
constexpr std::size_t kPiecesPerThread = 32;

/// The first 64 bytes.
struct Head {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t byte_order_mark = kByteOrderMark;
  std::uint64_t length = 0;  ///< of the whole file
  std::uint32_t sections = 0;
  std::uint32_t zero = 0;
  std::uint64_t table_checksum = 0;
  std::uint64_t head_checksum = 0;  ///< of all before it
  std::array<std::uint64_t, 2> zeros{};
};
static_assert(sizeof(Head) == kAlignment);
constexpr std::size_t kCheckedHead = offsetof(Head, head_checksum);

/// A line of the section table.
struct Line {
  std::array<char, 8> name{};  ///< padded with zeros
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  std::uint64_t checksum = 0;
};
static_assert(sizeof(Line) == 32);

constexpr std::uint64_t aligned(std::uint64_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

std::array<char, 8> to_name(std::string_view text) {
  std::array<char, 8> name{};
  std::ranges::copy(text.substr(0, name.size()), name.begin());
  return name;
}

std::string_view to_text(const std::array<char, 8>& name) {
  return {name.data(), static_cast<std::size_t>(std::ranges::find(name, '\0') - name.begin())};
}

bool all_zero(std::span<const std::byte> bytes) {
  return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; });
}

/// Reads the head as far as it is sound enough to find the table.
Result<Head> read_head(std::span<const std::byte> bytes) {
  Head head;
  if (bytes.size() < sizeof head)
    return fail(ErrorKind::corrupt, "not an index image: {} bytes are fewer than its head has", bytes.size());
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.magic != kMagic) return fail(ErrorKind::corrupt, "not an index image: it does not begin with NEARMEIX");
  if (head.byte_order_mark != kByteOrderMark)
    return fail(ErrorKind::corrupt,
                "the image's byte-order mark is {:#x}: it was made on a machine of another order, "
                "or is damaged; rebuild it here",
                head.byte_order_mark);
  if (head.version != kVersion)
    return fail(ErrorKind::corrupt, "the image has version {}, this program reads {}; rebuild it", head.version,
                kVersion);
  if (head.head_checksum != checksum(bytes.first(kCheckedHead)))
    return fail(ErrorKind::corrupt, "the image's head is damaged; rebuild it");
  if (head.length != bytes.size())
    return fail(ErrorKind::corrupt, "the image has {} bytes of {}: it is cut off or grown; rebuild it", bytes.size(),
                head.length);
  const auto reserved = bytes.subspan(offsetof(Head, zeros), sizeof head.zeros);
  if (head.sections > kMostSections || !all_zero(reserved))
    return fail(ErrorKind::corrupt, "the image's head is damaged; rebuild it");
  return head;
}

Result<std::vector<Line>> read_table(const Head& head, std::span<const std::byte> bytes) {
  const std::size_t length = head.sections * sizeof(Line);
  if (bytes.size() - sizeof head < length || checksum(bytes.subspan(sizeof head, length)) != head.table_checksum)
    return fail(ErrorKind::corrupt, "the image's section table is damaged; rebuild it");
  std::vector<Line> lines(head.sections);
  if (!lines.empty()) std::memcpy(lines.data(), bytes.data() + sizeof head, length);
  return lines;
}

/// Sections follow each other, each at the next aligned byte, with zeros between.
Result<void> check_place(const Line& line, std::uint64_t end_before, std::span<const std::byte> bytes) {
  const std::string_view name = to_text(line.name);
  if (line.offset != aligned(end_before) || line.offset > bytes.size() || line.length > bytes.size() - line.offset)
    return fail(ErrorKind::corrupt, "section {} of the image does not lie where it should; rebuild it", name);
  if (!all_zero(bytes.subspan(end_before, line.offset - end_before)))
    return fail(ErrorKind::corrupt, "the bytes before section {} of the image are damaged; rebuild it", name);
  return {};
}

std::span<const std::byte> section_of(const Line& line, std::span<const std::byte> image) {
  return image.subspan(line.offset, line.length);
}

std::size_t pieces_of(std::span<const std::byte> section) { return (section.size() + kPiece - 1) / kPiece; }

std::uint64_t checksum_of_piece(std::span<const std::byte> section, std::size_t number) {
  const auto rest = section.subspan(number * kPiece);
  return checksum(rest.first(std::min(kPiece, rest.size())));
}

/// A section's checksum is that of the checksums of its pieces.
std::uint64_t checksum_of_all(std::span<const std::uint64_t> pieces) { return checksum(std::as_bytes(pieces)); }

/// The checksums of all sections, worked out by several threads where there is much to do.
std::vector<std::uint64_t> checksums_of(std::span<const std::span<const std::byte>> sections) {
  struct Piece {
    std::size_t section;
    std::size_t number;
  };
  std::vector<Piece> pieces;
  for (std::size_t section = 0; section < sections.size(); ++section) {
    for (std::size_t number = 0; number < pieces_of(sections[section]); ++number) pieces.push_back({section, number});
  }
  std::vector<std::uint64_t> of_pieces(pieces.size());
  in_parallel(pieces.size(), std::min(processors(), 1 + pieces.size() / kPiecesPerThread),
              [&](std::size_t i) { of_pieces[i] = checksum_of_piece(sections[pieces[i].section], pieces[i].number); });
  std::vector<std::uint64_t> of_sections;
  std::span<const std::uint64_t> rest = of_pieces;
  for (const auto section : sections) {
    of_sections.push_back(checksum_of_all(rest.first(pieces_of(section))));
    rest = rest.subspan(pieces_of(section));
  }
  return of_sections;
}

}  // namespace

Result<ImageFile> ImageFile::open(std::span<const std::byte> bytes) {
  assert(reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 == 0);
  TRY(const Head head, read_head(bytes));
  TRY(const std::vector<Line> lines, read_table(head, bytes));
  ImageFile file;
  file.checksum_ = head.table_checksum;
  std::uint64_t end = sizeof head + lines.size() * sizeof(Line);
  std::vector<std::span<const std::byte>> sections;
  for (const Line& line : lines) {
    TRY_VOID(check_place(line, end, bytes));
    file.sections_.push_back({.name = line.name, .bytes = section_of(line, bytes)});
    sections.push_back(section_of(line, bytes));
    end = line.offset + line.length;
  }
  if (end != bytes.size())
    return fail(ErrorKind::corrupt, "the image has {} bytes behind its last section; rebuild it", bytes.size() - end);
  const std::vector<std::uint64_t> checksums = checksums_of(sections);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (checksums[i] != lines[i].checksum)
      return fail(ErrorKind::corrupt, "section {} of the image is damaged; rebuild it", to_text(lines[i].name));
  }
  return file;
}

Result<std::span<const std::byte>> ImageFile::section(std::string_view name) const {
  const auto found = std::ranges::find(sections_, to_name(name), &Section::name);
  if (found == sections_.end()) return fail(ErrorKind::corrupt, "the image has no section {}; rebuild it", name);
  return found->bytes;
}

ImageWriter::ImageWriter(ImageTarget& target, std::size_t sections) : target_(target), promised_(sections) {
  assert(sections <= kMostSections);
}

Result<void> ImageWriter::write(std::span<const std::byte> bytes) {
  written_ += bytes.size();
  return target_.append(bytes);
}

Result<void> ImageWriter::begin(std::string_view name) {
  assert(name.size() <= ImageFile::kNameBytes && sections_.size() < promised_);
  TRY_VOID(end_section());
  const std::uint64_t first = sizeof(Head) + promised_ * sizeof(Line);
  const std::vector<std::byte> gap(aligned(std::max(written_, first)) - written_);
  TRY_VOID(write(gap));
  sections_.push_back({.name = name, .offset = written_});
  return {};
}

Result<void> ImageWriter::append(std::span<const std::byte> bytes) {
  sections_.back().length += bytes.size();
  while (!bytes.empty()) {
    const auto some = bytes.first(std::min(bytes.size(), kPiece - piece_.size()));
    piece_.insert(piece_.end(), some.begin(), some.end());
    bytes = bytes.subspan(some.size());
    if (piece_.size() == kPiece) TRY_VOID(end_piece());
  }
  return {};
}

Result<void> ImageWriter::add(std::string_view name, std::span<const std::byte> bytes) {
  TRY_VOID(begin(name));
  return append(bytes);
}

Result<void> ImageWriter::end_piece() {
  sections_.back().pieces.push_back(checksum(std::span<const std::byte>(piece_)));
  TRY_VOID(write(piece_));
  piece_.clear();
  return {};
}

Result<void> ImageWriter::end_section() {
  if (piece_.empty()) return {};
  return end_piece();
}

Result<void> ImageWriter::finish() {
  assert(sections_.size() == promised_);
  TRY_VOID(end_section());
  const std::vector<std::byte> gap(std::max<std::uint64_t>(written_, sizeof(Head) + promised_ * sizeof(Line)) -
                                   written_);
  TRY_VOID(write(gap));
  std::vector<Line> lines;
  for (const Section& section : sections_)
    lines.push_back({.name = to_name(section.name),
                     .offset = section.offset,
                     .length = section.length,
                     .checksum = checksum_of_all(section.pieces)});
  const auto table = std::as_bytes(std::span(lines));
  Head head{.length = written_, .sections = static_cast<std::uint32_t>(lines.size())};
  head.table_checksum = checksum(table);
  head.head_checksum = checksum(std::as_bytes(std::span(&head, 1)).first(kCheckedHead));
  TRY_VOID(target_.overwrite(0, std::as_bytes(std::span(&head, 1))));
  return target_.overwrite(sizeof head, table);
}

void seal_image(std::span<std::byte> image) {
  Head head;
  if (image.size() < sizeof head) return;
  std::memcpy(&head, image.data(), sizeof head);
  const std::size_t most = (image.size() - sizeof head) / sizeof(Line);
  const std::size_t count = std::min<std::size_t>({head.sections, kMostSections, most});
  for (std::size_t i = 0; i < count; ++i) {
    std::byte* at = image.data() + sizeof head + i * sizeof(Line);
    Line line;
    std::memcpy(&line, at, sizeof line);
    if (line.offset > image.size() || line.length > image.size() - line.offset) continue;
    const std::span<const std::byte> section = image.subspan(line.offset, line.length);
    line.checksum = checksums_of(std::span(&section, 1)).front();
    std::memcpy(at, &line, sizeof line);
  }
  head.table_checksum = checksum(image.subspan(sizeof head, count * sizeof(Line)));
  std::memcpy(image.data(), &head, sizeof head);
  head.head_checksum = checksum(image.first(kCheckedHead));
  std::memcpy(image.data(), &head, sizeof head);
}

}  // namespace nearme
