#include "cli/bring_index_up_to_date.hpp"

#include "cli/progress_bar.hpp"
#include "index/rebuild.hpp"

namespace nearme {

Result<void> bring_index_up_to_date(Store& store, const Catalogue& catalogue, const Workspace& workspace) {
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
