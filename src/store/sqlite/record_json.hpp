#pragma once

#include <string>
#include <string_view>

#include "base/json_tree.hpp"
#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// The `content` column: a record as JSON text (docs/data-model.md). Its source is the one that it was put by, whatever
/// the record itself says. Equal records give equal text. Errors: invalid_input when the record breaks a rule of
/// directory/check.hpp or is not UTF-8.
Result<std::string> to_content(const Site& site, const SourceId& source);
Result<std::string> to_content(const Practitioner& practitioner, const SourceId& source);
Result<std::string> to_content(const Claim& claim, const SourceId& source);

/// Reads what those wrote: any number of records, one after the other, with the same memory. Errors: corrupt, with the
/// text.
class ContentReader {
 public:
  [[nodiscard]] Result<Site> site(std::string_view content);
  [[nodiscard]] Result<Practitioner> practitioner(std::string_view content);
  [[nodiscard]] Result<Claim> claim(std::string_view content);

 private:
  JsonTree tree_;
};

}  // namespace nearme
