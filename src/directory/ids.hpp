#pragma once

#include "base/id.hpp"

namespace nearme {

using SiteId = Id<struct SiteTag>;
using PractitionerId = Id<struct PractitionerTag>;
using SourceId = Id<struct SourceTag>;
using TreatmentId = Id<struct TreatmentTag>;  ///< an entry of the catalogue: "micro-needling"
using ConcernId = Id<struct ConcernTag>;      ///< "acne-scars"
using KindId = Id<struct KindTag>;            ///< "aesthetic-clinic"
using FamilyId = Id<struct FamilyTag>;        ///< "laser": a generic word for several treatments

}  // namespace nearme
