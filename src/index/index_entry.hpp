#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "directory/site.hpp"
#include "hours/schedule.hpp"

namespace nearme {

/// An offer as the index keeps it: enough to filter and sort by.
struct IndexedOffer {
  TreatmentId treatment;
  std::optional<Money> price;
  bool confirmed = false;
};

/// One site, ready to be laid into an image: sets, words and numbers, and the text that answers show.
///
/// A confirmed offer implies the set `evidence:confirmed`, and offers and members agree: the bound of the ranking
/// relies on the first, filters on the second.
struct IndexEntry {
  SiteId id;
  LatLon position;
  std::string name;                  ///< as shown; sort=name goes by its folded form
  std::string slug;                  ///< the last part of its page's address
  std::vector<std::string> members;  ///< names of sets (members.hpp), in no order; one may come twice
  std::vector<std::string> words;    ///< folded words of its name, its practitioners, its town; likewise
  std::vector<IndexedOffer> offers;
  float quality = 0;  ///< static part of the ranking, 0..1: evidence and completeness
  std::optional<Rating> rating;
  std::shared_ptr<const Schedule> schedule;  ///< many sites have the same; none: opening times unknown
  std::string time_zone;
  std::string ready_json;  ///< the fields of a result that do not depend on the question, a JSON object
};

}  // namespace nearme
