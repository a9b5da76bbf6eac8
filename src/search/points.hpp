#pragma once

#include "search/plan/plan.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// Where the sites of a plan lie: all of them where `limit` holds them, else so many, evenly spread.
PointsAnswer points_of(const Plan& plan, std::size_t limit);

}  // namespace nearme
