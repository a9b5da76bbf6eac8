#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "index/columns/starts.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// The texts of a site as its record holds them.
struct RecordTexts {
  std::string_view id;
  std::string_view name;
  std::string_view slug;
  std::string_view ready_json;
};

/// One record a site: its ready JSON, headed by where in it the id, the name and the slug stand, so that they are not
/// kept twice; what the JSON writes otherwise (a name with quotes) stands behind it. A view over an image's bytes.
/// Layout: docs/image-format.md, section "RECORDS".
class RecordColumn {
 public:
  /// `starts` says where in `records` each begins. Looks into every record, with several threads where there are many.
  /// Errors: corrupt, when a start or a text lies outside.
  [[nodiscard]] static Result<RecordColumn> open(std::span<const std::byte> records, std::span<const std::byte> starts,
                                                 std::uint32_t sites);

  [[nodiscard]] std::string_view id(SitePosition site) const;
  [[nodiscard]] std::string_view name(SitePosition site) const;
  [[nodiscard]] std::string_view slug(SitePosition site) const;
  [[nodiscard]] std::string_view ready_json(SitePosition site) const;

 private:
  [[nodiscard]] std::string_view record(SitePosition site) const {
    const std::uint64_t begin = starts_[to_number(site)];
    return {records_ + begin, starts_[to_number(site) + 1] - begin};
  }

  Starts starts_;
  const char* records_ = nullptr;
};

/// The bytes of one record.
std::string to_record(const RecordTexts& texts);

}  // namespace nearme
