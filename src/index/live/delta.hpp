#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "index/entry/schedules.hpp"
#include "index/index_entry.hpp"
#include "index/live/live_index.hpp"
#include "store/store.hpp"

namespace nearme {

/// What has changed since an image was made, laid out so that it can be searched together with the image.
///
/// Changes come in batches out of the store's log. Each batch becomes a small index in memory; small ones are united as
/// more come, so that there are few of them (their sizes fall at least fourfold from one to the next) and a change is
/// laid out anew only a few times. Nothing here has to be kept: it all follows from the image and the log.
///
/// Belongs to one thread; the states that it gives away belong to nobody.
class Delta {
 public:
  Delta(std::shared_ptr<const Index> image, const Catalogue& catalogue);

  /// Goes over to another image. Of the changes that it does not have yet, those that were taken stay, unless it is of
  /// another day: then claims and opening times are to be worked out again, and the log is read anew.
  void go_over_to(std::shared_ptr<const Index> image);

  /// Takes the changes of a part of the log that begins where the last one ended. Looks the records up as they are now,
  /// which may be newer. Errors: of the store; the part may be taken again then.
  [[nodiscard]] Result<void> take(Store& store, const std::vector<Change>& changes);

  /// Up to where the log has been taken.
  [[nodiscard]] Revision revision() const { return revision_; }

  /// How many sites have changed since the image.
  [[nodiscard]] std::size_t size() const { return changed_.size(); }

  /// What can be searched now.
  [[nodiscard]] std::shared_ptr<const LiveIndex> state() const;

 private:
  /// The last that is known of a changed site.
  struct ChangedSite {
    Revision revision{};
    std::shared_ptr<const IndexEntry> entry;  ///< null: gone
    std::uint64_t tier = 0;                   ///< the number of the tier that has the entry
  };
  /// A batch, or several that were united: an index of the sites that it had when it was made.
  struct Tier {
    std::uint64_t number = 0;
    std::vector<std::string> ids;
    std::shared_ptr<const Index> index;
    std::vector<std::uint32_t> outdated;  ///< positions, ascending

    [[nodiscard]] std::size_t standing() const { return ids.size() - outdated.size(); }
  };

  [[nodiscard]] Result<std::vector<SiteId>> sites_changed_by(Store& store, const std::vector<Change>& changes) const;
  [[nodiscard]] IndexEntry lay_out(const Listing& listing);
  [[nodiscard]] std::string free_slug(const Site& site) const;
  void replace(const SiteId& id, ChangedSite changed);
  void outdate(const std::string& id);
  void add_tier(std::vector<std::string> ids);
  void unite_small_tiers();
  [[nodiscard]] std::vector<std::string> take_last_tier();
  [[nodiscard]] std::shared_ptr<const Index> index_of(const std::vector<std::string>& ids) const;

  const Catalogue& catalogue_;
  std::shared_ptr<const Index> image_;
  std::optional<SharedSchedules> schedules_;  ///< for the image's day; always there
  Revision revision_{};
  bool any_fictional_ = false;
  std::uint64_t last_tier_ = 0;
  std::unordered_map<std::string, ChangedSite> changed_;
  std::vector<std::uint32_t> outdated_;  ///< positions of the image, ascending
  std::vector<Tier> tiers_;              ///< oldest first
};

}  // namespace nearme
