#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "directory/listing.hpp"

namespace nearme {

/// A listing as the database has it: the content of its records, not yet read. Several stand in one batch, their texts
/// one after the other.
class StoredListings {
 public:
  /// Begins a listing with its site's content; the practitioners and claims that follow are its own.
  void add_site(std::string_view content) { add(Part::site, content); }
  /// A further record of the same site, after its first: the two are read as one (directory/merged_site.hpp).
  void add_member(std::string_view content) { add(Part::member, content); }
  void add_practitioner(std::string_view content) { add(Part::practitioner, content); }
  void add_claim(std::string_view content) { add(Part::claim, content); }

  [[nodiscard]] std::size_t size() const { return sites_; }

  /// Reads them all. Errors: corrupt, with the content of the record that is not sound.
  [[nodiscard]] Result<std::vector<Listing>> read() const;

 private:
  enum class Part : std::uint8_t { site, member, practitioner, claim };
  struct Record {
    Part part;
    std::size_t length;
  };

  void add(Part part, std::string_view content);

  std::string contents_;
  std::vector<Record> records_;
  std::size_t sites_ = 0;
};

}  // namespace nearme
