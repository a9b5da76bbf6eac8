#include "index/build/image_assembly.hpp"

#include <span>
#include <utility>

#include "index/build/image_columns.hpp"
#include "index/image/section_names.hpp"

namespace nearme {
namespace {

constexpr std::uint32_t kBetweenReports = 10'000;

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

}  // namespace

ImageAssembly::ImageAssembly(IndexAbout about, std::optional<SpillPlace> spill)
    : about_(std::move(about)), spill_(spill), rows_(std::move(spill)) {}

Result<void> ImageAssembly::add(const IndexEntry& entry) {
  ++sites_;
  const RowBytes row = to_row_bytes(entry, names_);
  return rows_.add(row.key, row.rest);
}

Result<void> ImageAssembly::add(EntryRows entries) {
  const SharedNames::Translation translation = names_.translation_of(entries.names);
  for (RowBytes& row : entries.rows) {
    ++sites_;
    translate_row(row.rest, translation);
    TRY_VOID(rows_.add(row.key, row.rest));
  }
  return {};
}

Result<void> ImageAssembly::write_to(ImageTarget& target, const Progress& progress) && {
  ImageWriter writer(target, sections::kCount);
  TRY_VOID(writer.begin(sections::kRecords));
  ImageColumns columns(spill_);
  SiteRow row;
  std::uint32_t written = 0;
  const auto write_row = [&](std::string_view, std::string_view rest) -> Result<void> {
    read_row(rest, row);
    TRY_VOID(writer.append(bytes_of(row.record)));
    if (progress && ++written % kBetweenReports == 0) progress(written);
    return columns.add(row);
  };
  TRY_VOID(std::move(rows_).visit_in_order(write_row));
  TRY_VOID(writer.add(sections::kAbout, to_bytes(about_)));
  TRY_VOID(std::move(columns).write(writer, names_));
  return writer.finish();
}

}  // namespace nearme
