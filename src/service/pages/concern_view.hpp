#pragma once

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "service/pages/concern_near.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// What the page of a concern is written against.
struct ConcernSetting {
  const Catalogue& catalogue;
  const Language& language;
};

/// A concern as the template `concern` takes it: the treatments used for it side by side, strongest grounds first: how
/// strong the grounds are and of what grade, how many sessions, how long until the skin is calm, and near a place who
/// offers it and at what prices.
nlohmann::json concern_view(const Concern& concern, const NearConcern& near, const ConcernSetting& setting);

}  // namespace nearme
