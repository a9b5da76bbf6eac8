#include "index/rebuild.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "index/entry/make_entry.hpp"
#include "index/entry/schedules.hpp"
#include "index/entry/slug.hpp"
#include "index/image/image_builder.hpp"

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

bool is_fictional(const Listing& listing) {
  return listing.site.fictional || std::ranges::any_of(listing.practitioners, &Practitioner::fictional);
}

}  // namespace

IndexEntry make_entry(const Listing& listing, const Catalogue& catalogue, Date today) {
  return lay_out_entry(listing, catalogue, today,
                       {.slug = slug_of(listing.site), .schedule = schedule_of(listing.site, today)});
}

Result<void> rebuild_image(Store& store, const Catalogue& catalogue, Date today, const std::filesystem::path& path) {
  // Read before the records: should the store change meanwhile, the image is newer than it says, never older.
  TRY(const Revision revision, store.revision());
  TRY(const std::vector<SourceSummary> sources, store.sources());
  ImageBuilder builder({.revision = static_cast<std::uint64_t>(revision),
                        .day = today,
                        .any_fictional = false,
                        .attributions = attributions_of(sources)});
  SharedSchedules schedules(today);
  SlugsInUse slugs;
  TRY_VOID(store.for_each_listing([&](const Listing& listing) -> Result<void> {
    if (is_fictional(listing)) builder.note_fictional();
    builder.add(lay_out_entry(listing, catalogue, today,
                              {.slug = slugs.take(listing.site), .schedule = schedules.of(listing.site)}));
    return {};
  }));
  return replace_file(path, std::move(builder).build());
}

}  // namespace nearme
