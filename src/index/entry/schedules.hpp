#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "directory/site.hpp"
#include "hours/schedule.hpp"

namespace nearme {

/// Works out the schedule of a site for the year that begins today; none when there are no opening hours, or nobody
/// understands them.
std::shared_ptr<const Schedule> schedule_of(const Site& site, Date today);

/// The same for many sites. Working one out takes up to some milliseconds, and most sites share theirs with others:
/// each text is worked out once, or once a country where holidays count, and once a site only where the sun decides.
/// Threads: any; who needs one that is known does not wait for those who work one out.
class SharedSchedules {
 public:
  explicit SharedSchedules(Date today) : today_(today) {}

  std::shared_ptr<const Schedule> of(const Site& site);

 private:
  Date today_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Schedule>> by_key_;
};

}  // namespace nearme
