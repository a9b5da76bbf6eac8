#include "index/rebuild.hpp"

#include <algorithm>

#include "base/new_file.hpp"
#include "index/build/image_assembly.hpp"
#include "index/entry/entry_maker.hpp"
#include "index/entry/make_entry.hpp"
#include "index/entry/schedules.hpp"
#include "index/entry/slug.hpp"
#include "index/image/image_on_disk.hpp"

namespace nearme {
namespace {

/// What sources with standing records ask to be shown, sorted, each once.
std::vector<std::string> attributions_of(const std::vector<SourceSummary>& summaries) {
  std::vector<std::string> attributions;
  for (const SourceSummary& summary : summaries) {
    const bool stands = summary.standing.sites + summary.standing.practitioners + summary.standing.claims > 0;
    if (stands && !summary.source.attribution.empty()) attributions.push_back(summary.source.attribution);
  }
  std::ranges::sort(attributions);
  const auto repeated = std::ranges::unique(attributions);
  attributions.erase(repeated.begin(), repeated.end());
  return attributions;
}

std::uint64_t standing_sites(const std::vector<SourceSummary>& summaries) {
  std::uint64_t sites = 0;
  for (const SourceSummary& summary : summaries) sites += summary.standing.sites;
  return sites;
}

}  // namespace

IndexEntry make_entry(const Listing& listing, const Catalogue& catalogue, Date today) {
  return lay_out_entry(listing, catalogue, today,
                       {.slug = slug_of(listing.site), .schedule = schedule_of(listing.site, today)});
}

Result<void> rebuild_image(Store& store, const Catalogue& catalogue, Date today, const std::filesystem::path& path,
                           const RebuildOptions& options) {
  TRY(NewFile file, NewFile::make(path));
  // Read before the records: should the store change meanwhile, the image is newer than it says, never older.
  TRY(const Revision revision, store.revision());
  TRY(const std::vector<SourceSummary> sources, store.sources());
  RebuildProgress so_far{.sites_in_all = standing_sites(sources)};
  ImageAssembly assembly({.revision = static_cast<std::uint64_t>(revision),
                          .day = today,
                          .any_fictional = false,
                          .attributions = attributions_of(sources)},
                         SpillPlace{.folder = path.parent_path(), .bytes_in_memory = options.bytes_in_memory});
  EntryMaker maker(catalogue, today, assembly, options.threads);
  TRY_VOID(store.for_each_batch([&](UnreadListings unread) -> Result<void> {
    so_far.sites_read = assembly.sites();
    if (options.progress) options.progress(so_far);
    return maker.take(std::move(unread));
  }));
  TRY_VOID(maker.finish());
  so_far.sites_read = assembly.sites();
  ImageOnDisk target(file);
  TRY_VOID(std::move(assembly).write_to(target, [&](std::uint32_t sites) {
    so_far.sites_written = sites;
    if (options.progress) options.progress(so_far);
  }));
  return std::move(file).put_in_place();
}

}  // namespace nearme
