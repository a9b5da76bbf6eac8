#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/scratch_file.hpp"

namespace nearme {

/// How much may be kept in memory, and where the rest goes.
struct SpillPlace {
  std::filesystem::path folder;
  std::size_t bytes_in_memory = 256 << 20;
};

/// Sorts any number of records by their keys, in byte order; a record is a key and something that belongs to it. Keys
/// should be distinct; equal ones are put in byte order of the rest.
///
/// Without a place to spill to, all stay in memory. With one, whenever half of what may be kept in memory is full, it
/// is sorted and written to a file without a name, compressed (LZ4), on another thread, while the other half fills; in
/// the end these runs are merged. Errors: those of ScratchFile.
class RecordSorter {
 public:
  explicit RecordSorter(std::optional<SpillPlace> spill = std::nullopt);
  RecordSorter(RecordSorter&&) = default;
  ~RecordSorter();

  [[nodiscard]] Result<void> add(std::string_view key, std::string_view rest);

  using Visit = std::function<Result<void>(std::string_view key, std::string_view rest)>;
  /// Calls `visit` with all records in order; what it is given lives until it returns. An error of `visit` ends it.
  [[nodiscard]] Result<void> visit_in_order(const Visit& visit) &&;

  /// Records one after the other, and where each begins.
  struct Heap;
  /// A sorted stretch of the scratch file.
  struct Run {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };

 private:
  [[nodiscard]] Result<void> spill();
  [[nodiscard]] Result<void> finish_spilling();
  [[nodiscard]] Result<void> merge(const Visit& visit);

  std::optional<SpillPlace> place_;
  std::unique_ptr<Heap> filling_;
  std::unique_ptr<Heap> spilling_;
  std::unique_ptr<ScratchFile> file_;
  std::vector<Run> runs_;
  std::future<Result<Run>> spilled_;
};

}  // namespace nearme
