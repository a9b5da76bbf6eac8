#include "cli/bring_index_up_to_date.hpp"

#include <fmt/core.h>

#include "cli/progress_bar.hpp"
#include "index/rebuild.hpp"
#include "matching/matcher.hpp"

namespace nearme {

Result<void> bring_matches_up_to_date(const Workspace& workspace) {
  TRY(auto matches, workspace.open_matches());
  TRY(const bool is_changed, match_sites(matches));
  if (!is_changed) return {};
  TRY(const auto groups, matches.groups());
  TRY(const auto doubts, matches.doubts());
  if (groups.empty() && doubts.empty()) return {};
  fmt::print("sites of several sources: {}; doubtful pairs: {} (nearme matches shows them)\n", groups.size(),
             doubts.size());
  return {};
}

Result<void> bring_index_up_to_date(Store& store, const Catalogue& catalogue, const Workspace& workspace) {
  TRY_VOID(bring_matches_up_to_date(workspace));
  TRY(const auto revision, store.revision());
  const auto index = workspace.open_index();
  const Date today{std::chrono::floor<std::chrono::days>(now())};
  const bool is_current =
      index && (*index)->about().revision == static_cast<std::uint64_t>(revision) && (*index)->about().day == today;
  if (is_current) return {};
  ProgressBar bar("Making the index");
  return rebuild_image(store, catalogue, today, workspace.image_path(),
                       {.progress = [&](const RebuildProgress& progress) { bar.show(progress); }});
}

}  // namespace nearme
